"""A partner's own page: everything it and the programme say of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pavgen.model.programme import Partner
from pavgen.model.prose import Markup, Part
from pavgen.model.records.listing import Contact
from pavgen.plan.articles import article_card, articles_naming
from pavgen.plan.contact import contact_form
from pavgen.plan.facets import taxonomy_of
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.prose import prose_view
from pavgen.plan.sections.directory.scope import Scope
from pavgen.plan.solutions import solution_card, solutions_of
from pavgen.plan.surfaces import card, labels, named, ranks_of
from pavgen.plan.views import (
    CertificateView,
    ContactView,
    LinkView,
    OfficeView,
    Profile,
    ProseView,
    ReferenceView,
    SeekView,
    SurfaceView,
)
from pavgen.security.markup import paying_html


def profile_pages(scope: Scope) -> Iterator[Page]:
    """Yield the profile of each partner of the directory that no earlier one of the site has."""
    for partner in scope.partners:
        path = f"{scope.home}{partner.slug}/"
        if scope.frame.here.find("partner", partner.slug) != path:
            continue
        head = Head(
            path=path,
            title=partner.name,
            source=partner.listing.source.path,
            description=partner.listing.tagline,
            crumbs=(
                scope.crumb(),
                LinkView(scope.frame.words.say("plan-all-partners"), scope.browse),
            ),
        )
        yield scope.frame.page(head, "directory/profile.html", _profile(scope, partner))


def _profile(scope: Scope, partner: Partner) -> Profile:
    frame = scope.frame
    listing = partner.listing
    return Profile(
        card=card(frame, partner.slug, 1),
        legal_name=listing.legal_name,
        website=listing.website.href,
        website_label=listing.website.display,
        about=_about(scope, partner),
        types=_linked(frame, "type", listing.types),
        areas=_linked(frame, "area", listing.solution_areas),
        regions=_linked(frame, "region", listing.regions),
        industries=_linked(frame, "industry", listing.industries),
        segments=_linked(frame, "segment", listing.segments),
        tier=_linked(frame, "tier", (partner.standing.tier,))[0],
        languages=labels(frame.programme.words.languages, listing.languages),
        size=listing.size or "",
        founded=listing.founded,
        joined=partner.standing.joined,
        certificates=_certificates(frame, partner),
        offices=tuple(OfficeView(o.city, o.country, o.main) for o in listing.offices),
        contacts=tuple(_contacts(frame, listing.contacts)),
        links=tuple(LinkView(_link_label(word), url.href) for word, url in listing.links),
        offers=listing.offers,
        seeks=_seeks(frame, partner),
        solutions=tuple(
            solution_card(frame, slug, scope.section.list)
            for slug in solutions_of(frame, partner.slug)
            if frame.find("solution", slug)
        ),
        articles=tuple(
            article_card(frame, article)
            for article in articles_naming(frame, partner.slug)
            if frame.find("article", f"{article.hub}/{article.slug}")
        ),
        works_with=_works_with(scope, partner),
        references=tuple(_references(scope, partner)),
        reviewed=listing.reviewed,
        stale=_is_stale(frame, partner),
        rel=frame.rel(partner.slug),
        form=contact_form(frame, partner),
    )


def _about(scope: Scope, partner: Partner) -> ProseView:
    text = partner.about
    if partner.slug in scope.frame.placement.paying:
        text = replace(text, parts=tuple(_marked(part) for part in text.parts))
    return prose_view(scope.frame, text, scope.section.list)


def _marked(part: Part) -> Part:
    return Markup(paying_html(part.html)) if isinstance(part, Markup) else part


def _linked(frame: Frame, facet: str, terms: Iterable[str]) -> tuple[LinkView, ...]:
    taxonomy = taxonomy_of(frame.programme.words, facet)
    ranks = ranks_of(taxonomy)
    return tuple(
        LinkView(taxonomy[term].label, frame.facet(facet, term))
        for term in sorted({term for term in terms if term in ranks}, key=ranks.__getitem__)
    )


def _certificates(frame: Frame, partner: Partner) -> tuple[CertificateView, ...]:
    terms = frame.programme.words.certifications
    return tuple(
        CertificateView(terms[held.id].label, terms[held.id].summary, held.until)
        for held in partner.standing.certifications
        if held.until is None or held.until >= frame.showing.as_of
    )


def _contacts(frame: Frame, contacts: Iterable[Contact]) -> Iterator[ContactView]:
    for contact in contacts:
        label = contact.label or frame.words.say(f"plan-contact-{contact.purpose}")
        for url in (contact.email, contact.phone, contact.url):
            if url is not None:
                yield ContactView(contact.purpose, label, url.href, url.display)


def _link_label(word: str) -> str:
    spoken = word.replace("-", " ").replace("_", " ")
    return spoken[:1].upper() + spoken[1:]


def _seeks(frame: Frame, partner: Partner) -> tuple[SeekView, ...]:
    words = frame.programme.words
    return tuple(
        SeekView(
            labels(words.partner_types, seek.types),
            labels(words.solution_areas, seek.solution_areas),
            labels(words.regions, seek.regions),
            seek.note,
        )
        for seek in partner.listing.seeks
    )


def _works_with(scope: Scope, partner: Partner) -> SurfaceView | None:
    """Show the partners of the solutions this one takes part in."""
    frame = scope.frame
    others = {
        part.partner
        for slug in solutions_of(frame, partner.slug)
        for part in frame.programme.solutions[slug].record.partners
        if frame.programme.aliases.get(part.partner, part.partner) != partner.slug
    }
    title = frame.words.say("plan-works-with", name=partner.name)
    found = named(frame, scope.section.list, others, title)
    return found if found.cards else None


def _references(scope: Scope, partner: Partner) -> Iterator[ReferenceView]:
    """Yield the references that another gives and this one accepts: both sides agreed."""
    accepted = partner.listing.accepts_reference_from
    frame = scope.frame
    givers = named(frame, scope.section.list, accepted)
    for giver in givers.cards:
        for given in frame.programme.partners[giver.slug].listing.gives_reference:
            if frame.programme.aliases.get(given.to, given.to) == partner.slug:
                yield ReferenceView(giver, given.quote, given.project)


def _is_stale(frame: Frame, partner: Partner) -> bool:
    reviewed = partner.listing.reviewed
    if reviewed is None:
        return False
    return (frame.showing.as_of - reviewed).days > frame.programme.program.freshness_days
