"""A cleaned drawing as pixels: the only module that knows the rasteriser.

The rasteriser reads local files a drawing names, and dies of drawings made for it. So it is
given only what the cleaner wrote, where every reference stays within the file, no font and no
folder to read from, always a width, and a process that may die.
"""

import resvg_py


def rasterised(drawing: bytes, width: int) -> bytes:
    """Return a PNG of a cleaned drawing, `width` pixels wide, without its `text` elements.

    Raises ValueError where the rasteriser cannot make sense of the drawing.
    """
    return resvg_py.svg_to_bytes(
        svg_string=drawing.decode(), width=width, skip_system_fonts=True, resources_dir=None
    )
