"""Stills: what a page shows in place of controls, and never more than the reader may know yet."""

import re

import pytest

from toynn import Network
from toynn.datasets import digits
from toynn_course.exercises import PREDICTIONS, explain, predict, quiz
from toynn_course.exercises.challenge_cards import ChallengeCards
from toynn_course.explorers import DigitPad, LearningRateExplorer, Writer
from toynn_course.playground import Playground
from toynn_course.site.stills import still


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A folder in which nobody has answered anything."""
    monkeypatch.chdir(tmp_path)


def test_an_explorer_is_its_picture_with_its_alt_text():
    explorer = LearningRateExplorer()
    shown = still(explorer)
    assert f'alt="{explorer.picture.alt}"' in shown
    assert "Try it in your browser</a> to use its controls: Curve, Start at w," in shown


@pytest.mark.parametrize("name", ["00.array", "05.slow", "11.shift"])
def test_a_prediction_is_its_question_with_its_options_and_no_answer(name):
    shown = still(predict(name, then=LearningRateExplorer))
    for option in PREDICTIONS[name].options:
        assert f"<li>{option.text}</li>" in shown
        assert option.why not in shown
    assert shown.count("<img") == 1  # what opens is behind a fold
    assert shown.index("<details>") < shown.index("<img")


def test_a_quiz_is_all_its_questions():
    assert len(re.findall(r"Question \d\.", still(quiz("00.quiz")))) == 8


def test_an_explanation_is_its_question_without_the_model_answer():
    notepad = explain("05.why_small_steps")
    assert "Explain it." in still(notepad)
    assert notepad.explanation.model[:40] not in still(notepad)


def test_a_writer_has_been_trained_and_shows_what_it_writes():
    writer = Writer(["anna", "hanna", "johanna"] * 5, epochs=2)
    shown = still(writer)
    assert "2 of 2 epochs" in writer.picture.alt
    assert [word.text or "(nothing)" for word in writer.drawing.words] == re.findall(
        r"<tr><td>(.*?)</td>", shown
    )


def test_a_pad_shows_an_example_and_what_the_network_says_of_it():
    network = Network.random((64, 10), output_activation="softmax", rng=0)
    shown = still(DigitPad(network, examples=digits()[:5]))
    digit = network(digits().X[0]).argmax()
    assert f"Row 0 of the examples is a {digits().labels[0]}. The network says {digit} " in shown
    assert 'alt="The pad with one of the examples on it.' in shown


def test_playground_pad_and_cards_have_words():
    play = Playground()
    pad = DigitPad(Network.random((64, 10), output_activation="softmax", rng=0))
    assert 'alt="The playground' in still(play)
    assert "draw a digit" in still(pad)
    assert still(ChallengeCards(play)).count("<li>") > 5
