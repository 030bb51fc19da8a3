"""The files for administrators: they are what the programs read, and they agree with each other."""

import re
import runpy
import shlex
import tomllib
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
HUB = ROOT / "hub"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REPOSITORY = PROJECT["urls"]["Repository"]
FIRST = "notebooks/00_start_here.ipynb"
README = (HUB / "README.md").read_text(encoding="utf-8")
SETTINGS = (HUB / "littlest" / "settings.sh").read_text(encoding="utf-8")
LITTLEST = HUB / "littlest" / "jupyterhub_config.d" / "toynn.py"
VALUES = yaml.safe_load((HUB / "kubernetes" / "values.yaml").read_text(encoding="utf-8"))
LEARNER = VALUES["singleuser"]


class Config(dict):
    """Takes what a configuration file sets, as JupyterHub's `c` does."""

    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__

    def __missing__(self, name):
        return self.setdefault(name, Config())


@pytest.fixture
def littlest(monkeypatch):
    """What the file for The Littlest JupyterHub sets."""
    c = Config()
    runpy.run_path(str(LITTLEST), {"get_config": lambda: c})
    return c


def tljh():
    """What settings.sh asks tljh-config for: {name: value}."""
    lines = [shlex.split(line) for line in SETTINGS.splitlines() if line.startswith("tljh-config")]
    return {words[2]: words[3] for words in lines if words[1] == "set"}


def test_the_littlest_hub_opens_the_first_notebook_of_the_learners_copy(littlest):
    assert littlest.Spawner.default_url == f"/lab/tree/toynn/{FIRST}"


def test_on_the_littlest_hub_notebooks_import_the_toynn_that_lies_beside_them(
    littlest, monkeypatch
):
    monkeypatch.setattr("os.path.expanduser", lambda path: path.replace("~", "/home/", 1))
    learner = SimpleNamespace(username_template="jupyter-ada")
    path = littlest.Spawner.environment["PYTHONPATH"](learner)
    assert path == "/home/jupyter-ada/toynn"


def test_on_kubernetes_notebooks_import_the_toynn_that_lies_beside_them():
    assert LEARNER["extraEnv"]["PYTHONPATH"] == "/home/jovyan/toynn"
    assert pulled() == (REPOSITORY, "main", "toynn")


def pulled():
    """What the hook of a server's start pulls: the repository, its branch, and where to."""
    shell = LEARNER["lifecycleHooks"]["postStart"]["exec"]["command"]
    assert shell[:2] == ["sh", "-c"]
    command, otherwise = shell[2].split(" || ")
    assert otherwise.strip() == "true"  # or a failed pull would end the server
    return tuple(shlex.split(command)[1:])


def test_no_learner_takes_a_thread_for_each_core(littlest):
    for environment in (littlest.Spawner.environment, LEARNER["extraEnv"]):
        assert environment["OPENBLAS_NUM_THREADS"] == environment["OMP_NUM_THREADS"] == "1"


def test_both_hubs_have_the_same_limits_and_the_same_culling(littlest):
    asked = tljh()
    assert asked["limits.memory"] == LEARNER["memory"]["limit"]
    assert float(asked["limits.cpu"]) == LEARNER["cpu"]["limit"]
    assert int(asked["services.cull.timeout"]) == VALUES["cull"]["timeout"]
    assert int(asked["services.cull.every"]) == VALUES["cull"]["every"]
    assert int(asked["services.cull.max_age"]) == VALUES["cull"]["maxAge"]
    assert asked["services.cull.enabled"] == str(VALUES["cull"]["enabled"]).lower()
    assert not {"mem_limit", "cpu_limit"} & littlest.Spawner.keys()  # said in one place


def test_settings_are_applied_after_all_of_them_are_made():
    lines = [line for line in SETTINGS.splitlines() if line and not line.startswith("#")]
    assert lines[0] == "set -euo pipefail"
    assert lines[-1] == "tljh-config reload"


def test_settings_copy_the_file_that_is_there():
    assert str(LITTLEST.relative_to(ROOT)) in SETTINGS


def test_nobody_can_log_in_to_a_new_hub_without_an_account():
    config = VALUES["hub"]["config"]
    assert config["JupyterHub"]["authenticator_class"] not in {"dummy", "null"}
    assert "allow_all" not in config["Authenticator"]
    assert config["Authenticator"]["allowed_users"] == []


def test_no_secret_stands_in_the_values():
    assert "secret" not in yaml.safe_dump(VALUES).lower()


def test_placeholders_make_way_for_learners():
    scheduling = VALUES["scheduling"]
    assert scheduling["podPriority"]["enabled"]
    assert scheduling["userPlaceholder"]["enabled"]


def test_the_image_in_the_values_is_the_one_that_the_dockerfile_and_the_readme_name():
    image = f"{LEARNER['image']['name']}:{LEARNER['image']['tag']}"
    dockerfile = (HUB / "image" / "Dockerfile").read_text(encoding="utf-8")
    assert LEARNER["image"]["tag"] == PROJECT["version"]
    assert image in dockerfile
    assert image in README


def test_the_image_has_binders_python_and_copies_what_is_there():
    dockerfile = (HUB / "image" / "Dockerfile").read_text(encoding="utf-8")
    version = (ROOT / "binder" / "runtime.txt").read_text().strip().removeprefix("python-")
    assert f"\nFROM python:{version}-slim\n" in dockerfile
    lines = re.findall(r"^COPY (.+) \S+$", dockerfile, flags=re.MULTILINE)
    copied = {name for line in lines for name in line.split()}
    assert {"binder/requirements.txt", "pyproject.toml", "toynn", "toynn_course"} <= copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert set(PROJECT["license-files"]) <= copied  # or the package could not be built
    assert PROJECT["readme"] in copied


def test_the_image_asks_for_the_jupyterhub_of_the_chart():
    lines = (HUB / "image" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = {each.name: each.specifier for each in map(Requirement, lines_of(lines))}
    assert wanted.keys() == {"jupyterhub", "nbgitpuller"}
    assert "5.5.0" in wanted["jupyterhub"]
    assert "6.0.0" not in wanted["jupyterhub"]


def lines_of(lines):
    return [line for line in lines if line and not line.startswith("#")]


def test_the_link_pulls_this_repository_and_opens_a_notebook_that_exists():
    (link,) = re.findall(r"https://YOUR_HUB/hub/user-redirect/git-pull\?\S+", README)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    assert asked["repo"] == REPOSITORY
    assert asked["branch"] == pulled()[1]
    page, _, options = unquote(asked["urlpath"]).partition("?")
    assert page == f"lab/tree/toynn/{FIRST}"
    assert options == "autodecode"
    assert (ROOT / FIRST).exists()


def test_what_the_readme_links_is_there():
    links = re.findall(r"\]\(([^)#:\s]+)\)", README)
    assert links
    assert [link for link in links if not (HUB / link).exists()] == []


def test_every_placeholder_is_one_that_the_readme_explains():
    files = [path for path in HUB.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    used = {name for path in files for name in re.findall(r"YOUR_[A-Z_]+", path.read_text("utf-8"))}
    explained = set(re.findall(r"^\| `(YOUR_[A-Z_]+)` \|", README, flags=re.MULTILINE))
    assert used == explained
