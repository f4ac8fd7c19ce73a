from datetime import date, timedelta

import pytest

from pavgen.app.load import load_project
from pavgen.app.new import NewRequest, new
from pavgen.place.placing import place

DAY = date(2026, 11, 21)


@pytest.fixture
def project(tmp_path):
    made = new(NewRequest("project", "North Sea", tmp_path, DAY))
    assert made.diagnostics == ()
    return tmp_path


def make(project, kind, name):
    return new(NewRequest(kind, name, project, DAY))


def test_a_new_project_has_nothing_to_complain_about(project):
    loaded = load_project(project)
    assert loaded.diagnostics == ()
    placement = place(loaded.value.programme, DAY)
    assert placement.diagnostics == ()
    assert placement.value.order_of("directory-list") == ("example-partner",)


def test_a_new_project_has_nothing_to_complain_about_later(project):
    """Regression: the spotlight of a project a week old must not have slots it cannot fill."""
    programme = load_project(project).value.programme
    for weeks in (1, 2, 3):
        placement = place(programme, DAY + timedelta(weeks=weeks))
        assert placement.diagnostics == ()
        assert placement.value.order_of("home-spotlight") == ("example-partner",)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("site", "Second site"),
        ("partner", "3-Shake & Söhne"),
        ("solution", 'A "joint" case: #1'),
        ("event", 'Fair: "Öl & Strom" 2027'),
        ("article", "guides/First steps"),
        ("theme", "Ours"),
    ],
)
def test_every_scaffold_is_valid(project, kind, name):
    made = make(project, kind, name)
    assert made.diagnostics == ()
    assert made.value.files.created != ()
    assert made.value.hints != ()
    assert load_project(project).diagnostics == ()


def test_a_new_event_has_the_programmes_zone_and_can_be_published(project):
    program = project / "content/program.yaml"
    program.write_text(program.read_text() + "time_zone: Europe/Lisbon\n")
    made = make(project, "event", "summit-2027")
    site = next((project / "content/sites").glob("*.yaml"))
    section = made.value.hints[1].partition("`")[2].partition("`")[0]
    site.write_text(site.read_text().replace("sections:\n", f"sections:\n  {section}\n"))
    loaded = load_project(project)

    assert loaded.diagnostics == ()
    assert loaded.value.programme.events["summit-2027"].zone.name == "Europe/Lisbon"


def test_other_records_are_made_beside_an_event(project):
    """Regression: the text of an event has no front matter, and was held to be broken."""
    make(project, "event", "summit-2027")

    assert make(project, "partner", "Nordwind").diagnostics == ()


def test_a_standing_admits_a_partner(project):
    make(project, "partner", "Nordwind")
    make(project, "standing", "nordwind")
    loaded = load_project(project)
    assert loaded.diagnostics == ()
    assert loaded.value.programme.partners["nordwind"].id == "partner-0002"


def test_nothing_is_ever_overwritten(project):
    listing = project / "partners/example-partner/listing.yaml"
    before = listing.read_bytes() + b"# mine\n"
    listing.write_bytes(before)
    made = make(project, "partner", "Example Partner")
    assert [(d.code, d.remedy) for d in made.diagnostics] == [
        ("target-exists", "choose another name")
    ]
    assert listing.read_bytes() == before


def test_without_a_project_only_a_project_can_be_made(tmp_path):
    made = make(tmp_path, "partner", "Nordwind")
    assert [d.code for d in made.diagnostics] == ["project-missing"]
    assert list(tmp_path.iterdir()) == []
