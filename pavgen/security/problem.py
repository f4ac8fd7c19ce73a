"""What this layer finds in a text: problems without a file, since it knows no files."""

from pavgen.kernel.values import dataclass

SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in a piece of text; the model layer adds file, line and field.

    `code` is the id of a row in `kernel.codes.names`; `offset` counts characters from 0
    within the text judged; `what` and `remedy` read as in `Diagnostic`.
    """

    code: str
    offset: int
    what: str
    remedy: str


def quoted(text: str) -> str:
    r"""Show a piece of the user's text in backticks: one line, bounded, nothing invisible.

    What cannot be seen is written as `\u{202e}`, so that a message can neither hide
    something nor steer a terminal, a log or a markdown comment.
    """
    shown = "".join(_visible(c) for c in text[:SHOWN_CHARACTERS])
    return f"`{shown}…`" if len(text) > SHOWN_CHARACTERS else f"`{shown}`"


def _visible(character: str) -> str:
    if character == "`":
        return "'"
    if character.isprintable() and character not in _PRINTABLE_BUT_BLANK:
        return character
    return f"\\u{{{ord(character):x}}}"


_PRINTABLE_BUT_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
