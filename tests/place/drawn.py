"""Hypothesis draws of partners, policies and days; days lie where something begins or ends."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Not
from pavgen.model.records.listing import Office
from pavgen.model.records.policy import FixedOrder, Group, Seed
from pavgen.model.records.program import Tier
from pavgen.place.recording import record
from tests.place.programmes import opportunity, partner, programme

_TURNS = (
    date(2026, 12, 28),
    date(2027, 1, 1),
    date(2027, 1, 4),
    date(2027, 4, 1),
    date(2028, 2, 29),
)
days = st.builds(
    lambda turn, offset: turn + timedelta(days=offset),
    st.sampled_from(_TURNS),
    st.integers(-2, 2),
)


def some(*words):
    return st.lists(st.sampled_from(words), unique=True, max_size=2).map(tuple)


def spans():
    return st.tuples(days, st.none() | days)


_weights = st.dictionaries(st.sampled_from(("one", "two")), st.integers(1, 4)).map(
    lambda found: tuple(sorted(found.items()))
)
_facts: st.SearchStrategy[dict[str, object]] = st.builds(
    dict,
    name=st.sampled_from(("Alpha", "The Alpha", "Beta", "alpha", "Gamma", "Theta")),
    tier=st.sampled_from(("gold", "silver", "registered")),
    points=st.integers(0, 3),
    joined=st.just(date(2024, 1, 1)) | days,
    status=st.sampled_from((*("active",) * 6, "suspended", "former")),
    certifications=st.lists(
        st.tuples(st.sampled_from(("basic", "expert")), st.none() | days), max_size=3
    ).map(tuple),
    suspended=st.none() | st.none() | spans(),
    regions=some("emea", "dach", "de", "at", "amer"),
    solution_areas=some("data", "lake", "security"),
    industries=some("energy", "grid"),
    types=some("reseller", "integrator"),
    offices=some("DE", "NO").map(
        lambda codes: tuple(Office(city="Town", country=code) for code in codes)
    ),
    founded=st.none() | st.integers(1999, 2001),
    reviewed=st.none() | days,
    opt_out=some("one", "two"),
    weights=_weights,
)
_tiers = st.tuples(*(st.integers(1, 4) for _ in range(3))).map(
    lambda weights: tuple(
        Tier(id=name, label=name.title(), weight=weight)
        for name, weight in zip(("gold", "silver", "registered"), weights, strict=True)
    )
)


_leaves = st.one_of(
    st.builds(Among, st.just("tier"), some("gold", "silver")),
    st.builds(Among, st.just("status"), some("active", "suspended")),
    st.builds(Among, st.just("partner"), some("aa", "bb", "cc")),
    st.builds(Among, st.just("certifications"), some("basic", "expert")),
    st.builds(Among, st.just("types"), some("reseller", "integrator")),
    st.builds(Among, st.just("regions"), some("emea", "dach", "de")),
    st.builds(Among, st.just("solution_areas"), some("data", "lake")),
    st.builds(Among, st.just("industries"), some("energy", "grid")),
    st.builds(Among, st.just("countries"), some("DE", "NO")),
    st.builds(AtLeast, st.just("points"), st.integers(0, 3)),
    st.builds(AtMost, st.just("founded"), st.integers(1999, 2001)),
    st.builds(AtLeast, st.just("joined"), days),
    st.builds(AtMost, st.just("reviewed"), days),
)
conditions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=4,
)
_fixed = st.builds(
    FixedOrder,
    partners=st.permutations(("aa", "bb", "cc", "dd")).map(lambda slugs: tuple(slugs[:3])),
    reason=st.just("A reason"),
    until=days,
)
SORTING = ("points", "first-come", "draw", "alphabetical", "fixed")
groups = st.builds(
    Group,
    strategy=st.sampled_from((*SORTING, "balanced", "balanced", "balanced")),
    weights=st.sampled_from(("none", "tier", "standing")),
    horizon=st.sampled_from((1, 2, 60)),
    period=st.sampled_from(("week", "month", "quarter")),
    seed=st.none()
    | st.builds(Seed, source=some("beacon").map("".join), value=st.sampled_from("xyz")),
    ladder=st.lists(st.sampled_from(("joined", "certifications")), unique=True).map(tuple),
    fixed=st.none() | _fixed,
)


_slugs = st.lists(st.sampled_from(("aa", "bb", "cc", "dd", "ee", "ff", "gg")), unique=True)
_opportunities = st.builds(
    opportunity,
    group=st.sampled_from(("main", "main", "side")),
    eligible=st.just(AllOf(())) | st.just(AllOf(())) | conditions,
    blocks=st.sampled_from(("none", "tier")),
    slots=st.none() | st.integers(1, 4),
)


@st.composite
def programmes(draw, group=groups):
    """Draw up to seven partners, two groups, and two opportunities of either."""
    made = programme(
        [partner(slug, id=f"p-{slug[::-1]}", **draw(_facts)) for slug in draw(_slugs)],
        groups={"main": draw(group), "side": draw(group)},
        opportunities={"one": draw(_opportunities), "two": draw(_opportunities)},
    )
    return replace(made, program=replace(made.program, tiers=draw(_tiers)))


def lively_programme(chance, day):
    """Make six partners that come and leave in the weeks before a day, in lists open to all.

    Made by chance and not drawn part by part, since drawn parts tend to be small and alike,
    and accounts differ only after some periods with changes.
    """

    def lately():
        return day - timedelta(days=chance.randrange(-1, 40))

    partners = [
        partner(
            slug,
            tier=chance.choice(("gold", "silver")),
            joined=chance.choice((date(2024, 1, 1), lately())),
            suspended=chance.choice((None, (lately(), lately()), (lately(), None))),
            weights=(("one", chance.randrange(1, 5)), ("two", chance.randrange(1, 5))),
        )
        for slug in ("aa", "bb", "cc", "dd", "ee", "ff")
    ]
    group = Group(
        strategy=chance.choice(("balanced", "balanced", "balanced", "points")),
        weights=chance.choice(("none", "tier", "standing")),
        horizon=chance.choice((2, 60)),
        period=chance.choice(("week", "week", "month")),
    )
    lists = {
        "one": opportunity(
            slots=chance.choice((None, 2, 4)), blocks=chance.choice(("none", "tier"))
        ),
        "two": opportunity(group=chance.choice(("main", "side"))),
    }
    made = programme(
        partners, groups={"main": group, "side": Group(strategy="draw")}, opportunities=lists
    )
    tiers = [
        Tier(id=name, label=name.title(), weight=chance.randrange(1, 5))
        for name in ("gold", "silver", "registered")
    ]
    made = replace(made, program=replace(made.program, tiers=tuple(tiers)))
    since = day - timedelta(days=chance.randrange(20, 50))
    return recorded(made, since, chance.choice((since, day - timedelta(days=7), day))), since


def recorded(made, since, until):
    """Record every group of a programme, from the period of one day to that of another."""
    for as_of in (since, max(since, until)):
        for name, _ in made.policy.groups:
            ledger = record(made, name, as_of).ledger
            made = replace(made, ledgers={**made.ledgers, name: ledger})
    return made


@st.composite
def recorded_programmes(draw, day, made):
    """Draw ledgers for a programme that begin up to seven weeks before a day.

    The period of the day is recorded or not; nothing is when the first day drawn is None.
    """
    since = draw(st.none() | st.integers(0, 49).map(lambda n: day - timedelta(days=n)))
    if since is None:
        return made, None
    until = draw(st.sampled_from((since, day - timedelta(days=7), day)))
    return recorded(made, since, until), since
