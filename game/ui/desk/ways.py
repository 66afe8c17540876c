"""Where the desk leads: to the other screens of its side, to the archive, to the sealing of orders, to the menu."""

from collections.abc import Callable
from dataclasses import dataclass

from game.ui.desk.bar import Way
from game.ui.desk.look_up import LookUp, nowhere
from game.ui.screen import Action, Stay
from game.ui.words import Words


def _nothing() -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskActions:
    """Where the desk leads. `seal` is done once the player has made sure; `look_up` gives the way to the entry of a person or
    place; `back` is what lies behind the bare desk, the menu if nothing else does; `glance` is told when the desk is about to
    be covered or left, while it still can be seen."""

    seal: Action
    map: Action = Stay
    rings: Action
    log: Action
    menu: Action
    archive: Action | None = None
    advice: Action | None = None
    back: Action | None = None
    look_up: LookUp = nowhere
    glance: Callable[[], None] = _nothing


def ways(actions: DeskActions, words: Words, *, here: str, unread: int) -> tuple[Way, ...]:
    """The ways in the top bar of every screen of a side; the one where one is leads nowhere."""

    def way(id_: str, icon: str, name: str, key: str, action: Action, count: int = 0) -> Way:
        stays = here == id_
        return Way(id=f"way.{id_}", icon=icon, words=name, key=key, action=Stay if stays else action, here=stays, count=count)

    every = [
        way("map", "compass", words("Map"), "m", actions.map),
        way("rings", "convergence-target", words("Rings"), "r", actions.rings),
        way("log", "envelope", words("Log"), "l", actions.log, unread),
        way("menu", "cog", words("Menu"), "f10", actions.menu),
    ]
    if actions.archive is not None:
        every.insert(2, way("archive", "bookshelf", words("Archive"), "b", actions.archive))
    if actions.advice is not None:
        every.insert(-1, way("advice", "conversation", words("Counsel"), "a", actions.advice))
    return tuple(every)
