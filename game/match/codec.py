"""Turns records, snapshots and other frozen values into JSON and back; the only place of `match` that uses pydantic.

Reading is strict: unknown keys, missing keys and wrong types are refused. The same value always gives the same
bytes: fields stand in the order of their definition and mappings in their own order, which is part of the state,
since the rules walk through people in the order in which they came into the game.
"""

from functools import cache
from types import GenericAlias
from typing import Any, TypeVar, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

T = TypeVar("T")

_PLAIN = {
    "unexpected_keyword_argument": "there is no such part",
    "unexpected_positional_argument": "there is no such part",
    "extra_forbidden": "there is no such part",
    "missing": "this part is missing",
    "missing_argument": "this part is missing",
    "missing_keyword_only_argument": "this part is missing",
    "missing_positional_only_argument": "this part is missing",
    "dataclass_type": "expected a table of parts",
    "dataclass_exact_type": "expected a table of parts",
}
"""What is said of faults whose usual words speak of programs."""


class CodecError(ValueError):
    """The bytes are not the value that was asked for; the message is one line for people."""


def encode(value: object) -> bytes:
    """A frozen value as JSON on one line."""
    kind: Any = type(value)
    return _adapter(kind).dump_json((value,))[1:-1]


def decode(kind: type[T], json: bytes) -> T:
    """The value of a kind that JSON stands for.

    Raises:
        CodecError: it does not stand for one.
    """
    try:
        value: T = _adapter(cast(Any, kind)).validate_json(b"[" + json + b"]")[0]
    except ValidationError as wrong:
        raise CodecError(_first_of(wrong)) from None
    return value


def prepare(*kinds: type) -> None:
    """Makes ready to encode and decode these kinds, which takes a moment the first time."""
    for kind in kinds:
        _adapter(cast(Any, kind))


def _first_of(wrong: ValidationError) -> str:
    """The first complaint in one line: where, and what is the matter."""
    first = wrong.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"][1:])
    message = _PLAIN.get(first["type"]) or _worded(" ".join(first["msg"].split()))
    return f"{where}: {message}" if where else message


def _worded(message: str) -> str:
    """A complaint in the words of the game's other messages."""
    said = message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    said = said.replace("Input should be", "expected", 1)
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


@cache
def _adapter(kind: Any) -> TypeAdapter[tuple[Any]]:
    """An adapter for a tuple of one: so a plain dataclass takes the strict settings without knowing of pydantic."""
    tuple_of_one: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(tuple_of_one, config=ConfigDict(strict=True, extra="forbid"))
