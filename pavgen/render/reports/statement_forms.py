"""A statement as Markdown, as CSV for a spreadsheet, and as JSON for programs."""

import re

from pavgen.kernel.canonical import Json
from pavgen.place.statements import GroupStatement, PlaceNow, Statement, StatementRow
from pavgen.render.reports.amounts import decimal, exact_places
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.statement_page import COLUMNS, UNITS, cells_of, totals_of
from pavgen.render.reports.statement_words import (
    RESTS_ON,
    absence_sentence,
    account_sentences,
    now_sentences,
    span_words,
    takes_part,
    title_words,
    verify_sentences,
)
from pavgen.security.csvcells import csv_cell

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")
_HEADINGS = (
    "group",
    "period",
    "first_day",
    "last_day",
    "presence",
    "position",
    "weight",
    "turn",
    "due",
    "entitled",
    "received",
    "difference",
    "balance",
    "late",
    "left",
)


def statement_markdown(statement: Statement) -> str:
    """Return the statement as Markdown; every text of a record is escaped."""
    drawn = f"Drawn up for {statement.as_of}, {span_words(statement)}."
    lines = [
        f"# {_plain(statement.name)}: placement statement",
        "",
        f"{_plain(statement.programme)}. {drawn} Partner id `{statement.partner}`.",
        "",
    ]
    for place in filter(takes_part, statement.places):
        lines += [f"## {_plain(place.title)}", "", *_items(now_sentences(place)), ""]
    if statement.places:
        lines += [_plain(absence_sentence(statement)), "", RESTS_ON, ""]
    for draw in statement.draws:
        head, *rest = (_plain(step) for step in draw.steps)
        lines += [f"## {_plain(draw.title)}", "", head, "", *_items(tuple(rest)), ""]
    for account in statement.accounts:
        lines += [f"## Account: {_plain(title_words(account))}", ""]
        lines += [*_items(account_sentences(account)), ""]
        lines += [*_table(account), ""] if account.rows else []
        lines += [*verify_sentences(account), ""]
    if statement.accounts:
        lines += [UNITS, ""]
    if statement.contact:
        lines += [f"Questions and complaints: {_plain(statement.contact)}", ""]
    return "\n".join(lines)


def statement_csv(statement: Statement) -> str:
    """Return the rows of all accounts: quoted cells, lines ended by CRLF, headings first.

    Amounts are exact, in first places. A text that a spreadsheet could run gets a `'`.
    """
    rows: list[tuple[str, ...]] = [_HEADINGS]
    rows += [_csv_row(account, row) for account in statement.accounts for row in account.rows]
    return "".join(",".join(f'"{_doubled(cell)}"' for cell in row) + "\r\n" for row in rows)


def statement_json(statement: Statement) -> dict[str, Json]:
    """Return the statement as one JSON object; amounts are millionths of a first place."""
    return {
        "format": FORMAT,
        "as_of": statement.as_of.isoformat(),
        "from": statement.first.isoformat() if statement.first else None,
        "to": statement.last.isoformat() if statement.last else None,
        "partner": {
            "id": statement.partner,
            "slug": statement.slug or None,
            "name": statement.name,
        },
        "places": [_place_json(place) for place in statement.places],
        "accounts": [_account_json(account) for account in statement.accounts],
        "draws": [
            {"opportunity": d.opportunity, "group": d.group, "told": list(d.steps)}
            for d in statement.draws
        ],
    }


def _items(sentences: tuple[str, ...]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences]


def _table(account: GroupStatement) -> list[str]:
    rows = (COLUMNS, ("---",) * len(COLUMNS), *cells_of(account), totals_of(account))
    return [f"| {' | '.join(row)} |" for row in rows]


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _csv_row(account: GroupStatement, row: StatementRow) -> tuple[str, ...]:
    return (
        csv_cell(account.group),
        csv_cell(row.period),
        row.first.isoformat() if row.first else "",
        row.last.isoformat() if row.last else "",
        row.presence,
        str(row.position or ""),
        str(row.weight or ""),
        str(int(row.turn)),
        decimal(row.due, 6),
        exact_places(row.entitled),
        exact_places(row.received),
        exact_places(row.difference),
        exact_places(row.balance),
        str(int(row.late)),
        str(int(row.left)),
    )


def _doubled(cell: str) -> str:
    return cell.replace('"', '""')


def _place_json(place: PlaceNow) -> Json:
    coming = place.coming
    labels = [period.label for period in place.periods]
    return {
        "opportunity": place.opportunity,
        "period": labels[0],
        "recorded": place.is_recorded,
        "position": coming.position or None,
        "of": place.of,
        "next_first": None if coming.first is None else labels[coming.first],
        "next_top_3": None if coming.top is None else labels[coming.top],
        "next_shown": None if coming.shown is None else labels[coming.shown],
        "forecast_until": labels[-1],
    }


def _account_json(account: GroupStatement) -> Json:
    return {
        "group": account.group,
        "strategy": account.strategy,
        "slots": account.slots,
        "head": account.head,
        "entries": account.entries,
        "carried": account.carried,
        "entitled": account.entitled,
        "received": account.received,
        "difference": account.received - account.entitled,
        "turns": account.turns,
        "due": str(account.due),
        "owed": list(account.owed),
        "told": list(account_sentences(account)),
        "rows": [_row_json(row) for row in account.rows],
    }


def _row_json(row: StatementRow) -> Json:
    return {
        "period": row.period,
        "first": row.first.isoformat() if row.first else None,
        "last": row.last.isoformat() if row.last else None,
        "presence": row.presence,
        "position": row.position or None,
        "weight": row.weight or None,
        "turn": row.turn,
        "due": str(row.due),
        "entitled": row.entitled,
        "received": row.received,
        "difference": row.difference,
        "balance": row.balance,
        "late": row.late,
        "left": row.left,
    }
