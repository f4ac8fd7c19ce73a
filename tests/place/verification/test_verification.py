"""The verifier against the engine: two programs, one specification, the same orders."""

import ast
import json
import sys
from pathlib import Path

import pytest

from pavgen.place.verification.verifying import Verified, verify_ledger
from tests.place.verification.writing import limited, lives

LIVES = lives()
LIMITED = limited()
SOURCES = Path(__file__).parents[3].joinpath("pavgen/place/verification").glob("*.py")


@pytest.mark.parametrize("name", LIVES)
def test_a_ledger_that_the_engine_wrote_is_found_right(name):
    text = LIVES[name]
    found = verify_ledger(text, group="main")
    assert (found.difference, found.entries) == (None, text.count("\n"))
    assert found.periods > 1


@pytest.mark.parametrize("name", LIMITED)
def test_a_ledger_with_constraints_is_found_right(name):
    text = LIMITED[name]
    found = verify_ledger(text, group="main")
    assert (found.difference, found.entries) == (None, text.count("\n"))


def test_the_ledgers_that_are_checked_have_waivers_and_open_seats_and_relaxed_rules():
    texts = LIMITED.values()
    assert sum(text.count('"constraint":') for text in texts) > 100
    assert any(has_open_seats(text) for text in texts)
    assert any('"partner":"","position":0' in text for text in texts)


def has_open_seats(text):
    first, *others = [json.loads(line) for line in text.split("\n")[:-1]]
    slots = first["slots"] or 0
    return any(e["seats"] < min(slots, len(e["roster"])) for e in others if "seats" in e)


def test_the_answer_tells_what_was_checked():
    text = LIVES["draw"]
    lines = text.split("\n")
    found = verify_ledger(text, group="main")
    assert found == Verified(
        group="main",
        entries=len(lines) - 1,
        periods=6,
        partners=found.partners,
        head=found.head,
        first_period="2026-W50",
        last_period="2027-W02",
        difference=None,
        order=found.order,
        seats=len(found.order),
        trusted=found.trusted,
    )


@pytest.mark.parametrize("source", sorted(SOURCES), ids=lambda path: path.stem)
def test_the_verifier_imports_nothing_of_the_engine(source):
    imported = set()
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Import):
            imported |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module)
    own = {name for name in imported if name.startswith("pavgen.place.verification.")}
    assert {name.split(".")[0] for name in imported - own} <= sys.stdlib_module_names
