"""The book: every page can be read by everybody, on a phone as well, and leads to what it names."""

from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.lab import SIZE

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCHEMES = {"light": WCAG, "dark": ["color-contrast", "link-in-text-block"]}
"""What axe looks for in each; in the dark, what hangs on colours: nothing else can differ."""

# axe-core on the whole page, its math set: all that WCAG 2.2 asks for, A and AA. No finding is
# excused. (Its further advice is left out: the theme has no landmark around the logo.)
RULES = """async runOnly => {
    await window.MathJax?.startup?.promise;
    const { violations } = await axe.run({ resultTypes: ["violations"], runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""

# Colours fade over. (The promise of an animation is no help: Chromium does not always keep it.)
FADED = "document.getAnimations().every(each => each.playState == 'finished')"

# What sticks out at the side, where the page can be scrolled sideways.
WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? []
    : [...document.querySelectorAll("body *")]
        .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
        .map(part => part.outerHTML.slice(0, 120))"""


class Page(HTMLParser):
    """The links and the pictures of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.ids, self.nameless = [], set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        """Keep what a tag leads to."""
        attributes = dict(attributes)
        self.ids.add(attributes.get("id"))
        link = attributes.get("href") or attributes.get("src")
        if link and tag in {"a", "img", "script", "link", "source"}:
            self.links.append(link)
        if tag == "img" and not attributes.get("alt"):
            self.nameless.append(attributes.get("src"))


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the book by its address."""
    paths = (*site.glob("*.html"), *site.glob("reference/*.html"))
    return {path.relative_to(site).as_posix(): Page(path) for path in sorted(paths)}


@pytest.fixture(scope="session")
def opened(browser, url):
    """A function that opens a page of the book."""
    with browser.new_context(viewport=SIZE) as context:
        page = context.new_page()

        def open_page(address):
            page.goto(f"{url}/{address}")
            return page

        yield open_page


@pytest.fixture(scope="session")
def looks(pages, opened):
    """What is wrong with the look of each page: in either colour scheme, and on a phone."""
    return {address: dict(_looks(opened(address))) for address in pages}


def _looks(page):
    from axe_playwright_python.base import AXE_SCRIPT

    page.set_viewport_size(SIZE)
    page.evaluate(AXE_SCRIPT)
    for scheme, rules in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function("it => document.documentElement.dataset.theme == it", arg=scheme)
        page.wait_for_function(FADED)
        yield scheme, page.evaluate(RULES, rules)
    page.set_viewport_size(PHONE)
    yield "phone", page.evaluate(WIDE)


def test_there_is_a_page_for_each_notebook_and_each_module(pages):
    from toynn_course.site.project import notebooks
    from toynn_course.site.reference import MODULES

    assert {f"{notebook.name}.html" for notebook in notebooks()} <= set(pages)
    assert {f"reference/{name}.html" for name in MODULES} <= set(pages)
    assert {"index.html", "search.html"} <= set(pages)


def target(site, address, link):
    """The file that a link on a page leads to; the notebook that JupyterLite is to open."""
    parts = urlsplit(link)
    if parts.query.startswith("path="):
        return site / "lite" / "files" / parts.query.removeprefix("path=")
    return (site / address).parent / unquote(parts.path) if parts.path else site / address


def test_every_link_within_the_site_leads_somewhere(site, pages):
    links = ((address, link) for address, page in pages.items() for link in page.links)
    within = [(address, link) for address, link in links if not urlsplit(link).scheme]
    assert [each for each in within if not target(site, *each).exists()] == []


def test_every_page_has_a_link_that_runs_its_notebook(pages):
    for address, page in pages.items():
        live = [link for link in page.links if "lite/lab/index.html?path=" in link]
        assert live, address
        name = address.removesuffix(".html")
        if name[:2].isdigit():
            assert f"lite/lab/index.html?path={name}.ipynb" in live


def test_every_picture_has_words(pages):
    assert {address: page.nameless for address, page in pages.items() if page.nameless} == {}


def test_no_widget_is_left_as_dead_text(site):
    for path in site.glob("[01]*.html"):
        text = path.read_text(encoding="utf-8")
        assert "appears here" not in text, path.name
        assert "widget-view" not in text, path.name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_page(looks, scheme):
    assert {address: look[scheme] for address, look in looks.items() if look[scheme]} == {}


def test_on_a_phone_no_page_is_scrolled_sideways(looks):
    assert {address: look["phone"] for address, look in looks.items() if look["phone"]} == {}


def test_the_search_finds_vanishing_gradient(opened):
    page = opened("search.html?q=vanishing+gradient")
    page.locator("#search-results li").first.wait_for()
    links = page.locator("#search-results li a").evaluate_all("links => links.map(a => a.href)")
    assert any("10_why_deep_networks_refuse" in link for link in links)


def test_the_book_reads_from_a_file_as_well(site, browser):
    page = browser.new_page()
    page.goto((site / "search.html").as_uri() + "?q=saddle")
    page.locator("#search-results li").first.wait_for()
    page.goto((site / "05_gradient_descent.html").as_uri())
    page.locator("mjx-container").first.wait_for()
    page.close()
