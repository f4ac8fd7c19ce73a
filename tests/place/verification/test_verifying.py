"""What is wrong with a ledger is found, told, and never raised."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.kernel.canonical import sha256_hex
from pavgen.place.rounds import Bound, Cap, GroupRule, PublicSeed, Round
from pavgen.place.verification.differing import Difference
from pavgen.place.verification.verifying import verify_growth, verify_ledger
from tests.place.verification.writing import GROUP, Writer, chained, life, limited, rewritten


def small(periods=6, strategy="balanced"):
    writer = Writer()
    rule = GroupRule(strategy, "tier", 3, seed=PublicSeed("a", "b"))
    writer.ruled(rule, "2026-01")
    for number in range(periods):
        roster = (("p1", 2), ("p2", 1), ("p3", 1 + number % 2))
        writer.placed(Round(GROUP, f"2026-{number + 1:02d}", roster))
    return writer.text


SMALL = small()
LINES = SMALL.split("\n")[:-1]
ENTRIES = [json.loads(line) for line in LINES]
HEAD = sha256_hex(LINES[-1].encode())


def first_difference(text, **given_):
    found = verify_ledger(text, **given_).difference
    return found and (found.line, found.part)


def test_with_the_published_head_any_change_of_a_byte_is_refused():
    data = SMALL.encode()
    accepted = []
    for at, byte in enumerate(data):
        # A neighbouring digit or letter, so that it is not only the form that fails, or any byte.
        new = byte ^ 1 if at % 3 else (byte + 1 + at * 37 % 255) % 256
        changed = data[:at] + bytes([new]) + data[at + 1 :]
        text = changed.decode(errors="surrogateescape")
        if verify_ledger(text, head=HEAD).difference is None:
            accepted.append((at, new))
    assert accepted == []


def test_without_a_head_only_the_inputs_of_the_last_line_are_trusted():
    found = verify_ledger(SMALL)
    assert (found.difference, found.grown_since) == (None, None)
    assert found.trusted == ("type", "roster", "pins", "facts")
    assert verify_ledger(SMALL, head=HEAD).trusted == ()


@pytest.mark.parametrize("key", ["order", "shown", "seats", "waivers", "lag_digest"])
def test_what_follows_from_the_inputs_of_the_last_line_is_guarded_without_a_head(key):
    waiver = [{"constraint": 0, "partner": "p1", "position": 1}]
    reversed_ = ENTRIES[-1]["shown"][::-1]
    wrong = {
        "order": reversed_,
        "shown": reversed_,
        "seats": 2,
        "waivers": waiver,
        "lag_digest": "0" * 64,
    }
    text = rewritten(SMALL, 7, **{key: wrong[key]})
    assert first_difference(text) == (7, key)


def test_a_ledger_that_has_grown_since_its_head_was_published_is_told_as_such():
    found = verify_ledger(SMALL, head=sha256_hex(LINES[3].encode()))
    assert (found.difference, found.grown_since) == (None, 3)
    assert found.trusted == ("type", "roster", "pins", "facts")


def test_a_history_written_anew_is_refused_by_the_old_head():
    other = small(strategy="draw")
    assert first_difference(other) is None
    assert first_difference(other, head=HEAD) == (7, "head")


def test_a_difference_tells_where_what_and_both_values():
    first, *others = ENTRIES[1]["order"]
    text = rewritten(SMALL, 2, order=[*others, first])
    assert verify_ledger(text).difference == Difference(
        line=2,
        seq=1,
        period="2026-01",
        part="order",
        recorded=f"{others[0]} at position 1",
        computed=f"{first} at position 1",
        sentence=f"line 2 (2026-01): order is recorded as {others[0]} at position 1, "
        f"but computed as {first} at position 1",
    )


def test_a_line_left_out_breaks_the_numbers():
    assert first_difference("\n".join([*LINES[:3], *LINES[4:]]) + "\n") == (4, "seq")


def test_two_lines_exchanged_break_the_numbers():
    swapped = [*LINES[:3], LINES[4], LINES[3], *LINES[5:]]
    assert first_difference("\n".join(swapped) + "\n") == (4, "seq")


def test_a_changed_line_breaks_the_chain_after_it():
    text = SMALL.replace('"value":"b"', '"value":"c"', 1)
    assert first_difference(text) in {(2, "order"), (2, "chain")}


def test_a_period_left_out_is_a_gap():
    assert first_difference(chained([*ENTRIES[:3], *ENTRIES[4:]])) == (4, "period")
    found = verify_ledger(chained([*ENTRIES[:3], *ENTRIES[4:]])).difference
    assert found is not None
    assert (found.recorded, found.computed) == ("2026-04", "2026-03")


def test_a_period_is_recorded_once():
    assert first_difference(chained([*ENTRIES[:3], ENTRIES[2]])) == (4, "period")


def test_events_may_follow_each_other_and_anything_else_but_occur_once():
    writer = Writer()
    writer.ruled(GroupRule("draw"), "expo-26")
    for label in ("expo-26", "2026-W10", "spring-fair"):
        writer.placed(Round(GROUP, label, (("p1", 1), ("p2", 1))))
    assert first_difference(writer.text) is None
    entries = [json.loads(line) for line in writer.text.split("\n")[:-1]]
    assert first_difference(chained([*entries, entries[1]])) == (5, "period")


@pytest.mark.parametrize("label", ["2026-W54", "2025-W53", "2026-13", "2026-00", "2026-Q5", ""])
def test_a_label_that_is_no_period_is_refused(label):
    assert first_difference(rewritten(SMALL, 1, period=label)) == (1, "period")


def test_a_ledger_begins_with_genesis_and_has_no_other():
    assert first_difference(chained(ENTRIES[1:])) == (1, "genesis")
    assert first_difference(chained([*ENTRIES, ENTRIES[0]])) == (8, "genesis")


def test_a_rule_is_followed_by_the_placement_of_its_period():
    policy = {**ENTRIES[0], "type": "policy", "period": "2026-03"}
    amend = {k: v for k, v in ENTRIES[2].items() if k in {"v", "group", "period"}}
    amend |= {"type": "amend", "joined": [], "removed": []}
    assert first_difference(chained([*ENTRIES[:3], policy])) is None
    assert first_difference(chained([*ENTRIES[:3], policy, *ENTRIES[3:]])) is None
    assert first_difference(chained([*ENTRIES[:3], policy, ENTRIES[2]])) == (5, "period")
    assert first_difference(chained([*ENTRIES[:3], policy, amend])) == (5, "type")
    ahead = {**policy, "period": "2026-04"}
    assert first_difference(chained([*ENTRIES[:3], ahead])) == (4, "period")


def amended(joined, removed, after=2, **other):
    amend = {"v": 1, "type": "amend", "group": GROUP, "period": ENTRIES[after]["period"]}
    amend |= {"joined": joined, "removed": removed, **other}
    return chained([*ENTRIES[: after + 1], amend])


def test_an_amendment_takes_out_closes_up_and_puts_last():
    shown = ENTRIES[2]["shown"]
    found = verify_ledger(amended(["x1"], [shown[0]]))
    assert found.difference is None
    assert (found.order, found.seats) == ((*shown[1:], "x1"), 3)
    assert found.trusted == ("joined", "removed")


def test_an_amendment_removes_who_is_there_and_lets_in_who_is_not():
    assert first_difference(amended([], ["p9"])) == (4, "removed")
    assert first_difference(amended(["p1"], [])) == (4, "joined")
    assert first_difference(amended(["x2", "x1"], [])) == (4, "joined")
    assert first_difference(amended([], [], period="2026-01")) == (4, "period")


def test_an_amendment_fills_seats_but_not_those_that_constraints_left_open():
    free, capped = Writer(), Writer()
    free.ruled(GroupRule("draw", slots=3), "2026-01")
    capped.ruled(GroupRule("draw", slots=3, constraints=(Cap(1, "partner"),)), "2026-01")
    roster = (("p1", 1), ("p2", 1), ("p3", 1))
    free.placed(Round(GROUP, "2026-01", roster[:2]))
    bounds = (Bound(used=(("p1", 1), ("p2", 1))),)
    capped.placed(Round(GROUP, "2026-01", roster, bounds=bounds))
    for writer in (free, capped):
        writer.amended("2026-01", ["x1", "x2"], [])
    assert [verify_ledger(writer.text).seats for writer in (free, capped)] == [3, 1]


def test_a_ledger_of_another_group_is_refused():
    assert first_difference(SMALL, group="spot") == (1, "group")
    entries = [*ENTRIES[:3], {**ENTRIES[3], "group": "spot"}]
    assert first_difference(chained(entries)) == (4, "group")


def test_weights_are_one_where_the_rule_knows_none():
    assert first_difference(rewritten(SMALL, 1, weights="none")) == (2, "roster")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("roster", [["p2", 1], ["p1", 1]]),
        ("roster", [["p1", 1], ["p1", 1]]),
        ("roster", [["p1", 0]]),
        ("pins", [["p9", 1]]),
        ("pins", [["p1", 1], ["p2", 1]]),
        ("pins", [["p1", 1], ["p1", 2]]),
        ("facts", {"pools": [["", ["p1", "p2", "p3"]]]}),
        ("facts", {"ranks": [["p1", [1]]]}),
        ("facts", {"constraints": [{}]}),
        ("facts", {"colours": []}),
        ("seats", -1),
        ("seats", True),
        ("v", 2),
        ("type", "rumour"),
    ],
)
def test_a_value_out_of_form_or_against_the_rule_is_refused(key, value):
    assert first_difference(rewritten(SMALL, 2, **{key: value})) == (2, key)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        LINES[0].replace(":", ": ", 1),
        LINES[0].replace('"v":1', '"v":1.0'),
        LINES[0].replace('"v":1', '"v":1,"v":1'),
        LINES[0].replace('"horizon":3', '"horizon":9007199254740992'),
        LINES[0].replace('"value":"b"', '"value":"e\u0301"'),
        LINES[0].replace('"value":"b"', '"value":"\\u0062"'),
        LINES[0].replace('"value":"b"', '"value":"\udc80"'),
        f"\ufeff{LINES[0]}",
        f"{LINES[0]}\r",
        '{"a":' * 50_000,
    ],
)
def test_a_line_that_is_not_canonical_is_refused(line):
    assert first_difference(f"{line}\n") == (1, "format")


def test_a_line_without_a_known_type_or_with_other_keys_is_refused():
    assert first_difference('{"v":1}\n') == (1, "type")
    assert first_difference(rewritten(SMALL, 2, colour="red")) == (2, "format")


def test_a_text_without_lines_and_a_line_without_its_end_are_refused():
    assert first_difference("") == (1, "format")
    assert first_difference(SMALL[:-1]) == (7, "format")


def test_accounts_begin_anew_under_another_strategy():
    writer = Writer()
    for number, strategy in enumerate(("balanced", "balanced", "quota", "balanced")):
        rule = GroupRule(strategy, "tier", 4, 2, seed=PublicSeed("a", str(number)))
        writer.ruled(rule, f"2026-Q{number + 1}")
        roster = (("p1", 3), ("p2", 1), ("p3", 1))
        writer.placed(Round(GROUP, f"2026-Q{number + 1}", roster))
    assert first_difference(writer.text) is None


def test_accounts_begin_anew_when_blocks_come_or_go():
    writer = Writer()
    roster = (("p1", 3), ("p2", 1), ("p3", 1))
    for number, blocks in enumerate(("none", "none", "tier", "none", "none")):
        rule = GroupRule("balanced", "tier", 4, blocks=blocks, seed=PublicSeed("a", "b"))
        writer.ruled(rule, f"2026-0{number + 1}")
        pools = (("gold", ("p1", "p2", "p3")),) if blocks == "tier" else ()
        writer.placed(Round(GROUP, f"2026-0{number + 1}", roster, pools=pools))
    assert first_difference(writer.text) is None


def test_a_pool_that_a_period_did_without_begins_as_for_entrants():
    # By hand: in the third period `b` has been alone in its pool, away, and is back.
    rule = GroupRule("rotation", "tier", blocks="tier", seed=PublicSeed("a", "b"))
    writer = Writer()
    writer.ruled(rule, "2026-01")
    pools = (("gold", ("p1", "p2", "p3")),)
    others = (("silver", ("p4",)),)
    everybody = (("p1", 1), ("p2", 1), ("p3", 1), ("p4", 1))
    writer.placed(Round(GROUP, "2026-01", everybody, pools=pools + others))
    gone = (*((name, ()) for name, _ in pools), *others)
    writer.placed(Round(GROUP, "2026-02", everybody[3:], pools=gone))
    writer.placed(Round(GROUP, "2026-03", everybody, pools=pools + others))
    entries = [json.loads(line) for line in writer.text.split("\n")[:-1]]
    entries[2]["facts"] = {"pools": [["silver", ["p4"]]]}
    assert first_difference(chained(entries)) is None


def test_a_newer_ledger_grows_from_an_older_one():
    assert verify_growth("", SMALL) is None
    assert verify_growth(SMALL, SMALL) is None
    assert verify_growth("\n".join(LINES[:3]) + "\n", SMALL) is None


@pytest.mark.parametrize(
    ("older", "newer", "line"),
    [
        (SMALL, "\n".join(LINES[:3]) + "\n", 4),
        (SMALL, small(strategy="draw"), 1),
        (SMALL, "", 1),
        ("\n".join(LINES[:3]), SMALL.replace("p1", "p7"), 2),
        ("\udc80\n", "\udc81\n", 1),
    ],
)
def test_a_newer_ledger_that_does_not_is_told_by_its_first_line_that_differs(older, newer, line):
    found = verify_growth(older, newer)
    assert found is not None
    assert (found.line, found.part) == (line, "growth")


@settings(max_examples=150, deadline=None)
@given(st.text() | st.binary().map(lambda data: data.decode(errors="surrogateescape")))
def test_no_text_raises(text):
    assert verify_ledger(text).difference is not None


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 4) | st.sampled_from(["p1", "p2", "draw", "", "é"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3"]), inner).map(list), max_size=3)
        | st.dictionaries(
            st.sampled_from(["pools", "ranks", "constraints", "cap", "per", "hard", "cooldown"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
RICH = next(text for text in limited(10).values() if text.count("\n") > 4)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 5), st.data(), _values)
def test_no_values_raise_and_a_change_before_the_head_is_always_found(line, data, value):
    entry = json.loads(RICH.split("\n")[line - 1])
    key = data.draw(st.sampled_from(sorted(entry)))
    changed = rewritten(RICH, line, **{key: value})
    head = sha256_hex(RICH.split("\n")[-2].encode())
    verify_ledger(changed)
    assert (verify_ledger(changed, head=head).difference is None) == (changed == RICH)


def test_a_long_life_with_every_kind_of_line_ends_where_it_should():
    text = life(9, "quota", periods=12, slots=3)
    kinds = {json.loads(line)["type"] for line in text.split("\n")[:-1]}
    assert kinds == {"genesis", "policy", "placement", "late", "amend"}
    assert first_difference(text) is None
