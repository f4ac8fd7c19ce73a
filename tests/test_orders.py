"""One order everywhere: what the demo's visitors see is what its rule gives, on every page."""

import ast
import csv
import io
import json
import re
from dataclasses import replace
from itertools import combinations

import pytest

from pavgen.app.export import ExportRequest, export
from pavgen.app.load import load_project
from pavgen.place.placing import place
from tests.plan.projects import DAY, files_of, page, partner, planned, site, slugs, solution, write
from tests.plan.reading import DEMO_DAY, ROOT, Surface, demo_made, demo_sites

SORTS_OF_PARTNERS = {
    ("pavgen/plan/sections/directory/scope.py", "held_partners"): "profiles by id, seen nowhere",
    ("pavgen/plan/sections/fairness/exceptions.py", "pins"): "exceptions by their days",
    ("pavgen/plan/sections/pavilion/agenda/sessions.py", "related"): "sessions, by time",
    (
        "pavgen/plan/sections/pavilion/agenda/speakers.py",
        "speakers_of",
    ): "people, by name, which it says",
    ("pavgen/plan/surfaces.py", "named"): "by the placement's ranks",
    ("pavgen/plan/sections/hub.py", "_contributions"): "pages, each of one partner alone",
    ("pavgen/plan/site.py", "_logos"): "names of files",
}
"""Where the plan may sort what stands for partners, and why that is no order of its own."""


def seen():
    """Yield site, file and list for every list of partners on every page of the demo."""
    for name, read in demo_sites().items():
        for file, document in read.pages.items():
            for shown in document.surfaces:
                yield name, file, shown


def published(name):
    """Return the orders a site publishes, by opportunity."""
    return {
        path.removeprefix("placement/").removesuffix(".json"): json.loads(data)
        for path, data in demo_sites()[name].files.items()
        if path.startswith("placement/")
    }


def is_part_in_order(part, whole):
    """Say whether `part` is what is left of `whole` when some are taken away."""
    rest = iter(whole)
    return all(item in rest for item in part)


def test_every_list_shows_partners_in_the_published_order():
    orders = {
        name: {what: [row["partner"] for row in order["order"]] for what, order in found.items()}
        for name, found in ((name, published(name)) for name in demo_sites())
    }
    odd = [
        (name, file, shown)
        for name, file, shown in seen()
        if not is_part_in_order(shown.slugs, orders[name][shown.opportunity])
    ]

    assert odd == []
    assert sum(len(shown.rows) > 1 for _, _, shown in seen()) > 150


def test_every_list_counts_its_positions_up_by_one():
    odd = [
        (name, file, shown)
        for name, file, shown in seen()
        if [n for _, n in shown.rows]
        != list(range(shown.rows[0][1] if shown.rows else 1, 1 + max(n for _, n in shown.rows)))
    ]

    assert odd == []


def test_lists_that_are_not_a_later_page_begin_at_one():
    firsts = {
        shown.rows[0][1] for _, file, shown in seen() if shown.rows and "/page/" not in f"/{file}"
    }

    assert firsts == {1}


def test_no_pair_of_partners_stands_in_opposite_orders_within_a_group():
    before: dict[tuple[str, str, str], Surface] = {}
    for name, _, shown in seen():
        group = published_groups(name)[shown.opportunity]
        for pair in combinations(shown.slugs, 2):
            before.setdefault((group, *pair), shown)

    assert [(key, before[key]) for key in before if (key[0], key[2], key[1]) in before] == []


def published_groups(name):
    return {what: order["group"] for what, order in published(name).items()}


def test_all_sites_publish_the_same_orders():
    first, *others = (published(name) for name in demo_sites())

    assert [found == first for found in others] == [True, True]


def test_published_order_is_the_placement_of_the_day():
    placement = demo_made().placement

    assert {
        name: [row["partner"] for row in order["order"]]
        for name, order in published("partners").items()
    } == {name: list(placement.order_of(name)) for name in placement.opportunities}


def test_exports_tell_the_published_order():
    told = export(ExportRequest(ROOT, "partners", DEMO_DAY))
    rows = json.loads(told.value)["partners"]

    assert [(row["slug"], row["position"]) for row in rows] == [
        (row["partner"], row["position"])
        for row in published("partners")["directory-list"]["order"]
    ]


def test_exported_solutions_name_partners_in_the_published_order():
    order = [row["partner"] for row in published("partners")["directory-list"]["order"]]
    rows = json.loads(export(ExportRequest(ROOT, "solutions", DEMO_DAY)).value)["solutions"]
    lists = [[part["partner"] for part in row["partners"]] for row in rows]

    assert lists
    assert [found for found in lists if not is_part_in_order(found, order)] == []


def test_csv_exports_have_the_rows_of_the_json_exports_in_the_same_order():
    def rows_of(what):
        text = export(ExportRequest(ROOT, what, DEMO_DAY, "csv")).value
        return list(csv.DictReader(io.StringIO(text)))

    orders = published("partners")

    assert [(row["slug"], int(row["position"])) for row in rows_of("partners")] == [
        (row["partner"], row["position"]) for row in orders["directory-list"]["order"]
    ]
    assert sorted(
        (r["opportunity"], int(r["position"]), r["partner"]) for r in rows_of("placement")
    ) == sorted(
        (name, row["position"], row["partner"])
        for name, order in orders.items()
        for row in order["order"]
    )


# -- paged lists ------------------------------------------------------------------------------


def test_paged_list_continues_where_the_page_before_ended(tmp_path):
    crowd = [partner(f"firm-{n:02d}") for n in range(20)]
    found = planned(
        tmp_path, files_of(*crowd, main=site(["kind: directory, path: /, per_page: 6"]))
    )
    pages = [found.content("browse/")]
    pages += [found.content(f"browse/page/{n}/") for n in (2, 3, 4)]
    rows = [(card.slug, card.position) for one in pages for card in one.surface.cards]

    assert rows == [(f"firm-{n:02d}", n + 1) for n in range(20)]
    assert [(p.surface.first, p.surface.last, p.surface.total) for p in pages] == [
        (1, 6, 20),
        (7, 12, 20),
        (13, 18, 20),
        (19, 20, 20),
    ]


# -- lists of one group that hold different partners ------------------------------------------

TWO_LISTS = """\
groups:
  main: {strategy: alphabetical, period: month}
opportunities:
  directory-list: {title: All, rationale: By name., group: main}
  silver-list: {title: Silver, rationale: By name., group: main, eligible: {tier: silver}}
  two-slots: {title: Two, rationale: By name., group: main, slots: 2}
"""


@pytest.mark.parametrize("opportunity", ["directory-list", "silver-list", "two-slots"])
def test_records_name_partners_in_one_order_whichever_list_they_follow(tmp_path, opportunity):
    files = files_of(
        partner("alder"),
        partner("birch", "opt_out: [two-slots]\n"),
        partner("cedar", tier="silver"),
        partner("dogwood", tier="silver"),
        solution("frost", ["dogwood", "cedar", "birch", "alder"]),
        policy=TWO_LISTS,
        main=site(["kind: showcase, path: /, list: " + opportunity]),
    )
    card = planned(tmp_path, files).content("frost/").card

    assert slugs(card.partners) == ["alder", "birch", "cedar", "dogwood"]


def test_records_name_partners_tier_by_tier_where_the_list_does(tmp_path):
    policy = TWO_LISTS.replace("title: All,", "title: All, blocks: tier,").partition("  silver-")[0]
    files = files_of(
        partner("alder", tier="silver"),
        partner("birch", "opt_out: [directory-list]\n"),
        partner("cedar"),
        solution("frost", ["alder", "birch", "cedar"]),
        policy=policy,
        main=site(["kind: showcase, path: /", "kind: directory, path: /partners/"]),
    )
    found = planned(tmp_path, files)

    assert slugs(found.content("frost/").card.partners) == ["cedar", "birch", "alder"]
    assert slugs(found.content("partners/browse/").surface) == ["cedar", "alder"]


def test_placement_of_the_loaded_demo_does_not_depend_on_the_order_of_its_records():
    programme = load_project(ROOT).value.programme
    backwards = dict(reversed(list(programme.partners.items())))
    turned = replace(programme, partners=backwards)

    assert place(turned, DEMO_DAY) == place(programme, DEMO_DAY)


# -- nobody else sorts ------------------------------------------------------------------------


def sorts():
    """Yield file, function and text of every call in the plan that puts things in order."""
    for file in sorted((ROOT / "pavgen/plan").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and _orders(call.func):
                        where = str(file.relative_to(ROOT))
                        yield where, function.name, ast.unparse(call)


def _orders(called):
    match called:
        case ast.Name(id="sorted" | "reversed"):
            return True
        case ast.Attribute(attr="sort" | "reverse" | "shuffle"):
            return True
        case _:
            return False


def test_plan_sorts_partners_nowhere_but_by_the_placement():
    named = re.compile(r"card|decision|surface|partner\b|partners\b|tier|\bname\b|wanted")
    found = {(file, name) for file, name, text in sorts() if named.search(text)}

    assert found - set(SORTS_OF_PARTNERS) == set()


def test_no_template_sorts_or_turns_anything():
    barred = re.compile(r"\|\s*(sort|dictsort|groupby|reverse|shuffle|random)\b")
    templates = sorted((ROOT / "themes").rglob("*.html"))
    found = [
        (file.name, barred.findall(file.read_text(encoding="utf-8")))
        for file in templates
        if barred.search(file.read_text(encoding="utf-8"))
    ]

    assert templates
    assert found == []


def test_lists_embedded_in_a_text_follow_the_order_of_their_section(tmp_path):
    text = "::: partners\n\n::: partner cedar\n\n::: opportunity silver-list\n"
    files = files_of(
        partner("alder"),
        partner("cedar", tier="silver"),
        partner("birch", tier="silver"),
        page("about", text),
        policy=TWO_LISTS,
        main=site(["kind: pages, path: /"]),
    )
    parts = planned(tmp_path, files).content("about/").text.parts
    shown = [(p.surface.opportunity, slugs(p.surface)) for p in parts if p.kind == "partners"]

    assert shown == [
        ("directory-list", ["alder", "birch", "cedar"]),
        ("directory-list", ["cedar"]),
        ("silver-list", ["birch", "cedar"]),
    ]


def test_same_project_with_slugs_turned_keeps_its_order_by_name(tmp_path):
    one = write(
        tmp_path / "one", files_of(partner("zinc", name="Alpha"), partner("alum", name="Beta"))
    )
    placed = place(load_project(one).value.programme, DAY).value

    assert placed.order_of("directory-list") == ("zinc", "alum")
