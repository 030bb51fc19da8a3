"""Gradient descent: explorers with a learning rate and Step buttons.

A path always begins at the start again, so that moving a control shows at once how the same number
of steps would have gone.
"""

import math

import ipywidgets as widgets

from toynn_course.explorers.bowl import BowlDrawing
from toynn_course.explorers.controls.look import button, menu, sized, tenths, whole
from toynn_course.explorers.descent import HIGHEST_RATE, LOWEST_RATE, MOST_STEPS
from toynn_course.explorers.learning_rate import CURVES, LIMIT, LearningRateDrawing
from toynn_course.explorers.noisy_bowl import NoisyBowlDrawing
from toynn_course.explorers.saddle import STARTS, SaddleDrawing, name
from toynn_course.jupyter import Explorer, Value

NOTCH = 0.02  # a notch of the slider multiplies the rate by ten to this power
OWN = "own numbers"
JUMPS = {"step": ("Step", 1), "ten": ("10 steps", 10)}
TO_THE_END = {"end": ("To the end", MOST_STEPS)}
A_HUNDRED = {"hundred": ("100 steps", 100)}
BATCHES = (1, 4, 16, 64)


def descent(controls, drawing, summary, rate, jumps=JUMPS | TO_THE_END):
    """An Explorer of a path: a learning rate, as a slider and as a number, and Step buttons.

    controls : those that come before the rate; rate : the first learning rate
    jumps : for each button its text, and how many steps it takes
    """
    steps = Value(0)
    controls = {
        **controls,
        "slide": widgets.FloatLogSlider(
            value=on_slider(rate), min=-4, max=1, step=NOTCH, readout=False,
            description="Learning rate", **sized("22em", "7.5em"),
        ),
        "rate": number_box("Exact rate", rate, "13em", "6em"),
        **{key: button(text) for key, (text, _) in jumps.items()},
        "reset": button("Reset"),
        "steps": steps,
    }  # fmt: skip
    explorer = Explorer(controls, drawing, summary)
    for key, (_, more) in jumps.items():
        explorer.on(**{key: lambda more=more: steps.set(min(steps.value + more, MOST_STEPS))})
    explorer.on(reset=lambda: steps.set(0), **in_step(controls["slide"], controls["rate"]))
    return explorer


def in_step(slide, rate):
    """What keeps the slider and the number in step; the number says what the rate is."""

    def apart():
        """Whether they are; a slider is never sent back what it sent."""
        return notch(slide.value) != notch(rate.value)

    def follow_slider():
        if apart():
            rate.value = float(f"{slide.value:.3g}")

    def follow_number():
        if apart() and LOWEST_RATE <= rate.value <= HIGHEST_RATE:
            slide.value = on_slider(rate.value)

    return {"slide": follow_slider, "rate": follow_number}


def notch(rate):
    """The number of the slider's notch that is nearest to a rate; None if it has none.

    >>> notch(0.1), notch(0.101), notch(-1.0)
    (-50, -50, None)
    """
    return round(math.log10(rate) / NOTCH) if 0 < rate < math.inf else None


def on_slider(rate):
    """The rate at the notch that is nearest: the slider can stand nowhere else.

    >>> on_slider(0.101)
    0.1
    """
    return 10 ** (notch(rate) * NOTCH)


def number_box(text, value, width, label):
    """A box to type a number in."""
    return widgets.FloatText(value=value, step=0.01, description=text, **sized(width, label))


def share(text, value):
    """A slider for what is kept of the last step."""
    look = sized("21em", "6em")
    return widgets.FloatSlider(value=value, min=0, max=0.95, step=0.05, description=text, **look)


def LearningRateExplorer(curve="w²", start=10.0, rate=0.1):
    """Gradient descent on a curve, one step after the other, at any learning rate.

    curve : a key of CURVES; start, rate : where the sliders begin
    """
    controls = {
        "curve": menu("Curve", CURVES, curve, width="13em", label="4em"),
        "start": tenths("Start at w", start, LIMIT, width="20em"),
    }
    summary = "Run this cell: a curve, a learning rate and a Step button appear here."
    return descent(controls, LearningRateDrawing(), summary, rate, JUMPS)


def BowlExplorer(condition=10, rate=0.05, momentum=0.0):
    """Gradient descent in a bowl that is as many times steeper across as along.

    condition : the condition number, 1 to 50; momentum : the share of the last step that is kept
    """
    controls = {
        "condition": whole("Condition number", condition, 1, 50, width="25em", label="9.5em"),
        "momentum": share("Momentum", momentum),
    }
    summary = "Run this cell: a bowl seen from above and a learning rate appear here."
    return descent(controls, BowlDrawing(), summary, rate)


def NoisyBowlExplorer(batch=64, momentum=0.0, rate=0.02):
    """Gradient descent in the long bowl, on a few samples in each step, and with momentum.

    batch : samples in a step, one of BATCHES; momentum : the share of the last step that is kept
    """
    controls = {
        "batch": menu("Batch", BATCHES, batch, width="10em", label="4em"),
        "momentum": share("Momentum", momentum),
    }
    summary = "Run this cell: a bowl of 64 samples and a batch size appear here."
    return descent(controls, NoisyBowlDrawing(), summary, rate, JUMPS | A_HUNDRED)


def SaddleExplorer(start=STARTS[0], rate=0.1):
    """Gradient descent on the cost of two weights in a row, whose middle is a saddle.

    start : the pair (w₁, w₂), each from -2 to 2
    """
    starts, place = {name(each): each for each in STARTS}, Value(start)
    listed = menu("Start at", [*starts, OWN], width="17em", label="5em")
    listed.value = name(start) if name(start) in starts else OWN
    w1 = number_box("w₁", start[0], "9em", "2.5em")
    w2 = number_box("w₂", start[1], "9em", "2.5em")
    controls = {"list": listed, "w1": w1, "w2": w2, "start": place}
    summary = "Run this cell: a saddle seen from above, five starts and a Step button appear here."
    explorer = descent(controls, SaddleDrawing(), summary, rate)

    def choose():
        """A start of the list; own numbers stay as they are."""
        place.set(starts.get(listed.value, place.value))

    def write():
        """The list and the two numbers say where the start is."""
        w1.value, w2.value = place.value
        listed.value = name(place.value) if name(place.value) in starts else OWN

    explorer.on(list=choose, start=write)
    explorer.on(w1=lambda: place.set((w1.value, place.value[1])))
    explorer.on(w2=lambda: place.set((place.value[0], w2.value)))
    return explorer
