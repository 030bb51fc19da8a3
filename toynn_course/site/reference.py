"""The reference: a page for each module of toynn, made of its docstrings."""

import re

MODULES = (
    "activations", "costs", "initial", "network", "backprop", "descent", "metrics", "datasets",
    "training", "watching", "side_by_side", "csv_file", "storage",
)  # fmt: skip
"""In the order in which to read them."""

PAGE = """\
toynn.{name}
{line}

.. automodule:: toynn.{name}
   :members:
   :member-order: bysource
   :special-members: __call__
"""

CONTENTS = """\
The package
===========

``toynn`` is the network that the notebooks explain: NumPy alone, and short enough to read in one
sitting. These pages are its docstrings, in the order in which to read the modules. All the names
that a notebook needs can be imported from ``toynn`` itself; the data sets are in
``toynn.datasets``.

.. toctree::
   :maxdepth: 1

{pages}
"""

ITEM = re.compile(r"^(\w+(?:, \w+)*) : (.+)$")
MARKUP = re.compile(r"[*|\\]|_(?!\w)")
"""What Sphinx would take for more than a character."""


def write_reference(folder):
    """Write the pages into a folder of Sphinx's sources."""
    folder.mkdir()
    for name in MODULES:
        line = "=" * len(f"toynn.{name}")
        (folder / f"{name}.rst").write_text(PAGE.format(name=name, line=line), encoding="utf-8")
    pages = "\n".join(f"   {name}" for name in MODULES)
    (folder / "index.rst").write_text(CONTENTS.format(pages=pages), encoding="utf-8")


def as_restructured(lines):
    """Lines of a docstring as Sphinx reads them: headlines, arguments as a list, examples."""
    blocks = "\n".join(lines).split("\n\n")
    return "\n\n".join(map(_block, blocks)).split("\n")


def _block(block):
    """A few lines between two empty ones."""
    headline, _, rest = block.partition("\n")
    if rest and set(rest.split("\n")[0]) == {"-"}:
        below = rest.partition("\n")[2]
        return f".. rubric:: {headline}\n\n{_block(below)}"
    if block.startswith("    "):
        return f".. code-block:: text\n\n{block}"
    if block.startswith(">>>"):
        return block
    return _listed(block) if ITEM.match(headline) else _plain(block)


def _listed(block):
    """Lines such as "rng : int or numpy Generator" as a list."""
    lines = [
        f"* **{item[1]}**: {_plain(item[2])}"
        if (item := ITEM.match(line))
        else f"  {_plain(line.strip())}"
        for line in block.split("\n")
    ]
    return "\n".join(lines)


def _plain(text):
    """Text in which only what is in backticks means more than it says."""
    parts = text.split("`")
    parts[::2] = [MARKUP.sub(r"\\\g<0>", part) for part in parts[::2]]
    return "`".join(parts)
