import pytest

from pavgen.model.showing import Showing
from pavgen.plan.sections.kinds import section_addresses
from tests.plan.projects import (
    DAY,
    PROGRAM,
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    solution,
)

SECTIONS = {
    "directory": "kind: directory, path: /who/",
    "showcase": "kind: showcase, path: /stories/",
    "hub": "kind: hub, path: /learn/, hub: notes",
    "pages": "kind: pages, path: /help/",
}
RECORDS = (
    partner("alder"),
    solution("frost", ["alder"]),
    hub(),
    article("one"),
    article("later", "published: 2026-06-16\n"),
    page("about"),
    page("draft", more="status: draft\n"),
    page("offer"),
)
OF_THE_SITE = {"errors/404.html", "pages/search.html", "directory/compare.html"}
OFFERING = PROGRAM.replace("summary: Sells it.}", "summary: Sells it., proposition: offer}")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("directory", [(("partner", "alder"), "/x/alder/"), (("page", "offer"), "/x/for/reseller/")]),
        ("showcase", [(("solution", "frost"), "/x/frost/")]),
        ("hub", [(("article", "notes/one"), "/x/one/")]),
        ("pages", [(("page", "about"), "/x/about/"), (("page", "offer"), "/x/offer/")]),
    ],
)  # fmt: skip
def test_section_gives_addresses_to_the_records_of_its_kind(tmp_path, kind, expected):
    files = files_of(*RECORDS, program=OFFERING, main=site([SECTIONS[kind]]))
    programme = planned(tmp_path, files).programme
    (section,) = programme.sites["main"].sections

    assert list(section_addresses(programme, section, "/x/", Showing(DAY))) == expected


@pytest.mark.parametrize(
    ("kind", "templates"),
    [
        ("directory", {"home", "list", "facet", "profile", "proposition"}),
        ("showcase", {"list", "solution"}),
        ("hub", {"list", "article"}),
        ("pages", {"page"}),
    ],
)
def test_section_makes_the_pages_of_its_kind_below_its_path(tmp_path, kind, templates):
    files = files_of(*RECORDS, program=OFFERING, main=site([SECTIONS[kind]]))
    made = [p for p in planned(tmp_path, files).plan.pages if p.template not in OF_THE_SITE]
    home = SECTIONS[kind].partition("path: ")[2].partition(",")[0]

    assert {page.template for page in made} == {f"{kind}/{name}.html" for name in templates}
    assert [page.path for page in made if not page.view.path.startswith(home)] == []


def test_sections_of_one_site_do_not_know_each_other(tmp_path):
    alone = {
        page.path: page.template
        for kind, section in SECTIONS.items()
        for page in planned(tmp_path / kind, files_of(*RECORDS, main=site([section]))).plan.pages
    }
    together = planned(tmp_path / "all", files_of(*RECORDS, main=site(SECTIONS.values())))

    assert {page.path: page.template for page in together.plan.pages} == alone
