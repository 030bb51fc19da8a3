"""The instructor's kit: what to have at hand when you teach with these notebooks.

`python -m toynn_course.kit FOLDER` writes it. Nearly every sentence and number in it comes from
what the notebooks use, too: the exercises, the questions, and toynn itself.
"""
