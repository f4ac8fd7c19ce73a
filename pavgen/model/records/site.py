"""`content/sites/<site>.yaml`: a site is a list of sections under one address."""

from collections.abc import Mapping
from typing import cast

from pavgen.kernel.values import dataclass
from pavgen.model.conditions import ALWAYS, Condition, ConditionKind
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Integer, Kind, Pattern, Ref, Truth
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import SiteUrl, StaffLink, Text
from pavgen.model.schema.variants import Variant

_PATH = Pattern(r"/([a-z0-9]+(-[a-z0-9]+)*/)*", "a path such as `/` or `/partners/`")
_TAG = Pattern(r"[a-z]+", "a kind of section")
_THEME = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "the name of a folder below themes/")
_LOCALE = Pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as `en` or `pt-BR`")
_ORIGIN = Pattern(
    r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?",
    "an origin without a path, such as `https://www.example.org`",
)

_ENDPOINT = Pattern(
    r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?",
    "an address such as `https://forms.example.org/inbox`",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorySection(Record):
    """Partners: home, lists by facet, profiles and propositions."""

    kind: str = required(_TAG, "`directory`")
    path: str = required(_PATH, "where the section stands")
    title: str = defaulted(Text(most=80), "the section's title", "Partners")
    intro: str | None = optional(Ref("pages"), "the page whose text introduces the home")
    list: str = defaulted(Ref("opportunities"), "the opportunity of the lists", "directory-list")
    spotlight: str | None = optional(Ref("opportunities"), "the opportunity of the home's row")
    rows: tuple[str, ...] = many(Ref("opportunities"), "further rows of the home, in turn", 6)
    lists: tuple[tuple[str, str], ...] = defaulted(
        MapOf(Ref("opportunities"), key=r"[a-z_]+/[a-z0-9-]+", most=100),
        "lists by facet that have an opportunity of their own, such as `industry/water`",
        (),
    )
    only: Condition = defaulted(ConditionKind(), "which partners the section holds", ALWAYS)
    per_page: int = defaulted(Integer(6, 200), "partners on a page of a list", 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowcaseSection(Record):
    """Solutions, by industry, area and segment."""

    kind: str = required(_TAG, "`showcase`")
    path: str = required(_PATH, "where the section stands")
    title: str = defaulted(Text(most=80), "the section's title", "Solutions")
    intro: str | None = optional(Ref("pages"), "the page whose text introduces the home")
    list: str = defaulted(Ref("opportunities"), "the opportunity of partners", "directory-list")
    per_page: int = defaulted(Integer(6, 200), "solutions on a page of a list", 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubSection(Record):
    """One hub of curated articles."""

    kind: str = required(_TAG, "`hub`")
    path: str = required(_PATH, "where the section stands")
    hub: str = required(Ref("hubs"), "the folder below content/hubs/")
    rows: tuple[str, ...] = many(Ref("opportunities"), "rows of partners on its home, in turn", 6)
    list: str = defaulted(Ref("opportunities"), "the opportunity of partners", "directory-list")
    per_page: int = defaulted(Integer(4, 200), "articles on a page of a list", 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesSection(Record):
    """Free pages, all of content/pages/ or one folder of it."""

    kind: str = required(_TAG, "`pages`")
    path: str = required(_PATH, "where the section stands")
    title: str = defaulted(Text(most=80), "the section's title", "Pages")
    folder: str = defaulted(
        Pattern(r"[a-z0-9/-]*", "a folder below content/pages/"), "only this folder", ""
    )
    list: str = defaulted(Ref("opportunities"), "the opportunity of partners", "directory-list")


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessSection(Record):
    """How partners are placed: every opportunity, every partner's account, and the proof."""

    kind: str = required(_TAG, "`fairness`")
    path: str = required(_PATH, "where the section stands")
    title: str = defaulted(Text(most=80), "the section's title", "How we place partners")
    intro: str | None = optional(Ref("pages"), "the page whose text introduces the home")
    list: str = defaulted(Ref("opportunities"), "the opportunity of partners", "directory-list")


@dataclass(frozen=True, slots=True, kw_only=True)
class PavilionSection(Record):
    """One event: floor plan, exhibitors, agenda, and what is printed and shown in the hall."""

    kind: str = required(_TAG, "`pavilion`")
    path: str = required(_PATH, "where the section stands")
    event: str = required(Ref("events"), "the folder below content/events/")
    list: str = defaulted(
        Ref("opportunities"), "the opportunity in whose order exhibitors stand", "directory-list"
    )
    kiosk_seconds: int = defaulted(
        Integer(5, 120), "seconds that a turn lasts on the screen in the hall", 12
    )


Section = (
    DirectorySection
    | ShowcaseSection
    | HubSection
    | PagesSection
    | FairnessSection
    | PavilionSection
)

SECTIONS: Mapping[str, type[Record]] = {
    "directory": DirectorySection,
    "showcase": ShowcaseSection,
    "hub": HubSection,
    "pages": PagesSection,
    "fairness": FairnessSection,
    "pavilion": PavilionSection,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem(Record):
    """A link of a menu."""

    label: str = required(Text(most=40), "the words of the link")
    to: str = required(StaffLink(), "`page:about`, `section:/partners/`, a path or an address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Menus(Record):
    """The menus every page carries."""

    main: tuple[MenuItem, ...] = many(Table(lambda: MenuItem), "at the top", 8)
    footer: tuple[MenuItem, ...] = many(Table(lambda: MenuItem), "at the foot", 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed(Record):
    """Lists that other web sites may show in a frame."""

    allow: tuple[str, ...] = many(_ORIGIN, "the web sites that may", 20, needed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactForm(Record):
    """A form by which visitors write to a partner; its contacts are shown in any case."""

    form: str = defaulted(
        Choice(("none", "netlify", "endpoint")),
        "who takes what is sent, if there is a form",
        "none",
    )
    endpoint: str | None = optional(
        _ENDPOINT, "with `form: endpoint`, the address that takes what is sent"
    )
    only: Condition = defaulted(ConditionKind(), "which partners' profiles have it", ALWAYS)
    join: bool = defaulted(
        Truth(), "whether propositions have a form too, to ask for a partnership", default=False
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Record):
    """A site to build."""

    title: str = required(Text(most=80), "the site's title")
    summary: str = defaulted(Text(most=280), "the site in a sentence or two", "")
    base_url: str = required(SiteUrl(), "the address it is published at")
    theme: str = defaulted(_THEME, "the theme", "standard")
    theme_options: tuple[tuple[str, str], ...] = defaulted(
        MapOf(Text(most=200)), "options the theme declares", ()
    )
    locale: str = defaulted(_LOCALE, "the language of the interface", "en")
    why: str | None = optional(
        Ref("pages"), "the page that explains how partners are placed; every list links to it"
    )
    index: bool = defaulted(
        Truth(), "whether search engines may list the site; `false` for a preview", default=True
    )
    csp_meta: bool = defaulted(
        Truth(),
        "whether each page carries its content security policy, for hosts without `_headers`",
        default=False,
    )
    search: bool = defaulted(
        Truth(), "whether the site has a search; its index is made at each build", default=True
    )
    embed: Embed | None = optional(Table(lambda: Embed), "lists for other web sites to show")
    social_cards: bool = defaulted(
        Truth(), "whether a picture is drawn for each page that may be shared", default=True
    )
    design: bool = defaulted(
        Truth(),
        "whether the site has a page `/design/` that shows its letters, colours and logos",
        default=False,
    )
    contact: ContactForm = defaulted(
        Table(lambda: ContactForm), "a form on profiles", ContactForm()
    )
    join: str | None = optional(
        StaffLink(), "where a company asks to become a partner, called from propositions"
    )
    menus: Menus = defaulted(Table(lambda: Menus), "menus", Menus())
    sections: tuple[Section, ...] = many(
        cast("Kind[Section]", Variant("kind", lambda: SECTIONS)), "sections", 20, needed=True
    )
    source: Source = sourced()
