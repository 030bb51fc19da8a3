"""What a learner does with a kernel, step by step: with a kernel that is none."""

import asyncio
import os
import random

import pytest

from hub.load import learner
from hub.load.kernel import Answer
from hub.load.playing import Play

RNG = random.Random(0)  # noqa: S311 - for pauses, not for secrets
TWO = learner.Plan(cells=("1", "2"), folder="toynn/notebooks", think=0, limit=60, play=0)


class Kernel:
    """Answers each cell with the next of some Answers, and has shown these widgets."""

    def __init__(self, *answers, comms=None):
        self.answers, self.comms, self.ran = iter(answers), comms or {}, []

    async def run(self, source, limit):
        assert limit == 60
        self.ran.append(source)
        return next(self.answers)


def run(kernel, **changed):
    """The Lesson of a learner whose server is this very process."""
    lesson = learner.Lesson("learner0", pid=os.getpid())
    plan = learner.Plan(**{**vars(TWO), **changed})
    asyncio.run(learner._run_cells(kernel, lesson, plan, RNG))
    return lesson


def test_every_cell_is_run_in_its_order_and_timed():
    kernel = Kernel(Answer(0.5), Answer(0.25))
    lesson = run(kernel)
    assert kernel.ran == ["1", "2"]
    assert lesson.cells == [0.5, 0.25]
    assert lesson.errors == []
    assert lesson.working > 0


def test_an_error_says_which_cell_it_was_and_the_next_is_run_all_the_same():
    lesson = run(Kernel(Answer(0.5, "NameError: x"), Answer(0.25)))
    assert lesson.errors == ["code cell 0: NameError: x"]
    assert lesson.cells == [0.5, 0.25]


def test_after_a_cell_without_an_answer_nothing_more_is_asked():
    kernel = Kernel(Answer(60.1, "no answer within 60 s"), Answer(0.25))
    lesson = run(kernel)
    assert kernel.ran == ["1"]
    assert lesson.errors == ["code cell 0: no answer within 60 s"]


def test_the_playground_is_played_with_once_and_not_counted_as_work(monkeypatch):
    played = []

    async def play(kernel, seconds, processor):
        played.append(seconds)
        return Play(frames=20, epochs=80, megabytes=0.2, cores=0.5)

    monkeypatch.setattr(learner.playing, "play", play)
    monkeypatch.setattr(learner, "_processor", lambda lesson: 100.0)
    lesson = run(Kernel(Answer(1), Answer(1), comms={"screen": {"facts": {}}}), play=30)
    assert played == [30]
    assert lesson.working == pytest.approx(100 - 0.5 * 30)


def test_who_asks_to_play_without_a_playground_is_told():
    lesson = run(Kernel(Answer(1), Answer(1)), play=30)
    assert lesson.errors == ["the notebook has shown no playground: leave out --play"]


class Nobody:
    """A client whose hub refuses everything."""

    async def ask(self, method, path, **_):
        raise ConnectionRefusedError("nobody listens")


def test_what_goes_wrong_at_the_start_is_kept_as_an_error_of_this_learner():
    lesson = asyncio.run(learner.learn(Nobody(), "learner0", TWO, RNG))
    assert lesson.errors == ["ConnectionRefusedError: nobody listens"]
    assert lesson.server is lesson.kernel is None
