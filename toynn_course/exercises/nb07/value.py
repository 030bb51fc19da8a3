"""07.value: a product that remembers what it was made from, and with which slopes."""

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.hunt.autograd import Value


def remembered(answer, x, y):
    """What a product keeps: its number, and what it says it was made from."""
    a, b = Value(float(x)), Value(float(y))
    result = answer(a, b)
    made_from = getattr(result, "made_from", None)
    if not isinstance(made_from, list | tuple):
        return result
    names = {id(a): "a", id(b): "b"}
    remembers = sorted(remembered_item(item, names) for item in made_from)
    return {"data": result.data, "made_from": remembers, "a.data, b.data": [a.data, b.data]}


def remembered_item(item, names):
    """One item of `made_from` in words, such as "a with slope 5"."""
    if not isinstance(item, list | tuple) or len(item) != 2:
        return f"{names.get(id(item), 'a number')}, not in a pair"
    value, slope = (names.get(id(each), each) for each in item)
    return f"{value} with slope {slope:.6g}" if isinstance(slope, float) else f"{value}, {slope}"


CALL = "times(Value({}), Value({}))"

ex = Exercise(
    "07.value",
    title="Step 1: a product that remembers",
    task="Write `times(a, b)`: a `Value` with the product of the two numbers, made from a and b, "
    "each with the slope that the product has along it.",
    hints=(
        "`plus` above shows the form. Only the number and the two slopes are different.",
        "Hold b at 5 and move a by 1: by how much does a × b move?",
        "`Value(a.data * b.data, [(a, b.data), (b, a.data)])`",
    ),
    why="Why does the product have to remember slopes now, on the way forward, and not later?",
    because="The slopes depend on the numbers that went in. They are at hand now; on the way back "
    "it is enough to look them up.",
    use=remembered,
    cases=tuple(
        case(*pair, shown=CALL.format(*pair)) for pair in ((2.0, 5.0), (-3, 0.5), (0.0, 4.0))
    ),
    draw=lambda rng: rng.uniform(-3, 3, 2).round(2).tolist(),
)


@ex.solution
def times(a, b):
    """The product of two Values, which remembers a and b and its slope along each of them."""
    return Value(a.data * b.data, [(a, b.data), (b, a.data)])


MADE = "[(a, b.data), (b, a.data)]"
ex.right(edits=[{MADE: "((b, a.data), (a, b.data))"}, {"a.data * b.data": "b.data * a.data"}])


@ex.right
def step_by_step(a, b):
    product = Value(b.data * a.data)
    product.made_from = ((a, b.data), (b, a.data))
    return product


# fmt: off
ex.mistake("each keeps its own number as the slope",
    "The slope along a is your a. But if a moves by 1, the product moves by b.",
    "2 × 5 is 10, and 3 × 5 is 15. What was the slope along the first?",
    edits=[{MADE: "[(a, a.data), (b, b.data)]"}])
ex.mistake("the slopes of a sum",
    "Your slopes are 1, as for a sum. In a product, a move of a is multiplied by b.",
    "2 × 5 is 10, and 3 × 5 is 15.",
    edits=[{MADE: "[(a, 1.0), (b, 1.0)]"}])
ex.mistake("it remembers nothing",
    "Your product has the right number, but no memory: on the way back nobody can tell that it "
    "was made from a and b.",
    "The second argument of `Value` is a list of pairs.",
    edits=[{f", {MADE}": ""}, {MADE: "[]"}])
ex.mistake("a plain number",
    "You return a plain number. It has no place to remember what it was made from.",
    "`Value(...)`",
    edits=[{f"Value(a.data * b.data, {MADE})": "a.data * b.data"}])
ex.mistake("numbers instead of values",
    "You remember the numbers, not the Values. On the way back each Value has to get its share, "
    "and a number cannot take one.",
    "The first of each pair is `a` or `b` itself.",
    edits=[{MADE: "[(a.data, b.data), (b.data, a.data)]"}, {MADE: "[b.data, a.data]"}])
ex.mistake("the pairs are turned round",
    "The slope comes first in your pairs. In `plus`, the Value comes first.",
    "`(a, b.data)`",
    edits=[{MADE: "[(b.data, a), (a.data, b)]"}])
ex.mistake("the slopes are missing",
    "You remember a and b without their slopes. Each needs a pair.",
    "`(a, b.data)`",
    edits=[{MADE: "[a, b]"}, {MADE: "(a, b)"}])
ex.mistake("a sum, not a product",
    "Your number is the sum of the two.",
    "2 times 5 is 10.",
    edits=[{"a.data * b.data": "a.data + b.data"}])
ex.mistake("the product is the slope",
    "Your slopes are the product itself. If a moves by 1, the product moves by b.",
    "2 × 5 is 10, and 3 × 5 is 15.",
    edits=[{MADE: "[(a, a.data * b.data), (b, a.data * b.data)]"}])
ex.mistake("only one of the two is remembered",
    "You remember one of the two factors. Both can move, so both need their share.",
    "Two pairs.",
    edits=[{MADE: "[(a, b.data)]"}, {MADE: "[(b, a.data)]"}])
