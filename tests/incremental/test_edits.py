"""After any edit an incremental build is a clean build: random edits, and what the test rests on."""

import shutil
from random import Random

import pytest

from pavgen.files.cache import Store, open_store
from pavgen.model.schema.fields import fields_of
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.variants import Variant
from tests.incremental.edits import KINDS, edit_once
from tests.incremental.projects import small_files, write_project
from tests.incremental.run import run, shrunk
from tests.incremental.tree import Tree
from tests.incremental.trial import Trial, difference, on_disk
from tests.incremental.values import RECORDS, Values, known_words
from tests.plan.projects import write

BUILDS, SEED = 12, 7


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Write the project once, with something in place of its output and of what builds keep."""
    root = write_project(tmp_path_factory.mktemp("edits") / "project", small_files())
    write(root, {"output/main/index.html": "<p>", "output/main/a/index.html": "<p>"})
    store = open_store(root, b"salt")
    store.keep("page", {bytes([n]) * 32: b"page %d" % n for n in range(9)})
    assert isinstance(store, Store)
    store.close()
    return write(root, {".pavgen-cache/a/1": "one", ".pavgen-cache/a/2": "two"})


@pytest.fixture
def trial(written, tmp_path):
    """Return a trial of a copy of the project."""
    tree = Tree(shutil.copytree(written, tmp_path / "project"))
    return Trial(tree, good=tree.all(), history=[tree.all()] * 3)


def test_incremental_builds_and_servers_agree_with_clean_builds_after_every_edit(bench):
    run(bench, SEED, range(1, BUILDS + 1), every=6, several=0.4)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_edit_can_be_done(trial, name):
    trial.tree.write("content/events/fair/releases.jsonl", "")
    assert any(KINDS[name].edit(trial, Random(f"{name}{n}")) for n in range(9))  # noqa: S311 - no secret


def test_same_seed_edits_alike(tmp_path):
    told, files = [], []
    for name in ("one", "two"):
        trial = Trial(Tree(write(tmp_path / name, small_files())))
        told.append([edit_once(trial, Random(f"3/{n}")) for n in range(12)])  # noqa: S311 - no secret
        files.append(trial.tree.all())
    assert told[0] == told[1]
    assert files[0] == files[1]


def test_there_are_values_for_every_field_of_every_record(tmp_path):
    values = Values(Random(1), known_words(Tree(write(tmp_path, small_files()))))  # noqa: S311 - no secret
    fields = {field for record, _, _ in RECORDS.values() for field in _all_fields(record)}
    assert len(fields) > 150
    for field in sorted(fields, key=lambda field: field.name):
        assert values.fresh(field.kind, field.name) is not None


def test_every_field_of_a_record_is_changed_in_time(tmp_path):
    tree = Tree(write(tmp_path, small_files()))
    path = "partners/ada/listing.yaml"
    changed, known = set(), known_words(tree)
    for n in range(300):
        values = Values(Random(n), known)  # noqa: S311 - no secret
        before, after = tree.record(path), tree.record(path)
        assert before is not None
        assert after is not None
        values.change(RECORDS["listing"][0], after)
        changed |= {key for key in {*before, *after} if before.get(key) != after.get(key)}
    assert changed == {field.name for field in fields_of(RECORDS["listing"][0])}


def test_failing_steps_are_shrunk_to_those_that_matter():
    tried = []

    def fails(steps):
        tried.append(steps)
        return {3, 17} <= set(steps)

    assert shrunk(list(range(1, 21)), fails) == [3, 17]
    assert len(tried) < 40


def test_a_difference_is_told_by_path_and_line():
    wanted = {"b.html": b"one\ntwo\n", "c.html": b"", "d.html": b"same"}
    got = {"b.html": b"one\n2\n", "d.html": b"same"}
    assert difference(wanted, got) == (
        "b.html and 1 more (c.html)\nline 2:\n  wanted 'two'\n  got    '2'"
    )
    assert difference(wanted, {**wanted, "c.html": b"\xff"}).endswith("got    '\\\\xff'")
    assert difference(wanted, {"b.html": wanted["b.html"], "d.html": b"same"}) == (
        "c.html: is missing"
    )
    assert difference({}, {"x": b""}) == "x: should not be there"
    assert difference(wanted, dict(wanted)) == ""


def test_the_writers_own_files_are_no_output(tmp_path):
    write(tmp_path, {"main/a.html": "a", "main/.pavgen-output": "m", "main.pavgen-1-a/b.html": "b"})
    assert on_disk(tmp_path) == {"main": {"a.html": b"a"}}
    assert on_disk(tmp_path / "none") == {}


def _all_fields(record, seen=()):
    for field in fields_of(record):
        yield field
        kind = field.kind
        while isinstance(kind, ListOf | MapOf):
            kind = kind.item
        inner = [kind.record()] if isinstance(kind, Table) else []
        inner += kind.records().values() if isinstance(kind, Variant) else []
        for other in inner:
            if other not in seen:
                yield from _all_fields(other, (*seen, other))
