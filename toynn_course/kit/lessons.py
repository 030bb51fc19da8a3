"""Lessons: what the kit needs to know of a notebook, read from the notebook itself."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
MINUTES = re.compile(r"(?:About|Allow|takes)(?: about)? (\d+) minutes")


@dataclass(frozen=True)
class Lesson:
    """A notebook of the course; path : Path of its file."""

    path: Path

    @property
    def number(self):
        """Its number, such as "05"."""
        return self.path.name[:2]

    @cached_property
    def cells(self):
        """Its cells, as in the file, each with its source as one text."""
        cells = json.loads(self.path.read_text(encoding="utf-8"))["cells"]
        return [cell | {"source": "".join(cell["source"])} for cell in cells]

    @cached_property
    def prose(self):
        """All its text."""
        return [cell["source"] for cell in self.cells if cell["cell_type"] == "markdown"]

    @property
    def title(self):
        """Its title without the number."""
        return re.match(r"# (?:\d\d · )?(.+)", self.prose[0])[1]

    @property
    def minutes(self):
        """How long it says that it takes. Raises ValueError where it does not say so."""
        found = MINUTES.search("\n".join(self.prose))
        if not found:
            raise ValueError(f"{self.path.name} does not say how many minutes it takes")
        return int(found[1])

    @property
    def headings(self):
        """Its headings of the second and the third level, in their order."""
        text = re.sub(r"^```.*?^```", "", "\n".join(self.prose), flags=re.DOTALL | re.MULTILINE)
        return re.findall(r"^##+ (.+)$", text, flags=re.MULTILINE)


def lessons(folder=NOTEBOOKS):
    """The numbered notebooks of a folder, by their numbers. Raises ValueError if there are none."""
    found = [Lesson(path) for path in sorted(Path(folder).glob("[0-9][0-9]_*.ipynb"))]
    if not found:
        raise ValueError(f"there are no notebooks in {folder}; say where they are")
    return {lesson.number: lesson for lesson in found}
