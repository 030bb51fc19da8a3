"""What I built: a page to keep of a reader's own predictions, answers and networks.

It is one HTML file on the reader's machine, made of what lies in the folder of the notebooks, and
it needs nothing else: no server, no script, no other file. `python -m toynn_course.what_i_built`
writes it without a notebook.
"""

from toynn_course.what_i_built.command import what_i_built

__all__ = ["what_i_built"]
