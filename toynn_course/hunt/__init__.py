"""The bug hunt of notebook 07: wrong ways to go backward, and the article's own program.

The drawings need no widgets; `BugMicroscope`, `Lineup` and `ArticleExplorer` load them when they
are needed.
"""

WIDGETS = ("ArticleExplorer", "BugMicroscope", "Lineup")


def __getattr__(name):
    """Load the widgets when the first explorer is needed, and not before."""
    if name in WIDGETS:
        from toynn_course.hunt import controls

        return getattr(controls, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
