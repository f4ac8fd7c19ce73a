"""Partners shown together: cards in the order the placement gives, and in no other."""

from collections.abc import Container, Iterable
from dataclasses import replace
from functools import cache

from pavgen.model.logo import Logo
from pavgen.model.taxonomy import Taxonomy
from pavgen.place.placement import Decision, Reasons
from pavgen.plan.frame import Frame
from pavgen.plan.views import LogoView, MarkView, PartnerCard, SourceView, SurfaceView

_SHOWN_REGIONS = 3


def surface(
    frame: Frame,
    opportunity: str,
    keep: Container[str],
    *,
    title: str = "",
    first: int = 1,
    most: int | None = None,
) -> SurfaceView:
    """Show the partners that are kept, from position `first`, at most `most` of them."""
    decisions = frame.placement.filtered(opportunity, keep)
    end = len(decisions) if most is None else min(len(decisions), first - 1 + most)
    shown = decisions[first - 1 : end]
    group = frame.placement.groups[frame.placement.opportunities[opportunity].group]
    return SurfaceView(
        opportunity=opportunity,
        title=title or frame.programme.policy.opportunity(opportunity).title,
        cards=tuple(_decided(frame, opportunity, decision) for decision in shown),
        total=len(decisions),
        first=first if shown else 0,
        last=end,
        period=group.period.label,
        until=group.period.last,
        rule=frame.words.say(f"plan-rule-{group.strategy}"),
        data_href=f"{frame.here.base}placement/{opportunity}.json",
        why_href=why_page(frame, opportunity),
        is_recorded=group.is_recorded,
    )


def rows(
    frame: Frame, opportunities: Iterable[str], keep: Container[str]
) -> tuple[SurfaceView, ...]:
    """Show opportunities in turn, leaving out those that have nobody to show."""
    found = (surface(frame, opportunity, keep) for opportunity in opportunities)
    return tuple(shown for shown in found if shown.cards)


def why_page(frame: Frame, opportunity: str) -> str:
    """Return the page that tells why an order is as it is: its own, or the site's on placement."""
    own = frame.here.find("opportunity", opportunity)
    general = frame.find("page", frame.site.why) if frame.site.why else ""
    return own or general or frame.find("opportunity", opportunity)


def mark(frame: Frame, reasons: Reasons) -> MarkView:
    """Say of an item that its place was sold, or given by hand; most say nothing."""
    pin = reasons.pin
    if reasons.sponsor is not None or (pin is not None and pin.paid):
        return MarkView(frame.words.say("plan-sponsored"), sponsored=True)
    if pin is not None:
        label = frame.words.say("plan-pinned", date=frame.words.day(pin.until))
        return MarkView(label, until=pin.until)
    return MarkView()


def named(frame: Frame, opportunity: str, slugs: Iterable[str], title: str = "") -> SurfaceView:
    """Show the partners a record names, in the placement's order.

    A list's rule does not keep a partner out of a record that names it, and does not move it
    either: all stand in the order of their group, by tier where the list shows tiers apart.
    """
    wanted = {
        partner.slug
        for slug in slugs
        if (partner := frame.programme.partner(slug)) is not None and frame.is_shown(slug)
    }
    ranks = frame.shelf.ranks[opportunity]
    order = sorted(wanted, key=lambda slug: ranks[slug])
    cards = tuple(card(frame, slug, position) for position, slug in enumerate(order, 1))
    empty = surface(frame, opportunity, (), title=title)
    total = len(cards)
    return replace(empty, cards=cards, total=total, first=min(1, total), last=total)


def card(frame: Frame, slug: str, position: int) -> PartnerCard:
    """Make a partner's card; only the position differs from list to list."""
    partner = frame.programme.partners[slug]
    words = frame.programme.words
    listing = partner.listing
    return PartnerCard(
        slug=slug,
        name=partner.name,
        initials=initials(partner.name),
        href=frame.find("partner", slug),
        tagline=listing.tagline,
        tier=partner.standing.tier,
        tier_label=words.tiers[partner.standing.tier].label,
        types=labels(words.partner_types, listing.types),
        regions=labels(words.regions, listing.regions)[:_SHOWN_REGIONS],
        logo=logo_view(partner.logo, frame.logo_base),
        logo_dark=logo_view(partner.logo_dark, frame.logo_base),
        position=position,
    )


def _decided(frame: Frame, opportunity: str, decision: Decision) -> PartnerCard:
    """Make the card of a decision: with its reason, and what must be said beside it."""
    return replace(
        card(frame, decision.slug, decision.position),
        why=frame.why.get((opportunity, decision.slug), ""),
        why_href=frame.here.find("account", decision.slug),
        mark=mark(frame, decision.reasons),
    )


def labels(taxonomy: Taxonomy, terms: Iterable[str]) -> tuple[str, ...]:
    """Return the labels of terms in the order the programme declares them."""
    chosen = frozenset(terms)
    return tuple(entry.label for entry in taxonomy if entry.id in chosen)


@cache
def logo_view(logo: Logo | None, base: str) -> LogoView | None:
    """Give a logo its addresses: the last variant for every browser, the others to choose."""
    if logo is None:
        return None
    by_type: dict[str, list[str]] = {}
    for variant in logo.variants:
        by_type.setdefault(variant.media_type, []).append(f"{base}{variant.name} {variant.width}w")
    last = logo.variants[-1]
    sources = tuple(
        SourceView(media_type, ", ".join(files))
        for media_type, files in by_type.items()
        if len(by_type) > 1 or len(files) > 1
    )
    return LogoView(base + last.name, logo.width, logo.height, sources, logo.plate_on_dark)


def initials(name: str) -> str:
    """Return one or two letters for a partner without a logo."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return name[:1].upper()
    if not words[0][0].isascii() and not words[0][0].isupper() and not words[0][0].islower():
        return words[0][0]
    return "".join(word[0] for word in words[:2]).upper()
