import json

from pavgen.files.remembered import recall, remember

NAME = "ab" * 32


def test_value_is_recalled_as_it_was_remembered(tmp_path):
    remember(tmp_path, {NAME: {"b": [1, None], "a": "ü"}})
    assert recall(tmp_path, [NAME]) == {NAME: {"a": "ü", "b": [1, None]}}


def test_what_was_never_remembered_is_not_there(tmp_path):
    assert recall(tmp_path, [NAME, "../../etc/passwd"]) == {}


def test_changed_byte_is_as_if_it_were_not_there(tmp_path):
    remember(tmp_path, {NAME: [1, 2, 3]})
    [path] = (tmp_path / ".pavgen-cache/states").iterdir()
    path.write_text(path.read_text().replace("1", "7"))
    assert recall(tmp_path, [NAME]) == {}


def test_half_a_file_is_as_if_it_were_not_there(tmp_path):
    remember(tmp_path, {NAME: [1, 2, 3]})
    [path] = (tmp_path / ".pavgen-cache/states").iterdir()
    path.write_bytes(path.read_bytes()[:70])
    assert recall(tmp_path, [NAME]) == {}


def test_project_that_cannot_be_written_to_forgets(tmp_path):
    (tmp_path / ".pavgen-cache").write_text("a file where the folder should be")
    remember(tmp_path, {NAME: [1]})
    assert recall(tmp_path, [NAME]) == {}


def test_folder_does_not_grow_for_ever(tmp_path):
    remember(tmp_path, {f"{n:064x}": n for n in range(230)})
    assert len(list((tmp_path / ".pavgen-cache/states").iterdir())) == 200


def test_files_are_json_after_a_line_of_their_digest(tmp_path):
    remember(tmp_path, {NAME: {"a": 1}})
    text = (tmp_path / f".pavgen-cache/states/{NAME}.json").read_text()
    assert json.loads(text.partition("\n")[2]) == {"a": 1}
