"""Real logos look as they did, in a browser: a sample; `tests.logos.run` takes a whole folder."""

import pytest

from pavgen.security.svg import CleanSvg, clean_svg
from tests.logos.pixels import Wall, unlike
from tests.logos.run import differing

HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def test_every_sixtieth_real_logo_looks_the_same_when_cleaned(browser, shared_data):
    paths = sorted((shared_data / "data/cncf/hosted_logos").glob("*.svg"))[::60]
    drawings = [path for path in paths if isinstance(clean_svg(path.read_bytes()), CleanSvg)]
    assert len(drawings) >= 0.95 * len(paths)
    assert {path.name: pixels for path, pixels, *_ in differing(browser, drawings) if pixels} == {}


def test_pictures_that_differ_are_told_apart(browser):
    shapes = (b'<path d="M0 0h9v9z"/>', b'<path d="M0 0h9v8.9z"/>', b"")
    wall = Wall(browser, columns=3, rows=1)
    one, other, none = wall.shown([HEAD + shape + b"</svg>" for shape in shapes])
    assert unlike(one, one) == 0
    assert unlike(one, other) > 0
    assert unlike(one, none) > unlike(one, other)


def test_what_is_no_picture_is_not_taken_for_one(browser):
    with pytest.raises(ValueError, match="for one"):
        Wall(browser, columns=1, rows=1).shown([b"<svg"])
