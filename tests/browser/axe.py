"""axe-core, the common checker of accessibility, run in a page as two visitors see it."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Literal

from playwright.sync_api import Page

from tests.browser.samples import OPEN_DETAILS

Look = tuple[Literal["light", "dark"], int]

LAPTOP_AND_PHONE: tuple[Look, ...] = (("light", 1440), ("dark", 390))

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

_RUN = """async (contrast) => {
  const rules = { "color-contrast": { enabled: contrast } };
  return (await axe.run(document, { resultTypes: ["violations"], rules })).violations
    .map((found) => found.id + ": " + found.nodes[0].html.slice(0, 160));
}"""


def violations(
    page: Page, looks: Sequence[Look] = LAPTOP_AND_PHONE, *, contrast: bool = True
) -> dict[str, list[str]]:
    """Return what axe finds on an open page, by look; everything that folds is unfolded."""
    page.evaluate(OPEN_DETAILS)
    page.evaluate(_AXE)
    found = {}
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found[f"{scheme} {width}"] = page.evaluate(_RUN, contrast)
    return found
