"""`codeowners` and `workflows`: what a programme's repository needs on a code host."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pavgen.app.importing import existing_project
from pavgen.app.owners import OWNERS, owners_in
from pavgen.files.plainfile import read_file
from pavgen.files.zones import is_zone
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.model.imports.terms import vocabulary_words
from pavgen.model.records.owners import Owners
from pavgen.render.codehost.codeowners import ELSEWHERE, codeowners_text
from pavgen.render.codehost.form import PATH as FORM
from pavgen.render.codehost.form import partner_form
from pavgen.render.codehost.workflows import Repository, repository_files
from pavgen.security.slugs import slug_problems

_MOST = 8 * 1024 * 1024
_TEAMS = "name four: `engineering`, `marketing`, `partners` and `program`, each as `@org/team`"


def codeowners(root: Path) -> Checked[str]:
    """Return the text of CODEOWNERS; without teams, or with a second such file, an error."""
    owners = _owners(root)
    findings = [*owners.diagnostics, *_elsewhere(root)]
    if has_errors(owners.diagnostics):
        return Checked("", in_order(findings))
    for slug, _ in owners.value.partners:
        span = owners.value.source.at(f"partners.{slug}")
        findings += (Diagnostic(span, p.code, p.what, p.remedy) for p in slug_problems(slug))
    teams = owners.value.teams
    if teams is None:
        what = "the file names no `teams`, so nobody is there to approve changes"
        findings.append(Diagnostic(Span(OWNERS), "teams-missing", what, _TEAMS, "teams"))
    if teams is None or has_errors(findings):
        return Checked("", in_order(findings))
    return Checked(codeowners_text(owners.value, teams), in_order(findings))


def workflows(root: Path, branch: str) -> Checked[Mapping[str, str]]:
    """Return the texts of workflows, scripts, form and template by path below the repository."""
    existing = existing_project(root)
    program = existing.value.program
    if has_errors(existing.diagnostics) or program is None:
        return Checked({}, existing.diagnostics)
    if not is_zone(program.time_zone):
        what = f"there is no time zone `{program.time_zone}`"
        remedy = "give an IANA name such as `Europe/Berlin`"
        span = program.source.at("time_zone")
        return Checked({}, (Diagnostic(span, "time-zone-unknown", what, remedy, "time_zone"),))
    found = {
        **repository_files(Repository(branch, program.time_zone)),
        FORM: partner_form(vocabulary_words(program)),
    }
    return Checked(dict(sorted(found.items())), existing.diagnostics)


def _owners(root: Path) -> Checked[Owners]:
    data = read_file(str(root / OWNERS), _MOST)
    if not isinstance(data, bytes):
        what = "there is no such file, or it is no plain file"
        remedy = "write it, with the teams who approve changes; docs/ci.md shows one"
        return Checked(Owners(), (Diagnostic(Span(OWNERS), "owners-missing", what, remedy),))
    return owners_in(data)


def _elsewhere(root: Path) -> Iterator[Diagnostic]:
    for path in ELSEWHERE:
        if (root / path).exists() or (root / path).is_symlink():
            what = "the code host reads one such file, and here are several"
            remedy = "remove it, so that the one in `.github/` counts"
            yield Diagnostic(Span(path), "codeowners-several", what, remedy)
