"""What constraints did to a partner's place: moved back, or a rule not kept there."""

from typing import assert_never

from pavgen.place.constraints.moves import Move
from pavgen.place.groups import PeriodOrder
from pavgen.place.reasoning_kinds import Reason, ReasonKind
from pavgen.place.reasoning_scene import Scene
from pavgen.place.rounds import AtLeast, Cap, Constraint, Cooldown, Separate


def limit(constraint: Constraint) -> Reason:
    """Tell what a constraint asks for."""
    match constraint:
        case Separate(of, distance):
            return Reason(ReasonKind.LIMIT, {"how": of, "n": distance})
        case Cap(most, per):
            return Reason(ReasonKind.LIMIT, {"how": per.replace("_", "-"), "n": most})
        case Cooldown(periods):
            return Reason(ReasonKind.LIMIT, {"how": "cooldown", "n": periods})
        case AtLeast(least, words):
            return Reason(ReasonKind.LIMIT, {"how": "at-least", "n": least, "words": words})
        case _:
            assert_never(constraint)


def move_of(order: PeriodOrder, identity: str) -> Move | None:
    """Return why a partner stands further back than the strategy put it, if it does."""
    return order.whereabouts.moves.get(identity)


def moved(scene: Scene, identity: str) -> Reason | None:
    """Tell from where to where a partner was moved back, by what, and in whose favour."""
    move = move_of(scene.order, identity)
    if move is None:
        return None
    known = scene.order.whereabouts
    place, to = known.places[identity], known.shown[identity]
    favoured = known.favoured(identity)
    parts = [*refusal(scene, move)]
    if favoured is not None:
        parts.append(_named(ReasonKind.FAVOURED, scene, favoured))
    return Reason(ReasonKind.MOVED, {"how": "place", "place": place, "to": to}, tuple(parts))


def refusal(scene: Scene, move: Move) -> tuple[Reason, ...]:
    """Tell which constraint moved a partner, and who stood in the way."""
    constraint = limit(scene.rule.constraints[move.constraint])
    if move.other:
        return constraint, _named(ReasonKind.STOOD, scene, move.other)
    return (constraint,)


def waived(scene: Scene, identity: str) -> tuple[Reason, ...]:
    """Tell the constraints that were not kept at a partner's position."""
    return tuple(
        Reason(
            ReasonKind.WAIVED,
            {"position": waiver.position},
            (limit(scene.rule.constraints[waiver.constraint]),),
        )
        for waiver in scene.order.whereabouts.waivers.get(identity, ())
    )


def _named(kind: ReasonKind, scene: Scene, identity: str) -> Reason:
    return Reason(kind, {"partner": identity, "name": scene.name(identity)})
