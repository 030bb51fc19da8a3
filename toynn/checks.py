"""Checks: what every public function asks of its arguments, in one place.

Each is named after what must hold, or after what it returns: the value in the form that the
numerics want. Its docstring is the sentence that it raises otherwise, with the values filled in:
what was given, what was expected and what to do.
"""

import contextlib
import functools
import itertools
import math
import numbers
import operator

import numpy as np


def must(holds, check, values, error=ValueError):
    """Raise the error with the sentence of a check, unless something holds.

    values : dict of what the sentence mentions, such as the locals() of the check
    """
    if not holds:
        sentence = check.__doc__ or check.__name__  # python -OO has no docstrings
        raise error(" ".join(sentence.split()).format_map(values))


def ensured(value, *that):
    """The value, once it is certain `that` something holds: the arguments of `must`."""
    must(*that)
    return value


def first(check, **options):
    """Let a function of several arguments begin with a check of all of them.

    check : takes what the function takes, and the options, and returns the arguments as a tuple

    The lines of the function are then free of checks, and `without` gives those lines alone.
    """

    def decorate(function):
        @functools.wraps(function)
        def checked(*args, **kwargs):
            try:
                fitting = check(*args, **kwargs, **options)
            except TypeError as error:  # Python's own, too: it knows the check alone
                words = str(error).replace(f"{check.__name__}()", f"{function.__name__}()")
                raise TypeError(words) from None
            return function(*fitting)

        return checked

    return decorate


def without(function):
    """The function without the check that `first` put in front, for a caller that has checked."""
    return function.__wrapped__


# ---- Frozen records


def unchecked(kind, **fields):
    """Make a frozen record of values that need no check: they were computed from checked ones."""
    record = object.__new__(kind)
    record.__dict__.update(fields)
    return record


def read_only(*arrays):
    """Let nobody change these arrays from now on, and return them."""
    for array in arrays:
        array.setflags(write=False)
    return arrays


# ---- Numbers


def as_numbers(values, what):
    """{what} holds {odd}, expected numbers only; turn every value into a number, or leave out the
    rows that have none
    """
    if type(values) is np.ndarray and values.dtype == float:
        return values
    array = _as_array(values, what)
    if array.dtype == object and all(isinstance(v, numbers.Real) for v in array.flat):
        with contextlib.suppress(OverflowError):  # what pandas gives for a mixed table, fractions
            array = array.astype(float)
    are_numbers = array.dtype.kind in "biuf" or not array.size
    odd = None if are_numbers else _first_odd(values)
    must(are_numbers, as_numbers, locals(), TypeError)
    return array.astype(float, copy=False)


def _as_array(values, what):
    """{what} {problem}; give every row the same number of values"""
    try:
        return np.asarray(values)
    except ValueError:
        lengths = [len(row) if hasattr(row, "__len__") else 1 for row in values]
    odd = next((i for i, n in enumerate(lengths) if n != lengths[0]), None)
    problem = f"is ragged: row 0 has {lengths[0]} values but row {odd} has {lengths[odd or 0]}"
    problem = "does not form a table" if odd is None else problem
    return must(False, _as_array, locals())


def _first_odd(values):
    """The first value that is not a number, as the reader would write it."""
    array = np.asarray(values, dtype=object)  # as they came: with text among them, all become text
    odd = next((v for v in array.ravel() if not isinstance(v, numbers.Real)), array.flat[0])
    return f"{odd.item() if isinstance(odd, np.generic) else odd!r:.60}"


def as_finite(values, what):
    """{what}{where} is {odd}, expected a finite number; correct the value, or leave out its row"""
    array = as_numbers(values, what)
    finite = np.isfinite(array)
    if not finite.all():
        place = np.argwhere(~finite)[0].tolist()
        where, odd = place or "", array[tuple(place)]
        must(False, as_finite, locals())
    return array


def as_row(values, what):
    """{what} have shape {array.shape}, expected a row of numbers; give one weight for each input"""
    array = as_finite(values, what)
    return ensured(array, array.ndim == 1, as_row, locals())


def as_table(values, what, row="sample"):
    """{what} has shape {array.shape}, expected a table with one row per {row}, and at least one row
    and column; write one {row} as [[...]], and n {row}s of one number with .reshape(-1, 1)
    """
    array = as_finite(values, what)
    return ensured(array, array.ndim == 2 and array.size, as_table, locals())


def as_rows(values, what):
    """Values as a table, where a single sample may come as a plain row of numbers."""
    array = as_numbers(values, what)
    return as_table(array[np.newaxis] if array.ndim == 1 else array, what)


def as_whole(value, what, least=1):
    """{what} is {value}, expected a whole number of at least {least}; give a larger one"""
    whole = _index(value, what, max(least, 10))
    return ensured(whole, whole >= least, as_whole, locals())


def _index(value, what, example):
    """{what} is {value!r}, expected a whole number; give one without a decimal point, such as
    {example}
    """
    try:
        whole = None if isinstance(value, bool) else operator.index(value)
    except TypeError:
        whole = None
    return ensured(whole, whole is not None, _index, locals(), TypeError)


def as_number(value, what, least=-math.inf):
    """{what} is {value!s:.60}, expected a finite number{bound}, such as 0.1"""
    is_number(value, what)
    bound = "" if least == -math.inf else f" of at least {least}"
    fits = False
    with contextlib.suppress(OverflowError):  # a whole number beyond the largest float
        fits = math.isfinite(value) and value >= least
    must(fits, as_number, locals())
    return float(value)


def is_number(value, what):
    """{what} is {value!r}, expected a number such as 0.1"""
    fits = isinstance(value, numbers.Real) and not isinstance(value, bool | np.bool_)
    must(fits, is_number, locals(), TypeError)


def as_share(value, what):
    """{what} is {value}, expected a share of at least 0 and below 1, such as 0.9"""
    return ensured(value, as_number(value, what, least=0) < 1, as_share, locals())


def above_zero(value, what, usual):
    """{what} is {value}, expected a number above 0; leave it at {usual}"""
    return ensured(value, as_number(value, what) > 0, above_zero, locals())


def as_range(limits, what):
    """{what} is {limits}, expected the lower number first; write ({high:g}, {low:g})"""
    low, high = (as_number(limit, what) for limit in as_pair(limits, what))
    must(low <= high, as_range, locals())
    return low, high


def as_pair(limits, what):
    """{what} is {limits!r}, expected a pair (low, high) such as (-1, 1)"""
    fits = isinstance(limits, tuple | list) and len(limits) == 2
    return ensured(limits, fits, as_pair, locals(), TypeError)


def as_rng(rng):
    """A NumPy random generator from a whole number or a generator."""
    if isinstance(rng, np.random.Generator):
        return rng
    return np.random.default_rng(as_whole(rng, "rng", least=0))


def as_noise(noise):
    """noise is {noise}, expected a share from 0 to 1; 0.5 is already a lot"""
    return ensured(noise, as_number(noise, "noise", least=0) <= 1, as_noise, locals())


# ---- Names and kinds


def as_path(path):
    """The Path of a file, from its name."""
    from pathlib import Path  # slow to import, and only files need it

    return Path(path)


def named(name, registry, kind):
    """{kind} is {name!r}, expected a name, or what {record.__name__}(...) makes; choose one of
    {names}
    """
    record, names = type(next(iter(registry.values()))), ", ".join(registry)
    if isinstance(name, record):
        return name
    must(isinstance(name, str), named, locals(), TypeError)
    return one_of(name, registry, kind)


def one_of(name, registry, kind):
    """there is no {kind} called {name!r}; {hint} {names}"""
    known, names, hint = name in list(registry), ", ".join(registry), "choose one of"
    if not known and isinstance(name, str):
        from difflib import get_close_matches  # only a wrong name needs it

        close = get_close_matches(name, registry, n=1)
        hint = f"did you mean {close[0]!r}? The names are" if close else hint
    must(known, one_of, locals())
    return registry[name]


def is_a(kind, value, what, example):
    """{what} is {a} {given}, expected a {kind.__name__}; write {example}"""
    given = type(value).__name__
    a = "an" if given[0] in "aeiou" or given == "ndarray" else "a"
    must(isinstance(value, kind), is_a, locals(), TypeError)


def some_of(kind, values, what):
    """{what} is {values!r}, expected one {kind.__name__} or more in a list"""
    found = tuple(values) if hasattr(values, "__iter__") else ()
    fits = found and all(isinstance(value, kind) for value in found)
    return ensured(found, fits, some_of, locals(), TypeError)


def function_or_none(decide, what):
    """{what} is {decide!r}, expected a function of the outputs; pass threshold or most_likely, or
    leave it out
    """
    return ensured(
        decide, decide is None or callable(decide), function_or_none, locals(), TypeError
    )


# ---- Activations and costs


def works_on_arrays(function, what):
    """{what} was tried on an array of shape {z.shape} and gave {shape}, expected an array of the
    same shape; use functions of whole arrays, such as np.maximum instead of max
    """
    is_function(function, what)
    z = np.array([[-1.5, 0.5]])
    with np.errstate(all="ignore"):
        try:
            shape = np.shape(function(z))
        except (TypeError, ValueError) as error:
            shape = f"an error ({error})"
    must(shape == z.shape, works_on_arrays, locals())


def is_function(function, what):
    """{what} is {function!r}, expected a function of z"""
    must(callable(function), is_function, locals(), TypeError)


def has_derivative(activation):
    """{activation} has no derivative f_prime, which is needed here; use sigmoid or tanh, use
    softmax only with cross_entropy, or give yours as Activation({activation.name!r}, f, f_prime)
    """
    return ensured(
        activation.f_prime, activation.f_prime is not None, has_derivative, locals(), TypeError
    )


def can_be_trained(network, cost):
    """Every activation has a derivative where one is needed."""
    *hidden, output = (layer.activation for layer in network.layers)
    for activation in hidden if output == cost.partner else [*hidden, output]:
        has_derivative(activation)


def same_shape(values, targets, what="outputs"):
    """{what} have shape {values.shape} and targets {targets.shape}, expected the same shape and at
    least one number; give one target for each {one}
    """
    values, targets = as_numbers(values, what), as_numbers(targets, "targets")
    one = what[:-1]
    must(values.shape == targets.shape and values.size, same_shape, locals())
    return values, targets


def cost_suits(cost, activation):
    """{cost} does not go with {activation}; use cross_entropy with softmax, whose outputs share one
    answer, binary_cross_entropy with sigmoid or other outputs from 0 to 1, and quadratic or
    absolute with all but softmax
    """
    must(cost.goes_with(activation), cost_suits, locals())


def outputs_suit(cost, outputs, targets):
    """Outputs that may be those of the activation that the cost is made for."""
    in_range(cost, outputs, "outputs")
    partner = cost.partner and cost.partner.name
    shared = outputs.ndim > 0 and outputs.shape[-1] > 1 and np.allclose(outputs.sum(axis=-1), 1)
    if partner == "softmax":
        several_outputs(outputs, cost)
        share_one_answer(shared, outputs, cost)
    elif partner == "sigmoid" and shared:
        are_those_of_sigmoid(not np.allclose(targets.sum(axis=-1), 1), cost)


def several_outputs(outputs, cost):
    """each sample has a single output, but {cost} is for the outputs of softmax, which are several
    and share one answer; use binary_cross_entropy
    """
    must(outputs.ndim and outputs.shape[-1] > 1, several_outputs, locals())


def share_one_answer(fits, outputs, cost):
    """the outputs of a sample add up to {total:g}, but {cost} is for the outputs of softmax, which
    share one answer and add up to 1; use binary_cross_entropy for outputs of sigmoid
    """
    sums = outputs.sum(axis=-1).ravel()
    total = sums[np.abs(sums - 1).argmax()]
    must(fits or np.isnan(outputs).any(), share_one_answer, locals())


def are_those_of_sigmoid(fits, cost):
    """the outputs of each sample add up to 1, as those of softmax do, but {cost} is for outputs of
    sigmoid; use cross_entropy for softmax, or, if they did come from sigmoid, say so with
    {cost}(outputs, targets, activation='sigmoid')
    """
    must(fits, are_those_of_sigmoid, locals())


def targets_suit(cost, targets):
    """the targets of a sample add up to {total:g}, but with softmax they share one answer and must
    add up to 1; use sigmoid for several answers
    """
    in_range(cost, targets, "targets")
    sums = np.ravel(np.atleast_1d(targets).sum(axis=-1))
    total = sums[np.abs(sums - 1).argmax()]
    shared = cost.partner and cost.partner.name == "softmax"
    return ensured(targets, not shared or np.allclose(sums, 1), targets_suit, locals())


def in_range(cost, values, what):
    """{what} run from {lowest:g} to {highest:g}, but {cost} takes {low} to {high}; rescale the
    {what}, or use another cost such as quadratic
    """
    (low, high), lowest, highest = cost.range, values.min(), values.max()
    must(not (lowest < low or highest > high), in_range, locals())  # NaN is let through


# ---- Networks


def one_per_weight(inputs, node):
    """inputs have shape {inputs.shape}, but the node has {n} weights; give a row of {n} numbers"""
    inputs, n = as_numbers(inputs, "inputs"), len(node.weights)
    return ensured(inputs, inputs.shape == (n,), one_per_weight, locals())


def one_per_input(inputs, layer):
    """inputs have shape {inputs.shape}, but {layer} takes {layer.n_inputs} inputs; give one number
    for each, as a row or in rows of {layer.n_inputs}
    """
    inputs = as_numbers(inputs, "inputs")
    return ensured(inputs, inputs.shape[-1:] == (layer.n_inputs,), one_per_input, locals())


def one_bias_per_node(biases, weights):
    """biases have shape {biases.shape} but weights {weights.shape}; give one bias per node, shape
    ({n},)
    """
    biases, n = as_finite(biases, "biases"), len(weights)
    return ensured(biases, biases.shape == (n,), one_bias_per_node, locals())


def nodes_can_share(weights, is_softmax):
    """softmax over a single node is always 1; use sigmoid for one output, or softmax for two or
    more
    """
    must(len(weights) > 1 or not is_softmax, nodes_can_share, {})


def layers_fit(layers, only_last):
    """layer {after} takes {layer.n_inputs} inputs, but layer {number} has {n} nodes; the two
    numbers must be the same
    """
    for number, (before, layer) in enumerate(itertools.pairwise(layers), 1):
        n, after = len(before), number + 1
        must(layer.n_inputs == n, layers_fit, locals())
        is_not_hidden(before, number, only_last)


def is_not_hidden(layer, number, only_last):
    """layer {number} is hidden and has {only_last}, which belongs to the output layer; use tanh or
    relu in hidden layers
    """
    must(layer.activation != only_last, is_not_hidden, locals())


def as_sizes(sizes):
    """sizes is {sizes!r}, expected at least the number of inputs and the number of outputs; write
    (2, 5, 2) for 2 inputs, 5 hidden nodes and 2 outputs
    """
    fits = hasattr(sizes, "__len__") and not isinstance(sizes, str) and len(sizes) >= 2
    must(fits, as_sizes, locals())
    return [as_whole(size, f"sizes[{i}]") for i, size in enumerate(sizes)]


def one_per_layer(activation, output_activation, n):
    """there are {given} activations for {n} layers; give one for each layer after the inputs, or a
    single one for all
    """
    found = list(activation) if isinstance(activation, list | tuple) else [activation] * n
    given = len(found)
    must(given == n, one_per_layer, locals())
    return found if output_activation is None else [*found[:-1], output_activation]


# ---- Steps and training


def inputs_fit(network, X):
    """X has {n} columns but {network} takes {n_inputs} inputs; pass one row per sample, shape
    (n_samples, {n_inputs})
    """
    X, n_inputs = as_rows(X, "X"), network.layers[0].n_inputs
    n = X.shape[1]
    return ensured((network, X), n == n_inputs, inputs_fit, locals())


def targets_fit(network, passed, targets, cost, costs):
    """targets have shape {targets.shape} but the outputs {passed.output.shape}; give one row for
    each sample, with one target for each output
    """
    cost, targets = named(cost, costs, "cost"), as_rows(targets, "targets")
    is_a_pass(passed)
    must(targets.shape == passed.output.shape, targets_fit, locals())
    cost_suits(cost, network.layers[-1].activation)
    can_be_trained(network, cost)
    return network, passed, targets, cost


def is_a_pass(passed):
    """passed is of the type {given}, expected what forward returned; write forward(network, X)"""
    given = type(passed).__name__
    must(hasattr(passed, "output"), is_a_pass, locals(), TypeError)


def gradients_fit(network, gradients, rate, penalty=None, *, as_rate):
    """the number of gradients is {given}, but {network} has {n} layers; give what backward returned
    for this network
    """
    given, n = len(gradients), len(network.layers)
    must(given == n, gradients_fit, locals())
    for layer, gradient in zip(network.layers, gradients, strict=True):
        gradient_fits(layer, np.shape(gradient.weights), np.shape(gradient.biases))
    return network, gradients, as_rate(rate), as_penalty(penalty)


def gradient_fits(layer, weights, biases):
    """a gradient has the shapes {weights} and {biases}, but {layer} has weights
    {layer.weights.shape} and biases {layer.biases.shape}; give what backward returned for this
    network
    """
    fits = (weights, biases) == (layer.weights.shape, layer.biases.shape)
    must(fits, gradient_fits, locals())


def as_penalty(penalty):
    """penalty is {penalty!r}, expected a penalty; write L2(0.01), L1(0.01) or None"""
    fits = penalty is None or hasattr(penalty, "pull")
    fits = fits and not isinstance(penalty, type)
    return ensured(penalty, fits, as_penalty, locals(), TypeError)


def as_optimizer(optimizer):
    """optimizer is {optimizer!r}, expected an optimizer; write Momentum(0.9), Adam() or None"""
    fits = optimizer is None or hasattr(optimizer, "directions")
    fits = fits and not isinstance(optimizer, type)
    return ensured(optimizer, fits, as_optimizer, locals(), TypeError)


def sizes_fit(network, data):
    """a sample of the data has {data.n_inputs} inputs and {data.n_outputs} outputs, but {network}
    takes {n_inputs} and gives {n_outputs}; make a network of sizes ({data.n_inputs}, ...,
    {data.n_outputs})
    """
    n_inputs, *_, n_outputs = network.sizes
    must((data.n_inputs, data.n_outputs) == (n_inputs, n_outputs), sizes_fit, locals())


def of_one_kind(networks, kind):
    """network 0 is {networks[0]} but network {odd} is {other}; train networks of other sizes or
    activations by themselves
    """
    networks = some_of(kind, networks, "networks")
    kinds = [(n.sizes, [layer.activation for layer in n.layers]) for n in networks]
    odd = next((i for i, found in enumerate(kinds) if found != kinds[0]), 0)
    other = networks[odd]
    return ensured(networks, not odd, of_one_kind, locals())


def one_for_each(networks, values, what, alone):
    """{what} is {given}, expected a list with {n}, one for each network"""
    n = len(networks)
    if isinstance(values, alone):
        return [values] * n
    given = f"a list with {len(values)}" if hasattr(values, "__len__") else repr(values)
    must(given == f"a list with {n}", one_for_each, locals())
    return list(values)


def same_lengths(datasets):
    """data set 0 has {n} samples but data set {odd} has {other}; give all the same number, or train
    one after the other
    """
    n, *lengths = map(len, datasets)
    odd, other = next(((i, other) for i, other in enumerate(lengths, 1) if other != n), (0, n))
    must(not odd, same_lengths, locals())


# ---- Decisions


def decisions_fit(decisions, targets):
    """Decisions and targets as tables of one shape."""
    return tuple(map(np.atleast_2d, same_shape(decisions, targets, "decisions")))


def one_hot(decisions, targets):
    """One-hot decisions and targets of one shape."""
    decisions, targets = is_one_hot(decisions, "decisions"), is_one_hot(targets, "targets")
    return same_shape(decisions, targets, "decisions")


def is_one_hot(rows, what):
    """{what} are not one-hot, expected rows with a single 1 and 0 everywhere else; turn outputs
    into decisions with most_likely first
    """
    rows = as_numbers(rows, what)
    fits = rows.ndim == 2 and np.isin(rows, (0, 1)).all() and (rows.sum(axis=1) == 1).all()
    return ensured(rows, fits, is_one_hot, locals())


# ---- Data and files


def same_length(X, Y):
    """X has {n} rows but Y has {other}; give one target row per sample"""
    n, other = len(X), len(Y)
    must(n == other, same_length, locals())
    return X, Y


def leaves_both(test, n):
    """test={test} of {n} samples leaves {n_train} to train and {n_test} to test with, expected at
    least one each; choose another share
    """
    n_test = round(as_number(test, "test", least=0) * n)
    n_train = max(n - n_test, 0)
    return ensured(n_test, n_train and n_test, leaves_both, locals())


def at_most_all(batch_size, n):
    """batch_size is {batch_size}, but there are only {n} samples; use batch_size=None for all of
    them at once
    """
    must(as_whole(batch_size, "batch_size") <= n, at_most_all, locals())
    return int(batch_size)


def side_of_squares(data):
    """{data!r} has {data.n_inputs} inputs, expected the pixels of square images, such as 64 for
    8x8; use digits()
    """
    side = math.isqrt(data.n_inputs)
    return ensured(side, side**2 == data.n_inputs, side_of_squares, locals())


def name_to_save(activation, registry):
    """an activation of your own is called {activation.name!r}, the name of one of toynn's; give
    yours another name, or the file would load as the other one
    """
    taken = registry.get(activation.name, activation) != activation
    return ensured(activation.name, not taken, name_to_save, locals())


def known_to_load(names, known, path):
    """{path} uses the activation '{name}', which toynn does not have; pass it to load:
    Network.load(path, activations=[{name}])
    """
    unknown = [repr(name[:40])[1:-1] for name in names if name not in known]
    name = "".join(unknown[:1])
    return ensured(names, not unknown, known_to_load, locals())
