"""Draws and what comes after them, recorded line by line: the separate verifier finds the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.kernel.canonical import Json
from pavgen.model.ledger import Ledger, grown, parse_ledger
from pavgen.place.engine import GroupState, Played, lag_digest, play, settle
from pavgen.place.entries import holds_json, round_json, rule_json
from pavgen.place.history import recorded_periods
from pavgen.place.strategies.pick_rules import pick_rules
from pavgen.place.strategies.pick_vacancy import ACCEPTED, DECLINED, Hands, Held, offered, queue_of
from pavgen.place.verification.verifying import verify_ledger
from tests.place.strategies.pick_oracle import draws

POLICY: dict[str, Json] = {"version": 1, "digest": "0" * 64}


def written(rule, round_):
    """Write the ledger of a draw, or nothing where not all can be placed."""
    played = play(rule, round_, GroupState())
    if not isinstance(played, Played):
        return Ledger("booths"), Hands()
    after = settle(rule, round_, GroupState(), played.shown, played.seats)
    body = {
        **round_json(round_),
        "order": list(played.order),
        "shown": list(played.shown),
        "seats": played.seats,
        "waivers": [],
        "lag_digest": lag_digest(rule, round_, after),
        "picked": holds_json(played.picked),
    }
    ledger = grown(Ledger("booths"), "genesis", "fair", {**rule_json(rule), "policy": POLICY})
    hands = Hands(tuple(Held(i, x) for i, x in played.picked))
    return grown(ledger, "placement", "fair", body), hands


@st.composite
def stories(draw):
    """Draw a ledger in which partners leave, come and are asked for what falls vacant."""
    rule, round_ = draw(draws())
    ledger, hands = written(rule, round_)
    rules = pick_rules(rule, round_)
    for number in range(draw(st.integers(0, 4)) if ledger.entries else 0):
        present = sorted(hands.present(rules.order))
        removed = sorted(draw(st.sets(st.sampled_from(present), max_size=1))) if present else []
        joined = [f"new{number}"] if draw(st.booleans()) else []
        if removed or joined:
            change = {"joined": joined, "removed": removed}
            ledger = grown(ledger, "amend", "fair", change)
            hands = hands.amended(joined, removed)
        free = rules.free(hands.holds())
        if not free:
            continue
        item = draw(st.sampled_from(free))
        answers = answered(draw, [ask.partner for ask in queue_of(rules, hands, item)], hands)
        if answers:
            said = {"item": item, "answers": [list(answer) for answer in answers]}
            ledger = grown(ledger, "offer", "fair", said)
            after = offered(rules, hands, item, answers)
            assert isinstance(after, Hands)
            hands = after
    return ledger, hands


def answered(draw, queue, hands):
    """Let somebody in the queue accept, or at its end one who came, or nobody."""
    asked = [*queue, *sorted(hands.joined)]
    count = draw(st.integers(0, len(asked)))
    last = ACCEPTED if draw(st.booleans()) else DECLINED
    return [(i, last if n == count else DECLINED) for n, i in enumerate(asked[:count], start=1)]


@settings(max_examples=80, deadline=None)
@given(stories())
def test_verifier_agrees_with_every_draw_and_every_offer(story):
    ledger, _ = story
    if ledger.entries:
        assert verify_ledger(ledger.text, group="booths").difference is None


@settings(max_examples=30, deadline=None)
@given(stories())
def test_what_was_written_is_read_and_gives_the_same_draw(story):
    ledger, _ = story
    if not ledger.entries:
        return
    checked = parse_ledger("booths", ledger.text)
    assert (checked.value, checked.diagnostics) == (ledger, ())
    (period,) = recorded_periods(checked.value)
    again = play(period.rule, period.round, GroupState())
    assert isinstance(again, Played)
    assert (again.order, again.seats, again.picked) == (period.order, period.seats, period.picked)


@settings(max_examples=30, deadline=None)
@given(stories(), st.data())
def test_verifier_refuses_an_offer_to_who_is_not_next(story, data):
    ledger, _ = story
    offers = [n for n, entry in enumerate(ledger.entries) if entry.type == "offer"]
    if not offers:
        return
    number = data.draw(st.sampled_from(offers))
    before = parse_ledger("booths", "".join(ledger.text.splitlines(keepends=True)[:number])).value
    body = {**ledger.entries[number].body, "answers": [["nobody", "accepted"]]}
    said = {key: body[key] for key in ("item", "answers")}
    assert verify_ledger(grown(before, "offer", "fair", said).text).difference is not None
