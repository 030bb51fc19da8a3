"""The challenge cards: every number on them is measured once more, and the widget shows them."""

import itertools
from functools import cache

import numpy as np
import pytest

from tests.notebooks.prose import bare, figures, missing, worth_holding
from toynn import backward, quadratic, train_many
from toynn.network import Network, forward
from toynn_course.exercises import PREDICTIONS
from toynn_course.exercises.challenge_cards import ChallengeCards, told
from toynn_course.exercises.challenges import CARDS, NOISY
from toynn_course.playground import Playground
from toynn_course.playground.experiments import Found, run, run_many
from toynn_course.playground.session import Session
from toynn_course.playground.settings import Settings

BY_NAME = {card.name: card for card in CARDS}
SETUPS = [
    pytest.param(setup, id=f"{card.name}: {setup.name}") for card in CARDS for setup in card.setups
]
LUCK = {"dataset": "xor", "hidden": (4,)}
SEEDS = range(10)


@cache
def runs(setup):
    """The runs of a setting, one for each seed."""
    return run_many(setup.settings, setup.epochs, range(setup.seeds), setup.limit)


@pytest.mark.parametrize("setup", SETUPS)
def test_the_numbers_of_a_card_are_what_comes_out(setup):
    said, now = setup.found, Found.of(runs(setup))
    if setup.steady:
        numbers = (now.solved, now.epoch, *np.round([now.training, now.test], 3))
        assert (said.solved, said.epoch, said.training, said.test) == pytest.approx(numbers)
        assert said.accuracy == pytest.approx(now.accuracy, abs=0.0051)
        assert said.rule is None or said.rule == pytest.approx(now.rule, abs=0.0051)
        return
    assert abs(said.solved - now.solved) <= 1
    assert (said.epoch is None) == (now.epoch is None)
    assert abs((said.epoch or 0) - (now.epoch or 0)) <= 5
    losses = said.training, said.test, said.accuracy
    assert losses == pytest.approx((now.training, now.test, now.accuracy), abs=0.05)
    assert said.rule is None or said.rule == pytest.approx(now.rule, abs=0.05)


@pytest.mark.parametrize("dataset", ["circle", "xor"])
def test_the_rule_is_what_the_labels_would_be_without_noise(dataset):
    clean = run({"dataset": dataset, "hidden": (4,)}, 20, 0)
    assert clean.rule == clean.accuracy
    noisy = {"dataset": dataset, "noise": 50}
    known = run_many(noisy, 20, [3])[0]
    at = session(3, **noisy)
    at.train(20)
    points = at.test
    right = np.hypot(*points.places.T) < 2.5 if dataset == "circle" else points.places.prod(1) >= 0
    assert known.rule == np.mean((at.network(points.places)[:, 0] > 0) == right)
    assert known.rule != known.accuracy


def test_where_noise_moves_points_there_is_no_rule():
    assert run({"dataset": "moons", "noise": 20}, 2, 0).rule is None


@pytest.mark.parametrize("setup", SETUPS)
def test_every_table_is_of_ten_starts_and_tells_the_rule_where_labels_are_wrong(setup):
    assert setup.seeds == 10
    assert ("Accuracy by the true rule" in setup.cells) == bool(setup.settings.get("noise"))


def the(card, number=0):
    """The runs of a setting of a card."""
    return runs(BY_NAME[card].setups[number])


def session(seed=0, **settings):
    return Session(Settings(data_seed=seed, weight_seed=seed, **settings))


# What the texts say beyond the table: the words, the card (or its prediction), and what is so.


def solved(card, number=0):
    return sorted(each.solved for each in the(card, number) if each.solved)


def n_numbers(**settings):
    return session(**settings).network.n_parameters


def starts_on_the_wrong_side():
    """For each seed, the smaller of the two first weights of the squares, and whether it failed."""
    squares = BY_NAME["Better features beat depth"].setups[0].settings
    return {seed: session(seed, **squares).network.layers[0].weights.min() for seed in SEEDS}


def test_the_starts_that_fail_with_squares_begin_on_the_flat_side():
    failed = [i for i, each in enumerate(the("Better features beat depth")) if not each.solved]
    smaller = starts_on_the_wrong_side()
    assert min(smaller[seed] for seed in failed) > 0.1
    assert max(smaller[seed] for seed in smaller if seed not in failed) < 0.02
    assert max(solved("Better features beat depth")) <= 30
    assert session(5, features=("X1^2", "X2^2")).training_data.X.max() == pytest.approx(25, abs=1)


def test_three_numbers_do_what_took_twenty_five():
    assert (n_numbers(hidden=(), features=("X1^2", "X2^2")), n_numbers()) == (3, 25)
    assert n_numbers(hidden=()) == 3  # as many as the linear layers can do
    assert n_numbers(dataset="xor", hidden=(), features=("X1X2",)) == 2


def test_an_epoch_of_the_two_clouds_is_25_steps_of_10_points():
    data = session(dataset="gauss").training_data
    assert (len(data), len(list(data.batches(10)))) == (250, 25)


def test_the_two_clouds_are_separated_after_two_epochs_and_the_weights_go_on_growing():
    assert max(solved("One line is enough")) <= 2
    for seed in SEEDS:
        clouds = session(seed, dataset="gauss", hidden=())
        clouds.train(2)
        early = np.linalg.norm(clouds.network.layers[0].weights)
        clouds.train(98)
        assert np.linalg.norm(clouds.network.layers[0].weights) > early


def share_of_the_best_line(points):
    """How many points the best of all lines classifies correctly, of 181 directions."""
    best = 0
    for angle in np.linspace(0, np.pi, 181):
        order = (points.places @ [np.cos(angle), np.sin(angle)]).argsort()
        high = points.targets[order].cumsum()
        low = np.arange(1, len(points) + 1) - high
        right = (high + low[-1] - low) / len(points)  # high up to a place, low after it
        best = max(best, right.max(), 1 - right.min())
    return best


def test_the_best_line_leaves_three_in_ten_points_on_the_wrong_side():
    best = [share_of_the_best_line(session(seed).points) for seed in SEEDS]
    assert [round(share, 1) for share in best] == [0.7] * 10
    assert all(each.accuracy < 0.7 for each in the("One line is not"))


@pytest.mark.parametrize("settings", [{"hidden": ()}, {"activation": "linear"}], ids=str)
def test_where_there_is_only_a_line_the_map_is_pale(settings):
    for seed in SEEDS:
        pale = session(seed, **settings)
        pale.train(100)
        assert np.abs(pale.network(pale.training_data.X)).max() < 0.6


def test_at_the_smallest_rate_hardly_anything_moves_in_100_epochs():
    for seed in SEEDS:
        slow = session(seed, learning_rate=0.0001)
        before = slow.losses.training
        slow.train(100)
        assert abs(slow.losses.training - before) < 0.02


def test_three_cuts_of_tanh_come_close_to_the_limit_in_time():
    assert max(each.test for each in the("How many bends?", 1)) < 0.03
    assert [each.accuracy > 0.95 for each in the("How many bends?", 0)] == [False] * 10


def test_with_two_neurons_some_points_of_xor_are_wrong_every_time_and_with_four_not():
    assert all(each.accuracy < 1 for each in the("Width and luck", 0))
    assert any(each.accuracy == 1 for each in the("Width and luck", 1))


def test_in_the_relu_start_that_failed_two_cuts_fell_together():
    (failed,) = (i for i, each in enumerate(the("How many bends?", 2)) if not each.solved)
    trained = session(failed, hidden=(3,), activation="relu")
    trained.train(300)
    layer = trained.network.layers[0]
    cuts = np.c_[layer.weights, layer.biases]
    one, other = (cuts / np.linalg.norm(cuts, axis=1, keepdims=True))[:2]
    assert one @ other > 0.99


def test_of_ten_further_starts_with_four_neurons_two_are_solved():
    later = run_many(LUCK, 300, range(10, 20))
    assert sum(bool(each.solved) for each in later) == 2
    assert sum(bool(each.solved) for each in the("Width and luck", 1)) == 5


def test_the_default_takes_between_52_and_158_epochs():
    epochs = solved("The playground as it opens")
    assert (epochs[0], epochs[-1]) == (52, 158)


def test_of_the_starts_at_rate_0_3_some_jump_out_again():
    fast = the("Too slow, fast, too fast", 1)
    assert any(each.solved and each.test > 0.02 for each in fast)
    assert round(0.03 / 0.0001) == 300


def side_by_side(settings, epochs):
    """The sessions of ten seeds, and from epoch 0 on the networks that they would have."""
    sessions = [session(seed, **settings) for seed in SEEDS]
    first = sessions[0]
    together = train_many(
        [each.network for each in sessions],
        [each.training_data for each in sessions],
        epochs=epochs,
        learning_rate=first.settings.learning_rate,
        batch_size=10,
        penalty=first.penalty,
    )
    return sessions, ([epoch.network for epoch in epochs] for epochs in together)


def norms(network, data):
    """The length of the gradient of each layer's weights."""
    gradients = backward(network, forward(network, data.X), data.Y, quadratic)
    return [np.linalg.norm(gradient.weights) for gradient in gradients]


def test_little_of_the_gradient_reaches_the_first_sleeping_layer():
    sessions, networks = side_by_side({"activation": "sigmoid", "hidden": (8, 8, 8)}, 300)
    begin, after_one, *_, end = networks
    moved = []
    for seed, first, one, last in zip(SEEDS, begin, after_one, end, strict=True):
        data = sessions[seed].training_data
        sizes = norms(first, data)
        assert sizes[0] < sizes[-1] / 20
        assert sizes[0] < norms(session(seed, hidden=(8, 8, 8)).network, data)[0] / 10
        sizes = norms(last, data)
        assert sizes[0] == min(sizes)
        before, after = (quadratic.mean(network(data.X), data.Y) for network in (one, last))
        moved.append(before - after > 0.02)
    assert sum(moved) == 2  # of ten starts; the others have hardly moved
    assert n_numbers(hidden=(8, 8, 8)) == 177


def test_of_twins_nothing_moves_but_the_last_bias():
    for seed in SEEDS:
        twins = session(seed, weights="zero")
        twins.train(100)
        *hidden, output = twins.network.layers
        assert not any(layer.weights.any() or layer.biases.any() for layer in hidden)
        assert not output.weights.any()
        assert output.biases[0] != 0


def test_equal_weights_learn_and_stay_equal():
    twins = session()
    for layer, weights in enumerate(layer.weights for layer in twins.network.layers):
        for place in np.ndindex(weights.shape):
            twins.edit(layer, *place, 0.2)
    twins.train(5)
    first = twins.network.layers[0]
    assert not np.allclose(first.weights, 0.2)
    assert np.allclose(first.weights, first.weights[0])


def test_the_noise_makes_a_quarter_of_the_labels_wrong_and_most_of_them_on_the_disc():
    shares = []
    for seed in SEEDS:
        points = session(seed, **NOISY).points
        disc = np.hypot(*points.places.T) < 2.5
        wrong = disc != points.targets
        shares.append([wrong.mean(), wrong[disc].mean(), wrong[~disc].mean()])
    assert np.mean(shares, axis=0).round(2) == pytest.approx([0.25, 0.4, 0.1], abs=0.02)
    assert len(session(**NOISY).training) == 50
    assert n_numbers(hidden=(8,)) == 33
    assert 50 / 10 * 800 == 4000  # steps


@cache
def noisy(hidden=(8, 8, 8), kind="none", rate=0.0, epochs=800):
    """Networks that have learnt from wrong labels, from ten seeds."""
    settings = {"hidden": hidden, "regularization": kind, "regularization_rate": rate}
    _, networks = side_by_side(NOISY | settings, epochs)
    *_, last = networks
    return last


def test_the_test_loss_of_what_is_memorised_is_lowest_early_and_rises_again():
    sessions, networks = side_by_side(NOISY, 800)
    losses = np.array(
        [
            [
                [
                    quadratic.mean(network(data.X), data.Y)
                    for data in (at.training_data, at.test_data)
                ]
                for at, network in zip(sessions, now, strict=True)
            ]
            for now in itertools.islice(networks, 0, None, 4)
        ]
    )
    for training, test in losses.transpose(1, 2, 0):
        lowest = test.argmin()
        assert 20 <= 4 * lowest < 110
        assert test[-1] > test[lowest] + 0.1
        assert training[-1] < training[lowest]
    assert losses[-1, :, 1].mean() > 0.5  # what the answer 0 costs everywhere


def how_sure_where_wrong(networks):
    """How far from 0 the answers are that contradict the labels of the test points, on average."""
    sure = []
    for seed, network in zip(SEEDS, networks, strict=True):
        data = session(seed, **NOISY).test_data
        outputs = network(data.X)
        sure.append(np.abs(outputs[(outputs > 0) != (data.Y > 0)]).mean())
    return np.mean(sure)


def test_the_larger_the_network_the_surer_its_mistakes_while_they_are_as_many():
    sure = [how_sure_where_wrong(noisy(hidden)) for hidden in ((2,), (8,), (8, 8, 8))]
    assert sure == sorted(sure)
    assert how_sure_where_wrong(noisy(kind="L2", rate=0.03)) < sure[-1] - 0.1
    found = [Found.of(the("Memorise", number)) for number in range(3)]
    for name in ("accuracy", "rule"):
        shares = [getattr(each, name) for each in found]
        assert max(shares) - min(shares) < 0.03
    assert 0.2 < 1 - Found.of(the("Restrain")).rule < 0.3  # "about a quarter"


def weights_of(network):
    return np.concatenate([layer.weights.ravel() for layer in network.layers])


def boundary(network):
    """How long the boundary is on the map: how often neighbours there are of two classes."""
    line = np.linspace(-6, 6, 121)
    places = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
    high = network(places).reshape(121, 121) > 0
    return (high[1:] != high[:-1]).sum() + (high[:, 1:] != high[:, :-1]).sum()


def test_a_penalty_makes_links_thinner_and_the_boundary_shorter():
    free, held = noisy(), noisy(kind="L2", rate=0.03)
    for one, other in zip(free, held, strict=True):
        assert np.abs(weights_of(one)).mean() > 1.5 * np.abs(weights_of(other)).mean()
    assert np.mean([*map(boundary, free)]) > 1.2 * np.mean([*map(boundary, held)])


def test_l1_makes_weights_exactly_0_and_at_a_rate_of_10_all():
    assert all((weights_of(each) == 0).sum() > 30 for each in noisy(kind="L1", rate=0.003))
    assert not any(weights_of(each).any() for each in noisy(kind="L1", rate=10, epochs=20))


# --- the texts


def texts(card):
    """Everything that a card says, its table aside."""
    options = [text for option in card.question.options for text in (option.text, option.why)]
    return [card.topic, card.name, card.look, card.why, card.question.question, *options]


SAYS = [
    # (card, figures, the setting that they are of, whether they are so)
    ("Better features beat depth", "eight ten", 0, lambda f: f.solved == 8),
    ("Better features beat depth", "two", 0, lambda f: 10 - f.solved == 2),
    ("Better features, again", "four", 0, lambda f: f.epoch == 4),
    ("How many bends?", "three ten", 1, lambda f: f.solved == 3),
    ("How many bends?", "nine ten", 2, lambda f: f.solved == 9),
    ("How many bends?", "8 10", 0, lambda f: round(f.accuracy, 1) == 0.8),
    ("Width and luck", "ten two", 0, lambda f: f.solved == 0),
    ("Width and luck", "five ten four", 1, lambda f: f.solved == 5),
    ("The playground as it opens", "ten", 0, lambda f: f.solved == 10),
    ("Too slow, fast, too fast", "17", 1, lambda f: abs(f.epoch - 17) <= 5),
    ("Asleep", "0.5", 0, lambda f: round(f.test, 1) == 0.5),
    ("Asleep", "eight ten two", 0, lambda f: f.solved == 0),
    ("Spiral", "two ten", 0, lambda f: f.solved == 2),
    ("Spiral", "ten 119", 1, lambda f: (f.solved, f.epoch) == (10, 119)),
    ("Memorise", "0.45", 0, lambda f: round(f.test, 2) == 0.45),
    ("Memorise", "0.54", 1, lambda f: abs(f.test - 0.54) < 0.03),
    ("Memorise", "0.58", 2, lambda f: abs(f.test - 0.58) < 0.03),
    ("Memorise", "0.09", 2, lambda f: abs(f.training - 0.09) < 0.02),
    ("Restrain", "0.28", 0, lambda f: round(f.training, 2) == 0.28),
    ("Restrain", "0.39", 0, lambda f: round(f.test, 2) == 0.39),
    ("Restrain", "four ten one", 0, lambda f: f.rule < 0.8),
]


@pytest.mark.parametrize(("card", "said", "number", "is_so"), SAYS)
def test_what_a_card_says_of_its_runs_is_so(card, said, number, is_so):
    assert missing(said, " ".join(texts(BY_NAME[card]))) == []
    assert is_so(Found.of(the(card, number)))


GIVEN = "0.25 0.5 250 158 177 500 4000 1500 0.03 0.0001 300"
"""Numbers that tests above compute, or that a question gives."""
RESTRAINED = "0.09 0.58"
"""What Memorise has come to, which Restrain compares with."""


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_no_number_stands_on_a_card_unchecked(card):
    known = [GIVEN, *(said for name, said, *_ in SAYS if name == card.name)]
    known += [RESTRAINED] if card.name == "Restrain" else []
    for setup in card.setups:
        known += [str(setup.epochs), str(setup.limit), str(setup.settings), *setup.cells.values()]
    numbers = {bare(figure) for figure in figures(" ".join(known))}
    said = [figure for words in texts(card) for figure in worth_holding(words)]
    assert [figure for figure in said if bare(figure) not in numbers] == []


def test_every_card_has_a_question_of_its_own():
    ids = [card.prediction for card in CARDS]
    assert len(set(ids)) == len(ids)
    others = {"09.perfect", "09.swap", "09.bump"}  # which the notebook asks itself
    assert {*ids, *others} == {name for name in PREDICTIONS if name.startswith("09.")}
    assert len({card.name for card in CARDS}) == len({card.topic for card in CARDS}) == len(CARDS)


def test_the_name_of_a_card_shows_only_after_the_answer(cards):
    shown = f"{cards.menu.label} {cards.card.question.question}"
    assert cards.card.name not in shown
    assert cards.card.name in answer(cards).children[2].value


# --- the widget


class Table:
    """A playground without a screen, which notes what it is asked."""

    def __init__(self):
        self.session, self.done, self.told = Session(), [], ""

    def pause(self):
        self.done.append("pause")

    def set(self, **settings):
        self.done.append("set")
        self.session.change(**settings)
        return self.told or "Set."

    def show(self):
        self.done.append("show")


@pytest.fixture
def cards(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where answers are kept
    return ChallengeCards(Table())


def answer(cards):
    """Commit to the first option of the card that shows; what opens."""
    gate = cards.gates[cards.card]
    gate.options.value, gate.confidence.value = cards.card.question.options[0].text, "guessing"
    gate.button.click()
    return gate.opened.children[0]


def test_a_card_asks_before_it_shows_anything(cards):
    gate = cards.gates[cards.card]
    assert gate.prediction.id == CARDS[0].prediction
    assert gate.opened.children == ()
    row, note, text = answer(cards).children
    assert note is cards.note
    assert [button.description for button in row.children] == ["Set it up: no hidden layer"]
    assert CARDS[0].why in text.value


def test_the_menu_turns_to_another_card_and_back(cards):
    answer(cards)
    cards.menu.value = CARDS[5]
    assert cards.place.children == (cards.gates[CARDS[5]],)
    cards.menu.value = CARDS[0]
    assert cards.place.children[0].opened.children  # what was answered is still open


def test_an_answer_is_kept_as_for_any_prediction(cards):
    answer(cards)
    again = ChallengeCards(Table())
    assert again.gates[again.card].opened.children


@pytest.mark.parametrize("setup", SETUPS)
def test_a_button_sets_every_control_and_begins_anew(cards, setup):
    table = cards.playground
    table.session.change(problem="regression", hidden=(8, 8, 8), learning_rate=3, data_seed=5)
    cards.set_up(setup)
    table.session.train()
    cards.set_up(setup)
    assert table.done == ["pause", "set", "show"] * 2
    assert table.session.settings == Settings(**setup.settings)
    assert table.session.epoch == 0
    assert cards.form.spoken == f"The playground is set up: {setup.name}. Press Play there."
    assert cards.form.spoken in cards.note.value


def test_what_the_playground_refuses_is_not_called_set_up(cards):
    cards.playground.told = "That did not work: it is refused."
    cards.set_up(CARDS[0].setups[0])
    assert cards.form.spoken == cards.playground.told


def test_setting_up_takes_away_what_went_wrong_before(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where answers are kept
    cards = ChallengeCards(Playground())
    cards.playground.set(noise=7)
    assert "noise is 7" in cards.playground.picture.trouble
    cards.set_up(CARDS[0].setups[0])
    assert cards.playground.picture.trouble == ""


def test_what_goes_wrong_is_one_line(cards):
    cards.playground = None
    cards.set_up(CARDS[0].setups[0])
    assert cards.form.spoken.startswith("That could not be set up: ")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_what_is_told_has_a_column_for_each_setting(card):
    text = told(card)
    assert text.count('<th scope="col"') == 1 + len(card.setups)
    for setup in card.setups:
        assert setup.name in text
        assert all(f">{value}</td>" in text for value in setup.cells.values())


def test_it_says_what_it_is_where_no_widget_can_be_shown(cards):
    assert repr(cards) == "Run this cell: a menu of challenge cards appears here."


def test_a_trained_network_of_a_card_is_a_network_like_any_other():
    trained = session(**CARDS[0].setups[0].settings)
    trained.train()
    assert isinstance(trained.network, Network)
    assert forward(trained.network, trained.test_data.X).output.shape == (250, 1)
