"""`schema`: the JSON Schema of every record type, with the project's own words in it."""

from collections.abc import Mapping
from pathlib import Path

from pavgen.app.importing import existing_project
from pavgen.kernel.canonical import readable_json
from pavgen.kernel.diagnostics import Checked, has_errors
from pavgen.model.decode import RECORD_TYPES
from pavgen.model.imports.terms import term_ids
from pavgen.model.schema.jsonschema import schema_of
from pavgen.model.schema.kinds import Vocabularies

ENDING = ".schema.json"


def schemas(root: Path | None) -> Checked[Mapping[str, str]]:
    """Return schemas by record type; within a project its vocabularies are closed lists.

    Words that grow with every partner, such as the partners' own slugs, stay open, so that a
    new partner does not put a committed schema out of date.
    """
    if root is None:
        return Checked(_texts({}))
    existing = existing_project(root)
    program, policy = existing.value.program, existing.value.policy
    if has_errors(existing.diagnostics) or program is None:
        return Checked({}, existing.diagnostics)
    words: Vocabularies = dict(term_ids(program))
    if policy is not None:
        words["opportunities"] = tuple(name for name, _ in policy.opportunities)
        words["groups"] = tuple(name for name, _ in policy.groups)
    return Checked(_texts(words), existing.diagnostics)


def _texts(words: Vocabularies) -> dict[str, str]:
    return {
        name: readable_json(schema_of(name, record, words)) for name, record in RECORD_TYPES.items()
    }
