"""A landscape's companies and solutions into drafts of records."""

from collections.abc import Iterator, Mapping
from datetime import date

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Node, Scalar
from pavgen.model.imports.companies import merge
from pavgen.model.imports.desk import Desk
from pavgen.model.imports.drafts import Draft
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.identity import Newcomer, identify
from pavgen.model.imports.landscape_items import Item, read_items
from pavgen.model.imports.landscape_mapping import LandscapeMapping, SolutionRule
from pavgen.model.imports.landscape_partner import Member, partner_drafts
from pavgen.model.imports.landscape_solution import solution_draft
from pavgen.model.imports.lookalikes import lookalike_draft
from pavgen.model.imports.report import ImportCounts
from pavgen.model.schema.kinds import shown


@dataclass(frozen=True, slots=True)
class Landscape:
    """A landscape after sorting and merging, before its records are made."""

    mapping: LandscapeMapping
    members: tuple[Member, ...]
    solutions: tuple[Item[SolutionRule], ...]


@dataclass(frozen=True, slots=True)
class ImportDrafts:
    """The records an import gives, and how many."""

    drafts: tuple[Draft, ...]
    counts: ImportCounts


def read_landscape(
    path: str, root: Node | None, mapping: LandscapeMapping, existing: Existing
) -> Checked[Landscape]:
    """Sort the items, merge them into companies, and give each company its slug and id."""
    items = read_items(path, root, mapping)
    companies = merge(items.value.partners, mapping)
    identities = identify(
        (Newcomer(c.key, c.name) for c in companies.value),
        existing.standings(),
        existing.listings(),
        mapping.id_prefix,
    )
    members = tuple(Member(c, identities.value[c.key]) for c in companies.value)
    notes = (
        *items.diagnostics,
        *companies.diagnostics,
        *identities.diagnostics,
        *absentees(path, {member.identity.slug for member in members}, existing),
    )
    return Checked(Landscape(mapping, members, items.value.solutions), in_order(notes))


def landscape_drafts(
    landscape: Landscape, existing: Existing, logos: Mapping[str, str], as_of: date
) -> Checked[ImportDrafts]:
    """Make the records of every company and solution; what is refused is left out and told.

    `logos` gives the file name in the partner's folder by slug, for those that have one.
    `as_of` stands where the landscape gives no date.
    """
    mapping = landscape.mapping
    desk = Desk(existing, existing.setting(mapping.program), as_of)
    made: list[Member] = []
    untold = 0
    for member in landscape.members:
        drafts = partner_drafts(member, mapping, logos.get(member.identity.slug), desk)
        desk.drafts += drafts
        if drafts:
            made.append(member)
            untold += not any(draft.path.endswith("/about.md") for draft in drafts)
    solutions = _solutions(landscape, made, desk)
    names: list[tuple[str, Scalar]] = [(m.identity.slug, m.company.name) for m in made]
    alike = lookalike_draft(names, existing.listings(), desk)
    counts = ImportCounts(
        items=sum(len(member.company.items) for member in landscape.members),
        partners=len(made),
        solution_items=len(landscape.solutions),
        solutions=len(solutions),
        logos=sum(member.identity.slug in logos for member in made),
        untold=untold,
        undated=sum(member.company.joined is None for member in made),
        left_out=len(landscape.members) - len(made) + len(landscape.solutions) - len(solutions),
    )
    drafts = (*desk.drafts, *solutions, *([alike] if alike else []))
    return Checked(ImportDrafts(drafts, counts), in_order(desk.notes))


def absentees(path: str, present: set[str], existing: Existing) -> Iterator[Diagnostic]:
    """Report the project's partners that the source does not have; nothing is done to them."""
    for slug, standing in existing.standings().items():
        if slug not in present:
            what = f"the partner `{slug}` is not in `{shown(path)}`; nothing of it was changed"
            remedy = "set its standing to `former` if it has left"
            yield Diagnostic(standing.span, "import-absent", what, remedy, "", Severity.WARNING)


def _solutions(landscape: Landscape, made: list[Member], desk: Desk) -> list[Draft]:
    partners = {member.company.key: member.identity.slug for member in made}
    taken: set[str] = set()
    found = [solution_draft(item, partners, taken, desk) for item in landscape.solutions]
    return [draft for draft in found if draft is not None]
