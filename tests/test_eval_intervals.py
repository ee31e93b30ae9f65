"""Figures and their intervals against arithmetic and against a second library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from eval.intervals import Figure, difference, mean, middle, ratio, share


def test_share_is_wilson() -> None:
    figure = share("x", [True] * 8 + [False] * 2)
    assert (figure.value, figure.n) == (8 / 10, 10)
    # Wilson by hand with z = 1.96: centre (0.8 + 0.192) / 1.384, half width 0.2268.
    assert figure.low == pytest.approx(0.4902, abs=1e-4)
    assert figure.high == pytest.approx(0.9433, abs=1e-4)


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_share_agrees_with_scipy(outcomes: list[bool]) -> None:
    figure = share("x", outcomes)
    expected = binomtest(sum(outcomes), len(outcomes)).proportion_ci(0.95, method="wilson")
    assert figure.low == pytest.approx(expected.low, abs=1e-9)
    assert figure.high == pytest.approx(expected.high, abs=1e-9)


def test_nothing_to_measure_has_no_value() -> None:
    assert share("x", []) == mean("x", []) == middle("x", []) == Figure("x", None, 0)
    assert difference("x", []) == Figure("x", None, 0)
    assert ratio("x", [0.0], [0.0]) == Figure("x", None, 1)


def test_mean_median_ratio() -> None:
    assert mean("x", [0.0, 0.5, 1.0, 1.0]).value == (0 + 0.5 + 1 + 1) / 4
    assert middle("x", [1.0, 2.0, 10.0]).value == 2.0
    # Cases weigh by their wholes: not the mean of 1/1 and 1/4.
    assert ratio("x", [1.0, 1.0], [1.0, 4.0]).value == pytest.approx((1 + 1) / (1 + 4))
    with pytest.raises(ValueError, match="1 parts but 2 wholes"):
        ratio("x", [1.0], [1.0, 1.0])


def test_the_bootstrap_is_near_the_normal_interval_and_always_the_same() -> None:
    values = [0.0, 0.25, 0.5, 0.75, 1.0] * 40
    figure = mean("x", values)
    # Variance of the five values is 0.125; standard error is sqrt(0.125 / 200) = 0.025.
    assert figure.low == pytest.approx(0.5 - 1.96 * 0.025, abs=0.004)
    assert figure.high == pytest.approx(0.5 + 1.96 * 0.025, abs=0.004)
    assert mean("x", values) == figure


def test_cases_that_all_agree_are_no_proof() -> None:
    assert mean("x", [1.0] * 10).low == share("x", [True] * 10).low < 0.8
    assert mean("x", [0.0] * 10).high == share("x", [False] * 10).high > 0.2
    assert mean("x", [1.0]).low is None


def test_a_difference_keeps_its_sign() -> None:
    figure = difference("x", [-1.0, 0.0, 0.0, 0.5])
    assert figure.value == (-1 + 0.5) / 4
    assert figure.low is not None and figure.low < 0
    assert difference("x", [0.0, 0.0]).high == 0.0


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30))
def test_the_interval_holds_the_mean(values: list[float]) -> None:
    figure = mean("x", values)
    assert figure.low is not None and figure.high is not None
    assert figure.low - 1e-9 <= figure.value <= figure.high + 1e-9
