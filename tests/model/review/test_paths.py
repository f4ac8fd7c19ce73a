"""Rules on paths, for what a repository of git does not readily hold."""

import pytest

from pavgen.model.records.owners import Account, Owner, Owners, Tombstone
from pavgen.model.review.paths import (
    MOST_BYTES,
    MOST_FILE,
    MOST_PATHS,
    PathChange,
    Registry,
    is_too_large,
    judge_paths,
)
from pavgen.model.review.rulings import Verdict

OWNERS = Owners(
    staff=(Account(id=900),),
    partners=(
        ("acme", Owner(accounts=(Account(id=101),))),
        ("bravo", Owner(accounts=(Account(id=102),))),
        ("cutter", Owner()),
        ("flint", Owner(accounts=(Account(id=101),))),
    ),
    tombstones=(Tombstone(slug="flint"),),
)
EVERY = frozenset({"acme", "bravo", "cutter", "flint", "dory"})
REGISTRY = Registry(OWNERS, EVERY, {"f" * 40: ("bravo", "dory")}, EVERY)


def change(path, *, size=5, new="1" * 40, mode="100644", fault=""):
    return PathChange(path, "M", "100644", mode, size, "0" * 40, new, fault)


def judged(*changes, account=101, registry=REGISTRY):
    return [(r.rule, r.verdict, r.path) for r in judge_paths(changes, registry, account)]


@pytest.mark.parametrize(
    ("slug", "rule", "verdict"),
    [
        ("bravo", "partner-other", Verdict.REFUSED),
        ("cutter", "partner-unowned", Verdict.VENDOR),
        ("dory", "partner-unowned", Verdict.VENDOR),
        ("new-one", "partner-new", Verdict.VENDOR),
        ("flint", "slug-retired", Verdict.REFUSED),
        ("no--slug", "slug-form", Verdict.REFUSED),
    ],
)
def test_whose_folder_it_is(slug, rule, verdict):
    path = f"partners/{slug}/about.md"
    assert judged(change(path)) == [(rule, verdict, f"partners/{slug}/")]


def test_a_content_that_is_not_there_is_not_judged():
    path = "partners/acme/about.md"
    assert judged(change(path, size=-1)) == [("content-missing", Verdict.UNDECIDED, path)]


@pytest.mark.parametrize("mode", ["120000", "160000", "100755", "100664", "040000", "777"])
def test_nothing_but_plain_files_is_taken(mode):
    path = "partners/acme/x"
    assert judged(change(path, mode=mode)) == [("path-mode", Verdict.REFUSED, path)]
    assert judged(change(path, mode=mode), account=900) == [("path-mode", Verdict.REFUSED, path)]


def test_a_deleted_link_is_no_link():
    assert judged(change("partners/acme/x", mode="000000", new="", size=0)) == []


@pytest.mark.parametrize(("size", "rules"), [(MOST_FILE, []), (MOST_FILE + 1, ["file-size"])])
def test_the_limit_of_a_file_is_exact(size, rules):
    assert [r for r, _, _ in judged(change("partners/acme/x", size=size))] == rules


@pytest.mark.parametrize(("count", "too_many"), [(MOST_PATHS, False), (MOST_PATHS + 1, True)])
def test_the_limit_of_paths_is_exact(count, too_many):
    changes = [change(f"partners/acme/{n}") for n in range(count)]
    assert is_too_large(changes) is too_many
    assert bool(judged(*changes)) is too_many


@pytest.mark.parametrize(("size", "too_large"), [(MOST_BYTES, False), (MOST_BYTES + 1, True)])
def test_the_limit_of_all_bytes_is_exact(size, too_large):
    assert is_too_large([change("README.md", size=size)]) is too_large


def test_a_copy_of_a_logo_is_anothers_unless_it_is_theirs_as_well():
    assert judged(change("partners/acme/x.svg", new="f" * 40)) == [
        ("logo-copied", Verdict.VENDOR, "partners/acme/x.svg")
    ]
    found = judged(change("partners/bravo/x.svg", new="f" * 40), account=102)
    assert found == []


def test_the_vendor_may_change_everything_that_is_sound():
    paths = ("README.md", "content/owners.yaml", "partners/acme/x", "partners/bravo/x", "a/b")
    assert judged(*map(change, paths), account=900) == []
    odd = change("a", fault="the name is not UTF-8")
    assert judged(odd, account=900) == [("path-name", Verdict.REFUSED, "a")]


def test_a_folder_of_many_partners_is_judged_in_no_time():
    changes = [change(f"partners/p{n}/listing.yaml") for n in range(5000)]
    assert len(judged(*changes)) == 5002


@pytest.mark.parametrize(
    ("path", "more", "is_sound"),
    [
        ("partners/acme/x", {}, True),
        ("partners/acme/x", {"mode": "000000", "size": 0}, True),
        ("partners/acme/x", {"mode": "120000"}, False),
        ("partners/acme/x", {"size": -1}, False),
        ("partners/acme/x", {"size": MOST_FILE + 1}, False),
        ("content/media/x", {"size": MOST_FILE + 1}, True),
        ("partners/acme/x", {"fault": "odd"}, False),
    ],
)
def test_what_could_stay_as_it_is(path, more, is_sound):
    assert change(path, **more).is_sound is is_sound
