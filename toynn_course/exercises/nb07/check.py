"""07.check: the gradient of any cost by nudging one number of an array after the other."""

import numpy as np

from toynn_course.exercises.engine.exercise import Exercise, called

ex = Exercise(
    "07.check",
    title="Nudge every number",
    task="Write `nudged_gradient(cost, W, nudge)`: a slope of `cost(W)` for each number of the "
    "array `W`, measured with central differences. `W` is an array of floats of any shape and "
    "stays as it is.",
    hints=(
        "In notebook 05 you wrote the slope for one number. Do that for one place at a time.",
        "`for place in np.ndindex(W.shape):` goes through all places of an array of any shape.",
        "Make an array of zeros with the nudge at `place`, then add it to W and subtract it.",
    ),
    why="The network that reads 28 × 28 pixels has 101,770 numbers. Why does nobody train it this "
    "way?",
    because="Every number needs two passes through the network: 203,540 passes for one step. "
    "Backpropagation needs one forward and one back. Nudging is for testing it.",
    expects="an array of the shape of W",
    cases=(
        called("nudged_gradient(lambda W: (W**3).sum(), np.array([[1.0, 2.0]]), 0.1)"),
        called("nudged_gradient(lambda W: W[0, 0] * W[1, 0] ** 3, np.array([[2.0], [3.0]]), 0.5)"),
        called("nudged_gradient(lambda W: np.exp(W).prod(), np.array([0.5, -1.0, 0.25]), 0.2)"),
        called("nudged_gradient(lambda W: np.sin(W * [[1, 2], [3, 4]]).sum() ** 2, "
               "np.array([[0.1, 0.2], [0.3, 0.4]]), 1e-3)"),
        called("nudged_gradient(lambda W: float(W) ** 3, np.array(2.0), 0.5)"),
    ),
)  # fmt: skip


@ex.solution
def nudged_gradient(cost, W, nudge):
    """The slope of cost(W) along each number of the array W, by central differences."""
    slopes = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        step = np.zeros(W.shape)
        step[place] = nudge
        slopes[place] = (cost(W + step) - cost(W - step)) / (2 * nudge)
    return slopes


FRACTION = "(cost(W + step) - cost(W - step)) / (2 * nudge)"
STEP = "        step = np.zeros(W.shape)\n"
LOOP = "    for place in np.ndindex(W.shape):\n"


@ex.right
def there_and_back(cost, W, nudge):
    W, slopes = W.copy(), np.empty(W.shape)
    for place in np.ndindex(W.shape):
        value = W[place]
        W[place] = value + nudge
        above = cost(W)
        W[place] = value - nudge
        slopes[place] = (above - cost(W)) / (2 * nudge)
        W[place] = value
    return slopes


@ex.right
def over_the_flat_array(cost, W, nudge):
    def slope(i):
        up, down = W.flatten(), W.flatten()
        up[i] += nudge
        down[i] -= nudge
        return (cost(up.reshape(W.shape)) - cost(down.reshape(W.shape))) / (2 * nudge)

    return np.array([slope(i) for i in range(W.size)]).reshape(W.shape)


ex.right(edits=[{FRACTION: "0.5 * (cost(W + step) - cost(W - step)) / nudge"}])

# fmt: off
ex.mistake("a nudge to one side only",
    "You compare with cost(W) itself, a **forward difference**. The error of central differences "
    "is far smaller, since what the curve bends on one side nearly cancels on the other.",
    "One cost with the nudge added, one with the nudge subtracted.",
    edits=[{FRACTION: "(cost(W + step) - cost(W)) / nudge"},
           {FRACTION: "(cost(W) - cost(W - step)) / nudge"},
           {FRACTION: "(cost(W + step) - cost(W)) / (2 * nudge)"}])
ex.mistake("divided by one nudge",
    "Your slopes are twice too large. From W - step to W + step it is two nudges.",
    "Divide by `(2 * nudge)`; the brackets matter.",
    edits=[{"(2 * nudge)": "nudge"}])
ex.mistake("a bracket is missing",
    "`/ 2 * nudge` divides by 2 and then multiplies by the nudge. Or only the second cost is "
    "divided.",
    "`(... - ...) / (2 * nudge)`",
    edits=[{"(2 * nudge)": "2 * nudge"},
           {FRACTION: "cost(W + step) - cost(W - step) / (2 * nudge)"}])
ex.mistake("all numbers are nudged at once",
    "You move all numbers of W together, so every place gets the same slope. A derivative with "
    "respect to one number lets all the others stay.",
    "How many numbers of `step` are not 0?",
    edits=[{"step[place] = nudge": "step[...] = nudge"},
           {FRACTION: FRACTION.replace("step", "nudge")}])
ex.mistake("the nudges pile up",
    "From the second place on, the numbers before it are still nudged. Each place needs W as it "
    "was, with one nudge.",
    "Make a new `step` for each place, or put the number back after looking.",
    edits=[{LOOP + STEP: STEP[4:] + LOOP}])
ex.mistake("the sign",
    "Your slopes have the wrong sign. The cost after the nudge upward comes first.",
    "cost(W + step) minus cost(W - step).",
    edits=[{FRACTION: "(cost(W - step) - cost(W + step)) / (2 * nudge)"}])
ex.mistake("the given nudge has no effect",
    "You measure with a nudge of your own. The argument `nudge` should decide.",
    "`step[place] = nudge`, and divide by `(2 * nudge)`.",
    edits=[{"step[place] = nudge": f"nudge = {h}; step[place] = nudge"}
           for h in ("1e-5", "1e-6", "1e-4")])
ex.mistake("the rise alone",
    "You return by how much the cost rises. The slope is that, divided by how far apart the two "
    "places are.",
    "Two nudges apart.",
    edits=[{" / (2 * nudge)": ""}])
ex.mistake("one number for all of W",
    "You return a single number. Every number of W has a slope of its own.",
    "Keep each slope in an array of the shape of W, and return that after the loop.",
    edits=[{"return slopes": f"return slopes{one}"} for one in (".sum()", ".mean()", "[place]")]
          + [{"    return slopes": "        return slopes[place]"}])
ex.mistake("it stops after the first number",
    "Your `return` stands inside the loop, so the function ends after the first number.",
    "Move `return` to the left, below the `for`.",
    edits=[{"    return slopes": "        return slopes"}])
ex.mistake("the nudge stays in W",
    "You nudge W itself and do not put every number back, so that W and later slopes are wrong.",
    "Keep `value = W[place]`, and write it back after looking. Or nudge a copy.")


@ex.mistake("the nudge stays in W")
def nudge_in_place(cost, W, nudge):
    slopes = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        W[place] += nudge
        above = cost(W)
        W[place] -= 2 * nudge
        slopes[place] = (above - cost(W)) / (2 * nudge)
    return slopes


@ex.mistake("the nudge stays in W")
def same_array(cost, W, nudge):
    slopes = np.zeros(W.shape)
    for place in np.ndindex(W.shape):
        up = down = W
        up[place] += nudge
        down[place] -= nudge
        slopes[place] = (cost(up) - cost(down)) / (2 * nudge)
    return slopes
