"""One neuron with two inputs: sliders for its numbers, and a menu of gates."""

from toynn_course.explorers.controls.look import menu, tenths
from toynn_course.explorers.gate import GATES, REACH, GateDrawing, n_right
from toynn_course.jupyter import Explorer, Value


def GateExplorer():
    """Where in the plane one neuron answers 1, and how many rows of a gate it gets right."""
    controls = {
        "gate": menu("Gate", GATES),
        "w1": tenths("Weight w1", 0.0, REACH),
        "w2": tenths("Weight w2", 0.0, REACH),
        "b": tenths("Bias b", 0.0, REACH),
    }
    records, best = {}, Value(None)

    def remember():
        """Keep the best setting for each gate; of several the first."""
        gate, *setting = (control.value for control in controls.values())
        setting = tuple(round(number, 1) for number in setting)  # what the sliders say
        now = n_right(gate, *setting), *setting
        records[gate] = max(records.get(gate, now), now, key=lambda record: record[0])
        best.set(records[gate])

    remember()
    summary = "Run this cell: a neuron with two inputs appears here, to be made into a logic gate."
    explorer = Explorer({**controls, "best": best}, GateDrawing(), summary)
    explorer.on(**dict.fromkeys(controls, remember))
    return explorer
