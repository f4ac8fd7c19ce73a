"""`placement simulate`: a policy played over many periods, beside today's and beside yardsticks."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from pavgen.app.load import Progress, load_project
from pavgen.files.frontmatter import parse_record_file
from pavgen.files.plainfile import Unread, read_file
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import STAFF
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.decode import rules_of
from pavgen.model.linking.known import Known
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Policy
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.records import decode_record
from pavgen.place.placing import place
from pavgen.place.simulation import (
    GroupTrial,
    MethodTrial,
    seed_values,
    try_methods,
    try_policy,
)

POLICY = "content/placement/policy.yaml"
_MOST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SimulateRequest:
    """Which policy to play (today's when None), over how many periods, with how many seeds."""

    project: Path
    as_of: date
    policy: Path | None = None
    periods: int = 52
    seeds: int = 5


@dataclass(frozen=True, slots=True)
class Trials:
    """Today's policy and the one tried, group by group; `tried` is empty without another.

    `names` are partners' names by id, `texts` the sources by path, for quoting. `left_out`
    are groups that are not played, since they are draws.
    """

    today: tuple[GroupTrial, ...] = ()
    tried: tuple[GroupTrial, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def placement_simulate(
    request: SimulateRequest, progress: Progress = lambda _: None
) -> Checked[Trials]:
    """Play today's policy, and another if one is given, with today's partners and no ledger."""
    loaded = load_project(request.project, progress)
    texts, programme = dict(loaded.value.texts), loaded.value.programme
    findings = list(loaded.diagnostics)
    if has_errors(findings):
        return Checked(Trials(texts=texts), in_order(findings))
    other = None
    if request.policy is not None:
        answer = _other(programme, request.policy, texts)
        findings, other = list(answer.diagnostics), answer.value
    findings += _placed(programme, POLICY, request.as_of)
    if other is not None:
        findings += _placed(other, str(request.policy), request.as_of)
    if has_errors(findings):
        return Checked(Trials(texts=texts), in_order(findings))
    seeds = seed_values(request.seeds)
    progress("playing today's policy")
    today = try_policy(programme, request.as_of, request.periods, seeds)
    tried: tuple[GroupTrial, ...] = ()
    if other is not None:
        progress("playing the other policy")
        tried = try_policy(other, request.as_of, request.periods, seeds)
    names = {partner.id: partner.name for partner in programme.partners.values()}
    draws = tuple(dict.fromkeys((*_draws(programme), *(_draws(other) if other else ()))))
    return Checked(Trials(today, tried, names, texts, draws), in_order(findings))


def simulate_rosters(
    sizes: Sequence[int],
    weights: Sequence[Sequence[int]],
    periods: int,
    seeds: int,
    progress: Progress = lambda _: None,
) -> tuple[MethodTrial, ...]:
    """Play made-up partners of every size with all weights by every method."""
    found: list[MethodTrial] = []
    for size in sizes:
        for row in weights:
            progress(f"{size} partners, weights {':'.join(map(str, row))}")
            found += try_methods(size, row, periods, seed_values(seeds))
    return tuple(found)


def _draws(programme: Programme) -> tuple[str, ...]:
    groups = programme.policy.groups
    return tuple(name for name, group in groups if group.strategy == "pick")


def _placed(programme: Programme, path: str, as_of: date) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a policy by itself, told of the file it came from.

    Draws are not played, so what was recorded of them stays, and offers after them stand.
    """
    draws = _draws(programme)
    kept = {name: ledger for name, ledger in programme.ledgers.items() if name in draws}
    bare = replace(programme, ledgers=kept)
    found = place(bare, as_of).diagnostics
    return tuple(
        replace(d, span=d.span._replace(path=path)) if d.span.path == POLICY else d for d in found
    )


def _other(programme: Programme, file: Path, texts: dict[str, str]) -> Checked[Programme | None]:
    """Read another policy and put it in the place of the programme's."""
    path = str(file)
    data = read_file(str(file.resolve()), _MOST)
    if isinstance(data, Unread):
        what = "there is no such policy file, or it is no plain file of a sensible size"
        return Checked(None, (Diagnostic(Span(path), "simulate-policy", what, "check the path"),))
    text = decode_text(path, data)
    if text.value is None:
        return Checked(None, text.diagnostics)
    texts[path] = text.value
    document = parse_record_file(POLICY, text.value, STAFF)
    into = Decoding(POLICY, rules_of(programme.program))
    policy = decode_record(Policy, document.value.root, into)
    known = _known(programme, policy)
    unknown = [found for found in map(known.check, into.references) if found is not None]
    findings = [
        replace(d, span=d.span._replace(path=path))
        for d in (*document.diagnostics, *into.diagnostics, *unknown)
    ]
    if has_errors((*text.diagnostics, *findings)):
        return Checked(None, (*text.diagnostics, *findings))
    return Checked(replace(programme, policy=policy), (*text.diagnostics, *findings))


def _known(programme: Programme, policy: Policy) -> Known:
    words, pending = programme.words, frozenset(programme.pending)
    vocabularies = {
        name: frozenset(getattr(words, name).ids())
        for name in (
            "tiers",
            "partner_types",
            "regions",
            "segments",
            "industries",
            "solution_areas",
            "certifications",
            "languages",
        )
    }
    ids = {
        **vocabularies,
        "partners": frozenset(programme.partners) | pending,
        "opportunities": frozenset(name for name, _ in policy.opportunities),
        "groups": frozenset(name for name, _ in policy.groups),
    }
    return Known(ids, {}, pending, programme.aliases)
