"""How even logos look, before and after: figures over any folder of logos, and a sheet to look at.

    python benchmarks/logos.py --data FOLDER [--count 300] [--sheet FILE.png]

Takes logos evenly from the folder's names in order, shows each once as large as its file fits
in the slot and once at its optical size, draws both, and counts the ink of what was drawn: the
drawn pictures are measured, not the method's own figures. Prints the coefficients of variation
(standard deviation over mean) of ink and of area; fails where the ink's is not halved. The
sheet shows both, and the optical ones once more on dark ground.
"""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageChops

from pavgen.model.logo import Logo
from pavgen.render.images.drawing import rasterised
from pavgen.render.images.framing import drawing_sides, framed
from pavgen.render.images.logos import prepare_logos
from pavgen.render.images.measure import SEEN
from pavgen.render.images.optical import SLOT, Box
from pavgen.security.svg import CleanSvg, clean_svg

CELL = (SLOT[0] + 20, SLOT[1] + 20)
COLUMNS = 10
LIGHT, DARK, PLATE = (255, 255, 255), (26, 33, 37), (223, 229, 227)


@dataclass(frozen=True)
class Shown:
    """One logo in the slot, before and after."""

    logo: Logo
    boxed: Image.Image
    optical: Image.Image


def main() -> int:
    """Measure, print, draw; 1 where the unevenness is not halved."""
    asked = _arguments()
    paths = sorted(p for p in asked.data.iterdir() if p.suffix in {".svg", ".png", ".jpg", ".webp"})
    step = max(1, len(paths) // asked.count)
    chosen = paths[::step][: asked.count]
    jobs = [(path.name, path.read_bytes()) for path in chosen]
    began = time.perf_counter()
    answers = prepare_logos(jobs, jobs_count=2)
    seconds = time.perf_counter() - began
    shown = [
        _shown(job[1], answer.value.logo, answer.value.files)
        for job, answer in zip(jobs, answers, strict=True)
        if answer.value and answer.value.logo.metrics
    ]
    print(f"{len(shown)} of {len(jobs)} logos measured, {1000 * seconds / len(jobs):.1f} ms each")
    halved = _report(shown)
    if asked.sheet:
        _sheet(shown[: asked.rows * COLUMNS]).save(asked.sheet)
    return 0 if halved else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder of logos")
    parser.add_argument("--count", type=int, default=300, help="how many to take")
    parser.add_argument("--sheet", type=Path, help="where to write the contact sheet (PNG)")
    parser.add_argument("--rows", type=int, default=10, help="rows of each part of the sheet")
    return parser.parse_args()


def _report(shown: Sequence[Shown]) -> bool:
    found = {}
    for name, measure in (("ink", _ink), ("area", _area)):
        before = _variation([measure(item.boxed) for item in shown])
        after = _variation([measure(item.optical) for item in shown])
        found[name] = after / before
        print(
            f"{name:5} variation {before:.3f} in boxes, {after:.3f} optical: {after / before:.2f}"
        )
    return found["ink"] <= 1 / 2


def _variation(values: Sequence[float]) -> float:
    return statistics.pstdev(values) / statistics.mean(values)


def _ink(image: Image.Image) -> float:
    """Sum how far every point is from white, by lightness alone."""
    return sum(level * count for level, count in enumerate(_apart(image).histogram())) / 255


def _area(image: Image.Image) -> float:
    box = _apart(image).point([255 * (level >= SEEN) for level in range(256)]).getbbox()
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0


def _apart(image: Image.Image) -> Image.Image:
    plain = Image.new("RGB", image.size, LIGHT)
    on_white = plain.copy()
    on_white.paste(image, mask=image.getchannel("A"))
    return ImageChops.difference(on_white, plain).convert("L")


def _shown(source: bytes, logo: Logo, files: dict[str, bytes]) -> Shown:
    last = logo.variants[-1]
    data = files[last.name]
    clean = clean_svg(source) if last.media_type == "image/svg+xml" else None
    if isinstance(clean, CleanSvg):
        width, height = drawing_sides(clean.data)
        unit = max(width / SLOT[0], height / SLOT[1])
        wide, high = SLOT[0] * unit, SLOT[1] * unit
        whole = Box((width - wide) / 2, (height - high) / 2, Fraction(wide), Fraction(high))
        drawn = (framed(clean.data, whole, *SLOT), data)
        boxed, optical = (_opened(rasterised(drawing, SLOT[0])) for drawing in drawn)
        return Shown(logo, boxed, optical)
    return Shown(logo, _fitted(_opened(source)), _fitted(_opened(data)))


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


def _fitted(picture: Image.Image) -> Image.Image:
    unit = min(SLOT[0] / picture.width, SLOT[1] / picture.height)
    size = max(1, round(picture.width * unit)), max(1, round(picture.height * unit))
    slot = Image.new("RGBA", SLOT)
    small = picture.resize(size, Image.Resampling.LANCZOS)
    slot.paste(small, ((SLOT[0] - size[0]) // 2, (SLOT[1] - size[1]) // 2))
    return slot


def _sheet(shown: Sequence[Shown]) -> Image.Image:
    parts = [
        _part([(item.boxed, LIGHT) for item in shown], LIGHT),
        _part([(item.optical, LIGHT) for item in shown], LIGHT),
        _part([(item.optical, PLATE if item.logo.plate_on_dark else DARK) for item in shown], DARK),
    ]
    sheet = Image.new("RGB", (parts[0].width, sum(part.height for part in parts) + 40), "silver")
    top = 0
    for part in parts:
        sheet.paste(part, (0, top))
        top += part.height + 20
    return sheet


def _part(
    cells: Sequence[tuple[Image.Image, tuple[int, int, int]]], ground: tuple[int, int, int]
) -> Image.Image:
    rows = -(-len(cells) // COLUMNS)
    part = Image.new("RGB", (COLUMNS * CELL[0], rows * CELL[1]), ground)
    for index, (image, plate) in enumerate(cells):
        left, top = index % COLUMNS * CELL[0], index // COLUMNS * CELL[1]
        part.paste(plate, (left + 4, top + 4, left + CELL[0] - 4, top + CELL[1] - 4))
        part.paste(image, (left + 10, top + 10), image)
    return part


if __name__ == "__main__":
    sys.exit(main())
