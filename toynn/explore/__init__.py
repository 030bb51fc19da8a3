"""Explorers: pictures of one idea each, that answer to a few controls.

They stand on toynn.plots and on the numerics, and need JupyterLab to be seen.
"""

from toynn.explore.activation import ActivationExplorer
from toynn.explore.bowl import BowlExplorer
from toynn.explore.builder import NetworkBuilder
from toynn.explore.fit import FitByHand
from toynn.explore.gate import GateExplorer
from toynn.explore.learning_rate import LearningRateExplorer
from toynn.explore.live import Explorer, LiveFigure, Panel, Picture, Player, Scene
from toynn.explore.pad import DigitPad
from toynn.explore.playground import Playground
from toynn.explore.playground.cards import ChallengeCards
from toynn.explore.saddle import SaddleExplorer
from toynn.explore.saturated import SaturatedNeuron
from toynn.explore.selftest import RoundTrip, environment
from toynn.explore.stepper import Stepper, stepper_figure
from toynn.explore.watch import TrainingViewer

__all__ = [
    "ActivationExplorer",
    "BowlExplorer",
    "ChallengeCards",
    "DigitPad",
    "Explorer",
    "FitByHand",
    "GateExplorer",
    "LearningRateExplorer",
    "LiveFigure",
    "NetworkBuilder",
    "Panel",
    "Picture",
    "Player",
    "Playground",
    "RoundTrip",
    "SaddleExplorer",
    "SaturatedNeuron",
    "Scene",
    "Stepper",
    "TrainingViewer",
    "environment",
    "stepper_figure",
]
