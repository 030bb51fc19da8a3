"""Notes: pages of the kit that are written by hand, in Markdown beside this file."""

import re
from pathlib import Path

import mistune

from toynn_course.kit.page import page

HERE = Path(__file__).parent
NOTES = {"accessibility.md": "accessibility.html", "before_the_class.md": "before_the_class.html"}
to_html = mistune.create_markdown(plugins=["table"])


def note_page(name):
    """A note as a page."""
    text = (HERE / name).read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    body = re.sub(r"<th(?=[ >])", '<th scope="col"', to_html(rest))
    body = body.replace("<table>", f"<table><caption>{title.removeprefix('# ')}</caption>")
    return page(title.removeprefix("# "), body)
