"""Rules in which one thing is changed, for asking whether somebody notices."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.rulebook.source import Rules


def with_one_number_changed(rules: Rules) -> Iterator[tuple[str, Rules]]:
    """The rules once for each number in them, that number raised by one, with its dotted name."""
    for name, numbers in _raised(rules.numbers):
        yield name, replace(rules, numbers=numbers)


def with_one_operation_changed(rules: Rules) -> Iterator[tuple[str, Rules]]:
    """The rules once for each number and each yes-or-no in their operations, that one changed."""
    for id_, operation in rules.operations.items():
        for name, changed in _raised(operation):
            yield f"{id_}.{name}", replace(rules, operations={**rules.operations, id_: changed})


def without_one_operation(rules: Rules) -> Iterator[tuple[str, Rules]]:
    """The rules once without each of their operations."""
    for id_ in rules.operations:
        yield id_, replace(rules, operations={key: value for key, value in rules.operations.items() if key != id_})


def _raised(value: Any) -> Iterator[tuple[str, Any]]:
    """The value once for each number or yes-or-no inside it, with that one changed."""
    if isinstance(value, bool):
        yield "", not value
    elif isinstance(value, int):
        yield "", value + 1
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            for name, changed in _raised(entry):
                yield f"{index}.{name}", (*value[:index], changed, *value[index + 1 :])
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for name, changed in _raised(getattr(value, field.name)):
                yield f"{field.name}.{name}".rstrip("."), replace(value, **{field.name: changed})
