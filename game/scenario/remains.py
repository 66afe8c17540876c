"""What can still be said of a scenario that is not here any more: its name, and the words, places and people of the libraries
that its files were laid upon."""

from dataclasses import replace
from datetime import date

from game.rules.definitions import Scenario
from game.rules.nouns import Step
from game.scenario.build import build
from game.scenario.findings import ScenarioError
from game.scenario.layout import OldMan
from game.scenario.loading import library
from game.scenario.packs import Packs, find_packs

LIBRARIES = ("rules/*.yaml", "world/*.yaml", "people/*.yaml")
"""Files that belong to no scenario."""
_SOME_DAY = date(1900, 1, 1)


def remains_of(name: str, title: str, packs: Packs | None = None) -> Scenario:
    """Words to tell a lost scenario's record by. It cannot be played, and its days mean nothing: nobody knows when it began.

    Raises:
        ScenarioError: the libraries have errors.
    """
    layout = library(LIBRARIES, packs or find_packs())
    bare = replace(
        layout, id=name, title=title, start=_SOME_DAY, step=Step.MONTH, turns=1, cast=tuple(layout.people),
        old_man=OldMan(person="", seat=""),
    )  # fmt: skip
    scenario = build(bare, "")
    if scenario is None:
        raise ScenarioError(())
    return scenario
