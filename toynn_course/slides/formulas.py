"""Formulas: LaTeX in a text as MathML, which a browser draws and a screen reader reads."""

import re

FORMULA = re.compile(r"(```.*?```|`[^`]*`)|\$\$(.+?)\$\$|\$(.+?)\$", flags=re.DOTALL)


def with_mathml(text):
    """The text with each of its formulas as MathML; what stands in backticks is left alone."""
    from latex2mathml.converter import convert

    def replaced(found):  # the converter knows `split`, which looks the same as `aligned`
        code, block, inline = found.groups()
        if code:
            return code
        kind = "block" if block else "inline"
        formula = " ".join((block or inline).split()).replace("{aligned}", "{split}")
        return convert(formula, display=kind)

    return FORMULA.sub(replaced, text)
