"""What the playground shows: maps byte by byte, words, and its controls, without a browser.

The oracle is plain Python: one place and one node at a time.
"""

import gc
import math
import random
import re
import struct
import threading
import tracemalloc

import numpy as np
import pytest

from tests.course.playground.test_own import net
from tests.course.playground.test_session import BY_HAND, kept
from tests.toynn import plain
from toynn import Layer, Network
from toynn_course.playground import Playground, Session, Settings, frames
from toynn_course.playground.controls import SETTINGS
from toynn_course.playground.handshake import AHEAD, PATIENCE
from toynn_course.playground.looks import HIDEABLE, SPEEDS, Looks
from toynn_course.playground.picture import (
    SAMPLES,
    curve_of,
    facts_of,
    plan_of,
    points_of,
    samples_of,
)
from toynn_course.playground.problems import Points
from toynn_course.playground.settings import (
    ACTIVATIONS,
    BATCH_SIZES,
    DATASETS,
    FEATURES,
    NOISES,
    OUTPUTS,
    RATES,
    RATIOS,
    REGULARIZATION_RATES,
    REGULARIZATIONS,
    WEIGHTS,
)
from toynn_course.playground.words import number, weight_table


def grid(side):
    """The places of a map: rows from below, from left to right."""
    line = [-6 + 12 * k / (side - 1) for k in range(side)]
    return [(x1, x2) for x2 in line for x1 in line]


def shade(value):
    """The byte of a value."""
    if math.isnan(value):
        return 0
    byte = 128 + round(127 * max(-1, min(1, value)))
    return min(byte, 127) if value < 0 else byte


def near(found, wanted):
    """Equal, but for a byte where rounding hangs on the last digit."""
    apart = [abs(a - b) for a, b in zip(found, wanted, strict=True)]
    return max(apart) <= 1 and sum(apart) <= len(apart) / 200


def answers(session, side):
    """For each place the activations of all layers, by a loop."""
    names, layers = session.settings.features, plain.parameters(session.network)
    return [
        [
            [a.real for a in layer]
            for layer in plain.passed(layers, [BY_HAND[n](*p) for n in names])[1][1:]
        ]
        for p in grid(side)
    ]


STATES = {
    "tanh": {},
    "sigmoid": {"output": "sigmoid, cross-entropy", "activation": "sigmoid", "dataset": "spiral"},
    "softmax of two": {"output": "softmax, cross-entropy", "activation": "relu", "hidden": (3,)},
    "linear": {"problem": "regression", "features": FEATURES},
    "softmax of three": {"problem": "several classes", "features": ("X2", "sin(X1)")},
    "no hidden layer": {"hidden": (), "features": ("X1X2", "X2^2")},
}


@pytest.mark.parametrize("values", STATES.values(), ids=STATES)
def test_each_byte_of_a_map_is_the_answer_of_the_network_at_its_place(values):
    session = Session(Settings().changed(**values))
    session.train(5)
    maps = frames.frame(session).maps
    n, size = 7 + sum(session.network.sizes[1:]), 20 * 20
    assert len(maps) == n * size
    for at, name in enumerate(FEATURES):
        wanted = [shade(BY_HAND[name](*place)) for place in grid(20)]
        assert near(maps[at * size : (at + 1) * size], wanted)
    stretched = session.output.name in {"sigmoid", "softmax"}
    every = answers(session, 20)
    for node in range(n - 7):
        layer, j = divmod_layers(session.network.sizes[1:], node)
        last = layer == len(session.network.layers) - 1
        values = [found[layer][j] for found in every]
        wanted = [shade(2 * a - 1 if last and stretched else a) for a in values]
        start = (7 + node) * size
        assert near(maps[start : start + size], wanted)


def divmod_layers(sizes, node):
    """The layer of a node, and its place in there."""
    for layer, size in enumerate(sizes):
        if node < size:
            return layer, node
        node -= size
    raise IndexError(node)


@pytest.mark.parametrize("side", [frames.QUICK, frames.FINE])
@pytest.mark.parametrize("name", ["tanh", "sigmoid", "softmax of two", "linear"])
def test_the_large_map_shows_the_output(name, side):
    session = Session(Settings().changed(**STATES[name]))
    session.train(3)
    big = frames.frame(session, None, side).big
    outputs = [found[-1] for found in answers(session, side)]
    wanted = {
        "tanh": lambda a: a[0],
        "linear": lambda a: a[0],
        "sigmoid": lambda a: 2 * a[0] - 1,
        "softmax of two": lambda a: a[1] - a[0],
    }[name]
    assert near(big, [shade(wanted(a)) for a in outputs])


@pytest.mark.parametrize("place", [(-1, 4), (0, 3), (1, 1), (2, 0)])
def test_the_large_map_shows_the_node_that_was_chosen(place):
    session = Session(Settings(output="sigmoid, cross-entropy"))
    big = frames.frame(session, place, frames.QUICK).big
    layer, node = place
    if layer < 0:
        values = [BY_HAND[FEATURES[node]](*p) for p in grid(frames.QUICK)]
    else:
        values = [found[layer][node] for found in answers(session, frames.QUICK)]
    if layer == 2:
        values = [2 * value - 1 for value in values]
    assert near(big, [shade(value) for value in values])


def test_a_map_of_classes_holds_the_class_and_how_sure_it_is():
    session = Session(Settings().changed(problem="several classes"))
    session.train(20)
    big = frames.frame(session).big
    for byte, found in zip(big, answers(session, frames.FINE), strict=True):
        shares = found[-1]
        which = shares.index(max(shares))
        assert byte // frames.SURENESS == which
        sure = (max(shares) - 1 / 3) / (2 / 3) * (frames.SURENESS - 1)
        assert abs(byte % frames.SURENESS - sure) <= 0.5 + 1e-9


def test_seven_classes_fit_into_a_byte():
    session = Session()
    places = np.array([[math.cos(n), math.sin(n)] for n in range(14)]) * 4
    session.set_points(Points(places, np.arange(14.0) % 7, tuple("abcdefg")))
    session.edit(2, 6, None, 50)
    assert set(frames.frame(session).big) == {6 * 32 + 31}


def test_the_side_of_a_place_is_the_side_of_its_byte_however_near_the_border():
    values = np.array([-1e-9, 0.0, 1e-9, -1, 1, -0.003, 0.003, -7, 7])
    assert frames.shades(values).tolist() == [127, 128, 128, 1, 255, 127, 128, 1, 255]


def test_what_is_no_number_is_0():
    assert frames.shades(np.array([np.nan, np.inf, -np.inf])).tolist() == [0, 255, 1]
    session = Session(Settings(activation="linear", hidden=(2,)))
    for place in ((0, 0, 0, 1.7e308), (0, 1, 0, -1.7e308), (1, 0, 0, 1), (1, 0, 1, 1)):
        session.edit(*place)  # where x1 is large, the output is infinity - infinity
    assert 0 in frames.frame(session).big
    playground = Playground(problem="regression")
    playground.session.edit(0, 0, 0, 1.7e308)
    playground.session.edit(1, 0, 0, -1.7e308)
    for layer, node in ((0, 0), (1, 0), (2, 0)):
        playground._heard(None, {"kind": "select", "layer": layer, "node": node}, [])
        neuron = playground.picture.facts["curve"]
        assert all(map(math.isfinite, [*neuron["z"], *neuron["a"], neuron["low"]]))
    assert playground.picture.trouble == ""


def unpacked(data):
    return list(struct.unpack(f"<{len(data) // 4}f", data))


def test_weights_and_gradients_come_layer_by_layer_the_biases_last():
    session = Session(Settings(hidden=(3, 2)))
    session.train(2)
    frame = frames.frame(session)
    wanted, slopes = [], []
    expected = plain.gradient(
        session.network, session.training_data.X, session.training_data.Y, "quadratic"
    )
    for layer, (weights, biases) in zip(session.network.layers, expected, strict=True):
        for j in range(len(layer)):
            wanted += [layer.weights[j, k] for k in range(layer.n_inputs)]
            slopes += weights[j]
        wanted += layer.biases.tolist()
        slopes += biases
    assert unpacked(frame.weights) == pytest.approx(wanted, rel=1e-6)
    assert unpacked(frame.slopes) == pytest.approx(slopes, abs=1e-6)


def test_the_chart_has_epoch_training_and_test_loss_the_last_as_it_is_now():
    session = Session()
    session.train(3)
    session.edit(0, 0, 0, 2)
    numbers = unpacked(frames.frame(session).chart)
    rows = [tuple(numbers[at : at + 3]) for at in range(0, len(numbers), 3)]
    assert [row[0] for row in rows] == [0, 1, 2, 3, 3]
    for row, losses in zip(rows, [*session.history, session.losses], strict=True):
        assert row == pytest.approx(tuple(losses), rel=1e-6)


def test_the_points_come_with_their_side_and_whether_they_are_for_the_test():
    session = Session(Settings(ratio=30))
    numbers = unpacked(points_of(session))
    assert len(numbers) == 4 * 500
    rows = [numbers[at : at + 4] for at in range(0, len(numbers), 4)]
    assert sum(row[3] for row in rows) == 350
    wanted = sorted(map(tuple, np.column_stack([session.points.places, session.points.targets])))
    found = sorted(tuple(row[:3]) for row in rows)
    assert np.allclose(found, wanted, atol=1e-6)


@pytest.mark.parametrize("problem", DATASETS)
def test_each_data_set_has_a_thumbnail_of_points_in_sight(problem):
    numbers = unpacked(samples_of(problem))
    sets = [name for name in DATASETS[problem] if name != "my points"]
    assert len(numbers) == 3 * SAMPLES * len(sets)
    assert all(abs(value) <= 6.5 for value in numbers)


# Words.


def random_state(seed):
    """A playground in which all kinds of things were done."""
    rng = random.Random(seed)  # noqa: S311 - for no secrets
    problem = rng.choice(["classification", "classification", "regression", "several classes"])
    made = Playground(
        problem=problem,
        dataset=rng.choice(DATASETS[problem]),
        output=rng.choice(OUTPUTS[problem]),
        activation=rng.choice(list(ACTIVATIONS)),
        features=tuple(rng.sample(FEATURES, rng.randint(1, 4))),
        hidden=tuple(rng.randint(1, 4) for _ in range(rng.randint(0, 2))),
        noise=rng.choice(NOISES),
        ratio=rng.choice(RATIOS),
        learning_rate=rng.choice([0.003, 0.03, 0.1]),
        data_seed=rng.randint(0, 99),
        weight_seed=rng.randint(0, 99),
    )
    made.session.train(rng.randint(0, 4))
    if rng.random() < 0.5:
        made.session.edit(0, 0, 0, rng.uniform(-2, 2))
    made.show()
    return made


def counted_loss(session, points):
    """The loss, a point at a time."""
    layers, names = plain.parameters(session.network), session.settings.features
    X = [[BY_HAND[n](*p) for n in names] for p in points.places.tolist()]
    n, low = len(points.classes), -1 if session.output.name == "tanh" else 0
    Y = [
        [t] if not n
        else [float(k == t) for k in range(n)] if session.output.name == "softmax"
        else [1.0 if t else low]
        for t in points.targets.tolist()
    ]  # fmt: skip
    cost = session.cost.name
    outputs = [plain.outputs(layers, x) for x in X]
    right = sum(
        (a.index(max(a)) == y.index(1)) if len(y) > 1 else (a[0] >= (1 + low) / 2) == (y[0] == 1)
        for a, y in zip(outputs, Y, strict=True)
    )
    return plain.mean_cost(layers, X, Y, cost).real, right


@pytest.mark.parametrize("seed", range(10))
def test_the_sentence_is_right_for_ten_random_states(seed):
    made = random_state(seed)
    session, text = made.session, made.picture.facts["sentence"]
    losses = [counted_loss(session, points) for points in (session.training, session.test)]
    assert text.startswith(f"Epoch {session.epoch}: ")
    found = re.search(r"training loss ([\d.]+), test loss ([\d.]+)[,.]", text)
    for shown, (loss, _) in zip(found.groups(), losses, strict=True):
        assert float(shown) == pytest.approx(loss, abs=0.0006)
    n_train, n_test = len(session.training), len(session.test)
    assert f"with {n_train} points in the training set and {n_test} in the test set" in text
    assert "-".join(map(str, session.network.sizes)) in text
    classes = len(session.points.classes)
    rights = re.search(r"(\d+) of (\d+) test points correct", text)
    assert bool(rights) == bool(classes)
    if rights:
        assert [int(each) for each in rights.groups()] == [losses[1][1], n_test]
    share = re.search(r"high on (\d+)% of the map", text)
    assert bool(share) == (classes == 2)
    if share:
        outputs = [found[-1] for found in answers(session, frames.FINE)]
        border = 0 if session.output.name == "tanh" else 0.5
        high = sum(a[-1] >= border for a in outputs) / len(outputs)
        assert abs(int(share[1]) - 100 * high) <= 0.5 + 1e-6
    facts = dict(made.picture.facts["numbers"])
    assert facts["Epoch"] == f"000,{session.epoch:03}"
    assert facts["Accuracy"] == (f"{losses[1][1] / n_test:.1%}" if classes else "none")


def test_of_the_same_map_two_sentences_agree_when_it_is_all_one_side():
    playground = Playground(weights="zero")
    text = playground.picture.facts["sentence"]
    high = int((playground.session.test.targets == 1).sum())
    assert f"{high} of 250 test points correct" in text  # 0 counts as high, here and there
    assert "high on 100% of the map" in text


def test_large_losses_are_told_in_few_digits():
    assert [number(each) for each in (0, 0.12345, 999.9996, 1234.5, 1e9)] == [
        "0.000", "0.123", "1000.000", "1.23e+03", "1e+09",
    ]  # fmt: skip


def test_the_table_has_every_bias_and_every_weight():
    session = Session(Settings(hidden=(3,), features=("X1", "X2", "X1X2", "sin(X2)")))
    session.train(3)  # until the biases differ
    header, *rows = weight_table(session)
    assert header == ["", "bias", "weight 1", "weight 2", "weight 3", "weight 4"]
    assert [row[0] for row in rows] == [
        *(f"layer 1, neuron {n}" for n in (1, 2, 3)),
        "output",
    ]
    for j in range(3):
        layer = session.network.layers[0]
        assert rows[j][1:] == [f"{v:.3f}" for v in (layer.biases[j], *layer.weights[j])]
    last = session.network.layers[1]
    assert rows[3][1:] == [*(f"{v:.3f}" for v in (last.biases[0], *last.weights[0])), ""]


def test_the_card_of_a_neuron_has_its_curve_over_the_sums_of_the_training_points():
    session = Session()
    session.train(2)
    card = curve_of(session, (1, 1))
    layers = plain.parameters(session.network)
    sums = [plain.passed(layers, x)[0][1][1].real for x in session.training_data.X.tolist()]
    assert (card.low, card.high) == pytest.approx((min(sums), max(sums)))
    assert card.a == pytest.approx([math.tanh(z) for z in card.z])
    assert card.z[0] <= min(sums)
    assert card.z[-1] >= max(sums)


def test_the_curve_of_softmax_is_told_with_both_ends_of_its_sums():
    session = Session(Settings(output="softmax, cross-entropy"))
    card = curve_of(session, (2, 0))
    assert card.text.endswith(f"z runs from {card.low:.2f} to {card.high:.2f}.")


def test_the_plan_names_every_node_and_what_may_be_changed():
    session = Session(Settings().changed(problem="several classes"))
    plan = plan_of(session, Looks(hide=("layers",)))
    assert plan.on == ["X1", "X2"]
    assert [len(layer.nodes) for layer in plan.layers] == [4, 2, 3]
    assert plan.layers[2].nodes == ["output one", "output two", "output three"]
    assert plan.change == {"layers": False, "features": True, "weights": True, "dataset": True}
    assert plan.kind == "classes"
    facts = facts_of(session, Looks(), frames.frame(session))
    assert facts.map_kind == "classes"
    assert "high" not in facts.sentence


# The playground, driven by its controls.


def test_every_control_sets_its_setting_and_the_picture_follows():
    playground = Playground()
    for name, value in {
        "learning_rate": 0.3, "activation": "relu", "regularization": "L2",
        "regularization_rate": 0.1, "output": "sigmoid, cross-entropy", "ratio": 70, "noise": 25,
        "batch_size": 3, "weight_seed": 4, "data_seed": 5, "weights": "zero",
        "problem": "regression",
    }.items():  # fmt: skip
        sent = playground.handshake.sent
        playground.controls[name].value = value
        assert getattr(playground.session.settings, name) == value
        assert playground.handshake.sent == sent + 1, name
        assert playground.picture.trouble == ""
    assert playground.controls["output"].options == (("linear, quadratic", "linear, quadratic"),)
    assert playground.picture.plan["dataset"] == "plane"


def test_every_setting_shows_in_its_control():
    playground = Playground()
    for problem in ("several classes", "regression", "classification"):
        said = playground.set(
            problem=problem, learning_rate=10, noise=50, batch_size=1, hidden=(2, 3), ratio=90
        )
        assert said == "Set."
        for name in SETTINGS:
            assert playground.controls[name].value == getattr(playground.session.settings, name)


def test_the_menus_have_the_values_of_the_settings():
    controls = Playground().controls
    for name, values in {
        "learning_rate": RATES, "regularization_rate": REGULARIZATION_RATES,
        "regularization": REGULARIZATIONS, "activation": ACTIVATIONS, "problem": DATASETS,
        "output": OUTPUTS["classification"], "weights": WEIGHTS, "speed": SPEEDS.values(),
    }.items():  # fmt: skip
        options = [each[1] if isinstance(each, tuple) else each for each in menu(controls[name])]
        assert options == list(values), name
    for name, values in {"ratio": RATIOS, "noise": NOISES, "batch_size": BATCH_SIZES}.items():
        control = controls[name]
        assert list(range(control.min, control.max + 1, control.step)) == list(values)
    rates = [label for label, _ in controls["learning_rate"].options]
    assert rates[:3] == ["0.00001", "0.0001", "0.001"]


def menu(control):
    options = control.options
    return list(options.items()) if isinstance(options, dict) else options


def test_step_reset_and_regenerate():
    playground = Playground()
    start, points = playground.network, playground.picture.points
    playground.controls["step"].click()
    assert playground.session.epoch == 1
    assert playground.picture.facts["numbers"][0] == ("Epoch", "000,001")
    learnt = playground.network
    playground.controls["regenerate"].click()
    assert playground.network is learnt
    assert playground.picture.points != points
    playground.controls["reset"].click()
    assert playground.session.epoch == 0
    assert playground.network != start
    assert playground.controls["weight_seed"].value == 1


def hear(playground, kind, **message):
    playground._heard(None, {"kind": kind, **message}, [])


def test_what_the_view_says_is_done():
    playground = Playground()
    hear(playground, "grow", layer=0, by=1)
    hear(playground, "layers", by=1)
    assert playground.network.sizes == (2, 5, 2, 2, 1)
    hear(playground, "layers", by=-1)
    hear(playground, "grow", layer=1, by=-1)
    assert playground.network.sizes == (2, 5, 1, 1)
    hear(playground, "feature", name="X1X2")
    assert playground.session.settings.features == ("X1", "X2", "X1X2")
    hear(playground, "feature", name="X1")
    assert playground.session.settings.features == ("X2", "X1X2")
    hear(playground, "dataset", name="spiral")
    assert playground.session.settings.dataset == "spiral"
    hear(playground, "edit", layer=0, node=4, weight=1, value="−0,25")
    assert playground.network.layers[0].weights[4, 1] == -0.25
    hear(playground, "edit", layer=0, node=4, weight=None, value="1e-3")
    assert playground.network.layers[0].biases[4] == 0.001
    hear(playground, "show", layer=-1, node=6)
    assert playground.picture.facts["map_title"] == "Feature sin(X2)"
    hear(playground, "show", layer=0, node=4)
    assert playground.picture.facts["map_title"] == "Output of layer 1, neuron 5"
    hear(playground, "select", layer=0, node=4)
    assert playground.picture.facts["card"] == "0/4"
    hear(playground, "grow", layer=0, by=-1)
    assert (playground.looks.shown, playground.looks.card) == (None, None)
    hear(playground, "want", what="table", on=True)
    assert playground.picture.table == weight_table(playground.session)
    assert playground.picture.trouble == ""


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("edit", {"layer": 0, "node": 0, "weight": 0, "value": "many"}),
        ("edit", {"layer": 0, "node": 0, "weight": 0, "value": "nan"}),
        ("edit", {"layer": 0, "node": 0, "weight": 0, "value": "1e999"}),
        ("edit", {"layer": 9, "node": 0, "weight": 0, "value": "1"}),
        ("grow", {"layer": 9, "by": 1}),
        ("grow", {"layer": 0, "by": 9}),
        ("grow", {"layer": 0, "by": -4}),
        ("feature", {"name": "X9"}),
        ("dataset", {"name": "plane"}),
        ("grow", {}),
    ],
)
def test_a_mistake_is_one_line_that_stays_until_something_goes_well(kind, message):
    playground = Playground()
    playground.session.train(2)
    before = kept(playground.session)
    hear(playground, kind, **message)
    assert playground.picture.trouble.startswith("That did not work: ")
    assert "\n" not in playground.picture.trouble
    assert kept(playground.session) == before
    playground.show()  # as with the next frame, while it plays
    assert playground.picture.trouble.startswith("That did not work: ")
    playground.controls["step"].click()
    assert playground.picture.trouble == ""
    assert playground.session.epoch == 3


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("show", {"layer": 0, "node": 1}),
        ("show", {"layer": None, "node": None}),
        ("select", {"layer": None, "node": None}),
        ("want", {"what": "table", "on": True}),
    ],
)
def test_looking_around_leaves_the_line_of_a_mistake(kind, message):
    playground = Playground()
    hear(playground, "edit", layer=0, node=0, weight=0, value="abc")
    hear(playground, kind, **message)
    assert "'abc' is not a number" in playground.picture.trouble
    hear(playground, "edit", layer=0, node=0, weight=0, value="0.5")
    assert playground.picture.trouble == ""


def test_of_two_messages_in_the_wrong_order_the_newer_one_counts():
    """The kernel hears the view in two threads, and either may be the faster one."""
    playground = Playground()
    first = playground.network.layers[0].weights[0, 1]
    for at, node, value in ((2, 1, "2"), (1, 0, "1")):
        hear(playground, "show", layer=0, node=node, at=at)
        hear(playground, "select", layer=0, node=node, at=at)
        hear(playground, "edit", layer=0, node=0, weight=0, value=value, at=at)
    assert playground.looks.shown == playground.looks.card == (0, 1)
    assert playground.network.layers[0].weights[0].tolist() == [2, first]
    hear(playground, "edit", layer=0, node=0, weight=1, value="1", at=1)  # of another weight
    assert playground.network.layers[0].weights[0].tolist() == [2, 1]
    hear(playground, "dataset", name="xor", at=2)
    hear(playground, "dataset", name="gauss", at=1)
    assert playground.session.settings.dataset == "xor"
    hear(playground, "grow", layer=0, by=1, at=2)
    hear(playground, "grow", layer=0, by=1, at=1)  # each click counts, whichever comes first
    assert playground.session.settings.hidden == (6, 2)


def test_a_place_to_show_that_is_not_there_is_forgotten():
    playground = Playground()
    for place in ((9, 0), (-1, 9), (0, -1), (-2, 0), (0, 99)):
        hear(playground, "show", layer=place[0], node=place[1])
        assert playground.looks.shown is None
        hear(playground, "select", layer=place[0], node=place[1])
        assert playground.looks.card is None
        assert playground.picture.trouble == ""


def test_an_own_network_with_large_layers_can_be_made_smaller_by_hand():
    playground = Playground()
    playground.use(net(2, 16, 12, 1))
    hear(playground, "grow", layer=0, by=-1)
    assert playground.network.sizes == (2, 7, 8, 1)
    assert playground.picture.trouble == ""
    playground.use(net(2, 16, 1))
    playground.controls["activation"].value = "relu"
    assert playground.network.sizes == (2, 8, 1)
    playground.use(net(2, 16, 1))
    playground.controls["clear"].click()
    assert playground.picture.trouble == ""


def test_the_last_layer_and_the_last_feature_stay():
    playground = Playground(features=("X1",), hidden=())
    hear(playground, "feature", name="X1")
    assert "leave at least one" in playground.picture.trouble
    hear(playground, "layers", by=-1)
    assert playground.network.sizes == (1, 1)


@pytest.mark.parametrize("name", HIDEABLE)
def test_what_an_instructor_hides_is_gone_and_comes_back(name):
    playground = Playground(hide=(name,))
    shown = [playground.controls.get(name), playground.controls.drawers.get(name)]
    for widget in shown:
        assert widget is None or widget.layout.display == "none"
    if name in playground.picture.plan["change"]:
        assert not playground.picture.plan["change"][name]
    playground.controls.boxes[name].value = True
    for widget in shown:
        assert widget is None or widget.layout.display is None
    assert playground.looks.hide == ()
    assert all(playground.picture.plan["change"].values())


def test_what_cannot_be_hidden_is_told():
    with pytest.raises(ValueError, match="nothing called 'all' to hide"):
        Playground(hide=("all",))
    assert Playground(hide="play").looks.hide == ("play",)


def test_how_it_looks_changes_nothing_that_is_learnt():
    playground = Playground()
    before = kept(playground.session)
    playground.controls["test"].value = True
    playground.controls["discrete"].value = True
    playground.controls["links"].value = "gradients"
    playground.controls["speed"].value = 20
    facts = playground.picture.facts
    assert (facts["test"], facts["discrete"], facts["links"]) == (True, True, "gradients")
    assert kept(playground.session) == before


def test_no_more_frames_are_sent_than_the_browser_can_take():
    playground = Playground()
    playground.controls["speed"].value = 2
    hear(playground, "opened")
    sent = playground.handshake.sent
    for _ in range(3 * AHEAD):
        assert playground.frame() is True
    assert playground.handshake.sent == sent + AHEAD
    assert playground.session.epoch == AHEAD * playground.looks.speed
    hear(playground, "seen", number=sent + 3)
    for _ in range(3 * AHEAD):
        playground.frame()
    assert playground.handshake.sent == sent + AHEAD + 3
    playground.handshake.last_ack -= PATIENCE
    assert playground.frame() is False
    hear(playground, "seen", number=playground.handshake.sent)
    assert playground.frame() is True


def test_a_frame_of_a_training_that_diverges_is_the_last_and_says_why():
    playground = Playground(problem="regression", learning_rate=10)
    while playground.frame():
        hear(playground, "seen", number=playground.handshake.sent)
        assert playground.handshake.sent < 300
    assert playground.picture.trouble.startswith("Diverged in epoch")
    playground.controls["learning_rate"].value = 0.01
    playground.controls["reset"].click()
    assert playground.picture.trouble == ""


def test_playing_without_a_notebook_is_one_line():
    playground = Playground()
    playground.controls["play"].click()
    assert "Play needs a notebook" in playground.picture.trouble
    playground = Playground(problem="my points")
    playground.controls["play"].click()
    assert "no points to learn from" in playground.picture.trouble
    playground.controls["step"].click()
    assert "no points to learn from" in playground.picture.trouble


def test_while_it_plays_controls_follow_and_mistakes_stay_to_be_read():
    playground = Playground()
    playground.player.playing = True
    hear(playground, "opened")
    sent = playground.handshake.sent
    playground.controls["problem"].value = "regression"
    assert playground.controls["output"].value == "linear, quadratic"
    assert playground.handshake.sent == sent  # the next frame shows it
    playground.set(noise=20)
    assert playground.controls["noise"].value == 20
    hear(playground, "edit", layer=0, node=0, weight=0, value="?")
    hear(playground, "turn", turn=0)  # after changes of controls, which may be held back
    playground.frame()
    assert "'?' is not a number" in playground.picture.trouble
    assert len(playground.picture.big) == frames.QUICK**2
    playground.controls["noise"].value = 25
    playground.frame()
    assert playground.picture.trouble == ""


def test_why_training_has_ended_is_told_beside_a_mistake():
    playground = Playground(problem="regression", learning_rate=10)
    playground.player.playing = True
    hear(playground, "opened")
    hear(playground, "edit", layer=0, node=0, weight=0, value="?")
    while playground.frame():
        hear(playground, "seen", number=playground.handshake.sent)
    assert "'?' is not a number" in playground.picture.trouble
    assert "Diverged in epoch" in playground.picture.trouble


def test_new_points_are_sent_whenever_there_are_some():
    playground = Playground()
    playground.player.playing = True
    hear(playground, "opened")
    for _ in range(30):
        for _ in range(3):
            playground.controls["regenerate"].click()
        playground.frame()
        hear(playground, "seen", number=playground.handshake.sent)
        assert playground.picture.points == points_of(playground.session)


def test_two_playgrounds_have_nothing_in_common():
    one, other = Playground(), Playground()
    before, facts = kept(other.session), dict(other.picture.facts)
    one.set(dataset="spiral", hidden=(8, 8), learning_rate=1)
    one.controls["step"].click()
    one.controls["test"].value = True
    one.use(net(2, 3, 1))
    hear(one, "edit", layer=0, node=0, weight=0, value="x")
    assert kept(other.session) == before
    assert other.picture.facts == facts
    assert (other.picture.trouble, other.controls["test"].value) == ("", False)


def test_an_own_network_is_used_by_its_name_in_the_notebook(monkeypatch):
    names = {"mine": net(2, 3, 1), "number": 3, "_hidden": net(2, 2, 1)}
    monkeypatch.setattr("toynn_course.playground.notebook._names", lambda: names)
    playground = Playground()
    playground.controls.drawers["own"].value = True
    assert playground.controls["name"].placeholder == "such as mine"
    playground.controls["name"].value = " mine "
    playground.controls["use"].click()
    assert playground.network is names["mine"]
    for wrong in ("", "yours"):
        playground.controls["name"].value = wrong
        playground.controls["use"].click()
        assert "nothing called" in playground.picture.trouble
    playground.controls["name"].value = "number"
    playground.controls["use"].click()
    assert "expected an Activation" in playground.picture.trouble
    assert playground.network is names["mine"]


def test_controls_that_are_moved_from_several_threads_leave_one_whole_state():
    playground, errors = Playground(hidden=(2,), ratio=10), []

    def work(seed):
        rng = random.Random(seed)  # noqa: S311 - for no secrets
        try:
            for _ in range(12):
                playground.controls["step"].click()
                playground.controls["learning_rate"].value = rng.choice(RATES)
                playground.controls["regenerate"].click()
                hear(playground, "grow", layer=0, by=rng.choice((1, -1)))
                playground.frame()
                hear(playground, "seen", number=playground.handshake.sent)
        except Exception as error:  # noqa: BLE001 - it is told below
            errors.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert errors == []
    playground.show()
    session = playground.session
    assert session.network.sizes == (2, *session.settings.hidden, 1)
    assert playground.controls["learning_rate"].value == session.settings.learning_rate
    assert playground.picture.points == points_of(session)
    again = Playground()
    again.load(playground.state)
    assert again.network == session.network


def test_frame_after_frame_needs_no_more_memory():
    playground = Playground(hidden=(2,), ratio=10, batch_size=30)
    playground.controls["speed"].value = 1
    playground.session.train(840)  # the chart is full, and is next thinned out after 1,600

    def play(times):
        for _ in range(times):
            playground.frame()
            playground.handshake.acknowledge(playground.handshake.sent)
        gc.collect()
        return len(gc.get_objects())

    objects = play(20)
    assert play(150) - objects < 150
    tracemalloc.start()
    try:
        play(60)  # what is kept from frame to frame is now traced
        before, _ = tracemalloc.get_traced_memory()
        play(150)
        # 500 bytes a frame, of which the chart takes some 50; one map has 10,000
        assert tracemalloc.get_traced_memory()[0] - before < 75_000
    finally:
        tracemalloc.stop()
    assert playground.session.epoch == 1220


def test_what_stays_in_the_file_is_a_sentence():
    assert repr(Playground()).startswith("Run this cell")


def test_a_network_of_the_readers_own_for_amounts_is_drawn_as_its_points_are():
    session = Session(Settings().changed(problem="my points"))
    session.set_points(Points(np.eye(4, 2), np.array([0, 0.5, 1, 0.25]), ()))
    session.use(Network([Layer([[0.0, 0.0]], [0.5], "relu")]))
    assert set(frames.frame(session).big) == {shade(0.5)}
    session.set_points(Points(np.eye(4, 2), np.array([0.0, 1, 1, 0])))
    session.use(Network([Layer([[0.0, 0.0]], [0.25], "relu")]))
    assert set(frames.frame(session).big) == {shade(-0.5)}  # half way from the border to low
