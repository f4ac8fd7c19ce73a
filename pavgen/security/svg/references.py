"""Which element a reference means, and names for ids and classes that hold no user's text."""

from collections.abc import Iterator, Mapping

from pavgen.kernel.values import dataclass
from pavgen.security.css import Compound
from pavgen.security.svg.node import Drawing, Node, StyleRule
from pavgen.security.svg.vocabulary import TEXT_ELEMENTS

MISSING = "none"


@dataclass(frozen=True, slots=True)
class Names:
    """New names by old: ids that something refers to, classes that some rule selects.

    What a drawing refers to and does not have is called `none`, which no id is called, so a
    dangling reference stays dangling.
    """

    ids: Mapping[str, str]
    classes: Mapping[str, str]

    def target(self, old: str) -> str:
        """Give the new name of a referred id."""
        return self.ids.get(old, MISSING)


def name_afresh(drawing: Drawing) -> Names:
    """Give ids numbers in the order of the document, and classes in that of the rules."""
    wanted = {value.target for node in drawing.root.nodes() for value in node.values()}
    wanted |= {style.value.target for rule in drawing.rules for style in rule.styles}
    wanted |= {compound.id for compound in _compounds(drawing)}
    found = first_by_id(drawing.root)
    ids = [old for old in found if old in wanted]
    classes = dict.fromkeys(name for c in _compounds(drawing) for name in c.classes)
    return Names(
        {old: f"i{number}" for number, old in enumerate(ids)},
        {old: f"c{number}" for number, old in enumerate(classes)},
    )


def first_by_id(root: Node) -> dict[str, Node]:
    """Give the node each id means: the first in the order of the document, as in a browser."""
    found: dict[str, Node] = {}
    for node in root.nodes():
        if node.id:
            found.setdefault(node.id, node)
    return found


def has_text(drawing: Drawing) -> bool:
    """Say whether anything is written in letters, for which white space matters."""
    return any(node.name in TEXT_ELEMENTS for node in drawing.root.nodes())


class Matches:
    """The targets that rules give to elements, judged by the last part of each selector.

    Ancestors in a selector are ignored: the cost is then over-, never underestimated.
    """

    def __init__(self, rules: tuple[StyleRule, ...]) -> None:
        self._targets: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for rule in rules:
            targets = {(s.name, s.value.target) for s in rule.styles if s.value.target}
            for path in rule.selectors if targets else ():
                subject = path[-1]
                key = ("tag", subject.tag)
                if subject.id or subject.classes:
                    key = ("id", subject.id) if subject.id else ("class", subject.classes[0])
                self._targets.setdefault(key, set()).update(targets)

    def of(self, node: Node) -> Iterator[tuple[str, str]]:
        """Give `(property, id)` for all rules that may apply to the node."""
        keys = [("tag", node.name), ("id", node.id)]
        keys += [("class", name) for name in dict.fromkeys(node.classes)]
        for key in keys:
            yield from sorted(self._targets.get(key, ()))


def _compounds(drawing: Drawing) -> Iterator[Compound]:
    for rule in drawing.rules:
        for path in rule.selectors:
            yield from path
