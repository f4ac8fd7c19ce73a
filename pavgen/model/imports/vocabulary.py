"""Words of a spreadsheet into ids: those of the programme, or of one that is being made."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Node
from pavgen.model.imports.drafts import keyed, listed, words
from pavgen.model.imports.terms import Word, folded, ids_by_word
from pavgen.model.records.program import VOCABULARIES
from pavgen.security.slugs import slugify
from pavgen.security.text import text_problems

_MOST = {"tiers": 20, "partner_types": 40, "segments": 20, "industries": 100, "solution_areas": 100}
_MANY = 200
_LONGEST = 40


@dataclass(slots=True)
class Vocabulary:
    """One vocabulary: `grows` when the programme is new and its words come from the file."""

    name: str
    by_word: dict[str, str]
    grows: bool
    added: list[Word] = field(default_factory=list)

    def id_of(self, word: str) -> str | None:
        """Return the id a word stands for, or None when it is not and cannot become one."""
        known = self.by_word.get(folded(word))
        if known is not None or not self.grows:
            return known
        new = slugify(word)
        full = len(self.added) >= _MOST.get(self.name, _MANY)
        if not new or full or len(word) > _LONGEST or text_problems(word, emoji=False):
            return None
        if new not in {added.id for added in self.added}:
            label = word.replace("-", " ").capitalize() if word == new else word
            self.added.append(Word(new, label))
        self.by_word[folded(word)] = new
        return new


def vocabularies_of(
    words_there: Mapping[str, tuple[Word, ...]] | None,
) -> dict[str, Vocabulary]:
    """Return the vocabularies of a programme, or empty ones that grow for a new one."""
    there = words_there or {}
    return {
        name: Vocabulary(name, dict(ids_by_word(there.get(name, ()))), words_there is None)
        for name in VOCABULARIES
    }


def program_node(
    name: str, vendor: tuple[str, str], vocabularies: Mapping[str, Vocabulary]
) -> Entries:
    """Return the `program.yaml` of a new programme with the words that were found.

    A tier and a type are needed; where the file has none there is one of each, `partner`.
    """
    pairs = dict(_lists(vocabularies))
    vendor_node = keyed(("name", words(vendor[0])), ("url", words(vendor[1])))
    return keyed(("name", words(name)), ("vendor", vendor_node), *pairs.items())


def _lists(vocabularies: Mapping[str, Vocabulary]) -> Iterator[tuple[str, Node]]:
    for name in VOCABULARIES:
        found = vocabularies[name].added
        if not found and name in {"tiers", "partner_types"}:
            found = [Word("partner", "Partner")]
        yield name, listed(_term(name, word) for word in found)


def _term(vocabulary: str, word: Word) -> Entries:
    plural = words(f"{word.label}s"[:_LONGEST]) if vocabulary == "partner_types" else None
    return keyed(("id", words(word.id)), ("label", words(word.label)), ("plural", plural))
