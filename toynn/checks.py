"""Checks: what every public function asks of its arguments, in one place.

Each returns the value in the form that the numerics want, or raises an error that says what came,
what was expected and what to do. Their names say what must hold, or what comes back.
"""

import functools
import itertools
import math
import numbers
import operator

import numpy as np


def first(check, **options):
    """Let a function of several arguments begin with a check of all of them.

    check : takes what the function takes, and the options, and returns the arguments as a tuple

    The lines of the function are then free of checks, and `without` gives those lines alone.
    """

    def decorate(function):
        @functools.wraps(function)
        def checked(*args, **kwargs):
            return function(*check(*args, **kwargs, **options))

        return checked

    return decorate


def without(function):
    """The function without the check that `first` put in front, for a caller that has checked."""
    return function.__wrapped__


def as_numbers(values, what):
    """Values of any shape as an array of floats; text, gaps and ragged rows are refused."""
    if type(values) is np.ndarray and values.dtype == float:
        return values
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


# ---- Frozen records


def settle(record, **fields):
    """Set fields of a frozen record while it is being made."""
    record.__dict__.update(fields)


def unchecked(kind, **fields):
    """A frozen record of values that need no check: they were computed from checked ones."""
    record = object.__new__(kind)
    record.__dict__.update(fields)
    return record


def read_only(*arrays):
    """The arrays, which from now on cannot be changed."""
    for array in arrays:
        array.setflags(write=False)
    return arrays


# ---- Activations and costs


def works_on_arrays(function, what):
    """Refuse a function that cannot take an array, while its author is still looking."""
    if not callable(function):
        raise TypeError(f"{what} is {function!r}, expected a function of z")
    z = np.array([[-1.5, 0.5]])
    with np.errstate(all="ignore"):
        try:
            shape = np.shape(function(z))
        except (TypeError, ValueError) as error:
            shape = f"an error ({error})"
    if shape != z.shape:
        raise ValueError(
            f"{what} was tried on an array of shape {z.shape} and gave {shape}, expected an array "
            "of the same shape; use functions of whole arrays, such as np.maximum instead of max"
        )


def has_derivative(activation):
    """The derivative of an activation."""
    if activation.f_prime is None:
        raise TypeError(
            f"{activation} has no derivative that belongs to each node alone, and training needs "
            f"one; use a smooth activation such as sigmoid or tanh, or give yours as "
            f"Activation({activation.name!r}, f, f_prime)"
        )
    return activation.f_prime


def can_be_trained(network, cost):
    """Refuse an activation without a derivative where one is needed."""
    *hidden, output = (layer.activation for layer in network.layers)
    for activation in hidden if output == cost.partner else [*hidden, output]:
        has_derivative(activation)


def same_shape(outputs, targets):
    """Outputs and targets as arrays of one shape."""
    outputs, targets = as_numbers(outputs, "outputs"), as_numbers(targets, "targets")
    if outputs.shape != targets.shape or outputs.size == 0:
        raise ValueError(
            f"outputs have shape {outputs.shape} and targets {targets.shape}, expected the same "
            "shape and at least one number; give one target for each output"
        )
    return outputs, targets


def cost_suits(cost, activation):
    """Refuse a cost beside an output activation that it does not go with."""
    if cost.goes_with(activation):
        return
    if activation.name == "softmax":
        raise ValueError(
            f"softmax does not go with the {cost} cost, because its outputs share one answer; "
            "use cost=cross_entropy with softmax"
        )
    if cost.name == "cross_entropy":
        raise ValueError(
            f"cross_entropy is for softmax, whose outputs share one answer, but the output "
            f"activation is {activation}; use cost=binary_cross_entropy with sigmoid, or a softmax "
            "output layer"
        )
    (low, high), (lowest, highest) = cost.range, activation.range
    raise ValueError(
        f"{cost} takes outputs between {low} and {high}, but {activation} gives {lowest} to "
        f"{highest}; use a sigmoid output layer, or another cost"
    )


def outputs_suit(cost, outputs, targets):
    """Refuse outputs that cannot be, or may well not be, those of the cost's own activation."""
    _in_range(cost, outputs, "outputs")
    shares, name = _add_up_to_one(outputs), cost.partner and cost.partner.name
    if name == "softmax" and not shares:
        raise ValueError(
            f"the outputs of a sample add up to {_sums(outputs).flat[0]:g}, but {cost} is for the "
            "outputs of softmax, which share one answer and add up to 1; use binary_cross_entropy "
            "for outputs of sigmoid"
        )
    if name == "sigmoid" and shares and _add_up_to_one(targets):
        raise ValueError(
            f"the outputs of each sample add up to 1, as those of softmax do, but {cost} is for "
            "outputs of sigmoid; use cross_entropy for softmax, or, if they did come from sigmoid, "
            f"say so with {cost}(outputs, targets, activation='sigmoid')"
        )


def targets_suit(cost, targets):
    """Targets for which the cost is defined."""
    _in_range(cost, targets, "targets")
    if cost.partner and cost.partner.name == "softmax" and not np.allclose(_sums(targets), 1):
        raise ValueError(
            f"the targets of a sample add up to {_sums(targets).flat[0]:g}, but beside softmax "
            "they share one answer and add up to 1; use sigmoid for several answers"
        )
    return targets


def _in_range(cost, values, what):
    low, high = cost.range
    if values.min() < low or values.max() > high:
        raise ValueError(
            f"{what} run from {values.min():g} to {values.max():g}, but {cost} takes {low} to "
            f"{high}; rescale the {what}, or use another cost such as quadratic"
        )


def _sums(rows):
    return np.atleast_1d(rows.sum(axis=-1) if rows.ndim else rows)


def _add_up_to_one(rows):
    """Whether each sample has several values, which share 1."""
    return rows.ndim > 0 and rows.shape[-1] > 1 and np.allclose(_sums(rows), 1)


# ---- Networks


def as_row(values, what):
    """Values as a row of finite floats."""
    array = as_finite(values, what)
    if array.ndim != 1:
        raise ValueError(
            f"{what} have shape {array.shape}, expected a row of numbers; "
            "give one weight for each input"
        )
    return array


def one_per_weight(inputs, node):
    """Inputs as an array with a number for each weight of a node."""
    inputs, n_weights = as_numbers(inputs, "inputs"), len(node.weights)
    if inputs.shape != (n_weights,):
        raise ValueError(
            f"inputs have shape {inputs.shape}, but the node has {n_weights} weights; "
            f"give a row of {n_weights} numbers"
        )
    return inputs


def one_per_input(inputs, layer):
    """Inputs as an array, the last axis of which has a number for each input of a layer."""
    inputs = as_numbers(inputs, "inputs")
    if inputs.ndim == 0 or inputs.shape[-1] != layer.n_inputs:
        raise ValueError(
            f"inputs have shape {inputs.shape}, but {layer} takes {layer.n_inputs} inputs; "
            f"give one number for each, as a row or in rows of {layer.n_inputs}"
        )
    return inputs


def one_bias_per_node(biases, weights):
    """Biases as an array of finite floats, one for each row of the weights."""
    biases = as_finite(biases, "biases")
    if biases.shape != (len(weights),):
        raise ValueError(
            f"biases have shape {biases.shape} but weights {weights.shape}; "
            f"give one bias per node, shape ({len(weights)},)"
        )
    return biases


def nodes_can_share(weights, is_softmax):
    """Refuse softmax over a single node."""
    if is_softmax and len(weights) == 1:
        raise ValueError(
            "softmax over a single node is always 1; "
            "use sigmoid for one output, or softmax for two and more"
        )


def some_of(kind, values, what):
    """Values as a tuple of at least one, all of a kind."""
    found = tuple(values)
    if not found or not all(isinstance(value, kind) for value in found):
        raise TypeError(f"{what} is {values!r}, expected one {kind.__name__} or more in a list")
    return found


def layers_fit(layers, only_last):
    """Refuse layers of which one does not fit the one before it.

    only_last : the activation that only the last layer may have
    """
    for number, (before, after) in enumerate(itertools.pairwise(layers), 1):
        if after.n_inputs != len(before):
            raise ValueError(
                f"layer {number + 1} takes {after.n_inputs} inputs, but layer {number} has "
                f"{len(before)} nodes; the two numbers must be the same"
            )
        if before.activation == only_last:
            raise ValueError(
                f"layer {number} is hidden and has {only_last}, which belongs to the output layer; "
                "use tanh or relu in hidden layers"
            )


def as_sizes(sizes):
    """At least two whole numbers."""
    if not hasattr(sizes, "__len__") or isinstance(sizes, str) or len(sizes) < 2:
        raise ValueError(
            f"sizes is {sizes!r}, expected at least the number of inputs and the number of "
            "outputs; write (2, 5, 2) for 2 inputs, 5 hidden nodes and 2 outputs"
        )
    return [as_whole(size, f"sizes[{i}]") for i, size in enumerate(sizes)]


def one_per_layer(activation, output_activation, n_layers):
    """A list with the activation of each layer."""
    found = list(activation) if isinstance(activation, list | tuple) else [activation] * n_layers
    if len(found) != n_layers:
        raise ValueError(
            f"there are {len(found)} activations for {n_layers} layers; "
            "give one for each layer after the inputs, or a single one for all"
        )
    return found if output_activation is None else [*found[:-1], output_activation]


def inputs_fit(network, X):
    """For `forward`: inputs as a table with a column for each input of the network."""
    X, n_inputs = as_rows(X, "X"), network.layers[0].n_inputs
    if X.shape[1] != n_inputs:
        raise ValueError(
            f"X has {X.shape[1]} columns but {network} takes {n_inputs} inputs; "
            f"pass one row per sample, shape (n_samples, {n_inputs})"
        )
    return network, X


# ---- Steps


def targets_fit(network, passed, targets, cost, costs):
    """For `backward`: targets in the shape of the outputs, and a cost that goes with them."""
    cost, targets = named(cost, costs, "cost"), as_rows(targets, "targets")
    if targets.shape != passed.output.shape:
        raise ValueError(
            f"targets have shape {targets.shape} but the outputs {passed.output.shape}; "
            "give one row for each sample, with one target for each output"
        )
    cost_suits(cost, network.layers[-1].activation)
    can_be_trained(network, cost)
    return network, passed, targets, cost


def above_zero(value, what, usual):
    """A number above 0."""
    if as_number(value, what) <= 0:
        raise ValueError(f"{what} is {value}, expected a number above 0; leave it at {usual}")
    return value


def as_penalty(penalty):
    """A penalty or None."""
    if penalty is not None and not hasattr(penalty, "pull"):
        raise TypeError(
            f"penalty is {penalty!r}, expected a penalty; write L2(0.01), L1(0.01) or None"
        )
    return penalty


def gradients_fit(network, gradients, rate, penalty=None, *, as_rate):
    """For `descend`: one gradient per layer, in its shape, with a rate and a penalty."""
    if len(gradients) != len(network.layers):
        raise ValueError(
            f"there are {len(gradients)} gradients for {len(network.layers)} layers; "
            "give what backward returned for this network"
        )
    for layer, gradient in zip(network.layers, gradients, strict=True):
        shapes = np.shape(gradient.weights), np.shape(gradient.biases)
        if shapes != (layer.weights.shape, layer.biases.shape):
            raise ValueError(
                f"a gradient has the shapes {shapes[0]} and {shapes[1]}, but {layer} has weights "
                f"{layer.weights.shape} and biases {layer.biases.shape}; "
                "give what backward returned for this network"
            )
    return network, gradients, as_rate(rate), as_penalty(penalty)


# ---- Training and what it is measured by


def is_a(kind, value, what, example):
    """Refuse a value of another kind."""
    if not isinstance(value, kind):
        raise TypeError(
            f"{what} is a {type(value).__name__}, expected a {kind.__name__}; "
            f"make one, for example with {example}"
        )


def kinds_fit(network, data, kinds):
    """Refuse to train what is no network, or with what is no data set."""
    if not isinstance(network, kinds[0]) or not isinstance(data, kinds[1]):
        raise TypeError(
            f"train got a {type(network).__name__} and a {type(data).__name__}, expected a Network "
            "and a Dataset; write train(network, Dataset(X, Y), ...)"
        )


def sizes_fit(network, data):
    """Refuse data with more or fewer inputs or outputs than the network has."""
    if (data.n_inputs, data.n_outputs) != (network.sizes[0], network.sizes[-1]):
        raise ValueError(
            f"a sample of the data has {data.n_inputs} inputs and {data.n_outputs} outputs, but "
            f"{network} takes {network.sizes[0]} and gives {network.sizes[-1]}; "
            f"make a network of sizes ({data.n_inputs}, ..., {data.n_outputs})"
        )


def of_one_kind(networks):
    """Networks as a list, all with the same sizes and activations."""
    networks = list(networks)
    if not networks or not all(hasattr(network, "layers") for network in networks):
        raise TypeError(f"networks is {networks!r}, expected one Network or more in a list")
    names = [repr(network) for network in networks]
    odd = next((i for i, name in enumerate(names) if name != names[0]), None)
    if odd is not None:
        raise ValueError(
            f"network 0 is {names[0]} but network {odd} is {names[odd]}; "
            "train networks of other sizes or activations by themselves"
        )
    return networks


def one_for_each(networks, values, what, alone):
    """A list with a value for each network; a value of the kind `alone` is for all of them."""
    if isinstance(values, alone):
        return [values] * len(networks)
    values = list(values)
    if len(values) != len(networks):
        raise ValueError(
            f"there are {len(values)} {what} for {len(networks)} networks; give one for each"
        )
    return values


def same_lengths(datasets):
    """Refuse data sets of which one has more samples than another."""
    odd = next((i for i, data in enumerate(datasets) if len(data) != len(datasets[0])), None)
    if odd is not None:
        raise ValueError(
            f"data set 0 has {len(datasets[0])} samples but data set {odd} has "
            f"{len(datasets[odd])}; give all the same number, or train one after the other"
        )


def function_or_none(decide, what):
    """A function, or None."""
    if decide is not None and not callable(decide):
        raise TypeError(
            f"{what} is {decide!r}, expected a function of the outputs; "
            "pass threshold or most_likely, or leave it out"
        )
    return decide


def decisions_fit(decisions, targets):
    """For `accuracy`: decisions and targets as tables of one shape."""
    decisions, targets = as_numbers(decisions, "decisions"), as_numbers(targets, "targets")
    if decisions.shape != targets.shape or decisions.size == 0:
        raise ValueError(
            f"decisions have shape {decisions.shape} and targets {targets.shape}, expected the "
            "same shape and at least one number; give one target for each decision"
        )
    return np.atleast_2d(decisions), np.atleast_2d(targets)


def one_hot(decisions, targets):
    """For `confusion_matrix`: one-hot decisions and targets of one shape."""
    decisions, targets = _one_hot(decisions, "decisions"), _one_hot(targets, "targets")
    if decisions.shape != targets.shape:
        raise ValueError(
            f"decisions have shape {decisions.shape} and targets {targets.shape}, "
            "expected the same shape; give one target for each decision"
        )
    return decisions, targets


def _one_hot(rows, what):
    rows = as_numbers(rows, what)
    if rows.ndim != 2 or not (((rows == 0) | (rows == 1)).all() and (rows.sum(axis=1) == 1).all()):
        raise ValueError(
            f"{what} are not one-hot, expected rows with a single 1 and else 0; "
            "turn outputs into decisions with most_likely first"
        )
    return rows


# ---- Files


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
