"""Every error of ours prints as one line and survives pickling."""

from __future__ import annotations

import pickle

import pytest

from hrreport import errors
from hrreport.errors import Attempt

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.HrReportError) and kind.__module__ == "hrreport.errors"
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_is_one_line_with_its_facts(kind: type[errors.HrReportError]) -> None:
    error = kind("two\nlines", hint="do this", url="https://a.example/", path=None)
    assert str(error) == "two lines (url: https://a.example/)"
    assert error.hint == "do this"
    assert dict(error.facts) == {"url": "https://a.example/"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_survives_pickling(kind: type[errors.HrReportError]) -> None:
    error = kind("message", hint="hint", status=403)
    error.attempts = (Attempt("https://a.example/", "refused", 403),)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    assert type(again) is kind
    assert (str(again), again.hint, vars(again)) == (str(error), error.hint, vars(error))


def test_the_docstring_draws_the_whole_tree() -> None:
    assert errors.__doc__ is not None
    assert all(kind.__name__ in errors.__doc__ for kind in KINDS)


def test_errors_join_the_built_in_families_that_callers_know() -> None:
    assert issubclass(errors.InputError, ValueError)
    assert issubclass(errors.NotFoundError, LookupError)
    assert not issubclass(errors.FetchError, LookupError), "could not ask is never: there is none"


def test_an_attempt_says_what_came_of_it() -> None:
    assert str(Attempt("https://a.example/", "refused", 403)) == "https://a.example/: 403, refused"
    assert str(Attempt("https://a.example/", "timeout", detail="no answer in 30 s")) == (
        "https://a.example/: no answer in 30 s"
    )
    assert str(Attempt("https://a.example/", "unlisted", 200, "does not list it", index=True)) == (
        "https://a.example/ (list of reports): 200, does not list it"
    )


def test_an_error_tells_whether_nobody_answered_or_nothing_was_found() -> None:
    missing, silent = Attempt("https://a.example/", "missing", 404), Attempt("https://b.example/", "timeout")
    told = [errors.FetchError("no", attempts=attempts) for attempts in ((missing,), (silent,), (missing, silent))]
    assert [error.nothing_found for error in told] == [True, False, False]
    assert [error.nobody_answered for error in told] == [False, True, False]
    assert not errors.FetchError("no").nothing_found
