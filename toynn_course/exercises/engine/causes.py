"""Sentences about an answer that did not come to its end: an exception, or a limit."""

import re

CAUSES = {
    # By kind of exception: what Python says, and what usually lies behind it. The first that fits.
    "NameError": {
        r"name '(\w+)'": "`{0}` is not known there: is it spelt as where it was made, and has the "
        "cell that makes it been run?",
    },
    "UnboundLocalError": {
        "": "A variable is used before the function has given it a value.",
    },
    "TypeError": {
        "can't multiply sequence|concatenate list": "With lists, `*` repeats and `+` joins. To "
        "calculate with every number make it an array first: `np.array(...)`.",
        "arrays can be converted|must be real number": "A function for single numbers, such as "
        "those of `math`, got an array or a list. NumPy's, such as `np.exp`, take both.",
        "NoneType": "One of the values is None: often the result of a function that ends without "
        "`return`.",
        "positional argument|keyword argument": "A function was called with other arguments than "
        "it takes.",
        "not callable": "Round brackets follow something that is not a function: a forgotten `*`, "
        "or a name that once was a function and now holds a value.",
        "not subscriptable|not iterable|has no len": "A single number stands where a list or an "
        "array is needed.",
        "": "An operation met values of a kind that it does not work on.",
    },
    "ValueError": {
        "truth value of an array": "`if`, `and`, `max` and the like want one yes or no, and got "
        "one for every number. `np.where`, `np.maximum` and `np.minimum` work on whole arrays.",
        "matmul|not aligned|broadcast|shape": "The shapes of two arrays do not fit. Print the "
        "`.shape` of each, and think which side has to be turned or added up.",
        "math domain": "A logarithm or a root was taken of a number that has none.",
        "": "A function got a value that it cannot work with.",
    },
    "ZeroDivisionError": {"": "Something is divided by 0."},
    "IndexError": {
        "": "An index points past the end; the first is 0, the last is the length minus 1.",
    },
    "KeyError": {"": "A dict was asked for a key that it does not have."},
    "AttributeError": {
        "NoneType": "The value before the dot is None: often the result of a function that ends "
        "without `return`.",
        "": "The value before the dot has nothing of that name: it is of another kind than was "
        "thought, or the name is spelt differently.",
    },
    "OverflowError": {
        "": "A number became too large for a float; `math.exp` ends at about 709.",
    },
    "FloatingPointError": {"": "A calculation left the range of a float."},
    "RecursionError": {"": "A function calls itself without ever coming to an end."},
    "ModuleNotFoundError": {"": "A module of that name is not installed here."},
    "AssertionError": {"": "An `assert` in the code did not hold."},
}

STOPPED = {
    "TimeUp": "{call} was still running after {seconds:g} seconds, and was stopped. Look for a "
    "loop whose condition never becomes false, or for one that goes round far too often.",
    "StillRunning": "{call} was still running after {seconds:g} seconds, and could not be stopped: "
    "it goes on in the background. Restart the kernel (Kernel, Restart) before you go on.",
    "MemoryError": "{call} asked for far more memory than the task needs, and was stopped. Look at "
    "the shapes of the arrays that are made: often one has n times n values where n are meant.",
    "TooLargeError": "{call} returned {text}, far more than the task asks for. Look at the "
    "shapes of the arrays that are made.",
    "SystemExit": "{call} tried to end the whole program, which in a notebook is the kernel. A "
    "function hands over its result and ends with `return`.",
}


def why_it_stopped(exercise, failure, call):
    """What to say when there is no result.

    call : how a message speaks of the case, such as `sigmoid(2.0)`
    """
    if failure.kind in STOPPED:
        return STOPPED[failure.kind].format(call=call, seconds=exercise.seconds, text=failure.text)
    if exercise.kind == "value":
        wanted = f" It should be {exercise.expects}." if exercise.expects else ""
        return f"`{exercise.name}` does not have the form that is needed.{wanted}"
    sentences = (_what(failure), _cause(failure), f"It was called as {call}.")
    return " ".join(text for text in sentences if text)


def _what(failure):
    """Where it stopped, and what Python said."""
    article = "an" if failure.kind[0] in "AEIOU" else "a"
    what = f"Python stopped with {article} {failure.kind}{': ' * bool(failure.text)}{failure.text}"
    if failure.function:
        code = f"`{failure.code}`, " * bool(failure.code)
        what = f"In line {failure.line} of `{failure.function}`, {code}{what}"
    return what if what.endswith((".", "!", "?")) else f"{what}."


def _cause(failure):
    """What usually lies behind an exception of this kind, with these words."""
    for pattern, text in CAUSES.get(failure.kind, {}).items():
        found = re.search(pattern, failure.text)
        if found:
            return text.format(*found.groups())
    return ""
