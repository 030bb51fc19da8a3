"""Exercises that ask for the wrong line of each of several programs: how their answers are judged.

The lines are numbered from 1, and the first of them, with the name of the function, is never wrong.
"""


def by_program(answer, programs):
    """An answer with a name for each number, where it is a list as long as there are programs."""
    if isinstance(answer, list | tuple) and len(answer) == len(programs):
        return dict(zip(programs, answer, strict=True))
    return answer


def name_right_lines(ex, lines, hints):
    """Add to an exercise a mistake for each line that is right, and for counting from 0.

    lines : for each program a dict of the number of a line to a sentence that says what it does
    hints : for each program a question that leads to its wrong line
    """
    for program, sentences in lines.items():
        for number, sentence in sentences.items():
            ex.mistake(
                f"line {number} of {program} is right",
                f"In program {program} you point at line {number}. {sentence} That is as it should "
                "be.",
                hints[program],
                wrong=[{program: number}],
            )
        ex.mistake(
            f"the first line of {program}",
            f"In program {program} you point at line 1, which only names the function.",
            hints[program],
            wrong=[{program: 1}],
        )
        ex.mistake(
            f"counted from 0 in {program}",
            f"In program {program} you point at line 0. The numbers in front of the lines begin at "
            "1.",
            hints[program],
            wrong=[{program: 0}],
        )
