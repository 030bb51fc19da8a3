"""Explorers: drawings of one idea each, and with controls that they follow.

A drawing needs no widgets, and can be shown at rest, on a page or on paper:

>>> from toynn_course import plots
>>> plots.show(BowlDrawing().static(condition=10, rate=0.05, steps=1))
Condition number 10, rate 0.05. After 1 step, at (4.5, 0), it is 4.5 from the bottom, and
straight downhill is 0° off the way there.

`BowlExplorer()` is the same drawing with its controls, and needs JupyterLab.
"""

from toynn_course.explorers.activation import ActivationDrawing
from toynn_course.explorers.bowl import BowlDrawing
from toynn_course.explorers.builder import NetworkDrawing
from toynn_course.explorers.dashboard import DashboardDrawing
from toynn_course.explorers.depth import DepthDrawing
from toynn_course.explorers.fit import FitDrawing
from toynn_course.explorers.gate import GateDrawing
from toynn_course.explorers.learning_rate import LearningRateDrawing
from toynn_course.explorers.noisy_bowl import NoisyBowlDrawing
from toynn_course.explorers.round_trip import RoundTripDrawing
from toynn_course.explorers.runs import Run, Setting
from toynn_course.explorers.saddle import SaddleDrawing
from toynn_course.explorers.saturated import SaturatedDrawing
from toynn_course.explorers.selftest import environment
from toynn_course.explorers.stepper import StepperDrawing, stepper_figure
from toynn_course.explorers.watch import TrainingDrawing
from toynn_course.explorers.writer import WriterDrawing

__all__ = [
    "ActivationDrawing",
    "ActivationExplorer",
    "BowlDrawing",
    "BowlExplorer",
    "Dashboard",
    "DashboardDrawing",
    "DepthDrawing",
    "DepthExplorer",
    "DigitPad",
    "FitByHand",
    "FitDrawing",
    "GateDrawing",
    "GateExplorer",
    "LearningRateDrawing",
    "LearningRateExplorer",
    "NetworkBuilder",
    "NetworkDrawing",
    "NoisyBowlDrawing",
    "NoisyBowlExplorer",
    "RoundTrip",
    "RoundTripDrawing",
    "Run",
    "SaddleDrawing",
    "SaddleExplorer",
    "SaturatedDrawing",
    "SaturatedNeuron",
    "Setting",
    "Stepper",
    "StepperDrawing",
    "TrainingDrawing",
    "TrainingViewer",
    "Writer",
    "WriterDrawing",
    "environment",
    "stepper_figure",
]


def __getattr__(name):
    """Load the widgets when the first explorer is needed, and not before."""
    if name in __all__:
        from toynn_course.explorers import controls

        return getattr(controls, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
