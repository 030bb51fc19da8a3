"""08.fit: the training loop."""

from toynn_course.exercises.engine.exercise import Exercise, called

# A step that moves a number towards the mean of the targets, and one that also looks at X.
STEP = "lambda w, X, Y: w + 0.5 * (np.mean(Y) - w)"
BOTH = "lambda w, X, Y: w + 0.25 * (np.mean(X * Y) - w) + 0.125 * np.mean(X)"
COST = "lambda w: (w - 3) ** 2"
PAIRS = "[(np.array([1, 2]), np.array([2, 6])), (np.array([3]), np.array([0]))]"

ex = Exercise(
    "08.fit",
    title="The training loop",
    task="Write `fit(network, step, measure, batches, epochs)`: go through all batches once in "
    "each epoch, one step on each. `step(network, X, Y)` returns the network after a step on one "
    "batch; `measure(network)` returns its cost on all the data. Return two things: the trained "
    "network, and a list of costs: first that of the untrained network, then one after each epoch.",
    hints=(
        "Two loops, one inside the other: epochs outside, batches inside.",
        "`network = step(network, X, Y)`: the next step begins with the network of this one.",
        "Measure once before the loops, and once after each inner loop.",
    ),
    why="Your loop measures after the steps of an epoch. The article's program counts right "
    "answers during the epoch, before each step. What is wrong with that?",
    because="It counts answers of networks that no longer exist: those from before the steps. Its "
    "figure lags behind, and the last one says nothing about the network that you keep.",
    expects="a pair: the trained network, and a list of costs",
    cases=(
        called(f"fit(0.0, {STEP}, {COST}, {PAIRS}, 2)"),
        called(f"fit(4.0, {BOTH}, {COST}, {PAIRS}, 3)"),
        called(f"fit(1.0, {BOTH}, lambda w: w, {PAIRS}[:1], 1)"),
        called(f"fit(2, {BOTH}, lambda w: -w, 2 * {PAIRS}, 4)"),
        called(f"fit(np.array([1.0, 5.0]), {STEP}, lambda w: np.sum(w**2), {PAIRS}, 2)"),
    ),
)


@ex.solution
def fit(network, step, measure, batches, epochs):
    """Train on all batches, epoch after epoch.

    step : function of (network, X, Y) that returns the network after one step
    measure : function of a network that returns its cost on all the data
    batches : list of pairs (X, Y)

    Returns the trained network, and the costs: before training, then after each epoch.
    """
    costs = [measure(network)]
    for _ in range(epochs):
        for X, Y in batches:
            network = step(network, X, Y)
        costs.append(measure(network))
    return network, costs


FIRST, EACH = "costs = [measure(network)]", "for X, Y in batches:"
TAKE = "network = step(network, X, Y)"
NOTE, LOOP = "costs.append(measure(network))", "for _ in range(epochs):"


@ex.right
def with_a_while_loop(network, step, measure, batches, epochs):
    costs, epoch = [], 0
    while epoch < epochs:
        costs.append(measure(network))
        for pair in batches:
            network = step(network, *pair)
        epoch += 1
    return [network, [*costs, measure(network)]]


@ex.right
def with_all_networks(network, step, measure, batches, epochs):
    networks = [network]
    for _epoch in range(1, epochs + 1):
        for X, Y in batches:
            network = step(network, X, Y)
        networks.append(network)
    return networks[-1], [measure(each) for each in networks]


ex.right(edits=[{EACH: "for batch in batches:\n            X, Y = batch"}])

ex.mistake(
    "the network is not passed on",
    "You call `step` and throw away what it returns. A step does not change the network it is "
    "given; it returns a new one. So your network is the untrained one to the end.",
    "Where does the network after the step go?",
    "`network = step(network, X, Y)`",
    edits=[
        {TAKE: "step(network, X, Y)"},
        {TAKE: "stepped = step(network, X, Y)"},
    ],
)
ex.mistake(
    "every epoch begins with the untrained network",
    "Each of your epochs starts from the network that you were given, so what one epoch has "
    "learned is gone in the next.",
    "What sets the network to its first value belongs above both loops.",
    edits=[
        {FIRST: f"start = network\n    {FIRST}", EACH: f"network = start\n        {EACH}"},
    ],
)
ex.mistake(
    "every step begins with the untrained network",
    "Each of your steps starts from the network that you were given. However long you train, you "
    "have made one step.",
    "`step(network, X, Y)` with the network as it is now.",
    edits=[{FIRST: f"start = network\n    {FIRST}", TAKE: "network = step(start, X, Y)"}],
)
INNER = f"        {EACH}\n            {TAKE}"
ex.mistake(
    "only one batch of each epoch counts",
    "Only one batch of each epoch has an effect on your network. Either you make one step in an "
    "epoch, or every step of it starts from the same network, so that the last one overwrites the "
    "others.",
    "2 epochs of 2 batches are 4 steps, each from where the step before it ended.",
    "`for X, Y in batches:` inside the loop over the epochs, and `network = step(network, X, Y)`.",
    edits=[
        {INNER: f"        X, Y = batches[0]\n        {TAKE}"},
        {INNER: f"        X, Y = batches[-1]\n        {TAKE}"},
        {INNER: f"        {EACH}\n            pass\n        {TAKE}"},
        {EACH: f"now = network\n        {EACH}", TAKE: "network = step(now, X, Y)"},
    ],
)
ex.mistake(
    "measured before the steps of the epoch",
    "You measure at the beginning of each epoch, before its steps. So the last cost in your list "
    "is not that of the network that you return.",
    "The order in an epoch: all its steps, then the measurement.",
    edits=[
        {f"\n        {NOTE}\n": "\n", EACH: f"{NOTE}\n        {EACH}"},
        {FIRST: "costs = []", f"\n        {NOTE}\n": "\n", EACH: f"{NOTE}\n        {EACH}"},
    ],
)
ex.mistake(
    "measured after every step",
    "You measure after every batch. The list should have one cost for each epoch, and one before.",
    "The measurement belongs after the inner loop, not in it: mind the indentation.",
    edits=[
        {f"        {NOTE}": f"            {NOTE}"},
        {FIRST: "costs = []", f"        {NOTE}": f"            {NOTE}"},
    ],
)
ex.mistake(
    "measured only at the end",
    "Your list has a cost from the end, but none after each epoch on the way.",
    "`costs.append(...)` inside the loop over the epochs.",
    edits=[
        {f"        {NOTE}": f"    {NOTE}"},
        {FIRST: "costs = []", f"        {NOTE}": f"    {NOTE}"},
    ],
)
ex.mistake(
    "the untrained network is not measured",
    "Your list begins after the first epoch. Its first cost should be that of the untrained "
    "network, so that one can see what the first epoch was worth.",
    "Measure once before the loops.",
    edits=[{FIRST: "costs = []"}],
)
ex.mistake(
    "one epoch too few or too many",
    "The number of your epochs is off by one. Count the costs in your list: `epochs` of them, and "
    "one from before.",
    "`range(epochs)` runs `epochs` times.",
    edits=[
        {LOOP: "for _ in range(epochs - 1):"},
        {LOOP: "for _ in range(1, epochs):"},
        {LOOP: "for _ in range(epochs + 1):"},
    ],
)
ex.mistake(
    "X and Y are swapped",
    "You give the targets where `step` takes the inputs. In a pair the inputs come first.",
    "`step(network, X, Y)` and `for X, Y in batches`",
    edits=[{TAKE: "network = step(network, Y, X)"}],
)
ex.mistake(
    "the pair is the wrong way round",
    "You return the costs first. The network should come first, then the costs.",
    "`return network, costs`",
    edits=[{"return network, costs": "return costs, network"}],
)
ex.mistake(
    "only the network",
    "You return the network alone. The list of costs should come with it.",
    "`return network, costs`",
    edits=[{"return network, costs": "return network"}],
)
ex.mistake(
    "only the costs",
    "You return the costs alone. The trained network should come first.",
    "`return network, costs`",
    edits=[{"return network, costs": "return costs"}],
)
ex.mistake(
    "it returns inside the loop",
    "Your function returns after its first epoch: a `return` inside a loop ends the function.",
    "The `return` belongs below both loops: mind the indentation.",
    edits=[{"    return network, costs": "        return network, costs"}],
)
