"""`pavgen placement forecast`: coming turns."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import click

from pavgen.app.placement_forecast import (
    DrawAhead,
    ForecastAnswer,
    ForecastRequest,
    ListForecast,
    placement_forecast,
)
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give, show_progress
from pavgen.cli.tables import table
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.place.forecasting import MOST_PERIODS, NextTurns, Turn
from pavgen.render.reports.amounts import UNKNOWN
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.statement_words import RESTS_ON

_EXAMPLES = """\b
Examples:
  pavgen placement forecast
  pavgen placement forecast --opportunity home-spotlight --periods 26
  pavgen placement forecast --partner nordwind --periods 104
  pavgen placement forecast --format json | jq '.lists[0].turns[1].shown[0]'
"""
_FEW = 3


@click.command(epilog=_EXAMPLES)
@click.option("--opportunity", default="", metavar="ID", help="Only this list; default: all.")
@click.option("--partner", default="", metavar="SLUG", help="Only this partner's turns.")
@click.option(
    "--periods",
    type=click.IntRange(1, MOST_PERIODS),
    default=12,
    show_default=True,
    help="How many periods after the open one.",
)
@as_of_option
@form_option("Tables for people, or one JSON object.")
@click.pass_context
def command(
    context: click.Context,
    *,
    opportunity: str,
    partner: str,
    periods: int,
    as_of: date | None,
    form: Literal["text", "json"],
) -> int:
    """Tell who comes when, with today's partners and policy.

    It is no promise: coming turns change when anyone joins or leaves, when a weight or the
    policy changes, and when a pin is set. Who has waited keeps what it is owed all the same.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    show_progress("forecasting")
    answer = placement_forecast(ForecastRequest(root, day, periods, opportunity, partner))
    show_progress("")
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if has_errors(answer.diagnostics):
        return status_of(answer.diagnostics)
    found = answer.value
    if form == "json":
        lists = [_as_json(listed, found) for listed in found.lists]
        head: dict[str, Json] = {"format": FORMAT, "as_of": day.isoformat(), "rests_on": RESTS_ON}
        draws: list[Json] = [_draw_json(draw) for draw in found.draws]
        give(readable_json({**head, "lists": lists, **({"draws": draws} if draws else {})}))
    else:
        blocks = ["\n".join(_lines(listed, found, partner)) for listed in found.lists]
        told = [_draw_line(draw) for draw in found.draws]
        give("\n\n".join([*blocks, *told, *([RESTS_ON] if blocks else [])]) + "\n")
    return status_of(answer.diagnostics)


def _lines(listed: ListForecast, found: ForecastAnswer, partner: str) -> Iterator[str]:
    turns = listed.forecast.turns
    yield f"{listed.forecast.opportunity}: {plain(listed.title)}"
    if partner:
        for coming in listed.turns.values():
            own = [_own_cells(turn, coming.partner) for turn in turns]
            yield table(("period", "from", "position", "of", ""), own)
            yield from _coming_lines(listed, coming)
        return
    few = min(_FEW, listed.forecast.slots or _FEW)
    heads = [str(place + 1) for place in range(few)]
    yield table(("period", "from", *heads, ""), [_cells(turn, found, few) for turn in turns])
    if listed.turns:
        yield ""
        seats = listed.forecast.slots is not None
        columns = ("partner", "now", "next first", "next shown" if seats else "next in first 3")
        rows = [_next_cells(listed, coming, found) for coming in listed.turns.values()]
        yield table(columns, rows)


def _draw_line(draw: DrawAhead) -> str:
    when = f"it was held on {draw.on}" if draw.is_over else f"it will be held on {draw.on}"
    return (
        f"{draw.opportunity}: {plain(draw.title)}\n"
        f"a draw for the event {draw.event}: {when}, and no turn of it comes again;"
        f" `pavgen placement show {draw.opportunity}` tells what each has"
    )


def _draw_json(draw: DrawAhead) -> Json:
    return {
        "opportunity": draw.opportunity,
        "title": draw.title,
        "event": draw.event,
        "on": draw.on.isoformat(),
    }


def _cells(turn: Turn, found: ForecastAnswer, few: int) -> tuple[str, ...]:
    names = [plain(found.names.get(i, i)) for i in turn.shown[:few]]
    names += [UNKNOWN] * (few - len(names))
    return (turn.period.label, turn.period.first.isoformat(), *names, _note(turn))


def _own_cells(turn: Turn, partner: str) -> tuple[str, ...]:
    place = str(turn.shown.index(partner) + 1) if partner in turn.shown else UNKNOWN
    first = turn.period.first.isoformat()
    return (turn.period.label, first, place, str(len(turn.shown)), _note(turn))


def _note(turn: Turn) -> str:
    if not turn.is_kept:
        return "hard constraints cannot be kept"
    return "recorded" if turn.is_recorded else ""


def _next_cells(listed: ListForecast, coming: NextTurns, found: ForecastAnswer) -> tuple[str, ...]:
    second = coming.top if listed.forecast.slots is None else coming.shown
    return (
        plain(found.names.get(coming.partner, coming.partner)),
        str(coming.position or UNKNOWN),
        _label(listed, coming.first),
        _label(listed, second),
    )


def _coming_lines(listed: ListForecast, coming: NextTurns) -> Iterator[str]:
    asked = [("next first", coming.first)]
    if listed.forecast.slots is None:
        asked.append(("next in the first 3", coming.top))
    else:
        asked.append(("next shown", coming.shown))
    for what, when in asked:
        if when is None:
            reach = len(listed.forecast.turns) - 1
            yield f"{what}: not within {reach} periods; look further with `--periods`"
        else:
            period = listed.forecast.turns[when].period
            yield f"{what}: {period.label}, {period.first} to {period.last}"


def _label(listed: ListForecast, when: int | None) -> str:
    return UNKNOWN if when is None else listed.forecast.turns[when].period.label


def _as_json(listed: ListForecast, found: ForecastAnswer) -> Json:
    forecast = listed.forecast
    return {
        "opportunity": forecast.opportunity,
        "title": listed.title,
        "group": forecast.group,
        "slots": forecast.slots,
        "turns": [
            {
                "period": turn.period.label,
                "first": turn.period.first.isoformat(),
                "last": turn.period.last.isoformat(),
                "recorded": turn.is_recorded,
                "kept": turn.is_kept,
                "shown": [found.slugs.get(i, i) for i in turn.shown],
                "waiting": turn.waiting,
            }
            for turn in forecast.turns
        ],
        "partners": [
            {
                "partner": slug,
                "position": coming.position or None,
                "next_first": _period_json(listed, coming.first),
                "next_top_3": _period_json(listed, coming.top),
                "next_shown": _period_json(listed, coming.shown),
            }
            for slug, coming in listed.turns.items()
        ],
    }


def _period_json(listed: ListForecast, when: int | None) -> Json:
    return None if when is None else listed.forecast.turns[when].period.label
