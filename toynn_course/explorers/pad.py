"""A pad to draw digits on, and what a network makes of them while they are being drawn.

The makers of the data put a frame of 32 by 32 pixels around each digit and counted, for each of
8 by 8 cells, how many of its 16 pixels had ink. The pad does the same, so that what is drawn on it
is of the same kind as what the network was trained with. That makes the brush soft, too.
"""

import threading
from collections import deque
from contextlib import contextmanager
from pathlib import Path

import anywidget
import ipywidgets as widgets
import numpy as np
import traitlets

from toynn import sigmoid, softmax
from toynn.checks import as_finite
from toynn.datasets import Dataset
from toynn.network import Network
from toynn_course.jupyter import Column, es_module

HERE = Path(__file__).parent
SIDE, CELLS, CELL = 32, 8, 4  # pixels a side of the frame, cells a side, pixels a side of a cell
FULL = CELL**2
PENS = {"medium": 4.0, "fine": 1.5, "broad": 6.0, "eraser": -6.0}
"""How many pixels wide each pen is; a medium stroke is one cell wide. Below 0 it takes ink away."""

WIDEST = 26  # pixels: few digits of the data are wider, and all are as high as the frame
ORDER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
"""Where only the number n of a cell's inked pixels is known: those below n (Bayer 1973)."""

RANK = np.array(ORDER).reshape(CELL, CELL)


class Pad(anywidget.AnyWidget):
    """The part of the pad that is drawn on, with the bars and the sentence beside it.

    bitmap : the frame's 32 by 32 pixels as bits, row by row
    turn : how often the kernel has changed the picture; what was drawn before does not count
    answered : the number of the last message from the page that the kernel has dealt with
    """

    _esm = es_module(HERE / "pad.js")
    _css = HERE / "pad.css"
    bitmap = traitlets.Bytes().tag(sync=True)
    turn = traitlets.Int().tag(sync=True)
    answered = traitlets.Int().tag(sync=True)
    order = traitlets.List(ORDER).tag(sync=True)
    pens = traitlets.List(list(PENS.values())).tag(sync=True)
    pen = traitlets.Int().tag(sync=True)  # which of the pens
    shares = traitlets.List().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)


class DigitPad(Column):
    """A pad of 8 by 8 cells, and what a network says of the digit that is drawn there.

    Parameters
    ----------
    network : Network with 64 inputs and 10 outputs, softmax or sigmoid, or a dict of name to
        Network, to choose from
    examples : Dataset of 8x8 images, 64 inputs from 0 to 1 and 10 outputs, to look at; or None

    Raises ValueError or TypeError if one of them is not as described.

    Attributes
    ----------
    image : array, shape (64,), what is on the pad, from 0 to 1; set it to put an image there
    network : the network that answers; set it to a newly trained one, or to a dict of several
    """

    summary = "Run this cell: a pad to draw digits on appears here, with what the network says."

    def __init__(self, network, examples=None):
        self.networks, self.examples = _as_readers(network), _as_examples(examples)
        self.pad = Pad()
        self.lock = threading.RLock()
        self.ink, self.example, self.at = blank(), None, -1
        self.past, self.last = deque(maxlen=200), (self.ink, None)
        self.controls = self._make_controls()
        self.pad.on_msg(self._heard)
        super().__init__([*self._rows(), self.pad], layout={"max_width": "100%"})
        self._offer_networks()
        self.controls["network"].observe(lambda _: self._tell(), "value")
        # on the page itself: the next stroke does not wait for the kernel to hear of the pen
        self.pen = widgets.jsdlink((self.controls["pen"], "index"), (self.pad, "pen"))
        self._tell()

    @property
    def image(self):
        """What is on the pad: 64 numbers from 0 to 1, ready for a network."""
        return cells(self.ink).ravel() / FULL

    @image.setter
    def image(self, image):
        self._put(pixels(_as_image(image)))

    @property
    def network(self):
        """The network that answers."""
        return self.networks[self.controls["network"].value]

    @network.setter
    def network(self, network):
        networks = _as_readers(network)
        with self.lock:  # the page may be drawing, and a kernel may hear it in another thread
            self.networks = networks
            self._offer_networks()
            self._tell()

    def clear(self):
        """Take all ink away."""
        self._put(blank())

    def undo(self):
        """Go back to what was there before the last stroke, key or button."""
        if not self.past:
            raise ValueError("There is nothing to undo yet.")
        self.last = ink, example = self.past.pop()
        self._show(ink, example)

    def move(self, down, right):
        """Move the picture by a number of cells; what leaves the frame is lost."""
        self._put(moved(self.ink, CELL * down, CELL * right), self.example)

    def fit(self):
        """Make the picture as high as the frame and put it in the middle, as in the data."""
        self._put(fitted(self.ink), self.example)

    def next_example(self, wrong=False):
        """Show the next example of the chosen digit; wrong : only such as the network misreads.

        Raises ValueError if there is none.
        """
        self._require_examples()
        rows = self._rows_to_show(wrong)
        if not len(rows):
            raise ValueError(f"There is no such {'mistake' if wrong else 'example'} to show.")
        later = rows[rows > self.at]
        self.at = int(later[0] if len(later) else rows[0])
        self._put(pixels(self.examples.X[self.at]), self.at)

    def mistakes(self):
        """The rows of the examples that the network takes for another digit, as an array.

        Raises ValueError if the pad has no examples.
        """
        self._require_examples()
        outputs = self.network(rounded(self.examples.X))
        return np.flatnonzero(outputs.argmax(axis=1) != self.examples.labels)

    def _require_examples(self):
        if self.examples is None:
            raise ValueError(
                "this pad has no examples; make one with DigitPad(network, examples=digits())"
            )

    def _rows_to_show(self, wrong):
        rows = self.mistakes() if wrong else np.arange(len(self.examples))
        digit = self.controls["digit"].value
        return rows if digit == "any" else rows[self.examples.labels[rows] == int(digit)]

    def _heard(self, _pad, message, buffers):
        """Take what the page has drawn; what belongs to an earlier turn is too late."""
        with self.lock, self.pad.hold_sync():
            with self._telling():
                if message.get("undo"):
                    self.undo()
                elif message["turn"] == self.pad.turn:
                    self.ink, self.example = unpacked(buffers[0]), None
                    if message["whole"]:
                        self._remember()
                # A click may overtake a stroke: then the line is newer than what was drawn.
                unread = self.pad.trouble != message.get("trouble", self.pad.trouble)
                self._tell(self.pad.trouble if unread else "")
            self.pad.answered = message.get("number") or self.pad.answered

    def _put(self, ink, example=None):
        """A new picture from the kernel's side."""
        with self.lock:
            self._show(ink, example)
            self._remember()

    def _show(self, ink, example):
        with self.lock, self.pad.hold_sync():
            self.ink, self.example = ink, example
            self.pad.turn += 1
            self._tell()

    def _remember(self):
        """Keep the picture before this one, unless they are the same."""
        if not np.array_equal(self.last[0], self.ink):
            self.past.append(self.last)
        self.last = self.ink, self.example

    def _tell(self, trouble=""):
        """Show what is on the pad, and what the network makes of it."""
        with self.lock, self.pad.hold_sync():  # one message, so that all of it changes together
            self.pad.trouble = trouble
            self.pad.bitmap = np.packbits(self.ink).tobytes()
            with self._telling():
                self.pad.shares, self.pad.sentence = self._answer()

    def _answer(self):
        """The ten probabilities, and the sentences that go with them."""
        if not self.ink.any():
            return [], "The pad is empty: draw a digit."
        self.pad.shares, self.pad.sentence = [], ""  # until the new ones are there
        name = self.controls["network"].value
        outputs = {each: _outputs(network, self.image) for each, network in self.networks.items()}
        chosen = outputs.pop(name)
        who = f'The network "{name}"' if outputs else "The network"
        line = _reading(who, self.network, chosen)
        others = [f'"{other}" says {each.argmax()}.' for other, each in outputs.items()]
        return chosen.tolist(), " ".join([self._judged(line, chosen.argmax()), *others])

    def _judged(self, line, taken):
        """The line, and where the picture is an example, what it is and whether that was right."""
        if self.example is None:
            return line
        label = int(self.examples.labels[self.example])
        verdict = "right" if taken == label else "wrong"
        digit = f"{'an' if label == 8 else 'a'} {label}"
        return f"Row {self.example} of the examples is {digit}. {line} That is {verdict}."

    def _offer_networks(self):
        """Name the networks to choose from; a single one needs no choice."""
        choice = self.controls["network"]
        kept = choice.value if choice.value in self.networks else next(iter(self.networks))
        choice.options = list(self.networks)
        choice.value = kept
        choice.layout.display = "none" if len(self.networks) == 1 else None

    def _make_controls(self):
        button = self._button
        return {
            "network": _dropdown("Network", self.networks),
            "pen": _dropdown("Pen", PENS),
            "clear": button("Clear", self.clear),
            "undo": button("Undo", self.undo),
            "fit": button("Fit to frame", self.fit),
            "left": button("← Left", lambda: self.move(0, -1)),
            "right": button("→ Right", lambda: self.move(0, 1)),
            "up": button("↑ Up", lambda: self.move(-1, 0)),
            "down": button("↓ Down", lambda: self.move(1, 0)),
            "digit": _dropdown("Example digit", ["any", *map(str, range(10))]),
            "next": button("Next example", self.next_example),
            "mistake": button("Next mistake", lambda: self.next_example(wrong=True)),
        }

    def _rows(self):
        """The controls in rows: the pen, the picture's place, the examples if there are any."""
        rows = ["network pen clear undo fit", "left right up down", "digit next mistake"]
        return [
            widgets.Box([self.controls[name] for name in row.split()], layout=dict(ROW))
            for row in rows[: 2 if self.examples is None else 3]
        ]

    @contextmanager
    def _telling(self):
        """Say what goes wrong in here in one line, and stay usable."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - a control that raises would go dead in silence
            self.pad.trouble = str(error)

    def _button(self, text, action):
        def act(_):
            with self._telling():
                action()

        button = widgets.Button(description=text, layout={"width": "auto"})
        button.on_click(act)
        return button

    def __repr__(self):
        return self.summary


ROW = {"flex_flow": "row wrap"}


def blank():
    """A frame without ink."""
    return np.zeros((SIDE, SIDE), dtype=bool)


def cells(ink):
    """How many of its 16 pixels are inked, for each cell: shape (32, 32) in, (8, 8) out."""
    return ink.reshape(CELLS, CELL, CELLS, CELL).sum(axis=(1, 3))


def pixels(image):
    """A frame whose cells have the ink of an image of 64 numbers from 0 to 1."""
    counts = np.rint(np.reshape(image, (CELLS, CELLS)) * FULL)
    return np.kron(counts, np.ones_like(RANK)) > np.tile(RANK, (CELLS, CELLS))


def rounded(X):
    """Images as they are on the pad, in sixteenths."""
    return np.rint(X * FULL) / FULL


def unpacked(bits):
    """The frame in 128 bytes from the page. Raises ValueError if there are more or fewer."""
    bits = np.frombuffer(bits, dtype=np.uint8)
    if len(bits) != SIDE**2 // 8:
        raise ValueError(f"the drawing has {len(bits)} bytes, expected 128; draw it again")
    return np.unpackbits(bits).reshape(SIDE, SIDE).astype(bool)


def moved(ink, down, right):
    """The frame's picture moved by a number of pixels; what moves in is empty."""
    wide = np.pad(ink, SIDE)
    return wide[SIDE - down : 2 * SIDE - down, SIDE - right : 2 * SIDE - right]


def fitted(ink):
    """The picture as high as the frame, or as wide as digits get, and in the middle."""
    if not ink.any():
        return ink
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = min(SIDE / box.shape[0], WIDEST / box.shape[1])
    return _centred(*(_scaled(length, scale) for length in box.shape), box)


def _scaled(length, scale):
    """For each pixel of a longer or shorter side, the pixel of the old one that it comes from."""
    new = max(round(length * scale), 1)
    return ((np.arange(new) + 0.5) * length / new).astype(int)


def _centred(rows, columns, box):
    """A frame with these rows and columns of a box in its middle."""
    frame = blank()
    top, left = (SIDE - len(rows)) // 2, (SIDE - len(columns)) // 2
    frame[top : top + len(rows), left : left + len(columns)] = box[np.ix_(rows, columns)]
    return frame


def _outputs(network, image):
    """The ten outputs. Raises ValueError if one of them is not a number."""
    with np.errstate(all="ignore"):  # said below, in words
        outputs = network(image)
    if not np.isfinite(outputs).all():
        raise ValueError(
            f"{network} answers with {outputs[~np.isfinite(outputs)][0]}, which is not a number: "
            "its weights have grown too large. Train it again with a smaller learning rate."
        )
    return outputs


def _reading(who, network, outputs):
    """What the network says, and what it would say next, in a sentence."""
    first, second = np.argsort(-outputs, kind="stable")[:2]
    what = "a probability" if network.layers[-1].activation == softmax else "an output"
    best = f"{who} says {first} with {what} of {outputs[first]:.2f}"
    return f"{best}; next is {second} with {outputs[second]:.2f}."


def _dropdown(text, options):
    return widgets.Dropdown(
        options=list(options), description=text,
        style={"description_width": "auto"}, layout={"width": "auto", "margin": "2px 8px 2px 2px"},
    )  # fmt: skip


def _as_readers(network):
    """A dict of name to network, each of them one that reads digits."""
    networks = network if isinstance(network, dict) else {str(network): network}
    if not networks or not all(isinstance(name, str) and name for name in networks):
        raise ValueError(
            f"the networks are called {list(networks)}, expected a name for each; write "
            'DigitPad({"first": network, "second": other})'
        )
    for each in networks.values():
        _check_reader(each)
    return dict(networks)


def _check_reader(network):
    """Refuse anything but a network from 64 pixels to 10 digits."""
    if not isinstance(network, Network):
        raise TypeError(f"network is {network!r}, expected a Network; train one first")
    sizes = network.sizes
    if (sizes[0], sizes[-1]) != (CELLS**2, 10):
        raise ValueError(
            f"{network} has {sizes[0]} inputs and {sizes[-1]} outputs, expected 64 pixels and 10 "
            "digits; train one with sizes such as (64, 30, 10)"
        )
    last = network.layers[-1].activation
    if last not in (softmax, sigmoid):
        raise ValueError(
            f"the outputs of {network} come from {last}, expected softmax or sigmoid, which stay "
            'between 0 and 1; make it with output_activation="softmax"'
        )


def _as_examples(examples):
    """Examples that are images of digits, or None."""
    if examples is None:
        return None
    if not isinstance(examples, Dataset):
        raise TypeError(f"examples is {examples!r}, expected a Dataset such as digits(), or None")
    if (examples.n_inputs, examples.n_outputs) != (CELLS**2, 10):
        raise ValueError(
            f"examples is {examples!r}, expected 64 pixels as inputs and 10 digits as outputs; "
            "give images as from digits()"
        )
    _check_range(examples.X, "examples")
    return examples


def _as_image(image):
    """64 numbers from 0 to 1."""
    image = as_finite(image, "image")
    if image.size != CELLS**2:
        raise ValueError(f"image has {image.size} numbers, expected 64; give one row of digits().X")
    _check_range(image, "image")
    return image


def _check_range(values, what):
    if values.min() < 0 or values.max() > 1:
        raise ValueError(
            f"{what} has values from {values.min():g} to {values.max():g}, expected 0 (paper) to 1 "
            "(ink); divide by the largest, which is 16 in scikit-learn's images"
        )
