"""Files in: YAML with its line numbers becomes the frozen definitions of the rules.

Use `load` for one scenario, `available` for all of them, `examine` for everything that the
modder's tools ask about one. Nothing here knows of a running game or of a window.
"""

from game.scenario.findings import Finding, ScenarioError, Severity
from game.scenario.loading import Entry, Examination, ScenarioNotFoundError, available, examine, load
from game.scenario.packs import Pack, Packs, find_packs

__all__ = [
    "Entry",
    "Examination",
    "Finding",
    "Pack",
    "Packs",
    "ScenarioError",
    "ScenarioNotFoundError",
    "Severity",
    "available",
    "examine",
    "find_packs",
    "load",
]
