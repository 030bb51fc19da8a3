"""Pages that are not JupyterLab: what is written on our views can be read there, in any theme."""

import pytest

from tests.browser.lab import SIZE
from tests.browser.test_access import PALE
from toynn import Network
from toynn_course.explorers import DigitPad, RoundTrip
from toynn_course.playground import Playground

pytestmark = pytest.mark.browser

PAGES = {
    "no names": "body { background: white }",
    # github.com/googlecolab/colab-cdn-widget-manager: ipywidgets' own light values, and over them
    # those of src/index.css
    "Colab, dark": """:root { --jp-content-font-color1: black; --jp-layout-color1: white;
        --jp-ui-font-color1: #e3e3e3; --jp-layout-color2: #1e1e1e;
        --jp-widgets-input-background-color: #1e1e1e } body { background: #383838 }""",
    # github.com/microsoft/vscode-jupyter: widgets on white, whatever the theme, or in its colours
    "VS Code, on white": """:root { --jp-content-font-color1: black; --jp-layout-color1: white;
        --jp-ui-font-color1: rgba(0, 0, 0, 0.8); --jp-layout-color2: #eee;
        --jp-widgets-input-background-color: white } body { background: white; color: #ccc }""",
    "VS Code, dark": """:root { --jp-content-font-color1: #ccc; --jp-layout-color1: #3c3c3c;
        --jp-ui-font-color1: #ccc; --jp-layout-color2: #3c3c3c;
        --jp-widgets-input-background-color: #3c3c3c } body { background: #1f1f1f; color: #ccc }""",
}
"""What a page gives its outputs: the values of JupyterLab's names for colours, and a background."""

VIEWS = {
    "picture": lambda: RoundTrip().picture,
    "pad": lambda: DigitPad(Network.random((64, 10), rng=0)).pad,
    "playground": lambda: Playground().picture,
}

# Shows a view with a model that stands still.
SHOW = """async ([state, colours]) => {
    document.body.replaceChildren();
    document.head.innerHTML = `<style>${colours} ${state._css}</style>`;
    const script = new Blob([state._esm], { type: "text/javascript" });
    const { default: view } = await import(URL.createObjectURL(script));
    const value = given => given?.bytes ? new DataView(Uint8Array.from(given.bytes).buffer) : given;
    const model = { get: name => value(state[name]), on() {}, off() {}, send() {} };
    const el = document.body.appendChild(document.createElement("div"));
    view.render({ model, el });
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    [...el.querySelectorAll(".toynn-node")].at(-1)?.click(); // opens the card of a neuron
}"""


@pytest.fixture(scope="module")
def page(chromium):
    with chromium.new_context(viewport=SIZE) as context:
        page, problems = context.new_page(), []
        page.on("pageerror", lambda error: problems.append(error.message))
        page.set_content("<!doctype html>")
        yield page
        assert problems == []


def state_of(view):
    """What a view is sent, as JSON: bytes as lists of numbers."""
    return {
        name: {"bytes": list(value)} if isinstance(value, bytes) else value
        for name, value in view.get_state().items()
    }


@pytest.mark.parametrize("colours", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_word_stands_out_from_what_is_behind_it(page, view, colours):
    page.evaluate(SHOW, [state_of(view()), colours])
    assert len(page.inner_text("body").split()) > 10
    assert page.evaluate(f"({PALE})(document.body)") == []
