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
    paragraphs : what is said
    code : lines of Python
    unfold : (what to click, what it shows)
    colour : a name in COLOURS
    """

    headline: str
    paragraphs: tuple[str, ...] = ()
    code: str = ""
    unfold: tuple[str, str] = ()
    colour: str = "plain"

    def __repr__(self):
        body = [textwrap.fill(text, 88) for text in (self.headline, *self.paragraphs)]
        if self.code:
            body.append(textwrap.indent(self.code, "    "))
        return "\n".join(body)

    def _repr_html_(self):
        parts = [f"<p><strong>{marked_up(self.headline)}</strong></p>"]
        parts += [f"<p>{marked_up(text)}</p>" for text in self.paragraphs]
        if self.code:
            parts.append(f"<pre><code>{html.escape(self.code)}</code></pre>")
        if self.unfold:
            summary, text = map(marked_up, self.unfold)
            parts.append(f"<details><summary>{summary}</summary><p>{text}</p></details>")
        style = f"border-left: 4px solid {COLOURS[self.colour]}; padding: 0 1em; max-width: 48em"
        return f'<div style="{style}">{"".join(parts)}</div>'


def marked_up(text):
    """Text as HTML, with `code` in backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))
