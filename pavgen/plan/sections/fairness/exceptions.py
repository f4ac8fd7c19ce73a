"""What was decided by hand, and where a constraint could not be kept."""

from pavgen.model.programme import Partner
from pavgen.model.records.policy import Opportunity, Pin
from pavgen.place.inputs import members_of
from pavgen.place.rounds import Waiver
from pavgen.plan.sections.fairness.rules import constraint
from pavgen.plan.sections.fairness.scope import Scope
from pavgen.plan.views import PinView, WaiverView

MOST_WAIVERS = 60
"""Waivers that a page lists, the latest first; the ledger has all."""


def pins(scope: Scope, record: Opportunity) -> tuple[PinView, ...]:
    """List the pins of an opportunity that are not over, for partners that are shown."""
    found = []
    today = scope.frame.placement.groups[record.group].period.first
    for pin in record.pins:
        partner = scope.frame.programme.partner(pin.partner)
        if partner is not None and partner.id in scope.by_id and pin.until >= today:
            found.append(_pin(scope, pin, partner))
    return tuple(sorted(found, key=lambda pin: (pin.first, pin.position, pin.name)))


def waivers(scope: Scope, record: Opportunity) -> tuple[WaiverView, ...]:
    """List the latest waivers, those of today's period first.

    A constraint is told in today's words where the rule of the period still holds.
    """
    order = scope.frame.placement.groups[record.group].day.of
    book = scope.books[record.group]
    by_period = [(r.period, r.rule, r.waivers) for r in reversed(book.recorded)]
    if order.recorded is None:
        by_period.insert(0, (order.period.label, order.rule, order.played.waivers))
    found = []
    limits = record.constraints if len(members_of(scope.frame.programme, record.group)) == 1 else ()
    for period, rule, waived in by_period:
        same = rule.constraints == order.rule.constraints and len(limits) == len(rule.constraints)
        for waiver in waived:
            words = constraint(scope.frame, limits[waiver.constraint]) if same else ""
            found.append(_waiver(scope, period, waiver, words))
    return tuple(found[:MOST_WAIVERS])


def _pin(scope: Scope, pin: Pin, partner: Partner) -> PinView:
    return PinView(
        name=partner.name,
        href=scope.partner_page(partner.slug),
        position=pin.slot,
        first=pin.from_,
        until=pin.until,
        reason=pin.reason,
        by=pin.by,
        mark=scope.frame.words.say("plan-sponsored") if pin.paid else "",
    )


def _waiver(scope: Scope, period: str, waiver: Waiver, words: str) -> WaiverView:
    partner = scope.by_id.get(waiver.partner)
    name = partner.name if partner else ""
    return WaiverView(period, words, name, waiver.position)
