"""Reads pictures from a shelf beside the window, so that a slow disk never holds up a frame."""

from collections import deque
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from threading import Lock, Thread

from pygame import Surface

from game.ui.map.shelf import Shelf


class Loader:
    """Reads what it was asked for last, in order; pictures of one size. Its thread ends when nothing is left to read."""

    def __init__(self, shelf: Shelf, size: tuple[int, int]) -> None:
        self._shelf, self._size = shelf, size
        self._lock = Lock()
        self._asked: deque[str] = deque()
        self._reading: str | None = None
        self._running = False
        self._read: SimpleQueue[tuple[str, Surface | None]] = SimpleQueue()

    def ask(self, names: Iterable[str]) -> None:
        """Asks for these pictures and no longer for those of before, but for the one that is being read."""
        with self._lock:
            self._asked = deque(name for name in names if name != self._reading)
            if self._asked and not self._running:
                self._running = True
                Thread(target=self._read_all, daemon=True).start()

    def take(self, wait: float = 0.0) -> tuple[str, Surface | None] | None:
        """A picture that has been read, or nothing for its name if it was damaged; nothing at all if there is none after
        so many seconds."""
        with self._lock:
            idle = not self._running
        try:
            return self._read.get(block=wait > 0 and not idle, timeout=wait or None)
        except Empty:
            return None

    @property
    def busy(self) -> bool:
        """Whether something asked for is still to come."""
        with self._lock:
            return self._running or not self._read.empty()

    def _read_all(self) -> None:
        while True:
            with self._lock:
                self._reading = self._asked.popleft() if self._asked else None
                if self._reading is None:
                    self._running = False
                    return
            self._read.put((self._reading, self._shelf.fetch(self._reading, self._size)))
