"""The browser's Python: what the lock file promises is there, or at Pyodide's own address."""

import hashlib
import json
import re
from importlib.util import find_spec

import pytest

from tests.browser.lab import ROOT
from toynn_course.site import distribution

MEGABYTE = 10**6


@pytest.fixture(scope="module")
def pyodide(site):
    """The folder that a page loads its Python from."""
    return site / "lite" / "static" / "pyodide"


@pytest.fixture(scope="module")
def packages(pyodide):
    """What its lock file says of each package."""
    return json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]


def test_each_package_is_the_file_that_the_lock_names(pyodide, packages):
    for package in packages.values():
        data = (pyodide / package["file_name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == package["sha256"], package["name"]


def test_whatever_a_package_needs_is_in_the_lock(packages):
    known = {name.replace("_", "-").lower() for name in packages}
    for package in packages.values():
        assert {need.replace("_", "-").lower() for need in package["depends"]} <= known


def test_scikit_learn_is_loaded_only_where_a_notebook_imports_it(packages):
    loaded, left = set(), list(distribution.AT_ONCE)
    while left:
        name = left.pop().replace("_", "-")
        if name not in loaded:
            loaded.add(name)
            left += packages[name]["depends"]
    assert {"numpy", "matplotlib", "ipywidgets"} <= loaded
    assert not {"scikit-learn", "scipy"} & loaded


def test_the_site_has_at_most_100_megabytes_as_the_readme_says(site):
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / MEGABYTE
    assert size <= 100
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"^\*\*The site\*\* has (\d+) MB", readme, flags=re.MULTILINE)
    assert float(said) == pytest.approx(size, abs=3)


@pytest.mark.skipif(not find_spec("hatchling"), reason='the extra "site" is not installed')
def test_a_public_site_takes_the_packages_of_pyodide_from_its_address(tmp_path):
    folder = tmp_path / "pyodide"
    distribution.write_distribution(folder, alone=False)
    lock = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock["numpy"]["file_name"].startswith("https://cdn.jsdelivr.net/pyodide/v0.27.7/full/")
    own = {each["file_name"] for each in lock.values() if "://" not in each["file_name"]}
    assert {path.name for path in folder.glob("*.whl")} == own
    assert any(name.startswith("toynn-") for name in own)
