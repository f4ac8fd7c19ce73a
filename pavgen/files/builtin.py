"""The themes that come with pavgen, for projects that have none of their own."""

import os
from pathlib import Path

import pavgen


def builtin_themes() -> dict[str, bytes]:
    """Return the files of the built-in themes, by path as in a project (`themes/…`)."""
    package = Path(pavgen.__file__).parent
    # In a wheel the themes lie inside the package, in a checkout beside it.
    candidates = (package / "themes", package.parent / "themes")
    folder = next((found for found in candidates if (found / "standard").is_dir()), None)
    if folder is None:
        return {}
    start = len(f"{folder}/")
    paths = sorted(
        f"{place}/{name}" for place, _, names in os.walk(folder / "standard") for name in names
    )
    return {f"themes/{path[start:]}": Path(path).read_bytes() for path in paths}
