"""`placement statement`: whose account may be asked for, and how."""

from dataclasses import replace

import pytest

from pavgen.app.generated import write_report
from pavgen.app.placement_record import RecordRequest, placement_record
from pavgen.app.placement_statement import StatementRequest, placement_statement
from pavgen.place.statements import StatementDays
from tests.app.placing import DAY, WEEK, placement_project


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = placement_project(tmp_path_factory.mktemp("project"))
    standing = folder / "content/standing/anchor.yaml"
    standing.write_text(standing.read_text() + "aliases: [old-anchor]\n")
    for week in range(2):
        assert placement_record(RecordRequest(folder, DAY + week * WEEK)).ok
    return folder


def asked(root, partner, **more):
    days = StatementDays(DAY + WEEK)
    return placement_statement(StatementRequest(root, partner, days, forecast=4, **more))


@pytest.mark.parametrize("name", ["anchor", "old-anchor", "p-anchor"])
def test_a_partner_is_known_by_slug_former_slug_and_id(root, name):
    made = asked(root, name).value.statement
    assert (made.partner, made.slug, made.name) == ("p-anchor", "anchor", "Anchor")
    assert [account.group for account in made.accounts] == ["main", "spot"]
    assert [place.opportunity for place in made.places] == ["directory-list", "home-spotlight"]


def test_one_group_alone(root):
    made = asked(root, "anchor", group="spot").value.statement
    assert [account.group for account in made.accounts] == ["spot"]
    assert [place.opportunity for place in made.places] == ["home-spotlight"]


def test_an_unknown_partner_is_an_error_with_a_suggestion(root):
    answer = asked(root, "ancor")
    assert answer.value.statement is None
    assert [(d.code, d.remedy) for d in answer.diagnostics] == [
        ("partner-unknown", "did you mean `anchor`?")
    ]


def test_an_unknown_group_is_an_error(root):
    assert [d.code for d in asked(root, "anchor", group="x").diagnostics] == ["group-unknown"]


def test_a_partner_that_has_gone_keeps_its_account_under_its_id(tmp_path):
    root = placement_project(tmp_path)
    assert placement_record(RecordRequest(root, DAY)).ok
    (root / "content/standing/dory.yaml").unlink()
    request = StatementRequest(root, "p-dory", StatementDays(DAY), forecast=1)
    made = placement_statement(request).value.statement
    assert made is not None
    assert (made.slug, made.places, len(made.accounts)) == ("", (), 2)
    gone = placement_statement(replace(request, partner="dory"))
    assert [d.code for d in gone.diagnostics] == ["partner-unknown"]


def test_a_project_with_errors_gives_no_statement(tmp_path):
    answer = placement_statement(StatementRequest(tmp_path, "anchor", StatementDays(DAY)))
    assert answer.value.statement is None
    assert "project-missing" in {d.code for d in answer.diagnostics}


def test_a_report_replaces_an_older_one_and_no_folder(tmp_path):
    assert write_report(tmp_path / "a/b.html", "1") == ()
    assert write_report(tmp_path / "a/b.html", "2") == ()
    assert (tmp_path / "a/b.html").read_text() == "2"
    assert [d.code for d in write_report(tmp_path / "a", "3")] == ["target-kind"]
