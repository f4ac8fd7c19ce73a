"""The page that sets partners of the first directory side by side."""

from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.sections.directory.scope import Scope
from pavgen.plan.views import ComparePage, LinkView


def compare_page(scope: Scope, data: str) -> Page:
    """Plan the page; whom it compares stands in its address, so there is one for all choices."""
    frame = scope.frame
    title = frame.words.say("plan-compare")
    browse = LinkView(frame.words.say("plan-browse-all", n=len(scope.table.everyone)), scope.browse)
    content = ComparePage(title, browse, data)
    head = Head(frame.shell.compare, title, scope.source, crumbs=(scope.crumb(),), index=False)
    return frame.page(head, "directory/compare.html", content)
