"""The questions of notebook 00."""

from toynn_course.exercises.engine.question import Option, Prediction, Quiz

QUIZ = Quiz(
    id="00.quiz",
    title="Eight questions before you begin",
    questions=(
        Prediction(
            id="00.learnt",
            question="A network has learnt to tell photographs of horses from those of cows. "
            "What is in it now that was not in it before?",
            options=(
                Option(
                    "The photographs it was shown",
                    "It keeps none of them: it has no place for them. It answers for photographs "
                    "that it has never seen.",
                    misconception="the network looks its answers up",
                ),
                Option(
                    "Rules that a programmer wrote for horses and cows",
                    "Nobody wrote such rules. The same program, with other examples, would have "
                    "learnt to tell apples from pears.",
                    misconception="the network was programmed for its task",
                ),
                Option(
                    "Other values of the same numbers",
                    "A network is a formula with numbers left open. Learning changes those numbers "
                    "and nothing else; notebook 01 shows it happen.",
                    right=True,
                ),
                Option(
                    "An idea of what a horse is, like a child's",
                    "It has numbers that separate these photographs well. A child needs a handful "
                    "of horses and knows what they eat; a network needs thousands and does not.",
                    misconception="the network learns as a child does",
                ),
            ),
        ),
        Prediction(
            id="00.bias",
            question="A neuron answers f(x + b), where f rises from 0 to 1 and passes 0.5 when its "
            "input is 0. Now b goes from 0 to -3. Where does the answer pass 0.5?",
            options=(
                Option(
                    "At x = -3",
                    "There x + b is -6, far below 0. The threshold is -b, not b.",
                    misconception="the bias is the threshold itself",
                ),
                Option(
                    "At x = 3",
                    "x + b has to be 0 there, so x = -b = 3: a negative bias moves the threshold "
                    "to the right.",
                    right=True,
                ),
                Option(
                    "At x = 0 as before, but the curve is lower",
                    "The bias is added before f, not after it: it moves the curve sideways.",
                    misconception="the bias is added to the answer",
                ),
            ),
        ),
        Prediction(
            id="00.weight",
            question="In a neuron the weight of input 1 is 50, that of input 2 is 0.5. "
            "What follows?",
            options=(
                Option(
                    "Input 1 is a hundred times more important",
                    "What counts is weight times input: 50 x 0.001 is less than 0.5 x 2.",
                    misconception="a large weight means an important input",
                ),
                Option(
                    "Input 2 can be left out",
                    "A small weight with large inputs may decide everything.",
                    misconception="a small weight means an unimportant input",
                ),
                Option(
                    "Nothing, before we know how large the inputs are",
                    "If input 1 is a length in kilometres and input 2 one in metres, the two count "
                    "about the same.",
                    right=True,
                ),
            ),
        ),
        Prediction(
            id="00.parameters",
            question="A network has 2 inputs, 5 hidden nodes and 2 outputs, each node with a bias. "
            "How many numbers does it learn?",
            options=(
                Option(
                    "33",
                    "That gives the two inputs weights and biases of their own (2 x 2 + 2 = 6 "
                    "more). Inputs compute nothing.",
                    misconception="the inputs are a layer that computes",
                ),
                Option(
                    "20",
                    "That counts the weights, 10 and 10, and forgets the 7 biases.",
                    misconception="only weights are learnt",
                ),
                Option(
                    "27",
                    "5 hidden nodes with 2 weights and a bias make 15; 2 output nodes with 5 "
                    "weights and a bias make 12.",
                    right=True,
                ),
                Option(
                    "9",
                    "That counts the nodes. Each hidden and output node has several numbers.",
                    misconception="a node is one number",
                ),
            ),
        ),
        Prediction(
            id="00.layers",
            question="A network of two layers has no activation function: each node hands its "
            "weighted sum on as it is. You add a third layer of the same kind. What can the "
            "network do now that it could not before?",
            options=(
                Option(
                    "Draw more complicated boundaries",
                    "Without a bend in each layer the boundary stays straight, however many layers "
                    "there are.",
                    misconception="more layers mean more power",
                ),
                Option(
                    "Nothing new",
                    "Weighted sums of weighted sums are weighted sums: any number of such layers "
                    "does the work of one. Notebook 03 prints that one.",
                    right=True,
                ),
                Option(
                    "Learn faster",
                    "There are more numbers to learn, and nothing more to learn with them.",
                    misconception="more layers learn faster",
                ),
            ),
        ),
        Prediction(
            id="00.cost",
            question="Two networks each get 90 of the same 100 samples right. "
            "Do they have the same cost?",
            options=(
                Option(
                    "Not necessarily",
                    "The cost also counts by how much an answer is off: 0.51 and 0.99 round to the "
                    "same decision and cost very differently.",
                    right=True,
                ),
                Option(
                    "Yes, since they make the same number of errors",
                    "That is the accuracy. Training needs something that changes a little when the "
                    "numbers change a little, and a count of errors does not.",
                    misconception="cost and accuracy are the same",
                ),
                Option(
                    "Yes, if their answers are rounded first; that also helps training",
                    "Training never sees rounded answers: rounding is for people who want a "
                    "decision.",
                    misconception="rounding helps training",
                ),
            ),
        ),
        Prediction(
            id="00.flat",
            question="Training follows the slope of the cost downhill. At some point the slope is "
            "exactly 0. Where is it?",
            options=(
                Option(
                    "At the lowest point of all",
                    "It may be a valley of its own, with a deeper one elsewhere.",
                    misconception="every valley is the deepest",
                ),
                Option(
                    "At a lowest point, though perhaps not the lowest of all",
                    "Passes and plateaus are flat, too. A network whose weights are all 0 often "
                    "sits on one.",
                    misconception="where the slope is zero there is a minimum",
                ),
                Option(
                    "Somewhere flat: perhaps a lowest point, perhaps not",
                    "The slope is 0 at the lowest point, and also on a plateau, on a pass between "
                    "two valleys, and at the bottom of a valley that is not the deepest.",
                    right=True,
                ),
            ),
        ),
        Prediction(
            id="00.sure",
            question="A network reads 98% of its test images right. Now an image comes from a new "
            "scanner, and the network says: a seven, 99%. How likely is it a seven?",
            options=(
                Option(
                    "99%, as it says",
                    "The 99% is an output of the network, and a network can be sure and wrong.",
                    misconception="confident means right",
                ),
                Option(
                    "That cannot be said from these numbers",
                    "Neither number speaks of images from the new scanner. Notebook 11 shifts "
                    "images by a single pixel to see what is left of such numbers.",
                    right=True,
                ),
                Option(
                    "98%, its accuracy",
                    "That holds for images like those of the test. These are others.",
                    misconception="accuracy in a test is accuracy in the world",
                ),
            ),
        ),
    ),
)
