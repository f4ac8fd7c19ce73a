"""The generators: how each is run, what it makes, and where the benchmark edits its project."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers.installing import Tools
from benchmarks.peers.records import AS_OF

Command = list[str]


@dataclass(frozen=True, slots=True)
class Engine:
    """A generator and its project.

    `made` are the folders that a cold build begins without, the output first; `record` and
    `about` are the files of a partner, `{}` for its slug; `template` is the profiles' template.
    """

    name: str
    generator: str
    build: Command
    serve: Callable[[int], Command]
    version: Command
    made: tuple[str, ...]
    record: str
    about: str
    template: str
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def output(self) -> str:
        """Return the folder of the output."""
        return self.made[0]


def engines(tools: Tools) -> dict[str, Engine]:
    """Return every engine by name; programs that are not installed are only missed when run."""
    known = [_pavgen("pavgen"), _pavgen("pavgen:logos"), _pavgen("pavgen:full")]
    known += [_hugo(tools), _eleventy(tools), _pelican(tools)]
    return {engine.name: engine for engine in known}


def edit_record(engine: Engine, folder: Path, slug: str, words: str) -> None:
    """Give a partner another tagline."""
    _edit(folder / engine.record.format(slug), r"(?m)^tagline: .*$", f"tagline: {words}")


def edit_template(engine: Engine, folder: Path, mark: str) -> None:
    """Mark a part of every profile."""
    part = r'(<section class="profile-part" aria-labelledby="about")(?: data-mark="\w+")?'
    _edit(folder / engine.template, part, rf'\1 data-mark="{mark}"')


def edit_about(engine: Engine, folder: Path, slug: str, words: str) -> None:
    """Put a sentence at the end of a partner's text, in place of the last one put there."""
    _edit(folder / engine.about.format(slug), r"(?:\n\nSaved [^\n]*)?\s*\Z", f"\n\n{words}\n")


def _edit(path: Path, pattern: str, by: str) -> None:
    text = path.read_text(encoding="utf-8")
    edited, count = re.subn(pattern, by, text, count=1)
    if not count:
        raise SystemExit(f"{path} has nothing like {pattern}")
    path.write_text(edited, encoding="utf-8")


def _pavgen(name: str) -> Engine:
    program = str(Path(sys.executable).with_name("pavgen"))
    day = ["--as-of", AS_OF.isoformat()]
    return Engine(
        name=name,
        generator=name,
        build=[program, "build", *day],
        serve=lambda port: [program, "serve", "--port", str(port), *day],
        version=[program, "--version"],
        made=("output/partners", ".pavgen-cache"),
        record="partners/{}/listing.yaml",
        about="partners/{}/about.md",
        template="themes/own/templates/directory/profile.html",
    )


def _hugo(tools: Tools) -> Engine:
    program = str(tools.hugo)
    return Engine(
        name="hugo",
        generator="hugo",
        build=[program, "--quiet"],
        serve=lambda port: [program, "server", "--bind", "127.0.0.1", "--port", str(port)],
        version=[program, "version"],
        made=("public", "resources"),
        record="content/partners/{}.md",
        about="content/partners/{}.md",
        template="layouts/partners/page.html",
    )


def _eleventy(tools: Tools) -> Engine:
    program = [tools.node, str(tools.eleventy)]
    return Engine(
        name="eleventy",
        generator="eleventy",
        build=[*program, "--quiet"],
        serve=lambda port: [*program, "--serve", "--incremental", "--quiet", f"--port={port}"],
        version=[*program, "--version"],
        made=("output", ".cache"),
        record="src/partners/{}.md",
        about="src/partners/{}.md",
        template="src/_includes/partner.njk",
        extra={"NODE_OPTIONS": os.environ.get("NODE_OPTIONS", "--max-old-space-size=8192")},
    )


def _pelican(tools: Tools) -> Engine:
    program = [str(tools.pelican), "--quiet"]
    listen = ["--listen", "--autoreload", "--bind", "127.0.0.1"]
    return Engine(
        name="pelican",
        generator="pelican",
        build=program,
        serve=lambda port: [*program, *listen, "--port", str(port)],
        version=[str(tools.pelican), "--version"],
        made=("output", "cache"),
        record="content/partners/{}.md",
        about="content/partners/{}.md",
        template="theme/templates/partners.html",
    )


def told_version(engine: Engine, said: str) -> str:
    """Return the version's number from what a program says of itself."""
    match = re.search(r"\d+\.\d+(?:\.\d+)?", said)
    return match[0] if match else f"{engine.name}?"
