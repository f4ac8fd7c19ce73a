"""`pavgen codeowners` and `pavgen workflows`: written, compared, and said when they cannot be."""

import pytest

from tests.cli.commands import pavgen

OWNERS = """\
teams:
  engineering: "@org/site-engineering"
  marketing: "@org/marketing"
  partners: "@org/partner-managers"
  program: "@org/program-office"
"""


@pytest.mark.parametrize("command", ["codeowners", "workflows"])
def test_files_are_out_of_date_until_they_are_written(project, command):
    (project / "content/owners.yaml").write_text(OWNERS)
    stale = pavgen(command, "--check", project=project)
    assert (stale.status, stale.out) == (1, "")
    assert f"anew with `pavgen {command}`" in stale.err
    assert pavgen(command, project=project).status == 0
    fresh = pavgen(command, "--check", project=project)
    assert (fresh.status, fresh.out) == (0, "")
    assert fresh.err.endswith("up to date\n")


def test_missing_teams_are_said_and_nothing_is_written(project):
    (project / "content/owners.yaml").write_text("staff: []\n")
    ran = pavgen("codeowners", project=project)
    assert ran.status == 1
    assert "content/owners.yaml: error[teams-missing] teams: the file names no `teams`" in ran.err
    assert not (project / ".github").exists()


def test_a_branchs_name_that_could_mean_more_is_a_usage_error(project):
    ran = pavgen("workflows", "--branch", "$(x)", project=project)
    assert ran.status == 2
    assert "`$(x)` is no plain name of a branch" in ran.err
