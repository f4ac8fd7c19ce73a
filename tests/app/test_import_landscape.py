from datetime import date
from pathlib import Path

import pytest

from pavgen.app.import_landscape import LandscapeRequest, import_landscape
from pavgen.app.load import load_project
from pavgen.kernel.diagnostics import has_errors
from tests.model.imports.landscapes import MEMBERS

DAY = date(2026, 11, 21)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'


@pytest.fixture
def source(tmp_path):
    (tmp_path / "landscape.yml").write_text(MEMBERS)
    logos = tmp_path / "logos"
    logos.mkdir()
    (logos / "nordwind.svg").write_text("<svg><script/></svg>")
    (logos / "nordwind-kcsp.svg").write_text(SVG)
    (logos / "suedwind-logo (1).svg").write_text(SVG)
    return tmp_path


def request(folder: Path, **options):
    return LandscapeRequest(
        folder / "landscape.yml", folder / "logos", folder / "project", DAY, **options
    )


def test_a_landscape_becomes_a_project_without_errors(source):
    made = import_landscape(request(source))
    assert not has_errors(made.diagnostics)
    loaded = load_project(source / "project")
    assert loaded.diagnostics == ()
    assert sorted(loaded.value.programme.partners) == [
        "nordwind-systems",
        "ostwind",
        "sudwind-and-sohne",
    ]


def test_logos_are_copied_by_their_content_and_refused_ones_told(source):
    made = import_landscape(request(source))
    partners = source / "project/partners"
    assert (partners / "sudwind-and-sohne/logo.svg").read_text() == SVG
    # The first of the company's two logos is refused, so the second is taken.
    assert (partners / "nordwind-systems/logo.svg").read_text() == SVG
    refused = [d.what for d in made.diagnostics if d.field == "logo"]
    assert any("`nordwind.svg`" in what for what in refused)
    assert any("`ostwind.svg` is missing" in what for what in refused)
    assert made.value.counts.logos == 2


def test_a_logo_name_leads_nowhere_but_into_the_folder(source):
    text = MEMBERS.replace("logo: ostwind.svg", "logo: ../landscape.yml")
    (source / "landscape.yml").write_text(text)
    made = import_landscape(request(source))
    assert "the logo `../landscape.yml` is no name of a file in the folder of logos (left out)" in [
        d.what for d in made.diagnostics
    ]


def test_nothing_is_overwritten_without_update(source):
    import_landscape(request(source))
    listing = source / "project/partners/ostwind/listing.yaml"
    before = listing.read_text()
    (source / "landscape.yml").write_text(
        MEMBERS.replace("ostwind.example.com/", "ostwind.example.com/en")
    )
    refused = import_landscape(request(source))
    assert [d.code for d in refused.diagnostics if d.severity == "error"] == ["target-exists"]
    assert listing.read_text() == before
    updated = import_landscape(request(source, update=True))
    assert updated.value.files.updated == ("partners/ostwind/listing.yaml",)


def test_the_same_landscape_twice_changes_nothing(source):
    import_landscape(request(source))
    again = import_landscape(request(source)).value.files
    assert (again.created, again.updated) == ((), ())


def test_a_mapping_with_mistakes_writes_nothing(source):
    mapping = source / "map.yaml"
    mapping.write_text("tiers: []\n")
    made = import_landscape(request(source, mapping=mapping))
    assert {d.code for d in made.diagnostics} == {"key-unknown", "key-missing"}
    assert not (source / "project").exists()


def test_a_whole_foundation_is_imported_without_errors(shared_data, tmp_path):
    cncf = shared_data / "data/cncf"
    asked = LandscapeRequest(cncf / "landscape.yml", cncf / "hosted_logos", tmp_path / "p", DAY)
    made = import_landscape(asked)
    counts = made.value.counts
    assert not has_errors(made.diagnostics)
    assert counts.items == 967
    assert counts.partners > 700
    assert counts.logos >= counts.partners * 95 // 100
    assert counts.solutions >= 100
    loaded = load_project(tmp_path / "p")
    assert [d for d in loaded.diagnostics if d.severity == "error"] == []
    names = {slug: p.name for slug, p in loaded.value.programme.partners.items()}
    assert len(names) == counts.partners
    assert (names["adyen"], names["agileops"], names["3-shake"]) == ("Adyen", "AgileOps", "3-Shake")
