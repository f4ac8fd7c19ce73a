"""Files written from a project: compared, and written."""

from pavgen.app.generated import stale_files, write_generated


def test_files_are_stale_until_they_are_written(tmp_path):
    texts = {"page.json": "{}\n", "more/site.json": "{}\n"}
    (tmp_path / "more").mkdir()
    (tmp_path / "more/site.json").write_text("[]")
    assert stale_files(tmp_path, texts) == ("more/site.json", "page.json")
    written = write_generated(tmp_path, texts)
    assert written.value.created == ("page.json",)
    assert written.value.updated == ("more/site.json",)
    assert stale_files(tmp_path, texts) == ()


def test_a_link_in_the_place_of_a_file_is_stale_and_is_not_written_through(tmp_path):
    (tmp_path / "aside").write_text("{}\n")
    (tmp_path / "page.json").symlink_to("aside")
    assert stale_files(tmp_path, {"page.json": "{}\n"}) == ("page.json",)
    written = write_generated(tmp_path, {"page.json": "[]\n"})
    assert [found.code for found in written.diagnostics] == ["target-kind"]
    assert (tmp_path / "aside").read_text() == "{}\n"
