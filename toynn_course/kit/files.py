"""Files: everything that the kit is made of, and the page that lists it."""

from pathlib import Path

from toynn_course.exercises.engine.notebooks import with_solutions, write_all
from toynn_course.kit import mistakes, paper, predictions, quizzes, schedules, timing
from toynn_course.kit.lessons import lessons
from toynn_course.kit.notes import note_page
from toynn_course.kit.page import HOME, bullets, page, paragraph, section

HERE = Path(__file__).parent
PREFLIGHT = "preflight.py"
COURSE, SOLUTIONS, SLIDES = "schedule_whole_course.html", "solutions", "slides"

ABOUT = (
    "Everything here was made from what the notebooks use: their questions, their exercises, and "
    "toynn. Print what you need; every page also reads well on a screen, in a light or a dark "
    "theme, and asks no other server for anything."
)


def write_kit(folder, notebooks, *, slides=None):
    """Write the whole kit into a folder. Returns the paths of its pages and files.

    notebooks : the folder of the notebooks
    slides : a function of the folder of the notebooks and a folder to write to; None for none
    """
    folder, known = Path(folder), lessons(notebooks)
    solved = write_all(notebooks, folder / SOLUTIONS, with_solutions)
    decks = slides(notebooks, folder / SLIDES) if slides else []
    texts = {name: text for names in contents(known).values() for name, (_, text) in names.items()}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / HOME).write_text(index_page(known, solved, decks, folder), encoding="utf-8")
    return [folder / HOME, *(folder / name for name in texts), *solved, *decks]


def contents(known):
    """By heading, the files of the kit: their names, what they are, and their text."""
    sessions = {each.file: each for each in schedules.SCHEDULES}
    tickets = {f"exit_ticket_{file.removeprefix('schedule_')}": each
               for file, each in sessions.items()}  # fmt: skip
    return {
        "Plan": {
            "before_the_class.html": ("Before the class", note_page("before_the_class.md")),
            PREFLIGHT: ("A script that checks a computer", _own(PREFLIGHT)),
            **{
                file: (f"Schedule for {each.name}", schedules.schedule_page(each, known))
                for file, each in sessions.items()
            },
            COURSE: ("The whole course, with its minutes", schedules.course_page(known)),
            "accessibility.html": ("Accessibility notes", note_page("accessibility.md")),
        },
        "Teach": {
            predictions.FILE: (
                "What to say at each prediction", predictions.predictions_page(known)
            ),
            mistakes.FILE: ("Common mistakes in the exercises", mistakes.mistakes_page(known)),
        },
        "For the learners": {
            quizzes.BEFORE: (
                "Quiz before the course", quizzes.quiz_page(quizzes.first_quiz(), "before")
            ),
            quizzes.AFTER: (
                "Quiz after the course", quizzes.quiz_page(quizzes.last_quiz(), "after")
            ),
            paper.FILE: ("Backpropagation by hand: paper sheets", paper.sheets_page()),
            **{
                file: (f"Exit ticket: {each.name}", quizzes.ticket_page(each))
                for file, each in tickets.items()
            },
        },
        "Keep": {
            quizzes.KEY: ("Key to the two quizzes", quizzes.key_page()),
            paper.ANSWERS: ("Answers to the paper sheets", paper.answers_page()),
            timing.FILE: ("Timing log", timing.log_page(schedules.SCHEDULES, known)),
            timing.TABLE: (
                "The same as a table for a spreadsheet",
                timing.log_table(schedules.SCHEDULES, known),
            ),
        },
    }  # fmt: skip


def _own(name):
    return (HERE / name).read_text(encoding="utf-8")


def index_page(known, solved, decks, folder):
    """The list of all files."""
    parts = [
        section(title, bullets(f'<a href="{name}">{what}</a>' for name, (what, _) in files.items()))
        for title, files in contents(known).items()
    ]
    parts.append(section("Notebooks with their solutions", _links(solved, folder)))
    if decks:
        text = (
            "The pages need nothing but a browser: the arrow keys turn them, S opens the notes, "
            "and ?print-pdf after the address makes them ready to print. The notebooks among "
            "them are the same slides with live controls, for JupyterLab with jupyterlab-deck."
        )
        parts.append(section("Slides", paragraph(text), _links(decks, folder)))
    return page("The instructor’s kit", paragraph(ABOUT), *parts, home=False)


def _links(paths, folder):
    names = [path.relative_to(folder).as_posix() for path in paths]
    return bullets(f'<a href="{name}">{name}</a>' for name in names)
