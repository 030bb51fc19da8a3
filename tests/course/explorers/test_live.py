"""What all explorers share: pictures that follow their controls, in a figure and in words."""

import asyncio
import io

import ipywidgets as widgets
import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from toynn import Network, tanh, train
from toynn.datasets import circle, xor
from toynn_course.explorers import RoundTrip, TrainingViewer, environment
from toynn_course.explorers.controls.replays import replay
from toynn_course.jupyter import Explorer, Player, Value
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.live import LiveFigure


class DotDrawing(Drawing):
    """A dot; above 8 it breaks."""

    updates = 0

    def draw(self):
        ax = Figure(figsize=(3, 2), dpi=100).add_subplot(xlim=(0, 10), ylim=(0, 1))
        (self.dot,) = ax.plot([], [], "o", color="black", markersize=20)
        return ax.figure, [self.dot]

    def update(self, x):
        self.updates += 1
        if x > 8:
            raise ValueError("x is above 8; choose a smaller one.")
        self.dot.set_data([x], [0.5])
        return self.scene(f"The dot is at {x}.", [["x"], [x]])


def Dot():  # noqa: N802
    """A dot that a slider moves."""
    return Explorer({"x": widgets.IntSlider(max=10)}, DotDrawing())


def dark_columns(png):
    """The columns of the middle row of a PNG that are dark, without the frame."""
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("L"))
    row = pixels[pixels.shape[0] // 2]
    return [column for column in np.flatnonzero(row < 60) if 45 < column < 260]


def test_a_picture_shows_the_dot_where_the_slider_is():
    explorer = Dot()
    explorer.controls["x"].value = 2
    left = dark_columns(explorer.picture.value)
    explorer.controls["x"].value = 7
    right = dark_columns(explorer.picture.value)
    assert max(left) < min(right)


def test_a_moved_dot_leaves_nothing_behind():
    explorer = Dot()
    explorer.controls["x"].value = 5
    at_five = explorer.picture.value
    explorer.controls["x"].value = 3
    explorer.controls["x"].value = 5
    assert explorer.picture.value == at_five


def test_a_live_picture_is_pixel_for_pixel_what_matplotlib_draws_at_once():
    figure = Figure(figsize=(3, 2), dpi=100)
    ax = figure.add_subplot()
    (line,) = ax.plot([0, 1], [0, 1])
    live = LiveFigure(figure, [line])
    live.png()
    line.set_ydata([1, 0])
    moved = np.asarray(Image.open(io.BytesIO(live.png())))
    line.set_animated(False)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=100)
    assert np.array_equal(moved, np.asarray(Image.open(file).convert("RGB")))


def test_words_follow_the_picture():
    explorer = Dot()
    explorer.controls["x"].value = 4
    assert explorer.picture.sentence == explorer.picture.alt == "The dot is at 4."
    assert explorer.picture.table == [["x"], ["4"]]


def test_an_error_is_one_line_and_the_control_goes_on_working():
    explorer = Dot()
    explorer.controls["x"].value = 5
    before = explorer.picture.value
    explorer.controls["x"].value = 9
    assert "x is above 8; choose a smaller one." in explorer.picture.trouble
    assert explorer.picture.value == before
    explorer.controls["x"].value = 5
    explorer.controls["x"].value = 6
    assert explorer.picture.trouble == ""
    assert explorer.picture.sentence == "The dot is at 6."


def test_several_changes_at_once_are_drawn_once():
    explorer = Dot()
    drawn = explorer.drawing.updates
    with explorer.at_once():
        for x in (1, 2, 3):
            explorer.controls["x"].value = x
    assert explorer.drawing.updates == drawn + 1
    assert explorer.picture.sentence == "The dot is at 3."


def test_what_is_shown_already_is_not_drawn_again():
    explorer = Dot()
    explorer.controls["x"].value = 3
    drawn = explorer.drawing.updates
    explorer.redraw()
    assert explorer.drawing.updates == drawn


def test_what_a_button_does_is_drawn_once_and_its_error_is_told():
    explorer = Explorer({"x": Value(0), "go": widgets.Button()}, DotDrawing())

    def go():
        for x in (1, 2, 3):
            explorer.controls["x"].set(x)

    explorer.on(go=go)
    drawn = explorer.drawing.updates
    explorer.controls["go"].click()
    assert explorer.drawing.updates == drawn + 1
    assert explorer.picture.sentence == "The dot is at 3."
    explorer.on(go=lambda: 1 / 0)
    explorer.controls["go"].click()
    assert "division by zero" in explorer.picture.trouble


def test_a_control_may_move_others_before_it_shows():
    controls = {"x": Value(0), "twice": widgets.IntSlider(max=8)}
    explorer = Explorer(controls, DotDrawing())
    explorer.on(twice=lambda: controls["x"].set(2 * controls["twice"].value))
    controls["twice"].value = 3
    assert explorer.picture.sentence == "The dot is at 6."
    assert explorer.drawing.updates == 2


def test_a_player_shows_frame_after_frame_until_there_is_none():
    frames = []

    async def watch():
        player = Player(lambda: frames.append(len(frames)) or len(frames) < 5, seconds=0.005)
        player.play()
        while len(frames) < 5 or player.playing:
            await asyncio.sleep(0.005)

    asyncio.run(asyncio.wait_for(watch(), timeout=60))
    assert frames == [0, 1, 2, 3, 4]


def test_a_paused_player_shows_no_further_frame():
    frames = []

    async def watch():
        player = Player(lambda: frames.append(1), seconds=0.005)
        player.play()
        while len(frames) < 3:
            await asyncio.sleep(0.005)
        player.pause()
        shown = len(frames)
        await asyncio.sleep(0.05)
        return shown

    assert asyncio.run(asyncio.wait_for(watch(), timeout=60)) == len(frames)


def test_a_player_that_is_paused_and_played_again_at_once_shows_its_frames_once():
    tasks, told = [], []

    async def watch():
        player = Player(lambda: tasks.append(asyncio.current_task()), 0.005, changed=told.append)
        player.play()
        for _ in range(5):
            await asyncio.sleep(0.02)
            player.pause()
            player.play()
        again = len(tasks) + 2  # the last task may be in front of its first frame
        while len(tasks) < again + 5:
            await asyncio.sleep(0.005)
        player.pause()
        while told[-1]:
            await asyncio.sleep(0.005)
        return set(tasks[again:])

    assert len(asyncio.run(asyncio.wait_for(watch(), timeout=60))) == 1
    assert told.count(False) == 1


def test_play_without_an_event_loop_says_what_it_needs():
    with pytest.raises(RuntimeError, match="notebook"):
        Player(lambda: False).play()


def test_an_error_while_playing_is_told_and_ends_the_play():
    said = []

    def fail():
        raise ValueError("this frame cannot be drawn")

    async def watch():
        player = Player(fail, seconds=0.005, trouble=said.append)
        player.play()
        while player.playing:
            await asyncio.sleep(0.005)

    asyncio.run(asyncio.wait_for(watch(), timeout=60))
    assert [str(error) for error in said] == ["this frame cannot be drawn"]


class FilmDrawing(Drawing):
    """Nine epochs, of which the fourth cannot be drawn."""

    def draw(self):
        return Figure(figsize=(3, 2), dpi=100).add_subplot().figure, []

    def update(self, epoch):
        if epoch == 4:
            raise ValueError("epoch 4 cannot be drawn")
        return self.scene(f"Epoch {epoch}.")


def test_a_replay_stops_where_an_epoch_cannot_be_drawn_and_can_go_on():
    async def play(film):
        film.controls["play"].click()
        while film.controls["play"].description == "Pause":
            await asyncio.sleep(0.005)
        return film.controls["epoch"].value, film.picture.trouble

    async def watch():
        film = replay({}, FilmDrawing(), 9, "")
        return await play(film), await play(film)

    (epoch, trouble), end = asyncio.run(asyncio.wait_for(watch(), timeout=60))
    assert epoch == 4
    assert "epoch 4 cannot be drawn" in trouble
    assert end == (9, "")


def test_play_without_an_event_loop_is_told_in_a_line():
    film = replay({}, FilmDrawing(), 9, "")
    film.controls["play"].click()
    assert "Play needs a notebook" in film.picture.trouble


@pytest.fixture(scope="module")
def runs():
    def run(data):
        start = Network.random((2, 4, 2, 1), activation=tanh, rng=7)
        return data, list(train(start, data, epochs=20, learning_rate=0.03, batch_size=10, rng=0))

    return {"circle": run(circle(100, rng=0)), "xor": run(xor(100, rng=0))}


def test_the_training_viewer_says_what_the_epoch_says(runs):
    viewer = TrainingViewer(runs)
    viewer.controls["epoch"].value = 12
    points, epochs = runs["circle"]
    answers = epochs[12].network(points.X)
    right = int(((answers >= 0) == (points.Y > 0)).sum())
    cost = float(((answers - points.Y) ** 2).sum() / 2 / len(points))
    assert f"epoch 12 of 20: the cost is {cost:.3f}" in viewer.picture.sentence
    assert f"{right} of 100 points" in viewer.picture.sentence


def test_the_training_viewer_lists_every_number_of_the_network(runs):
    viewer = TrainingViewer(runs)
    viewer.controls["epoch"].value = 20
    listed = [cell for row in viewer.picture.table[1:] for cell in row[1:] if cell]
    network = runs["circle"][1][20].network
    expected = [
        f"{value:.2f}"
        for layer in network.layers
        for weights, bias in zip(layer.weights, layer.biases, strict=True)
        for value in (bias, *weights)
    ]
    assert listed == expected
    assert len(listed) == 25


def test_every_control_of_the_training_viewer_changes_the_picture(runs):
    viewer = TrainingViewer(runs)
    seen = {viewer.picture.value}
    viewer.controls["epoch"].value = 5
    seen.add(viewer.picture.value)
    viewer.controls["data"].value = "xor"
    seen.add(viewer.picture.value)
    viewer.controls["step"].click()
    seen.add(viewer.picture.value)
    assert len(seen) == 4
    assert viewer.controls["epoch"].value == 6


def test_the_environment_names_every_package_that_the_course_needs():
    lines = str(environment())
    for name in ("Python", "numpy", "matplotlib", "ipywidgets", "anywidget", "jupyterlab"):
        assert name in lines
    assert "pytest" not in lines
    assert "missing" not in lines


def test_the_round_trip_says_where_the_slider_is():
    trip = RoundTrip()
    trip.controls["z"].value = 2.0
    assert trip.picture.sentence.endswith("The curve is 0.881 there.")  # 1 / (1 + e^-2)
    assert "at 2." in trip.picture.sentence
