"""Show the code: the program, with toynn, that does again what was done on the screen."""

import re
import textwrap
from keyword import iskeyword

from toynn.activations import ACTIVATIONS, softmax
from toynn.costs import quadratic
from toynn_course.playground.events import Edited, Regenerated, Trained
from toynn_course.playground.problems import targets_for

MOST_EVENTS = 30
"""When more was done, the program begins with the numbers that came of it."""

TERMS = {
    "X1": "x1",
    "X2": "x2",
    "X1^2": "x1**2",
    "X2^2": "x2**2",
    "X1X2": "x1 * x2",
    "sin(X1)": "np.sin(x1)",
    "sin(X2)": "np.sin(x2)",
}
"""The features, as Python writes them."""


def code_for(session):
    """A program that ends with the same network, and prints its losses."""
    if not len(session.points):
        return "# There are no points yet, and so nothing to train with.\n"
    lines = [*_imports(session), "", "", *_points(session), "", "", *_network(session)]
    lines += [line for event in _events(session) for line in _again(event, session)]
    for name in ("training", "test"):
        lines.append(f'print("{name} loss", {session.cost}(network({name}.X), {name}.Y))')
    return "\n".join(lines) + "\n"


def _events(session):
    """What was done since epoch 0; none where it is too much to list."""
    return session.events if len(session.events) <= MOST_EVENTS else []


def _imports(session):
    lines = ["import numpy as np", ""]
    names = {"Dataset", "Network", "train", str(session.cost)}
    names |= {
        type(e.penalty).__name__ for e in session.events if isinstance(e, Trained) and e.penalty
    }
    names |= {"Layer"} if _literal(session) else set()
    lines.append(f"from toynn import {', '.join(sorted(names, key=str.lower))}")
    if session.settings.problem in ("classification", "regression"):
        lines.append(f"from toynn.datasets import {session.settings.dataset}")
    if session.settings.problem == "several classes":
        lines.append("from toynn_course.playground import Settings, make_points")
    if any(isinstance(event, Edited) for event in _events(session)):
        lines.append("from toynn_course.playground import edited")
    own = _own(session)
    return lines + [f"# {each} is your own: define it here" for each in own]


def _own(session):
    """What the program calls the activations that are the reader's own."""
    kinds = [layer.activation for layer in session.network.layers]
    return list(dict.fromkeys(_name(each) for each in kinds if each.name not in ACTIVATIONS))


def _points(session):
    """A function that makes the points to train and to test with."""
    terms = ", ".join(TERMS[name] for name in session.settings.features)
    split = f"data.split(test={_share(session)}, rng=seed)"
    return [
        "def points(seed):",
        *textwrap.indent(_data(session), "    ").splitlines(),
        f"    data = Dataset(np.column_stack([{terms}]), Y)",
        f"    return {split if len(session.points) > 1 else 'data, data'}",
    ]


def _share(session):
    """The share of the points to test with; of few points, one that leaves some on both sides."""
    share, n = (100 - session.settings.ratio) / 100, len(session.points)
    return f"{share:g}" if round(share * n) == len(session.test) else len(session.test) / n


def _data(session):
    """The lines that say where the points lie, x1 and x2, and what they are, Y."""
    settings, noise = session.settings, session.settings.noise / 100
    if settings.problem == "my points":
        return (
            f"x1, x2 = np.array({session.points.places.T.tolist()})\n"
            f"Y = np.array({targets_for(session.points, session.output).tolist()})"
        )
    if settings.problem == "several classes":
        return (
            f"settings = Settings().changed(problem={settings.problem!r}, "
            f"dataset={settings.dataset!r}, noise={settings.noise}, data_seed=seed)\n"
            "made = make_points(settings)\n"
            f"x1, x2 = made.places.T\nY = np.eye({len(session.points.classes)})"
            "[made.targets.astype(int)]"
        )
    return (
        f"made = {settings.dataset}(noise={noise:g}, rng=seed)\n"
        f"x1, x2 = made.X.T\nY = {_coding(session)}"
    )


def _coding(session):
    """The targets, from those of toynn, which are 1 and -1 or amounts."""
    if session.settings.problem == "regression" or session.output.range[0] < 0:
        return "made.Y"
    if session.output == softmax:
        return "np.eye(2)[(made.Y[:, 0] > 0).astype(int)]"
    return "(made.Y + 1) / 2"


def _literal(session):
    """The network whose numbers the program holds; None where random ones begin it."""
    if len(session.events) > MOST_EVENTS:
        return session.network
    return session.brought


def _network(session):
    """The lines that make the points and the network of epoch 0, or those of a later one."""
    seed = session.first_seed if _events(session) else session.settings.data_seed
    lines = [f"training, test = points(seed={seed})"]
    if network := _literal(session):
        layers = [f"    {_layer(layer)}," for layer in network.layers]
        return [*lines, "network = Network([", *layers, "])"]
    zero = session.settings.weights == "zero"
    return [
        *lines,
        "network = Network.random(",
        f"    {session.network.sizes},",
        f"    activation={_name(session.start.layers[0].activation)},",
        f"    output_activation={_name(session.output)},",
        f"    weights={('zero' if zero else (-0.5, 0.5))!r},",
        f"    biases={(0, 0) if zero else (0.1, 0.1)},",
        f"    rng={session.settings.weight_seed},",
        ")",
    ]


def _name(activation):
    """An activation of toynn's in quotes; the reader's own as a name that Python takes."""
    name = activation.name
    if name in ACTIVATIONS:
        return repr(name)
    return name if name.isidentifier() and not iskeyword(name) else "f_" + re.sub(r"\W", "_", name)


def _layer(layer):
    return f"Layer({layer.weights.tolist()}, {layer.biases.tolist()}, {_name(layer.activation)})"


def _again(event, session):
    """The lines that do an event again."""
    if isinstance(event, Regenerated):
        return [f"training, test = points(seed={event.data_seed})"]
    if isinstance(event, Edited):
        place = f"layer={event.layer}, node={event.node}, weight={event.weight}"
        return [f"network = edited(network, {place}, value={event.value!r})"]
    size = min(session.settings.batch_size, len(session.training))
    options = f"epochs={event.epochs}, learning_rate={event.learning_rate}, batch_size={size}"
    if session.cost != quadratic:
        options += f", cost={session.cost}"
    if event.penalty:
        options += f", penalty={type(event.penalty).__name__}({event.penalty.rate})"
    return [f"*_, last = train(network, training, {options})", "network = last.network"]
