"""The parts that structured data is made of: names, addresses, and nothing that is not known."""

from collections.abc import Sequence

from pavgen.kernel.canonical import Json
from pavgen.plan.views import PageView, PartnerCard, SurfaceView

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


def partner_list(page: PageView, surface: SurfaceView) -> Thing:
    """Tell of partners shown together, with the positions that they have there."""
    origin = _origin(page)
    items = [list_item(c.position, c.name, _from(origin, c.href)) for c in surface.cards]
    return item_list(page, surface.title, items, surface.total)


def item_list(page: PageView, name: str, items: Sequence[Thing], total: int) -> Thing:
    """Tell of a list; `total` counts those on its other pages too."""
    return {
        **named("ItemList", page, name),
        "itemListOrder": f"{CONTEXT}/ItemListOrderAscending",
        "numberOfItems": total,
        "itemListElement": items,
    }


def list_item(position: int, name: str, address: str) -> Thing:
    """Tell of one in a list; the address may be empty."""
    item: Thing = {"@type": "ListItem", "position": position}
    if name:
        item["name"] = name
    if address:
        item["url"] = address
    return item


def named(kind: str, page: PageView, name: str) -> Thing:
    """Begin a thing that the page is about."""
    return {"@type": kind, "name": name, "url": page.canonical}


def full_address(page: PageView, href: str) -> str:
    """Return a link's full address; those to other sites have theirs already."""
    return _from(_origin(page), href)


def without_gaps(thing: Thing) -> Thing:
    """Leave out what is not known: an empty value would say that there is none."""
    return {key: value for key, value in thing.items() if value not in ("", [])}


def _origin(page: PageView) -> str:
    return page.canonical.removesuffix(page.path)


def _from(origin: str, href: str) -> str:
    return origin + href if href.startswith("/") else href
