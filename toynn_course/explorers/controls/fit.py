"""The line that is fitted by hand: sliders for it, and buttons that note it and show the costs."""

from toynn_course.explorers.controls.look import box, button, menu, tenths
from toynn_course.explorers.fit import REACH, TRIES, FitDrawing
from toynn_course.jupyter import Explorer, Value


def FitByHand():
    """A line through the petals of irises, that two sliders move, and what it costs."""
    slider, choice = {"width": "24em", "label": "4em"}, {"width": "14em", "label": "5em"}
    tries, revealed = Value(()), Value(False)
    controls = {
        "w": tenths("Slope w", 1.0, REACH, **slider),
        "b": tenths("Bias b", 0.0, REACH, **slider),
        "cost": menu("Cost", ["quadratic", "absolute"], **choice),
        "total": menu("Take the", ["mean", "sum"], **choice),
        "outlier": box("With a typing error in the data", value=False, width="19em"),
        "note": button("Note this try"),
        "show": button("Show the whole surface", width="14em"),
        "tries": tries,
        "revealed": revealed,
    }
    controls["show"].disabled = True
    summary = "Run this cell: a line to fit by hand appears here, with sliders for w and b."
    explorer = Explorer(controls, FitDrawing(), summary)

    def note():
        """Keep the line as it is now; after some tries the surface can be seen."""
        tries.set((*tries.value, (controls["w"].value, controls["b"].value)))
        controls["show"].disabled = len(tries.value) < TRIES

    explorer.on(note=note, show=lambda: revealed.set(True))
    return explorer
