"""Storage: what is saved comes back, and a damaged file is refused in one sentence."""

import base64
import io
import re
import struct
import tracemalloc
import zipfile
import zlib
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings, strategies

from tests.toynn.cases import seeds, sizes
from toynn import Layer, Network, storage

SMALL = Network([Layer([[1.5, -2.0]], [0.25], "tanh")])
"""A network whose file is short enough to damage it in every way."""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Where the damaged files of this module are written, one after the other."""
    return tmp_path_factory.mktemp("damaged") / "net.npz"


@pytest.fixture(scope="module")
def whole(path):
    """The bytes of a file as it should be."""
    return SMALL.save(path.with_name("whole.npz")).read_bytes()


def loaded(path, content):
    """The network in a file of this content, or None if it is refused as it should be."""
    path.write_bytes(content)
    return loaded_from(path)


def loaded_from(path):
    """The network in a file, or None if it is refused as it should be."""
    try:
        return Network.load(path)
    except ValueError as error:
        message = str(error)
    assert message.startswith(str(path))
    assert re.search(r"is damaged or was not written by|uses the activation", message)
    assert len(message.removeprefix(str(path))) < 300
    assert message.isprintable()
    return None


# Saving


def test_a_layer_is_saved_as_its_numbers_and_a_name(tmp_path):
    layers = [(np.array([[1.0, 2.0]]), np.array([3.0]), "tanh")]
    with storage.opened(storage.save(tmp_path / "net", layers), {"tanh": None}) as found:
        assert [(w.tolist(), b.tolist(), name) for w, b, name in found] == [
            ([[1.0, 2.0]], [3.0], "tanh")
        ]


def test_what_was_saved_loads_by_its_name_beside_a_folder_or_a_file_of_that_name(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("notes")
    for name in ("folder", "file"):
        SMALL.save(tmp_path / name)
        assert Network.load(tmp_path / name) == SMALL


def test_a_file_may_have_any_name(tmp_path):
    SMALL.save(tmp_path / "net").rename(tmp_path / "net.backup")
    assert Network.load(tmp_path / "net.backup") == SMALL


def test_a_save_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(path, **arrays):
        path.write_bytes(b"half of it")
        raise OSError("no space left")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(OSError, match="no space"):
        SMALL.save(tmp_path / "net")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=20)
@given(sizes, seeds)
def test_weights_in_the_order_of_fortran_load_as_they_were(path, shape, seed):
    rng = np.random.default_rng(seed)
    network = Network(
        [
            Layer(np.asfortranarray(rng.normal(size=(m, n))), rng.normal(size=m))
            for n, m in pairwise(shape)
        ]
    )
    assert Network.load(network.save(path)) == network


def test_a_network_of_a_thousand_layers_loads_as_it_was(path):
    network = Network([Layer([[i / 7]], [i]) for i in range(1000)])
    assert Network.load(network.save(path)) == network


OLD = (
    "eNoL8GZm0WWAAEWGo7JLbf5DASeDCENJfmVenl5eQSUjgwDDDqgyGD3ZL9Q3IJKRoYyhWj0ltTi5SN1KQd0m1Fxd"
    "R0E9Lb+opCgxLz6/KCUVJO6WmFOcChQvzkgsSAXyNYx0NHUUahUoAFwlQDckAnEeEGcwoIJiIM4E4nQgzgXifCg/"
    "BYgDULysZLjFHuZlXqCXy1Mz0zNKiuMNYN5eAFW6AK+30yyI9LaCEWUe59o3L8ii9NA2+/Lcu+l3X27fr/M89WLR"
    "7zv2K4/bntH+u8ke1Xt5MzdpwLzHA/ReUmZicSqS7yZAVU6gju8ojlS0eESLrPi7+suwRZYhTbxjSHlk3X/Nw8TP"
    "+dF+l3uj/fF9L9Aix1qasRRL5MB90wFV2UEd31AtcgK8GZl0mVGLjR3QkoETKfIaGEEkvBBB1wbKegugOYsXRdtn"
    "IImSEdG1gpL1BGg886BovQS0EzmRo+sEJSGYTlRLFzAxoCYodK2g6OqARgeqpfnMDCiRF+DNygaSYQVCRaCDTFlA"
    "PACu5isK"
)
"""A file that the first version of Network.save wrote, compressed."""


def test_a_file_of_the_first_version_still_loads(path):
    assert loaded(path, zlib.decompress(base64.b64decode(OLD))) == Network(
        [
            Layer(
                [
                    [0.0889046919352223, -0.09341224466100138],
                    [0.4528471989539067, 0.07417558418617766],
                ],
                [0.0, 0.0],
                "tanh",
            ),
            Layer([[1.0647115783783574, 0.773288368256764]], [0.0], "sigmoid"),
        ]
    )


# Damage


def test_a_file_with_any_byte_changed_is_refused_or_loads_as_it_was(path, whole):
    """Every byte as 0, as 255, and with each bit flipped, one after the other."""
    refused = 0
    path.write_bytes(whole)
    with path.open("r+b", buffering=0) as file:  # writing a whole file takes five times as long
        for at, byte in enumerate(whole):
            for other in [*({0, 255, *(byte ^ 1 << bit for bit in range(8))} - {byte}), byte]:
                file.seek(at)
                file.write(bytes([other]))
                network = loaded_from(path)
                assert network is None or network == SMALL, (at, other)
                refused += network is None
    assert refused > 4 * len(whole)  # the others change a date, or something else nobody reads


def test_a_file_cut_short_anywhere_is_refused(path, whole):
    path.write_bytes(whole)
    with path.open("r+b", buffering=0) as file:
        for length in reversed(range(len(whole))):
            file.truncate(length)
            assert loaded_from(path) is None, length


@given(strategies.binary(max_size=200))
def test_garbage_is_refused(path, content):
    assert loaded(path, content) is None
    assert loaded(path, b"PK\x03\x04" + content) is None


@given(strategies.data())
def test_a_file_damaged_in_several_places_is_refused_or_loads_as_it_was(path, whole, data):
    content = bytearray(whole)
    for _ in range(data.draw(strategies.integers(1, 5))):
        at = data.draw(strategies.integers(0, len(content) - 1))
        end = at + data.draw(strategies.integers(0, 8))
        content[at:end] = data.draw(strategies.binary(max_size=8))
    network = loaded(path, bytes(content))
    assert network is None or network == SMALL


# Files made to do harm


def npy(descr="'<f8'", shape="(1, 2)", data=bytes(16), fortran="False", version=b"\x01\x00"):
    """The bytes of an array, with a header of one's own."""
    header = f"{{'descr': {descr}, 'fortran_order': {fortran}, 'shape': {shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    return b"\x93NUMPY" + version + struct.pack("<H", len(header)) + header + data


NAMES = npy("'<U4'", "(1,)", "tanh".encode("utf-32-le"))
BIASES = npy(shape="(1,)", data=bytes(8))


def archive(weights=None, names=NAMES, biases=BIASES, compression=zipfile.ZIP_STORED, **others):
    """The bytes of a file whose parts are these."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as parts:
        content = {"toynn": names, "weights_0": weights or npy(), "biases_0": biases, **others}
        for name, part in content.items():
            parts.writestr(f"{name}.npy", part)
    return file.getvalue()


def overlapping():
    """A file whose list of contents names the same ten kilobytes five hundred times."""
    whole = archive(weights=npy(shape="(1, 1280)", data=bytes(10240)))
    start, end = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    size, entries = 500 * (end - start), 1500
    tail = struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, entries, entries, size, start, 0)
    return whole[:start] + 500 * whole[start:end] + tail


def far_away():
    """A file in the format for more than 4 GB, that says its list of contents is at 2^63 - 1."""
    whole = archive()
    end = whole.index(b"PK\x05\x06")
    far = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 3, 3, 10, 2**63 - 1)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    tail = struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return whole[:end] + far + locator + tail


def test_the_files_below_differ_from_one_that_loads(path):
    assert loaded(path, archive()) == Network([Layer([[0.0, 0.0]], [0.0], "tanh")])
    whole_numbers = archive(npy("'<i4'", data=struct.pack("<2i", 1, -2)))
    assert loaded(path, whole_numbers) == Network([Layer([[1.0, -2.0]], [0.0], "tanh")])
    by_column = archive(
        npy(shape="(2, 2)", data=struct.pack("<4d", 1, 2, 3, 4), fortran="True"),
        biases=npy(shape="(2,)", data=bytes(16)),
    )
    assert loaded(path, by_column).layers[0].weights.tolist() == [[1, 3], [2, 4]]


HARMFUL = {
    "a hundred gigabytes of weights": archive(npy(shape="(1000000, 12500)")),
    "a hundred gigabytes of names": archive(names=npy("'<U9'", "(3000000000,)")),
    "a shape beyond every machine": archive(npy(shape=f"({'9' * 5000}, 2)")),
    "a table without columns": archive(npy(shape="(1000000000000, 0)", data=b"")),
    "a negative shape": archive(npy(shape="(-1, 2)")),
    "a shape that is no shape": archive(npy(shape="(1, , 2)")),
    "a shape of a hundred dimensions": archive(npy(shape=f"({'1, ' * 100}2)")),
    "too few numbers": archive(npy(data=bytes(8))),
    "half a number": archive(npy(data=bytes(15))),
    "too many numbers": archive(npy(data=bytes(24))),
    "objects": archive(npy("'|O'")),
    "records": archive(npy("[('a', '<f8')]")),
    "dates": archive(npy("'<M8[s]'")),
    "complex numbers": archive(npy("'<c16'", data=bytes(32))),
    "numbers of nine bytes": archive(npy("'<f9'")),
    "numbers of more bytes than can be counted": archive(npy("'<f99999999999999999999'")),
    "a header deep in brackets": archive(npy("(" * 5000)),
    "a header of the second version": archive(npy(version=b"\x02\x00")),
    "no array": archive(b"weights"),
    "names that are numbers": archive(names=npy(shape="(2,)")),
    "names of no letters": archive(names=npy("'<U0'", "(1000000000000,)", b"")),
    "names that are no letters": archive(names=npy("'<U1'", "(1,)", b"\xff\xff\xff\xff")),
    "a name of a million letters": archive(names=npy("'<U1000000'", "(1,)", b"a\0\0\0" * 10**6)),
    "a name that cannot be shown": archive(names=npy("'<U1'", "(1,)", b"\0\xd8\0\0")),
    "half a million layers": archive(names=npy("'<U1'", "(500000,)", b"t\0\0\0" * 500_000)),
    "a part that grows when it is read": archive(
        npy(shape="(1, 6250000)", data=bytes(50_000_000)), compression=zipfile.ZIP_DEFLATED
    ),
    "a part compressed in another way": archive(compression=zipfile.ZIP_LZMA),
    "overlapping parts": overlapping(),
    "a directory of parts beyond the end": far_away(),
    "names that are not UTF-8": archive(ś=b"").replace("ś".encode(), b"\xff\xff"),
    "an encrypted part": archive().replace(
        b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\x01"
    ),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_file_made_to_do_harm_is_refused_and_takes_little_memory(path, name):
    path.write_bytes(HARMFUL[name])
    tracemalloc.start()
    assert loaded(path, HARMFUL[name]) is None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # half a million names of one letter are strings of 50 bytes, and a file is read once
    assert peak < 20 * len(HARMFUL[name]) + 1_000_000


headers = strategies.builds(
    npy,
    descr=strategies.from_regex(r"'[<>|=]?[?biufcmMOSUVT][0-9]{0,3}'", fullmatch=True),
    shape=strategies.lists(strategies.integers(-2, 2**70), max_size=3).map(lambda n: str(tuple(n))),
    data=strategies.binary(max_size=40),
    fortran=strategies.sampled_from(["True", "False", "None"]),
) | strategies.binary(max_size=200)


@given(headers, headers, headers | strategies.just(NAMES))
def test_an_array_with_any_header_is_refused_or_makes_a_network(path, weights, biases, names):
    network = loaded(path, archive(weights, names, biases))
    assert network is None or np.isfinite(network.layers[0].weights).all()


@pytest.mark.parametrize(
    "error", [OverflowError, struct.error, MemoryError, RecursionError, OSError, UserWarning]
)
def test_whatever_goes_wrong_in_reading_is_the_fault_of_the_file(path, whole, monkeypatch, error):
    def failing(*args, **kwargs):
        raise error("as on a 32-bit machine")

    monkeypatch.setattr(zipfile, "ZipFile", failing)
    assert loaded(path, whole) is None


def test_a_reader_who_interrupts_is_not_told_of_a_damaged_file(path, whole, monkeypatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    path.write_bytes(whole)
    monkeypatch.setattr(zipfile, "ZipFile", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Network.load(path)


def test_a_file_that_cannot_be_opened_is_not_said_to_be_damaged(path, whole, monkeypatch):
    def forbidden(*args, **kwargs):
        raise PermissionError("not yours")

    path.write_bytes(whole)
    monkeypatch.setattr(type(path), "open", forbidden)
    with pytest.raises(PermissionError, match="not yours"):
        Network.load(path)
