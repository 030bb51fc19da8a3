"""Challenge cards: settings of the playground that show one thing, and what became of ten starts.

Each card asks for a prediction first. What it says afterwards was measured from several seeds,
since a single run proves nothing.
"""

from dataclasses import asdict, dataclass

from toynn_course.exercises.engine.registry import PREDICTIONS
from toynn_course.playground.experiments import SOLVED, Found
from toynn_course.playground.settings import Settings


@dataclass(frozen=True, eq=False)
class Setup:
    """One way to set up the playground, and how its runs ended.

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
        solved = f"{about if found.solved else ''}{found.solved} of {self.seeds}"
        cells = {
            "Epochs": f"{self.epochs}",
            f"Solved (test loss below {self.limit})": solved,
            "Solved in epoch (the middle one)": f"{about}{found.epoch}" if found.epoch else "-",
            "Training loss": f"{about}{found.training:.{digits}f}",
            "Test loss": f"{about}{found.test:.{digits}f}",
            "Test accuracy": f"{about}{found.accuracy:.2f}",
        }
        if self.settings.get("noise"):
            cells["Accuracy by the true rule"] = f"{about}{found.rule:.2f}"
        return cells


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
        "The line is between the clouds after one epoch or two. The loss keeps falling even then, "
        "because the weights grow, and the change from blue to orange becomes steeper.",
        "A network without a hidden layer is one neuron. It draws a line, and here a line is all "
        "that it takes.",
    ),
    Card(
        "A disc in a ring, no hidden layer",
        "One line is not",
        "09.no_line",
        (Setup("no hidden layer", {"hidden": ()}, Found(0, None, 0.498, 0.513, 0.53), epochs=100),),
        "The map is pale: all answers are near 0.",
        "No line has the disc on one side and the ring on the other. Even the best line leaves "
        "three in ten points on the wrong side, whatever the rate and the number of epochs. What "
        "helps is another architecture, or other inputs.",
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
        "A round boundary, without a single hidden neuron. Press Reset for other initial weights: "
        "now and then a start fails.",
        "Three numbers do what took 25, because the inputs bring the idea along. In the two starts "
        "that failed, both weights began well above 0. The ring, with inputs up to 25, got a 1 "
        "from the very beginning, far out where tanh is flat and the gradient almost 0.",
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
        "With X1X2, the network is one weight and one bias. With X1 and X2 instead, it learns "
        "nothing.",
        "The feature already is the answer: the product is positive where X1 and X2 have the same "
        "sign. Somebody had to know that. Hidden layers are for when nobody does.",
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
        "W₂ (W₁ x + b₁) + b₂ is one weight matrix times x, plus one bias. Without a nonlinearity "
        "between them, layers fold into one.",
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
        "Two cuts enclose a strip or a wedge, still open at the ends. With three the boundary can "
        "close. The small maps of the neurons show the cuts one by one.",
        "Each neuron of the first layer makes one straight cut, and the output adds them up: it "
        "takes three to go round. tanh rounds the corners, relu leaves them sharp. In the one relu "
        "start that failed, two of the three cuts had ended up in the same place.",
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
        "Press Reset a few times with either setting. With 2, some points stay on the wrong side "
        "every time. With 4, that depends on the start.",
        "That good weights exist does not mean that gradient descent finds them. And ten starts "
        "are few: of the next ten with 4 neurons, seeds 10 to 19, two were solved, not five.",
    ),
    Card(
        "Ten starts",
        "The playground as it opens",
        "09.default",
        (Setup("4 and 2, tanh", {}, Found(10, 73, 0.002, 0.005, 1.00)),),
        "Does the loss fall evenly, or is there a stretch where it is nearly flat? Press Reset and "
        "Play: is it the same again?",
        "All ten arrived, but the slowest took three times as long as the fastest. So give a "
        "result as a share of starts, or as a range, not as one number.",
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
        "0.0001: nothing seems to move. 0.3: quick, with jumps. 10: the map flickers. You can "
        "change the rate while it plays; nothing is reset.",
        "0.0001 is 300 times smaller than the usual rate, and so is each step. At 0.3 most runs "
        "get below the limit, but some jump out again. (Then lower the rate.) At 10 the network is "
        "no better than guessing; tanh keeps its outputs between -1 and 1, so the loss is high but "
        "cannot become infinite.",
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
        "weights: those at the inputs are the smallest.",
        "The slope of the sigmoid is at most 0.25, and every layer multiplies the gradient by it. "
        "Little is left for the first layer. In two of the ten starts the loss had begun to move "
        "after 300 epochs. Notebook 10 measures all this, and cures it.",
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
        "The hidden outputs are tanh(0) = 0, and the weights behind them are 0, so no gradient "
        "arrives on either side. If all weights started equal, but not at 0, the neurons of a "
        "layer would learn and stay equal: twins. Random weights are there to tell them apart.",
    ),
    Card(
        "Two spirals",
        "Spiral",
        "09.arms",
        (
            Setup(
                "8 and 8, X1 and X2",
                {"dataset": "spiral", "hidden": (8, 8)},
                Found(2, 1364, 0.029, 0.100, 0.93),
                epochs=1500,
                limit=0.05,
            ),
            Setup(
                "8 and 8, with sines",
                {"dataset": "spiral", "hidden": (8, 8), "features": SINES},
                Found(10, 119, 0.009, 0.029, 0.98),
                limit=0.05,
            ),
        ),
        "The first setting takes a while, so raise the speed.",
        "With the sines, the network is given the ups and downs of the arms and need not build "
        "them itself.",
    ),
    Card(
        "Wrong labels, three sizes",
        "Memorise",
        "09.memorise",
        (
            Setup(
                "one layer of 2",
                NOISY | {"hidden": (2,)},
                Found(0, None, 0.284, 0.452, 0.67, 0.69),
                epochs=800,
            ),
            Setup(
                "one layer of 8",
                NOISY | {"hidden": (8,)},
                Found(0, None, 0.14, 0.54, 0.66, 0.69),
                epochs=800,
                steady=False,
            ),
            Setup(
                "three layers of 8",
                NOISY,
                Found(0, None, 0.09, 0.58, 0.66, 0.68),
                epochs=800,
                steady=False,
            ),
        ),
        "With three layers, tongues of colour reach for single points. Watch the chart: within "
        "the first hundred epochs or so the test loss is at its lowest. Then it rises, while the "
        "training loss goes on falling.",
        "50 points, a quarter of the labels wrong, and 177 numbers: there is room to memorise, and "
        "the training loss cannot tell memorising from learning. Compare the last two rows: all "
        "three networks are wrong about as often. But the larger the network, the more confident "
        "its mistakes, and the test loss counts that, too.",
    ),
    Card(
        "Wrong labels, weight decay",
        "Restrain",
        "09.restrain",
        (
            Setup(
                "L2, rate 0.03",
                _restrained("L2", 0.03),
                Found(0, None, 0.280, 0.391, 0.70, 0.75),
                epochs=800,
            ),
            Setup(
                "L2, rate 0.003",
                _restrained("L2", 0.003),
                Found(0, None, 0.13, 0.51, 0.68, 0.73),
                epochs=800,
                steady=False,
            ),
            Setup(
                "L1, rate 0.003",
                _restrained("L1", 0.003),
                Found(0, None, 0.18, 0.49, 0.67, 0.70),
                epochs=800,
                steady=False,
            ),
        ),
        "Compare with three layers of 8 on card 13: there are fewer tongues of colour, and the "
        "links are thinner. With L1 many weights are exactly 0.",
        "In each step L2 takes a share of every weight away, L1 the same amount from each. Steep "
        "walls round single points take large weights, and those have their price now. The "
        "network is less sure of its mistakes. It is still wrong about a quarter of the points: "
        "four in ten points of the disc carry the wrong label here, one in ten of the ring, and "
        "no penalty can know that. Too strong a pull leaves nothing: with L1 at a rate of 10 all "
        "weights become 0.",
    ),
)
"""All cards, in the order in which they are best played."""
