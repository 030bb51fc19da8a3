"""Explorers: pictures of one idea each, that answer to a few controls.

They stand on toynn_course.plots and on the numerics, and need JupyterLab to be seen.
"""

from toynn_course.explorers.activation import ActivationExplorer
from toynn_course.explorers.bowl import BowlExplorer
from toynn_course.explorers.builder import NetworkBuilder
from toynn_course.explorers.fit import FitByHand
from toynn_course.explorers.gate import GateExplorer
from toynn_course.explorers.learning_rate import LearningRateExplorer
from toynn_course.explorers.pad import DigitPad
from toynn_course.explorers.saddle import SaddleExplorer
from toynn_course.explorers.saturated import SaturatedNeuron
from toynn_course.explorers.selftest import RoundTrip, environment
from toynn_course.explorers.stepper import Stepper, stepper_figure
from toynn_course.explorers.watch import TrainingViewer

__all__ = [
    "ActivationExplorer",
    "BowlExplorer",
    "DigitPad",
    "FitByHand",
    "GateExplorer",
    "LearningRateExplorer",
    "NetworkBuilder",
    "RoundTrip",
    "SaddleExplorer",
    "SaturatedNeuron",
    "Stepper",
    "TrainingViewer",
    "environment",
    "stepper_figure",
]
