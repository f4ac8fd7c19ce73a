"""`content/program.yaml`: the programme, its vocabularies and its limits."""

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Integer, Pattern, Ref
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import SiteUrl, Slug, Text

_LOCALE = Pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as `en` or `pt-BR`")
_ZONE = Pattern(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)*", "a time zone such as `Europe/Berlin`")

VOCABULARIES = (
    "tiers",
    "partner_types",
    "regions",
    "segments",
    "industries",
    "solution_areas",
    "certifications",
    "languages",
)
"""The keys of the programme that hold words other records use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor(Record):
    """The organisation that runs the programme."""

    name: str = required(Text(most=80), "the vendor's name")
    url: str = required(SiteUrl(), "the vendor's web site")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier(Record):
    """A level of partnership."""

    id: str = required(Slug(), "the identifier used in standings")
    label: str = required(Text(most=40), "the name visitors see")
    weight: int = defaulted(Integer(1, 1000), "relative weight in placement", 1)
    summary: str = defaulted(Text(most=200), "what the tier means, in a sentence", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerType(Record):
    """A kind of partner, such as a reseller or an integrator."""

    id: str = required(Slug(), "the identifier used in listings")
    label: str = required(Text(most=40), "one partner of this type")
    plural: str = required(Text(most=40), "several partners of this type")
    summary: str = defaulted(Text(most=200), "what this type does for a customer", "")
    proposition: str | None = optional(
        Ref("pages"), "the page that says what the programme offers this type"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """A word of a vocabulary, with narrower words under it where the vocabulary is a tree."""

    id: str = required(Slug(), "the identifier used in records")
    label: str = required(Text(most=60), "the words visitors see")
    summary: str = defaulted(Text(most=200), "what the word means, in a sentence", "")
    children: tuple["Term", ...] = many(Table(lambda: Term), "narrower words", 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification(Record):
    """A certificate the programme recognises."""

    id: str = required(Slug(), "the identifier used in standings")
    label: str = required(Text(most=80), "the words visitors see")
    issuer: str = defaulted(Text(most=80), "who issues it", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLimits(Record):
    """Limits that hold for every partner alike."""

    tagline: int = defaulted(Integer(20, 300), "characters in a tagline", 120)
    about_words: int = defaulted(Integer(20, 2000), "words in about.md", 400)
    note: int = defaulted(Integer(20, 1000), "characters in a note or an offer", 280)
    quote: int = defaulted(Integer(20, 1000), "characters in a reference's quote", 400)
    links: int = defaulted(Integer(0, 50), "links in a listing", 8)
    logo_bytes: int = defaulted(Integer(1024, 2_097_152), "bytes in a logo file", 524_288)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Record):
    """The programme: who runs it, in which words, within which limits."""

    name: str = required(Text(most=80), "the programme's name")
    vendor: Vendor = required(Table(lambda: Vendor), "who runs it")
    locale: str = defaulted(_LOCALE, "the language of the records", "en")
    locales: tuple[str, ...] = many(_LOCALE, "languages of the sites", 20)
    time_zone: str = defaulted(_ZONE, "IANA time zone; periods begin in it", "UTC")
    tiers: tuple[Tier, ...] = many(Table(lambda: Tier), "tiers, highest first", 20, needed=True)
    partner_types: tuple[PartnerType, ...] = many(
        Table(lambda: PartnerType), "types of partner", 40, needed=True
    )
    regions: tuple[Term, ...] = many(Table(lambda: Term), "regions, a tree", 300)
    segments: tuple[Term, ...] = many(Table(lambda: Term), "sizes of customer", 20)
    industries: tuple[Term, ...] = many(Table(lambda: Term), "industries", 100)
    solution_areas: tuple[Term, ...] = many(Table(lambda: Term), "areas, two levels", 100)
    certifications: tuple[Certification, ...] = many(
        Table(lambda: Certification), "certificates", 200
    )
    languages: tuple[Term, ...] = many(Table(lambda: Term), "languages partners work in", 200)
    limits: TextLimits = defaulted(
        Table(lambda: TextLimits), "limits, the same for every partner", TextLimits()
    )
    unproven_claims: tuple[str, ...] = many(
        Text(most=60), "phrases that no listing may use of itself", 200
    )
    name_scripts: tuple[str, ...] = many(
        Pattern(r"[A-Z][a-z]+", "a script such as `Arabic`"), "further scripts for names", 20
    )
    freshness_days: int = defaulted(Integer(1, 3650), "days after which a listing is stale", 365)
    source: Source = sourced()
