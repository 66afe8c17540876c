"""Lints on temperaments and skills: names that can be chosen, and weights that can be reckoned with."""

from collections.abc import Iterator
from dataclasses import fields
from math import isfinite

from game.rules.tempers import ANY, CHANCES, SKILLS, CenterPlan, CirclePlan
from game.scenario.findings import nearest
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.packs import is_id

_TAKEN = (ANY, *SKILLS)
"""What `planner:` means something else by."""


def unusable_tempers(sheet: Sheet) -> Iterator[Remark]:
    """Every temperament can be named, no weight is negative, and those that are chances lie between 0 and 1."""
    tempers = sheet.layout.tempers
    for side, named in (("center", tempers.center), ("circle", tempers.circle)):
        for name, temper in named.items():
            path = f"tempers.{side}.{name}"
            if not is_id(name) or name in _TAKEN:
                advice = f"use small letters, digits, _ and -, and none of {', '.join(_TAKEN)}"
                yield Remark(path, f"'{name:.60}' cannot name a temperament", advice)
            yield from _unusable_weights(f"{path}.weights", temper.weights)


def unusable_skills(sheet: Sheet) -> Iterator[Remark]:
    """Every skill is that of a player, and its weights are as those of temperaments must be."""
    for name, skill in sheet.layout.skills.items():
        path = f"skills.{name}"
        if name not in SKILLS:
            yield Remark(path, f"no player is called '{name:.40}'", nearest(name, SKILLS))
        yield from _unusable_weights(f"{path}.center", skill.center)
        yield from _unusable_weights(f"{path}.circle", skill.circle)


def _unusable_weights(path: str, plan: CenterPlan | CirclePlan) -> Iterator[Remark]:
    for field in fields(plan):
        weight = getattr(plan, field.name)
        most = 1.0 if field.name in CHANCES else float("inf")
        if not isfinite(weight) or not 0 <= weight <= most:
            wanted = "a chance between 0 and 1" if field.name in CHANCES else "a number of 0 or more"
            yield Remark(f"{path}.{field.name}", f"found {weight:g}, expected {wanted}")
