"""`serve`: sites built in memory and put behind doors."""

from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new
from pavgen.app.serve import ServeOptions, open_doors, preview
from pavgen.model.programme import Showing

DAY = date(2026, 11, 21)


@pytest.fixture
def root(tmp_path) -> Path:
    folder: Path = tmp_path / "north-sea"
    assert new(NewRequest("project", "north-sea", folder, DAY)).ok
    return folder


def test_sites_are_built_in_memory_and_nothing_is_written(root):
    before = sorted(root.rglob("*"))
    built = preview(root, ServeOptions(Showing(DAY)))
    assert [site.site for site in built.value.sites] == ["partners"]
    assert b"<!doctype html>" in built.value.sites[0].files["index.html"]
    assert sorted(root.rglob("*")) == before


def test_each_site_has_a_door_of_its_own(root):
    options = ServeOptions(Showing(DAY), port=0, names=("Demo.Example",))
    sites = preview(root, options).value.sites
    doors = open_doors((*sites, *sites), options)
    try:
        assert len({door.port for door in doors}) == 2
        assert doors[0].site().files == sites[0].files
        assert "demo.example" in doors[0].hosts
    finally:
        for door in doors:
            door.listening.close()


def test_a_project_with_errors_gives_no_site(tmp_path):
    built = preview(tmp_path, ServeOptions(Showing(DAY)))
    assert built.value.sites == ()
    assert not built.ok
