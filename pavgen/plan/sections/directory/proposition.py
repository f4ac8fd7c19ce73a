"""A page for each type of partner: what the programme offers it, and who is one already."""

from collections.abc import Iterator

from pavgen.plan.contact import join_form, join_link
from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.prose import prose_view
from pavgen.plan.sections.directory.scope import Scope
from pavgen.plan.surfaces import surface
from pavgen.plan.views import LinkView, Proposition

_SHOWN = 6


def proposition_pages(scope: Scope) -> Iterator[Page]:
    """Yield the page of each type that has a proposition which is shown."""
    frame = scope.frame
    for kind in frame.programme.program.partner_types:
        path = scope.proposition(kind)
        if kind.proposition is None or not path:
            continue
        page = frame.programme.pages[kind.proposition]
        members = scope.table.of("type", kind.id)
        label = frame.words.say("plan-title-type", label=kind.plural)
        content = Proposition(
            title=page.record.title,
            summary=page.record.summary or kind.summary,
            text=prose_view(frame, page.text, scope.section.list),
            surface=surface(frame, scope.section.list, members, title=label, most=_SHOWN),
            browse=_browse(scope, kind.id, label, len(members)),
            join=join_link(frame, kind),
            form=join_form(frame, kind),
        )
        description = page.record.summary or kind.summary
        crumbs = (scope.crumb(),)
        head = Head(path, page.record.title, page.record.source.path, description, crumbs)
        yield frame.page(head, "directory/proposition.html", content)


def _browse(scope: Scope, kind: str, label: str, count: int) -> LinkView:
    """Link to the partners of a type; while there are none, to all."""
    if count:
        return LinkView(label, f"{scope.root_of('type')}{kind}/", count=count)
    everyone = len(scope.table.everyone)
    return LinkView(scope.frame.words.say("plan-browse-all", n=everyone), scope.browse)
