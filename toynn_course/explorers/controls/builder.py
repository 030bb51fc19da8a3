"""The network builder: sliders for its sizes, and buttons that go from node to node."""

from toynn_course.explorers.builder import CHOICES, NetworkDrawing
from toynn_course.explorers.controls.look import button, menu, whole
from toynn_course.jupyter import Explorer, Value


def NetworkBuilder():
    """A network of the sizes that the sliders ask for, and its sums, a node at a time."""
    network = {
        "inputs": whole("Inputs", 2, 1, 4),
        "layers": whole("Hidden layers", 1, 0, 3),
        "nodes": whole("Nodes in each", 5, 1, 6),
        "outputs": whole("Outputs", 2, 1, 3),
        "activation": menu("Activation", CHOICES, width="19em", label="8em"),
        "seed": whole("Seed", 0, 0, 20),
    }
    buttons = {"next": button("Next node"), "again": button("Start over")}
    computed = Value(0)
    summary = "Run this cell: a network to build, and to compute node by node, appears here."
    explorer = Explorer({**network, **buttons, "computed": computed}, NetworkDrawing(), summary)

    def restart():
        """Forget what has been computed."""
        computed.set(0)

    explorer.on(next=lambda: computed.set(computed.value + 1), again=restart)
    explorer.on(**dict.fromkeys(network, restart))
    return explorer
