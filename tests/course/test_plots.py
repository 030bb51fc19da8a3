"""Figures: what they say in words is true, and what they show can be seen by everyone."""

import io
import itertools
import math
import re
import subprocess
import sys
import types
from functools import cache

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from PIL import Image

from toynn import (
    ACTIVATIONS,
    Activation,
    Dataset,
    Epoch,
    Layer,
    Network,
    early_stopping,
    train,
    until_flat,
)
from toynn.datasets import circle, digits, gate, iris, multi_gauss, swap
from toynn_course import plots
from toynn_course.explorers import saddle
from toynn_course.explorers.learning_rate import CURVES
from toynn_course.hunt.autograd import Value
from toynn_course.plots import costs, decisions, downhill

# A bump in the middle: output 1 exactly where |x1| + |x2| < 3, by four cuts and their sum.
DIAMOND = Network(
    [
        Layer([[9, 9], [9, -9], [-9, 9], [-9, -9]], [27, 27, 27, 27]),
        Layer([[20, 20, 20, 20]], [-70], "tanh"),
    ]
)
THREE = Network([Layer([[4, 0], [-2, 3], [-2, -3]], [0, 0, 0], "softmax")])


def square(w):
    return w * w


def epochs(costs, accuracies=None, stopped=""):
    """Made-up epochs, so that what is drawn is known."""
    shares = accuracies or [None] * len(costs)
    network = Network.random((2, 1), rng=0)
    made = [
        Epoch(number, cost, share, 0.0, 0.0, 0.0, network)
        for number, (cost, share) in enumerate(zip(costs, shares, strict=True))
    ]
    if stopped:
        last = made[-1]
        made.append(Epoch(last.number, last.cost, last.accuracy, 0, 0, 0, network, stopped))
    return made


@cache
def trained():
    data = circle(n=200, rng=0)
    start = Network.random((2, 4, 2, 1), activation="tanh", rng=1)
    run = train(start, data, epochs=60, learning_rate=0.1, batch_size=10, rng=0)
    return data, list(run)


def stopped_early():
    data = circle(n=60, noise=0.5, rng=0)
    training, validation = data.split(rng=0)
    start = Network.random((2, 8, 1), activation="tanh", rng=1)
    run = train(start, training, epochs=200, learning_rate=0.3, batch_size=5, rng=0)
    return list(early_stopping(run, validation, patience=10))


def petals():
    flowers = iris()
    return Dataset(flowers.X[:, 2:], flowers.Y, "iris", flowers.inputs[2:], flowers.classes)


def regions(network, data=None, **options):
    return plots.decision_regions(network, data, **options)


def diagram(*sizes, **options):
    network = Network.random(sizes, weights=(-2, 2), biases=(-12, 12), rng=0)
    return plots.network_diagram(network, **options)


def before_and_after():
    hidden = Layer([[20, 20], [-20, -20]], [-10, 30])
    network = Network([hidden, Layer([[20, 20]], [-30])])
    return plots.before_and_after(network, gate("xor")).axes[0]


def one_bump():
    jumps, difference = Layer([[10], [10]], [-30, -50]), Layer([[1, -1]], [0], "identity")
    return plots.one_bump(Network([jumps, difference]), 0, 8).axes[0]


def bumps(n=4):
    starts = np.arange(0.0, n)
    hidden = Layer(np.full((2 * n, 1), 10.0), -10 * np.concatenate([starts, starts + 1]))
    network = Network([hidden, Layer([[*starts + 1, *-starts - 1]], [0], "identity")])
    return plots.built_from_bumps(lambda x: x + 0.5, [network, network], 0, n).axes[0]


def three_side_by_side():
    data, run = trained()
    left, middle, right = plots.side_by_side(3, 10.5)
    plots.decision_regions(run[-1].network, data, left)
    plots.cost_curve(run, middle)
    plots.network_diagram(run[-1].network, right)
    return left


def falling(n, middle):
    """Answers that fall from 1 to 0, and pass one half in the middle."""
    return 1 / (1 + np.exp(np.arange(n + 1) / middle * 4 - 4))


def bowl():
    """A valley, as the costs of lines make one."""
    ws, bs = np.linspace(-0.6, 1.4, 21), np.linspace(-3, 3, 21)
    along, across = bs[:, None] + ws, bs[:, None] + 4 * ws - 1
    return ws, bs, 0.02 + along**2 / 20 + across**2


def square_and_more():
    """y = x · x + x at x = 3, gone back through."""
    x = Value(3.0, name="x")
    y = x * x + x
    y.name = "y"
    y.backward()
    return y


def neuron():
    """tanh(w x + b), gone back through."""
    w, x, b = Value(-1.4, name="w"), Value(2.0, name="x"), Value(0.25, name="b")
    a = (w * x + b).tanh()
    a.name = "a"
    a.backward()
    return a


BUMP = Activation("bump", lambda z: np.exp(-(z**2)), lambda z: -2 * z * np.exp(-(z**2)), (0, 1))
DIVERGED = "Diverged in epoch 4: the numbers grew. The network is the one after epoch 3."
MATRIX = [[48, 2, 0], [0, 50, 0], [7, 1, 42]]
FIGURES = {
    **{
        f"activation {name}": lambda name=name: plots.activation_curve(name)
        for name in ACTIVATIONS
        if name != "softmax"
    },
    "activation of one's own": lambda: plots.activation_curve(BUMP),
    "one activation": lambda: plots.activation_curves(["tanh"]),
    "five activations": lambda: plots.activation_curves(
        ["step", "tanh", "relu", "identity", BUMP]
    ),
    "before and after": before_and_after,
    "one bump": one_bump,
    "bumps": bumps,
    "cost": lambda: plots.cost_curve(trained()[1]),
    "cost of one epoch": lambda: plots.cost_curve(trained()[1][:1]),
    "cost without accuracy": lambda: plots.cost_curve(epochs([0.5, 0.25, 0.24])),
    "cost on a logarithmic scale": lambda: plots.cost_curve(trained()[1], log=True),
    "cost that diverged": lambda: plots.cost_curve(epochs([1, 1e9, 1e120, 1e308], None, DIVERGED)),
    "cost that is flat": lambda: plots.cost_curve(
        list(until_flat(trained()[1], tolerance=0.01)), log=False
    ),
    "cost that stopped early": lambda: plots.cost_curve(stopped_early()),
    "cost that is zero": lambda: plots.cost_curve(epochs([0.0, 0.0], [1.0, 1.0])),
    "cost below zero": lambda: plots.cost_curve(epochs([1.0, -2.0, -5.0])),
    "regions": lambda: regions(trained()[1][-1].network, trained()[0]),
    "regions, discretized": lambda: regions(DIAMOND, circle(rng=0), discretize=True),
    "regions without data": lambda: regions(DIAMOND),
    "regions of xor": lambda: regions(Network.random((2, 3, 1), rng=0), gate("xor")),
    "regions of one class": lambda: regions(Network.random((2, 1), weights="zero", rng=0)),
    "regions of iris": lambda: regions(Network.random((2, 6, 3), rng=1), petals()),
    "regions of ten": lambda: regions(Network.random((2, 9, 10), weights=(-3, 3), rng=0)),
    "regions of a point": lambda: regions(DIAMOND, Dataset([[1, 2]], [[1]])),
    "regression": lambda: regions(
        Network.random((2, 5, 1), activation="identity", rng=0), multi_gauss(n=100, rng=0)
    ),
    **{
        f"diagram {'-'.join(map(str, sizes))}": lambda sizes=sizes: diagram(*sizes)
        for sizes in [
            (1, 1), (2, 1), (2, 2), (2, 5, 2), (2, 4, 2, 1), (2, 8, 8, 1), (64, 30, 10),
            (2, 3, 3, 3, 3, 3, 1), (3, 200, 1),
        ]
    },
    "diagram with names": lambda: diagram(
        3, 2, 2, inputs=["petal length", "petal width", "weight"], outputs=["no", "versicolor"]
    ),
    "diagram of zeros": lambda: plots.network_diagram(
        Network.random((2, 3, 1), activation="leaky_relu", weights="zero", rng=0)
    ),
    "images": lambda: plots.digit_images(digits().X[:10]),
    "images with labels": lambda: plots.digit_images(digits().X[:16], digits().labels[:16]),
    "images with decisions": lambda: plots.digit_images(digits().X[:10], [8] * 10, range(10)),
    "one image": lambda: plots.digit_images(digits().X[0], 0),
    "confusion matrix": lambda: plots.confusion_matrix(MATRIX, iris().classes),
    "confusion matrix of ten": lambda: plots.confusion_matrix(np.full((10, 10), 123)),
    "confusion matrix of one": lambda: plots.confusion_matrix([[5]]),
    "two answers": lambda: costs.answers_on_a_scale(0.82, 0.98, 0),
    "cost and slopes": costs.cost_and_slopes,
    "on the sigmoid": lambda: costs.on_the_sigmoid(1.5, 4.0),
    "two costs": lambda: costs.two_costs(0.98),
    "race": lambda: costs.race(
        {0.15: falling(300, 200), 2.2: falling(300, 15)}, {1: falling(99, 9)}
    ),
    "petals and a line": lambda: costs.petals_and_line(*petals().X.T, 1.0, 0.0),
    "best rates": lambda: costs.best_rates(
        [0.1, 1, 10], {"small": ([0, 20, 1], [3, 20, 20]), "large": ([1, 12, 1], [4, 20, 20])}
    ),
    "valley": lambda: costs.valley(*bowl(), start=(1.0, 0.0)),
    "window": lambda: decisions.window(0.5, -13, 14, 38),
    "step and sigmoid": decisions.step_and_sigmoid,
    "three biases, three weights": decisions.three_biases_three_weights,
    "the arrow of the weights": lambda: decisions.weight_arrow([2, -1], 0.5, (1, 3)),
    "in the fog": lambda: downhill.in_fog(square, 10.0),
    "steps down a curve": lambda: downhill.steps_down(square, [10.0, 8.0, 6.4, 5.12], 0.1),
    "paths at four rates": lambda: downhill.paths_over_steps(
        {rate: 10 * (1 - 2 * rate) ** np.arange(11) for rate in (0.05, 0.9, 1.0, 1.1)},
        ("creeps", "swings, settles", "swings for ever", "runs away"),
    ),
    "valleys": lambda: downhill.valleys(
        {name: CURVES[name].cost for name in ("w²", "5w²", "plateau")}
    ),
    "landscapes": lambda: downhill.landscapes(
        [CURVES[name] for name in ("double well", "plateau", "cliff")],
        [[("a hill", 0, (0, 45))], [("a wide plain", 7, (-35, -50))], []],
    ),
    "a bowl": lambda: downhill.bowl(10, {"from above": [(5, 5)]}),
    "a bowl with two paths": lambda: downhill.bowl(
        50, {"one": [(5, 5), (4, -4), (3, 3)], "other": [(5, 5), (0, 0)]}
    ),
    "a saddle": lambda: downhill.saddle(
        saddle.cost, {"one": [(0.5, -0.5), (0, 0)], "other": [(1, -0.4), (1, 1)]}
    ),
    "curves over layers": lambda: plots.layer_curves(
        {"plain": [1e-13, 2e-7, 0.5, 3.0], "with residual connections": [0.5, 0.7, 0.6, 4.0]}
    ),
    "learning curves": lambda: plots.learning_curves(
        {f"hidden layers: {n}": [0.1, 0.5, end] for n, end in enumerate((0.95, 0.94, 0.2, 0.1), 1)}
    ),
    "one learning curve": lambda: plots.learning_curves({"tanh": [0.1, 0.9]}, title="Accuracy"),
    "three side by side": three_side_by_side,
    "points": lambda: plots.points(circle(rng=0), radius=3),
    "points of no rule": lambda: plots.points(circle(noise=0.5, rng=0)),
    "a plane": lambda: plots.plane(DIAMOND, circle(rng=0), title="A diamond", rule=3),
    "a plane of one class": lambda: plots.plane(
        Network.random((2, 1), weights="zero", activation="tanh", rng=0), circle(rng=0)
    ),
    "first cuts": lambda: plots.first_cuts(
        {f"seed {n}": Network.random((2, 4, 1), activation="tanh", rng=n) for n in (0, 1)}
    ),
    "film": lambda: plots.film(trained()[1], trained()[0], [0, 20, 60]),
    "numbers that moved": lambda: plots.numbers_moved(*(trained()[1][n].network for n in (0, -1))),
    "finishes": lambda: plots.finishes(np.linspace(0.5, 1, 40), 0.9),
    "nested fields": lambda: plots.nested([("wide", "1"), ("inside", "2"), ("innermost", "3")]),
    "reliability": lambda: plots.reliability(
        {"one": ([0.45, 0.8, 1], [0, 1, 1]), "other": ([0.6, 0.95, 1], [0, 1, 0])}
    ),
    "over epochs": lambda: plots.over_epochs(
        "cost", {"one": [1, 0.5], "other\nrun": [0.75, 0.9], "third": [0.5, 0]}
    ),
    "letter pairs": lambda: plots.letter_pairs(
        ".abcdefghijklmnopqrstuvwxyz", {"counted": np.eye(27), "learned": np.full((27, 27), 1 / 27)}
    ),
    "letter pairs, one table": lambda: plots.letter_pairs(".ab", {"counted": np.eye(3)}),
    "letters on a plane": lambda: plots.letter_plane(
        "abcde", [[1, 0], [-1, 0], [-1, 1], [0, -1], [1, 2]], line=(1, 0.5, 0)
    ),
    "letters listened to": lambda: plots.listened(
        [("......" + seen, [0.125] * 7 + [share], came)
         for seen, share, came in (("..", 0.125, "b"), (".b", 0.5, "o"), ("bo", 0.05, "."))]
    ),
    "by context": lambda: plots.by_context(
        [1, 2, 5], {"training": [2.4, 2.2, 1.9], "test": [2.4, 2.2, 2.1], "counts": [2.4, 2.3, 2.5]}
    ),
    "orders of magnitude": lambda: plots.orders_of_magnitude({"disc": 25, "other": 405e9}),
    "a filter": lambda: plots.sliding_filter(np.eye(8), np.eye(3), np.eye(6), (2, 3)),
    "an arrow": lambda: plots.point_at(
        plots.activation_curve("tanh"), "it is steep here", (0, 0), (90, -30)
    ),
    "formula with a value that is used twice": lambda: plots.formula_graph(square_and_more()),
    "formula of a neuron": lambda: plots.formula_graph(neuron()),
    "errors over a nudge": lambda: plots.nudge_errors(
        10.0 ** -np.arange(1, 15),
        {
            "central": [1e-2 * h**2 + 1e-16 / h for h in 10.0 ** -np.arange(1, 15)],
            "forward": [1e-1 * h + 2e-16 / h for h in 10.0 ** -np.arange(1, 15)],
        },
    ),
}  # fmt: skip


@cache
def drawn(name):
    """A figure with everything in its place, and the words that can be seen in it."""
    figure = FIGURES[name]().figure
    FigureCanvasAgg(figure).draw()
    texts = [text for ax in figure.axes for text in words_of(ax)]
    return figure, [text for text in texts if text.get_visible() and text.get_text().strip()]


def words_of(ax):
    """All words of Axes that are drawn, those of its panels included."""
    titles = [ax.title, ax._left_title, ax._right_title]
    key = ax.get_legend().get_texts() if ax.get_legend() else []
    return [
        *ax.texts, *titles, *key, *(words_of_scales(ax) if ax.axison else []),
        *(text for panel in ax.child_axes for text in words_of(panel)),
    ]  # fmt: skip


def words_of_scales(ax):
    for axis, (low, high) in ((ax.xaxis, ax.get_xlim()), (ax.yaxis, ax.get_ylim())):
        yield axis.label
        for tick in axis.get_major_ticks():
            if min(low, high) <= tick.get_loc() <= max(low, high):
                yield from (tick.label1, tick.label2)


# What every figure must be


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_drawn_outside_the_figure(name):
    figure, _ = drawn(name)
    box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    assert box.x0 >= -0.01, "cut off on the left"
    assert box.x1 <= width + 0.01, "cut off on the right"
    assert box.y0 >= -0.01, "cut off below"
    assert box.y1 <= height + 0.01, "cut off above"


@pytest.mark.parametrize("name", FIGURES)
def test_no_words_lie_on_others(name):
    _, texts = drawn(name)
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        along = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across < 2 or along < 3, f"{one!r} lies on {other!r}"


@pytest.mark.parametrize("name", FIGURES)
def test_words_are_large_and_dark_enough_to_read_from_afar(name):
    _, texts = drawn(name)
    for text in texts:
        assert text.get_fontsize() >= 11, text
        assert contrast(text.get_color(), "white") >= 4.5, text


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_on_white_up_to_its_corners(name):
    picture = np.asarray(drawn(name)[0].canvas.buffer_rgba())
    assert (picture[[0, 0, -1, -1], [0, -1, 0, -1]] == 255).all()


USUAL = ["activation sigmoid", "cost", "regions", "regions of iris", "images", "diagram 2-2"]


@pytest.mark.parametrize("name", [*USUAL, "three side by side"])
def test_the_file_of_a_figure_is_as_wide_as_a_notebook_shows_it_and_on_white(name):
    figure, _ = drawn(name)
    picture = np.asarray(Image.open(io.BytesIO(plots.png(figure, 1))).convert("RGB"))
    height, width, _ = picture.shape
    assert (width, height) == tuple(np.floor(figure.get_size_inches() * 100 + 0.01).astype(int))
    assert (picture[[0, 0, -1, -1], [0, -1, 0, -1]] == 255).all()


@pytest.mark.parametrize("name", [*USUAL, "three side by side", "first cuts"])
def test_the_few_colours_of_a_file_are_near_those_of_the_figure(name):
    figure, _ = drawn(name)
    seen = np.asarray(figure.canvas.buffer_rgba())[..., :3].astype(int)
    kept = np.asarray(Image.open(io.BytesIO(plots.png(figure, 1))).convert("RGB"))
    apart = abs(seen - kept).max(axis=2)
    assert apart.mean() < 1
    assert (apart <= 8).mean() > 0.98
    assert len(np.unique(kept.reshape(-1, 3), axis=0)) <= 256


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_says_in_a_few_sentences_what_it_shows(name):
    figure, _ = drawn(name)
    text = plots.alt(figure)
    assert text.endswith(".")
    assert 20 < len(text) < 900
    assert not re.search(r"[1-9]\d*\.\d{3}|nan|inf\b|  |\.\.|np\.", text), "not fit to be read"
    assert not re.search(r"[ (]-", text), "a hyphen is no minus sign"


@pytest.mark.parametrize("name", FIGURES)
def test_the_same_figure_says_the_same_again(name):
    assert plots.alt(FIGURES[name]().figure) == plots.alt(drawn(name)[0])


@pytest.mark.parametrize(
    ("draw", "first"),
    [
        (plots.activation_curve, "tanh"),
        (plots.activation_curves, ["tanh", "relu"]),
        (plots.cost_curve, epochs([0.5, 0.4], [0.5, 0.6])),
        (plots.decision_regions, DIAMOND),
        (plots.network_diagram, DIAMOND),
        (plots.digit_images, np.eye(2)[[0, 1]].repeat(2, axis=1)),
        (plots.confusion_matrix, MATRIX),
        (plots.points, circle(rng=0)),
        (plots.nested, [("wide", "1")]),
        (plots.layer_curves, {"tanh": [0.1, 0.9]}),
        (plots.learning_curves, {"tanh": [0.1, 0.9]}),
    ],
)
def test_a_figure_is_drawn_on_the_axes_it_is_given(draw, first):
    ax = plots.new_axes()
    assert draw(first, ax=ax) is ax
    assert draw(first).figure is not ax.figure
    with pytest.raises(
        TypeError, match="ax is of type str, expected a matplotlib Axes; leave it out"
    ):
        draw(first, ax="left")


# Colours


def linear(colour):
    """Red, green and blue as amounts of light (IEC 61966-2-1)."""
    c = np.array(to_rgb(colour))
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """The contrast ratio of WCAG 2.1."""
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SEEN_BY = {  # Machado, Oliveira and Fernandes 2009, table 1, severity 1
    "everyone": np.eye(3),
    "those who see no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "those who see no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
}  # fmt: skip


def lab(light):
    """CIE L*a*b* of an amount of light, under D65."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    x, y, z = np.cbrt(np.clip(to_xyz @ light, 0, 1) / [0.9505, 1, 1.089])
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one, other, matrix):
    """How different two colours look (CIE 1976); 2.3 is just visible."""
    return float(np.linalg.norm(lab(matrix @ linear(one)) - lab(matrix @ linear(other))))


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_colours_are_told_apart_by_all_eyes(eyes):
    matrix = SEEN_BY[eyes]
    for one, other in itertools.combinations(plots.CLASS_COLOURS, 2):
        assert difference(one, other, matrix) > 15, (one, other)
    assert difference(plots.BLUE, plots.ORANGE, matrix) > 60
    low, middle, high = (plots.DIVERGING(share) for share in (0.0, 0.5, 1.0))
    assert min(difference(low, middle, matrix), difference(middle, high, matrix)) > 20
    assert difference(low, high, matrix) > 45


def test_words_in_colour_can_be_read_on_white():
    for colour in (*plots.TEXT.values(), plots.INK, plots.GREY):
        assert contrast(colour, "white") >= 4.5
    assert set(plots.TEXT) >= {plots.BLUE, plots.ORANGE, plots.INK, plots.GREY}


def test_counts_can_be_read_on_the_darkest_cell():
    ax = plots.confusion_matrix(MATRIX)
    cells = ax.images[0].get_array()
    for text in ax.texts:
        column, row = (int(place) for place in text.get_position())
        assert contrast(text.get_color(), cells[row, column]) >= 4.5


def test_classes_differ_in_shape_and_links_in_dashes():
    lines = plots.decision_regions(THREE, petals()).lines
    assert len({line.get_marker() for line in lines[:3]}) == 3
    links = plots.network_diagram(DIAMOND).collections
    assert len({str(part.get_linestyle()) for part in links if len(part.get_segments())}) == 2


def test_colours_stay_as_they_are_in_the_file():
    activations = {"activation": "tanh", "output_activation": "softmax"}
    ax = regions(Network.random((2, 9, 10), **activations, weights=(-3, 3), rng=0))
    picture = np.asarray(Image.open(io.BytesIO(plots.png(ax))).convert("RGB"))
    found = {tuple(colour) for colour in picture.reshape(-1, 3)[::3]}
    for colour in plots.CLASS_COLOURS:
        assert tuple(round(255 * part) for part in to_rgb(colour)) in found, colour


# What the figures say


def test_an_activation_is_told_at_both_ends_and_in_the_middle():
    a = 1 / (1 + math.exp(6))  # sigmoid(-6), and 1 - a is sigmoid(6)
    text = plots.alt(plots.activation_curve("sigmoid"))
    assert f"from {a:.4f} at z = −6 through 0.5 at z = 0 to about 1 at z = 6" in text
    assert f"slope, dashed: from {a * (1 - a):.4f} at z = −6 through 0.25 at z = 0" in text


def test_a_jump_and_a_peak_are_told():
    assert "with a jump at z = 0 to 1" in plots.alt(plots.activation_curve("step"))
    slope = plots.alt(plots.activation_curve(BUMP)).split("Its slope")[1]
    steepest = math.sqrt(2) * math.exp(-0.5)  # of exp(-z^2), at z = 1 / sqrt(2)
    assert f"highest {steepest:.2f} at z = −0.7" in slope
    assert f"lowest −{steepest:.2f} at z = 0.7" in slope


def test_an_activation_without_a_slope_is_drawn_without_it():
    assert len(plots.activation_curve("step").lines) == 3  # the curve and two lines through 0
    assert len(plots.activation_curve("tanh").lines) == 4
    assert len(plots.activation_curve("tanh", derivative=False).lines) == 3


def test_the_cost_is_told_as_it_went():
    costs = [0.8, *(0.8 - 0.07 * k for k in range(1, 11)), *[0.1] * 20]  # down in 10 epochs
    text = plots.alt(plots.cost_curve(epochs(costs, np.linspace(0.5, 0.975, 31).tolist())))
    assert text == (
        "Cost over 30 epochs: falls from 0.8 to 0.1, nine tenths of it by epoch 9. "
        "Accuracy rises from 50% to 97.5%."
    )


def test_a_plateau_a_rise_and_a_dip_are_told():
    plateau = [1.0] * 40 + [0.5] + [0.0] * 10
    assert "mostly between epochs 40 and 41" in plots.alt(plots.cost_curve(epochs(plateau)))
    hill = plots.alt(plots.cost_curve(epochs([1.0, 4.0, 0.5, 2.0])))
    assert "rises from 1 to 2, highest 4 at epoch 1, lowest 0.5 at epoch 2" in hill
    assert "is 0.5." in plots.alt(plots.cost_curve(epochs([0.5, 0.5])))


def test_the_end_of_training_is_marked_and_told():
    ax = plots.cost_curve(epochs([1, 2, 3, 4], None, DIVERGED))
    assert "Diverged in epoch 4" in ax.get_title(loc="right")
    assert plots.alt(ax).endswith("A dashed line at epoch 3 says: Diverged in epoch 4.")


def test_a_network_kept_from_an_earlier_epoch_is_marked_there():
    run = stopped_early()
    text = plots.alt(plots.cost_curve(run))
    assert run[-1].number < run[-2].number
    assert f"Cost over {run[-2].number} epochs" in text
    assert f"dashed line at epoch {run[-1].number} says" in text


def test_costs_that_grow_a_hundredfold_are_on_a_logarithmic_scale():
    assert plots.cost_curve(epochs([1.0, 101.0])).get_yscale() == "log"
    assert plots.cost_curve(epochs([1.0, 99.0])).get_yscale() == "linear"


def test_a_figure_does_not_train():
    run = train(DIAMOND, circle(rng=0), epochs=2, learning_rate=0.1)
    with pytest.raises(TypeError, match=r"does not train, so write epochs = list\(train"):
        plots.cost_curve(run)
    assert next(run).number == 0  # nothing was taken from it


def test_regions_are_told_with_their_place_and_share():
    data = circle(rng=0)
    ax = plots.decision_regions(DIAMOND, data, extent=(-5, 5, -5, 5))
    share = 2 * 3**2 / 10**2  # of a diamond whose half diagonal is 3, in a square of side 10
    right = sum((abs(x) + abs(y) < 3) == (target > 0) for (x, y), (target,) in data)
    assert plots.alt(ax) == (
        "Decision regions of Network(2-4-1, sigmoid, tanh) on circle: 1 (orange circles) takes a "
        f"closed region in the middle, {share:.0%} of the picture; −1 (blue squares) takes the "
        f"rest, {1 - share:.0%}. {right} of 500 points are classified correctly."
    )


def test_separate_regions_and_small_ones_are_told():
    cut = Network([Layer([[1, 0], [1, 0]], [3, -3], "step"), Layer([[1, -1]], [0], "identity")])
    stripe = plots.alt(
        plots.decision_regions(cut, Dataset([[-4, 0], [4, 0], [0, 0]], [[0], [0], [1]]))
    )
    assert "0 (blue squares) takes 2 separate regions, on the left and on the right" in stripe
    assert "3 of 3 points are classified correctly" in stripe
    corner = Network([Layer([[1, 1]], [-11.5])])
    assert "a few small spots, under 1%" in plots.alt(plots.decision_regions(corner))


def test_without_samples_the_name_of_a_class_stands_in_its_region():
    ax = plots.decision_regions(DIAMOND)
    places = {text.get_text(): text.get_position() for text in ax.texts}
    assert sum(map(abs, places["1"])) < 1  # well inside the diamond
    assert sum(map(abs, places["−1"])) > 4
    assert not plots.decision_regions(DIAMOND, circle(rng=0)).texts


def test_several_classes_are_decided_by_the_largest_output():
    rows = [[2, 0], [-2, 3], [-2, -3], [-1, 3]]
    data = Dataset(rows, np.eye(3)[[0, 1, 2, 2]], classes=("a", "b", "c"))
    text = plots.alt(plots.decision_regions(THREE, data, extent=(-6, 6, -6, 6)))
    assert "c (green triangles) takes a region at the bottom left" in text
    assert "3 of 4 points are classified correctly." in text


def test_a_map_has_the_colours_of_the_outputs():
    image = plots.decision_regions(DIAMOND).images[0]
    middle, corner = np.asarray(image.get_array())[[90, 0], [90, 0]]
    assert image.to_rgba(middle) == pytest.approx(plots.DIVERGING(1.0), abs=0.03)
    assert image.to_rgba(corner) == pytest.approx(plots.DIVERGING(0.0), abs=0.03)


def test_outputs_of_a_regression_are_told_with_their_error():
    slope = Network([Layer([[0.1, 0.1]], [0], "identity")])
    X = [[-4, -4], [0, 1], [4, 4]]
    text = plots.alt(plots.decision_regions(slope, Dataset(X, [[-0.8], [0.4], [0.8]], "plane")))
    assert "(blue) at the bottom left to" in text
    assert "(orange) at the top right" in text
    assert "miss the targets of the points by 0.1 on average" in text  # (0 + 0.3 + 0) / 3


def test_a_network_is_told_with_its_weights():
    network = Network([Layer([[2, -1.26]], [0.5], "tanh"), Layer([[0]], [-3])])
    assert plots.alt(plots.network_diagram(network, inputs=["width", "height"])) == (
        "Network(2-1-1, tanh, sigmoid) as a diagram: 2 inputs, a hidden layer of 1 node, 1 output. "
        "Of its 3 weights 1 is positive and 1 is negative; the largest is 2, from width to node 1 "
        "of layer 1. Biases run from −3 to 0.5."
    )


def test_weights_and_biases_stand_in_the_diagram_where_there_is_room():
    words = [text.get_text() for text in plots.network_diagram(DIAMOND).texts]
    assert words.count("9.00") == words.count("−9.00") == 4
    assert words.count("27") == 4
    assert "−70" in words
    crowded = [text.get_text() for text in plots.network_diagram(diagram_network()).texts]
    assert not any(re.fullmatch(r"−?\d\.\d\d", word) for word in crowded)
    assert "… 55 more" in crowded


def diagram_network():
    return Network.random((64, 30, 10), rng=0)


def test_links_are_as_wide_as_their_weights_are_large():
    network = Network([Layer([[1.0, 2.0, 4.0]], [0.0])])
    widths = plots.network_diagram(network).collections[0].get_linewidth()
    assert np.diff(widths) == pytest.approx(np.array([1, 2]) * (widths[1] - widths[0]))


def test_nodes_left_out_are_counted():
    text = plots.alt(plots.network_diagram(diagram_network(), most=8))
    assert "57 of 64 nodes in column 1, 23 of 30 nodes in column 2 and 3 of 10" in text


def test_a_scale_reaches_from_the_smallest_value_to_the_largest():
    ax = plots.layer_curves({"plain": [1e-5, 0.5, 20.0], "other": [1.0, 1.0, 1.0]})
    low, high = ax.get_ylim()
    assert low <= 1e-5
    assert high > 20
    assert ax.get_yscale() == "log"
    assert list(ax.lines[0].get_ydata()) == [1e-5, 0.5, 20.0]


def test_names_of_curves_that_end_close_together_are_moved_apart():
    ax = plots.learning_curves({"a": [0.0, 0.5], "b": [0.0, 0.5], "c": [0.0, 0.1]})
    heights = sorted(text.xy[1] for text in ax.texts)
    assert heights[0] == pytest.approx(0.1)
    assert heights[2] - heights[1] >= 0.074
    assert np.mean(heights[1:]) == pytest.approx(0.5)
    dashes = [line._unscaled_dash_pattern for line in ax.lines if line.get_marker() == "None"]
    assert len(set(map(str, dashes))) == 3


def test_images_are_told_with_what_is_wrong():
    X = digits().X[:4]
    assert plots.alt(plots.digit_images(X, [0, 1, 2, 3], [0, 7, 2, 5])) == (
        "4 images of 8 by 8 pixels: 0, 1, 2, 3. 2 of 4 are wrong: image 2, a 1 taken for 7; "
        "image 4, a 3 taken for 5."
    )
    assert plots.alt(plots.digit_images(X, [0, 1, 2, 3], [0, 1, 2, 3])).endswith("All are right.")
    many = plots.alt(plots.digit_images(np.zeros((25, 4)), [1] * 15 + [2] * 10))
    assert many == "25 images of 2 by 2 pixels: 15 of 1 and 10 of 2."


def test_a_wrong_image_says_so_in_a_word():
    ax = plots.digit_images(digits().X[:2], [0, 1], [0, 7])
    assert [text.get_text() for text in ax.texts] == ["0", "7: wrong,\nit is 1"]


def test_pixels_are_drawn_where_they_are():
    X = [[0.0, 1.0, 0.5, 0.25]]  # row by row, from the top left
    image = plots.digit_images(X).images[0]
    assert image.get_array().tolist() == [[0.0, 1.0], [0.5, 0.25]]
    assert image.origin == "upper"


def test_a_confusion_matrix_is_told_with_its_worst_cells():
    text = plots.alt(plots.confusion_matrix(MATRIX, ["cat", "dog", "owl"]))
    assert text == (  # 48 + 50 + 42 of 150
        "Confusion matrix of 3 classes: 140 of 150 samples (93.3%) are right, on the diagonal. "
        "Most often wrong: owl taken for cat, 7 times; cat taken for dog, 2 times; owl taken for "
        "dog, 1 time."
    )
    cells = {text.get_position(): text.get_text() for text in plots.confusion_matrix(MATRIX).texts}
    assert cells[0, 2] == "7"  # column 0, row 2


# On the page


@pytest.fixture
def notebook(monkeypatch):
    """What a notebook is told to display."""
    seen = []
    shell = types.SimpleNamespace(display_pub=types.SimpleNamespace(publish=seen.append))
    fake = types.SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", fake)
    return seen


def test_show_puts_an_image_with_its_words_on_the_page(notebook):
    ax = plots.describe(plots.new_axes(5, 3), 'Less than "<" & more.')
    assert plots.show(ax) is None
    (output,) = notebook
    assert list(output) == ["text/html", "text/plain"]
    assert output["text/plain"] == 'Less than "<" & more.'
    start = (
        '<img alt="Less than &quot;&lt;&quot; &amp; more." width="500" src="data:image/png;base64,'
    )
    assert output["text/html"].startswith(start)
    assert re.fullmatch(r'[A-Za-z0-9+/=]+">', output["text/html"][len(start) :])


def test_show_prints_the_words_elsewhere(capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    plots.show(plots.describe(plots.new_axes(), "A line."))
    assert capsys.readouterr().out == "A line.\n"


def test_a_figure_of_several_parts_says_all_of_them(notebook):
    left, right = plots.side_by_side(2)
    plots.describe(left, "One.")
    plots.describe(right, "Two.")
    assert plots.alt(left) == "One."
    assert plots.alt(left.figure) == "One. Two."
    plots.show(left)
    assert notebook[0]["text/plain"] == "One. Two."


def test_a_figure_without_words_is_not_shown():
    with pytest.raises(ValueError, match="words for those who do not see it"):
        plots.show(plots.new_axes())


@pytest.mark.parametrize("name", USUAL)
def test_a_usual_figure_adds_little_to_a_notebook(name):
    assert len(plots.png(drawn(name)[0])) < 45_000


def test_pyplot_and_the_settings_of_the_reader_are_left_alone():
    code = (
        "import matplotlib as mpl, sys; before = mpl.rcParams.copy(); "
        "from toynn_course import plots; "
        "plots.png(plots.activation_curve('tanh')); assert mpl.rcParams.copy() == before; "
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_numerics_do_without_the_figures():
    code = "import toynn, sys; assert not {'matplotlib', 'PIL'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_dark_style_of_the_reader_changes_nothing():
    dark = {"text.color": "white", "figure.facecolor": "black", "font.size": 5, "axes.grid": True}
    plain = plots.png(plots.cost_curve(epochs([0.5, 0.25])))
    with mpl.rc_context(dark):
        assert plots.png(plots.cost_curve(epochs([0.5, 0.25]))) == plain


# What is refused


@pytest.mark.parametrize(
    ("error", "message", "call"),
    [
        (ValueError, "no activation called 'sigmoud'; did you mean 'sigmoid'",
         lambda: plots.activation_curve("sigmoud")),
        (ValueError, "softmax has no curve", lambda: plots.activation_curve("softmax")),
        (ValueError, "reach is 0", lambda: plots.activation_curve("tanh", reach=0)),
        (ValueError, "activations is empty", lambda: plots.activation_curves([])),
        (ValueError, "epochs is empty, expected at least one", lambda: plots.cost_curve([])),
        (ValueError, "takes 3 inputs, and a plane has room for 2",
         lambda: regions(Network.random((3, 1), rng=0))),
        (ValueError, "does not fit .* takes 2 inputs and gives 1 outputs",
         lambda: regions(DIAMOND, swap())),
        (ValueError, "are not one-hot",
         lambda: regions(THREE, Dataset([[0, 0]], [[1, 1, 0]]))),
        (TypeError, r"type Epoch, expected a Network; write \.network behind it",
         lambda: regions(epochs([1])[0])),
        (TypeError, "data is of type tuple, expected a Dataset",
         lambda: regions(DIAMOND, ([1], [2]))),
        (TypeError, "extent is 6, expected four numbers", lambda: regions(DIAMOND, extent=6)),
        (ValueError, "which has no area", lambda: regions(DIAMOND, extent=(1, -1, 0, 1))),
        (ValueError, "1 names of inputs, but .* has 2", lambda: diagram(2, 1, inputs=["a"])),
        (ValueError, "there are 3 names of outputs", lambda: diagram(2, 1, outputs="abc")),
        (ValueError, "most is 2, expected a whole number of at least 3",
         lambda: diagram(2, 1, most=2)),
        (TypeError, "network is of type str, expected a Network; make one first",
         lambda: plots.network_diagram("2-1")),
        (ValueError, "X has 3 columns, expected the pixels of square images",
         lambda: plots.digit_images([[1, 2, 3]])),
        (ValueError, "2 labels for 1 image", lambda: plots.digit_images([[1]], [1, 2])),
        (ValueError, "one-hot rows into numbers", lambda: plots.digit_images([[1]], [[1, 0]])),
        (ValueError, "decisions but no labels",
         lambda: plots.digit_images([[1]], decisions=[1])),
        (ValueError, "columns is 0", lambda: plots.digit_images([[1]], columns=0)),
        (ValueError, "expected a square of whole numbers",
         lambda: plots.confusion_matrix([[1, 2]])),
        (ValueError, "square of whole numbers; make it with toynn.confusion_matrix",
         lambda: plots.confusion_matrix([[0.5]])),
        (ValueError, "w is -0.5, expected more than 0",
         lambda: decisions.window(-0.5, 13, 14, 38)),
        (ValueError, "1 names for 3 classes", lambda: plots.confusion_matrix(MATRIX, "a")),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_with_a_cure(error, message, call):
    with pytest.raises(error, match=message):
        call()


# A network that learns


def test_a_film_says_how_many_points_are_right_at_each_of_its_epochs():
    data, run = trained()
    figure = plots.film(run, data, [0, 60])
    for ax, epoch in zip(figure.axes, (run[0], run[60]), strict=True):
        right = int(((epoch.network(data.X) > 0) == (data.Y > 0)).sum())
        assert f"{right} of 200 points are classified correctly" in plots.alt(ax)
        assert ax.get_title("left") == f"epoch {epoch.number}: {right} of 200 right"


def test_points_are_told_from_a_rule_that_does_not_separate_them():
    data = Dataset([[1, 0], [0, 5], [4, 0]], [[1], [1], [-1]])
    assert plots.alt(plots.points(data, radius=3)).endswith(
        "has 1 of the orange ones inside and all of the blue ones outside."
    )


def test_numbers_that_stayed_are_not_counted_as_moved_and_the_largest_move_is_named():
    before = Network([Layer([[1.0, 2.0]], [3.0]), Layer([[4.0]], [0.0])])
    after = Network([Layer([[1.0, 2.5]], [-3.0]), Layer([[4.0]], [0.0])])
    text = plots.alt(plots.numbers_moved(before, after))
    assert "The 5 numbers" in text
    assert "2 of them moved, by 6 at most: the bias of node 1 in layer 1, from 3 to −3." in text


def test_how_reliable_answers_are_is_told_group_by_group():
    ax = plots.reliability({"coins": ([0.55, 0.65, 0.995, 1], [1, 0, 1, 1])})
    assert ax.lines[1].get_xydata().round(4).tolist() == [[0.6, 0.5], [0.9975, 1]]
    assert "Of coins: where they claim 60%, 50% are right" in plots.alt(ax)


def test_a_filter_marks_the_pixels_that_it_looks_at_and_the_number_that_they_make():
    ax = plots.sliding_filter(np.eye(4), np.eye(2), 2 * np.eye(3), (1, 1))
    marked = [(p.get_xy(), p.get_width()) for p in ax.patches if not p.get_fill()]
    assert marked[0] == ((1, 1), 2)
    assert marked[1][1] == 1
    assert "row 2, column 2 is 2." in plots.alt(ax)


def test_a_plane_says_how_far_the_network_agrees_with_the_rule():
    ax = plots.plane(DIAMOND, circle(rng=0), rule=3)
    line = np.linspace(-6, 6, 601)
    places = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
    high, inside = DIAMOND(places)[:, 0] > 0, np.hypot(*places.T) < 3
    said = [int(share) / 100 for share in re.findall(r"on (\d+)%", plots.alt(ax))]
    shares = [high.mean(), high[inside].mean(), high[~inside].mean()]
    assert said == pytest.approx(shares, abs=0.02)
    assert "closed on all sides" in plots.alt(ax)


def test_the_cuts_of_a_first_layer_are_told_with_the_side_of_their_1():
    layer = Layer([[1, 0], [0, -3]], [0, 0], "tanh")
    text = plots.alt(plots.first_cuts({"mine": Network([layer, Layer([[1, 1]], [0])])}))
    assert text.startswith("mine, neuron 1: a straight cut; the answer is 1 on the right.")
    assert text.endswith("mine, neuron 2: a straight cut; the answer is 1 at the bottom.")


def test_an_arrow_points_where_it_is_told_and_its_words_can_be_heard():
    ax = plots.point_at(plots.cost_curve(epochs([0.5, 0.25])), "half\nof it", (1, 0.25), (-60, 40))
    (note,) = [text for text in ax.texts if text.get_text() == "half\nof it"]
    assert note.xy == (1, 0.25)
    assert plots.alt(ax).endswith("An arrow says: half of it.")


def test_a_picture_shows_itself_with_its_alt_text():
    picture = plots.picture(plots.nested([("wide", "1")]))
    assert repr(picture) in picture._repr_html_()


def test_a_formula_is_told_with_every_value_and_its_derivative():
    text = plots.alt(plots.formula_graph(square_and_more()))
    assert "x is 3 with slope 7" in text  # 2 * 3 + 1
    assert "made by × from x and x, is 9 with slope 1" in text
    assert "y, made by + from 9 and x, is 12 with slope 1" in text


def test_the_best_nudge_is_told():
    text = plots.alt(FIGURES["errors over a nudge"]())
    # 0.01 h² + 1e-16 / h is least at h = 1.7e-5, and 0.1 h + 2e-16 / h at 4.5e-8
    assert "central is best at 1e-05" in text
    assert "forward is best at 1e-07" in text or "forward is best at 1e-08" in text


def test_a_single_step_and_a_single_epoch_are_told_as_one():
    assert "over 1 epoch. a: " in plots.alt(plots.over_epochs("cost", {"a": [0.2, 0.1]}))
    assert "over 1 epoch. a: " in plots.alt(plots.learning_curves({"a": [0.2, 0.4]}))
    words = plots.alt(downhill.steps_down(square, [10.0, 8.0], 0.1))
    assert "1 step leads down it, from w = 10 to 8. Its length is 2." in words
    assert "takes 1 step, and" in plots.alt(downhill.bowl(25, {"a": np.array([(3, 1), (2, 1)])}))


def test_the_fog_lies_around_a_place_on_the_left_too():
    ax = downhill.in_fog(square, -10.0)
    low, high = ax.get_xlim()
    assert low < -11 < 11 < high
    assert "at w = −10.0, and the ground falls to the right" in plots.alt(ax)


# What a hidden layer does


def test_samples_on_the_same_spot_are_told_and_drawn_as_one():
    left, right = before_and_after().figure.axes
    assert "[0, 1] and [1, 0] are at (1, 1)" in plots.alt(right)
    markers = [line for line in right.lines if line.get_marker() in plots.CLASS_MARKERS]
    assert len(markers) == 3
    assert len([line for line in left.lines if line.get_marker() in plots.CLASS_MARKERS]) == 4


def test_the_line_of_the_last_neuron_separates_what_it_sees():
    right = before_and_after().figure.axes[1]
    line = next(line for line in right.lines if line.get_marker() == "None")
    assert sum(line.get_xydata()[0]) == pytest.approx(1.5)
    assert "h1 + h2 = 1.50" in plots.alt(right)


def test_bumps_are_told_with_the_largest_gap():
    words = plots.alt(bumps())
    assert words.startswith("4 bumps, 8 neurons: the answer misses the dashed curve by at most")
    assert words.endswith("An arrow says: one bump.")
