"""Storage: the numbers of a network in a file, and back again, without pickle.

A file is a NumPy archive (.npz): one array of activation names, then the weights and biases of
each layer. It holds numbers and text only, so loading a file never runs code from it.
"""

import re
from contextlib import contextmanager
from textwrap import shorten

import numpy as np

from toynn.checks import as_path, known_to_load


def save(path, layers):
    """Write layers, each a tuple (weights, biases, activation name), and return the path."""
    path = _npz(path)
    arrays = {"toynn": np.array([name for _, _, name in layers])}
    for number, (weights, biases, _) in enumerate(layers):
        arrays[f"weights_{number}"], arrays[f"biases_{number}"] = weights, biases
    unfinished = path.with_suffix(".unfinished.npz")
    try:
        np.savez(unfinished, **arrays)
        unfinished.replace(path)  # an earlier file is lost only once this one is complete
    finally:
        unfinished.unlink(missing_ok=True)
    return path


@contextmanager
def opened(path, known):
    """The layers in a file as tuples (weights, biases, activation name).

    known : the activations that may occur, by name

    Raises ValueError if the file is damaged or uses an activation that is not known. What goes
    wrong in the `with` block that builds the network is the file's fault, too.
    """
    path = as_path(path) if as_path(path).exists() and not _npz(path).exists() else _npz(path)
    with path.open("rb") as file, _blaming(path):
        layers = list(_layers(file))
    known_to_load([name for _, _, name in layers], known, path)
    with _blaming(path):
        yield layers


@contextmanager
def _blaming(path):
    """Inside, every error is the file's fault: what is read depends on nothing else."""
    try:
        yield
    except Exception as error:
        reason = shorten(str(error), 80, placeholder="...")
        raise ValueError(
            f"{path} is damaged or was not written by Network.save ({reason}); "
            "save the network again, or choose another file"
        ) from None


def _layers(file):
    """The weights, the biases and the name of the activation of each layer."""
    from zipfile import ZipFile  # slow to import, and only loading needs it

    with ZipFile(file) as archive:
        _refuse_bombs(archive, size=file.seek(0, 2))
        names = _array(archive, "toynn", "U")
        for number, name in enumerate(names.ravel().tolist()):
            weights = _array(archive, f"weights_{number}", "biuf")
            yield weights, _array(archive, f"biases_{number}", "biuf"), name


def _refuse_bombs(archive, size):
    """Nothing is compressed and nothing overlaps, so nothing grows when it is read."""
    parts = archive.infolist()
    compressed = any(part.compress_type for part in parts)  # 0 means stored as it is
    if compressed or sum(part.file_size for part in parts) > size:
        raise ValueError("it is compressed, or promises more than it holds")


_HEADER = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '([<>|][biufU]\d+)', "
    rb"'fortran_order': (False|True), 'shape': \(((?:\d+, ?)*\d*)\), \} *\n",
    re.DOTALL,
)
"""What np.save writes in front of the numbers of an array."""


def _array(archive, name, kinds):
    """An array of the archive: a view of the bytes in the file, whatever its header promises."""
    content = archive.read(f"{name}.npy")
    header = _HEADER.match(content)
    if not header or header[1][1:2].decode() not in kinds:
        raise ValueError(f"{name} is not an array of {'text' if kinds == 'U' else 'numbers'}")
    flat = np.frombuffer(content, header[1].decode(), offset=header.end())
    shape = [int(length) for length in header[3].replace(b",", b" ").split()]
    return flat.reshape(shape, order="F" if header[2] == b"True" else "C")


def _npz(path):
    """The path with the ending of a NumPy archive."""
    path = as_path(path)
    return path if path.suffix == ".npz" else path.with_name(f"{path.name}.npz")
