"""The linked programme: one typed, checked graph of every record."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.model.ledger import Ledger
from pavgen.model.logo import Logo
from pavgen.model.prose import Prose
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
from pavgen.model.releases import Release
from pavgen.model.taxonomy import Taxonomy
from pavgen.model.zone import Zone


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner that the programme has admitted: its own word, and the programme's."""

    slug: str
    listing: Listing
    standing: Standing
    about: Prose
    logo: Logo | None = None
    logo_dark: Logo | None = None

    @property
    def id(self) -> str:
        """Return the immutable identity; the only one a decision may use."""
        return self.standing.id

    @property
    def name(self) -> str:
        """Return the public name."""
        return self.listing.name


@dataclass(frozen=True, slots=True)
class LinkedSolution:
    """A solution with its story."""

    slug: str
    record: Solution
    story: Prose


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article of a hub with its text."""

    hub: str
    slug: str
    record: Article
    text: Prose


@dataclass(frozen=True, slots=True)
class LinkedHub:
    """A hub with its introduction and its articles, in the order of their slugs."""

    slug: str
    record: Hub
    introduction: Prose
    articles: tuple[LinkedArticle, ...]


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A free page; `slug` is its path below content/pages/ without the ending."""

    slug: str
    record: Page
    text: Prose


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event with its floor plan and agenda, where it has them, and the agenda's releases."""

    slug: str
    record: Event
    text: Prose
    plan: FloorPlan | None = None
    agenda: Agenda | None = None
    releases: tuple[Release, ...] = ()
    zone: Zone = field(default_factory=Zone)


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The programme's closed vocabularies, each as a tree with look-ups."""

    tiers: Taxonomy
    partner_types: Taxonomy
    regions: Taxonomy
    segments: Taxonomy
    industries: Taxonomy
    solution_areas: Taxonomy
    certifications: Taxonomy
    languages: Taxonomy


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything the project says, with every reference checked."""

    program: Program
    words: Vocabularies
    policy: Policy
    partners: Mapping[str, Partner]
    pending: tuple[str, ...]
    solutions: Mapping[str, LinkedSolution]
    hubs: Mapping[str, LinkedHub]
    pages: Mapping[str, LinkedPage]
    sites: Mapping[str, Site]
    media: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    events: Mapping[str, LinkedEvent] = field(default_factory=dict)
    owners: Owners = field(default_factory=Owners)

    def partner(self, slug: str) -> Partner | None:
        """Return a partner by its slug or a former one, or None."""
        return self.partners.get(self.aliases.get(slug, slug))
