"""The questions of notebook 03."""

from toynn_course.exercises.engine.question import Option, Prediction

PARAMETERS = Prediction(
    id="03.parameters",
    question="A network has 2 inputs, one hidden layer of 5 nodes, and 2 output nodes. How many "
    "numbers does it learn?",
    options=(
        Option(
            "20",
            "That is the weights: 5 x 2 and 2 x 5. Each of the 7 nodes has a bias as well.",
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
            "That counts three layers of weights. The article's builder makes such a network: its "
            "input layer has 2 x 2 weights and 2 biases of its own. Usually, and here, inputs are "
            "no layer.",
            misconception="sizes (2, 5, 2) are three layers of weights",
        ),
    ),
)

LINEAR = Prediction(
    id="03.linear",
    question="Two squares of points lie at opposite corners, and a straight line cannot part them "
    "from the other two. You add a hidden layer with a linear activation, a = z. Can the boundary "
    "bend now?",
    options=(
        Option(
            "Yes: two layers, two cuts",
            "Two sums, one after the other, are one sum with other weights. The boundary stays a "
            "straight line.",
            misconception="more layers mean more power",
        ),
        Option(
            "Only if the hidden layer has enough nodes",
            "However many nodes: the sum of sums is a sum.",
            misconception="more nodes mean more power",
        ),
        Option(
            "No",
            "Without a bend in between, any number of layers does the work of one. What makes "
            "layers worth having is the activation.",
            right=True,
        ),
    ),
)
