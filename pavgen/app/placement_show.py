"""`placement show`: every list of a day, with positions, exposure and what decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.programme import Programme
from pavgen.place.placement import Decision, OpportunityPlacement, Placement
from pavgen.place.placing import place
from pavgen.place.sentences import order_in_words, why_here, why_not

POLICY = "content/placement/policy.yaml"


@dataclass(frozen=True, slots=True)
class Row:
    """A partner in a list: its position from 1, what that is worth, and why it stands there."""

    position: int
    partner: str
    name: str
    tier: str
    exposure: int
    why: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A partner that is not in a list, and what would change that."""

    partner: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class ShownList:
    """An opportunity's list in its period."""

    opportunity: str
    title: str
    group: str
    strategy: str
    period: str
    first: date
    last: date
    rule: tuple[str, ...]
    shown: tuple[Row, ...]
    waiting: tuple[Row, ...]
    excluded: tuple[Absent, ...]


@dataclass(frozen=True, slots=True)
class ShownPlacement:
    """The lists asked for, and the texts of the sources for quoting."""

    lists: tuple[ShownList, ...]
    texts: Mapping[str, str]


def placement_show(root: Path, as_of: date, opportunity: str = "") -> Checked[ShownPlacement]:
    """Return all lists of a day, or one; none when a finding is an error."""
    loaded = load_project(root)
    texts = loaded.value.texts
    if has_errors(loaded.diagnostics):
        return Checked(ShownPlacement((), texts), loaded.diagnostics)
    programme = loaded.value.programme
    placed = place(programme, as_of)
    findings = in_order(
        (*loaded.diagnostics, *placed.diagnostics, *_unknown(programme, opportunity))
    )
    if has_errors(findings):
        return Checked(ShownPlacement((), texts), findings)
    lists = tuple(
        _list(programme, placed.value, listed)
        for name, listed in placed.value.opportunities.items()
        if opportunity in {"", name}
    )
    return Checked(ShownPlacement(lists, texts), findings)


def _unknown(programme: Programme, opportunity: str) -> tuple[Diagnostic, ...]:
    known = [name for name, _ in programme.policy.opportunities]
    if not opportunity or opportunity in known:
        return ()
    what = f"there is no opportunity `{opportunity}`"
    remedy = did_you_mean(opportunity, known)
    return (Diagnostic(Span(POLICY), "opportunity-unknown", what, remedy),)


def _list(programme: Programme, placement: Placement, listed: OpportunityPlacement) -> ShownList:
    group = placement.groups[listed.group]
    names = {slug: partner.name for slug, partner in programme.partners.items()}
    return ShownList(
        opportunity=listed.opportunity,
        title=programme.policy.opportunity(listed.opportunity).title,
        group=listed.group,
        strategy=group.strategy,
        period=listed.period.label,
        first=listed.period.first,
        last=listed.period.last,
        rule=order_in_words(group),
        shown=tuple(_row(decision, programme, names) for decision in listed.decisions),
        waiting=tuple(_row(decision, programme, names) for decision in listed.waiting),
        excluded=tuple(Absent(e.slug, names[e.slug], why_not(e)) for e in listed.excluded),
    )


def _row(decision: Decision, programme: Programme, names: Mapping[str, str]) -> Row:
    return Row(
        position=decision.position,
        partner=decision.slug,
        name=names[decision.slug],
        tier=programme.partners[decision.slug].standing.tier,
        exposure=decision.exposure,
        why=why_here(decision, names),
    )
