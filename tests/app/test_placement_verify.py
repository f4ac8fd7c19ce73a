"""`placement verify` on real ledgers, real receipts and real git repositories."""

import json
import shutil
import subprocess

import pytest

from pavgen.app.placement_past import PastAnswer, past_answer
from pavgen.app.placement_record import RecordRequest, placement_record
from pavgen.app.placement_verify import (
    VerifyRequest,
    ledger_files,
    placement_verify,
    project_ledgers,
    read_receipts,
    write_receipts,
)
from tests.app.placing import DAY, WEEK, placement_project


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """Make a project with three recorded weeks, once."""
    root = placement_project(tmp_path_factory.mktemp("recorded"))
    for week in range(3):
        assert placement_record(RecordRequest(root, DAY + week * WEEK)).ok
    return root


@pytest.fixture
def root(recorded, tmp_path):
    copy = tmp_path / "north-sea"
    shutil.copytree(recorded, copy)
    return copy


@pytest.fixture
def folder(root):
    return project_ledgers(root)


def faults(folder, **more):
    return {check.group: check.faults for check in placement_verify(VerifyRequest(folder, **more))}


def heads(folder):
    return {c.group: c.verified.head for c in placement_verify(VerifyRequest(folder))}


def change(folder, edit, name="main.jsonl"):
    path = folder / name
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(edit(lines)))


def git(folder, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_what_was_recorded_verifies(folder):
    checks = placement_verify(VerifyRequest(folder))
    assert [(c.group, c.faults, c.verified.periods) for c in checks] == [
        ("main", (), 3),
        ("spot", (), 3),
    ]
    assert checks[0].verified.trusted == ("type", "roster", "pins", "facts")
    assert checks[0].past == PastAnswer(
        0, "not checked: there is no git repository here that could be read"
    )


def test_one_file_alone_verifies(folder):
    assert faults(folder / "spot.jsonl") == {"spot": ()}


def test_a_folder_without_ledgers_has_nothing_to_check(tmp_path):
    assert ledger_files(tmp_path) == ()
    assert placement_verify(VerifyRequest(tmp_path)) == ()


@pytest.mark.parametrize("at", range(0, 4000, 397))
def test_one_changed_byte_is_named(folder, at):
    path = folder / "main.jsonl"
    data = bytearray(path.read_bytes())
    place = at % len(data)
    data[place] ^= 1
    path.write_bytes(data)
    told = faults(folder, heads={})["main"]
    last = data.rfind(b"\n", 0, len(data) - 1)
    if place <= last:
        assert len(told) == 1
        assert told[0].startswith("line ")


def test_a_changed_input_of_the_last_line_is_named_by_a_head_alone(folder):
    known = heads(folder)
    change(folder, lambda lines: [*lines[:-1], lines[-1].replace("placement", "late")])
    assert faults(folder) == {"main": (), "spot": ()}
    told = faults(folder, heads=known)
    assert (len(told["main"]), told["spot"]) == (1, ())


EDITS = {
    "a line dropped": lambda lines: [*lines[:2], *lines[3:]],
    "two lines swapped": lambda lines: [*lines[:2], lines[3], lines[2]],
    "the first dropped": lambda lines: lines[1:],
    "the last doubled": lambda lines: [*lines, lines[-1]],
    "the first doubled": lambda lines: [lines[0], *lines],
    "the end cut off": lambda lines: [*lines[:-1], lines[-1].rstrip("\n")],
}
FORMS = {
    "digests": lambda heads: heads,
    "objects": lambda heads: {g: {"head": head, "seq": 3} for g, head in heads.items()},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_dropped_swapped_or_doubled_line_is_named(folder, edit):
    change(folder, edit)
    assert len(faults(folder)["main"]) == 1
    assert faults(folder)["spot"] == ()


def test_a_history_written_anew_is_found_by_a_head_alone(folder, root):
    known = heads(folder)
    shutil.rmtree(folder)
    policy = root / "content/placement/policy.yaml"
    policy.write_text(policy.read_text().replace("value: abc", "value: better"))
    placement_record(RecordRequest(root, DAY + 2 * WEEK))
    assert faults(folder) == {"main": (), "spot": ()}
    told = faults(folder, heads=known)
    assert told["main"][0].startswith(f"no line has the digest {known['main']}")


def test_a_dropped_end_is_found_by_a_head(folder):
    known = heads(folder)
    change(folder, lambda lines: lines[:-1])
    assert faults(folder)["main"] == ()
    assert len(faults(folder, heads=known)["main"]) == 1


def test_a_head_of_earlier_lets_the_ledger_grow(folder, root):
    known = heads(folder)
    placement_record(RecordRequest(root, DAY + 4 * WEEK))
    (main, _) = placement_verify(VerifyRequest(folder, heads=known))
    assert (main.faults, main.verified.grown_since, main.head_from) == ((), 2, "option")


def test_a_head_of_a_group_without_ledger_is_a_fault(folder):
    told = faults(folder, heads={"gone": "a" * 64})
    assert told["gone"] == (
        f"there is no ledger of group `gone` in `{folder}`, but a head is known of it",
    )


@pytest.mark.parametrize("wrap", FORMS.values(), ids=FORMS)
def test_a_folder_saved_from_a_site_uses_the_heads_beside_it(folder, tmp_path, wrap):
    saved = tmp_path / "fairness/ledger"
    shutil.copytree(folder, saved)
    (tmp_path / "fairness/head.json").write_text(json.dumps(wrap(heads(folder))))
    checks = placement_verify(VerifyRequest(saved))
    assert [(c.faults, c.head_from, c.verified.trusted) for c in checks] == [((), "file", ())] * 2
    change(saved, lambda lines: lines[:-1])
    assert len(faults(saved)["main"]) == 1
    (saved / "spot.jsonl").unlink()
    assert "a head is known of it" in faults(saved)["spot"][0]


def test_a_receipt_fits_what_has_only_grown(folder, root, tmp_path):
    kept = tmp_path / "receipt.json"
    assert write_receipts(kept, placement_verify(VerifyRequest(folder)), "2026-12-05") == ()
    receipts = read_receipts(kept)
    assert receipts is not None
    placement_record(RecordRequest(root, DAY + 4 * WEEK))
    checks = placement_verify(VerifyRequest(folder, receipts=receipts))
    assert [(c.faults, c.receipted) for c in checks] == [((), True)] * 2
    change(folder, lambda lines: lines[:2])
    told = faults(folder, receipts=receipts)
    assert told["main"][0].startswith("receipt: no line has the digest ")
    assert told["spot"] == ()


def test_a_receipt_of_a_ledger_that_has_gone_is_a_fault(folder, tmp_path):
    write_receipts(tmp_path / "r.json", placement_verify(VerifyRequest(folder)), "")
    (folder / "main.jsonl").unlink()
    told = faults(folder, receipts=read_receipts(tmp_path / "r.json"))
    assert "a receipt names it" in told["main"][0]


def test_a_single_receipt_is_read_too(tmp_path):
    (tmp_path / "r.json").write_text('{"group": "main"}')
    assert read_receipts(tmp_path / "r.json") == ({"group": "main"},)


@pytest.mark.parametrize("text", ["", "[", "[]", "[1]", "1", '{"receipts": 3}'])
def test_what_holds_no_receipt_is_none(tmp_path, text):
    (tmp_path / "r.json").write_text(text)
    assert read_receipts(tmp_path / "r.json") is None


def test_git_says_that_every_version_is_continued(folder, root):
    git(root, "init", "-q", ".")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a")
    placement_record(RecordRequest(root, DAY + 3 * WEEK))
    git(root, "commit", "-qam", "b")
    (main, _) = placement_verify(VerifyRequest(folder))
    assert main.past is not None
    assert (main.faults, main.past.checked) == ((), 2)
    assert main.past.sentence.startswith("it continues each of its 2 versions in git, ")


def test_git_finds_a_history_that_was_written_anew(folder, root):
    git(root, "init", "-q", ".")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a")
    shutil.rmtree(folder)
    policy = root / "content/placement/policy.yaml"
    policy.write_text(policy.read_text().replace("value: abc", "value: better"))
    placement_record(RecordRequest(root, DAY + 2 * WEEK))
    git(root, "commit", "-qam", "b")
    told = faults(folder)["main"]
    assert len(told) == 1
    assert told[0].startswith("git: it does not continue what it was in commit ")
    assert told[0].endswith(": line 1 is another, or gone")


def test_git_finds_a_ledger_that_has_gone(folder, root):
    git(root, "init", "-q", ".")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a")
    (folder / "main.jsonl").unlink()
    git(root, "commit", "-qam", "b")
    assert "git has had it" in faults(folder)["main"][0]


def test_one_revision_can_be_asked_for(folder, root):
    git(root, "init", "-q", ".")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a")
    assert faults(folder, against="HEAD") == {"main": (), "spot": ()}
    change(folder, lambda lines: lines[:-1])
    assert faults(folder, against="HEAD")["main"][0].startswith("git: it does not continue")
    assert faults(folder, against="nothing")["spot"] == (
        "git: there is no revision `nothing` here",
    )


def test_a_ledger_that_git_does_not_know_yet_is_not_checked(tmp_path):
    git(tmp_path, "init", "-q", ".")
    assert past_answer(tmp_path, "main.jsonl", "x\n") == PastAnswer(
        0, "not checked: git has no version of it yet"
    )
