"""The drawing pad: what is drawn counts as in the data, and the network reads what is shown."""

import numpy as np
import pytest

from toynn import Dataset, Network
from toynn.activations import Activation
from toynn.datasets import digits
from toynn.network import Layer
from toynn_course.explorers.pad import (
    CELL,
    CELLS,
    FULL,
    PENS,
    SIDE,
    WIDEST,
    DigitPad,
    cells,
    fitted,
    moved,
    pixels,
    unpacked,
)
from toynn_course.plots.words import with_article

DATA = digits()
FEW = DATA[:200]
ACROSS, DOWN = np.meshgrid(np.arange(SIDE) + 0.5, np.arange(SIDE) + 0.5)


def inked(strokes, width):
    """The frame after some strokes, each a list of points: a pixel has ink within half a width."""
    ink = np.zeros((SIDE, SIDE), dtype=bool)
    for points in strokes:
        for start, end in zip(points, points[1:] or points, strict=False):
            way = np.subtract(end, start)
            along = (ACROSS - start[0]) * way[0] + (DOWN - start[1]) * way[1]
            along = np.clip(along / (way @ way or 1), 0, 1)
            away = np.hypot(ACROSS - start[0] - along * way[0], DOWN - start[1] - along * way[1])
            ink |= away <= width / 2
    return ink


def scan_of(image):
    """Strokes of the fine pen, pixel row by pixel row, that give each cell exactly its ink."""
    strokes = []
    ink = [[round(FULL * share) for share in row] for row in np.reshape(image, (CELLS, CELLS))]
    for y in range(SIDE):
        runs = []
        for column, count in enumerate(ink[y // CELL]):
            n = min(max(count - CELL * (y % CELL), 0), CELL)
            if n and runs and runs[-1][1] == CELL * column:
                runs[-1][1] += n
            elif n:
                runs.append([CELL * column, CELL * column + n])
        strokes += [[(first + 0.5, y + 0.5), (end - 0.5, y + 0.5)] for first, end in runs]
    return strokes


def strokes_of(image, level=0.5):
    """Strokes as a person might join the dots: from each dark cell to its dark neighbours."""
    dark = {(row, column) for row, column in np.argwhere(np.reshape(image, (8, 8)) >= level)}
    middle = {place: (CELL * (place[1] + 0.5), CELL * (place[0] + 0.5)) for place in dark}
    strokes = []
    for row, column in dark:
        beside, below, across, back = [
            (row + down, column + right) for down, right in [(0, 1), (1, 0), (1, 1), (1, -1)]
        ]
        ways = [beside, below]
        ways += [across] if not {beside, below} & dark else []
        ways += [back] if not {(row, column - 1), below} & dark else []
        strokes += [[middle[row, column], middle[way]] for way in ways if way in dark]
    joined = {point for stroke in strokes for point in stroke}
    return strokes + [[at] for at in middle.values() if at not in joined]


def redrawn(image, width):
    """An image of the data as it comes out when it is drawn with a pen."""
    return cells(inked(strokes_of(image), width)).ravel() / FULL


def answering(digit, activation="softmax"):
    """A network that says the same digit whatever it is shown."""
    biases = np.where(np.arange(10) == digit, 3.0, 0.0)
    return Network([Layer(np.zeros((10, 64)), biases, activation)])


def from_means(data):
    """A network without training: each output compares with the mean image of its digit."""
    means = np.array([data.X[data.labels == digit].mean(axis=0) for digit in range(10)])
    return Network([Layer(8 * means, -4 * (means**2).sum(axis=1), "softmax")])


READER = from_means(DATA)


@pytest.fixture
def pad():
    return DigitPad(READER, examples=FEW)


def drawn(pad, ink, *, whole=True, turn=None, number=1, **more):
    """Hand the pad a drawing, as the page does."""
    turn = pad.pad.turn if turn is None else turn
    message = {"number": number, "whole": whole, "turn": turn, **more}
    pad._heard(pad.pad, message, [memoryview(np.packbits(ink).tobytes())])


def says(pad, *words):
    for each in words:
        assert each in pad.pad.sentence
    assert pad.pad.trouble == ""


def click(pad, name):
    pad.controls[name].click()


def test_a_cell_counts_the_ink_of_its_sixteen_pixels():
    ink = np.zeros((SIDE, SIDE), dtype=bool)
    ink[4:6, 8:11] = True  # 6 pixels of the cell in row 1, column 2
    assert cells(ink)[1, 2] == 6
    assert cells(ink).sum() == 6


def test_an_image_of_the_data_is_on_the_pad_as_it_is(pad):
    for image in FEW.X:
        pad.image = image
        assert np.array_equal(pad.image, image)


def test_a_cell_with_more_ink_has_all_the_pixels_that_it_has_with_less():
    before = np.zeros((SIDE, SIDE), dtype=bool)
    for sixteenths in range(1, 17):
        ink = pixels(np.full(64, sixteenths / 16))
        assert np.all(ink >= before)
        assert np.all(cells(ink) == sixteenths)
        before = ink


def test_a_scan_with_the_fine_pen_gives_back_every_image_of_the_data():
    for image in FEW.X:
        assert np.array_equal(cells(inked(scan_of(image), PENS["fine"])).ravel() / 16, image)


def test_the_medium_pen_gives_the_labels_of_the_images_back_and_no_other_does_so_better():
    redrawings = {w: np.array([redrawn(x, w) for x in FEW.X]) for w in (1.5, 4.0, 6.0)}
    labels = READER(FEW.X).argmax(axis=1)
    same = {w: (READER(X).argmax(axis=1) == labels).mean() for w, X in redrawings.items()}
    assert same[PENS["medium"]] == max(same.values())
    assert same[PENS["medium"]] > 0.9


def test_the_pad_shows_the_outputs_of_the_network_for_its_image(pad):
    drawn(pad, inked([[(8, 4), (24, 4), (14, 30)]], 4))
    outputs = READER(pad.image)
    assert np.allclose(pad.pad.shares, outputs)
    first, second = np.argsort(outputs)[:-3:-1]
    says(pad, f"says {first} with a probability of {outputs[first]:.2f}; next is {second} with")


def test_an_empty_pad_says_so_and_has_no_bars(pad):
    says(pad, "The pad is empty")
    assert pad.pad.shares == []
    drawn(pad, ~pixels(np.zeros(64)))
    assert len(pad.pad.shares) == 10
    click(pad, "clear")
    says(pad, "The pad is empty")
    assert pad.pad.shares == []
    assert not pad.image.any()


def test_outputs_of_sigmoids_are_not_called_shares():
    pad = DigitPad(answering(4, "sigmoid"))
    pad.image = FEW.X[0]
    says(pad, "says 4 with an output of 0.95; next is 0 with 0.50")  # 1 / (1 + e^-3)


def test_what_is_drawn_before_the_kernel_changes_the_picture_comes_too_late(pad):
    turn = pad.pad.turn
    pad.image = FEW.X[3]
    drawn(pad, pixels(FEW.X[5]), turn=turn, number=77)
    assert np.array_equal(pad.image, FEW.X[3])
    assert pad.pad.answered == 77  # or the page would wait for ever


def test_a_drawing_from_the_page_is_no_new_turn_and_is_kept_for_the_next_view(pad):
    turn = pad.pad.turn
    drawn(pad, pixels(FEW.X[5]))
    assert pad.pad.turn == turn
    assert np.array_equal(unpacked(pad.pad.bitmap), pixels(FEW.X[5]))


def test_undo_takes_back_one_stroke_after_the_other_and_buttons_too(pad):
    first, second = inked([[(5, 5), (20, 5)]], 4), inked([[(5, 5), (20, 5), (9, 30)]], 4)
    drawn(pad, first, whole=False)
    drawn(pad, first)
    drawn(pad, first | second, whole=False)  # on its way
    drawn(pad, second)
    click(pad, "clear")
    for before in (second, first):
        click(pad, "undo")
        assert np.array_equal(pad.ink, before)
    pad._heard(pad.pad, {"undo": True}, [])
    assert not pad.ink.any()
    click(pad, "undo")
    assert pad.pad.trouble == "There is nothing to undo yet."


def test_what_has_changed_nothing_needs_no_undo(pad):
    pad.image = FEW.X[0]
    for _ in range(3):
        click(pad, "clear")
    click(pad, "undo")
    assert np.array_equal(pad.image, FEW.X[0])


@pytest.mark.parametrize(
    ("name", "axis", "by"), [("left", 1, -1), ("right", 1, 1), ("up", 0, -1), ("down", 0, 1)]
)
def test_a_move_is_by_one_cell_and_loses_what_leaves_the_frame(pad, name, axis, by):
    image = FEW.X[0].reshape(8, 8)
    pad.image = image
    click(pad, name)
    expected = np.roll(image, by, axis=axis)
    expected[(0 if by > 0 else -1, slice(None))[:: 1 - 2 * axis]] = 0
    assert np.array_equal(pad.image.reshape(8, 8), expected)


def test_moving_out_and_back_leaves_an_empty_frame():
    assert not moved(moved(~pixels(np.zeros(64)), SIDE, 0), -SIDE, 0).any()


def test_fit_makes_a_small_digit_in_a_corner_as_high_as_the_frame_and_centres_it():
    small = np.zeros((SIDE, SIDE), dtype=bool)
    small[20:30, 1:6] = True
    rows, columns = (np.flatnonzero(fitted(small).any(axis=axis)) for axis in (1, 0))
    assert (rows[0], rows[-1]) == (0, SIDE - 1)
    assert (columns[0], columns[-1]) == (8, 23)  # 5 of 10 is 16 of 32


def test_fit_makes_nothing_wider_than_digits_are_and_leaves_an_empty_frame_empty():
    wide = np.zeros((SIDE, SIDE), dtype=bool)
    wide[3, 2:10] = True
    assert np.ptp(np.flatnonzero(fitted(wide).any(axis=0))) + 1 == WIDEST
    assert not fitted(np.zeros_like(wide)).any()


@pytest.mark.parametrize("corner", [(1, 1), (11, 2), (6, 11)])
def test_fit_brings_a_small_drawing_in_a_corner_to_what_it_is_when_drawn_large(corner):
    def read(scale, corner, change):
        frames = [
            inked([[scale * np.add(p, corner) for p in s] for s in strokes_of(x)], 4 * scale)
            for x in FEW.X
        ]
        return READER([cells(change(ink)).ravel() / FULL for ink in frames]).argmax(axis=1)

    large = read(1, (0, 0), fitted)
    assert (read(0.6, corner, lambda ink: ink) == large).mean() < 0.5
    assert (read(0.6, corner, fitted) == large).mean() > 0.9


def test_next_example_goes_through_the_rows_of_the_chosen_digit_and_begins_again(pad):
    click(pad, "next")
    says(pad, f"Row 0 of the examples is {with_article(FEW.labels[0])}.")
    assert np.array_equal(pad.image, FEW.X[0])
    pad.controls["digit"].value = "7"
    sevens = np.flatnonzero(FEW.labels == 7)
    for row in [*sevens, sevens[0]]:
        click(pad, "next")
        says(pad, f"Row {row} of the examples is a 7.")


def test_the_mistakes_are_those_of_the_chosen_network_and_no_others(pad):
    expected = [row for row, image in enumerate(FEW.X) if READER(image).argmax() != FEW.labels[row]]
    assert pad.mistakes().tolist() == expected
    assert 5 < len(expected) < 40
    for row in [*expected, expected[0]]:
        click(pad, "mistake")
        taken = READER(FEW.X[row]).argmax()
        digit = with_article(FEW.labels[row])
        says(pad, f"Row {row} of", f"is {digit}.", f"says {taken} with", "is wrong.")
    pad.network = answering(3)
    assert pad.mistakes().tolist() == np.flatnonzero(FEW.labels != 3).tolist()
    pad.controls["digit"].value = "3"
    click(pad, "mistake")
    assert pad.pad.trouble == "There is no such mistake to show."


def test_an_example_that_is_moved_is_still_judged_and_one_drawn_upon_is_not(pad):
    pad.network = answering(int(FEW.labels[0]))
    click(pad, "next")
    click(pad, "down")
    says(pad, "Row 0 of", "That is right.")
    pad.network = answering(9)
    says(pad, "says 9", "That is wrong.")
    drawn(pad, pad.ink | inked([[(1, 1)]], 4))
    assert "Row" not in pad.pad.sentence
    click(pad, "undo")
    says(pad, "Row 0 of the examples")


def test_several_networks_are_chosen_by_name_and_the_others_are_heard_as_well():
    pad = DigitPad({"first": answering(1), "second": answering(2)}, FEW)
    pad.image = FEW.X[0]
    says(pad, 'The network "first" says 1 with', '"second" says 2.')
    pad.controls["network"].value = "second"
    says(pad, 'The network "second" says 2 with', '"first" says 1.')
    assert pad.network == pad.networks["second"]
    pad.network = {"second": answering(5), "third": answering(6)}
    says(pad, 'The network "second" says 5 with', '"third" says 6.')
    assert pad.controls["network"].layout.display is None
    pad.network = answering(7)
    says(pad, "The network says 7 with")
    assert pad.controls["network"].layout.display == "none"


def test_without_examples_there_are_no_buttons_for_them():
    buttons = {b.description for row in DigitPad(READER).children[:-1] for b in row.children}
    assert "Next example" not in buttons
    assert {"Clear", "Undo", "Fit to frame", "← Left"} <= buttons


@pytest.mark.parametrize("ask", [DigitPad.next_example, DigitPad.mistakes])
def test_without_examples_none_can_be_shown_and_a_sentence_says_so(ask):
    with pytest.raises(ValueError, match="this pad has no examples; make one with"):
        ask(DigitPad(READER))


def test_the_pen_follows_its_dropdown_on_the_page_and_begins_one_cell_wide(pad):
    dropdown = pad.controls["pen"]
    assert (pad.pen.source, pad.pen.target) == ((dropdown, "index"), (pad.pad, "pen"))
    assert dict(zip(dropdown.options, pad.pad.pens, strict=True)) == PENS
    assert pad.pad.pens[pad.pad.pen] == CELL


@pytest.mark.parametrize(
    ("network", "words"),
    [
        (Network.random((2, 10), rng=0), "has 2 inputs and 10 outputs, expected 64 pixels and 10"),
        (Network.random((64, 3), rng=0), "train one with sizes such as"),
        (Network.random((64, 10), activation="tanh", rng=0), "expected softmax or sigmoid"),
        ({}, "expected a name for each"),
        ({3: READER}, "expected a name for each"),
    ],
)
def test_a_network_that_reads_no_digits_is_refused_and_the_one_before_stays(network, words, pad):
    with pytest.raises(ValueError, match=words):
        DigitPad(network)
    with pytest.raises(ValueError, match=words):
        pad.network = network
    assert pad.network == READER


def test_what_is_no_network_or_no_data_set_is_refused():
    with pytest.raises(TypeError, match="expected a Network"):
        DigitPad(lambda image: image)
    with pytest.raises(TypeError, match="expected a Dataset such as digits"):
        DigitPad(READER, examples=DATA.X)
    with pytest.raises(ValueError, match="expected 64 pixels as inputs"):
        DigitPad(READER, examples=Dataset([[0, 1]], [[1, 0]]))
    with pytest.raises(ValueError, match="divide by the largest"):
        DigitPad(READER, examples=Dataset(16 * FEW.X, FEW.Y))


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (np.zeros(63), "has 63 numbers"),
        (np.full(64, 2), "from 2 to 2"),
        (np.full(64, -1), "from -1 to -1"),
        ([np.nan] * 64, "nan"),
    ],
)
def test_a_wrong_image_is_refused_and_the_picture_stays(pad, image, words):
    pad.image = FEW.X[0]
    with pytest.raises(ValueError, match=words):
        pad.image = image
    assert np.array_equal(pad.image, FEW.X[0])


def test_outputs_that_are_no_numbers_are_told_in_a_line_and_the_pad_goes_on(pad):
    grow = Layer(np.full((9, 64), 1e308), np.zeros(9), Activation("as it is", lambda z: z))
    huge = Network([grow, Layer(np.full((10, 9), 1e308), np.zeros(10), "softmax")])
    pad.image = FEW.X[0]
    pad.network = huge
    assert "which is not a number: its weights have grown too large" in pad.pad.trouble
    assert pad.pad.shares == []
    assert np.array_equal(pad.image, FEW.X[0])
    pad.network = READER
    assert pad.pad.trouble == ""
    assert len(pad.pad.shares) == 10


def test_a_damaged_drawing_is_told_in_a_line_and_the_picture_stays(pad):
    pad.image = FEW.X[0]
    message = {"number": 9, "whole": True, "turn": pad.pad.turn}
    pad._heard(pad.pad, message, [b"short"])
    assert "expected 128" in pad.pad.trouble
    assert pad.pad.answered == 9  # else the page would say that the kernel is busy
    assert np.array_equal(pad.image, FEW.X[0])


def test_a_stroke_from_before_a_line_of_trouble_leaves_the_line(pad):
    """A click may overtake what was drawn before it."""
    click(pad, "undo")
    ink = pixels(FEW.X[0])
    drawn(pad, ink, trouble="")
    assert pad.pad.trouble == "There is nothing to undo yet."
    assert np.array_equal(pad.ink, ink)
    drawn(pad, ink, trouble=pad.pad.trouble)  # by somebody who has seen the line
    assert pad.pad.trouble == ""


def test_images_between_the_sixteenths_are_read_as_the_pad_shows_them():
    weights = np.zeros((10, 64))
    weights[1] = 100  # says 1 where the pixels come to more than 0.05, else 0
    reader = Network([Layer(weights, [0, -5, *[-9] * 8], "softmax")])
    almost = np.eye(64)[:1] * 0.04  # nearer to a sixteenth than to none
    pad = DigitPad(reader, examples=Dataset(almost, np.eye(10)[:1]))
    assert reader(almost[0]).argmax() == 0
    assert pad.mistakes().tolist() == [0]
    click(pad, "mistake")
    assert pad.image[0] == 1 / 16
    says(pad, "is a 0.", "says 1 with", "That is wrong.")


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(DigitPad(READER)).startswith("Run this cell")
