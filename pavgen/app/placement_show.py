"""`placement show`: every list of a day, with positions, exposure and what decided."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.app.placed import placed
from pavgen.app.themes import standard_words
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.place.placement import Decision, GroupOrder, OpportunityPlacement, Placement
from pavgen.place.reasoning import exclusion_reason, short_reason
from pavgen.place.reasoning_draw import draw_of
from pavgen.place.sentences import Say, in_short, seed_in_words, sentence
from pavgen.place.strategies.registry import STRATEGIES

POLICY = "content/placement/policy.yaml"


@dataclass(frozen=True, slots=True)
class Row:
    """A partner in a list: its position from 1, what that is worth, and why it stands there.

    `place` is that in the order which the lists of a group share. In a draw `has` is what it
    got, in words, and its place is worth nothing by itself.
    """

    position: int
    place: int
    partner: str
    name: str
    tier: str
    exposure: int
    pinned: bool
    sponsored: bool
    why: str
    has: str | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """A partner that is not in a list, and what would change that."""

    partner: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class ShownList:
    """An opportunity's list in its period; `recorded` is its ledger entry, None: provisional."""

    opportunity: str
    title: str
    group: str
    strategy: str
    period: str
    first: date
    last: date
    recorded: int | None
    open_slots: int
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
    decided = placed(programme, as_of)
    unknown = unknown_opportunity(programme, opportunity)
    findings = in_order((*loaded.diagnostics, *decided.diagnostics, *unknown))
    if has_errors(findings):
        return Checked(ShownPlacement((), texts), findings)
    say = standard_words().say
    lists = tuple(
        _list(programme, decided.value, listed, say)
        for name, listed in decided.value.opportunities.items()
        if opportunity in {"", name}
    )
    return Checked(ShownPlacement(lists, texts), findings)


def unknown_opportunity(programme: Programme, opportunity: str) -> tuple[Diagnostic, ...]:
    """Say that there is no such list; nothing where none was named."""
    known = [name for name, _ in programme.policy.opportunities]
    if not opportunity or opportunity in known:
        return ()
    what = f"there is no opportunity `{opportunity}`"
    remedy = did_you_mean(opportunity, known)
    return (Diagnostic(Span(POLICY), "opportunity-unknown", what, remedy),)


def _list(
    programme: Programme, placement: Placement, listed: OpportunityPlacement, say: Say
) -> ShownList:
    group = placement.groups[listed.group]
    recorded = group.day.of.recorded
    return ShownList(
        opportunity=listed.opportunity,
        title=programme.policy.opportunity(listed.opportunity).title,
        group=listed.group,
        strategy=group.strategy,
        period=listed.period.label,
        first=listed.period.first,
        last=listed.period.last,
        recorded=None if recorded is None else recorded.seq,
        open_slots=listed.open_slots,
        rule=(STRATEGIES[group.strategy].promise, seed_in_words(group.seed, say)),
        shown=tuple(_row(programme, group, decision, say) for decision in listed.decisions),
        waiting=tuple(_row(programme, group, decision, say) for decision in listed.waiting),
        excluded=tuple(
            Absent(
                e.slug,
                programme.partners[e.slug].name,
                sentence(exclusion_reason(programme, group, listed, e, staff=True), say),
            )
            for e in listed.excluded
        ),
    )


def _row(programme: Programme, group: GroupOrder, decision: Decision, say: Say) -> Row:
    partner = programme.partners[decision.slug]
    draw = draw_of(programme, group)
    held = draw.hands.of(decision.partner) if draw is not None else ()
    return Row(
        position=decision.position,
        place=decision.reasons.place,
        partner=decision.slug,
        name=partner.name,
        tier=partner.standing.tier,
        exposure=decision.exposure,
        pinned=decision.reasons.pin is not None,
        sponsored=decision.reasons.sponsor is not None,
        why=sentence(short_reason(programme, group, decision), say),
        has=None if draw is None else ", ".join(in_short(draw.item(x), say) for x in held),
    )
