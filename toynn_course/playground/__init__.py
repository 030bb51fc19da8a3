"""The playground: build a network on the screen, let it learn, and take it apart.

What learns can be had without a screen: all but `Playground` itself is imported without widgets.
"""

from toynn_course.playground.events import edited
from toynn_course.playground.experiments import Found, run, run_many
from toynn_course.playground.problems import make_points
from toynn_course.playground.session import Session
from toynn_course.playground.settings import Settings

__all__ = ["Found", "Playground", "Session", "Settings", "edited", "make_points", "run", "run_many"]


def __getattr__(name):
    """Load the widgets for the first Playground, and not before."""
    if name == "Playground":
        from toynn_course.playground.playground import Playground

        return Playground
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
