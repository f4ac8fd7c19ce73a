"""A statement as one page to read, to print and to send."""

from pavgen.place.statements import GroupStatement, PlaceNow, Statement
from pavgen.render.reports.amounts import first_places
from pavgen.render.reports.charts import balance_chart
from pavgen.render.reports.page import rows_table, tag, write_page
from pavgen.render.reports.statement_words import (
    RESTS_ON,
    absence_sentence,
    account_sentences,
    coming_sentences,
    position_words,
    presence_words,
    span_words,
    takes_part,
    title_words,
    verify_sentences,
)
from pavgen.render.xml import Element

COLUMNS = (
    "period",
    "from",
    "how",
    "position",
    "weight",
    "entitled",
    "received",
    "difference",
    "running total",
)
_NUMERIC = frozenset({3, 4, 5, 6, 7, 8})
UNITS = (
    "Entitled, received, difference and running total are exposure in first places: the first"
    " position of a list is worth 1, the second 0.631, the third 0.500, as 1 / log2(1 + position)."
)


def statement_page(statement: Statement) -> str:
    """Return the statement as a self-contained HTML document."""
    body = [_header(statement), *_standing(statement)]
    for draw in statement.draws:
        head, *rest = draw.steps
        body += [tag("h2", draw.title), tag("p", tag("strong", head))]
        body.append(tag("ul", *(tag("li", step) for step in rest)))
    for account in statement.accounts:
        body += _account(account)
    if not statement.accounts and not statement.draws:
        body.append(tag("p", "No ledger names this partner yet."))
    body.append(_footer(statement))
    return write_page(f"Placement statement: {statement.name}", body)


def cells_of(account: GroupStatement) -> tuple[tuple[str, ...], ...]:
    """Return the rows of an account as texts, in the columns above; first what is carried."""
    carried = ("brought forward", *[""] * 7, first_places(account.carried, signed=True))
    return (*((carried,) if account.carried else ()), *_cells(account))


def totals_of(account: GroupStatement) -> tuple[str, ...]:
    """Return the last line of the table: the sums of its rows."""
    gap = account.received - account.entitled
    sums = (first_places(account.entitled), first_places(account.received))
    last = account.rows[-1].balance if account.rows else account.carried
    ends = (first_places(gap, signed=True), first_places(last, signed=True))
    return ("total", "", "", "", "", *sums, *ends)


def _cells(account: GroupStatement) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            row.period,
            row.first.isoformat() if row.first else "",
            presence_words(row),
            position_words(row),
            str(row.weight or "–"),
            first_places(row.entitled),
            first_places(row.received),
            first_places(row.difference, signed=True),
            first_places(row.balance, signed=True),
        )
        for row in account.rows
    )


def _header(statement: Statement) -> Element:
    drawn = (
        f"Drawn up for {statement.as_of}, {span_words(statement)}. Partner id {statement.partner}."
    )
    return tag(
        "header",
        tag("p", f"{statement.programme} · placement statement"),
        tag("h1", statement.name),
        tag("p", drawn),
    )


def _standing(statement: Statement) -> list[Element]:
    if not statement.places:
        return []
    cards = [_card(place) for place in statement.places if takes_part(place)]
    absent = absence_sentence(statement)
    return [
        tag("h2", "Where it stands, and what comes"),
        tag("div", *cards, class_="cards"),
        *((tag("p", absent),) if absent else ()),
        tag("p", RESTS_ON, class_="note"),
    ]


def _card(place: PlaceNow) -> Element:
    now = f"{place.coming.position} of {place.of}" if place.coming.position else "waiting"
    told = "recorded" if place.is_recorded else "provisional: not recorded yet"
    lines = (f"{place.periods[0].label}, {told}", *coming_sentences(place))
    paragraphs = [tag("p", line) for line in lines]
    return tag("section", tag("h3", place.title), tag("strong", now), *paragraphs, class_="card")


def _account(account: GroupStatement) -> list[Element]:
    listed = [tag("li", sentence) for sentence in account_sentences(account)]
    found = [tag("h2", title_words(account)), tag("ul", *listed)]
    if account.rows:
        curve = [account.carried, *(row.balance for row in account.rows)]
        labels = [account.rows[0].period, account.rows[-1].period]
        told = f"Running total, {first_places(curve[-1], signed=True)} first places at the end"
        caption = "Running total of what was received beyond entitlement; shaded: one first place."
        chart = tag("figure", balance_chart([curve], labels, told), tag("figcaption", caption))
        rows, total = cells_of(account), totals_of(account)
        table = rows_table(COLUMNS, rows, numeric=_NUMERIC, total=total, caption=UNITS)
        found += [chart, table]
    return found


def _footer(statement: Statement) -> Element:
    lines = [tag("h2", "How to check it")]
    for account in statement.accounts:
        ledger, how = verify_sentences(account)
        before, _, command = how.partition("`pavgen")
        code = tag("code", f"pavgen{command.removesuffix('`.')}")
        lines += [tag("p", ledger.replace("`", "")), tag("p", before.replace("`", ""), code)]
    if statement.contact:
        lines.append(tag("p", f"Questions and complaints: {statement.contact}"))
    return tag("footer", *lines)
