"""What a pull request changes: fields, words, hosts, names, logos, pages, and who stands where."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from pavgen.app.build import Made
from pavgen.app.review_git import PullRequest
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import parse_yaml
from pavgen.model.document import Node
from pavgen.model.layout import OtherFile, file_at
from pavgen.model.programme import Partner, Programme
from pavgen.model.prose import plain_text
from pavgen.model.review.contents import (
    FieldChange,
    Hidden,
    TextChange,
    field_changes,
    hidden_in,
    hosts_of,
    neighbours,
    text_change,
)
from pavgen.model.review.paths import PathChange
from pavgen.model.schema.texts import Link
from pavgen.place.effect import effect_of
from pavgen.plan.review import Changes, LogoChange, LogoFile, PageChanges
from pavgen.security.sniff import ImageKind, raster_size, sniff_image
from pavgen.security.svg import CleanSvg, clean_svg


def changes_of(pull: PullRequest, before: Made, after: Made) -> Changes:
    """Compare what was made of the base with what was made with the changes taken in."""
    old, new = before.project.programme, after.project.programme
    head = pull.head.value.files if pull.head else {}
    base = pull.base.value.files
    names = {slug: partner.name for slug, partner in new.partners.items()}
    renamed = [s for s in pull.slugs if s in names and names[s] != _name(old, s)]
    effect = None
    if before.placement is not None and after.placement is not None:
        effect = effect_of(before.placement, after.placement, pull.slugs)
    return Changes(
        fields=tuple(_fields(pull.paths, base, head)),
        texts=tuple(_texts(pull.slugs, old, new)),
        hidden=tuple(_hidden(pull.paths, head)),
        hosts=_new_hosts(pull.slugs, old, new, head),
        neighbours=neighbours(names, renamed),
        logos=tuple(_logos(pull.paths, base, head)),
        effect=effect,
        pages=tuple(_pages(before, after)) if effect else (),
        admitted=pull.pending,
        titles={name: item.title for name, item in new.policy.opportunities},
    )


def _name(programme: Programme, slug: str) -> str:
    partner = programme.partners.get(slug)
    return partner.name if partner else ""


def _fields(
    paths: Sequence[PathChange], base: Mapping[str, bytes], head: Mapping[str, bytes]
) -> Iterator[FieldChange]:
    for change in paths:
        if change.path.endswith(".yaml") and change.kind.kind != "code":
            old, new = _root(change.path, base), _root(change.path, head)
            # Of a file that cannot be read nobody knows which keys it has.
            if (old is not None or change.path not in base) and (
                new is not None or change.path not in head
            ):
                yield from field_changes(change.path, old, new)


def _root(path: str, files: Mapping[str, bytes]) -> Node | None:
    text = decode_text(path, files[path]).value if path in files else None
    return parse_yaml(path, text).value if text is not None else None


def _texts(slugs: Sequence[str], old: Programme, new: Programme) -> Iterator[TextChange]:
    for slug in slugs:
        before, after = _about(old, slug), _about(new, slug)
        if before != after:
            yield text_change(f"partners/{slug}/about.md", before, after)


def _about(programme: Programme, slug: str) -> str:
    partner = programme.partners.get(slug)
    return plain_text(partner.about) if partner else ""


def _hidden(paths: Sequence[PathChange], head: Mapping[str, bytes]) -> Iterator[Hidden]:
    for change in paths:
        if change.path in head and change.path.endswith((".yaml", ".md", ".svg")):
            yield from hidden_in(change.path, head[change.path].decode("utf-8", "replace"))


def _new_hosts(
    slugs: Sequence[str], old: Programme, new: Programme, head: Mapping[str, bytes]
) -> dict[str, tuple[str, ...]]:
    blank = Link().blank().host
    found = {}
    for slug in slugs:
        hosts = _hosts(new.partners.get(slug)) - _hosts(old.partners.get(slug))
        # What could not be decoded is replaced by a blank address, which nobody wrote.
        if blank.encode() not in head.get(f"partners/{slug}/listing.yaml", b"").lower():
            hosts -= {blank}
        if hosts:
            found[slug] = tuple(sorted(hosts))
    return found


def _hosts(partner: Partner | None) -> frozenset[str]:
    return hosts_of(partner.listing, partner.about) if partner else frozenset()


def _logos(
    paths: Sequence[PathChange], base: Mapping[str, bytes], head: Mapping[str, bytes]
) -> Iterator[LogoChange]:
    for change in paths:
        place = file_at(change.path)
        if isinstance(place, OtherFile) and place.type == "logo":
            before, after = base.get(change.path), head.get(change.path)
            yield LogoChange(change.path, logo_file(before), logo_file(after))


def logo_file(data: bytes | None) -> LogoFile | None:
    """Measure a logo's file as it was sent; the programme's logos all have one size."""
    if data is None:
        return None
    width, height = _measured(data)
    return LogoFile(hashlib.sha256(data).hexdigest(), len(data), width, height)


def _measured(data: bytes) -> tuple[int, int]:
    kind = sniff_image(data)
    if kind is ImageKind.SVG:
        drawing = clean_svg(data)
        return (drawing.width, drawing.height) if isinstance(drawing, CleanSvg) else (0, 0)
    return (raster_size(data, kind) if kind else None) or (0, 0)


def _pages(before: Made, after: Made) -> Iterator[PageChanges]:
    built = {site.site: site.files for site in before.sites}
    for site in after.sites:
        old = built.get(site.site, {})
        new = site.files
        pages = sorted(path for path in {*old, *new} if path.endswith("index.html"))
        yield PageChanges(
            site.site,
            added=tuple(path for path in pages if path not in old),
            changed=tuple(p for p in pages if p in old and p in new and old[p] != new[p]),
            removed=tuple(path for path in pages if path not in new),
        )
