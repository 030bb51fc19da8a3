"""Room: how high a cell will be on a slide, roughly, in pixels of a slide 720 high."""

import re

WIDTH, HEIGHT = 1280, 720
ROOM = 620  # of the height, for what stands on a slide
LINE, CODE_LINE, ROW, GAP = 42, 31, 50, 24
LETTERS = 76  # of text in a line
HIGHEST = 500  # a picture is drawn smaller if it is higher


def height_of(cell):
    """How high a cell is, with its output."""
    if cell["cell_type"] == "markdown":
        return height_of_text(cell["source"])
    outputs = [height_of_output(output) for output in cell.get("outputs", [])]
    source = 0 if any("<img" in _html(output) for output in cell.get("outputs", [])) else 1
    lines = cell["source"].count("\n") + 1
    return source * (lines * CODE_LINE + GAP) + sum(outputs)


def height_of_text(text):
    """How high a text in Markdown is."""
    if "<svg" in text:
        return HIGHEST
    rows = sum(line.startswith("|") for line in text.split("\n"))
    formulas = text.count("$$") // 2
    paragraphs = re.split(r"\n\s*\n|\n(?=[-*] |\d+\. )", text)
    lines = sum(-(-len(_plain(part)) // LETTERS) for part in paragraphs if "|" not in part)
    size = 2 if text.startswith("#") else 1
    return size * lines * LINE + rows * ROW + formulas * 60 + len(paragraphs) * 8 + GAP


def _plain(text):
    return re.sub(r"<[^>]*>|\$\$.*?\$\$", "", text, flags=re.DOTALL)


def height_of_output(output):
    """How high an output is."""
    page = _html(output)
    size = re.search(r'<img [^>]*?width="(\d+)" src="data:image/png;base64,([^"]{40})', page)
    if size:
        return min(HIGHEST, _scaled_height(*size.groups())) + GAP
    text = "".join(output.get("text", output.get("data", {}).get("text/plain", "")))
    return (text.count("\n") + 1) * CODE_LINE + GAP


def _scaled_height(width, beginning):
    """How high a picture is that is drawn so wide: its size is at the beginning of a PNG."""
    from base64 import b64decode

    header = b64decode(beginning)
    wide, high = (int.from_bytes(header[at : at + 4], "big") for at in (16, 20))
    return round(int(width) * ENLARGED * high / wide)


ENLARGED = 1.2  # a picture, for the back row


def _html(output):
    return "".join(output.get("data", {}).get("text/html", ""))
