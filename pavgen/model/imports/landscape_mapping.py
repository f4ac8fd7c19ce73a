"""What a landscape's categories mean in a programme: the mapping file, a record like any other."""

from pavgen.kernel.diagnostics import Checked, Diagnostic, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Node
from pavgen.model.imports.admission import Setting
from pavgen.model.imports.terms import term_ids
from pavgen.model.records.program import Program
from pavgen.model.schema.decoding import Decoding, Reference
from pavgen.model.schema.fields import Record, Source, defaulted, many, required, sourced
from pavgen.model.schema.kinds import Pattern, Ref
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table, decode_record
from pavgen.model.schema.texts import SiteUrl, Slug, Text

_CATEGORY = Text(most=120)
_LINK_WORD = Pattern(r"[a-z][a-z0-9_-]{0,62}", "a word for a link such as `services`")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRule(Record):
    """A category whose items are partners; of two rules that fit, the first is used."""

    category: str = required(_CATEGORY, "the category's name in the landscape")
    subcategory: str = defaulted(_CATEGORY, "the subcategory's name; all when absent", "")
    tier: str = defaulted(Ref("tiers"), "the tier its items give; none when absent", "")
    types: tuple[str, ...] = many(Ref("partner_types"), "the types its items give", 6, needed=True)
    solution_areas: tuple[str, ...] = many(Ref("solution_areas"), "the areas its items give")
    tagline: str = defaulted(Text(most=120), "the tagline of a partner without description", "")
    link: str = defaulted(_LINK_WORD, "keeps an item's own page as a link under this word", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionRule(Record):
    """A category whose items are solutions of the company that their link names."""

    category: str = required(_CATEGORY, "the category's name in the landscape")
    subcategory: str = defaulted(_CATEGORY, "the subcategory's name; all when absent", "")
    role: str = required(Text(most=80), "the company's part in the solution")
    solution_areas: tuple[str, ...] = many(Ref("solution_areas"), "the areas of the solution")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords(Record):
    """The site that is made for the imported partners."""

    title: str = defaulted(Text(most=80), "the site's title", "Partners")
    base_url: str = defaulted(
        SiteUrl(), "the address it is published at", "https://partners.example.org/"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LandscapeMapping(Record):
    """How a landscape becomes a programme; the first rules weigh most where items disagree."""

    program: Program = required(Table(lambda: Program), "the programme, as in `program.yaml`")
    lowest_tier: str = required(Ref("tiers"), "the tier of partners whose rules give none")
    partners: tuple[PartnerRule, ...] = many(
        Table(lambda: PartnerRule), "categories of partners", 100, needed=True
    )
    solutions: tuple[SolutionRule, ...] = many(
        Table(lambda: SolutionRule), "categories of solutions", 100
    )
    decorations: tuple[str, ...] = many(
        Text(most=40), "words that stand in brackets behind names and are no part of them"
    )
    links: tuple[tuple[str, str], ...] = defaulted(
        MapOf(Text(most=80)), "link words, each with the item's key it comes from", ()
    )
    ignored: tuple[str, ...] = many(Text(most=80), "keys of items that are left out unreported")
    id_prefix: str = defaulted(Slug(), "what the ids of new standings begin with", "cl")
    site: SiteWords = defaulted(Table(lambda: SiteWords), "the site", SiteWords())
    source: Source = sourced()


def decode_mapping(path: str, root: Node | None) -> Checked[LandscapeMapping]:
    """Decode a mapping and check its ids against the vocabularies of its own programme."""
    into = Decoding(path, Setting().rules)
    mapping = decode_record(LandscapeMapping, root, into)
    known = {name: set(found) for name, found in term_ids(mapping.program).items()}
    unknown = [
        _unknown(reference)
        for reference in into.references
        if reference.vocabulary in known and reference.target not in known[reference.vocabulary]
    ]
    return Checked(mapping, in_order((*into.diagnostics, *unknown)))


def _unknown(reference: Reference) -> Diagnostic:
    vocabulary = reference.vocabulary
    what = f"`{reference.target}` is not among the {vocabulary.replace('_', ' ')} of `program`"
    remedy = f"add it under `program: {vocabulary}:`, or use one that stands there"
    return Diagnostic(reference.span, "import-mapping", what, remedy, reference.field)
