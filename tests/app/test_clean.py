"""`clean`: only what pavgen wrote goes."""

from pavgen.app.clean import Cleaned, clean
from pavgen.files.outdir import MARKER, marker_bytes


def written_site(folder, site):
    (folder / "acme").mkdir(parents=True)
    (folder / MARKER).write_bytes(marker_bytes(site))
    (folder / "acme" / "index.html").write_text("page")


def test_sites_with_the_marker_and_the_cache_are_removed(tmp_path):
    written_site(tmp_path / "output/partners", "partners")
    (tmp_path / ".pavgen-cache").mkdir()
    (tmp_path / ".pavgen-cache/lock").write_text("1")
    assert clean(tmp_path).value == Cleaned(
        (tmp_path / "output/partners", tmp_path / ".pavgen-cache"), ()
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_elses_stays_and_is_named(tmp_path):
    written_site(tmp_path / "output/partners", "partners")
    (tmp_path / "output/mine").mkdir()
    (tmp_path / "output/mine/notes.txt").write_text("mine")
    assert clean(tmp_path).value.kept == (tmp_path / "output/mine",)
    assert (tmp_path / "output/mine/notes.txt").read_text() == "mine"


def test_links_are_not_followed(tmp_path):
    written_site(tmp_path / "elsewhere", "partners")
    (tmp_path / "project/output").mkdir(parents=True)
    (tmp_path / "project/output/partners").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "project/.pavgen-cache").symlink_to(tmp_path / "elsewhere")
    assert clean(tmp_path / "project").value == Cleaned()
    assert (tmp_path / "elsewhere/acme/index.html").is_file()


def test_another_output_folder_is_cleaned_on_request(tmp_path):
    written_site(tmp_path / "preview/partners", "partners")
    assert clean(tmp_path / "project", tmp_path / "preview").value.removed == (
        tmp_path / "preview/partners",
    )
    assert (tmp_path / "preview").is_dir()


def test_nothing_to_remove_is_no_error(tmp_path):
    assert clean(tmp_path).value == Cleaned()
