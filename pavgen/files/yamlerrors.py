"""The YAML parser's complaints, said in the words of somebody who writes a listing."""

import re
from dataclasses import replace

from pavgen.files.text import shown
from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.kernel.values import dataclass
from pavgen.security.problem import quoted

_QUOTES = "put the whole value in quotes"
_KEY_WITHOUT_SPACE = re.compile(r"^[ ]*(?:- +)*([\w-]+):[^\s/]")
_KEY_AND_VALUE = re.compile(r"(?:^|[ ])[\w\"'-]+:[ ]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What the parser said and where, lines and columns from 0; `since` is where it began."""

    problem: str
    context: str
    line: int
    column: int
    since: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Wording:
    code: str
    what: str
    remedy: str
    at: tuple[int, int] | None = None


def syntax_finding(path: str, line_offset: int, text: str, fault: Fault) -> Diagnostic:
    """Word a parser's complaint: what is likely wrong, at the place where it is mended.

    The parser often stops lines after the slip; where the text shows the slip, the finding
    points there.
    """
    lines = text.split("\n")
    if fault.line >= len(lines):
        # At the end of the text the parser points to a line that is not there.
        fault = replace(fault, line=len(lines) - 1, column=len(lines[-1]))
    wording = next(filter(None, (rule(fault, lines) for rule in _RULES)), None)
    if wording is None:
        what = f"this is not YAML ({shown(fault.problem, 100) or 'no reason given'})"
        wording = _Wording("yaml-syntax", what, "compare the line with one that works")
    line, column = wording.at or (fault.line, fault.column)
    span = Span(path, line + 1 + line_offset, column + 1)
    return Diagnostic(span, wording.code, wording.what, wording.remedy)


def _tab(fault: Fault, lines: list[str]) -> _Wording | None:
    line = lines[fault.line]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent or fault.column > len(indent):
        return None
    at = (fault.line, indent.index("\t"))
    return _Wording("yaml-tab", "the line is indented with a tab", "indent with spaces", at)


def _open_quote(fault: Fault, lines: list[str]) -> _Wording | None:
    if fault.context != "while scanning a quoted scalar":
        return None
    quote = lines[fault.since[0]][fault.since[1] :][:1]
    what = f"the quote `{quote}` opens here and is never closed"
    remedy = f"close it with the same `{quote}`"
    return _Wording("yaml-quote", what, remedy, fault.since)


def _escape(fault: Fault, _lines: list[str]) -> _Wording | None:
    if "quoted scalar" not in fault.context:
        return None
    what = "a backslash within double quotes begins an escape that YAML does not know"
    remedy = "use single quotes, or write the backslash twice"
    return _Wording("yaml-escape", what, remedy)


def _first_character(fault: Fault, lines: list[str]) -> _Wording | None:
    if "cannot start any token" not in fault.problem:
        return None
    character = lines[fault.line][fault.column :][:1]
    shown = "a backquote" if character == "`" else quoted(character)
    return _Wording("yaml-quote", f"a value may not begin with {shown}", _QUOTES)


def _sigil(fault: Fault, _lines: list[str]) -> _Wording | None:
    for word, sign in (("alias", "*"), ("anchor", "&"), ("tag", "!")):
        if fault.context.endswith(f" {'an' if word[0] == 'a' else 'a'} {word}"):
            what = f"a value that begins with `{sign}` is {'an' if word[0] == 'a' else 'a'} {word}"
            return _Wording(f"yaml-{word}", what, _QUOTES, fault.since)
    return None


def _directive(fault: Fault, _lines: list[str]) -> _Wording | None:
    if "directive" not in fault.context and "incompatible" not in fault.problem:
        return None
    what = "a line that begins with `%` is a directive"
    return _Wording("yaml-directive", what, "delete it", fault.since)


def _after_document(fault: Fault, _lines: list[str]) -> _Wording | None:
    if "<document start>" not in fault.problem:
        return None
    what = "text stands after the end of the document"
    remedy = "keep one document in each file, all of it indented alike"
    return _Wording("yaml-second-document", what, remedy)


def _colon_in_value(fault: Fault, lines: list[str]) -> _Wording | None:
    if not fault.problem.startswith("mapping values"):
        return None
    if _KEY_AND_VALUE.search(lines[fault.line][: fault.column]):
        return _Wording("yaml-colon", "`: ` stands inside a value without quotes", _QUOTES)
    above = _line_above(lines, fault.line)
    slip = _missing_space(lines, above)
    if slip:
        return slip
    if ":" not in lines[above] and above != fault.line:
        return _missing_colon(lines, above)
    what = "the line is indented further than the value above it allows"
    return _Wording("yaml-indent", what, "line it up with the key above")


def _key_without_colon(fault: Fault, lines: list[str]) -> _Wording | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    return _missing_space(lines, fault.since[0]) or _missing_colon(lines, fault.since[0])


def _list_on_key_line(fault: Fault, lines: list[str]) -> _Wording | None:
    if "sequence entries are not allowed" not in fault.problem:
        return None
    if ":" in lines[fault.line][: fault.column]:
        what = "a list item `- ` stands on the line of its key"
        return _Wording("yaml-indent", what, "begin the list on a new line")
    what = "a list item `- ` stands where none can"
    return _Wording("yaml-indent", what, "line it up with the other items")


def _open_bracket(fault: Fault, lines: list[str]) -> _Wording | None:
    if "flow" not in fault.context:
        return None
    if "node content" in fault.problem:
        what = "a `[` or `{` opens before here, and its next item or its end is missing"
        return _Wording("yaml-bracket", what, f"complete it; if it is text, {_QUOTES}")
    sign = lines[fault.since[0]][fault.since[1] :][:1]
    pair = "]" if sign == "[" else "}"
    what = f"`{sign}` opens here and its `{pair}` does not follow"
    remedy = f"close it and put commas between items; if it is text, {_QUOTES}"
    return _Wording("yaml-bracket", what, remedy, fault.since)


def _out_of_line(fault: Fault, lines: list[str]) -> _Wording | None:
    if "parsing a block" not in fault.context:
        return None
    before, rest = lines[fault.line][: fault.column], lines[fault.line][fault.column :]
    if rest.startswith(":"):
        return _Wording("yaml-key-empty", "an entry has no key", "write a word before the `:`")
    if rest[:1] in {"]", "}", ","}:
        what = f"`{rest[:1]}` has no opening bracket before it"
        return _Wording("yaml-bracket", what, f"delete it; if it is text, {_QUOTES}")
    if before.rstrip()[-1:] in {'"', "'"}:
        what = "text stands after the closing quote"
        remedy = "put the whole value in quotes, and write a `'` inside single quotes twice"
        return _Wording("yaml-quote", what, remedy)
    what = f"`{shown(rest)}` does not line up with the lines above it"
    return _Wording("yaml-indent", what, "indent lines that belong together by the same spaces")


def _block_header(fault: Fault, _lines: list[str]) -> _Wording | None:
    if not fault.context.endswith("a block scalar"):
        return None
    what = "nothing may follow `|` or `>` on its line"
    remedy = f"begin the text on the next line, indented; if it is one line, {_QUOTES}"
    return _Wording("yaml-syntax", what, remedy)


_RULES = (
    _tab,
    _open_quote,
    _escape,
    _first_character,
    _sigil,
    _directive,
    _after_document,
    _colon_in_value,
    _key_without_colon,
    _list_on_key_line,
    _open_bracket,
    _out_of_line,
    _block_header,
)


def _line_above(lines: list[str], line: int) -> int:
    for above in range(line - 1, -1, -1):
        if lines[above].strip() and not lines[above].lstrip().startswith("#"):
            return above
    return line


def _missing_space(lines: list[str], line: int) -> _Wording | None:
    match = _KEY_WITHOUT_SPACE.match(lines[line])
    if match is None:
        return None
    what = f"no space after the colon of `{match.group(1)}:`"
    return _Wording("yaml-colon", what, "write a space after it", (line, match.end(1)))


def _missing_colon(lines: list[str], line: int) -> _Wording:
    text = lines[line].strip()
    column = len(lines[line]) - len(lines[line].lstrip())
    what = f"`{shown(text)}` has no `: ` after its key"
    return _Wording("yaml-colon", what, "write `key: value`", (line, column))
