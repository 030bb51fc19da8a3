"""A neuron that is very wrong: how quickly it learns with one cost and with another."""

from matplotlib.figure import Figure

from toynn import COSTS, Dataset, Layer, Network, sigmoid, train
from toynn_course import plots
from toynn_course.plots.drawing import Drawing

LITTLE, VERY = "w = 0.6, b = 0.9 (answers 0.82)", "w = 2, b = 2 (answers 0.98)"
STARTS = {LITTLE: (0.6, 0.9), VERY: (2.0, 2.0)}
CHOICES = {"quadratic": COSTS["quadratic"], "cross-entropy": COSTS["binary_cross_entropy"]}
LINES = {"quadratic": (plots.ORANGE, "-"), "cross-entropy": (plots.BLUE, "--")}
EPOCHS, RATE = 300, 0.15


def run(start, cost):
    """All epochs of a sigmoid neuron with input 1 and target 0, from (w, b) on."""
    w, b = start
    neuron = Network([Layer([[w]], [b])])
    return list(train(neuron, Dataset([[1]], [[0]]), epochs=EPOCHS, learning_rate=RATE, cost=cost))


def output_of(epoch):
    """What the neuron of an epoch answers to the input 1."""
    return float(epoch.network([1.0])[0])


class SaturatedDrawing(Drawing):
    """The output of a neuron that should answer 0, epoch by epoch, beside the slope it has left."""

    def __init__(self):
        self.runs = {
            (name, which): run(begin, CHOICES[which])
            for name, begin in STARTS.items()
            for which in CHOICES
        }
        super().__init__()

    def update(self, start=LITTLE, cost="quadratic", epoch=0):
        """The output until this epoch, and the sigmoid with the neuron on it.

        start : a key of STARTS; cost : a key of CHOICES
        """
        if self.changed(start, cost):
            self._change_run(start, cost)
        node, a = self.runs[start, cost][epoch].network.layers[0][0], self.outputs[epoch]
        z, slope = node.z([1]), node.activation.derivative(node.z([1]))
        self.curve.set_data(range(epoch + 1), self.outputs[: epoch + 1])
        self.marker.set_data([epoch], [a])
        self.dot.set_data([z], [a])
        self.tangent.set_data([z - 1.5, z + 1.5], [a - 1.5 * slope, a + 1.5 * slope])
        delta = a * slope if cost == "quadratic" else a
        return self.scene(
            f"{cost}, epoch {epoch} of {EPOCHS}: the neuron answers {a:.3f} and should answer 0. "
            f"{self._first_below_half()} Here dC/dz is {delta:.3f}.",
            [
                ["", "how", "value"],
                ["w", "", f"{node.weights[0]:.3f}"],
                ["b", "", f"{node.bias:z.3f}"],
                ["z", "w · 1 + b", f"{z:z.3f}"],
                ["a", "sigmoid(z)", f"{a:.3f}"],
                ["f'(z)", "a (1 - a)", f"{slope:.3f}"],
                ["dC/dz", "(a - 0) f'(z)" if cost == "quadratic" else "a - 0", f"{delta:.3f}"],
            ],
        )

    def draw(self):
        """The output over the epochs, and the sigmoid."""
        figure = Figure(figsize=(9, 3.6), dpi=100)
        left, right = figure.subplots(1, 2, width_ratios=(1.5, 1))
        figure.subplots_adjust(left=0.075, right=0.985, top=0.9, bottom=0.155, wspace=0.2)
        left.set_title("Output for the input 1; it should be 0", fontsize=12)
        left.set(xlabel="epoch", xlim=(0, EPOCHS), ylim=(-0.03, 1.05))
        left.axhline(0.5, color=plots.GREY, linestyle=":")
        right.set_title("On the sigmoid, with its slope", fontsize=12)
        right.set(xlabel="z", xlim=(-6, 6), ylim=(-0.03, 1.05))
        zs = [step / 10 for step in range(-60, 61)]
        right.plot(zs, [sigmoid(z) for z in zs], color=plots.GREY, linewidth=2)
        (self.curve,) = left.plot([], [], linewidth=3)
        (self.marker,) = left.plot([], [], "o", color=plots.INK, markersize=9, clip_on=False)
        (self.tangent,) = right.plot([], [], color=plots.INK, linewidth=2)
        (self.dot,) = right.plot([], [], "o", color=plots.INK, markersize=9)
        return figure, [self.curve, self.marker, self.tangent, self.dot]

    def _change_run(self, start, cost):
        self.outputs = [output_of(epoch) for epoch in self.runs[start, cost]]
        colour, style = LINES[cost]
        self.curve.set(color=colour, linestyle=style)

    def _first_below_half(self):
        first = next(epoch for epoch, output in enumerate(self.outputs) if output < 0.5)
        return f"It first drops below 0.5 in epoch {first}."
