"""Whether an output is as the last build left it, told by stamps alone."""

from hashlib import sha256
from pathlib import Path

from pavgen.files.trees.holding import Tree, Wanted, examine
from pavgen.files.trees.home import known_home
from pavgen.files.trees.manifest import read_manifest


def state_of_output(out: Path, project: Path) -> str:
    """Return a digest of what an output holds, or nothing where that is not as it was recorded.

    `out` has its links resolved.
    """
    home = known_home(out, project)
    try:
        manifest = read_manifest(home.folder, str(out))
        wanted = Wanted(manifest.digests, manifest.folders.keys())
        exact = examine(Tree(str(out), manifest, home.spare), wanted).is_exact
    except OSError:
        return ""
    if not exact or not manifest.digests:
        return ""
    told = sha256("\0".join(manifest.digests).encode("utf-8", "surrogatepass"))
    told.update(b"".join(manifest.digests.values()))
    return told.hexdigest()
