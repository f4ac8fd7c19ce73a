"""The commands of `placement` in a project with a draw, as a person or a script runs them."""

import json

import pytest

from pavgen.cli.main import run
from tests.plan.projects import write
from tests.plan.sections.draw_projects import DAY, later, project, with_ledger


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Make a project whose draw is recorded, and what came after it too."""
    before = with_ledger(tmp_path_factory.mktemp("before"), project())
    files = with_ledger(tmp_path_factory.mktemp("after"), later(before), DAY)
    return write(tmp_path_factory.mktemp("project"), files)


@pytest.fixture
def said(root, capsys):
    """Return a way to run `pavgen placement …`, which must succeed; gives what it says."""

    def ran(command):
        line = ["--project", str(root), "placement", *command.split(), "--as-of", str(DAY)]
        assert run(line) == 0
        return capsys.readouterr().out

    return ran


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("show fair-booths", "booth a2"),
        ("explain birch --opportunity fair-booths", "Birch has booth a2 in “Booths”."),
        (
            "forecast --opportunity fair-booths",
            "a draw for the event fair: it was held on 2026-09-01, and no turn of it comes again",
        ),
        ("simulate --periods 2 --seeds 1", "booths: not played. It is a draw"),
        ("simulate --periods 2 --seeds 1 --format html", "booths: not played. It is a draw"),
        ("fairness --opportunity fair-booths", "got the first wish"),
        ("statement birch --group booths", "Birch has booth a2 in “Booths”."),
        ("statement birch --group booths --format html", "Birch has booth a2 in “Booths”."),
        ("statement birch --group booths --format md", "Birch has booth a2 in “Booths”"),
    ],
)
def test_a_draw_is_told_in_words(said, command, words):
    assert words in said(command)


def test_a_statement_of_a_draw_alone_misses_no_ledger(said):
    assert "No ledger names this partner" not in said("statement birch --group booths")


def test_programs_read_a_draw_without_exposure(said):
    (listed,) = json.loads(said("show fair-booths --format json"))["lists"]
    assert [(row["partner"], row["has"], "exposure" in row) for row in listed["shown"]] == [
        ("birch", "booth a2", False),
        ("cedar", "booth a1", False),
    ]
    forecast = json.loads(said("forecast --format json"))
    assert forecast["draws"] == [
        {"opportunity": "fair-booths", "title": "Booths", "event": "fair", "on": "2026-09-01"}
    ]
    assert json.loads(said("simulate --periods 2 --seeds 1 --format json"))["left_out"] == [
        "booths"
    ]
    (group,) = json.loads(said("fairness --opportunity fair-booths --format json"))["groups"]
    assert group["turns"] == {"first": 1, "wish": 2, "best": 0, "any": 0}
    (draw,) = json.loads(said("statement birch --format json"))["draws"]
    assert (draw["opportunity"], draw["group"]) == ("fair-booths", "booths")


def test_a_list_is_told_as_before(said):
    (listed,) = json.loads(said("show directory-list --format json"))["lists"]
    assert "has" not in listed["shown"][0]
    assert "exposure" in listed["shown"][0]
