"""The parts that structured data is made of: names, addresses, and nothing that is not known."""

from pavgen.kernel.canonical import Json
from pavgen.plan.views import PageView, PartnerCard

CONTEXT = "https://schema.org"

Thing = dict[str, Json]


def organisation(page: PageView, card: PartnerCard) -> Thing:
    """Tell of a partner by name, known by the address of its profile."""
    address = full_address(page, card.href) if card.href else ""
    organisation: Thing = {"@type": "Organization", "@id": address, "name": card.name}
    return without_gaps(organisation)


def publisher(page: PageView) -> Thing:
    """Tell of the vendor, who publishes the site."""
    shell = page.shell
    return {"@type": "Organization", "name": shell.vendor, "url": shell.vendor_url}


def named(kind: str, page: PageView, name: str) -> Thing:
    """Begin a thing that the page is about."""
    return {"@type": kind, "name": name, "url": page.canonical}


def full_address(page: PageView, href: str) -> str:
    """Return a link's full address; those to other sites have theirs already."""
    origin = page.canonical.removesuffix(page.path)
    return origin + href if href.startswith("/") else href


def without_gaps(thing: Thing) -> Thing:
    """Leave out what is not known: an empty value would say that there is none."""
    return {key: value for key, value in thing.items() if value not in ("", [])}
