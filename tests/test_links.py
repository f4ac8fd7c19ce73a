"""The demo as a visitor meets it: every link leads somewhere, and nothing comes from elsewhere."""

import re

import pytest

from pavgen.app.build import make
from pavgen.kernel.diagnostics import Severity
from pavgen.model.showing import Showing
from tests.plan.projects import (
    DAY,
    POLICY,
    PROGRAM,
    article,
    files_of,
    hub,
    page,
    partner,
    site,
    solution,
    write,
)
from tests.plan.reading import (
    DEMO_DAY,
    REMEMBERING,
    ROOT,
    demo_made,
    demo_sites,
    faults,
    read_sites,
    unreached,
)

CODE = re.compile(rb"<svg viewBox=\"0 0 \d+ \d+\" role=\"img\"[^>]*>.*?</svg>", re.DOTALL)
VERSION = re.compile(rb"(?<=partners\.json)\?[0-9a-f]+")
ROOTED = re.compile(rb'(?:href|src|srcset|content)="(?:0; url=)?(/[^"]*)"')


def test_demo_has_no_dead_link_no_foreign_load_no_double_id_and_no_markup_error():
    assert faults(demo_sites(), reachable=False) == []


def test_demo_pages_are_all_reached_from_the_home():
    assert {name: unreached(site) for name, site in demo_sites().items()} == {
        "partners": [],
        "showcase": [],
        "water": [],
    }


def test_style_sheets_of_the_demo_load_nothing_from_another_host():
    sheets = [
        data.decode()
        for site in demo_sites().values()
        for path, data in site.files.items()
        if path.endswith(".css")
    ]
    addresses = [url for sheet in sheets for url in re.findall(r"url\(([^)]*)\)|@import", sheet)]

    assert sheets
    assert [url for url in addresses if "//" in url or url == ""] == []


def test_every_page_of_the_demo_has_one_canonical_address_that_is_its_own():
    odd = []
    for name, read in demo_sites().items():
        for path in read.pages:
            found = re.findall(rb'rel="canonical" href="([^"]*)"', read.files[path])
            if found != [read.address_of(path).encode()]:
                odd.append((name, path, found))

    assert odd == []


@pytest.fixture(scope="module")
def below(tmp_path_factory):
    """Build the demo's directory as if it were served at /sub/dir/."""
    root = tmp_path_factory.mktemp("demo")
    for folder in ("content", "partners"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file():
                write(root, {str(file.relative_to(ROOT)): file.read_bytes()})
    record = root / "content/sites/partners.yaml"
    text = record.read_text(encoding="utf-8")
    moved = text.replace("varnholt.example/\ntheme", "varnholt.example/sub/dir/\ntheme")
    record.write_text(moved, encoding="utf-8")
    return make(root, Showing(DEMO_DAY), ("partners",), means=REMEMBERING).value.sites[0]


def test_demo_below_a_path_differs_in_that_path_alone(below):
    above = next(built for built in demo_made().sites if built.site == "partners")
    lifted = {path: data.replace(b"/sub/dir/", b"/") for path, data in written(below).items()}
    plain = written(above)

    assert below.base == "/sub/dir/"
    assert [path for path in plain if lifted.get(path) != plain[path]] == []
    assert list(lifted) == list(plain)


def written(built):
    """Return a site's files without what is made of addresses: digests, printed codes, folds."""
    return {
        path: CODE.sub(b"", VERSION.sub(b"", data.replace(b"\r\n ", b"")))
        for path, data in built.files.items()
        if not path.startswith("pagefind/") and not path.endswith("/sw.js")
    }


def test_demo_below_a_path_has_no_address_outside_it(below):
    rooted = {
        address
        for path, data in below.files.items()
        if path.endswith(".html")
        for found in ROOTED.findall(data)
        for address in found.split(b", ")
    }

    assert len(rooted) > len(below.files) / 2
    assert [a for a in sorted(rooted) if not a.startswith(b"/sub/dir/")] == []


EVERYTHING = (
    partner(
        "alder",
        "regions: [de]\nsolution_areas: [lake]\nindustries: [energy]\nsegments: [small]\n"
        "accepts_reference_from: [birch]\n",
        "aliases: [old-alder]\n",
        "Hello.",
    ),
    partner("birch", "regions: [us]\ngives_reference: [{to: alder, quote: Good.}]\n"),
    partner("cedar", types="[integrator]"),
    solution("frost", ["alder", "birch"], "industries: [energy]\naliases: [old-frost]\n"),
    solution("thaw", ["birch"], "industries: [energy]\nsolution_areas: [data]\n"),
    page("about", "See [](partner:alder) and [the story](solution:frost)."),
    page("welcome", "## First\n\nText.\n\n::: partners limit=2\n\n::: solutions\n"),
    page("offer", "Join us."),
    hub(more="topics: [{id: law, label: Law}]\nseries: [{id: basics, label: Basics}]\n"),
    article("one", "topics: [law]\nseries: basics\naliases: [erste]\n"),
    article("two", "topics: [law]\npartners: [alder]\n", "[](article:notes/one)"),
)
SECTIONS = (
    "kind: directory, path: /, intro: welcome",
    "kind: showcase, path: /solutions/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
)
ALONE = ("kind: directory, path: /",)
MENUS = (
    "why: about\nmenus:\n  main:\n    - {label: Partners, to: section:/}\n"
    "    - {label: About, to: page:about}\n    - {label: Offer, to: page:offer}\n"
    "  footer:\n    - {label: Notes, to: /notes/}\n"
)


def built(root, *parts, main, program=PROGRAM, policy=POLICY, others=None):
    """Write a project, build it in memory, and read every page of it."""
    files = files_of(*parts, program=program, policy=policy, main=main)
    files |= {f"content/sites/{name}.yaml": text for name, text in (others or {}).items()}
    made = make(write(root, files), Showing(DAY))
    assert [d.message for d in made.diagnostics if d.severity is Severity.ERROR] == []
    return read_sites(made.value)


@pytest.mark.parametrize("base", ["", "sub/dir/"])
def test_site_of_all_sections_has_no_fault(tmp_path, base):
    main = site(SECTIONS, MENUS, base=f"https://partners.fernholt.example/{base}")

    assert faults(built(tmp_path, *EVERYTHING, main=main)) == []


def test_sections_at_nested_paths_have_no_fault(tmp_path):
    sections = (
        "kind: pages, path: /",
        "kind: directory, path: /partners/, intro: welcome",
        "kind: showcase, path: /partners/solutions/",
        "kind: hub, path: /partners/solutions/notes/, hub: notes",
    )
    menus = MENUS.replace("section:/", "section:/partners/").replace(
        "to: /notes/", "to: /partners/solutions/"
    )
    home = page(
        "index",
        "[](page:about) [Partners](/partners/) [Solutions](/partners/solutions/)"
        " [Notes](/partners/solutions/notes/)",
    )
    main = site(sections, menus)

    assert faults(built(tmp_path, *EVERYTHING, home, main=main)) == []


def test_two_directories_of_one_site_have_no_fault(tmp_path):
    sections = (*SECTIONS, "kind: directory, path: /resellers/, only: {types: reseller}")
    menus = MENUS.replace("footer:\n", "footer:\n    - {label: Resellers, to: /resellers/}\n")

    assert faults(built(tmp_path, *EVERYTHING, main=site(sections, menus))) == []


def test_hub_and_showcase_shown_twice_in_one_site_have_no_fault(tmp_path):
    sections = (
        *SECTIONS,
        "kind: showcase, path: /again/",
        "kind: hub, path: /more/, hub: notes",
    )
    links = "    - {label: Again, to: /again/}\n    - {label: More, to: /more/}\n"
    menus = MENUS.replace("footer:\n", f"footer:\n{links}")

    assert faults(built(tmp_path, *EVERYTHING, main=site(sections, menus))) == []


def test_directory_without_showcase_or_hub_has_no_fault(tmp_path):
    main = site(ALONE)

    assert faults(built(tmp_path, *EVERYTHING, main=main)) == []


def test_sites_that_link_each_other_have_no_fault(tmp_path):
    others = {"stories": site(["kind: showcase, path: /"], base="https://stories.example/base/")}
    main = site((SECTIONS[0], *SECTIONS[2:]), MENUS)

    assert faults(built(tmp_path, *EVERYTHING, main=main, others=others)) == []


@pytest.mark.parametrize(
    "sections",
    [ALONE, (*ALONE, SECTIONS[1])],
    ids=["alone", "with a showcase"],
)
def test_programme_without_partners_has_no_fault(tmp_path, sections):
    menus = "menus:\n  main: [{label: Solutions, to: /solutions/}]\n" if len(sections) > 1 else ""

    assert faults(built(tmp_path, main=site(sections, menus))) == []


def test_proposition_of_a_type_without_partners_has_no_fault(tmp_path):
    program = PROGRAM.replace("plural: Integrators}", "plural: Integrators, proposition: offer}")
    files = (partner("alder"), page("offer", "Join."))

    assert faults(built(tmp_path, *files, program=program, main=site(ALONE))) == []


def test_partner_outside_every_list_has_no_fault(tmp_path):
    files = (partner("alder"), partner("birch", "opt_out: [directory-list]\nregions: [de]\n"))
    read = built(tmp_path, *files, main=site(ALONE))

    assert faults(read, reachable=False) == []
    assert unreached(read["main"]) == ["birch/index.html"]


def test_names_and_texts_full_of_markup_have_no_fault(tmp_path):
    odd = "'A \"quoted\" <b>tag</b> & more; {{ x }} {% y %}'"
    files = (
        partner("alder", f"legal_name: {odd}\noffers: [{odd}]\n", about="**bold** <b>x</b>"),
        solution("frost", ["alder"], f"customer: {odd}\n"),
        page("about", "Text", f"summary: {odd}\n", title=odd),
    )
    main = site(
        (*ALONE, SECTIONS[1], SECTIONS[3]),
        "menus:\n  main: [{label: '<About> & \"us\"', to: page:about},"
        " {label: Stories, to: /solutions/}]\n",
        title="'<Net> & \"work\"'",
    )

    read = built(tmp_path, *files, main=main)

    assert faults(read) == []
    assert (
        'A "quoted" <b>tag</b> & more; {{ x }} {% y %}'
        in read["main"].pages["about/index.html"].text
    )
