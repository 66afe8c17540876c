"""What the player's mods say of themselves."""

from dataclasses import dataclass
from pathlib import Path

from game.scenario.findings import Finding
from game.scenario.layout import ModHeader
from game.scenario.packs import MOD_FILE, Packs, shown
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper


@dataclass(frozen=True, slots=True, kw_only=True)
class Mod:
    """A mod in the player's folder; `header` is missing where its `mod.yaml` cannot be read."""

    id: str
    root: Path
    header: ModHeader | None
    findings: tuple[Finding, ...]


def mods_in(packs: Packs) -> tuple[Mod, ...]:
    """Every mod on the search path, in merging order."""
    return tuple(_mod(pack.id, pack.root) for pack in packs.packs[1:])


def _mod(name: str, root: Path) -> Mod:
    file = root / MOD_FILE
    reading = read_file(file, shown(file))
    shaper = Shaper(partial=reading.refused)
    header = shaper.shape(ModHeader, reading.tree)
    return Mod(id=name, root=root, header=header, findings=(*reading.findings, *shaper.findings))
