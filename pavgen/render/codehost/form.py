"""The form for partners without git: an issue with the fields of a listing, for staff to enter."""

import json
from collections.abc import Iterator, Mapping, Sequence

from pavgen.model.imports.terms import Word
from pavgen.model.records.listing import Listing
from pavgen.model.schema.fields import Field, fields_of
from pavgen.model.schema.kinds import Choice, Kind, Ref, ScalarKind
from pavgen.model.schema.lists import ListOf

PATH = ".github/ISSUE_TEMPLATE/partner.yml"
LEFT_OUT = frozenset(
    {
        "print_name",
        "logo",
        "logo_dark",
        "seeks",
        "competes_with",
        "opt_out",
        "gives_reference",
        "accepts_reference_from",
        "reviewed",
    }
)
"""Keys of a listing that a person would not fill in here; the logo has a field of its own."""

_NOTE = "# Written by `pavgen workflows` from the programme's vocabularies: do not edit it here.\n"
_WELCOME = (
    "For partners who do not use git: fill in what you like, and the programme enters it for "
    "you. Only what is marked as needed has to be there at once. All who can see this page can see "
    "what you write."
)
_ABOUT = "What you do, for whom, and an example: up to 400 words. Headings and lists are fine."
_LOGO = "Drag a file here: SVG if there is one, else PNG of at least 400 pixels."
_RIGHT = "I may speak for this company, and its name and logo may be shown on the site."


def partner_form(words: Mapping[str, Sequence[Word]]) -> str:
    """Write the form; `words` are the vocabularies' ids and labels."""
    lines = [
        f"name: {_text('Become a partner')}",
        f"description: {_text('Be listed, or have your listing changed, without git.')}",
        f"title: {_text('Listing: ')}",
        "body:",
        *_markdown(_WELCOME),
        *_box("slug", "input", "The address of your profile", "Where there is one already."),
    ]
    for field in fields_of(Listing):
        if field.name not in LEFT_OUT:
            lines += _field(field, words)
    lines += _box("about", "textarea", "About", _ABOUT)
    lines += _box("logo", "textarea", "Logo", _LOGO)
    lines += [
        "  - type: checkboxes",
        "    id: right",
        "    attributes:",
        f"      label: {_text('Your right to say so')}",
        "      options:",
        f"        - label: {_text(_RIGHT)}",
        "          required: true",
    ]
    return _NOTE + "\n".join(lines) + "\n"


def _field(field: Field, words: Mapping[str, Sequence[Word]]) -> Iterator[str]:
    label = field.name.replace("_", " ").capitalize()
    doc = field.doc[:1].upper() + field.doc[1:] + "."
    kind: Kind[object] = field.kind.item if isinstance(field.kind, ListOf) else field.kind
    options: Sequence[str] = ()
    if isinstance(kind, Ref):
        options = [f"{word.label} ({word.id})" for word in words.get(kind.vocabulary, ())]
        if not options:
            return
    elif isinstance(kind, Choice):
        options = kind.options
    if options:
        yield from _dropdown(field, label, doc, options)
    else:
        plain = isinstance(field.kind, ScalarKind)
        what = "input" if plain else "textarea"
        ending = "" if plain else " One in a line."
        yield from _box(field.name, what, label, f"{doc}{ending}", needed=field.needed)


def _dropdown(field: Field, label: str, doc: str, options: Sequence[str]) -> Iterator[str]:
    yield from _head(field.name, "dropdown", label, doc)
    if isinstance(field.kind, ListOf):
        yield "      multiple: true"
    yield "      options:"
    for option in dict.fromkeys(options):
        yield f"        - {_text(option)}"
    yield from _needed(needed=field.needed)


def _box(name: str, what: str, label: str, doc: str, *, needed: bool = False) -> Iterator[str]:
    yield from _head(name, what, label, doc)
    yield from _needed(needed=needed)


def _head(name: str, what: str, label: str, doc: str) -> Iterator[str]:
    yield f"  - type: {what}"
    yield f"    id: {name}"
    yield "    attributes:"
    yield f"      label: {_text(label)}"
    yield f"      description: {_text(doc)}"


def _needed(*, needed: bool) -> Iterator[str]:
    if needed:
        yield "    validations:"
        yield "      required: true"


def _markdown(text: str) -> Iterator[str]:
    yield "  - type: markdown"
    yield "    attributes:"
    yield f"      value: {_text(text)}"


def _text(text: str) -> str:
    """Write a text as JSON, which YAML reads as the same text whatever is in it."""
    return json.dumps(text)
