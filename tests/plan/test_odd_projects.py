"""Odd and broken projects through the whole pipeline: told or built, and never raised."""

import pytest

from pavgen.app.build import build, make
from pavgen.app.reports import BuildOptions
from pavgen.kernel.diagnostics import Severity
from pavgen.model.showing import Showing
from tests.plan.projects import (
    DAY,
    POLICY,
    PROGRAM,
    SITE,
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    solution,
    write,
)
from tests.plan.reading import faults, read_sites

SHOWING = Showing(DAY)
ALL = site(
    [
        "kind: directory, path: /, intro: welcome",
        "kind: showcase, path: /stories/",
        "kind: hub, path: /notes/, hub: notes",
        "kind: pages, path: /",
    ]
)


def errors(diagnostics):
    return [
        f"{d.span.path}:{d.span.line} {d.code}: {d.message}"
        for d in diagnostics
        if d.severity is Severity.ERROR
    ]


def options(tmp_path):
    return BuildOptions(SHOWING, output=tmp_path / "out")


def made_on(root, day):
    return make(root, Showing(day)).value


def project(tmp_path, *parts, main=SITE, **more):
    return write(tmp_path / "project", files_of(*parts, main=main, **more))


@pytest.mark.parametrize(
    "program", ["", "# nothing\n", "{}\n", "[]\n", "name: x\n", "name: [\n", "\0"]
)
def test_broken_program_is_told_and_stops_the_build(tmp_path, program):
    root = project(tmp_path, partner("alder"), program=program)
    found = make(root, SHOWING)

    assert "content/program.yaml" in {d.span.path for d in found.diagnostics if d.message}
    assert not found.ok


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/program.yaml", "project-missing"),
        ("content/placement/policy.yaml", "file-missing"),
    ],
)
def test_missing_file_of_the_project_is_told(tmp_path, path, code):
    root = project(tmp_path, partner("alder"))
    (root / path).unlink()

    found = make(root, SHOWING).diagnostics

    assert (path, code) in [(d.span.path, d.code) for d in found]


def test_project_without_sites_is_told(tmp_path):
    root = project(tmp_path, partner("alder"))
    (root / "content/sites/main.yaml").unlink()

    assert [e.partition(":")[0] for e in errors(make(root, SHOWING).diagnostics)] == [
        "content/sites"
    ]


def made_without_fault(root):
    made = make(root, SHOWING)
    assert errors(made.diagnostics) == []
    return made.value, faults(read_sites(made.value), reachable=False)


def test_project_without_partners_builds(tmp_path):
    made, found = made_without_fault(project(tmp_path))

    assert found == []
    assert list(made.project.programme.partners) == []


def test_project_of_one_partner_builds(tmp_path):
    assert made_without_fault(project(tmp_path, partner("alder")))[1] == []


def test_three_hundred_partners_build_with_every_list_in_one_order(tmp_path):
    regions = ("de", "at", "fr", "us")
    crowd = [
        partner(
            f"firm-{n:03d}",
            f"regions: [{regions[n % 4]}]\n",
            types=f"[{'reseller' if n % 3 else 'integrator'}]",
            tier="gold" if n % 5 else "silver",
        )
        for n in range(300)
    ]
    policy = POLICY.replace("strategy: alphabetical", "strategy: draw")
    made = made_on(project(tmp_path, *crowd, policy=policy), DAY)
    order = made.placement.order_of("directory-list")
    files = made.sites[0].files

    assert len(order) == 300
    assert order != tuple(sorted(order))
    assert len([path for path in files if path.startswith("browse/page/")]) == 12
    for path in ("browse/index.html", "browse/type/reseller/emea/index.html"):
        text = files[path].decode()
        places = [
            text.index(f'data-partner="{slug}"')
            for slug in order
            if f'data-partner="{slug}"' in text
        ]
        assert len(places) == 24
        assert places == sorted(places)


def test_names_in_arabic_and_japanese_are_sorted_shown_and_linked(tmp_path):
    root = project(
        tmp_path,
        partner("taqa", name="شركة الطاقة"),
        partner("denki", "offices: [{city: 東京, country: JP}]\n", name="東京電力サービス"),
        partner("alder"),
        solution("frost", ["taqa", "denki"]),
        main=site(["kind: directory, path: /", "kind: showcase, path: /stories/"]),
    )
    made, found = made_without_fault(root)

    assert found == []
    assert "<bdi>شركة الطاقة</bdi>".encode() in made.sites[0].files["taqa/index.html"]
    assert sorted(made.placement.order_of("directory-list")) == ["alder", "denki", "taqa"]


def test_records_that_refer_to_each_other_in_circles_build(tmp_path):
    refer = "gives_reference: [{{to: {0}, quote: Fine.}}]\naccepts_reference_from: [{0}]\n"
    root = project(
        tmp_path,
        partner("alder", refer.format("birch")),
        partner("birch", refer.format("alder")),
        page("one", "[](page:two)\n\n::: solution frost\n"),
        page("two", "[](page:one)\n"),
        page("welcome"),
        solution("frost", ["alder"], body="[](solution:thaw) ::: x\n\n::: solution thaw\n"),
        solution("thaw", ["birch"], body="[](solution:frost)\n\n::: solution frost\n"),
        hub(),
        article("one", "partners: [alder]\n", "::: article notes/one\n"),
        main=ALL,
    )

    assert made_without_fault(root)[1] == []


def test_broken_template_of_a_theme_that_extends_standard_is_told_with_its_line(tmp_path):
    theme = {
        "themes/mine/theme.yaml": "name: Mine\nextends: standard\n",
        "themes/mine/templates/directory/list.html": "{# mine #}\n\n{% if %}\n",
    }
    root = project(tmp_path, partner("alder"), theme, main="theme: mine\n" + SITE)
    (found,) = build(root, options(tmp_path)).diagnostics

    assert (found.span.path, found.span.line, found.code) == (
        "themes/mine/templates/directory/list.html",
        3,
        "template-syntax",
    )
    assert not (tmp_path / "out").exists()


def test_template_that_asks_for_what_is_not_there_is_told_with_its_line(tmp_path):
    theme = {
        "themes/mine/theme.yaml": "name: Mine\nextends: standard\n",
        "themes/mine/templates/pages/page.html": "<!doctype html>\n{{ page.content.nope }}\n",
    }
    root = project(
        tmp_path, page("about"), theme, main="theme: mine\n" + site(["kind: pages, path: /"])
    )
    (found,) = make(root, SHOWING).diagnostics[-1:]

    assert (found.span.path, found.span.line, found.code) == (
        "themes/mine/templates/pages/page.html",
        2,
        "template-failed",
    )


def test_program_of_the_tests_is_one_the_checks_accept(tmp_path):
    made = make(project(tmp_path, partner("alder"), program=PROGRAM), SHOWING)

    assert made.diagnostics == ()


def test_author_spelled_in_two_ways_has_one_list(tmp_path):
    loud = {
        path: text.replace("author: Ida", "author: IDA") for path, text in article("two").items()
    }
    files = files_of(hub(), article("one"), loud, main=site(["kind: hub, path: /, hub: notes"]))
    found = planned(tmp_path, files)

    assert found.codes == ()
    assert [card.href for card in found.content("authors/ida/").articles] == ["/one/", "/two/"]
