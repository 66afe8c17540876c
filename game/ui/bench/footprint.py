"""How much memory this process has."""

from pathlib import Path


def resident() -> float | None:
    """Megabytes of memory that are this process's now; nothing where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return None
    kilobytes = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")), None)
    return round(int(kilobytes) * 1024 / 1_000_000, 1) if kilobytes else None
