"""Checks: what the figures ask of a network, of data and of a plane."""

from toynn.checks import as_number
from toynn.datasets import Dataset
from toynn.network import Network


def as_network(network):
    """A Network. Raises TypeError for anything else, such as an epoch that has one."""
    if not isinstance(network, Network):
        cure = "write .network behind it" if hasattr(network, "network") else "make one first"
        raise TypeError(f"network is of type {type(network).__name__}, expected a Network; {cure}")
    return network


def as_data(data):
    """A Dataset or None. Raises TypeError for anything else."""
    if data is not None and not isinstance(data, Dataset):
        raise TypeError(
            f"data is of type {type(data).__name__}, expected a Dataset; write Dataset(X, Y), and "
            "ax= before an Axes to draw on"
        )
    return data


def as_extent(extent):
    """The edges (left, right, bottom, top) of a plane as floats, each pair in order."""
    if not isinstance(extent, tuple | list) or len(extent) != 4:
        raise TypeError(f"extent is {extent!r}, expected four numbers (left, right, bottom, top)")
    left, right, bottom, top = (as_number(edge, "an edge of extent") for edge in extent)
    if left >= right or bottom >= top:
        raise ValueError(
            f"extent is {extent}, which has no area; write (left, right, bottom, top) with "
            "left < right and bottom < top"
        )
    return left, right, bottom, top
