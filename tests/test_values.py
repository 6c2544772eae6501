"""Frozen dataclasses made in a short time behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field
from typing import Any

import pytest

from hrreport.values import dataclass


def _body(namespace: str) -> dict[str, Any]:
    """Return the attributes of a class of one of the shapes that are tried."""
    shapes: dict[str, dict[str, Any]] = {
        "empty": {"__annotations__": {}},
        "one": {"__annotations__": {"number": "int"}},
        "defaults": {"__annotations__": {"number": "int", "name": "str"}, "name": "none"},
        "factory": {"__annotations__": {"number": "int", "names": "list[str]"}, "names": field(default_factory=list)},
        "hidden": {"__annotations__": {"number": "int", "body": "bytes"}, "body": field(default=b"", repr=False)},
        "cache": {
            "__annotations__": {"number": "int", "known": "dict[str, int]"},
            "known": field(default_factory=dict, init=False, compare=False, repr=False),
        },
        "not hashed": {"__annotations__": {"number": "int"}, "number": field(hash=False)},
        "by name": {"__annotations__": {"number": "int", "name": "str"}, "name": field(kw_only=True, default="none")},
        "own text": {"__annotations__": {"number": "int"}, "__repr__": lambda self: f"<{self.number}>"},
        "checked": {"__annotations__": {"number": "int"}, "__post_init__": _check},
    }
    return {"__module__": __name__, "__doc__": "A value.", "__qualname__": "Value", **shapes[namespace]}


def _check(self: Any) -> None:
    if self.number < 0:
        raise ValueError("negative")


SHAPES = ["empty", "one", "defaults", "factory", "hidden", "cache", "not hashed", "by name", "own text", "checked"]


def both(shape: str) -> tuple[Any, Any]:
    """Return a class as it is made here, and as the standard library makes it."""
    how = {"frozen": True, "slots": True}
    plain = [type("Value", (), _body(shape)) for _ in range(2)]
    return dataclass(**how)(plain[0]), dataclasses.dataclass(**how)(plain[1])


def outcome(make: Any) -> tuple[str, str]:
    try:
        return "", repr(make())
    except Exception as error:  # noqa: BLE001  compared, whatever it is
        return type(error).__name__, str(error)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("given", [(), (1,), (-1,), (1, "two"), (1, 2, 3)])
def test_as_the_standard_library(shape: str, given: tuple[object, ...]) -> None:
    mine, model = both(shape)
    made = outcome(lambda: mine(*given))
    assert made == outcome(lambda: model(*given))
    if made[0]:
        return
    one, other = mine(*given), model(*given)
    assert outcome(lambda: hash(one)) == outcome(lambda: hash(other))
    assert one == mine(*given)
    assert one != other
    assert dataclasses.asdict(one) == dataclasses.asdict(other)
    assert dataclasses.replace(one) == one
    assert copy.deepcopy(one) == one
    if shape == "empty":  # what the standard library says of names that are no fields is not what it means to say
        return
    assert outcome(lambda: setattr(one, "number", 2)) == outcome(lambda: setattr(other, "number", 2))
    assert outcome(lambda: delattr(one, "number")) == outcome(lambda: delattr(other, "number"))
    assert not hasattr(one, "__dict__")
    assert (mine.__slots__, mine.__match_args__) == (model.__slots__, model.__match_args__)
    parameters = [str(p) for p in inspect.signature(mine).parameters.values()]
    assert parameters == [str(p) for p in inspect.signature(model).parameters.values()] or shape == "factory"


@pytest.mark.parametrize("shape", ["one", "hidden", "cache"])
def test_values_of_different_fields_are_different(shape: str) -> None:
    mine, _ = both(shape)
    assert mine(1) != mine(2)
    assert len({mine(1), mine(1), mine(2)}) == 2


def test_what_is_not_compared() -> None:
    mine, _ = both("cache")
    one = mine(1)
    one.known["a"] = 1
    assert one == mine(1)
    assert "known" not in repr(one)


@dataclass(frozen=True, slots=True)
class Stored:
    """A value of this module, so that it can be pickled."""

    number: int
    name: str = "none"


@dataclass(frozen=True, slots=True)
class Wider(Stored):
    """A value that inherits fields."""

    more: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    """A value with an order."""

    number: int


def test_pickled() -> None:
    assert pickle.loads(pickle.dumps(Stored(1, "a"))) == Stored(1, "a")  # noqa: S301  our own


def test_matched() -> None:
    match Stored(1):
        case Stored(number, name=name):
            assert (number, name) == (1, "none")
        case _:
            pytest.fail("not matched")


def test_inherited_and_ordered() -> None:
    assert repr(Wider(1, more=2)) == "Wider(number=1, name='none', more=2)"
    assert Ordered(1) < Ordered(2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Wider(1).number = 2  # type: ignore[misc]
