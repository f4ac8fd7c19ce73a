import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.security.problem import Problem
from pavgen.security.slugs import slug_problems, slugify


@pytest.mark.parametrize("slug", ["ab", "a1", "3m", "acme-co", "a" * 64, "a-b-c", "console", "com"])
def test_slug_accepts_the_alphabet(slug):
    assert slug_problems(slug) == ()


@pytest.mark.parametrize(
    ("slug", "offset", "remedy"),
    [
        ("", 0, "use 2 to 64 of a-z, 0-9 and single hyphens"),
        ("a", 1, "use 2 to 64 of a-z, 0-9 and single hyphens"),
        ("Acme", 0, "use `acme`"),
        ("acme co", 4, "use `acme-co`"),
        ("-acme", 0, "use `acme`"),
        ("acme-", 4, "use `acme`"),
        ("ac--me", 2, "use `ac-me`"),
        ("a" * 65, 64, f"use `{'a' * 64}`"),
        ("acme\n", 4, "use `acme`"),
        ("café", 3, "use `cafe`"),
        ("аcme", 0, "use `cme`"),
        ("../etc", 0, "use `etc`"),
        ("acme_co", 4, "use `acme-co`"),
        ("acme.co", 4, "use `acme-co`"),
        ("ａcme", 0, "use `acme`"),
        ("acme１", 4, "use `acme1`"),
    ],
)
def test_slug_refuses_anything_else_and_proposes_one(slug, offset, remedy):
    assert [(p.code, p.offset, p.remedy) for p in slug_problems(slug)] == [
        ("slug-form", offset, remedy)
    ]


def test_slug_refuses_a_device_of_windows():
    assert slug_problems("nul") == (
        Problem(
            "slug-reserved",
            0,
            "`nul` cannot be a folder on Windows",
            "use a longer slug, such as `nul-group`",
        ),
    )


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Acme Corp.", "acme-corp"),
        ("Müller & Söhne", "muller-and-sohne"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Łódź", "lodz"),
        ("Søren Ærø", "soren-aero"),
        ("Đorđe Þór", "dorde-thor"),
        ("C++", "c-plus-plus"),
        ("O’Hara", "ohara"),
        ("İstanbul ışık", "istanbul-isik"),
        (".NET", "net"),
        ("Ａcme", "acme"),
        ("株式会社", ""),
        ("C", ""),
        ("", ""),
        ("Con", ""),
        ("a" * 63 + " b", "a" * 63),
    ],
)
def test_slugify_spells_a_name(name, slug):
    assert slugify(name) == slug


@given(st.text())
def test_slugify_gives_a_valid_slug_or_nothing(name):
    slug = slugify(name)
    assert slug == "" or slug_problems(slug) == ()


@given(st.text())
def test_slugify_leaves_a_slug_alone(name):
    assert slugify(slugify(name)) == slugify(name)


def test_slug_shows_nothing_of_a_device_name_that_steers_a_terminal():
    [problem] = slug_problems("con.\x1b[2J")
    assert problem.remedy == "use a longer slug, such as `con-2j-group`"
