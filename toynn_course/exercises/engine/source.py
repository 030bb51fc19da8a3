"""The text of an answer: a function's own source, an edit of it, a cell with its blanks filled."""

import ast
import inspect
import itertools
import linecache
import re
import textwrap

BLANK = "..."
_numbers = itertools.count(1)


def source_of(function, name=""):
    """The text of a function without its decorators, under another name if one is given."""
    text = textwrap.dedent(inspect.getsource(function)).strip()
    text = text[re.search(r"^(def|class) ", text, re.MULTILINE).start() :]
    own = function.__name__
    return re.sub(rf"(?<![.\w]){own}(?=\()", name or own, text)


def without_docstring(source):
    """The text of a function without its docstring, which in an exercise is the message."""
    lines, body = source.split("\n"), ast.parse(source).body[0].body
    if ast.get_docstring(ast.parse(source).body[0]) is None or len(body) == 1:
        return source
    del lines[body[0].lineno - 1 : body[0].end_lineno]
    return "\n".join(lines)


def edited(source, edits):
    """The text with each of these pieces replaced; ValueError if one is not there exactly once."""
    for old, new in edits.items():
        if source.count(old) != 1:
            raise ValueError(
                f"{old!r} occurs {source.count(old)} times; choose a text that occurs once in\n"
                f"{source}"
            )
        source = source.replace(old, new)
    return source


def blanked(source, blanks):
    """A function's text with `...` for the values of these names; without names, for its body."""
    if not blanks:
        return _without_body(source)
    for name in blanks:
        pattern = rf"^(\s*{re.escape(name)} = )(.*?)(  #.*)?$"
        source, found = re.subn(pattern, rf"\1{BLANK}\3", source, flags=re.MULTILINE)
        if found != 1:
            raise ValueError(f"{name} is assigned {found} times; a blank is assigned once")
    return source


def _without_body(source):
    """The first line of a function and its docstring, and `...` for the rest."""
    body = ast.parse(source).body[0].body
    documented = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    end = body[0].end_lineno if documented else body[0].lineno - 1
    return "\n".join([*source.split("\n")[:end], f"    {BLANK}"])


def filled(stub, value):
    """The text of a cell with a value in each of its blanks."""
    blanks = stub.count(BLANK)
    values = [value] if blanks == 1 else list(value.values() if isinstance(value, dict) else value)
    if len(values) != blanks:
        raise ValueError(
            f"there are {len(values)} values for {blanks} blanks in {stub!r}; give one for each"
        )
    pieces = stub.strip().split(BLANK)
    return "".join(a + b for a, b in zip(pieces, [*map(repr, values), ""], strict=True))


def compiled(source, like):
    """The function that a text defines, in the module of another function."""
    filename = f"<answer {next(_numbers)}>"
    lines = source.splitlines(keepends=True)
    linecache.cache[filename] = (len(source), None, lines, filename)  # for the line of an error
    names = dict(like.__globals__)
    exec(compile(source, filename, "exec"), names)  # noqa: S102 - a text of the course's own
    return names[re.search(r"^def (\w+)", source, re.MULTILINE)[1]]


def arguments_of(call, names):
    """The arguments of a call that is written as code, such as `slope(np.exp, 0.0, 1.0)`."""
    found = []
    names = names | {call.partition("(")[0]: lambda *arguments: found.extend(arguments)}
    exec(call, names)  # noqa: S102 - a text of the course's own
    return found
