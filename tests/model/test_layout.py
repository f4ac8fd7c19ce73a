"""Which file of a project holds what."""

import pytest

from pavgen.model.layout import OtherFile, RecordFile, expected_beside, file_at, renamed


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/program.yaml", RecordFile("program")),
        ("content/name-exceptions.yaml", RecordFile("name-exceptions")),
        ("content/placement/policy.yaml", RecordFile("policy")),
        ("content/standing/acme.yaml", RecordFile("standing", "acme")),
        ("content/sites/main.yaml", RecordFile("site", "main")),
        ("content/solutions/heat.md", RecordFile("solution", "heat")),
        ("content/hubs/notes/index.md", RecordFile("hub", "notes")),
        ("content/hubs/notes/one.md", RecordFile("article", "one", "notes")),
        ("content/pages/about.md", RecordFile("page", "about")),
        ("content/pages/legal/imprint.md", RecordFile("page", "legal/imprint")),
        ("partners/acme/listing.yaml", RecordFile("listing", "acme")),
        ("partners/acme/about.md", RecordFile("about", "acme")),
        ("partners/acme/logo.svg", OtherFile("logo")),
        ("partners/acme/logo-dark.webp", OtherFile("logo")),
        ("content/media/a/b.png", OtherFile("media")),
        ("content/owners.yaml", RecordFile("owners")),
        ("content/placement/ledger/main.jsonl", OtherFile("ledger", "main")),
        ("content/events/fair/event.yaml", RecordFile("event", "fair")),
        ("content/events/fair/floorplan.yaml", RecordFile("floorplan", "fair")),
        ("content/events/fair/agenda.yaml", RecordFile("agenda", "fair")),
        ("content/events/fair/index.md", RecordFile("event-text", "fair")),
        ("content/events/fair/releases.jsonl", OtherFile("releases", "fair")),
        ("content/events/fair/sub/agenda.yaml", None),
        ("content/events/event.yaml", None),
        ("themes/own/theme.yaml", OtherFile("theme")),
        ("content/standing/a/b.yaml", None),
        ("content/solutions/heat.yaml", None),
        ("partners/acme/logo.gif", None),
        ("partners/acme/logo-light.svg", None),
        ("partners/listing.yaml", None),
        ("other/program.yaml", None),
        ("content/program.yaml\n", None),
    ],
)
def test_a_path_says_what_its_file_holds(path, expected):
    assert file_at(path) == expected


def test_only_a_partners_own_records_are_its():
    assert [RecordFile(t).is_partners for t in ("listing", "about", "standing", "page")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("partners/acme/Listing.YML", "partners/acme/listing.yaml"),
        ("partners/acme/about.txt", "partners/acme/about.md"),
        ("partners/acme/logo.PNG", "partners/acme/logo.png"),
        ("content/pages/about.mdx", "content/pages/about.md"),
        ("content/events/fair/Agenda.yml", "content/events/fair/agenda.yaml"),
        ("content/events/fair/index.txt", "content/events/fair/index.md"),
        ("partners/acme/listing.yaml", None),
        ("partners/acme/brochure.pdf", None),
    ],
)
def test_a_stray_file_may_only_have_the_wrong_name(path, expected):
    assert renamed(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("partners/acme/listing.yml", "rename it to `listing.yaml`"),
        (
            "partners/acme/x",
            "a partner's folder holds `listing.yaml`, `about.md`, `logo.*` and `logo-dark.*`",
        ),
        (
            "content/events/a/plan.yaml",
            (
                "an event's folder holds `event.yaml`, `floorplan.yaml`, `agenda.yaml`, `index.md` and"
                " `releases.jsonl`"
            ),
        ),
        ("content/x", "see the file layout in the documentation; remove it or move it"),
    ],
)
def test_what_may_stand_there_is_told(path, expected):
    assert expected_beside(path) == expected
