"""The demo programme's own ledgers, which were written by the program, week by week."""

import json
from pathlib import Path

import pytest

from pavgen.place.verification.verifying import verify_growth, verify_ledger

FOLDER = Path(__file__).parents[3] / "content/placement/ledger"
LEDGERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.jsonl"))}
SPOTLIGHT = LEDGERS["spotlight"]
HEAD = verify_ledger(SPOTLIGHT, group="spotlight").head


def refused(text, head=HEAD):
    return verify_ledger(text, group="spotlight", head=head).difference is not None


@pytest.mark.parametrize("group", LEDGERS)
def test_ledger_is_accepted(group):
    assert verify_ledger(LEDGERS[group], group=group).difference is None


def test_main_ledger_tells_half_a_year_with_a_join_a_return_a_late_week_and_a_new_policy():
    entries = [json.loads(line) for line in LEDGERS["main"].splitlines()]
    rosters = [{i for i, _ in e["roster"]} for e in entries if "roster" in e]
    types = [entry["type"] for entry in entries]
    assert (len(rosters), types.count("late"), types.count("amend")) == (26, 1, 1)
    assert types.count("policy") == 1
    back = [partner for partner in rosters[0] if any(partner not in r for r in rosters)]
    assert any(partner in rosters[-1] for partner in back)
    assert rosters[-1] - rosters[0]


@pytest.mark.parametrize("part", range(40))
def test_any_changed_byte_is_refused(part):
    at = (len(SPOTLIGHT) - 1) * part // 39
    other = "x" if SPOTLIGHT[at] != "x" else "y"
    assert refused(SPOTLIGHT[:at] + other + SPOTLIGHT[at + 1 :])


def test_dropped_and_swapped_lines_are_refused():
    lines = SPOTLIGHT.splitlines(keepends=True)
    for n in range(len(lines) - 1):
        assert refused("".join(lines[:n] + lines[n + 1 :]))
        assert refused("".join([*lines[:n], lines[n + 1], lines[n], *lines[n + 2 :]]))


def test_history_that_ends_earlier_is_refused_by_the_published_head():
    lines = SPOTLIGHT.splitlines(keepends=True)
    shorter = "".join(lines[:-1])
    assert refused(shorter)
    assert verify_growth(SPOTLIGHT, shorter) is not None
