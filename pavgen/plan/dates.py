"""When what a page shows was last changed, as far as its records say; never the clock."""

from datetime import date

from pavgen.plan.pages import Page
from pavgen.plan.views import ArticleText, FreePage, Profile, SolutionStory


def modified(page: Page) -> date | None:
    """Return the latest day that a page's own record names, or None where it names none."""
    match page.view.content:
        case ArticleText(card=card, reviewed=reviewed):
            return latest(card.published, reviewed)
        case SolutionStory(published=published):
            return published
        case Profile(reviewed=reviewed):
            return reviewed
        case FreePage(changed=changed):
            return changed
        case _:
            return None


def latest(*days: date | None) -> date | None:
    """Return the last of the days that are known."""
    return max((day for day in days if day), default=None)
