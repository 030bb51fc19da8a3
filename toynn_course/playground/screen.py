"""The screen: what the view in the browser is told of a session, and nothing else."""

from dataclasses import dataclass, field
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from toynn.activations import softmax
from toynn.network import forward
from toynn_course.jupyter import STYLES, es_module
from toynn_course.playground import frames, problems, words
from toynn_course.playground.settings import (
    DATASETS,
    FEATURES,
    MOST_LAYERS,
    MOST_NEURONS,
    Settings,
)
from toynn_course.plots.palette import BLUE, ORANGE, class_colour, class_look

HERE = Path(__file__).parent

SHAPES = ("square", "circle", "triangle", "diamond", "down", "plus", "cross")
"""The markers of plots.class_marker, as the view calls them."""

PALETTE = {
    "low": BLUE,
    "high": ORANGE,
    "map": ["#7DB8DE", "#F2F2F2", "#F4A769"],
    "classes": [class_colour(number) for number in range(len(SHAPES))],
    "none": "#8A8A8A",
}

HIDEABLE = {
    "play": "Play", "step": "Step", "reset": "Reset", "speed": "Speed",
    "learning_rate": "Learning rate", "activation": "Activation",
    "regularization": "Regularization", "regularization_rate": "Regularization rate",
    "problem": "Problem type", "dataset": "Data set", "output": "Output and cost",
    "ratio": "Training share", "noise": "Noise", "batch_size": "Batch size",
    "regenerate": "Regenerate", "test": "Show test data", "discrete": "Discretize output",
    "links": "Links show", "layers": "Layers and neurons", "features": "Features",
    "weights": "Editing of weights", "own": "Your own", "state": "State", "seeds": "Seeds",
}  # fmt: skip
"""What can be hidden, with the words for it."""


@dataclass
class Looks:
    """How the screen is looked at: nothing here changes what is learnt.

    test : whether the test points show; discrete : whether a map knows only high and low
    links : "weights" or "gradients"; hide : names in HIDEABLE; speed : epochs a frame
    shown, card : the (layer, node) on the large map, and on the card; None for none
    """

    test: bool = False
    discrete: bool = False
    links: str = "weights"
    hide: tuple[str, ...] = ()
    speed: int = 2
    shown: tuple[int, int] | None = field(default=None, compare=False)
    card: tuple[int, int] | None = field(default=None, compare=False)

    def __post_init__(self):
        self.hide = (self.hide,) if isinstance(self.hide, str) else tuple(self.hide)
        unknown = [name for name in self.hide if name not in HIDEABLE]
        if unknown:
            raise ValueError(
                f"there is nothing called {unknown[0]!r} to hide; choose from {', '.join(HIDEABLE)}"
            )
        for name, known in (("links", ("weights", "gradients")), ("speed", SPEEDS.values())):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is {getattr(self, name)!r}, expected one of {[*known]}")
        for name, kind in (("test", bool), ("discrete", bool), ("speed", int)):
            if type(getattr(self, name)) is not kind:
                raise TypeError(f"{name} is {getattr(self, name)!r}, expected a {kind.__name__}")


SPEEDS = {
    "1 epoch a frame": 1,
    "2 epochs a frame": 2,
    "5 epochs a frame": 5,
    "20 epochs a frame": 20,
}


class Screen(anywidget.AnyWidget):
    """The view: the network with its maps, the large map, the chart, and the words."""

    _esm = es_module(HERE / "screen.js")
    _css = "".join(file.read_text(encoding="utf-8") for file in (STYLES, HERE / "screen.css"))
    plan = traitlets.Dict().tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)
    maps = traitlets.Bytes().tag(sync=True)
    big = traitlets.Bytes().tag(sync=True)
    weights = traitlets.Bytes().tag(sync=True)
    slopes = traitlets.Bytes().tag(sync=True)
    chart = traitlets.Bytes().tag(sync=True)
    points = traitlets.Bytes().tag(sync=True)
    samples = traitlets.Bytes().tag(sync=True)
    table = traitlets.List().tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)


def plan_of(session, looks):
    """What seldom changes: which nodes there are, and what the points are."""
    settings, network = session.settings, session.network
    classes = list(session.points.classes)
    names = [
        [words.node_name(session, number, node) for node in range(len(layer))]
        for number, layer in enumerate(network.layers)
    ]
    kinds = [layer.activation.name for layer in network.layers]
    return {
        "features": list(FEATURES),
        "on": list(settings.features),
        "layers": [
            {"nodes": nodes, "activation": kind} for nodes, kind in zip(names, kinds, strict=True)
        ],
        "hidden": len(network.layers) - 1,
        "most": {"layers": MOST_LAYERS, "neurons": MOST_NEURONS},
        "change": {
            name: name not in looks.hide for name in ("layers", "features", "weights", "dataset")
        },
        "classes": classes,
        "kind": "classes" if session.output == softmax and len(classes) > 2 else "values",
        "looks": list(SHAPES),
        "says": [class_look(number) for number in range(len(SHAPES))],
        "sureness": frames.SURENESS,
        "palette": PALETTE,
        "own": settings.problem == "my points",
        "dataset": settings.dataset,
        "datasets": _datasets(settings.problem),
    }


def _datasets(problem):
    """The data sets to choose from, and how many points their thumbnails have."""
    counts = {"my points": 0}
    return [{"name": name, "count": counts.get(name, SAMPLES)} for name in DATASETS[problem]]


SAMPLES = 120
"""How many points a thumbnail of a data set has."""


def samples_of(problem):
    """The points of the thumbnails: float32, rows of x1, x2 and the target."""
    rows = [np.empty((0, 3))]
    for name in DATASETS[problem]:
        if name != "my points":
            made = problems.make_points(Settings().changed(problem=problem, dataset=name))
            every = np.linspace(0, len(made) - 1, SAMPLES).astype(int)
            rows.append(np.column_stack([made.places, made.targets])[every])
    return np.concatenate(rows).astype(np.float32).tobytes()


def points_of(session):
    """The points on the map: float32, rows of x1, x2, target, and 1 for a test point."""
    rows = [
        np.column_stack([points.places, points.targets, np.full(len(points), is_test)])
        for points, is_test in ((session.training, 0), (session.test, 1))
    ]
    return np.concatenate(rows).astype(np.float32).tobytes()


def facts_of(session, looks, frame, **others):
    """What changes with each picture, apart from its arrays."""
    losses, share = session.losses, session.accuracy
    numbers = [
        ("Epoch", f"{session.epoch:07,}"),
        ("Accuracy", "none" if share is None else f"{share:.1%}"),
        ("Test loss", words.number(losses.test)),
        ("Training loss", words.number(losses.training)),
    ]
    side = int(len(frame.big) ** 0.5)
    return {
        "numbers": numbers,
        "sentence": words.sentence(session, frame.share_high),
        "chart": words.chart(session),
        "key": words.KEYS[looks.links],
        "small": frames.SMALL,
        "side": side,
        "shown": words.shown(session, looks.shown),
        "kind": "values" if looks.shown is not None else plan_kind(session),
        "links": looks.links,
        "discrete": looks.discrete,
        "options": {"test": looks.test},
        "card": looks.card and f"{looks.card[0]}/{looks.card[1]}",
        "neuron": neuron_of(session, looks.card) if looks.card is not None else None,
        **others,
    }


def plan_kind(session):
    """Whether the large map of the output shows values, or classes."""
    several = session.output == softmax and session.network.sizes[-1] > 2
    return "classes" if several else "values"


def _sums_of(session, layer, node):
    """The lowest and the highest z that the training points give a neuron, where it is a number."""
    if not len(session.training):
        return 0.0, 0.0
    with np.errstate(all="ignore"):
        z = forward(session.network, session.training_data.X).zs[layer][:, node]
    z = np.clip(np.nan_to_num(z), -1e300, 1e300)
    return float(z.min()), float(z.max())


def neuron_of(session, card):
    """The activation of one neuron, over the sums z that the training points give it."""
    layer, node = card
    activation = session.network.layers[layer].activation
    low, high = _sums_of(session, layer, node)
    reach = max(3.0, 1.1 * high, -1.1 * low)
    line = np.linspace(-reach, reach, 61)
    with np.errstate(all="ignore"):
        curve = np.nan_to_num(activation(line)) if activation != softmax else line
    return {
        "z": line.tolist(),
        "a": curve.tolist(),
        "low": low,
        "high": high,
        "says": f"The curve of {activation.name}. On the points to train with, z runs from "
        f"{low:.2f} to {high:.2f} (the shaded part)."
        if activation != softmax
        else f"softmax shares 1 among the outputs. z runs from {low:.2f} to {high:.2f}.",
    }
