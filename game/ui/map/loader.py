"""Reads pictures from a shelf beside the window, between its frames, so that a slow disk never holds one up."""

from collections import deque
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from threading import Condition, Thread

from pygame import Surface

from game.ui.between import BETWEEN_FRAMES
from game.ui.map.shelf import Shelf

_LINGERS = 10.0
"""Seconds that the thread waits for more to read. To start one holds the window up until it runs, which a frame in motion
has no time for."""


class Loader:
    """Reads what it was asked for last, in order; pictures of one size. Its thread ends when there has been nothing to read
    for a while."""

    def __init__(self, shelf: Shelf, size: tuple[int, int]) -> None:
        self._shelf, self._size = shelf, size
        self._changed = Condition()
        self._asked: deque[str] = deque()
        self._reading: str | None = None
        self._running = False
        self._read: SimpleQueue[tuple[str, Surface | None]] = SimpleQueue()

    def ask(self, names: Iterable[str]) -> None:
        """Asks for these pictures and no longer for those of before, but for the one that is being read."""
        with self._changed:
            self._asked = deque(name for name in names if name != self._reading)
            if not self._asked:
                return
            if self._running:
                self._changed.notify()
            else:
                self._running = True
                Thread(target=self._read_all, daemon=True).start()

    def take(self, wait: float = 0.0) -> tuple[str, Surface | None] | None:
        """A picture that has been read, or nothing for its name if it was damaged; nothing at all if there is none after
        so many seconds."""
        if wait <= 0 or not self._reads:
            return self._taken()
        with BETWEEN_FRAMES.opened():
            return self._taken(wait)

    @property
    def busy(self) -> bool:
        """Whether something asked for is still to come."""
        return self._reads or not self._read.empty()

    @property
    def _reads(self) -> bool:
        with self._changed:
            return self._reading is not None or bool(self._asked)

    def _taken(self, wait: float | None = None) -> tuple[str, Surface | None] | None:
        try:
            return self._read.get(block=wait is not None, timeout=wait)
        except Empty:
            return None

    def _read_all(self) -> None:
        while self._anything_asked():
            BETWEEN_FRAMES.wait()
            name = self._next()
            if name is not None:
                self._read.put((name, self._shelf.fetch(name, self._size)))

    def _anything_asked(self) -> bool:
        """Waits for something to read; whether there is."""
        with self._changed:
            self._reading = None
            if not self._asked:
                self._changed.wait(_LINGERS)
            self._running = bool(self._asked)
            return self._running

    def _next(self) -> str | None:
        """What is to be read now, unless nobody asks for it any more."""
        with self._changed:
            self._reading = self._asked.popleft() if self._asked else None
            return self._reading
