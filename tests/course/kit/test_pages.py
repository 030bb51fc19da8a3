"""Every page of the kit: whole, in order, and alone."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from toynn_course.exercises import EXERCISES, EXPLANATIONS, PREDICTIONS
from toynn_course.kit.files import contents
from toynn_course.kit.lessons import lessons

VOID = {"meta", "input", "br", "line", "rect", "circle", "link"}


class Page(HTMLParser):
    """What a test needs to know of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.words = [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    def all(self, *names):
        return [attrs for tag, attrs in self.tags if tag in names]

    @property
    def text(self):
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def pages(kit):
    return {path.name: Page(path.read_text("utf-8")) for path in kit.glob("*.html")}


def test_the_list_names_every_file_there_is(kit, pages):
    listed = {link["href"] for link in pages["index.html"].all("a") if "#" not in link["href"]}
    there = {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()}
    assert listed == there - {"index.html"}


def test_every_link_leads_somewhere(pages):
    ids = {name: {attrs.get("id") for _, attrs in page.tags} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.all("a"):
            file, _, place = link["href"].partition("#")
            assert not place or place in ids[file or name], (name, link)


def test_every_page_says_its_language_and_has_one_headline_and_no_level_left_out(pages):
    for name, page in pages.items():
        assert page.all("html") == [{"lang": "en"}]
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(deeper <= level + 1 for level, deeper in pairwise(levels)), name


def test_every_table_has_a_caption_and_heads_with_a_scope(pages):
    for name, page in pages.items():
        assert len(page.all("caption")) == len(page.all("table")), name
        assert all(head.get("scope") in ("col", "row") for head in page.all("th")), name


def test_every_field_has_a_name_and_every_drawing_words(pages):
    for page in pages.values():
        fields = [each for each in page.all("input", "textarea") if each.get("type") != "radio"]
        assert all(each["aria-label"] for each in [*fields, *page.all("svg")])


def test_no_page_asks_another_server_for_anything(kit):
    for path in kit.glob("*.html"):
        assert not re.search(
            r"https?:|//[a-z]|url\(|@import|<script|<link", path.read_text("utf-8")
        )


def test_ids_are_used_once(pages):
    for name, page in pages.items():
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), name


def test_every_prediction_is_there_with_each_belief_and_reason(pages):
    text = pages["predictions.html"].text.replace("`", "")
    for question in PREDICTIONS.values():
        for option in question.options:
            for said in (option.text, option.why, option.misconception):
                assert said.replace("`", "") in text, question.id
    for explanation in EXPLANATIONS.values():
        assert explanation.model.replace("`", "") in text


def test_every_known_mistake_is_there_with_its_message(pages):
    page = pages["mistakes.html"]
    text = page.text.replace("`", "")
    mistakes = [mistake for each in EXERCISES.values() for mistake in each.mistakes]
    assert all(" ".join(each.message.split()).replace("`", "") in text for each in mistakes)
    rows = [head for head in page.all("th") if head["scope"] == "row"]
    assert len(rows) == len(mistakes) > 500


def test_there_is_a_notebook_with_its_solutions_for_each_lesson(kit):
    names = {path.name for path in (kit / "solutions").glob("[0-9]*.ipynb")}
    assert names == {lesson.path.name for lesson in lessons().values()}
    assert "return w - rate * slope" in (kit / "solutions/05_gradient_descent.ipynb").read_text()


def test_the_contents_name_their_files_once(known):
    names = [name for files in contents(known).values() for name in files]
    assert len(names) == len(set(names))
