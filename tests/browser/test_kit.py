"""The kit, the slides and the projector mode in a browser: what can be seen of them."""

import nbformat
import pytest
from axe_playwright_python.base import AXE_SCRIPT

from toynn_course.kit.files import write_kit
from toynn_course.kit.lessons import NOTEBOOKS
from toynn_course.slides.decks import deck_page

pytestmark = pytest.mark.browser

PAGES = (
    "index.html", "schedule_90_minutes.html", "backpropagation_by_hand.html", "quiz_key.html",
    "timing_log.html", "before_the_class.html",
)  # fmt: skip
PHONE, DESK = {"width": 390, "height": 800}, {"width": 1280, "height": 720}

RULES = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))"""

# Goes to a slide, and says what of its words and pictures cannot be seen.
UNSEEN = """number => {
    const { h, v } = Reveal.getIndices(Reveal.getSlides()[number]);
    Reveal.slide(h, v);
    const parts = Reveal.getCurrentSlide().querySelectorAll("h2, p, li, td, th, pre, img, math");
    return [...parts].filter(part => !part.closest("aside, .unseen")).filter(part => {
        const { left, top, right, bottom, width } = part.getBoundingClientRect();
        return !width || !part.checkVisibility({ visibilityProperty: true })
            || left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1;
    }).map(part => part.outerHTML.slice(0, 100));
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The kit, and the slides of one notebook."""
    folder = tmp_path_factory.mktemp("kit")
    write_kit(folder, NOTEBOOKS)
    book = nbformat.read(NOTEBOOKS / "05_gradient_descent.ipynb", as_version=4)
    (folder / "slides.html").write_text(deck_page(book), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def page(chromium):
    """A page without a server, on which nothing goes wrong until the last test is over."""
    with chromium.new_context(viewport=DESK) as context:
        page, problems = context.new_page(), []
        page.on("pageerror", lambda error: problems.append(error.message))
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else 0)
        page.on("request", lambda request: problems.append(request.url)
                if not request.url.startswith(("file:", "data:")) else 0)  # fmt: skip
        yield page
        assert problems == []


@pytest.fixture(scope="module")
def slides(page, folder):
    page.goto((folder / "slides.html").as_uri())
    page.wait_for_function("Reveal.isReady()")
    page.evaluate(AXE_SCRIPT)
    return page


def axe(page):
    """What axe finds in either theme, by theme."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        if violations := page.evaluate(RULES):
            found[scheme] = violations
    return found


def test_every_slide_can_be_seen_whole(slides):
    count = slides.evaluate("Reveal.getSlides().length")
    unseen = {n: found for n in range(count) if (found := slides.evaluate(UNSEEN, n))}
    assert count > 50
    assert unseen == {}


def test_axe_finds_nothing_on_slides(slides):
    kinds = ("math", "table", "img", "pre", "ol", "h2")
    numbers = [
        slides.evaluate(
            "kind => Reveal.getSlides().findIndex(slide => slide.querySelector(kind))", kind
        )
        for kind in kinds
    ]
    for number in set(numbers):
        assert slides.evaluate(UNSEEN, number) == []
        assert axe(slides) == {}


def test_the_notes_are_shown_and_hidden_with_n(slides):
    slides.evaluate(UNSEEN, 0)
    notes = slides.locator(".speaker-notes")
    assert not notes.is_visible()
    slides.keyboard.press("n")
    notes.wait_for()
    slides.keyboard.press("n")
    notes.wait_for(state="hidden")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_kit_is_open_to_everybody_and_fits_on_a_phone(page, folder, name):
    page.goto((folder / name).as_uri())
    page.evaluate(AXE_SCRIPT)
    assert axe(page) == {}
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size(DESK)


def test_a_paper_sheet_prints_on_one_side_of_paper_each(page, folder):
    page.goto((folder / "backpropagation_by_hand.html").as_uri())
    pdf = page.pdf(prefer_css_page_size=True, tagged=True)
    assert pdf.count(b"/Type /Page\n") == 6  # the fifth, with two paths, needs a second one


SIZES = """area => {
    const size = part => part.getBoundingClientRect().width;
    return [size(area.querySelector("img")), size(area.querySelector("select"))];
}"""


def test_projector_mode_enlarges_pictures_and_controls_until_it_is_turned_off(lab, write):
    name = write(
        "from toynn_course import projector\nfrom toynn_course.explorers import SaddleExplorer",
        "SaddleExplorer()",
        "shown = projector.on()\nshown",
        "projector.off()",
        name="projector.ipynb",
    )
    lab.page.set_viewport_size({"width": 1600, "height": 900})
    lab.open(name)
    lab.run_all()
    area = lab.cell("SaddleExplorer()").locator(".jp-OutputArea-output")
    usual = area.evaluate(SIZES)
    lab.ask("shown.__class__(projected=True, sentence='')")
    lab.agree(lambda: area.evaluate(SIZES)[0] > 1.2 * usual[0], lambda: True)
    assert area.evaluate(SIZES)[1] > 1.2 * usual[1]
    lab.ask("shown.__class__(projected=False, sentence='')")
    lab.agree(lambda: area.evaluate(SIZES), lambda: usual)
    assert lab.errors() == lab.stderr() == lab.problems == []
