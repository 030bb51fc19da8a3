"""A session: the State of a playground that moves on, with every step of it kept for undo.

There are no widgets in here: what a control does is an action, and the screen shows the result.
"""

from toynn_course.playground import actions
from toynn_course.playground.settings import Settings
from toynn_course.playground.undo import Undoable


class Session:
    """A State, in whose place each method puts the next one; one that fails leaves it there.

    settings : Settings
    activations : the reader's own Activations, which the menu offers as well

    What a State has, a session has, too: `network`, `losses`, `accuracy`, `history`, `test_data`.
    """

    steps = None  # until there is a state, there is nothing to ask it for

    def __init__(self, settings=None, activations=()):
        self.steps = Undoable(actions.opened(settings or Settings(), activations))

    @classmethod
    def of(cls, state):
        """A session that begins with a State."""
        session = cls.__new__(cls)
        session.steps = Undoable(state)
        return session

    @property
    def state(self):
        """The State as it is now."""
        return self.steps.now

    def __getattr__(self, name):
        return getattr(self.steps.now, name)

    def __dir__(self):
        return [*super().__dir__(), *dir(self.state)]

    def do(self, action, *args, **values):
        """Put what an action makes of the state in its place, as a step that can be undone."""
        self.steps = self.steps.changed(action(self.state, *args, **values))

    def go_on(self, epochs):
        """Train on, as a part of the step of before: undo takes back both at once."""
        self.steps = self.steps.moved(actions.trained(self.state, epochs))

    def undo(self):
        """Return to the state before the last step. Raises ValueError if there is none."""
        self.steps = self.steps.undone()

    def redo(self):
        """Take back the last undo. Raises ValueError if there is none."""
        self.steps = self.steps.redone()

    def change(self, **values):
        """Set some settings. Unless only the rates change, training begins again with epoch 0."""
        self.do(actions.with_settings, **values)

    def reset(self):
        """Go back to epoch 0: the reader's own network, or the one that the seed gives."""
        self.do(actions.restarted)

    def start_over(self, epochs=0, **settings):
        """Set all settings as they usually are, apart from these, and train from epoch 0 on."""
        self.change(**vars(Settings().changed(**settings)))
        self.reset()  # where nothing had to be changed, too
        if epochs:
            self.train(epochs)

    def new_weights(self):
        """Begin again with other random weights."""
        self.do(actions.with_new_weights)

    def regenerate(self):
        """Make new points; the weights stay."""
        self.do(actions.with_new_points)

    def train(self, epochs=1):
        """Train for some epochs, fewer if it diverges; the last good network stays."""
        self.do(actions.trained, epochs)

    def edit(self, layer, node, weight, value):
        """Set a weight, or with weight None the bias, of a node; all are counted from 0."""
        self.do(actions.with_weight, layer, node, weight, value)

    def use(self, own):
        """Let the reader's own Network learn, or their own Activation."""
        self.do(actions.with_own, own)

    def set_points(self, points):
        """Take these as the reader's own points, and begin again."""
        self.do(actions.with_points, points)

    def add_point(self, x1, x2, target, classes=None):
        """Add one of the reader's own points, of this class, and begin again."""
        self.do(actions.with_point, x1, x2, target, classes)

    def remove_point(self, x1, x2):
        """Take away the reader's own point that is nearest to a place, and begin again."""
        self.do(actions.without_point, x1, x2)
