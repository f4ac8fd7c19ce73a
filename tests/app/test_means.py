"""Answers are made once, remembered by their key alone, and the same by any way they come."""

import os

import pytest

from pavgen.app.means import Means, Recent, Room, working
from pavgen.files.cache import Store
from pavgen.kernel.memory import Forgetful
from tests.app.kept import Kept


def shouting(calls, worth=0):
    def make(items):
        calls.extend(items)
        return [None if item == "none" else item.upper() for item in items]

    def read(data):
        if data == b"spoiled":
            raise ValueError(data)
        return data.decode()

    return Room("shout", make, str.encode, read, worth)


def keyed(*items):
    return {item.encode(): item for item in items}


def test_answers_are_made_where_nothing_is_remembered():
    calls: list[str] = []
    found = Means().answers(shouting(calls), keyed("a", "b"))
    assert (found, calls) == ({b"a": "A", b"b": "B"}, ["a", "b"])


def test_only_what_is_not_remembered_is_made():
    calls: list[str] = []
    means = Means(Kept())
    means.answers(shouting(calls), keyed("a"))
    assert means.answers(shouting(calls), keyed("a", "b")) == {b"a": "A", b"b": "B"}
    assert calls == ["a", "b"]


def test_no_answer_is_asked_for_again():
    calls: list[str] = []
    means = Means(Kept())
    for _ in range(2):
        assert means.answers(shouting(calls), keyed("none")) == {b"none": None}
    assert calls == ["none", "none"]


def test_answer_that_cannot_be_read_is_made_anew():
    calls: list[str] = []
    memory = Kept()
    memory.keep("shout", {b"a": b"spoiled"})
    assert Means(memory).answers(shouting(calls), keyed("a")) == {b"a": "A"}
    assert memory.values["shout", b"a"] == b"A"


def test_answers_of_the_last_builds_are_given_as_they_are():
    calls: list[str] = []
    recent = Recent()
    means = Means(recent=recent)
    first = means.answers(shouting(calls), keyed("a", "b"))
    recent.begin()
    assert means.answers(shouting(calls), keyed("a"))[b"a"] is first[b"a"]
    recent.begin()
    means.answers(shouting(calls), keyed("a", "b"))
    assert calls == ["a", "b", "b"]


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
def test_answers_are_the_same_for_any_number_of_processes(jobs):
    items = keyed(*(f"item {n}" for n in range(100)), "none")
    made = Means(jobs=jobs).answers(shouting([], worth=5), items)
    assert made == {key: None if key == b"none" else key.decode().upper() for key in items}
    assert list(made) == list(items)


def test_small_work_stays_in_this_process():
    room: Room[str, str] = Room(
        "pid", lambda items: [str(os.getpid())] * len(items), str.encode, bytes.decode, 10
    )
    few = Means(jobs=4).answers(room, keyed("a", "b"))
    assert set(few.values()) == {str(os.getpid())}


def test_project_without_a_cache_has_one_after_the_first_build(tmp_path):
    with working(tmp_path) as means:
        assert isinstance(means.memory, Store)
        means.answers(shouting([]), keyed("a"))
    calls: list[str] = []
    with working(tmp_path) as means:
        assert means.answers(shouting(calls), keyed("a")) == {b"a": "A"}
    assert calls == []


def test_without_a_cache_nothing_is_written(tmp_path):
    with working(tmp_path, cache=False) as means:
        assert isinstance(means.memory, Forgetful)
    assert list(tmp_path.iterdir()) == []
