"""What a record says against itself."""

import pytest

from tests.model.linking.projects import ACME, FILES, LISTING, STANDING, changed, told

SOLUTION = "content/solutions/heat.md"


def test_a_record_may_be_shown_on_one_day_only():
    assert told(changed(SOLUTION, "expires: 2027-02-01", "expires: 2026-02-01")) == []


@pytest.mark.parametrize(
    ("path", "old", "place"),
    [
        (SOLUTION, "expires: 2027-02-01", "9:10"),
        ("content/hubs/notes/on-rules.md", "image: rules.svg", "8:10"),
        ("content/pages/for-resellers.md", "title: For resellers", "4:10"),
    ],
)
def test_a_record_may_not_expire_before_it_is_published(path, old, place):
    new = "expires: 2026-01-31"
    if path.endswith("resellers.md"):
        new = "title: A\npublished: 2026-02-01\nexpires: 2026-01-31"
    assert told(changed(path, old, new)) == [
        (
            f"{path}:{place}: error[value-range] expires: `2026-01-31` is before `published`, "
            "which is `2026-02-01`; give a later day"
        )
    ]


def test_a_day_that_cannot_be_read_contradicts_nothing():
    lines = told(changed(SOLUTION, "published: 2026-02-01", "published: soon"))
    assert [line.split(" ")[1] for line in lines] == ["error[value-date]"]
    lines = told(changed(SOLUTION, "expires: 2027-02-01", "expires: later"))
    assert [line.split(" ")[1] for line in lines] == ["error[value-date]"]


@pytest.mark.parametrize("days", ["{from: 2026-02-01}", "{from: 2026-02-01, until: 2026-02-01}"])
def test_a_suspension_may_be_open_or_last_a_day(days):
    standing = f"{STANDING}suspended: {days}\n"
    assert told(FILES | {"content/standing/acme.yaml": standing}) == []


def test_a_partner_does_not_vouch_for_itself_nor_compete_with_itself():
    listing = ACME.replace("{to: birch", "{to: acme").replace("from: [birch]", "from: [acme]")
    standing = STANDING.replace("competes_with: [birch]", "competes_with: [acme]")
    itself = "`acme` is this partner itself; name another"
    assert told(FILES | {LISTING: listing, "content/standing/acme.yaml": standing}) == [
        f"content/standing/acme.yaml:8:17: error[value-form] competes_with[0]: {itself}",
        f"{LISTING}:19:10: error[value-form] gives_reference[0].to: {itself}",
        f"{LISTING}:20:26: error[value-form] accepts_reference_from[0]: {itself}",
    ]


@pytest.mark.parametrize(
    "way", ["email: a@acme.example", "phone: +49 30 1234567", "url: https://a.example/"]
)
def test_a_contact_leads_somewhere(way):
    listing = ACME.replace("email: hello@acme.example", way)
    assert told(FILES | {LISTING: listing}) == []
    lines = told(FILES | {LISTING: ACME.replace(", email: hello@acme.example", "")})
    assert lines == [
        (
            f"{LISTING}:12:5: error[key-missing] contacts[0]: the contact leads nowhere; "
            "add `email`, `phone` or `url`"
        )
    ]


def test_a_script_must_have_a_name_of_unicode():
    program = FILES["content/program.yaml"] + "name_scripts: [Cyrillic, Klingon]\n"
    assert told(FILES | {"content/program.yaml": program}) == [
        (
            "content/program.yaml:22:26: error[value-choice] name_scripts[1]: "
            "there is no script `Klingon`; use the name Unicode gives it, such as `Cyrillic`"
        )
    ]
