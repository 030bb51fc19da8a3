"""The playground: build a network on the screen, let it learn, and take it apart."""

from toynn.explore.playground.events import edited
from toynn.explore.playground.playground import Playground
from toynn.explore.playground.problems import make_points
from toynn.explore.playground.session import Session
from toynn.explore.playground.settings import Settings

__all__ = ["Playground", "Session", "Settings", "edited", "make_points"]
