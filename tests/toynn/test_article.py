"""What the article's program can do, toynn can; and what it gets wrong, toynn gets right.

The first part has a test for each row of the table in which its parts find their place here. The
second trains the article's own example, with toynn and with the article's program rebuilt, 200
times each.
"""

import math

import numpy as np
import pytest

from toynn import (
    Dataset,
    Epoch,
    Layer,
    LearningRate,
    Network,
    Node,
    backward,
    binary_cross_entropy,
    descend,
    forward,
    most_likely,
    numerical_gradient,
    quadratic,
    report,
    sigmoid,
    threshold,
    train,
    train_many,
    until_flat,
)
from toynn.datasets import swap
from toynn_course.hunt.article_program import Program

RUNS = 200
X, Y = swap().X, swap().Y


# Each part of the article's program


def test_the_activation_function_and_its_first_derivative():
    a = 1 / (1 + math.exp(-0.7))
    assert sigmoid(0.7) == pytest.approx(a)
    assert sigmoid.derivative(0.7) == pytest.approx(a * (1 - a))


def test_the_cost_function_its_first_derivative_and_the_total_cost():
    assert quadratic(0.8, 1.0) == pytest.approx(0.02)  # 0.2^2 / 2
    assert quadratic.derivative(0.8, 1.0) == pytest.approx(-0.2)
    assert quadratic([0.8, 0.4], [1.0, 0.0]) == pytest.approx(0.02 + 0.08)
    assert quadratic.delta(np.array([[0.0]]), np.array([[0.5]]), np.array([[1.0]]), sigmoid) == (
        -0.5 * 0.25
    )
    assert binary_cross_entropy([0.8], [1.0]) == pytest.approx(-math.log(0.8))


def test_a_node_its_z_value_and_its_activation():
    network = Network([Layer([[2.0, -1.0], [0.5, 0.25]], [0.5, 0.0])])
    node = network.layers[0][1]
    assert node == Node((0.5, 0.25), 0.0)
    assert node.z([1, 2]) == 1.0  # 0.5 * 1 + 0.25 * 2
    assert node([1, 2]) == pytest.approx(1 / (1 + math.exp(-1)))


def test_the_network_builder():
    network = Network.random(
        (2, 5, 2), weights=(-1, 1), biases=(-0.5, 0.5), activation="sigmoid", rng=0
    )
    assert network.sizes == (2, 5, 2)
    for layer in network.layers:
        assert np.abs(layer.weights).max() <= 1
        assert np.abs(layer.biases).max() <= 0.5
        assert layer.activation is sigmoid


def test_calculate_with_its_check_of_sizes():
    network = Network([Layer([[1.0, 0.0]], [0.0], "identity")])
    assert network([3, 4]).tolist() == [3.0]
    assert forward(network, [[3, 4]]).output.tolist() == [[3.0]]
    with pytest.raises(ValueError, match=r"X has 3 columns .* takes 2 inputs"):
        network([1, 2, 3])


def test_the_output_processors():
    network = Network([Layer(np.eye(2), [0.0, 0.0], "identity")])
    data = Dataset([[0.5, 0.2]], [[1, 0]])

    def accuracy(decide):
        return next(train(network, data, epochs=1, learning_rate=1, decide=decide)).accuracy

    assert (accuracy(None), accuracy(threshold), accuracy(most_likely)) == (None, 1.0, 1.0)
    assert accuracy(np.round) == 0.0  # it sends 0.5 down, and the article's rounding up


def test_the_items_to_train_with():
    data = Dataset([[1, 0], [0, 1]], [[0, 1], [1, 0]])
    assert [(x.tolist(), y.tolist()) for x, y in data] == [([1, 0], [0, 1]), ([0, 1], [1, 0])]


def test_backpropagation_with_every_value_it_keeps():
    network = Network([Layer([[1.0]], [0.0]), Layer([[2.0]], [-1.0])])
    first, last = backward(network, forward(network, [[0.0]]), [[1.0]], quadratic)
    # a = 0.5, then z = 0 and a = 0.5: dC/dz = -0.5 * 0.25, and one layer down times 2 * 0.25
    assert (last.delta.item(), first.delta.item()) == (-0.125, -0.0625)
    assert (last.weights.item(), last.biases.item()) == (-0.0625, -0.125)


def test_the_network_tuner():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    gradients = backward(network, forward(network, [[2.0]]), [[0.0]], quadratic)
    # dC/dw = (2 - 0) * 2 = 4 and dC/db = 2
    assert descend(network, gradients, 0.25) == Network([Layer([[0.0]], [-0.5], "identity")])


def test_the_learning_rate_of_biases_and_of_weights():
    network = Network([Layer([[1.0]], [0.0], "identity")])
    gradients = backward(network, forward(network, [[2.0]]), [[0.0]], quadratic)
    stepped = descend(network, gradients, LearningRate(weights=0.25, biases=0))
    assert stepped == Network([Layer([[0.0]], [0.0], "identity")])


def test_the_configuration_of_a_training():
    start = Network.random((2, 2), weights=(-1, 1), rng=0)
    training = train(
        start,
        swap(),
        epochs=1000,
        learning_rate=LearningRate(weights=1, biases=0),
        batch_size=1,
        cost="quadratic",
        decide=threshold,
        rng=0,
    )
    *_, last = until_flat(training, tolerance=1e-4)
    assert 10 < last.number < 1000
    assert last.accuracy == 1.0


def test_the_result_of_a_training_and_of_each_epoch():
    start = Network.random((2, 2), weights=(-1, 1), rng=0)
    result = list(train(start, swap(), epochs=20, learning_rate=1.0))
    assert len(result) == 21
    last = result[-1]
    assert isinstance(last, Epoch)
    assert last.number == 20
    assert last.gain == result[-2].cost - last.cost
    assert last.gain_percent == pytest.approx(100 * last.gain / result[-2].cost)
    assert last.accuracy == 1.0
    assert last.seconds > 0


def test_the_outputs_to_the_screen_to_nowhere_and_to_memory(capsys):
    start = Network.random((2, 2), weights=(-1, 1), rng=0)
    for _ in train(start, swap(), epochs=2, learning_rate=1.0):
        pass
    kept = list(train(start, swap(), epochs=2, learning_rate=1.0))
    assert capsys.readouterr().out == ""
    assert kept == list(report(train(start, swap(), epochs=2, learning_rate=1.0)))
    assert capsys.readouterr().out.splitlines() == [str(epoch) for epoch in kept]


def test_the_swap_example():
    start = Network.random((2, 5, 2), activation=sigmoid, weights=(-1, 1), biases=(0, 0), rng=0)
    lines = []
    training = train(start, swap(), epochs=1000, learning_rate=1.0, rng=0)
    *_, last = until_flat(report(training, every=100, write=lines.append), tolerance=1e-9)
    assert np.abs(last.network([1, 0]) - [0, 1]).max() < 0.05
    assert np.abs(last.network([0, 1]) - [1, 0]).max() < 0.05
    assert [line.number for line in lines] == list(range(0, 1001, 100))


# The article's own example, 200 times


def n_learnt(sizes, biases, rate):
    """How many of 200 seeds answer all samples right within 1000 epochs of all samples a step.

    A run counts once it does: none of those that went on to epoch 1000 lost it again.
    """
    starts = [
        Network.random(sizes, weights=(-1, 1), biases=biases, rng=seed) for seed in range(RUNS)
    ]
    learnt = set()
    for epochs in train_many(starts, swap(), epochs=1000, learning_rate=rate):
        learnt |= {i for i, epoch in enumerate(epochs) if i not in learnt and epoch.accuracy == 1}
        if len(learnt) == RUNS:
            break
    return len(learnt)


def n_learnt_by_the_article(settings, *, sizes=(2, 2), **mended):
    """The same for the article's program, after all of its 1000 epochs."""
    weights, biases, weight_rate, bias_rate = settings
    program = Program(sizes, weights, biases, runs=RUNS, rng=0, **mended)
    program.train(X, Y, weight_rate=weight_rate, bias_rate=bias_rate, epochs=1000)
    return program.n_right(X, Y)


WEIGHTS_ONLY = LearningRate(weights=1, biases=0)
AS_PRINTED = (-1, 1), (0, 0), 1, 0
"""The article's listing: weights between -1 and 1, biases 0, rate 1 for weights, 0 for biases."""
AS_TOLD = (-1, 1), (-1, 1), 1, 0
"""The article's sentence, "random biases", which then stay as they are."""
AS_PUBLISHED = (-0.5, 0.5), (0, 0), 0.2, 0.5
"""The main program beside the article: biases learn too."""


def test_swap_is_learnt_by_all_of_two_hundred_networks_with_biases_of_zero():
    assert n_learnt((2, 2), (0, 0), WEIGHTS_ONLY) == RUNS


def test_swap_is_learnt_by_all_of_two_hundred_networks_with_fixed_random_biases():
    assert n_learnt((2, 2), (-1, 1), WEIGHTS_ONLY) == RUNS


def test_swap_is_learnt_by_all_of_two_hundred_networks_with_a_hidden_layer():
    assert n_learnt((2, 5, 2), (0, 0), 1.0) == RUNS


@pytest.mark.parametrize(
    ("settings", "mended", "learnt"),
    [
        (AS_PRINTED, {}, 0),
        (AS_PRINTED, {"sign_fixed": True}, 0),
        (AS_PRINTED, {"index_fixed": True}, 190),
        (AS_PRINTED, {"sign_fixed": True, "index_fixed": True}, 190),
        (AS_TOLD, {}, 87),
        (AS_PUBLISHED, {}, 0),
        (AS_PUBLISHED, {"sign_fixed": True}, 190),
        (AS_PUBLISHED, {"index_fixed": True}, 0),
        (AS_PUBLISHED, {"sign_fixed": True, "index_fixed": True}, 200),
    ],
)
def test_how_many_of_two_hundred_runs_of_the_articles_program_learn_to_swap(
    settings, mended, learnt
):
    found = n_learnt_by_the_article(settings, **mended)
    # a run at the edge may fall either way on another machine; none and all are not at the edge
    assert found == pytest.approx(learnt, abs=0 if learnt in {0, RUNS} else 2)


def test_the_listing_of_the_article_never_comes_near_the_cost_that_it_prints():
    program = Program((2, 2), (-1, 1), (0, 0), runs=RUNS, rng=0)
    program.train(X, Y, weight_rate=1, bias_rate=0, epochs=1000)
    assert program.total_cost(X, Y).min() == pytest.approx(0.2530, abs=1e-3)  # it prints 0.1097


def test_a_hidden_layer_does_not_help_the_article_but_mending_its_index_does():
    assert n_learnt_by_the_article(AS_TOLD, sizes=(2, 5, 2)) < 0.1 * RUNS
    assert n_learnt_by_the_article(AS_TOLD, sizes=(2, 5, 2), index_fixed=True) == RUNS


def slopes(program, numbers, x, y, nudge=1e-5):
    """Central differences of the cost by each number of an array of the program, run by run."""
    found = np.empty_like(numbers)
    for place in np.ndindex(numbers.shape[1:]):
        at = (slice(None), *place)
        kept = numbers[at].copy()
        numbers[at] = kept + nudge
        above = program.cost(x, y)
        numbers[at] = kept - nudge
        found[at] = (above - program.cost(x, y)) / (2 * nudge)
        numbers[at] = kept
    return found


def test_central_differences_show_both_mistakes_of_the_article():
    program = Program((2, 8, 8, 1), (-1, 1), (-1, 1), runs=1, rng=0)
    x, y = [0.3, -0.8], [1.0]
    taken = program.gradient(x, y)
    for layer, (by_weights, by_biases) in enumerate(taken):
        weights = slopes(program, program.weights[layer], x, y)
        biases = slopes(program, program.biases[layer], x, y)
        assert by_biases == pytest.approx(-biases, rel=1e-6)  # every one has the wrong sign
        if layer == 0:
            assert by_weights == pytest.approx(weights, rel=1e-6)
        if layer == 1:  # 8 nodes after 2: only w_00 and w_11 are right, nodes 2 to 7 never learn
            right = np.isclose(by_weights, weights, rtol=1e-6, atol=0)
            assert np.argwhere(right[0]).tolist() == [[0, 0], [1, 1]]
            assert (by_weights == 0).sum() == 12


def test_with_both_mended_the_articles_program_agrees_with_central_differences():
    program = Program((2, 3, 2), (-1, 1), (-1, 1), runs=3, rng=0, sign_fixed=True, index_fixed=True)
    x, y = [0.3, -0.8], [1.0, 0.0]
    for layer, (by_weights, by_biases) in enumerate(program.gradient(x, y)):
        assert by_weights == pytest.approx(slopes(program, program.weights[layer], x, y), rel=1e-6)
        assert by_biases == pytest.approx(slopes(program, program.biases[layer], x, y), rel=1e-6)


def test_with_both_mended_the_articles_program_takes_the_steps_of_toynn():
    program = Program((2, 3, 2), (-1, 1), (-1, 1), runs=1, rng=0, sign_fixed=True, index_fixed=True)
    start = Network(
        [Layer(W[0], b[0]) for W, b in zip(program.weights, program.biases, strict=True)]
    )
    assert start.sizes == (2, 2, 3, 2)  # its input layer has weights of its own
    program.train(X, Y, weight_rate=1.0, bias_rate=0.5, epochs=50)
    rate = LearningRate(weights=2.0, biases=1.0)  # twice as much: the mean of two, not the sum
    *_, last = train(start, swap(), epochs=50, learning_rate=rate)
    for layer, W, b in zip(last.network.layers, program.weights, program.biases, strict=True):
        assert layer.weights == pytest.approx(W[0], abs=1e-12)
        assert layer.biases == pytest.approx(b[0], abs=1e-12)


def test_numerical_gradient_would_have_caught_the_article():
    # the gradient of the same network as toynn has it, beside what the article takes for it
    program = Program((2, 2), (-1, 1), (-1, 1), runs=1, rng=0)
    layers = [Layer(W[0], -b[0]) for W, b in zip(program.weights, program.biases, strict=True)]
    checked = numerical_gradient(Network(layers), [X[0]], [Y[0]], quadratic)
    (_, first_biases), (last_weights, _) = program.gradient(X[0], Y[0])
    # its bias is minus ours, so its gradient should be minus ours as well
    assert first_biases[0] == pytest.approx(checked[0].biases)
    assert not np.allclose(last_weights[0], checked[1].weights, rtol=0.01)
