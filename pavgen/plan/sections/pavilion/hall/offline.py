"""The section without a network: its service worker, its manifest, and a page that stands in."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.kernel.canonical import Json
from pavgen.plan.documents import ServiceWorker
from pavgen.plan.pages import DataFile, DocumentFile, Page
from pavgen.plan.sections.pavilion.paths import (
    AGENDA,
    EXHIBITORS,
    FLOOR,
    KIOSK,
    SESSIONS,
    SPEAKERS,
)
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import OfflinePage

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
OFFLINE = "offline/"
KEPT = ("", FLOOR, EXHIBITORS, AGENDA, f"{SESSIONS}*", KIOSK, OFFLINE)
FURTHER = (f"{EXHIBITORS}*", f"{SPEAKERS}*")
MOST = 6_000_000
"""Bytes, before a host packs them to a quarter, up to which further pages are kept."""

ICONS = (("icon-192.png", 192), ("icon-512.png", 512))


def offline_files(
    scope: Scope, ways: tuple[LinkView, ...]
) -> Iterator[Page | DataFile | DocumentFile]:
    """Yield what makes the section a page that can be installed and needs no network."""
    frame, home = scope.frame, scope.home
    source = scope.event.record.source.path
    words = frame.words
    title = words.say("plan-hall-offline")
    content = OfflinePage(title, words.say("plan-hall-offline-lead"), ways)
    page = scope.page(OFFLINE, title, "offline.html", content, content.lead)
    yield replace(page, view=replace(page.view, index=False))
    yield DataFile(frame.file_at(f"{home}{MANIFEST}"), _manifest(scope), source)
    icons = tuple((f"{home}{name}", size) for name, size in ICONS)
    worker = ServiceWorker(home, KEPT, FURTHER, MOST, f"{home}{OFFLINE}", icons)
    yield DocumentFile(frame.file_at(f"{home}{WORKER}"), worker, source)


def _manifest(scope: Scope) -> Json:
    """Return the web app manifest: how the section stands on a phone's home screen."""
    record, site = scope.event.record, scope.frame.site
    icons = [
        {
            "src": f"{scope.home}{name}",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for name, size in ICONS
        for purpose in ("any", "maskable")
    ]
    return {
        "id": scope.home,
        "name": record.title,
        "short_name": record.title,
        "description": record.summary,
        "lang": site.locale,
        "dir": "auto",
        "start_url": scope.home,
        "scope": scope.home,
        "display": "standalone",
        "background_color": "#fafaf8",
        "theme_color": "#fafaf8",
        "icons": icons,
    }
