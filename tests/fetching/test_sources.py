from __future__ import annotations

import pytest

from hrreport.fetching.sources import Budget, NoResponse, host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.state.gov/reports/?page=2", "www.state.gov"),
        ("http://[::1]:8765/www.state.gov/", "[::1]:8765"),
        ("www.state.gov/reports/", ""),
    ],
)
def test_the_host_of_an_address_keeps_its_port(url: str, host: str) -> None:
    assert host_of(url) == host


def test_a_budget_knows_its_total_when_it_is_spent() -> None:
    budget = Budget(10)
    budget.spend(4)
    budget.spend(8)
    assert (budget.total, budget.left) == (10, -2)


def test_a_failed_attempt_carries_what_the_host_asks() -> None:
    failure = NoResponse("busy", "too many requests", status=429, retry_after=7, passing=True)
    assert (failure.outcome, failure.status, failure.retry_after, failure.passing) == ("busy", 429, 7, True)
    assert str(failure) == "too many requests"
    assert not NoResponse("missing", "no such page").passing
