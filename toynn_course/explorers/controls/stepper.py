"""The stepper: buttons that go forward and backward, and a menu of what is nudged."""

from toynn_course.explorers.controls.look import button, menu
from toynn_course.explorers.stepper import SIZES, StepperDrawing, decimal
from toynn_course.explorers.walk import EXAMPLES, Walk, places
from toynn_course.jupyter import Explorer, Value


def Stepper(network="2-2-1", steps=0):
    """A network with every number in it, one step forward or backward at a time.

    network : the name of the example to begin with, one of EXAMPLES
    steps : how many of its steps to make at once; None for all
    """
    progress = Progress(network, steps)
    narrow = {"width": "14em", "label": "4.5em"}
    controls = {
        "network": menu("Network", EXAMPLES, network, **narrow),
        "forward": button("Forward"),
        "backward": button("Backward"),
        "back": button("Back"),
        "reset": button("Reset"),
        "show": menu("Show", ["numbers", "formulas"], **narrow),
        "nudge": menu("Nudge", nudges(progress.walk), **narrow),
        "size": menu("by", [(decimal(size), size) for size in SIZES], **narrow),
        "position": progress.position,
        "note": progress.note,
    }
    summary = "Run this cell: a network to step through, forward and backward, appears here."
    explorer = Explorer(controls, StepperDrawing(), summary)

    def begin():
        """Another network has other numbers to nudge."""
        progress.begin(controls["network"].value)
        controls["nudge"].options = nudges(progress.walk)

    actions = progress.forward, progress.backward, progress.back, progress.reset
    explorer.on(network=begin, **{action.__name__: action for action in actions})
    return explorer


def nudges(walk):
    """What can be nudged, as the options of a menu."""
    return [(walk.name(place), place) for place in places(walk.network)]


class Progress:
    """How far the stepper has come. Each button goes a step, or notes why it does not.

    position : Value, the number of steps made; note : Value, a sentence, or empty
    """

    def __init__(self, network, steps):
        self.position, self.note = Value(0), Value("")
        self.begin(network)
        n_steps = len(self.walk.steps)
        self.position.set(n_steps if steps is None else min(steps, n_steps))

    def begin(self, network):
        """Begin with an example."""
        self.walk = Walk(*EXAMPLES[network])
        self.reset()

    def forward(self):
        """One step of the forward pass."""
        over = self.position.value >= self.walk.n_forward
        self._go(1, "The forward pass is complete; Backward comes next." if over else "")

    def backward(self):
        """One step of the backward pass."""
        left = self.walk.n_forward - self.position.value
        if left > 0:
            times = "once" if left == 1 else f"{left} times"
            self._go(1, f"Backward starts at the cost: press Forward {times} more first.")
        else:
            over = self.position.value == len(self.walk.steps)
            self._go(1, "Every derivative is found. Press Back, or Reset." if over else "")

    def back(self):
        """Undo the last step, in whichever direction it went."""
        self._go(-1, "" if self.position.value else "This is the beginning.")

    def reset(self):
        """To before the first step."""
        self._go(-self.position.value, "")

    def _go(self, steps, note):
        """Move by some steps, or stay and say why."""
        self.note.set(note)
        self.position.set(self.position.value + (0 if note else steps))
