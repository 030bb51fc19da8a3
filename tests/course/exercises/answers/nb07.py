"""Answers to the exercises of notebook 07."""

import numpy as np

from tests.course.exercises.answers import Answers
from toynn import Gradient, backward, numerical_gradient
from toynn_course.exercises.nb07.layer import layer_gradient as finished_layer
from toynn_course.hunt.autograd import Value

layer = Answers("07.layer")


@layer.wrong("a loop that forgets the mean", named="the sum over the samples, not the mean")
def _(delta, a):
    dW = np.zeros((delta.shape[1], a.shape[1]))
    for d, x in zip(delta, a, strict=True):
        dW += np.outer(d, x)
    return dW, delta.sum(0)


@layer.wrong("the mean for the biases only", named="the sum over the samples, not the mean")
def _(delta, a):
    return np.dot(delta.T, a), np.mean(delta, 0)


@layer.wrong("outer with the arguments swapped", named="rows and columns are swapped")
def _(delta, a):
    return np.mean([np.outer(x, d) for d, x in zip(delta, a, strict=True)], 0), delta.mean(0)


@layer.wrong("matmul without a transpose", named="nothing is transposed")
def _(delta, a):
    n = len(delta)
    return delta @ a / n, delta.sum(axis=0) / n


@layer.wrong("the bias over the nodes", named="the biases have a number for each sample")
def _(delta, a):
    return delta.T @ a / delta.shape[0], np.mean(delta, axis=1)


@layer.wrong("mean without an axis", named="one number for all biases")
def _(delta, a):
    return delta.T.dot(a) / len(a), np.mean(delta)


@layer.wrong("divided by the nodes", named="divided by something else")
def _(delta, a):
    return delta.T @ a / delta.shape[1], delta.sum(axis=0) / len(delta)


@layer.wrong("the first sample only", named="one sample only")
def _(delta, a):
    return np.outer(delta[0], a[0]), delta[0]


@layer.wrong("halved, for the half in the cost")
def _(delta, a):
    return delta.T @ a / (2 * len(a)), delta.sum(axis=0) / (2 * len(a))


@layer.wrong("only dC/dW")
def _(delta, a):
    return delta.T @ a / len(delta)


@layer.wrong("the pair the other way round")
def _(delta, a):
    return delta.mean(axis=0), delta.T @ a / len(delta)


@layer.right("a mean of outer products")
def _(delta, a):
    return np.mean([np.outer(d, x) for d, x in zip(delta, a, strict=True)], axis=0), delta.mean(0)


@layer.right("einsum")
def _(delta, a):
    return np.einsum("nj,nk->jk", delta, a) / len(a), np.einsum("nj->j", delta) / len(a)


@layer.right("the transpose of the transposed product, in a list")
def _(delta, a):
    return [(a.T @ delta).T / len(delta), delta.T.mean(axis=1)]


@layer.right("plain loops")
def _(delta, a):
    n, J, K = len(delta), delta.shape[1], a.shape[1]
    dW = [[sum(delta[s, j] * a[s, k] for s in range(n)) / n for k in range(K)] for j in range(J)]
    return dW, [sum(delta[s, j] for s in range(n)) / n for j in range(J)]


whole = Answers("07.backward")


def by_samples(network, passed, targets, change=None, **slips):
    """A rewrite with loops over samples and nodes; `slips` puts another line in somewhere.

    It shares no line with hunt/bugs.py: everything is one number at a time.
    """
    layers, n = network.layers, len(targets)
    result = [[np.zeros(each.weights.shape), np.zeros(len(each.biases))] for each in layers]
    error = slips.get("error", lambda a, y: a - y)
    out_slope = slips.get("out_slope", lambda z, a: a * (1 - a))
    hidden_slope = slips.get("hidden_slope", lambda z, a: a * (1 - a))
    paths = slips.get("paths", range)
    share = slips.get("share", 1 / n)
    taken = slips.get("taken", lambda before, own, j, k: before[k])
    sign = slips.get("bias_sign", 1)
    for s in range(n):
        acts, zs = [a[s] for a in passed.activations], [z[s] for z in passed.zs]
        delta = [
            error(a, y) * out_slope(z, a)
            for a, y, z in zip(acts[-1], targets[s], zs[-1], strict=True)
        ]
        for L in range(len(layers) - 1, -1, -1):
            W = layers[L].weights
            for j in range(W.shape[0]):
                result[L][1][j] += sign * delta[j] * share
                for k in range(W.shape[1]):
                    result[L][0][j, k] += delta[j] * taken(acts[L], acts[L + 1], j, k) * share
            if L:
                delta = [
                    sum(delta[j] * W[j, k] for j in paths(W.shape[0]))
                    * hidden_slope(zs[L - 1][k], acts[L][k])
                    for k in range(W.shape[1])
                ]
    return result


def rewrite(**slips):
    """The same as a function of the right arguments."""

    def my_backward(network, passed, targets):
        return by_samples(network, passed, targets, **slips)

    return my_backward


def sigma_prime(z):
    return 1 / (2 + np.exp(z) + np.exp(-z))


def article_index(before, own, j, k):
    return before[j] if j < len(before) else 0.0


def own_where_as_wide(before, own, j, k):
    return own[k] if len(own) == len(before) else before[k]


FINGERPRINTS = {
    # By the bug's name in hunt/bugs.py: the name of the mistake, and a rewrite that makes it
    "sign": ("the sign", rewrite(error=lambda a, y: y - a)),
    "twice": ("twice too large", rewrite(error=lambda a, y: 2 * a - 2 * y)),
    "sum, not mean": ("the sum over the samples, not the mean", rewrite(share=1)),
    "no slope at the output": ("no slope at the output", rewrite(out_slope=lambda z, a: 1)),
    "no slope at hidden nodes": (
        "no slope at the hidden nodes",
        rewrite(hidden_slope=lambda z, a: 1),
    ),
    "one path": ("one path only", rewrite(paths=lambda count: [0])),
    "slope at a": (
        "the slope at a, not at z",
        rewrite(
            out_slope=lambda z, a: sigma_prime(a),
            hidden_slope=lambda z, a: sigma_prime(a),
        ),
    ),
    "z for a": (
        "z where a belongs",
        rewrite(out_slope=lambda z, a: z - z * z, hidden_slope=lambda z, a: z - z * z),
    ),
    "the article's index": ("the article's index", rewrite(taken=article_index)),
    "own layer": ("the activations of the same layer", rewrite(taken=own_where_as_wide)),
    "bias minus": ("the bias with a minus sign", rewrite(bias_sign=-1)),
}

for bug, (name, answer) in FINGERPRINTS.items():
    whole.wrong(f"one number at a time: {bug}", answer, named=name)


@whole.wrong("appended and not turned round", named="the last layer comes first")
def _(network, passed, targets):
    return by_samples(network, passed, targets)[::-1]


@whole.wrong("targets that are never looked at")
def _(network, passed, targets):
    return by_samples(network, passed, 0 * targets)


@whole.wrong("only the weights of each layer")
def _(network, passed, targets):
    return [dW for dW, _ in by_samples(network, passed, targets)]


whole.right("one number at a time", rewrite())


@whole.right("toynn's own backward")
def _(network, passed, targets):
    return backward(network, passed, targets, "quadratic")


@whole.right("by nudging, with a small nudge")
def _(network, passed, targets):
    return numerical_gradient(network, passed.activations[0], targets, "quadratic", 1e-5)


@whole.right("recursion, in Gradients")
def _(network, passed, targets):
    a = passed.activations

    def back(n, by_a):
        delta = by_a * a[n + 1] * (1 - a[n + 1])
        mine = Gradient(*finished_layer(delta, a[n]))
        return [*(back(n - 1, delta @ network.layers[n].weights) if n else []), mine]

    return back(len(network.layers) - 1, a[-1] - targets)


check = Answers("07.check")


@check.wrong("forward differences", named="a nudge to one side only")
def _(cost, W, nudge):
    base, slopes = cost(W), np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        V = W.copy()
        V[i] += nudge
        slopes[i] = (cost(V) - base) / nudge
    return slopes


@check.wrong("the 2 is forgotten", named="divided by one nudge")
def _(cost, W, nudge):
    out = np.empty_like(W)
    for i in np.ndindex(W.shape):
        up, down = W.copy(), W.copy()
        up[i] += nudge
        down[i] -= nudge
        out[i] = (cost(up) - cost(down)) / nudge
    return out


@check.wrong("no brackets around 2 * nudge", named="a bracket is missing")
def _(cost, W, nudge):
    out = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        e = np.zeros(W.shape)
        e[i] = nudge
        out[i] = (cost(W + e) - cost(W - e)) / 2 * nudge
    return out


@check.wrong("all at once", named="all numbers are nudged at once")
def _(cost, W, nudge):
    return np.full(W.shape, (cost(W + nudge) - cost(W - nudge)) / (2 * nudge))


@check.wrong("one slope for the whole array", told="It should be")
def _(cost, W, nudge):
    return (cost(W + nudge) - cost(W - nudge)) / (2 * nudge)


@check.wrong("never put back", named="the nudge stays in W")
def _(cost, W, nudge):
    g = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        W[i] += nudge
        plus = cost(W)
        W[i] -= 2 * nudge
        minus = cost(W)
        g[i] = (plus - minus) / (2 * nudge)
    return g


@check.wrong("its own nudge of 1e-5", named="the given nudge has no effect")
def _(cost, W, nudge):
    h, g = 1e-5, np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        e = np.zeros(W.shape)
        e[i] = h
        g[i] = (cost(W + e) - cost(W - e)) / (2 * h)
    return g


@check.wrong("down minus up", named="the sign")
def _(cost, W, nudge):
    g = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        e = np.zeros(W.shape)
        e[i] = nudge
        g[i] = (cost(W - e) - cost(W + e)) / (2 * nudge)
    return g


@check.wrong("rows and columns by hand, for tables only")
def _(cost, W, nudge):
    g = np.zeros(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            e = np.zeros(W.shape)
            e[i, j] = nudge
            g[i, j] = (cost(W + e) - cost(W - e)) / (2 * nudge)
    return g


@check.wrong("four heights, which is more exact than what was asked")
def _(cost, W, nudge):
    def slope(e):
        near = (cost(W + e) - cost(W - e)) / (2 * nudge)
        far = (cost(W + 2 * e) - cost(W - 2 * e)) / (4 * nudge)
        return (4 * near - far) / 3

    steps = (np.eye(W.size) * nudge).reshape(W.size, *W.shape)
    return np.array([slope(e) for e in steps]).reshape(W.shape)


@check.right("nudged in place and put back")
def _(cost, W, nudge):
    V, g = W.copy(), np.zeros(W.shape)
    for i in np.ndindex(V.shape):
        old = V[i]
        V[i] = old + nudge
        up = cost(V)
        V[i] = old - nudge
        g[i] = (up - cost(V)) / (2 * nudge)
        V[i] = old
    return g


@check.right("rows of an identity matrix")
def _(cost, W, nudge):
    steps = (np.eye(W.size) * nudge).reshape(W.size, *W.shape)
    return np.array([(cost(W + e) - cost(W - e)) / 2 / nudge for e in steps]).reshape(W.shape)


@check.right("nditer")
def _(cost, W, nudge):
    out = np.zeros_like(W)
    it = np.nditer(W, flags=["multi_index"])
    for _ in it:
        e = np.zeros_like(W)
        e[it.multi_index] = nudge
        out[it.multi_index] = cost(W + e) / (2 * nudge) - cost(W - e) / (2 * nudge)
    return out


@check.right("enumerate over the places")
def _(cost, W, nudge):
    slopes = {}
    for place, value in np.ndenumerate(W):
        higher, lower = W.copy(), W.copy()
        higher[place], lower[place] = value + nudge, value - nudge
        slopes[place] = (cost(higher) - cost(lower)) / (nudge + nudge)
    return np.array([slopes[p] for p in np.ndindex(W.shape)]).reshape(W.shape)


nudge = Answers("07.nudge")
KEYS = ("central, 16 digits", "forward, 16 digits", "central, 7 digits")


def three(*values):
    """The three exponents under their names."""
    return dict(zip(KEYS, values, strict=True))


nudge.wrong("as small as can be", three(-16, -16, -7), named="the smaller, the better")
nudge.wrong("1e-13 everywhere", three(-13, -13, -6), named="the smaller, the better")
nudge.wrong("mixed up", three(-8, -5, -2), named="central and forward are mixed up")
nudge.wrong("no care for the digits", three(-5, -8, -5), named="the nudge of 16 digits for 7")
nudge.wrong("no minus sign", three(5, 8, 2), named="the sign of the exponent")
nudge.wrong("0.1 for all", three(-1, -1, -1), named="far too large")
nudge.wrong("two powers less", three(-7, -8, -2), named="central and forward are mixed up")
nudge.wrong("two powers more", three(-5, -6, -2), named="central and forward are mixed up")
nudge.wrong("a text", three("-5", -8, -2), told="text")
nudge.right("by the formula", three(-16 / 3, -8, -7 / 3))
nudge.right("written out", three(1e-5, 1e-8, 1e-2))
nudge.right("a power less", three(-6, -9, -3))
nudge.right("a power more", three(-4, -7, -1))
nudge.right("in a list", [-5, -8, -2])


suspects = Answers("07.suspects")
A, B, C = "one path", "no slope at hidden nodes", "the article's index"
suspects.wrong("A and B are swapped", {"A": B, "B": A, "C": C},
               named="one path and a missing slope are mixed up")  # fmt: skip
suspects.wrong("a factor at the output", {"A": "no slope at the output", "B": B, "C": C},
               named="every array would be wrong")  # fmt: skip
suspects.wrong("the same twice", {"A": B, "B": B, "C": C},
               named="one path and a missing slope are mixed up")  # fmt: skip
suspects.wrong("own layer", {"A": A, "B": B, "C": "own layer"},
               named="the own layer would have another shape")  # fmt: skip
suspects.wrong("a bug of the biases", {"A": A, "B": B, "C": "bias minus"},
               named="the biases would be wrong")  # fmt: skip
suspects.wrong("nearly the name", {"A": A, "B": B, "C": "the articles index"}, told="Did you mean")
suspects.wrong("a word of one's own", {"A": A, "B": "vanishing", "C": C}, told="one of")
suspects.right("capital letters", {"A": A.upper(), "B": B.title(), "C": C})
suspects.right("in a list", [A, B, C])
suspects.right("in a tuple", (A, B, C))
suspects.right("another order of the letters", {"C": C, "B": B, "A": A})


hunt = Answers("07.hunt")


def nudged(cost, w, h=1e-5):
    steps = h * np.eye(len(w))
    return np.array([(cost(w + e) - cost(w - e)) / (2 * h) for e in steps])


@hunt.wrong("True", named="a test that cannot fail")
def _(cost, gradient, w):
    return True


@hunt.wrong("the length of the gradient", named="the program is its own judge")
def _(cost, gradient, w):
    return len(gradient(w)) == len(w)


@hunt.wrong("a copy of what comes out", named="the program is its own judge")
def _(cost, gradient, w):
    expected = gradient(w)
    return bool((gradient(w) == expected).all())


@hunt.wrong("a cost that is a number", named="it looks at the cost alone")
def _(cost, gradient, w):
    return 0 < cost(w) < 100


@hunt.wrong("the cost falls", named="a falling cost is taken for a right gradient")
def _(cost, gradient, w):
    return cost(w - 0.1 * gradient(w)) < cost(w)


@hunt.wrong("equal to the last digit", named="even a right program fails")
def _(cost, gradient, w):
    return np.array_equal(nudged(cost, w), gradient(w))


@hunt.wrong("the first number only", named="not every number is compared")
def _(cost, gradient, w):
    e = np.zeros(len(w))
    e[0] = 1e-5
    slope = (cost(w + e) - cost(w - e)) / 2e-5
    return np.isclose(gradient(w)[0], slope, rtol=1e-4)


@hunt.wrong("absolute tolerance", named="a tolerance that small gradients slip through")
def _(cost, gradient, w):
    return np.max(np.abs(nudged(cost, w) - gradient(w))) < 1e-3


@hunt.wrong("the size alone", named="the sign or the size is lost")
def _(cost, gradient, w):
    return np.allclose(np.abs(nudged(cost, w)), np.abs(gradient(w)), rtol=1e-4)


@hunt.wrong("a nudge of 1e-14", named="even a right program fails")
def _(cost, gradient, w):
    return np.allclose(nudged(cost, w, 1e-14), gradient(w), rtol=1e-4, atol=1e-9)


@hunt.right("relative to the length")
def _(cost, gradient, w):
    a, b = nudged(cost, w), gradient(w)
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)) < 1e-5


@hunt.right("np.testing")
def _(cost, gradient, w):
    np.testing.assert_allclose(gradient(w), nudged(cost, w), rtol=1e-4, atol=1e-10)


@hunt.right("a loop that leaves at the first difference")
def _(cost, gradient, w):
    for found, slope in zip(gradient(w), nudged(cost, w, 1e-4), strict=True):
        if abs(found - slope) > 1e-5 * max(abs(gradient(w))):
            return False
    return True


@hunt.right("forward differences, with care")
def _(cost, gradient, w):
    here, h = cost(w), 1e-7
    slopes = np.array([(cost(w + h * e) - here) / h for e in np.eye(len(w))])
    return bool(np.abs(slopes - gradient(w)).max() < 3e-4 * np.abs(slopes).max())


blind = Answers("07.blind")
blind.wrong("the inputs of the swap task", (1, 0), named="only one of them is 0")
blind.wrong("the other one", [0, 1], named="only one of them is 0")
blind.wrong("one number", 0.5, told="2 numbers")
blind.wrong("three numbers", (0.5, 0.5, 0.5), told="3 numbers")
blind.wrong("that add up to 1", (0.3, 0.7), named="they add up to 1")
blind.wrong("opposite signs", (0.5, -0.5), named="equal except for the sign")
blind.wrong("any two", (0.2, 0.9))
blind.right("equal", (0.5, 0.5))
blind.right("zeros", (0, 0))
blind.right("an array", np.array([0.731, 0.731]))
blind.right("negative and equal", [-1.5, -1.5])


value = Answers("07.value")


@value.wrong("its own number", named="each keeps its own number as the slope")
def _(a, b):
    return Value(a.data * b.data, ((a, a.data), (b, b.data)))


@value.wrong("copied from plus", named="the slopes of a sum")
def _(a, b):
    return Value(a.data * b.data, [(a, 1.0), (b, 1.0)])


@value.wrong("no memory", named="it remembers nothing")
def _(a, b):
    return Value(a.data * b.data)


@value.wrong("a number", named="a plain number")
def _(a, b):
    return a.data * b.data


@value.wrong("the Values themselves are multiplied")
def _(a, b):
    return Value(a * b, [(a, b), (b, a)])


@value.wrong("numbers in the pairs", named="numbers instead of values")
def _(a, b):
    return Value(a.data * b.data, [(a.data, b.data), (b.data, a.data)])


@value.wrong("no pairs", named="the slopes are missing")
def _(a, b):
    return Value(a.data * b.data, (a, b))


@value.right("tuples")
def _(a, b):
    return Value(a.data * b.data, ((a, b.data), (b, a.data)))


@value.right("b first")
def _(a, b):
    return Value(b.data * a.data, [(b, a.data), (a, b.data)])


@value.right("built up")
def _(a, b):
    made_from = []
    for one, other in ((a, b), (b, a)):
        made_from.append((one, other.data))
    return Value(a.data * b.data, made_from)


@value.right("lists for pairs")
def _(a, b):
    return Value(data=a.data * b.data, made_from=[[a, b.data], [b, a.data]])


share = Answers("07.share")


@share.wrong("set, not added", named="the shares are not added up")
def _(value):
    for other, slope in value.made_from:
        other.grad = value.grad * slope


@share.wrong("no slope", named="the slope is missing")
def _(value):
    for other, _slope in value.made_from:
        other.grad += value.grad


@share.wrong("no grad", named="the derivative of the value is missing")
def _(value):
    for other, slope in value.made_from:
        other.grad += slope


@share.wrong("a return in the loop", named="only the first one gets its share")
def _(value):
    for other, slope in value.made_from:
        other.grad += slope * value.grad
        return


@share.wrong("data", named="data instead of grad")
def _(value):
    for other, slope in value.made_from:
        other.grad += slope * value.data


@share.wrong("a list of shares", named="returned, not passed back")
def _(value):
    return [slope * value.grad for _, slope in value.made_from]


@share.wrong("divided among the inputs")
def _(value):
    for other, slope in value.made_from:
        other.grad += slope * value.grad / len(value.made_from)


@share.right("written out")
def _(value):
    for pair in value.made_from:
        pair[0].grad = pair[0].grad + pair[1] * value.grad


@share.right("it returns the value as well")
def _(value):
    for other, slope in value.made_from:
        other.grad += slope * value.grad
    return value


@share.right("by number")
def _(value):
    for i in range(len(value.made_from)):
        value.made_from[i][0].grad += value.grad * value.made_from[i][1]


@share.right("in a comprehension")
def _(value):
    def add(other, slope):
        other.grad += slope * value.grad

    [add(*pair) for pair in value.made_from]


order = Answers("07.order")


@order.wrong("no look at what is there", named="a shared value comes twice")
def _(value):
    result = []
    for other, _ in value.made_from:
        result += order_with_doubles(other)
    return [*result, value]


def order_with_doubles(value):
    return [x for other, _ in value.made_from for x in order_with_doubles(other)] + [value]


@order.wrong("itself first", named="the result comes first")
def _(value):
    found = []

    def go(v):
        if v in found:
            return
        found.append(v)
        for other, _ in v.made_from:
            go(other)

    go(value)
    return found


@order.wrong("breadth first, turned round", named="the first way to a value decides")
def _(value):
    queue, found = [value], []
    while queue:
        v = queue.pop(0)
        if v not in found:
            found.append(v)
            queue += [other for other, _ in v.made_from]
    return found[::-1]


@order.wrong("one step", named="only what it was directly made from")
def _(value):
    found = []
    for other, _ in value.made_from:
        if other not in found:
            found.append(other)
    return [*found, value]


@order.wrong("without the value", named="the value itself is missing")
def _(value):
    found = []

    def go(v):
        for other, _ in v.made_from:
            if other not in found:
                go(other)
                found.append(other)

    go(value)
    return found


@order.wrong("a set, which has no order")
def _(value):
    found = set()

    def go(v):
        found.add(v)
        for other, _ in v.made_from:
            go(other)

    go(value)
    return sorted(found, key=lambda v: v.name)


@order.right("a set beside the list")
def _(value):
    seen, found = set(), []

    def go(v):
        if v in seen:
            return
        seen.add(v)
        for other, _ in v.made_from:
            go(other)
        found.append(v)

    go(value)
    return found


@order.right("the right side first")
def _(value):
    found = []

    def go(v):
        for other, _ in v.made_from[::-1]:
            if other not in found:
                go(other)
        if v not in found:
            found.append(v)

    go(value)
    return found


@order.right("Python's own sorter")
def _(value):
    from graphlib import TopologicalSorter

    graph, todo = {}, [value]
    while todo:
        v = todo.pop()
        if v not in graph:
            graph[v] = [other for other, _ in v.made_from]
            todo += graph[v]
    return [*TopologicalSorter(graph).static_order()]


@order.right("by depth")
def _(value):
    def depth(v):
        return 1 + max((depth(other) for other, _ in v.made_from), default=0)

    everything, todo = {value}, [value]
    while todo:
        new = {other for other, _ in todo.pop().made_from} - everything
        everything |= new
        todo += new
    return sorted(everything, key=depth)
