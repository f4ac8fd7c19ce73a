"""Whose a path is: the partner's own, the programme's, or nobody's but the vendor's engineers'."""

import re
from typing import Literal

from pavgen.kernel.values import dataclass

PathKind = Literal["partner", "governed", "staff", "code"]

DEEPEST = 2
"""How many names may follow the folder of a partner."""

_GOVERNED = re.compile(
    r"content/(standing|placement)/.+|content/(owners|name-exceptions)\.yaml", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class PathClass:
    """What kind of path it is; `slug` is the folder's name where it is a partner's own."""

    kind: PathKind
    slug: str = ""


def class_of(path: str) -> PathClass:
    """Say whose a path of the project is; whatever no rule names is code.

    A hidden file in a partner's folder is code too: it may tell git or the host what to do.
    """
    names = path.split("/")
    if names[0] == "partners" and len(names) > DEEPEST:
        hidden = any(name.startswith(".") for name in names[1:])
        fits = len(names) - 2 <= DEEPEST and all(names[1:])
        return PathClass("partner", names[1]) if fits and not hidden else PathClass("code")
    if _GOVERNED.fullmatch(path):
        return PathClass("governed")
    hidden = any(name.startswith(".") for name in names)
    return PathClass("staff" if names[0] == "content" and len(names) > 1 and not hidden else "code")
