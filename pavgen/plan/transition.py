"""When a site would next look different: the first later day on which a build differs."""

from collections.abc import Iterator
from datetime import date, timedelta

from pavgen.model.programme import Programme
from pavgen.place.change import next_change


def next_transition(programme: Programme, as_of: date) -> date | None:
    """Return the first day after `as_of` on which a build of the same tree may differ.

    None means never. The day may turn out to change nothing; no day that does is passed over.
    """
    days = [day for day in _dated(programme) if day > as_of]
    change = next_change(programme, as_of)
    return min([*days, *([change] if change else [])], default=None)


def _dated(programme: Programme) -> Iterator[date]:
    for solution in programme.solutions.values():
        yield from _span(solution.record.published, solution.record.expires)
    for page in programme.pages.values():
        yield from _span(page.record.published, page.record.expires)
    for hub in programme.hubs.values():
        for article in hub.articles:
            yield from _span(article.record.published, article.record.expires)
    fresh = timedelta(days=programme.program.freshness_days + 1)
    for partner in programme.partners.values():
        reviewed = partner.listing.reviewed
        if reviewed is not None and date.max - reviewed >= fresh:
            yield reviewed + fresh
        for held in partner.standing.certifications:
            yield from _span(None, held.until)


def _span(first: date | None, last: date | None) -> Iterator[date]:
    if first is not None:
        yield first
    if last is not None and last < date.max:
        yield last + timedelta(days=1)
