"""What real git repositories remember of a ledger."""

import subprocess

import pytest

from pavgen.files.ledger_history import (
    Past,
    content_of,
    is_beginning,
    is_tracked,
    names_in_past,
    past_of,
    version_at,
)

NAME = "main.jsonl"


def git(folder, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ("git", *who, "-c", "init.defaultBranch=main", *arguments)
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder, data, name=NAME):
    (folder / name).write_bytes(data)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a")
    return git(folder, "rev-parse", "HEAD").strip()


def known_past(folder, name):
    """Return a past that git must be able to tell."""
    past = past_of(folder, name)
    assert past is not None
    return past


def known_version(folder, name, revision):
    """Return the version of a revision that must exist."""
    version = version_at(folder, name, revision)
    assert version is not None
    return version


@pytest.fixture
def ledger(tmp_path):
    folder = tmp_path / "repo/ledger"
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "..")
    return folder


def test_a_folder_outside_any_repository_is_not_tracked(tmp_path):
    assert not is_tracked(tmp_path)


def test_a_repository_without_commits_has_no_past(ledger):
    assert is_tracked(ledger)
    assert known_past(ledger, NAME) == Past()
    assert names_in_past(ledger) == ()


def test_versions_come_latest_first_and_each_is_a_beginning(ledger):
    first, second = commit(ledger, b"1\n"), commit(ledger, b"1\n2\n")
    commit(ledger, b"", "other.jsonl")
    past = known_past(ledger, NAME)
    assert [(v.commit, v.size) for v in past.versions] == [(second, 4), (first, 2)]
    assert [is_beginning(v, b"1\n2\n3\n") for v in past.versions] == [True, True]
    assert [content_of(ledger, v) for v in past.versions] == [b"1\n2\n", b"1\n"]
    assert names_in_past(ledger) == (NAME, "other.jsonl")


@pytest.mark.parametrize("now", [b"1\n", b"1\n3\n", b"", b"0\n1\n2\n"])
def test_a_shorter_or_other_file_is_no_continuation(ledger, now):
    commit(ledger, b"1\n2\n")
    assert not is_beginning(known_past(ledger, NAME).versions[0], now)


def test_a_removed_file_keeps_its_past(ledger):
    commit(ledger, b"1\n")
    (ledger / NAME).unlink()
    git(ledger, "commit", "-qam", "gone")
    assert [v.size for v in known_past(ledger, NAME).versions] == [2]
    assert names_in_past(ledger) == (NAME,)


def test_what_only_a_merged_branch_had_stands_aside(ledger):
    commit(ledger, b"1\n")
    git(ledger, "checkout", "-qb", "side")
    commit(ledger, b"1\nwrong\n")
    commit(ledger, b"1\n")
    git(ledger, "checkout", "-q", "main")
    commit(ledger, b"1\n2\n")
    git(ledger, "merge", "-q", "-s", "ours", "-m", "merge", "side")
    past = known_past(ledger, NAME)
    assert [v.size for v in past.versions] == [4, 2]
    assert [v.size for v in past.aside] == [8]


def test_a_rewriting_that_a_merge_brings_in_is_seen_in_the_main_line(ledger):
    commit(ledger, b"", "readme")
    git(ledger, "branch", "side")
    commit(ledger, b"1\n2\n")
    git(ledger, "checkout", "-q", "side")
    commit(ledger, b"1\n3\n")
    git(ledger, "checkout", "-q", "main")
    git(ledger, "merge", "-q", "-X", "theirs", "-m", "merge", "side")
    assert (ledger / NAME).read_bytes() == b"1\n3\n"
    versions = known_past(ledger, NAME).versions
    assert [is_beginning(v, b"1\n3\n") for v in versions] == [True, False]


def test_a_shallow_repository_says_so(ledger, tmp_path):
    commit(ledger, b"1\n")
    commit(ledger, b"1\n2\n")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{ledger.parent}", "shallow")
    past = known_past(tmp_path / "shallow/ledger", NAME)
    assert (len(past.versions), past.is_shallow) == (1, True)


def test_a_revision_is_found_by_any_name_git_knows(ledger):
    first = commit(ledger, b"1\n")
    git(ledger, "tag", "v1")
    commit(ledger, b"1\n2\n")
    assert known_version(ledger, NAME, "v1").commit == first
    assert known_version(ledger, NAME, "HEAD").size == 4
    assert known_version(ledger, "none.jsonl", "HEAD").size == -1
    assert version_at(ledger, NAME, "nothing") is None
    assert version_at(ledger, NAME, "--all") is None


def test_a_repository_of_sha_256_is_read_too(tmp_path):
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q", "--object-format=sha256")
    commit(folder, b"1\n")
    (version,) = known_past(folder, NAME).versions
    assert (len(version.content), is_beginning(version, b"1\n2\n")) == (64, True)
    assert not is_beginning(version, b"2\n")
