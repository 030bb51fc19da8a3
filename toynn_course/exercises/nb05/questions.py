"""What a learning rate does on curves, in a bowl and on a saddle."""

from toynn_course.exercises.engine.question import Explanation, Option, Prediction

SLOW = Prediction(
    id="05.slow",
    question="C = w², start at w = 10, learning rate 0.05. Where is w after ten steps?",
    options=(
        Option(
            "At 9.5: ten steps of 0.05",
            "A rate of 0.05 is not a step of 0.05. The step is rate × slope, and the slope at 10 "
            "is 20: the first step alone is 1.",
            misconception="the rate is the length of a step",
        ),
        Option(
            "At 0: ten steps of 0.05 × 20 = 1",
            "The first step is 1 long. But at 9 the slope is 18, so the second is 0.9, and so on: "
            "the steps shrink as the curve flattens.",
            misconception="all steps are as long as the first",
        ),
        Option(
            "At about 3.5: a tenth less each time",
            "Each step takes off a tenth of w: 0.05 × 2w = 0.1w. Ten times in a row leave 0.9^10, "
            "that is 35% of it: 3.49.",
            right=True,
        ),
        Option(
            "At 0: it got there and stopped",
            "Each step takes off a tenth of what is left, so w comes closer and closer to 0 "
            "without ever being there. After ten steps it is at 3.49.",
            misconception="descent goes to the minimum and stops there",
        ),
    ),
)

ZIGZAG = Prediction(
    id="05.zigzag",
    question="With rate 0.1, ten steps lead from 10 to 1.07. Where do ten steps of rate 0.9 lead, "
    "nine times as much?",
    options=(
        Option(
            "Nine times closer, to about 0.12",
            "More is not always closer. From 10 the first step of rate 0.9 is 0.9 × 20 = 18 long: "
            "it lands at -8, on the other side.",
            misconception="a higher rate always gets there faster",
        ),
        Option(
            "To 1.07 as well, but from side to side",
            "Rate 0.1 multiplies w by 0.8 in each step, rate 0.9 by -0.8. The distance is the same "
            "after every step; only the side changes.",
            right=True,
        ),
        Option(
            "From side to side, and never any closer",
            "It does swing, and it does get closer: 10, -8, 6.4, ... What goes too far by less "
            "each time still settles.",
            misconception="going too far means not settling",
        ),
        Option(
            "From side to side, further and further away",
            "That takes a rate above 1. With 0.9 each step lands closer than the one before.",
            misconception="going too far means diverging",
        ),
    ),
)

DOUBLE = Prediction(
    id="05.double",
    question="On w² the rate 0.5 is perfect: one step from 10 lands exactly on 0. What happens if "
    "you double it, to 1.0?",
    options=(
        Option(
            "It goes too far, then settles after a few more steps",
            "It goes too far by exactly as much as it was away, and the next step does the same: "
            "nothing is gained, however many steps it takes.",
            misconception="it always settles in the end",
        ),
        Option(
            "It jumps back and forth between 10 and -10",
            "The step from 10 is 1.0 × 20 long and ends at -10. There the slope is -20, so the "
            "next one goes back. The fastest rate of all and one that never arrives are a factor "
            "of two apart.",
            right=True,
        ),
        Option(
            "It diverges: further and further away",
            "Nearly: that begins right above 1.0. At 1.0 itself each step is as long as the one "
            "before.",
            misconception="whatever does not settle diverges",
        ),
        Option(
            "It arrives just as fast, in one step",
            "With 0.5 it lands on 0 because the step, 0.5 × 20, is as long as the way. With 1.0 "
            "the step is twice as long as the way.",
            misconception="a higher rate cannot be slower",
        ),
    ),
)

BEYOND = Prediction(
    id="05.beyond",
    question="And a rate of 1.1, ten per cent above 1.0? Where is w after ten steps from 10?",
    options=(
        Option(
            "At about 11: ten per cent too far",
            "That would be harmless. But each step multiplies the distance by 1.2, ten times in a "
            "row, and little things that multiply grow fast: 1.2^10 is 6.19.",
            misconception="a little too high does a little harm",
        ),
        Option(
            "At about 62, and it gets worse",
            "Each step multiplies w by -1.2, and 10 × 1.2^10 is 61.9. After a hundred steps it is "
            "828 million. This is called divergence.",
            right=True,
        ),
        Option(
            "At 20: ten per cent further with each step",
            "The error does not add up, it multiplies: each step is 20% longer than the one "
            "before, not 20% of the first.",
            misconception="the error adds up instead of multiplying",
        ),
        Option(
            "Near 0: the steep walls throw it back harder",
            "They do throw it back harder, and that is the trouble: the steeper the wall, the "
            "longer the step, and the further up the other wall it lands.",
            misconception="steep walls bring it back to the bottom",
        ),
    ),
)

CURVE = Prediction(
    id="05.curve",
    question="The rate 0.5 was perfect for w². What does it do on 5w², from 10?",
    options=(
        Option(
            "It lands on 0 in one step again",
            "The way is the same, but the slope is five times as steep: the step is 0.5 × 100 = 50 "
            "long, and the way is 10.",
            misconception="a good rate is good for every curve",
        ),
        Option(
            "It gets there five times as fast",
            "Steeper means longer steps, not better ones: it goes from 10 to -40.",
            misconception="steeper means faster",
        ),
        Option(
            "It moves away, further each time",
            "From 10 it goes to -40, then to 160: each step multiplies w by 1 - 0.5 × 10 = -4. "
            "How high a rate may be depends on how strongly the curve is bent.",
            right=True,
        ),
        Option(
            "It swings at first and then settles",
            "From 10 it goes to -40: after the first step it is further away than before, and so "
            "after every other.",
            misconception="what swings settles in the end",
        ),
    ),
)

FLAT = Prediction(
    id="05.flat",
    question="The double well has a hill at w = 0 between two valleys, the lower one at -8. "
    "Gradient descent starts exactly at 0, with rate 0.1. Where is it after a hundred steps?",
    options=(
        Option(
            "In the lower valley, at -8",
            "Nothing tells it that there is one. It knows the slope where it stands, and that is "
            "0.",
            misconception="gradient descent finds the lowest place",
        ),
        Option(
            "In the nearer valley, at 6",
            "It does not know how near anything is. It knows the slope where it stands, and on top "
            "of the hill that is 0.",
            misconception="gradient descent goes to the nearest valley",
        ),
        Option(
            "In one of the two, by chance",
            "There is no chance in it. The step is rate × slope, and the slope on top of the hill "
            "is 0.",
            misconception="descent is pushed off a hilltop by chance",
        ),
        Option(
            "Still on the hill, at 0",
            "On top of the hill the slope is 0, and so is every step. A slope of 0 does not mean "
            "that this is a minimum. The smallest nudge to one side, and it rolls down.",
            right=True,
        ),
    ),
)

SAFE = Prediction(
    id="05.safe",
    question="To be on the safe side you take a tenth of a good rate: on the plateau, from w = 10, "
    "a rate of 0.03. How far has it come towards 0 after a hundred steps?",
    ordered=True,
    options=(
        Option(
            "Hardly anywhere: to about 9.8",
            "The step is rate × slope, 0.03 × 0.074 = 0.0022 at the start. With ten times the rate "
            "the valley is reached after about 125 steps. Too small a rate does not diverge; it "
            "looks as if training had finished.",
            right=True,
        ),
        Option(
            "A tenth of the way: to about 9",
            "A tenth of the rate makes each step a tenth as long only at the start. The good rate "
            "gets to where the curve is steeper, and from there it is quick; the small one stays "
            "where it is flat.",
            misconception="a tenth of the rate gets a tenth as far",
        ),
        Option(
            "About half of the way: to 5",
            "The slope at 10 is 0.074, so the first step is 0.0022 long. A hundred of these make "
            "0.23.",
            misconception="the rate says how fast it moves, wherever it is",
        ),
        Option(
            "All of it: small steps take longer, but arrive",
            "It would arrive, after more than a thousand steps. A hundred of them bring it from 10 "
            "to 9.77: the slope is small, and small times small is next to nothing.",
            misconception="a smaller rate is safer",
        ),
    ),
)

DOWNHILL = Prediction(
    id="05.downhill",
    question="A bowl that is ten times as steep across as along: C = w₁² + 10 w₂². You stand at "
    "(5, 5), the bottom is at (0, 0). Where does straight downhill point?",
    options=(
        Option(
            "To the bottom, at an angle of 45 degrees",
            "That holds for a round bowl. Here the slopes are 10 along w₁ and 100 along w₂, so the "
            "step is ten times as long across as along.",
            misconception="the gradient points at the minimum",
        ),
        Option(
            "Mostly across the bowl, not to the bottom",
            "The slopes are 10 and 100: straight downhill is where the cost falls fastest at this "
            "place, and that is 39 degrees off the way to the bottom.",
            right=True,
        ),
        Option(
            "Mostly along the bowl, the long way down",
            "The other way round: it is flat along the bowl, and steep across.",
            misconception="downhill follows the valley, as water does",
        ),
        Option(
            "Along the line of equal cost it stands on",
            "On such a line the cost stays the same. Downhill always leads straight across it.",
            misconception="the gradient runs along the lines of equal cost",
        ),
    ),
)

EDGE = Prediction(
    id="05.edge",
    question="In this bowl, from (5, 5), it takes 81 steps with rate 0.05 and 44 steps with 0.09 "
    "to come within 0.001 of the bottom. How many will it take with 0.099?",
    options=(
        Option(
            "A few less than 44",
            "That is where the trend of the two numbers leads; but across the bowl each step with "
            "0.099 already multiplies the distance by -0.98.",
            misconception="a higher rate is faster until it diverges",
        ),
        Option(
            "Several hundred",
            "422. Along the bowl 0.099 is faster than 0.09, but across it each step multiplies the "
            "distance by 1 - 0.099 × 20 = -0.98, and it takes that long to die away. The slowest "
            "direction decides.",
            right=True,
        ),
        Option(
            "It will never arrive",
            "It still does: the limit is 2 / 20 = 0.1. With 0.101 it diverges.",
            misconception="close to the limit is beyond it",
        ),
        Option(
            "About 44 again",
            "Between 0.05 and 0.09 it got faster because the slow direction, along the bowl, got "
            "faster. Now the other one is the slow one.",
            misconception="beyond some rate it can only stay as fast",
        ),
    ),
)

SADDLE = Prediction(
    id="05.saddle",
    question="C = ½ (1 - w₁w₂)² has the cost 0.5 at (0, 0), where both slopes are 0. From (0.5, "
    "0.5) gradient descent reaches a cost near 0 in 14 steps. What does it do from (0.5, -0.5)?",
    options=(
        Option(
            "The same: it is as far away, so 14 steps again",
            "The distance does not decide. From here downhill leads towards (0, 0) first: both "
            "weights shrink by the same share in every step.",
            misconception="equally far means equally fast",
        ),
        Option(
            "It goes to the mirrored valley, at (1, -1)",
            "There is none: at (1, -1) the product of the weights is -1, and the cost is 2. The "
            "lowest places are where it is 1.",
            misconception="a mirrored start ends in a mirrored valley",
        ),
        Option(
            "It walks to (0, 0) and stays there",
            "The two weights stay opposite for ever, so both shrink to 0, where the slopes are 0. "
            "The cost is 0.5, and lower places are right beside it: this is a saddle. From "
            "(0.5, -0.49) it passes by and arrives after 63 steps.",
            right=True,
        ),
        Option(
            "It turns off at (0, 0), to where it goes down",
            "To turn off it would need a slope to the side, and on the line w₂ = -w₁ there is "
            "none. It takes a little difference to begin with, such as -0.49 instead of -0.5.",
            misconception="it sees where it goes down",
        ),
    ),
)

WHY_SMALL_STEPS = Explanation(
    id="05.why_small_steps",
    question="The slope tells you which way is down. So why not take one large step in that "
    "direction, instead of hundreds of small ones?",
    model="The slope is only true at the place where you measured it. A few steps further on the "
    "curve bends and its slope is another, so a large step relies on something that no longer "
    "holds: it lands on the other side of the valley, and if the rate is above 2 divided by the "
    "curvature, even higher up than before. A small step stays where the slope is still nearly "
    "right; then you measure again.",
    points=(
        "The slope holds only near the place where it was measured.",
        "A large step jumps over the bottom, and it may land higher than it began.",
        "After each step the slope is measured again.",
    ),
)
