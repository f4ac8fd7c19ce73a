"""A landscape's tree into items, each with the rule of the mapping that claims it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from typing import Generic, TypeVar

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.imports.drafts import scalar_text
from pavgen.model.imports.landscape_mapping import LandscapeMapping, PartnerRule, SolutionRule
from pavgen.model.schema.kinds import shown

R = TypeVar("R", PartnerRule, SolutionRule)

_KNOWN = frozenset(
    {"name", "homepage_url", "logo", "crunchbase", "joined", "description", "second_path", "extra"}
)


@dataclass(frozen=True, slots=True)
class Item(Generic[R]):
    """An entry of the landscape; `rank` is its rule's place in the mapping, from 0."""

    fields: Entries
    rule: R
    rank: int

    @property
    def span(self) -> Span:
        """Return the place of the entry's name, or of the entry."""
        name = self.fields.get("name")
        return name.span if name is not None else self.fields.span

    def get(self, key: str) -> Scalar | None:
        """Return a value that is not empty by its key, `extra.blog_url` for one further down."""
        first, _, rest = key.partition(".")
        node = self.fields.get(first)
        if rest and isinstance(node, Entries):
            node = node.get(rest)
        return node if isinstance(node, Scalar) and scalar_text(node) else None

    def text(self, key: str) -> str:
        """Return a value's text, or nothing."""
        return scalar_text(self.get(key))


@dataclass(frozen=True, slots=True)
class LandscapeItems:
    """The items that the mapping claims, in the order of the file."""

    partners: tuple[Item[PartnerRule], ...] = ()
    solutions: tuple[Item[SolutionRule], ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A category and subcategory with its items."""

    category: str
    subcategory: str
    items: tuple[Entries, ...]
    span: Span

    @property
    def name(self) -> str:
        return f"{self.category} / {self.subcategory}"


def read_items(path: str, root: Node | None, mapping: LandscapeMapping) -> Checked[LandscapeItems]:
    """Sort a landscape's items by the rules; what no rule claims is reported by category."""
    reading = _Reading(path)
    places = list(reading.places(root))
    partners: list[Item[PartnerRule]] = []
    solutions: list[Item[SolutionRule]] = []
    for place in places:
        partner = _rule_for(place, mapping.partners)
        solution = _rule_for(place, mapping.solutions)
        if partner:
            partners += [Item(fields, partner[1], partner[0]) for fields in place.items]
        if solution:
            solutions += [Item(fields, solution[1], solution[0]) for fields in place.items]
        if partner is None and solution is None:
            reading.unmapped(place)
    reading.unused(places, mapping)
    reading.unmapped_keys((*partners, *solutions), mapping)
    return Checked(LandscapeItems(tuple(partners), tuple(solutions)), in_order(reading.diagnostics))


def _rule_for(place: _Place, rules: tuple[R, ...]) -> tuple[int, R] | None:
    for rank, rule in enumerate(rules):
        if _claims(rule, place):
            return rank, rule
    return None


def _claims(rule: PartnerRule | SolutionRule, place: _Place) -> bool:
    return rule.category == place.category and rule.subcategory in ("", place.subcategory)


@dataclass(slots=True)
class _Reading:
    path: str
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def places(self, root: Node | None) -> Iterator[_Place]:
        """Walk categories and subcategories; an empty list of items is no mistake."""
        top = root.get("landscape") if isinstance(root, Entries) else None
        if not isinstance(top, Items):
            what, remedy = "no list `landscape:` is here", "give a landscape's data file"
            span = root.span if root is not None else Span(self.path)
            self.diagnostics.append(Diagnostic(span, "import-shape", what, remedy))
            return
        for category in self._entries(top):
            below = category.get("subcategories")
            for subcategory in self._entries(below):
                items = tuple(self._entries(subcategory.get("items")))
                names = _name(category, "category"), _name(subcategory, "subcategory")
                yield _Place(*names, items, subcategory.span)

    def unmapped(self, place: _Place) -> None:
        """Report a category that no rule claims, unless it is empty."""
        if place.items:
            what = f"`{shown(place.name)}` was not imported ({_counted(len(place.items))})"
            remedy = "give the category a rule in the mapping to import it"
            self._warn(place.span, "import-category", what, remedy)

    def unused(self, places: list[_Place], mapping: LandscapeMapping) -> None:
        """Report rules of a mapping someone wrote that claim nothing: most likely misspelled."""
        rules: tuple[PartnerRule | SolutionRule, ...] = (*mapping.partners, *mapping.solutions)
        for rule in rules:
            if mapping.source.path and not any(_claims(rule, place) for place in places):
                name = f"{rule.category} / {rule.subcategory}".removesuffix(" / ")
                what = f"the landscape has no category `{shown(name)}`"
                remedy = "compare the spelling in the mapping"
                self._warn(Span(mapping.source.path), "import-rule-unused", what, remedy)

    def unmapped_keys(
        self, items: tuple[Item[PartnerRule] | Item[SolutionRule], ...], mapping: LandscapeMapping
    ) -> None:
        """Report each key of items that nothing is made of, once, with how often it occurs."""
        used = {*_KNOWN, *mapping.ignored, *(source for _, source in mapping.links)}
        counts: Counter[str] = Counter()
        first: dict[str, Span] = {}
        for item in items:
            for key, node in _leaves(item.fields):
                if key not in used:
                    counts[key] += 1
                    first.setdefault(key, node.span)
        for key in sorted(counts):
            what = f"the key `{shown(key)}` was not imported ({_counted(counts[key])})"
            remedy = "name it under `links` or `ignored` in the mapping"
            self._warn(first[key], "import-key", what, remedy)

    def _entries(self, node: Node | None) -> Iterator[Entries]:
        if node is None or (isinstance(node, Scalar) and not scalar_text(node)):
            return
        if not isinstance(node, Items):
            what, remedy = "a list belongs here", "compare it with the landscape's documentation"
            self._warn(node.span, "import-shape", what, remedy)
            return
        for item in node.items:
            if isinstance(item, Entries):
                yield item
            else:
                what = "this is no group of keys, and was passed over"
                self._warn(item.span, "import-shape", what, "give it a `name`")

    def _warn(self, span: Span, code: str, what: str, remedy: str) -> None:
        self.diagnostics.append(Diagnostic(span, code, what, remedy, severity=Severity.WARNING))


def _leaves(fields: Entries) -> Iterator[tuple[str, Node]]:
    for key, node in fields:
        if key.text == "extra" and isinstance(node, Entries):
            yield from ((f"extra.{k.text}", n) for k, n in node)
        else:
            yield key.text, node


def _name(node: Entries, kind: str) -> str:
    return scalar_text(node.get("name")) or scalar_text(node.get(kind))


def _counted(number: int) -> str:
    return "1 item" if number == 1 else f"{number} items"
