"""07.share: a value passes its derivative back to what it was made from."""

from toynn_course.exercises.engine.exercise import Exercise, case
from toynn_course.hunt.autograd import Value

CALL = "pass_back(value)"


def shared(answer, setting):
    """The derivatives of what a value was made from, after it has passed its own back.

    setting : its grad; pairs (grad so far, slope); and "same" if one value went in twice
    """
    grad, inputs, *same = setting
    values = [Value(1.5) for _ in inputs]
    values = [values[0]] * len(values) if same else values
    for value, (so_far, _) in zip(values, inputs, strict=True):
        value.grad = so_far
    result = Value(4.0, [(value, slope) for value, (_, slope) in zip(values, inputs, strict=True)])
    result.grad = grad
    before = state(result)
    said = answer(result)
    return said if state(result) == before else state(result)


def state(result):
    """All that `pass_back` can change."""
    inputs = [other for other, _ in result.made_from]
    grads = {f"grad of input {number}": other.grad for number, other in enumerate(inputs, 1)}
    numbers = {f"data of input {number}": other.data for number, other in enumerate(inputs, 1)}
    return grads | numbers | {"grad of the value itself": result.grad}


ex = Exercise(
    "07.share",
    title="Step 2: pass it back",
    task="Write `pass_back(value)`: each value in `value.made_from` gets its share of the "
    "derivative, slope times `value.grad`. What it has got from others before stays.",
    hints=(
        "`for other, slope in value.made_from:` goes through the pairs.",
        "The chain rule: the share is `slope * value.grad`.",
        "In x · x + x the x gets three shares. What must `=` be, so that none is lost?",
    ),
    why="Which rule of notebook 06 does the `+=` stand for?",
    because="Where several paths lead on from a node, what comes back along them is added: the sum "
    "in equation (2). There it was hidden in a matrix product.",
    use=shared,
    cases=(
        case((1.0, ((0.0, 2.0), (0.0, 3.0))), shown=f"{CALL}  # grad 1, slopes 2 and 3"),
        case(
            (0.5, ((0.25, 2.0), (-1.0, 4.0))),
            shown=f"{CALL}  # grad 0.5, slopes 2 and 4, inputs with 0.25 and -1 so far",
        ),
        case(
            (3.0, ((0.5, 2.0), (0.5, -1.0)), "same"),
            shown=f"{CALL}  # grad 3, one input twice, with slopes 2 and -1",
        ),
        case((-2.0, ((0.0, 0.75),)), shown=f"{CALL}  # grad -2, slope 0.75"),
    ),
)


@ex.solution
def pass_back(value):
    """Add a share of the derivative to the grad of each value that this one was made from."""
    for other, slope in value.made_from:
        other.grad += slope * value.grad


SHARE = "other.grad += slope * value.grad"
ex.right(edits=[
    {SHARE: "other.grad = other.grad + value.grad * slope"},
    {"other, slope in": "pair in", SHARE: "pair[0].grad += pair[1] * value.grad"},
    {SHARE: "setattr(other, 'grad', other.grad + slope * value.grad)"},
])  # fmt: skip

# fmt: off
ex.mistake("the shares are not added up",
    "You set the grad, and lose what other paths have brought before. In x · x + x three shares "
    "come to x, and only the last one would stay.",
    "`=` replaces, `+=` adds.",
    edits=[{SHARE: "other.grad = slope * value.grad"}])
ex.mistake("the slope is missing",
    "You pass on the derivative without the slope. The chain rule multiplies the two.",
    "If the value rises three times as fast as its input, the input gets three times the share.",
    edits=[{SHARE: "other.grad += value.grad"}])
ex.mistake("the derivative of the value is missing",
    "You pass on the slope alone. It says how the value moves with its input; how the result moves "
    "with the value is `value.grad`, and the chain rule multiplies the two.",
    "`slope * value.grad`",
    edits=[{SHARE: "other.grad += slope"}, {SHARE: "other.grad = slope"}])
ex.mistake("data instead of grad",
    "You use the number, `data`, where the derivative belongs. Numbers flow forward, derivatives "
    "flow back.",
    "`value.grad`",
    edits=[{SHARE: "other.grad += slope * value.data"}, {SHARE: "other.grad += slope * other.data"},
           {SHARE: "other.data += slope * value.grad"}])
ex.mistake("the wrong way",
    "You change the grad of the value itself. It is known already, and its inputs are waiting.",
    "Which of the two stands on the left of `+=`?",
    edits=[{SHARE: "value.grad += slope * other.grad"}])
ex.mistake("slope and derivative are added",
    "You add the slope and the derivative. Along a path, slopes multiply.",
    "`slope * value.grad`",
    edits=[{SHARE: "other.grad += slope + value.grad"}])
ex.mistake("a minus sign",
    "You subtract the share. That would be a step downhill; here only the derivative is found.",
    "`+=`",
    edits=[{SHARE: "other.grad -= slope * value.grad"}])
ex.mistake("only the first one gets its share",
    "Only one of the inputs gets its share: your function ends after it.",
    "Is there a `return` in the loop, or `made_from[0]`?",
    edits=[{SHARE: f"{SHARE}\n        return"}, {"value.made_from": "value.made_from[:1]"},
           {"value.made_from": "value.made_from[-1:]"}])
ex.mistake("it is multiplied into what is there",
    "You multiply what the input has got so far. Before the first share that is 0, and 0 it stays.",
    "Shares from several paths are added.",
    edits=[{SHARE: "other.grad *= slope * value.grad"},
           {SHARE: "other.grad += other.grad * slope * value.grad"}])
ex.mistake("returned, not passed back",
    "You return the shares, and the inputs never get them. Each input keeps its own in `grad`.",
    "`other.grad += ...`",
    edits=[{SHARE: "return slope * value.grad"},
           {"    for other, slope in value.made_from:\n        other.grad += slope * value.grad":
            "    return [slope * value.grad for other, slope in value.made_from]"}])
