"""`pavgen placement explain` and `show` as a person or a script runs them."""

import json

import pytest

from pavgen.cli.main import run
from tests.app.placing import placement_project

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def pavgen(tmp_path, capsys):
    """Return a way to run `pavgen placement …` on a project of five partners."""
    project = placement_project(tmp_path)

    def ran(*arguments):
        status = run(["--project", str(project), "placement", *arguments, *DAY])
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


def test_explain_tells_each_list_in_sentences(pavgen):
    status, out, err = pavgen("explain", "cutter")
    head, *lists = out.split("\n\n")
    assert (status, err) == (0, "")
    assert head.startswith("Cutter (cutter, ")
    assert [text.split(":")[0] for text in lists] == ["directory-list", "home-spotlight"]
    assert all(line.endswith(".") for text in lists for line in text.strip().split("\n"))


def test_explain_gives_the_tree_as_one_object(pavgen):
    status, out, _ = pavgen(
        "explain", "cutter", "--opportunity", "directory-list", "--format", "json"
    )
    told = json.loads(out)
    (listed,) = told["lists"]
    assert (status, told["format"], told["as_of"]) == (0, 1, "2026-11-21")
    assert (told["partner"], listed["opportunity"]) == ("cutter", "directory-list")
    assert listed["reason"]["kind"] == "placed"
    assert {"eligible", "provisional", "weight", "owed", "until"} <= {
        part["kind"] for part in listed["reason"]["parts"]
    }


def test_explain_of_an_unknown_partner_ends_with_1_and_a_suggestion(pavgen):
    status, out, err = pavgen("explain", "cuter")
    assert (status, out) == (1, "")
    assert "error[partner-unknown] there is no partner `cuter`; did you mean `cutter`?" in err


def test_show_gives_place_record_pins_and_sponsors(pavgen):
    assert pavgen("record")[0] == 0
    status, out, _ = pavgen("show", "home-spotlight", "--format", "json")
    (listed,) = json.loads(out)["lists"]
    assert (status, listed["recorded"], listed["provisional"], listed["open_slots"]) == (
        0,
        1,
        False,
        0,
    )
    assert list(listed["shown"][0]) == [
        "position",
        "place",
        "partner",
        "name",
        "tier",
        "exposure",
        "pinned",
        "sponsored",
        "why",
    ]


def test_show_says_in_words_whether_the_order_is_recorded(pavgen):
    before = pavgen("show", "home-spotlight")[1]
    pavgen("record")
    after = pavgen("show", "home-spotlight")[1]
    assert "2026-W47, 2026-11-16 to 2026-11-22; provisional; quota; " in before
    assert "2026-W47, 2026-11-16 to 2026-11-22; recorded, entry 1; quota; " in after
