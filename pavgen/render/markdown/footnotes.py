"""Footnotes of a staff text: judged for loose ends, written without a word of any language."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from pavgen.render.markdown.notes import Notes
from pavgen.render.markdown.rules import text_of
from pavgen.security.problem import quoted


def footnote_ids(tokens: list[Token]) -> list[str]:
    """Return the ids that footnotes and references to them will bear."""
    return [_note_id(t) for t in tokens if t.type == "footnote_open"] + [
        _reference_id(child)
        for token in tokens
        for child in token.children or ()
        if child.type == "footnote_ref"
    ]


def judge_footnotes(text: str, tokens: list[Token], notes: Notes) -> None:
    """Note references without a footnote, and footnotes without a reference.

    The first would show as brackets; the second would be lost without a word.
    """
    written = {_label(t): t for t in tokens if t.type == "footnote_open"}
    for token in tokens:
        for label in _REFERENCE.findall(text_of(token.children or [])):
            remedy = f"add a line `[^{label}]: text`"
            first = token.map[0] if token.map else 0
            before = token.content.partition(f"[^{label}]")[0]
            line = first + before.count("\n")
            what = f"footnote {quoted(label)} is not written"
            notes.warn(line, "prose-footnote-undefined", what, remedy)
    for line, label in _definitions(text, tokens):
        if label not in written:
            what = f"footnote {quoted(label)} is never referred to, so it is not shown"
            notes.warn(line, "prose-footnote-unused", what, f"refer to it: `[^{label}]`")


def write_footnote(token: Token) -> Token:
    """Put plain HTML in place of a token of the footnote rules; others stay as they are."""
    match token.type:
        case "footnote_ref":
            number = token.meta["id"] + 1
            link = f'<a href="#fn{number}" id="{_reference_id(token)}" role="doc-noteref">'
            html = f'<sup class="footnote-ref">{link}{number}</a></sup>'
        case "footnote_block_open":
            html = '<section class="footnotes" role="doc-endnotes">\n<ol>\n'
        case "footnote_block_close":
            html = "</ol>\n</section>\n"
        case "footnote_open":
            html = f'<li id="{_note_id(token)}">'
        case "footnote_close":
            html = "</li>\n"
        case "footnote_anchor":
            back = f'href="#{_reference_id(token)}" role="doc-backlink"'
            html = f' <a class="footnote-back" {back}>\u21a9\ufe0e</a>'
        case _:
            return token
    return Token("html_inline", "", 0, content=html)


def _definitions(text: str, tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Yield (line, label) of each footnote in the source, code apart."""
    code = [t.map for t in tokens if t.type in {"fence", "code_block", "html_block"} and t.map]
    for number, line in enumerate(text.split("\n")):
        found = _DEFINITION.match(line)
        if found and not any(first <= number < end for first, end in code):
            yield number, found.group(1)


def _label(token: Token) -> str:
    return str(token.meta.get("label"))


def _note_id(token: Token) -> str:
    return f"fn{token.meta['id'] + 1}"


def _reference_id(token: Token) -> str:
    again = token.meta.get("subId", 0)
    return f"fnref{token.meta['id'] + 1}" + (f"-{again + 1}" if again else "")


_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"[ >]*\[\^([^\]\s]+)\]:")
