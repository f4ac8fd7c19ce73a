"""What a host is asked to do: headers as narrow as the site allows, and redirects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pavgen.model.records.site import FairnessSection, PavilionSection
from pavgen.plan.addresses import section_path
from pavgen.plan.contact import form_origin
from pavgen.plan.documents import HeaderRule, Headers, RedirectRule, Redirects
from pavgen.plan.embedding import embed_folders
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DocumentFile, Page
from pavgen.plan.views import Redirect

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
    "upgrade-insecure-requests": "",
}
"""What every page may load: files of its own site, and nothing else."""

WIDER: Mapping[str, Mapping[str, str | None]] = {
    "search/": {"script-src": "'self' 'wasm-unsafe-eval'"},
}
"""What the pages of one folder need beyond it; None takes a directive away."""

PAVILION: Mapping[str, str | None] = {
    "worker-src": "'self'",
    "trusted-types": "pavgen-offline",
}
"""What the pages of an event need to work without a network: one script in the background.

A browser takes its address only from a policy with a name; the theme's one policy of that name
vouches for that one address. All other sinks of scripts stay closed.
"""

TO_TAKE_ALONG = (
    "schedule.json",
    "schedule.xml",
    "exhibitors.json",
    "exhibitors.csv",
    "agenda/agenda.ics",
)
"""Files of an event that programs of other sites may read."""

_ONLY_IN_HEADERS = frozenset({"frame-ancestors", "upgrade-insecure-requests"})
_CSP = "Content-Security-Policy"
_FRAMES = "X-Frame-Options"
_RESOURCES = "Cross-Origin-Resource-Policy"
_EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (_RESOURCES, "same-origin"),
    (_FRAMES, "DENY"),
    ("Strict-Transport-Security", "max-age=31536000"),
)
_IMAGES = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_FOR_OTHERS = ("api/*", "placement/*")
"""Data that programs of other sites may read."""

_PROOF = (
    "fairness/ledger/*",
    "fairness/head.json",
    "fairness/policy.json",
    "fairness/roster.json",
)
"""The same, where a site has a fairness section."""


def policy(changes: Mapping[str, str | None] | None = None, *, in_page: bool = False) -> str:
    """Return a content security policy; one `in_page` leaves out what only a header can say."""
    directives: dict[str, str | None] = {**POLICY, **(changes or {})}
    return "; ".join(
        f"{name} {value}".rstrip()
        for name, value in directives.items()
        if value is not None and not (in_page and name in _ONLY_IN_HEADERS)
    )


def wider_rules(
    base: str,
    files: Sequence[str],
    everywhere: Mapping[str, str | None],
    wider: Mapping[str, Mapping[str, str | None]] = WIDER,
) -> Iterator[HeaderRule]:
    """Yield the rule of each folder that needs a wider policy, if the site has such a folder."""
    for folder in sorted(wider):
        if any(file.startswith(folder) for file in files):
            changes = _changes(wider, folder)
            yield HeaderRule(
                f"{base}{folder}*", ((_CSP, policy({**everywhere, **changes})),), (_CSP,)
            )


def page_policy(frame: Frame, path: str) -> str:
    """Return the policy a page carries itself; empty where the site leaves it to the host."""
    if not frame.site.csp_meta:
        return ""
    inside = path.removeprefix(frame.here.base)
    return policy({**_of_site(frame), **_changes(_wider(frame), inside)}, in_page=True)


def host_files(frame: Frame, pages: Iterable[Page]) -> Iterator[DocumentFile]:
    """Yield `_headers`, and `_redirects` where an address has changed."""
    source = frame.site.source.path
    everything = tuple(pages)
    yield DocumentFile("_headers", Headers(tuple(_header_rules(frame, everything))), source)
    moved = tuple(
        RedirectRule(page.view.path, page.view.content.target)
        for page in everything
        if isinstance(page.view.content, Redirect)
    )
    if moved:
        yield DocumentFile("_redirects", Redirects(moved), source)


def _header_rules(frame: Frame, pages: tuple[Page, ...]) -> Iterator[HeaderRule]:
    """Yield the rule for everything, then the exceptions, each for the folder that needs it."""
    base = frame.here.base
    everywhere = _of_site(frame)
    hidden = () if frame.site.index else (("X-Robots-Tag", "noindex"),)
    yield HeaderRule(f"{base}*", ((_CSP, policy(everywhere)), *_EVERYWHERE, *hidden))
    yield from wider_rules(base, [page.path for page in pages], everywhere, _wider(frame))
    lasting = ("Cache-Control", "public, max-age=31536000, immutable")
    images = ((_CSP, _IMAGES), lasting)
    yield HeaderRule(f"{frame.logo_base}*", images, (_CSP,))
    fair = any(isinstance(section, FairnessSection) for section in frame.site.sections)
    for path in (*_FOR_OTHERS, *(_PROOF if fair else ())):
        fields = (("Access-Control-Allow-Origin", "*"), (_RESOURCES, "cross-origin"))
        yield HeaderRule(f"{base}{path}", fields, (_RESOURCES,))
    yield from _event_rules(frame)
    if frame.site.embed is not None:
        framed = policy({**everywhere, "frame-ancestors": " ".join(frame.site.embed.allow)})
        fields = ((_CSP, framed), (_RESOURCES, "cross-origin"))
        for folder in embed_folders(frame):
            yield HeaderRule(f"{folder}*", fields, (_CSP, _FRAMES, _RESOURCES))


def _event_rules(frame: Frame) -> Iterator[HeaderRule]:
    """Yield the rules of events: files for all to read, and a worker that is asked for anew."""
    for section in _pavilions(frame):
        home = section_path(frame.here.base, section)
        for path in TO_TAKE_ALONG:
            fields = (("Access-Control-Allow-Origin", "*"), (_RESOURCES, "cross-origin"))
            yield HeaderRule(f"{home}{path}", fields, (_RESOURCES,))
        yield HeaderRule(f"{home}sw.js", (("Cache-Control", "no-cache"),))


def _wider(frame: Frame) -> Mapping[str, Mapping[str, str | None]]:
    """Return what folders of a site need beyond the common policy, its events' among them."""
    base = frame.here.base
    folders = (section_path(base, section).removeprefix(base) for section in _pavilions(frame))
    return {**{folder: PAVILION for folder in folders if folder}, **WIDER}


def _changes(wider: Mapping[str, Mapping[str, str | None]], path: str) -> Mapping[str, str | None]:
    """Return all that folders around a path need, the outer first: hosts know only the last."""
    found: dict[str, str | None] = {}
    for folder in sorted(wider):
        if path.startswith(folder):
            found |= wider[folder]
    return found


def _pavilions(frame: Frame) -> tuple[PavilionSection, ...]:
    return tuple(s for s in frame.site.sections if isinstance(s, PavilionSection))


def _of_site(frame: Frame) -> dict[str, str | None]:
    """Return what holds for the whole site: where its forms go, and an event that is the site."""
    found: dict[str, str | None] = {}
    base = frame.here.base
    if any(section_path(base, section) == base for section in _pavilions(frame)):
        found |= PAVILION
    origin = form_origin(frame)
    return {**found, "form-action": f"'self' {origin}"} if origin else found
