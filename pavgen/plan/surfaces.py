"""Partners shown together: cards in the order the placement gives, and in no other."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache

from pavgen.kernel.indexing import once
from pavgen.model.logo import Logo
from pavgen.model.taxonomy import Taxonomy
from pavgen.place.placement import Decision, Placement, Reasons
from pavgen.plan.frame import Frame
from pavgen.plan.views import LogoView, MarkView, PartnerCard, SourceView, SurfaceView

_SHOWN_REGIONS = 3
_FEW = 8
"""A part of a list is looked up when the list is so many times as long, else it is gone through."""


def surface(
    frame: Frame,
    opportunity: str,
    keep: Collection[str],
    *,
    title: str = "",
    first: int = 1,
    most: int | None = None,
) -> SurfaceView:
    """Show the partners that are kept, from position `first`, at most `most` of them."""
    decisions = kept(frame.placement, opportunity, keep)
    end = len(decisions) if most is None else min(len(decisions), first - 1 + most)
    cards = _cards(frame).decided(opportunity)
    shown = tuple(
        _at(cards[decision.slug], position)
        for position, decision in enumerate(decisions[first - 1 : end], first)
    )
    begins = first if shown else 0
    return _shown(frame, opportunity, title, shown, (len(decisions), begins, end))


@once()
def kept(placement: Placement, opportunity: str, keep: Collection[str]) -> tuple[Decision, ...]:
    """Return the decisions of an opportunity whose partners are kept, in their order.

    Their positions are those of the whole list; in the part they count from 1. All pages of a
    list ask for the same part.
    """
    decisions = placement.opportunities[opportunity].decisions
    if _FEW * len(keep) >= len(decisions):
        return tuple(decision for decision in decisions if decision.slug in keep)
    places = _places(decisions)
    return tuple(decisions[n] for n in sorted(places[slug] for slug in keep if slug in places))


def rows(
    frame: Frame, opportunities: Iterable[str], keep: Collection[str]
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
    if reasons.is_paid:
        return MarkView(frame.words.say("plan-sponsored"), sponsored=True)
    if reasons.pin is not None:
        until = reasons.pin.until
        return MarkView(frame.words.say("plan-pinned", date=frame.words.day(until)), until=until)
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
    total = len(cards)
    return _shown(frame, opportunity, title, cards, (total, min(1, total), total))


def card(frame: Frame, slug: str, position: int) -> PartnerCard:
    """Make a partner's card; only the position differs from list to list."""
    return _at(_cards(frame).of(slug), position)


@once(most=1)
def _cards(frame: Frame) -> "_Cards":
    return _Cards(frame)


class _Cards:
    """The cards of a site, each made when it is first asked for; they stand at no position."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._plain: dict[str, PartnerCard] = {}
        self._decided: dict[str, dict[str, PartnerCard]] = {}
        self._around: dict[str, SurfaceView] = {}

    def of(self, slug: str) -> PartnerCard:
        """Return a partner's card as a record that names it shows it."""
        if slug not in self._plain:
            self._plain[slug] = _made(self._frame, slug)
        return self._plain[slug]

    def decided(self, opportunity: str) -> Mapping[str, PartnerCard]:
        """Return the cards of an opportunity: with their reason, and what is said beside it."""
        if opportunity not in self._decided:
            decisions = self._frame.placement.opportunities[opportunity].decisions
            self._decided[opportunity] = {
                decision.slug: replace(
                    self.of(decision.slug),
                    why=self._frame.why.get((opportunity, decision.slug), ""),
                    why_href=self._frame.here.find("account", decision.slug),
                    mark=mark(self._frame, decision.reasons),
                )
                for decision in decisions
            }
        return self._decided[opportunity]

    def around(self, opportunity: str) -> SurfaceView:
        """Return what is said of an opportunity wherever it is shown, without anybody."""
        if opportunity not in self._around:
            self._around[opportunity] = _empty(self._frame, opportunity)
        return self._around[opportunity]


def _made(frame: Frame, slug: str) -> PartnerCard:
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
        position=0,
    )


def _at(same: PartnerCard, position: int) -> PartnerCard:
    return PartnerCard(
        same.slug,
        same.name,
        same.initials,
        same.href,
        same.tagline,
        same.tier,
        same.tier_label,
        same.types,
        same.regions,
        same.logo,
        same.logo_dark,
        position,
        same.why,
        same.why_href,
        same.mark,
        same,
    )


def _shown(
    frame: Frame,
    opportunity: str,
    title: str,
    cards: tuple[PartnerCard, ...],
    span: tuple[int, int, int],
) -> SurfaceView:
    """Show cards; `span` is how many the order holds, and the first and last position shown."""
    around = _cards(frame).around(opportunity)
    return SurfaceView(
        opportunity,
        title or around.title,
        cards,
        *span,
        around.period,
        around.until,
        around.rule,
        around.data_href,
        around.why_href,
        around.is_recorded,
    )


def _empty(frame: Frame, opportunity: str) -> SurfaceView:
    group = frame.placement.groups[frame.placement.opportunities[opportunity].group]
    return SurfaceView(
        opportunity=opportunity,
        title=frame.programme.policy.opportunity(opportunity).title,
        cards=(),
        total=0,
        first=0,
        last=0,
        period=group.period.label,
        until=group.period.last,
        rule=frame.words.say(f"plan-rule-{group.strategy}"),
        data_href=f"{frame.here.base}placement/{opportunity}.json",
        why_href=why_page(frame, opportunity),
        is_recorded=group.is_recorded,
    )


@once()
def _places(decisions: tuple[Decision, ...]) -> dict[str, int]:
    return {decision.slug: place for place, decision in enumerate(decisions)}


def labels(taxonomy: Taxonomy, terms: Iterable[str]) -> tuple[str, ...]:
    """Return the labels of terms in the order the programme declares them."""
    ranks = ranks_of(taxonomy)
    return tuple(
        taxonomy[term].label
        for term in sorted({term for term in terms if term in ranks}, key=ranks.__getitem__)
    )


@once(most=32)
def ranks_of(taxonomy: Taxonomy) -> dict[str, int]:
    """Return the place of each term in the order the programme declares them, from 0."""
    return {term: place for place, term in enumerate(taxonomy.ids())}


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
