"""A project's files as a commit has them, and as they would be with some of another's."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pavgen.files.git import FILE, contents_of, entries_of, prefix_of, sizes_of
from pavgen.files.pathnames import composed, folded, is_ignored, name_fault, shown_path
from pavgen.files.reader import FOLDERS, ReadLimits, collision, crowded
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.tree import SourceTree

_EXECUTABLE = "100755"
_LIMITS = ReadLimits()
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit that a tree would have: its path, as in the project, and its content."""

    path: str
    content: str


def path_fault(path: bytes) -> str:
    """Say what is wrong with a path's bytes, or return nothing."""
    try:
        text = path.decode()
    except UnicodeDecodeError:
        return "the name is not UTF-8"
    if composed(text) != text:
        return "the name is not in Unicode's composed form"
    return next((fault for name in text.split("/") if (fault := name_fault(name))), "")


def tree_at(
    folder: Path, commit: str, below: Sequence[str] = FOLDERS
) -> Checked[SourceTree] | None:
    """Read a project's files as a commit has them; None where git cannot tell.

    What is no plain file, has an odd name or is too large is a finding and left out, as when
    they are read from a folder.
    """
    prefix = prefix_of(folder)
    if prefix is None:
        return None
    found = entries_of(folder, commit, [prefix + name.encode() for name in below])
    if found is None:
        return None
    findings, wanted = [], []
    for entry in found:
        path = entry.path.removeprefix(prefix)
        shown = shown_path(path.decode("utf-8", "surrogateescape"))
        fault = path_fault(path)
        if not fault and any(map(is_ignored, path.decode().split("/"))):
            continue
        if entry.mode not in {FILE, _EXECUTABLE}:
            what = "no plain file stands here, and pavgen reads nothing else"
            findings.append(Diagnostic(Span(shown), "path-kind", what, "put a file in its place"))
        elif fault:
            findings.append(Diagnostic(Span(shown), "path-name", fault, "rename it"))
        else:
            wanted.append(Blob(path.decode(), entry.content))
    read = read_blobs(folder, wanted)
    tree = tree_of(read.value)
    return Checked(tree.value, in_order([*findings, *read.diagnostics, *tree.diagnostics]))


def read_blobs(folder: Path, blobs: list[Blob]) -> Checked[Mapping[str, bytes]]:
    """Read contents by path; one that is missing or too large is a finding, and is not read."""
    sizes = sizes_of(folder, [blob.content for blob in blobs])
    findings = []
    fit = []
    for blob in blobs:
        size = sizes.get(blob.content)
        if size is None:
            findings.append(_missing(blob))
        elif size > _LIMITS.file_bytes:
            what = f"the file has {size:,} bytes"
            remedy = f"a file has at most {_LIMITS.file_bytes // _MIB} MiB"
            span = Span(shown_path(blob.path))
            findings.append(Diagnostic(span, "file-size", what, remedy))
        else:
            fit.append(blob)
    if sum(sizes[blob.content] for blob in fit) > _LIMITS.total_bytes:
        what = f"the files have more than {_LIMITS.total_bytes // _MIB} MiB together"
        return Checked({}, (Diagnostic(Span("."), "folder-size", what, "remove some"),))
    found = contents_of(folder, [blob.content for blob in fit])
    # Git knows the size of a damaged content, and then cannot give it.
    findings += [_missing(blob) for blob in fit if blob.content not in found]
    files = {blob.path: found[blob.content] for blob in fit if blob.content in found}
    return Checked(files, in_order(findings))


def tree_of(files: Mapping[str, bytes]) -> Checked[SourceTree]:
    """Return files as a tree, in the order of their paths; names that collide are findings."""
    tree = SourceTree(MappingProxyType(dict(sorted(files.items()))))
    return Checked(tree, in_order([*_collisions(tree), *_crowded(tree)]))


def _missing(blob: Blob) -> Diagnostic:
    what = "git does not have this file's content, or it is damaged"
    return Diagnostic(
        Span(shown_path(blob.path)), "content-missing", what, "fetch the whole commit"
    )


def _collisions(tree: SourceTree) -> Iterator[Diagnostic]:
    known: dict[str, str] = {}
    for path in tree.files:
        names = path.split("/")
        for depth in range(1, len(names) + 1):
            part = "/".join(names[:depth])
            other = known.setdefault(folded(part), part)
            if other != part:
                yield collision(part, other)


def _crowded(tree: SourceTree) -> Iterator[Diagnostic]:
    counts: dict[str, tuple[int, int]] = {}
    for path, data in tree.under("partners"):
        folder = "/".join(path.split("/")[:2])
        files, size = counts.get(folder, (0, 0))
        counts[folder] = (files + 1, size + len(data))
    for folder, (files, size) in counts.items():
        if files > _LIMITS.partner_files or size > _LIMITS.partner_bytes:
            yield crowded(folder, _LIMITS.partner_files, _LIMITS.partner_bytes)
