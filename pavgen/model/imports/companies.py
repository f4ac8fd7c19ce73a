"""Items of one company brought together, by the link that names the company."""

import re
from collections.abc import Iterable
from datetime import date

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Scalar
from pavgen.model.imports.drafts import words
from pavgen.model.imports.landscape_items import Item
from pavgen.model.imports.landscape_mapping import LandscapeMapping, PartnerRule, SolutionRule
from pavgen.model.imports.terms import folded
from pavgen.model.imports.wording import plain_name
from pavgen.model.schema.kinds import shown
from pavgen.security.names import name_problems

_ORGANISATION = re.compile(r"/organization/([^/?#]+)")


@dataclass(frozen=True, slots=True)
class Company:
    """A partner to be. `key` tells it from all others in every edition of the landscape.

    `items` stand in the order of their weight: the first decides the name and the website.
    """

    key: str
    name: Scalar
    items: tuple[Item[PartnerRule], ...]
    tier: str
    joined: Scalar | None

    def values(self, field: str) -> tuple[Scalar, ...]:
        """Return the different values of a key among the items, the weightiest first."""
        found = {s.text.strip(): s for item in reversed(self.items) if (s := item.get(field))}
        return tuple(reversed(found.values()))


def merge(
    items: Iterable[Item[PartnerRule]], mapping: LandscapeMapping
) -> Checked[tuple[Company, ...]]:
    """Bring the items of each company together, earliest to join first, then by key.

    Items without a company link are companies by their names. Where names differ, that of
    the first rule's item holds, and among equals the shortest; each other one is reported.
    """
    decorations = frozenset(word.casefold() for word in mapping.decorations)
    groups: dict[str, list[Item[PartnerRule]]] = {}
    notes: list[Diagnostic] = []
    for item in items:
        if item.get("name") is None:
            what, remedy = "an item without a name was left out", "give it a `name`"
            notes.append(Diagnostic(item.span, "import-name", what, remedy, "name", _WARNING))
            continue
        groups.setdefault(company_key(item, decorations), []).append(item)
    companies = [_company(key, found, mapping, decorations, notes) for key, found in groups.items()]
    companies.sort(key=lambda c: (c.joined.text if c.joined else _NEVER, c.key))
    return Checked(tuple(companies), in_order(notes))


_WARNING = Severity.WARNING
_NEVER = "9999-99-99"


def company_key(
    item: Item[PartnerRule] | Item[SolutionRule], decorations: Iterable[str] = ()
) -> str:
    """Return the company's name in its Crunchbase link, or `name:` and the item's plain name."""
    link = item.text("crunchbase")
    if not link:
        return f"name:{folded(plain_name(item.text('name'), frozenset(decorations)))}"
    found = _ORGANISATION.search(link)
    return found[1].casefold() if found else folded(link)


def _company(
    key: str,
    items: list[Item[PartnerRule]],
    mapping: LandscapeMapping,
    decorations: frozenset[str],
    notes: list[Diagnostic],
) -> Company:
    names = {id(item): plain_name(item.text("name"), decorations) for item in items}
    ranked = sorted(items, key=lambda i: (i.rank, len(names[id(i)]), names[id(i)]))
    scripts = mapping.program.name_scripts
    fitting = [i for i in ranked if not name_problems(names[id(i)], extra_scripts=scripts)]
    lead = (fitting or ranked)[0]
    name = names[id(lead)]
    for item in ranked:
        if folded(names[id(item)]) != folded(name):
            what = f"`{shown(names[id(item)])}` is called `{shown(name)}` here"
            remedy = "both have the same company link; correct the name if need be"
            notes.append(
                Diagnostic(item.span, "import-name-differs", what, remedy, "name", _WARNING)
            )
    tiers = [tier.id for tier in mapping.program.tiers]
    given = [item.rule.tier for item in ranked if item.rule.tier in tiers]
    tier = min(given, key=tiers.index, default=mapping.lowest_tier)
    return Company(key, words(name, lead.span), tuple(ranked), tier, _joined(ranked, notes))


def _joined(items: list[Item[PartnerRule]], notes: list[Diagnostic]) -> Scalar | None:
    days = []
    for item in items:
        found = item.get("joined")
        if found is None:
            continue
        if _is_day(found.text.strip()):
            days.append(Scalar(found.text.strip(), found.span))
        else:
            what = f"`{shown(found.text)}` is not a date (left out)"
            remedy = "give a date such as 2026-11-30"
            notes.append(Diagnostic(found.span, "import-date", what, remedy, "joined", _WARNING))
    return min(days, key=lambda day: day.text, default=None)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-30")
