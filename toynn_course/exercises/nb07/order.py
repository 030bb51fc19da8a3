"""07.order: in which order the values of a formula can pass their derivatives back."""

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.hunt.autograd import Value


def ordered(answer, edges):
    """What can be said of the order of a formula's values.

    edges : for each name the names of what it is made from, those that are used later first
    """
    values = {}
    for name, inputs in edges.items():
        values[name] = Value(1.0, [(values[each], 1.0) for each in inputs], name=name)
    result = answer(values[name])
    if not isinstance(result, list | tuple | dict):
        return result if not hasattr(result, "__iter__") else list(result)
    names = [getattr(each, "name", each) for each in result]
    if not all(each in edges for each in names):
        return result
    last = {each: len(names) - 1 - names[::-1].index(each) for each in names}
    first = {each: names.index(each) for each in names}
    pairs = [(a, b) for b in edges for a in edges[b] if a in first and b in first]
    facts = {
        "every value is there": set(names) == set(edges),
        "each value once": len(set(names)) == len(names),
        "each after what it is made from": all(last[a] < first[b] for a, b in pairs),
    }
    return facts | {"the order, if it is wrong": "" if all(facts.values()) else " ".join(names)}


FORMULAS = {
    "y = x * x + x": {"x": [], "u": ["x", "x"], "y": ["u", "x"]},
    "y = x + x * x": {"x": [], "u": ["x", "x"], "y": ["x", "u"]},
    "y = tanh(w * x + b)": {
        "w": [], "x": [], "u": ["w", "x"], "b": [], "z": ["u", "b"], "y": ["z"]
    },
    "u = x * w, v = u * u, y = (v + x) * u": {
        "w": [], "x": [], "u": ["x", "w"], "v": ["u", "u"], "s": ["v", "x"], "y": ["s", "u"]
    },
    "y = a single number": {"y": []},
    "a = x * x, b = a + x, c = b * a, y = c + b": {
        "x": [], "a": ["x", "x"], "b": ["a", "x"], "c": ["b", "a"], "y": ["c", "b"]
    },
}  # fmt: skip

ex = Exercise(
    "07.order",
    title="Step 3: the order",
    task="Write `in_order(value)`: a list of the value and all behind it, each once, and each "
    "after everything that it was made from. The value itself comes last.",
    hints=(
        "Before a value may enter the list, everything that it was made from has to be in it.",
        "A function that calls itself for each value in `made_from` and only then appends.",
        "And at its top: if the value is in the list already, there is nothing to do.",
    ),
    why="`backward` goes through this list from the end. What goes wrong if a value passes its "
    "derivative back before the last of its shares has come?",
    because="It passes back too little: what comes later stays in its own grad, and what it was "
    "made from never hears of it.",
    use=ordered,
    cases=tuple(case(edges, shown=f"in_order(y)  # {name}") for name, edges in FORMULAS.items()),
)


@ex.solution
def in_order(value):
    """The value and all behind it, each once, and each after everything that it was made from."""
    found = []

    def visit(each):
        if each not in found:
            for other, _ in each.made_from:
                visit(other)
            found.append(each)

    visit(value)
    return found


LOOP = "            for other, _ in each.made_from:\n                visit(other)\n"
APPEND = "            found.append(each)\n"


@ex.right
def with_a_dict(value):
    found = {}

    def visit(each):
        if each in found:
            return
        for other, _ in reversed(list(each.made_from)):
            visit(other)
        found[each] = True

    visit(value)
    return list(found)


@ex.right
def without_recursion(value):
    behind, todo = {value}, [value]
    while todo:
        for other, _ in todo.pop().made_from:
            if other not in behind:
                behind.add(other)
                todo.append(other)
    found = []
    while len(found) < len(behind):
        for each in behind:
            if each not in found and all(other in found for other, _ in each.made_from):
                found.append(each)
    return found


ex.right(edits=[{"return found": "return tuple(found)"}])

# fmt: off
ex.mistake("a shared value comes twice",
    "A value that is used twice is twice in your list. `backward` would let it pass its derivative "
    "back twice, so what is behind it gets too much.",
    "How can you tell that a value is in the list already?",
    edits=[{"if each not in found:": "if True:"}])
ex.mistake("the result comes first",
    "Your list begins with the result. It should come last, and each value after what it was made "
    "from.",
    "Visit what a value was made from before you append it.",
    edits=[{LOOP + APPEND: APPEND + LOOP}, {"return found": "return found[::-1]"}])
ex.mistake("the first way to a value decides",
    "You put a value in its place when you first meet it, and turn the list round at the end. A "
    "value that is used twice may then stand after something that is made from it.",
    "In y = x + x · x the x is met before x · x. Where does it end up?",
    "Append a value only when all that it was made from is in the list.",
    edits=[{LOOP + APPEND: APPEND + LOOP, "return found": "return found[::-1]"}])
ex.mistake("only what it was directly made from",
    "You look one step back. Behind those values there may be others.",
    "A function that calls itself goes all the way.",
    edits=[{"                visit(other)": "                found.append(other)"}])
ex.mistake("the value itself is missing",
    "Everything behind the value is in your list, but not the value itself. It is the first to "
    "pass something back.",
    "Append it, last.",
    edits=[{"return found": "return found[:-1]"}])
ex.mistake("the values without anything behind them are missing",
    "Your list lacks the values that were not made from anything: the weights and the inputs. "
    "They are those whose derivatives you want.",
    "Append a value also where `made_from` is empty.",
    edits=[{"if each not in found:": "if each.made_from and each not in found:"}])


def level_by_level(value):
    found, level = [], [value]
    while level:
        found += [each for each in level if each not in found]
        level = [other for each in level for other, _ in each.made_from]
    return found[::-1]


ex.mistake("the first way to a value decides", wrong=[level_by_level])


@ex.mistake("the first way to a value decides")
def one_by_one(value):
    found = [value]
    for each in found:
        found += [other for other, _ in dict(each.made_from).items() if other not in found]
    return found[::-1]


@ex.mistake("a shared value comes twice")
def levels_with_doubles(value):
    found, level = [], [value]
    while level:
        found += level
        level = [other for each in level for other, _ in each.made_from]
    return found[::-1]
