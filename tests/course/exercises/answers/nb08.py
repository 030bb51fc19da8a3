# ruff: noqa: FURB192, RET503
"""Answers to the exercises of notebook 08."""

import math
from itertools import accumulate, islice

import numpy as np

from tests.course.exercises.answers import Answers

# --- mini-batches

minibatches = Answers("08.minibatches")


@minibatches.wrong("whole batches only, counted", named="the last batch is dropped")
def _(X, Y, size, order):
    X, Y = X[order], Y[order]
    n = len(X) // size
    return [(X[i * size : (i + 1) * size], Y[i * size : (i + 1) * size]) for i in range(n)]


@minibatches.wrong("Y is left as it was", named="only X is shuffled")
def _(X, Y, size, order):
    shuffled = X[order]
    return [(shuffled[i : i + size], Y[i : i + size]) for i in range(0, len(X), size)]


@minibatches.wrong("sorted by the order", named="the order is used backwards")
def _(X, Y, size, order):
    rows = [row for _, row in sorted(zip(order, range(len(X)), strict=True))]
    return [(X[rows[i : i + size]], Y[rows[i : i + size]]) for i in range(0, len(X), size)]


@minibatches.wrong("X and Y as they come", named="the order is not used")
def _(X, Y, size, order):
    return [(X[i : i + size], Y[i : i + size]) for i in range(0, len(X), size)]


@minibatches.wrong("no step in range", named="the batches overlap")
def _(X, Y, size, order):
    X, Y = X[order], Y[order]
    return [(X[i : i + size], Y[i : i + size]) for i in range(len(X))]


@minibatches.wrong("split into size parts", named="size is taken for the number of batches")
def _(X, Y, size, order):
    xs, ys = np.array_split(X[order], size), np.array_split(Y[order], size)
    return [(x, y) for x, y in zip(xs, ys, strict=True)]


@minibatches.wrong("the last batch is filled up from the start")
def _(X, Y, size, order):
    rows = np.concatenate([order, order])
    return [(X[rows[i : i + size]], Y[rows[i : i + size]]) for i in range(0, len(X), size)]


@minibatches.wrong("shuffled with a generator of its own")
def _(X, Y, size, order):
    order = np.random.default_rng(0).permutation(len(X))
    return [(X[order[i : i + size]], Y[order[i : i + size]]) for i in range(0, len(X), size)]


@minibatches.wrong("prints them", told="prints something, but returns nothing")
def _(X, Y, size, order):
    for i in range(0, len(X), size):
        print(X[order[i : i + size]], Y[order[i : i + size]])


@minibatches.wrong("two lists", named="two lists instead of pairs")
def _(X, Y, size, order):
    X, Y = X[order], Y[order]
    cuts = range(0, len(X), size)
    return [X[i : i + size] for i in cuts], [Y[i : i + size] for i in cuts]


@minibatches.wrong("a generator", named="a generator instead of a list")
def _(X, Y, size, order):
    for i in range(0, len(order), size):
        yield X[order[i : i + size]], Y[order[i : i + size]]


@minibatches.right("sorted pairs of numbers and parts")
def _(X, Y, size, order):
    found = {}
    for place, row in enumerate(order):
        found.setdefault(place // size, []).append(row)
    return [(X[rows], Y[rows]) for rows in found.values()]


@minibatches.right("lists of pairs, with islice")
def _(X, Y, size, order):
    rows, found = iter(order), []
    while chosen := list(islice(rows, size)):
        found.append([X[chosen], Y[chosen]])
    return found


@minibatches.right("rounded up")
def _(X, Y, size, order):
    n = math.ceil(len(X) / size)
    parts = [order[i * size : (i + 1) * size] for i in range(n)]
    return tuple((X[part], Y[part]) for part in parts)


@minibatches.right("take")
def _(X, Y, size, order):
    parts = np.split(order, range(size, len(order), size))
    return [(X.take(part, axis=0), Y.take(part, axis=0)) for part in parts]


# --- the loop

fit = Answers("08.fit")


@fit.wrong("step is called for its effect", named="the network is not passed on")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for _ in range(epochs):
        for x, y in batches:
            step(network, x, y)
        costs.append(measure(network))
    return network, costs


@fit.wrong("begun again in each epoch", named="every epoch begins with the untrained network")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for _ in range(epochs):
        trained = network
        for x, y in batches:
            trained = step(trained, x, y)
        costs.append(measure(trained))
    return trained, costs


@fit.wrong("the cost before the steps", named="measured before the steps of the epoch")
def _(network, step, measure, batches, epochs):
    costs = []
    for _ in range(epochs):
        costs.append(measure(network))
        for x, y in batches:
            network = step(network, x, y)
    return network, costs


@fit.wrong("the cost in the inner loop", named="measured after every step")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for _ in range(epochs):
        for x, y in batches:
            network = step(network, x, y)
            costs.append(measure(network))
    return network, costs


@fit.wrong("only the first batch", named="only one batch of each epoch counts")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for _ in range(epochs):
        network = step(network, *batches[0])
        costs.append(measure(network))
    return network, costs


@fit.wrong("a return too early", named="it returns inside the loop")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for _ in range(epochs):
        for x, y in batches:
            network = step(network, x, y)
        costs.append(measure(network))
        return network, costs


@fit.wrong("no cost of epoch 0", named="the untrained network is not measured")
def _(network, step, measure, batches, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in batches:
            network = step(network, x, y)
        costs.append(measure(network))
    return network, costs


@fit.wrong("the batches once more each epoch")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for epoch in range(epochs):
        for x, y in batches * (epoch + 1):
            network = step(network, x, y)
        costs.append(measure(network))
    return network, costs


@fit.wrong("the lowest cost alone")
def _(network, step, measure, batches, epochs):
    for _ in range(epochs):
        for x, y in batches:
            network = step(network, x, y)
    return network, measure(network)


@fit.right("an array of costs")
def _(network, step, measure, batches, epochs):
    costs = np.zeros(epochs + 1)
    costs[0] = measure(network)
    for n in range(1, epochs + 1):
        for x, y in batches:
            network = step(network, x, y)
        costs[n] = measure(network)
    return network, costs


@fit.right("accumulate")
def _(network, step, measure, batches, epochs):
    def epoch(now, _):
        for x, y in batches:
            now = step(now, x, y)
        return now

    networks = list(accumulate(range(epochs), epoch, initial=network))
    return networks[-1], [measure(each) for each in networks]


@fit.right("recursion")
def _(network, step, measure, batches, epochs):
    def go(network, epochs):
        costs = [measure(network)]
        if epochs == 0:
            return network, costs
        for x, y in batches:
            network = step(network, x, y)
        last, more = go(network, epochs - 1)
        return last, costs + more

    return go(network, epochs)


@fit.right("by the numbers of the batches")
def _(network, step, measure, batches, epochs):
    costs = [measure(network)]
    for number in range(epochs * len(batches)):
        x, y = batches[number % len(batches)]
        network = step(network, x, y)
        if (number + 1) % len(batches) == 0:
            costs.append(measure(network))
    return (network, costs)


# --- early stopping

early = Answers("08.early")


@early.wrong("the last epoch twice", named="the last epoch is kept")
def _(costs, patience):
    lowest, waited = costs[0], 0
    for epoch, cost in enumerate(costs):
        if cost < lowest or epoch == 0:
            lowest, waited = cost, 0
        else:
            waited += 1
        if waited == patience:
            break
    return epoch, epoch


@early.wrong("the whole list, no stop", named="the patience has no effect")
def _(costs, patience):
    return costs.index(min(costs)), len(costs) - 1


@early.wrong("<=", named="the last of several equal costs")
def _(costs, patience):
    best = 0
    for epoch in range(len(costs)):
        if costs[epoch] <= costs[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch


@early.wrong(">", named="stopped one epoch too late")
def _(costs, patience):
    best = 0
    for epoch in range(len(costs)):
        if costs[epoch] < costs[best]:
            best = epoch
        if epoch - best > patience:
            break
    return best, epoch


@early.wrong("the counter keeps its count", named="the counter is never set back")
def _(costs, patience):
    best, bad = 0, 0
    for epoch in range(1, len(costs)):
        if costs[epoch] < costs[best]:
            best = epoch
        else:
            bad += 1
            if bad == patience:
                return best, epoch
    return best, len(costs) - 1


@early.wrong("the lowest cost and not its epoch", named="the cost instead of its epoch")
def _(costs, patience):
    best = 0
    for epoch in range(len(costs)):
        if costs[epoch] < costs[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return costs[best], epoch


@early.wrong("rises in a row", named="compared with the epoch before")
def _(costs, patience):
    best = rises = 0
    for epoch in range(1, len(costs)):
        if costs[epoch] < costs[best]:
            best = epoch
        if costs[epoch] < costs[epoch - 1]:
            rises = 0
        else:
            rises += 1
        if rises == patience:
            return best, epoch
    return best, len(costs) - 1


@early.wrong("the highest cost")
def _(costs, patience):
    best = 0
    for epoch in range(len(costs)):
        if costs[epoch] > costs[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch


@early.right("a while loop")
def _(costs, patience):
    best = epoch = 0
    while epoch + 1 < len(costs) and epoch - best < patience:
        epoch += 1
        if costs[epoch] < costs[best]:
            best = epoch
    return best, epoch


@early.right("with minima so far")
def _(costs, patience):
    lowest = np.minimum.accumulate(costs)
    for epoch in range(len(costs)):
        best = int(np.argmax(np.asarray(costs) == lowest[epoch]))
        if epoch - best >= patience:
            break
    return best, epoch


@early.right("recursion, in a list")
def _(costs, patience):
    def go(epoch, best):
        best = epoch if costs[epoch] < costs[best] else best
        if epoch - best >= patience or epoch == len(costs) - 1:
            return [best, epoch]
        return go(epoch + 1, best)

    return go(0, 0)


@early.right("an array of two")
def _(costs, patience):
    lowest, best = math.inf, -1
    for epoch, cost in enumerate(costs):
        if cost < lowest:
            lowest, best = cost, epoch
        elif epoch == best + patience:
            return np.array([best, epoch])
    return np.array([best, len(costs) - 1])


# --- the rate

rate = Answers("08.rate")
RIGHT = {
    "summed": 0.005, "mean, data twice": 0.5, "summed, data twice": 0.0025,
    "summed, batches of 10": 0.05,
}  # fmt: skip

rate.wrong("0.5 stays", RIGHT | {"summed": 0.5}, named="the rate of the mean for a sum")
rate.wrong("all 0.5", dict.fromkeys(RIGHT, 0.5), named="the rate of the mean for a sum")
rate.wrong("multiplied", RIGHT | {"summed": 50.0}, named="multiplied instead of divided")
rate.wrong("halved", RIGHT | {"mean, data twice": 0.25}, named="the mean does not change")
rate.wrong(
    "not doubled", RIGHT | {"summed, data twice": 0.005}, named="the doubled data is forgotten"
)
rate.wrong("doubled", RIGHT | {"summed, data twice": 0.01}, named="twice the data, twice the rate")
rate.wrong(
    "all of the data", RIGHT | {"summed, batches of 10": 0.005},
    named="all samples instead of those in a step",
)  # fmt: skip
rate.wrong("a negative rate", RIGHT | {"summed": -0.005})
rate.wrong("a text", RIGHT | {"summed": "0.005"}, told="Write the number without quotation marks")
rate.wrong("ten batches", RIGHT | {"summed, batches of 10": 0.5 / 20})
rate.right("fractions of 0.5", (0.5 / 100, 0.5, 0.5 / 200, 0.5 / 10))
rate.right("powers of ten", (5e-3, 5e-1, 25e-4, 5e-2))
rate.right("NumPy numbers", {key: np.float64(value) for key, value in RIGHT.items()})
rate.right("in another order", dict(reversed(RIGHT.items())))

# --- the best rate

success = Answers("08.success")


@success.wrong("by the test", named="the test data chooses")
def _(run, rates, seeds):
    def test(rate):
        return np.mean([run(rate, seed)[1] for seed in seeds])

    best = max(rates, key=test)
    return best, test(best)


@success.wrong("the validation mean", named="the validation accuracy is reported")
def _(run, rates, seeds):
    def validation(rate):
        return np.mean([run(rate, seed)[0] for seed in seeds])

    best = max(rates, key=validation)
    return best, validation(best)


@success.wrong("one seed", named="one seed for all")
def _(run, rates, seeds):
    best = max(rates, key=lambda rate: run(rate, seeds[0])[0])
    return best, run(best, seeds[0])[1]


@success.wrong("the best run", named="the luckiest run chooses")
def _(run, rates, seeds):
    best = max(rates, key=lambda rate: max(run(rate, seed)[0] for seed in seeds))
    return best, np.mean([run(best, seed)[1] for seed in seeds])


@success.wrong("the best test run", named="the luckiest test is reported")
def _(run, rates, seeds):
    best = max(rates, key=lambda rate: np.mean([run(rate, seed)[0] for seed in seeds]))
    return best, max(run(best, seed)[1] for seed in seeds)


@success.wrong("sums", named="sums instead of means")
def _(run, rates, seeds):
    best = max(rates, key=lambda rate: sum(run(rate, seed)[0] for seed in seeds))
    return best, sum(run(best, seed)[1] for seed in seeds)


@success.wrong("the median")
def _(run, rates, seeds):
    best = max(rates, key=lambda rate: np.median([run(rate, seed)[0] for seed in seeds]))
    return best, np.median([run(best, seed)[1] for seed in seeds])


@success.wrong("the place in the list", named="the number of the rate in the list")
def _(run, rates, seeds):
    means = [np.mean([run(rate, seed) for seed in seeds], axis=0) for rate in rates]
    best = int(np.argmax([mean[0] for mean in means]))
    return best, means[best][1]


@success.right("sorted")
def _(run, rates, seeds):
    def means(rate):
        return np.mean([run(rate, seed) for seed in seeds], axis=0)

    best = sorted(rates, key=lambda rate: -means(rate)[0])[0]
    return best, means(best)[1]


@success.right("statistics of two lists")
def _(run, rates, seeds):
    best, highest = None, -math.inf
    for rate in rates:
        first, second = zip(*(run(rate, seed) for seed in seeds), strict=True)
        if math.fsum(first) / len(first) > highest:
            best, highest = rate, math.fsum(first) / len(first)
            reported = math.fsum(second) / len(second)
    return best, reported


@success.right("sums to choose by, a mean to report")
def _(run, rates, seeds):
    best = max(rates, key=lambda rate: sum(run(rate, seed)[0] for seed in seeds))
    return [best, np.mean([run(best, seed)[1] for seed in seeds])]


@success.right("a table")
def _(run, rates, seeds):
    table = {rate: [run(rate, seed) for seed in seeds] for rate in rates}
    best = max(table, key=lambda rate: sum(v for v, _ in table[rate]) / len(table[rate]))
    return best, sum(t for _, t in table[best]) / len(table[best])


# --- find the line

debug = Answers("08.debug")
LINES = {"A": 6, "B": 4, "C": 3}

debug.wrong("the gradient of A", LINES | {"A": 5}, named="line 5 of A is right")
debug.wrong("the measurement of A", LINES | {"A": 7}, named="line 7 of A is right")
debug.wrong("the mini-batches of B", LINES | {"B": 7}, named="line 7 of B is right")
debug.wrong("the measurement of B", LINES | {"B": 10}, named="line 10 of B is right")
debug.wrong("the rule of C", LINES | {"C": 5}, named="line 5 of C is right")
debug.wrong("from 0", {"A": 5, "B": 3, "C": 2}, named="line 5 of A is right")
debug.wrong("a line that is not there", LINES | {"C": 12})
debug.wrong("the text of the line", LINES | {"A": "descend"}, told="Write")
debug.right("the other of the two", {"A": 6, "B": 5, "C": 3})
debug.right("a tuple", (6, 4, 3))
debug.right("a list with the other line", [6, 5, 3])
debug.right("floats", {"A": 6.0, "B": 4.0, "C": 3.0})
