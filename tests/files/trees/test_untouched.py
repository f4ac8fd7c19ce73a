from pavgen.files.trees.untouched import state_of_output
from pavgen.files.writer import write_site


def written(tmp_path, files):
    write_site(tmp_path / "output/main", files, site_id="main", project=tmp_path)
    return state_of_output(tmp_path / "output/main", tmp_path)


def test_state_is_that_of_the_files(tmp_path):
    one = written(tmp_path, {"a.html": b"a", "b/c.html": b"c"})
    other = written(tmp_path, {"a.html": b"a", "b/c.html": b"d"})
    assert "" not in {one, other}
    assert one != other
    assert written(tmp_path, {"a.html": b"a", "b/c.html": b"c"}) == one


def test_output_that_was_meddled_with_has_no_state(tmp_path):
    written(tmp_path, {"a.html": b"a"})
    (tmp_path / "output/main/b.html").write_text("stray")
    assert state_of_output(tmp_path / "output/main", tmp_path) == ""


def test_output_that_nobody_wrote_has_no_state(tmp_path):
    assert state_of_output(tmp_path / "output/main", tmp_path) == ""
