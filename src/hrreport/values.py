"""Frozen dataclasses that are defined four times as fast: a short command defines some fifty, a fifth of its time.

``from hrreport.values import dataclass`` is used as that of the standard library, and to a type checker it is
that. A class that is frozen and has slots behaves the same, but only its ``__init__`` is compiled for it; text form,
state and the refusal to change are functions that all share. Other classes are made by the standard library.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from dataclasses import dataclass

__all__ = ["dataclass"]

_assign = object.__setattr__


def _decorator(*, eq: bool = True, repr: bool = True, **how: bool) -> Callable[[type], type]:  # noqa: A002  their names
    """Return what makes a class a dataclass: as `dataclasses.dataclass`, which is its model."""

    def decorate(cls: type) -> type:
        special = any(map(_is_special, vars(cls).values()))
        if how != {"frozen": True, "slots": True} or hasattr(cls, "__dataclass_fields__") or special:
            return dataclasses.dataclass(eq=eq, repr=repr, **how)(cls)
        return _frozen(cls, eq=eq and "__eq__" not in vars(cls), shown=repr and "__repr__" not in vars(cls))

    return decorate


def _is_special(value: object) -> bool:
    """Return whether a class attribute describes a field that is given by its name alone, or hashed otherwise."""
    return isinstance(value, Field) and (value.kw_only is not MISSING or value.hash not in (None, value.compare))


if not TYPE_CHECKING:
    dataclass = _decorator


def _frozen(cls: type, *, eq: bool, shown: bool) -> type:
    """Return a class as a frozen dataclass with slots."""
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    fields = dataclasses.fields(made)
    made.__init__ = _init(made, fields)
    made.__setattr__, made.__delattr__ = _refuse_to_assign, _refuse_to_delete
    made.__getstate__, made.__setstate__ = _state, _restore
    if shown:
        made.__repr__ = _text
    if eq:
        made.__eq__, made.__hash__ = _comparison([field.name for field in fields if field.compare])
    made.__dataclass_params__.frozen = True
    return made  # type: ignore[no-any-return]


def _init(made: Any, fields: Sequence[Field[Any]]) -> Any:
    """Return the ``__init__`` of a class, compiled from its fields."""
    known: dict[str, Any] = {"_assign": _assign, "_missing": MISSING}
    parameters, body = ["self"], []
    for field in fields:
        name, default = field.name, f"__{field.name}"
        given = name if field.init else default
        if field.default is not MISSING:
            known[default] = field.default
            parameter = f"{name}={default}"
        elif field.default_factory is not MISSING:
            known[default] = field.default_factory
            parameter = f"{name}=_missing"
            given = f"{default}() if {name} is _missing else {name}" if field.init else f"{default}()"
        else:
            parameter = name
        if field.init:
            parameters.append(parameter)
        if field.init or parameter != name:
            body.append(f"_assign(self, {name!r}, {given})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(body) or 'pass'}", known)  # noqa: S102  as dataclasses do
    init = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    init.__annotations__ = {field.name: field.type for field in fields if field.init} | {"return": None}
    return init


def _comparison(names: list[str]) -> tuple[Any, Any]:
    """Return the ``__eq__`` and ``__hash__`` of a class whose instances are compared by such attributes."""
    compared: Any = attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, name) for name in names)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(compared(self))

    return __eq__, __hash__


def _text(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _refuse_to_assign(_: Any, name: str, value: object) -> NoReturn:  # noqa: ARG001  as it is called
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        _assign(self, field.name, value)
