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


def code_for(state):
    """A program that ends with the same network, and prints its losses."""
    if not len(state.points):
        return "# There are no points yet, and so nothing to train with.\n"
    lines = [*_imports(state), "", "", *_points(state), "", "", *_network(state)]
    lines += [line for event in _events(state) for line in _again(event, state)]
    for name in ("training", "test"):
        lines.append(f'print("{name} loss", {state.cost}(network({name}.X), {name}.Y))')
    return "\n".join(lines) + "\n"


def _events(state):
    """What was done since epoch 0; none where it is too much to list."""
    return state.events if len(state.events) <= MOST_EVENTS else []


def _imports(state):
    lines = ["import numpy as np", ""]
    trainings = [event for event in _events(state) if isinstance(event, Trained)]
    names = {"Dataset", "Network", str(state.cost)}
    names |= {"train"} if trainings else set()
    names |= {type(event.penalty).__name__ for event in trainings if event.penalty}
    names |= {"Layer"} if _literal(state) else set()
    lines.append(f"from toynn import {', '.join(sorted(names, key=str.lower))}")
    if state.settings.problem in ("classification", "regression"):
        lines.append(f"from toynn.datasets import {state.settings.dataset}")
    if state.settings.problem == "several classes":
        lines.append("from toynn_course.playground import Settings, make_points")
    if any(isinstance(event, Edited) for event in _events(state)):
        lines.append("from toynn_course.playground import edited")
    own = _own(state)
    return lines + [f"# {each} is your own: define it here" for each in own]


def _own(state):
    """What the program calls the activations that are the reader's own."""
    kinds = [layer.activation for layer in state.network.layers]
    return list(dict.fromkeys(_name(each) for each in kinds if each.name not in ACTIVATIONS))


def _points(state):
    """A function that makes the points to train and to test with."""
    terms = ", ".join(TERMS[name] for name in state.settings.features)
    split = f"data.split(test={_share(state)}, rng=seed)"
    return [
        "def points(seed):",
        *textwrap.indent(_data(state), "    ").splitlines(),
        f"    data = Dataset(np.column_stack([{terms}]), Y)",
        f"    return {split if len(state.points) > 1 else 'data, data'}",
    ]


def _share(state):
    """The share of the points to test with; of few points, one that leaves some on both sides."""
    share, n = (100 - state.settings.ratio) / 100, len(state.points)
    return f"{share:g}" if round(share * n) == len(state.test) else len(state.test) / n


def _data(state):
    """The lines that say where the points lie, x1 and x2, and what they are, Y."""
    settings, noise = state.settings, state.settings.noise / 100
    if settings.problem == "my points":
        return (
            f"x1, x2 = np.array({state.points.places.T.tolist()})\n"
            f"Y = np.array({targets_for(state.points, state.output).tolist()})"
        )
    if settings.problem == "several classes":
        return (
            f"settings = Settings().changed(problem={settings.problem!r}, "
            f"dataset={settings.dataset!r}, noise={settings.noise}, data_seed=seed)\n"
            "made = make_points(settings)\n"
            f"x1, x2 = made.places.T\nY = np.eye({len(state.points.classes)})"
            "[made.targets.astype(int)]"
        )
    return (
        f"made = {settings.dataset}(noise={noise:g}, rng=seed)\n"
        f"x1, x2 = made.X.T\nY = {_coding(state)}"
    )


def _coding(state):
    """The targets, from those of toynn, which are 1 and -1 or amounts."""
    if state.settings.problem == "regression" or state.output.range[0] < 0:
        return "made.Y"
    if state.output == softmax:
        return "np.eye(2)[(made.Y[:, 0] > 0).astype(int)]"
    return "(made.Y + 1) / 2"


def _literal(state):
    """The network whose numbers the program holds; None where random ones begin it."""
    if len(state.events) > MOST_EVENTS:
        return state.network
    return state.user_network


def _network(state):
    """The lines that make the points and the network of epoch 0, or those of a later one."""
    seed = state.first_seed if _events(state) else state.settings.data_seed
    lines = [f"training, test = points(seed={seed})"]
    if network := _literal(state):
        layers = [f"    {_layer(layer)}," for layer in network.layers]
        return [*lines, "network = Network([", *layers, "])"]
    zero = state.settings.weights == "zero"
    return [
        *lines,
        "network = Network.random(",
        f"    {state.network.sizes},",
        f"    activation={_name(state.start.layers[0].activation)},",
        f"    output_activation={_name(state.output)},",
        f"    weights={('zero' if zero else (-0.5, 0.5))!r},",
        f"    biases={(0, 0) if zero else (0.1, 0.1)},",
        f"    rng={state.settings.weight_seed},",
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


def _again(event, state):
    """The lines that do an event again."""
    if isinstance(event, Regenerated):
        return [f"training, test = points(seed={event.data_seed})"]
    if isinstance(event, Edited):
        place = f"layer={event.layer}, node={event.node}, weight={event.weight}"
        return [f"network = edited(network, {place}, value={event.value!r})"]
    size = min(state.settings.batch_size, len(state.training))
    options = f"epochs={event.epochs}, learning_rate={event.learning_rate}, batch_size={size}"
    if state.cost != quadratic:
        options += f", cost={state.cost}"
    if event.penalty:
        options += f", penalty={type(event.penalty).__name__}({event.penalty.rate})"
    return [f"*_, last = train(network, training, {options})", "network = last.network"]
