"""`export`: the programme's public facts for other systems."""

import json
from datetime import date
from pathlib import Path
from typing import Literal

from pavgen.app.load import load_project
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.place.placing import place
from pavgen.plan.exports import LIST, Export, export_csv, export_json


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export and how; `opportunity` is the list whose order holds.

    `raw` leaves CSV cells as they are, for machines only: a spreadsheet could run them.
    """

    project: Path
    what: Export
    as_of: date
    format: Literal["json", "csv"] = "json"
    opportunity: str = LIST
    raw: bool = False


def export(request: ExportRequest) -> Checked[str]:
    """Return the export's text, ending in a line break; empty when a finding is an error.

    JSON is indented by two spaces with its keys in a fixed order. Raises OSError where the
    machine refuses to read.
    """
    project = load_project(request.project)
    if has_errors(project.diagnostics):
        return Checked("", project.diagnostics)
    programme = project.value.programme
    names = [name for name, _ in programme.policy.opportunities]
    if request.opportunity not in names:
        what = f"there is no opportunity `{request.opportunity}`"
        remedy = did_you_mean(request.opportunity, names)
        span = Span("content/placement/policy.yaml")
        unknown = Diagnostic(span, "export-opportunity", what, remedy)
        return Checked("", in_order((*project.diagnostics, unknown)))
    placement = place(programme, request.as_of)
    found = in_order((*project.diagnostics, *placement.diagnostics))
    if has_errors(found):
        return Checked("", found)
    if request.format == "csv":
        text = export_csv(
            programme, placement.value, request.what, request.opportunity, raw=request.raw
        )
        return Checked(text, found)
    document = export_json(programme, placement.value, request.what, request.opportunity)
    return Checked(json.dumps(document, ensure_ascii=False, indent=2) + "\n", found)
