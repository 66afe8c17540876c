"""What was found and what was expected, in the words of somebody who edits a file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from game.scenario.nodes import Leaf, Node, Series, Table

MOST_DIGITS = 15
"""As many as a number may have to be read as one."""


def plain_name(kind: type) -> str:
    """`PlaceKind` as `place kind`."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).strip()


def seen(node: Node) -> str:
    """What stands in the file."""
    match node:
        case Leaf(value=None):
            return "nothing"
        case Leaf():
            return f"'{node.text:.60}'"
        case Series():
            return "a list"
        case Table():
            return "keys and values"


def wanted(kind: Any) -> str:
    """What should stand there instead."""
    words: dict[Any, str] = {
        str: "a text",
        int: "a whole number",
        float: "a number",
        bool: "true or false",
        date: "a date such as 1939-08-01",
        tuple: "a list",
        Mapping: "keys and values",
    }
    return words.get(kind) or f"the keys of {with_article(plain_name(kind))}"


def with_article(name: str) -> str:
    """`operation` as `an operation`; what is many, such as `start meters`, as it is."""
    if name.endswith("s"):
        return name
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


def counted(number: int, noun: str) -> str:
    """`1 value`, `2 values`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def cure(node: Node, kind: Any) -> str:
    """What to write instead, where that is plain."""
    if isinstance(node, Table) and kind is tuple:
        return "write it in brackets: [{…}]"
    if isinstance(node, Leaf):
        digits = node.text.lstrip("+-0")
        if kind is int and node.text.isdecimal() and 0 < len(digits) <= MOST_DIGITS:
            return f"write {digits}"
        if kind is bool and node.text.lower() in ("yes", "on", "no", "off"):
            return "write true" if node.text.lower() in ("yes", "on") else "write false"
        if kind is tuple and node.value is not None:
            return f"write [{node.text:.40}]"
    return ""
