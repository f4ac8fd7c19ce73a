"""When a site would next look different: the first later day on which a build differs."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from pavgen.model.programme import LinkedEvent, Programme
from pavgen.place.change import next_change
from pavgen.plan.sections.pavilion.state import agenda_day


def next_transition(programme: Programme, as_of: date) -> date | None:
    """Return the first day after `as_of` on which a build of the same tree may differ.

    None means never. The day may turn out to change nothing; no day that does is passed over.
    """
    days = [day for day in _dated(programme) if day > as_of]
    change = next_change(programme, as_of)
    return min([*days, *([change] if change else [])], default=None)


def _dated(programme: Programme) -> Iterator[date]:
    yield from _of_texts(programme)
    yield from _of_partners(programme)
    for event in programme.events.values():
        yield from _of_event(event)
    for _, group in programme.policy.groups:
        if group.event is not None:
            yield from _span(group.event.from_, group.event.until)


def _of_texts(programme: Programme) -> Iterator[date]:
    for solution in programme.solutions.values():
        yield from _span(solution.record.published, solution.record.expires)
    for page in programme.pages.values():
        yield from _span(page.record.published, page.record.expires)
    for hub in programme.hubs.values():
        for article in hub.articles:
            yield from _span(article.record.published, article.record.expires)


def _of_partners(programme: Programme) -> Iterator[date]:
    fresh = timedelta(days=programme.program.freshness_days + 1)
    for partner in programme.partners.values():
        reviewed = partner.listing.reviewed
        if reviewed is not None and date.max - reviewed >= fresh:
            yield reviewed + fresh
        for held in partner.standing.certifications:
            yield from _span(None, held.until)


def _of_event(event: LinkedEvent) -> Iterator[date]:
    """Yield the days on which the pages of an event change, each of its own days among them."""
    record = event.record
    yield from _span(record.announced, record.ends)
    if event.agenda is not None:
        yield agenda_day(event)
    for day in range(record.starts.toordinal(), record.ends.toordinal() + 1):
        yield date.fromordinal(day)
    for exhibitor in record.exhibitors:
        yield from _span(exhibitor.withdrew, None)
    sessions = event.agenda.sessions if event.agenda is not None else ()
    for moment in (*(e.applied for e in record.exhibitors), *(s.applied for s in sessions)):
        if moment is not None:
            yield event.zone.local(moment.astimezone(UTC).replace(tzinfo=None)).date()
    for offer in record.offers:
        yield offer.on
    for release in event.releases:
        yield release.on


def _span(first: date | None, last: date | None) -> Iterator[date]:
    if first is not None:
        yield first
    if last is not None and last < date.max:
        yield last + timedelta(days=1)
