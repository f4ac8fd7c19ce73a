"""`placement statement`: one partner's account, from the ledgers and for the days to come."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.app.themes import standard_words
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.place.placement import Placement
from pavgen.place.placing import place
from pavgen.place.reasoning import reason_tree
from pavgen.place.sentences import steps
from pavgen.place.statements import DrawTold, Statement, StatementDays, statement

POLICY = "content/placement/policy.yaml"
_FORECAST = 52


@dataclass(frozen=True, slots=True)
class StatementRequest:
    """Whose statement: a slug, a former slug or an id; for which days, in one group or all."""

    project: Path
    partner: str
    days: StatementDays
    group: str = ""
    forecast: int = _FORECAST


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """The statement, None when a finding is an error; `texts` are the sources, for quoting."""

    statement: Statement | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


def placement_statement(request: StatementRequest) -> Checked[StatementAnswer]:
    """Draw up a partner's statement; one that has left keeps its account under its id."""
    loaded = load_project(request.project)
    texts, programme = loaded.value.texts, loaded.value.programme
    if has_errors(loaded.diagnostics):
        return Checked(StatementAnswer(texts=texts), loaded.diagnostics)
    decided = place(programme, request.days.as_of)
    findings = [*loaded.diagnostics, *decided.diagnostics]
    findings += unknown_group(programme, request.group)
    findings += _unknown_partner(programme, request.partner)
    if has_errors(findings):
        return Checked(StatementAnswer(texts=texts), in_order(findings))
    partner = partner_id(programme, request.partner)
    made = statement(programme, partner, request.days, request.group, request.forecast)
    told = tuple(_draws(programme, decided.value, made.slug, request.group))
    return Checked(StatementAnswer(replace(made, draws=told), texts), in_order(findings))


def partner_id(programme: Programme, name: str) -> str:
    """Return the id of a partner named by its slug, a former one, or the id itself."""
    known = programme.partner(name)
    return known.id if known is not None else name


def unknown_group(programme: Programme, group: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the name of a group; nothing when it is empty or known."""
    names = [name for name, _ in programme.policy.groups]
    if group in {"", *names}:
        return ()
    remedy = did_you_mean(group, names)
    what = f"there is no group `{group}`"
    return (Diagnostic(Span(POLICY), "group-unknown", what, remedy),)


def _draws(programme: Programme, placement: Placement, slug: str, group: str) -> Iterator[DrawTold]:
    """Tell what a partner got in each draw that it takes part in."""
    for name, listed in placement.opportunities.items():
        slugs = {decision.slug for decision in (*listed.decisions, *listed.waiting)}
        is_draw = programme.policy.group(listed.group).strategy == "pick"
        if is_draw and slug in slugs and group in {"", listed.group}:
            title = programme.policy.opportunity(name).title
            tree = reason_tree(programme, placement, name, slug)
            yield DrawTold(name, title, listed.group, steps(tree, standard_words().say))


def _unknown_partner(programme: Programme, name: str) -> tuple[Diagnostic, ...]:
    ids = {partner.id for partner in programme.partners.values()}
    if programme.partner(name) is not None or name in ids | _recorded_ids(programme):
        return ()
    remedy = did_you_mean(name, programme.partners) or "give its slug, or its id"
    what = f"there is no partner `{name}`, and no ledger names it"
    return (Diagnostic(Span("content/standing"), "partner-unknown", what, remedy),)


def _recorded_ids(programme: Programme) -> set[str]:
    """Return every id that a ledger names, those of partners long gone included."""
    found: set[str] = set()
    for ledger in programme.ledgers.values():
        for entry in ledger.entries:
            shown, joined = entry.body.get("shown", []), entry.body.get("joined", [])
            found.update(str(i) for ids in (shown, joined) if isinstance(ids, list) for i in ids)
    return found
