"""What a partner writes in its own files: governed keys in any disguise, names, links."""

import pytest

from tests.review.repository import ACME, NEXT, listing

LISTING = "partners/acme/listing.yaml"
OWN = listing("Acme", more="logo: logo.svg\n")

GOVERNED = {
    "a key of the programme": "tier: gold\n",
    "it in capitals": "Tier: gold\n",
    "it with a blank": '"tier ": gold\n',
    "it in quotes": "'tier': gold\n",
    "it with an escape": '"\\u0074ier": gold\n',
    "it in letters of another script": "t\u0456er: gold\n",
    "it twice": "tier: gold\ntier: silver\n",
    "another key twice": "tagline: It sinks.\n",
    "it by a merge": "<<: {tier: gold}\n",
    "it behind an anchor": "links: &a {tier: gold}\nx: *a\n",
    "it behind a line break nobody sees": "size: 1-10\u2028tier: gold\n",
    "it behind a carriage return": "size: 1-10\rtier: gold\n",
    "it in a second document": "---\ntier: gold\n",
    "a tag": "size: !!python/name:os.system x\n",
    "the points": "points: 1000\n",
    "the domains on file": "domains: [bravo.example]\n",
}


@pytest.mark.parametrize("what", GOVERNED)
def test_a_listing_is_refused_that_has(repository, what):
    head = repository.commit({LISTING: OWN + GOVERNED[what]})
    judged = repository.review(head, ACME)
    assert (judged.verdict, {path for _, path in judged.grave}) == ((4, "refused"), {LISTING})


def test_a_governed_key_is_told_as_one_and_escapes_are_seen(repository):
    head = repository.commit({LISTING: OWN + "Tier: gold\nfounded: 1999\n"})
    fields = repository.review(head, ACME).report["fields"]
    assert fields == [
        {"path": LISTING, "key": "Tier", "before": None, "after": "gold", "class": "governed"},
        {"path": LISTING, "key": "founded", "before": None, "after": "1999", "class": "partner"},
    ]


def test_of_a_listing_that_cannot_be_read_no_key_is_told_as_gone_and_no_host_as_new(repository):
    head = repository.commit({LISTING: OWN.replace("tagline: ", "tagline: Sails: ")})
    judged = repository.review(head, ACME)
    assert judged.verdict == (4, "refused")
    assert (judged.report["fields"], judged.report["hosts"]) == ([], {})


def test_hidden_characters_are_named_and_never_shown(repository):
    head = repository.commit({"partners/acme/about.md": "We\u202e sail.\n\nWe\u200b\u200b row.\n"})
    judged = repository.review(head, ACME)
    assert judged.verdict == (4, "refused")
    assert judged.report["invisible"] == [
        {
            "path": "partners/acme/about.md", "line": 1,
            "character": "U+202E RIGHT-TO-LEFT OVERRIDE", "times": 1,
        },
        {"path": "partners/acme/about.md", "line": 3, "character": "U+200B ZERO WIDTH SPACE", "times": 2},
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"a: [" * 20_000, b"a: b\n" * 20_000, b"\xff\xfe\x00", b"\0"])
def test_a_listing_that_cannot_be_read_is_refused(repository, data):
    judged = repository.review(repository.commit({LISTING: data}), ACME)
    assert (judged.verdict, {path for _, path in judged.grave}) == ((4, "refused"), {LISTING})


def test_markup_and_a_script_as_a_logo_are_refused(repository):
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
    judged = repository.review(repository.commit({"partners/acme/logo.svg": svg}), ACME)
    assert (judged.verdict, {path for _, path in judged.grave}) == (
        (4, "refused"),
        {"partners/acme/logo.svg"},
    )


def test_a_name_that_only_looks_differ_from_anothers_is_for_the_vendor(repository):
    head = repository.commit({LISTING: OWN.replace("name: Acme", "name: Brav0")})
    judged = repository.review(head, ACME)
    assert judged.verdict == (3, "needs-vendor")
    assert [rule for rule, _ in judged.grave] == ["check-name-alike"]
    assert judged.report["neighbours"] == [
        {"partner": "acme", "name": "Brav0", "other": "bravo", "other_name": "Bravo", "same": True}
    ]


def test_a_name_one_letter_from_anothers_is_remarked(repository):
    head = repository.commit({LISTING: OWN.replace("name: Acme", "name: Cutters")})
    judged = repository.review(head, ACME)
    assert judged.verdict == (0, "pass")
    assert [(r["rule"], r["severity"]) for r in judged.report["rulings"]] == [("name-near", "pass")]


def test_a_link_to_a_host_that_is_not_on_file_is_for_the_vendor(repository):
    head = repository.commit({
        LISTING: OWN + "links: {docs: https://docs.acme.example/, careers: https://jobs.example/}\n",
        "partners/acme/about.md": "See [us](https://else.example/x) and [here](https://acme.example/).\n",
    })  # fmt: skip
    judged = repository.review(head, ACME)
    assert judged.verdict == (3, "needs-vendor")
    assert judged.grave == [("link-host", "partners/acme/")] * 2
    assert judged.report["hosts"] == {"acme": ["docs.acme.example", "else.example", "jobs.example"]}


def test_a_new_host_is_shown_where_no_domain_is_on_file(repository):
    head = repository.commit({
        "partners/ensign/listing.yaml": listing("Ensign"),
        "partners/ensign/about.md": "We.\n",
    })  # fmt: skip
    judged = repository.review(head, NEXT)
    assert (judged.verdict, judged.report["hosts"]) == (
        (0, "pass"),
        {"ensign": ["ensign.example"]},
    )
