"""Social cards of a site: drawn after the plan, named by their content, told to every page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pavgen.app.load import Project
from pavgen.app.means import Means, Room
from pavgen.app.themes import SiteKit
from pavgen.kernel.canonical import sha256_hex
from pavgen.kernel.fingerprint import Fingerprints
from pavgen.plan.pages import Page, SitePlan
from pavgen.plan.social import SocialCard, social_card
from pavgen.plan.views import PageView
from pavgen.render.images.cards import Card, Look, draw_cards
from pavgen.render.theme.colours import read_colour

CARDS = "assets/cards/"
_TITLE_FONT, _TEXT_FONT = "fonts/card-title.ttf", "fonts/card-text.ttf"
_COLOUR = "accent"


def with_cards(
    plan: SitePlan, project: Project, kit: SiteKit, means: Means
) -> tuple[SitePlan, Mapping[str, bytes]]:
    """Return the plan whose pages know their card, and the cards' files by path in the site.

    A page that has a picture of its own keeps it. A theme without the two fonts, or without
    an accent colour, has no cards. Raises OSError when no image worker can be started.
    """
    look = _look(kit)
    if look is None or not project.programme.sites[plan.site].social_cards:
        return plan, {}
    wanted = {page.path: card for page in plan.pages if (card := _wanted(page.view)) is not None}
    cards = list(dict.fromkeys(wanted.values()))
    prints = Fingerprints()
    shown = {card: _card(card, project) for card in cards}
    keys = {card: prints.of((shown[card], look)) for card in cards}
    drawn = means.answers(_room(look, means.jobs), {keys[card]: shown[card] for card in cards})
    names: dict[SocialCard, str] = {}
    files: dict[str, bytes] = {}
    for card in cards:
        data = drawn[keys[card]]
        if data is not None:
            names[card] = f"{CARDS}{sha256_hex(data)[:16]}.png"
            files[names[card]] = data
    pages = tuple(
        _pictured(page, plan.base, names.get(wanted[page.path], ""))
        if page.path in wanted
        else page
        for page in plan.pages
    )
    return replace(plan, pages=pages), files


def _room(look: Look, jobs: int) -> Room[Card, bytes]:
    def make(cards: Sequence[Card]) -> Sequence[bytes | None]:
        return draw_cards(cards, look, jobs_count=jobs)

    return Room("social-card", make, bytes, bytes)


def _wanted(view: PageView) -> SocialCard | None:
    return None if view.image else social_card(view)


def _look(kit: SiteKit) -> Look | None:
    assets = kit.theme.theme.assets
    ground = read_colour(kit.theme.options.get(_COLOUR, ""))
    if ground is None or _TITLE_FONT not in assets or _TEXT_FONT not in assets:
        return None
    return Look(ground, assets[_TITLE_FONT], assets[_TEXT_FONT])


def _card(card: SocialCard, project: Project) -> Card:
    name = card.logo_src.rpartition("/")[2]
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    logo = project.logos.get(name, b"")
    return Card(card.title, card.subtitle, card.site, logo, kind if logo else "")


def _pictured(page: Page, base: str, name: str) -> Page:
    if not name:
        return page
    origin = page.view.canonical.removesuffix(page.view.path)
    return replace(page, view=replace(page.view, image=f"{origin}{base}{name}"))
