"""The film of the landing page: the network of notebook 01, as it learns."""

import io

from PIL import Image

from toynn import Network, tanh, train
from toynn.datasets import circle
from toynn_course.explorers import TrainingDrawing

EPOCHS = (0, 2, 4, 6, 8, *range(10, 100, 6), *range(100, 301, 40))
SECONDS = 4.6  # it moves for less than five, then it rests: what moves for longer needs a button
REST = 1.0  # the first and the last picture stand for so long


def write_film(folder):
    """Write the film and its last picture to the folder. Returns what they show, in words."""
    data = circle(rng=0)
    start = Network.random((2, 4, 2, 1), activation=tanh, rng=3)
    how = {"epochs": EPOCHS[-1], "learning_rate": 0.01, "batch_size": 10, "rng": 0}
    drawing = TrainingDrawing({"circle": (data, list(train(start, data, **how)))})
    scenes = [_drawn(drawing, number) for number in EPOCHS]
    pictures = [picture for picture, _ in scenes]
    between = (SECONDS - 2 * REST) / (len(pictures) - 2)
    seconds = [REST, *[between] * (len(pictures) - 2), REST]
    pictures[-1].save(folder / "film-last.webp", lossless=True)
    pictures[0].save(
        folder / "film.webp", save_all=True, append_images=pictures[1:], lossless=True,
        duration=[round(1000 * each) for each in seconds], loop=1,
    )  # fmt: skip
    first, last = scenes[0][1], scenes[-1][1]
    return f"A film of a network that learns. At first: {first} At the end: {last}"


def _drawn(drawing, epoch):
    """The picture of one epoch, and its sentence."""
    sentence = drawing.update("circle", epoch).sentence
    return Image.open(io.BytesIO(drawing.live.png())).convert("RGB"), sentence
