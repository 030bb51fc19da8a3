"""How many numbers a network learns, and what its activation is good for."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

PARAMETERS = Prediction(
    id="03.parameters",
    question="A network has 2 inputs, one hidden layer of 5 nodes, and 2 output nodes. How many "
    "numbers does it learn?",
    ordered=True,
    options=(
        Option(
            "20",
            "Those are the weights: 5 × 2 and 2 × 5. Each of the 7 nodes has a bias as well.",
            misconception="only weights are learnt",
        ),
        Option(
            "27",
            "5 nodes with 2 weights and a bias make 15, 2 nodes with 5 weights and a bias make 12.",
            right=True,
        ),
        Option(
            "29",
            "That gives the two inputs biases. Inputs compute nothing and have no numbers.",
            misconception="input nodes compute",
        ),
        Option(
            "33",
            "That counts three layers of weights. The article's program makes such a network: its "
            "input layer has 2 × 2 weights and 2 biases of its own. Here, and nearly everywhere "
            "else, the inputs are not a layer.",
            misconception="sizes (2, 5, 2) are three layers of weights",
        ),
    ),
)

LINEAR = Prediction(
    id="03.linear",
    question="Two squares of points lie at opposite corners, and no straight line separates them "
    "from the other two. You add a hidden layer with a linear activation, a = z. Can the boundary "
    "bend now?",
    options=(
        Option(
            "Yes: two layers make two cuts",
            "Two weighted sums, one after the other, are one weighted sum with other weights. The "
            "boundary stays a straight line.",
            misconception="more layers mean more power",
        ),
        Option(
            "Yes, if the hidden layer is wide enough",
            "However many nodes there are: a sum of sums is a sum.",
            misconception="more nodes mean more power",
        ),
        Option(
            "Not yet, but training will bend it",
            "Training chooses among the boundaries that a network can draw. This one can draw "
            "straight lines and nothing else.",
            misconception="training can make any shape",
        ),
        Option(
            "No, it stays straight",
            "Without something nonlinear in between, any number of layers does the work of one. "
            "What makes layers worth having is the activation.",
            right=True,
        ),
    ),
)

WHY_NONLINEAR = Explanation(
    id="03.why_nonlinear",
    question="Somebody builds a network of ten linear layers, so that it can learn complicated "
    "things. Why would one layer have done as well?",
    model="Each linear layer multiplies its inputs by a matrix and adds a bias. Do that ten times "
    "in a row, and the ten matrices multiply to one matrix, and the biases add up to one bias: it "
    "is a single linear layer again, and its boundary is a straight line. Only a nonlinear "
    "activation between the layers keeps them from collapsing into one.",
    points=(
        "One linear layer after another is again a linear layer.",
        "So the boundary stays a straight line, whatever training does.",
        "It takes a nonlinear activation in between.",
    ),
)
