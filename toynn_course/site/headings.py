"""Headings: how a link leads to one, on a page of the book as in JupyterLab."""


def anchor(text):
    """What JupyterLab calls the place of a heading.

    >>> anchor("Features, or depth?")
    'Features,-or-depth?'
    """
    return text.replace(" ", "-")
