"""What tests of finding ask of the demo's list and of a page that shows it."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

LISTED = "ol.partners-grid > li"
Register = dict[str, Any]


def fitting(site: Path, register: Register, **wanted: list[str]) -> list[str]:
    """Return who fits, in the order that the placement publishes: by other means than the script."""
    rows = {row["slug"]: row for row in register["partners"]}
    terms = {facet["id"]: facet["terms"] for facet in register["facets"]}

    def has(row: Register, facet: str, value: str) -> bool:
        found, left = set(), list(row["values"][facet])
        while left:
            term = terms[facet][left.pop()]
            found.add(term[0])
            left += term[2:]
        return value in found

    order = json.loads((site / "placement" / f"{register['surface']}.json").read_text("utf-8"))
    return [
        entry["partner"]
        for entry in order["order"]
        if (row := rows.get(entry["partner"]))
        and all(any(has(row, facet, v) for v in values) for facet, values in wanted.items())
    ]


def shown(page: Page) -> list[list[str]]:
    """Return slug and position of every card of the list."""
    found: list[list[str]] = page.locator(LISTED).evaluate_all(
        "items => items.map(({dataset}) => [dataset.partner, dataset.position])"
    )
    return found


def numbered(slugs: list[str]) -> list[list[str]]:
    return [[slug, str(position)] for position, slug in enumerate(slugs, 1)]


def tick(page: Page, facet: str, value: str) -> None:
    page.locator(f'.facet[data-facet="{facet}"] [data-value="{value}"] input').check()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def hrefs(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all(
        "links => links.map((link) => link.href)"
    )
    return found
