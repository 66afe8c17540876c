"""Giving memory back that was only needed for a while, at a moment when nobody waits for it."""

import gc
import sys

_MMAP_THRESHOLD = -3
"""What glibc calls the size from which on memory is had from the system, and goes back to it, piece by piece."""
_LARGE = 3_000_000
"""Bytes from which on a picture goes back at once: a window's does, a tile of the map, which comes and goes by the dozen while
it moves, does not."""


def give_back() -> None:
    """Throws away what nothing leads to any more, and sets aside all that is in use, so that it is not looked through for
    more of it in the middle of a motion: a game's objects take 40 to 60 ms, some frames' worth. Then returns what has been
    freed to the system. It takes as long, so it is for a moment at rest."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _trim()


def _trim() -> None:
    """glibc keeps tens of megabytes of painted pictures for itself unless it is told; elsewhere this does nothing."""
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - slow to load, and not wanted before the first picture

    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim"):
        libc.mallopt(_MMAP_THRESHOLD, _LARGE)  # else glibc raises it to the size of whatever has been freed
        libc.malloc_trim(0)
