"""All that is shown in a cell, for eyes and ears: names, colours, and room at every size."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.lab import SIZE
from toynn_course.explorers import controls

pytestmark = pytest.mark.browser

SHOWN = {
    "round trip": """
from toynn_course.explorers import *
from toynn_course.playground import Playground
RoundTrip()""",
    "activation": "ActivationExplorer()",
    "gate": "GateExplorer()",
    "builder": "NetworkBuilder()",
    "fit": """
fit = FitByHand()
for _ in range(5): fit.controls['note'].click()
fit.controls['show'].click()
fit""",
    "saturated": "SaturatedNeuron()",
    "learning rate": "rate = LearningRateExplorer(rate=0.9)\nrate.controls['steps'].set(10)\nrate",
    "depth": "DepthExplorer()",
    "bowl": "bowl = BowlExplorer()\nbowl.controls['steps'].set(5)\nbowl",
    "saddle": "saddle = SaddleExplorer()\nsaddle.controls['steps'].set(5)\nsaddle",
    "noisy bowl": "noisy = NoisyBowlExplorer(batch=4)\nnoisy.controls['steps'].set(50)\nnoisy",
    "dashboard": """
dashboard = Dashboard()
for _ in range(3): dashboard.controls['pin'].click()
dashboard""",
    "writer": """
writer = Writer(epochs=2)
writer.controls['practice'].value.to(0.5, epochs=2)
writer.controls['beginning'].value = 'mar'
writer""",
    "writer, in trouble": """
stuck = Writer()
stuck.controls['on'].click()
stuck.controls['beginning'].value = 'ß'
stuck""",
    "stepper": "Stepper('2-2-2', steps=8)",
    "trouble": "trouble = LearningRateExplorer()\ntrouble.controls['rate'].value = -1\ntrouble",
    "viewer": """
from toynn import Network, datasets, tanh, train
data = datasets.circle(n=100, rng=1)
network = Network.random((2, 4, 1), activation=tanh, rng=1)
TrainingViewer({'circle': (data, list(train(network, data, epochs=9, learning_rate=0.1)))})""",
    "playground": "Playground(dataset='spiral', hidden=(8, 8))",
    "playground, opened": """
opened = Playground(problem="several classes", hidden=(3,))
opened.session.train(5)
for kind in ("show", "select"): opened._heard(None, {"kind": kind, "layer": 0, "node": 1}, [])
for drawer in opened.controls.drawers.values(): drawer.value = True
opened.controls["write"].click()
opened""",
    "playground, six layers": "Playground(hidden=(8,) * 6, problem='regression')",
    "playground, in trouble": """
own = Playground(problem="my points")
own.use(3)
own""",
    "pad": """
from toynn import Network, datasets
reader = Network.random((64, 10), activation='softmax', rng=0)
pad = DigitPad({'trained on centred': reader, 'trained on moved': reader}, datasets.digits()[:9])
pad.next_example()
pad.past.clear()
pad.controls['undo'].click()
pad""",
    "prediction": """
from toynn_course.exercises import check, explain, predict, quiz, solution
gate = predict('02.bias')
gate._ask()  # whatever was answered in this folder before
gate""",
    "answered": """
gate = predict('02.bias', then=RoundTrip)
gate._answered(gate.prediction.options[0].text, 'certain')
gate""",
    "quiz": "quiz('00.quiz')",
    "quiz, answered": """
sheet = quiz('12.quiz')
sheet._answered({each.id: each.options[0].text for each in sheet.questions}, '')
sheet""",
    "explanation": """
notepad = explain('05.why_small_steps')
notepad._ask()  # whatever was written in this folder before
notepad""",
    "explanation, compared": """
compared = explain('05.why_small_steps')
compared.text.value = 'A text of some length, with averylongwordthatnobreakcanbefoundin. ' * 3
compared._compare()
compared""",
    "check": "check('02.sigmoid', lambda z: 1 / (1 + 2.718 ** z))",
    "solution": "solution('02.sigmoid')",
}

CANVAS = ("playground", "pad")
"""What is drawn on a canvas, and has no picture with an alt text."""

# One of each thing that the scripts below are to find.
WRONG = """
from ipywidgets import HTML, Button, Dropdown, IntSlider, VBox
narrow = {'layout': {'width': '9em'}, 'style': {'description_width': '3em'}}
VBox([
    IntSlider(description='Much too long', **narrow),
    Dropdown(description='', options=['a choice that is too long'], **narrow),
    Button(),
    HTML('<div style="overflow: hidden; width: 3em"><p style="width: 9em">wide</p></div>'),
    HTML('<p>under</p><p style="margin-top: -2em">over</p>'),
    HTML('<p style="color: #888; background: #fff">pale</p>'),
])"""

# axe-core on one output. No rule is left out and no finding excused. In JupyterLab it has been seen
# to pass over pale text, so contrast is also computed below.
RULES = """async area => {
    const { violations } = await axe.run(area, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""

# What a screen reader calls each thing that takes the keyboard, "" where it has no name.
NAMES = """area => {
    const takes = `input, select, textarea, button, summary, [contenteditable=true],
        [tabindex="0"]`;
    return [...area.querySelectorAll(takes)].filter(part => part.checkVisibility()).map(part =>
        part.getAttribute("aria-label") ?? [...(part.labels ?? [])]
            .concat(part.matches("button, summary") ? part : [])
            .map(label => label.textContent.trim()).join(" "));
}"""

# What is cut off, what lies over something else, and which picture is out of shape.
CROWDED = """area => {
    const parts = [...area.querySelectorAll(`.widget-label, .widget-label-basic, .widget-readout,
        .noUi-target, select, input, button, img, p, li, pre, summary, table`)].filter(part =>
            part.checkVisibility() && part.getClientRects().length && !part.closest("[aria-live]"));
    const named = part => `${part.tagName} ${part.className} ${part.textContent.slice(0, 40)}`;
    const found = [];
    for (const part of parts) {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        for (let box = part.parentElement; area.contains(box); box = box.parentElement) {
            if (box.matches(".toynn-scroller")) break; // a wide table is scrolled, by keys, too
            const edge = box.getBoundingClientRect();
            const clips = getComputedStyle(box).overflow != "visible";
            if ((clips || box === area) && (left < edge.left - 1 || right > edge.right + 1
                    || top < edge.top - 1 || bottom > edge.bottom + 1))
                found.push(`cut off by ${named(box)}: ${named(part)}`);
        }
        if (part.matches("label, .widget-label, .widget-readout, button, p, pre")
                && part.scrollWidth > part.clientWidth + 1)
            found.push(`text is cut off: ${named(part)}`);
        if (part.matches("select")) {
            const whole = part.parentElement.appendChild(part.cloneNode(true));
            whole.style = "flex: none; width: max-content; position: absolute";
            if (whole.offsetWidth > part.offsetWidth + 1)
                found.push(`choice is cut off: ${named(part)}`);
            whole.remove();
        }
        if (part.matches("img") && part.src.startsWith("blob:")
                && Math.abs(part.width * part.naturalHeight / part.naturalWidth - part.height) > 1)
            found.push("a picture out of shape");
    }
    parts.forEach((one, number) => parts.slice(number + 1).forEach(other => {
        if (one.contains(other) || other.contains(one)) return;
        const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1) found.push(`${named(one)} lies over ${named(other)}`);
    }));
    if (area.scrollWidth > area.clientWidth + 1) found.push("wider than the cell");
    return found;
}"""

# The contrast of each text with what is behind it, as WCAG 2 computes it, where it is below 4.5.
# The colours are painted over one another on one pixel, so that any notation and any alpha will do.
PALE = """area => {
    const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const paint = colour => {
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map(byte => byte / 255)
            .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const words = node => node.nodeType === Node.TEXT_NODE && node.data.trim();
    const texts = [...area.querySelectorAll("*")].filter(part =>
        part.checkVisibility() && !part.matches("option, :disabled")
            && (part.matches("select, input") || [...part.childNodes].some(words)));
    return texts.flatMap(part => {
        let behind = paint("white");
        const boxes = [];
        for (let box = part; box; box = box.parentElement) boxes.unshift(box);
        for (const box of boxes) behind = paint(getComputedStyle(box).backgroundColor);
        const text = paint(getComputedStyle(part).color);
        const ratio = (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
        return ratio < 4.5 ? [`${ratio.toFixed(2)}: ${part.outerHTML.slice(0, 100)}`] : [];
    });
}"""

# Which keys of which controls JupyterLab would hear, although they belong to the control, and
# where it would not hear Shift+Enter, which runs the cell. All are caught on their way to it.
HEARD = """area => {
    const cell = area.closest(".jp-Cell");
    const hears = (part, options) => {
        let heard = false;
        const listen = event => { heard = true; event.stopPropagation(); };
        cell.addEventListener("keydown", listen);
        part.dispatchEvent(new KeyboardEvent("keydown", { ...options, bubbles: true }));
        cell.removeEventListener("keydown", listen);
        return heard;
    };
    const controls = area.querySelectorAll(`select, button, input[type=radio],
        input[type=checkbox], [role=slider]`);
    return [...controls].filter(part => part.checkVisibility()).flatMap(part => [
        ...["x", "Enter", "ArrowDown", "End"].filter(key => hears(part, { key })),
        ...hears(part, { key: "Enter", shiftKey: true }) ? [] : ["no Shift+Enter"],
    ].map(found => `${found}: ${part.outerHTML.slice(0, 100)}`));
}"""


PAIRS = """area => [...area.querySelectorAll("img")].map(image =>
    [image.alt, image.parentElement.querySelector(".toynn-sentence")?.textContent])"""

NAMELESS = """area => [...area.querySelectorAll("canvas")].filter(canvas =>
    !canvas.ariaLabel && !canvas.closest("[aria-hidden=true]")
        && canvas.checkVisibility()).map(canvas => canvas.outerHTML)"""


@pytest.fixture(scope="module")
def lab(labs, write):
    """One page with all of it, on which nothing goes wrong until the last test is over."""
    with labs.page() as lab:
        lab.open(write(*SHOWN.values(), WRONG))
        lab.run_all()
        assert lab.dead_widgets() == []
        lab.page.evaluate(AXE_SCRIPT)
        yield lab
        assert lab.errors() == lab.stderr() == lab.problems == []


def walk(lab, **scripts):
    """What each script says of each thing that is shown, where it says something.

    The page lays out only what is near the view, and scrolling is slow, as is every question to the
    page: one walk for all of the scripts, and one question for each thing.
    """
    each = ", ".join(f"{name}: await ({source})(area)" for name, source in scripts.items())
    said = {script: {} for script in scripts}
    for number, name in enumerate(SHOWN):
        area = lab.cell(number).locator(".jp-OutputArea-output")
        assert area.count() == 1
        for script, found in area.evaluate(f"async area => ({{ {each} }})").items():
            if found:
                said[script][name] = found
    return said


@pytest.fixture(scope="module")
def light(lab):
    """What all the scripts say in the light theme."""
    return walk(
        lab, rules=RULES, names=NAMES, crowded=CROWDED, pale=PALE, heard=HEARD,
        pairs=PAIRS, nameless=NAMELESS,
    )  # fmt: skip


@pytest.fixture(scope="module")
def dark(lab):
    """What the scripts that look at colours say in the dark theme."""
    lab.theme("JupyterLab Dark")
    said = walk(lab, rules=RULES, pale=PALE)
    lab.theme("JupyterLab Light")
    return said


def test_no_key_of_a_control_reaches_the_notebook(light):
    assert light["heard"] == {}


def test_what_is_wrong_is_seen(lab):
    area = lab.cell(len(SHOWN)).locator(".jp-OutputArea-output")
    scripts = RULES, NAMES, CROWDED, PALE, HEARD
    rules, names, crowded, pale, heard = map(area.evaluate, scripts)
    assert {rule.split(":")[0] for rule in rules} >= {"button-name", "select-name"}
    assert "" in names
    for words in ("text is cut off", "choice is cut off", "cut off by DIV", "lies over"):
        assert any(words in line for line in crowded), (words, crowded)
    assert [line.split(":")[0] for line in pale] == ["3.54"]  # of #888 on white
    assert "x" in {line.split(":")[0] for line in heard}


def test_every_explorer_is_shown_here():
    shown = "".join(SHOWN.values())
    assert [name for name in controls.__all__ if f"{name}(" not in shown] == []


def test_axe_finds_nothing_in_either_theme(light, dark):
    assert light["rules"] == dark["rules"] == {}


def test_every_control_has_a_name(light):
    names = light["names"]
    assert [name for name, controls in names.items() if not all(controls)] == []
    assert names["round trip"] == ["z", "z, as a number"]
    assert {"Note this try", "Cost", "Slope w", "The numbers of the picture"} <= set(names["fit"])


def test_the_alt_text_of_a_picture_is_the_sentence_below_it(light):
    said = light["pairs"]
    words_only = ("prediction", "quiz", "explanation", "check", "solution")
    pictures = {name for name in SHOWN if not name.startswith((*CANVAS, *words_only))}
    assert set(said) == pictures
    for [[alt, sentence]] in said.values():
        assert alt == sentence
        assert len(alt.split()) > 8


def test_each_canvas_has_a_name_or_is_drawn_beside_words_that_say_the_same(light):
    assert light["nameless"] == {}


def test_nothing_is_cut_off_or_lies_over_something_else(light):
    assert light["crowded"] == {}


def test_nothing_is_cut_off_or_lies_over_something_else_when_zoomed_to_200_percent(lab, light):
    assert light  # the walk at full size comes first
    lab.page.set_viewport_size({"width": 640, "height": 400})
    assert walk(lab, crowded=CROWDED) == {"crowded": {}}
    lab.page.set_viewport_size(SIZE)


def test_texts_stand_out_from_what_is_behind_them(light, dark):
    assert light["pale"] == dark["pale"] == {}
