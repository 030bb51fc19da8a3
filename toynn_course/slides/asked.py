"""What is asked: questions and pictures for a page, instead of the controls of a notebook."""

import ast
import html
from ast import literal_eval as value_of

from toynn_course import plots
from toynn_course.exercises.engine.card import marked_up
from toynn_course.exercises.engine.registry import EXPLANATIONS, PREDICTIONS, QUIZZES
from toynn_course.explorers import controls

LETTERS = "ABCDEFGH"


def call_in(source, names):
    """The last call of one of these functions in a cell, or None."""
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]
    return calls[-1] if calls else None


def question_in(source):
    """What a cell asks: a list of (what stands on a slide, what is said about it), as HTML."""
    call = call_in(source, ("predict", "quiz", "explain"))
    if call is None or not isinstance(call.args[0], ast.Constant):
        return []
    name = call.args[0].value
    if name in PREDICTIONS:
        return [_choice("Predict", PREDICTIONS[name])]
    if name in EXPLANATIONS:
        return [_explanation(EXPLANATIONS[name])]
    return [
        _choice(f"Question {number}", question)
        for number, question in enumerate(QUIZZES[name].questions, 1)
    ]


def _choice(lead, question):
    """A question with options, and the reasons for the notes."""
    options = "".join(f"<li>{html.escape(each.text)}</li>" for each in question.options)
    lines = [
        f"<li><strong>{LETTERS[place]}: {_verdict(option)}</strong> {marked_up(option.why)}</li>"
        for place, option in enumerate(question.options)
        if option.why
    ]
    shown = f'<h2>{lead}</h2><p>{marked_up(question.question)}</p><ol type="A">{options}</ol>'
    return shown, f"<ul>{''.join(lines)}</ul>"


def _verdict(option):
    if option.right:
        return "right."
    return f"not right ({option.misconception})." if option.misconception else "not right."


def _explanation(explanation):
    points = "".join(f"<li>{marked_up(point)}</li>" for point in explanation.points)
    shown = f"<h2>Explain it</h2><p>{marked_up(explanation.question)}</p>"
    return shown, f"<p>{marked_up(explanation.model)}</p><ul>{points}</ul>"


def picture_in(source):
    """The picture of the explorer that a cell opens, as HTML, or "" where it shows none alone."""
    call = call_in(source, controls.__all__)
    if call is None:
        return ""
    try:
        given = [value_of(each) for each in call.args]
        named = {each.arg: value_of(each.value) for each in call.keywords}
    except ValueError:  # it needs what other cells have made
        return ""
    drawing = getattr(getattr(controls, call.func.id)(*given, **named), "drawing", None)
    return plots.picture(drawing.figure)._repr_html_() if drawing else ""
