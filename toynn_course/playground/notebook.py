"""The reader's notebook: what there is of their own in it, by its names."""

import toynn
from toynn.activations import Activation
from toynn.network import Network


def named(name):
    """The object of that name in the notebook. Raises ValueError if there is none."""
    own = _names().get(name)
    if not name or own is None:
        raise ValueError(
            f"there is nothing called {name!r} in this notebook; run the cell that makes your "
            "network or activation, then type its name"
        )
    return own


def usable():
    """The names of the networks and the activations that the notebook has, the newest last."""
    return [
        name
        for name, value in _names().items()
        if isinstance(value, Network | Activation)
        and not name.startswith("_")
        and value is not getattr(toynn, name, None)  # imported, and in the menu already
    ]


def _names():
    """All names; none where there is no notebook."""
    from IPython import get_ipython

    shell = get_ipython()
    return shell.user_ns if shell else {}
