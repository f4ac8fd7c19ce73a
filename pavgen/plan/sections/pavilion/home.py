"""The front page of an event: when and where it is, and the ways in."""

from pavgen.plan.pages import Page
from pavgen.plan.prose import prose_view
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.views.pavilion import EventHome, VenueView


def home_page(scope: Scope) -> Page:
    """Return the section's front page."""
    record = scope.event.record
    venue = record.venue
    content = EventHome(
        title=record.title,
        lead=record.summary,
        state=scope.state,
        starts=record.starts,
        ends=record.ends,
        venue=VenueView(
            venue.name,
            venue.street,
            venue.postcode,
            venue.city,
            scope.frame.words.country(venue.country),
            str(venue.website or ""),
        ),
        text=prose_view(scope.frame, scope.event.text, scope.section.list),
    )
    return scope.page("", record.title, "home.html", content)
