"""The ledger as a chain of lines: what is written is read, and no damage goes unseen."""

import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.canonical import canonical_json
from pavgen.model.ledger import (
    FIRST,
    Ledger,
    LedgerEntry,
    grown,
    ledger_path,
    line_of,
    parse_ledger,
)

RULE = {
    "strategy": "balanced",
    "weights": "tier",
    "horizon": 60,
    "slots": 3,
    "blocks": "none",
    "by": None,
    "inside": None,
    "seed": {"source": "Würfel", "value": "4 1 6"},
    "constraints": [
        {"separate": "labels", "distance": 2, "hard": True},
        {"cap": 1, "per": "partner", "across": ["other"], "hard": False},
        {"cap": 1, "per": "type", "hard": False},
        {"cooldown": 2, "hard": True},
        {"at_least": 1, "of": "tier is gold", "hard": False},
    ],
    "policy": {"version": 1, "digest": "0" * 64},
}
PERIOD = {
    "roster": [["a", 2], ["b", 1], ["c", 1]],
    "pins": [["b", 1]],
    "facts": {
        "pools": [["gold", ["a"]], ["silver", ["b", "c"]]],
        "ranks": [["a", [0, 1]], ["c", [1, 0]]],
        "constraints": [
            {"classes": [["crm", ["a", "b"]]]},
            {"used": [["a", 1]]},
            {"pairs": [["a", "b"]]},
            {},
            {"members": ["a"]},
        ],
    },
    "order": ["b", "a", "c"],
    "shown": ["b", "c", "a"],
    "seats": 2,
    "waivers": [{"constraint": 1, "partner": "c", "position": 2}],
    "lag_digest": "1" * 64,
}
CHANGE = {"joined": ["d"], "removed": ["a", "c"]}
STORY: tuple[tuple[str, str, Any], ...] = (
    ("genesis", "2026-W47", RULE),
    ("late", "2026-W47", PERIOD),
    ("placement", "2026-W48", PERIOD),
    ("amend", "2026-W48", CHANGE),
    ("amend", "2026-W48", CHANGE),
    ("policy", "2026-W49", {**RULE, "strategy": "draw", "slots": None}),
    ("placement", "2026-W49", {**PERIOD, "facts": {}}),
)


def written(story):
    """Write entries one after the other, each continuing what was read of those before."""
    ledger = Ledger("main")
    for kind, period, body in story:
        ledger = grown(ledger, kind, period, body)
    return ledger


KEPT = written(STORY)
LINES = KEPT.text.splitlines(keepends=True)


def broken(text):
    """Return the line and words of what is wrong, making sure that nothing is read of it."""
    checked = parse_ledger("main", text)
    assert checked.value == Ledger("main")
    (found,) = checked.diagnostics
    assert (found.span.path, found.code) == (ledger_path("main"), "ledger-broken")
    return found.span.line, found.what


def altered(index, **changes):
    """Write one line anew with other values, in canonical form."""
    body = {**json.loads(LINES[index]), **changes}
    line = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "".join([*LINES[:index], f"{line}\n", *LINES[index + 1 :]])


def test_an_empty_ledger_is_sound_and_its_head_is_zeros():
    checked = parse_ledger("main", "")
    assert (checked.value, checked.diagnostics) == (Ledger("main"), ())
    assert checked.value.head == FIRST == "0" * 64


def test_what_is_written_is_read():
    checked = parse_ledger("main", KEPT.text)
    assert (checked.value, checked.diagnostics) == (KEPT, ())
    assert [(e.seq, e.type, e.period) for e in KEPT.entries] == [
        (seq, kind, period) for seq, (kind, period, _) in enumerate(STORY)
    ]
    for entry, (_, _, body) in zip(KEPT.entries, STORY, strict=True):
        assert {key: entry.body[key] for key in body} == body


def test_lines_hang_on_each_other_by_the_digest_of_the_line_without_its_end():
    digests = [sha256(line.rstrip("\n").encode()).hexdigest() for line in LINES]
    assert [json.loads(line)["prev"] for line in LINES] == [FIRST, *digests[:-1]]
    assert (KEPT.head, [e.digest for e in KEPT.entries]) == (digests[-1], digests)


def test_a_line_is_canonical_and_says_where_it_belongs():
    line = line_of("main", Ledger("main"), "amend", "2026-11", {"joined": ["é"], "removed": []})
    assert line == (
        '{"group":"main","joined":["é"],"period":"2026-11",'
        f'"prev":"{FIRST}","removed":[],"seq":0,"type":"amend","v":1}}\n'
    )


def test_a_group_has_its_own_file():
    assert (ledger_path("main"), KEPT.path) == (
        "content/placement/ledger/main.jsonl",
        "content/placement/ledger/main.jsonl",
    )
    assert "group" in broken(KEPT.text.replace('"main"', '"side"'))[1]


DAMAGE = {
    "empty line": ("\n", 1, "not JSON"),
    "open brace": ("{\n", 1, "not JSON"),
    "list": ("[]\n", 1, "not an object"),
    "no keys": ("{}\n", 1, "no type"),
    "unknown type": ('{"type":"other"}\n', 1, "no type"),
    "type that is a list": ('{"type":["genesis"]}\n', 1, "no type"),
    "deep nesting": ("[" * 100_000 + "\n", 1, "not JSON"),
    "endless number": ("9" * 5_000 + "\n", 1, "not JSON"),
    "rule at the end": ("".join(LINES[:6]), 6, "no period follows the last rule"),
    "last end gone": (KEPT.text[:-1], 7, "the last line has no end"),
    "cut in a line": (KEPT.text[: len(LINES[0]) + 9], 2, "the last line has no end"),
    "empty line at the end": (KEPT.text + "\n", 8, "not JSON"),
    "ends of another system": (KEPT.text.replace("\n", "\r\n"), 1, "not canonical"),
    "byte order mark": ("\ufeff" + KEPT.text, 1, "not JSON"),
    "first line gone": ("".join(LINES[1:]), 1, "`seq`"),
    "line gone": ("".join([LINES[0], *LINES[2:]]), 2, "`seq`"),
    "line twice": ("".join([*LINES[:2], LINES[1], *LINES[2:]]), 3, "`seq`"),
    "lines changed about": ("".join([LINES[0], LINES[2], LINES[1]]), 2, "`seq`"),
    "space": (KEPT.text.replace(":60,", ": 60,"), 1, "not canonical"),
    "letter escaped": (KEPT.text.replace("ü", "\\u00fc"), 1, "not canonical"),
    "letter decomposed": (KEPT.text.replace("ü", "u\u0308"), 1, "not canonical"),
    "key twice": (KEPT.text.replace('"by":null', '"by":null,"by":null', 1), 1, "not canonical"),
    "fraction": (KEPT.text.replace('"horizon":60', '"horizon":60.0', 1), 1, "`horizon`"),
    "no number": (KEPT.text.replace('"horizon":60', '"horizon":NaN', 1), 1, "`horizon`"),
    "half a pair": (KEPT.text.replace("Würfel", "\\ud800", 1), 1, "not canonical"),
    "bare half a pair": (KEPT.text.replace("Würfel", "\ud800", 1), 1, "not JSON"),
}


@pytest.mark.parametrize(("text", "line", "words"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_told_at_its_line(text, line, words):
    at, what = broken(text)
    assert at == line
    assert words in what


@pytest.mark.parametrize(
    ("index", "changes", "words"),
    [
        (0, {"v": 2}, "`v` is not `1`"),
        (0, {"v": True}, "`v` is not `1`"),
        (0, {"seq": False}, "`seq` is not `0`"),
        (1, {"seq": 2}, "`seq` is not `1`"),
        (1, {"prev": FIRST}, "`prev`"),
        (1, {"group": "side"}, "`group` is not `main`"),
        (1, {"extra": 1}, "has the keys"),
        (0, {"period": ""}, "`period`"),
        (0, {"period": 1}, "`period`"),
        (0, {"slots": -1}, "`slots`"),
        (0, {"horizon": 2**53}, "`horizon`"),
        (0, {"strategy": None}, "`strategy`"),
        (0, {"seed": {"source": "Dice"}}, "`seed`"),
        (0, {"policy": {"version": 1}}, "`policy`"),
        (0, {"constraints": [{"separate": "labels", "hard": True}]}, "`constraints`"),
        (0, {"constraints": [{"cooldown": 1, "cap": 1, "hard": True}]}, "`constraints`"),
        (0, {"constraints": [{"cooldown": 1, "hard": 1}]}, "`constraints`"),
        (1, {"roster": [["b", 1], ["a", 1]]}, "`roster`"),
        (1, {"roster": [["a", 0]]}, "`roster`"),
        (1, {"roster": [["a", 1], ["a", 1]]}, "`roster`"),
        (1, {"pins": [["a"]]}, "`pins`"),
        (1, {"facts": {"other": []}}, "`facts`"),
        (1, {"facts": {"constraints": [{"members": ["b", "a"]}]}}, "`facts`"),
        (1, {"order": ["a", "a"]}, "`order`"),
        (1, {"shown": "abc"}, "`shown`"),
        (1, {"seats": None}, "`seats`"),
        (1, {"waivers": [{"constraint": 0}]}, "`waivers`"),
        (1, {"lag_digest": 0}, "`lag_digest`"),
        (3, {"joined": ["b", "a"]}, "`joined`"),
    ],
)
def test_a_value_of_another_form_is_told_by_its_key(index, changes, words):
    at, what = broken(altered(index, **changes))
    assert at == index + 1
    assert words in what


@pytest.mark.parametrize("index", range(len(STORY)))
def test_a_line_without_one_of_its_keys_is_broken(index):
    for key in json.loads(LINES[index]):
        body = {k: v for k, v in json.loads(LINES[index]).items() if k != key}
        text = "".join([*LINES[:index], canonical_json(body) + "\n"])
        assert broken(text)[0] == index + 1


GENESIS, LATE, PLACED, AMEND, _, POLICY, LAST = STORY


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ((LATE,), "a ledger begins with `genesis`"),
        ((AMEND,), "a ledger begins with `genesis`"),
        ((("policy", "2026-W47", RULE),), "a ledger begins with `genesis`"),
        ((GENESIS, GENESIS), "a ledger begins with `genesis`"),
        ((GENESIS, LATE, GENESIS), "a ledger begins with `genesis`"),
        ((GENESIS, PLACED), "a rule is followed by the first period it holds for"),
        ((GENESIS, ("amend", "2026-W47", CHANGE)), "a rule is followed by the first period"),
        ((GENESIS, LATE, AMEND), "`amend` follows the placement of its period"),
        ((GENESIS, LATE, LATE), "the period `2026-W47` is recorded already"),
        (
            (GENESIS, LATE, PLACED, ("placement", "2026-W47", PERIOD)),
            "the period `2026-W47` is recorded already",
        ),
        ((GENESIS, LATE, POLICY, POLICY), "a rule is followed by the first period it holds for"),
        ((GENESIS, LATE, POLICY, PLACED), "a rule is followed by the first period it holds for"),
    ],
)
def test_a_line_out_of_place_is_told_at_its_line(story, words):
    text, before = "", Ledger("main")
    for kind, period, body in story:
        line = line_of("main", before, kind, period, body)
        text += line
        entry = LedgerEntry(
            len(before.entries), kind, period, body, sha256(line[:-1].encode()).hexdigest()
        )
        before = Ledger("main", (*before.entries, entry), text)
    at, what = broken(text)
    assert at == len(story)
    assert what.startswith(words)


_WHOLE = [n for n in range(1, len(LINES)) if STORY[n - 1][0] not in {"genesis", "policy"}]


@pytest.mark.parametrize("key", ["order", "shown"])
@pytest.mark.parametrize("line", [["b", "a"], ["b", "a", "x"], ["b", "a", "c", "x"]])
def test_an_order_of_others_than_those_on_the_roster_is_told(key, line):
    said = f"`{key}` does not hold exactly those who are on the roster"
    assert said in broken(altered(6, **{key: line}))[1]


@pytest.mark.parametrize("ends", _WHOLE)
def test_a_ledger_cut_between_lines_is_the_ledger_of_then(ends):
    """A chain cannot show that its end is missing; that is what the published head is for."""
    checked = parse_ledger("main", "".join(LINES[:ends]))
    assert checked.diagnostics == ()
    assert len(checked.value.entries) == ends
    assert checked.value.head == KEPT.entries[ends - 1].digest


def is_seen(text):
    checked = parse_ledger("main", text)
    faults = [(d.code, d.span.path) for d in checked.diagnostics]
    if faults:
        assert faults == [("ledger-broken", ledger_path("main"))]
        assert checked.value == Ledger("main")
    return bool(faults)


@given(st.data())
def test_no_single_character_of_a_line_but_the_last_can_be_changed(data):
    text = KEPT.text
    at = data.draw(st.integers(0, len(text) - len(LINES[-1]) - 1))
    other = data.draw(st.characters(exclude_characters=text[at]) | st.just(""))
    assert is_seen(text[:at] + other + text[at + 1 :])


@given(st.data())
def test_a_change_of_the_last_line_is_seen_or_gives_another_head(data):
    at = data.draw(st.integers(len(KEPT.text) - len(LINES[-1]), len(KEPT.text) - 1))
    other = data.draw(st.characters(exclude_characters=KEPT.text[at]) | st.just(""))
    text = KEPT.text[:at] + other + KEPT.text[at + 1 :]
    assert is_seen(text) or parse_ledger("main", text).value.head != KEPT.head


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_text_makes_reading_fail(text):
    is_seen(text)
    is_seen(f"{LINES[0]}{text}\n")


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 3)
    | st.sampled_from((2**53, 1.5))
    | st.sampled_from(("", "a", "b", "2026-W47", "genesis", "é")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("source", "value", "hard", "cap", "per", "pools", "é")),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(st.integers(0, len(LINES) - 1), st.data())
def test_no_value_in_place_of_another_makes_reading_fail(index, data):
    body = json.loads(LINES[index])
    key = data.draw(st.sampled_from(sorted(body)))
    body[key] = data.draw(values)
    line = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    is_seen("".join([*LINES[:index], line]))


@given(st.binary(max_size=80))
def test_no_bytes_within_a_line_make_reading_fail(data):
    text = LINES[0][:40] + data.decode("utf-8", "surrogateescape") + LINES[0][40:]
    assert is_seen(text) or text == LINES[0]
