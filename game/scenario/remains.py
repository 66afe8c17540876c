"""What can still be said of a scenario that is not here any more: its name, and the words, places and people of the libraries
that its files were laid upon."""

from dataclasses import replace
from datetime import date

from game.rules.definitions import Scenario
from game.rules.nouns import Step
from game.scenario.build import build
from game.scenario.findings import ScenarioError, has_errors
from game.scenario.gathering import Gatherer
from game.scenario.layout import Layout, OldMan
from game.scenario.loading import merge
from game.scenario.nodes import Mark
from game.scenario.packs import Packs, find_packs
from game.scenario.shaping import Shaper

LIBRARIES = ("rules/*.yaml", "world/*.yaml", "people/*.yaml")
"""Files that belong to no scenario."""
_SOME_DAY = date(1900, 1, 1)


def remains_of(name: str, title: str, packs: Packs | None = None) -> Scenario:
    """Words to tell a lost scenario's record by. It cannot be played, and its days mean nothing: nobody knows when it began.

    Raises:
        ScenarioError: the libraries have errors.
    """
    gatherer = Gatherer(packs or find_packs())
    for pattern in LIBRARIES:
        gatherer.gather(pattern, Mark(pattern, 1, 1))
    tree, merging = merge(gatherer.layers)
    shaper = Shaper()
    layout = shaper.shape(Layout, tree)
    findings = (*gatherer.findings, *merging, *shaper.findings)
    if has_errors(findings) or layout is None:
        raise ScenarioError(findings)
    bare = replace(
        layout, id=name, title=title, start=_SOME_DAY, step=Step.MONTH, turns=1, cast=tuple(layout.people),
        old_man=OldMan(person="", seat=""),
    )  # fmt: skip
    scenario = build(bare, "")
    if scenario is None:
        raise ScenarioError(findings)
    return scenario
