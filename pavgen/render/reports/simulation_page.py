"""A simulation as one page: metrics and charts of two policies beside each other."""

from collections.abc import Mapping, Sequence

from pavgen.kernel.values import dataclass
from pavgen.place.accounts import PeriodAccount
from pavgen.place.simulation import GroupTrial, MethodTrial, summary_of
from pavgen.render.reports.charts import balance_chart, reach_of
from pavgen.render.reports.counting import counted
from pavgen.render.reports.metric_words import (
    METRIC_WORDS,
    TOLD_OF_METHODS,
    WORDS_BY_NAME,
    MetricWords,
)
from pavgen.render.reports.page import rows_table, tag, write_page
from pavgen.render.xml import Element

TODAY, TRIED = "today's policy", "the policy tried"
HOW_TOLD = (
    "Each value is the mean over the seeds, with the worst of them in brackets. A simulation begins"
    " without a past, with the partners of today's files."
)


@dataclass(frozen=True, slots=True)
class SimulationHead:
    """What was simulated: the programme or a word for made-up partners, and how long."""

    title: str
    periods: int
    seeds: int
    as_of: str = ""


def simulation_page(
    head: SimulationHead,
    today: Sequence[GroupTrial],
    tried: Sequence[GroupTrial],
    left_out: Sequence[str] = (),
) -> str:
    """Return the comparison as a self-contained HTML document; `left_out` are draws."""
    body = [_header(head), tag("p", HOW_TOLD, class_="note")]
    body += [tag("p", left_out_words(name), class_="note") for name in left_out]
    for name, pair in pairs_of(today, tried).items():
        body += _group(name, pair)
    return write_page(f"Placement simulation: {head.title}", body)


def left_out_words(group: str) -> str:
    """Say why a draw is not played."""
    return (
        f"{group}: not played. It is a draw: it is held once, by what partners wish, so there are"
        " no periods that could be evened out."
    )


def methods_page(head: SimulationHead, trials: Sequence[MethodTrial]) -> str:
    """Return the table of made-up partners as a self-contained HTML document."""
    columns, rows = method_rows(trials)
    numeric = frozenset(range(3, len(columns)))
    sentences = [WORDS_BY_NAME[name] for name in TOLD_OF_METHODS]
    body = [
        _header(head),
        tag("p", HOW_TOLD, class_="note"),
        rows_table(columns, rows, numeric=numeric),
        tag("ul", *(tag("li", f"{words.title}: {words.sentence}.") for words in sentences)),
    ]
    return write_page(f"Placement simulation: {head.title}", body)


def pairs_of(
    today: Sequence[GroupTrial], tried: Sequence[GroupTrial]
) -> Mapping[str, dict[str, GroupTrial]]:
    """Return the trials of each group by the policy's name, groups in the order they come."""
    found: dict[str, dict[str, GroupTrial]] = {}
    for policy, trials in ((TODAY, today), (TRIED, tried)):
        for trial in trials:
            found.setdefault(trial.group, {})[policy] = trial
    return found


def group_rows(
    pair: Mapping[str, GroupTrial],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return columns and rows of a group's metrics, each policy in a column of its own."""
    columns = ("metric", *pair, "in", "what it tells")
    rows = [
        (
            words.title,
            *(summary_words(words, trial) for trial in pair.values()),
            words.unit,
            words.sentence,
        )
        for words in METRIC_WORDS
    ]
    if any(trial.conflicts for trial in pair.values()):
        told = (str(trial.conflicts) for trial in pair.values())
        rows.append(("conflicts", *told, "periods", "whose hard constraints could not be kept"))
    return columns, tuple(rows)


def method_rows(
    trials: Sequence[MethodTrial],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return columns and rows that hold the methods against each other."""
    told = [WORDS_BY_NAME[name] for name in TOLD_OF_METHODS]
    columns = ("partners", "weights", "order", *(words.title for words in told))
    rows = tuple(
        (
            str(trial.partners),
            ":".join(map(str, trial.weights)),
            trial.method,
            *(summary_words(words, trial) for words in told),
        )
        for trial in trials
    )
    return columns, rows


def summary_words(words: MetricWords, trial: GroupTrial | MethodTrial) -> str:
    """Write a metric over the seeds: its mean, and the worst where that is another."""
    found = summary_of(trial.metrics, words.name)
    mean, worst = words.write(found.mean), words.write(found.worst)
    return mean if mean == worst else f"{mean} ({worst})"


def _header(head: SimulationHead) -> Element:
    when = f" from {head.as_of}" if head.as_of else ""
    told = f"{counted(head.periods, 'period')}{when}, {counted(head.seeds, 'seed')}"
    return tag("header", tag("p", "placement simulation"), tag("h1", head.title), tag("p", told))


def _group(name: str, pair: Mapping[str, GroupTrial]) -> list[Element]:
    titles = next(iter(pair.values())).titles
    columns, rows = group_rows(pair)
    numeric = frozenset(range(1, 1 + len(pair)))
    curves = {policy: balances(trial.accounts) for policy, trial in pair.items()}
    limit = max(reach_of(list(rows.values())) for rows in curves.values())
    charts = [_chart(policy, pair[policy], curves[policy], limit) for policy in pair]
    heading = f"{' · '.join(titles) or name} (group {name})"
    return [
        tag("h2", heading),
        tag("div", *charts, class_="pair"),
        rows_table(columns, rows, numeric=numeric),
    ]


def balances(accounts: Sequence[PeriodAccount]) -> dict[str, list[int]]:
    """Return, by partner, the sum of what it received beyond entitlement after each period."""
    partners = sorted({line.partner for account in accounts for line in account.lines})
    found: dict[str, list[int]] = {partner: [0] for partner in partners}
    for account in accounts:
        gained = {line.partner: line.received - line.entitled for line in account.lines}
        for partner, curve in found.items():
            curve.append(curve[-1] + gained.get(partner, 0))
    return found


def _chart(
    policy: str, trial: GroupTrial, curves: Mapping[str, Sequence[int]], limit: int
) -> Element:
    labels = [trial.accounts[0].period, trial.accounts[-1].period] if trial.accounts else []
    told = f"{policy}: what each of {len(curves)} partners received beyond entitlement"
    caption = (
        f"{policy[0].upper()}{policy[1:]} ({trial.strategy}): one line for each partner, what it"
        " received beyond entitlement, in first places; shaded: one first place."
    )
    chart = balance_chart(list(curves.values()), labels, told, limit)
    return tag("figure", chart, tag("figcaption", caption))
