"""How findings are told: at the place of a key, with partners by their slugs, rules in words."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import assert_never

from pavgen.kernel.diagnostics import Diagnostic, Severity
from pavgen.model.programme import Programme
from pavgen.model.schema.fields import Source
from pavgen.place.partners import partners_by_id
from pavgen.place.rounds import AtLeast, Cap, Constraint, Cooldown, Separate

_MOST = 12


def error(source: Source, code: str, field: str, what: str, remedy: str) -> Diagnostic:
    """Return an error at the place of a key, else of what the key would stand in."""
    return Diagnostic(source.at(field), code, what, remedy, field)


def warning(source: Source, code: str, field: str, what: str, remedy: str) -> Diagnostic:
    """Return a warning at the place of a key, else of what the key would stand in."""
    return replace(error(source, code, field, what, remedy), severity=Severity.WARNING)


def quoted(words: Sequence[str], link: str = "and") -> str:
    """Join words in backticks: `` `a`, `b` and `c` ``; of many only the first are named."""
    named = [f"`{word}`" for word in words[:_MOST]]
    if len(words) > _MOST:
        return f"{', '.join(named)} {link} {len(words) - _MOST} more"
    return f" {link} ".join(part for part in (", ".join(named[:-1]), *named[-1:]) if part)


def slugs_of(programme: Programme, ids: Collection[str]) -> tuple[str, ...]:
    """Return the slugs of partners by id, sorted; an id that nobody has any more stands as it is.

    Findings are read beside the files, and these are named by slugs.
    """
    known = partners_by_id(programme)
    return tuple(sorted(known[i].slug if i in known else i for i in ids))


def in_words(constraint: Constraint) -> str:
    """Tell a constraint as a clause in quotation marks."""
    return f"“{_clause(constraint)}”"


def _clause(constraint: Constraint) -> str:
    match constraint:
        case Separate("competitors", distance):
            return f"competitors stand {distance} or more positions apart"
        case Separate(_, distance):
            return f"partners with a common label stand {distance} or more positions apart"
        case Cap(most, "partner", across):
            counted = f", those in {quoted(across)} counted" if across else ""
            return f"at most {most} {'seat' if most == 1 else 'seats'} for a partner{counted}"
        case Cap(most, per):
            verb = "is" if most == 1 else "are"
            return f"at most {most} of each {per.replace('_', ' ')} {verb} shown"
        case Cooldown(periods):
            last = "last period" if periods == 1 else f"last {periods} periods"
            return f"who was shown in the {last} pauses"
        case AtLeast(least, words):
            verb = "is" if least == 1 else "are"
            return f"at least {least} {verb} shown of those who meet `{words}`"
        case _:
            assert_never(constraint)
