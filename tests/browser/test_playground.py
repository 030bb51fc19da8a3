"""The playground in the browser: every control and every display, with the value that it sets."""

import json
import random
import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.lab import SIZE, Lab
from toynn_course.playground import settings
from toynn_course.playground.looks import HIDEABLE

pytestmark = pytest.mark.browser

ask, comes_to = Lab.ask, Lab.comes_to

CELLS = (
    """
from toynn import *
from toynn_course.playground import Playground
play = Playground()
start = play.state
play""",
    """
bump = Activation("bump", lambda z: np.exp(-z**2), lambda z: -2 * z * np.exp(-z**2), (0, 1))
wrong = Activation("wrong", np.tanh, lambda z: 1 + 0 * z)
broken = Activation("broken", np.log, lambda z: 1 / z)
fits = Network.random((2, 5, 1), activation="relu", output_activation="tanh", rng=0)
three = Network.random((3, 5, 1), activation="tanh", rng=0)""",
)

# How many colours a canvas shows inside its frame.
COLOURS = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(60, 30, 180, 180);
    return new Set(new Uint32Array(data.buffer)).size;
}"""


# How many bytes of a canvas are clearly others a moment later.
MOVED = """canvas => new Promise(done => {
    const all = () => [...canvas.getContext("2d").getImageData(60, 40, 400, 250).data];
    const first = all();
    setTimeout(() => done(all().filter((value, i) => Math.abs(value - first[i]) > 40).length), 700);
})"""


# Three keys on a slider and a click on a button, faster than the kernel can answer.
THREE_KEYS_AND_A_CLICK = """([slider, button]) => {
    const key = () => new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true });
    for (let i = 0; i < 3; i++) slider.dispatchEvent(key());
    button.click();
}"""


@pytest.fixture(scope="module")
def page(labs, write):
    """One page with a playground, on which nothing goes wrong until the last test is over."""
    with labs.page() as lab:
        lab.open(write("import numpy as np" + CELLS[0], CELLS[1], name="one.ipynb"))
        lab.run_all()
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []


@pytest.fixture
def lab(page):
    """The page, its playground as it was at first."""
    assert "is on the screen now" in ask(page, "play.pause() or play.load(start)")
    page.page.mouse.move(0, 0)
    page.cell(0).scroll_into_view_if_needed()
    expect(sentence(page)).to_contain_text("Epoch 0: training loss 0.500")
    return page


def sentence(lab, cell=0):
    return lab.cell(cell).locator(".toynn-sentence")


def trouble(lab, cell=0):
    return lab.cell(cell).locator(".toynn-trouble")


def epoch(lab, cell=0):
    """The epoch on the counter."""
    return int(lab.cell(cell).locator(".toynn-losses dd").first.inner_text().replace(",", ""))


def map_title(lab):
    return lab.cell(0).locator(".toynn-maptitle").first


def canvas(lab, name):
    return lab.cell(0).locator(f"canvas.toynn-{name}").first


def press(lab, label, key="Enter", times=1):
    lab.press(lab.control(label, lab.cell(0)), key, times)


def button(lab, name, cell=0):
    return lab.cell(cell).get_by_role("button", name=name, exact=True)


def choose(lab, label, option):
    """Choose from a menu, as the keyboard does it."""
    lab.control(label, lab.cell(0)).select_option(option)


def pause(lab, key="Enter"):
    """Press Pause, and wait until it is: the kernel may hear of the next test's start first."""
    press(lab, "Pause", key)
    expect(lab.control("Play", lab.cell(0))).to_be_visible()


INSIDE = {
    "Your own": "Name",
    "State": "Write the state",
    "Seeds": "Weight seed",
    "Show and hide controls": "Noise",
}


@contextmanager
def drawer(lab, name):
    """Open a drawer and close it again: the kernel does it, and until then no key belongs there."""
    inside = lab.control(INSIDE[name], lab.cell(0))
    press(lab, name, "Space")
    expect(inside).to_be_visible()
    try:
        yield
    finally:
        press(lab, name, "Space")
        expect(inside).to_be_hidden()


def use_named(lab, name):
    """Give a name under "Your own", and use what is called so."""
    press(lab, "Name", "Control+a")
    lab.page.keyboard.type(name)
    comes_to(lab, "play.controls['name'].value", name)  # a click may overtake what was typed
    press(lab, "Use it", "Enter")


def load(lab, field, text):
    """Put a text in the field of the state, and load it."""
    field.fill(text)
    comes_to(lab, "play.controls['text'].value", text)
    press(lab, "Load the state")


def setting(name):
    return f"play.session.settings.{name}"


# ---- The controls of the TensorFlow Playground, row by row -------------------------------------


def test_play_pause_step_and_reset_do_what_they_say(lab):
    press(lab, "Step", "Enter", times=2)
    expect(sentence(lab)).to_contain_text("Epoch 2:")
    press(lab, "Play", "Space")
    expect(lab.control("Pause", lab.cell(0))).to_be_visible()
    lab.agree(lambda: epoch(lab) > 20, lambda: True)
    press(lab, "Step")  # pauses first
    expect(lab.control("Play", lab.cell(0))).to_be_visible()
    comes_to(lab, "play.session.epoch", epoch(lab))
    before = ask(lab, "(play.session.points.places.sum(), play.session.start.layers[0].weights)")
    press(lab, "Reset")
    expect(sentence(lab)).to_contain_text("Epoch 0:")
    after = ask(lab, "(play.session.points.places.sum(), play.session.start.layers[0].weights)")
    assert before.split(",")[0] == after.split(",")[0], "the points stay"
    assert before != after, "the weights are new"
    assert ask(lab, "play.session.network is play.session.start") == "True"


MENUS = {
    "Learning rate": ("learning_rate", settings.RATES),
    "Activation": ("activation", tuple(settings.ACTIVATIONS)),
    "Regularisation": ("regularization", settings.REGULARIZATIONS),
    "Regularisation rate": ("regularization_rate", settings.REGULARIZATION_RATES),
    "Output": ("output", settings.OUTPUTS["classification"]),
    "Problem": ("problem", tuple(settings.DATASETS)),
}


@pytest.mark.parametrize("label", MENUS)
def test_each_menu_offers_its_values_and_sets_one(lab, label):
    name, values = MENUS[label]
    options = lab.control(label, lab.cell(0)).locator("option").all_inner_texts()
    for option, value in zip(options, values, strict=True):
        words = option.replace("\N{NO-BREAK SPACE}", " ")
        assert words == value or float(words) == value
    every = label == "Activation"  # all values of one menu, and one value of each
    for option, value in list(zip(options, values, strict=True))[0 if every else -1 :]:
        choose(lab, label, option)
        comes_to(lab, setting(name), value)


def test_a_menu_answers_to_the_arrow_keys(lab):
    press(lab, "Activation", "ArrowDown")
    comes_to(lab, setting("activation"), "sigmoid")
    expect(sentence(lab)).to_contain_text("2-4-2-1 with sigmoid and tanh")


def test_rates_change_without_a_reset_and_what_else_is_learnt_begins_again(lab):
    press(lab, "Step", times=3)
    for label, option in (("Learning rate", "0.3"), ("Regularisation", "L2"),
                          ("Regularisation rate", "0.01")):  # fmt: skip
        choose(lab, label, option)
    lab.agree(lambda: ask(lab, "play.session.penalty"), lambda: "L2(rate=0.01)")
    assert ask(lab, "play.session.epoch") == "3"
    press(lab, "Step")
    expect(sentence(lab)).to_contain_text("Epoch 4:")
    for label, option in (("Activation", "relu"), ("Output", "sigmoid, cross-entropy")):
        press(lab, "Step")
        choose(lab, label, option)
        expect(sentence(lab)).to_contain_text("Epoch 0:")


@pytest.mark.parametrize(
    ("label", "name", "values"),
    [
        ("Training set (%)", "ratio", settings.RATIOS),
        ("Noise (%)", "noise", settings.NOISES),
        ("Batch size", "batch_size", settings.BATCH_SIZES),
    ],
)
def test_each_slider_goes_through_its_values(lab, label, name, values):
    if name == "batch_size":
        press(lab, label, "Home")
        comes_to(lab, setting(name), values[0])
        press(lab, label, "ArrowRight")
        comes_to(lab, setting(name), values[1])
    press(lab, label, "End")
    comes_to(lab, setting(name), values[-1])
    if name == "ratio":
        expect(sentence(lab)).to_contain_text(
            "450 points in the training set and 50 in the test set"
        )


def test_each_thumbnail_sets_its_data_set(lab):
    for problem in ("classification", "regression", "several classes"):
        choose(lab, "Problem", problem)
        names = settings.DATASETS[problem]
        thumbs = lab.cell(0).locator(".toynn-thumb")
        expect(thumbs).to_have_text(list(names))
        for name in names[::-1]:
            with lab.changes(canvas(lab, "layer >> nth=1")):
                lab.press(button(lab, name), "Enter")
                comes_to(lab, setting("dataset"), name)
            expect(button(lab, name)).to_have_attribute("aria-pressed", "true")
            expect(button(lab, name)).to_be_focused()
    assert ask(lab, setting("output")) == "'softmax, cross-entropy'"


def test_regenerate_makes_new_points_and_keeps_the_weights(lab):
    press(lab, "Step", times=2)
    expect(sentence(lab)).to_contain_text("Epoch 2:")
    kept = ask(lab, "play.network.layers[0].weights.tolist()")
    with lab.changes(canvas(lab, "layer >> nth=1")):
        press(lab, "New points")
    assert ask(lab, "play.network.layers[0].weights.tolist()") == kept
    assert ask(lab, setting("data_seed")) == "1"


def test_features_are_switched_on_and_off_with_the_keyboard(lab):
    nodes = lab.cell(0).get_by_role("switch")
    expect(nodes).to_have_count(7)
    nodes.first.focus()
    for name in ("X1", "X2", "X1^2"):
        expect(
            lab.cell(0).get_by_role("switch", name=f"feature {name}", exact=True)
        ).to_be_focused()
        lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("Space")
    comes_to(lab, setting("features"), ("X1", "X2", "X2^2"))
    last = lab.cell(0).get_by_role("switch", name="feature X2^2")
    expect(last).to_have_attribute("aria-checked", "true")
    expect(last).to_be_focused()
    expect(sentence(lab)).to_contain_text("the network is 3-4-2-1")
    for name in ("X1", "X2"):
        lab.cell(0).get_by_role("switch", name=f"feature {name}", exact=True).press("Enter")
    comes_to(lab, setting("features"), ("X2^2",))
    last.press("Enter")
    expect(trouble(lab)).to_contain_text("leave at least one switched on")
    assert ask(lab, setting("features")) == "('X2^2',)"


def test_layers_and_neurons_are_added_and_removed_up_to_the_limits(lab):
    for hidden in range(3, 7):
        lab.press(button(lab, "Add a hidden layer"), "Enter")
        expect(lab.cell(0).locator(".toynn-depth")).to_contain_text(f"{hidden} hidden layers")
    comes_to(lab, setting("hidden"), (4, 2, 2, 2, 2, 2))
    lab.press(button(lab, "Add a hidden layer"), "Enter")
    lab.press(button(lab, "Add a neuron to layer 6"), "Enter", times=1)
    comes_to(lab, setting("hidden"), (4, 2, 2, 2, 2, 3))
    for count in range(5, 9):
        lab.press(button(lab, "Add a neuron to layer 1"), "Enter")
        expect(lab.cell(0).locator(".toynn-heading").nth(1)).to_contain_text(str(count))
    expect(button(lab, "Add a neuron to layer 1")).to_have_attribute("aria-disabled", "true")
    for hidden in range(5, -1, -1):
        lab.press(button(lab, "Remove a hidden layer"), "Space")
        expect(lab.cell(0).locator(".toynn-depth")).to_contain_text(f"{hidden} hidden layer")
    comes_to(lab, setting("hidden"), ())
    expect(button(lab, "Remove a hidden layer")).to_be_focused()
    expect(sentence(lab)).to_contain_text("the network is 2-1 with tanh")


def test_a_click_comes_after_what_was_done_to_a_control_before_it(lab):
    """ipywidgets holds back all but the first of many changes, and a click overtakes them."""
    slider, step = lab.control("Noise (%)", lab.cell(0)), lab.control("Step", lab.cell(0))
    lab.page.evaluate(THREE_KEYS_AND_A_CLICK, [slider.element_handle(), step.element_handle()])
    comes_to(lab, f"({setting('noise')}, play.session.epoch)", (15, 1))
    with drawer(lab, "Your own"):
        press(lab, "Name", "Control+a")
        lab.page.keyboard.type("fits")
        press(lab, "Use it", "Enter")
        expect(sentence(lab)).to_contain_text("the network is 2-5-1 with relu and tanh")


def test_undo_and_redo_go_back_and_forth_with_buttons_and_with_keys(lab):
    press(lab, "Noise (%)", "ArrowRight")
    comes_to(lab, setting("noise"), 5)
    press(lab, "Step", times=2)
    expect(sentence(lab)).to_contain_text("Epoch 2:")
    weights = ask(lab, "play.network.layers[0].weights.tolist()")
    press(lab, "Undo")
    expect(sentence(lab)).to_contain_text("Epoch 1:")
    lab.page.keyboard.press("Control+z")  # the button still has the focus
    expect(sentence(lab)).to_contain_text("Epoch 0:")
    lab.press(button(lab, "layer 1, neuron 1, tanh"), "Control+z")
    comes_to(lab, setting("noise"), 0)
    expect(lab.cell(0).locator(".widget-readout", has_text="0").first).to_be_visible()
    for key in ("Control+Shift+z", "Control+y"):
        lab.page.keyboard.press(key)
    expect(sentence(lab)).to_contain_text("Epoch 1:")
    press(lab, "Redo")
    expect(sentence(lab)).to_contain_text("Epoch 2:")
    assert ask(lab, "play.network.layers[0].weights.tolist()") == weights
    press(lab, "Redo")
    expect(trouble(lab)).to_contain_text("nothing to redo")


def test_undo_stops_playing_and_takes_back_all_of_it(lab):
    press(lab, "Step")
    expect(sentence(lab)).to_contain_text("Epoch 1:")
    press(lab, "Play")
    lab.agree(lambda: epoch(lab) > 20, lambda: True)
    press(lab, "Undo")
    expect(lab.control("Play", lab.cell(0))).to_be_visible()
    expect(sentence(lab)).to_contain_text("Epoch 1:")


def test_in_a_field_the_keys_of_undo_take_nothing_back_but_text(lab):
    press(lab, "Step")
    expect(sentence(lab)).to_contain_text("Epoch 1:")
    button(lab, "output, tanh").press("Enter")
    field = lab.cell(0).locator(".toynn-field input").first
    expect(field).to_be_focused()
    lab.page.keyboard.type("7")
    for key in ("Control+z", "Control+Shift+z", "Control+y", "Escape"):
        lab.page.keyboard.press(key)
    press(lab, "Step")
    expect(sentence(lab)).to_contain_text("Epoch 2:")
    press(lab, "Undo", times=3)  # of the step, of the number that was typed, and of the step before
    expect(sentence(lab)).to_contain_text("Epoch 0:")


# ---- Its displays ------------------------------------------------------------------------------


def test_the_counter_the_losses_and_the_accuracy_are_those_of_the_kernel(lab):
    press(lab, "Step", times=7)
    expect(sentence(lab)).to_contain_text("Epoch 7:")
    losses, share = ask(lab, "tuple(play.session.losses)"), ask(lab, "play.session.accuracy")
    _, training, test = json.loads(losses.replace("(", "[").replace(")", "]"))
    shown = lab.cell(0).locator(".toynn-losses")
    for name, value in (
        ("Epoch", "000,007"),
        ("Accuracy", f"{float(share):.1%}"),
        ("Test loss", f"{test:.3f}"),
        ("Training loss", f"{training:.3f}"),
    ):
        expect(shown.locator("div", has_text=name)).to_contain_text(value)
    chart = lab.cell(0).locator("canvas.toynn-chart")
    expect(chart).to_have_attribute("aria-label", re.compile(f"to {test:.3f}. Training"))


def test_the_large_map_shows_what_the_network_answers(lab):
    lab.agree(
        lambda: lab.page.evaluate(
            "cell => { const { width, height } = cell.querySelector('canvas.toynn-layer');"
            " return [width, height].join(); }", lab.cell(0).element_handle()),
        lambda: "300,292",
    )  # fmt: skip
    board = lab.cell(0).get_by_role("application")
    board.focus()
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("Shift+ArrowUp")
    told = float(ask(lab, "float(play.network([0.2, 1.0])[0])"))
    reading = lab.cell(0).locator(".toynn-read")
    expect(reading).to_contain_text("At (0.2, 1.0): ")
    assert float(reading.inner_text().split(": ")[1]) == pytest.approx(told, abs=0.03)


def test_a_neuron_with_the_focus_shows_on_the_large_map(lab):
    before = canvas(lab, "layer").evaluate("c => c.toDataURL()")
    neuron = button(lab, "layer 1, neuron 2, tanh")
    with lab.changes(canvas(lab, "layer")):
        neuron.focus()
    expect(map_title(lab)).to_have_text("Output of layer 1, neuron 2")
    lab.page.keyboard.press("ArrowRight")
    expect(map_title(lab)).to_have_text("Output of layer 2, neuron 2")
    lab.page.keyboard.press("ArrowLeft")
    lab.page.keyboard.press("ArrowLeft")
    expect(map_title(lab)).to_have_text("Feature X2")
    lab.control("Play", lab.cell(0)).focus()
    expect(map_title(lab)).to_have_text("Output")
    lab.agree(lambda: canvas(lab, "layer").evaluate("c => c.toDataURL()"), lambda: before)
    neuron.hover()
    expect(map_title(lab)).to_have_text("Output of layer 1, neuron 2")


def test_test_points_show_when_they_are_asked_for(lab):
    with lab.changes(canvas(lab, "layer >> nth=1")):
        press(lab, "Show the test set", "Space")
    comes_to(lab, "play.looks.test", True)


def test_a_discretized_output_has_two_colours(lab):
    press(lab, "Step", times=9)
    expect(sentence(lab)).to_contain_text("Epoch 9:")
    assert canvas(lab, "layer").evaluate(COLOURS) > 20
    press(lab, "Show decisions only", "Space")
    lab.agree(lambda: canvas(lab, "layer").evaluate(COLOURS) <= 2, lambda: True)


def point_at_a_link(lab):
    """Move the pointer across the links of the first layer until it is on one; returns its tip."""
    box, tip = canvas(lab, "links").bounding_box(), lab.cell(0).locator(".toynn-tip")
    for down in range(60, 260, 2):
        lab.page.mouse.move(box["x"] + 145, box["y"] + down)
        if tip.is_visible():
            lab.page.mouse.move(box["x"] + 145, box["y"] + down + 3)  # from its edge to its middle
            return tip
    raise AssertionError("there is no link")


def test_links_show_gradients_as_well_as_weights(lab):
    with lab.changes(canvas(lab, "links")):
        choose(lab, "Links show", "gradients")
    expect(lab.cell(0).locator(".toynn-net")).to_contain_text("how the loss would rise")
    tip = point_at_a_link(lab)
    expect(tip).to_contain_text(re.compile(r"^Gradient of the weight is -?[\d.e-]+$"))


def test_a_link_and_a_bias_are_edited_with_a_click(lab):
    tip = point_at_a_link(lab)
    expect(tip).to_have_text(re.compile(r"^Weight is -?\d\.\d\d$"))
    shown = float(tip.inner_text().split()[-1])
    lab.page.mouse.down()
    lab.page.mouse.up()
    field = lab.cell(0).locator(".toynn-field input:focus")
    assert float(field.input_value()) == pytest.approx(shown, abs=0.006)
    lab.page.keyboard.type("3.25")
    lab.page.keyboard.press("Enter")
    comes_to(lab, "float(play.network.layers[0].weights.max())", 3.25)
    loss = float(ask(lab, "play.session.losses.test"))
    expect(sentence(lab)).to_contain_text(f"test loss {loss:.3f}")
    x, y = lab.page.evaluate("""cell => {
        const node = cell.querySelector('.toynn-node[aria-label^="layer 2, neuron 1"]');
        const { left, bottom } = node.getBoundingClientRect();
        return [left - 6, bottom - 4];
    }""", lab.cell(0).element_handle())  # fmt: skip
    lab.page.mouse.move(x, y)
    expect(tip).to_have_text("Bias is 0.10")
    lab.page.mouse.down()
    lab.page.mouse.up()
    expect(lab.cell(0).locator(".toynn-field input:focus")).to_have_value("0.1")
    lab.page.keyboard.press("Escape")
    expect(lab.cell(0).locator(".toynn-card")).to_be_hidden()


def test_a_card_that_was_open_before_writes_to_the_neuron_that_is_there_now(lab):
    """With one more layer, the output has its old name and as many inputs, one layer later."""
    fields = lab.cell(0).locator(".toynn-field input")
    button(lab, "output, tanh").press("Enter")
    expect(fields.nth(1)).to_have_accessible_name("weight from layer 2, neuron 1")
    lab.page.keyboard.press("Escape")
    ask(lab, "play.set(hidden=(4, 2, 2))")
    button(lab, "output, tanh").press("Enter")
    expect(fields.nth(1)).to_have_accessible_name("weight from layer 3, neuron 1")
    fields.nth(1).fill("7")
    fields.nth(1).press("Enter")
    comes_to(lab, "float(play.network.layers[3].weights[0, 0])", 7.0)
    lab.page.keyboard.press("Escape")


def test_a_number_that_is_none_is_refused_in_a_line(lab):
    button(lab, "output, tanh").press("Enter")
    field = lab.cell(0).locator(".toynn-field input").first
    expect(field).to_be_focused()
    for text, words in (("abc", "'abc' is not a number"), ("inf", "the number is inf")):
        field.fill(text)
        field.press("Enter")
        expect(trouble(lab)).to_contain_text("That did not work")
        expect(trouble(lab)).to_contain_text(words)
    assert ask(lab, "play.network == play.session.start") == "True"
    lab.page.keyboard.press("Tab")
    expect(field).to_have_value("0.1")
    lab.page.keyboard.press("Escape")


def test_a_line_of_trouble_stays_while_the_pointer_moves_about(lab):
    node = button(lab, "layer 1, neuron 2, tanh")
    node.hover()
    expect(map_title(lab)).to_have_text("Output of layer 1, neuron 2")
    button(lab, "output, tanh").press("Enter")
    field = lab.cell(0).locator(".toynn-field input").first
    expect(field).to_be_focused()
    field.fill("abc")
    field.press("Enter")
    expect(trouble(lab)).to_be_visible()
    for away in (False, True):
        lab.page.mouse.move(1, 1) if away else node.hover()
        words = "Output" if away else "Output of layer 1, neuron 2"
        expect(map_title(lab)).to_have_text(words)
        expect(trouble(lab)).to_contain_text("'abc' is not a number")
    press(lab, "Step")
    expect(trouble(lab)).to_be_hidden()


def test_the_card_of_a_neuron_shows_its_activation(lab):
    button(lab, "layer 1, neuron 1, tanh").press("Enter")
    curve = lab.cell(0).locator("canvas.toynn-curve")
    z = "forward(play.network, play.session.training_data.X).zs[0][:, 0]"
    low, high = (float(ask(lab, f"float({z}.{end}())")) for end in ("min", "max"))
    words = re.compile(f"tanh.* from {low:.2f} to {high:.2f}")
    expect(curve).to_have_attribute("aria-label", words)
    lab.page.keyboard.press("Escape")
    expect(button(lab, "layer 1, neuron 1, tanh")).to_be_focused()


def test_the_legend_names_what_colours_and_shapes_mean(lab):
    legend = lab.cell(0).locator(".toynn-legend")
    expect(legend).to_have_text("low: blue squares−101high: orange circles")
    choose(lab, "Problem", "several classes")
    words = "one: blue squarestwo: orange circlesthree: green triangles"
    expect(legend).to_have_text(words)


def test_the_sentence_is_read_aloud_at_a_bearable_rate(lab):
    """A screen reader hears the sentence when all is at rest, and else every five seconds."""
    spoken = lab.cell(0).locator(".toynn-screen > .toynn-spoken")
    expect(spoken).to_contain_text("Epoch 0:")
    press(lab, "Play")
    heard = """spoken => new Promise(done => {
        const all = { childList: true, characterData: true, subtree: true };
        const shown = spoken.parentElement.querySelector(".toynn-sentence"), began = Date.now();
        let sentences = 0, said = 0;
        new MutationObserver(() => said++).observe(spoken, all);
        new MutationObserver(() => ++sentences === 8 && done([said, Date.now() - began]))
            .observe(shown, all);
    })"""
    said, milliseconds = spoken.evaluate(heard)
    assert said <= 1 + milliseconds // 5000
    pause(lab)
    lab.agree(spoken.inner_text, sentence(lab).inner_text)


def test_the_sentence_is_read_aloud_at_rest_also_where_it_stood_there_in_motion(lab):
    """The last frame of a training and the first one at rest may say the same."""
    spoken = lab.cell(0).locator(".toynn-screen > .toynn-spoken")
    expect(spoken).to_contain_text("Epoch 0:")
    resting = ask(lab, "play.picture.facts['sentence']")[1:-1]
    moved = resting.replace("Epoch 0:", "Epoch 1:")
    for playing in (True, False):
        changed = f"{{'sentence': {moved!r}, 'playing': {playing}, 'number': play.handshake.sent}}"
        ask(lab, f"setattr(play.picture, 'facts', play.picture.facts | {changed})")
        expect(sentence(lab)).to_have_text(moved)
    expect(spoken).to_have_text(moved)


@pytest.mark.parametrize("width", [1280, 900])
def test_a_line_of_trouble_moves_nothing(lab, width):
    lab.page.set_viewport_size({"width": width, "height": 800})
    try:
        lab.cell(0)
        places = """cell => [...cell.querySelectorAll(".toynn-net, .toynn-map, .toynn-code")]
            .map(part => part.getBoundingClientRect().top
                - cell.querySelector(".widget-vbox").getBoundingClientRect().top)"""
        lab.agree(lambda: lab.cell(0).evaluate(places), lambda: lab.cell(0).evaluate(places))
        before = lab.cell(0).evaluate(places)
        ask(lab, "play.set(noise=7)")
        expect(trouble(lab)).to_contain_text("noise is 7")
        assert lab.cell(0).evaluate(places) == pytest.approx(before, abs=1)
    finally:
        lab.page.set_viewport_size(SIZE)


# ---- And beyond it -----------------------------------------------------------------------------


def test_the_table_holds_every_weight(lab):
    lab.cell(0).locator("summary", has_text="All weights").press("Enter")
    rows = lab.cell(0).locator(".toynn-table tr")
    expect(rows).to_have_count(8)
    weights = json.loads(ask(lab, "play.network.layers[1].weights[0].tolist()"))
    expect(rows.nth(5)).to_have_text(
        re.compile("layer 2, neuron 10.100" + "".join(f"{w:.3f}" for w in weights))
    )
    press(lab, "Step")
    expect(rows.nth(5)).not_to_contain_text("neuron 10.100")


def test_the_code_ends_with_the_same_network(lab):
    press(lab, "Step", times=3)
    choose(lab, "Learning rate", "0.3")
    press(lab, "Step", times=2)
    expect(sentence(lab)).to_contain_text("Epoch 5:")
    lab.cell(0).locator("summary", has_text="Show the code").press("Enter")
    program = lab.cell(0).locator(".toynn-code pre")
    expect(program).to_contain_text("epochs=3, learning_rate=0.03")
    expect(program).to_contain_text("epochs=2, learning_rate=0.3")
    names = {"print": lambda *losses: None}
    exec(program.inner_text(), names)  # noqa: S102 - it is ours
    assert repr(names["network"].layers[0].weights.tolist()) == ask(
        lab, "play.network.layers[0].weights.tolist()"
    )


def test_the_reader_s_own_network_learns_on_the_screen(lab):
    with drawer(lab, "Your own"):
        field = lab.control("Name", lab.cell(0))
        expect(field).to_have_attribute("placeholder", "such as broken, fits, three")
        use_named(lab, "fits")
        expect(sentence(lab)).to_contain_text("the network is 2-5-1 with relu and tanh")
        press(lab, "Step", times=2)
        expect(sentence(lab)).to_contain_text("Epoch 2:")
        assert ask(lab, "play.session.start == fits") == "True"
        press(lab, "Reset")
        comes_to(lab, "play.network == fits", True)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("three", "takes 3 inputs, but 2 features are switched on (X1, X2)"),
        ("wrong", "the derivative of wrong does not fit"),
        ("broken", "f of broken gives nan at z = -5.01"),
        ("nothing", "there is nothing called 'nothing' in this notebook"),
    ],
)
def test_what_of_the_reader_s_own_does_not_work_is_refused_and_nothing_is_lost(lab, name, words):
    press(lab, "Step", times=2)
    expect(sentence(lab)).to_contain_text("Epoch 2:")
    before = ask(lab, "play.state")
    with drawer(lab, "Your own"):
        use_named(lab, name)
        expect(trouble(lab)).to_contain_text(words)
        expect(trouble(lab)).to_have_text(re.compile("^That did not work: [^\n]+$"))
        assert ask(lab, "play.state") == before
    press(lab, "Step")
    expect(trouble(lab)).to_be_hidden()


def test_an_activation_of_the_reader_s_own_is_offered_in_the_menu(lab):
    assert ask(lab, "play.use(bump)") == "bump is on the screen now."
    expect(sentence(lab)).to_contain_text("with bump and tanh")
    expect(lab.control("Activation", lab.cell(0))).to_have_value("bump")


def hand_over(lab, file):
    """Choose a file, as the dialogue of the browser does it."""
    with lab.page.expect_file_chooser() as dialogue:
        lab.cell(0).get_by_role("button", name="Points from a CSV file").press("Enter")
    dialogue.value.set_files(file)


def test_points_are_added_and_removed_by_key_and_by_click(lab):
    choose(lab, "Problem", "my points")
    expect(sentence(lab)).to_contain_text("No points yet.")
    press(lab, "Play")
    expect(trouble(lab)).to_contain_text("there are no points to learn from yet")
    board = lab.cell(0).get_by_role("application")
    board.focus()
    for key in ("ArrowRight", "Enter", "Shift+ArrowUp", "Enter"):
        lab.page.keyboard.press(key)
    comes_to(lab, "play.session.points.places.tolist()", [[0.2, 0.0], [0.2, 1.0]])
    with drawer(lab, "Your own"):
        choose(lab, "New points are", "high")
        board.click(position={"x": 28 + 132 + 66, "y": 8 + 132})  # a quarter right of the middle
        comes_to(lab, "play.session.points.places[-1].round().tolist()", [3.0, 0.0])
        comes_to(lab, "play.session.points.targets.tolist()", [0.0, 0.0, 1.0])
        choose(lab, "New points are", "third")
        board.click(position={"x": 60, "y": 60})
        comes_to(lab, "len(play.session.points.classes)", 3)
        assert ask(lab, setting("output")) == "'softmax, cross-entropy'"
        board.focus()
        lab.page.keyboard.press("Delete")  # of the nearest to the middle
        comes_to(lab, "len(play.session.points)", 3)
        press(lab, "Remove my points")
        expect(sentence(lab)).to_contain_text("No points yet.")


def test_points_come_from_a_file_and_those_of_before_stay_where_it_is_wrong(lab, tmp_path):
    with drawer(lab, "Your own"):
        file = tmp_path / "mine.csv"
        file.write_text("x,y,kind\n1,2,cat\n-3,1,dog\n2,2,cat\n")
        hand_over(lab, file)
        expect(sentence(lab)).to_contain_text("The data set is my points")
        comes_to(lab, "play.session.points.classes", ("cat", "dog"))
        file = tmp_path / "bad.csv"
        file.write_text("x,y,kind\n1,,cat\n")
        hand_over(lab, file)
        expect(trouble(lab)).to_contain_text("bad.csv, line 2: the value of 'y' is missing")
        assert ask(lab, "play.session.points.classes") == "('cat', 'dog')"


def test_a_picture_drawn_anew_leaves_the_focus_where_the_reader_has_gone(lab):
    press(lab, "Remove a hidden layer")
    comes_to(lab, setting("hidden"), (4,))
    for name in ("xor", "circle", "gauss"):
        step = lab.control("Step", lab.cell(0))
        step.focus()
        ask(lab, f"play.set(dataset={name!r}, hidden=(4, 2))")
        ask(lab, "play.set(hidden=(4,))")
        expect(button(lab, name)).to_have_attribute("aria-pressed", "true")
        lab.page.evaluate("new Promise(done => requestAnimationFrame(() => "
                          "requestAnimationFrame(done)))")  # fmt: skip
        expect(step).to_be_focused()


def test_the_state_is_restored_exactly_and_a_damaged_one_is_refused(lab):
    lab.press(button(lab, "xor"), "Enter")
    press(lab, "Step", times=4)
    expect(sentence(lab)).to_contain_text("Epoch 4:")
    shown, weights = sentence(lab).inner_text(), ask(lab, "play.network.layers[0].weights.tolist()")
    with drawer(lab, "State"):
        press(lab, "Write the state")
        field = lab.cell(0).locator("textarea")
        expect(field).to_have_value(re.compile("^toynn-playground-1\\."))
        text = field.input_value()
        press(lab, "Reset")
        expect(sentence(lab)).to_contain_text("Epoch 0:")
        for bad, words in ((text[:-9], "is damaged"), ("https://example.org/#x", "is no state of")):
            load(lab, field, bad)
            expect(trouble(lab)).to_contain_text(words)
            expect(sentence(lab)).to_contain_text("Epoch 0:")
        load(lab, field, text)
        expect(sentence(lab)).to_have_text(shown)
        assert ask(lab, "play.network.layers[0].weights.tolist()") == weights


def test_seeds_give_the_same_start_again(lab):
    with drawer(lab, "Seeds"):
        first = ask(lab, "play.network.layers[0].weights.tolist()")
        field = lab.control("Weight seed", lab.cell(0))
        field.fill("7")
        field.press("Enter")
        comes_to(lab, setting("weight_seed"), 7)
        assert ask(lab, "play.network.layers[0].weights.tolist()") != first
        field.fill("0")
        field.press("Enter")
        comes_to(lab, "play.network.layers[0].weights.tolist()", json.loads(first))
        choose(lab, "Initial weights", "zero")
        comes_to(lab, "float(abs(play.network.layers[0].weights).max())", 0.0)
        field = lab.control("Data seed", lab.cell(0))
        field.fill("3")
        field.press("Enter")
        comes_to(lab, setting("data_seed"), 3)


def test_an_instructor_can_hide_every_control(lab):
    with drawer(lab, "Show and hide controls"):
        boxes = lab.cell(0).get_by_role("checkbox", checked=True)
        expect(boxes).to_have_count(len(HIDEABLE))
        expect(lab.control("Noise (%)", lab.cell(0))).to_be_visible()
        lab.press(lab.control("Noise", lab.cell(0)), "Space")
        expect(lab.cell(0).locator(".widget-slider", has_text="Noise (%)")).to_be_hidden()
        comes_to(lab, "play.looks.hide", ("noise",))
        ask(lab, "play.load(play.state)")
        expect(lab.cell(0).locator(".widget-slider", has_text="Noise (%)")).to_be_hidden()
        lab.press(lab.control("Noise", lab.cell(0)), "Space")
        expect(lab.control("Noise (%)", lab.cell(0))).to_be_visible()
        for name in HIDEABLE.values():
            lab.press(lab.cell(0).get_by_role("checkbox", name=name, exact=True).last, "Space")
            expect(
                lab.cell(0).get_by_role("checkbox", name=name, exact=True).last
            ).not_to_be_checked()
        comes_to(lab, "len(play.looks.hide)", len(HIDEABLE))
        for gone in ("Play", "Step", "New points", "Add a hidden layer", "xor", "State"):
            expect(button(lab, gone)).to_be_hidden()


def test_training_that_diverges_says_when_and_keeps_the_last_good_network(lab):
    choose(lab, "Problem", "regression")
    choose(lab, "Learning rate", "10")
    press(lab, "Play")
    expect(trouble(lab)).to_contain_text("Diverged in epoch 2")
    expect(trouble(lab)).to_contain_text("Lower the learning rate")
    expect(lab.control("Play", lab.cell(0))).to_be_visible()
    assert ask(lab, "bool(np.isfinite(play.network.layers[0].weights).all())") == "True"


def test_what_is_drawn_follows_the_theme(lab):
    light = lab.page.evaluate("document.body.dataset.jpThemeLight") == "true"
    for name in ("Dark", "Light") if light else ("Light", "Dark"):
        with lab.changes(canvas(lab, "links")):
            lab.theme(f"JupyterLab {name}")


def test_dashes_move_only_for_those_who_do_not_mind(lab):
    choose(lab, "Learning rate", "0.00001")  # so that nothing else can be seen to move
    lab.page.emulate_media(reduced_motion="reduce")
    try:
        press(lab, "Play")
        expect(lab.control("Pause", lab.cell(0))).to_be_visible()
        lab.agree(lambda: epoch(lab) > 5, lambda: True)
        assert canvas(lab, "links").evaluate(MOVED) < 20
        lab.page.emulate_media(reduced_motion="no-preference")
        lab.agree(lambda: canvas(lab, "links").evaluate(MOVED) > 200, lambda: True)
    finally:
        lab.page.emulate_media(reduced_motion="no-preference")
        pause(lab)


def test_the_keyboard_alone_builds_trains_edits_and_reads(lab):
    lab.press(button(lab, "spiral"), "Space")
    comes_to(lab, setting("dataset"), "spiral")
    lab.press(button(lab, "Remove a neuron from layer 1"), "Enter")
    comes_to(lab, setting("hidden"), (3, 2))
    lab.press(button(lab, "Add a neuron to layer 2"), "Enter")
    comes_to(lab, setting("hidden"), (3, 3))
    press(lab, "Play", "Space")
    lab.agree(lambda: epoch(lab) > 10, lambda: True)
    pause(lab, "Space")
    lab.cell(0).get_by_role("switch", name="feature X1", exact=True).focus()
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("Enter")
    field = lab.cell(0).locator(".toynn-field input").nth(1)
    lab.page.keyboard.press("Tab")
    expect(field).to_be_focused()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("2.5")
    lab.page.keyboard.press("Enter")
    comes_to(lab, "float(play.network.layers[0].weights[0, 0])", 2.5)
    loss = float(ask(lab, "play.session.losses.training"))
    expect(sentence(lab)).to_contain_text(f"training loss {loss:.3f}")
    lab.page.keyboard.press("Escape")


def test_forty_controls_in_a_row_leave_nothing_stale(lab):
    """In no time at all, while it trains: the last one counts, and the page says what holds."""
    rng = random.Random(4)  # noqa: S311 - nothing secret
    press(lab, "Play")
    actions = [
        lambda: choose(lab, "Learning rate", rng.choice(["0.03", "0.1", "0.3"])),
        lambda: choose(lab, "Activation", rng.choice(["tanh", "relu", "sigmoid"])),
        lambda: press(lab, "Noise (%)", rng.choice(["ArrowRight", "ArrowLeft"])),
        lambda: press(lab, "Batch size", rng.choice(["ArrowRight", "ArrowLeft"])),
        lambda: button(lab, rng.choice(["circle", "xor", "spiral"])).press("Enter"),
        lambda: press(lab, "Show the test set", "Space"),
        lambda: button(lab, "Add a neuron to layer 1").press("Enter"),
        lambda: button(lab, "Remove a neuron from layer 1").press("Enter"),
        lambda: press(lab, "New points"),
    ]
    for _ in range(40):
        rng.choice(actions)()
    pause(lab)
    lab.agree(
        lambda: sentence(lab).inner_text(), lambda: ask(lab, "play.picture.facts['sentence']")[1:-1]
    )
    lab.agree(lambda: ask(lab, "play.handshake.sent - play.handshake.drawn"), lambda: "0")
    name = ask(lab, setting("dataset"))[1:-1]
    expect(button(lab, name)).to_have_attribute("aria-pressed", "true")
    rate = float(lab.control("Learning rate", lab.cell(0)).locator("option:checked").inner_text())
    assert repr(rate) == ask(lab, f"float({setting('learning_rate')})")


# ---- Several playgrounds, and what becomes of them ---------------------------------------------


@pytest.fixture(scope="module")
def two(labs, write):
    """A page with two playgrounds, a cell that computes, and another explorer."""
    imports = (
        "from toynn_course.explorers import GateExplorer\n"
        "from toynn_course.playground import Playground\nkept = []"
    )
    cells = [imports]
    cells += [f"play = Playground(dataset={name!r})\nkept.append(play)\nplay"
              for name in ("circle", "xor")]  # fmt: skip
    cells += ["1 + 1", "GateExplorer()"]
    with labs.page() as lab:
        lab.open(write(*cells, name="two.ipynb"))  # a notebook has a kernel of its own
        lab.run_all()
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []


def run_cell(lab, number):
    lab.page.evaluate(f"jupyterapp.shell.currentWidget.content.activeCellIndex = {number}")
    lab.page.evaluate("jupyterapp.commands.execute('notebook:run-cell')")


def test_two_playgrounds_do_not_disturb_each_other_nor_other_cells(two):
    first, second = two.cell(1), two.cell(2)
    two.press(two.control("Play", first), "Enter")
    two.agree(lambda: epoch(two, 1) > 5, lambda: True)
    run_cell(two, 3)
    expect(two.cell(3).locator(".jp-OutputArea-output")).to_have_text("2")
    assert ask(two, "[each.player.playing for each in kept]") == "[True, False]"
    assert epoch(two, 2) == 0
    two.press(two.control("Play", second), "Enter")
    two.agree(lambda: epoch(two, 2) > 5, lambda: True)
    two.press(two.control("Pause", two.cell(1)), "Enter")
    expect(two.control("Play", two.cell(1))).to_be_visible()
    assert ask(two, "[each.player.playing for each in kept]") == "[False, True]"
    run_cell(two, 2)  # again: what it showed is gone, so its task ends
    two.agree(lambda: ask(two, "[each.player.playing for each in kept]"),
              lambda: "[False, False, False]")  # fmt: skip


def test_after_a_restart_of_the_kernel_the_picture_says_so(two):
    shown = epoch(two, 1)
    two.press(two.control("Play", two.cell(1)), "Enter")
    two.agree(lambda: epoch(two, 1) > shown, lambda: True)
    two.page.evaluate(
        "() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
    )
    for number in (1, 2, 4):
        expect(trouble(two, number)).to_contain_text("The kernel was restarted or has stopped")
        expect(trouble(two, number)).to_contain_text("Run its cell again")
    assert epoch(two, 1) > shown, "the picture is still there"


def test_after_a_shutdown_of_the_kernel_the_picture_says_so_once_it_is_used(labs, write):
    with labs.page() as lab:
        source = "from toynn_course.playground import Playground\nPlayground()"
        lab.open(write(source, name="shut.ipynb"))
        lab.run_all()
        expect(sentence(lab)).to_contain_text("Epoch 0:")
        lab.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        button(lab, "xor").press("Enter")
        expect(trouble(lab)).to_contain_text("The kernel was restarted or has stopped")
        assert lab.problems == []
