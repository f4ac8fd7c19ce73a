"""`check --links` on whole projects: what a reader of the finished pages would run into."""

from pavgen.app.build import check, make
from pavgen.app.links import links_of
from pavgen.app.sites import BuiltSite
from pavgen.model.showing import Showing
from tests.cli.commands import pavgen
from tests.plan.projects import DAY, files_of, page, partner, site, write
from tests.work import no_hang

SECTIONS = ("kind: directory, path: /", "kind: pages, path: /")
MENU = "menus:\n  main:\n    - {label: About, to: page:about}\n"


def found(root, files, wanted=()):
    report = check(write(root, files), Showing(DAY), wanted, links=True)
    return [(d.span.path, d.span.line, d.code) for d in report.diagnostics]


def test_link_in_a_text_is_told_at_its_line(tmp_path):
    about = page("about", "One.\n\nTwo [here](/nowhere/) and [there](/alder/#contcat).\n")
    files = files_of(partner("alder"), about, main=site(SECTIONS, MENU))

    assert sorted(found(tmp_path, files)) == [
        ("content/pages/about.md", _line(about, "/nowhere/"), "anchor-broken"),
        ("content/pages/about.md", _line(about, "/nowhere/"), "link-broken"),
    ]


def test_menu_that_leads_nowhere_is_told_once_at_the_site(tmp_path):
    menu = MENU + "    - {label: News, to: /news/}\n"
    partners = [partner(name) for name in ("alder", "birch", "cedar", "dogwood")]
    main = site(SECTIONS, menu)

    assert found(tmp_path, files_of(*partners, page("about"), main=main)) == [
        ("content/sites/main.yaml", _line({"": main}, "/news/"), "link-broken")
    ]


def test_page_in_no_menu_is_a_warning_at_its_file(tmp_path):
    files = files_of(partner("alder"), page("about"), page("lonely"), main=site(SECTIONS, MENU))

    assert found(tmp_path, files) == [("content/pages/lonely.md", 0, "page-unreached")]


def test_links_between_the_project_s_sites_are_followed(tmp_path):
    text = "[a](https://partners.fernholt.example/nobody/) [b](page:about)"
    other = site(["kind: pages, path: /, folder: other"], base="https://other.example/")
    files = files_of(
        partner("alder"), page("about"), page("other/index", text), main=site(SECTIONS, MENU)
    )
    files["content/sites/other.yaml"] = other

    broken = ("content/pages/other/index.md", "link-broken")
    assert broken in [(path, code) for path, _, code in found(tmp_path, files)]
    # What is not built is not judged.
    assert found(tmp_path, {}, ("other",)) == []


def test_status_is_one_for_a_broken_link_and_none_without_the_option(tmp_path):
    about = page("about", "[x](/nowhere/)")
    root = write(tmp_path, files_of(partner("alder"), about, main=site(SECTIONS, MENU)))
    day = ("--as-of", DAY.isoformat())

    assert pavgen("check", *day, project=root).status == 0
    ran = pavgen("check", "--links", *day, project=root)
    assert (ran.status, "error[link-broken] `/nowhere/` leads to nothing" in ran.err) == (1, True)


def test_unreached_page_is_status_four_under_strict_alone(tmp_path):
    files = files_of(partner("alder"), page("about"), page("lonely"), main=site(SECTIONS, MENU))
    root = write(tmp_path, files)
    day = ("--as-of", DAY.isoformat())

    assert pavgen("check", "--links", *day, project=root).status == 0
    assert pavgen("check", "--links", "--strict", *day, project=root).status == 4


def test_thousand_pages_are_followed(tmp_path):
    partners = [partner(f"alder-{n}", "regions: [de]\n") for n in range(30)]
    root = write(tmp_path, files_of(*partners, main=site(SECTIONS[:1])))
    made = make(root, Showing(DAY)).value
    (built,) = made.sites
    pages = [data for path, data in built.files.items() if path.endswith(".html")]
    many = {f"{n}/index.html": pages[n % len(pages)] for n in range(1000)}
    with no_hang():
        found = links_of(made.project.programme, [BuiltSite("main", "/", 1000, many)], {})

    assert found


def _line(files, text):
    (whole,) = files.values()
    return next(n for n, line in enumerate(whole.splitlines(), 1) if text in line)
