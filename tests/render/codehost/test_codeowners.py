"""CODEOWNERS: from general to specific, sensitive last, teams only."""

import re

from pavgen.model.records.owners import Account, Owner, Owners, Teams
from pavgen.render.codehost.codeowners import codeowners_text

TEAMS = Teams(
    engineering="@org/site-engineering",
    marketing="@org/marketing",
    partners="@org/partner-managers",
    program="@org/program-office",
)


def owners(**partners):
    return Owners(
        teams=TEAMS, partners=tuple((s.replace("_", "-"), o) for s, o in partners.items())
    )


def lines_of(text):
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    return [tuple(row.split()) for row in rows]


def test_lines_go_from_general_to_specific_with_the_sensitive_ones_last():
    found = lines_of(codeowners_text(owners(), TEAMS))
    assert found == [
        ("*", "@org/site-engineering"),
        ("/content/", "@org/marketing"),
        ("/partners/", "@org/partner-managers"),
        ("/content/standing/", "@org/program-office"),
        ("/content/placement/", "@org/program-office"),
        ("/content/owners.yaml", "@org/program-office"),
        ("/content/name-exceptions.yaml", "@org/program-office"),
        ("/themes/", "@org/site-engineering"),
        ("/requirements/", "@org/site-engineering"),
        ("/.github/", "@org/site-engineering"),
        ("/CODEOWNERS", "@org/site-engineering"),
        ("/docs/CODEOWNERS", "@org/site-engineering"),
        (".gitattributes", "@org/site-engineering"),
        (".gitmodules", "@org/site-engineering"),
        (".gitignore", "@org/site-engineering"),
    ]


def test_a_partner_with_a_team_of_its_own_has_a_line_behind_all_partners_by_slug():
    given = owners(zeta=Owner(team="@org/apac"), acme=Owner(team="@org/emea"), mid=Owner())
    found = [row for row in lines_of(codeowners_text(given, TEAMS)) if "/partners/" in row[0]]
    assert found == [
        ("/partners/", "@org/partner-managers"),
        ("/partners/acme/", "@org/emea"),
        ("/partners/zeta/", "@org/apac"),
    ]


def test_a_partners_account_is_never_on_a_line():
    accounts = (Account(id=1, login="acme-web"), Account(id=2, login="@org/marketing"))
    text = codeowners_text(owners(acme=Owner(accounts=accounts, team="@org/emea")), TEAMS)
    assert "acme-web" not in text
    assert {team for row in lines_of(text) for team in row[1:]} == {
        "@org/site-engineering",
        "@org/marketing",
        "@org/partner-managers",
        "@org/program-office",
        "@org/emea",
    }


def test_a_slug_of_another_form_gets_no_line():
    given = Owners(teams=TEAMS, partners=(("a--b", Owner(team="@org/emea")),))
    assert "a--b" not in codeowners_text(given, TEAMS)


def test_no_line_uses_what_the_host_does_not_know():
    text = codeowners_text(owners(acme=Owner(team="@org/emea")), TEAMS)
    for path, *teams in lines_of(text):
        assert not re.search(r"[!\[\]\\]", path)
        assert len(teams) == 1
