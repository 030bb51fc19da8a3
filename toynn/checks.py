"""Checks: what every public function asks of its arguments, in one place.

Each returns the value in the form the numerics want, or raises an error that says what came,
what was expected and what to do.
"""

import math
import numbers
import operator

import numpy as np


def as_numbers(values, what):
    """Values of any shape as an array of floats; text, gaps and ragged rows are refused."""
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(_ragged(values, what)) from None
    if array.dtype.kind not in "biuf":
        raise TypeError(
            f"{what} holds {_first_odd(values)}, expected numbers only; "
            "turn every value into a number, or leave out the rows that have none"
        )
    return array.astype(float, copy=False)


def as_finite(values, what):
    """Values of any shape as an array of floats, without NaN and infinity."""
    array = as_numbers(values, what)
    if not np.isfinite(array).all():
        where = [int(i) for i in np.argwhere(~np.isfinite(array))[0]]
        raise ValueError(
            f"{what}{where} is {array[tuple(where)]}, expected a finite number; "
            "correct the value, or leave out its row"
        )
    return array


def as_table(values, what, row="sample"):
    """Values as a table of finite floats with at least one row and one column."""
    array = as_finite(values, what)
    if array.size == 0:
        raise ValueError(
            f"{what} has shape {array.shape}, so it is empty, expected a table with one row per "
            f"{row}; give at least one row and one column"
        )
    if array.ndim != 2:
        raise ValueError(
            f"{what} has shape {array.shape}, expected a table with one row per {row}; "
            f"write one {row} as [[...]], and n {row}s of one number with .reshape(-1, 1)"
        )
    return array


def as_rows(values, what):
    """Values as a table, where a single sample may come as a plain row of numbers."""
    array = as_numbers(values, what)
    return as_table(array[np.newaxis] if array.ndim == 1 else array, what)


def as_whole(value, what, least=1):
    """A whole number, at least `least`, as an int."""
    try:
        whole = None if isinstance(value, bool) else operator.index(value)
    except TypeError:
        whole = None
    if whole is None:
        raise TypeError(
            f"{what} is {value!r}, expected a whole number; "
            f"give one without a decimal point, such as {max(least, 10)}"
        )
    if whole < least:
        raise ValueError(
            f"{what} is {value}, expected a whole number of at least {least}; give a larger one"
        )
    return whole


def as_number(value, what, least=-math.inf):
    """A finite number, at least `least`, as a float."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, numbers.Real):
        raise TypeError(f"{what} is {value!r}, expected a number such as 0.1")
    if not math.isfinite(value) or value < least:
        bound = "" if least == -math.inf else f" of at least {least}"
        raise ValueError(f"{what} is {value}, expected a finite number{bound}, such as 0.1")
    return float(value)


def as_range(limits, what):
    """A (low, high) pair of finite numbers, the low one first."""
    if not isinstance(limits, tuple | list) or len(limits) != 2:
        raise TypeError(f"{what} is {limits!r}, expected a pair (low, high) such as (-1, 1)")
    low, high = (as_number(limit, what) for limit in limits)
    if low > high:
        raise ValueError(
            f"{what} is {limits}, expected the lower number first; write ({high:g}, {low:g})"
        )
    return low, high


def as_rng(rng):
    """A NumPy random generator from a whole number or a generator."""
    if isinstance(rng, np.random.Generator):
        return rng
    if rng is None:
        raise TypeError("rng is None, expected a whole number; give one, such as rng=0")
    return np.random.default_rng(as_whole(rng, "rng", least=0))


def as_path(path):
    """The Path of a file, from its name."""
    from pathlib import Path  # slow to import, and only files need it

    return Path(path)


def named(name, registry, kind):
    """The record of that name; a record of the registry's own type is returned as it is."""
    record = type(next(iter(registry.values())))
    if isinstance(name, record):
        return name
    if not isinstance(name, str):
        raise TypeError(
            f"{kind} is {name!r}, expected a name, or what {record.__name__}(...) makes; "
            f"choose one of {', '.join(registry)}"
        )
    if name not in registry:
        from difflib import get_close_matches  # only a wrong name needs it

        close = get_close_matches(name, registry, n=1)
        hint = f"did you mean {close[0]!r}? The names are" if close else "choose one of"
        raise ValueError(f"there is no {kind} called {name!r}; {hint} {', '.join(registry)}")
    return registry[name]


def _ragged(values, what):
    """The sentence for rows that do not make a table."""
    lengths = [len(row) if hasattr(row, "__len__") else 1 for row in values]
    odd = next((i for i, n in enumerate(lengths) if n != lengths[0]), None)
    if odd is None:
        return f"{what} does not form a table; give every row the same number of values"
    return (
        f"{what} is ragged: row 0 has {lengths[0]} values but row {odd} has {lengths[odd]}; "
        "give every row the same number of values"
    )


def _first_odd(values):
    """The first value that is not a number, as the reader would write it."""
    array = np.asarray(values, dtype=object)  # as they came: with text among them, all become text
    odd = next((v for v in array.ravel() if not isinstance(v, numbers.Real)), array.flat[0])
    return repr(odd.item() if isinstance(odd, np.generic) else odd)


def name_to_save(activation, registry):
    """The name to save an activation under: no other activation may answer to it."""
    if registry.get(activation.name, activation) != activation:
        raise ValueError(
            f"an activation of your own is called {activation.name!r}, the name of one of toynn's; "
            "give yours another name, or the file would load as the other one"
        )
    return activation.name


def known_to_load(names, known, path):
    """The names of the activations in a file, all of them known."""
    for name in names:
        if name not in known:
            shown = repr(name[:40])
            raise ValueError(
                f"{path} uses the activation {shown}, which toynn does not have; "
                f"pass it to load: Network.load(path, activations=[{shown[1:-1]}])"
            )
    return names


def same_length(X, Y):
    """Inputs and targets with a row of each for every sample."""
    if len(X) != len(Y):
        raise ValueError(f"X has {len(X)} rows but Y has {len(Y)}; give one target row a sample")
    return X, Y


def leaves_both(test, n):
    """How many of n samples to test with: this share of them, with some left to train with."""
    n_test = round(as_number(test, "test", least=0) * n)
    if not 0 < n_test < n:
        raise ValueError(
            f"test={test} of {n} samples leaves {max(n - n_test, 0)} to train and {n_test} to "
            "test with, expected at least one each; choose another share"
        )
    return n_test


def at_most_all(batch_size, n):
    """A batch size of at most n samples."""
    if as_whole(batch_size, "batch_size") > n:
        raise ValueError(
            f"batch_size is {batch_size}, but there are only {n} samples; "
            "use batch_size=None for all of them at once"
        )
    return int(batch_size)


def one_of(name, registry, kind):
    """What a registry holds under this name."""
    if name not in list(registry):
        raise ValueError(f"there is no {kind} {name!r}; choose one of {', '.join(registry)}")
    return registry[name]


def as_noise(noise):
    """Noise as a share from 0 to 1."""
    if as_number(noise, "noise", least=0) > 1:
        raise ValueError(f"noise is {noise}, expected a share from 0 to 1; 0.5 is already a lot")
    return noise


def side_of_squares(data):
    """How many pixels wide and high the images of a data set are, all of them square."""
    side = math.isqrt(data.n_inputs)
    if side**2 != data.n_inputs:
        raise ValueError(
            f"{data!r} has {data.n_inputs} inputs, expected the pixels of square images, such as "
            "64 for 8x8; use digits()"
        )
    return side
