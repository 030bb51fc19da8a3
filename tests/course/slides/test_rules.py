"""The rules that make slides of cells, on small notebooks made for the purpose."""

import pytest

from toynn_course.slides.blocks import blocks_of, on_slide
from toynn_course.slides.room import ROOM
from toynn_course.slides.rules import WIDGET, planned

LONG = "One word after another. " * 12  # 48 words


def text(source, **metadata):
    return {"cell_type": "markdown", "metadata": metadata, "source": source}


def code(source, *outputs, **metadata):
    return {
        "cell_type": "code", "metadata": metadata, "source": source, "outputs": list(outputs),
    }  # fmt: skip


def printed(words):
    return {"output_type": "stream", "name": "stdout", "text": words}


CONTROLS = {"output_type": "display_data", "data": {WIDGET: {}, "text/plain": "a slider"}}


def places(*cells, **options):
    return [(piece.place, piece.cell["source"]) for piece in planned(cells, **options)]


def test_a_heading_begins_a_slide_also_in_the_middle_of_a_cell():
    assert places(text("# A\n\nShort.\n\n## B\nAlso short.\n\n### C")) == [
        ("slide", "# A"), ("-", "Short."), ("slide", "## B"), ("-", "Also short."),
        ("subslide", "### C"),
    ]  # fmt: skip


def test_a_long_paragraph_is_read_out_but_what_it_asks_and_names_is_shown():
    paragraph = f"{LONG}This is called a **term**. Press **Play**. {LONG}Why?"
    assert places(text(f"## A\n\n{paragraph}")) == [
        ("slide", "## A"),
        ("-", "This is called a **term**. Why?"),
        ("notes", paragraph),
    ]


def test_what_is_folded_away_on_a_page_is_a_note():
    folded = "<details><summary>How?</summary>\n\nLike this.\n\n</details>"
    assert places(text(f"## A\n\n{folded}\n\nShort."))[-1] == ("notes", folded)


def test_a_stub_and_its_check_stand_on_one_slide_with_their_headline():
    stub, check = code("x = ...", tags=["exercise:05.step"]), code('check("05.step", x)')
    found = places(text("### Exercise: A"), stub, check)
    assert [place for place, _ in found] == ["subslide", "-", "-"]


def test_what_only_imports_is_left_out():
    assert places(text("## A"), code("import numpy as np\nfrom toynn import train"))[-1] == (
        "skip", "import numpy as np\nfrom toynn import train",
    )  # fmt: skip


def test_controls_have_a_slide_of_their_own_unless_only_a_headline_is_above():
    asks = code('predict("05.slow")', CONTROLS)
    assert places(text("## A\n\nShort."), asks)[-1][0] == "subslide"
    assert places(text("## A"), asks)[-1][0] == "-"


def test_what_follows_a_question_and_may_be_its_answer_is_on_the_next_slide():
    asks = code('predict("05.slow")', CONTROLS)
    assert places(text("## A"), asks, code("1 + 1", printed("2")))[2:] == [
        ("subslide", '<p class="again">A</p>'),
        ("-", "1 + 1"),
    ]


def test_a_question_in_bold_is_shown_with_all_its_stars():
    found = places(text(f"## A\n\n{LONG}**Is it so?** {LONG}"))
    assert found[1] == ("-", "**Is it so?**")


def test_what_does_not_fit_goes_on_the_next_slide_below_the_same_headline():
    rows = code("show()", printed("row\n" * 12))
    found = places(text("## A"), rows, rows, rows)
    assert [place for place, _ in found] == ["slide", "-", "subslide", "-", "subslide", "-"]
    assert found[2][1] == '<p class="again">A</p>'


@pytest.mark.parametrize("cell", [code("x\n" * 20), code("x", printed("row\n" * 40))])
def test_what_has_more_lines_than_a_slide_is_left_out(cell):
    assert places(text("## A"), cell)[-1][0] == "skip"


@pytest.mark.parametrize(("lines", "left_out"), [(16, False), (17, True)])
def test_sixteen_lines_are_shown_with_a_line_break_at_their_end_and_without(lines, left_out):
    rows = "\n".join(["row"] * lines)
    for cell in (code(rows), code("x", printed(rows)), code("x", printed(rows + "\n"))):
        assert (places(text("## A"), cell)[-1][0] == "skip") == left_out


def test_a_cell_that_says_where_it_stands_is_left_as_it_is():
    own = text(f"# A\n\n{LONG}{LONG}", slideshow={"slide_type": "fragment"})
    assert places(own) == [("fragment", own["source"])]


def test_no_slide_is_planned_fuller_than_its_room():
    cells = [text(f"## A\n\n{'Short. ' * 5}")] + [code("show()", printed("row\n" * 5))] * 9
    used = 0
    for piece in planned(cells):
        used = piece.room if piece.place in ("slide", "subslide") else used + piece.room
        assert used <= ROOM


def test_blocks_are_split_where_a_line_is_empty_and_not_inside_what_belongs_together():
    kinds = [block.kind for block in blocks_of("a\n\n- b\n- c\n\n$$\nx\n\n$$\n\n| d |\n|---|")]
    assert kinds == ["paragraph", "items", "formula", "table"]
    assert len(blocks_of("```\na\n\nb\n```")) == 1


def test_a_table_of_any_length_is_shown():
    (block,) = blocks_of("| word |\n|---|\n" + "| word word word |\n" * 20)
    assert on_slide(block) == block.text
