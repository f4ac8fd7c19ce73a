"""What has changed since the last look."""

import os

import pytest

from pavgen.serve.looking import Look


@pytest.fixture
def look(tmp_path):
    """Look at two folders, of which one holds three files, and pass over hidden names."""
    (tmp_path / "content/pages").mkdir(parents=True)
    for name in ("a.yaml", "pages/b.md", "pages/c.md"):
        (tmp_path / "content" / name).write_text("text")
    found = Look(tmp_path, ("content", "partners"), lambda name: name.startswith("."))
    found.everywhere()
    return found


def test_the_first_look_finds_every_file_and_the_second_nothing(look):
    fresh = Look(look.root, look.folders, look.passes_over)
    assert fresh.everywhere() == ["content/a.yaml", "content/pages/b.md", "content/pages/c.md"]
    assert fresh.everywhere() == []


def test_reading_is_no_change(look):
    (look.root / "content/a.yaml").read_text()
    assert look.everywhere() == []


def test_a_file_that_was_written_to_is_found_in_its_folder(look):
    (look.root / "content/pages/b.md").write_text("other text")
    assert look.at(["content"]) == []
    assert look.at(["content/pages"]) == ["content/pages/b.md"]
    assert look.at(["content/pages"]) == []


def test_a_file_of_the_same_size_and_time_in_place_of_another_is_found(look):
    file = look.root / "content/a.yaml"
    was = file.stat()
    (look.root / "content/new").write_text("tixt")
    os.utime(look.root / "content/new", ns=(was.st_atime_ns, was.st_mtime_ns))
    (look.root / "content/new").rename(file)
    assert look.at(["content"]) == ["content/a.yaml"]


def test_names_that_are_passed_over_change_nothing(look):
    (look.root / "content/.a.swp").write_text("x")
    (look.root / "content/.git").mkdir()
    (look.root / "content/.git/index").write_text("x")
    assert look.at(["content", "content/.git"]) == []
    assert look.everywhere() == []


def test_a_file_that_came_and_went_between_two_looks_changed_nothing(look):
    (look.root / "content/tmp").write_text("x")
    (look.root / "content/tmp").unlink()
    assert look.at(["content"]) == []


def test_new_folders_are_looked_at_whole(look):
    (look.root / "partners/ada/more").mkdir(parents=True)
    (look.root / "partners/ada/listing.yaml").write_text("x")
    (look.root / "partners/ada/more/a.md").write_text("x")
    assert look.at(["partners"]) == ["partners/ada/listing.yaml", "partners/ada/more/a.md"]


def test_a_folder_that_went_takes_its_files_with_it(look):
    for name in ("b.md", "c.md"):
        (look.root / "content/pages" / name).unlink()
    (look.root / "content/pages").rmdir()
    assert look.at(["content/pages"]) == ["content/pages/b.md", "content/pages/c.md"]
    assert look.everywhere() == []


def test_a_folder_that_was_renamed_is_gone_and_new(look):
    (look.root / "content/pages").rename(look.root / "content/texts")
    assert look.at(["content"]) == [
        "content/pages/b.md", "content/pages/c.md", "content/texts/b.md", "content/texts/c.md"
    ]  # fmt: skip


def test_a_folder_in_place_of_a_file_and_a_file_in_place_of_a_folder(look):
    file, folder = look.root / "content/a.yaml", look.root / "content/pages"
    file.unlink()
    folder.rename(file)
    folder.write_text("text")
    assert look.at(["content"]) == [
        "content/a.yaml", "content/a.yaml/b.md", "content/a.yaml/c.md",
        "content/pages", "content/pages/b.md", "content/pages/c.md",
    ]  # fmt: skip


def test_a_folder_that_is_watched_may_come_later_and_go(look):
    (look.root / "partners").mkdir()
    (look.root / "partners/x").write_text("x")
    assert look.everywhere() == ["partners/x"]
    (look.root / "partners/x").unlink()
    (look.root / "partners").rmdir()
    assert look.at([""]) == []
    assert look.everywhere() == ["partners/x"]


def test_links_are_not_followed(look):
    (look.root / "content/loop").symlink_to(look.root / "content")
    assert look.everywhere() == ["content/loop"]
    assert look.everywhere() == []


def test_hints_that_lie_elsewhere_lead_nowhere(look):
    (look.root / "output").mkdir()
    (look.root / "output/x").write_text("x")
    assert look.at(["", "output", "output/y/z"]) == []


def test_a_hint_at_a_folder_that_was_never_seen_leads_to_the_nearest_that_was(look):
    (look.root / "content/new/deep").mkdir(parents=True)
    (look.root / "content/new/deep/a.md").write_text("x")
    assert look.at(["content/new/deep"]) == ["content/new/deep/a.md"]
