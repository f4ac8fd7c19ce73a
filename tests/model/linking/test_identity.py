"""Who is who: ids, aliases, names that look alike, words declared twice, the order of tiers."""

import pytest

from tests.model.linking.projects import (
    ACME,
    BIRCH,
    FILES,
    HUB,
    LISTING,
    PROGRAM,
    STANDING,
    changed,
    told,
)

BIRCH_LISTING = "partners/birch/listing.yaml"
BIRCH_STANDING = FILES["content/standing/birch.yaml"]
ALIKE = "choose another; staff may allow it in content/name-exceptions.yaml"


def test_an_id_used_twice_is_told_at_the_second():
    assert told(changed("content/standing/birch.yaml", "p-002", "p-001")) == [
        (
            "content/standing/birch.yaml:1:5: error[id-taken] id: id `p-001` is already that of "
            "`acme`; assign a new one; an id is never reused"
        )
    ]


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ("birch", "9:11: error[alias-taken] aliases[0]: alias `birch` is already used by `birch`"),
        ("acme", "9:11: error[alias-taken] aliases[0]: alias `acme` is already used by `acme`"),
        (
            "old, birch",
            "9:16: error[alias-taken] aliases[1]: alias `birch` is already used by `birch`",
        ),
    ],
)
def test_an_alias_may_not_be_a_slug(aliases, expected):
    standing = STANDING.replace("[acme-metering]", f"[{aliases}]")
    files = FILES | {"content/standing/acme.yaml": standing}
    assert told(files) == [f"content/standing/acme.yaml:{expected}; remove it"]


def test_an_alias_has_one_owner():
    files = FILES | {"content/standing/birch.yaml": BIRCH_STANDING + "aliases: [acme-metering]\n"}
    assert told(files) == [
        (
            "content/standing/birch.yaml:5:11: error[alias-taken] aliases[0]: "
            "alias `acme-metering` is already used by `acme`; remove it"
        )
    ]


def test_a_slug_that_was_given_up_is_nobodys_again():
    owners = "tombstones:\n  - {slug: alder}\n  - {slug: birch, since: 2025-01-31}\n"
    assert told(FILES | {"content/owners.yaml": owners}) == [
        (
            "content/owners.yaml:3:12: error[slug-retired] tombstones[1].slug: slug `birch` was "
            "given up, and somebody has it again; give the new partner another slug"
        )
    ]


def test_an_account_may_be_named_before_its_partner_is_there():
    owners = "partners:\n  cedar: {accounts: [{id: 77, login: cedar-web}]}\n"
    assert told(FILES | {"content/owners.yaml": owners}) == []


@pytest.mark.parametrize("name", ["Acme", "ACME", "A-C-M-E", "Acmé"])
def test_a_name_like_that_of_a_partner_admitted_earlier_is_told(name):
    files = FILES | {BIRCH_LISTING: BIRCH.replace("Birch", name)}
    assert told(files) == [
        f"{BIRCH_LISTING}:1:7: error[name-alike] name: `{name}` looks like `Acme` (`acme`); {ALIKE}"
    ]


def test_a_name_that_is_refused_besides_is_told_in_one_line_without_what_steers():
    files = FILES | {BIRCH_LISTING: BIRCH.replace("Birch", '"A\\nc\\u202em\\x1be`"')}
    [alike] = [line for line in told(files) if "name-alike" in line]

    assert alike == (
        f"{BIRCH_LISTING}:1:7: error[name-alike] name: "
        f"`A\\u{{a}}c\\u{{202e}}m\\u{{1b}}e'` looks like `Acme` (`acme`); {ALIKE}"
    )


def test_the_earliest_admitted_keeps_the_name_whatever_its_slug():
    files = FILES | {
        BIRCH_LISTING: BIRCH.replace("Birch", "Acme"),
        "content/standing/birch.yaml": BIRCH_STANDING.replace("2025-01-01", "2020-01-01"),
    }
    assert told(files) == [
        f"{LISTING}:1:7: error[name-alike] name: `Acme` looks like `Acme` (`birch`); {ALIKE}"
    ]


def test_a_pending_partner_gives_way_to_an_admitted_one():
    files = FILES | {"partners/aaa/listing.yaml": BIRCH.replace("Birch", "Acme")}
    assert told(files) == [
        "partners/aaa/listing.yaml:1:7: error[name-alike] name: `Acme` looks like `Acme` (`acme`); "
        + ALIKE
    ]


def test_staff_may_accept_a_name_that_looks_like_another():
    files = FILES | {
        BIRCH_LISTING: BIRCH.replace("Birch", "Acme"),
        "content/name-exceptions.yaml": "birch: two firms of one name\n",
    }
    assert told(files) == []


def test_each_further_name_is_told():
    listing = ACME.replace("logo: logo.svg\n", "")
    files = FILES | {f"partners/{slug}/listing.yaml": listing for slug in ("copy-1", "copy-2")}
    assert [line.partition(":")[0] for line in told(files)] == [
        "partners/copy-1/listing.yaml",
        "partners/copy-2/listing.yaml",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{id: silver,", "{id: gold,", "5:10: error[term-twice] tiers[1].id: `gold` is declared in tiers already; keep one of the two; the first is in line 4"),
        ("{id: integrator,", "{id: reseller,", "8:10: error[term-twice] partner_types[1].id: `reseller` is declared in partner_types already; keep one of the two; the first is in line 7"),
        ("{id: de,", "{id: emea,", "13:14: error[term-twice] regions[0].children[0].id: `emea` is declared in regions already; keep one of the two; the first is in line 10"),
        ("industries: [", "industries: [{id: energy, label: Power}, ", "16:47: error[term-twice] industries[1].id: `energy` is declared in industries already; keep one of the two; the first is in line 16"),
    ],
)  # fmt: skip
def test_a_word_declared_twice_is_told_at_the_second(old, new, expected):
    assert f"content/program.yaml:{expected}" in told(changed("content/program.yaml", old, new))


def test_topics_and_series_are_declared_once():
    hub = HUB.replace("label: Rules}", "label: Rules}, {id: rules, label: Again}")
    hub = hub.replace("label: Basics}", "label: Basics}, {id: basics, label: Again}")
    assert [line.split(" ")[1] for line in told(FILES | {"content/hubs/notes/index.md": hub})] == [
        "error[term-twice]",
        "error[term-twice]",
    ]


def test_a_word_may_stand_in_two_vocabularies():
    program = PROGRAM.replace("{id: small,", "{id: energy,")
    assert told(FILES | {"content/program.yaml": program}) == []


def test_tiers_stand_from_the_highest_down():
    assert told(changed("content/program.yaml", "label: Silver}", "label: Silver, weight: 3}")) == [
        (
            "content/program.yaml:5:41: error[tier-order] tiers[1].weight: tier `silver` weighs more "
            "than `gold` above it; list tiers from the highest down"
        )
    ]


def test_tiers_may_weigh_the_same():
    assert (
        told(changed("content/program.yaml", "label: Silver}", "label: Silver, weight: 2}")) == []
    )
