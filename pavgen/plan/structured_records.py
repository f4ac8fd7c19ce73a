"""One record told to programs: a partner, a solution or an article, from the view of its page."""

from datetime import date

from pavgen.kernel.canonical import Json
from pavgen.plan.structured_parts import (
    Thing,
    full_address,
    named,
    organisation,
    publisher,
    without_gaps,
)
from pavgen.plan.views import ArticleText, LinkView, PageView, Profile, SolutionStory


def told_profile(page: PageView, view: Profile) -> Thing:
    """Tell of a partner as an organisation and a member of the programme."""
    knows = [link.label for link in (*view.areas, *view.industries)]
    organisation: Thing = {
        "@type": "Organization",
        "@id": page.canonical,
        "name": view.card.name,
        "legalName": view.legal_name,
        "description": view.card.tagline,
        "url": view.website,
        "logo": full_address(page, view.card.logo.src) if view.card.logo else "",
        "foundingDate": str(view.founded) if view.founded else "",
        "numberOfEmployees": _people(view.size),
        "address": [
            {
                "@type": "PostalAddress",
                "addressLocality": office.city,
                "addressCountry": office.country,
            }
            for office in view.offices
        ],
        "areaServed": [link.label for link in view.regions],
        "knowsAbout": knows,
        "knowsLanguage": list(view.languages),
        "sameAs": [link.href for link in view.links if link.href.startswith("http")],
        "contactPoint": [_contact(c.label, c.href, c.text) for c in view.contacts],
        "hasCertification": [
            _certificate(held.label, held.issuer, held.until) for held in view.certificates
        ],
        "memberOf": {
            "@type": "ProgramMembership",
            "programName": page.shell.programme,
            "hostingOrganization": publisher(page),
        },
        "mainEntityOfPage": page.canonical,
    }
    return without_gaps(organisation)


def _people(size: str) -> Json:
    """Read `11-50` or `5000+`, the two forms a listing may give."""
    least, _, most = size.removesuffix("+").partition("-")
    if not least.isdecimal():
        return ""
    bounds: Thing = {"@type": "QuantitativeValue", "minValue": int(least)}
    return bounds | ({"maxValue": int(most)} if most.isdecimal() else {})


def _contact(label: str, href: str, text: str) -> Thing:
    scheme = href.partition(":")[0]
    key = {"mailto": "email", "tel": "telephone"}.get(scheme, "url")
    value = href if key == "url" else text
    return {"@type": "ContactPoint", "contactType": label, key: value}


def _certificate(label: str, issuer: str, until: date | None) -> Thing:
    by: Json = {"@type": "Organization", "name": issuer} if issuer else ""
    certificate: Thing = {
        "@type": "Certification",
        "name": label,
        "issuedBy": by,
        "expires": until.isoformat() if until else "",
    }
    return without_gaps(certificate)


def told_solution(page: PageView, view: SolutionStory) -> Thing:
    """Tell of a solution as a story about a service that partners give, in the list's order."""
    makers: list[Json] = [organisation(page, role.card) for role in view.roles]
    service: Thing = {
        "@type": "Service",
        "name": view.card.title,
        "description": view.card.summary,
        "serviceType": [link.label for link in view.areas],
        "category": [link.label for link in view.industries],
        "provider": makers,
    }
    story: Thing = {
        **named("CreativeWork", page, view.card.title),
        "description": view.card.summary,
        "datePublished": view.published.isoformat(),
        "inLanguage": page.shell.locale,
        "creator": makers,
        "about": without_gaps(service),
        "publisher": publisher(page),
    }
    return without_gaps(story)


def told_article(page: PageView, view: ArticleText) -> Thing:
    """Tell of an article: who wrote it, when, and which partners it names."""
    card = view.card
    dates = [day for day in (card.published, view.reviewed) if day]
    author: Thing = {
        "@type": "Person",
        "name": view.author.label,
        "url": full_address(page, view.author.href) if view.author.href else "",
    }
    article: Thing = {
        **named("Article", page, card.title),
        "headline": card.title,
        "description": card.summary,
        "image": full_address(page, view.image) if view.image else "",
        "author": without_gaps(author),
        "contributor": organisation(page, view.contributor) if view.contributor else "",
        "datePublished": card.published.isoformat() if card.published else "",
        "dateModified": max(dates).isoformat() if dates else "",
        "keywords": list(card.topics),
        "mentions": [organisation(page, c) for c in (view.partners.cards if view.partners else ())],
        "isPartOf": _series(page, view.series) if view.series else "",
        "inLanguage": page.shell.locale,
        "publisher": publisher(page),
        "mainEntityOfPage": page.canonical,
    }
    return without_gaps(article)


def _series(page: PageView, series: LinkView) -> Thing:
    return {
        "@type": "CreativeWorkSeries",
        "name": series.label,
        "url": full_address(page, series.href),
    }
