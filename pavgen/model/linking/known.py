"""What exists: the ids that a reference may name, by vocabulary."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.suggest import Guesses
from pavgen.kernel.values import dataclass
from pavgen.model.decode import Records
from pavgen.model.layout import RecordFile, file_at, standing_path
from pavgen.model.prose import Embed, Prose, RecordLink
from pavgen.model.records.program import VOCABULARIES, Term
from pavgen.model.schema.decoding import Reference
from pavgen.model.schema.kinds import shown

_WORDS = {
    "tiers": "tier",
    "partner_types": "type",
    "regions": "region",
    "segments": "segment",
    "industries": "industry",
    "solution_areas": "solution area",
    "certifications": "certification",
    "languages": "language",
    "partners": "partner",
    "opportunities": "opportunity",
    "groups": "group",
    "hubs": "hub",
    "pages": "page",
    "topics": "topic",
    "series": "series",
    "solutions": "solution",
    "articles": "article",
    "events": "event",
    "packages": "package",
    "halls": "hall",
    "booths": "booth",
    "features": "feature",
    "rooms": "room",
    "tracks": "track",
    "slots": "slot",
    "speakers": "speaker",
}
_PROSE_VOCABULARY = {
    "partner": "partners",
    "solution": "solutions",
    "article": "articles",
    "page": "pages",
    "opportunity": "opportunities",
    "event": "events",
}


_OPTION_VOCABULARY = {
    "type": "partner_types",
    "tier": "tiers",
    "region": "regions",
    "segment": "segments",
    "industry": "industries",
    "solution_area": "solution_areas",
    "hub": "hubs",
    "topic": "topics",
    "series": "series",
}


# Records that may speak of a partner before it is admitted.
_OF_PENDING = frozenset({"name-exceptions"})
# Vocabularies without which no project is complete: an empty one has been told already.
_OF_EVENTS = frozenset(
    {"packages", "halls", "booths", "features", "rooms", "tracks", "slots", "speakers"}
)
_NEEDED = ("tiers", "partner_types", "groups", "opportunities")


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of every vocabulary, and the former slugs of partners.

    `unread` are vocabularies whose file or key is missing or broken: that has been told, and
    every mention of their words would tell it again.
    """

    ids: Mapping[str, frozenset[str]]
    by_hub: Mapping[str, Mapping[str, frozenset[str]]]
    pending: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    by_event: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    guesses: Guesses = field(default_factory=Guesses, compare=False)

    def check(self, reference: Reference) -> Diagnostic | None:
        """Return what is wrong with a reference, or None."""
        known = self._of(reference.vocabulary, reference.span.path)
        if known is None or reference.target in known:
            return self._check_pending(reference)
        noun = _WORDS.get(reference.vocabulary, reference.vocabulary)
        return Diagnostic(
            reference.span,
            f"{noun.replace(' ', '-')}-unknown",
            f"unknown {noun} `{shown(reference.target)}`",
            self._remedy(reference, known, noun),
            reference.field,
        )

    def check_link(self, link: RecordLink) -> Diagnostic | None:
        """Return what is wrong with a link to a record in a text, or None."""
        vocabulary = _PROSE_VOCABULARY.get(link.kind)
        if vocabulary is None or (link.kind == "partner" and link.target in self.aliases):
            return None
        return self.check(Reference(vocabulary, link.target, link.span, ""))

    def check_embed(self, embed: Embed) -> list[Diagnostic]:
        """Return what is wrong with the options of an embed that name a vocabulary's term."""
        named = (
            Reference(_OPTION_VOCABULARY[name], value, embed.span, name)
            for name, value in embed.options
            if name in _OPTION_VOCABULARY
        )
        return [found for found in map(self.check, named) if found is not None]

    def _check_pending(self, reference: Reference) -> Diagnostic | None:
        if reference.vocabulary != "partners" or reference.target not in self.pending:
            return None
        place = file_at(reference.span.path)
        if isinstance(place, RecordFile) and (place.is_partners or place.type in _OF_PENDING):
            return None
        return Diagnostic(
            reference.span,
            "partner-pending",
            f"partner `{reference.target}` is pending",
            f"add {standing_path(reference.target)}, or name another",
            reference.field,
        )

    def _of(self, vocabulary: str, path: str) -> frozenset[str] | None:
        place = file_at(path)
        if vocabulary in _OF_EVENTS:
            event = place.slug if isinstance(place, RecordFile) else ""
            return self.by_event.get(event, {}).get(vocabulary)
        if vocabulary in {"topics", "series"}:
            hub = place.hub if isinstance(place, RecordFile) else ""
            if hub and hub not in self.by_hub:
                return None
            tables = [self.by_hub[hub]] if hub else self.by_hub.values()
            return frozenset().union(*(table.get(vocabulary, ()) for table in tables))
        return None if vocabulary in self.unread else self.ids.get(vocabulary, frozenset())

    def _remedy(self, reference: Reference, known: frozenset[str], noun: str) -> str:
        target = reference.target
        if reference.vocabulary == "partners" and target in self.aliases:
            return f"it is now called `{self.aliases[target]}`"
        return self.guesses.did_you_mean(target, known) or f"no {noun} has this id"


def known_ids(records: Records) -> Known:
    """Gather every id that exists, the broken records' too, so that no mistake is told twice."""
    program = records.program
    ids = {
        "tiers": frozenset(tier.id for tier in program.tiers),
        "partner_types": frozenset(kind.id for kind in program.partner_types),
        "regions": _all_terms(program.regions),
        "segments": _all_terms(program.segments),
        "industries": _all_terms(program.industries),
        "solution_areas": _all_terms(program.solution_areas),
        "certifications": frozenset(item.id for item in program.certifications),
        "languages": _all_terms(program.languages),
        "partners": frozenset(records.standings) | frozenset(records.listings),
        "opportunities": frozenset(name for name, _ in records.policy.opportunities),
        "groups": frozenset(name for name, _ in records.policy.groups),
        "hubs": frozenset(records.hubs) | {hub for hub, _ in records.articles},
        "pages": frozenset(records.pages),
        "solutions": frozenset(records.solutions),
        "articles": frozenset(f"{hub}/{slug}" for hub, slug in records.articles),
        "events": frozenset(records.events),
    }
    by_hub = {
        slug: {
            "topics": frozenset(topic.id for topic in hub.topics),
            "series": frozenset(item.id for item in hub.series),
        }
        for slug, hub in records.hubs.items()
        if hub.source.path
    }
    pending = frozenset(records.listings) - frozenset(records.standings)
    aliases = {alias: slug for slug, item in records.standings.items() for alias in item.aliases}
    return Known(ids, by_hub, pending, aliases, _unread(records, ids), _by_event(records))


def _by_event(records: Records) -> dict[str, dict[str, frozenset[str]]]:
    """Gather the words of each event's own files; those of a file that is not there are unknown.

    Where a file is missing or broken that has been told, so its words are not asked for.
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for slug, event in records.events.items():
        if event.source.path:
            words = {"packages": frozenset(p.id for p in event.packages)}
            found.setdefault(slug, {}).update(words)
    for slug, plan in records.floorplans.items():
        if plan.source.path:
            words = {
                "halls": frozenset(hall.id for hall in plan.halls),
                "booths": frozenset(booth.id for booth in plan.booths),
                "features": frozenset(feature.id for feature in plan.features),
            }
            found.setdefault(slug, {}).update(words)
    for slug, agenda in records.agendas.items():
        if agenda.source.path:
            words = {
                "rooms": frozenset(room.id for room in agenda.rooms),
                "tracks": frozenset(track.id for track in agenda.tracks),
                "slots": frozenset(slot.id for slot in agenda.slots),
                "speakers": frozenset(speaker.id for speaker in agenda.speakers),
            }
            found.setdefault(slug, {}).update(words)
    return found


def _unread(records: Records, ids: Mapping[str, frozenset[str]]) -> frozenset[str]:
    program = VOCABULARIES if not records.program.source.path else ()
    needed = (name for name in _NEEDED if not ids[name])
    return frozenset((*program, *needed))


def check_references(records: Records, texts: Iterable[Prose], known: Known) -> list[Diagnostic]:
    """Check every reference of every record and of every text."""
    found = [known.check(reference) for reference in records.references]
    for text in texts:
        found += [known.check_link(link) for link in text.references]
        for part in text.parts:
            found += known.check_embed(part) if isinstance(part, Embed) else []
    return [diagnostic for diagnostic in found if diagnostic is not None]


def _all_terms(terms: Iterable[Term]) -> frozenset[str]:
    found: set[str] = set()
    for term in terms:
        found.add(term.id)
        found |= _all_terms(term.children)
    return frozenset(found)
