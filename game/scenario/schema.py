"""JSON Schema (draft 2020-12) of scenario files, for editors that complete and check as one types.

Derived from the same definitions that files are read into, with their docstrings as descriptions.
What merging allows is allowed: `null` to delete, `{add, remove}` on lists of ids, parts left out of
what stands in a mapping.
"""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from inspect import cleandoc
from typing import Any, get_args, get_origin

from game.language import Language
from game.rules.words import Condition, Effect
from game.scenario.archive.layout import ArchiveLayout
from game.scenario.layout import Layout, ModHeader
from game.scenario.lessons import Pointing, Waiting
from game.scenario.plates import Plate
from game.scenario.shaping import DAY, SHARES, fields_of, required_of, takes_id, variants

JsonSchema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, tuple[str, ...]] = {
    "scenario": (),
    "places": ("places", "routes", "countries"),
    "people": ("people", "newcomers"),
    "rules": ("numbers", "operations", "telegrams", "notes", "tempers", "skills", "testimonies"),
    "archive": (),
    "mod": (),
    "plate": (),
    "language": (),
}
"""What can be asked for, and the top-level keys of each library; `scenario` and `archive` take every key they have."""


_WHOLE: Mapping[str, type] = {"mod": ModHeader, "plate": Plate, "language": Language}
"""The kinds that are read as they stand and merged with nothing."""


def schema(kind: str) -> JsonSchema:
    """The schema of one kind of file; `kind` is one of KINDS."""
    writer = _Writer()
    if kind in _WHOLE:
        top = writer.object(_WHOLE[kind], whole=True)
    elif kind == "archive":
        top = writer.object(ArchiveLayout, whole=False)
    else:
        top = writer.object(Layout, whole=False, only=KINDS[kind])
        if KINDS[kind]:
            top["description"] = f"A library of {kind} that scenarios can use."
    return _headed(kind, top, writer)


def schema_of(kind: str, definition: type) -> JsonSchema:
    """The schema of a kind of file that is laid on another of its kind, and read as a definition that is none of a scenario's."""
    writer = _Writer()
    return _headed(kind, writer.object(definition, whole=False), writer)


def _headed(kind: str, top: JsonSchema, writer: "_Writer") -> JsonSchema:
    return {"$schema": DIALECT, "title": f"UTKA {kind}", **top, "$defs": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Writes types as schemas and collects those that are named."""

    def __init__(self) -> None:
        self.definitions: dict[str, JsonSchema] = {}

    def object(self, definition: type, *, whole: bool, only: tuple[str, ...] = ()) -> JsonSchema:
        """A definition as an object; `whole` if it must be complete where it stands, with `only` some of its keys."""
        properties = {
            name: self._field(definition, name, kind, whole)
            for name, kind, _ in fields_of(definition)
            if name in (only or (name,))
        }
        result: JsonSchema = {
            "type": "object",
            "description": cleandoc(definition.__doc__ or ""),
            "properties": properties,
            "additionalProperties": False,
        }
        required = sorted(required_of(definition))
        if whole and required:
            result["required"] = required
        return result

    def _field(self, definition: type, name: str, kind: Any, whole: bool) -> JsonSchema:
        if (definition, name) in SHARES:
            return {"type": "number", "minimum": 0, "maximum": 100, "description": "Per cent, or a share from 0 to 1."}
        written = self._type(kind, whole)
        return written if whole else _or_null(written)

    def _type(self, kind: Any, whole: bool) -> JsonSchema:
        members = variants(kind)
        if len(members) > 1:
            return self._vocabulary(members)
        only = members[0]
        origin = get_origin(only)
        if origin is Mapping:
            return self._mapping(only)
        if origin is tuple:
            return self._list(get_args(only), whole)
        if is_dataclass(only) and isinstance(only, type):
            return self._named(only.__name__ + ("" if whole else "Part"), lambda: self.object(only, whole=whole))
        if isinstance(only, type) and issubclass(only, StrEnum):
            return self._named(only.__name__, lambda: _choices(only))
        return _plain(only)

    def _mapping(self, kind: Any) -> JsonSchema:
        value = get_args(kind)[1]
        table: JsonSchema = {"type": "object", "additionalProperties": _or_null(self._type(value, whole=False))}
        if not takes_id(kind):
            return table
        return {"anyOf": [table, {"type": "array", "items": self._type(value, whole=True)}]}

    def _list(self, kinds: tuple[Any, ...], whole: bool) -> JsonSchema:
        if kinds[-1] is not Ellipsis:
            items = [self._type(kind, whole=True) for kind in kinds]
            return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
        array: JsonSchema = {"type": "array", "items": self._type(kinds[0], whole=True)}
        if whole or kinds[0] is not str:
            return array
        edit = {"type": "object", "properties": {"add": array, "remove": array}, "additionalProperties": False}
        return {"anyOf": [array, edit]}

    def _vocabulary(self, words: tuple[Any, ...]) -> JsonSchema:
        """A sentence of the vocabulary: exactly one of its words, each complete."""
        names: dict[Any, str] = {
            variants(Condition): "Condition",
            variants(Effect): "Effect",
            variants(Pointing): "Pointing",
            variants(Waiting): "Waiting",
        }
        name = names.get(words, "Words")
        return self._named(name, lambda: {"anyOf": [self._type(word, whole=True) for word in words]})

    def _named(self, name: str, write: Callable[[], JsonSchema]) -> JsonSchema:
        """A reference to a named schema, which is written the first time it is asked for."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = write()
        return {"$ref": f"#/$defs/{name}"}


def _choices(kind: type[StrEnum]) -> JsonSchema:
    return {"enum": [member.value for member in kind], "description": cleandoc(kind.__doc__ or "")}


def _or_null(written: JsonSchema) -> JsonSchema:
    return {"anyOf": [written, {"type": "null"}]}


def _plain(kind: Any) -> JsonSchema:
    plain: dict[Any, JsonSchema] = {
        str: {"type": ["string", "number"]},
        int: {"type": "integer"},
        float: {"type": "number"},
        bool: {"type": "boolean"},
        date: {"type": "string", "format": "date", "pattern": f"^{DAY}$"},
    }
    return plain[kind]
