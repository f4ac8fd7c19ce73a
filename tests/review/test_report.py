"""What a report shows of a pull request: before and after, and what it does to placement."""

import hashlib
from datetime import date

import pytest

from pavgen.app.review import ReviewRequest, review
from pavgen.app.review_changes import logo_file
from pavgen.app.review_git import PullRequest, Unreadable, pull_request
from pavgen.model.review.rulings import Verdict
from pavgen.plan.review import LogoFile
from tests.review.repository import ACME, NEXT, STRANGER, SVG, listing

LISTING = "partners/acme/listing.yaml"
LOGO = "partners/acme/logo.svg"


def shown(judged):
    """Return where each changed partner stands, and where and why each other is moved."""
    told = judged.report["placement"]
    return (
        [(m["partner"], m["opportunity"], m["before"], m["after"], m["of"]) for m in told["lists"]],
        [(m["partner"], m["opportunity"], m["before"], m["after"], m["why"], m["by"]) for m in told["others"]],
    )  # fmt: skip


def test_another_name_tells_who_is_passed(repository):
    name = listing("Bravado", more="logo: logo.svg\n").replace("bravado.example", "acme.example")
    judged = repository.review(repository.commit({LISTING: name}), ACME)
    assert judged.verdict == (0, "pass")
    assert shown(judged) == (
        [("acme", "directory-list", 1, 1, 4)], [],
    )  # fmt: skip
    later = name.replace("Bravado", "Crewe")
    judged = repository.review(repository.commit({LISTING: later}), ACME)
    assert shown(judged) == (
        [("acme", "directory-list", 1, 2, 4)],
        [("bravo", "directory-list", 2, 1, "moves", ["acme"])],
    )
    assert [(f["key"], f["before"], f["after"]) for f in judged.report["fields"]] == [
        ("name", "Acme", "Crewe")
    ]


def test_another_type_enters_a_list_and_moves_nobody(repository):
    text = listing("Acme", types="reseller", more="logo: logo.svg\n")
    judged = repository.review(repository.commit({LISTING: text}), ACME)
    assert shown(judged) == (
        [("acme", "directory-list", 1, 1, 4), ("acme", "resellers", None, 1, 1)], [],
    )  # fmt: skip
    assert "Nobody else's position changes." in repository.said(judged.report["head"], ACME)[1]


def test_who_opts_out_lets_the_others_move_up(repository):
    text = listing("Acme", more="logo: logo.svg\nopt_out: [directory-list]\n")
    judged = repository.review(repository.commit({LISTING: text}), ACME)
    lists, others = shown(judged)
    assert lists == [("acme", "directory-list", 1, None, 3)]
    assert [(slug, after, why) for slug, _, _, after, why, _ in others] == [
        ("bravo", 1, "goes"), ("cutter", 2, "goes"), ("dory", 3, "goes"),
    ]  # fmt: skip


@pytest.mark.parametrize(("account", "verdict"), [(NEXT, "pass"), (STRANGER, "refused")])
def test_a_partner_without_a_standing_is_shown_as_if_admitted(repository, account, verdict):
    files = {"partners/ensign/listing.yaml": listing("Ensign"), "partners/ensign/about.md": "We.\n"}
    judged = repository.review(repository.commit(files), account)
    assert judged.report["verdict"] == verdict
    assert judged.report["placement"]["as_if_admitted"] == ["ensign"]
    assert shown(judged)[0] == [("ensign", "directory-list", None, 5, 5)]


def test_a_logo_before_and_after_with_its_size(repository):
    judged = repository.review(repository.commit({LOGO: SVG.format(55)}), ACME)
    (logo,) = judged.report["logos"]
    assert [(logo[k]["width"], logo[k]["height"], logo[k]["bytes"]) for k in ("before", "after")] == [
        (117, 20, 93), (55, 20, 91),
    ]  # fmt: skip
    assert logo["before"]["sha256"] != logo["after"]["sha256"]


@pytest.mark.parametrize("data", [b"", b"text", b"\x89PNG\r\n\x1a\n", b"<svg><script/></svg>"])
def test_a_logo_that_cannot_be_measured_has_no_size(data):
    digest = hashlib.sha256(data).hexdigest()
    assert logo_file(data) == LogoFile(digest, len(data), 0, 0)
    assert logo_file(None) is None


def test_pages_that_would_change_are_counted_by_site(repository):
    judged = repository.review(repository.commit({LISTING: listing("Ajax")}), ACME)
    assert judged.report["pages"]["partners"]["changed"] != []
    assert judged.report["pages"]["partners"]["added"] == []


def test_an_empty_pull_request_passes_and_says_that_it_changes_nothing(repository):
    status, told = repository.said(repository.commit({}), STRANGER)
    assert status == 0
    assert "What: nothing is changed\nWhy: it changes nothing\n" in told


def test_the_same_pull_request_gives_the_same_report(repository):
    head = repository.commit({LISTING: listing("Ajax"), LOGO: SVG.format(66)})
    assert repository.said(head, ACME) == repository.said(head, ACME)


def test_what_is_too_large_is_not_read_and_the_rest_is_told(repository, tmp_path):
    head = repository.commit({f"partners/acme/images/{n}.png": b"x" for n in range(201)})
    found = pull_request(repository.root, "main", head, ACME)
    assert isinstance(found, PullRequest)
    assert (found.head, len(found.paths), found.slugs) == (None, 201, ("acme",))
    nowhere = pull_request(tmp_path, "main", head, ACME)
    assert isinstance(nowhere, Unreadable)
    assert nowhere.rule == "git-missing"


def test_the_steps_are_told_and_none_where_nothing_is_built(repository):
    steps: list[str] = []
    request = ReviewRequest(repository.root, "main", "main", ACME, date(2026, 11, 21))
    assert review(request, steps.append).verdict is Verdict.PASS
    assert steps == ["reading"]
