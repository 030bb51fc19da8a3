"""The project that a site is made of: its notebooks, and what the README says of them."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
CACHE = ROOT / ".site"
"""Where what takes long to make or to fetch is kept from one build to the next."""

ROW = re.compile(r"^\| \[[^]]+\]\(notebooks/([\w.]+)\) \| (.+?) \| (\d+) \|", flags=re.MULTILINE)
"""A line of the README's table: a notebook, its question, and its minutes."""


SHOT = ROOT / "images" / "playground.png"
"""A picture of the playground, which a page shows instead of it."""

SHOWN = {".py", ".md", ".js", ".npz", ".ipynb", ".png"}
"""What decides what a notebook shows."""


@dataclass(frozen=True)
class Notebook:
    """A notebook of the course.

    path : Path of its file
    question, minutes : what the README says of it, or "" where it says nothing
    """

    path: Path
    question: str = ""
    minutes: str = ""

    @property
    def name(self):
        """The name of its file, without what follows the point."""
        return self.path.stem

    @property
    def content(self):
        """What is in its file, as a dict."""
        return json.loads(self.path.read_text(encoding="utf-8"))

    @property
    def title(self):
        """Its first headline, such as "02 · One neuron"."""
        return "".join(self.content["cells"][0]["source"]).splitlines()[0].lstrip("# ")

    @property
    def is_lesson(self):
        """Whether it is one of the numbered notebooks, and not a page to look things up in."""
        return self.name[:2].isdigit()


def notebooks(folder=NOTEBOOKS):
    """All notebooks in their order, the numbered ones first.

    Raises ValueError if there are no numbered ones.
    """
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = {name: (question, minutes) for name, question, minutes in ROW.findall(readme)}
    paths = sorted(Path(folder).glob("*.ipynb"))
    found = [Notebook(path, *said.get(path.name, ())) for path in paths]
    if not any(each.is_lesson for each in found):
        raise ValueError(f"there are no notebooks in {folder}; say where they are with --notebooks")
    return found


def fingerprint(path):
    """A hash that changes when this notebook changes, or anything that decides what it shows."""
    code = [each for name in ("toynn", "toynn_course") for each in (ROOT / name).rglob("*")]
    code = [each for each in code if "site" not in each.parts[len(ROOT.parts) :]]
    files = [path, SHOT, Path(__file__).with_name("stills.py"), *sorted(code)]
    texts = (each.read_bytes() for each in files if each.suffix in SHOWN)
    return hashlib.sha256(b"".join(hashlib.sha256(text).digest() for text in texts)).hexdigest()
