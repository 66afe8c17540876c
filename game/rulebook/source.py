"""Where a book's rules come from: the standard rules by themselves, or the merged rules of a scenario.

Knows how to read them and how to tell one set of rules from another; not how they are told.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from game.resources import content_folder
from game.rules.definitions import Operation, Scenario, SideNames
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, Step
from game.rules.numbers import Numbers
from game.scenario.findings import ScenarioError
from game.scenario.loading import library
from game.scenario.packs import SHIPPED, Pack, Packs

STANDARD = "rules/*.yaml"
_NAMED = frozenset({"Center", "Circle", "Old Man"})
"""What the head of a book tells the names of anyhow."""
TELLING = frozenset({"name", "icon", "summary", "help"})
"""What an operation says of itself for the reader only: it changes no game."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules that a book tells: those of `scenario`, or of none where that is empty. `step` is the scenario's, if any;
    `names` are its own for what the rules call the Old Man, the household and the movement, and its `words`."""

    numbers: Numbers
    operations: Mapping[str, Operation]
    scenario: str = ""
    title: str = ""
    step: Step | None = None
    sides: SideNames = field(default_factory=SideNames)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Twelve digits that are the same for the same numbers and operations, whatever these are called."""
        text = json.dumps([_bare(self.numbers), _bare(self.operations)], sort_keys=True, separators=(",", ":"))
        return sha256(text.encode()).hexdigest()[:12]


def rules_of(scenario: Scenario) -> Rules:
    """The rules of a scenario, with all that it and the player's mods change in them."""
    catalogue = scenario.catalogue
    return Rules(
        numbers=catalogue.numbers,
        operations=catalogue.operations,
        scenario=catalogue.id,
        title=catalogue.title,
        step=catalogue.step,
        sides=catalogue.sides,
        names={
            "the Old Man": catalogue.body_name(OLD_MAN),
            "the household": catalogue.body_name(HOUSE),
            "the movement": catalogue.body_name(MOVEMENT),
            **{word: own for word, own in catalogue.words.items() if word not in _NAMED},
        },
    )


def standard_rules(content: Path | None = None) -> Rules:
    """The standard rules as they are shipped, with no scenario and no mod on top.

    Raises:
        ScenarioError: the files have errors.
    """
    layout = library((STANDARD,), Packs((Pack(SHIPPED, content or content_folder()),)))
    if layout.numbers is None:
        raise ScenarioError(())
    return Rules(numbers=layout.numbers, operations=layout.operations)


def _bare(value: object) -> object:
    """A definition as plain lists and mappings."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _bare(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [_bare(entry) for entry in value]
    if is_dataclass(value) and not isinstance(value, type):
        names = [entry.name for entry in fields(value) if not (isinstance(value, Operation) and entry.name in TELLING)]
        return {"": type(value).__name__, **{name: _bare(getattr(value, name)) for name in names}}
    return value
