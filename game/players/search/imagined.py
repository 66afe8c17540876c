"""The scenario as far as one side can know it: the public catalogue, its own tasks, and nobody's secrets.

Whatever the scenario's own events will bring, and what the other side has been told to do, is not in it.
"""

from game.rules.definitions import Newcomers, PersonDefinition, Scenario, Setup, StartMeters
from game.rules.nouns import NEWCOMER, Side
from game.rules.view import View

ROOM = 60
"""How many more people may come in an imagined game."""
UNKNOWN = tuple(f"unknown_{number}" for number in range(8))
"""The ids of those of Moscow's people whom the Circle has never met."""


def imagine_scenario(view: View) -> Scenario:
    """A scenario that can be played on from worlds imagined of this view."""
    tasks = {entry.task.id: entry.task for entry in view.tasks}
    is_center = view.side is Side.CENTER
    setup = Setup(
        people={} if is_center else {name: PersonDefinition(id=name, name=name, side=Side.CENTER) for name in UNKNOWN},
        cast=(),
        old_man=view.catalogue.old_man,
        seat="",
        center=StartMeters(),
        circle=StartMeters(),
        ties=(),
        sections={},
        newcomers=Newcomers(names=tuple(f"{number}" for number in range(newcomers_known(view) + ROOM))),
        events={},
        directives=tasks if is_center else {},
        aims={} if is_center else tasks,
    )
    return Scenario(catalogue=view.catalogue, setup=setup, fingerprint="")


def newcomers_known(view: View) -> int:
    """The highest number of a newcomer whom a side has met."""
    numbers = (name.removeprefix(NEWCOMER) for name in view.faces if name.startswith(NEWCOMER))
    return max((int(number) for number in numbers if number.isdigit()), default=0)
