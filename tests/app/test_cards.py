"""Cards of a built site: named by their content, told to the pages, and only where wanted."""

import re

import pytest

from pavgen.app.build import make
from pavgen.kernel.canonical import sha256_hex
from pavgen.model.showing import Showing
from tests.plan.projects import DAY, files_of, page, partner, site, write

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 20">'
    b'<path fill="#c00" d="M0 0h50v20H0z"/></svg>'
)


def built(root, more=""):
    main = site(["kind: directory, path: /", "kind: pages, path: /"], more)
    files = files_of(partner("acme", "logo: logo.svg\n"), page("about"), main=main)
    made = make(write(root, files | {"partners/acme/logo.svg": LOGO}), Showing(DAY))
    assert made.ok, made.diagnostics
    return made.value.sites[0].files


def image_of(files, path):
    found = re.search(rb'property="og:image" content="([^"]*)"', files[path])
    return found and found[1].decode()


def test_each_page_names_a_card_that_is_there(tmp_path):
    files = built(tmp_path)
    start = "https://partners.fernholt.example/"
    images = [image_of(files, path) for path in ("index.html", "about/index.html")]

    assert len(set(images)) == 2
    for image in images:
        name = image.removeprefix(start)
        assert name == f"assets/cards/{sha256_hex(files[name])[:16]}.png"


def test_a_page_that_leads_nowhere_has_no_card(tmp_path):
    assert image_of(built(tmp_path), "404.html") is None


def test_a_site_may_go_without_cards(tmp_path):
    files = built(tmp_path, "social_cards: false\n")

    assert image_of(files, "index.html") is None
    assert [path for path in files if path.startswith("assets/cards/")] == []


def test_fonts_for_cards_are_not_published(tmp_path):
    assert [p for p in built(tmp_path) if p.endswith((".ttf", "OFL.txt")) or "font" in p] == []


@pytest.mark.parametrize("colour", ["#0b5c50", "#ffe600"])
def test_cards_have_the_colour_of_the_site(tmp_path, colour):
    names = [
        set(built(tmp_path / c, f'theme_options: {{accent: "{c}"}}\n')) for c in (colour, "#123456")
    ]

    assert not {n for n in names[0] & names[1] if n.startswith("assets/cards/")}
