"""The timing log: what was planned, and room for what it took, to correct the stated minutes."""

import csv
import io

from toynn_course.exercises.engine.card import marked_up
from toynn_course.kit.page import field, page, paragraph, section, table

FILE, TABLE = "timing_log.html", "timing_log.csv"
HEAD = ("session", "part", "notebook", "planned minutes", "began", "ended", "remarks")


def rows(schedules, lessons):
    """What is logged: every part of every session, and every notebook for those who read alone."""
    planned = [
        (schedule.name, part.title, part.notebook, part.minutes)
        for schedule in schedules
        for part in schedule.parts
    ]
    alone = [
        ("on your own", lesson.title, lesson.number, lesson.minutes) for lesson in lessons.values()
    ]
    return [*planned, *alone]


def log_table(schedules, lessons):
    """The log as a CSV file, for a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows([*row, "", "", ""] for row in rows(schedules, lessons))
    return text.getvalue()


def log_page(schedules, lessons):
    """The log on paper."""
    about = (
        "All minutes in this kit are estimates. Write down when each part really began and ended, "
        "and in a word or two what held you up. The same table is in `timing_log.csv`, for a "
        "spreadsheet. If you send it to the makers of the course, the next edition says what is "
        "true."
    )
    found = rows(schedules, lessons)
    names = dict.fromkeys(session for session, *_ in found)
    parts = [_session(name, [row for row in found if row[0] == name]) for name in names]
    who = "".join(
        f"<p>{label}: {field(label, 24)}</p>" for label in ("Date", "Group", "How many people")
    )
    return page("Timing log", paragraph(about), who, *parts)


def _session(name, found):
    head = ["part", "planned minutes", "began", "ended", "remarks"]
    filled = [
        [
            marked_up(f"{notebook} {title}" if notebook.isdigit() else title),
            str(minutes),
            field(f"{title}: began", 5),
            field(f"{title}: ended", 5),
            field(f"{title}: remarks", 22),
        ]
        for _, title, notebook, minutes in found
    ]
    return section(name.capitalize(), table(f"Log: {name}", head, filled))
