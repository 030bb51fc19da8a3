"""Challenge cards: settings of the playground that show one thing, and what ten starts made of it.

Each card asks for a prediction first. What it says afterwards was measured from several seeds,
since a single run proves little.
"""

from dataclasses import asdict, dataclass

from toynn_course.exercises.engine.registry import PREDICTIONS
from toynn_course.playground.experiments import SOLVED, Found
from toynn_course.playground.settings import Settings


@dataclass(frozen=True, eq=False)
class Setup:
    """One way to set up the playground, and what came of it.

    name : a few words
    settings : dict of what differs from the usual Settings
    found : Found, as the tests recompute it
    limit : a run is solved below this test loss
    steady : False where the last digit of a number decides how a run ends, so that another
        computer may find a little more or less
    """

    name: str
    settings: dict
    found: Found
    epochs: int = 300
    seeds: int = 10
    limit: float = SOLVED
    steady: bool = True

    @property
    def whole(self):
        """A value for every setting, so that nothing is left over from before."""
        return asdict(Settings(**self.settings))

    @property
    def cells(self):
        """What was found, as a column of a table: what each number is, and the number."""
        found, about = self.found, "" if self.steady else "about "
        digits = 3 if self.steady else 2
        return {
            "Epochs": f"{self.epochs}",
            f"Solved (test loss below {self.limit})": f"{about}{found.solved} of {self.seeds}",
            "Solved in epoch (the middle one)": f"{about}{found.epoch}" if found.epoch else "-",
            "Training loss": f"{about}{found.training:.{digits}f}",
            "Test loss": f"{about}{found.test:.{digits}f}",
            "Test accuracy": f"{about}{found.accuracy:.2f}",
        }


@dataclass(frozen=True, eq=False)
class Card:
    """A card: a question to commit to, settings to try, what was found, and why.

    topic : what the menu calls it, which must not give the answer away
    name : what it is called once it is answered, which may
    prediction : the id of its question
    look : what to watch in the playground
    """

    topic: str
    name: str
    prediction: str
    setups: tuple[Setup, ...]
    look: str
    why: str

    @property
    def question(self):
        """Its Prediction."""
        return PREDICTIONS[self.prediction]


SINES = ("X1", "X2", "sin(X1)", "sin(X2)")
NOISY = {"ratio": 10, "noise": 50, "hidden": (8, 8, 8), "learning_rate": 0.1}


def _restrained(kind, rate):
    return NOISY | {"regularization": kind, "regularization_rate": rate}


CARDS = (
    Card(
        "Two clouds, no hidden layer",
        "One line is enough",
        "09.line",
        (
            Setup(
                "no hidden layer",
                {"dataset": "gauss", "hidden": ()},
                Found(10, 1, 0.001, 0.000, 1.00),
                epochs=100,
            ),
        ),
        "The line stands between the clouds after one epoch or two. The loss goes on falling, as "
        "the change from one side to the other becomes steeper.",
        "A network without a hidden layer is one neuron: it draws a line, and here a line is all "
        "that it takes.",
    ),
    Card(
        "A disc in a ring, no hidden layer",
        "One line is not",
        "09.no_line",
        (Setup("no hidden layer", {"hidden": ()}, Found(0, None, 0.498, 0.513, 0.53), epochs=100),),
        "The map is pale everywhere: answers near 0, because every line is wrong for about half "
        "of the points.",
        "No line has the disc on one side and the ring on the other. Neither more epochs nor "
        "another rate changes that; another architecture or other inputs do.",
    ),
    Card(
        "A disc in a ring, squared inputs",
        "Better features beat depth",
        "09.squares",
        (
            Setup(
                "X1² and X2²",
                {"hidden": (), "features": ("X1^2", "X2^2")},
                Found(8, 22, 0.198, 0.211, 0.90),
                epochs=100,
            ),
        ),
        "A round boundary without a single hidden neuron. Press Reset for other initial weights: "
        "now and then a start fails.",
        "Three numbers do what took 25, since the inputs carry the idea. In the two starts that "
        "failed both weights began well above 0: with inputs up to 25 the ring is then answered "
        "with 1 from the beginning, where tanh is flat and the gradient almost 0.",
    ),
    Card(
        "XOR, one input",
        "Better features, again",
        "09.product",
        (
            Setup(
                "X1X2 alone",
                {"dataset": "xor", "hidden": (), "features": ("X1X2",)},
                Found(10, 4, 0.004, 0.003, 1.00),
                epochs=100,
            ),
            Setup(
                "X1 and X2",
                {"dataset": "xor", "hidden": ()},
                Found(0, None, 0.511, 0.521, 0.50),
                epochs=100,
            ),
        ),
        "With X1X2 the network is one weight and one bias. With X1 and X2 instead it learns "
        "nothing.",
        "The feature is the answer already: the product is above 0 where both have the same sign. "
        "Somebody had to know that. Hidden layers are for when nobody does.",
    ),
    Card(
        "Two linear layers",
        "Layers without bends",
        "09.no_bends",
        (
            Setup(
                "4 and 2, linear",
                {"activation": "linear"},
                Found(0, None, 0.494, 0.508, 0.53),
                epochs=100,
            ),
        ),
        "Six hidden neurons, and a pale map with a straight boundary, as if there were none.",
        "W₂ (W₁ x + b₁) + b₂ is one weight matrix times x, and one bias. Layers without a bend in "
        "between fold into one.",
    ),
    Card(
        "Closing around the disc",
        "How many bends?",
        "09.bends",
        (
            Setup("2 hidden, tanh", {"hidden": (2,)}, Found(0, None, 0.220, 0.285, 0.81)),
            Setup("3 hidden, tanh", {"hidden": (3,)}, Found(3, 225, 0.012, 0.020, 1.00)),
            Setup(
                "3 hidden, relu",
                {"hidden": (3,), "activation": "relu"},
                Found(9, 129, 0.024, 0.038, 0.98),
            ),
        ),
        "Two cuts leave a strip or a wedge, open at its ends. Three close. The small maps of the "
        "neurons show the cuts one by one.",
        "Each neuron of the first layer is one straight cut, and the output adds them up: it takes "
        "three to go round. With tanh the corners are rounded, with relu they stay sharp. In the "
        "one relu start that failed two of the three cuts had fallen together.",
    ),
    Card(
        "XOR, 2 or 4 neurons",
        "Width and luck",
        "09.width",
        (
            Setup(
                "2 hidden", {"dataset": "xor", "hidden": (2,)}, Found(0, None, 0.193, 0.212, 0.84)
            ),
            Setup(
                "4 hidden", {"dataset": "xor", "hidden": (4,)}, Found(5, 236, 0.022, 0.032, 0.99)
            ),
        ),
        "With 2 a strip is the best it finds: some points of each square lie outside. With 4 the "
        "boundary bends towards the cross, sooner in some starts than in others.",
        "That good weights exist does not mean that the way down leads to them. More neurons begin "
        "in more places. And ten starts are few: of the next ten, seeds 10 to 19, two were solved, "
        "not five.",
    ),
    Card(
        "Ten starts",
        "The playground as it opens",
        "09.default",
        (Setup("4 and 2, tanh", {}, Found(10, 73, 0.002, 0.005, 1.00)),),
        "The loss does not fall evenly: there are stretches that are nearly flat, and falls after "
        "them.",
        "All ten arrived, the slowest three times as late as the fastest. A result is a share of "
        "starts, or a range, and not one number.",
    ),
    Card(
        "Three learning rates",
        "Too slow, fast, too fast",
        "09.rate",
        (
            Setup(
                "rate 0.0001",
                {"learning_rate": 0.0001},
                Found(0, None, 0.511, 0.513, 0.56),
                epochs=100,
            ),
            Setup(
                "rate 0.3",
                {"learning_rate": 0.3},
                Found(9, 17, 0.00, 0.02, 0.99),
                steady=False,
            ),
            Setup(
                "rate 10",
                {"learning_rate": 10},
                Found(0, None, 0.99, 1.02, 0.49),
                epochs=100,
                steady=False,
            ),
        ),
        "0.0001: nothing seems to move. 0.3: quick, with jumps. 10: the map flickers. You may "
        "change the rate while it runs; nothing is reset.",
        "0.0001 is 300 times less than the usual rate, so it would need about 300 times as many "
        "epochs. At 0.3 most runs get below the limit and some jump out again: then lower the "
        "rate. At 10 every step overshoots; tanh keeps the outputs between -1 and 1, so the loss "
        "is high and not infinite.",
    ),
    Card(
        "Three layers of sigmoids",
        "Asleep",
        "09.asleep",
        (
            Setup(
                "8, 8 and 8, sigmoid",
                {"activation": "sigmoid", "hidden": (8, 8, 8)},
                Found(0, None, 0.484, 0.492, 0.52),
            ),
        ),
        "177 numbers, and a pale map of one colour. Let the links show gradients instead of "
        "weights: they are small at the inputs.",
        "The slope of the sigmoid is 0.25 at best, and the gradient is multiplied by it once a "
        "layer. Little of it reaches the first one. Notebook 10 measures that, and cures it.",
    ),
    Card(
        "All weights at 0",
        "Twins",
        "09.twins",
        (
            Setup(
                "all weights 0", {"weights": "zero"}, Found(0, None, 0.500, 0.501, 0.49), epochs=100
            ),
        ),
        "Every weight stays at 0 for ever. One number moves: the bias of the output.",
        "The hidden outputs are tanh(0) = 0, and the weights after them are 0: no gradient arrives "
        "on either side. Were all weights equal but not 0, they would learn and stay equal: "
        "neurons with the same start are twins. Random starts are there to tell them apart.",
    ),
    Card(
        "Two spirals",
        "Spiral",
        "09.arms",
        (
            Setup(
                "8 and 8, X1 and X2",
                {"dataset": "spiral", "hidden": (8, 8)},
                Found(1, 1387, 0.028, 0.099, 0.94),
                epochs=1500,
                seeds=5,
                limit=0.05,
            ),
            Setup(
                "8 and 8, with sines",
                {"dataset": "spiral", "hidden": (8, 8), "features": SINES},
                Found(10, 119, 0.009, 0.029, 0.98),
                limit=0.05,
            ),
        ),
        "The first setting takes a while: raise the speed. Its boundary winds up bit by bit.",
        "Two layers of 8 can draw a spiral from either choice of inputs. With the sines they need "
        "not build the ups and downs themselves, and that saves most of the time.",
    ),
    Card(
        "Wrong labels, three sizes",
        "Memorise",
        "09.memorise",
        (
            Setup(
                "one layer of 2",
                NOISY | {"hidden": (2,)},
                Found(0, None, 0.284, 0.452, 0.67),
                epochs=800,
            ),
            Setup(
                "one layer of 8",
                NOISY | {"hidden": (8,)},
                Found(0, None, 0.14, 0.54, 0.66),
                epochs=800,
                steady=False,
            ),
            Setup(
                "three layers of 8",
                NOISY,
                Found(0, None, 0.09, 0.58, 0.66),
                epochs=800,
                steady=False,
            ),
        ),
        "With three layers tongues of colour reach for single points. The test loss falls for some "
        "forty epochs; then it rises, while the training loss goes on falling.",
        "50 points, a quarter of the labels wrong, and 177 numbers: it is easier to memorise "
        "the points than to find the rule. The training loss cannot tell one from the other. "
        "The network with the most neurons fitted best and knew least.",
    ),
    Card(
        "Wrong labels, a pull towards 0",
        "Restrain",
        "09.restrain",
        (
            Setup(
                "L2, rate 0.03",
                _restrained("L2", 0.03),
                Found(0, None, 0.280, 0.391, 0.70),
                epochs=800,
            ),
            Setup(
                "L2, rate 0.003",
                _restrained("L2", 0.003),
                Found(0, None, 0.13, 0.51, 0.68),
                epochs=800,
                steady=False,
            ),
            Setup(
                "L1, rate 0.003",
                _restrained("L1", 0.003),
                Found(0, None, 0.18, 0.49, 0.67),
                epochs=800,
                steady=False,
            ),
        ),
        "Compare with Memorise: the tongues melt, and the links grow thin. With L1 many weights "
        "are exactly 0.",
        "In each step L2 takes a share off every weight, and L1 the same amount off each. Steep "
        "walls round single points take large weights, and those have their price now. Too strong "
        "a pull leaves nothing: with L1 at a rate of 10 all weights become 0.",
    ),
)
"""All cards, in the order in which they are best played."""
