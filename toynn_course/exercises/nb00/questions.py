"""Eight questions before the course, which the last notebook asks again."""

from toynn_course.exercises.engine.question import UNSURE, Option, Prediction, Quiz

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
                    "Rules that a programmer wrote for it",
                    "Nobody wrote rules for horses. The same program, shown other examples, would "
                    "have learnt to tell apples from pears.",
                    misconception="the network was programmed for its task",
                ),
                Option(
                    "Other values of the same numbers",
                    "A network is a formula with numbers left open. Learning changes those numbers "
                    "and nothing else; in notebook 01 you watched it happen.",
                    right=True,
                ),
                Option(
                    "An idea of a horse, like a child's",
                    "It has numbers that separate these photographs well. A child needs a handful "
                    "of horses and knows what they eat; a network needs thousands and does not.",
                    misconception="the network learns as a child does",
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.bias",
            question="A neuron answers f(x + b), where f rises from 0 to 1 and passes 0.5 when its "
            "input is 0. Now b goes from 0 to 2. Where does the answer pass 0.5?",
            options=(
                Option(
                    "At x = 2",
                    "There x + b is 4, far above 0. The threshold is -b, not b.",
                    misconception="the bias is the threshold itself",
                ),
                Option(
                    "At x = -2",
                    "x + b has to be 0 there, so x = -b = -2: a positive bias moves the threshold "
                    "to the left.",
                    right=True,
                ),
                Option(
                    "At x = 0, as before",
                    "The bias is added before f is applied, so it moves the curve sideways. Only "
                    "something added after f would lift it.",
                    misconception="the bias is added to the answer",
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.weight",
            question="In a neuron the weight of input 1 is 50, that of input 2 is 0.5. "
            "What do you know about the two inputs?",
            options=(
                Option(
                    "Input 1 is a hundred times as important",
                    "What counts is weight times input: 50 × 0.001 is less than 0.5 × 2.",
                    misconception="a large weight means an important input",
                ),
                Option(
                    "Input 2 hardly matters and can be left out",
                    "A small weight may decide everything if its input is large.",
                    misconception="a small weight means an unimportant input",
                ),
                Option(
                    "Too little to say which one matters more",
                    "How much an input matters depends on how much it varies, too. If input 1 is a "
                    "length in kilometres and input 2 one in metres, a kilometre moves the first "
                    "by 1 and the second by 1000.",
                    right=True,
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.parameters",
            question="A network has 3 inputs, 4 hidden nodes and 2 outputs, each node with a bias. "
            "How many numbers does it learn?",
            ordered=True,
            options=(
                Option(
                    "9",
                    "That counts the nodes. Each hidden and output node has several numbers.",
                    misconception="a node is one number",
                ),
                Option(
                    "20",
                    "That counts the weights, 12 and 8, and forgets the 6 biases.",
                    misconception="only weights are learnt",
                ),
                Option(
                    "26",
                    "4 hidden nodes with 3 weights and a bias make 16; 2 output nodes with 4 "
                    "weights and a bias make 10.",
                    right=True,
                ),
                Option(
                    "38",
                    "That gives the three inputs weights and biases of their own (3 × 3 + 3 = 12 "
                    "more). Inputs compute nothing.",
                    misconception="the inputs are a layer that computes",
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.layers",
            question="A network of two layers has no activation function: each node passes its "
            "weighted sum on unchanged. You add a third layer of the same kind. What can the "
            "network do now that it could not do before?",
            options=(
                Option(
                    "Draw more complicated boundaries",
                    "Without something nonlinear in each layer the boundary stays straight, "
                    "however many layers there are.",
                    misconception="more layers mean more power",
                ),
                Option(
                    "Nothing that it could not do",
                    "Weighted sums of weighted sums are weighted sums: any number of such layers "
                    "does the work of one. In notebook 03 you computed that one.",
                    right=True,
                ),
                Option(
                    "Learn the same things faster",
                    "There are more numbers to learn, and nothing more to learn with them.",
                    misconception="more layers learn faster",
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.cost",
            question="Two networks each get 90 of the same 100 samples right. "
            "What about their costs?",
            options=(
                Option(
                    "They may be very different",
                    "The cost also counts by how much an answer is off: 0.51 and 0.99 round to the "
                    "same decision and cost very different amounts.",
                    right=True,
                ),
                Option(
                    "They are equal: both make ten errors",
                    "That is the accuracy. Training needs something that changes a little when the "
                    "numbers change a little, and a count of errors does not.",
                    misconception="cost and accuracy are the same",
                ),
                Option(
                    "They are equal once the answers are rounded",
                    "The cost is not taken of rounded answers: a small change of a weight would "
                    "not change it. Rounding is for people who want a decision.",
                    misconception="training works on rounded answers",
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.flat",
            question="Training follows the slope of the cost downhill. At some point the slope is "
            "exactly 0. Where is it?",
            options=(
                Option(
                    "At the lowest point of all",
                    "It may be in a valley of its own, with a deeper one elsewhere.",
                    misconception="every valley is the deepest",
                ),
                Option(
                    "In a valley, perhaps not the deepest one",
                    "Passes and hilltops are flat, too. A network whose weights are all 0 often "
                    "sits on such a pass.",
                    misconception="where the slope is zero there is a minimum",
                ),
                Option(
                    "In a valley or on a pass: the slope cannot tell",
                    "The slope is 0 at the lowest point, but also on a plateau, on a pass between "
                    "two valleys, and at the bottom of a valley that is not the deepest.",
                    right=True,
                ),
                UNSURE,
            ),
        ),
        Prediction(
            id="00.sure",
            question="A network reads 98% of its test images right. Now an image comes from a new "
            "scanner, and the network says: a seven, 99%. How likely is it a seven?",
            options=(
                Option(
                    "99%, as the network says",
                    "The 99% is an output of the network, and a network can be sure and wrong.",
                    misconception="confident means right",
                ),
                Option(
                    "98%, as the test has shown",
                    "That holds for images like those of the test. These are others.",
                    misconception="accuracy in a test is accuracy in the world",
                ),
                Option(
                    "Neither number can say",
                    "Neither was measured on images from the new scanner. Notebook 11 moves its "
                    "images by a single pixel to see what is left of such numbers.",
                    right=True,
                ),
                UNSURE,
            ),
        ),
    ),
)
