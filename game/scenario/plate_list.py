"""The city plates of some packs, read as late as possible: where they lie, from what an earlier look at the very same files
found; what is drawn on one, when it is asked for."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from game import __version__
from game.scenario.memory import recall, remember
from game.scenario.packs import Packs
from game.scenario.plates import Extent, Plate, plate_files, read_plate, read_plates


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A plate without what is drawn on it."""

    title: str
    extent: Extent
    steps: tuple[float, ...]


class PlateList:
    """The plates without mistakes; `utka check` tells of the others. `memory` is the file where their outlines are kept
    between games."""

    def __init__(self, packs: Packs, memory: Path) -> None:
        self._packs, self._memory = packs, memory
        self._plates: dict[str, Plate] = {}

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """The outlines by the plates' ids."""
        try:
            digests = {id_: _digest(path) for id_, path in plate_files(self._packs).items()}
        except OSError:
            digests = {}
        kept = recall(self._memory)
        known = _recalled(kept.get("outlines")) if digests and kept.get("digests") == digests else None
        return known if known is not None else self._read(digests)

    def _read(self, digests: Mapping[str, str]) -> Mapping[str, Outline]:
        """The outlines from the files, kept for the next time."""
        self._plates = {reading.id: reading.plate for reading in read_plates(self._packs) if reading.plate is not None}
        read = self._plates.items()
        outlines = {id_: Outline(title=plate.title, extent=plate.extent, steps=plate.steps) for id_, plate in read}
        remember(self._memory, {"digests": digests, "outlines": {id_: asdict(outline) for id_, outline in outlines.items()}})
        return outlines

    def plate(self, id_: str) -> Plate:
        """A whole plate; one whose file has been spoilt since is empty. Raises KeyError for an unknown one."""
        outline = self.outlines[id_]
        if id_ not in self._plates:
            path = plate_files(self._packs).get(id_)
            read = read_plate(path).plate if path is not None else None
            self._plates[id_] = read or Plate(title=outline.title, extent=outline.extent, steps=outline.steps)
        return self._plates[id_]


def _digest(path: Path) -> str:
    """A name for exactly what a file holds, and for the game that reads it."""
    return sha256(__version__.encode() + path.read_bytes()).hexdigest()


def _recalled(kept: Any) -> Mapping[str, Outline] | None:
    """The outlines as they were kept; nothing if they are not to be used."""
    try:
        return {
            str(id_): Outline(
                title=str(entry["title"]),
                extent=Extent(**{edge: float(degrees) for edge, degrees in entry["extent"].items()}),
                steps=tuple(float(step) for step in entry["steps"]),
            )
            for id_, entry in kept.items()
        }
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
