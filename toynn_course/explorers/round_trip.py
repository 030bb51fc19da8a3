"""A slider and a dot on a curve: when the dot moves, page and kernel talk to each other."""

import numpy as np
from matplotlib.figure import Figure

from toynn import sigmoid
from toynn_course import plots
from toynn_course.plots.drawing import Drawing


class RoundTripDrawing(Drawing):
    """The sigmoid, with a dot on it."""

    def draw(self):
        """The curve, and a dot."""
        figure = Figure(figsize=(6, 2.6), dpi=100)
        ax = figure.add_subplot()
        figure.subplots_adjust(left=0.09, right=0.97, top=0.95, bottom=0.2)
        z = np.linspace(-6, 6, 200)
        ax.plot(z, sigmoid(z), color=plots.BLUE, linewidth=2)
        ax.set(xlabel="z", xlim=(-6.2, 6.2), ylim=(-0.06, 1.06))
        (self.dot,) = ax.plot([], [], "o", color=plots.ORANGE, markersize=11)
        return figure, [self.dot]

    def update(self, z=0.0):
        """The dot above z."""
        self.dot.set_data([z], [sigmoid(z)])
        return self.scene(
            f"The kernel heard that the slider is at {z:g}. The curve is {sigmoid(z):.3f} there."
        )
