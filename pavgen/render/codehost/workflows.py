"""Workflows, scripts and templates for a code host, filled with what differs by programme.

The files lie beside this module as they are written, but for marks `@@…@@`. An action is pinned
by commit: a tag can be moved, a commit cannot.
"""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from pavgen.kernel.values import dataclass

_NOTE = "Written by `{command}`, which writes it anew: do not edit it here."
_HERE: Final = "pavgen.render.codehost"
_WORKFLOWS = (
    "audit",
    "build",
    "comment",
    "deploy",
    "deploy-preview",
    "guard",
    "rebuild",
    "record",
)
_SCRIPTS = ("comment", "previewed", "unpack")
_ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
        "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
        "actions/upload-artifact": "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
        "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    }
)
_INSTALL = (
    "python -m pip install --quiet --require-hashes --only-binary :all: "
    "--requirement requirements/ci.txt"
)
_PYTHON = "3.12"
_MARK = re.compile(r"@@([A-Za-z/_-]+)@@")
BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
"""A branch's name that means itself wherever it stands in a workflow."""


@dataclass(frozen=True, slots=True)
class Repository:
    """What differs by programme: the branch that is published, and the zone of its days."""

    branch: str = "main"
    time_zone: str = "UTC"

    @property
    def command(self) -> str:
        """The command that writes its files."""
        return f"pavgen workflows --branch {self.branch}" if self.branch != "main" else _PLAIN


_PLAIN = "pavgen workflows"


def repository_files(repository: Repository) -> Mapping[str, str]:
    """Return every file but the form, by its path from the repository's top, in order."""
    values = {
        "NOTE": _NOTE.format(command=repository.command),
        "BRANCH": repository.branch,
        "TIME_ZONE": json.dumps(repository.time_zone)[1:-1],
        "PYTHON": _PYTHON,
        "INSTALL": _INSTALL,
        **{name: f"{name}@{commit}" for name, commit in _ACTIONS.items()},
    }
    found = {
        f".github/workflows/{name}.yml": _filled(_read(f"files/workflows/{name}.yml"), values)
        for name in _WORKFLOWS
    }
    found |= {f".github/pavgen/{name}.py": _read(f"scripts/{name}.py") for name in _SCRIPTS}
    template = "pull_request_template.md"
    found[f".github/{template}"] = _filled(_read(f"files/{template}"), values)
    return dict(sorted(found.items()))


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _MARK.sub(lambda found: values[found[1]], text)


def _read(name: str) -> str:
    return files(_HERE).joinpath(name).read_text(encoding="utf-8")
