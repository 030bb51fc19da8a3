"""Replacement: other values under the names of a module, for a while."""

import contextlib

_MISSING = object()


@contextlib.contextmanager
def replaced(*places):
    """Within this, each (namespace, name, value) has that value; then the one it had before."""
    before = [(space, name, space.get(name, _MISSING)) for space, name, _ in places]
    try:
        for space, name, value in places:
            space[name] = value
        yield
    finally:
        for space, name, value in reversed(before):
            _put(space, name, value)


@contextlib.contextmanager
def kept(*namespaces):
    """Within this, whatever becomes of these namespaces: afterwards each name has its old value."""
    before = [(space, dict(space)) for space in namespaces]
    try:
        yield
    finally:
        for space, values in before:
            space.update(values)


def _put(space, name, value):
    if value is _MISSING:
        space.pop(name, None)
    else:
        space[name] = value
