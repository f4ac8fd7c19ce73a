"""Checks on files: strays, folders without their record, logos named and logos there."""

from collections.abc import Iterable, Mapping

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.model.decode import Records
from pavgen.model.layout import OtherFile, expected_beside, file_at


def check_files(records: Records, sizes: Mapping[str, int]) -> list[Diagnostic]:
    """Check the tree's files, given as sizes in bytes by path, against the records."""
    return [
        *_strays(sizes),
        *_missing(records, sizes),
        *_logos(records, sizes),
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
    if "content/program.yaml" not in sizes:
        return  # the reader has said so, and without it nothing else is a project's
    policy = "content/placement/policy.yaml"
    if policy not in sizes:
        remedy = "add it; `pavgen new project` shows a complete one"
        yield Diagnostic(Span(policy), "file-missing", "this file is needed", remedy)
    if not records.sites:
        remedy = "add content/sites/<site>.yaml, or run `pavgen new site`"
        yield Diagnostic(Span("content/sites"), "file-missing", "there is no site", remedy)
    folders = {path.split("/")[1] for path in sizes if path.startswith("partners/")}
    for slug in sorted(folders | set(records.standings)):
        path = f"partners/{slug}/listing.yaml"
        if path not in sizes and slug.count(".") == 0:
            what = f"partner `{slug}` has no listing"
            yield Diagnostic(Span(path), "listing-missing", what, "add this file")
    for slug, hub in _hub_folders(sizes):
        if slug not in records.hubs:
            yield Diagnostic(Span(hub), "file-missing", "a hub needs this file", "add it")


def _hub_folders(sizes: Mapping[str, int]) -> list[tuple[str, str]]:
    slugs = {path.split("/")[2] for path in sizes if path.startswith("content/hubs/")}
    return [(slug, f"content/hubs/{slug}/index.md") for slug in sorted(slugs)]


def _logos(records: Records, sizes: Mapping[str, int]) -> Iterable[Diagnostic]:
    most = records.program.limits.logo_bytes
    for slug, listing in records.listings.items():
        for key, name in (("logo", listing.logo), ("logo_dark", listing.logo_dark)):
            if not name:
                continue
            path = f"partners/{slug}/{name}"
            if path not in sizes:
                what = f"there is no file `{name}` in this folder"
                remedy = f"add it, or remove `{key}:`"
                yield Diagnostic(listing.source.at(key), "logo-missing", what, remedy, key)
            elif sizes[path] > most:
                what = f"{sizes[path]} bytes are {sizes[path] - most} over the limit of {most}"
                yield Diagnostic(Span(path), "logo-too-large", what, "export a smaller file")


def _unnamed_logos(records: Records, sizes: Mapping[str, int]) -> Iterable[Diagnostic]:
    for path in sizes:
        place = file_at(path)
        if not (isinstance(place, OtherFile) and place.type == "logo"):
            continue
        _, slug, name = path.split("/")
        listing = records.listings.get(slug)
        if listing is None or name in {listing.logo, listing.logo_dark}:
            continue
        key = "logo_dark" if "-dark" in name else "logo"
        what = f"`{name}` is not named in the listing, so nobody sees it"
        remedy = f"add `{key}: {name}`"
        yield Diagnostic(Span(path), "logo-unnamed", what, remedy, "", Severity.WARNING)
