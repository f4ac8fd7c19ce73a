"""Write what is generated from the code: two references, and the demo's schemas and workflows."""
# ruff: noqa: INP001 - a script of this folder, not a package

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from pavgen.app.codehost import codeowners, workflows
from pavgen.app.schema import ENDING, schemas
from pavgen.kernel import codes
from pavgen.kernel.codes.code import Code
from pavgen.model.decode import RECORD_TYPES
from pavgen.model.schema.fields import Record, fields_of
from pavgen.model.schema.jsonschema import records_within
from pavgen.model.schema.kinds import Kind, ScalarKind
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.render.codehost.codeowners import PATH as CODEOWNERS

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    "program": "content/program.yaml",
    "standing": "content/standing/<partner>.yaml",
    "listing": "partners/<partner>/listing.yaml",
    "site": "content/sites/<site>.yaml",
    "policy": "content/placement/policy.yaml",
    "solution": "content/solutions/<solution>.md",
    "hub": "content/hubs/<hub>/index.md",
    "article": "content/hubs/<hub>/<article>.md",
    "page": "content/pages/**/*.md",
    "event": "content/events/<event>/event.yaml",
    "floorplan": "content/events/<event>/floorplan.yaml",
    "agenda": "content/events/<event>/agenda.yaml",
    "owners": "content/owners.yaml",
}
NOTE = "<!-- Written by `python3 dev.py docs` from the code; edit the code, not this file. -->"


def main() -> int:
    """Write the files that differ; with --check only name them, and fail."""
    check = sys.argv[1:] == ["--check"]
    stale = [path for path, text in generated().items() if _differs(path, text)]
    for path in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(generated()[path], encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)} {'is out of date' if check else 'written'}\n")
    return 1 if check and stale else 0


def generated() -> dict[Path, str]:
    """Return every generated file's text by its path."""
    made, owners, flows = schemas(ROOT), codeowners(ROOT), workflows(ROOT, "main")
    if not (made.ok and owners.ok and flows.ok):
        raise SystemExit("the demo programme has errors; run `pavgen check`")
    return {
        ROOT / "docs" / "diagnostics.md": diagnostics(),
        ROOT / "docs" / "records.md": records(),
        **{ROOT / "schema" / f"{name}{ENDING}": text for name, text in made.value.items()},
        ROOT / CODEOWNERS: owners.value,
        **{ROOT / path: text for path, text in flows.value.items()},
    }


def diagnostics() -> str:
    """Write the reference of all codes, by topic."""
    lines = [NOTE, "# What pavgen may say", "", *_DIAGNOSTICS_HEAD.splitlines(), ""]
    for topic, rows in _by_topic().items():
        lines += [f"## {topic}", "", "| code | what is wrong | how to mend it |", "|---|---|---|"]
        lines += [f"| `{c.id}` | {_cell(c.title)} | {_cell(c.remedy)} |" for c in rows]
        lines.append("")
    return "\n".join(lines)


def records() -> str:
    """Write the reference of all records, one table for each type and each record within."""
    lines = [NOTE, "# Records", "", *_RECORDS_HEAD.splitlines(), ""]
    lines += [f"- [`{FILES[name]}`](#{name})" for name in RECORD_TYPES]
    lines.append("")
    for name, record in RECORD_TYPES.items():
        lines += [f"## {name}", "", f"`{FILES[name]}`: {_doc(record)}", "", *_table(record)]
        for below in _below(record, set()):
            lines += [f"### {below.__name__}", "", _doc(below), "", *_table(below)]
    return "\n".join(lines)


def _below(record: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    for field in fields_of(record):
        for found, _, _ in records_within(field.kind):
            if found not in seen:
                seen.add(found)
                yield found
                yield from _below(found, seen)


def _table(record: type[Record]) -> list[str]:
    rows = [
        f"| `{f.name}` | {'yes' if f.needed else ''} | {_cell(_kind(f.kind))} | {_cell(f.doc)} |"
        for f in fields_of(record)
    ]
    return ["| key | needed | value | what it is |", "|---|---|---|---|", *rows, ""]


def _kind(kind: Kind[object]) -> str:
    match kind:
        case ListOf():
            return f"list of up to {kind.most}: {_kind(kind.item)}"
        case MapOf():
            return f"keys, each with {_kind(kind.item)}"
        case ScalarKind():
            return kind.noun()
        case _:
            names = [f"`{record.__name__}`" for record, _, _ in records_within(kind)]
            return " or ".join(names) or "a condition"


def _by_topic() -> dict[str, list[Code]]:
    """Sort the codes into the modules of their tables, each titled by its docstring."""
    found: dict[str, list[Code]] = {}
    for module in sorted(iter_modules(codes.__path__), key=lambda m: m.name):
        loaded = import_module(f"{codes.__name__}.{module.name}")
        topic = (loaded.__doc__ or "").strip().removeprefix("Codes for ").rstrip(".")
        rows = [
            row
            for table in vars(loaded).values()
            if isinstance(table, tuple)
            for row in table
            if isinstance(row, Code)
        ]
        if rows:
            found[topic[:1].upper() + topic[1:]] = sorted(rows, key=lambda code: code.id)
    return found


def _doc(record: type[Record]) -> str:
    return (record.__doc__ or "").strip().partition("\n")[0]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


_DIAGNOSTICS_HEAD = """\
Every finding has the form

    path:line:column: error[code] field: what is wrong; what would be right

with the line quoted under it. This is the list of all codes. Errors stop a build, warnings do
not (unless you give `--strict`). The message itself is more exact than the general advice here:
it names the value it found and, where one is near, the value you may have meant.
"""

_RECORDS_HEAD = """\
Every file a project may hold, and every key in it. Unknown keys are errors, lists and texts have
limits, and each reference (a tier, a type, a partner …) must exist. Numbers, dates and codes are
written as they are: `NO` is Norway and `012` a booth; quotes are needed only where YAML asks for
them. Markdown files begin with these keys between two lines `---`.

Editors that know the YAML language server check as you type when a file begins with

    # yaml-language-server: $schema=<path to>/schema/<type>.schema.json

`pavgen schema --out schema` writes these schemas with your own vocabularies in them.
"""

if __name__ == "__main__":
    sys.exit(main())
