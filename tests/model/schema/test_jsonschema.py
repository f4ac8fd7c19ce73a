"""JSON Schemas: valid by their own standard, and of one mind with the decoder."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from pavgen.kernel.canonical import readable_json
from pavgen.model.decode import RECORD_TYPES
from pavgen.model.records.program import Program
from pavgen.model.records.site import Site
from pavgen.model.schema.jsonschema import schema_of

ROOT = Path(__file__).resolve().parents[3]
FILES = [
    *(("listing", path) for path in sorted(ROOT.glob("partners/*/listing.yaml"))),
    *(("standing", path) for path in sorted(ROOT.glob("content/standing/*.yaml"))),
    *(("site", path) for path in sorted(ROOT.glob("content/sites/*.yaml"))),
    ("program", ROOT / "content/program.yaml"),
    ("policy", ROOT / "content/placement/policy.yaml"),
]


def written(name, record, words):
    """Return a schema as a program reads it."""
    return json.loads(readable_json(schema_of(name, record, words)))


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_record_type_has_a_valid_schema(name):
    Draft202012Validator.check_schema(written(name, RECORD_TYPES[name], {}))


@pytest.mark.parametrize(("name", "path"), FILES, ids=[str(p.relative_to(ROOT)) for _, p in FILES])
def test_files_of_the_demo_programme_satisfy_their_schema(name, path):
    class Texts(yaml.SafeLoader):
        """YAML whose dates stay texts, as in JSON."""

    Texts.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    record = yaml.load(path.read_text(), Texts)  # noqa: S506 - a subclass of the safe loader
    validator = Draft202012Validator(written(name, RECORD_TYPES[name], {}))
    assert [error.message for error in validator.iter_errors(record)] == []


def test_words_of_the_programme_become_closed_lists():
    schema = written("listing", RECORD_TYPES["listing"], {"regions": ("dach", "de")})
    assert schema["properties"]["regions"]["items"] == {"enum": ["dach", "de"]}


def test_an_unknown_key_is_refused_and_a_needed_one_required():
    schema = written("listing", RECORD_TYPES["listing"], {})
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["name", "tagline", "website", "types"]
    assert schema["properties"]["types"]["minItems"] == 1


def test_a_record_that_holds_itself_is_described_once():
    schema = written("program", Program, {})
    assert schema["$defs"]["Term"]["properties"]["children"]["items"] == {"$ref": "#/$defs/Term"}


def test_the_records_of_a_variant_are_told_apart_by_its_tag():
    schema = written("site", Site, {})
    assert schema["$defs"]["HubSection"]["properties"]["kind"] == {
        "description": "`hub`",
        "const": "hub",
    }
