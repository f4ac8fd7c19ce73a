"""Where a partner is found on the floor, as links."""

from pavgen.plan.sections.pavilion.paths import FLOOR
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.views import LinkView


def booth_links(scope: Scope, slug: str) -> tuple[LinkView, ...]:
    """Return the booths of a partner, its own or those it shares as a co-exhibitor.

    A pod that is shared by shifts says in which the partner is there.
    """
    others = tuple(host for host in scope.order if host != slug and _shares(scope, host, slug))
    hosts = (slug, *others) if slug in scope.exhibitors else others
    links: dict[str, LinkView] = {}
    for host in hosts:
        for holding in scope.placed.of(host):
            label = _label(scope, holding.item, holding.shift)
            links.setdefault(label, LinkView(label, f"{scope.home}{FLOOR}#{holding.item}"))
    return tuple(links.values()) if scope.event.plan else ()


def _shares(scope: Scope, host: str, slug: str) -> bool:
    programme = scope.frame.programme
    invited = (programme.partner(name) for name in scope.exhibitors[host].co_exhibitors)
    return any(partner is not None and partner.slug == slug for partner in invited)


def _label(scope: Scope, booth: str, shift: str) -> str:
    plan = scope.event.plan
    signs = {b.id: b.label or b.id for b in plan.booths} if plan else {}
    shifts = {s.id: s.label for s in scope.event.record.shifts}
    sign = scope.frame.words.say("plan-agenda-booth", label=signs.get(booth, booth))
    return f"{sign} ({shifts.get(shift, shift)})" if shift else sign
