"""`placement record` on real projects: what is appended, when, and what stops all of it."""

import errno
from datetime import date

import pytest

from pavgen.app.placement_record import RecordRequest, placement_record
from pavgen.files import ledgers
from pavgen.files.lock import LockHeldError, build_lock
from pavgen.place.verification.verifying import verify_ledger
from tests.app.placing import DAY, POLICY, WEEK, add_partner, placement_project, suspend

LEDGERS = "content/placement/ledger"


@pytest.fixture
def root(tmp_path):
    return placement_project(tmp_path)


def added(answer):
    return {row.group: row.added for row in answer.value.groups}


def record(root, day=DAY, **more):
    return placement_record(RecordRequest(root, day, **more))


def codes(answer):
    return [d.code for d in answer.diagnostics]


def texts(root):
    return {path.name: path.read_text() for path in sorted((root / LEDGERS).glob("*"))}


def test_the_first_record_begins_every_ledger(root):
    answer = record(root)
    assert answer.diagnostics == ()
    assert added(answer) == {
        "main": (("genesis", "2026-W47"), ("placement", "2026-W47")),
        "spot": (("genesis", "2026-W47"), ("placement", "2026-W47")),
    }
    for row in answer.value.groups:
        found = verify_ledger((root / row.path).read_text(), group=row.group)
        assert (found.difference, found.head, found.entries) == (None, row.head, row.entries)


def test_recording_twice_appends_nothing_more(root):
    record(root)
    before = texts(root)
    again = record(root)
    assert added(again) == {"main": (), "spot": ()}
    assert texts(root) == before


def test_missed_periods_are_late(root):
    record(root)
    assert added(record(root, DAY + 2 * WEEK))["main"] == (
        ("late", "2026-W48"),
        ("placement", "2026-W49"),
    )


def test_who_joined_and_left_within_the_period_is_amended_once(root):
    record(root)
    add_partner(root, "frigate", joined="2026-11-20")
    suspend(root, "anchor", "2026-11-20", "2026-12-31")
    assert added(record(root))["main"] == (("amend", "2026-W47"),)
    assert added(record(root))["main"] == ()


def test_a_changed_policy_is_recorded_before_its_first_period(root):
    record(root)
    path = root / "content/placement/policy.yaml"
    path.write_text(POLICY.replace("balanced", "draw").replace("    weights: tier\n", ""))
    assert added(record(root, DAY + WEEK))["main"] == (
        ("policy", "2026-W48"),
        ("placement", "2026-W48"),
    )


def test_one_group_alone(root):
    assert added(record(root, group="spot")) == {
        "spot": (("genesis", "2026-W47"), ("placement", "2026-W47"))
    }
    assert sorted(texts(root)) == ["spot.jsonl"]


def test_a_dry_run_tells_the_same_and_writes_nothing(root):
    told = record(root, dry_run=True)
    assert not (root / LEDGERS).exists()
    assert not (root / ".pavgen-cache").exists()
    assert told.value.groups == record(root).value.groups


def test_up_to_a_period_everything_missing_is_appended_and_nothing_after(root):
    record(root)
    answer = record(root, DAY + 3 * WEEK, period="2026-W49")
    assert added(answer)["main"] == (("late", "2026-W48"), ("late", "2026-W49"))


def test_a_ledger_may_begin_in_the_past(root):
    answer = record(root, period="2026-W44", group="main")
    assert added(answer)["main"] == (("genesis", "2026-W44"), ("late", "2026-W44"))


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2026-W48", "the period `2026-W48` has not begun"),
        (
            "2026-W47",
            "the period `2026-W47` is recorded already, or lies before the ledger's first",
        ),
        (
            "2026-W46",
            "the period `2026-W46` is recorded already, or lies before the ledger's first",
        ),
        ("2026-11", "`2026-11` is no period of any group"),
        ("summit", "`summit` is no period of any group"),
    ],
)
def test_a_period_that_cannot_be_recorded_is_refused(root, period, told):
    record(root)
    before = texts(root)
    answer = record(root, period=period)
    assert [(d.code, d.what) for d in answer.diagnostics] == [("record-period", told)]
    assert (answer.value.groups, texts(root)) == ((), before)


def test_an_unknown_group_is_refused_with_a_suggestion(root):
    answer = record(root, group="mian")
    assert [(d.code, d.remedy) for d in answer.diagnostics] == [
        ("group-unknown", "did you mean `main`?")
    ]


EVENT = POLICY.replace(
    "    period: week\n    seed: {source: a beacon, value: abc}\n  spot",
    "    period: event\n    event: {id: summit, from: 2026-11-20, until: 2026-11-22}\n"
    "    seed: {source: a beacon, value: abc}\n  spot",
)


@pytest.mark.parametrize(
    ("day", "entries"),
    [
        (date(2026, 11, 19), ()),
        (date(2026, 11, 20), (("genesis", "summit"), ("placement", "summit"))),
        (date(2026, 11, 23), (("genesis", "summit"), ("late", "summit"))),
    ],
)
def test_an_event_is_recorded_when_it_has_begun(tmp_path, day, entries):
    root = placement_project(tmp_path, policy=EVENT)
    assert added(record(root, day))["main"] == entries


def test_an_event_that_is_over_is_not_amended(tmp_path):
    root = placement_project(tmp_path, policy=EVENT)
    record(root, date(2026, 11, 20))
    add_partner(root, "frigate", joined="2026-11-25")
    assert added(record(root, date(2026, 11, 26)))["main"] == ()


def test_an_error_in_the_content_stops_all(root):
    (root / "content/standing/anchor.yaml").write_text("id: [")
    answer = record(root)
    assert (bool(codes(answer)), answer.value.groups) == (True, ())
    assert not (root / LEDGERS).exists()


CONFLICT = POLICY + ("    constraints: [{at_least: 2, of: {tier: silver}}, {cap: 1, per: tier}]\n")


def test_constraints_that_cannot_be_kept_stop_every_group(tmp_path):
    root = placement_project(tmp_path, policy=CONFLICT)
    answer = record(root)
    assert (codes(answer), answer.value.groups) == (["placement-conflict"], ())
    assert not (root / LEDGERS).exists()


def test_a_conflict_in_a_missed_period_stops_every_group(tmp_path):
    root = placement_project(tmp_path)
    record(root)
    before = texts(root)
    policy = POLICY + "    constraints: [{at_least: 2, of: {partner: [frigate, gig]}}]\n"
    (root / "content/placement/policy.yaml").write_text(policy)
    add_partner(root, "frigate")
    add_partner(root, "gig", joined="2026-11-30")
    answer = record(root, DAY + 2 * WEEK)
    told = [d.what for d in answer.diagnostics if d.code == "placement-conflict"]
    assert (len(told), "`2026-W48`" in told[0], answer.value.groups) == (1, True, ())
    assert texts(root) == before


def test_a_broken_ledger_stops_all(root):
    record(root)
    path = root / LEDGERS / "main.jsonl"
    path.write_text(path.read_text().replace('"seq":1', '"seq":2'))
    before = texts(root)
    assert "ledger-broken" in codes(record(root, DAY + WEEK))
    assert texts(root) == before


def test_windows_line_ends_are_refused(root):
    record(root)
    path = root / LEDGERS / "main.jsonl"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    answer = record(root, DAY + WEEK)
    assert "ledger-changed" in codes(answer)
    assert path.read_bytes() == before


def test_nothing_is_recorded_while_a_build_writes(root):
    with build_lock(root), pytest.raises(LockHeldError):
        record(root)
    assert not (root / LEDGERS).exists()


def test_a_full_disk_leaves_the_ledgers_as_they_were(root, monkeypatch):
    record(root)
    before = texts(root)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "main.jsonl")

    monkeypatch.setattr(ledgers, "write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        record(root, DAY + WEEK)
    assert texts(root) == before
