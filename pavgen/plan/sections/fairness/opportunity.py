"""The page of an opportunity: its rule in words, and what came of it in numbers."""

from collections.abc import Iterator
from fractions import Fraction

from pavgen.place.accounting import entitlements
from pavgen.place.engine import pools_of
from pavgen.place.entitlement import share_by_weight, weight_classes
from pavgen.place.inputs import group_rule, members_of
from pavgen.place.placement import Decision
from pavgen.place.rounds import PLACE
from pavgen.place.strategies.quota_entitlement import shares
from pavgen.plan.charts import MILLION
from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.sections.fairness import rules
from pavgen.plan.sections.fairness.accounts import account_view
from pavgen.plan.sections.fairness.draw import draw_on_page, draw_view
from pavgen.plan.sections.fairness.exceptions import pins, waivers
from pavgen.plan.sections.fairness.proof import data_links, records, verify_box
from pavgen.plan.sections.fairness.scope import Scope, period_view
from pavgen.plan.surfaces import mark
from pavgen.plan.views import AccountView, FairnessOpportunity, LinkView, PlaceRow, WeightRow

_WEIGHING = frozenset({"balanced", "quota"})


def opportunity_pages(scope: Scope) -> Iterator[Page]:
    """Yield a page for each opportunity whose page is in this section."""
    frame = scope.frame
    accounts: dict[str, AccountView | None] = {}
    for name, record in scope.opportunities():
        path = f"{scope.home}{name}/"
        if frame.here.find("opportunity", name) == path:
            source = frame.programme.policy.source.path
            description = frame.words.say("plan-fair-description", title=record.title)
            head = Head(path, record.title, source, description, (scope.crumb(),))
            draw = draw_on_page(scope, record.group)
            if draw is not None:
                yield frame.page(head, "fairness/draw.html", draw_view(scope, name, draw))
                continue
            if record.group not in accounts:
                accounts[record.group] = account_view(scope, record.group)
            content = _content(scope, name, accounts[record.group])
            yield frame.page(head, "fairness/opportunity.html", content)


def _content(scope: Scope, name: str, account: AccountView | None) -> FairnessOpportunity:
    frame = scope.frame
    policy = frame.programme.policy
    record = policy.opportunity(name)
    group = policy.group(record.group)
    listed = frame.placement.opportunities[name]
    master = frame.placement.groups[record.group]
    others = (n for n, _ in members_of(frame.programme, record.group) if n != name)
    return FairnessOpportunity(
        title=record.title,
        objective=record.objective,
        audience=record.audience,
        rationale=record.rationale,
        rule=frame.words.say(f"plan-rule-{group.strategy}"),
        period=period_view(master),
        shown=len(listed.decisions),
        of=len(listed.decisions) + len(listed.waiting),
        open_slots=listed.open_slots,
        changed=master.day.of.rule != group_rule(frame.programme, record.group),
        conflict=master.day.of.conflict is not None,
        eligible=rules.eligible(frame, record),
        how=rules.how(frame, name, record),
        ties=rules.ties(frame, record),
        promise=rules.promise(frame, record),
        scores=tuple((score.label, score.score) for score in group.scores),
        weights=_weights(scope, record.group),
        shown_all=master.day.of.rule.slots is None,
        indifferent=rules.indifferent(frame, name, record),
        payment=rules.payment(frame, name, listed),
        constraints=rules.constraints(frame, record),
        others=tuple(LinkView(policy.opportunity(n).title, f"{scope.home}{n}/") for n in others),
        order=tuple(_order(scope, name)),
        account=account,
        pins=pins(scope, record),
        waivers=waivers(scope, record),
        records=records(scope, record.group),
        box=verify_box(scope, record.group, name),
        files=data_links(scope, record.group, name),
        version=policy.version,
        contact=scope.contact(),
    )


def _order(scope: Scope, name: str) -> Iterator[PlaceRow]:
    listed = scope.frame.placement.opportunities[name]
    for waits, decisions in ((False, listed.decisions), (True, listed.waiting)):
        for decision in decisions:
            yield _place(scope, decision, waits=waits)


def _place(scope: Scope, decision: Decision, *, waits: bool) -> PlaceRow:
    frame = scope.frame
    return PlaceRow(
        name=frame.programme.partners[decision.slug].name,
        href=scope.partner_page(decision.slug),
        position=decision.position,
        waits=waits,
        mark=mark(frame, decision.reasons).label,
    )


def _weights(scope: Scope, group: str) -> tuple[WeightRow, ...]:
    """Tell each weight in partners' terms, by the entitlements of today's period.

    Where tiers are shown one after another no weight is compared across them, so none is told.
    """
    order = scope.frame.placement.groups[group].day.of
    pools = pools_of(order.rule, order.round)
    classes = weight_classes(pools[0].members) if len(pools) == 1 else ()
    if not classes[1:] or order.rule.ordering not in _WEIGHING:
        return ()
    pool = pools[0]
    entitled = entitlements(order.rule, order.round, order.played.order)
    mean = sum(entitled.values())
    first = {w: _periods(share, PLACE) for w, share in share_by_weight(classes, 1).items()}
    if order.rule.ordering == "quota":
        seats = shares(pool.members, pool.seats or 0, pool.ceilings)
        held = {
            w: sum((seats[i] for i, own in pool.members if own == w), Fraction()) / n
            for w, n in classes
        }
        first = {w: _periods(share.numerator, share.denominator) for w, share in held.items()}
    exposure = {
        w: sum(entitled[i] for i, own in pool.members if own == w) * len(entitled) // n
        for w, n in classes
    }
    labels = _labels(scope, order.rule.weights)
    return tuple(
        WeightRow(
            label=labels.get(weight, ""),
            weight=weight,
            partners=count,
            every=first[weight],
            share=(2 * exposure[weight] * MILLION + mean) // (2 * mean) if mean else 0,
        )
        for weight, count in classes
    )


def _periods(share: int, of: int) -> int | None:
    """Return how many periods come to one whole, in millionths."""
    return (2 * of * MILLION + share) // (2 * share) if share else None


def _labels(scope: Scope, weights: str) -> dict[int, str]:
    if weights != "tier":
        return {}
    found: dict[int, list[str]] = {}
    for tier in scope.frame.programme.program.tiers:
        found.setdefault(tier.weight, []).append(tier.label)
    return {weight: ", ".join(labels) for weight, labels in found.items()}
