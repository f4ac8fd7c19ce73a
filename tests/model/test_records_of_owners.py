"""`content/owners.yaml`: accounts, teams, and slugs that are gone for good."""

from datetime import date

import pytest

from pavgen.model.records.owners import Account, Owner, Owners, Teams, Tombstone
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.records import decode_record
from tests.model.schema.reading import decoded, findings, node

TEXT = """\
staff: [{id: 900, login: edda}]
teams:
  engineering: "@north-sea/engineering"
  marketing: "@north-sea/marketing"
  partners: "@north-sea/partners"
  program: "@north-sea/program"
partners:
  acme: {accounts: [{id: 101, login: acme-web}, {id: 102}], team: "@north-sea/emea", contact: Ask}
  bravo: {accounts: [{id: 101}]}
  cutter: {contact: Nobody yet}
tombstones: [{slug: flint, since: 2025-01-31, reason: Closed}]
"""


def test_owners_of_every_kind():
    found = decoded(Owners, TEXT)
    assert (found.staff, found.teams) == (
        (Account(id=900, login="edda"),),
        Teams(
            engineering="@north-sea/engineering",
            marketing="@north-sea/marketing",
            partners="@north-sea/partners",
            program="@north-sea/program",
        ),
    )
    assert found.by_slug() == {
        "acme": Owner(
            accounts=(Account(id=101, login="acme-web"), Account(id=102)),
            team="@north-sea/emea",
            contact="Ask",
        ),
        "bravo": Owner(accounts=(Account(id=101),)),
        "cutter": Owner(contact="Nobody yet"),
    }
    assert found.tombstones == (Tombstone(slug="flint", since=date(2025, 1, 31), reason="Closed"),)


def test_what_an_account_may_send_changes_for():
    found = decoded(Owners, TEXT)
    assert [found.slugs_of(n) for n in (101, 102, 900, 666, 0)] == [
        {"acme", "bravo"}, {"acme"}, set(), set(), set(),
    ]  # fmt: skip
    assert [found.is_staff(n) for n in (900, 101, 0)] == [True, False, False]
    assert found.retired() == {"flint"}


def test_without_anything_nobody_owns_anything():
    found = Owners()
    assert (found.by_slug(), found.retired(), found.slugs_of(1), found.is_staff(1)) == (
        {}, frozenset(), frozenset(), False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "partners: {acme: {accounts: [{id: 0}]}}",
        "partners: {acme: {accounts: [{id: -1}]}}",
        "partners: {acme: {accounts: [{id: acme-web}]}}",
        "partners: {acme: {accounts: [{login: acme-web}]}}",
        "partners: {Acme: {}}",
        "partners: {acme: {account: 1}}",
        'teams: {engineering: "@x", marketing: "@a/b", partners: "@a/b", program: "@a/b"}',
        "tombstones: [{slug: No Slug}]",
        "owners: {}",
    ],
)
def test_what_is_no_owner_is_refused(text):
    into = Decoding("content/owners.yaml", Rules())
    decode_record(Owners, node(text), into)
    assert findings(into) != []
