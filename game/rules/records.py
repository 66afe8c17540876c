"""Frozen records: made and copied as fast as open ones.

A frozen dataclass fills itself through `object.__setattr__`, which takes most of the time of a game that makes some hundred
records a turn. What is `quick` is filled while it still belongs to an open twin of its class, and frozen when all is in place.
"""

from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar, cast

Record = TypeVar("Record")
Kind = TypeVar("Kind", bound=type)


def quick(kind: Kind) -> Kind:
    """Stands above `dataclass(frozen=True, slots=True)` and changes nothing but how long it takes to make one.

    For records that need no `__post_init__`, whose defaults are values, and whose fields are all of them `kw_only` or none.
    """
    entries = fields(cast(Any, kind))
    defaults = {f"DEFAULT_{entry.name}": entry.default for entry in entries if entry.default is not MISSING}
    takes = [f"{entry.name}=DEFAULT_{entry.name}" if entry.default is not MISSING else entry.name for entry in entries]
    head = f"__init__(self, {'*, ' if entries[0].kw_only else ''}{', '.join(takes)})"
    fills = [f"self.{entry.name} = {entry.name}" for entry in entries]
    body = ["SET_CLASS(self, TWIN)", *fills, "self.__class__ = KIND"]
    names = {"SET_CLASS": _SET_CLASS, "TWIN": _twin(kind), "KIND": kind, **defaults}
    made: Any = kind
    made.__init__ = _function(head, body, names)
    return kind


def changed(record: Record, **values: object) -> Record:
    """A copy of a slotted record with these values in place of its own; nothing is checked or worked out anew.

    What `dataclasses.replace` does in several times the time: a turn makes some forty such copies.

    Raises:
        AttributeError: the record has no such field.
    """
    kind: Any = type(record)
    copy: Any = _copier_of(kind)(record)
    for name, value in values.items():
        setattr(copy, name, value)
    copy.__class__ = kind
    frozen: Record = copy
    return frozen


_SET_CLASS = object.__dict__["__class__"].__set__
"""Sets the class even of what lets nothing be set."""


@cache
def _twin(kind: Any) -> type:
    """A class of the same shape whose instances can be filled, and then made instances of `kind`."""
    opened = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), opened)


@cache
def _copier_of(kind: Any) -> Any:
    """Copies all fields of a record into an instance of its twin."""
    body = ["copy = NEW(TWIN)", *(f"copy.{entry.name} = record.{entry.name}" for entry in fields(kind)), "return copy"]
    return _function("copy_of(record)", body, {"NEW": object.__new__, "TWIN": _twin(kind)})


def _function(head: str, body: list[str], names: dict[str, Any]) -> Any:
    """A function written out field by field, as `dataclasses` writes its own: a loop takes three times as long."""
    exec("\n    ".join([f"def {head}:", *body]), names)
    return names[head.partition("(")[0]]
