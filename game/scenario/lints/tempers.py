"""Lints on temperaments: names that can be chosen, and weights that can be reckoned with."""

from collections.abc import Iterator
from dataclasses import fields
from math import isfinite

from game.rules.tempers import ANY
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.packs import is_id

CHANCES = frozenset(("lone_patience", "raid_patience", "last_chance"))
"""Weights that are chances."""


def unusable_tempers(sheet: Sheet) -> Iterator[Remark]:
    """Every temperament can be named, no weight is negative, and those that are chances lie between 0 and 1."""
    tempers = sheet.layout.tempers
    for side, named in (("center", tempers.center), ("circle", tempers.circle)):
        for name, temper in named.items():
            path = f"tempers.{side}.{name}"
            if not is_id(name) or name == ANY:
                yield Remark(path, f"'{name:.60}' cannot name a temperament", "use small letters, digits, _ and -, and not 'any'")
            for field in fields(temper.weights):
                weight = getattr(temper.weights, field.name)
                most = 1.0 if field.name in CHANCES else float("inf")
                if not isfinite(weight) or not 0 <= weight <= most:
                    wanted = "a chance between 0 and 1" if field.name in CHANCES else "a number of 0 or more"
                    yield Remark(f"{path}.weights.{field.name}", f"found {weight:g}, expected {wanted}")
