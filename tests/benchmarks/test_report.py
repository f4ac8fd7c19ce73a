"""What a benchmark says: kinds of pages, differences between generators, medians with ratios."""

import pytest

from benchmarks.peers.outputs import Output, counted, differences, kind_of
from benchmarks.peers.processes import Spent
from benchmarks.peers.report import markdown, put_in
from benchmarks.peers.results import Results, results_in


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("alder-grid/index.html", "profile"),
        ("browse/index.html", "all partners"),
        ("browse/page/2/index.html", "all partners"),
        ("browse/type/index.html", "facet"),
        ("browse/type/msp/page/2/index.html", "by type"),
        ("browse/type/msp/dach/index.html", "by type and region"),
        ("browse/type-region/msp--dach/page/2/index.html", "by type and region"),
        ("browse/area/balancing/dach/index.html", "by area and region"),
        ("browse/country/PL/index.html", "by country"),
        ("solutions/solution-00001/index.html", "solution"),
        ("solutions/by/area/index.html", "solutions"),
        ("solutions/by/area/balancing/page/3/index.html", "solutions"),
        ("notes/article-00001/index.html", "article"),
        ("notes/authors/ida-brookhuis/index.html", "articles"),
        ("how-we-place/index.html", "other"),
        ("api/partners.json", "json"),
    ],
)
def test_a_file_is_of_the_kind_that_its_address_says(path, kind):
    assert kind_of(path) == kind


def test_an_output_is_counted_by_kind(tmp_path):
    for name in ("alder-grid/index.html", "browse/index.html", "api/partners.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text("12345")
    sizes = {"profile": 5, "all partners": 5, "json": 5}
    assert counted(tmp_path) == Output({"profile": 1, "all partners": 1}, sizes, 3, 15)


def test_different_numbers_of_pages_are_told_by_kind():
    made = {"pavgen": Output({"profile": 3}, {}, 3, 1), "hugo": Output({"profile": 2}, {}, 2, 1)}
    assert list(differences(made)) == ["pages of the kind `profile` differ: pavgen 3, hugo 2"]


def test_figures_are_medians_with_ratios_to_hugo_and_stay_in_their_file(tmp_path):
    results = Results(tmp_path / "results.json")
    for wall in (1.0, 5.0, 2.0):
        results.add("pavgen", 50, "cold", Spent(wall, 3.0, 40.0))
    results.add("hugo", 50, "cold", Spent(4.0, 6.0, 80.0))
    again = results_in(results.path)
    assert again == results
    assert markdown(again).splitlines() == [
        "### 50 partners",
        "",
        "|  |  | pavgen | Hugo |",
        "|---|---|---|---|",
        "| **cold** | time | 2.00 s · 0.50× | 4.00 s · 1.00× |",
        "|  | work | 3.00 s | 6.00 s |",
        "|  | memory | 40 MiB | 80 MiB |",
    ]


def test_figures_take_the_place_between_the_marks_of_a_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n")
    put_in(page, Results(tmp_path / "results.json"))
    expected = "before\n<!-- figures: begin -->\n\n\n<!-- figures: end -->\nafter\n"
    assert page.read_text() == expected
