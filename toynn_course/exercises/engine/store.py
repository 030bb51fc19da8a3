"""Keep what the reader predicted in a small file beside the notebook, and nowhere else.

Each answer is one line of JSON, added at the end of the file in one go, so that two notebooks that
are open at once lose nothing of each other's.
"""

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path

from toynn_course.exercises.engine.card import Card

FILE = Path(".toynn", "answers.jsonl")  # in the folder that the notebook runs in


def keep(question, answer, **more):
    """Add an answer to the file. Returns "", or a sentence if it cannot be kept.

    question : the id of a prediction or a quiz
    answer : the text of an option; for a quiz a dict of such texts by question
    more : what else to keep, such as the confidence
    """
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        _append([{"question": question, "answer": answer, **more, "when": when}])
    except OSError as error:
        return f"Your answer could not be kept in {FILE}: {error.strerror or error}."
    return ""


def kept(question=None):
    """The answers in the file, oldest first; only those to one question if it is given.

    Returns (list of dicts, "" or a sentence about a file that cannot be read).
    """
    try:
        lines = FILE.read_bytes().splitlines()
    except FileNotFoundError:
        return [], ""
    except OSError as error:
        return [], f"{FILE} cannot be read: {error.strerror or error}."
    answers = [_answer(line) for line in lines if line.strip()]
    good = [answer for answer in answers if answer]
    trouble = _set_aside(good) if len(good) < len(answers) else ""
    return [each for each in good if question in (None, each["question"])], trouble


class Answers:
    """Your own answers to predictions and quizzes: answers() shows them, forget removes them."""

    def __call__(self):
        """Show what is kept."""
        answers, trouble = kept()
        lines = [_line(each) for each in answers] or ["No answers are kept yet."]
        where = (
            f"They are in the file {FILE.as_posix()} in this folder, and nowhere else. "
            "`answers.forget()` removes them."
        )
        return Card("Your answers.", (*filter(None, [trouble]), *lines, *[where] * bool(answers)))

    def forget(self, question=None):
        """Remove the answers to a question; without one, all of them."""
        answers, _ = kept()
        left = [each for each in answers if question not in (None, each["question"])]
        with contextlib.suppress(FileNotFoundError):
            FILE.unlink()
        if left:
            _append(left)
        return Card(f"Removed: {len(answers) - len(left)} of {len(answers)} answers.")

    def __repr__(self):
        return "answers() shows your answers, answers.forget() removes them."


answers = Answers()


def _append(records):
    """Add lines to the end of the file."""
    FILE.parent.mkdir(exist_ok=True)
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    with FILE.open("ab", buffering=0) as file:  # unbuffered: one write, which others cannot split
        file.write(("\n" * _is_cut_off() + text).encode())


def _is_cut_off():
    """Whether the last line was not written to its end."""
    with FILE.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _answer(line):
    """The answer in a line of the file, or None if it is damaged."""
    try:
        answer = json.loads(line)
    except ValueError:  # no JSON, or no text at all
        return None
    if not isinstance(answer, dict) or not isinstance(answer.get("question"), str):
        return None
    return answer if isinstance(answer.get("answer"), str | dict) else None


def _set_aside(good):
    """Move a damaged file out of the way, and go on with what could be read of it."""
    number = 1
    while (aside := FILE.with_name(f"answers-damaged-{number}.jsonl")).exists():
        number += 1
    try:
        FILE.rename(aside)
        if good:
            _append(good)
    except OSError as error:
        return f"{FILE} is damaged, and cannot be set aside: {error.strerror or error}."
    return (
        f"A part of your answers could not be read. The file is kept as {aside.name}; "
        f"{len(good)} answers were found in it and are used as before."
    )


def _line(record):
    """One answer in words."""
    if isinstance(record["answer"], dict):
        what = f"{record.get('right')} of {len(record['answer'])} right"
    else:
        right = "right" if record.get("right") else "not right"
        what = f"{record['answer']} ({record.get('confidence')}, {right})"
    return f"{record['question']}: {what}. {str(record.get('when'))[:10]}"
