"""Pull requests whose history is the question: what is compared with what, and what is missing."""

import zlib

import pytest

from tests.review.repository import (
    ACME,
    OWNERS,
    STAFF,
    STRANGER,
    Node,
    Repository,
    base_files,
    copied,
    listing,
)

ABOUT = "partners/acme/about.md"
STANDING = "content/standing/acme.yaml"
EDIT = {ABOUT: "We sail, and we row.\n"}
PASS, UNDECIDED, REFUSED = (0, "pass"), (5, "undecided"), (4, "refused")
VENDORS = {STANDING: base_files()[STANDING] + "points: 7\n", "README.md": "Newer.\n"}


def paths(judged):
    return [row["path"] for row in judged.report["paths"]]


def test_a_merge_of_the_base_counts_only_what_is_theirs(repository):
    newer = repository.commit(VENDORS)
    own = repository.commit(EDIT)
    head = repository.commit({**EDIT}, parents=(newer, own))
    judged = repository.review(head, ACME, base=newer)
    assert (judged.verdict, paths(judged)) == (PASS, [ABOUT])


def test_a_merge_of_the_base_that_alters_it_is_refused(repository):
    newer = repository.commit(VENDORS)
    own = repository.commit(EDIT)
    head = repository.commit({**EDIT, STANDING: "id: p-acme\n"}, parents=(newer, own))
    judged = repository.review(head, ACME, base=newer)
    assert (judged.verdict, judged.grave) == (REFUSED, [("path-governed", STANDING)])


def test_a_change_of_the_vendor_taken_back_is_refused(repository):
    newer = repository.commit(VENDORS)
    head = repository.commit({STANDING: base_files()[STANDING]}, parents=(newer,))
    judged = repository.review(head, ACME, base=newer)
    assert (judged.verdict, judged.grave) == (REFUSED, [("path-governed", STANDING)])


def test_a_base_that_went_on_elsewhere_is_what_counts(repository):
    newer = repository.commit({"partners/bravo/listing.yaml": listing("Aaron's")})
    head = repository.commit(EDIT)
    judged = repository.review(head, ACME, base=newer)
    assert (judged.verdict, paths(judged)) == (PASS, [ABOUT])
    assert [move["after"] for move in judged.report["placement"]["lists"]] == [2]


def test_a_file_that_base_and_head_both_changed_is_not_judged(repository):
    newer = repository.commit({ABOUT: "We have sailed.\n"})
    judged = repository.review(repository.commit(EDIT), ACME, base=newer)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("base-moved", ABOUT)])


def test_a_file_that_both_changed_alike_changes_nothing(repository):
    newer = repository.commit(EDIT)
    assert repository.review(repository.commit(EDIT), ACME, base=newer).verdict == PASS


def test_who_makes_itself_an_owner_and_then_edits_is_no_owner(repository):
    owned = repository.commit({"content/owners.yaml": OWNERS.replace("id: 101", "id: 666")})
    head = repository.commit(EDIT, parents=(owned,))
    judged = repository.review(head, STRANGER)
    assert judged.verdict == REFUSED
    assert judged.grave == [
        ("path-governed", "content/owners.yaml"),
        ("partner-other", "partners/acme/"),
    ]


def test_owners_of_the_bases_tip_count(repository):
    newer = repository.commit({"content/owners.yaml": OWNERS.replace("id: 101", "id: 666")})
    head = repository.commit(EDIT)
    assert repository.review(head, STRANGER, base=newer).verdict == PASS
    assert repository.review(head, ACME, base=newer).verdict == REFUSED


def test_an_account_is_known_by_its_number_whatever_its_name_now(repository):
    newer = repository.commit({"content/owners.yaml": OWNERS.replace("acme-web", "renamed")})
    assert repository.review(repository.commit(EDIT), ACME, base=newer).verdict == PASS


def test_who_a_commit_says_made_it_does_not_count(repository):
    head = repository.commit(EDIT, author="vendor-edda <900+vendor-edda@example.org>")
    assert repository.review(head, STRANGER).verdict == REFUSED


def test_no_word_of_a_commit_counts_or_is_shown(repository):
    words = "$(reboot) `reboot`\n\n::error::x\nbypass-owner-check\n\nApproved-by: vendor-edda"
    head = repository.commit({"partners/bravo/about.md": "We.\n"}, message=words)
    status, told = repository.said(head, ACME)
    assert status == REFUSED[0]
    assert not [word for word in ("reboot", "::", "bypass", "Approved") if word in told]


def test_a_head_that_was_pushed_over_is_not_judged(repository):
    seen, now = repository.commit(EDIT), repository.commit({ABOUT: "We sink.\n"})
    judged = repository.review(now, ACME, "--expect-head", seen)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("head-moved", "")])
    assert judged.report["rulings"][0]["message"] == (
        f"the head is `{now}` and not `{seen}`; judge the one that is there now"
    )
    again = repository.review(now, ACME, "--expect-head", now)
    assert (again.verdict, again.report["base"], again.report["head"]) == (
        PASS, repository.base, now,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["HEAD", "abc1234", "0" * 39, "x" * 40])
def test_an_expected_head_is_a_commits_full_name(repository, name):
    assert repository.said("main", ACME, "--expect-head", name) == (2, "")


def test_a_missing_commit_is_not_judged(repository):
    judged = repository.review(repository.commit(EDIT), ACME, base="origin/gone")
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("commit-missing", "")])
    other = repository.review("0" * 40, ACME)
    assert (other.verdict, other.grave) == (UNDECIDED, [("commit-missing", "")])


def test_a_revision_is_never_an_option(repository):
    assert repository.review("--all", ACME).verdict == UNDECIDED


def test_histories_without_a_common_commit_are_not_judged(repository):
    head = repository.commit({**base_files(), **EDIT}, parents=())
    judged = repository.review(head, ACME)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("base-unrelated", "")])


def test_histories_with_two_last_common_commits_are_not_judged(repository):
    one, two = repository.commit(VENDORS), repository.commit(EDIT)
    base = repository.commit(EDIT, parents=(one, two))
    head = repository.commit(VENDORS, parents=(two, one))
    judged = repository.review(head, ACME, base=base)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("base-unrelated", "")])


def test_a_shallow_clone_is_not_judged(repository, tmp_path):
    head = repository.commit(EDIT, branch="refs/heads/shallow")
    clone = repository.clone(tmp_path / "clone", "--depth", "2", "--branch", "shallow")
    judged = clone.review(head, ACME, base=repository.base)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("git-shallow", "")])


def test_a_partial_clone_that_lacks_the_contents_is_not_judged(repository, tmp_path):
    repository.git("config", "uploadpack.allowFilter", "true")
    head = repository.commit(EDIT, branch="refs/heads/partial")
    filtered = ("--filter=blob:none", "--no-checkout", "--branch", "partial")
    clone = repository.clone(tmp_path / "clone", *filtered)
    (clone.root / "content").mkdir()
    (clone.root / "content/program.yaml").write_text(base_files()["content/program.yaml"])
    judged = clone.review(head, ACME, base=repository.base)
    assert judged.verdict == UNDECIDED


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_content_that_git_cannot_give_is_not_judged(repository, tmp_path, damage):
    head = repository.commit({ABOUT: f"We are {damage}.\n"})
    copy = copied(repository, tmp_path / "copy")
    blob = copy.git("rev-parse", f"{head}:{ABOUT}")
    file = copy.root / ".git/objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(zlib.compress(b"blob 16\0other"))
    judged = copy.review(head, ACME)
    assert judged.verdict == UNDECIDED


def test_of_a_content_over_the_limit_the_size_alone_is_read(repository):
    # Its first bytes say 1 GiB and nothing follows, so whoever read it would fail.
    name = "ab" * 20
    folder = repository.root / ".git/objects" / name[:2]
    folder.mkdir(exist_ok=True)
    (folder / name[2:]).write_bytes(zlib.compress(b"blob %d\0" % (1 << 30)))
    head = repository.commit({"partners/acme/logo.svg": Node("100644", name)})
    judged = repository.review(head, ACME)
    assert judged.verdict == REFUSED
    assert judged.grave == [("file-size", "partners/acme/logo.svg")]
    assert [row["size"] for row in judged.report["paths"]] == [1 << 30]
    assert (judged.report["placement"], judged.report["pages"]) == (None, {})


def test_without_git_nothing_is_judged(repository, monkeypatch, tmp_path):
    head = repository.commit(EDIT)
    monkeypatch.setenv("PATH", str(tmp_path))
    judged = repository.review(head, ACME)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("git-missing", "")])


def test_without_a_repository_nothing_is_judged(repository, tmp_path):
    copy = copied(repository, tmp_path / "copy")
    (copy.root / ".git").rename(tmp_path / "away")
    judged = copy.review("main", ACME)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("git-missing", "")])


@pytest.mark.parametrize("account", [ACME, STAFF])
def test_on_a_base_with_errors_of_its_own_nothing_is_judged(repository, account):
    broken = repository.commit({"content/sites/partners.yaml": "title: x\n"})
    head = repository.commit(EDIT, parents=(broken,))
    judged = repository.review(head, account, base=broken)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("base-broken", "")])


@pytest.mark.parametrize("text", ["partners: [", "x: y\n", "partners: {acme: {accounts: 1}}\n"])
def test_with_owners_that_cannot_be_read_nothing_is_judged(repository, text):
    broken = repository.commit({"content/owners.yaml": text})
    head = repository.commit(EDIT, parents=(broken,))
    judged = repository.review(head, ACME, base=broken)
    assert (judged.verdict, judged.grave) == (UNDECIDED, [("owners-unreadable", "")])


def test_without_owners_the_vendor_decides_everything(repository):
    bare = repository.commit({"content/owners.yaml": None})
    judged = repository.review(repository.commit(EDIT, parents=(bare,)), ACME, base=bare)
    assert (judged.verdict, judged.grave) == (
        (3, "needs-vendor"),
        [("partner-unowned", "partners/acme/")],
    )


def test_a_project_in_a_folder_of_its_repository(tmp_path):
    files = {f"site/{path}": text for path, text in base_files().items()}
    whole = Repository(tmp_path / "whole", files)
    own = whole.commit({f"site/{ABOUT}": "We row.\n"})
    outside = whole.commit({ABOUT: "We row.\n"})
    whole.root = whole.root / "site"
    judged = whole.review(own, ACME)
    assert (judged.verdict, paths(judged)) == (PASS, [ABOUT])
    other = whole.review(outside, ACME)
    assert (other.verdict, other.grave) == (REFUSED, [("path-code", f"../{ABOUT}")])


@pytest.mark.parametrize("name", ["..", ".git", "."])
def test_a_tree_that_git_itself_would_not_make_is_refused(repository, name):
    blob = repository.git("hash-object", "-w", "--stdin", given=b"x")
    tree = repository.git("mktree", given=f"100644 blob {blob}\t{name}\n".encode())
    head = repository.commit({"partners/acme/images": Node("040000", tree)})
    judged = repository.review(head, ACME)
    assert judged.verdict == REFUSED
    assert [path for _, path in judged.grave] == [f"partners/acme/images/{name}"]


def test_a_path_that_a_tree_has_twice_is_refused(repository):
    blobs = [repository.git("hash-object", "-w", "--stdin", given=data) for data in (b"x", b"y")]
    rows = "".join(f"100644 blob {blob}\ta.png\n" for blob in blobs)
    tree = repository.git("mktree", given=rows.encode())
    head = repository.commit({"partners/acme/images": Node("040000", tree)})
    judged = repository.review(head, ACME)
    assert judged.verdict == REFUSED
    assert ("path-twice", "partners/acme/images/a.png") in judged.grave
