"""Looks: how the screen of the playground is looked at. Nothing here changes what is learned."""

from dataclasses import dataclass, field, replace

from toynn_course.playground.settings import FEATURES

HIDEABLE = {
    "play": "Play", "step": "Step", "reset": "Reset", "undo": "Undo", "redo": "Redo",
    "speed": "Speed", "learning_rate": "Learning rate", "activation": "Activation",
    "regularization": "Regularisation", "regularization_rate": "Regularisation rate",
    "problem": "Problem type", "dataset": "Data set", "output": "Output and cost",
    "ratio": "Training set", "noise": "Noise", "batch_size": "Batch size",
    "regenerate": "New points", "test": "Show the test set", "discrete": "Show decisions only",
    "links": "Links show", "layers": "Layers and neurons", "features": "Features",
    "weights": "Weights by hand", "own": "Your own", "state": "State", "seeds": "Seeds",
}  # fmt: skip
"""What can be hidden, with the words for it."""

SMOOTH, MOST_EPOCHS = 0, 4
"""The speed at which a frame takes as many epochs as leave it smooth, and how many at most."""

SPEEDS = {
    f"up to {MOST_EPOCHS} epochs": SMOOTH,
    "1 epoch": 1,
    "2 epochs": 2,
    "5 epochs": 5,
    "20 epochs": 20,
}
"""How many epochs a frame takes."""

LOOKS = ("test", "discrete", "links", "speed")
"""What has a control of its own, and is saved."""

LINKS = ("weights", "gradients")
POINT_CLASSES = ("low", "high", "third")


@dataclass(frozen=True)
class Looks:
    """What of a State the screen shows, and how.

    test : whether the test points show; discrete : whether a map knows only high and low
    links : one of LINKS; hide : names in HIDEABLE; speed : one of SPEEDS
    shown, card : the (layer, node) on the large map, and on the card; None for none
    open : what of "table" and "code" is open; point_class : of the points that are added
    """

    test: bool = False
    discrete: bool = False
    links: str = "weights"
    hide: tuple[str, ...] = ()
    speed: int = SMOOTH
    shown: tuple[int, int] | None = field(default=None, compare=False)
    card: tuple[int, int] | None = field(default=None, compare=False)
    open: frozenset[str] = field(default=frozenset(), compare=False)
    point_class: str = field(default=POINT_CLASSES[0], compare=False)

    def __post_init__(self):
        hide = (self.hide,) if isinstance(self.hide, str) else tuple(self.hide)
        self.__dict__.update(hide=hide)
        unknown = [name for name in hide if name not in HIDEABLE]
        if unknown:
            raise ValueError(
                f"there is nothing called {unknown[0]!r} to hide; choose from {', '.join(HIDEABLE)}"
            )
        for name, known in (("links", LINKS), ("speed", SPEEDS.values())):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is {getattr(self, name)!r}, expected one of {[*known]}")
        for name, kind in (("test", bool), ("discrete", bool), ("speed", int)):
            if type(getattr(self, name)) is not kind:
                raise TypeError(f"{name} is {getattr(self, name)!r}, expected a {kind.__name__}")

    def with_choices(self, choices):
        """The same, with what a saved state holds of them: what is open stays open.

        Raises ValueError if the state holds no such choices.
        """
        try:
            return replace(self, **choices)
        except (TypeError, ValueError) as error:
            raise ValueError(
                f"this state does not describe a screen ({error}); copy it again from where it "
                "came from"
            ) from None

    @property
    def choices(self):
        """What a saved state holds of them, as a dict of plain values."""
        return {name: getattr(self, name) for name in (*LOOKS, "hide")}

    @property
    def wants_slopes(self):
        """Whether gradients can be seen anywhere."""
        return self.links == "gradients" or self.card is not None

    def hiding(self, name, hidden):
        """The same, with one more thing hidden, or one less."""
        names = {*self.hide, name} if hidden else {*self.hide} - {name}
        return replace(self, hide=tuple(each for each in HIDEABLE if each in names))

    def fitting(self, network):
        """The same, without a neuron that the network does not have."""
        sizes = dict(enumerate(network.sizes[1:]))
        shown = self._kept(self.shown, {-1: len(FEATURES)} | sizes)
        return replace(self, shown=shown, card=self._kept(self.card, sizes))

    def _kept(self, place, sizes):
        layer, node = place or (None, -1)
        return place if 0 <= node < sizes.get(layer, 0) else None
