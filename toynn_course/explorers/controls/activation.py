"""One neuron with one input: sliders for its weight, its bias and the probe."""

from toynn_course.explorers.activation import CHOICES, REACH, ActivationDrawing
from toynn_course.explorers.controls.look import box, menu, tenths
from toynn_course.jupyter import Explorer


def ActivationExplorer(activation="sigmoid", w=1.0, b=0.0, x=2.0):
    """The output of one neuron over its input, with a probe that reads off z, a and f'(z).

    activation : a key of CHOICES; w, b, x : where the sliders begin
    """
    controls = {
        "activation": menu("Activation", CHOICES, activation),
        "w": tenths("Weight w", w, 10),
        "b": tenths("Bias b", b, 10),
        "x": tenths("Probe x", x, REACH),
        "derivative": box("Slope f'(z)"),
        "threshold": box("Threshold line"),
    }
    summary = "Run this cell: one neuron appears here, with sliders for its weight and bias."
    explorer = Explorer(controls, ActivationDrawing(), summary)

    def rest():
        """A step has no slope to show."""
        chosen = CHOICES[controls["activation"].value]
        controls["derivative"].disabled = chosen.f_prime is None

    rest()
    explorer.on(activation=rest)
    return explorer
