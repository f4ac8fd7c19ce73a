"""What staff may link to: records by name, headings of the text, and addresses."""

import re

from pavgen.kernel.suggest import did_you_mean, nearest
from pavgen.model.prose import ANCHOR_PREFIX, RECORD_KINDS, RecordLink
from pavgen.render.markdown.notes import Notes
from pavgen.security.problem import quoted
from pavgen.security.urls import SafeUrl, parse_staff_link


def record_link(address: str, line: int, notes: Notes) -> RecordLink | None:
    """Read `kind:target#anchor`; None when it is no such link or, with a note, a malformed one."""
    kind, colon, rest = address.partition(":")
    if not colon or kind not in RECORD_KINDS:
        return None
    target, _, anchor = rest.partition("#")
    if record_target(kind, target, line, notes):
        return RecordLink(kind, target, anchor, notes.span(line))
    return None


def record_target(kind: str, target: str, line: int, notes: Notes) -> bool:
    """Say whether `target` has the form of a name of that kind, and note it when not."""
    form = _FORMS.get(kind, _SLUG)
    if form.fullmatch(target):
        return True
    example = {"article": "article:hub/slug", "page": "page:path/of/the/page"}
    what = f"{quoted(target)} is not the name of a record" if target else f"no {kind} is named"
    remedy = f"write `{example.get(kind, f'{kind}:slug')}`"
    notes.error(line, "prose-record-target", what, remedy)
    return False


def is_record_address(address: str) -> bool:
    """Say whether an address begins with a kind of record, well-formed or not."""
    return address.partition(":")[0] in RECORD_KINDS and ":" in address


def plain_address(address: str, line: int, notes: Notes) -> str:
    """Return the address to put into the page; a refused one is noted and becomes empty."""
    scheme = address.partition(":")[0]
    if ":" in address and scheme.isalpha() and nearest(scheme, RECORD_KINDS):
        what = f"no kind of record is called {quoted(scheme)}"
        notes.error(line, "prose-record-kind", what, did_you_mean(scheme, RECORD_KINDS))
        return ""
    url = parse_staff_link(address)
    if isinstance(url, SafeUrl):
        return url.href
    notes.problems(line, url)
    return ""


def anchor_address(address: str, anchors: frozenset[str], line: int, notes: Notes) -> str:
    """Return `#anchor` as the page knows it: a heading may be named without its prefix."""
    name = address.removeprefix("#")
    if name in anchors or name in {"", "top"}:
        return address
    if ANCHOR_PREFIX + name in anchors:
        return f"#{ANCHOR_PREFIX}{name}"
    headings = [anchor for anchor in anchors if anchor.startswith(ANCHOR_PREFIX)]
    known = sorted(anchor.removeprefix(ANCHOR_PREFIX) for anchor in headings)
    remedy = did_you_mean(name, known) or "name a heading of this text"
    notes.warn(line, "prose-anchor-unknown", f"nothing here is called {quoted(name)}", remedy)
    return address


def local_image(src: str, line: int, notes: Notes) -> bool:
    """Say whether an image is a file of ours, and note it when not."""
    if _LOCAL.fullmatch(src) and not {".", ".."} & set(src.split("/")):
        return True
    what = f"the image {quoted(src)} is not a file of this project"
    remedy = "put the file into `media/` and write `media/name.png`, or use `/assets/…`"
    notes.error(line, "prose-image-address", what, remedy)
    return False


_NAME = r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?"
_SLUG = re.compile(_NAME)
_FORMS = {
    "article": re.compile(rf"{_NAME}/{_NAME}"),
    "page": re.compile(rf"{_NAME}(?:/{_NAME})*"),
}
_LOCAL = re.compile(r"(?:media|/assets)(?:/(?:[A-Za-z0-9._~-]|%20)+)+")
