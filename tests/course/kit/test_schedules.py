"""Schedules: their minutes add up, and they speak of what there is."""

import csv
import io
import re

import pytest

from tests.notebooks.test_static import NOTEBOOKS
from toynn_course.exercises import EXPLANATIONS, PREDICTIONS
from toynn_course.kit.lessons import ROOT, lessons
from toynn_course.kit.schedules import BREAK, LONG, SCHEDULES, SHORT, clock, course_page
from toynn_course.kit.timing import log_table

PARTS = {f"{each.minutes}, {n}": part for each in SCHEDULES for n, part in enumerate(each.parts)}
each_part = pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)


def test_the_minutes_of_the_parts_add_up_to_the_session():
    assert sum(part.minutes for part in SHORT.parts) == 90 == SHORT.minutes
    assert sum(part.minutes for part in LONG.parts) == 3 * 60 + 45 == LONG.minutes


def test_each_part_begins_where_the_one_before_it_ends():
    for schedule in SCHEDULES:
        ends = [s + p.minutes for s, p in zip(schedule.starts, schedule.parts, strict=True)]
        assert schedule.starts == [0, *ends[:-1]]
    assert [clock(start) for start in SHORT.starts] == [
        "0:00", "0:08", "0:18", "0:35", "0:58", "1:12", "1:26",
    ]  # fmt: skip
    assert [clock(start) for start in LONG.starts] == [
        "0:00", "0:15", "0:30", "1:05", "1:25", "1:40", "1:55", "2:30", "3:00", "3:10", "3:30",
        "3:40",
    ]  # fmt: skip


def test_nobody_sits_for_an_hour_and_a_half_without_a_break():
    sitting = longest = 0
    for part in LONG.parts:
        sitting = 0 if part.notebook == BREAK else sitting + part.minutes
        longest = max(longest, sitting)
    assert longest < 90


@each_part
def test_a_part_asks_only_what_its_notebook_asks_and_has_time_for_it(part):
    assert all(name in PREDICTIONS and name[:2] == part.notebook for name in part.asked)
    assert part.minutes >= 3 * len(part.asked)


@each_part
def test_a_part_shows_sections_that_its_notebook_has(part):
    if part.notebook.isdigit():
        assert set(part.sections) <= set(lessons()[part.notebook].headings)
    else:
        assert part.sections == ()


@each_part
def test_a_cut_gives_back_some_of_the_minutes(part):
    assert bool(part.late) == bool(part.saved)
    assert 0 <= part.saved < part.minutes


def test_the_cuts_give_back_the_longest_part_of_a_session():
    for schedule in SCHEDULES:
        assert schedule.saved == sum(part.saved for part in schedule.parts)
        assert schedule.saved >= max(part.minutes for part in schedule.parts)


def test_an_exit_ticket_asks_for_what_the_session_has_taught():
    for schedule in SCHEDULES:
        assert {name[:2] for name in schedule.ticket} <= {*schedule.in_class}
        assert all(name in EXPLANATIONS for name in schedule.ticket)


def test_no_notebook_gets_more_time_in_class_than_it_takes():
    for schedule in SCHEDULES:
        for number, minutes in schedule.in_class.items():
            assert number == BREAK or minutes <= lessons()[number].minutes


def test_the_minutes_of_the_course_are_those_of_the_readme(known):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| \[(\d\d) .*?\| (\d+) \|", readme, flags=re.MULTILINE))
    assert {number: str(lesson.minutes) for number, lesson in known.items()} == stated
    hours, minutes = divmod(sum(map(int, stated.values())), 60)
    assert f"together take {hours}:{minutes:02} hours" in course_page(known)
    assert len(known) == len([path for path in NOTEBOOKS if path.name[0].isdigit()])


def test_the_timing_log_has_a_line_for_each_part_and_each_notebook(known):
    head, *rows = csv.reader(io.StringIO(log_table(SCHEDULES, known)))
    assert head[:4] == ["session", "part", "notebook", "planned minutes"]
    assert {len(row) for row in rows} == {len(head)}
    assert sum(int(row[3]) for row in rows if row[0] == "half a day") == 225
    assert len(rows) == len(SHORT.parts) + len(LONG.parts) + len(known)
