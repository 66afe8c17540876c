"""Thinking beside whoever must not wait for it: a window, for one.

A thread hands out the work and waits for it; the work itself is done by the crew.
"""

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from game.match.match import Match
from game.players import PlayerError
from game.players.search.advice import Advice, advise
from game.players.search.crew import CalledOffError, Crew, CrewLostError, OneHand
from game.players.search.player import Watch
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.view import View

Answer = TypeVar("Answer")
Task = Callable[[Crew, Watch], Answer]

ADVICE_SEED = 1
"""Advice is no player: the same view is always given the same."""


class Thinking(Generic[Answer]):
    """One task being thought out. It begins at once."""

    def __init__(self, task: Task[Answer], crew: Crew) -> None:
        self._task = task
        self._crew = crew
        self._found: list[Answer] = []
        self._wrong: Exception | None = None
        self._stop = Event()
        self._progress = 0.0
        self._thread = Thread(target=self._run, name="utka thinks", daemon=True)
        self._thread.start()

    @property
    def progress(self) -> float:
        """How much of the most that there may be to do is done, 0 to 1."""
        return self._progress

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to wait for any more."""
        return not self._thread.is_alive()

    def answer(self) -> Answer:
        """Waits for the end, and says what was found.

        Raises:
            PlayerError: it failed, or it was called off.
        """
        self._thread.join()
        if self._wrong is not None:
            raise PlayerError(str(self._wrong)) from self._wrong
        if not self._found:
            raise PlayerError("the thinking was called off")
        return self._found[0]

    def call_off(self) -> None:
        """Ends the thinking, within the time of a few roll-outs; what was found is forgotten."""
        self._stop.set()
        self._thread.join()
        self._found = []

    def _watch(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise CalledOffError
        self._progress = min(1.0, done / of)

    def _run(self) -> None:
        try:
            try:
                self._found = [self._task(self._crew, self._watch)]
            except (CrewLostError, OSError):  # no processes to be had: slower, but the same answer
                self._found = [self._task(OneHand(), self._watch)]
        except CalledOffError:
            return
        except Exception as wrong:  # told to whoever asks for the answer
            self._wrong = wrong


def think_for(match: Match, crew: Crew) -> Thinking[dict[Side, tuple[Order, ...]]]:
    """What the computer's players of a match that take their time will order. Nothing of the match changes."""
    waiting = {side: (player, match.view(side)) for side, player in match.thinkers().items()}

    def task(crew: Crew, watch: Watch) -> dict[Side, tuple[Order, ...]]:
        found: dict[Side, tuple[Order, ...]] = {}
        for number, (side, (player, view)) in enumerate(waiting.items()):
            found[side] = player.think(view, crew, _part_of(watch, number, len(waiting)))
        return found

    return Thinking(task, crew)


def advise_for(view: View, crew: Crew) -> Thinking[tuple[Advice, ...]]:
    """What the player that thinks ahead would order in the place of whoever has this view."""

    def task(crew: Crew, watch: Watch) -> tuple[Advice, ...]:
        return advise(view, ADVICE_SEED, crew, watch)

    return Thinking(task, crew)


def _part_of(watch: Watch, number: int, parts: int) -> Watch:
    """Tells a watch of one of several parts as a part of the whole."""
    return lambda done, of: watch(number * of + done, parts * of)
