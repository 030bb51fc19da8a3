"""Cards: what a check, a hint or a solution looks like in a notebook, and in plain text.

Text on a card may have `code` in backticks. A card says everything in words; its colour only
repeats it. The colours are JupyterLab's own, so that they suit its light and its dark theme.
"""

import html
import re
import textwrap
from dataclasses import dataclass

COLOURS = {
    "good": "var(--jp-success-color1, #2e7d32)",
    "look": "var(--jp-warn-color1, #b26a00)",
    "plain": "var(--jp-border-color1, #757575)",
}


@dataclass(frozen=True)
class Card:
    """A headline, paragraphs, perhaps code, and perhaps something to unfold.

    headline : a few words
    code : lines of Python
    paragraphs : what is said
    unfold : (what to click, what it shows)
    colour : a name in COLOURS
    """

    headline: str
    paragraphs: tuple[str, ...] = ()
    code: str = ""
    unfold: tuple[str, str] = ()
    colour: str = "plain"

    def __repr__(self):
        code = [textwrap.indent(self.code, "    ")] if self.code else []
        paragraphs = [textwrap.fill(text, 88) for text in self.paragraphs]
        return "\n".join([self.headline, *code, *paragraphs])

    def _repr_html_(self):
        parts = [paragraph(f"<strong>{marked_up(self.headline)}</strong>")]
        if self.code:
            style = "white-space: pre; overflow-x: auto; margin: 1em 0"
            parts.append(f'<pre style="{style}"><code>{html.escape(self.code)}</code></pre>')
        parts += [paragraph(marked_up(text)) for text in self.paragraphs]
        if self.unfold:
            summary, text = map(marked_up, self.unfold)
            parts.append(f"<details><summary>{summary}</summary>{paragraph(text)}</details>")
        style = f"border-left: 4px solid {COLOURS[self.colour]}; padding: 0 1em"
        return f'<div style="{style}">{"".join(parts)}</div>'


def paragraph(inner):
    """A paragraph of HTML, in lines of a length that reads well."""
    return f'<p style="max-width: 48em; line-height: 1.5">{inner}</p>'


def marked_up(text):
    """Text as HTML, with `code` in backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))
