"""Downloads: wheels from the Python package index, fetched once and then kept."""

import subprocess
import sys

from toynn_course.site.project import CACHE

WHEELS = CACHE / "wheels"
FOR_BROWSERS = ("--python-version=3.12", "--platform=any", "--implementation=py", "--abi=none")


def wheel(name, version, folder=WHEELS):
    """The Path of a wheel that runs anywhere. Raises CalledProcessError if it cannot be had."""
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not any(folder.glob(pattern)):
        options = ["--no-deps", "--only-binary=:all:", "--quiet", *FOR_BROWSERS]
        command = [sys.executable, "-m", "pip", "download", *options, f"--dest={folder}"]
        subprocess.run([*command, f"{name}=={version}"], check=True)  # noqa: S603 - our own command
    return next(folder.glob(pattern))
