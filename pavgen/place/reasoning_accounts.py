"""What an account, a turn or a ticket said for a partner when the places were given out."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import islice

from pavgen.kernel.indexing import once
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Group
from pavgen.place.entitlement import share_by_weight
from pavgen.place.inputs import group_period
from pavgen.place.periods import Period
from pavgen.place.reasoning_kinds import Reason, ReasonKind, Says
from pavgen.place.reasoning_scene import Scene
from pavgen.place.rounds import PLACE, GroupRule
from pavgen.place.strategies.balanced import Accrual
from pavgen.place.strategies.quota import QuotaTurn
from pavgen.place.strategies.rotation import RotationTurn

_TOLD = (1, 3, 10)
_PLAIN_SHARE = 100
"""A share with a greater denominator is told as about so many of a hundred."""

_OTHERS = 5


def weight(scene: Scene, identity: str) -> Reason:
    """Tell a partner's weight, and where it comes from."""
    number = scene.order.whereabouts.weights[identity]
    return weighed(scene.programme, scene.rule, scene.partners.get(identity), number)


def weighed(programme: Programme, rule: GroupRule, partner: Partner | None, number: int) -> Reason:
    """Tell a weight by its source; the tier is named while the weight is still that of it."""
    if rule.weights == "none":
        return Reason(ReasonKind.WEIGHT, {"how": "none", "weight": number})
    if rule.weights == "standing":
        return Reason(ReasonKind.WEIGHT, {"how": "standing", "weight": number})
    tiers = {tier.id: tier for tier in programme.program.tiers}
    tier = None if partner is None else tiers.get(partner.standing.tier)
    if tier is None or tier.weight != number:
        return Reason(ReasonKind.WEIGHT, {"how": "recorded", "weight": number})
    says: Says = {"how": "tier", "weight": number, "tier": tier.id, "label": tier.label}
    return Reason(ReasonKind.WEIGHT, says)


def balanced(scene: Scene, turn: Accrual, identity: str) -> tuple[Reason, ...]:
    """Tell what a partner was entitled to and owed, and what that counted at its position.

    The prefixes told are the first 1, 3 and 10 places and those up to its own; the account
    is that before the period's places were given out, this period's entitlement included.
    """
    place = scene.place_in_pool(identity)
    depth = len(turn.columns)
    told = sorted(k for k in {*_TOLD, place} if k <= depth)
    owed = turn.owed(identity)
    account = tuple(
        Reason(ReasonKind.OWED, {"how": "prefix", "n": k, "owed": owed[k - 1]}) for k in told
    )
    entitled = tuple(
        Reason(
            ReasonKind.ENTITLED,
            {"how": "prefix", "n": k, "share": _entitled(scene, turn, identity, k)},
        )
        for k in told
    )
    found = [weight(scene, identity)]
    if told:
        found.append(Reason(ReasonKind.ENTITLED, {"how": "all"}, entitled))
        found.append(Reason(ReasonKind.OWED, {"how": "account"}, account))
    return (*found, score(turn.worth(identity, place), place))


def score(total: int, place: int) -> Reason:
    """Tell what an account came to at a place; `total` is in PLACEs of exposure."""
    how = "owed" if total > 0 else "had" if total < 0 else "even"
    return Reason(ReasonKind.OWED, {"how": how, "score": abs(total) // PLACE, "position": place})


def quota(scene: Scene, turn: QuotaTurn, identity: str) -> tuple[Reason, ...]:
    """Tell a partner's share of the seats, its account, and whether its turn was due."""
    found = [
        weight(scene, identity),
        _share(turn.shares[identity]),
        Reason(ReasonKind.OWED, {"how": "seats", "owed": in_places(turn.owed[identity])}),
        due(turn.due[identity].deadline if identity in turn.due else None),
    ]
    others = len(turn.due) - (identity in turn.due)
    if others:
        due_too = (i for i in turn.order if i in turn.due and i != identity)
        names = tuple(
            Reason(ReasonKind.OTHER, {"partner": other, "name": scene.name(other)})
            for other in islice(due_too, min(others, _OTHERS))
        )
        found.append(Reason(ReasonKind.DUE, {"how": "others", "n": others}, names))
    return tuple(found)


def due(deadline: int | None) -> Reason:
    """Tell whether a turn was due, and how many periods it might still have waited."""
    if deadline is None:
        return Reason(ReasonKind.DUE, {"how": "not"})
    if deadline <= 0:
        return Reason(ReasonKind.DUE, {"how": "now"})
    return Reason(ReasonKind.DUE, {"how": "within", "n": deadline})


def rotation(scene: Scene, turn: RotationTurn, identity: str) -> tuple[Reason, ...]:
    """Tell when the cycle began, how far it has come, and the place in this period's row."""
    members = len(turn.order)
    says: Says = {
        "how": "cycle",
        "began": _began(scene.programme.policy.group(scene.master.group), scene.order.period, turn),
        "turn": turn.t % (2 * members if members % 2 else members) + 1,
        "n": 2 * members if members % 2 else members,
        "place": scene.order.whereabouts.rows[identity],
    }
    return (Reason(ReasonKind.ROW, says),)


def in_places(amount: Fraction) -> int:
    """Return an exact amount of places in billionths, rounded towards nothing."""
    whole = abs(amount.numerator) * PLACE // amount.denominator
    return whole if amount >= 0 else -whole


def _entitled(scene: Scene, turn: Accrual, identity: str, k: int) -> int:
    pinned = sum(1 for position in turn.pool.pinned if position <= k)
    known = scene.order.whereabouts
    return share_by_weight(known.classes[turn.pool.name], k - pinned)[known.weights[identity]]


def _share(share: Fraction) -> Reason:
    if not share:
        return Reason(ReasonKind.SHARE, {"how": "none", "share": 0})
    exact = share.denominator <= _PLAIN_SHARE
    percent = (200 * share.numerator + share.denominator) // (2 * share.denominator)
    says: Says = {
        "how": "exact" if exact else "about",
        "share": in_places(share),
        "count": share.numerator if exact else percent,
        "n": share.denominator if exact else 100,
    }
    return Reason(ReasonKind.SHARE, says)


@once()
def _began(group: Group, period: Period, turn: RotationTurn) -> str:
    """Return the label of the period in which the cycle began that a turn belongs to."""
    for _ in range(turn.t):
        if period.first == date.min:
            break
        period = group_period(group, period.first - timedelta(days=1))
    return period.label
