"""What has changed in the agenda, release by release, as a page and as a feed."""

from pavgen.model.agenda.changes import Change
from pavgen.model.records.site import PavilionSection
from pavgen.model.releases import Release
from pavgen.plan.documents import Feed, FeedEntry
from pavgen.plan.frame import Frame
from pavgen.plan.pages import Page
from pavgen.plan.sections.pavilion.agenda.heads import below_agenda
from pavgen.plan.sections.pavilion.agenda.shifts import (
    between,
    place_time,
    shown_releases,
    since_last,
)
from pavgen.plan.sections.pavilion.paths import AGENDA, CHANGES, SESSIONS
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.sections.pavilion.state import agenda_is_out, is_announced
from pavgen.plan.views.pavilion import ChangeLine, ChangesPage, ReleaseView

FEED = "feed.xml"


def changes_page(scope: Scope) -> Page:
    """Return the page of an agenda's releases."""
    releases = shown_releases(scope)
    words = scope.frame.words
    title = words.say("plan-agenda-changes")
    content = ChangesPage(
        title=title,
        lead=words.say("plan-agenda-changes-lead", event=scope.event.record.title),
        releases=tuple(reversed(_views(scope, releases))),
        since=_lines(scope, since_last(scope)),
        feed=f"{scope.home}{CHANGES}{FEED}",
        agenda=f"{scope.home}{AGENDA}",
        zone=scope.event.zone.name,
    )
    return below_agenda(scope, (CHANGES, title), "changes.html", content, content.lead)


def changes_feed(section: PavilionSection, frame: Frame) -> Feed | None:
    """Return the releases of a section's agenda as a feed, the newest first; None without one."""
    event = frame.programme.events[section.event]
    if not is_announced(event, frame.showing) or not agenda_is_out(event, frame.showing):
        return None
    return _feed(Scope.of(section, frame))


def _feed(scope: Scope) -> Feed | None:
    views = tuple(reversed(_views(scope, shown_releases(scope))))
    if not views:
        return None
    here = scope.frame.here
    shell = scope.frame.shell
    home = f"{scope.home}{CHANGES}"
    words = scope.frame.words
    event = scope.event.record.title
    title = words.say("plan-agenda-changes")
    return Feed(
        address=here.absolute(f"{home}{FEED}"),
        home=here.absolute(home),
        title=f"{event}: {title}",
        summary=words.say("plan-agenda-changes-lead", event=event),
        language=scope.frame.site.locale,
        publisher=shell.vendor,
        publisher_url=shell.vendor_url,
        updated=views[0].on,
        entries=tuple(_entry(scope, view) for view in views),
    )


def _entry(scope: Scope, view: ReleaseView) -> FeedEntry:
    address = f"{scope.home}{CHANGES}#{view.anchor}"
    return FeedEntry(
        address=scope.frame.here.absolute(address),
        title=scope.frame.words.say("plan-agenda-release", version=str(view.version)),
        summary=_summary(scope, view),
        author=scope.frame.shell.vendor,
        contributor="",
        categories=(),
        published=view.on,
        updated=view.on,
    )


def _summary(scope: Scope, view: ReleaseView) -> str:
    """Say a release in a line: its note, then how many sessions changed in which way."""
    say = scope.frame.words.say
    kinds = [change.kind for change in view.changes]
    told = [say(f"plan-agenda-count-{kind}", n=kinds.count(kind)) for kind in dict.fromkeys(kinds)]
    if view.begins_with:
        told = [say("plan-agenda-begins", n=view.begins_with)]
    return " ".join(part for part in (view.note, ", ".join(told)) if part)


def _views(scope: Scope, releases: tuple[Release, ...]) -> tuple[ReleaseView, ...]:
    return tuple(
        ReleaseView(
            version=release.version,
            anchor=f"v{release.version}",
            on=release.on,
            note=release.note,
            changes=_lines(scope, found),
            begins_with=0 if number else len(release.sessions),
        )
        for number, (release, found) in enumerate(zip(releases, between(releases), strict=True))
    )


def _lines(scope: Scope, found: tuple[Change, ...]) -> tuple[ChangeLine, ...]:
    return tuple(_line(scope, change) for change in found)


def _line(scope: Scope, change: Change) -> ChangeLine:
    """Tell a change; a session that was released once always has its page."""
    before = change.before
    return ChangeLine(
        kind=change.kind,
        title=change.title,
        href=f"{scope.home}{SESSIONS}{change.session}/",
        was=place_time(scope, before) if change.kind == "moved" and before else None,
        now=place_time(scope, change.after) if change.kind in _TIMED else None,
        former=before.title if change.kind == "renamed" and before else "",
    )


_TIMED = ("moved", "new", "restored")
"""Changes after which a visitor wants to know where and when."""
