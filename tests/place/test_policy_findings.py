from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.kernel.codes.placement import PLACEMENT_CODES
from pavgen.kernel.diagnostics import Severity
from pavgen.model.conditions import ALWAYS, Among
from pavgen.model.ledger import Ledger
from pavgen.model.records.policy import (
    CLASSES,
    INSIDE,
    PERIODS,
    STRATEGIES,
    WEIGHTS,
    EventSpan,
    FixedOrder,
    Group,
    Limit,
    Policy,
    Score,
    Sponsor,
)
from pavgen.place.placing import place
from tests.model.schema.reading import decoded
from tests.place.drawn import days
from tests.place.fairs import BOOTHS, SPAN, drawing, fair
from tests.place.findings.cases import DAY, labelled, listing, pin, told
from tests.place.programmes import opportunity, partner, programme

FILE = "content/placement/policy.yaml"
GOLD = Among("tier", ("gold",))


def test_sound_policy_has_no_findings():
    fixed = FixedOrder(partners=("bob", "ada"), reason="A launch", until=DAY)
    assert told(listing(Group(strategy="fixed", fixed=fixed))) == []


def test_an_error_stops_nothing_from_being_placed():
    checked = place(listing(Group(strategy="fixed")), DAY)
    assert [d.code for d in checked.diagnostics] == ["placement-key-needed"]
    assert (checked.ok, len(checked.value.order_of("all"))) == (False, 3)


WRITTEN = """\
version: 2
groups:
  main:
    strategy: draw
    ladder: [joined]
  side: {strategy: draw}
opportunities:
  all:
    title: All partners
    rationale: A test
    group: main
    slots: 2
    constraints:
      - {cap: 1, per: home_region}
      - cap: 1
      - separate: labels
        of: {tier: gold}
    pins:
      - {partner: ada, slot: 1, from: 2026-01-01, until: 2026-12-31, reason: A, by: B}
      - partner: bob
        slot: 3
        from: 2026-01-01
        until: 2026-12-31
        reason: A
        by: B
"""


def test_findings_stand_at_their_lines_of_the_file():
    policy = decoded(Policy, WRITTEN, FILE)
    made = replace(programme([partner("ada"), partner("bob")]), policy=policy)
    assert [(d.span.line, d.code) for d in place(made, DAY).diagnostics] == [
        (1, "placement-changes"),
        (5, "placement-key-unused"),
        (6, "placement-group-unused"),
        (15, "placement-limit-needs"),
        (17, "placement-limit-key"),
        (21, "placement-pin-beyond"),
    ]


slugs = st.sampled_from(("aa", "bb", "cc", "zz"))
spans = st.fixed_dictionaries({"from_": days, "until": days})
groups = st.builds(
    Group,
    strategy=st.sampled_from(STRATEGIES),
    weights=st.sampled_from(WEIGHTS),
    period=st.sampled_from(PERIODS),
    event=st.none() | spans.map(lambda span: EventSpan(id="expo", **span)),
    horizon=st.sampled_from((1, 3, 60)),
    ladder=st.sampled_from(((), ("joined",), ("points",), ("package", "applied"))),
    gives=st.sampled_from((None, None, "booths", "talks")),
    fixed=st.none()
    | days.map(lambda day: FixedOrder(partners=("aa", "aa", "zz"), reason="x", until=day)),
    scores=st.sampled_from(((), (Score(when=GOLD, score=3, label="Gold"),))),
    packages=st.sampled_from(((), ("big", "small"))),
    sponsors=st.lists(
        st.builds(
            lambda span, package: Sponsor(partner="aa", package=package, **span),
            spans,
            st.sampled_from(("big", "odd")),
        ),
        max_size=2,
    ).map(tuple),
    then=st.sampled_from((None, "main", "side")),
    by=st.sampled_from((None, *CLASSES)),
    inside=st.sampled_from((None, *INSIDE)),
)
limits = st.builds(
    Limit,
    separate=st.sampled_from((None, "competitors", "labels")),
    distance=st.integers(2, 3),
    cap=st.none() | st.integers(1, 2),
    per=st.sampled_from((None, "partner", "exclusion_label", *CLASSES)),
    across=st.sampled_from(((), ("one",), ("two",))),
    cooldown=st.none() | st.integers(1, 2),
    at_least=st.none() | st.integers(1, 3),
    of=st.sampled_from((None, ALWAYS, GOLD)),
    hard=st.booleans(),
)
pins = st.builds(
    lambda slug, slot, span, paid: pin(slug, slot, span["from_"], span["until"], paid=paid),
    slugs,
    st.integers(1, 6),
    spans,
    st.booleans(),
)
lists = st.builds(
    opportunity,
    group=st.sampled_from(("main", "side")),
    eligible=st.sampled_from((ALWAYS, GOLD)),
    blocks=st.sampled_from(("none", "none", "tier")),
    slots=st.none() | st.integers(1, 4),
    constraints=st.lists(limits, max_size=2).map(tuple),
    pins=st.lists(pins, max_size=3).map(tuple),
)
partners = st.builds(
    lambda tier, types, labels, weights: (tier, types, labels, weights),
    st.sampled_from(("gold", "silver")),
    st.sampled_from(("reseller", "integrator")),
    st.sampled_from(((), ("crm",), ("crm", "erp"))),
    st.sampled_from(((), (("one", 2),), (("one", 2), ("two", 3)))),
)


@given(
    st.lists(partners, max_size=5),
    st.tuples(groups, groups),
    st.tuples(lists, lists),
    days,
)
@settings(max_examples=80, deadline=None)
def test_whatever_a_policy_says_it_is_placed_and_each_finding_has_a_code(facts, two, pair, day):
    known = [
        labelled(slug, *labels, tier=tier, types=(kind,), weights=weights)
        for slug, (tier, kind, labels, weights) in zip(
            ("aa", "bb", "cc", "dd", "ee"), facts, strict=False
        )
    ]
    made = programme(
        known,
        groups=dict(zip(("main", "side"), two, strict=True)),
        opportunities=dict(zip(("one", "two"), pair, strict=True)),
    )
    codes = {code.id for code in PLACEMENT_CODES}
    for finding in place(made, day).diagnostics:
        assert finding.code in codes
        assert finding.remedy
        assert not finding.what.endswith(".")
        assert "``" not in finding.message
        assert "\n" not in finding.message


def test_every_error_keeps_a_site_from_being_built_and_no_warning_does():
    errors = {
        "placement-key-unused",
        "placement-key-needed",
        "placement-event-unknown",
        "placement-pick-late",
        "placement-pick-nothing",
        "placement-pick-rule",
        "placement-pick-twice",
        "placement-ladder-rung",
        "placement-fixed-twice",
        "placement-package-unknown",
        "placement-dates-reversed",
        "placement-group-shared",
        "placement-blocks-mixed",
        "placement-blocks-strategy",
        "placement-circle",
        "placement-limit-kind",
        "placement-limit-key",
        "placement-limit-needs",
        "placement-limit-across",
        "placement-limit-slots",
        "placement-pin-beyond",
        "placement-pin-twice",
        "placement-conflict",
    }
    found = {(d.code, d.severity) for made in _various() for d in place(made, DAY).diagnostics}
    assert found == {
        (code, Severity.ERROR if code in errors else Severity.WARNING)
        for code in {c.id for c in PLACEMENT_CODES} - _OF_LEDGERS
    }


_OF_LEDGERS = {
    "ledger-broken",
    "ledger-changed",
    "ledger-differs",
    "record-period",
    "simulate-policy",
    "placement-version-same",
    "placement-announced-late",
}


def _various():
    """Yield programmes that go wrong in every way that needs no ledger of its own."""
    past, future = date(2026, 1, 1), date(2026, 12, 1)
    yield from _draws()
    yield listing(Group(strategy="apportion"))
    twice = FixedOrder(partners=("ada", "ada"), reason="A", until=past)
    yield listing(Group(strategy="fixed", fixed=twice))
    yield listing(Group(strategy="points", ladder=("points",)))
    odd = Sponsor(partner="ada", package="odd", from_=past, until=past)
    yield listing(Group(strategy="sponsored", packages=("big",), sponsors=(odd,)))
    yield listing(
        Group(strategy="relevance", scores=(Score(when=GOLD, score=1, label="A"),), then="main")
    )
    yield listing(Group(strategy="balanced", weights="standing"))
    yield listing(Group(strategy="quota"), blocks="tier", slots=1)
    draw = Group(strategy="draw")
    wrong = (Limit(), Limit(cap=1), Limit(cooldown=1, of=GOLD))
    across = Limit(cap=1, per="tier", across=("all",))
    yield listing(draw, constraints=(*wrong, across))
    yield listing(
        draw,
        constraints=(Limit(separate="labels"),),
        partners=[labelled("ada", "a"), labelled("bob", "a")],
    )
    yield listing(
        draw, constraints=(Limit(at_least=1, of=Among("tier", ("silver",)), hard=False),), slots=1
    )
    yield listing(draw, constraints=(Limit(cap=1, per="tier"),), slots=2)
    yield listing(draw, eligible=Among("tier", ("silver",)))
    yield listing(draw, [partner("ada", weights=(("all", 2),))])
    yield listing(draw, slots=1, pins=(pin("ada", 2), pin("ada", 1, future, past), pin("ada", 1)))
    yield listing(draw, pins=(pin("ada", 2, past, past), pin("bob", 2, paid=True), pin("zz", 3)))
    mixed = {"all": opportunity(pins=(pin("ada"),)), "tiers": opportunity(blocks="tier")}
    yield programme([partner("ada")], groups={"main": draw, "side": draw}, opportunities=mixed)
    made = listing(draw)
    yield replace(made, policy=replace(made.policy, version=2), ledgers={"gone": Ledger("gone")})


def _draws():
    """Yield programmes in which a draw, or what only a draw may have, goes wrong."""
    yield listing(Group(strategy="draw", ladder=("joined",)))
    yield listing(replace(BOOTHS, ladder=("package",)))
    yield listing(Group(strategy="points", ladder=("package",)))
    late = replace(BOOTHS, event=replace(SPAN, from_=date(2026, 12, 1), until=date(2026, 12, 2)))
    yield drawing(late, event=fair(plan=""), blocks="tier")
    again = drawing()
    twice_given = (("main", BOOTHS), ("again", BOOTHS))
    yield replace(again, policy=replace(again.policy, groups=twice_given))
