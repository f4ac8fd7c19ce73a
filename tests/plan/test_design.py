"""The page `/design/`: only where asked for, in the order of the lists, with what was measured."""

from pavgen.app.build import make
from pavgen.model.showing import Showing
from tests.plan.projects import DAY, files_of, partner, planned, site, write

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30">'
BLACK = f'{HEAD}<path d="M15 0h30v30H15z"/></svg>'
WHITE = f'{HEAD}<path fill="#fff" d="M15 0h30v30H15z"/></svg>'
BLUE = f'{HEAD}<path fill="#1d7ed6" d="M15 0h30v30H15z"/></svg>'
FILES = (
    partner("alder", "logo: logo.svg\n"),
    partner("birch"),
    partner("cedar", "logo: logo.svg\nlogo_dark: logo-dark.svg\n"),
    partner("dogwood", "logo: logo.svg\n"),
    {
        "partners/alder/logo.svg": BLACK,
        "partners/cedar/logo.svg": BLACK,
        "partners/cedar/logo-dark.svg": WHITE,
        "partners/dogwood/logo.svg": BLUE,
    },
)
SITE = site(["kind: directory, path: /"], "design: true\n")


def test_a_site_has_no_such_page_unless_it_asks(tmp_path):
    assert "design/index.html" not in planned(tmp_path, files_of(*FILES)).paths


def test_logos_stand_in_the_order_of_the_list_with_their_figures(tmp_path):
    content = planned(tmp_path, files_of(*FILES, main=SITE)).content("design/")

    assert [(row.card.slug, row.dark) for row in content.logos] == [
        ("alder", "plate"),
        ("cedar", "own"),
        ("dogwood", "plain"),
    ]
    for row in content.logos:
        assert abs(row.width - row.height) <= 1
        assert 1600 <= row.width * row.height * (row.ink / 100) ** 0.5 <= 1800


def test_the_page_tells_the_contrast_of_the_themes_colours(tmp_path):
    made = make(write(tmp_path, files_of(*FILES, main=SITE)), Showing(DAY))
    html = made.value.sites[0].files["design/index.html"].decode()

    assert "<code>ink</code></th><td><code>#151c1f</code>" in html
    assert "not reached" not in html
