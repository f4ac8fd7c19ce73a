"""docs/reviewing.md names every rule that there is, and every key of the JSON."""

import ast
import re
from pathlib import Path

from pavgen.render.reports.review_json import review_json
from tests.render.reports.reviews import plain_review

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/reviewing.md").read_text()
SOURCES = [*(ROOT / "pavgen/app").glob("review*.py"), ROOT / "pavgen/model/review/paths.py"]


def rules():
    """Return the first argument of each ruling that is made, where it is a plain word."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id in {"Ruling", "Unreadable"} and isinstance(first, ast.Constant):
                    yield first.value


def test_every_rule_is_explained():
    told = set(re.findall(r"`([a-z-]+)`", GUIDE))
    found = set(rules())
    assert len(found) > 20
    assert found - told == set()


def test_every_key_is_explained():
    told = set(re.findall(r"`([a-z_]+)`", GUIDE)) | {"command"}
    assert set(review_json(plain_review())) - told == set()
