"""Turns values with positions into the frozen definitions of the rules, told only by their types.

Every mistake is collected with its place in the file, and reading goes on; what cannot be read takes
the definition's default, or is left out. What the definitions are for is not known here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import islice
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from game.rules.definitions import Allegiance
from game.rules.tempers import CenterPlan, CirclePlan
from game.rules.words import All
from game.scenario.findings import CLOSE, MOST_HINTS, Finding, found, nearest
from game.scenario.nodes import Leaf, Mark, Node, Series, Table
from game.scenario.phrases import counted, cure, plain_name, seen, wanted

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""How a date is written; Python would take weeks too, which editors that check by the schema refuse."""

SHARES = frozenset(((Allegiance, "center"),))
"""Whole per cents that a file may also give as a share between 0 and 1."""


T = TypeVar("T")


_ACROSS: Mapping[type, tuple[type, str]] = {
    CenterPlan: (CirclePlan, "the Circle's"),
    CirclePlan: (CenterPlan, "the Center's"),
}
"""Weights of one side, those of the other, and whose these are."""


def _of_the_other(definition: type, name: str) -> str:
    """That a key stands with the wrong side; nothing if it is no key of the other."""
    other, whose = _ACROSS.get(definition, (definition, ""))
    return f"this weight is {whose}" if whose and name in {each for each, _, _ in fields_of(other)} else ""


class _Broken:
    """Stands for a value that could not be read."""


_BROKEN = _Broken()


@cache
def fields_of(definition: type) -> tuple[tuple[str, Any, Field[Any]], ...]:
    """The YAML name, the type and the field of everything a definition takes."""
    hints = get_type_hints(definition)
    return tuple((item.name.rstrip("_"), hints[item.name], item) for item in fields(definition))


@cache
def required_of(definition: type) -> frozenset[str]:
    """The YAML names that a definition cannot do without."""
    return frozenset(
        name for name, _, item in fields_of(definition) if item.default is MISSING and item.default_factory is MISSING
    )


@cache
def variants(kind: Any) -> tuple[Any, ...]:
    """The members of a union, without nothing; a plain type is its only member."""
    if isinstance(kind, UnionType) or get_origin(kind) is Union:
        return tuple(member for member in get_args(kind) if member is not NoneType)
    return (kind,)


def takes_id(kind: Any) -> bool:
    """Whether a type is a mapping of objects that carry their own `id`."""
    if get_origin(kind) is not Mapping:
        return False
    value = get_args(kind)[1]
    return is_dataclass(value) and any(item.name == "id" for item in fields(value))


@cache
def keyed_names(definition: type) -> tuple[str, ...]:
    """The keys of a definition under which objects stand by their id, so that a list of them is a mapping too."""
    return tuple(name for name, kind, _ in fields_of(definition) if takes_id(kind))


def day_in(text: str) -> date | None:
    """The date that a text stands for; nothing if it is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch(DAY, text) else None
    except ValueError:
        return None


class Shaper:
    """Reads values as definitions and collects what is wrong. `partial` forgives what is missing."""

    def __init__(self, *, partial: bool = False) -> None:
        self.findings: list[Finding] = []
        self._partial = partial

    def shape(self, definition: type[T], table: Table) -> T | None:
        """The table as an instance of a definition, or nothing if it lacks something without a default."""
        value = self._definition(definition, table, "", table.mark)
        return value if isinstance(value, definition) else None

    def _value(self, kind: Any, node: Node, path: str, key: Mark) -> object:
        members = variants(kind)
        if len(members) > 1:
            return self._word(members, node, path, key)
        only = members[0]
        origin = get_origin(only)
        if origin is Mapping:
            return self._mapping(get_args(only)[1], node, path)
        if origin is tuple:
            return self._series(get_args(only), node, path)
        if is_dataclass(only) and isinstance(only, type):
            return self._definition(only, node, path, key)
        if isinstance(node, Leaf):
            return self._leaf(only, node, path)
        return self._wrong(node, path, only)

    def _definition(self, definition: type, node: Node, path: str, key: Mark, identity: str | None = None) -> object:
        if not isinstance(node, Table):
            return self._wrong(node, path, definition)
        values: dict[str, object] = {}
        whole = True
        for name, kind, item in fields_of(definition):
            way = f"{path}.{name}" if path else name
            if name == "id" and identity is not None:
                values["id"] = self._identity(identity, node, way)
            elif name in node.entries:
                value = (
                    self._share(node.entries[name], way)
                    if (definition, item.name) in SHARES
                    else self._value(kind, node.entries[name], way, node.keys[name])
                )
                if not isinstance(value, _Broken):
                    values[item.name] = value
                elif name in required_of(definition):
                    whole = False
            elif name in required_of(definition):
                whole = False
        self._check_keys(definition, node, path, key, identity is not None)
        return definition(**values) if whole else _BROKEN

    def _share(self, node: Node, path: str) -> object:
        part = _percent(node)
        if isinstance(part, Leaf) and type(part.value) is int:
            return part.value
        self._add("wrong-type", node.mark, path, f"found {seen(node)}, expected a share such as 0.5, or whole per cents")
        return _BROKEN

    def _check_keys(self, definition: type, node: Table, path: str, key: Mark, keyed: bool) -> None:
        """Complains of keys that are not known and of those that are missing."""
        names = [name for name, _, _ in fields_of(definition)]
        unknown = [name for name in node.entries if name not in names]
        for name in unknown:
            hint = _of_the_other(definition, name) or self._hint(name, names)
            self._add("unknown-key", node.keys[name], f"{path}.{name}" if path else name, f"unknown key '{name}'", hint)
        missing = [
            name
            for name, _, _ in fields_of(definition)
            if name in required_of(definition) and name not in node.entries and not (keyed and name == "id")
        ]
        if missing and not self._partial:
            words = ", ".join(f"'{name}'" for name in missing)
            message = f"{words} {'is' if len(missing) == 1 else 'are'} missing"
            self._add("missing-key", key, path, message, _choices_of(definition, missing))

    def _identity(self, identity: str, node: Table, path: str) -> str:
        stated = node.entries.get("id")
        if isinstance(stated, Leaf) and stated.text != identity:
            message = f"found '{stated.text}', but it stands under the key '{identity}'"
            self._add("id-mismatch", stated.mark, path, message, "leave the id out")
        return identity

    def _mapping(self, kind: Any, node: Node, path: str) -> object:
        if not isinstance(node, Table):
            return self._wrong(node, path, Mapping)
        keyed = is_dataclass(kind) and any(item.name == "id" for item in fields(kind))
        result: dict[str, object] = {}
        for name, child in node.entries.items():
            way = f"{path}.{name}"
            if keyed and isinstance(kind, type):
                value = self._definition(kind, child, way, node.keys[name], name)
            else:
                value = self._value(kind, child, way, node.keys[name])
            if not isinstance(value, _Broken):
                result[name] = value
        return result

    def _series(self, kinds: tuple[Any, ...], node: Node, path: str) -> object:
        if not isinstance(node, Series):
            return self._wrong(node, path, tuple)
        if kinds[-1] is not Ellipsis and len(node.items) != len(kinds):
            self._add("wrong-length", node.mark, path, f"found {counted(len(node.items), 'value')}, expected {len(kinds)}")
            return _BROKEN
        values = [
            self._value(kinds[0] if kinds[-1] is Ellipsis else kinds[index], item, f"{path}[{index}]", item.mark)
            for index, item in enumerate(node.items)
        ]
        good = tuple(value for value in values if not isinstance(value, _Broken))
        return good if kinds[-1] is Ellipsis or len(good) == len(values) else _BROKEN

    def _word(self, words: tuple[Any, ...], node: Node, path: str, key: Mark) -> object:
        """A sentence of the vocabulary, recognised by the key that names its word."""
        if not isinstance(node, Table):
            joined = "join several with {all: [...]}; " if isinstance(node, Series) and All in words else ""
            hint = f"{joined}{_offer(words)}"
            self._add("wrong-type", node.mark, path, f"found {seen(node)}, expected keys and values", hint)
            return _BROKEN
        chosen = _choose(words, node)
        heads = [fields_of(word)[0][0] for word in words]
        stray = _misspelt(chosen, heads, node) if len(self.findings) < MOST_HINTS else ""
        if len(chosen) == 1 and not stray:
            return self._definition(chosen[0], node, path, key)
        first = stray or next(iter(node.entries), "")
        mark = node.keys.get(first, node.mark)
        if len(chosen) > 1:
            self._add("ambiguous-word", mark, path, *_ambiguity(chosen))
        elif stray in heads:
            self._add("ambiguous-word", mark, path, *_several([fields_of(chosen[0])[0][0], stray]))
        else:
            names = (stray or first, *islice(node.entries, MOST_HINTS))
            close = [hint for hint in (self._hint(name, heads) for name in names) if hint.startswith(CLOSE)]
            hint = _as_value(words, first) or (close[0] if close else _offer(words))
            self._add("unknown-word", mark, path, f"no word is named '{first:.60}'", hint)
        return _BROKEN

    def _leaf(self, kind: Any, leaf: Leaf, path: str) -> object:
        value = leaf.value
        if kind is str and value is not None:
            return leaf.text.rstrip()
        if kind is bool and isinstance(value, bool):
            return value
        if kind is int and isinstance(value, int) and not isinstance(value, bool):
            return value
        if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._member(kind, leaf, path)
        if kind is date:
            return day_in(leaf.text) or self._wrong(leaf, path, kind)
        return self._wrong(leaf, path, kind)

    def _member(self, kind: type[StrEnum], leaf: Leaf, path: str) -> object:
        try:
            return kind(leaf.text)
        except ValueError:
            choices = [member.value for member in kind]
            message = f"found '{leaf.text:.60}', expected one of the words for {plain_name(kind).removesuffix(' name')}"
            self._add("unknown-name", leaf.mark, path, message, self._hint(leaf.text, choices))
            return _BROKEN

    def _wrong(self, node: Node, path: str, kind: Any) -> _Broken:
        hint = cure(node, kind) or _pattern(kind)
        self._add("wrong-type", node.mark, path, f"found {seen(node)}, expected {wanted(kind)}", hint)
        return _BROKEN

    def _hint(self, name: str, choices: Iterable[str]) -> str:
        """What may have been meant, unless that has been said often enough."""
        return nearest(name, choices) if len(self.findings) < MOST_HINTS else ""

    def _add(self, code: str, mark: Mark, path: str, message: str, hint: str = "") -> None:
        self.findings.append(found(code, mark, path, message, hint))


def _choices_of(definition: type, names: list[str]) -> str:
    """What those of some keys take that take one of a few words."""
    kinds = {name: kind for name, kind, _ in fields_of(definition) if name in names}
    return "; ".join(
        f"{name} is one of: {', '.join(member.value for member in kind)}"
        for name, kind in kinds.items()
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    )


def _pattern(kind: Any) -> str:
    """How the keys of a definition are written: those that it cannot do without, or where it has none such the first."""
    if not is_dataclass(kind) or not isinstance(kind, type):
        return ""
    names = [name for name, _, _ in fields_of(kind)]
    needed = [name for name in names if name in required_of(kind) and name != "id"]
    return f"write {{{', '.join(f'{name}: …' for name in needed or names[:3])}}}"


def _choose(words: tuple[Any, ...], node: Table) -> list[Any]:
    """The words whose first key is there; of several, those that are complete and say most."""
    chosen = [word for word in words if fields_of(word)[0][0] in node.entries]
    whole = [word for word in chosen if required_of(word) <= node.entries.keys()]
    if len(chosen) < 2 or not whole:
        return chosen
    most = max(len(required_of(word)) for word in whole)
    return [word for word in whole if len(required_of(word)) == most]


def _misspelt(chosen: list[Any], heads: list[str], node: Table) -> str:
    """A key that the chosen word does not take, and that nearly names another word; or nothing."""
    if len(chosen) != 1:
        return ""
    taken = [name for name, _, _ in fields_of(chosen[0])]
    others = [head for head in heads if head not in taken]
    strays = [
        name for name in islice(node.entries, MOST_HINTS) if name not in taken and not nearest(name, taken).startswith(CLOSE)
    ]
    return next((name for name in strays if nearest(name, others).startswith(CLOSE)), "")


def _percent(node: Node) -> Node:
    """A share such as 0.5 as whole per cents; anything else as it is."""
    if isinstance(node, Leaf) and isinstance(node.value, float) and 0 <= node.value <= 1:
        return Leaf(round(node.value * 100), node.text, node.mark)
    return node


def _ambiguity(words: list[Any]) -> tuple[str, str]:
    heads = list(dict.fromkeys(fields_of(word)[0][0] for word in words))
    if len(heads) > 1:
        return _several(heads)
    rest = [" and ".join(sorted(required_of(word) - {heads[0]})) for word in words]
    return f"'{heads[0]}' can be read in {len(words)} ways", f"with it goes exactly one of: {', '.join(rest)}"


def _several(heads: list[str]) -> tuple[str, str]:
    return f"several words in one place: {', '.join(heads)}", "use one, or join conditions with all: [...]"


def _as_value(words: tuple[Any, ...], name: str) -> str:
    """How a name is written that was put where a word belongs and is one of the values that some words take: `influence: 3`."""
    heads = dict(fields_of(word)[0][:2] for word in words)
    ways = [f"{{{head}: {name}, …}}" for head, kind in heads.items() if isinstance(kind, type) and _is_member(kind, name)]
    return f"write {' or '.join(ways)}" if ways else ""


def _is_member(kind: type, name: str) -> bool:
    return issubclass(kind, StrEnum) and name in {member.value for member in kind}


def _offer(words: tuple[Any, ...]) -> str:
    return f"one of: {', '.join(dict.fromkeys(fields_of(word)[0][0] for word in words))}"
