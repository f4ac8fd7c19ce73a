"""A project's folder as something to edit: its files, and the records in them as plain data."""

import json
import os
import shutil
from pathlib import Path

from pavgen.files.frontmatter import parse_markdown_file
from pavgen.files.yamldoc import STAFF, parse_yaml
from pavgen.model.document import Entries, Items, Node, Scalar

SOURCES = ("content", "partners", "themes")
Data = dict[str, "Data"] | list["Data"] | str
"""A record as it stands in its file: all that is neither a mapping nor a list is text."""


class Tree:
    """The sources of a project; paths are relative to it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paths(self, start: str = "", end: str = "") -> list[str]:
        """Return the files whose path begins and ends so, in order."""
        found = [
            f"{folder[len(str(self.root)) + 1 :]}/{name}"
            for top in SOURCES
            for folder, _, names in os.walk(self.root / top)
            for name in names
        ]
        return sorted(path for path in found if path.startswith(start) and path.endswith(end))

    def slugs(self, start: str) -> list[str]:
        """Return the names directly below a folder, without their endings."""
        below = {path.removeprefix(start).partition("/")[0] for path in self.paths(start)}
        return sorted({name.partition(".")[0] for name in below})

    def has(self, path: str) -> bool:
        """Say whether there is such a file or folder."""
        return (self.root / path).exists()

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        return (self.root / path).read_bytes()

    def text(self, path: str) -> str:
        """Return a file's text, whatever is in it."""
        return self.read(path).decode("utf-8", "replace")

    def write(self, path: str, data: str | bytes) -> None:
        """Write a file, making its folders."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    def remove(self, path: str) -> None:
        """Remove a file or folder, and the folders that are then empty."""
        file = self.root / path
        if file.is_dir():
            shutil.rmtree(file)
        else:
            file.unlink()
        while not any((file := file.parent).iterdir()):
            file.rmdir()

    def move(self, path: str, to: str) -> None:
        """Give a file or folder another name."""
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / to)

    def all(self) -> dict[str, bytes]:
        """Return every file."""
        return {path: self.read(path) for path in self.paths()}

    def restore(self, files: dict[str, bytes]) -> None:
        """Make the sources these files again, touching only what differs."""
        now = self.all()
        for path in now.keys() - files.keys():
            self.remove(path)
        for path, data in files.items():
            if now.get(path) != data:
                self.write(path, data)

    def record(self, path: str) -> dict[str, Data] | None:
        """Return the record of a file; None where it cannot be read."""
        text = self.text(path)
        if path.endswith(".md"):
            parsed = parse_markdown_file(path, text, STAFF).value.root
        else:
            parsed = parse_yaml(path, text).value
        data = None if parsed is None else _data(parsed)
        return data if isinstance(data, dict) else None

    def body(self, path: str) -> str:
        """Return what follows the front matter."""
        text = self.text(path)
        return text.split("\n---\n", 1)[-1] if text.startswith("---\n") else text

    def put(self, path: str, record: dict[str, Data], body: str | None = None) -> None:
        """Write a record, before what follows it in its file, or before another text."""
        lines = json.dumps(record, ensure_ascii=False, indent=1)
        if path.endswith(".md"):
            kept = self.body(path) if body is None and self.has(path) else body or ""
            self.write(path, f"---\n{lines}\n---\n{kept}")
        else:
            self.write(path, f"{lines}\n")


def _data(node: Node) -> Data:
    match node:
        case Scalar():
            return node.text
        case Items():
            return [_data(item) for item in node.items]
        case Entries():
            return {key.text: _data(value) for key, value in node}
