from decimal import Decimal, localcontext
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy

from pavgen.place.exposure import LOG_BITS, log2_fixed
from pavgen.place.metrics.divergence import attention_fairness, prefix_divergence

amounts = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 10**10))
targets = st.dictionaries(st.sampled_from("abc"), st.integers(1, 10**10), min_size=1)


def by_scipy(tallies, target):
    """Return NDKL as Geyik and others write it, and a natural logarithm in KL."""
    names = sorted(target)
    weighted = norm = 0.0
    for j in range(1, len(tallies) + 1):
        counts = [sum(tally.get(name, 0) for tally in tallies[:j]) for name in names]
        if sum(counts):
            weighted += entropy(counts, [target[name] for name in names]) / log2(1 + j)
            norm += 1 / log2(1 + j)
    return weighted / norm if norm else None


@pytest.mark.parametrize("number", [1, 2, 3, 10, 12345, 10**30, 2**200 + 1])
def test_logarithms_have_sixty_four_binary_digits(number):
    with localcontext(prec=60):
        exact = Decimal(number).ln() / Decimal(2).ln() * 2**LOG_BITS
        assert 0 <= exact - log2_fixed(number) < 1


def test_attention_fairness_of_shares_as_entitled_is_a_million():
    assert attention_fairness({"a": 30, "b": 10}, {"a": 3, "b": 1}) == 1_000_000


def test_attention_fairness_where_one_has_what_the_other_was_due_is_zero():
    assert attention_fairness({"a": 5}, {"b": 7}) == 0


def test_attention_fairness_of_all_instead_of_half():
    # JS = 1 − 3/4 · log2(3) + 1/2 = 0.311278…
    assert attention_fairness({"a": 4, "b": 0}, {"a": 1, "b": 1}) == 688_722


@pytest.mark.parametrize(("received", "entitled"), [({}, {}), ({"a": 0}, {"a": 1}), ({"a": 1}, {})])
def test_attention_fairness_without_exposure_or_entitlement_is_undefined(received, entitled):
    assert attention_fairness(received, entitled) is None


@given(amounts, amounts)
def test_attention_fairness_agrees_with_scipy(received, entitled):
    names = sorted(received | entitled)
    ours = attention_fairness(received, entitled)
    if not sum(received.values()) or not sum(entitled.values()):
        assert ours is None
        return
    p, q = ([side.get(name, 0) for name in names] for side in (received, entitled))
    theirs = 1 - jensenshannon(p, q, base=2) ** 2
    assert ours == pytest.approx(10**6 * theirs, abs=1)


def test_prefix_divergence_of_prefixes_as_due_is_zero():
    assert prefix_divergence([{"a": 2, "b": 1}, {"a": 4, "b": 2}], {"a": 20, "b": 10}) == 0


def test_prefix_divergence_of_one_list_of_two():
    # First 1: ln 2 = 0.693147; first 2: 0. Over 1 + 1/log2(3) = 1.630930.
    assert prefix_divergence([{"a": 1}, {"b": 1}], {"a": 1, "b": 1}) == 425_001


def test_prefix_divergence_leaves_out_empty_prefixes():
    # Nobody at 1: ln 2 / log2(3) at 2, over 1/log2(3).
    assert prefix_divergence([{}, {"a": 1}], {"a": 1, "b": 1}) == 693_147


def test_prefix_divergence_where_a_class_was_due_nothing_is_undefined():
    assert prefix_divergence([{"a": 1}], {"a": 0, "b": 5}) is None
    assert prefix_divergence([{"a": 1}], {"b": 5}) is None


@pytest.mark.parametrize("tallies", [[], [{}], [{}, {}]])
def test_prefix_divergence_of_nobody_is_undefined(tallies):
    assert prefix_divergence(tallies, {"a": 1}) is None


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 200)), max_size=8), targets)
def test_prefix_divergence_agrees_with_scipy(tallies, target):
    ours = prefix_divergence(tallies, target)
    if any(name not in target for tally in tallies for name in tally) or not any(tallies):
        assert ours is None
    else:
        assert ours == pytest.approx(10**6 * by_scipy(tallies, target), abs=1)


@given(targets)
def test_prefix_divergence_of_huge_counts_in_due_shares_stays_zero(target):
    assert prefix_divergence([target] * 20, target) == 0
