"""An order's account as charts, and as the table behind each."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pavgen.place.accounts import Line, PeriodAccount
from pavgen.plan.charts import (
    MOST_COLUMNS,
    Cell,
    Measured,
    band_chart,
    bar_chart,
    farthest,
    grid_chart,
)
from pavgen.plan.sections.fairness.measures import metric_rows
from pavgen.plan.sections.fairness.scope import Book, Scope
from pavgen.plan.views import AccountView, CellView, GridRow, SpreadRow, StandingRow


def account_view(scope: Scope, group: str) -> AccountView | None:
    """Show an order's account over all recorded periods; None while there are none.

    Its rows stand in the order of the day. Partners that are not shown any more have none:
    what became of them is nobody else's matter.
    """
    book = scope.books[group]
    if not book.accounts:
        return None
    lines = lines_of(book.told)
    rows = _rows(scope, group, book, lines)
    labels = [account.period for account in book.accounts]
    cells = _cells(scope, group, lines)
    drawn = farthest([row.difference for row in rows])
    first = max(0, len(labels) - MOST_COLUMNS)
    grid = [(row.name, cells[index]) for index, row in enumerate(rows)]
    return AccountView(
        periods=len(labels),
        first=labels[0],
        last=labels[-1],
        rows=rows,
        spread=tuple(_spread(label, owed) for label, owed in zip(labels, book.owed, strict=True)),
        grid=tuple(
            GridRow(row.name, row.href, tuple(_cell_view(c) for c in cells[index][first:]))
            for index, row in enumerate(rows)
        ),
        columns=tuple(labels[first:]),
        bars=bar_chart([Measured(row.name, row.entitled, row.received) for row in rows]),
        band=band_chart(labels, [list(owed.values()) for owed in book.owed]),
        squares=grid_chart(grid, labels, drawn),
        metrics=metric_rows(scope.frame, book.accounts),
        keeps_accounts=book.keeps_accounts,
        promises_shares=book.promises_shares,
        seats=book.seats,
    )


def lines_of(accounts: Sequence[PeriodAccount]) -> dict[str, list[Line | None]]:
    """Return each partner's line in every period, None where it took no part."""
    found: dict[str, list[Line | None]] = {}
    for index, account in enumerate(accounts):
        for line in account.lines:
            found.setdefault(line.partner, [None] * len(accounts))[index] = line
    return found


def _rows(
    scope: Scope, group: str, book: Book, lines: Mapping[str, Sequence[Line | None]]
) -> tuple[StandingRow, ...]:
    owed = book.owed[-1]
    rows = []
    for partner in scope.shown_in(group):
        own = [line for line in lines.get(partner.id, ()) if line is not None]
        if own:
            rows.append(
                StandingRow(
                    name=partner.name,
                    href=scope.partner_page(partner.slug),
                    periods=len(own),
                    weight=own[-1].weight,
                    entitled=sum(line.entitled for line in own),
                    received=sum(line.received for line in own),
                    owed=owed.get(partner.id) if book.keeps_accounts else None,
                )
            )
    return tuple(rows)


def _cells(
    scope: Scope, group: str, lines: Mapping[str, Sequence[Line | None]]
) -> list[list[Cell | None]]:
    return [
        [None if line is None else Cell(line.position, line.pinned) for line in lines[partner.id]]
        for partner in scope.shown_in(group)
        if partner.id in lines
    ]


@lru_cache(maxsize=2**15)
def _cell_view(cell: Cell | None) -> CellView:
    return CellView(None, pinned=False) if cell is None else CellView(cell.position, cell.pinned)


def _spread(label: str, owed: Mapping[str, int]) -> SpreadRow:
    ranked = sorted(owed.values()) or [0]
    at = [ranked[(len(ranked) - 1) * quarter // 4] for quarter in range(5)]
    return SpreadRow(label, *at)
