import json
from dataclasses import replace
from datetime import date, timedelta

from pavgen.kernel.canonical import canonical_json
from pavgen.model.ledger import parse_ledger
from pavgen.model.records.policy import Group, Limit
from pavgen.place.periods import period_of
from pavgen.place.placing import place
from pavgen.place.recording import policy_digest, record
from tests.place.ledgers import BALANCED, MONDAY, SEED, small, weeks, with_ledger
from tests.place.programmes import opportunity, partner

WEDNESDAY = MONDAY + timedelta(days=2)


def told(made, group="main"):
    return [(entry.type, entry.period) for entry in made.ledgers[group].entries]


def test_first_record_is_a_genesis_and_the_open_period():
    made = with_ledger(small("ada", "bob"), [WEDNESDAY])
    assert told(made) == [("genesis", "2026-W45"), ("placement", "2026-W45")]
    genesis = made.ledgers["main"].entries[0].body
    assert genesis["seed"] == {"source": "dice", "value": "3 1 4"}
    assert genesis["policy"] == {"version": 1, "digest": policy_digest(made)}


def test_recording_a_recorded_period_again_appends_nothing():
    made = with_ledger(small("ada", "bob"), [WEDNESDAY])
    again = record(made, "main", WEDNESDAY + timedelta(days=3))
    assert (again.added, again.ledger) == ((), made.ledgers["main"])


def test_missed_periods_are_appended_as_late_in_their_order():
    made = with_ledger(small("ada", "bob"), [MONDAY, MONDAY + timedelta(weeks=3)])
    assert told(made)[2:] == [
        ("late", "2026-W46"),
        ("late", "2026-W47"),
        ("placement", "2026-W48"),
    ]


def test_every_line_is_canonical_and_hangs_on_the_one_before():
    ledger = with_ledger(small("ada", "bob", "cyd"), weeks(4)).ledgers["main"]
    lines = ledger.text.splitlines()
    assert [canonical_json(json.loads(line)) for line in lines] == lines
    assert parse_ledger("main", ledger.text).value == ledger


def test_who_joins_within_a_recorded_period_is_amended_and_put_last():
    late = partner("cyd", joined=WEDNESDAY)
    made = with_ledger(small("ada", "bob", late), [MONDAY, WEDNESDAY, WEDNESDAY])
    last = made.ledgers["main"].entries[-1]
    assert told(made)[2:] == [("amend", "2026-W45")]
    assert (last.body["joined"], last.body["removed"]) == (["p-cyd"], [])
    assert place(made, WEDNESDAY).value.order_of("all")[-1] == "cyd"


def test_who_is_suspended_within_a_recorded_period_leaves_and_the_rest_close_up():
    gone = partner("bob", suspended=(WEDNESDAY, None))
    made = with_ledger(small("ada", gone, "cyd"), [MONDAY, WEDNESDAY])
    before = place(made, MONDAY).value.order_of("all")
    after = place(made, WEDNESDAY).value.order_of("all")
    assert after == tuple(slug for slug in before if slug != "bob")
    assert made.ledgers["main"].entries[-1].body["removed"] == ["p-bob"]


def test_who_comes_back_within_the_period_is_amended_back_to_its_place():
    made = with_ledger(small("ada", partner("bob", suspended=(WEDNESDAY, WEDNESDAY))), [MONDAY])
    made = with_ledger(made, [WEDNESDAY, WEDNESDAY + timedelta(days=1)])
    changes = [(e.body["joined"], e.body["removed"]) for e in made.ledgers["main"].entries[2:]]
    assert changes == [([], ["p-bob"]), (["p-bob"], [])]


def test_nothing_is_amended_in_a_period_behind_which_another_is_recorded():
    gone = partner("cyd", suspended=(WEDNESDAY, None))
    made = with_ledger(small("ada", "bob", gone), [MONDAY, MONDAY + timedelta(weeks=1)])
    late = record(made, "main", WEDNESDAY)
    assert (late.added, late.ledger) == ((), made.ledgers["main"])


def test_changed_policy_is_written_before_the_first_period_it_decides():
    made = with_ledger(small("ada", "bob"), [MONDAY])
    other = replace(
        made.policy,
        version=2,
        announced=WEDNESDAY,
        groups=(("main", replace(BALANCED, horizon=5)),),
    )
    made = with_ledger(replace(made, policy=other), [WEDNESDAY, MONDAY + timedelta(weeks=1)])
    assert told(made)[2:] == [("policy", "2026-W46"), ("placement", "2026-W46")]
    assert made.ledgers["main"].entries[2].body["horizon"] == 5


def test_policy_announced_within_a_period_that_is_not_recorded_decides_from_the_next():
    made = with_ledger(small("ada", "bob"), [MONDAY])
    new = replace(
        made.policy,
        announced=WEDNESDAY + timedelta(weeks=1),
        groups=(("main", Group(strategy="alphabetical", seed=SEED)),),
    )
    changed = replace(made, policy=new)
    days = (WEDNESDAY + timedelta(weeks=1), WEDNESDAY + timedelta(weeks=2))
    strategies = [place(changed, day).value.groups["main"].strategy for day in days]
    assert strategies == ["balanced", "alphabetical"]


def test_build_of_a_recorded_period_keeps_the_record_whatever_the_files_say_now():
    made = with_ledger(small("ada", "bob", "cyd"), [MONDAY])
    order = place(made, MONDAY).value.order_of("all")
    heavier = {
        s: replace(p, standing=replace(p.standing, points=9)) for s, p in made.partners.items()
    }
    sorted_now = replace(
        made,
        partners=heavier,
        policy=replace(made.policy, groups=(("main", Group(strategy="points")),)),
    )
    assert place(sorted_now, MONDAY).value.order_of("all") == order


def test_build_of_an_unrecorded_period_is_what_will_be_recorded():
    made = with_ledger(small(*"abcdefg"), weeks(3))
    later = MONDAY + timedelta(weeks=6)
    foretold = place(made, later).value
    written = place(with_ledger(made, [later]), later).value
    assert foretold.order_of("all") == written.order_of("all")
    assert (foretold.groups["main"].is_recorded, written.groups["main"].is_recorded) == (
        False,
        True,
    )


def test_only_periods_up_to_one_that_is_named_are_appended():
    made = with_ledger(small("ada", "bob"), [MONDAY])
    until = period_of("week", MONDAY + timedelta(weeks=1))
    appended = record(made, "main", MONDAY + timedelta(weeks=5), until)
    assert appended.added == (("late", "2026-W46"),)


def test_hard_constraints_in_conflict_append_nothing_and_name_the_period():
    limit = Limit(separate="labels")
    labelled = [
        replace(p, standing=replace(p.standing, exclusion_labels=("crm",)))
        for p in (partner("ada"), partner("bob"))
    ]
    made = small(*labelled, opportunities={"all": opportunity(constraints=(limit,))})
    appended = record(made, "main", MONDAY)
    assert appended.conflict is not None
    assert (appended.added, appended.conflict[0]) == ((), "2026-W45")


def test_month_and_quarter_are_recorded_by_their_labels():
    for period, label in (("month", "2026-11"), ("quarter", "2026-Q4")):
        made = small("ada", "bob", group=replace(BALANCED, period=period))
        assert told(with_ledger(made, [date(2026, 11, 5)])) == [
            ("genesis", label),
            ("placement", label),
        ]
