"""What the README and Binder promise, held to pyproject.toml and to the files that are there."""

import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(path.name for path in ROOT.glob("notebooks/[0-9]*.ipynb"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(shell):
    """The first two code blocks for a shell: one opens the course, one runs the tests."""
    return re.findall(rf"^```{shell}\n(.*?)\n```", README, flags=re.DOTALL | re.MULTILINE)[:2]


FOR_SH, FOR_WINDOWS = commands("sh"), commands("powershell")


def test_two_commands_of_one_line_each_open_the_course_and_run_the_tests():
    opening, testing = FOR_SH
    assert "\n" not in opening + testing
    assert opening.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    jupyterlab = " && .venv/bin/jupyter lab --config=jupyter_lab_config.py"
    assert opening.endswith(f"{jupyterlab} notebooks/00_start_here.ipynb")
    assert testing.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert testing.endswith(" && .venv/bin/pytest")


@pytest.mark.parametrize("command", FOR_SH)
def test_every_path_and_every_program_in_a_command_exists(command):
    programs = {"jupyter", "pytest"}  # and pip, which comes with any environment made by venv
    here = {path.stem for path in Path(sys.executable).parent.iterdir()}
    for word in shlex.split(command.replace("--config=", "")):
        if word.startswith(".venv/bin/"):
            assert Path(word).name in (programs & here) | {"pip"}, word
        elif "/" in word or word.endswith(".py"):
            assert (ROOT / word).exists(), word


@pytest.mark.parametrize("command", FOR_SH)
def test_every_extra_in_a_command_is_declared(command):
    assert set(re.findall(r"\.\[(\w+)\]", command)) <= PROJECT["optional-dependencies"].keys()


def test_the_lines_for_windows_do_the_same():
    def windows(command):
        parts = command.replace("python3 ", "py ").replace(".venv/bin/", ".venv/Scripts/")
        return parts.replace(" && ", "; ").replace("/", "\\")

    assert [windows(command) for command in FOR_SH] == FOR_WINDOWS


def test_the_tests_command_is_what_ci_runs():
    assert re.findall(r"^python3 .*pytest$", README, flags=re.MULTILINE) == [FOR_SH[1]]


def test_every_local_link_of_the_readme_leads_somewhere():
    links = re.findall(r"\]\(([^)#\s]+)", README) + re.findall(r'(?:src|href)="([^"#]+)"', README)
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_readme_links_each_notebook_here_and_on_binder(name):
    repository = PROJECT["urls"]["Repository"].removeprefix("https://github.com/")
    binder = f"https://mybinder.org/v2/gh/{repository}/HEAD?urlpath=lab/tree/notebooks/{name}"
    assert f"(notebooks/{name})" in README
    assert f"({binder})" in README


def test_the_cell_for_colab_asks_for_versions_that_the_package_takes():
    (cell,) = re.findall(r"^```text\n(!git .*?)```", README, flags=re.DOTALL | re.MULTILINE)
    asked = re.findall(r'"(.+?)"', cell)
    assert set(asked) <= set(PROJECT["dependencies"])
    assert {Requirement(each).name for each in asked} == {"ipywidgets", "anywidget"}
    assert f"{PROJECT['urls']['Repository']} " in cell


def test_the_readme_installs_the_notebook_7_that_is_tested():
    (asked,) = re.findall(r'pip install "(notebook.+?)"', README)
    assert asked in PROJECT["optional-dependencies"]["test"]


def test_binder_links_lead_to_notebooks_that_exist():
    assert set(re.findall(r"mybinder\.org/v2/\S+?notebooks/([\w.]+)", README)) <= {*NOTEBOOKS}


@pytest.fixture
def pins():
    lines = (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if not line.startswith("#")]
    return {pin.name.lower().replace("_", "-"): str(pin.specifier) for pin in wanted}


def test_binder_pins_one_version_of_everything(pins):
    assert [name for name, version in pins.items() if not re.fullmatch(r"==[\w.]+", version)] == []


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_binder_has_what_the_package_requires(pins, requirement):
    wanted = Requirement(requirement)
    assert pins[wanted.name].removeprefix("==") in wanted.specifier


def test_binder_has_a_python_that_the_package_runs_on():
    version = (ROOT / "binder" / "runtime.txt").read_text().strip().removeprefix("python-")
    assert version in SpecifierSet(PROJECT["requires-python"])
    assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]
