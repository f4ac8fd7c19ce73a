"""Why one partner stands before another: the first thing that sets them apart."""

from pavgen.place.reasoning_kinds import Reason, ReasonKind
from pavgen.place.reasoning_limits import move_of, refusal
from pavgen.place.reasoning_scene import Scene
from pavgen.place.rounds import PLACE
from pavgen.place.strategies.balanced import Accrual
from pavgen.place.strategies.quota import QuotaTurn
from pavgen.place.strategies.rotation import RotationTurn

_DRAWN = frozenset({"draw", "fixed", "pick"})


def ahead(scene: Scene, own: str, other: str) -> Reason:
    """Say why a partner stands before another."""
    says = {"partner": other, "name": scene.name(other)}
    return Reason(ReasonKind.AHEAD, says, (_Pair(scene, own, other, own).told(),))


def behind(scene: Scene, own: str, other: str) -> Reason:
    """Say why a partner stands after another."""
    says = {"partner": other, "name": scene.name(other)}
    return Reason(ReasonKind.BEHIND, says, (_Pair(scene, other, own, own).told(),))


class _Pair:
    """Two partners, the upper first, seen by one of them; what they differ in tells the form."""

    def __init__(self, scene: Scene, upper: str, lower: str, own: str) -> None:
        self.scene, self.upper, self.lower, self.own = scene, upper, lower, own
        self.other = lower if own == upper else upper
        self.side = "before" if own == upper else "after"

    def told(self) -> Reason:
        """Return what sets the two apart, in the order of what decides."""
        scene = self.scene
        joined = [i for i in (self.own, self.other) if i in scene.master.joined]
        if joined:
            return self._of(ReasonKind.ARRIVED, joined) if len(joined) == 1 else self._tie()
        pinned = [i for i in (self.own, self.other) if i in scene.order.whereabouts.pins]
        if pinned:
            return self._of(ReasonKind.PINNED, pinned)
        if scene.order.differs:
            return Reason(ReasonKind.DIFFERS, {"how": "pair"})
        places = scene.order.whereabouts.places
        if places[self.upper] > places[self.lower]:
            return self._moved()
        pools = scene.pool(self.own), scene.pool(self.other)
        return self._by_pool(*pools) if pools[0] != pools[1] else self._by_turn()

    def _of(self, kind: ReasonKind, concerned: list[str]) -> Reason:
        """Tell something that is the matter with one of the two, and settles it."""
        how = "self" if concerned[0] == self.own else "other"
        says = {"how": how, "period": self.scene.master.period.label}
        return Reason(kind, {**says, "name": self.scene.name(concerned[0])})

    def _moved(self) -> Reason:
        """Tell that the lower was moved back; else that the rules for all asked for it."""
        move = move_of(self.scene.order, self.lower)
        parts = () if move is None else refusal(self.scene, move)
        if not parts:
            return Reason(ReasonKind.DIFFERS, {"how": "pair"})
        how = "by-self" if self.lower == self.own else "by-other"
        return Reason(ReasonKind.MOVED, {"how": how, "name": self.scene.name(self.lower)}, parts)

    def _by_pool(self, own: str, other: str) -> Reason:
        kind = ReasonKind.CLASS if self.scene.rule.strategy == "apportion" else ReasonKind.BLOCK
        labels = {"label": label_of(self.scene, own), "other": label_of(self.scene, other)}
        return Reason(kind, {"how": self.side, "pool": own, **labels})

    def _by_turn(self) -> Reason:
        match self.scene.turn(self.own):
            case Accrual() as turn:
                return self._by_account(turn)
            case QuotaTurn() as turn:
                return self._by_urgency(turn)
            case RotationTurn():
                return Reason(ReasonKind.ROW, {"how": self.side})
            case _:
                return self._by_rank()

    def _by_account(self, turn: Accrual) -> Reason:
        """Compare what both were owed at the place that the upper one got."""
        place = self.scene.place_in_pool(self.upper)
        own, other = (turn.worth(i, place) for i in (self.own, self.other))
        if own == other:
            return self._tie()
        numbers = {"own": _exposure(own), "other": _exposure(other)}
        by = abs(own - other) // PLACE
        return Reason(
            ReasonKind.OWED, {"how": self.side, "position": place, "score": by, **numbers}
        )

    def _by_urgency(self, turn: QuotaTurn) -> Reason:
        own, other = turn.due.get(self.own), turn.due.get(self.other)
        name = self.scene.name(self.other)
        if own is None and other is None:
            return self._by_seats(turn)
        if own is None or other is None:
            return Reason(ReasonKind.DUE, {"how": f"alone-{self.side}", "name": name})
        if own.deadline != other.deadline:
            numbers = {"own": own.deadline, "other": other.deadline}
            return Reason(ReasonKind.DUE, {"how": f"sooner-{self.side}", "name": name, **numbers})
        if own == other:
            return self._tie()
        return Reason(ReasonKind.DUE, {"how": f"next-{self.side}", "name": name})

    def _by_seats(self, turn: QuotaTurn) -> Reason:
        by = abs(turn.owed[self.own] - turn.owed[self.other])
        if not by:
            return self._tie()
        owed = by.numerator * PLACE // by.denominator
        return Reason(ReasonKind.OWED, {"how": f"seats-{self.side}", "owed": owed})

    def _by_rank(self) -> Reason:
        pairs = zip(self.scene.ranks(self.own), self.scene.ranks(self.other), strict=False)
        for (kind, own), (_, other) in pairs:
            if own != other:
                return Reason(kind, {"how": self.side, "own": own, "other": other})
        return self._tie()

    def _tie(self) -> Reason:
        """Tell both tickets; where nothing else is compared they are no tie-break but the draw."""
        says = {"ticket": self.scene.ticket(self.own), "against": self.scene.ticket(self.other)}
        drawn = not self.scene.ranks(self.own) and self.scene.rule.ordering in _DRAWN
        how = f"draw-{self.side}" if drawn else self.side
        return Reason(ReasonKind.TIE, {"how": how, **says})


def label_of(scene: Scene, pool: str) -> str:
    """Return what visitors call a block or class: a tier, a region or a type of partner."""
    words = scene.programme.words
    by = scene.rule.by or "tier"
    tree = {"tier": words.tiers, "home_region": words.regions, "type": words.partner_types}[by]
    return tree[pool].label if pool in tree else pool


def _exposure(score: int) -> int:
    """Return a score in millionths of a first place, rounded towards nothing."""
    return score // PLACE if score >= 0 else -(-score // PLACE)
