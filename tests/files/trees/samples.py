"""Trees of files with their manifests, for the tests of this folder."""

from hashlib import sha256

from pavgen.files.trees.applying import Applied, Source, apply
from pavgen.files.trees.holding import Tree, Wanted, examine, folders_of
from pavgen.files.trees.manifest import EMPTY, Manifest


def wanted(files) -> Wanted:
    """Return what is wanted of a tree that should hold some files."""
    return Wanted({path: sha256(data).digest() for path, data in files.items()}, folders_of(files))


def applied(root, files, manifest=EMPTY, source="", sound=EMPTY) -> Applied:
    """Make a tree what it should be; the root is made too."""
    root.mkdir(exist_ok=True)
    tree = Tree(str(root), manifest, source)
    holding = examine(tree, wanted(files), mend=True)
    return apply(str(root), holding, wanted(files), Source(files.__getitem__, source, sound))


def made(root, files) -> Manifest:
    """Make a new tree; return its manifest."""
    return applied(root, files).manifest


def content(root):
    """Return everything below a folder: files as bytes, folders as None."""
    return {
        path.relative_to(root).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in root.rglob("*")
    }
