"""The program's version."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PROJECT_FILE = Path(__file__).parents[1] / "pyproject.toml"


def program_version() -> str:
    """Returns the version, such as "0.1.0": that of pyproject.toml in a clone, that of the installed package elsewhere.

    A clone comes first: another version may be installed beside it. Returns "unknown" where there is neither.
    """
    try:
        project = tomllib.loads(_PROJECT_FILE.read_text(encoding="utf-8"))["project"]
        if project["name"] == "addsup":
            return str(project["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        pass
    try:
        return version("addsup")
    except PackageNotFoundError:
        return "unknown"
