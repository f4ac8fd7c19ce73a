from dataclasses import replace
from datetime import date

from pavgen.model.conditions import Among
from pavgen.model.records.policy import Group, Limit
from pavgen.place.findings.outcomes import outcome_findings
from pavgen.place.placing import place
from pavgen.place.recording import record
from tests.place.findings.cases import DAY, begun, labelled, listing, pin, said, told
from tests.place.programmes import opportunity, partner, programme

BALANCED = Group(strategy="balanced")
CROWD = [*(labelled(f"crm{n}", "crm") for n in range(3)), partner("ada"), partner("bob")]
NOBODY = Among("tier", ("silver",))


def test_a_hard_constraint_that_cannot_be_kept_is_told_at_its_place():
    limits = (Limit(separate="competitors", distance=4, hard=False), Limit(separate="labels"))
    made = listing(BALANCED, CROWD[:4], constraints=limits)
    assert told(made) == [("error", "placement-conflict", "opportunities.all.constraints[1]")]
    (found,) = place(made, DAY).diagnostics
    assert found.message == (
        "no list for `2026-W48` keeps “partners with a common label stand 2 or more positions"
        " apart”; 3 of 4 carry `crm`; distance 2 allows 2; concerned are `crm0`, `crm1` and"
        " `crm2`; set `hard: false` where a rule may be waived, or change one of them"
    )


LABELLED = [*CROWD[:2], *CROWD[3:], partner("cy")]


def test_a_pin_that_cannot_be_kept_is_told_at_its_place_by_slugs():
    first, second = pin("crm0", 1), pin("crm1", 2)
    made = listing(
        BALANCED, LABELLED, constraints=(Limit(separate="labels"),), pins=(first, second)
    )
    assert told(made) == [("error", "placement-conflict", "opportunities.all.pins[0]")]
    (what,) = said(made)
    assert what == (
        "no list for `2026-W48` keeps “partners with a common label stand 2 or more positions"
        " apart”; with the pins of `crm0` and `crm1`; `crm0` and `crm1` are pinned less than 2"
        " positions apart; concerned are `crm0` and `crm1`"
    )


def test_beside_a_conflict_nothing_that_follows_is_told():
    made = listing(BALANCED, constraints=(Limit(at_least=1, of=NOBODY),), eligible=NOBODY, slots=1)
    assert told(made) == [("error", "placement-conflict", "opportunities.all.constraints[0]")]


def test_a_pin_of_another_time_has_no_part_in_a_conflict():
    gone = pin("crm0", 1, date(2025, 1, 1), date(2025, 1, 2))
    pins = (gone, pin("crm0", 1), pin("crm1", 2))
    made = listing(BALANCED, LABELLED, constraints=(Limit(separate="labels"),), pins=pins)
    assert told(made) == [
        ("error", "placement-conflict", "opportunities.all.pins[1]"),
        ("warning", "placement-pin-ended", "opportunities.all.pins[0].until"),
    ]


def test_a_search_that_ran_out_says_that_nothing_is_proved():
    made = listing(BALANCED, CROWD[:2], constraints=(Limit(separate="labels"),))
    placement = place(made, DAY).value
    group = placement.groups["main"]
    order = group.day.of
    assert order.conflict is not None
    unproved = replace(order.conflict, counting="", exhausted=True)
    order = replace(order, conflict=unproved)
    groups = {"main": replace(group, day=replace(group.day, of=order))}
    (found,) = outcome_findings(made, replace(placement, groups=groups), "main")
    assert found.what == (
        "no list was found for `2026-W48` that keeps “partners with a common label stand 2 or more"
        " positions apart”; concerned are `crm0` and `crm1`; the search ran out before all had"
        " been tried, so one may exist"
    )


def test_a_waived_constraint_is_told_with_how_often_and_for_whom():
    soft = (Limit(cooldown=1, hard=False), Limit(separate="labels", hard=False))
    made = listing(BALANCED, CROWD[:4], constraints=soft, slots=4)
    assert told(made) == [("warning", "placement-waived", "opportunities.all.constraints[1]")]
    (what,) = said(made)
    assert what.startswith(
        "“partners with a common label stand 2 or more positions apart” is waived once in"
        " `2026-W48`: `crm"
    )


def test_an_at_least_that_is_waived_names_nobody():
    soft = (Limit(at_least=2, of=NOBODY, hard=False),)
    made = listing(BALANCED, constraints=soft, slots=2)
    assert said(made) == [
        "“at least 2 are shown of those who meet `tier is silver`” is waived once in `2026-W48`"
    ]


def test_waivers_of_a_recorded_rule_that_has_changed_are_told_at_the_list():
    made = listing(BALANCED, CROWD[:4], constraints=(Limit(separate="labels", hard=False),))
    ledgers = {"main": record(made, "main", DAY).ledger}
    changed = listing(BALANCED, CROWD[:4], constraints=(Limit(separate="competitors", hard=False),))
    changed = replace(changed, ledgers=ledgers)
    policy = replace(changed.policy, version=2, announced=DAY)
    found = told(replace(changed, policy=policy))
    assert ("warning", "placement-waived", "opportunities.all") in found


def test_slots_that_nobody_may_fill_are_told_with_the_rule_to_blame():
    limits = (Limit(cap=2, per="tier"), Limit(cap=1, per="exclusion_label"))
    made = listing(BALANCED, CROWD[:3], constraints=limits, slots=3)
    assert told(made) == [("warning", "placement-slots-open", "opportunities.all.slots")]
    (what,) = said(made)
    assert what.startswith(
        "2 of 3 slots stay open in `2026-W48`; “at most 1 of each exclusion label is shown” keeps"
        " out `crm"
    )


def test_rules_of_which_each_would_do_are_both_to_blame():
    limits = (Limit(cap=1, per="tier"), Limit(cap=1, per="exclusion_label"))
    made = listing(BALANCED, CROWD[:2], constraints=limits, slots=2)
    (what,) = said(made)
    assert what.startswith(
        "1 of 2 slots stays open in `2026-W48`; “at most 1 of each tier is shown” and “at most 1"
        " of each exclusion label is shown” keep out `crm"
    )


def test_a_slot_left_within_the_period_is_told_with_who_left():
    limits = (Limit(cap=3, per="tier"),)
    made = listing(BALANCED, ["ada", "bob", "cy"], constraints=limits, slots=2)
    ledgers = {"main": record(made, "main", DAY).ledger}
    first = place(made, DAY).value.order_of("all")[0]
    staying = [
        partner(slug, status="suspended" if slug == first else "active")
        for slug in ("ada", "bob", "cy")
    ]
    later = replace(listing(BALANCED, staying, constraints=limits, slots=2), ledgers=ledgers)
    assert said(later) == [
        f"1 of 2 slots stays open in `2026-W48`; `{first}` left within the period"
    ]


def test_who_joins_within_the_period_waits_and_leaves_nothing_to_mend():
    made = begun(listing(BALANCED, ["ada", partner("bob", joined=DAY)], slots=2))
    assert place(made, DAY).value.opportunities["all"].open_slots == 1
    assert told(made) == []


def test_fewer_partners_than_slots_are_no_open_slots():
    assert told(listing(BALANCED, slots=9)) == []


def test_opportunity_for_nobody_is_a_warning():
    assert told(listing(BALANCED, eligible=NOBODY)) == [
        ("warning", "placement-nobody", "opportunities.all")
    ]


def test_of_a_group_with_an_error_no_outcome_is_told():
    made = programme(
        [partner("ada")],
        groups={"main": Group(strategy="quota"), "side": Group(strategy="draw")},
        opportunities={
            "all": opportunity(eligible=NOBODY),
            "few": opportunity(group="side", eligible=NOBODY),
        },
    )
    assert told(made) == [
        ("error", "placement-key-needed", "opportunities.all.slots"),
        ("warning", "placement-nobody", "opportunities.few"),
    ]
