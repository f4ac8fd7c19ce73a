"""`pavgen placement explain`: why a partner stands where it does."""

from datetime import date
from typing import Literal

import click

from pavgen.app.placement_explain import (
    ExplainedList,
    ExplainRequest,
    Explanation,
    placement_explain,
)
from pavgen.cli.findings import status_of, tell
from pavgen.cli.options import as_of_option, form_option, showing_of
from pavgen.cli.project import project_root
from pavgen.cli.streams import give
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import has_errors
from pavgen.place.reasoning_kinds import as_json
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.quoting import plain

_EXAMPLES = """\b
Examples:
  pavgen placement explain example-partner
  pavgen placement explain partner-0001 --opportunity home-spotlight
  pavgen placement explain example-partner --format json | jq '.lists[0].reason.parts[].kind'
"""


@click.command(epilog=_EXAMPLES)
@click.argument("partner")
@click.option(
    "--opportunity", default="", metavar="LIST", help="Only this list, by its id; default: all."
)
@as_of_option
@form_option("Sentences for people, or one JSON object with the tree of reasons.")
@click.pass_context
def command(
    context: click.Context,
    *,
    partner: str,
    opportunity: str,
    as_of: date | None,
    form: Literal["text", "json"],
) -> int:
    """Explain, step by step, why a partner stands where it does, waits, or is not shown.

    PARTNER is a slug, a former slug, or an id. What is told may hold values that are not
    public, such as points that a list asks for.
    """
    root = project_root(context)
    day = showing_of(root, as_of).as_of
    answer = placement_explain(ExplainRequest(root, day, partner, opportunity))
    if answer.diagnostics:
        tell(answer.diagnostics, answer.value.texts, "text")
    if has_errors(answer.diagnostics):
        return status_of(answer.diagnostics)
    if form == "json":
        head: dict[str, Json] = {"format": FORMAT, "as_of": day.isoformat()}
        give(readable_json({**head, **_as_json(answer.value)}))
    else:
        give(_as_text(answer.value))
    return status_of(answer.diagnostics)


def _as_json(explanation: Explanation) -> dict[str, Json]:
    return {
        "partner": explanation.partner,
        "id": explanation.id,
        "name": explanation.name,
        "lists": [_list_as_json(listed) for listed in explanation.lists],
    }


def _list_as_json(listed: ExplainedList) -> Json:
    return {
        "opportunity": listed.opportunity,
        "title": listed.title,
        "steps": list(listed.steps),
        "reason": as_json(listed.tree),
    }


def _as_text(explanation: Explanation) -> str:
    blocks = [f"{plain(explanation.name)} ({explanation.partner}, {explanation.id})"]
    for listed in explanation.lists:
        head, *rest = (plain(step) for step in listed.steps)
        lines = [f"{listed.opportunity}: {head}", *(f"  {step}" for step in rest)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"
