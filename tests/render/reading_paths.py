"""Paths of drawings that are made of rectangles, read back."""

import re

_BOX = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def rectangles(path):
    """Return x, y, width and height of each; the path must hold nothing else."""
    found = _BOX.findall(path)
    assert "".join("M{} {}h{}v1h-{}z".format(*parts) for parts in found) == path
    assert all(width == back for _, _, width, back in found)
    return [(int(x), int(y), int(width), 1) for x, y, width, _ in found]
