"""Data files: written once for each value, in the form each asks for."""

import json
from enum import StrEnum

from pavgen.app.datafiles import data_files
from pavgen.app.means import Means
from pavgen.plan.pages import DataFile
from tests.app.kept import Kept


class Word(StrEnum):
    ONE = "one"


def file(path, value, *, compact=False):
    return DataFile(path, value, "content/program.yaml", compact=compact)


def test_each_file_has_the_form_it_asks_for():
    value = {"b": [1, True, None], "a": "\u00fc"}
    items = [file("plain.json", value), file("short.json", value, compact=True)]
    assert data_files(items, Means()) == {
        "plain.json": (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode(),
        "short.json": '{"a":"\u00fc","b":[1,true,null]}'.encode(),
    }


def test_what_was_written_once_is_remembered_by_its_value_and_form():
    memory = Kept()
    data_files([file("a.json", {"a": 1}), file("b.json", {"a": 1})], Means(memory))
    data_files([file("c.json", {"a": True}), file("d.json", {"a": 1}, compact=True)], Means(memory))
    assert sorted(memory.values.values()) == [
        b'{\n  "a": 1\n}\n',
        b'{\n  "a": true\n}\n',
        b'{"a":1}',
    ]
    memory.values |= dict.fromkeys(memory.values, b"kept")
    assert data_files([file("e.json", {"a": 1})], Means(memory)) == {"e.json": b"kept"}


def test_a_large_file_fills_no_memory():
    memory = Kept()
    large = [file("large.json", ["x" * 100] * 1000)]
    assert len(data_files(large, Means(memory))["large.json"]) > 100_000
    assert memory.values == {}


def test_a_value_of_special_texts_is_written_all_the_same():
    assert data_files([file("a.json", [Word.ONE])], Means(Kept())) == {"a.json": b'[\n  "one"\n]\n'}
