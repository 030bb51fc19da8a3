"""Undo and redo: values that never change need no more than to be kept."""

from dataclasses import dataclass, replace

from toynn_course.playground.state import State

MOST_STEPS = 100
"""How many steps can be undone; what lies further back is let go."""


@dataclass(frozen=True, eq=False)
class Undoable:
    """A State, those before it, and those that were undone."""

    now: State
    past: tuple[State, ...] = ()
    future: tuple[State, ...] = ()

    def changed(self, state):
        """A step to another state, after which there is nothing to redo."""
        if state is self.now:
            return self
        past = (*self.past, self.now.forgetful())[-MOST_STEPS:]
        return Undoable(state, past)

    def moved(self, state):
        """The last step, which has led on to another state."""
        return replace(self, now=state)

    def undone(self):
        """The step before. Raises ValueError if there is none."""
        if not self.past:
            raise ValueError("there is nothing to undo; change something first")
        *past, state = self.past
        return Undoable(state, tuple(past), (self.now.forgetful(), *self.future))

    def redone(self):
        """The step that was undone last. Raises ValueError if there is none."""
        if not self.future:
            raise ValueError("there is nothing to redo; undo something first")
        state, *future = self.future
        return Undoable(state, (*self.past, self.now.forgetful()), tuple(future))
