"""`app.pages`: a page is made again where its view or one of its templates changed, and nowhere else."""

from datetime import date

import pytest

from pavgen.app.build import make
from pavgen.app.means import Means
from pavgen.model.showing import Showing
from tests.app.kept import Kept
from tests.plan.projects import files_of, partner, write

SHOWING = Showing(date(2026, 6, 15))
THEME = "name: Mine\nextends: standard\n"
GONE = "themes/mine/templates/errors/404.html"


class Counting(Kept):
    """A memory that tells how many pages were made since it was asked last."""

    def made(self):
        pages = {key for room, key in self.values if room == "page"}
        new = pages - getattr(self, "known", set())
        self.known = pages
        return len(new)


@pytest.fixture
def built(tmp_path):
    """Return a function that builds with some files changed, and tells how many pages it made."""
    memory = Counting()
    files = files_of(partner("alder"), partner("birch"), main="theme: mine\n" + SITE)
    files |= {"themes/mine/theme.yaml": THEME, GONE: '{% extends "standard:errors/404.html" %}'}
    write(tmp_path, files)

    def build(changed=None, jobs=1):
        write(tmp_path, changed or {})
        made = make(tmp_path, SHOWING, means=Means(memory, jobs))
        assert made.ok, made.diagnostics
        clean = make(tmp_path, SHOWING)
        assert made.value.sites == clean.value.sites
        return memory.made(), made.value.sites[0].pages

    return build


SITE = """\
title: Site
summary: All partners.
base_url: https://example.org/
social_cards: false
search: false
sections:
  - {kind: directory, path: /}
"""


def test_nothing_is_made_again_where_nothing_changed(built):
    made, pages = built()
    assert made == pages
    assert built()[0] == 0


def test_template_of_one_page_makes_that_page_again(built):
    built()
    assert built({GONE: '{% extends "standard:errors/404.html" %} '})[0] == 1


def test_template_that_all_extend_makes_all_again(built):
    _, pages = built()
    base = '{% extends "standard:base.html" %}'
    assert built({"themes/mine/templates/base.html": base})[0] == pages


def test_string_of_the_theme_makes_all_again(built):
    _, pages = built()
    assert built({"themes/mine/locales/en.yaml": "menu: Way\n"})[0] == pages


def test_record_makes_the_pages_that_show_it_again(built):
    _, pages = built()
    made, _ = built(partner("birch", "size: 11-50\n"))
    assert 0 < made < pages


def test_return_to_what_was_before_makes_nothing(built):
    built()
    built(partner("birch", "size: 11-50\n"))
    assert built(partner("birch"))[0] == 0


def test_fault_of_a_template_is_told_once_whoever_meets_it(tmp_path):
    files = files_of(*(partner(f"p{n:03}") for n in range(250)), main="theme: mine\n" + SITE)
    files |= {"themes/mine/theme.yaml": THEME}
    files |= {"themes/mine/templates/directory/profile.html": "\n{{ page.nothing }}"}
    write(tmp_path, files)
    one = make(tmp_path, SHOWING, means=Means(jobs=1)).diagnostics
    two = make(tmp_path, SHOWING, means=Means(jobs=2)).diagnostics
    assert [(d.code, d.span.line) for d in one] == [("template-failed", 2)]
    assert two == one


def test_pages_are_the_same_for_any_number_of_processes(tmp_path):
    write(tmp_path, files_of(*(partner(f"p{n:03}") for n in range(250)), main=SITE))
    one = make(tmp_path, SHOWING, means=Means(jobs=1))
    two = make(tmp_path, SHOWING, means=Means(jobs=2))
    assert one.value.sites == two.value.sites
