"""CODEOWNERS and workflows of a project: what stops them, and what they are made of."""

from pathlib import Path

import pytest
import yaml

from pavgen.app.codehost import codeowners, workflows

ROOT = Path(__file__).resolve().parents[2]
TEAMS = """\
teams:
  engineering: "@org/site-engineering"
  marketing: "@org/marketing"
  partners: "@org/partner-managers"
  program: "@org/program-office"
"""


def project(folder, owners=TEAMS):
    (folder / "content").mkdir()
    (folder / "content/owners.yaml").write_text(owners)
    return folder


def found(checked):
    return [(d.span.path, d.code) for d in checked.diagnostics]


def test_the_teams_of_the_owners_file_become_lines(tmp_path):
    made = codeowners(project(tmp_path))
    assert found(made) == []
    assert "/content/    " in made.value
    assert made.value.splitlines()[2].split() == ["*", "@org/site-engineering"]


def test_without_an_owners_file_or_teams_an_error_says_what_is_missing(tmp_path):
    assert found(codeowners(tmp_path)) == [("content/owners.yaml", "owners-missing")]
    made = codeowners(project(tmp_path, "staff: [{id: 7}]\n"))
    assert found(made) == [("content/owners.yaml", "teams-missing")]
    assert made.value == ""


@pytest.mark.parametrize(
    "team", ["acme-web", "@acme-web", "@org/a b", "@org/team @evil/team", "@org/team\\n*", "@o/t/x"]
)
def test_a_team_of_another_form_is_an_error(tmp_path, team):
    made = codeowners(project(tmp_path, f'{TEAMS}partners:\n  acme: {{team: "{team}"}}\n'))
    assert not made.ok
    assert made.value == ""


@pytest.mark.parametrize("slug", ["Acme", "a--b", "con", "a*", "acme-"])
def test_a_slug_of_another_form_is_an_error(tmp_path, slug):
    made = codeowners(project(tmp_path, f'{TEAMS}partners:\n  "{slug}": {{team: "@org/emea"}}\n'))
    assert not made.ok
    assert made.value == ""


@pytest.mark.parametrize("place", ["CODEOWNERS", "docs/CODEOWNERS"])
def test_a_second_file_of_owners_is_an_error(tmp_path, place):
    project(tmp_path)
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).symlink_to("nowhere")
    assert found(codeowners(tmp_path)) == [(place, "codeowners-several")]


def test_the_form_has_the_words_of_the_programme():
    made = workflows(ROOT, "main")
    assert found(made) == []
    form = yaml.safe_load(made.value[".github/ISSUE_TEMPLATE/partner.yml"])
    types = next(item for item in form["body"] if item.get("id") == "types")
    assert types["attributes"]["options"][0] == "Reseller (reseller)"


def test_a_broken_project_gives_no_workflows(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/program.yaml").write_text("name: [")
    made = workflows(tmp_path, "main")
    assert not made.ok
    assert made.value == {}


@pytest.mark.parametrize(
    ("zone", "code"), [("${{ x }}", "value-form"), ("Mars/Olympus", "time-zone-unknown")]
)
def test_a_time_zone_that_is_none_never_reaches_a_workflow(tmp_path, zone, code):
    text = (ROOT / "content/program.yaml").read_text()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/program.yaml").write_text(text.replace("Europe/Berlin", zone))
    assert found(workflows(tmp_path, "main")) == [("content/program.yaml", code)]
