"""Causes: what lies behind an exception or a limit, in a sentence that is true whenever it is said.

Where Python's words leave several causes open, nothing is said rather than something that may be
false.
"""

import builtins
import difflib
import inspect
import re
import sys

import numpy as np

CAUSES = {
    # By kind of exception: a pattern in Python's words, and the sentence. The first that fits.
    "UnboundLocalError": {
        r"variable '(\w+)'": (
            "`{0}` is used before it has a value. The function assigns to `{0}` somewhere, so "
            "Python does not look for a `{0}` outside of it."
        ),
    },
    "TypeError": {
        r"bitwise_xor|for \^=?:": ("In Python `^` is not a power: write `x**2` for x squared."),
        r"bitwise_(?:and|or)|'invert'|for [&|]=?:": (
            "`&`, `|` and `~` work on True, False and whole numbers only. Put each comparison "
            "into brackets: `(a > 0) & (a < 1)`."
        ),
        r"'ellipsis'|of type ellipsis|not ellipsis": (
            "There is still a `...` where a value is needed: replace it."
        ),
        r"'([\w.]+)' object is not callable": (
            "Round brackets after a value call it as a function, but this value is {kind}. Is a "
            "`*` missing in front of the brackets, should they be square, or has a function's "
            "name been given to something else?"
        ),
        r"'(?:function|method|builtin_function_or_method|numpy.ufunc)' object is not subscript": (
            "Square brackets follow a function. Round ones call it."
        ),
        r"NoneType": (
            "One of the values is None, which is often the result of a function that ends "
            "without `return`."
        ),
        r"for .*'(?:function|method|builtin_function_or_method|numpy.ufunc)'": (
            "One of the values is a function that has not been called: round brackets after its "
            "name are missing."
        ),
        r"can't multiply sequence": (
            "`*` repeats a list, a tuple or a text; it does not multiply the numbers in it. "
            "`np.array(...)` makes an array of them, and then it does."
        ),
        r"concatenate tuple|for .*'tuple'": (
            "One of the values is a tuple. A decimal comma makes one: `0,5` is a tuple of two "
            "numbers, `0.5` is one number."
        ),
        r"concatenate list|for .*'list'": (
            "One of the values is a list, and Python does not calculate with lists. "
            "`np.array(...)` makes an array of it, and with that it does."
        ),
        r"concatenate str|for .*'str'": (
            "One of the values is a text, and Python does not calculate with texts. "
            "`float(...)` makes a number of it."
        ),
        r"arrays can be converted|must be real number, not (?:list|tuple|numpy.ndarray)": (
            "A single number is needed here, and there are several. The functions of `math` "
            "take single numbers; those of NumPy, such as `np.exp`, take arrays as well."
        ),
        r"missing \d+ required .*arguments?: (.+)": (
            "A function was called without a value for {0}."
        ),
        r"got an unexpected keyword argument '(\w+)'": (
            "The function that was called has no argument named `{0}`."
        ),
        r"arguments? .*given": ("A function was called with too many arguments or too few."),
        r"'(int|float|numpy.float64|numpy.int64)' object is not subscriptable": (
            "Square brackets follow a single number, and a number has no parts."
        ),
        r"'(\w+)' object is not iterable|non-iterable (\w+)|type '(\w+)' has no len": (
            "Several values are needed here, and this is {kind}."
        ),
        r"0-d array|unsized object": (
            "Several values are needed here, and this is a single number."
        ),
        r"indices must be integers or slices, not tuple": (
            "A list takes one index at a time: `rows[0][1]`. Only an array takes both at once: "
            "`rows[0, 1]`."
        ),
        r"indices must be integers or slices, not float": (
            "An index must be a whole number, and `/` always gives a float. `//` gives a whole "
            "number."
        ),
        r"'float' object cannot be interpreted as an integer": (
            "A whole number is needed here, and `/` always gives a float. `//` gives a whole "
            "number."
        ),
        r"Cannot interpret '\d+' as a data type": (
            "The sizes of an array are one argument, in brackets of their own: `np.zeros((2, 3))`."
        ),
        r"'(\w+)' object does not support item assignment": (
            "No part of {kind} can be changed. Lists and arrays can be."
        ),
        r"Cannot cast ufunc .* from dtype\('float\d+'\) to dtype\('int\d+'\)": (
            "An array of whole numbers keeps whole numbers only. `a = a + 0.5` makes a new "
            "array; `a += 0.5` does not."
        ),
        r"not supported between instances of '([\w.]+)' and '([\w.]+)'": (
            "Python cannot say which of two values such as these is larger."
        ),
    },
    "ValueError": {
        r"truth value of an array": (
            "`if`, `and`, `or` and `max` need one yes or no, and here is one for every number. "
            "`np.where`, `np.maximum` and `np.minimum` work on whole arrays."
        ),
        r"shapes (\([\d,]*\)) and (\([\d,]*\)) not aligned": (
            "The left array has the shape {0}, and the right one {1}. The last size on the left "
            "must be the first size on the right. Is a `.T` missing, or is the order wrong?"
        ),
        r"matmul: Input operand 1 .*\(size (\d+) is different from (\d+)\)": (
            "The last size of the array to the left of `@` is {1}, and the size that it meets "
            "to the right is {0}: they must be equal. Is a `.T` missing, or is the order wrong?"
        ),
        r"input array from shape (\([\d,]*\)) into shape (\([\d,]*\))": (
            "An array of shape {0} does not fit into a place of shape {1}."
        ),
        r"broadcast together with shapes (\([\d,]*\)) (\([\d,]*\))": (
            "The shapes {0} and {1} do not fit together. From the right, each size must be the "
            "same in both, or 1."
        ),
        r"cannot reshape array of size (\d+) into shape (\([\d,]*\))": (
            "{0} numbers do not fill the shape {1} exactly."
        ),
        r"inhomogeneous": ("The rows of an array must all have the same length, and these do not."),
        r"array element with a sequence": (
            "One place in an array takes one number, and here are several."
        ),
        r"axis (-?\d+) is out of bounds for array of dimension (\d+)": (
            "The number of axes here is {1}, and they are counted from 0: there is no axis {0}."
        ),
        r"too many values to unpack \(expected (\d+)": (
            "There are more values than names: the names on the left take {0}."
        ),
        r"not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)": (
            "There are fewer values than names: the names on the left need {0}, and there are {1}."
        ),
        r"zip\(\) argument": (
            "`zip` with `strict=True` needs lists of the same length, and one of these is "
            "longer than another."
        ),
        r"to float: '\s*-?\d*,\d+\s*'": ("Python writes decimals with a point: 0.5, not 0,5."),
        r"could not convert string to float": ("This text is not a number."),
        r"empty sequence|argument is empty|zero-size array": (
            "There are no values to take the largest or the smallest of."
        ),
        r"math domain|expected a (?:positive|nonnegative) input": (
            "A function of `math` has no result for this number. A logarithm needs a number "
            "above 0, and a square root one that is not below 0."
        ),
        r"Singular matrix": ("This matrix has no inverse."),
        r"negative dimensions": ("A size of an array must not be below 0."),
    },
    "ZeroDivisionError": {
        r"negative power": ("A negative power divides by the number, and the number is 0."),
        r"": ("Something is divided by 0."),
    },
    "IndexError": {
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)": (
            "There is no index {0}: the number of values along this axis is {2}, and they are "
            "counted from 0."
        ),
        r"(list|tuple|string|range object) index out of range": (
            "The {0} is not that long. The first index is 0, and the last is the length minus 1."
        ),
        r"array is (\d+)-dimensional, but (\d+) were indexed": (
            "The array has fewer axes ({0}) than there are indices in the brackets ({1})."
        ),
        r"boolean index did not match.* is (\d+) but .* is (\d+)": (
            "An array of {1} True and False cannot choose from {0} values: there must be one "
            "for each value."
        ),
        r"only integers, slices": (
            "An index must be a whole number. `/` always gives a float, even where nothing "
            "remains; `//` gives a whole number."
        ),
        r"pop from empty list": ("The list has no more values."),
    },
    "KeyError": {
        r"(.+)": ("The dict has no key {0}."),
    },
    "AttributeError": {
        r"module 'numpy' has no attribute '(float|int|bool|object|str|complex)'": (
            "`np.{0}` is no longer part of NumPy. Python's own `{0}` does the same."
        ),
        r"'NoneType'": (
            "The value before the dot is None, which is often the result of a function that "
            "ends without `return`."
        ),
        r"'numpy.ndarray' object has no attribute '(?:append|extend|insert|pop)'": (
            "An array cannot grow or shrink. Collect the values in a list first, then make an "
            "array of it."
        ),
    },
    "OverflowError": {
        r"math range|Numerical result|too large to convert to float": (
            "The number is too large for a float, which ends at about 1.8e308. `math.exp(x)` is "
            "beyond that from x = 710 on."
        ),
    },
    "RecursionError": {
        r"": (
            "Too many calls are open at once: usually a function calls itself, and nothing ever "
            "makes it stop."
        ),
    },
    "AssertionError": {
        r"": ("An `assert` in the code did not hold."),
    },
}
KINDS = {
    "int": "a number",
    "float": "a number",
    "numpy.float64": "a number",
    "numpy.int64": "a number",
    "bool": "True or False",
    "str": "a text",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dict",
    "numpy.ndarray": "an array",
    "NoneType": "None",
    "module": "a module",
    "function": "a function",
    "method": "a function",
    "builtin_function_or_method": "a function",
}
NOTHING_OF_THAT_NAME = (
    "Nothing is called `{}` here. Is it spelt as where it was made, and has the cell that makes it "
    "been run?"
)
OTHER_NAMES = {"ln": "log", "lg": "log10", "tg": "tan"}
MODULES = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "math": "import math",
    "plt": "import matplotlib.pyplot as plt",
    "toynn": "import toynn",
    "random": "import random",
}
TOO_LARGE = r"array is too big|Maximum allowed (?:dimension|size) exceeded|Unable to allocate"

STOPPED = {
    "TimeUp": "{call} was still running after {seconds:g} seconds, and was stopped. Look for a "
    "loop whose condition never becomes false, or for one that goes round far too often.",
    "StillRunning": "{call} was still running after {seconds:g} seconds, and could not be stopped: "
    "it goes on in the background. Restart the kernel (Kernel, Restart) before you go on.",
    "MemoryError": "{call} asked for far more memory than the task needs, and was stopped. Look at "
    "the shapes of the arrays that are made: often one has n times n values where n are meant.",
    "TooLargeError": "{call} returned {text}, far more than the task asks for. Look at the "
    "shapes of the arrays that are made.",
    "SystemExit": "{call} raises SystemExit, which would end the whole program, and in a notebook "
    "that is the kernel. A function gives its result back with `return`.",
    "LeftError": "{call} runs into `{text}`, which would end the whole program, and in a notebook "
    "that is the kernel. A function gives its result back with `return`.",
    "AskedError": "{call} runs into `{text}`, which waits for somebody to type, and the check "
    "cannot type. Everything that the function needs is in its arguments.",
}


def why_it_stopped(exercise, failure, call):
    """What to say when there is no result.

    failure : Failure
    call : how a message speaks of the case, such as `sigmoid(2.0)`
    """
    limit = limit_of(failure.kind, failure.text)
    if limit:
        return STOPPED[limit].format(call=call, seconds=exercise.seconds, text=failure.text)
    if exercise.kind == "value":
        wanted = f" It should be {exercise.expects}." if exercise.expects else ""
        return f"`{exercise.name}` does not have the form that is needed.{wanted}"
    cause = cause_of(failure.kind, failure.text, failure.names)
    sentences = (_what(failure), cause, cause and failure.shapes, _where_it_was_called(call))
    return " ".join(filter(None, sentences))


def _where_it_was_called(call):
    return f"It was called as {call.rstrip(',')}."


def _what(failure):
    """Where it stopped, and what Python said."""
    article = "an" if failure.kind[0] in "AEIOU" else "a"
    what = f"Python stopped with {article} {failure.kind}{': ' * bool(failure.text)}{failure.text}"
    if failure.function:
        code = f"`{failure.code}`, " * bool(failure.code)
        what = f"In line {failure.line} of `{failure.function}`, {code}{what}"
    return what if what.endswith((".", "!", "?")) else f"{what}."


def limit_of(error_kind, text):
    """The limit that an exception stands for, a key of STOPPED, or ""."""
    if error_kind == "ValueError" and re.search(TOO_LARGE, text):
        return "MemoryError"  # NumPy's words for more bytes than a computer can address
    return error_kind if error_kind in STOPPED else ""


def cause_of(error_kind, text, names=()):
    """What lies behind an exception of this kind with this text, in a sentence; or "".

    names : the names that the function knows, for one that is nearly right; see `names_in`
    """
    finders = {
        "NameError": _of_a_name,
        "AttributeError": _of_an_attribute,
        "ModuleNotFoundError": _of_a_module,
        "ImportError": _of_an_import,
    }
    finder = finders.get(error_kind, lambda *_: "")
    return finder(text, names) or _of_a_pattern(CAUSES.get(error_kind, {}), text)


def _of_a_pattern(sentences, text):
    """The sentence of the first pattern that is found in the text."""
    for pattern, sentence in sentences.items():
        found = re.search(pattern, text)
        if found:
            groups = [each for each in found.groups() if each is not None]
            kind = KINDS.get(groups[0], f"of the kind `{groups[0]}`") if groups else ""
            return sentence.format(*groups, kind=kind)
    return ""


def _of_a_name(text, names):
    """Where a name that is not known comes from, or what it may have been meant to be."""
    found = re.search(r"name '(\w+)' is not defined", text)
    if not found:
        return ""
    name = found[1]
    if name == "self":
        return "`self` is known only in a method, and only if it is the method's first argument."
    if name in MODULES:
        return f"The import is missing: `{MODULES[name]}`."
    return _of_numpy(name) or _nearly(name, names) or NOTHING_OF_THAT_NAME.format(name)


def _of_numpy(name):
    """Where NumPy has what is called so without it."""
    own = OTHER_NAMES.get(name, name)
    if name in vars(builtins) or not hasattr(np, own) or own.startswith("_"):
        return ""
    what = "The natural logarithm" if name in ("ln", "log") else f"NumPy's `{own}`"
    return f"{what} is called `np.{own}`."


def _of_an_attribute(text, _names):
    """What a module or a list lacks, and what has it."""
    of_module = re.search(r"module '([\w.]+)' has no attribute '(\w+)'(?!\. `np)", text)
    if of_module:
        module, name = of_module.groups()
        known = vars(sys.modules.get(module, builtins))
        own = OTHER_NAMES.get(name, name)
        if own in known:
            return f"In `{module}` it is called `{own}`."
        return _nearly(name, known)
    of_list = re.search(r"'(list|float|int|tuple)' object has no attribute '(\w+)'", text)
    if of_list and hasattr(np.ndarray, of_list[2]):
        kind = KINDS[of_list[1]]
        return f"The value before the dot is {kind}. An array has `.{of_list[2]}`: `np.array(...)`."
    return ""


def _of_a_module(text, _names):
    found = re.search(r"No module named '([\w.]+)'", text)
    near = _nearly(found[1], sys.modules) if found else ""
    return near or "No module of this name is installed here."


def _of_an_import(text, _names):
    found = re.search(r"cannot import name '(\w+)' from '([\w.]+)'", text)
    if not found or found[2] not in sys.modules:
        return ""
    return _nearly(found[1], vars(sys.modules[found[2]])) or f"`{found[2]}` has no `{found[1]}`."


def _nearly(name, names):
    """A question about a name that is nearly the same, or ""."""
    near = difflib.get_close_matches(
        name, [each for each in names if each != name], n=1, cutoff=0.7
    )
    return f"Did you mean `{near[0]}`?" if near else ""


def names_in(function):
    """The names that a function knows: its own, those of its cells, and Python's."""
    code = getattr(inspect.unwrap(function), "__code__", None) if callable(function) else None
    own = (*code.co_varnames, *code.co_freevars) if code else ()
    return (*own, *getattr(function, "__globals__", ()), *vars(builtins))
