"""Reads pictures from a shelf beside the window, so that a slow disk never holds up a frame."""

from collections import deque
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from threading import Condition, Thread

from pygame import Surface

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
        try:
            return self._read.get(block=wait > 0 and self._reads, timeout=wait or None)
        except Empty:
            return None

    @property
    def busy(self) -> bool:
        """Whether something asked for is still to come."""
        return self._reads or not self._read.empty()

    @property
    def _reads(self) -> bool:
        with self._changed:
            return self._reading is not None or bool(self._asked)

    def _read_all(self) -> None:
        while (name := self._next()) is not None:
            self._read.put((name, self._shelf.fetch(name, self._size)))

    def _next(self) -> str | None:
        """What is to be read now; nothing if nobody asks for anything."""
        with self._changed:
            self._reading = None
            if not self._asked:
                self._changed.wait(_LINGERS)
            if self._asked:
                self._reading = self._asked.popleft()
            else:
                self._running = False
            return self._reading
