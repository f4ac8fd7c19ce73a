"""The words of a programme's vocabularies: every id, and the id a person's word stands for."""

from collections.abc import Iterable, Iterator, Mapping

from pavgen.kernel.values import dataclass
from pavgen.model.records.program import Program, Term


@dataclass(frozen=True, slots=True)
class Word:
    """An id with the words visitors see; `plural` where a vocabulary has one."""

    id: str
    label: str
    plural: str = ""


def term_ids(program: Program) -> dict[str, tuple[str, ...]]:
    """Return the ids of each vocabulary in declared order, a parent before its children."""
    return {name: tuple(w.id for w in found) for name, found in vocabulary_words(program).items()}


def vocabulary_words(program: Program) -> dict[str, tuple[Word, ...]]:
    """Return the words of each vocabulary in declared order."""
    return {
        "tiers": tuple(Word(t.id, t.label) for t in program.tiers),
        "partner_types": tuple(Word(t.id, t.label, t.plural) for t in program.partner_types),
        "regions": tuple(_flat(program.regions)),
        "segments": tuple(_flat(program.segments)),
        "industries": tuple(_flat(program.industries)),
        "solution_areas": tuple(_flat(program.solution_areas)),
        "certifications": tuple(Word(c.id, c.label) for c in program.certifications),
        "languages": tuple(_flat(program.languages)),
    }


def ids_by_word(words: Iterable[Word]) -> Mapping[str, str]:
    """Return the id for each id, label and plural, in small letters; the first word wins."""
    found: dict[str, str] = {}
    for spelling in ("id", "label", "plural"):
        for word in words:
            text = {"id": word.id, "label": word.label, "plural": word.plural}[spelling]
            if text:
                found.setdefault(folded(text), word.id)
    return found


def folded(text: str) -> str:
    """Fold case and white space, which carry no meaning in a vocabulary's word."""
    return " ".join(text.casefold().split())


def _flat(terms: Iterable[Term]) -> Iterator[Word]:
    for term in terms:
        yield Word(term.id, term.label)
        yield from _flat(term.children)
