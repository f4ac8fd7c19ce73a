"""Checks on what one record says against itself: every key is right, and yet they disagree."""

from collections.abc import Iterable, Sequence
from datetime import date

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.decode import Records
from pavgen.model.records.hub import Article
from pavgen.model.records.listing import Contact, Listing
from pavgen.model.records.page import Page
from pavgen.model.records.program import Program
from pavgen.model.records.site import Site
from pavgen.model.records.solution import Solution
from pavgen.model.records.standing import Standing
from pavgen.model.schema.fields import Source
from pavgen.security.scripts import is_script


def check_contradictions(records: Records) -> Iterable[Diagnostic]:
    """Find spans that end before they begin, repetitions, and partners that name themselves."""
    yield from _scripts(records.program)
    for slug, listing in records.listings.items():
        yield from _listing(slug, listing)
    for slug, standing in records.standings.items():
        yield from _standing(slug, standing)
    for site in records.sites.values():
        yield from _contact_form(site)
    for solution in records.solutions.values():
        partners = [part.partner for part in solution.partners]
        yield from _repeated(solution.source, "partners", "partner", partners)
    dated: list[Solution | Article | Page] = [
        *records.solutions.values(),
        *records.articles.values(),
        *records.pages.values(),
    ]
    for record in dated:
        days = (record.published, record.expires)
        yield from _in_order(record.source, "published", "expires", days)


def _scripts(program: Program) -> Iterable[Diagnostic]:
    for index, name in enumerate(program.name_scripts):
        if name and not is_script(name):
            field = f"name_scripts[{index}]"
            what = f"there is no script `{name}`"
            remedy = "use the name Unicode gives it, such as `Cyrillic`"
            yield Diagnostic(program.source.at(field), "value-choice", what, remedy, field)


def _contact_form(site: Site) -> Iterable[Diagnostic]:
    contact, field = site.contact, "contact.endpoint"
    is_given = field in site.source.spans
    if contact.form == "endpoint" and not is_given:
        what, remedy = "nothing says where the form is sent", "add `endpoint: https://…`"
        yield Diagnostic(site.source.at("contact.form"), "key-missing", what, remedy, field)
    if contact.form != "endpoint" and is_given:
        what = f"the form is `{contact.form}`, so nothing is sent here"
        remedy = "write `form: endpoint`, or remove it"
        yield Diagnostic(site.source.at(field), "value-form", what, remedy, field)


def _listing(slug: str, listing: Listing) -> Iterable[Diagnostic]:
    source = listing.source
    for index, contact in enumerate(listing.contacts):
        field = f"contacts[{index}]"
        given = (f"{field}.{key}" in source.spans for key in ("email", "phone", "url"))
        if contact != Contact() and not any(given):
            what = "the contact leads nowhere"
            remedy = "add `email`, `phone` or `url`"
            yield Diagnostic(source.at(field), "key-missing", what, remedy, field)
    main = [index for index, office in enumerate(listing.offices) if office.main]
    for index in main[1:]:
        field = f"offices[{index}].main"
        what, remedy = "two offices are the head office", "keep `main: true` at one of them"
        yield Diagnostic(source.at(field), "value-repeated", what, remedy, field)
    mentions = {
        "competes_with": listing.competes_with,
        "accepts_reference_from": listing.accepts_reference_from,
    }
    for key, slugs in mentions.items():
        yield from _itself(slug, source, key, "", slugs)
    given_to = [reference.to for reference in listing.gives_reference]
    yield from _itself(slug, source, "gives_reference", ".to", given_to)


def _standing(slug: str, standing: Standing) -> Iterable[Diagnostic]:
    source = standing.source
    held = [certificate.id for certificate in standing.certifications]
    yield from _repeated(source, "certifications", "id", held)
    yield from _itself(slug, source, "competes_with", "", standing.competes_with)
    pause = standing.suspended
    if pause is not None:
        days = (pause.from_, pause.until)
        yield from _in_order(source, "suspended.from", "suspended.until", days)


def _in_order(
    source: Source, first: str, last: str, days: tuple[date | None, date | None]
) -> Iterable[Diagnostic]:
    start, end = days
    # The first day of all stands for one that could not be read, which has been told.
    if start is not None and end is not None and date.min < end < start:
        what = f"`{end}` is before `{first.rpartition('.')[2]}`, which is `{start}`"
        yield Diagnostic(source.at(last), "value-range", what, "give a later day", last)


def _repeated(source: Source, key: str, part: str, words: Sequence[str]) -> Iterable[Diagnostic]:
    for index, word in enumerate(words):
        if word and word in words[:index]:
            field = f"{key}[{index}].{part}"
            what = f"`{word}` stands here already"
            yield Diagnostic(source.at(field), "value-repeated", what, "remove it", field)


def _itself(
    slug: str, source: Source, key: str, part: str, slugs: Sequence[str]
) -> Iterable[Diagnostic]:
    for index, other in enumerate(slugs):
        if other == slug:
            field = f"{key}[{index}]{part}"
            what = f"`{slug}` is this partner itself"
            yield Diagnostic(source.at(field), "value-form", what, "name another", field)
