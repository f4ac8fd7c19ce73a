"""Which paths a pull request may change: what it does, and what it is judged by."""

import pytest

from tests.review.repository import (
    ACME,
    BOTH,
    NEXT,
    OWNERS,
    PROGRAM,
    STAFF,
    STRANGER,
    SVG,
    Node,
    base_files,
    listing,
)

PASS, VENDOR, REFUSED = (0, "pass"), (3, "needs-vendor"), (4, "refused")
ABOUT = "partners/acme/about.md"
LOGO = "partners/acme/logo.svg"
EDIT = {ABOUT: "We sail, and we row.\n"}
NEW = {"partners/ensign/listing.yaml": listing("Ensign"), "partners/ensign/about.md": "We.\n"}
GONE = {f"partners/acme/{name}": None for name in ("listing.yaml", "about.md", "logo.svg")}
LISTING = listing("Acme", more="logo: logo.svg\n")
STANDING = "content/standing/acme.yaml"


def slug(name):
    """Return the files of a new partner of this slug."""
    return {
        f"partners/{name}/listing.yaml": listing("Gaff & Sons"),
        f"partners/{name}/about.md": "We.\n",
    }


THEIRS = {
    "their own text": (EDIT, ACME),
    "their own listing": (
        {"partners/acme/listing.yaml": LISTING.replace("sails", "rows")},
        ACME,
    ),
    "their own logo": ({LOGO: SVG.format(77)}, ACME),
    "one of two partners of theirs": ({"partners/dory/about.md": "We row.\n"}, BOTH),
    "a new partner whose slug the vendor has given them": (NEW, NEXT),
    "nothing": ({}, ACME),
    "nothing, sent by a stranger": ({}, STRANGER),
    "the vendor's own, by the vendor": ({STANDING: base_files()[STANDING] + "points: 1\n"}, STAFF),
    "owners, by the vendor": ({"content/owners.yaml": OWNERS.replace("666", "667")}, STAFF),
    "code, by the vendor": ({"README.md": "Other.\n"}, STAFF),
}


@pytest.mark.parametrize("what", THEIRS)
def test_a_pull_request_passes_that_changes(repository, what):
    changes, account = THEIRS[what]
    judged = repository.review(repository.commit(changes), account)
    assert (judged.verdict, judged.report["rulings"]) == (PASS, [])


VENDORS = {
    "a new partner": (slug("gaff"), STRANGER, [("partner-new", "partners/gaff/")]),
    "a new partner, by the account of another": (
        slug("gaff"),
        ACME,
        [("partner-new", "partners/gaff/")],
    ),
    "their own folder, deleted": (
        GONE,
        ACME,
        [
            ("check-listing-missing", "partners/acme/listing.yaml"),
            ("partner-deleted", "partners/acme/listing.yaml"),
        ],
    ),
    "two folders of theirs at once": (
        {"partners/cutter/about.md": "We row.\n", "partners/dory/about.md": "We row.\n"},
        BOTH,
        [("partners-several", "")],
    ),
    "a logo that is another's": (
        {LOGO: base_files()["partners/bravo/logo.svg"]},
        ACME,
        [("logo-copied", LOGO)],
    ),
    "201 files of theirs": (
        {f"partners/acme/images/{n}.png": b"x" for n in range(201)},
        ACME,
        [("pull-request-size", "")],
    ),
    "22 MiB of files, each within its limit": (
        {f"partners/acme/images/{n}.png": bytes(2 << 20) for n in range(11)},
        ACME,
        [("pull-request-size", "")],
    ),
}


@pytest.mark.parametrize("what", VENDORS)
def test_the_vendor_alone_can_allow(repository, what):
    changes, account, rules = VENDORS[what]
    judged = repository.review(repository.commit(changes), account)
    assert (judged.verdict, judged.grave) == (VENDOR, rules)


REFUSALS = {
    "another's file": (
        {"partners/bravo/about.md": "We sink.\n"},
        ACME,
        [("partner-other", "partners/bravo/")],
    ),
    "another's file beside their own": (
        {**EDIT, "partners/bravo/about.md": "We sink.\n"},
        ACME,
        [("partner-other", "partners/bravo/")],
    ),
    "another's file, deleted": (
        {"partners/bravo/about.md": None},
        ACME,
        [("partner-other", "partners/bravo/")],
    ),
    "another's file, moved into their folder": (
        {
            "partners/bravo/logo.svg": None,
            "partners/acme/logo-dark.svg": base_files()["partners/bravo/logo.svg"],
        },
        ACME,
        [
            ("partner-other", "partners/bravo/"),
            ("check-logo-missing", "partners/bravo/listing.yaml"),
        ],
    ),
    "their own file, by a stranger": (EDIT, STRANGER, [("partner-other", "partners/acme/")]),
    "their own file, by a program of the host": (
        EDIT,
        41898282,
        [("partner-other", "partners/acme/")],
    ),
    "their own file, by a deleted account": (EDIT, 10137, [("partner-other", "partners/acme/")]),
    "their own file, by no account": (EDIT, 0, [("partner-other", "partners/acme/")]),
    "a slug the vendor gave somebody else": (
        NEW,
        ACME,
        [("partner-other", "partners/ensign/")],
    ),
    "the slug of a retired partner": (
        slug("flint"),
        STRANGER,
        [("check-slug-retired", "content/owners.yaml"), ("slug-retired", "partners/flint/")],
    ),
    "what the programme says of them": (
        {STANDING: "id: p-acme\ntier: gold\n"},
        ACME,
        [("path-governed", STANDING)],
    ),
    "a standing for a new partner": (
        {**NEW, "content/standing/ensign.yaml": "id: p-ensign\n"},
        NEXT,
        [("path-governed", "content/standing/ensign.yaml")],
    ),
    "the placement policy": (
        {"content/placement/policy.yaml": "version: 2\n"},
        ACME,
        [("path-governed", "content/placement/policy.yaml")],
    ),
    "a line at the end of the ledger": (
        {"content/placement/ledger/main.jsonl": "{}\n"},
        ACME,
        [("path-governed", "content/placement/ledger/main.jsonl")],
    ),
    "accepted names": (
        {"content/name-exceptions.yaml": "acme: .ACME\n"},
        ACME,
        [("path-governed", "content/name-exceptions.yaml")],
    ),
    "the owners": (
        {"content/owners.yaml": OWNERS.replace("101", "666")},
        STRANGER,
        [("path-governed", "content/owners.yaml")],
    ),
    "the programme's words": (
        {"content/program.yaml": PROGRAM.replace("Gold", "Acme")},
        ACME,
        [("path-staff", "content/program.yaml")],
    ),
    "a workflow": (
        {".github/workflows/guard.yml": "on: push\n"},
        ACME,
        [("path-code", ".github/workflows/guard.yml")],
    ),
    "a workflow in their own folder": (
        {"partners/acme/.github/w.yml": "on: push\n"},
        ACME,
        [("path-code", "partners/acme/.github/w.yml")],
    ),
    "git's settings in their own folder": (
        {"partners/acme/.gitattributes": "*.svg filter=x\n"},
        ACME,
        [("path-code", "partners/acme/.gitattributes")],
    ),
    "git's settings": ({".gitattributes": "* -diff\n"}, ACME, [("path-code", ".gitattributes")]),
    "a theme": (
        {"themes/x/templates/base.html": "<script>"},
        ACME,
        [("path-code", "themes/x/templates/base.html")],
    ),
    "the read-me": ({"README.md": "Acme first.\n"}, ACME, [("path-code", "README.md")]),
    "who owns code": ({"CODEOWNERS": "* @acme\n"}, ACME, [("path-code", "CODEOWNERS")]),
    "the lock file": (
        {"requirements/ci.txt": "evil==1\n"},
        ACME,
        [("path-code", "requirements/ci.txt")],
    ),
    "a file beside the partners' folders": (
        {"partners/notes.md": "Hello.\n"},
        ACME,
        [("path-code", "partners/notes.md")],
    ),
    "a folder too deep": (
        {"partners/acme/a/b/c.png": b"x"},
        ACME,
        [("path-code", "partners/acme/a/b/c.png")],
    ),
    "a folder that differs in case from another's": (
        {"partners/Bravo/about.md": "We.\n"},
        ACME,
        [
            ("slug-form", "partners/Bravo/"),
            ("check-listing-missing", "partners/Bravo/listing.yaml"),
            ("check-path-collision", "partners/bravo"),
            ("check-path-collision", "partners/bravo/about.md"),
        ],
    ),
    "a folder whose name is their own with a blank": (
        {"partners/acme /listing.yaml": LISTING},
        ACME,
        [("path-name", "partners/acme /listing.yaml")],
    ),
    "a folder whose name is composed otherwise": (
        {"partners/cafe\u0301/listing.yaml": LISTING},
        ACME,
        [("path-name", "partners/cafe\u0301/listing.yaml")],
    ),
    "a folder whose name looks like theirs": (
        {"partners/\u0430cme/listing.yaml": listing("Gaff & Sons")},
        ACME,
        [
            ("slug-form", "partners/\u0430cme/"),
            ("check-slug-form", "partners/\u0430cme/listing.yaml"),
        ],
    ),
    "a name with a line break": (
        {b"partners/acme/a\n::error::b.md": "x"},
        ACME,
        [("path-name", "partners/acme/a\\n::error::b.md")],
    ),
    "a name that is no UTF-8": (
        {b"partners/acme/\xff.md": "x"},
        ACME,
        [("path-name", "partners/acme/\\xff.md")],
    ),
    "a logo that is a link": (
        {LOGO: Node("120000", b"/etc/passwd")},
        ACME,
        [("path-mode", LOGO)],
    ),
    "a submodule": (
        {"partners/acme/images": Node("160000", "1" * 40)},
        ACME,
        [("path-mode", "partners/acme/images")],
    ),
    "nothing but that a file may be executed": (
        {ABOUT: Node("100755", b"We sail.\n")},
        ACME,
        [("path-mode", ABOUT)],
    ),
    "a file over its limit": (
        {LOGO: bytes((2 << 20) + 1)},
        ACME,
        [("file-size", LOGO)],
    ),
    "5,000 files in others' folders": (
        {f"partners/bravo/images/{n}.png": b"x" for n in range(5000)},
        ACME,
        [("partner-other", "partners/bravo/")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSALS)
def test_a_pull_request_is_refused_that_changes(repository, what):
    changes, account, rules = REFUSALS[what]
    judged = repository.review(repository.commit(changes), account)
    assert (judged.verdict, judged.grave) == (REFUSED, rules)
