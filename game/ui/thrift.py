"""Giving memory back that was only needed for a while, where the system must be told."""

import sys


def give_back() -> None:
    """Returns what has been freed to the system. glibc keeps tens of megabytes of painted pictures otherwise; elsewhere this
    does nothing. It takes a few milliseconds, so it is for a moment at rest."""
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - slow to load, and not wanted before the first picture

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
