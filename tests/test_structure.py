"""Rules of the whole code base that no other tool checks: the house keeps its own order."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pavgen.kernel.codes import CODES

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "pavgen").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
TEMPLATES = sorted((ROOT / "themes").rglob("*.html"))
MOST_LINES = 400

# Modules without a test module of their own, each with the tests that go through it.
TESTED_ELSEWHERE = {
    "__main__": "every test in tests/cli",
    "app.importing": "tests/app/test_import_csv.py and test_import_landscape.py",
    "app.themes": "tests/app/test_serve.py and tests/render/test_theme_fitting.py",
    "cli.environment": "tests/cli/test_streams.py and test_main.py",
    "cli.exits": "tests/cli/test_main.py",
    "cli.findings": "tests/cli/test_forty_mistakes.py",
    "cli.lazy": "tests/cli/test_lean_start.py",
    "cli.options": "tests/cli/test_main.py",
    "cli.root": "tests/cli/test_main.py",
    "cli.commands": "tests/cli/test_commands.py",
    "files.builtin": "tests/app/test_serve.py",
    "files.yamlerrors": "tests/files/test_yamldoc.py",
    "kernel.codes": "tests/kernel/test_codes.py",
    "model.document": "tests/files/test_yamldoc.py",
    "model.imports": "tests/model/imports and tests/app/test_import_*.py",
    "model.layout": "tests/cli/test_forty_mistakes.py",
    "model.tree": "tests/files/test_reader.py",
    "model.records": "tests/model and tests/cli/test_forty_mistakes.py",
    "plan.pages": "values only; every test in tests/plan",
    "plan.views": "values only; every test in tests/plan",
}


def dotted(path):
    return ".".join(path.relative_to(ROOT / "pavgen").with_suffix("").parts)


def string_literals(path):
    """Yield the constant texts of a module, docstrings left out."""
    tree = ast.parse(path.read_text())
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in docstrings:
            yield text


def test_no_file_is_longer_than_a_person_wants_to_read():
    files = [*SOURCES, *TESTS, ROOT / "dev.py"]
    long = {str(p.relative_to(ROOT)): n for p in files if (n := _lines(p)) > MOST_LINES}
    assert long == {}


def _lines(path):
    return path.read_text().count("\n")


def test_every_module_has_a_test_that_names_or_imports_it():
    imported = {name for path in TESTS for name in _imports(path)}
    untested = [
        name
        for path in SOURCES
        if path.name != "__init__.py"
        and (name := dotted(path))
        and f"pavgen.{name}" not in imported
        and not any(name == known or name.startswith(f"{known}.") for known in TESTED_ELSEWHERE)
        and not _tests_of(name)
    ]
    assert untested == [], "\n".join(untested)


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _tests_of(name):
    """Return test modules named for the module or for one of the packages it lies in."""
    *packages, module = name.split(".")
    folders = [ROOT / "tests" / "/".join(packages[:depth]) for depth in range(1, len(packages) + 1)]
    stems = [module, *packages[1:]]
    named = [path for folder in folders for stem in stems for path in folder.glob(f"test_{stem}*")]
    return [*named, *(path for path in TESTS if module in path.stem and path.parent in folders)]


def test_a_module_said_to_be_tested_elsewhere_exists():
    known = {dotted(path) for path in SOURCES}
    packages = {".".join(name.split(".")[:n]) for name in known for n in range(1, 5)}
    assert TESTED_ELSEWHERE.keys() - packages == set()


def test_every_code_that_is_used_is_listed():
    # Codes are words joined by hyphens that stand as an argument in a call that reports.
    used = {code: place for path in SOURCES for code, place in _reported(path)}
    assert {code: place for code, place in used.items() if code not in CODES} == {}


def _reported(path):
    """Yield the codes a module passes, as constants, to whatever makes a finding."""
    if path.is_relative_to(ROOT / "pavgen" / "kernel" / "codes"):
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        maker = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        maker = node.func.id if isinstance(node.func, ast.Name) else maker
        place = {"Diagnostic": 1, "Problem": 0, "error": 0, "refuse": 0, "warn": 0}.get(maker)
        if place is not None and len(node.args) > max(place, 1):
            code = node.args[place]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield code.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_code_that_is_listed_is_used():
    tables = ROOT / "pavgen" / "kernel" / "codes"
    said = {text for p in SOURCES if not p.is_relative_to(tables) for text in string_literals(p)}
    unknown = re.compile(r".+-unknown")  # made of a vocabulary's name by the link stage
    assert [c for c in CODES if c not in said and not unknown.fullmatch(c)] == []


def test_findings_are_clauses_in_one_line_without_a_final_stop():
    odd = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {text}"
        for path in SOURCES
        for node, text in _clauses(path)
        if "\n" in text or text.endswith(".") or (text[:1].isupper() and not text[:2].isupper())
    ]
    assert odd == []


def _clauses(path):
    """Yield the constant texts of `what` and `remedy` that a module gives to findings."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
            continue
        names = {name.id for name in node.targets if isinstance(name, ast.Name)}
        if names & {"what", "remedy"} and isinstance(node.value.value, str):
            yield node, node.value.value


@pytest.mark.parametrize("layer", ["kernel", "security", "model", "place", "plan", "render"])
def test_lower_layers_have_no_prints_and_build_no_templates_from_text(layer):
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "pavgen" / layer).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in {"print", "eval", "exec"})
            or (isinstance(node.func, ast.Attribute) and node.func.attr == "from_string")
        )
    ]
    assert calls == []


def test_data_classes_are_the_quick_ones_but_in_the_verifier_which_shares_nothing():
    """The verifier runs with Python alone; all others define hundreds before a command begins."""
    slow = re.compile(
        r"^from dataclasses import .*\bdataclass\b|dataclasses\.dataclass\(", re.MULTILINE
    )
    own = {ROOT / "pavgen" / "kernel" / "values.py"}
    own |= set((ROOT / "pavgen" / "place" / "verification").rglob("*.py"))

    assert [
        str(p.relative_to(ROOT)) for p in SOURCES if p not in own and slow.search(p.read_text())
    ] == []


def test_no_template_switches_escaping_off():
    off = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(")
    assert [str(p.relative_to(ROOT)) for p in TEMPLATES if off.search(p.read_text())] == []


def test_generated_references_and_schemas_are_up_to_date():
    checked = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"],
        capture_output=True, check=False, cwd=ROOT, text=True,
    )  # fmt: skip
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
