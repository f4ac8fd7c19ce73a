"""What a host is asked to do: headers as narrow as the site allows, and redirects."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pavgen.model.records.site import FairnessSection
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
    base: str, files: Sequence[str], everywhere: Mapping[str, str | None]
) -> Iterator[HeaderRule]:
    """Yield the rule of each folder that needs a wider policy, if the site has such a folder."""
    for folder, changes in WIDER.items():
        if any(file.startswith(folder) for file in files):
            yield HeaderRule(
                f"{base}{folder}*", ((_CSP, policy({**everywhere, **changes})),), (_CSP,)
            )


def page_policy(frame: Frame, path: str) -> str:
    """Return the policy a page carries itself; empty where the site leaves it to the host."""
    if not frame.site.csp_meta:
        return ""
    inside = path.removeprefix(frame.here.base)
    wider = next((found for folder, found in WIDER.items() if inside.startswith(folder)), {})
    return policy({**_of_site(frame), **wider}, in_page=True)


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
    yield from wider_rules(base, [page.path for page in pages], everywhere)
    lasting = ("Cache-Control", "public, max-age=31536000, immutable")
    images = ((_CSP, _IMAGES), lasting)
    yield HeaderRule(f"{frame.logo_base}*", images, (_CSP,))
    fair = any(isinstance(section, FairnessSection) for section in frame.site.sections)
    for path in (*_FOR_OTHERS, *(_PROOF if fair else ())):
        fields = (("Access-Control-Allow-Origin", "*"), (_RESOURCES, "cross-origin"))
        yield HeaderRule(f"{base}{path}", fields, (_RESOURCES,))
    if frame.site.embed is not None:
        framed = policy({**everywhere, "frame-ancestors": " ".join(frame.site.embed.allow)})
        fields = ((_CSP, framed), (_RESOURCES, "cross-origin"))
        for folder in embed_folders(frame):
            yield HeaderRule(f"{folder}*", fields, (_CSP, _FRAMES, _RESOURCES))


def _of_site(frame: Frame) -> dict[str, str | None]:
    """Return what the site's own options add to the policy: where its forms are sent."""
    origin = form_origin(frame)
    return {"form-action": f"'self' {origin}"} if origin else {}
