"""The front page of the section: how partners are placed, in words for everybody."""

from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.prose import introduction
from pavgen.plan.sections.fairness import rules
from pavgen.plan.sections.fairness.proof import data_links, verify_box
from pavgen.plan.sections.fairness.scope import Scope, period_view
from pavgen.plan.views import ChangeView, FairnessHome, LinkView, OpportunityLine

_PRINCIPLES = ("one-order", "account", "record", "anyone")


def home_page(scope: Scope) -> Page:
    """Plan the page; what it says of money and of opportunities follows from the policy."""
    frame = scope.frame
    programme = frame.programme
    policy = programme.policy
    say = frame.words.say
    lead = say("plan-fair-lead", n=len(policy.opportunities), programme=programme.program.name)
    content = FairnessHome(
        title=scope.section.title,
        lead=lead,
        intro=introduction(frame, scope.section.intro, scope.section.list),
        opportunities=tuple(_line(scope, name) for name, _ in policy.opportunities),
        principles=tuple(say(f"plan-fair-principle-{name}") for name in _PRINCIPLES),
        payment=_payment(scope),
        partners=tuple(
            LinkView(partner.name, scope.partner_page(partner.slug))
            for partner in scope.shown_in(policy.opportunity(scope.section.list).group)
            if scope.partner_page(partner.slug)
        ),
        version=policy.version,
        announced=policy.announced,
        changes=tuple(ChangeView(c.version, c.announced, c.what) for c in policy.changes),
        boxes=tuple(verify_box(scope, name) for name, _ in policy.groups),
        files=data_links(scope),
        contact=scope.contact(),
    )
    head = Head(scope.home, scope.section.title, frame.site.source.path, lead)
    return frame.page(head, "fairness/home.html", content)


def _line(scope: Scope, name: str) -> OpportunityLine:
    frame = scope.frame
    record = frame.programme.policy.opportunity(name)
    listed = frame.placement.opportunities[name]
    master = frame.placement.groups[record.group]
    return OpportunityLine(
        title=record.title,
        href=frame.here.find("opportunity", name),
        objective=record.objective,
        rule=frame.words.say(f"plan-rule-{master.strategy}"),
        who=rules.eligible(frame, record),
        period=period_view(master),
        shown=len(listed.decisions),
        of=len(listed.decisions) + len(listed.waiting),
    )


def _payment(scope: Scope) -> tuple[str, ...]:
    """Tell where money can buy a place: nowhere, or in which opportunities."""
    frame = scope.frame
    sold = [o.title for n, o in scope.opportunities() if rules.is_paid(frame, n)]
    groups = frame.programme.policy
    booked = [o.title for _, o in scope.opportunities() if rules.is_booked(groups.group(o.group))]
    told = [
        frame.words.say("plan-fair-paid-in", where=", ".join(sold))
        if sold
        else frame.words.say("plan-fair-paid-nowhere")
    ]
    if booked:
        told.append(frame.words.say("plan-fair-pick-paid-home", where=", ".join(booked)))
    return tuple(told)
