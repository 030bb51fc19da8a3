"""Tables of pictures and of numbers: images in rows, and what was taken for what."""

import numpy as np
from matplotlib.colors import to_rgb

from toynn.checks import as_table, as_whole
from toynn_course.plots.page import bare, describe, place_to_draw, styled
from toynn_course.plots.palette import BLUE, GREY, INK, ORANGE, TEXT
from toynn_course.plots.words import counted, listed, percent, with_article

GAP = 0.25  # between images, as a share of one
CAPTION = 0.24  # height of a line of a caption, in inches
CELL = 0.95  # width of an image with its gap, in inches
MANY = 20  # images, or labels, are named one by one up to here


@styled
def digit_images(X, labels=None, decisions=None, ax=None, *, columns=None):
    """Square images in rows, dark where a pixel is large, with captions below.

    Where decisions are given the caption is the decision, and a wrong one says so, in a frame.

    Parameters
    ----------
    X : array, shape (n_samples, n_pixels), from 0 (white) to 1 (black)
    labels : what each image is, a name or a number a row; None for no captions
    decisions : what each image was taken for, in the same form
    ax : matplotlib Axes to draw on; None for a new one
    columns : images a row; None for up to 8, with as many in each row

    Returns the Axes. Raises ValueError if the pixels do not make a square, if there is not one
    label or decision an image, or if there are decisions but no labels.

    Examples
    --------
    >>> import numpy as np
    >>> from toynn_course.plots import alt
    >>> X = np.eye(3).ravel().reshape(1, 9).repeat(2, axis=0)
    >>> print(alt(digit_images(X, labels=[7, 7], decisions=[7, 1])))
    2 images of 3 by 3 pixels: 7, 7. 1 of 2 is wrong: image 2, a 7 taken for 1.
    """
    images = _images(X)
    labels, decisions = _captions(images, labels, decisions)
    rows, columns = _grid(len(images), columns)
    lines = 0 if labels is None else 1 if decisions is None else 2
    size = columns * CELL + 0.3, rows * (CELL + lines * CAPTION) + 0.2
    ax = bare(place_to_draw(ax, *size, margins=(0.15, 0.15, 0.1, 0.1)))
    below = lines * CAPTION / CELL * (1 + GAP)
    for i, image in enumerate(images):
        row, column = divmod(i, columns)
        corner = column * (1 + GAP), -row * (1 + GAP + below)
        _draw_image(ax, image, corner)
        if labels is not None:
            _caption(ax, corner, labels[i], None if decisions is None else decisions[i])
    ax.set(xlim=(-GAP / 2, columns * (1 + GAP) - GAP / 2), aspect="equal")
    ax.set_ylim(-(rows - 1) * (1 + GAP + below) - below - GAP / 2, 1 + GAP / 2)
    return describe(ax, _tell_images(images, labels, decisions))


@styled
def confusion_matrix(matrix, classes=(), ax=None):
    """How many samples of each class were taken for each class, as numbers in cells.

    Parameters
    ----------
    matrix : array of whole numbers, shape (n_classes, n_classes), as toynn.confusion_matrix
        returns it: a row for what samples are, a column for what they were taken for
    classes : names of the classes; otherwise 0, 1, 2 ...
    ax : matplotlib Axes to draw on; None for a new one

    Returns the Axes. Raises ValueError if the matrix is not square, or names are missing.

    Examples
    --------
    >>> from toynn_course.plots import alt
    >>> print(alt(confusion_matrix([[48, 2], [0, 50]], classes=["cat", "dog"])))
    Confusion matrix of 2 classes: 98 of 100 samples (98%) are right, on the diagonal. Most often
    wrong: cat taken for dog, 2 times.
    """
    matrix = _counts(matrix)
    names = _class_names(matrix, classes)
    longest = 0.1 * max(map(len, names))
    cell, left = max(0.52, longest + 0.1), longest + 0.55
    cell = max(cell, 1.3 / len(matrix))  # so that the words above have room
    size = left + cell * len(matrix) + 0.25, 0.52 * len(matrix) + 0.95
    ax = place_to_draw(ax, *size, margins=(left, 0.25, 0.15, 0.8))
    ax.imshow(_shades(matrix), aspect="auto")
    for (i, j), count in np.ndenumerate(matrix):
        colour, weight = (INK, "bold" if i == j else "normal") if count else (TEXT[GREY], "normal")
        ax.text(j, i, f"{count}", ha="center", va="center", color=colour, fontweight=weight)
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0, labeltop=True, labelbottom=False)
    ax.xaxis.set_label_position("top")
    ax.set_xticks(range(len(names)), names)
    ax.set_yticks(range(len(names)), names)
    ax.set_xlabel("was taken for", labelpad=8)
    ax.set_ylabel("is", labelpad=8)
    return describe(ax, _tell_matrix(matrix, names))


def _images(X):
    """Rows of pixels as squares, shape (n_images, side, side)."""
    X = as_table(np.atleast_2d(X), "X")
    side = round(X.shape[1] ** 0.5)
    if side**2 != X.shape[1]:
        raise ValueError(
            f"X has {X.shape[1]} columns, expected the pixels of square images, such as 64 for "
            "8x8; pass one image a row, as digits().X has them"
        )
    return X.reshape(-1, side, side)


def _grid(number, columns):
    """How many rows and columns of images."""
    if columns is None:
        columns = -(-number // -(-number // 8))
    columns = min(as_whole(columns, "columns"), number)
    return -(-number // columns), columns


def _captions(images, labels, decisions):
    """Labels and decisions as words."""
    if decisions is not None and labels is None:
        raise ValueError("there are decisions but no labels; give labels to compare them with")
    return _one_each(labels, images, "labels"), _one_each(decisions, images, "decisions")


def _one_each(values, images, what):
    """A word for each image."""
    if values is None:
        return None
    values = list(np.atleast_1d(values))
    if len(values) != len(images) or np.ndim(values[0]):
        raise ValueError(
            f"there are {len(values)} {what} for {counted(len(images), 'image')}, expected one "
            "value each; turn one-hot rows into numbers with .argmax(axis=1)"
        )
    return [_word(value) for value in values]


def _word(value):
    """A label as a word; a whole number without its decimal point."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _draw_image(ax, image, corner):
    x, y = corner
    ax.imshow(image, cmap="Greys", vmin=0, vmax=1, extent=(x, x + 1, y, y + 1))
    ax.plot([x, x + 1, x + 1, x, x], [y, y, y + 1, y + 1, y], color=GREY, linewidth=0.8)


def _caption(ax, corner, label, decision):
    """What the image is; for a wrong decision, that it is wrong, and a frame."""
    x, y = corner
    wrong = decision is not None and decision != label
    words = f"{decision}: wrong,\nit is {label}" if wrong else label
    colour = TEXT[ORANGE] if wrong else INK
    ax.text(x + 0.5, y - 0.07, words, ha="center", va="top", fontsize=11, color=colour)
    if wrong:
        ax.plot([x, x + 1, x + 1, x, x], [y, y, y + 1, y + 1, y], color=ORANGE, linewidth=3)


def _tell_images(images, labels, decisions):
    side = images.shape[1]
    text = f"{counted(len(images), 'image')} of {side} by {side} pixels"
    if labels is None:
        return f"{text}, without captions."
    if len(labels) <= MANY:
        text += f": {', '.join(labels)}."
    else:
        found, counts = np.unique(labels, return_counts=True)
        text += f": {listed(f'{n} of {name}' for name, n in zip(found, counts, strict=True))}."
    return text if decisions is None else f"{text} {_tell_wrong(labels, decisions)}"


def _tell_wrong(labels, decisions):
    wrong = [i for i, label in enumerate(labels) if label != decisions[i]]
    if not wrong:
        return "All are right."
    which = [
        f"image {i + 1}, {with_article(labels[i])} taken for {decisions[i]}" for i in wrong[:MANY]
    ]
    more = f" and {len(wrong) - MANY} more" if len(wrong) > MANY else ""
    verb = "is" if len(wrong) == 1 else "are"
    return f"{len(wrong)} of {len(labels)} {verb} wrong: {'; '.join(which)}{more}."


def _counts(matrix):
    matrix = as_table(matrix, "matrix")
    if matrix.shape[0] != matrix.shape[1] or (matrix != matrix.astype(int)).any():
        raise ValueError(
            f"matrix has shape {matrix.shape}, expected a square of whole numbers; "
            "make it with toynn.confusion_matrix(decisions, targets)"
        )
    return matrix.astype(int)


def _class_names(matrix, classes):
    if len(classes) not in {0, len(matrix)}:
        raise ValueError(
            f"there are {len(classes)} names for {len(matrix)} classes; give one for each"
        )
    return [str(name) for name in classes] or [str(i) for i in range(len(matrix))]


def _shades(matrix):
    """Blue where right, orange where wrong; the more samples the darker, but words can be read."""
    right = np.eye(len(matrix), dtype=bool)
    strength = np.zeros(matrix.shape)
    for part in (right, ~right):
        most = matrix[part].max(initial=0)
        strength[part] = 0.5 * matrix[part] / most if most else 0
    colours = np.where(right[:, :, None], to_rgb(BLUE), to_rgb(ORANGE))
    return 1 - (strength[:, :, None] * (1 - colours)) - 0.03 * (matrix == 0)[:, :, None]


def _tell_matrix(matrix, names):
    total, right = matrix.sum(), np.trace(matrix)
    text = f"Confusion matrix of {counted(len(matrix), 'class', 'classes')}: {right} of {total} "
    text += f"samples ({percent(right / max(total, 1))}) are right, on the diagonal."
    wrong = matrix - np.diag(np.diag(matrix))
    order = np.argsort(-wrong, axis=None, kind="stable")[:3]
    pairs = [np.unravel_index(k, wrong.shape) for k in order if wrong.flat[k]]
    if not pairs:
        return text
    told = [f"{names[i]} taken for {names[j]}, {counted(wrong[i, j], 'time')}" for i, j in pairs]
    return f"{text} Most often wrong: {'; '.join(told)}."
