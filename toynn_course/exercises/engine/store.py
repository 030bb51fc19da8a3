"""Keep what the reader answered in a small file beside the notebook, and nowhere else.

Each answer is one line of JSON, added at the end of the file in one go, so that two notebooks that
are open at once lose nothing of each other's. A line of another kind has the reader's own number.
"""

import contextlib
import json
import os
import secrets
import sys
from datetime import datetime
from pathlib import Path

from toynn_course.exercises.engine.card import Card

FOLDER = Path(".toynn")  # in the folder that the notebook runs in
FILE = FOLDER / "answers.txt"  # JupyterLite would take a name with "json" in it for one JSON value
PLACE = (
    "the storage of this browser"
    if sys.platform == "emscripten"
    else f"the file {FILE.as_posix()} in this folder"
)
OLD_FILE = FOLDER / "answers.jsonl"  # what it was called at first: read, and not written any more


def keep(question, answer, **more):
    """Add an answer to the file. Returns "", or a sentence if it cannot be kept.

    question : the id of a prediction, a quiz or an explanation
    answer : the reader's text; for a quiz a dict of texts by question
    more : what else to keep, such as the confidence
    """
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        _append([{"question": question, "answer": answer, **more, "when": when}])
    except OSError as error:
        return f"Your answer could not be kept in {FILE.as_posix()}: {error.strerror or error}."
    return ""


def kept(question=None):
    """The answers that are kept, oldest first; only those to one question if it is given.

    Returns (list of dicts, "" or a sentence about a file that cannot be read).
    """
    records, trouble = _records()
    answers = [each for each in records if "question" in each]
    return [each for each in answers if question in (None, each["question"])], trouble


def reader():
    """A random number of the reader's own, drawn on first use; "" where nothing can be kept."""
    if not _numbers():
        with contextlib.suppress(OSError):
            _append([{"reader": secrets.token_hex(8)}])
    return next(iter(_numbers()), "")  # two notebooks may draw at once: the first line counts


def _numbers():
    return [each["reader"] for each in _records()[0] if "reader" in each]


class Answers:
    """Your own answers to the questions: answers() shows them, answers.forget() removes them."""

    def __call__(self):
        """Show what is kept."""
        answers, trouble = kept()
        lines = [_line(each) for each in _latest(answers)] or ["No answers are kept yet."]
        where = f"They are in {PLACE}, and nowhere else. `answers.forget()` removes them."
        return Card("Your answers.", (*filter(None, [trouble]), *lines, *[where] * bool(answers)))

    def forget(self, question=None):
        """Remove the answers to a question; without one, everything that is kept."""
        before = len(kept()[0])
        try:
            for file in (OLD_FILE, FILE):
                _remove(file, question)
        except OSError as error:
            return Card(f"Your answers could not be removed: {error.strerror or error}.")
        return Card(f"Removed: {before - len(kept()[0])} of {before} answers.")

    def __repr__(self):
        return "answers() shows your answers, answers.forget() removes them."


answers = Answers()


# --- the files


def _records():
    """The lines of both files, and a sentence about what cannot be read."""
    found = [_records_in(file) for file in (OLD_FILE, FILE)]
    troubles = dict.fromkeys(trouble for _, trouble in found if trouble)
    return [each for records, _ in found for each in records], " ".join(troubles)


def _records_in(file):
    """The lines of one file; if some are damaged, the file is set aside and the others are kept."""
    try:
        lines = file.read_bytes().splitlines()
    except FileNotFoundError:
        return [], ""
    except OSError as error:
        return [], f"Your answers in {FOLDER} cannot be read: {error.strerror or error}."
    records = [_record(line) for line in lines if line.strip()]
    good = [record for record in records if record]
    return good, _set_aside(file, good) if len(good) < len(records) else ""


def _record(line):
    """What a line says, or None if it is damaged."""
    try:
        record = json.loads(line)
    except ValueError:  # no JSON, or no text at all
        return None
    if not isinstance(record, dict):
        return None
    question, answer = record.get("question"), record.get("answer")
    is_answer = isinstance(question, str) and isinstance(answer, str | dict)
    return record if is_answer or isinstance(record.get("reader"), str) else None


def _append(records, file=FILE):
    """Add lines to the end of a file."""
    file.parent.mkdir(exist_ok=True)
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    with file.open("ab", buffering=0) as out:  # unbuffered: one write, which others cannot split
        # A browser may send half of an emoji; json.loads reads it back the same way.
        out.write(("\n" * _is_cut_off(file) + text).encode("utf-8", "surrogatepass"))


def _is_cut_off(file):
    """Whether the last line was not written to its end."""
    with file.open("rb") as lines:
        if lines.seek(0, os.SEEK_END) == 0:
            return False
        lines.seek(-1, os.SEEK_END)
        return lines.read(1) != b"\n"


def _remove(file, question):
    """Take the answers to one question out of a file; without one, remove the file."""
    left = [each for each in _records_in(file)[0] if question and each.get("question") != question]
    if not left:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            file.unlink()
        return
    rest = file.with_name(f"{file.name}.rest")
    try:
        rest.unlink(missing_ok=True)
        _append(left, rest)
        rest.replace(file)  # the old file is lost only once this one is complete
    finally:
        rest.unlink(missing_ok=True)


def _set_aside(file, good):
    """Move a damaged file out of the way, and go on with what could be read of it."""
    number = 1
    while (aside := file.with_name(f"answers-damaged-{number}.txt")).exists():
        number += 1
    try:
        file.rename(aside)
        if good:
            _append(good, file)
    except OSError as error:
        return f"{file.as_posix()} is damaged, and cannot be set aside: {error.strerror or error}."
    found = sum("question" in each for each in good)
    return (
        f"Some of your answers could not be read. The file is kept as {aside.name}; answers found "
        f"in it and still used: {found}."
    )


# --- the answers in words


def _latest(answers):
    """The answers without the states of an explanation that a later tick has replaced."""
    last = {}
    for number, each in enumerate(answers):
        last[(each["question"], each["answer"]) if "ticks" in each else number] = each
    return list(last.values())


def _line(record):
    """One answer in words."""
    return f"{record['question']}: {_what(record)}. {str(record.get('when'))[:10]}"


def _what(record):
    """What was answered; of a quiz that tells nothing yet, only how many answers there are."""
    answer = record["answer"]
    if isinstance(answer, dict):
        return (
            f"{record['right']} of {len(answer)} right"
            if "right" in record
            else f"{len(answer)} answers"
        )
    if "ticks" in record:
        return f"“{answer}” (points ticked: {len(record['ticks'])})"
    return (
        f"{answer} ({record.get('confidence')}, {'right' if record.get('right') else 'not right'})"
    )
