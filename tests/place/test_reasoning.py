from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.kernel.canonical import canonical_json
from pavgen.model.conditions import AtLeast
from pavgen.model.ledger import line_of, parse_ledger
from pavgen.model.records.policy import EventSpan, Group, Pin, Seed, Sponsor
from pavgen.place.placing import place
from pavgen.place.reasoning import reason_tree, short_reason
from pavgen.place.reasoning_kinds import Reason, ReasonKind, as_json
from pavgen.place.sentences import sentence, steps
from tests.place.drawn import days, lively_programme, programmes, recorded
from tests.place.ledgers import with_ledger
from tests.place.programmes import opportunity, partner, programme
from tests.place.told import DAY, ENGLISH, GERMAN, one_list, parts_of, tree_of

MONDAY = date(2026, 11, 23)
DRAW = Group(strategy="draw", seed=Seed(source="dice", value="3"))
K = ReasonKind
HEAD = ("v", "seq", "prev", "type", "group", "period")


def kinds(tree):
    return [part.kind for part in tree.parts]


def everything(tree):
    yield tree
    for part in tree.parts:
        yield from everything(part)


def test_tree_of_a_partner_that_is_shown_goes_from_eligibility_to_its_neighbours():
    made = one_list([partner("ada", points=2), partner("bob", points=1)], Group(strategy="points"))
    tree = tree_of(made, "bob")
    assert (tree.kind, tree.says) == (
        K.PLACED,
        {
            "opportunity": "all",
            "title": "All partners",
            "partner": "p-bob",
            "slug": "bob",
            "name": "Bob",
            "period": "2026-W48",
            "position": 2,
            "n": 2,
        },
    )
    assert kinds(tree) == [K.ELIGIBLE, K.PROVISIONAL, K.POINTS, K.BEHIND, K.UNTIL]


def test_tree_of_a_partner_that_waits_counts_those_before_it():
    made = one_list([partner(s) for s in ("ada", "bob", "cid")], DRAW, slots=1)
    last = place(made, DAY).value.opportunities["all"].waiting[-1].slug
    tree = tree_of(made, last)
    assert (tree.kind, tree.says["n"], tree.says["slots"]) == (K.WAITING, 2, 1)


def test_tree_of_an_excluded_partner_is_what_stands_in_its_way():
    made = one_list([partner("ada", status="former", opt_out=("all",))], DRAW)
    tree = tree_of(made, "ada")
    assert (tree.kind, kinds(tree)) == (K.EXCLUDED, [K.STATUS, K.OPTED_OUT])


def test_recorded_order_is_told_with_its_entry_and_digest():
    made = recorded(one_list([partner("ada")], DRAW), MONDAY, MONDAY)
    entry = made.ledgers["main"].entries[1]
    assert parts_of(made, "ada", K.RECORDED) == [
        Reason(
            K.RECORDED,
            {"how": "opened", "period": "2026-W48", "entry": 1, "digest": entry.digest},
        )
    ]


def test_order_recorded_when_its_period_was_over_is_told_as_late():
    early = recorded(one_list([partner("ada")], DRAW), MONDAY, MONDAY + timedelta(weeks=2))
    told = tree_of(early, "ada", day=MONDAY + timedelta(weeks=1)).parts[1]
    assert (told.kind, told.how) == (K.RECORDED, "late")


def forged(made):
    """Turn round the one order that a ledger has."""
    ledger = made.ledgers["main"]
    genesis, entry = ledger.entries
    before = replace(ledger, entries=(genesis,), text=ledger.text.splitlines(keepends=True)[0])
    body = {key: entry.body[key] for key in entry.body if key not in HEAD}
    turned = {"order": body["order"][::-1], "shown": body["shown"][::-1]}
    line = line_of("main", before, entry.type, entry.period, {**body, **turned})
    return replace(made, ledgers={"main": parse_ledger("main", before.text + line).value})


def test_recorded_order_that_does_not_follow_from_the_rule_is_told_as_such():
    made = forged(recorded(one_list([partner("ada"), partner("bob")], DRAW), MONDAY, MONDAY))
    first = place(made, DAY).value.order_of("all")[0]
    tree = tree_of(made, first)
    assert kinds(tree)[1:3] == [K.RECORDED, K.DIFFERS]
    assert [part.parts for part in tree.parts if part.kind is K.AHEAD] == [
        (Reason(K.DIFFERS, {"how": "pair"}),)
    ]


def test_pin_is_told_with_reason_author_days_and_payment_in_place_of_the_strategy():
    pin = Pin(
        partner="bob",
        slot=1,
        from_=MONDAY,
        until=DAY,
        reason="A launch",
        by="Ida",
        paid=True,
    )
    made = one_list([partner("ada"), partner("bob")], DRAW, pins=(pin,))
    tree = tree_of(made, "bob")
    assert kinds(tree) == [K.ELIGIBLE, K.PROVISIONAL, K.PINNED, K.FIRST, K.AHEAD, K.UNTIL]
    assert tree.parts[2].says == {
        "how": "paid",
        "position": 1,
        "from": "2026-11-23",
        "until": "2026-11-25",
        "reason": "A launch",
        "by": "Ida",
    }


def test_partner_that_came_within_the_period_is_told_so():
    made = one_list([partner("ada"), partner("bob", joined=DAY)], DRAW)
    made = with_ledger(made, [DAY - timedelta(weeks=1)])
    assert kinds(tree_of(made, "bob")) == [
        K.ELIGIBLE,
        K.PROVISIONAL,
        K.ARRIVED,
        K.DRAWN,
        K.BEHIND,
        K.UNTIL,
    ]


def test_place_in_the_groups_order_is_told_where_it_is_not_the_position():
    lists = {"all": opportunity(), "few": opportunity(eligible=AtLeast("points", 5))}
    partners = [partner("ada"), partner("bob", points=5), partner("cid", points=5)]
    made = programme(partners, groups={"main": DRAW}, opportunities=lists)
    order = place(made, DAY).value.order_of("all")
    few = [slug for slug in order if slug != "ada"]
    tree = tree_of(made, few[-1], "few")
    told = [part.says for part in tree.parts if part.kind is K.PLACE]
    place_of = order.index(few[-1]) + 1
    assert told == ([{"place": place_of, "n": 3}] if place_of != 2 else [])


def test_seat_of_a_class_is_told_with_its_claim():
    partners = [partner("ada"), *(partner(s, tier="silver") for s in ("bob", "cid", "dan"))]
    made = one_list(partners, Group(strategy="apportion", by="tier", inside="draw"))
    (told,) = parts_of(made, "ada", K.CLASS)
    assert told.says == {
        "how": "seat",
        "pool": "gold",
        "label": "Gold",
        "seat": 3,
        "n": 0,
        "votes": 1,
        "divisor": 1,
    }


def test_order_of_an_event_ends_without_a_next_one():
    event = EventSpan(id="fair", from_=MONDAY, until=DAY)
    made = one_list([partner("ada")], replace(DRAW, period="event", event=event))
    assert parts_of(made, "ada", K.UNTIL) == [
        Reason(K.UNTIL, {"how": "end", "until": "2026-11-25"})
    ]


def test_points_stand_in_no_tree_but_that_for_staff():
    made = one_list([partner("ada", points=7777)], DRAW, eligible=AtLeast("points", 7000))
    assert "7777" not in canonical_json(as_json(tree_of(made, "ada")))
    assert "7777" in canonical_json(as_json(tree_of(made, "ada", staff=True)))


def short(made, slug, name="all"):
    placement = place(made, DAY).value
    listed = placement.opportunities[name]
    decision = next(d for d in listed.decisions if d.slug == slug)
    return short_reason(made, placement.groups[listed.group], decision)


def test_short_reason_is_the_place_and_the_first_thing_that_was_looked_at():
    group = Group(strategy="points", ladder=("joined",))
    made = one_list([partner("ada", points=2), partner("bob", points=1)], group)
    assert short(made, "bob") == Reason(
        K.SHORT,
        {"place": 2, "n": 2, "period": "2026-W48"},
        (Reason(K.POINTS, {"how": "rank", "rank": 2}),),
    )


def test_short_reason_is_the_same_in_every_list_of_a_group():
    lists = {"all": opportunity(), "few": opportunity(eligible=AtLeast("points", 5))}
    partners = [partner("ada"), partner("bob", points=5), partner("cid", points=5)]
    made = programme(partners, groups={"main": DRAW}, opportunities=lists)
    assert [short(made, s, "few") for s in ("bob", "cid")] == [
        short(made, s) for s in ("bob", "cid")
    ]


def test_short_reason_of_a_sponsored_place_says_so():
    bought = Sponsor(partner="ada", package="big", from_=MONDAY, until=DAY)
    group = Group(strategy="sponsored", packages=("big",), sponsors=(bought,), then="turns")
    lists = {"all": opportunity(), "turns": opportunity(group="turns")}
    made = programme([partner("ada")], groups={"main": group, "turns": DRAW}, opportunities=lists)
    assert [part.kind for part in short(made, "ada").parts] == [K.SPONSORED]


def all_told(made, day):
    """Say everything of every partner in every list, in two languages; return the trees."""
    placement = place(made, day).value
    for name, listed in placement.opportunities.items():
        for decision in (*listed.decisions, *listed.waiting):
            told = short_reason(made, placement.groups[listed.group], decision)
            assert sentence(told, ENGLISH)
            assert sentence(told, GERMAN)
        for slug in made.partners:
            tree = reason_tree(made, placement, name, slug)
            assert all(steps(tree, ENGLISH))
            assert all(steps(tree, GERMAN))
            yield tree


@settings(deadline=None, max_examples=40)
@given(programmes(), days)
def test_everything_can_be_said_of_everybody(made, day):
    for tree in all_told(made, day):
        assert canonical_json(as_json(tree))


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=True), days)
def test_everything_can_be_said_where_partners_come_and_leave(chance, day):
    made, _ = lively_programme(chance, day)
    for tree in all_told(made, day):
        numbers = [n for r in everything(tree) for n in r.says.values() if isinstance(n, int)]
        assert all(abs(n) < 2**53 for n in numbers)
        assert canonical_json(as_json(tree))
