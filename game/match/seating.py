"""Which side of a scenario a player of some name can sit on, found out before anything is played."""

from collections.abc import Iterable

from game.players import NAMES, TEMPERED, THINKERS, PlayerError, make_player
from game.rules.definitions import Catalogue
from game.rules.nouns import Side
from game.rules.tempers import ANY, SKILLS


def sides_of(name: str, catalogue: Catalogue) -> tuple[Side, ...]:
    """The sides that this player plays in the scenario: both, or the one for which its plan or temperament is.

    Raises:
        PlayerError: there is no such player; the message says who there is.
    """
    head, colon, temper = name.partition(":")
    if colon and head in TEMPERED:
        return _sides_of_temper(head, temper, catalogue)
    if not colon and name not in NAMES and name not in THINKERS:
        known = ", ".join((*NAMES, *THINKERS))
        raise PlayerError(
            f"no player is called {name!r}; there are {known}, planner:TEMPER with one of"
            f" {_listed((*_tempers(catalogue), *SKILLS))}, and module:callable for one's own"
        )
    sides: list[Side] = []
    wrong: list[PlayerError] = []
    for side in Side:
        try:
            make_player(name, side, 0)
            sides.append(side)
        except PlayerError as refused:
            wrong.append(refused)
        except Exception as fault:  # a player may be anybody's code
            raise PlayerError(f"the player {name} cannot be seated: {fault!r}") from fault
    if not sides:
        raise wrong[0]
    return tuple(sides)


def check_seat(name: str, side: Side, catalogue: Catalogue) -> None:
    """Finds out whether this player can sit on a side of the scenario.

    Raises:
        PlayerError: it cannot; the message says why, or who can.
    """
    check_temper(name, side, catalogue)
    make_player(name, side, 0)


def check_temper(name: str, side: Side, catalogue: Catalogue) -> None:
    """Finds out whether the scenario has the temperament that is named with a player, if one is.

    Raises:
        PlayerError: it has not, or not for this side.
    """
    head, colon, temper = name.partition(":")
    if colon and head in TEMPERED and side not in _sides_of_temper(head, temper, catalogue):
        raise PlayerError(f"{catalogue.id} has no temperament {temper!r} for the {side.value}")


def _sides_of_temper(head: str, temper: str, catalogue: Catalogue) -> tuple[Side, ...]:
    if head == "planner" and temper in SKILLS:  # the planner with the weights of another player
        return tuple(Side)
    tempers = {Side.CENTER: catalogue.tempers.center, Side.CIRCLE: catalogue.tempers.circle}
    sides = tuple(side for side in Side if temper == ANY or temper in tempers[side])
    if not sides:
        raise PlayerError(f"{catalogue.id} has no temperament {temper!r}; it has {_listed(_tempers(catalogue))}")
    return sides


def _tempers(catalogue: Catalogue) -> Iterable[str]:
    return dict.fromkeys((*catalogue.tempers.center, *catalogue.tempers.circle, ANY))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
