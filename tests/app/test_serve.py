"""`serve`: sites built in memory and put behind doors."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new
from pavgen.app.serve import Preview, ServeOptions
from pavgen.model.programme import Showing
from pavgen.serve.site import ServedSite

DAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path) -> Path:
    folder: Path = tmp_path / "north-sea"
    assert new(NewRequest("project", "north-sea", folder, DAY)).ok
    return folder


def test_sites_are_built_in_memory_and_nothing_is_written(root):
    before = sorted(root.rglob("*"))
    preview = Preview(root, ServeOptions(Showing(DAY)))
    assert preview.rebuild() == ((), "no errors, no warnings\n")
    assert b"<!doctype html>" in preview.served("partners").files["index.html"]
    assert sorted(root.rglob("*")) == before


def test_each_site_has_a_door_of_its_own(root):
    site = root / "content/sites/partners.yaml"
    (root / "content/sites/second.yaml").write_text(site.read_text())
    preview = Preview(root, ServeOptions(Showing(DAY), port=0, names=("Demo.Example",)))
    preview.rebuild()
    doors = preview.doors()
    try:
        assert len({door.port for door in doors}) == 2
        assert [door.site() for door in doors] == [
            preview.served("partners"),
            preview.served("second"),
        ]
        assert "demo.example" in doors[0].hosts
    finally:
        for door in doors:
            door.listening.close()


def test_with_an_error_the_last_good_build_stays_and_shows_it(root):
    preview = Preview(root, ServeOptions(Showing(DAY)))
    preview.rebuild()
    good = preview.served("partners")
    listing = root / "partners/example-partner/listing.yaml"
    text = listing.read_text()
    listing.write_text("name: [")
    _, report = preview.rebuild()
    assert preview.served("partners") == replace(good, notice=report)
    assert "partners/example-partner/listing.yaml:1:" in report
    listing.write_text(text)
    preview.rebuild()
    assert preview.served("partners") == replace(good, version=2)


def test_a_project_with_errors_gives_no_site(tmp_path):
    preview = Preview(tmp_path, ServeOptions(Showing(DAY)))
    findings, report = preview.rebuild()
    assert preview.sites == ()
    assert "project-missing" in {d.code for d in findings}
    assert preview.served("partners") == ServedSite({}, "/", 0, report)


def test_only_the_projects_own_folders_are_watched(root):
    told: list[str] = []
    watching = Preview(root, ServeOptions(Showing(DAY))).watching(told.append)
    assert list(watching.folders) == [root / "content", root / "partners"]
    watching.rebuild()
    assert told == ["no errors, no warnings\n"]
