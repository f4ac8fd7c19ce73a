"""A project of a few partners in a real git repository, and pull requests on it.

Commits are made by `git fast-import`, which takes any path and mode and needs no work tree; the
work tree has the base alone, as where a pull request is judged.
"""

import io
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pavgen.cli.main import run

DAY = "2026-11-21"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 20"><path d="M0 0h{0}v20H0z"/></svg>'
)
ACME, BRAVO, BOTH, NEXT, STAFF, STRANGER = 101, 102, 103, 104, 900, 666
"""Accounts: of `acme`, of `bravo`, of `cutter` and `dory`, of `ensign` to come, the vendor's."""

PROGRAM = """\
name: North sea partner programme
vendor: {name: North sea, url: https://www.example.org/}
tiers: [{id: gold, label: Gold, weight: 2}, {id: silver, label: Silver, weight: 1}]
partner_types:
  - {id: integrator, label: Integrator, plural: Integrators}
  - {id: reseller, label: Reseller, plural: Resellers}
"""
POLICY = """\
version: 1
groups:
  main: {strategy: alphabetical, period: week}
opportunities:
  directory-list: {title: All partners, rationale: A test., group: main}
  resellers: {title: Resellers, rationale: A test., group: main, eligible: {types: reseller}}
"""
SITE = """\
title: North sea partners
summary: The partners.
base_url: https://north-sea.example.org/
search: false
social_cards: false
sections:
  - {kind: directory, path: /, list: directory-list}
"""
OWNERS = """\
staff: [{id: 900, login: vendor-edda}]
partners:
  acme: {accounts: [{id: 101, login: acme-web}]}
  bravo: {accounts: [{id: 102, login: bravo-web}]}
  cutter: {accounts: [{id: 103, login: both-web}]}
  dory: {accounts: [{id: 103, login: both-web}]}
  ensign: {accounts: [{id: 104, login: ensign-web}]}
tombstones: [{slug: flint, since: 2025-01-31}]
"""


def listing(name: str, *, types: str = "integrator", more: str = "") -> str:
    """Write a partner's listing; `more` are further lines."""
    site = "".join(c for c in name.casefold() if c.isascii() and c.isalnum())
    return (
        f"name: {name}\ntagline: It sails.\nwebsite: https://{site}.example/\n"
        f"types: [{types}]\n{more}"
    )


def base_files() -> dict[str, str]:
    """Return the project that every pull request is made on."""
    files = {
        ".github/workflows/guard.yml": "on: pull_request_target\n",
        "README.md": "A project.\n",
        "pyproject.toml": "[project]\n",
        "content/program.yaml": PROGRAM,
        "content/placement/policy.yaml": POLICY,
        "content/sites/partners.yaml": SITE,
        "content/owners.yaml": OWNERS,
    }
    for slug in ("acme", "bravo", "cutter", "dory"):
        files[f"partners/{slug}/listing.yaml"] = listing(slug.title(), more="logo: logo.svg\n")
        files[f"partners/{slug}/about.md"] = "We sail.\n"
        files[f"partners/{slug}/logo.svg"] = SVG.format(20 + ord(slug[0]))
        files[f"content/standing/{slug}.yaml"] = (
            f"id: p-{slug}\nstatus: active\ntier: gold\njoined: 2020-01-01\n"
            f"domains: [{slug}.example]\n"
        )
    return files


@dataclass(frozen=True)
class Node:
    """What stands at a path where it is no plain file: git's mode, and bytes or an object's name."""

    mode: str
    data: bytes | str = b""
    """A `str` is the name of an object that is, or is not, in the repository."""


Content = str | bytes | Node | None
"""A file's text or bytes, something else, or None where it is gone."""

Changes = Mapping[str, Content] | Mapping[bytes, Content]
"""What stands at which path afterwards."""


@dataclass(frozen=True)
class Judged:
    """What `pavgen review` came to: its exit status and its JSON."""

    status: int
    report: dict[str, Any]

    @property
    def verdict(self) -> tuple[int, str]:
        return self.status, self.report["verdict"]

    @property
    def grave(self) -> list[tuple[str, str]]:
        """The rules and paths that the verdict rests on."""
        return [
            (r["rule"], r["path"])
            for r in self.report["rulings"]
            if r["severity"] == self.report["verdict"] != "pass"
        ]


class Repository:
    """A git repository whose commits are made of what they change."""

    def __init__(self, root: Path, files: Changes | None = None) -> None:
        self.root = root
        self.made = 0
        root.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.base = self.commit(files or base_files(), parents=(), branch="refs/heads/main")
        self.git("reset", "--quiet", "--hard")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(self.root),
        }
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, input=given, capture_output=True,
            check=False, env=environment,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.decode().strip()

    def commit(
        self,
        changes: Changes,
        *,
        parents: tuple[str, ...] | None = None,
        branch: str = "",
        message: str = "A change",
        author: str = "Somebody <somebody@example.org>",
    ) -> str:
        """Commit changes on the base, or on other parents, the first of which gives the files."""
        self.made += 1
        name = branch or f"refs/heads/pull-{self.made}"
        first, *others = (self.base,) if parents is None else parents or ("",)
        told = message.encode()
        lines = [
            f"commit {name}\nmark :1\ncommitter {author} {1_790_000_000 + self.made} +0000\n".encode(),
            b"data %d\n%s\n" % (len(told), told),
            f"from {first}\n".encode() if first else b"",
            *(f"merge {other}\n".encode() for other in others),
            *(_line(path, content) for path, content in changes.items()),
            b"\nget-mark :1\n",
        ]
        return self.git(
            "fast-import", "--quiet", "--force", "--cat-blob-fd=1", given=b"".join(lines)
        )

    def clone(self, folder: Path, *options: str) -> "Repository":
        """Return a clone of its own, made as git is told."""
        made = object.__new__(Repository)
        made.root, made.made, made.base = folder, self.made, self.base
        source = f"file://{self.root}" if options else str(self.root)
        self.git("clone", "--quiet", *options, source, str(folder))
        return made

    def review(self, head: str, account: int, *more: str, base: str = "main") -> Judged:
        """Judge a pull request with the command itself."""
        status, out = self.said(head, account, "--format", "json", *more, base=base)
        return Judged(status, json.loads(out) if out else {})

    def said(self, head: str, account: int, *more: str, base: str = "main") -> tuple[int, str]:
        """Return the command's exit status and what it wrote to standard output."""
        out = io.StringIO()
        with redirect_stdout(out):
            status = run(
                ["--project", str(self.root), "review", "--base", base, "--head", head,
                 "--actor-id", str(account), "--as-of", DAY, *more]
            )  # fmt: skip
        return status, out.getvalue()


def copied(repository: Repository, folder: Path) -> Repository:
    """Copy a repository with all its objects, for tests that damage it."""
    shutil.copytree(repository.root, folder, symlinks=True)
    made = object.__new__(Repository)
    made.root, made.made, made.base = folder, repository.made, repository.base
    return made


def _line(path: str | bytes, content: Content) -> bytes:
    quoted = _quoted(path.encode() if isinstance(path, str) else path)
    if content is None:
        return b"D %s\n" % quoted
    node = content if isinstance(content, Node) else Node("100644", _bytes(content))
    if isinstance(node.data, str):
        return b"M %s %s %s\n" % (node.mode.encode(), node.data.encode(), quoted)
    return b"M %s inline %s\ndata %d\n%s\n" % (
        node.mode.encode(), quoted, len(node.data), node.data,
    )  # fmt: skip


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _quoted(path: bytes) -> bytes:
    return b'"%s"' % b"".join(b"\\%03o" % byte for byte in path)
