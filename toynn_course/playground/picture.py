"""The picture: what the view in the browser is sent of a State and the Looks, and nothing else."""

import numpy as np

from toynn.activations import softmax
from toynn_course.playground import frames, problems, words
from toynn_course.playground.messages import Curve, Facts, LayerPlan, Plan, Thumbnail
from toynn_course.playground.settings import (
    DATASETS,
    FEATURES,
    MOST_LAYERS,
    MOST_NEURONS,
    Settings,
)
from toynn_course.plots.palette import BLUE, ORANGE, class_colour, class_look

SHAPES = ("square", "circle", "triangle", "diamond", "down", "plus", "cross")
"""The markers of plots.class_marker, as the view calls them."""

PALETTE = {
    "low": BLUE,
    "high": ORANGE,
    "map": ["#7DB8DE", "#F2F2F2", "#F4A769"],
    "classes": [class_colour(number) for number in range(len(SHAPES))],
    "none": "#8A8A8A",
}

SAMPLES = 120
"""How many points a thumbnail of a data set has."""

CHANGEABLE = ("layers", "features", "weights", "dataset")
"""What the reader changes in the view, unless it is hidden."""


def plan_of(state, looks):
    """The Plan of a state."""
    return Plan(
        features=list(FEATURES),
        on=list(state.settings.features),
        layers=_layers(state),
        hidden=len(state.network.layers) - 1,
        most={"layers": MOST_LAYERS, "neurons": MOST_NEURONS},
        change={name: name not in looks.hide for name in CHANGEABLE},
        classes=list(state.points.classes),
        kind=_kind_of_output(state),
        shapes=list(SHAPES),
        class_looks=[class_look(number) for number in range(len(SHAPES))],
        sureness=frames.SURENESS,
        palette=PALETTE,
        own=state.settings.problem == "my points",
        dataset=state.settings.dataset,
        datasets=_thumbnails(state.settings.problem),
    )


def _layers(state):
    return [
        LayerPlan(
            [words.node_name(state, number, node) for node in range(len(layer))],
            layer.activation.name,
        )
        for number, layer in enumerate(state.network.layers)
    ]


def _kind_of_output(state):
    """Whether the map of the output shows values, or classes."""
    several = state.output == softmax and len(state.points.classes) > 2
    return "classes" if several else "values"


def _thumbnails(problem):
    """The data sets to choose from, and how many points their thumbnails have."""
    counts = {"my points": 0}
    return [Thumbnail(name, counts.get(name, SAMPLES)) for name in DATASETS[problem]]


def samples_of(problem):
    """The points of the thumbnails: float32, rows of x1, x2 and the target."""
    rows = [np.empty((0, 3))]
    for name in DATASETS[problem]:
        if name != "my points":
            made = problems.make_points(Settings().changed(problem=problem, dataset=name))
            some = np.linspace(0, len(made) - 1, SAMPLES).astype(int)
            rows.append(np.column_stack([made.places, made.targets])[some])
    return np.concatenate(rows).astype(np.float32).tobytes()


def points_of(state):
    """The points on the map: float32, rows of x1, x2, target, and 1 for a test point."""
    rows = [
        np.column_stack([points.places, points.targets, np.full(len(points), is_test)])
        for points, is_test in ((state.training, 0), (state.test, 1))
    ]
    return np.concatenate(rows).astype(np.float32).tobytes()


def facts_of(state, looks, frame, *, number=0, playing=False, points=0):
    """The Facts that go with a Frame of a state."""
    output_shows = looks.shown is None
    share_high = frames.share_high(state, frame.big) if output_shows else None
    return Facts(
        number=number,
        playing=playing,
        points=points,
        numbers=_numbers(state),
        sentence=words.sentence(state, share_high),
        chart_text=words.chart(state),
        links_text=words.LINKS[looks.links],
        map_title=words.map_title(state, looks.shown),
        map_kind=_kind_of_output(state) if output_shows else "values",
        side=int(len(frame.big) ** 0.5),
        small=frames.SMALL,
        links=looks.links,
        discrete=looks.discrete,
        test=looks.test,
        card=looks.card and f"{looks.card[0]}/{looks.card[1]}",
        curve=looks.card and curve_of(state, looks.card),
    )


def _numbers(state):
    losses, share = state.losses, state.accuracy
    return [
        ("Epoch", f"{state.epoch:07,}"),
        ("Accuracy", "none" if share is None else f"{share:.1%}"),
        ("Test loss", words.number(losses.test)),
        ("Training loss", words.number(losses.training)),
    ]


def curve_of(state, card):
    """The Curve of one neuron, its (layer, node), over the sums of the training points."""
    layer, node = card
    activation = state.network.layers[layer].activation
    low, high = _sums_of(state, layer, node)
    reach = max(3.0, 1.1 * high, -1.1 * low)
    z = np.linspace(-reach, reach, 61)
    with np.errstate(all="ignore"):
        a = np.nan_to_num(activation(z)) if activation != softmax else z
    return Curve(z.tolist(), a.tolist(), low, high, words.curve(activation, low, high))


def _sums_of(state, layer, node):
    """The lowest and the highest z that the training points give a neuron, where it is a number."""
    if state.measured.training_pass is None:
        return 0.0, 0.0
    z = state.measured.training_pass.zs[layer][:, node]
    z = np.clip(np.nan_to_num(z), -1e300, 1e300)
    return float(z.min()), float(z.max())
