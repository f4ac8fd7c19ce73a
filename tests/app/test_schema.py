"""`schema`: written, compared, and filled with the project's own words."""

import json
from pathlib import Path

from pavgen.app.schema import schemas
from pavgen.model.decode import RECORD_TYPES

ROOT = Path(__file__).resolve().parents[2]


def test_outside_a_project_every_type_has_a_schema_with_open_words():
    made = schemas(None)
    assert list(made.value) == list(RECORD_TYPES)
    assert json.loads(made.value["standing"])["properties"]["tier"]["type"] == "string"


def test_within_a_project_its_words_are_closed_lists():
    listing = json.loads(schemas(ROOT).value["standing"])
    assert listing["properties"]["tier"]["enum"] == ["principal", "advanced", "registered"]


def test_a_broken_project_is_reported_and_gives_no_schema(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/program.yaml").write_text("name: [")
    made = schemas(tmp_path)
    assert not made.ok
    assert made.value == {}
