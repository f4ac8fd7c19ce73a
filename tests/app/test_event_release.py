"""`event release` on real projects: what becomes a release, and what stops it."""

import errno
import os
from datetime import date

import pytest

from pavgen.app.event_release import ReleaseRequest, event_release
from pavgen.app.load import load_project
from pavgen.files import ledgers
from pavgen.files.lock import LockHeldError, build_lock
from pavgen.model.releases import release_line
from tests.cli.commands import tree_of
from tests.events import event
from tests.model.agenda.released import RELEASE
from tests.plan.projects import files_of, partner, site, write

DAY = date(2026, 6, 1)
FOLDER = "content/events/fair"
RELEASES = f"{FOLDER}/releases.jsonl"


@pytest.fixture
def root(tmp_path):
    partners = [partner(slug) for slug in ("ada", "bob", "cat", "dot")]
    sections = ["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"]
    return write(tmp_path, files_of(*partners, event(), main=site(sections)))


def release(root, day=DAY, note="It is out", **more):
    return event_release(ReleaseRequest(root, more.pop("event", "fair"), note, day, **more))


def edit(root, old, new, name="agenda.yaml"):
    file = root / FOLDER / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def kinds(answer):
    return [(change.kind, change.session) for change in answer.value.changes]


def codes(answer):
    return [d.code for d in answer.diagnostics]


def test_the_first_release_has_everything_and_is_read_by_the_next_load(root):
    answer = release(root)

    assert codes(answer) == []
    assert answer.value.release == RELEASE
    assert {kind for kind, _ in kinds(answer)} == {"new"}
    assert (root / RELEASES).read_text() == release_line(RELEASE)
    assert load_project(root).value.programme.events["fair"].releases == (RELEASE,)


def test_a_second_release_follows_and_tells_what_changed(root):
    release(root)
    edit(root, "On wheels, slot: l1", "Of wheels, slot: s2")
    edit(root, "On mills, slot: s2", "On mills, state: cancelled")
    answer = release(root, date(2026, 6, 9), "Late changes")

    assert kinds(answer) == [("cancelled", "mills"), ("moved", "wheels"), ("renamed", "wheels")]
    assert answer.value.last == 1
    assert [r.note for r in load_project(root).value.programme.events["fair"].releases] == [
        "It is out",
        "Late changes",
    ]
    assert load_project(root).diagnostics == ()


def test_an_agenda_that_has_not_changed_is_not_released_again(root):
    release(root)
    before = tree_of(root)
    answer = release(root, date(2026, 6, 9))

    assert (answer.diagnostics, answer.value.release, answer.value.last) == ((), None, 1)
    assert tree_of(root) == before


def test_a_dry_run_writes_nothing(root):
    before = tree_of(root)
    answer = release(root, dry_run=True)

    assert answer.value.release == RELEASE
    assert tree_of(root) == before


def test_that_something_is_unreleased_does_not_stop_its_release(root):
    release(root)
    edit(root, "On wheels", "Of wheels")

    assert [d.code for d in load_project(root).diagnostics] == ["agenda-unreleased"]
    assert codes(release(root)) == []


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"event": "fare"}, "event-unknown"),
        ({"note": ""}, "release-note"),
        ({"note": "two\nlines"}, "release-note"),
        ({"note": "x" * 301}, "release-note"),
        ({"day": date(2026, 5, 31)}, "release-date"),
    ],
)
def test_what_cannot_be_a_release_is_refused(root, request_, code):
    release(root)
    edit(root, "On wheels", "Of wheels")
    before = tree_of(root)

    assert codes(release(root, **request_)) == [code]
    assert tree_of(root) == before


def test_an_event_without_an_agenda_is_refused(root):
    (root / FOLDER / "agenda.yaml").unlink()

    assert codes(release(root)) == ["file-missing"]


def test_an_error_anywhere_stops_it(root):
    edit(root, "id: b1, hall: one", "id: b1, hall: two", "floorplan.yaml")

    assert codes(release(root)) == ["hall-unknown"]
    assert not (root / RELEASES).exists()


def test_a_session_that_was_released_cannot_be_removed(root):
    release(root)
    line = "  - {id: wheels, title: On wheels, slot: l1, partners: [cat], kind: workshop}\n"
    edit(root, line, "")

    assert codes(release(root)) == ["agenda-session-lost"]


def test_broken_releases_stop_it_and_stay(root):
    (root / RELEASES).write_text("{}\n")

    assert codes(release(root)) == ["releases-broken"]
    assert (root / RELEASES).read_text() == "{}\n"


def test_slots_that_the_policy_gave_are_released(root):
    edit(root, "s2, room: stage,", "s2, drawn: true, room: stage,")
    edit(root, "On mills, slot: s2", "On mills")
    policy = root / "content/placement/policy.yaml"
    text = policy.read_text()
    group = (
        "  talks: {strategy: pick, gives: talks, period: event, seed: {value: 1 2 3},"
        " event: {id: fair, from: 2026-05-01, until: 2026-10-25}}\n"
    )
    talks = "  talks: {title: Talks, rationale: By lot., group: talks}\n"
    policy.write_text(text.replace("opportunities:\n", f"{group}opportunities:\n") + talks)
    answer = release(root)

    assert [d for d in answer.diagnostics if d.severity == "error"] == []
    assert answer.value.release is not None
    mills = next(s for s in answer.value.release.sessions if s.id == "mills")
    assert (mills.room, mills.start) == ("stage", "2026-10-24T11:00")


def test_a_build_that_writes_is_not_disturbed(root):
    with build_lock(root), pytest.raises(LockHeldError):
        release(root)
    with build_lock(root):
        assert release(root, dry_run=True).ok


def test_a_full_disk_leaves_the_releases_as_they_were(root, monkeypatch):
    release(root)
    edit(root, "On wheels", "Of wheels")
    before = tree_of(root)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), RELEASES)

    monkeypatch.setattr(ledgers, "write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        release(root)
    assert tree_of(root) == before
