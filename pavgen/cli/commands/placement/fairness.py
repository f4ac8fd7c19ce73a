"""`pavgen placement fairness`: how even the recorded placement has been."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Literal

import click

from pavgen.app.placement_fairness import GroupFairness, placement_fairness
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give
from pavgen.cli.tables import table
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.place.metrics.groups import ClassTotal, GroupMetrics
from pavgen.render.reports.amounts import decimal, first_places
from pavgen.render.reports.counting import counted
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.metric_words import METRIC_WORDS
from pavgen.render.reports.metrics_json import fraction_json, metrics_json
from pavgen.render.reports.quoting import plain

_EXAMPLES = """\b
Examples:
  pavgen placement fairness
  pavgen placement fairness --opportunity directory-list
  pavgen placement fairness --format json | jq '.groups[].metrics.gini'
"""
_NOTHING = "nothing is recorded yet; `pavgen placement record` begins the ledger"
_BROUGHT = {
    "first": "got the first wish",
    "wish": "got a later wish",
    "best": "got the best of the rest, all wishes being gone",
    "any": "had told no wishes and got the best of the rest",
}
_KINDS = {"tier": "tier", "home_region": "region", "type": "type"}


@click.command(epilog=_EXAMPLES)
@click.option(
    "--opportunity", default="", metavar="ID", help="Only the group of this list; default: all."
)
@as_of_option
@form_option("Tables for people, or one JSON object.")
@click.pass_context
def command(
    context: click.Context, *, opportunity: str, as_of: date | None, form: Literal["text", "json"]
) -> int:
    """Measure the recorded periods: shares, accounts, envy, droughts, and classes of partners.

    No single number says that a placement is fair; each one sees what the others miss.
    docs/metrics.md says exactly how each is worked out.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    answer = placement_fairness(root, day, opportunity)
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if has_errors(answer.diagnostics):
        return status_of(answer.diagnostics)
    if form == "json":
        groups = [_as_json(group) for group in answer.value.groups]
        give(readable_json({"format": FORMAT, "as_of": day.isoformat(), "groups": groups}))
    else:
        give("\n\n".join("\n".join(_lines(group)) for group in answer.value.groups) + "\n")
    return status_of(answer.diagnostics)


def _lines(found: GroupFairness) -> Iterator[str]:
    yield f"{found.group}: {plain(' · '.join(found.titles))} ({found.strategy})"
    if found.brought is not None:
        yield from _draw_lines(found.brought)
        return
    if found.metrics is None:
        yield _NOTHING
        return
    periods = counted(found.metrics.periods, "recorded period")
    yield f"{periods}, {found.first} to {found.last}; {counted(found.metrics.partners, 'partner')}"
    yield ""
    rows = [
        (words.title, words.of(found.metrics), words.unit, words.sentence) for words in METRIC_WORDS
    ]
    lists = "pairs that two lists of the group show in opposite orders; must be 0"
    rows.append(("contradictions", decimal(found.contradictions, 2), "", lists))
    yield table(("metric", "value", "in", "what it tells"), rows)
    for classes in found.classes:
        yield ""
        yield from _class_lines(classes)


def _draw_lines(brought: Mapping[str, int]) -> Iterator[str]:
    turns = sum(brought.values())
    yield "a draw: it gives booths or talks by turns and wishes, so there are no shares to measure"
    if turns:
        told = [(words, str(brought[way])) for way, words in _BROUGHT.items()]
        yield ""
        yield table(("turns", str(turns)), told)


def _class_lines(classes: GroupMetrics) -> Iterator[str]:
    ratio, awrf = decimal(classes.ratio, 3), _millionths(classes.awrf)
    yield (
        f"by {_KINDS[classes.by]}: worst served over best served {ratio}; shares as due (AWRF)"
        f" {awrf}; in every prefix (NDKL, 0 is best) {_millionths(classes.ndkl)}"
    )
    columns = (_KINDS[classes.by], "partners", "received", "entitled", "received / entitled")
    yield table(columns, [_class_cells(row) for row in classes.rows])


def _class_cells(row: ClassTotal) -> tuple[str, ...]:
    ratio = Fraction(row.received, row.entitled) if row.entitled else None
    return (
        plain(row.name) or "(none)",
        str(row.partners),
        first_places(row.received),
        first_places(row.entitled),
        decimal(ratio, 3),
    )


def _millionths(value: int | None) -> str:
    return decimal(None if value is None else Fraction(value, 10**6), 4)


def _as_json(found: GroupFairness) -> Json:
    return {
        "group": found.group,
        "strategy": found.strategy,
        "titles": list(found.titles),
        "first_period": found.first or None,
        "last_period": found.last or None,
        "metrics": None if found.metrics is None else metrics_json(found.metrics),
        "contradictions": fraction_json(found.contradictions),
        "classes": [_classes_json(classes) for classes in found.classes],
        **({} if found.brought is None else {"turns": dict(found.brought)}),
    }


def _classes_json(classes: GroupMetrics) -> Json:
    return {
        "by": classes.by,
        "ratio": fraction_json(classes.ratio),
        "awrf": classes.awrf,
        "ndkl": classes.ndkl,
        "rows": [
            {
                "class": row.name or None,
                "partners": row.partners,
                "received": row.received,
                "entitled": row.entitled,
            }
            for row in classes.rows
        ],
    }
