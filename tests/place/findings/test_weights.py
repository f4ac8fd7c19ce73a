from pavgen.kernel.diagnostics import Severity, Span
from pavgen.model.records.policy import Group
from pavgen.place.findings.weights import weight_findings
from tests.place.findings.cases import listing, told
from tests.place.programmes import opportunity, partner, programme

STANDING = Group(strategy="balanced", weights="standing")
HEAVY = partner("ada", weights=(("all", 2),))


def test_weights_of_a_group_that_weighs_by_standing_have_no_findings():
    assert told(listing(STANDING, [HEAVY, partner("bob")])) == []


def test_a_weight_that_no_group_reads_is_a_warning_in_the_standing():
    for group in (Group(strategy="balanced", weights="tier"), Group(strategy="balanced")):
        (found,) = weight_findings(listing(group, [HEAVY]))
        assert (found.code, found.span, found.severity, found.what) == (
            "placement-weight-unused",
            Span("content/standing/ada.yaml"),
            Severity.WARNING,
            "group `main` of `all` does not weigh by standing",
        )


def test_weights_of_a_standing_under_a_strategy_without_weights_are_idle():
    made = listing(Group(strategy="draw", weights="standing"), [HEAVY])
    assert told(made) == [
        ("error", "placement-key-unused", "groups.main.weights"),
        ("warning", "placement-weight-unused", "weights.all"),
    ]


def test_a_weight_for_a_list_that_is_not_there_is_no_matter_of_placement():
    assert told(listing(Group(strategy="draw"), [partner("ada", weights=(("gone", 2),))])) == []


def test_of_two_weights_in_one_group_the_smaller_is_idle():
    made = programme(
        [partner("ada", weights=(("all", 2), ("few", 3)))],
        groups={"main": STANDING},
        opportunities={"all": opportunity(), "few": opportunity()},
    )
    (found,) = weight_findings(made)
    assert (found.field, found.what) == (
        "weights.all",
        "of a partner's weights in group `main` the greatest counts, 3",
    )


def test_a_group_that_finds_no_weight_in_any_standing_is_a_warning():
    assert told(listing(STANDING)) == [("warning", "placement-weights-none", "groups.main.weights")]
