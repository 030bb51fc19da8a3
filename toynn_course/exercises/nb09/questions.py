"""The questions of notebook 09."""

from toynn_course.exercises.engine.question import Option, Prediction

LINE = Prediction(
    id="09.line",
    question="Two clouds, one above right and one below left. The network has no hidden layer: two "
    "inputs, one output. How many epochs does it need?",
    options=(
        Option(
            "One or two",
            "A line is enough, and in one epoch the network takes 25 steps, one for each batch of "
            "10 of its 250 training points.",
            right=True,
        ),
        Option(
            "Some fifty",
            "An epoch is not one step. It is 25 of them here, one for each batch of 10 points.",
            misconception="an epoch is one step",
        ),
        Option(
            "It never gets there without a hidden layer",
            "A hidden layer is needed where one line is not enough. Between these two clouds there "
            "is room for a line.",
            misconception="a network needs a hidden layer",
        ),
    ),
)

NO_LINE = Prediction(
    id="09.no_line",
    question="The same network without a hidden layer, on a disc inside a ring. What does it come "
    "to in 100 epochs?",
    options=(
        Option(
            "It gets there, only more slowly",
            "More epochs find the best line. They do not make another shape of it.",
            misconception="training long enough solves everything",
        ),
        Option(
            "A loss of about 0.5, and about half of the points right: as good as guessing",
            "No line has the disc on one side and the ring on the other. The best that is left is "
            "to answer 0 everywhere, half way between -1 and 1, and ½ (0 - 1)² is 0.5.",
            right=True,
        ),
        Option(
            "About three quarters right, as the line cuts off half of the ring",
            "A line that cuts off a part of the ring leaves the other part on the side of the "
            "disc. It is hardly better than none.",
        ),
    ),
)

BETTER = Prediction(
    id="09.squares",
    question="The disc in the ring again, still without a hidden layer, but the inputs are X1² and "
    "X2² in place of X1 and X2. Is a straight cut enough now?",
    options=(
        Option(
            "No, a network without a hidden layer can draw lines only",
            "It draws a line, but in the plane of its inputs. A line X1² + X2² = constant is a "
            "circle in the plane of X1 and X2.",
            misconception="without a hidden layer there are only straight boundaries",
        ),
        Option(
            "Yes, and every start finds it",
            "Eight of ten found it. In the other two both weights began well above 0. With inputs "
            "up to 25 the ring was then answered with 1 from the beginning, where tanh is flat.",
            misconception="what can be represented is always found",
        ),
        Option(
            "Yes, and most starts find it, but not all",
            "Eight of ten, within 30 epochs. The other two began on the wrong side of tanh, where "
            "it is flat: there the gradient is almost 0, and they stayed.",
            right=True,
        ),
    ),
)

PRODUCT = Prediction(
    id="09.product",
    question="The four squares of XOR, no hidden layer, and a single input: the product X1X2. How "
    "many numbers does the network have, and does it get there?",
    options=(
        Option(
            "Two, and it gets there in a few epochs",
            "One weight and one bias. The product is above 0 exactly where the two have the same "
            "sign, so the feature is the answer already.",
            right=True,
        ),
        Option(
            "Two, and that is too few for XOR",
            "XOR needs a hidden layer if the inputs are X1 and X2. With the product as its input "
            "there is nothing left to do but to pass it on.",
            misconception="XOR needs a hidden layer, whatever the inputs",
        ),
        Option(
            "Three, and it gets there after some hundred epochs",
            "X1X2 is one input, so there are one weight and one bias. It takes about four epochs.",
        ),
    ),
)

NO_BENDS = Prediction(
    id="09.no_bends",
    question="Disc in a ring, inputs X1 and X2, two hidden layers of 4 and 2, 25 numbers. All "
    "activations in the hidden layers are linear. What does it draw?",
    options=(
        Option(
            "A closed curve, as two hidden layers are enough for that",
            "It is not the layers that bend a boundary, it is what stands between them.",
            misconception="layers alone make a boundary bend",
        ),
        Option(
            "A line: the layers together are one layer",
            "A weighted sum of weighted sums is a weighted sum. 25 numbers do what 3 could do.",
            right=True,
        ),
        Option(
            "A polygon with four sides, one for each neuron of the first layer",
            "With tanh or relu you would be right. Linear neurons are added up to one slope.",
            misconception="every hidden neuron adds a side, whatever its activation",
        ),
    ),
)

BENDS = Prediction(
    id="09.bends",
    question="Disc in a ring, one hidden layer with tanh. How many neurons does a boundary need to "
    "close around the disc?",
    options=(
        Option(
            "One is enough, as tanh is curved",
            "One neuron has one straight cut; tanh only makes the way from one side to the other "
            "smooth. Along the cut it is as straight as ever.",
            misconception="a curved activation makes a curved boundary",
        ),
        Option(
            "Two: one for each side",
            "Two cuts make a strip or a wedge, and both are open at their ends. Two neurons get "
            "about 8 of 10 points right, and never all.",
        ),
        Option(
            "Three, as three straight cuts make a triangle",
            "Three sides close. With tanh three of ten starts were through within 300 epochs, and "
            "the others were close behind; with relu nine of ten.",
            right=True,
        ),
        Option(
            "Dozens, since a circle has no corners",
            "The corners are rounded off by the way in which the cuts are added up. Three do.",
            misconception="each hidden neuron draws a visible straight piece",
        ),
    ),
)

WIDTH = Prediction(
    id="09.width",
    question="XOR with X1 and X2, tanh. By hand two hidden neurons are enough for its four corners "
    "(notebook 03). Here there are 500 points and random starts. How often do 2, and how often do "
    "4, get there in 300 epochs?",
    options=(
        Option(
            "Both always, as two are enough",
            "That two can do it says that good weights exist, and not that training finds them.",
            misconception="what can be represented is always found",
        ),
        Option(
            "Two never, four in about half of the starts",
            "None of ten with two, five of ten with four. More neurons begin in more places, so "
            "it is likelier that some begin well.",
            right=True,
        ),
        Option(
            "Two in about half of the starts, four always",
            "Both do worse than that: none of ten, and five of ten.",
        ),
    ),
)

DEFAULT = Prediction(
    id="09.default",
    question="The playground as it opens: disc in a ring, tanh, layers of 4 and 2. Ten starts, 300 "
    "epochs each. How different are they?",
    options=(
        Option(
            "All ten take about the same number of epochs",
            "The slowest took three times as long as the fastest: 158 epochs against 52.",
            misconception="a network's training time is a fixed number",
        ),
        Option(
            "All get there, the slowest three times as late as the fastest",
            "Between 52 and 158 epochs, for the same task and the same settings. So one run says "
            "little about a setting.",
            right=True,
        ),
        Option(
            "About half of them get stuck",
            "With XOR and four neurons half were not there in this time. Here all ten were.",
        ),
    ),
)

RATE = Prediction(
    id="09.rate",
    question="The same network with three other rates: 0.0001, 0.3 and 10. (0.03 was the usual "
    "one.) What do they do in 100, 300 and 100 epochs?",
    options=(
        Option(
            "Too slow; faster; does not learn at all",
            "With 0.0001 nothing has happened yet. With 0.3 it is there after some 17 epochs and "
            "then restless. With 10 every step throws the weights somewhere else.",
            right=True,
        ),
        Option(
            "Slow but safe; too fast; it diverges to infinity",
            "0.0001 is so safe that it stays where it was. And tanh keeps every output between -1 "
            "and 1, so that the loss cannot grow without end: it stays high.",
            misconception="a smaller rate is safer",
        ),
        Option(
            "All three arrive, one after the other",
            "Only the middle one does. A rate is not just a speed.",
            misconception="the rate is only a speed",
        ),
    ),
)

ASLEEP = Prediction(
    id="09.asleep",
    question="Disc in a ring, three hidden layers of 8 and the sigmoid in place of tanh: 177 "
    "numbers. What is the loss after 300 epochs?",
    options=(
        Option(
            "Near 0, and sooner than with layers of 4 and 2",
            "There is room for it, but the gradient hardly reaches the first layers.",
            misconception="deeper is better",
        ),
        Option(
            "Half of what it was: slower, but on its way",
            "It is not even on its way. The curve is flat from the first epoch on.",
        ),
        Option(
            "Still about 0.5, where it was after the first epoch",
            "The slope of the sigmoid is 0.25 at best. Three layers of it, with small weights, "
            "leave next to nothing of the gradient for the first one. Notebook 10 is about this.",
            right=True,
        ),
    ),
)

TWINS = Prediction(
    id="09.twins",
    question="The usual network, but all weights and biases begin at 0. What happens?",
    options=(
        Option(
            "It learns as usual: 0 is as good a start as any",
            "For a single neuron it is. In a layer it makes all neurons the same.",
            misconception="the start does not matter",
        ),
        Option(
            "Nothing: only the bias of the output ever moves",
            "The output weights are 0, so no gradient comes back to the hidden neurons; and the "
            "hidden outputs are tanh(0) = 0, so none comes to the output weights either.",
            right=True,
        ),
        Option(
            "It learns, but more slowly",
            "To be slow there would have to be a gradient. It is exactly 0 for every weight.",
        ),
        Option(
            "Python stops with a division by zero",
            "Nothing is divided by a weight. 0 is a number like any other.",
        ),
    ),
)

ARMS = Prediction(
    id="09.arms",
    question="Two spirals, layers of 8 and 8 with tanh. With X1 and X2 it gets 1500 epochs, with "
    "sin(X1) and sin(X2) besides only 300. Which gets more starts below a loss of 0.05?",
    options=(
        Option(
            "The one with 1500 epochs",
            "One of five, against all ten with the two sines. Five times the time did not make up "
            "for the better inputs.",
            misconception="training longer makes up for poor inputs",
        ),
        Option(
            "The one with the sines",
            "All ten of its starts, and half of them by epoch 119. The arms of a spiral go up and "
            "down along each axis, and that is what a sine does.",
            right=True,
        ),
        Option(
            "Neither: a spiral needs more layers",
            "Two layers of 8 can do it: the loss does fall, and most points are right even without "
            "the sines.",
            misconception="a hard task needs a deeper network",
        ),
    ),
)

MEMORISE = Prediction(
    id="09.memorise",
    question="Disc in a ring, but many labels are wrong (noise 50) and only 50 of 500 points are "
    "there to train with. One hidden layer of 2, one of 8, and three of 8. Which has the lowest "
    "test loss after 800 epochs?",
    options=(
        Option(
            "Three layers of 8: it has the lowest training loss",
            "It does have that, 0.09. It has learnt the wrong labels by heart, and pays for them "
            "on points that it has not seen: 0.58, more than guessing costs.",
            misconception="over-fitting called success",
        ),
        Option(
            "One layer of 8, the golden mean",
            "A good idea, but 33 numbers for 50 points are still too many: 0.54.",
        ),
        Option(
            "One layer of 2, which fits the training points worst",
            "A test loss of 0.45, though it cannot even close the boundary. What it cannot draw, "
            "it cannot learn by heart.",
            right=True,
        ),
    ),
)

RESTRAIN = Prediction(
    id="09.restrain",
    question="The three layers of 8 that learnt by heart came to a test loss of about 0.58. Now "
    "each step also pulls every weight towards 0 (L2, rate 0.03). What becomes of the two losses?",
    options=(
        Option(
            "Both fall: regularisation makes training better",
            "The pull works against the training points. Their loss rises, from 0.09 to 0.28.",
            misconception="regularisation helps on the training points",
        ),
        Option(
            "The training loss rises, the test loss falls",
            "0.28 in place of 0.09, and 0.39 in place of 0.58. A network with small weights is "
            "smooth: it cannot make an island around every wrong point.",
            right=True,
        ),
        Option(
            "Both rise, as the network is held back",
            "It is held back from what is particular to 50 points. What holds for the others it "
            "still learns.",
        ),
        Option(
            "Nothing much: 0.03 is a small number",
            "It is applied in every step, and there are 4000 of them: 5 an epoch, for 800 epochs.",
        ),
    ),
)
