"""Paired differences against arithmetic, against a slower way and against scipy."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from eval.paired import Pair, holm, paired, shares, swap_test


def means(a: list[float], b: list[float]) -> list[Pair]:
    return [Pair((one, 1.0), (other, 1.0)) for one, other in zip(a, b, strict=True)]


PARTS = st.tuples(st.integers(0, 3), st.integers(1, 4)).map(lambda p: (float(p[0]), float(p[1])))
PAIRS = st.lists(st.builds(Pair, PARTS, PARTS), min_size=1, max_size=9)


def test_a_difference_of_means_by_hand() -> None:
    found = paired(means([1, 1, 0.5, 0], [0, 1, 0, 0.5]))
    assert (found.a, found.b) == ((1 + 1 + 0.5) / 4, (1 + 0.5) / 4)
    assert found.value == (1 + 0 + 0.5 - 0.5) / 4
    assert (found.n, found.higher, found.equal, found.lower) == (4, 2, 1, 1)
    # differences 1, 0, 0.5, -0.5; mean 0.25; squares of what is off: 0.5625 + 3 x 0.0625 + 0.5
    assert found.spread == pytest.approx(((0.5625 + 0.0625 + 0.0625 + 0.5625) / 3) ** 0.5)
    assert found.visible == pytest.approx((7.85 * found.spread**2 / 4) ** 0.5)
    # the three that differ, signs free: ±1 ±0.5 ±0.5; of 8 sums six are 1 or further from 0
    assert (found.p, found.exact) == (6 / 8, True)


def test_a_ratio_weighs_clusters_by_their_wholes() -> None:
    found = paired([Pair((1, 1), (1, 2)), Pair((1, 4), (2, 2))])
    assert found.value == pytest.approx((1 + 1) / (1 + 4) - (1 + 2) / (2 + 2))


def test_a_side_without_a_case_has_no_difference() -> None:
    found = paired([Pair((1, 2), (0, 0)), Pair((2, 2), (0, 0))])
    assert (found.a, found.b, found.value, found.p) == (3 / 4, None, None, None)
    assert paired([]).value is None


def test_clusters_that_all_gain_alike() -> None:
    assert paired(means([1] * 5, [0] * 5)).p == 2 / 2**5
    assert paired(means([1] * 5, [0] * 5)).low == 1.0
    assert paired(means([1], [0])).low is None  # a lone cluster draws no interval


def test_one_cluster_that_differs_proves_nothing() -> None:
    assert paired(means([1, 0, 0], [0, 0, 0])).p == 1.0


@given(PAIRS)
@settings(max_examples=25, deadline=None)
def test_swapping_the_runs_turns_the_sign(pairs: list[Pair]) -> None:
    there, back = paired(pairs), paired([Pair(pair.b, pair.a) for pair in pairs])
    assert there.value == pytest.approx(-back.value)
    assert (there.higher, there.lower) == (back.lower, back.higher)
    assert there.p == back.p
    if there.low is not None:
        assert there.low == pytest.approx(-back.high, abs=1e-9)


@given(PAIRS)
@settings(max_examples=25, deadline=None)
def test_a_run_against_itself(pairs: list[Pair]) -> None:
    found = paired([Pair(pair.a, pair.a) for pair in pairs])
    assert (found.value, found.p, found.exact) == (0.0, 1.0, True)
    assert found.equal == found.n == len(pairs)
    assert found.low in (None, 0.0) and found.high in (None, 0.0)


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=9))
@settings(deadline=None)
def test_the_swap_test_tries_every_way(differences: list[int]) -> None:
    ways = list(product((1, -1), repeat=len(differences)))
    sums = [sum(s * d for s, d in zip(way, differences, strict=True)) for way in ways]
    far = sum(abs(each) >= abs(sum(differences)) for each in sums)
    assert swap_test(differences) == (pytest.approx(far / len(ways)), True)


@given(PAIRS)
def test_the_shares_of_the_clusters_make_up_the_difference(pairs: list[Pair]) -> None:
    assert sum(shares(pairs)) / len(pairs) == pytest.approx(paired(pairs).value, abs=1e-9)


def test_shares_by_hand() -> None:
    assert shares(means([1, 0.5], [0, 1])) == pytest.approx((1, -0.5))
    # A: 2/5, mean whole 2.5: (1 - 0.4) / 2.5, (1 - 1.6) / 2.5; B: 3/4: (1 - 1.5) / 2, (2 - 1.5) / 2
    two = [Pair((1, 1), (1, 2)), Pair((1, 4), (2, 2))]
    assert shares(two) == pytest.approx((0.24 + 0.25 - 0.35, -0.24 - 0.25 - 0.35))


def test_citing_less_is_not_citing_worse() -> None:
    """Both cite right four times out of five, B in fewer words: the test sees no difference."""
    pairs = [Pair((4, 5), (0.8, 1)) for _ in range(40)]
    assert paired(pairs).value == pytest.approx(0) and paired(pairs).p == 1.0
    # and where A is right every time, in all of 40, chance has no part in it
    better = paired([Pair((5, 5), (0.5 + n % 2 / 2, 1)) for n in range(40)])
    assert better.p < 0.001 < better.low


@given(st.integers(0, 6), st.integers(0, 6))
def test_yes_and_no_is_the_exact_test_of_mcnemar(won: int, lost: int) -> None:
    pairs = means([1.0] * won + [0.0] * lost + [1.0] * 3, [0.0] * won + [1.0] * lost + [1.0] * 3)
    expected = binomtest(won, won + lost).pvalue if won + lost else 1.0
    assert swap_test(shares(pairs))[0] == pytest.approx(expected)


def test_many_clusters_are_drawn_and_always_alike() -> None:
    pairs = means([1.0, 0.0, 1.0, 1.0] * 10, [0.0, 1.0, 0.0, 1.0] * 10)
    (p, exact), again = swap_test(shares(pairs)), swap_test(shares(pairs))
    assert not exact and again == (p, exact)
    assert p == pytest.approx(binomtest(20, 30).pvalue, abs=0.015)
    assert paired(pairs) == paired(pairs)


def test_the_interval_is_near_the_normal_one() -> None:
    found = paired(means([1.0, 0.0, 0.5, 0.75, 0.25] * 40, [0.5] * 200))
    # variance of the five differences is 0.125; standard error is sqrt(0.125 / 200) = 0.025
    assert found.low == pytest.approx(-1.96 * 0.025, abs=0.004)
    assert found.high == pytest.approx(1.96 * 0.025, abs=0.004)


def test_holm_by_hand() -> None:
    # sorted 0.01 x 3, 0.03 x 2, 0.04 x 1, and no step below the one before
    assert holm([0.01, 0.04, None, 0.03]) == pytest.approx((0.03, 0.06, None, 0.06))
    assert holm([0.5, 0.9]) == (1.0, 1.0)
    assert holm([]) == ()


@given(st.lists(st.floats(0, 1), max_size=8))
def test_holm_only_raises_and_keeps_the_order(chances: list[float]) -> None:
    corrected = holm(chances)
    assert all(p <= c <= 1 for p, c in zip(chances, corrected, strict=True))
    order = sorted(range(len(chances)), key=lambda at: chances[at])
    assert [corrected[at] for at in order] == sorted(corrected)
