"""The page of sizes: its tables are those of the measurements, and its arithmetic is right."""

import json
import re
from math import ceil
from pathlib import Path

import pytest

from hub import sizing

FOLDER = Path(__file__).parents[2] / "hub"
TEXT = (FOLDER / "sizing.md").read_text(encoding="utf-8")
RUNS = sizing.measured()


def table(heading):
    """The rows of the table below a heading, as lists of cells, without its head."""
    part = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", TEXT, flags=re.MULTILINE | re.DOTALL)[1]
    lines = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")]
    return lines[2:]


def test_the_tables_are_those_that_the_measurements_give():
    assert sizing.filled(TEXT, RUNS, sizing.once()) == TEXT, "run: python -m hub.sizing"


def test_at_least_six_learners_ran_both_notebooks_at_once_without_an_error():
    for notebook in ("05_gradient_descent.ipynb", "09_playground.ipynb"):
        asked = [run["asked"] for run in RUNS if run["asked"]["notebook"] == notebook]
        assert max(each["learners"] for each in asked) >= 6
    assert [run["errors"] for run in RUNS if run["errors"]] == []


def test_each_measured_column_is_what_its_file_says():
    rows = {row[0]: row[1:] for row in table("Measured")}
    (head,) = re.findall(r"^\|  \| (.*) \|$", TEXT, flags=re.MULTILINE)
    columns = [column.split(",")[0] for column in head.split(" | ")]
    files = list((FOLDER / "measured").glob("0*.json"))
    assert len(columns) == len(set(columns)) == len(files)
    for file in files:
        notebook, learners = file.stem.split("-")
        number = columns.index(f"{learners} × {notebook}")
        run = json.loads(file.read_text())
        memory, seconds = run["memory"], run["seconds"]["server"]
        kernel = f"{memory['kernel']['median']:.0f} ({memory['kernel']['most']:.0f})"
        assert rows["MB of memory, kernel"][number] == kernel
        server = f"{seconds['median']:.1f} ({seconds['most']:.1f})"
        assert rows["s until the server is ready"][number] == server


def largest(*names):
    """The largest value in any run of what is found under these names."""
    found = []
    for run in RUNS:
        value = run
        for name in names:
            value = value.get(name, {})
        found += [value] if value else []
    return max(found)


@pytest.mark.parametrize("row", table("Computed"), ids=lambda row: row[0])
def test_each_computed_row_follows_from_what_was_measured(row):
    n, memory, start, play, hub, disk, line, play_line = map(float, row)
    last = RUNS[-1]["memory"]
    once = json.loads((FOLDER / "measured" / "once.json").read_text())

    one = largest("memory", "server", "median") + 2 * largest("memory", "kernel", "median")
    assert memory == ceil((last["hub"] + last["proxy"] + n * one) * 1.25 / 1000)

    begin = [run["processor"] for run in RUNS]
    seconds = max(b["server_start"]["median"] + b["kernel_open"]["median"] for b in begin)
    assert start == ceil(n * seconds / 120)

    busy = max(run["processor"]["hub"] / run["asked"]["learners"] for run in RUNS)
    assert hub == pytest.approx(n * busy / 60, abs=0.05)

    (played,) = [run["play"] for run in RUNS if run["asked"]["play"]]
    frames = n / 3 * 10  # a third of the learners, ten frames a second
    assert play == ceil(frames * played["cores"]["median"] / played["frames"]["median"])
    megabytes = frames * played["megabytes"]["median"] / played["frames"]["median"]
    assert play_line == ceil(megabytes * 8)

    assert disk == ceil(n * once["home"] / 1000)
    page = once["page"] + largest("megabytes_received", "median")
    assert line == ceil(n * page * 8 / 300)


def test_the_page_says_what_the_computation_takes_for_granted():
    said = " ".join(TEXT.split())
    assert f"a server and {sizing.KERNELS} kernels" in said
    assert f"{sizing.RESERVE - 1:.0%} more" in said
    assert f"within {sizing.ARRIVING} seconds" in said
    assert f"{sizing.FRAMES} frames a second" in said
    assert pytest.approx(1 / 3) == sizing.PLAYING
    assert "a third of the learners play" in said
    assert f"within {sizing.LOADING} seconds" in said


def test_the_page_says_what_was_measured_by_hand():
    once, said = sizing.once(), " ".join(TEXT.split())
    assert f"a browser loads {once['page']:g} MB" in said
    assert f"at the second {once['page_again']:g} MB" in said
    assert f"A learner's folder takes {once['home']:g} MB" in said


def test_the_limits_leave_room_for_the_largest_learner_that_was_measured():
    held = largest("memory", "server_peak", "most") + 2 * largest("memory", "kernel_peak", "most")
    assert held < 1000
    one = largest("memory", "server", "median") + largest("memory", "kernel", "median")
    assert one < 400
