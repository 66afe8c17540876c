"""When work beside the window has its turn: between two frames."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event


class Between:
    """Whether no frame is being drawn. Who draws holds it shut, and other threads wait before they take something on: a
    frame that has lent the interpreter to another thread, as it does whenever a picture is stretched, gets it back only
    after that thread has slept or some milliseconds have gone by."""

    def __init__(self) -> None:
        self._open = Event()
        self._open.set()

    @contextmanager
    def shut(self) -> Iterator[None]:
        """A frame is drawn."""
        self._open.clear()
        try:
            yield
        finally:
            self._open.set()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Who draws waits for another thread."""
        drawn = not self._open.is_set()
        self._open.set()
        try:
            yield
        finally:
            if drawn:
                self._open.clear()

    def wait(self) -> None:
        """Waits until no frame is being drawn."""
        self._open.wait()


BETWEEN_FRAMES = Between()
"""Of the one window that a process has."""
