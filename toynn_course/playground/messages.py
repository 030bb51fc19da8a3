"""Messages: all that crosses from the kernel to the view in the browser, field by field.

Bytes are arrays, without a copy and without text in between; all else crosses as JSON.
"""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class LayerPlan:
    """A layer of the network."""

    nodes: list[str]
    """What its neurons are called, in their order."""

    activation: str
    """The name of its activation."""


@dataclass(frozen=True)
class Thumbnail:
    """A data set that can be chosen."""

    name: str
    """What it is called."""

    count: int
    """How many points of `samples` are its own."""


@dataclass(frozen=True)
class Plan:
    """What seldom changes: which nodes there are, what the points are, and what may be changed."""

    features: list[str]
    """All features, in their order."""

    on: list[str]
    """Those that are switched on."""

    layers: list[LayerPlan]
    """The layers, the output last."""

    hidden: int
    """How many of the layers are hidden ones."""

    most: dict[str, int]
    """The most "layers", and the most "neurons" in one, that can be set by hand."""

    change: dict[str, bool]
    """Whether "layers", "features", "weights" and "dataset" may be changed."""

    classes: list[str]
    """The names of the classes; none where the targets are amounts."""

    kind: str
    """Whether the map of the output shows "values" or "classes"."""

    shapes: list[str]
    """The marker of each class."""

    class_looks: list[str]
    """The marker of each class, in words."""

    sureness: int
    """How many steps of sureness a map of classes has."""

    palette: dict[str, str | list[str]]
    """The colours: "low", "high", "none", and lists of them for the "map" and the "classes"."""

    own: bool
    """Whether the points are the reader's own, so that a click on the map adds one."""

    dataset: str
    """The data set that is chosen."""

    datasets: list[Thumbnail]
    """Those to choose from."""


@dataclass(frozen=True)
class Curve:
    """The activation of one neuron, over the sums z that it receives."""

    z: list[float]
    """Where the curve is drawn."""

    a: list[float]
    """Its heights there."""

    low: float
    """The lowest sum that a training point gives the neuron."""

    high: float
    """The highest."""

    text: str
    """The same in words."""


@dataclass(frozen=True)
class Facts:
    """What changes with each frame, apart from its arrays."""

    number: int
    """The number of the frame, which the view sends back once it has drawn it."""

    playing: bool
    """Whether the next one follows by itself."""

    points: int
    """A number that changes whenever the points on the map change."""

    numbers: list[tuple[str, str]]
    """The counter, the accuracy and the losses: names, and values as they are written."""

    sentence: str
    """What is on the screen."""

    chart_text: str
    """What the chart of the losses shows."""

    links_text: str
    """What the links show, and how to read them."""

    map_title: str
    """What the large map shows."""

    map_kind: str
    """Whether the bytes of the large map are "values" or "classes"."""

    side: int
    """How many places the large map has along a side."""

    small: int
    """How many a small one has."""

    links: str
    """Whether the links show "weights" or "gradients"."""

    discrete: bool
    """Whether a map knows only high and low."""

    test: bool
    """Whether the test points show."""

    card: str | None
    """The neuron on the card, as "layer/node"; None where there is none."""

    curve: Curve | None
    """Its activation."""


@dataclass(frozen=True)
class Frame:
    """The arrays of a picture: uint8 for maps, float32 for numbers, in the order of the rows."""

    maps: bytes
    """The small maps, small x small bytes each: of the features, then of the nodes by layer."""

    big: bytes
    """The large map, side x side bytes."""

    weights: bytes
    """For each layer its weights row by row, then its biases."""

    slopes: bytes
    """The gradient in the same order; nothing where nobody looks at it."""

    chart: bytes
    """Rows of epoch, training loss and test loss."""


def wire(message):
    """The traits of the Screen that carry a message: Frame, or the dict of a Plan or of Facts."""
    if isinstance(message, Frame):
        return vars(message)
    return {type(message).__name__.lower(): asdict(message)}
