"""The folder of the map's geometry: which sets of borders it has, and a name for exactly what it holds. It reads no
geometry."""

from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path


class MapFolder:
    """A folder of map files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def era(self, day: date) -> str:
        """The latest set of borders that is not after the day, or the first one."""
        sets = sorted(path.stem.partition("-")[2] for path in self._folder.glob("countries-*.json"))
        if not sets:
            raise FileNotFoundError(f"{self._folder}: there is no countries-YEAR.json")
        return next((name for name in reversed(sets) if _in_force(name) <= day), sets[0])

    @cached_property
    def digest(self) -> str:
        """A name for exactly this content."""
        total = sha256()
        for path in sorted(self._folder.glob("*.json")):
            total.update(path.name.encode() + path.read_bytes())
        return total.hexdigest()[:16]


def _in_force(era: str) -> date:
    """The first day of a set of borders named `1930` or `1938-10`. A bare year begins in March, as maps redrawn over
    the winter do; so the set of 1939 holds from the end of Czecho-Slovakia on."""
    year, _, month = era.partition("-")
    return date(int(year), int(month or 3), 1)
