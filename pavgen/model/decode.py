"""Documents to records: each file decoded by its type, every finding of every file gathered."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TypeVar

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import RawDocument
from pavgen.model.layout import RecordFile, file_at
from pavgen.model.records.agenda import Agenda
from pavgen.model.records.event import Event
from pavgen.model.records.floorplan import FloorPlan
from pavgen.model.records.hub import Article, Hub
from pavgen.model.records.listing import Listing
from pavgen.model.records.owners import Owners
from pavgen.model.records.page import Page
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program
from pavgen.model.records.site import Site
from pavgen.model.records.solution import Solution
from pavgen.model.records.standing import Standing
from pavgen.model.schema.decoding import Decoding, Reference, Rules
from pavgen.model.schema.fields import Record, fields_of
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import decode_record
from pavgen.model.schema.texts import Text
from pavgen.security.slugs import slug_problems

R = TypeVar("R", bound=Record)

RECORD_TYPES: dict[str, type[Record]] = {
    "program": Program,
    "standing": Standing,
    "listing": Listing,
    "site": Site,
    "policy": Policy,
    "solution": Solution,
    "hub": Hub,
    "article": Article,
    "page": Page,
    "event": Event,
    "floorplan": FloorPlan,
    "agenda": Agenda,
    "owners": Owners,
}


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a project by slug, and what they refer to; not yet linked."""

    program: Program
    policy: Policy
    standings: Mapping[str, Standing] = field(default_factory=dict)
    listings: Mapping[str, Listing] = field(default_factory=dict)
    sites: Mapping[str, Site] = field(default_factory=dict)
    solutions: Mapping[str, Solution] = field(default_factory=dict)
    hubs: Mapping[str, Hub] = field(default_factory=dict)
    articles: Mapping[tuple[str, str], Article] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    floorplans: Mapping[str, FloorPlan] = field(default_factory=dict)
    agendas: Mapping[str, Agenda] = field(default_factory=dict)
    owners: Owners = field(default_factory=Owners)
    references: tuple[Reference, ...] = ()
    rules: Rules = field(default_factory=Rules)


def decode(documents: Iterable[RawDocument]) -> Checked[Records]:
    """Decode every document; the programme first, for its limits hold in all others."""
    desk = _Desk(list(documents))
    program = desk.one("program", Program)
    desk.rules = rules_of(program, desk.exceptions())
    policy = desk.one("policy", Policy)
    articles = {(f.hub, f.slug): record for f, record in desk.all_of("article", Article)}
    records = Records(
        program=program,
        policy=policy,
        standings=desk.by_slug("standing", Standing),
        listings=desk.by_slug("listing", Listing),
        sites=desk.by_slug("site", Site),
        solutions=desk.by_slug("solution", Solution),
        hubs=desk.by_slug("hub", Hub),
        articles=articles,
        pages=desk.by_slug("page", Page),
        events=desk.by_slug("event", Event),
        floorplans=desk.by_slug("floorplan", FloorPlan),
        agendas=desk.by_slug("agenda", Agenda),
        owners=desk.one("owners", Owners),
        references=tuple(desk.references),
        rules=desk.rules,
    )
    return Checked(records, in_order(desk.diagnostics))


def rules_of(program: Program, exceptions: Iterable[str] = ()) -> Rules:
    """Return the limits and phrases that hold for every text of the programme."""
    limits = {f.name: getattr(program.limits, f.name) for f in fields_of(type(program.limits))}
    return Rules(limits, program.unproven_claims, program.name_scripts, tuple(exceptions))


class _Desk:
    """The decoding under way: documents in, records and findings out."""

    def __init__(self, documents: list[RawDocument]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.references: list[Reference] = []
        self.rules = Rules()
        self._documents: dict[str, list[tuple[RecordFile, RawDocument]]] = {}
        for document in sorted(documents, key=lambda d: d.path):
            place = file_at(document.path)
            if isinstance(place, RecordFile):
                self._documents.setdefault(place.type, []).append((place, document))

    def one(self, name: str, record: type[R]) -> R:
        """Decode the only record of its type; a missing one is blank, and noted by the link."""
        found = self.all_of(name, record)
        return found[0][1] if found else record()

    def by_slug(self, name: str, record: type[R]) -> dict[str, R]:
        """Decode all records of a type, by slug."""
        return {place.slug: found for place, found in self.all_of(name, record)}

    def all_of(self, name: str, record: type[R]) -> list[tuple[RecordFile, R]]:
        """Decode all records of a type, in the order of their paths."""
        return [(p, self._decode(p, d, record)) for p, d in self._documents.get(name, [])]

    def exceptions(self) -> tuple[str, ...]:
        """Decode the slugs whose names the programme has accepted as they are."""
        slugs: list[str] = []
        for _, document in self._documents.get("name-exceptions", []):
            into = Decoding(document.path, self.rules)
            if document.root is not None:
                kind = MapOf(Text(most=200), most=1000, key_vocabulary="partners")
                slugs += [slug for slug, _ in kind.decode(document.root, "", into)]
            self._keep(into)
        return tuple(slugs)

    def _decode(self, place: RecordFile, document: RawDocument, record: type[R]) -> R:
        into = Decoding(document.path, self.rules)
        for part in place.slug.split("/") if place.slug else ():
            into.problems(slug_problems(part), Span(document.path), "")
        found = record() if document.unreadable else decode_record(record, document.root, into)
        self._keep(into)
        return found

    def _keep(self, into: Decoding) -> None:
        self.diagnostics += into.diagnostics
        self.references += into.references
