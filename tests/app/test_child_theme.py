"""A theme that builds on the standard one: each thing it may replace, in one small file."""

import pytest

from pavgen.app.build import make
from pavgen.model.showing import Showing
from tests.plan.projects import DAY, SITE, files_of, partner, write
from tests.plan.reading import ROOT

MANIFEST = {"themes/mine/theme.yaml": "name: Mine\nextends: standard\n"}


def built(root, theme, more=""):
    """Build a project of one partner with a theme of these files; return its files."""
    files = files_of(partner("alder"), MANIFEST, theme, main=f"theme: mine\n{more}{SITE}")
    made = make(write(root, files), Showing(DAY))
    assert made.ok, made.diagnostics
    return made.value.sites[0].files


def style_of(files):
    (style,) = (data.decode() for path, data in files.items() if path.startswith("assets/style."))
    return style


def test_theme_without_files_of_its_own_is_the_standard_one(tmp_path):
    own = built(tmp_path / "own", {})
    standard = make(write(tmp_path / "standard", files_of(partner("alder"))), Showing(DAY))

    assert own == standard.value.sites[0].files


def test_one_template_is_replaced_and_may_extend_what_it_replaces(tmp_path):
    template = (
        '{% extends "standard:directory/profile.html" %}'
        "{% block hero %}<p>Before.</p>{{ super() }}{% endblock %}"
    )
    files = built(tmp_path, {"themes/mine/templates/directory/profile.html": template})

    assert b'<p>Before.</p><div class="head profile-head">' in files["alder/index.html"]
    assert b"Before." not in files["index.html"]


def test_one_partial_is_replaced_on_every_page_that_uses_it(tmp_path):
    partial = "{% macro trail(links) %}<p>Trail of {{ links|length }}</p>{% endmacro %}"
    files = built(tmp_path, {"themes/mine/templates/partials/crumbs.html": partial})

    assert b"<p>Trail of 2</p>" in files["alder/index.html"]
    assert b"<p>Trail of 1</p>" in files["browse/index.html"]


def test_one_token_is_replaced_after_those_of_the_standard_theme(tmp_path):
    files = built(
        tmp_path,
        {
            "themes/mine/theme.yaml": "name: Mine\nextends: standard\nstyles: [mine.css]\n",
            "themes/mine/assets/mine.css": ":root { --corner: 12px; }\n",
        },
    )
    style = style_of(files)

    assert style.index("--corner: 3px") < style.index("--corner: 12px")
    assert style.endswith(":root { --corner: 12px; }\n")


def test_one_rule_is_added_to_the_sheet_of_an_event_and_to_no_other(tmp_path):
    files = built(
        tmp_path,
        {
            "themes/mine/theme.yaml": (
                "name: Mine\nextends: standard\nsheets: {pavilion: [mine.css]}\n"
            ),
            "themes/mine/assets/mine.css": ".hall { --mine: 1 }\n",
        },
    )
    (sheet,) = (data.decode() for path, data in files.items() if "/pavilion." in path)

    assert sheet.endswith(".hall { --mine: 1 }\n")
    assert "--mine" not in style_of(files)


def test_one_string_is_replaced_and_the_others_stay(tmp_path):
    files = built(tmp_path, {"themes/mine/locales/en.yaml": "profile-website: Their own site\n"})

    assert b"Their own site" in files["alder/index.html"]
    assert b"At a glance" in files["alder/index.html"]


def test_one_default_of_an_option_is_replaced_and_a_site_may_still_set_it(tmp_path):
    manifest = {
        "themes/mine/theme.yaml": "name: Mine\nextends: standard\noptions:\n"
        '  accent: {kind: colour, default: "#123456", doc: the colour}\n'
    }

    assert "--accent:#123456;" in style_of(built(tmp_path / "a", manifest))
    chosen = built(tmp_path / "b", manifest, 'theme_options: {accent: "#654321"}\n')
    assert "--accent:#654321;" in style_of(chosen)


@pytest.mark.parametrize("locale", ["en", "de"])
def test_gridline_of_this_repository_builds_without_findings(tmp_path, locale):
    files = files_of(partner("alder"), main=f"theme: gridline\nlocale: {locale}\n{SITE}")
    for file in (ROOT / "themes/gridline").rglob("*.*"):
        files[str(file.relative_to(ROOT))] = file.read_bytes()
    made = make(write(tmp_path, files), Showing(DAY))

    assert made.diagnostics == ()
    assert f'<html lang="{locale}"'.encode() in made.value.sites[0].files["index.html"]
    assert b'class="card line"' in made.value.sites[0].files["browse/index.html"]


def test_pages_of_a_language_written_from_the_right_say_so(tmp_path):
    theme = {"themes/mine/locales/ar.yaml": "skip: انتقل إلى المحتوى\n"}
    page = built(tmp_path, theme, "locale: ar\n")["index.html"].decode()

    assert '<html lang="ar" dir="rtl"' in page
    assert "انتقل إلى المحتوى" in page


def test_german_page_says_its_language_and_marks_texts_in_another(tmp_path):
    files = built(tmp_path, {}, "locale: de\n")
    about = partner("birch", about="Hello there.")
    made = make(write(tmp_path / "b", files_of(about, main=f"locale: de\n{SITE}")), Showing(DAY))

    assert b'<html lang="de" dir="ltr"' in files["index.html"]
    assert b'<div class="prose" lang="en"' in made.value.sites[0].files["birch/index.html"]
    assert "Über Birch".encode() in made.value.sites[0].files["birch/index.html"]
