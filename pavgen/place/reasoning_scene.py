"""What reasons are looked up in: a group's order on a day, with names for ids."""

from collections.abc import Mapping

from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner, Programme
from pavgen.place.engine import Turn
from pavgen.place.groups import PeriodOrder
from pavgen.place.ordering import Key, Measure
from pavgen.place.partners import partners_by_id
from pavgen.place.placement import GroupOrder
from pavgen.place.reasoning_kinds import ReasonKind
from pavgen.place.rounds import GroupRule, Round

COMPARED: Mapping[Measure, ReasonKind] = {
    Measure.POINTS: ReasonKind.POINTS,
    Measure.JOINED: ReasonKind.JOINED,
    Measure.CERTIFICATIONS: ReasonKind.CERTIFICATIONS,
    Measure.APPLIED: ReasonKind.APPLIED,
    Measure.LISTED: ReasonKind.LISTED,
    Measure.SCORE: ReasonKind.SCORE,
    Measure.PACKAGE: ReasonKind.PACKAGE,
    Measure.THEN: ReasonKind.THEN,
    Measure.NAME: ReasonKind.NAME,
    Measure.SPELLING: ReasonKind.SPELLING,
    Measure.SLUG: ReasonKind.SLUG,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A group's order on a day; `partners` are by id, for names in reasons."""

    programme: Programme
    master: GroupOrder
    partners: Mapping[str, Partner]

    @property
    def order(self) -> PeriodOrder:
        """The period's order."""
        return self.master.day.of

    @property
    def rule(self) -> GroupRule:
        """The rule that holds in the period."""
        return self.order.rule

    @property
    def round(self) -> Round:
        """What went into the period."""
        return self.order.round

    def name(self, identity: str) -> str:
        """Return a partner's public name; its id where the records know it no more."""
        partner = self.partners.get(identity)
        return identity if partner is None else partner.name

    def pool(self, identity: str) -> str:
        """Return the block or class of a partner; empty where there is one pool of all."""
        return self.order.whereabouts.pools.get(identity, "")

    def turn(self, identity: str) -> Turn | None:
        """Return the accounts of a partner's pool before its places were given out."""
        return self.order.played.turns.get(self.pool(identity))

    def ticket(self, identity: str) -> str:
        """Return a partner's ticket of the period, as hex digits."""
        return str(key_of(self.master, identity, Measure.TICKET).value)

    def ranks(self, identity: str) -> tuple[tuple[ReasonKind, int], ...]:
        """Return what a sorting strategy compared in a partner, with its ranks from 1."""
        return ranks_of(self.master, identity)

    def place_in_pool(self, identity: str) -> int:
        """Return the position of a member in its pool that a balanced order gave it, from 1."""
        return self.order.whereabouts.own_places[identity]


def scene_of(programme: Programme, master: GroupOrder) -> Scene:
    """Make the scene of a group's order."""
    return Scene(programme, master, partners_by_id(programme))


def key_of(master: GroupOrder, identity: str, measure: Measure) -> Key:
    """Return one of the things that an order looked at in a partner."""
    return next(key for key in master.keys[identity] if key.measure is measure)


def ranks_of(master: GroupOrder, identity: str) -> tuple[tuple[ReasonKind, int], ...]:
    """Return what a sorting strategy compared in a partner, with its ranks from 1.

    The ranks are those of the period. They are told rather than values, which may be nobody
    else's matter. One that has left since has them too: what is compared is the same in all.
    """
    line = master.day.line
    ranks = master.day.of.round.ranks.get(identity, ())
    if not ranks:
        return ()
    keys = master.keys[line[0] if line and identity not in master.taking_part else identity]
    measures = [COMPARED[key.measure] for key in keys if key.measure in COMPARED]
    return tuple((kind, rank + 1) for kind, rank in zip(measures, ranks, strict=False))
