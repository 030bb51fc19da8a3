"""How the course should sound, as far as a machine can hear it.

Each function takes the cells of a notebook, in their order, and returns what is to be mended.
"""

import re

from toynn_course.exercises import EXERCISES, EXPLANATIONS, PREDICTIONS, QUIZZES

ACT = re.compile(
    r"\b(check|predict|quiz|explain)\(|\w*(Explorer|Viewer|Stepper|Playground|Cards|Pad|Microscope"
    r"|Dashboard|Writer|RoundTrip)\("
)
"""What the reader does: a prediction, an exercise, an explanation, or a control to play with."""

ANSWER = re.compile(
    r"\b(check|predict|quiz)\(|Explorer\(|Viewer\(|Stepper\(|Playground\(|Cards\(|Pad\("
    r"|Microscope\(|Dashboard\(|Writer\("
)
"""What gets an answer: fewer acts than above, since nothing answers an explanation."""

MOST_WORDS = 400
USUAL_WORDS = 250

TRANSLATED = re.compile(
    r"\b(in place of|mend(?:s|ed|ing)?|whoever|anew|likewise|(?:learn\w*|knows?) .{0,20}by heart"
    r"|stands? (?:below|above|beside)|after the point|reckon\w*"
    r"|(?:derivatives?|slope) of [^.]{1,40}? by|to part (?:them|the)"
    r"|what is to|(?:is|are|was|were) asked for|asked for is|expected is|hangs? together"
    r"|(?:is|are) to (?:be|open|answer|work|find)|(?:is|are) no (?:number|error|proof|power)"
    r"|(?<=[.!] )should (?:the|a|an|it|this) [^.?!]*, (?=[^?]*[.!])"
    r"|on (?:its|their) own side|hand(?:s|ed)? (?:on|over|out|back|round)|handed from"
    r"|came, expected|so many|is called for|has a say|decided right|take[sn]? off"
    r"|looks? (?:after|whether)|comes? to (?:nothing|the same)|what (?:came|comes) of"
    r"|in the middle one|over-fitting)\b",
    re.IGNORECASE,
)
"""Phrases that mark a translation."""


def words(text):
    """The words of a text that a reader reads: no code, no formula, no picture."""
    text = re.sub(r"```.*?```|\$\$.*?\$\$|<svg.*?</svg>", " ", text, flags=re.DOTALL)
    text = re.sub(r"\$[^$]*\$", " x ", text)
    text = re.sub(r"<details.*?</details>|<[^>]*>|\]\([^)]*\)", " ", text, flags=re.DOTALL)
    return re.findall(r"[\w'’-]*[A-Za-z][\w'’-]*", text)


def source(cell):
    """The text of a cell."""
    return "".join(cell["source"])


def stretches(cells, act=ACT, words=words):
    """How many words there are before each act, and after the last.

    act : pattern of the code that is one; words : function that finds the words in a text
    """
    counts = [0]
    for cell in cells:
        if cell["cell_type"] == "markdown":
            counts[-1] += len(words(source(cell)))
        elif act.search(source(cell)):
            counts.append(0)
    return counts


def translated(texts):
    """The phrases in these texts that mark a translation."""
    return [found[0] for text in texts for found in TRANSLATED.finditer(without_code(text))]


def without_code(text):
    """A text without its code and its formulas."""
    return re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$", " ", text, flags=re.DOTALL)


def given_away(cells):
    """Headings and objectives that hold the right option of a question that comes later."""
    found, earlier = [], []
    for cell in cells:
        if cell["cell_type"] == "markdown":
            earlier += re.findall(r"^(?:#+|-|\d+\.) (.+)$", source(cell), flags=re.MULTILINE)
            continue
        for question in questions_of(cell):
            right = next(option.text for option in question.options if option.right)
            plain = re.sub(r"\W+", " ", right).strip().lower()
            found += [
                f"{question.id}: {line}"
                for line in earlier
                if len(plain.split()) > 1 and plain in re.sub(r"\W+", " ", line).lower()
            ]
    return found


def questions_of(cell):
    """The predictions and questions that a cell asks."""
    names = re.findall(r'\b(?:predict|quiz)\(\s*"([^"]+)"', source(cell))
    predictions = [PREDICTIONS[name] for name in names if name in PREDICTIONS]
    return predictions + [q for name in names if name in QUIZZES for q in QUIZZES[name].questions]


def said_in(number):
    """All that the exercises and questions of a notebook say; number : such as "07"."""
    names = [*EXERCISES, *PREDICTIONS, *EXPLANATIONS]
    return [text for name in names if name.startswith(f"{number}.") for text in said_by(name)]


def said_by(name):
    """All that an exercise or a question says to the reader."""
    if name in EXERCISES:
        exercise = EXERCISES[name]
        mistakes = [(each.name, each.message, *each.hints) for each in exercise.mistakes]
        own = exercise.title, exercise.task, exercise.why, exercise.because
        return [*own, *exercise.hints, *(text for texts in mistakes for text in texts)]
    if name in EXPLANATIONS:
        explanation = EXPLANATIONS[name]
        return [explanation.question, explanation.model, *explanation.points]
    question = PREDICTIONS[name]
    options = [(each.text, each.why, each.misconception) for each in question.options]
    return [question.question, *(text for texts in options for text in texts)]
