import os
import subprocess
import sys
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pavgen.app.build import build, check, make
from pavgen.app.means import Means
from pavgen.app.reports import BuildOptions, SiteReport
from pavgen.kernel.canonical import sha256_hex
from pavgen.kernel.diagnostics import Severity
from pavgen.model.showing import Showing
from tests.app.kept import Kept
from tests.plan.projects import (
    DAY,
    SITE,
    article,
    files_of,
    hub,
    page,
    partner,
    pending,
    site,
    solution,
    write,
)
from tests.plan.reading import ROOT

SHOWING = Showing(DAY)
ALL = site(
    [
        "kind: directory, path: /, intro: welcome",
        "kind: showcase, path: /stories/",
        "kind: hub, path: /notes/, hub: notes",
        "kind: pages, path: /",
    ]
)
DATED = (
    partner(
        "alder",
        "reviewed: 2026-03-20\nregions: [de]\n",
        "certifications: [{id: basic, until: 2026-06-20}]\n",
    ),
    partner("birch", standing="suspended: {from: 2026-06-18, until: 2026-06-19}\n"),
    partner("cedar", standing="joined_placeholder\n"),
    page("welcome"),
    page("news", more="published: 2026-06-22\nexpires: 2026-06-24\n"),
    hub(),
    article("one", "expires: 2026-06-27\n"),
    solution("frost", ["alder", "birch"], published="2026-06-30"),
)
DATED[2]["content/standing/cedar.yaml"] = DATED[2]["content/standing/cedar.yaml"].replace(
    "joined: 2024-01-01\njoined_placeholder\n", "joined: 2026-07-03\n"
)


def errors(diagnostics):
    return [
        f"{d.span.path}:{d.span.line} {d.code}: {d.message}"
        for d in diagnostics
        if d.severity is Severity.ERROR
    ]


def options(tmp_path, **more):
    return BuildOptions(SHOWING, output=tmp_path / "out", **more)


def made_on(root, day):
    return make(root, Showing(day), means=SHARED).value


SHARED = Means(Kept())
"""What many builds of one project remember together."""


def tree(folder):
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def project(tmp_path, *parts, main=SITE, **more):
    return write(tmp_path / "project", files_of(*parts, main=main, **more))


# -- writing ----------------------------------------------------------------------------------


def test_build_writes_each_site_and_reports_it(tmp_path):
    root = project(tmp_path, partner("alder"))
    report = build(root, options(tmp_path))
    files = tree(tmp_path / "out/main")

    assert (report.stopped, report.diagnostics) == (False, ())
    assert report.sites == (
        SiteReport("main", report.sites[0].pages, len(files) - 1, 0, 0, tmp_path / "out/main", "/"),
    )
    assert {path for path in files if path.endswith(".html")} >= {"index.html", "alder/index.html"}


def test_second_build_of_the_same_project_changes_nothing(tmp_path):
    root = project(tmp_path, partner("alder"))
    first = build(root, options(tmp_path)).sites[0]
    second = build(root, options(tmp_path)).sites[0]

    assert (second.written, second.unchanged, second.removed) == (0, first.written, 0)


def test_output_of_a_deleted_partner_disappears(tmp_path):
    root = project(tmp_path, partner("alder"), partner("birch"))
    build(root, options(tmp_path))
    (root / "partners/birch/listing.yaml").unlink()
    (root / "content/standing/birch.yaml").unlink()
    before = tree(tmp_path / "out/main")
    report = build(root, options(tmp_path))
    files = tree(tmp_path / "out/main")

    gone = sorted(path for path in before if path not in files and "pagefind/" not in path)
    assert report.sites[0].removed == len(before.keys() - files.keys())
    assert len(gone) == 3  # its profile, card, and document of the interface
    assert [path for path in files if "birch" in path] == []
    assert [path for path, data in files.items() if b"birch" in data] == []
    assert not (tmp_path / "out/main/birch").exists()


def test_error_in_a_record_leaves_the_old_output_as_it_was(tmp_path):
    root = project(tmp_path, partner("alder"))
    build(root, options(tmp_path))
    before = tree(tmp_path / "out")
    write(root, {"content/standing/alder.yaml": "id: x\n"})
    report = build(root, options(tmp_path))

    assert (report.stopped, report.sites) == (True, ())
    assert tree(tmp_path / "out") == before


def test_error_writes_nothing_at_all(tmp_path):
    root = project(tmp_path, partner("browse"))
    report = build(root, options(tmp_path))

    assert [(d.span.path, d.code, d.what) for d in report.diagnostics] == [
        (
            "partners/browse/listing.yaml",
            "address-taken",
            "`/browse/` is also made by content/sites/main.yaml",
        )
    ]
    assert not (tmp_path / "out").exists()


def test_error_in_one_site_keeps_every_site_unwritten(tmp_path):
    others = {"content/sites/other.yaml": SITE.replace("sections:", "theme: none\nsections:")}
    root = project(tmp_path, partner("alder"), others)
    report = build(root, options(tmp_path))

    assert [d.code for d in report.diagnostics] == ["theme-unknown"]
    assert not (tmp_path / "out").exists()


def test_folder_of_somebody_else_keeps_every_site_unwritten(tmp_path):
    root = project(tmp_path, partner("alder"), {"content/sites/zweite.yaml": SITE})
    write(tmp_path / "out/zweite", {"thesis.txt": "mine"})
    report = build(root, options(tmp_path))

    assert [d.code for d in report.diagnostics] == ["output-foreign"]
    assert (report.stopped, report.sites) == (True, ())
    assert tree(tmp_path / "out") == {"zweite/thesis.txt": b"mine"}


def test_warning_stops_a_strict_build_alone(tmp_path):
    root = project(tmp_path, partner("alder"), {"content/odd.txt": "x"})
    strict = build(root, options(tmp_path, strict=True))
    wrote = (tmp_path / "out").exists()
    easy = build(root, options(tmp_path))

    assert [d.code for d in strict.diagnostics] == ["file-stray"]
    assert (strict.stopped, wrote, easy.stopped, len(easy.sites)) == (True, False, False, 1)


def test_site_nobody_declared_is_an_error_with_a_suggestion(tmp_path):
    report = build(project(tmp_path, partner("alder")), options(tmp_path, sites=("mian",)))

    assert errors(report.diagnostics) == [
        "content/sites:0 site-unknown: there is no site `mian`; did you mean `main`?"
    ]
    assert not (tmp_path / "out").exists()


def test_only_the_sites_named_are_built(tmp_path):
    root = project(tmp_path, partner("alder"), {"content/sites/other.yaml": SITE})
    report = build(root, options(tmp_path, sites=("other",)))

    assert [found.site for found in report.sites] == ["other"]
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["other"]


def test_check_finds_what_a_build_finds_and_writes_nothing_but_the_cache(tmp_path):
    root = project(tmp_path, partner("browse"), pending("alder"))
    found = check(root, SHOWING)

    assert sorted(file.name for file in root.iterdir()) == [".pavgen-cache", "content", "partners"]
    assert found.diagnostics == build(root, options(tmp_path)).diagnostics
    assert (found.stopped, found.pending) == (True, ("alder",))


# -- the same bytes ---------------------------------------------------------------------------

_PRINT = """\
import sys
from datetime import date
from pathlib import Path
from pavgen.app.build import make
from pavgen.kernel.canonical import sha256_hex
from pavgen.model.showing import Showing
made = make(Path(sys.argv[1]), Showing(date(2026, 6, 15)))
assert made.ok, made.diagnostics
for site in made.value.sites:
    for path, data in site.files.items():
        print(site.site, path, sha256_hex(data))
"""


def printed(root, seed):
    """Build in a process of its own and return a line for each file, in the build's order."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-c", _PRINT, str(root)]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_files_written_in_another_order_and_another_hash_seed_give_the_same_bytes(tmp_path):
    files = files_of(*DATED, main=ALL)
    one = write(tmp_path / "one", files)
    other = write(tmp_path / "two", dict(reversed(files.items())))
    first = printed(one, "1")

    assert "main index.html" in first
    assert printed(other, "4242") == first
    assert (
        "".join(
            f"{built.site} {path} {sha256_hex(data)}\n"
            for built in make(one, SHOWING).value.sites
            for path, data in built.files.items()
        )
        == first
    )


@settings(
    deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 40))
def test_no_day_before_the_next_transition_changes_a_byte(tmp_path_factory, offset):
    root = dated(tmp_path_factory)
    day = date(2026, 6, 10) + timedelta(days=offset)
    made = made_on(root, day)
    following = made.next_transition
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]

    assert following > day
    for later in (between[0], between[-1]) if between else ():
        assert made_on(root, later).sites == made.sites


def test_every_transition_of_the_dated_project_changes_something(tmp_path_factory):
    root = dated(tmp_path_factory)
    day, seen, changed = date(2026, 6, 10), [], []
    while day < date(2026, 7, 3):
        made = made_on(root, day)
        day = made.next_transition
        seen.append(day)
        changed.append(made_on(root, day).sites != made.sites)

    assert seen == [
        date(2026, 6, 18),
        date(2026, 6, 20),
        date(2026, 6, 21),
        date(2026, 6, 22),
        date(2026, 6, 25),
        date(2026, 6, 28),
        date(2026, 6, 29),
        date(2026, 6, 30),
        date(2026, 7, 1),
        date(2026, 7, 3),
    ]
    assert changed == [True] * len(seen)


def dated(factory, _made=[]):  # noqa: B006 - one project for all examples
    if not _made:
        _made.append(write(factory.mktemp("dated"), files_of(*DATED, main=ALL)))
    return _made[0]
