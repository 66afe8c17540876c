"""What working papers work out once: attributes that are reckoned when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - it stands above methods like `property`
    """Like `functools.cached_property`, which takes a lock each time before Python 3.12: papers belong to one planner alone."""

    def __init__(self, reckon: Callable[[Any], Value]) -> None:
        self._reckon = reckon
        self._name = reckon.__name__
        self.__doc__ = reckon.__doc__

    @overload
    def __get__(self, papers: None, kind: type) -> "once[Value]": ...

    @overload
    def __get__(self, papers: object, kind: type) -> Value: ...

    def __get__(self, papers: object, kind: type) -> "once[Value] | Value":
        if papers is None:
            return self
        value = papers.__dict__[self._name] = self._reckon(papers)
        return value
