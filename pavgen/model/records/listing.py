"""`partners/<slug>/listing.yaml`: what a partner says of itself."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Integer, Pattern, Ref, Truth
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Country, Email, Link, Name, Phone, Text
from pavgen.security.urls import SafeUrl

LOGO_FILE = Pattern(
    r"logo(-dark)?\.(svg|png|jpg|jpeg|webp)", "a logo file such as `logo.svg` or `logo-dark.png`"
)
SIZES = ("1-10", "11-50", "51-250", "251-1000", "1001-5000", "5000+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """A place where the partner works."""

    city: str = required(Text(most=60), "the city")
    country: str = required(Country(), "ISO 3166-1 code; `NO` is Norway")
    main: bool = defaulted(Truth(), "whether it is the head office", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A way to reach the partner for one purpose."""

    purpose: str = required(
        Choice(("general", "sales", "support", "partnering", "press")), "what it is for"
    )
    label: str = defaulted(Text(most=60, claims=True), "the words of the link", "")
    email: SafeUrl | None = optional(Email(), "an e-mail address")
    phone: SafeUrl | None = optional(Phone(), "a telephone number")
    url: SafeUrl | None = optional(Link(), "a page with a form")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seek(Record):
    """What the partner looks for in other partners."""

    types: tuple[str, ...] = many(Ref("partner_types"), "types of partner")
    solution_areas: tuple[str, ...] = many(Ref("solution_areas"), "areas")
    regions: tuple[str, ...] = many(Ref("regions"), "regions")
    note: str = defaulted(Text(limit="note", claims=True), "in words", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReference(Record):
    """A reference this partner gives another; shown when the other accepts it."""

    to: str = required(Ref("partners"), "the partner it is given to")
    quote: str = required(Text(limit="quote", claims=True), "the words")
    project: str = defaulted(Text(most=120), "the project", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Record):
    """What a partner says of itself; everything here is the partner's own word."""

    name: str = required(Name(), "the public name")
    tagline: str = required(Text(limit="tagline", claims=True), "one sentence: what you do")
    website: SafeUrl = required(Link(), "the company's web site")
    types: tuple[str, ...] = many(Ref("partner_types"), "types of partner", 6, needed=True)
    legal_name: str = defaulted(Text(most=120), "the registered name", "")
    print_name: str = defaulted(Text(most=32), "a short name for a booth sign", "")
    regions: tuple[str, ...] = many(Ref("regions"), "where you work", 40)
    offices: tuple[Office, ...] = many(Table(lambda: Office), "offices", 40)
    segments: tuple[str, ...] = many(Ref("segments"), "sizes of customer you serve", 20)
    industries: tuple[str, ...] = many(Ref("industries"), "industries you serve", 20)
    solution_areas: tuple[str, ...] = many(Ref("solution_areas"), "areas you work in", 20)
    languages: tuple[str, ...] = many(Ref("languages"), "languages you work in", 40)
    size: str | None = optional(Choice(SIZES), "number of people")
    founded: int | None = optional(Integer(1600, 2100), "the year of foundation")
    logo: str | None = optional(LOGO_FILE, "the logo's file in this folder")
    logo_dark: str | None = optional(LOGO_FILE, "the logo for dark ground")
    contacts: tuple[Contact, ...] = many(Table(lambda: Contact), "ways to get in touch", 8)
    links: tuple[tuple[str, SafeUrl], ...] = defaulted(
        MapOf(Link()), "further links, by a word such as `docs` or `careers`", ()
    )
    seeks: tuple[Seek, ...] = many(Table(lambda: Seek), "partners you look for", 6)
    offers: tuple[str, ...] = many(Text(limit="note", claims=True), "what you offer partners", 12)
    competes_with: tuple[str, ...] = many(Ref("partners"), "competitors, in your own view")
    opt_out: tuple[str, ...] = many(Ref("opportunities"), "where you do not want to be shown")
    gives_reference: tuple[GivenReference, ...] = many(
        Table(lambda: GivenReference), "references you give", 20
    )
    accepts_reference_from: tuple[str, ...] = many(
        Ref("partners"), "partners whose reference may be shown on your profile"
    )
    reviewed: date | None = optional(Day(), "the day you last checked this listing")
    source: Source = sourced()
