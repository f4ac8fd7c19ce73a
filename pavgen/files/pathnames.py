"""Names of files and folders: which are passed over, which are refused, which are taken for one."""

import re
import unicodedata
from posixpath import normpath

from pavgen.kernel.diagnostics import DefectError

_BACKUP = re.compile(r"\..*|.*~|.*\.sw[a-p]|#.*#", re.DOTALL)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What Windows, URLs or a shell's quoting would read as something other than a name.
_AWKWARD = re.compile('[\\\\:*?"<>|]')
_COMMON = re.compile(r"[A-Za-z0-9._-]*[A-Za-z0-9_-]")
_LONGEST_NAME = 255


def is_ignored(name: str) -> bool:
    """Say whether a name is hidden (`.x`) or an editor's backup (`x~`, `x.swp`, `#x#`)."""
    return _BACKUP.fullmatch(name) is not None


def name_fault(name: str) -> str:
    """Say what is wrong with the name of a source file or folder, or return nothing."""
    if _COMMON.fullmatch(name):
        return ""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "the name is not UTF-8"
    if not name.isprintable():
        return "the name holds a line break or an invisible character"
    awkward = _AWKWARD.search(name)
    if awkward:
        return f"the name holds `{awkward.group()}`, which some systems do not allow"
    if name != name.strip() or name.endswith("."):
        return "the name begins or ends with a space, or ends with a full stop"
    return ""


def folded(name: str) -> str:
    """Give names that a case-blind or normalising file system takes for one the same key."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def composed(path: str) -> str:
    """Write a path in Unicode's composed form, whichever form the disk keeps."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def shown_path(path: str) -> str:
    """Write a path so that it can be printed on one line: odd bytes and controls as escapes."""
    printable = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in printable)


def proven_paths(paths: list[str]) -> None:
    """Check paths that pavgen itself made: relative, plain, inside their root, no two colliding.

    Raises DefectError, because the plan of a site reports such paths long before.
    """
    names: dict[str, tuple[str, bool]] = {}
    folders = {""}
    for path in paths:
        folder, slash, name = path.rpartition("/")
        if (slash and not folder) or normpath(path) != path:
            raise DefectError(f"`{shown_path(path)}` is no plain relative path")
        if folder not in folders:
            parts = folder.split("/")
            for depth, part in enumerate(parts, 1):
                _claim(names, "/".join(parts[:depth]), part, is_file=False)
            folders.add(folder)
        _claim(names, path, name, is_file=True)


def _claim(names: dict[str, tuple[str, bool]], path: str, name: str, *, is_file: bool) -> None:
    sound = name not in {"", ".", ".."} and "\\" not in name and not _CONTROL.search(name)
    if not sound or len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        raise DefectError(f"`{shown_path(path)}` is no path inside its root")
    known = names.setdefault(folded(path), (path, is_file))
    if known != (path, is_file):
        raise DefectError(f"the paths `{path}` and `{known[0]}` collide")
