"""What a strategy that sorts looked at in a partner: ranks, matches, packages, tickets."""

from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import FixedOrder, Sponsor
from pavgen.place.inputs import matches
from pavgen.place.ordering import Measure
from pavgen.place.placement import GroupOrder
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.reasoning_scene import key_of, ranks_of

_SPELLINGS = frozenset({ReasonKind.SPELLING, ReasonKind.SLUG})


def measured(
    programme: Programme, master: GroupOrder, partner: Partner, sponsor: Sponsor | None
) -> tuple[Reason, ...]:
    """Tell what was compared, in turn; the ticket alone where nothing was."""
    found = [
        _measure(programme, master, partner, sponsor, kind, rank)
        for kind, rank in ranks_of(master, partner.id)
        if kind not in _SPELLINGS
    ]
    if not found or found[0].how in {"not", "ended"}:
        found.append(drawn(master, partner.id))
    return tuple(found)


def drawn(master: GroupOrder, identity: str) -> Reason:
    """Tell a partner's ticket, and whether a public source gave the chance behind it."""
    ticket = str(key_of(master, identity, Measure.TICKET).value)
    how = "committed" if master.seed.committed else "bare"
    return Reason(ReasonKind.DRAWN, {"how": how, "ticket": ticket})


def sponsored(bought: Sponsor) -> Reason:
    """Tell what was bought, and for which days."""
    says = {
        "package": bought.package,
        "from": bought.from_.isoformat(),
        "until": bought.until.isoformat(),
    }
    return Reason(ReasonKind.SPONSORED, says)


def _measure(
    programme: Programme,
    master: GroupOrder,
    partner: Partner,
    sponsor: Sponsor | None,
    kind: ReasonKind,
    rank: int,
) -> Reason:
    group = programme.policy.group(master.group)
    if kind is ReasonKind.LISTED and group.fixed is not None:
        return _listed(group.fixed, master, partner)
    if kind is ReasonKind.SCORE:
        return _score(programme, master, partner, rank)
    if kind is ReasonKind.PACKAGE and sponsor is not None:
        return sponsored(sponsor)
    return Reason(kind, {"how": "rank", "rank": rank})


def _listed(fixed: FixedOrder, master: GroupOrder, partner: Partner) -> Reason:
    until = fixed.until.isoformat()
    place = key_of(master, partner.id, Measure.LISTED).value
    if isinstance(place, int):
        reason = dict(fixed.reasons).get(partner.slug, fixed.reason)
        says: Says = {"how": "place", "rank": place, "until": until, "reason": reason}
        return Reason(ReasonKind.LISTED, says)
    how = "ended" if fixed.until < master.day.of.day else "not"
    return Reason(ReasonKind.LISTED, {"how": how, "until": until})


def _score(programme: Programme, master: GroupOrder, partner: Partner, rank: int) -> Reason:
    group = programme.policy.group(master.group)
    earned = zip(group.scores, matches(programme, group, partner, master.day.of.day), strict=True)
    parts = tuple(
        Reason(ReasonKind.MATCH, {"label": score.label, "count": score.score})
        for score, matched in earned
        if matched
    )
    total = sum(int(part.says["count"]) for part in parts)
    how = "matched" if parts else "none"
    return Reason(ReasonKind.SCORE, {"how": how, "total": total, "rank": rank}, parts)
