"""Frozen records: made and copied as fast as open ones.

A frozen dataclass fills itself through `object.__setattr__`, which takes most of the time of a game that makes some hundred
records a turn. What is `quick` is filled while it still belongs to an open twin of its class, and frozen when all is in place.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

Fields = ParamSpec("Fields")
Record = TypeVar("Record")
Kind = TypeVar("Kind", bound=type)


def quick(kind: Kind) -> Kind:
    """Stands above `dataclass(frozen=True, slots=True)` and changes nothing but how long it takes to make one.

    For records that need no `__post_init__`, whose defaults are values, and whose fields are all of them `kw_only` or none.
    """
    head, defaults = _head_of(kind, "__init__(self, ")
    fills = [f"self.{entry.name} = {entry.name}" for entry in fields(cast(Any, kind))]
    body = ["SET_CLASS(self, TWIN)", *fills, "self.__class__ = KIND"]
    made: Any = kind
    made.__init__ = _function(head, body, {"SET_CLASS": _SET_CLASS, "TWIN": _twin(kind), "KIND": kind, **defaults})
    return kind


def maker(kind: Callable[Fields, Record]) -> Callable[Fields, Record]:
    """A function that makes records of a slotted kind as calling the kind does, in less than half the time.

    For what is made some dozens of times a turn: calling a class with keywords packs and unpacks them twice. The kind must be
    one that could be `quick`.
    """
    head, defaults = _head_of(kind, "make(")
    fills = [f"made.{entry.name} = {entry.name}" for entry in fields(cast(Any, kind))]
    body = ["made = NEW(TWIN)", *fills, "made.__class__ = KIND", "return made"]
    function: Callable[Fields, Record] = _function(
        head, body, {"NEW": object.__new__, "TWIN": _twin(kind), "KIND": kind, **defaults}
    )
    return function


def _head_of(kind: Any, begun: str) -> tuple[str, dict[str, Any]]:
    """The head of a function that takes a record's fields, begun like this, and the defaults that it names."""
    entries = fields(kind)
    defaults = {f"DEFAULT_{entry.name}": entry.default for entry in entries if entry.default is not MISSING}
    takes = [f"{entry.name}=DEFAULT_{entry.name}" if entry.default is not MISSING else entry.name for entry in entries]
    return f"{begun}{'*, ' if entries[0].kw_only else ''}{', '.join(takes)})", defaults


def changed(record: Record, **values: object) -> Record:
    """A copy of a slotted record with these values in place of its own; nothing is checked or worked out anew.

    What `dataclasses.replace` does in several times the time: a turn makes some forty such copies.

    Raises:
        AttributeError: the record has no such field.
    """
    copy: Any = (_COPIERS.get(type(record)) or _make_copier(type(record)))(record)
    for name, value in values.items():
        setattr(copy, name, value)
    copy.__class__ = type(record)
    frozen: Record = copy
    return frozen


def copied(record: Record) -> Record:
    """A shallow copy of a slotted record, for those that are not frozen: what lies in its fields is shared.

    Quicker than `changed` without values.
    """
    copy: Any = (_COPIERS.get(type(record)) or _make_copier(type(record)))(record)
    copy.__class__ = type(record)
    whole: Record = copy
    return whole


_SET_CLASS = object.__dict__["__class__"].__set__
"""Sets the class even of what lets nothing be set."""


@cache
def _twin(kind: Any) -> type:
    """A class of the same shape whose instances can be filled, and then made instances of `kind`."""
    opened = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), opened)


def _make_copier(kind: Any) -> Callable[[Any], Any]:
    """A function that copies all fields of a record into an instance of its twin."""
    body = ["copy = NEW(TWIN)", *(f"copy.{entry.name} = record.{entry.name}" for entry in fields(kind)), "return copy"]
    copier: Callable[[Any], Any] = _function("copy_of(record)", body, {"NEW": object.__new__, "TWIN": _twin(kind)})
    _COPIERS[kind] = copier
    return copier


_COPIERS: dict[type, Callable[[Any], Any]] = {}
"""What copies records, by their kind."""


def _function(head: str, body: list[str], names: dict[str, Any]) -> Any:
    """A function written out field by field, as `dataclasses` writes its own: a loop takes three times as long."""
    exec("\n    ".join([f"def {head}:", *body]), names)
    return names[head.partition("(")[0]]
