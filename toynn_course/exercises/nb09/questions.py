"""What the challenge cards ask before they set up the playground."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

LINE = Prediction(
    id="09.line",
    question="Two clouds, one above right and one below left. The network has no hidden layer: two "
    "inputs, one output. How many epochs does it need?",
    ordered=True,
    options=(
        Option(
            "One or two",
            "A line is enough, and in one epoch the network takes 25 steps, one for each "
            "mini-batch of 10 of its 250 training points.",
            right=True,
        ),
        Option(
            "About fifty",
            "An epoch is not one step. It is 25 of them here, one for each mini-batch of 10 "
            "points.",
            misconception="an epoch is one step",
        ),
        Option(
            "Several hundred",
            "How long training takes depends on the task. This one is about the easiest there is.",
            misconception="training always takes hundreds of epochs",
        ),
        Option(
            "None will do without a hidden layer",
            "A hidden layer is needed where one line is not enough. Between these two clouds there "
            "is room for a line.",
            misconception="a network needs a hidden layer",
        ),
    ),
)

NO_LINE = Prediction(
    id="09.no_line",
    question="The same network without a hidden layer, on a disc inside a ring. Where is it after "
    "100 epochs?",
    options=(
        Option(
            "Still on its way: it needs more epochs",
            "More epochs find the best line. They do not make another shape of it.",
            misconception="training long enough solves everything",
        ),
        Option(
            "About half of the points right, as if it guessed",
            "No line has the disc on one side and the ring on the other. The best that is left is "
            "to answer 0 everywhere, half way between -1 and 1, and ½ (0 - 1)² is 0.5.",
            right=True,
        ),
        Option(
            "About three quarters right, with half of the ring cut off",
            "A line that cuts off a part of the ring leaves the other part on the side of the "
            "disc. It is hardly better than none.",
            misconception="the best line is good enough",
        ),
    ),
)

BETTER = Prediction(
    id="09.squares",
    question="The disc in the ring again, still without a hidden layer, but the inputs are X1² and "
    "X2² instead of X1 and X2. Is a straight cut enough now?",
    options=(
        Option(
            "No: without a hidden layer it draws straight lines only",
            "It draws a line, but in the plane of its inputs. A line X1² + X2² = constant is a "
            "circle in the plane of X1 and X2.",
            misconception="without a hidden layer there are only straight boundaries",
        ),
        Option(
            "Yes: all ten of ten starts find it",
            "Eight of ten found it. In the other two both weights began well above 0. With inputs "
            "up to 25 the ring was then answered with 1 from the beginning, where tanh is flat.",
            misconception="what can be represented is always found",
        ),
        Option(
            "Yes: about eight of ten starts find it",
            "They found it within 30 epochs. The other two began on the wrong side of tanh, where "
            "it is flat: there the gradient is almost 0, and they stayed.",
            right=True,
        ),
        Option(
            "Yes, but only one or two of ten starts find it",
            "Eight of ten found it. That good weights exist does not mean that they are found, but "
            "here there are three numbers to find, and a gradient that points the way.",
            misconception="finding good weights is a matter of luck",
        ),
    ),
)

PRODUCT = Prediction(
    id="09.product",
    question="The four squares of XOR, no hidden layer, and a single input: the product X1X2. How "
    "many numbers does the network have, and does it learn the task?",
    options=(
        Option(
            "Two, and it learns it in a few epochs",
            "One weight and one bias. The product is above 0 exactly where the two have the same "
            "sign, so the feature is the answer already.",
            right=True,
        ),
        Option(
            "Two, and that is too few for XOR",
            "XOR needs a hidden layer if the inputs are X1 and X2. With the product as its input "
            "there is nothing left to do but pass it on.",
            misconception="XOR needs a hidden layer, whatever the inputs",
        ),
        Option(
            "Three, and it takes some hundred epochs",
            "X1X2 is one input, so there are one weight and one bias. It takes about four epochs.",
            misconception="a product of two inputs counts as two inputs",
        ),
    ),
)

NO_BENDS = Prediction(
    id="09.no_bends",
    question="Disc in a ring, inputs X1 and X2, two hidden layers of 4 and 2, 25 numbers. All "
    "activations in the hidden layers are linear. What does it draw?",
    options=(
        Option(
            "A closed curve, as two hidden layers can",
            "Layers alone do not bend a boundary; the activations between them do.",
            misconception="layers alone make a boundary bend",
        ),
        Option(
            "A line, as no hidden layer would",
            "A weighted sum of weighted sums is a weighted sum. 25 numbers do what 3 could do.",
            right=True,
        ),
        Option(
            "A polygon with a side for each of four neurons",
            "With tanh or relu you would be right. Linear neurons are added up to one slope.",
            misconception="every hidden neuron adds a side, whatever its activation",
        ),
    ),
)

BENDS = Prediction(
    id="09.bends",
    question="Disc in a ring, one hidden layer with tanh. How many neurons does a boundary need to "
    "close around the disc?",
    ordered=True,
    options=(
        Option(
            "One, as tanh is curved",
            "One neuron has one straight cut; tanh only makes the way from one side to the other "
            "smooth. Along the cut it is as straight as ever.",
            misconception="a curved activation makes a curved boundary",
        ),
        Option(
            "Two, one for each side",
            "Two cuts make a strip or a wedge, and both are open at their ends. Two neurons get "
            "about 8 of 10 points right, and never all.",
            misconception="what lies between two cuts is closed",
        ),
        Option(
            "Three, as in a triangle",
            "Three sides close. With tanh three of ten starts were through within 300 epochs, and "
            "the others were close behind; with relu nine of ten.",
            right=True,
        ),
        Option(
            "Dozens, as a circle has no corners",
            "The corners are rounded off by the way in which the cuts are added up. Three do.",
            misconception="each hidden neuron draws a visible straight piece",
        ),
    ),
)

WIDTH = Prediction(
    id="09.width",
    question="XOR with X1 and X2, tanh. By hand two hidden neurons are enough for its four corners "
    "(notebook 03). Here there are 500 points and random starts. In 300 epochs, how many starts "
    "learn it with 2 hidden neurons, and how many with 4?",
    options=(
        Option(
            "All with 2, and all with 4",
            "That two can do it says that good weights exist, and not that training finds them.",
            misconception="what can be represented is always found",
        ),
        Option(
            "None with 2, half of them with 4",
            "None of ten with two, five of ten with four. More neurons begin in more places, so "
            "it is likelier that some begin well.",
            right=True,
        ),
        Option(
            "Half of them with 2, all with 4",
            "Both do worse than that: none of ten, and five of ten.",
            misconception="a few neurons more make training certain",
        ),
    ),
)

DEFAULT = Prediction(
    id="09.default",
    question="The playground as it opens: disc in a ring, tanh, layers of 4 and 2. Ten starts, 300 "
    "epochs each. How different are they?",
    options=(
        Option(
            "All learn it, in about the same number of epochs",
            "The slowest took three times as long as the fastest: 158 epochs against 52.",
            misconception="a network's training time is a fixed number",
        ),
        Option(
            "All learn it, the slowest in three times the epochs",
            "Between 52 and 158 epochs, for the same task and the same settings. So one run says "
            "little about a setting.",
            right=True,
        ),
        Option(
            "About half of them get stuck on the way",
            "With XOR and four neurons half did not learn it in this time. Here all ten did.",
            misconception="gradient descent usually gets stuck",
        ),
    ),
)

RATE = Prediction(
    id="09.rate",
    question="The same network with three other rates: 0.0001, 0.3 and 10. (0.03 was the usual "
    "one.) What do they do in 100, 300 and 100 epochs?",
    options=(
        Option(
            "Nothing to see; faster; does not learn at all",
            "With 0.0001 nothing has happened yet. With 0.3 it is there after some 17 epochs and "
            "then restless. With 10 every step throws the weights somewhere else.",
            right=True,
        ),
        Option(
            "Slow but safe; too fast; runs off to infinity",
            "0.0001 is so safe that it stays where it was. And tanh keeps every output between -1 "
            "and 1, so the loss cannot grow without limit: it stays high.",
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
    question="Disc in a ring, three hidden layers of 8 and the sigmoid instead of tanh: 177 "
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
            misconception="a deep network only takes longer",
        ),
        Option(
            "About 0.5, where it was after the first epoch",
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
            "It learns, but takes longer to get going",
            "To be slow there would have to be a gradient. It is exactly 0 for every weight.",
            misconception="a bad start only costs time",
        ),
        Option(
            "Its output layer learns, its hidden layers do not",
            "The output weights multiply the hidden outputs, and those are tanh(0) = 0: nothing "
            "comes to the output weights either.",
            misconception="weights of 0 hold up only the layers before them",
        ),
        Option(
            "Hardly anything: only the last bias ever moves",
            "The output weights are 0, so no gradient comes back to the hidden neurons; and the "
            "hidden outputs are tanh(0) = 0, so none comes to the output weights either.",
            right=True,
        ),
    ),
)

ARMS = Prediction(
    id="09.arms",
    question="Two spirals, layers of 8 and 8 with tanh. With X1 and X2 alone it gets 1500 epochs; "
    "with sin(X1) and sin(X2) as well, only 300. Which gets more starts below a loss of 0.05?",
    options=(
        Option(
            "The one with 1500 epochs",
            "One of five, against all ten with the two sines. Five times the time did not make up "
            "for the better inputs.",
            misconception="training longer makes up for poor inputs",
        ),
        Option(
            "The one with the two sines",
            "All ten of its starts, and half of them by epoch 119. The arms of a spiral go up and "
            "down along each axis, and that is what a sine does.",
            right=True,
        ),
        Option(
            "Neither: two layers are too few",
            "Two layers of 8 can do it: the loss does fall, and most points are right even without "
            "the sines.",
            misconception="a hard task needs a deeper network",
        ),
    ),
)

MEMORISE = Prediction(
    id="09.memorise",
    question="Disc in a ring, but many labels are wrong (noise 50), and there are only 50 of the "
    "500 points to train with. One hidden layer of 2, one of 8, and three of 8. Which has the "
    "lowest test loss after 800 epochs?",
    options=(
        Option(
            "Three layers of 8: they fit the points best",
            "They do have the lowest training loss, 0.09. They have memorised the wrong labels, "
            "and pay for them on points that they have not seen: 0.58, more than guessing costs.",
            misconception="a low training loss is success",
        ),
        Option(
            "One layer of 8: it is the golden mean",
            "A good idea, but 33 numbers for 50 points are still too many: 0.54.",
            misconception="the middle size is always best",
        ),
        Option(
            "One layer of 2: it can draw the least",
            "A test loss of 0.45, though it cannot even close the boundary. What it cannot draw, "
            "it cannot memorise.",
            right=True,
        ),
    ),
)

RESTRAIN = Prediction(
    id="09.restrain",
    question="On the card before, three layers of 8 came to a test loss of about 0.58. Now each "
    "step also pulls every weight towards 0 (L2, rate 0.03). How do the two losses change?",
    options=(
        Option(
            "Both fall: the network gets better",
            "The pull works against the training points. Their loss rises, from 0.09 to 0.28.",
            misconception="regularisation helps on the training points",
        ),
        Option(
            "The training loss rises, the test loss falls",
            "From 0.09 to 0.28, and from 0.58 to 0.39. A network with small weights is smooth: it "
            "cannot make an island around every wrong point.",
            right=True,
        ),
        Option(
            "Both rise: the network is held back",
            "It is held back from what is particular to 50 points. It still learns what holds for "
            "the others, too.",
            misconception="a restrained network can only get worse",
        ),
        Option(
            "Nothing much: 0.03 is a small number",
            "It is applied in every step, and there are 4000 of them: 5 an epoch, for 800 epochs.",
            misconception="a small number does little, however often",
        ),
    ),
)

WHY_NOT_MORE = Explanation(
    id="09.why_not_more",
    question="A larger network can draw everything that a smaller one can, and more. Why did the "
    "largest one do worst on new points when a quarter of the labels were wrong?",
    model="Training lowers the loss on the training points, whatever it takes. The small network "
    "can only draw a simple boundary, so it has to follow the rule behind most of the points. The "
    "large one has enough numbers to reach out for each single point, the wrongly labelled ones "
    "included. That lowers the training loss, but those islands are errors for every new point "
    "that falls on them: it is overfitting.",
    points=(
        "The large network can fit every single training point, wrong labels included.",
        "What fits a wrong label is wrong for new points nearby.",
        "A low training loss is therefore no proof; the test loss decides.",
    ),
)
