"""`placement fairness`: how even the recorded placement has been, group by group."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from fractions import Fraction
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.ledger import Ledger
from pavgen.model.programme import Programme
from pavgen.place.accounting import ledger_accounts
from pavgen.place.inputs import class_of
from pavgen.place.metrics.groups import GroupMetrics, group_metrics
from pavgen.place.metrics.kendall import contradiction_rate
from pavgen.place.metrics.table import Metrics, metrics_of
from pavgen.place.placement import Placement
from pavgen.place.placing import place
from pavgen.place.reasoning_draw import Draw, draw_of
from pavgen.place.reasoning_picks import got

POLICY = "content/placement/policy.yaml"
CLASSES = ("tier", "home_region", "type")


@dataclass(frozen=True, slots=True)
class GroupFairness:
    """The metrics of a group's recorded periods; None where nothing is recorded.

    `contradictions` is the rate among its lists on the day. `classes` are partners by tier,
    region and type, as they are today. Of a draw `brought` counts the turns that ended in the
    first wish, another wish, the best of the rest, or that without a wish; else it is None.
    """

    group: str
    strategy: str
    titles: tuple[str, ...]
    first: str
    last: str
    metrics: Metrics | None
    contradictions: Fraction
    classes: tuple[GroupMetrics, ...]
    brought: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class FairnessAnswer:
    """The groups asked for; `texts` are the sources by path, for quoting."""

    groups: tuple[GroupFairness, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def placement_fairness(root: Path, as_of: date, opportunity: str = "") -> Checked[FairnessAnswer]:
    """Measure the recorded periods of every group, or of the one an opportunity belongs to."""
    loaded = load_project(root)
    texts, programme = loaded.value.texts, loaded.value.programme
    if has_errors(loaded.diagnostics):
        return Checked(FairnessAnswer(texts=texts), loaded.diagnostics)
    placed = place(programme, as_of)
    findings = [*loaded.diagnostics, *placed.diagnostics, *_unknown(programme, opportunity)]
    if has_errors(findings):
        return Checked(FairnessAnswer(texts=texts), in_order(findings))
    wanted = programme.policy.opportunity(opportunity).group if opportunity else ""
    groups = tuple(
        _group(programme, placed.value, name)
        for name, _ in programme.policy.groups
        if wanted in {"", name}
    )
    return Checked(FairnessAnswer(groups, texts), in_order(findings))


def _unknown(programme: Programme, opportunity: str) -> tuple[Diagnostic, ...]:
    known = [name for name, _ in programme.policy.opportunities]
    if opportunity in {"", *known}:
        return ()
    what = f"there is no opportunity `{opportunity}`"
    remedy = did_you_mean(opportunity, known)
    return (Diagnostic(Span(POLICY), "opportunity-unknown", what, remedy),)


def _group(programme: Programme, placement: Placement, name: str) -> GroupFairness:
    draw = draw_of(programme, placement.groups[name], placement.as_of)
    ledger = programme.ledgers.get(name, Ledger(name))
    accounts = ledger_accounts(ledger) if draw is None else ()
    records = [row for row in programme.policy.opportunities if row[1].group == name]
    return GroupFairness(
        group=name,
        strategy=programme.policy.group(name).strategy,
        titles=tuple(record.title for _, record in records),
        first=accounts[0].period if accounts else "",
        last=accounts[-1].period if accounts else "",
        metrics=metrics_of(accounts) if accounts else None,
        contradictions=contradiction_rate([placement.order_of(known) for known, _ in records]),
        classes=tuple(
            group_metrics(accounts, dict(_classes(programme, by)), by) for by in CLASSES if accounts
        ),
        brought=None if draw is None else _brought(draw),
    )


def _brought(draw: Draw) -> dict[str, int]:
    ways = [got(draw, step).how for step in draw.steps if draw.is_held]
    return {way: ways.count(way) for way in ("first", "wish", "best", "any")}


def _classes(programme: Programme, by: str) -> Iterator[tuple[str, str]]:
    for partner in programme.partners.values():
        yield partner.id, class_of(partner, by)
