"""The blocks that embed something of the site: their forms, and judging a line by its form."""

import re

from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.prose import Embed, RecordLink
from pavgen.render.markdown.addresses import plain_address, record_link, record_target
from pavgen.render.markdown.blocks import CONTAINERS, EMBEDS
from pavgen.render.markdown.notes import Notes
from pavgen.security.problem import quoted


@dataclass(frozen=True, slots=True)
class Form:
    """How a block is written: the kind of record its argument names, and its options.

    `record` is empty for a block without an argument; `required` options must be given.
    """

    record: str = ""
    options: tuple[str, ...] = ()
    required: tuple[str, ...] = ()


_LISTED = ("limit", "title")
FORMS = {
    "article": Form("article"),
    "articles": Form("", ("hub", "topic", "partner", "series", *_LISTED)),
    "cta": Form("", ("label", "href", "note"), ("label", "href")),
    "event": Form("event"),
    "opportunity": Form("opportunity", _LISTED),
    "partner": Form("partner"),
    "partners": Form(
        "", ("type", "tier", "region", "segment", "industry", "solution_area", *_LISTED)
    ),
    "solution": Form("solution"),
    "solutions": Form("", ("partner", "solution_area", "industry", "segment", *_LISTED)),
}
"""One row for each name in `EMBEDS`."""

LIMIT_AT_MOST = 100


def judge_embed(
    kind: str, rest: str, line: int, notes: Notes
) -> tuple[Embed, tuple[RecordLink, ...]] | None:
    """Read one line as an embed and the records it names; None, with a note, when unknown."""
    form = FORMS.get(kind)
    if form is None:
        names = (*CONTAINERS, *EMBEDS)
        what = f"no block is called {quoted(kind)}"
        notes.error(line, "prose-block-unknown", what, did_you_mean(kind, names, len(names)))
        return None
    arguments, options = _pieces(rest, line, notes)
    records = [_argument(kind, form, arguments, line, notes)]
    records += [_option(kind, form, name, value, line, notes) for name, value in options]
    given = [name for name, _ in options]
    for name in sorted(n for n in set(given) if given.count(n) > 1):
        what = f"`{name}` is given twice"
        notes.error(line, "prose-block-option", what, "give each option once")
    for name in form.required:
        if name not in given:
            what = f"`{kind}` needs `{name}`"
            notes.error(line, "prose-block-option", what, f"write `{_example(kind, form)}`")
    embed = Embed(kind, " ".join(arguments), tuple(options), notes.span(line))
    return embed, tuple(record for record in records if record)


def _pieces(rest: str, line: int, notes: Notes) -> tuple[list[str], list[tuple[str, str]]]:
    arguments: list[str] = []
    options: list[tuple[str, str]] = []
    for found in _PIECE.finditer(rest):
        name, quotation, word, argument = found.groups()
        if argument is not None:
            arguments.append(argument)
        else:
            options.append((name, quotation if quotation is not None else word))
    if any('"' in value for value in (*arguments, *(value for _, value in options))):
        what = f"quotation marks do not pair in {quoted(rest)}"
        notes.error(line, "prose-block-option", what, 'write `name="some words"`')
    return arguments, options


def _argument(
    kind: str, form: Form, arguments: list[str], line: int, notes: Notes
) -> RecordLink | None:
    wanted = 1 if form.record else 0
    if len(arguments) != wanted:
        extra = " ".join(arguments)
        what = f"`{kind}` does not take {quoted(extra)}" if extra else f"`{kind}` names nothing"
        notes.error(line, "prose-block-argument", what, f"write `{_example(kind, form)}`")
        return None
    if wanted and record_target(form.record, arguments[0], line, notes):
        return RecordLink(form.record, arguments[0], "", notes.span(line))
    return None


def _option(
    kind: str, form: Form, name: str, value: str, line: int, notes: Notes
) -> RecordLink | None:
    if name not in form.options:
        what = f"`{kind}` has no option {quoted(name)}"
        remedy = did_you_mean(name, form.options) or "remove it"
        notes.error(line, "prose-block-option", what, remedy)
    elif not value.strip():
        notes.error(line, "prose-block-option", f"`{name}` is empty", "give it a value")
    elif name == "limit" and value not in _LIMITS:
        what = f"`limit` is {quoted(value)}"
        remedy = f"give a number from 1 to {LIMIT_AT_MOST}"
        notes.error(line, "prose-block-option", what, remedy)
    elif name == "partner" and record_target("partner", value, line, notes):
        return RecordLink("partner", value, "", notes.span(line))
    elif name == "href":
        return _href(value, line, notes)
    return None


def _href(value: str, line: int, notes: Notes) -> RecordLink | None:
    before = len(notes.found)
    record = record_link(value, line, notes)
    if record is None and len(notes.found) == before:
        plain_address(value, line, notes)
    return record


def _example(kind: str, form: Form) -> str:
    target = {"": "", "article": " hub/slug"}.get(form.record, " slug")
    options = "".join(f' {name}="…"' for name in form.required)
    return f"::: {kind}{target}{options}"


_LIMITS = frozenset(str(n) for n in range(1, LIMIT_AT_MOST + 1))
_PIECE = re.compile(r'([A-Za-z][\w-]*)=(?:"([^"]*)"|(\S*))|(\S+)')
