"""08.early: early stopping with patience."""

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.exercises.engine.signs import one_number_for_many

ex = Exercise(
    "08.early",
    title="Early stopping",
    task="Write `stop_early(costs, patience)`: `costs` are the costs on the validation data, of "
    "the untrained network (epoch 0) and after each epoch. Return two numbers: the epoch with the "
    "lowest cost (the first, if there are several), and the epoch after which training ends: as "
    "soon as `patience` epochs in a row have brought no new lowest cost, or at the last cost in "
    "the list.",
    hints=(
        "Go through the costs one by one, and remember the lowest so far and its epoch.",
        "At each epoch: is this cost below the lowest so far? If not, how long ago was that one?",
        "Stop when `epoch - best == patience`. You may not look at costs that come later.",
    ),
    why="Why is the network that you keep not the last one?",
    because="When training ends, the lowest cost is already `patience` epochs old. The network of "
    "that epoch answered new data best; what came after it only learned the training data better.",
    expects="a pair of numbers: the best epoch, and the last",
    cases=(
        case([0.9, 0.5, 0.4, 0.6, 0.7, 0.8], 2),
        case([0.9, 0.5, 0.6, 0.4, 0.45, 0.5, 0.3, 0.2], 2),
        case([0.9, 0.5, 0.6, 0.4, 0.45, 0.5, 0.3, 0.2], 3),
        case([0.9, 0.8, 0.7, 0.6], 3),
        case([0.5, 0.5, 0.5, 0.4], 2),
        case([0.5, 0.4, 0.4, 0.3, 0.35, 0.32, 0.31], 3),
        case([0.3, 0.4, 0.2, 0.1], 1),
        case([0.7, 0.9, 0.8, 0.75, 0.72, 0.71, 0.6], 4),
        case([1.0], 5),
        case([2, 1, 3, 1, 4, 0], 4),
    ),
    draw=lambda rng: (rng.uniform(0.1, 1, size=9).round(2).tolist(), int(rng.integers(1, 4))),
)


@ex.solution
def stop_early(costs, patience):
    """The epoch with the lowest cost, and the epoch after which training ends."""
    best = 0
    for epoch, cost in enumerate(costs):
        if cost < costs[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best, epoch


LOWER, WAITED = "if cost < costs[best]:", "if epoch - best == patience:"


@ex.right
def with_a_counter(costs, patience):
    lowest, best, waited = float("inf"), 0, 0
    for epoch in range(len(costs)):
        if costs[epoch] < lowest:
            lowest, best, waited = costs[epoch], epoch, 0
        else:
            waited += 1
        if waited >= patience:
            break
    return best, epoch


@ex.right
def with_slices(costs, patience):
    for last in range(len(costs)):
        seen = list(costs[: last + 1])
        best = seen.index(min(seen))
        if last - best >= patience:
            return [best, last]
    return best, last


ex.right(edits=[{WAITED: "if epoch >= best + patience:"}])

ex.mistake(
    "the last epoch is kept",
    "You give the epoch at which training ends as the best one. It is not: when training ends, the "
    "lowest cost is already `patience` epochs old.",
    "For the costs 0.9, 0.5, 0.4, 0.6, 0.7 the best epoch is 2.",
    edits=[{"return best, epoch": "return epoch, epoch"}],
)
ex.mistake(
    "compared with the epoch before",
    "You compare each cost with the one just before it. After a rise, a small fall is no new "
    "lowest cost: 0.9, 0.5, 0.6, 0.55 has its lowest at 0.5.",
    "Compare with the lowest so far: `costs[best]`.",
    edits=[
        {LOWER: "if cost < costs[max(epoch - 1, 0)]:"},
        {
            LOWER: "if epoch > 0 and costs[epoch - 1] > cost:",
            WAITED: "if epoch - best >= patience:",
        },
    ],
)


@ex.mistake("compared with the epoch before")
def rises_in_a_row(costs, patience):
    best = rises = 0
    for epoch, cost in enumerate(costs):
        if cost < costs[best]:
            best = epoch
        rises = rises + 1 if epoch and cost >= costs[epoch - 1] else 0
        if rises == patience:
            break
    return best, epoch


@ex.mistake("the counter is never set back")
def never_set_back(costs, patience):
    """You count all epochs without a new lowest cost. They should be in a row.

    A new lowest cost sets the counter back to 0.

    - What happens to your counter when the cost falls again?
    """
    best = waited = 0
    for epoch, cost in enumerate(costs):
        if cost < costs[best]:
            best = epoch
        elif epoch:
            waited += 1
        if waited == patience:
            break
    return best, epoch


ex.mistake(
    "stopped one epoch too late",
    "You wait for one epoch more than `patience`. With a patience of 2 and the lowest cost in "
    "epoch 2, training ends after epoch 4.",
    "How many epochs without a new lowest cost have you seen when you stop?",
    edits=[{WAITED: "if epoch - best > patience:"}, {WAITED: "if epoch - best == patience + 1:"}],
)
ex.mistake(
    "stopped one epoch too early",
    "You stop one epoch before the patience is used up. With a patience of 2 and the lowest cost "
    "in epoch 2, training ends after epoch 4.",
    "How many epochs without a new lowest cost have you seen when you stop?",
    edits=[{WAITED: "if epoch - best >= max(patience - 1, 1):"}],
)
ex.mistake(
    "the last of several equal costs",
    "Where a cost comes again, you take the later epoch. An equal cost is not a new lowest one, so "
    "the first counts, and the patience runs on.",
    "`<`, not `<=`.",
    edits=[{LOWER: "if cost <= costs[best]:"}],
)
ex.mistake(
    "the best epoch of the whole list",
    "You look for the lowest cost in the whole list. But training has already ended by then: costs "
    "that come later are never computed.",
    "Of `costs`, only those up to the last epoch count.",
    edits=[{"return best, epoch": "return costs.index(min(costs)), epoch"}],
)


@ex.mistake("the best epoch of the whole list")
def best_of_all_and_patience(costs, patience):
    best = costs.index(min(costs))
    return best, min(best + patience, len(costs) - 1)


ex.mistake(
    "the patience has no effect",
    "Your training always runs to the end of the list, or ends at the first cost that is no new "
    "lowest one, whatever the patience is.",
    "Stop when the lowest cost is `patience` epochs old.",
    edits=[{"break": "pass"}, {WAITED: "if epoch > best:"}],
)
ex.mistake(
    "the cost instead of its epoch",
    "You return a cost where an epoch should be. The exercise asks for two numbers of epochs.",
    "`enumerate(costs)` gives each cost with the number of its epoch.",
    edits=[
        {"return best, epoch": "return costs[best], epoch"},
        {"return best, epoch": "return costs[best], cost"},
        {"return best, epoch": "return best, cost"},
    ],
)
ex.mistake(
    "the pair is the wrong way round",
    "You return the last epoch first. The best epoch should come first, then the last one.",
    "`return best, epoch`",
    edits=[{"return best, epoch": "return epoch, best"}],
)
ex.mistake(
    "epochs counted from 1",
    "Your epochs are counted from 1. The first cost in the list is that of epoch 0, the untrained "
    "network.",
    "`enumerate(costs)` counts from 0.",
    edits=[{"return best, epoch": "return best + 1, epoch + 1"}],
)
ex.mistake(
    "how many epochs there were",
    "Your best epoch is right, but the second number is how many costs were looked at. The last "
    "epoch has a number one lower, since the first is epoch 0.",
    "After the loop, `epoch` is the number of the last one.",
    edits=[{"return best, epoch": "return best, epoch + 1"}],
)
ex.mistake(
    "one number for two",
    "You return one number. There are two: the best epoch, and the last.",
    "`return best, epoch` returns a pair.",
    when=one_number_for_many,
    edits=[{"return best, epoch": "return best"}],
)
