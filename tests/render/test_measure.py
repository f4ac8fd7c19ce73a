"""What is measured of a logo depends on what is seen of it and on nothing else."""

from dataclasses import astuple
from pathlib import Path
from statistics import mean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pavgen.model.logo import LogoMetrics
from pavgen.render.images.framing import drawing_sides
from pavgen.render.images.measure import measure_drawing, measure_picture
from pavgen.render.images.optical import SLOT, UNITS, Ground, shown_size, visible_box
from pavgen.security.svg import CleanSvg, clean_svg

SHAPES = (
    '<rect x="2" y="3" width="60" height="20"/>',
    '<circle cx="20" cy="20" r="15" fill="#c33"/><rect x="40" y="15" width="70" height="9"/>',
    '<path d="M5 5h90M5 15h90M5 25h40" stroke="#06c" stroke-width="3"/>',
    '<path d="M0 40 25 0 50 40z" fill="gold"/>',
)
PARTNERS = Path(__file__).resolve().parents[2] / "partners"


def drawing(inside, box="0 0 120 45"):
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'
    clean = clean_svg(text.encode())
    assert isinstance(clean, CleanSvg)
    return clean.data


def shown(data):
    metrics = measure_drawing(data, Ground.LIGHT)
    assert metrics
    return shown_size(visible_box(metrics, *drawing_sides(data)), metrics.ink)


def close(one, other):
    return all(abs(a - b) <= 0.03 * max(a, b) + 2 for a, b in zip(one, other, strict=True))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(SHAPES), *[st.integers(0, 300)] * 4)
def test_empty_space_around_a_logo_does_not_matter(shape, left, top, right, bottom):
    padded = drawing(shape, f"-{left} -{top} {120 + left + right} {45 + top + bottom}")

    assert close(shown(padded), shown(drawing(shape)))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(SHAPES), st.integers(1, 80))
def test_the_scale_of_a_logo_does_not_matter(shape, times):
    factor = times / 8
    inside = f'<g transform="scale({factor})">{shape}</g>'
    scaled = drawing(inside, f"0 0 {120 * factor} {45 * factor}")

    assert close(shown(scaled), shown(drawing(shape)))


def test_a_drawing_and_its_picture_measure_alike():
    picture = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    picture.paste((20, 90, 200, 255), (150, 75, 450, 225))
    found = measure_picture(picture, Ground.LIGHT)
    drawn = measure_drawing(
        drawing('<rect x="15" y="7.5" width="30" height="15" fill="#145ac8"/>', "0 0 60 30"),
        Ground.LIGHT,
    )

    assert found
    assert drawn
    assert found[1] == (150, 75, 450, 225)
    assert all(abs(a - b) <= 10 for a, b in zip(astuple(found[0]), astuple(drawn), strict=True))


def test_white_around_a_photographed_logo_is_not_seen():
    picture = Image.new("RGB", (400, 100), "white")
    picture.paste("black", (100, 25, 300, 75))

    assert measure_picture(picture, Ground.LIGHT) == (
        LogoMetrics(250, 250, 750, 750, 1000, 0, 0, 1000),
        (100, 25, 300, 75),
    )


@pytest.mark.parametrize(
    ("colour", "lost_on_light", "lost_on_dark"),
    [("black", 0, 1000), ("white", 1000, 0), ("#1d7ed6", 0, 0), ("#ffe600", 0, 0)],
)
def test_contrast_decides_what_is_lost(colour, lost_on_light, lost_on_dark):
    found = measure_picture(Image.new("RGB", (50, 20), colour), Ground.LIGHT)

    assert found
    assert (found[0].lost_on_light, found[0].lost_on_dark) == (lost_on_light, lost_on_dark)


def test_what_shows_nothing_has_no_measure():
    assert measure_picture(Image.new("RGBA", (50, 20)), Ground.LIGHT) is None
    assert measure_drawing(drawing(""), Ground.LIGHT) is None


def test_logos_of_the_demo_become_at_least_twice_as_even():
    boxed, optical = [], []
    for path in sorted(PARTNERS.glob("*/logo.svg")):
        clean = clean_svg(path.read_bytes())
        assert isinstance(clean, CleanSvg)
        metrics = measure_drawing(clean.data, Ground.LIGHT)
        if metrics is None:
            continue
        sides = drawing_sides(clean.data)
        seen = visible_box(metrics, *sides)
        unit = min(SLOT[0] / sides[0], SLOT[1] / sides[1])
        wide, high = shown_size(seen, metrics.ink)
        boxed.append(float(seen.width * seen.height * unit * unit) * metrics.ink)
        optical.append(wide * high * metrics.ink / UNITS**2)

    assert pstdev(optical) / mean(optical) <= 0.5 * pstdev(boxed) / mean(boxed)
