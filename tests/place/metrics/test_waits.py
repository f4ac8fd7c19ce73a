from hypothesis import given, settings

from pavgen.place.accounts import Line
from pavgen.place.metrics.waits import drought, greatest_lags
from tests.place.metrics.accounted import drawn_periods, listed, period


def slow_drought(periods):
    """Write down, for each partner, T for a turn and W for a wait, and look for the longest W…."""
    seated = any(line.position == 0 for p in periods for line in p.lines)
    longest = 0
    for name in "abcdef":
        story = ""
        for p in periods:
            rivals = sorted(x.position for x in p.lines if x.position > 0 and not x.pinned)
            for x in p.lines:
                if x.partner == name and not x.pinned and x.entitled > 0:
                    wins = x.position > 0 if seated else x.position == rivals[0]
                    story += "T" if wins else "W"
        longest = max([longest, *(len(run) for run in story.split("T"))])
    return longest


def test_drought_is_the_longest_wait_between_first_places():
    assert drought([listed("a b"), listed("b a"), listed("b a"), listed("b a"), listed("a b")]) == 3


def test_drought_of_who_was_never_first_is_all_periods():
    assert drought([listed("a b"), listed("a b"), listed("a b")]) == 3


def test_drought_counts_the_waits_at_both_ends():
    # a waits twice at the end, b three times at the beginning.
    periods = [listed("a b c"), listed("a b c"), listed("a c b"), listed("b c a"), listed("c b a")]
    assert drought(periods) == 4


def test_drought_of_a_list_with_seats_is_between_seats():
    assert drought([listed("a b", "c"), listed("c a", "b"), listed("a c", "b")]) == 2


def test_drought_of_a_list_with_seats_knows_periods_in_which_all_are_seated():
    assert drought([listed("a", "b"), listed("a b"), listed("a", "b")]) == 1


def test_drought_passes_over_absence():
    periods = [listed("a b"), listed("a"), listed("a"), listed("a b"), listed("b a")]
    assert drought(periods) == 2


def test_drought_passes_over_a_pin_and_takes_the_first_free_place_as_first():
    periods = [listed("p a b", pinned="p"), listed("p b a", pinned="p")] * 3
    assert drought(periods) == 1


def test_drought_passes_over_who_is_entitled_to_nothing():
    periods = [period(Line("a", 1, 1, 9, 9), Line("b", 2, 1, 0, 9))] * 5
    assert drought(periods) == 0


def test_drought_of_no_period_is_zero():
    assert drought([]) == 0


@settings(max_examples=40)
@given(drawn_periods(8))
def test_drought_agrees_with_a_story_of_each_partner(periods):
    assert drought(periods) == slow_drought(periods)


def test_greatest_lags_are_of_any_partner_after_any_period_in_either_direction():
    first = period(
        Line("a", 1, 1, 0, 0, owed=(5, -7, None)), Line("b", 2, 1, 0, 0, owed=(-6, 7, 1))
    )
    second = period(Line("b", 1, 1, 0, 0, owed=(4, 2, -3)))

    assert greatest_lags([first, second]) == (6, 7, 3)


def test_greatest_lags_without_accounts_are_undefined():
    assert greatest_lags([listed("a b")]) == (None, None, None)
