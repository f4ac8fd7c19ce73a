"""The theme's colours with their contrast, put on the page that shows the design."""

from dataclasses import replace

from pavgen.app.themes import SiteKit
from pavgen.plan.pages import Page, SitePlan
from pavgen.plan.views import ColourRow, DesignPage
from pavgen.render.theme.contrast import Contrast, spoken


def with_colours(plan: SitePlan, kit: SiteKit) -> SitePlan:
    """Return the plan whose design page, if it has one, tells the theme's contrasts."""
    rows = tuple(_row(found) for found in kit.theme.contrasts)
    return replace(plan, pages=tuple(_told(page, rows) for page in plan.pages))


def _told(page: Page, rows: tuple[ColourRow, ...]) -> Page:
    match page.view.content:
        case DesignPage() as content:
            return replace(page, view=replace(page.view, content=replace(content, colours=rows)))
        case _:
            return page


def _row(found: Contrast) -> ColourRow:
    return ColourRow(
        name=found.name,
        light=found.light,
        dark=found.dark,
        light_ratio=spoken(found.light_ratio),
        dark_ratio=spoken(found.dark_ratio),
        needed=spoken(found.needed),
        is_enough=found.is_enough,
    )
