"""`placement forecast`: coming turns of every list, or of one partner."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.place.forecasting import Forecast, NextTurns, forecasts, next_turns
from pavgen.place.placing import place

POLICY = "content/placement/policy.yaml"


@dataclass(frozen=True, slots=True)
class ForecastRequest:
    """How many periods after the open one; of one list or all, for one partner or all."""

    project: Path
    as_of: date
    periods: int = 12
    opportunity: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class ListForecast:
    """A list's coming turns, and when each partner asked for comes next, by slug."""

    title: str
    forecast: Forecast
    turns: Mapping[str, NextTurns]


@dataclass(frozen=True, slots=True)
class DrawAhead:
    """A draw: it is held once, on a day, and what it gives stands for the whole event."""

    opportunity: str
    title: str
    event: str
    on: date
    is_over: bool


@dataclass(frozen=True, slots=True)
class ForecastAnswer:
    """The lists asked for; `slugs` and `names` are by id, `texts` the sources, for quoting.

    Draws have no coming turns; they are told by themselves.
    """

    lists: tuple[ListForecast, ...] = ()
    draws: tuple[DrawAhead, ...] = ()
    slugs: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def placement_forecast(request: ForecastRequest) -> Checked[ForecastAnswer]:
    """Return the coming turns with today's files; none when a finding is an error."""
    loaded = load_project(request.project)
    texts, programme = loaded.value.texts, loaded.value.programme
    findings = list(loaded.diagnostics)
    if not has_errors(findings):
        findings += place(programme, request.as_of).diagnostics
        findings += _unknown(programme, request)
    if has_errors(findings):
        return Checked(ForecastAnswer(texts=texts), in_order(findings))
    wanted = programme.partner(request.partner) if request.partner else None
    lists = tuple(
        _list(programme, forecast, wanted.id if wanted else "")
        for forecast in forecasts(programme, request.as_of, request.periods)
        if request.opportunity in {"", forecast.opportunity}
    )
    slugs = {partner.id: slug for slug, partner in programme.partners.items()}
    names = {partner.id: partner.name for partner in programme.partners.values()}
    draws = tuple(_draws(programme, request))
    return Checked(ForecastAnswer(lists, draws, slugs, names, texts), in_order(findings))


def _draws(programme: Programme, request: ForecastRequest) -> Iterator[DrawAhead]:
    for name, record in programme.policy.opportunities:
        group = programme.policy.group(record.group)
        asked = request.opportunity in {"", name}
        if group.strategy == "pick" and group.event is not None and asked:
            on = group.event.from_
            yield DrawAhead(name, record.title, group.event.id, on, on <= request.as_of)


def _unknown(programme: Programme, request: ForecastRequest) -> tuple[Diagnostic, ...]:
    found = []
    known = [name for name, _ in programme.policy.opportunities]
    if request.opportunity not in {"", *known}:
        what = f"there is no opportunity `{request.opportunity}`"
        remedy = did_you_mean(request.opportunity, known)
        found.append(Diagnostic(Span(POLICY), "opportunity-unknown", what, remedy))
    if request.partner and programme.partner(request.partner) is None:
        what = f"there is no partner `{request.partner}`"
        remedy = did_you_mean(request.partner, programme.partners)
        found.append(Diagnostic(Span("content/standing"), "partner-unknown", what, remedy))
    return tuple(found)


def _list(programme: Programme, forecast: Forecast, partner: str) -> ListForecast:
    title = programme.policy.opportunity(forecast.opportunity).title
    seen = {i for turn in forecast.turns for i in turn.shown}
    asked = (
        [partner] if partner else sorted(p.id for p in programme.partners.values() if p.id in seen)
    )
    slugs = {known.id: slug for slug, known in programme.partners.items()}
    return ListForecast(title, forecast, {slugs[i]: next_turns(forecast, i) for i in asked})
