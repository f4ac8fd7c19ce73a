"""Checks on files: strays, folders without their record, logos named and logos there."""

from collections.abc import Collection, Iterable, Mapping

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.suggest import did_you_mean, nearest
from pavgen.model.decode import Records
from pavgen.model.layout import OtherFile, expected_beside, file_at, renamed, standing_path


def check_files(records: Records, sizes: Mapping[str, int]) -> list[Diagnostic]:
    """Check the tree's files, given as sizes in bytes by path, against the records."""
    return [
        *_strays(sizes),
        *_missing(records, sizes),
        *_named_logos(records, sizes),
        *_unnamed_logos(records, sizes),
    ]


def _strays(sizes: Mapping[str, int]) -> Iterable[Diagnostic]:
    for path in sizes:
        if file_at(path) is None:
            partners = path.startswith("partners/")
            severity = Severity.ERROR if partners else Severity.WARNING
            what = "nothing reads this file"
            yield Diagnostic(Span(path), "file-stray", what, expected_beside(path), "", severity)


def _missing(records: Records, sizes: Mapping[str, int]) -> Iterable[Diagnostic]:
    # A file that only has the wrong ending is told as a stray one, with the right name.
    there = {*sizes, *(meant for path in sizes if (meant := renamed(path)))}
    if "content/program.yaml" not in sizes:
        return  # the reader has said so, and without it nothing else is a project's
    policy = "content/placement/policy.yaml"
    if policy not in there:
        remedy = "add it; `pavgen new project` shows a complete one"
        yield Diagnostic(Span(policy), "file-missing", "this file is needed", remedy)
    if not any(path.startswith("content/sites/") for path in there):
        remedy = "add content/sites/<site>.yaml, or run `pavgen new site`"
        yield Diagnostic(Span("content/sites"), "file-missing", "there is no site", remedy)
    yield from _missing_listings(records, there)
    for slug in _folders(there, "content/hubs/"):
        path = f"content/hubs/{slug}/index.md"
        if path not in there:
            what, remedy = f"hub `{slug}` has no front page", "add this file, with a title"
            yield Diagnostic(Span(path), "file-missing", what, remedy)
    for slug in _folders(there, "content/events/"):
        path = f"content/events/{slug}/event.yaml"
        if path not in there:
            what, remedy = (
                f"event `{slug}` has no record",
                "add this file, or run `pavgen new event`",
            )
            yield Diagnostic(Span(path), "file-missing", what, remedy)


def _missing_listings(records: Records, there: Collection[str]) -> Iterable[Diagnostic]:
    folders = _folders(there, "partners/")
    for slug in sorted({*folders, *records.standings}):
        path = f"partners/{slug}/listing.yaml"
        if path not in there:
            what = f"partner `{slug}` has no listing"
            remedy = "add this file"
            if slug not in folders:
                meant = nearest(
                    slug, [other for other in folders if other not in records.standings]
                )
                standing = standing_path(slug)
                remedy += f", or rename {standing} to `{meant}.yaml`" if meant else ""
                remedy += "" if meant else f", or remove {standing}"
            yield Diagnostic(Span(path), "listing-missing", what, remedy)


def _folders(paths: Iterable[str], above: str) -> list[str]:
    below = (path.removeprefix(above) for path in paths if path.startswith(above))
    return sorted({rest.split("/")[0] for rest in below if "/" in rest})


def _named_logos(records: Records, sizes: Mapping[str, int]) -> Iterable[Diagnostic]:
    most = records.program.limits.logo_bytes
    misnamed = {renamed(path) for path in sizes}
    logos = _logos(sizes)
    for slug, listing in records.listings.items():
        for key, name in (("logo", listing.logo), ("logo_dark", listing.logo_dark)):
            if not name:
                continue
            path = f"partners/{slug}/{name}"
            if path not in sizes and path not in misnamed:
                what = f"there is no file `{name}` in this folder"
                remedy = did_you_mean(name, logos.get(slug, ())) or f"add it, or remove `{key}`"
                yield Diagnostic(listing.source.at(key), "logo-missing", what, remedy, key)
            elif sizes.get(path, 0) > most:
                over = sizes[path] - most
                what = f"{sizes[path]:,} bytes are {over:,} over the limit of {most:,}"
                yield Diagnostic(Span(path), "logo-too-large", what, "export a smaller file")


def _logos(sizes: Mapping[str, int]) -> dict[str, list[str]]:
    """Return the names of the logos in each partner's folder."""
    found: dict[str, list[str]] = {}
    for path in sizes:
        if file_at(path) == OtherFile("logo"):
            _, slug, name = path.split("/")
            found.setdefault(slug, []).append(name)
    return found


def _unnamed_logos(records: Records, sizes: Mapping[str, int]) -> Iterable[Diagnostic]:
    for path in sizes:
        place = file_at(path)
        if not (isinstance(place, OtherFile) and place.type == "logo"):
            continue
        _, slug, name = path.split("/")
        listing = records.listings.get(slug)
        unread = listing is None or not listing.source.path
        if listing is None or unread or name in {listing.logo, listing.logo_dark}:
            continue
        key = "logo_dark" if "-dark" in name else "logo"
        if key in listing.source.spans:
            continue  # it names another, which is there, or has been told to be missing
        what = f"`{name}` is not named in the listing, so nobody sees it"
        remedy = f"add `{key}: {name}`"
        yield Diagnostic(Span(path), "logo-unnamed", what, remedy, "", Severity.WARNING)
