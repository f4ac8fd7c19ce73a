"""Social cards: what is drawn, what is left out, and that it is always the same."""

import io
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from pavgen.render.images.cards import Card, Look, draw_cards
from pavgen.render.images.logos import prepare_logo

FONTS = Path(__file__).resolve().parents[2] / "themes/standard/assets/fonts"
SITE = "Fernholt Network"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 20">'
    b'<path fill="#c00" d="M0 0h50v20H0z"/></svg>'
)


@cache
def look(ground=(11, 92, 80)):
    return Look(
        ground, (FONTS / "card-title.ttf").read_bytes(), (FONTS / "card-text.ttf").read_bytes()
    )


def drawn(*cards, ground=(11, 92, 80)):
    return draw_cards(cards, look(ground), jobs_count=1)


def image(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


def with_logo(title):
    prepared = prepare_logo("logo.svg", SVG).value
    assert prepared
    (variant,) = prepared.logo.variants
    return Card(title, "", SITE, prepared.files[variant.name], variant.media_type)


def test_a_card_is_a_small_picture_of_few_colours():
    (data,) = drawn(with_logo("Nordwind Systems"))

    assert data
    assert len(data) < 60_000
    opened = Image.open(io.BytesIO(data))
    assert (opened.size, opened.mode, opened.info) == ((1200, 630), "P", {})
    assert len(opened.convert("RGB").getcolors() or ()) <= 64


def test_the_same_card_has_the_same_bytes_in_any_company():
    one, two = Card("Ångström & Söhne", "Łódź – Ελλάδα – Київ", SITE), Card("B", "", SITE)

    assert drawn(one)[0] == drawn(two, one)[1]


@pytest.mark.parametrize("ground", [(11, 92, 80), (255, 230, 0)])
def test_letters_stand_in_the_more_readable_colour(ground):
    (data,) = drawn(Card("Nordwind", "", SITE), ground=ground)
    assert data
    colours = {colour for _, colour in image(data).getcolors() or ()}

    assert ground in colours
    assert ((255, 255, 255) if ground[1] < 200 else (0, 0, 0)) in colours


def test_a_logo_stands_on_a_white_plate():
    (data,) = drawn(with_logo(""))
    assert data

    assert image(data).getpixel((80, 70)) == (255, 255, 255)
    assert image(data).getpixel((72 + 220, 64 + 96)) == (204, 0, 0)


@pytest.mark.parametrize("title", ["株式会社アオゾラ技研", "شركة الأفق", "Aozora 株式会社", "𝔉𝔢𝔯𝔫"])
def test_a_title_in_letters_the_font_lacks_is_left_out(title):
    assert drawn(Card(title, "", SITE)) == drawn(Card("", "", SITE))


@pytest.mark.parametrize("title", ["w" * 300, "word " * 80, "Nordwind\nSystems"])
def test_a_long_title_keeps_clear_of_the_name_of_the_site(title):
    long, empty = drawn(Card(title, title, SITE), Card("", "", SITE))
    assert long
    assert empty
    foot, edge = (0, 532, 1200, 630), (1130, 0, 1200, 630)

    assert image(long).crop(foot).tobytes() == image(empty).crop(foot).tobytes()
    assert image(long).crop(edge).tobytes() == image(empty).crop(edge).tobytes()


def test_a_logo_that_cannot_be_drawn_costs_only_its_own_card():
    broken = Card("A", "", SITE, b"no drawing", "image/svg+xml")

    answers = drawn(broken, Card("B", "", SITE))
    assert [answer is None for answer in answers] == [True, False]
