"""`placement explain`: why a partner stands where it does, or does not, list by list."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.app.placed import placed
from pavgen.app.placement_show import unknown_opportunity
from pavgen.app.themes import standard_words
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.layout import standing_path
from pavgen.model.programme import Partner, Programme
from pavgen.place.placement import Placement
from pavgen.place.reasoning import reason_tree
from pavgen.place.reasoning_kinds import Reason
from pavgen.place.sentences import Say, steps


@dataclass(frozen=True, slots=True)
class ExplainedList:
    """Why a partner stands where it does in one list: as a tree, and step by step in words."""

    opportunity: str
    title: str
    tree: Reason
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A partner's places in the lists asked for, and the texts of the sources for quoting."""

    partner: str
    id: str
    name: str
    lists: tuple[ExplainedList, ...]
    texts: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExplainRequest:
    """What is asked: a partner by slug, former slug or id; one list, or all of them."""

    root: Path
    as_of: date
    partner: str
    opportunity: str = ""


def placement_explain(request: ExplainRequest) -> Checked[Explanation]:
    """Explain a partner's place in each list of a day; in none when a finding is an error."""
    loaded = load_project(request.root)
    nothing = Explanation("", "", "", (), loaded.value.texts)
    if has_errors(loaded.diagnostics):
        return Checked(nothing, loaded.diagnostics)
    programme = loaded.value.programme
    partner = _partner(programme, request.partner)
    wrong = (
        *unknown_opportunity(programme, request.opportunity),
        *(() if partner is not None else (_unknown(programme, request.partner),)),
    )
    decided = placed(programme, request.as_of)
    findings = in_order((*loaded.diagnostics, *decided.diagnostics, *wrong))
    if partner is None or has_errors(findings):
        return Checked(nothing, findings)
    say = standard_words().say
    lists = tuple(
        _explained(programme, decided.value, name, partner.slug, say)
        for name in decided.value.opportunities
        if request.opportunity in {"", name}
    )
    told = Explanation(partner.slug, partner.id, partner.name, lists, loaded.value.texts)
    return Checked(told, findings)


def _explained(
    programme: Programme, placement: Placement, opportunity: str, slug: str, say: Say
) -> ExplainedList:
    tree = reason_tree(programme, placement, opportunity, slug, staff=True)
    title = programme.policy.opportunity(opportunity).title
    return ExplainedList(opportunity, title, tree, steps(tree, say))


def _partner(programme: Programme, name: str) -> Partner | None:
    """Find a partner by its slug, a former one, or its id."""
    by_id = (partner for partner in programme.partners.values() if partner.id == name)
    return programme.partner(name) or next(by_id, None)


def _unknown(programme: Programme, name: str) -> Diagnostic:
    """Say that there is no such partner, or that it is not admitted yet."""
    if name in programme.pending:
        what = f"partner `{name}` is pending: it has a listing and no standing, so no list has it"
        remedy = f"add `{standing_path(name)}` to admit it"
        return Diagnostic(Span(f"partners/{name}/listing.yaml"), "partner-pending", what, remedy)
    what = f"there is no partner `{name}`"
    remedy = did_you_mean(name, {*programme.partners, *programme.aliases, *programme.pending})
    return Diagnostic(Span("content/standing"), "partner-unknown", what, remedy)
