"""Whatever the engine decides, the separate verifier finds the same, from the ledger alone."""

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pavgen.kernel.canonical import canonical_json, sha256_hex
from pavgen.place.engine import GroupState, Played, lag_digest, play, settle
from pavgen.place.entries import holds_json, round_json, rule_json, waivers_json
from pavgen.place.periods import period_of
from pavgen.place.rounds import (
    AtLeast,
    Bound,
    Cap,
    Constraint,
    Cooldown,
    GroupRule,
    Picking,
    PublicSeed,
    Round,
    Separate,
)
from pavgen.place.strategies.pick_rules import pick_rules
from pavgen.place.strategies.pick_vacancy import Hands, Held, offered, queue_of
from pavgen.place.verification.verifying import verify_ledger
from tests.place.ledgers import weeks
from tests.place.verification.halls import GROUP, PERIOD, SEED, random_hall
from tests.place.verification.writing import Chance

IDS = tuple(f"p-{letter}" for letter in "abcdefghi")
LABELS = ("crm", "erp", "bi")
SORTING = ("draw", "points", "first-come", "alphabetical", "fixed", "relevance", "sponsored")


@st.composite
def rules(draw):
    """Draw a rule that a policy may have: what belongs together is drawn together."""
    strategy = draw(
        st.sampled_from(("balanced", "balanced", "quota", "rotation", "apportion", *SORTING))
    )
    slots = draw(st.integers(1, 5)) if strategy == "quota" else draw(st.none() | st.integers(1, 5))
    blocks = (
        "none" if strategy in ("quota", "apportion") else draw(st.sampled_from(("none", "tier")))
    )
    limits: list[st.SearchStrategy[Constraint]] = [
        st.builds(
            Separate, st.sampled_from(("competitors", "labels")), st.integers(2, 3), st.booleans()
        )
    ]
    if slots is not None:
        limits += [
            st.builds(
                Cap, st.integers(1, 2), st.just("exclusion_label"), st.just(()), st.booleans()
            ),
            st.builds(Cap, st.just(1), st.just("partner"), st.just(("other",)), st.booleans()),
            st.builds(Cooldown, st.integers(1, 2), st.booleans()),
            st.builds(AtLeast, st.integers(1, 2), st.just("tier is gold"), st.booleans()),
        ]
    apportioned = strategy == "apportion"
    return GroupRule(
        strategy,
        draw(st.sampled_from(("none", "tier"))),
        draw(st.integers(1, 9)),
        slots,
        blocks,
        "tier" if apportioned else None,
        draw(st.sampled_from(("draw", "balanced", "rotation", "points"))) if apportioned else None,
        PublicSeed("dice", draw(st.sampled_from(("1 2", "3 4", "ü")))),
        tuple(draw(st.lists(st.one_of(limits), max_size=2))),
    )


def subsets(draw, ids):
    return tuple(sorted(draw(st.sets(st.sampled_from(ids))))) if ids else ()


def classes(draw, ids, names):
    found = [(name, subsets(draw, ids)) for name in sorted(names)]
    return tuple((name, members) for name, members in found if members)


def bound_of(draw, constraint, ids):
    match constraint:
        case Separate("competitors"):
            pairs = [(a, b) for a in ids for b in ids if a < b]
            return Bound(
                pairs=tuple(
                    sorted(draw(st.sets(st.sampled_from(pairs), max_size=4)) if pairs else ())
                )
            )
        case Separate() | Cap(per="exclusion_label"):
            return Bound(classes=classes(draw, ids, LABELS))
        case Cap():
            return Bound(used=tuple((i, 1) for i in subsets(draw, ids)))
        case Cooldown():
            return Bound()
        case _:
            return Bound(members=subsets(draw, ids))


def parted(draw, ids, names):
    """Draw a partition of ids into pools."""
    where = {i: draw(st.sampled_from(names)) for i in ids}
    return tuple(
        (name, tuple(i for i in ids if where[i] == name))
        for name in names
        if name in where.values()
    )


def drawn_round(draw, rule, label):
    ids = tuple(sorted(draw(st.sets(st.sampled_from(IDS), min_size=1))))
    pinned = draw(st.lists(st.sampled_from(ids), unique=True, max_size=1))
    names = ("gold", "silver") if rule.blocks == "tier" else ("gold", "iron", "silver")
    sorts = rule.ordering in SORTING and rule.ordering != "draw"
    return Round(
        "main",
        label,
        tuple((i, draw(st.integers(1, 3)) if rule.weights == "tier" else 1) for i in ids),
        tuple((i, draw(st.integers(1, len(ids) + 1))) for i in pinned),
        parted(draw, ids, names) if rule.blocks == "tier" or rule.strategy == "apportion" else (),
        {i: (draw(st.integers(0, 2)), draw(st.integers(0, 1))) for i in ids} if sorts else {},
        tuple(bound_of(draw, constraint, ids) for constraint in rule.constraints),
    )


@st.composite
def ledgers(draw):
    """Draw a ledger of up to eight weeks, with a change of the rule among them."""
    lines: list[str] = []
    state = GroupState()
    changes = draw(st.integers(1, 8))
    rule = draw(rules())
    for n, day in enumerate(weeks(draw(st.integers(1, 8)))):
        label = period_of("week", day).label
        if n in (0, changes):
            rule = rule if n == 0 else draw(rules())
            policy = {"version": n, "digest": "0" * 64}
            written(
                lines,
                "genesis" if n == 0 else "policy",
                label,
                {**rule_json(rule), "policy": policy},
            )
        made = drawn_round(draw, rule, label)
        played = play(rule, made, state)
        if not isinstance(played, Played):
            break
        state = settle(rule, made, state, played.shown, played.seats, played.turns)
        written(lines, "placement", label, placement(rule, made, played, state))
    while lines and '"lag_digest"' not in lines[-1]:
        lines.pop()
    return "".join(lines)


def placement(rule, made, played, state):
    return {
        **round_json(made),
        "order": list(played.order),
        "shown": list(played.shown),
        "seats": played.seats,
        "waivers": waivers_json(played.waivers),
        "lag_digest": lag_digest(rule, made, state),
    }


def written(lines, kind, label, body, group="main"):
    head = sha256_hex(lines[-1][:-1].encode()) if lines else "0" * 64
    said = {"v": 1, "seq": len(lines), "prev": head, "type": kind, "group": group, "period": label}
    lines.append(canonical_json({**said, **body}) + "\n")


@settings(max_examples=150, deadline=None)
@given(ledgers())
def test_verifier_finds_what_the_engine_decided(text):
    assume(text)
    assert verify_ledger(text, group="main").difference is None


APART = (Separate("competitors", 2), Separate("labels", 2))


def rule_of(hall):
    return GroupRule("pick", "tier", 60, hall.slots, seed=PublicSeed("", SEED), constraints=APART)


def round_of(hall):
    """Return a hall as the engine is given it."""
    ids = sorted(hall.may)
    return Round(
        GROUP,
        PERIOD,
        tuple(hall.weights.items()),
        ranks={i: tuple(ranks) for i, ranks in hall.ranks.items()},
        bounds=(
            Bound(pairs=tuple(hall.pairs)),
            Bound(classes=tuple((label, tuple(sorted(ids))) for label, ids in hall.classes)),
        ),
        picking=Picking(
            tuple(sorted(hall.items.items())),
            tuple((i, tuple(sorted(hall.may[i])), tuple(hall.likes[i])) for i in ids),
            tuple(hall.near),
            tuple(hall.clash),
            tuple(hall.held),
        ),
    )


def drawn_ledger(hall, played):
    """Write what the engine decided for a hall."""
    lines: list[str] = []
    rule, made = rule_of(hall), round_of(hall)
    policy = {"version": 1, "digest": "0" * 64}
    written(lines, "genesis", PERIOD, {**rule_json(rule), "policy": policy}, GROUP)
    body = placement(rule, made, played, GroupState())
    body |= {"picked": holds_json(played.picked)}
    written(lines, "placement", PERIOD, body, GROUP)
    return lines


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 9), st.integers(0, 4))
@example(100350, 9, 3)
def test_verifier_finds_what_the_engine_drew(seed, partners, spare):
    hall = random_hall(seed, partners, partners + spare)
    played = play(rule_of(hall), round_of(hall), GroupState())
    assume(isinstance(played, Played))
    found = verify_ledger("".join(drawn_ledger(hall, played)), group=GROUP)
    assert (found.difference, found.unsettled) == (None, ())


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6))
def test_engine_draws_just_where_trying_everything_finds_a_way_on(seed):
    hall = random_hall(seed)
    played = play(rule_of(hall), round_of(hall), GroupState())
    picked = [list(row) for row in played.picked] if isinstance(played, Played) else None
    assert picked == hall.picked()


def lived(hall, played, chance):
    """Write a hall's ledger with departures and offers, answered as chance has it."""
    lines = drawn_ledger(hall, played)
    rules = pick_rules(rule_of(hall), round_of(hall))
    hands = Hands(tuple(Held(i, x) for i, x in played.picked))
    present = list(played.shown)
    for number in range(6):
        leaving = [i for i in present if all(i != who for who, _ in hall.held)]
        joined = [f"x{number}"] if chance.happens(3) else []
        removed = [chance.one_of(leaving)] if leaving and chance.happens(2) else []
        body = {"joined": joined, "removed": removed}
        written(lines, "amend", PERIOD, body, GROUP)
        hands = hands.amended(joined, removed)
        present = [i for i in (*present, *joined) if i not in removed]
        free = rules.free(hands.holds())
        if free:
            item = chance.one_of(free)
            asked = [ask.partner for ask in queue_of(rules, hands, item)]
            asked = [*asked, *sorted(hands.joined)][: chance.below(4)]
            answers = [(i, "declined") for i in asked]
            if asked and chance.happens(2):
                answers[-1] = (asked[-1], "accepted")
            after = offered(rules, hands, item, answers)
            assert isinstance(after, Hands)
            hands = after
            written(lines, "offer", PERIOD, {"item": item, "answers": holds_json(answers)}, GROUP)
    return lines


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_verifier_finds_the_engines_queue_for_what_falls_vacant(seed):
    hall = random_hall(seed, 6, 7)
    played = play(rule_of(hall), round_of(hall), GroupState())
    assume(isinstance(played, Played))
    text = "".join(lived(hall, played, Chance(f"lived {seed}")))
    assert verify_ledger(text, group=GROUP).difference is None
