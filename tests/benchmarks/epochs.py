"""How many epochs a second the playground trains, beside scikit-learn on the same points.

The network is the playground's usual one, 2-4-2-1 with tanh, on 250 points in batches of 10, in
their order. Every contender begins with the same weights and descends the quadratic cost at the
same rate. A test holds that all arrive at the same outputs, where the last layer is the same.
"""

import warnings

import numpy as np

from tests.benchmarks.timing import HOW, head, interleaved, row
from toynn import LearningRate, one_epoch
from toynn_course.playground import Session

EPOCHS = 20  # in a round, so that a round takes long enough to be timed
NOTE = (
    "`Session.train` also measures the loss on the training and the test points after each epoch "
    "and keeps it for the chart; `fit` records the cost of each batch; `partial_fit` is called "
    "once an epoch and checks all that it is given. The output of MLPRegressor is linear, that of "
    "the playground tanh."
)


class ToynnSession:
    """What the playground does: epoch after epoch, each with its losses."""

    def __init__(self, session, epochs=EPOCHS):
        self.session, self.epochs = session, epochs

    def run(self):
        """Train for a round."""
        self.session.train(self.epochs)

    def outputs(self, X):
        """What the network answers now."""
        return self.session.network(X)[:, 0]


class ToynnSteps:
    """The steps alone."""

    def __init__(self, session, epochs=EPOCHS):
        self.network, self.data, self.epochs = session.network, session.training_data, epochs
        self.size, self.cost = session.settings.batch_size, session.cost
        self.rate = LearningRate.of(session.settings.learning_rate)

    def run(self):
        """Train for a round."""
        for _ in range(self.epochs):
            self.network = one_epoch(self.network, self.data, self.size, self.rate, self.cost)

    def outputs(self, X):
        """What the network answers now."""
        return self.network(X)[:, 0]


class SklearnFit:
    """`fit` of scikit-learn's MLPRegressor, which trains for all epochs of a round at a call."""

    def __init__(self, session, epochs=EPOCHS):
        self.X, self.y = session.training_data.X, session.training_data.Y[:, 0]
        self.epochs, self.model = epochs, mlp_regressor(session, epochs)

    def run(self):
        """Train for a round."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it stops after max_iter epochs, as it is told to
            self.model.fit(self.X, self.y)

    def outputs(self, X):
        """What the network answers now."""
        return self.model.predict(X)


class SklearnEpochs(SklearnFit):
    """`partial_fit` of the same, which trains for an epoch a call."""

    def run(self):
        """Train for a round."""
        for _ in range(self.epochs):
            self.model.partial_fit(self.X, self.y)


def mlp_regressor(session, epochs):
    """An MLPRegressor with the weights of the session's network, for plain gradient descent."""
    from sklearn.neural_network import MLPRegressor

    model = MLPRegressor(
        hidden_layer_sizes=session.network.sizes[1:-1],
        activation="tanh",
        solver="sgd",
        alpha=0,
        batch_size=session.settings.batch_size,
        learning_rate_init=session.settings.learning_rate,
        momentum=0,
        nesterovs_momentum=False,
        max_iter=epochs,
        shuffle=False,
        tol=0,
        n_iter_no_change=10**9,
        warm_start=True,
        random_state=0,
    )
    model.partial_fit(session.training_data.X, session.training_data.Y[:, 0])  # makes the arrays
    model.coefs_ = [layer.weights.T.copy() for layer in session.network.layers]
    model.intercepts_ = [layer.biases.copy() for layer in session.network.layers]
    return model


CONTENDERS = {
    "toynn, `Session.train`": ToynnSession,
    "toynn, the steps": ToynnSteps,
    "scikit-learn, `fit`": SklearnFit,
    "scikit-learn, `partial_fit`": SklearnEpochs,
}


def lines(rounds, small=False):
    """Epochs a second as a table."""
    epochs = 2 if small else EPOCHS
    yield "\nEpochs a second of the playground's network, and how many times `Session.train` it is."
    yield f"{HOW}\n"
    yield head("network", *CONTENDERS)
    calls = {name: make(Session(), epochs).run for name, make in CONTENDERS.items()}
    seconds = interleaved(calls, 1 if small else rounds)
    first, *_ = speeds = [epochs / each for each in seconds.values()]
    cells = [f"{np.median(each):,.0f} ({np.max(each):,.0f})" for each in speeds]
    shares = ["", *(f", ×{np.median(each) / np.median(first):.1f}" for each in speeds[1:])]
    yield row("2-4-2-1 tanh, batches of 10 of 250", *map("".join, zip(cells, shares, strict=True)))
    yield f"\n{NOTE}"
