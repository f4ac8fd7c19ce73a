from datetime import date

import pytest

from pavgen.app.load import load_project
from pavgen.kernel.diagnostics import Severity
from pavgen.model.releases import release_line
from tests.events import event
from tests.model.agenda.released import RELEASE
from tests.plan.projects import POLICY, PROGRAM, SITE, files_of, page, partner, pending, write

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    '<rect width="20" height="10" fill="#0a5"/></svg>'
)


def loaded(root, *parts, **more):
    return load_project(write(root, files_of(*parts, **more)))


def told(checked):
    return [(d.span.path, d.code) for d in checked.diagnostics]


def test_project_holds_its_programme_texts_logos_media_and_themes(tmp_path):
    found = loaded(
        tmp_path,
        partner("alder", "logo: logo.svg\n", about="Hello."),
        {"partners/alder/logo.svg": DRAWING, "content/media/plan.svg": DRAWING},
        {"themes/mine/theme.yaml": "name: Mine\n"},
    )
    project = found.value

    assert found.diagnostics == ()
    assert list(project.programme.partners) == ["alder"]
    assert project.texts == {
        "content/placement/policy.yaml": POLICY,
        "content/program.yaml": PROGRAM,
        "content/sites/main.yaml": SITE,
        "content/standing/alder.yaml": partner("alder")["content/standing/alder.yaml"],
        "partners/alder/about.md": "Hello.",
        "partners/alder/listing.yaml": partner("alder", "logo: logo.svg\n")[
            "partners/alder/listing.yaml"
        ],
    }
    assert project.media == {"plan.svg": DRAWING.encode()}
    assert project.programme.partners["alder"].logo.variants[-1].name in project.logos
    assert project.themes["themes/mine/theme.yaml"] == b"name: Mine\n"
    assert "themes/standard/theme.yaml" in project.themes


def test_findings_of_every_stage_are_told_in_one_run_in_order_of_place(tmp_path):
    found = loaded(
        tmp_path,
        partner("alder", "logo: logo.svg\nregions: [mars]\n", about="[x](http://a.example)"),
        partner("birch", "tier: gold\n"),
        page("about", "[x](page:nowhere)", "no_such_key: 1\n"),
        {"partners/alder/logo.svg": "<svg", "content/odd.txt": "x", "partners/cedar/about.md": "x"},
        program=PROGRAM.replace("freshness_days: 100", "time_zone: Mars/Olympus"),
    )
    codes = told(found)

    assert {
        ("content/odd.txt", "file-stray"),
        ("content/pages/about.md", "key-unknown"),
        ("content/pages/about.md", "page-unknown"),
        ("content/program.yaml", "time-zone-unknown"),
        ("partners/alder/listing.yaml", "region-unknown"),
        ("partners/birch/listing.yaml", "key-governed"),
        ("partners/cedar/listing.yaml", "listing-missing"),
    } <= set(codes)
    assert [d for d in found.diagnostics if d.span.path == "partners/alder/logo.svg"]
    assert [d.span for d in found.diagnostics] == sorted(d.span for d in found.diagnostics)
    assert not found.ok


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"])
def test_known_time_zone_is_accepted(tmp_path, zone):
    program = PROGRAM.replace("freshness_days: 100", f"time_zone: {zone}")

    assert loaded(tmp_path, program=program).diagnostics[:0] == ()
    assert "time-zone-unknown" not in [code for _, code in told(loaded(tmp_path, program=program))]


@pytest.mark.parametrize("zone", ["Europe", "Nowhere/City", "localtime"])
def test_unknown_time_zone_is_an_error_at_its_key(tmp_path, zone):
    program = PROGRAM.replace("freshness_days: 100", f"time_zone: {zone}")
    found = [d for d in loaded(tmp_path, program=program).diagnostics if "time-zone" in d.code]

    assert [(d.span.path, d.field, d.severity) for d in found] == [
        ("content/program.yaml", "time_zone", Severity.ERROR)
    ]


def test_file_that_is_not_utf_8_is_told_once_and_others_are_read(tmp_path):
    found = loaded(
        tmp_path, partner("alder"), {"content/pages/about.md": b"---\ntitle: \xff\n---\n"}
    )

    assert told(found)[0] == ("content/pages/about.md", "text-encoding")
    assert list(found.value.programme.partners) == ["alder"]


def test_pending_partner_is_checked_and_left_out(tmp_path):
    found = loaded(tmp_path, pending("alder", "regions: [mars]\n"))

    assert told(found) == [("partners/alder/listing.yaml", "region-unknown")]
    assert (list(found.value.programme.partners), found.value.programme.pending) == ([], ("alder",))


def test_pending_partner_is_there_in_a_preview(tmp_path):
    root = write(tmp_path, files_of(pending("alder")))
    standing = (
        load_project(root, preview=date(2026, 6, 15)).value.programme.partners["alder"].standing
    )

    assert (standing.id, standing.tier, standing.joined) == (
        "pending-alder",
        "silver",
        date(2026, 6, 15),
    )


def test_partner_s_text_is_held_to_the_programme_s_limit(tmp_path):
    program = PROGRAM.replace("freshness_days: 100", "limits: {about_words: 20}")
    found = loaded(tmp_path, partner("alder", about="word " * 21), program=program)

    assert told(found) == [("partners/alder/about.md", "prose-words")]


def test_empty_folder_is_told_and_not_raised(tmp_path):
    assert not load_project(tmp_path).ok


def test_progress_names_each_stage(tmp_path):
    seen: list[str] = []
    load_project(write(tmp_path, files_of(partner("alder"))), seen.append)

    assert seen == ["reading", "parsing", "decoding", "texts", "logos", "linking"]


def fair(tmp_path, releases=None):
    """Load a project with the small event, and with releases as bytes."""
    partners = [partner(slug) for slug in ("ada", "bob", "cat", "dot")]
    root = write(tmp_path, files_of(*partners, event()))
    if releases is not None:
        (root / "content/events/fair/releases.jsonl").write_bytes(releases)
    return load_project(root)


def test_an_event_is_loaded_with_its_zone_and_without_releases(tmp_path):
    loaded = fair(tmp_path)
    found = loaded.value.programme.events["fair"]

    assert loaded.diagnostics == ()
    assert (found.zone.name, len(found.zone.offsets), found.releases) == ("Europe/Berlin", 7, ())


def test_releases_of_an_event_are_read_and_quoted_from(tmp_path):
    line = release_line(RELEASE)
    loaded = fair(tmp_path, line.encode())

    assert loaded.diagnostics == ()
    assert loaded.value.programme.events["fair"].releases == (RELEASE,)
    assert loaded.value.texts["content/events/fair/releases.jsonl"] == line


@pytest.mark.parametrize("data", [b"\xff\n", b"{}\n", b"{"])
def test_releases_that_cannot_be_read_are_told(tmp_path, data):
    loaded = fair(tmp_path, data)

    assert [d.span.path for d in loaded.diagnostics] == ["content/events/fair/releases.jsonl"]
    assert loaded.value.programme.events["fair"].releases == ()
