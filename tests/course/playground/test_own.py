"""The playground takes the reader's own network, activation and points, or says why not.

What is refused leaves everything as it was.
"""

import csv
import math
from datetime import UTC, datetime

import numpy as np
import pytest

from tests.course.playground.test_session import kept, trained
from toynn import Activation, Layer, Network
from toynn.activations import leaky_relu, softmax, step
from toynn_course.playground import Playground, Session, Settings
from toynn_course.playground.own import checked_activation, checked_points
from toynn_course.playground.problems import NO_POINTS, Points
from toynn_course.playground.reading import points_from

bump = Activation("bump", lambda z: np.exp(-(z**2)), lambda z: -2 * z * np.exp(-(z**2)), (0, 1))
wrong = Activation("wrong", np.tanh, lambda z: 1 - np.tanh(z))
root = Activation("root", np.sqrt, lambda z: 0.5 / np.sqrt(z))
cliff = Activation("cliff", np.tanh, lambda z: np.where(z > 4, np.nan, 1 - np.tanh(z) ** 2))
false_tanh = Activation("tanh", lambda z: z**3 / 9, lambda z: z**2 / 3)


def net(*sizes, activation="tanh", output="tanh"):
    return Network.random(sizes, activation=activation, output_activation=output, rng=3)


REFUSED = {
    "too many inputs": (net(3, 4, 1), "takes 3 inputs.*2 features.*X1, X2"),
    "too few inputs": (net(1, 4, 1), "takes 1 inputs"),
    "too many outputs": (net(2, 4, 2), "gives 2 outputs.*need 1"),
    "too many neurons": (net(2, 17, 1), "room for 6 hidden layers of 16"),
    "too many layers": (net(2, *[2] * 7, 1), "larger than the screen"),
    "a wrong derivative": (net(2, 4, 1, activation=wrong), "derivative of wrong.*correct f_prime"),
    "a wrong derivative at the end": (net(2, 4, 1, output=wrong), "derivative of wrong"),
    "NaN in a hidden layer": (net(2, 4, 1, activation=root), "f of root gives nan"),
    "no derivative": (net(2, 4, 1, activation=step), "step has no derivative"),
    "a taken name": (net(2, 4, 1, activation=false_tanh), "there is one of that name already"),
    "a taken name at the end": (
        net(2, 4, 1, output=false_tanh),
        "there is one of that name already",
    ),
    "an activation that gives NaN": (root, "f of root gives nan at z = -5.01"),
    "an activation with a wrong derivative": (wrong, "the slope of f is .* but f_prime gives"),
    "an activation whose derivative gives NaN": (cliff, "f_prime of cliff gives nan"),
    "an activation without a derivative": (step, "has no derivative"),
    "softmax in a hidden layer": (softmax, "has no derivative"),
    "an activation with a taken name": (false_tanh, "there is one of that name already"),
    "an activation called linear": (
        Activation("linear", lambda z: 2 * z, lambda z: 2 + 0 * z),
        "there is one of that name already",
    ),
    "a function": (np.tanh, "expected an Activation"),
    "a string": ("tanh", "is a str"),
    "a layer": (Layer([[1.0, 2.0]], [0.0]), "is a Layer"),
    "an answer that is no number": (Network([Layer([[1e308, 1e308]], [0.0], "identity")]), "."),
}


@pytest.mark.parametrize(("own", "why"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_refused_in_words_and_nothing_is_lost(own, why):
    session = trained(2, dataset="xor", learning_rate=0.1)
    session.edit(0, 0, 0, 1.5)
    before = kept(session)
    with pytest.raises((ValueError, TypeError), match=why):
        session.use(own)
    assert kept(session) == before
    session.train()
    assert session.epoch == 3


@pytest.mark.parametrize(("own", "why"), REFUSED.values(), ids=REFUSED)
def test_in_the_playground_that_is_one_line_and_the_returned_sentence(own, why):
    playground = Playground()
    before = kept(playground.session)
    said = playground.use(own)
    assert said == playground.picture.trouble
    assert said.startswith("That did not work: ")
    assert "\n" not in said
    assert kept(playground.session) == before
    assert playground.set(batch_size=5) == "Set."
    assert playground.picture.trouble == ""


def test_a_network_cannot_hold_what_is_no_number():
    for odd in (math.nan, math.inf):
        with pytest.raises(ValueError, match="finite"):
            Network([Layer([[odd, 1.0]], [0.0])])


@pytest.mark.parametrize(
    "network",
    [
        net(2, 1),
        net(2, 16, 16, 1),
        net(2, *[2] * 6, 1),
        net(2, 5, 1, activation=bump, output="sigmoid"),
        net(2, 5, 2, activation="relu", output="softmax"),
        net(2, 5, 1, activation=["softplus", bump], output="identity"),
        net(2, 3, 3, 1, activation=["relu", bump, "tanh"], output="tanh"),
    ],
    ids=str,
)
def test_a_network_that_fits_is_taken_as_it_is_and_reset_returns_to_it(network):
    session = trained(1)
    session.use(network)
    assert session.network is network
    assert (session.epoch, session.settings.activation) == (0, "own")
    assert session.settings.hidden == network.sizes[1:-1]
    session.train(2)
    assert session.network != network
    session.reset()
    assert session.network == network
    session.train()
    session.new_weights()
    assert session.network == network
    session.change(noise=20, learning_rate=0.1, batch_size=3, ratio=70, dataset="moons")
    assert session.network == network


def test_a_network_of_the_readers_own_makes_room_for_the_controls():
    session = Session()
    for change in (
        {"features": ("X1",)},
        {"activation": "relu"},
        {"hidden": (3,)},
        {"problem": "regression"},
        {"output": "softmax, cross-entropy"},
        {"weight_seed": 4},
    ):
        session.use(net(2, 16, 12, 1))
        session.change(**change)
        assert session.user_network is None
        assert max(session.settings.hidden) <= 8
        assert session.settings.activation in {"tanh", "relu"}
        session.train()
        session.change(features=("X1", "X2"), problem="classification")


def test_three_classes_need_three_outputs_of_softmax_also_from_a_network_of_the_readers_own():
    session = trained(1, problem="several classes")
    before = kept(session)
    for odd in (net(2, 4, 1), net(2, 4, 3, output="sigmoid"), net(2, 4, 2, output="softmax")):
        with pytest.raises(ValueError, match=r"softmax|outputs"):
            session.use(odd)
        assert kept(session) == before
    session.use(net(2, 4, 3, output="softmax"))
    session.train()


def test_amounts_cannot_be_shared_out_by_softmax():
    session = trained(1, problem="regression")
    with pytest.raises(ValueError, match="numbers as targets"):
        session.use(net(2, 4, 2, output="softmax"))
    session.train()


def test_a_data_set_for_which_the_own_network_has_too_few_outputs_is_refused_and_it_stays():
    network = net(2, 4, 2, output="softmax")
    session = Session(Settings(output="softmax, cross-entropy"))
    session.use(network)
    session.train()
    before, losses = kept(session), session.losses
    with pytest.raises(ValueError, match="gives 2 outputs"):
        session.change(problem="several classes")
    assert kept(session) == before
    assert session.losses == losses
    session.train()


def test_an_own_activation_is_in_the_menu_and_learns():
    playground = Playground(activations=[bump])
    assert playground.session.settings.activation == "tanh"
    assert ("bump", "bump") in playground.controls["activation"].options
    playground.controls["activation"].value = "bump"
    assert [layer.activation for layer in playground.network.layers[:2]] == [bump, bump]
    playground.session.train(3)
    assert playground.session.losses.training != playground.session.history[0].training
    assert playground.use(leaky_relu) == "leaky_relu is on the screen now."
    assert playground.controls["activation"].value == "leaky_relu"


def test_an_activation_made_anew_under_its_name_takes_the_place_of_the_old_one():
    session = Session(activations=[bump])
    session.change(activation="bump")
    again = Activation("bump", np.sin, np.cos)
    session.use(again)
    assert session.network.layers[0].activation is again


def test_an_activation_is_tried_where_it_rises_and_kinks_do_no_harm():
    for kind in (leaky_relu, bump, Activation("hat", np.abs, np.sign)):
        assert checked_activation(kind) is kind


# Points.


def write(folder, text, name="points.csv"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_points_are_added_where_the_reader_clicks_and_taken_away_where_they_are_nearest():
    session = Session(Settings().changed(problem="my points"))
    session.add_point(1, 1, 1)
    session.add_point(-7, 2, 0)
    session.add_point(0, -3, 1)
    assert session.my_points.places.tolist() == [[1, 1], [-6, 2], [0, -3]]
    assert session.my_points.targets.tolist() == [1, 0, 1]
    session.train(2)
    session.remove_point(-5, 5)
    assert session.my_points.places.tolist() == [[1, 1], [0, -3]]
    session.remove_point(0, 0)
    session.remove_point(0, 0)
    with pytest.raises(ValueError, match="no points of your own"):
        session.remove_point(0, 0)


def test_the_own_points_wait_while_other_data_is_looked_at():
    session = Session()
    places = np.array([[1.0, 2], [3, 4], [0, 0], [1, 1], [-2, 2], [4, 4]])
    session.set_points(Points(places, np.array([0.0, 1, 2, 0, 1, 2]), ("a", "b", "c")))
    assert session.settings.output == "softmax, cross-entropy"
    session.change(problem="regression")
    session.change(problem="my points")
    assert session.settings.output == "softmax, cross-entropy"
    assert session.points.places.tolist() == places.tolist()
    session.set_points(Points(places, places[:, 0] * 0.1, ()))
    session.change(problem="classification")
    session.change(problem="my points")
    assert session.settings.output == "linear, quadratic"
    session.train()


@pytest.mark.parametrize(
    "output",
    ["tanh, quadratic", "sigmoid, cross-entropy", "linear, quadratic"],
)
def test_an_output_that_three_classes_cannot_have_is_refused(output):
    session = Session()
    session.set_points(Points(np.eye(3, 2), np.arange(3.0), ("a", "b", "c")))
    before = kept(session)
    with pytest.raises(ValueError, match="choose softmax"):
        session.change(output=output)
    assert kept(session) == before


def test_an_own_network_stays_on_own_points_if_it_fits_them():
    session, network = Session(), net(2, 3, 1)
    session.use(network)
    session.add_point(1, 1, 1)
    session.add_point(2, 1, 0)
    assert session.network == network
    session.train()
    session.set_points(Points(np.eye(3, 2), np.arange(3.0), ("a", "b", "c")))
    assert session.user_network is None
    assert session.network.sizes == (2, 3, 3)
    session.train()


def test_an_own_network_goes_where_there_are_no_points_to_learn_from():
    playground = Playground()
    playground.use(net(2, 3, 1, output="sigmoid"))
    assert playground.set(problem="my points") == "Set."
    assert playground.session.user_network is None
    assert playground.session.settings.activation == "tanh"
    playground.session.add_point(1, 1, 1)
    playground.session.train()


OUTPUTS_SHOWN = {
    "tanh": "tanh, quadratic",
    "sigmoid": "sigmoid, cross-entropy",
    "softmax": "softmax, cross-entropy",
}


@pytest.mark.parametrize(("output", "shown"), OUTPUTS_SHOWN.items())
def test_the_menu_shows_the_output_of_an_own_network_and_the_network_stays(output, shown):
    playground, network = Playground(), net(2, 3, 2 if output == "softmax" else 1, output=output)
    playground.session.add_point(1, 1, 1)
    playground.session.add_point(2, 1, 0)
    for change in ({"problem": "classification"}, {"problem": "my points"}, {"noise": 5}):
        playground.use(network)
        assert playground.controls["output"].value == shown
        assert playground.set(**change) == "Set."
        assert playground.network == network
        assert playground.controls["output"].value == shown


def test_another_output_than_that_of_the_own_network_lets_it_go():
    session = Session()
    session.use(net(2, 3, 1, output="sigmoid"))
    session.change(output="tanh, quadratic")
    assert session.user_network is None
    assert session.output.name == "tanh"


CSV_CLASSES = "x1,x2,kind\n1,2,cat\n-1,0.5,dog\n3,-4,cat\n"
CSV_GOOD = {
    "words": (CSV_CLASSES, ("cat", "dog"), [0, 1, 0]),
    "quoted, as R and spreadsheets write": (
        '"x1","x2","kind"\n1,2,"cat"\n-1,0.5,"dog"\n3,-4,"cat"\n',
        ("cat", "dog"),
        [0, 1, 0],
    ),
    "from Windows": ("\ufeff" + CSV_CLASSES.replace("\n", "\r\n"), ("cat", "dog"), [0, 1, 0]),
    "spaces and an empty line": (
        "\nx1 , x2,kind\n1, 2 ,cat\n\n-1,0.5, dog\n3,-4,cat",
        ("cat", "dog"),
        [0, 1, 0],
    ),
    "0 and 1": ("a,b,c\n1,2,0\n-1,0.5,1\n3,-4,0\n", ("low", "high"), [0, 1, 0]),
    "-1 and 1": ("a,b,c\n1,2,-1\n-1,0.5,1\n3,-4,-1\n", ("low", "high"), [0, 1, 0]),
    "whole numbers": ("a,b,c\n1,2,7\n-1,0.5,3\n3,-4,5\n", ("3", "5", "7"), [2, 0, 1]),
    "amounts": ("a,b,c\n1,2,0.25\n-1,0.5,1\n3,-4,-2\n", (), [0.25, 1, -2]),
    "one word": ("a,b,c\n1,2,cat\n-1,0.5,cat\n3,-4,cat\n", ("cat",), [0, 0, 0]),
}


@pytest.mark.parametrize(("text", "classes", "targets"), CSV_GOOD.values(), ids=CSV_GOOD)
def test_points_come_from_a_file(tmp_path, text, classes, targets):
    playground = Playground()
    said = playground.load_points(write(tmp_path, text))
    assert said == "The points are on the screen now."
    points = playground.session.points
    assert points.places.tolist() == [[1, 2], [-1, 0.5], [3, -4]]
    assert points.targets.tolist() == targets
    assert points.classes == classes
    assert playground.session.settings.problem == "my points"
    playground.session.train(2)
    playground.show()
    assert (playground.session.accuracy is None) == (not classes)


CSV_WRONG = {
    "a value is missing": ("x1,x2,y\n1,,0\n", "line 2.*'x2' is missing"),
    "a line is short": ("x1,x2,y\n1,2,0\n1,2\n", "line 3: the number of values is 2"),
    "two columns": ("x1,y\n1,0\n", "2 columns.*expected three"),
    "four columns": ("x1,x2,x3,y\n1,2,3,0\n", "4 columns.*expected three.*leave out"),
    "nothing": ("", "0 columns.*separated by commas"),
    "names alone": ("x1,x2,y\n", "no rows"),
    "a word in x1": ("x1,x2,y\n1,2,a\nfar,2,b\n", "line 3.*'x1' is 'far'"),
    "NaN in x2": ("x1,x2,y\n1,nan,a\n", "'x2' is 'nan'"),
    "infinity": ("x1,x2,y\ninf,1,a\n", "'x1' is 'inf'"),
    "words and numbers": ("x1,x2,y\n1,2,a\n1,2,3\n", "'y' is 'a'"),
    "no names": ("1,2,0\n3,4,1\n5,6,0\n", "names of the columns"),
    "a name twice": ("x,x,y\n1,2,0\n", "each column once"),
    "semicolons": ("x1;x2;y\n1;2;0\n", "1 column .*separated by commas"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe,\x00,", "."),
    "UTF-16": ("x1,x2,y\n1,2,a\n".encode("utf-16"), "."),
    "Latin-1": ("x1,x2,y\n1,2,caf\xe9\n".encode("latin-1"), "UTF-8"),
    "zeros": (b"\0" * 999, "."),
    "eight classes": (
        "x1,x2,y\n" + "".join(f"1,2,{word}\n" for word in "abcdefgh"),
        "8 classes are too many.* 2000 points of 7",
    ),
    "too many points": ("x1,x2,y\n" + "1,2,a\n1,3,b\n" * 1001, "2002 points"),
}


@pytest.mark.parametrize(("text", "why"), CSV_WRONG.values(), ids=CSV_WRONG)
def test_a_file_of_another_form_is_refused_in_one_line_and_nothing_is_lost(tmp_path, text, why):
    path = write(tmp_path, text)
    with pytest.raises(ValueError, match=why):
        checked_points(points_from(path))
    playground = Playground(dataset="xor")
    playground.session.train(2)
    before, shown = kept(playground.session), dict(playground.picture.facts)
    said = playground.load_points(path)
    assert said == playground.picture.trouble
    assert said.startswith("That did not work: ")
    assert "\n" not in said
    assert len(said) < 500
    assert kept(playground.session) == before
    assert playground.picture.facts == shown


def test_a_file_that_is_not_there_or_a_folder_is_one_line(tmp_path):
    playground = Playground()
    for path in (tmp_path / "none.csv", tmp_path):
        said = playground.load_points(path)
        assert said.startswith("That did not work: ")
        assert path.name in said


def upload(playground, name, content):
    playground.controls["csv"].value = (
        {
            "name": name,
            "type": "text/csv",
            "size": len(content),
            "content": memoryview(content),
            "last_modified": datetime(2024, 1, 1, tzinfo=UTC),
        },
    )


def test_a_file_is_uploaded_and_a_wrong_one_is_called_by_its_name():
    playground = Playground()
    upload(playground, "pets.csv", CSV_CLASSES.encode())
    assert playground.session.points.classes == ("cat", "dog")
    assert playground.controls["problem"].value == "my points"
    before = kept(playground.session)
    upload(playground, "../../bad.csv", b"x1,x2\n1,2\n")
    assert "work: bad.csv has 2 columns" in playground.picture.trouble
    assert kept(playground.session) == before
    upload(playground, "..", b"x")
    assert playground.picture.trouble.startswith("That did not work")


def test_the_same_file_can_be_uploaded_again_after_its_points_were_removed():
    playground = Playground()
    for _ in range(2):
        upload(playground, "pets.csv", CSV_CLASSES.encode())
        assert len(playground.session.points) == 3
        playground.controls["clear"].click()
        assert len(playground.session.points) == 0


def test_points_far_away_are_brought_onto_the_map():
    places = np.array([[1000.0, -3], [3000, 7], [2000, 2]])
    found = checked_points(Points(places, np.zeros(3))).places.tolist()
    assert found == [[-5, -5], [5, 5], [0, 0]]
    near = np.array([[6.0, -6], [0.5, 0.25]])
    assert checked_points(Points(near, np.zeros(2))).places.tolist() == near.tolist()
    once = checked_points(Points(places, np.zeros(3)))
    assert checked_points(once).places.tolist() == once.places.tolist()


def test_points_at_the_end_of_the_numbers_are_brought_onto_the_map_too():
    places = np.array([[1e308, 5], [-1e308, 5], [1e308, 5]])
    found = checked_points(Points(places, np.zeros(3))).places
    assert found.tolist() == [[5, 0], [-5, 0], [5, 0]]


def test_a_class_that_has_no_name_is_refused():
    with pytest.raises(ValueError, match="class 2, but there are 2"):
        checked_points(Points(np.zeros((1, 2)), np.array([2.0])))


@pytest.mark.parametrize("odd", [-1, 0.5])
def test_a_class_that_is_refused_is_the_one_that_there_is_not(odd):
    with pytest.raises(ValueError, match=f"class {odd}, but there are 2.*number the classes"):
        checked_points(Points(np.eye(2), np.array([odd, 1.0])))


def test_clicks_in_the_browser_add_and_remove_points_of_three_classes():
    playground = Playground(problem="my points")
    for n, kind in enumerate(("low", "high", "third")):
        playground.controls["kind"].value = kind
        playground._heard(None, {"kind": "point", "x": n, "y": -n}, [])
    assert playground.session.points.targets.tolist() == [0, 1, 2]
    assert playground.session.points.classes == ("low", "high", "third")
    assert playground.network.sizes == (2, 4, 2, 3)
    assert playground.controls["output"].value == "softmax, cross-entropy"
    playground.session.train()
    playground._heard(None, {"kind": "unpoint", "x": 9, "y": -9}, [])
    assert playground.session.points.targets.tolist() == [0, 1]
    playground.controls["clear"].click()
    assert len(playground.session.points) == 0
    assert playground.picture.facts["sentence"].startswith("No points yet.")
    playground._heard(None, {"kind": "unpoint", "x": 0, "y": 0}, [])
    assert "no points of your own" in playground.picture.trouble


def test_a_class_cannot_be_added_among_amounts():
    playground = Playground()
    playground.session.set_points(Points(np.eye(2), np.array([0.5, 0.25]), ()))
    before = kept(playground.session)
    playground._heard(None, {"kind": "point", "x": 1, "y": 1}, [])
    assert "amounts" in playground.picture.trouble
    assert kept(playground.session) == before


def test_no_points_at_all_are_fine():
    session = Session()
    session.set_points(NO_POINTS)
    assert len(session.points) == 0
    assert session.settings.problem == "my points"
    session.add_point(0, 0, 0)
    assert (len(session.training), len(session.test)) == (1, 1)
    session.train()


def test_a_csv_written_by_the_csv_module_comes_back(tmp_path):
    rng = np.random.default_rng(5)
    rows = [[*rng.uniform(-6, 6, 2).tolist(), "up" if rng.random() > 0.5 else "down, far"]
            for _ in range(30)]  # fmt: skip
    path = tmp_path / "made.csv"
    with path.open("w", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["east", "north", "way"], *rows])
    points = points_from(path)
    assert points.places.tolist() == [row[:2] for row in rows]
    assert [points.classes[int(t)] for t in points.targets] == [row[2] for row in rows]
