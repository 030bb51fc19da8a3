"""The figures of notebook 09, and what its exercises say of their tasks."""

import re
from functools import cache
from itertools import combinations
from unittest import mock

import numpy as np

from tests.notebooks.prose import Claim, cells, claim_tests, text_of
from toynn import L2, Dataset, train_many
from toynn_course import plots
from toynn_course.exercises import EXERCISES
from toynn_course.exercises.challenges import CARDS, NOISY
from toynn_course.exercises.engine.verdict import judge
from toynn_course.exercises.nb09 import spiral, trials
from toynn_course.exercises.nb09.trials import SEEDS, n_numbers, tried
from toynn_course.playground import Session, Settings, run_many
from toynn_course.playground.experiments import SOLVED
from toynn_course.playground.settings import FEATURES

NOTEBOOK = "09_playground.ipynb"


def session(**settings):
    return Session(Settings(**settings))


@cache
def names():
    """What the cells on wrong labels define."""
    wanted = "mislabelled", "noisy-training"
    found = {"plots": plots}
    for cell in cells(NOTEBOOK):
        if cell["id"] in wanted:
            exec("".join(cell["source"]), found)  # noqa: S102 - our own cells
    return found


@cache
def by_the_rule(hidden, seeds, penalty=None):
    """How often the networks of the seeds agree with the true rule; penalty : a name and a rate."""
    make = penalty and names()[penalty[0]](penalty[1])
    networks, _ = names()["learn_from_mistakes"](hidden, seeds, make)
    return names()["agree"](networks, len(networks) * [names()["truth"]])


def with_a_quarter_spread_evenly():
    """What the cards 13 and 14 would come to with weight decay, were their mistakes like ours."""
    sets = []
    for seed in range(10):
        clean = names()["circle"](50, rng=seed)
        wrong = np.random.default_rng(seed).permutation(50) < 50 / 4
        sets.append(Dataset(clean.X, np.where(wrong[:, None], -clean.Y, clean.Y)))
    networks = [session(**NOISY, weight_seed=seed).network for seed in range(10)]
    how = {"epochs": 800, "learning_rate": 0.1, "batch_size": 10, "rngs": range(10)}
    *_, last = train_many(networks, sets, penalty=L2(0.03), **how)
    return names()["agree"]([epoch.network for epoch in last], 10 * [names()["truth"]]).mean()


def of_the_card(name):
    """What a card's first or last setting came to with the rule."""
    (card,) = (card for card in CARDS if card.name == name)
    return card.setups[-1 if name == "Memorise" else 0].found.rule


def wrong_in_ten(on_the_disc):
    """How many in ten points have a wrong label where the playground has noise 50."""
    shares = []
    for seed in range(10):
        points = session(noise=50, data_seed=seed).points
        disc = np.hypot(*points.places.T) < 2.5
        shares.append((disc != points.targets)[disc == on_the_disc].mean())
    return 10 * np.mean(shares)


def opening():
    network = session().network
    return network.sizes[0], *network.sizes[1:-1], network.n_parameters


def limits(name):
    """The test loss to get below, and the epochs, as an exercise checks them."""
    exercise = EXERCISES[name]
    with mock.patch.object(trials, "_runs", return_value=[]) as runs:
        exercise.put_to_use(exercise.reference)
    return runs.call_args.args[1], trials.EPOCHS


def solved_by_bumps():
    """How many of five starts close the boundary with two neurons of the bump activation."""
    return printed("your-own-network-on-8").count("100.0% correct")


def agreement_of_the_rule():
    """How often the true rule agrees with labels of which a fifth is wrong."""
    return np.mean(names()["new"].Y == names()["truth"].Y)


def solved_with_all_features():
    return tried(0.05, dataset="spiral", features=FEATURES, hidden=(6, 6)).solved


def solved_by_ten_more_seeds(features):
    """How many of the ten seeds after those of the exercise learn the spiral, with 6 and 6."""
    how = {"dataset": "spiral", "features": features, "hidden": (6, 6), "learning_rate": 0.1}
    runs = run_many(how, trials.EPOCHS, range(5, 15), 0.05, stop=True)
    return sum(bool(run.solved) for run in runs)


CLAIMS = [
    Claim("what-you-see", "25", lambda: opening()[-1]),
    Claim("what-you-see", "2017"),
    Claim("what-you-see", "110"),
    Claim("opening-network", "4 2", lambda: opening()[1:3]),
    Claim("opening-network", "25 500", lambda: (opening()[-1], len(session().points))),
    Claim("challenge-cards-1", "Fourteen", lambda: len(CARDS)),
    Claim("challenge-cards-1", "0.02", lambda: SOLVED),
    Claim("challenge-cards-1", "ten", lambda: CARDS[0].setups[0].seeds),
    Claim("circle-exercise", "0.02 200", "09.circle"),
    Claim("features-or-depth", "8 8", "features-or-depth-3"),
    Claim("features-or-depth", "300", "looking-back-how-many-2"),
    Claim("spiral-exercise", "12 0.05 200", "09.spiral"),
    Claim("noisy-labels", "100", "mislabelled"),
    Claim("perfect-question", "1000", lambda: len(names()["truth"])),
    Claim("overfitting", "177", lambda: n_numbers(2, (8, 8, 8))),
    Claim("overfitting", "17", lambda: n_numbers(2, (4,))),
    Claim("overfitting", "88%", "more-neurons-better-network-2"),
    Claim("best-against-free-read", "85.6% 95.0%", "best-against-free"),
    Claim(
        "best-against-free-read",
        "ten ten",
        lambda: (
            np.sum(
                by_the_rule((8, 8, 8), range(10, 20), ("L2", 0.03))
                > by_the_rule((8, 8, 8), range(10, 20))
            ),
            10,
        ),
    ),
    Claim("best-against-free-read", "second third"),
    Claim("more-neurons-better-network-8", "80.3%", "best-against-free"),
    Claim("more-neurons-better-network-8", "68%", lambda: of_the_card("Memorise")),
    Claim("more-neurons-better-network-8", "75%", lambda: of_the_card("Restrain")),
    Claim("more-neurons-better-network-8", "84%", with_a_quarter_spread_evenly),
    Claim("more-neurons-better-network-8", "50", lambda: len(session(**NOISY).training)),
    Claim("more-neurons-better-network-8", "four ten", lambda: (wrong_in_ten(True), 10)),
    Claim("more-neurons-better-network-8", "one ten", lambda: (wrong_in_ten(False), 10)),
    Claim("what-hidden-neurons-mean-7", "2.3", "network-by-hand-code"),
    Claim("your-own-network-on-9", "three five", lambda: (solved_by_bumps(), 5)),
    # predictions
    Claim("09.perfect", "80%", agreement_of_the_rule),
    # the exercises
    Claim("09.circle", "0.02 200", lambda: limits("09.circle")),
    Claim("09.xor", "0.02 200", lambda: limits("09.xor")),
    Claim("09.spiral", "0.05 200 12", lambda: (*limits("09.spiral"), spiral.MOST)),
    Claim("09.spiral", "0.5 2.64", lambda: (0.5, np.pi - 0.5)),
    Claim("09.spiral", "0.48", lambda: np.sin(0.5)),
    Claim("09.spiral", "four five", lambda: (solved_with_all_features(), len(SEEDS))),
    Claim(
        "09.spiral",
        "ten nine",
        lambda: (10, solved_by_ten_more_seeds(("X1", "X2", "sin(X1)", "sin(X2)"))),
    ),
    Claim("09.fewest", "0.02 200", lambda: limits("09.fewest")),
    Claim("09.fewest", "25 17", lambda: (opening()[-1], n_numbers(2, (4,)))),
]

test_a_figure_comes_out, test_no_figure_is_unclaimed = claim_tests(NOTEBOOK, CLAIMS)


def test_a_fifth_of_the_labels_is_wrong_on_the_disc_and_on_the_ring():
    for seed in range(20):
        clean = names()["circle"](100, rng=seed)
        wrong = names()["mislabelled"](clean, seed).Y != clean.Y
        assert wrong.sum() == 20
    new = names()["new"].Y != names()["truth"].Y
    disc = names()["truth"].Y > 0
    assert (new[disc].mean().round(1), new[~disc].mean().round(1)) == (0.2, 0.2)


def printed(cell_id):
    """What a cell printed; other tests run it again."""
    return text_of(next(c for c in cells(NOTEBOOK) if c["id"] == cell_id))


def test_all_seven_features_solve_none_of_ten_more_seeds():
    assert solved_by_ten_more_seeds(FEATURES) == 0


def test_each_penalty_has_its_best_strength_between_two_others():
    for name in ("L2", "L1"):
        found = re.findall(rf"{name}, rate +[\d.]+: ([\d.]+)%", printed("best-strength"))
        weak, best, strong = map(float, found)
        assert weak < best > strong


def test_l1_is_better_than_no_penalty_in_ten_of_ten_starts_too():
    free, held = (by_the_rule((8, 8, 8), range(10, 20), p) for p in (None, ("L1", 0.003)))
    assert (held > free).all()


def test_the_middle_size_agrees_best_with_the_rule_and_the_largest_with_what_it_was_taught():
    rows = re.findall(r"^\(.*?\) +(.*)$", printed("more-neurons-better-network-2"), re.MULTILINE)
    shares = [[float(share.strip("%")) for share in row.split()] for row in rows]
    taught, _, rule = zip(*shares, strict=True)
    assert rule[0] < rule[2] < rule[1]
    assert list(taught) == sorted(taught)


def test_the_numbers_of_a_network_are_counted_as_toynn_counts_them():
    for features, hidden in [(("X1",), ()), (("X1", "X2"), (4, 2)), (FEATURES, (8, 8, 8))]:
        network = session(features=features, hidden=hidden).network
        assert n_numbers(len(features), hidden) == network.n_parameters
    assert (n_numbers(2, (4, 2)), n_numbers(2, (4,)), n_numbers(2, ())) == (25, 17, 3)


def test_what_is_right_is_right_on_all_five_seeds():
    for name in ("09.circle", "09.xor", "09.spiral", "09.fewest"):
        exercise = EXERCISES[name]
        assert exercise.put_to_use(exercise.reference).solved == 5


def test_no_smaller_network_is_solved_for_the_circle_and_none_as_small_for_xor():
    for hidden in [(1,), (2,), (3,), (1, 3), (3, 1), (2, 2), (1, 2), (2, 1)]:
        assert tried(0.02, hidden=hidden).solved < 5
    for name, hidden in [("relu", (4,)), ("relu", (4, 1)), ("relu", (3, 2)), ("tanh", (5,))]:
        assert tried(0.02, dataset="xor", activation=name, hidden=hidden).solved < 5


def test_three_numbers_solve_the_circle_with_the_squares_alone():
    pairs = [*combinations(FEATURES, 1), *combinations(FEATURES, 2)]
    found = [pair for pair in pairs if tried(0.02, features=pair, hidden=()).solved == 5]
    assert found == [("X1^2", "X2^2")]


def test_the_first_word_on_a_wrong_answer_does_not_wait_for_the_training():
    said = []
    judge(EXERCISES["09.circle"], (2,), announce=said.append)
    judge(EXERCISES["09.circle"], ("two",), announce=said.append)
    assert said == [trials.PROGRESS]  # and a wrong form is told without any training
