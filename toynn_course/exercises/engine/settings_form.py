"""The form of settings as an answer: any clear spelling of them, and what is wrong with others."""

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from itertools import chain
from numbers import Real

import numpy as np

from toynn_course.exercises.engine.description import described
from toynn_course.playground.settings import ACTIVATIONS, FEATURES, MOST_LAYERS, MOST_NEURONS

# --- spellings: any clear one will do


def as_layers(hidden):
    """Hidden layers as a tuple; a number alone is one layer, and 4.0 is 4."""
    hidden = hidden.tolist() if isinstance(hidden, np.ndarray) else hidden
    hidden = (hidden,) if _is_whole(hidden) else hidden
    if not isinstance(hidden, list | tuple | range):
        return hidden
    return tuple(int(n) if _is_whole(n) else n for n in hidden)


def _is_whole(n):
    return isinstance(n, Real | Decimal) and not isinstance(n, bool | np.bool_) and n == n // 1


def _as_features(features):
    features = features.tolist() if isinstance(features, np.ndarray) else features
    if not isinstance(features, list | tuple | set | frozenset):
        return features
    return tuple(_as_known(name, FEATURES) for name in features)


def _as_activation(name):
    return _as_known(name, ACTIVATIONS)


def _as_known(name, known):
    """A known name, if it is that but for capitals and spaces."""
    same = [each for each in known if isinstance(name, str) and _plain(name) == _plain(each)]
    return same[0] if same else name


def _plain(name):
    return name.casefold().replace(" ", "")


SPELLINGS = {"hidden": as_layers, "features": _as_features, "activation": _as_activation}


def as_settings(answer):
    """Each value of a dict in the usual spelling."""
    if not isinstance(answer, Mapping):
        return answer
    return {key: SPELLINGS.get(key, lambda same: same)(value) for key, value in answer.items()}


# --- the form: a sentence about what is wrong with it, or ""


def settings_problem(name, *keys):
    """A function that tells what is wrong with the form of settings with these keys."""

    def problem(answer):
        wanted = " and ".join(map(repr, keys))
        if not isinstance(answer, dict):
            return f"`{name}` is {described(answer)}. It should be a dict with the keys {wanted}."
        for key in answer:
            near = get_close_matches(str(key), [each for each in keys if each not in answer], n=1)
            if near and key not in keys:
                return f"There is no key {key!r}. Did you mean {near[0]!r}?"
            if key not in keys:
                return f"{key!r} does not belong here. You choose {wanted}; the rest is given."
        problems = (
            PROBLEMS[key](answer[key]) if key in answer else [f"`{key}` is missing."]
            for key in keys
        )
        return next(chain.from_iterable(problems), "")

    return problem


def layers_problem(hidden, name="hidden"):
    """What is wrong with hidden layers."""
    return next(_problems_of_layers(hidden, name), "")


def _problems_of_layers(hidden, name):
    if isinstance(hidden, str):
        yield f"`{name}` is the text {hidden!r}. Write it without quotation marks, as in (8, 8)."
    elif hidden is None:
        yield f"`{name}` is None. For no hidden layer, write ()."
    elif not isinstance(hidden, tuple):
        yield f"`{name}` is {described(hidden)}. Write the neurons of each layer, as in (8, 8)."
    else:
        for n in hidden:
            if type(n) is not int:
                yield f"`{name}` has {described(n)} for a layer. It should be a whole number."
            elif n == 0:
                yield f"`{name}` has a layer of 0 neurons. For no hidden layer, write ()."
            elif not 1 <= n <= MOST_NEURONS:
                yield f"`{name}` has a layer of {n} neurons. It should have 1 to {MOST_NEURONS}."
        if len(hidden) > MOST_LAYERS:
            yield f"`{name}` has {len(hidden)} layers. There is room for {MOST_LAYERS}."


def _problems_of_activation(name):
    if not isinstance(name, str):
        yield "`activation` should be one name in quotation marks, such as 'tanh', for all layers."
    elif name not in ACTIVATIONS:
        near = get_close_matches(name.casefold(), ACTIVATIONS, n=1)
        yield _not_known(name, ["linear"] if name == "identity" else near, ACTIVATIONS)


def _problems_of_features(features):
    if isinstance(features, str):
        yield _several(features) or (
            f"`features` is the text {features!r}. A tuple of one name needs a comma: "
            f"({features!r},)."
        )
    elif not isinstance(features, tuple):
        yield f"`features` is {described(features)}. Write names, such as ('X1', 'X2')."
    elif not features:
        yield "`features` is empty, and a network needs at least one input."
    else:
        for name in features:
            if not isinstance(name, str):
                yield f"`features` holds {described(name)}. Write names, such as ('X1', 'X2')."
            elif name not in FEATURES:
                near = get_close_matches(_bare(name), MEANT, n=1, cutoff=0.7)
                yield _several(name) or _not_known(name, [MEANT[key] for key in near], FEATURES)
            elif features.count(name) > 1:
                yield f"{name!r} is there twice. Each feature can be an input once."


def _bare(name):
    """A feature without what people spell differently: X1**2, X1², np.sin(X1), sin X1."""
    name = _plain(name).replace("²", "^2").replace("**", "^")
    return re.sub(r"np\.|math\.|[()*]", "", name)


MEANT = {_bare(name): name for name in FEATURES}
MEANT |= {"x1x1": "X1^2", "x2x2": "X2^2", "x12": "X1^2", "x22": "X2^2", "x2x1": "X1X2"}


def _several(text):
    """A sentence about a text that has several features in it, or ""."""
    if _bare(text) in MEANT or len(re.findall(r"sin(?:x\d)+|x\d\^2|x\d", _bare(text))) < 2:
        return ""
    return f"{text!r} is one text. Each feature needs quotation marks of its own: ('X1', 'X2')."


def _not_known(name, near, known):
    if near:
        return f"There is no {name!r}. Did you mean {near[0]!r}?"
    return f"There is no {name!r}. You can choose from {', '.join(map(repr, known))}."


PROBLEMS = {
    "hidden": lambda hidden: _problems_of_layers(hidden, "hidden"),
    "activation": _problems_of_activation,
    "features": _problems_of_features,
}
