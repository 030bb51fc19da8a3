"""Schedules: what to do minute by minute, and what to leave out when time runs short."""

from dataclasses import dataclass

from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.registry import PREDICTIONS
from toynn_course.kit.page import bullets, page, paragraph, section, table
from toynn_course.kit.predictions import FILE, ask

BREAK = "break"


@dataclass(frozen=True)
class Part:
    """A stretch of a session.

    minutes : how long it takes; title : a few words; do : what happens, in a sentence or two
    notebook : its number, or "" where none is open
    asked : ids of the predictions that are voted on, in their order
    sections : headings of the notebook that are shown
    late : what to leave out when time runs short, and saved : how many minutes that gives back
    early : what those do who have finished
    """

    minutes: int
    title: str
    do: str
    notebook: str = ""
    asked: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    late: str = ""
    saved: int = 0
    early: str = ""


@dataclass(frozen=True)
class Schedule:
    """A session.

    name : how long it is, in words; file : of its page; minutes : how long it must be
    ticket : ids of the explanations that the exit ticket asks for
    """

    name: str
    file: str
    minutes: int
    parts: tuple[Part, ...]
    ticket: tuple[str, ...]

    @property
    def starts(self):
        """The minute at which each part begins."""
        return [sum(part.minutes for part in self.parts[:n]) for n in range(len(self.parts))]

    @property
    def in_class(self):
        """How many minutes each notebook gets, by its number, in the order of the session."""
        found = {}
        for part in self.parts:
            if part.notebook:
                found[part.notebook] = found.get(part.notebook, 0) + part.minutes
        return found

    @property
    def saved(self):
        """How many minutes all the cuts give back together."""
        return sum(part.saved for part in self.parts)


SHORT = Schedule(
    "90 minutes",
    "schedule_90_minutes.html",
    90,
    (
        Part(
            8, "Open the course",
            "Everybody runs the first cells of the notebook. Then three questions of the quiz by "
            "a show of hands, without saying what is right.",
            "00", late="Leave out the three questions.", saved=3,
        ),
        Part(
            10, "A network learns",
            "Show the disc and the ring. Vote, then play the training, once in full and once "
            "epoch by epoch. Ask what has changed: the program, the data or the numbers?",
            "01", ("01.watch", "01.changes"), ("Predict, then watch", "What changed?"),
            late="Ask the second question aloud, without a vote.", saved=2,
        ),
        Part(
            17, "One neuron, and what it cannot do",
            "Weight and bias move the curve. Then a race in pairs: AND, OR, NAND, XOR in the "
            "gate explorer. Nobody gets XOR: ask why before you say so.",
            "02", ("02.bias", "02.gate"),
            ("Predict: what does the bias do to the curve?",
             "Predict: which gates can one neuron compute?"),
            late="Leave NAND out of the race.", saved=3,
            early="The exercise “three gates”.",
        ),
        Part(
            23, "How far is a step?",
            "Five votes, five runs: say the rate, vote, run. Then everybody looks for the "
            "largest rate that still settles on w² and on 5w².",
            "05", ("05.slow", "05.zigzag", "05.double", "05.beyond", "05.curve"),
            ("One curve, four rates", "Why?"),
            late="Leave out the vote on the steeper curve, and show it.", saved=5,
            early="The exercise “the largest rate that still settles”, with the plateau.",
        ),
        Part(
            14, "Whose fault is it?",
            "Go through the stepper together, forward and back. Everybody fills in the first "
            "blank of the paper sheet. Then nudge a weight: was the prediction right?",
            "06", ("06.sign", "06.nudge"),
            ("Follow one nudge", "From the back to the front", "A gradient is a prediction"),
            late="Leave the paper sheet for home.", saved=5,
            early="The second paper sheet.",
        ),
        Part(
            14, "The playground",
            "Four cards, in pairs: predict, set up, run, and say in a sentence why.",
            "09", ("09.no_line", "09.squares", "09.no_bends", "09.rate"), ("Fourteen cards",),
            late="Do the first two cards only.", saved=6,
            early="The smallest network for the circle.",
        ),
        Part(4, "Exit ticket", "Everybody writes, nobody talks. Collect the tickets."),
    ),
    ("02.why_no_step", "05.why_small_steps"),
)  # fmt: skip

LONG = Schedule(
    "half a day",
    "schedule_half_day.html",
    225,
    (
        Part(
            15, "Welcome, and the quiz",
            "Everybody runs the first cells and answers the eight questions, alone. Nothing is "
            "said about them until the end.",
            "00", late="Hand the quiz out on paper beforehand.", saved=5,
        ),
        Part(
            15, "A network learns",
            "Vote, watch, and ask what has changed. Read three numbers off the viewer together.",
            "01", ("01.watch", "01.changes", "01.hundred"),
            ("Predict, then watch", "What changed?", "Were we lucky?"),
            late="Leave out the hundred starts.", saved=4,
        ),
        Part(
            35, "One neuron",
            "The window of the greenhouse, by hand and as code: write `neuron`. Bias and weight "
            "in the explorer. The race of the gates in pairs, and why XOR fails.",
            "02", ("02.bias", "02.louder", "02.gate"),
            ("Predict: what does the bias do to the curve?", "Exercise: a neuron",
             "Predict: which gates can one neuron compute?", "Were you just unlucky?"),
            late="Show the solution of `neuron` and go through it together.", saved=8,
            early="The threshold, and the exercise “three gates”.",
        ),
        Part(
            20, "From neuron to network",
            "Look in the middle: where do the four points of XOR go? Count the parameters of one "
            "network, each for themselves. Then: could you leave the activation out?",
            "03", ("03.middle", "03.parameters", "03.linear"),
            ("Look in the middle", "How many numbers is a network made of?",
             "Could you leave the activation out?"),
            late="Leave out the count.", saved=5,
            early="The exercise “put the lines in order”.",
        ),
        Part(15, "Break", "Stand up, and leave the room if you can. Look at what went slowly.",
             BREAK),
        Part(
            15, "How wrong?",
            "Two neurons, one of them wrong and very sure. Vote on which learns faster, run it, "
            "and ask what a better cost would look like.",
            "04", ("04.slow",), ("Back to the two neurons", "What would a better cost look like?"),
            late="Show the picture of the race and skip the explorer.", saved=5,
            early="The exercise “cross-entropy”.",
        ),
        Part(
            35, "How far is a step?",
            "Five votes, five runs. The largest rate that still settles, in pairs. Then the "
            "double well, the long bowl, and the saddle as a surprise.",
            "05",
            ("05.slow", "05.zigzag", "05.double", "05.beyond", "05.curve", "05.flat",
             "05.downhill", "05.saddle"),
            ("One curve, four rates", "Why?", "More than one valley", "Two weights",
             "The fourth kind of level ground"),
            late="Leave out the long bowl.", saved=7,
            early="The exercise “a loop that knows when to stop”.",
        ),
        Part(
            30, "Backpropagation by hand",
            "Follow a nudge, then go back through the first paper sheet together and through the "
            "second in pairs. Check the numbers in the stepper, and with a nudge.",
            "06", ("06.sign", "06.flat", "06.nudge"),
            ("Follow one nudge", "From the back to the front", "A gradient is a prediction",
             "Nodes side by side"),
            late="Only one hidden node of the second sheet.", saved=8,
            early="The exercise “an empty page”.",
        ),
        Part(10, "Break", "A short one. Put the bug hunt on the screen.", BREAK),
        Part(
            20, "The hunt: 22 green tests",
            "All tests are green and the cost does not fall. In pairs: which test would have "
            "caught it? Collect the ideas, then run the oracles.",
            "07", ("07.green", "07.fix"), ("The hunt: 22 green tests", "Four oracles"),
            late="Show the four oracles, and let them vote on which one is enough.", saved=6,
        ),
        Part(
            10, "The playground",
            "Two cards in pairs, or, with a class that is tired, the shifted digits of notebook "
            "11 from the front.",
            "09", ("09.squares", "09.no_bends"), ("Fourteen cards",),
            late="Skip it, and show one card from the front.", saved=6,
            early="More cards, from the top of the list.",
        ),
        Part(5, "The quiz again, and the exit ticket",
             "The same eight questions on paper, or at home, and the ticket."),
    ),
    ("05.why_small_steps", "06.why_backward"),
)  # fmt: skip

SCHEDULES = (SHORT, LONG)


def clock(minutes):
    """A number of minutes as hours and minutes.

    >>> clock(225)
    '3:45'
    """
    return f"{minutes // 60}:{minutes % 60:02}"


def schedule_page(schedule, lessons):
    """A session on one page: the plan, the cuts, and what is left for home."""
    about = (
        f"{schedule.minutes} minutes ({clock(schedule.minutes)}), breaks included. The minutes "
        "are estimates: nobody has taught with this plan yet. Please write down how long each "
        "part really took, on the timing log."
    )
    cuts = (
        f"All the cuts together give back {schedule.saved} minutes. Cut as soon as you are five "
        "minutes late, the latest part first, and never a vote that has already begun."
    )
    return page(
        f"Schedule for {schedule.name}",
        paragraph(about),
        _plan(schedule),
        section("If you are late", paragraph(cuts), _cuts(schedule)),
        section("For those who have finished", _extras(schedule)),
        section("What is left for home", _left(schedule, lessons)),
        section("What to say at each vote", *_said(schedule), kind="sheet"),
    )


def _plan(schedule):
    rows = [
        [
            f'<span class="number">{clock(start)}</span>',
            str(part.minutes),
            f"<strong>{marked_up(part.title)}</strong>{_notebook(part)}",
            f"{marked_up(part.do)}{_shown(part)}",
            ", ".join(map(_link, part.asked)) or "–",
        ]
        for start, part in zip(schedule.starts, schedule.parts, strict=True)
    ]
    end = f'<span class="number">{clock(schedule.minutes)}</span>'
    rows.append([end, "", "<strong>End</strong>", "–", "–"])
    head = ["from", "minutes", "part", "what happens", "votes"]
    return table(f"The plan for {schedule.name}", head, rows, wide=(3,))


def _notebook(part):
    return f"<br>notebook {part.notebook}" if part.notebook.isdigit() else ""


def _shown(part):
    if not part.sections:
        return ""
    return f"<br>Sections: {marked_up(', '.join(f'“{each}”' for each in part.sections))}"


def _link(name):
    return f'<a href="#q-{name}">{name}</a>'


def _said(schedule):
    """The predictions of a session, and where all the others are."""
    link = f'<p>How to ask, and all other predictions: <a href="{FILE}">{FILE}</a>.</p>'
    return [link, *(ask(PREDICTIONS[name]) for part in schedule.parts for name in part.asked)]


def _cuts(schedule):
    rows = [
        [marked_up(part.title), marked_up(part.late), str(part.saved)]
        for part in schedule.parts
        if part.late
    ]
    return table("Cut lines", ["part", "what to leave out", "minutes saved"], rows)


def _extras(schedule):
    return bullets(
        f"{marked_up(part.title)}: {marked_up(part.early)}" for part in schedule.parts if part.early
    )


def _left(schedule, lessons):
    """For each notebook: what it says that it takes, and how much of that is done in class."""
    text = (
        "A notebook says how long it takes to work through on your own. What does not fit into "
        "the session is homework, or another session."
    )
    rows = [
        [
            f"{number} {marked_up(lessons[number].title)}",
            str(lessons[number].minutes),
            str(in_class),
            str(max(0, lessons[number].minutes - in_class)),
        ]
        for number, in_class in schedule.in_class.items()
        if number in lessons
    ]
    head = ["notebook", "minutes it takes", "of these in class", "left for home"]
    return paragraph(text) + table("Notebooks of this session", head, rows)


def course_page(lessons):
    """All the notebooks with their minutes, and how many sessions that makes."""
    total = sum(lesson.minutes for lesson in lessons.values())
    rows, passed = [], 0
    for lesson in lessons.values():
        passed += lesson.minutes
        title = f"{lesson.number} {marked_up(lesson.title)}"
        rows.append([title, str(lesson.minutes), clock(passed)])
    about = (
        f"All {len(lessons)} notebooks together take {clock(total)} hours at a slow pace. In "
        f"sessions of 90 minutes that makes {-(-total // 90)}. These are estimates, too."
    )
    head = ["notebook", "minutes", "hours so far"]
    return page("The whole course", paragraph(about), table("All notebooks", head, rows))
