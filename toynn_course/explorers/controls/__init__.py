"""Explorers put together: for each drawing the controls that it follows."""

from toynn_course.explorers.controls.activation import ActivationExplorer
from toynn_course.explorers.controls.builder import NetworkBuilder
from toynn_course.explorers.controls.dashboard import Dashboard
from toynn_course.explorers.controls.depth import DepthExplorer
from toynn_course.explorers.controls.descents import (
    BowlExplorer,
    LearningRateExplorer,
    NoisyBowlExplorer,
    SaddleExplorer,
)
from toynn_course.explorers.controls.fit import FitByHand
from toynn_course.explorers.controls.gate import GateExplorer
from toynn_course.explorers.controls.replays import SaturatedNeuron, TrainingViewer
from toynn_course.explorers.controls.round_trip import RoundTrip
from toynn_course.explorers.controls.stepper import Stepper
from toynn_course.explorers.controls.writer import Writer
from toynn_course.explorers.pad import DigitPad

__all__ = [
    "ActivationExplorer",
    "BowlExplorer",
    "Dashboard",
    "DepthExplorer",
    "DigitPad",
    "FitByHand",
    "GateExplorer",
    "LearningRateExplorer",
    "NetworkBuilder",
    "NoisyBowlExplorer",
    "RoundTrip",
    "SaddleExplorer",
    "SaturatedNeuron",
    "Stepper",
    "TrainingViewer",
    "Writer",
]
