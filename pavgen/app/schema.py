"""`schema`: the JSON Schema of every record type, with the project's own words in it."""

from collections.abc import Mapping
from pathlib import Path

from pavgen.app.importing import existing_project
from pavgen.files.create import CreateResult, create_files
from pavgen.files.plainfile import read_file
from pavgen.kernel.canonical import readable_json
from pavgen.kernel.diagnostics import Checked, has_errors
from pavgen.model.decode import RECORD_TYPES
from pavgen.model.imports.terms import term_ids
from pavgen.model.schema.jsonschema import schema_of
from pavgen.model.schema.kinds import Vocabularies

ENDING = ".schema.json"
_MOST = 8 * 1024 * 1024


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


def write_schemas(out: Path, texts: Mapping[str, str]) -> Checked[CreateResult]:
    """Write `<type>.schema.json` files; older ones are replaced."""
    files = {f"{name}{ENDING}": text.encode() for name, text in texts.items()}
    return create_files(out, files, update=True)


def stale_schemas(out: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of schema files that are missing or not what would be written."""
    return tuple(
        f"{name}{ENDING}"
        for name, text in sorted(texts.items())
        if read_file(str(out / f"{name}{ENDING}"), _MOST) != text.encode()
    )


def _texts(words: Vocabularies) -> dict[str, str]:
    return {
        name: readable_json(schema_of(name, record, words)) for name, record in RECORD_TYPES.items()
    }
