"""`placement verify` on a ledger of booths: what it says of choices, right, wrong and too hard."""

import json

import pytest

from pavgen.cli.main import run
from tests.place.verification.halls import crowded_hall, feasible_halls


@pytest.fixture
def verify(tmp_path, capsys):
    """Return a way to verify a ledger; gives status, output and messages."""

    def ran(text, *more):
        file = tmp_path / "booths.jsonl"
        file.write_text(text)
        status = run(["placement", "verify", "--ledger", str(file), *more])
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


def test_it_counts_the_choices_that_it_held_against_the_rule(verify):
    _, hall, picked = feasible_halls(1)[0]
    status, out, _ = verify(hall.ledger(picked=picked))
    assert status == 0
    assert out.startswith("booths: every order follows from what is recorded\n")
    assert f"every list as shown, waivers and accounts; {len(picked)} choices\n" in out
    assert "not settled" not in out


def test_a_wrong_choice_is_told_with_whose_it_is_and_what_stands_against_it(verify):
    hall, picked = crowded_hall(3, 3)
    picked[0], picked[-1] = ["p00", "z"], [picked[-1][0], "b99"]
    status, out, _ = verify(hall.ledger(picked=picked))
    sentence = f"line 2 (expo-27): {picked[-1][0]} is recorded with b99, which it may not have"
    assert (status, out.split("\n")[:2]) == (1, ["booths: DIFFERS", f"  {sentence}"])
    status, out, _ = verify(hall.ledger(picked=picked), "--format", "json")
    assert json.loads(out)["ledgers"][0]["difference"] == {
        "line": 2,
        "seq": 1,
        "period": "expo-27",
        "part": "picked",
        "recorded": "b99",
        "computed": "",
        "reason": "barred",
        "partner": picked[-1][0],
    }


def test_a_choice_that_takes_too_long_a_search_is_told_and_no_difference(verify):
    hall, picked = crowded_hall()
    status, out, _ = verify(hall.ledger(picked=picked))
    first, *_, last = (line for line in out.split("\n") if "settle" in line)
    assert status == 0
    assert first == (
        "booths: every order follows from what is recorded,"
        " as far as a search could settle it: 1 choice left"
    )
    assert last == (
        "  not settled: line 2 (expo-27): that p00 could not have x in turn 1 was not settled;"
        " the search is too long"
    )
    _, out, _ = verify(hall.ledger(picked=picked), "--format", "json")
    ledger = json.loads(out)["ledgers"][0]
    assert (ledger["ok"], ledger["choices"]) == (True, len(picked))
    assert ledger["unsettled"] == [
        {"line": 2, "period": "expo-27", "turn": 1, "partner": "p00", "item": "x"}
    ]
