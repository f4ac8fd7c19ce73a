"""Pages below the agenda, which their trail leads back to."""

from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.paths import AGENDA
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.views import LinkView


def below_agenda(
    scope: Scope,
    at: tuple[str, str],
    template: str,
    content: object,
    lead: str = "",
    trail: tuple[LinkView, ...] = (),
) -> Page:
    """Make a page at a path below the section's home; `at` is that path and the page's title."""
    path, title = at
    record = scope.event.record
    agenda = scope.link(AGENDA, scope.frame.words.say("plan-agenda"))
    source = scope.event.agenda.source.path if scope.event.agenda else record.source.path
    crumbs = (LinkView(record.title, scope.home), agenda, *trail)
    head = Head(f"{scope.home}{path}", title, source, lead or record.summary, crumbs)
    return scope.made(head, template, content)
