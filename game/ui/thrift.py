"""Giving memory back that was only needed for a while, at a moment when nobody waits for it."""

import gc
import sys


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

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
