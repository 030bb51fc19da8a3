"""The line-up: four programs that learn the same task, three of them with a wrong gradient."""

from matplotlib.figure import Figure

from toynn import Network
from toynn.datasets import swap
from toynn_course import plots
from toynn_course.hunt.bugs import BUGS
from toynn_course.hunt.microscope import learning
from toynn_course.plots.drawing import Drawing
from toynn_course.plots.label import PAPER
from toynn_course.plots.page import styled, tidy
from toynn_course.plots.words import few, listed

PROGRAMS = {
    "A": "no slope at the output",
    "B": "no slope at hidden nodes",
    "C": "none",
    "D": "one path",
}
LOOKS = {
    # The dashes and the colour of each curve, and the cost at which an arrow points to it
    "A": ("-", plots.BLUE, 0.2),
    "B": ("--", plots.ORANGE, 0.13),
    "C": ("-.", plots.INK, 0.085),
    "D": (":", plots.GREY, 0.07),
}
EPOCHS = 300


def lineup_costs():
    """For each letter the cost over the epochs, of the same 2-5-2 network that learns to swap."""
    limits = {"weights": (-1, 1), "biases": (-1, 1)}
    start = Network.random((2, 5, 2), activation="sigmoid", rng=0, **limits)
    return {
        letter: learning(BUGS[bug], start, swap(), epochs=EPOCHS, rate=1.0)
        for letter, bug in PROGRAMS.items()
    }


class LineupDrawing(Drawing):
    """The cost of each program, under a letter, or under what is wrong with it."""

    def update(self, named=False):
        """The letters alone, or with what is wrong with each program."""
        if self.changed(named):
            for letter, text in self.texts.items():
                text.set_text(f"{letter}: {verdict(letter)}" if named else letter)
        ends = [f"{letter} at {few(costs[-1])}" for letter, costs in self.costs.items()]
        what = [f"{letter}: {verdict(letter)}" for letter in self.costs] if named else []
        return self.scene(
            f"Four costs over {EPOCHS} epochs fall from {few(self.costs['A'][0])} towards 0, A "
            f"first, then B, C and D. They end with {listed(ends)}. {'; '.join(what)}".strip()
        )

    @styled
    def draw(self):
        """Four curves, each with its letter where it is half way down."""
        self.costs = lineup_costs()
        figure = Figure(figsize=(8, 3.7), dpi=100)
        ax = tidy(figure.add_axes((0.085, 0.16, 0.88, 0.73)))
        ax.set(title="Cost of four programs", xlabel="epoch", xlim=(0, EPOCHS), ylim=(0, 0.32))
        self.texts = {}
        for row, (letter, costs) in enumerate(self.costs.items()):
            dashes, colour, height = LOOKS[letter]
            ax.plot(costs, dashes, color=colour)
            spot = int((costs > height).sum()), height
            self.texts[letter] = ax.annotate(
                letter, spot, (150, 0.27 - 0.045 * row), va="center", weight="bold",
                color=plots.TEXT[colour], bbox=PAPER,
                arrowprops={"arrowstyle": "->", "color": colour},
            )  # fmt: skip
        return figure, []


def verdict(letter):
    """Whether a program's gradient is right, or its wrong line."""
    bug = BUGS[PROGRAMS[letter]]
    return "the gradient is right" if bug.name == "none" else bug.name
