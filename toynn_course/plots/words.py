"""Words: numbers and places as they are said in a label and in an alt text."""

import numpy as np

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
ENOUGH = 1e-9  # differences below this are rounding, and differ from machine to machine


def few(number, digits=2):
    """A number with few digits.

    >>> few(0.004138), few(-1.26), few(1234.5), few(3.2e9), few(0.0), few(1e-12)
    ('0.0041', '−1.3', '1200', '3.2e+09', '0', '0')
    """
    if abs(number) < ENOUGH:
        return "0"
    rounded = float(f"{_steady(number):.{digits}g}")
    if not 1e-5 <= abs(rounded) < 1e6:
        return minus(f"{rounded:.{digits - 1}e}")
    return minus(np.format_float_positional(rounded, trim="-"))


def tiny(number):
    """A number with few digits, however small it is.

    >>> tiny(0.25), tiny(3.14e-7), tiny(2.5e-40), tiny(0.0), tiny(1800.0)
    ('0.25', '3.1e-07', '2.5e-40', '0', '1800')
    """
    return minus(f"{number:.1e}") if 0 < abs(number) < 1e-3 else few(number)


def power(exponent):
    """A power of ten.

    >>> power(-12), power(0)
    ('10⁻¹²', '1')
    """
    return "10" + str(exponent).translate(RAISED) if exponent else "1"


def minus(number):
    """A number with a minus sign as long as a plus, which is also read aloud as minus.

    >>> minus("-1.5")
    '−1.5'
    """
    return number.replace("-", "−", 1) if number.startswith("-") else number


def _steady(number):
    """The number without its last digits, so that 0.125 is rounded alike on every machine."""
    return float(f"{number:.10g}")


def fixed(number, places):
    """A number with this many decimal places, and no minus before a zero.

    >>> fixed(-1.257, 2), fixed(-0.001, 2)
    ('−1.26', '0.00')
    """
    return minus(f"{round(float(number), places) + 0.0:.{places}f}")


def about(number):
    """A number with few digits, which says so where it only looks whole.

    >>> about(1.0), about(0.9975), about(0.0025)
    ('1', 'about 1', '0.0025')
    """
    rounded = float(f"{_steady(number):.2g}")
    whole = rounded == round(rounded)
    return f"about {few(number)}" if whole and abs(number - rounded) > ENOUGH else few(number)


def percent(share):
    """A share from 0 to 1 as a percentage; 100% is all of it and 0% is nothing, without rounding.

    >>> percent(0.48), percent(0.9667), percent(0.99999), percent(1), percent(0.00001)
    ('48%', '96.7%', 'over 99.9%', '100%', 'under 0.1%')
    """
    if 0.999 < share < 1 - ENOUGH:
        return "over 99.9%"
    if ENOUGH < share < 0.001:
        return "under 0.1%"
    return f"{round(100 * share, 1):g}%"


def roughly(share):
    """A share from 0 to 1 as a whole percentage; what is not all or nothing says so.

    >>> roughly(0.274), roughly(0.002), roughly(0.998), roughly(1)
    ('27%', 'under 1%', 'over 99%', '100%')
    """
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def counted(number, thing, things=None):
    """How many of a thing there are.

    >>> counted(1, "node"), counted(3, "node"), counted(2, "bias", "biases")
    ('1 node', '3 nodes', '2 biases')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def with_article(thing):
    """A thing with "a" or "an", as you say it.

    >>> with_article(8), with_article(7), with_article("iris")
    ('an 8', 'a 7', 'an iris')
    """
    text = str(thing)
    return f"an {text}" if text.lower().startswith(("a", "e", "i", "o", "8")) else f"a {text}"


def listed(items):
    """Items as a list in a sentence.

    >>> listed(["x1", "x2", "x3"])
    'x1, x2 and x3'
    """
    *before, last = map(str, items)
    return f"{', '.join(before)} and {last}" if before else last


def place(right, up):
    """Where something lies, from how far right and up of the centre it is, -1 to 1.

    >>> place(0.6, 0.5), place(-0.5, 0.1), place(0, 0)
    ('at the top right', 'on the left', 'in the middle')
    """
    side = "right" if right > 0.2 else "left" if right < -0.2 else ""
    height = "top" if up > 0.2 else "bottom" if up < -0.2 else ""
    if height:
        return f"at the {height} {side}".rstrip()
    return f"on the {side}" if side else "in the middle"
