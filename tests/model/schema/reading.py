"""A value as text in a record of one key, decoded by its kind."""

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.records import decode_record

PATH = "partners/acme/listing.yaml"


def read(kind, text, rules=None, path=PATH):
    """Decode the YAML text as the value of `key`; return it with lines `line:column: code: …`."""
    into = Decoding(path, rules or Rules())
    value = kind.decode(node(f"key: {text}").get("key"), "key", into)
    return value, findings(into)


def decoded(record, text, path="content/any.yaml"):
    """Decode a whole record in which nothing may be wrong."""
    into = Decoding(path, Rules())
    value = decode_record(record, node(text, path), into)
    assert findings(into) == []
    return value


def node(text, path=PATH):
    checked = parse_yaml(path, text)
    assert checked.diagnostics == ()
    return checked.value


def findings(into):
    return [
        f"{d.span.line}:{d.span.column}: {d.code} {d.field}: {d.message}" for d in into.diagnostics
    ]
