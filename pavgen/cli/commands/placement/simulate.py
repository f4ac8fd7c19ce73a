"""`pavgen placement simulate`: what a policy would do."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import click

from pavgen.app.generated import write_report
from pavgen.app.placement_simulate import (
    SimulateRequest,
    Trials,
    placement_simulate,
    simulate_rosters,
)
from pavgen.cli.exits import Exit
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, output_file_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give, say, show_progress, shown_path
from pavgen.cli.tables import table
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.kernel.values import dataclass
from pavgen.place.simulation import (
    MOST_PARTNERS,
    MOST_PERIODS,
    MOST_SEEDS,
    GroupTrial,
    MethodTrial,
    summary_of,
)
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.metric_words import METRIC_WORDS, TOLD_OF_METHODS, WORDS_BY_NAME
from pavgen.render.reports.metrics_json import summary_json
from pavgen.render.reports.quoting import plain
from pavgen.render.reports.simulation_page import (
    HOW_TOLD,
    SimulationHead,
    group_rows,
    left_out_words,
    method_rows,
    methods_page,
    pairs_of,
    simulation_page,
)

Form = Literal["text", "json", "html"]
_EXAMPLES = """\b
Examples:
  pavgen placement simulate
  pavgen placement simulate --policy idea.yaml --periods 104
  pavgen placement simulate --policy idea.yaml --format html --output idea.html
  pavgen placement simulate --roster 12,40,300 --weights 1 --weights 3:2:1
"""
_MOST_WEIGHT = 1000


@dataclass(frozen=True, slots=True)
class _Span:
    """How long is simulated, and how often."""

    periods: int
    seeds: int


@click.command(epilog=_EXAMPLES)
@click.option(
    "--policy",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Another policy file, to be held against today's.",
)
@click.option(
    "--periods", type=click.IntRange(1, MOST_PERIODS), default=52, show_default=True,
    help="How many periods.",
)  # fmt: skip
@click.option(
    "--seeds", type=click.IntRange(1, MOST_SEEDS), default=5, show_default=True,
    help="How many seeds; they are the same ones each time.",
)  # fmt: skip
@click.option(
    "--roster", default="", metavar="N[,N…]",
    help="Made-up partners instead of a project's: `balanced` against orders made by hand.",
)  # fmt: skip
@click.option(
    "--weights", multiple=True, metavar="W[:W…]",
    help="With --roster: the weights they have in turn; may be repeated; default: 1.",
)  # fmt: skip
@as_of_option
@form_option("Tables, one JSON object, or one page with charts.", "html")
@output_file_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    policy: Path | None,
    periods: int,
    seeds: int,
    roster: str,
    weights: tuple[str, ...],
    as_of: date | None,
    form: Form,
    output: Path | None,
) -> int:
    """Play a policy over many periods and measure what it does.

    With today's partners: today's policy, and another beside it. With --roster: made-up
    partners, ordered by `balanced` and by three orders that people make by hand. Nothing is
    recorded, and the past in the ledgers plays no part.
    """
    span = _Span(periods, seeds)
    if roster:
        if policy is not None:
            raise click.UsageError("`--roster` makes partners up, so it takes no `--policy`")
        return _give(_of_rosters(_sizes(roster), _weights(weights or ("1",)), span, form), output)
    if weights:
        raise click.UsageError("`--weights` needs `--roster`; a policy file has weights of its own")
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    request = SimulateRequest(root, day, policy, periods, seeds)
    answer = placement_simulate(request, show_progress)
    show_progress("")
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if has_errors(answer.diagnostics):
        return status_of(answer.diagnostics)
    return _give(_of_policies(answer.value, day, span, form), output)


def _give(text: str, output: Path | None) -> int:
    if output is None:
        give(text)
        return Exit.DONE
    found = write_report(output, text)
    if found:
        tell(found, {}, "text")
        return Exit.CONTENT
    say(f"wrote {shown_path(output)}\n")
    return Exit.DONE


def _of_policies(trials: Trials, day: date, span: _Span, form: Form) -> str:
    if form == "html":
        head = SimulationHead("today's partners", span.periods, span.seeds, day.isoformat())
        return simulation_page(head, trials.today, trials.tried, trials.left_out)
    if form == "json":
        told: dict[str, Json] = {"format": FORMAT, "as_of": day.isoformat()}
        told |= {"periods": span.periods, "seeds": span.seeds}
        today, tried = ([_trial_json(t) for t in row] for row in (trials.today, trials.tried))
        left_out: dict[str, Json] = {"left_out": list(trials.left_out)} if trials.left_out else {}
        return readable_json({**told, "today": today, "tried": tried, **left_out})
    return "\n".join(_policy_lines(trials, span)) + "\n"


def _policy_lines(trials: Trials, span: _Span) -> Iterator[str]:
    yield f"{span.periods} periods, {span.seeds} seeds. {HOW_TOLD}"
    for name, pair in pairs_of(trials.today, trials.tried).items():
        strategies = ", ".join(f"{policy}: {trial.strategy}" for policy, trial in pair.items())
        titles = plain(" · ".join(next(iter(pair.values())).titles))
        yield f"\n{name}: {titles} ({strategies})"
        yield table(*group_rows(pair))
    for name in trials.left_out:
        yield f"\n{plain(left_out_words(name))}"


def _of_rosters(
    sizes: Sequence[int], weights: Sequence[Sequence[int]], span: _Span, form: Form
) -> str:
    trials = simulate_rosters(sizes, weights, span.periods, span.seeds, show_progress)
    show_progress("")
    if form == "html":
        return methods_page(SimulationHead("made-up partners", span.periods, span.seeds), trials)
    if form == "json":
        told: dict[str, Json] = {"format": FORMAT, "periods": span.periods, "seeds": span.seeds}
        return readable_json({**told, "methods": [_method_json(trial) for trial in trials]})
    sentences = [WORDS_BY_NAME[name] for name in TOLD_OF_METHODS]
    lines = [
        f"{span.periods} periods, {span.seeds} seeds. {HOW_TOLD}",
        "",
        table(*method_rows(trials)),
        "",
        *(f"{w.title}{f' ({w.unit})' if w.unit else ''}: {w.sentence}" for w in sentences),
    ]
    return "\n".join(lines) + "\n"


def _trial_json(trial: GroupTrial) -> Json:
    return {
        "group": trial.group,
        "strategy": trial.strategy,
        "titles": list(trial.titles),
        "partners": trial.metrics[0].partners,
        "conflicts": trial.conflicts,
        "metrics": {w.name: summary_json(summary_of(trial.metrics, w.name)) for w in METRIC_WORDS},
    }


def _method_json(trial: MethodTrial) -> Json:
    return {
        "partners": trial.partners,
        "weights": list(trial.weights),
        "order": trial.method,
        "metrics": {w.name: summary_json(summary_of(trial.metrics, w.name)) for w in METRIC_WORDS},
    }


def _sizes(text: str) -> tuple[int, ...]:
    return _numbers(text, ",", MOST_PARTNERS, "--roster", "partners, such as `12,40,300`")


def _weights(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    return tuple(
        _numbers(text, ":", _MOST_WEIGHT, "--weights", "weights, such as `3:2:1`") for text in texts
    )


def _numbers(text: str, mark: str, most: int, option: str, example: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(mark)]
    if not all(re.fullmatch(r"[0-9]{1,6}", part) and 1 <= int(part) <= most for part in parts):
        wrong = f"`{plain(text)}` are no {example}, each from 1 to {most}"
        raise click.BadParameter(wrong, param_hint=option)
    return tuple(int(part) for part in parts)
