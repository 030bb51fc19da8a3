"""00.area: the area of a circle, to try out a check."""

import math

from toynn_course.exercises.engine.exercise import Exercise

ex = Exercise(
    "00.area",
    title="The area of a circle",
    task="Set `area` to the area of a circle of radius 3, as a number with at least two decimal "
    "places.",
    stub="area = ...",
    reference=28.27,
    rtol=0,
    atol=0.005,  # whatever rounds to 28.27
    hints=(
        "It is pi times the square of the radius.",
        "Python has pi: `import math`, then `math.pi * 3**2`.",
    ),
    why="How large would the area be if the radius were twice as long?",
    because="Four times as large: the radius is squared, and 2 squared is 4.",
)

ex.right(9 * math.pi, 28.274, round(math.pi * 3**2, 2))

for name, values, message, tip in [
    ("the circumference", [6 * math.pi],
     "18.85 is the length of the line around the circle. The area is what that line encloses.",
     "The area is pi times the square of the radius: `math.pi * 3**2`."),
    ("the radius is not squared", [3 * math.pi],
     "9.42 is pi times the radius. In an area the radius is squared: multiplied by itself.",
     "It is pi times 3 times 3."),
    ("pi is missing", [9],
     "9 is the area of a square with sides of length 3. You still need to multiply it by pi.",
     "`math.pi * 3**2`"),
    ("four times too large", [36 * math.pi],
     "113.1 is the area for a radius of 6. (It is also the surface of a ball of radius 3.)",
     "3 is the radius, not the diameter. The area is pi times its square."),
    ("the radius is halved", [9 * math.pi / 4],
     "7.07 is the area for a radius of 1.5. The 3 is already the radius, not the diameter.",
     "Square the 3 as it is, and multiply by pi."),
    ("pi is squared", [(3 * math.pi) ** 2, 3 * math.pi**2],
     "With pi squared you get 88.83 or 29.61, but only the radius should be squared.",
     "`**` comes before `*`, so `math.pi * 3**2` needs no bracket."),
    ("pi alone", [math.pi],
     "3.14 is pi itself. Did you write `3 ^ 2`? In Python that is not a power, and gives 1.",
     "A power is written `3**2`."),
    ("only the last digit is off", [28.26, 28.28, 28.29],
     "So close! A pi of 3.14, 3.142 or 22/7 does that, and so does rounding the wrong way.",
     "`import math`, then `math.pi` has all the digits that you need."),
    ("the decimal point", [2827, 2827.43, 282.7, 282.74, 2.83, 2.827],
     "These are the right digits, but the decimal point is missing or in the wrong place.",
     "The area is a little more than three times 9."),
]:  # fmt: skip
    ex.mistake(name, message, tip, wrong=values)
