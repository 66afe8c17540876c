"""The player's comforts and where they are kept. Settings never touch the rules of a game."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from game.match.tables import put_aside, write_table

INTERFACE_SCALES = (1.0, 1.1, 1.25, 1.5)
TEXT_SIZES = (80, 200)
PALETTES = ("standard", "red_green_safe", "blue_yellow_safe", "high_contrast")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the player has chosen. Volumes and text size are per cent."""

    interface_scale: float = 1.0
    text_size: int = 100
    palette: str = "standard"
    reduced_motion: bool = False
    textures: bool = True
    plain_type: bool = False
    fullscreen: bool = False
    captions: bool = False
    notes: bool = True
    muted: bool = False
    volume: int = 80
    volume_typing: int = 65
    volume_paper: int = 70
    volume_city: int = 40
    volume_music: int = 25
    language: str = "en"

    def __post_init__(self) -> None:
        """Raises ValueError for a value that the window could not show."""
        _within("interface_scale", self.interface_scale, INTERFACE_SCALES[0], INTERFACE_SCALES[-1])
        _within("text_size", self.text_size, *TEXT_SIZES)
        if self.palette not in PALETTES:
            raise ValueError(f"palette: found {self.palette!r}, expected one of {', '.join(PALETTES)}")
        for name in ("volume", "volume_typing", "volume_paper", "volume_city", "volume_music"):
            _within(name, getattr(self, name), 0, 100)


class SettingsFile:
    """Keeps the settings in one JSON file, written whole or not at all."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or Path(platformdirs.user_config_dir("utka", appauthor=False)) / "settings.json"

    def read(self) -> Settings:
        """The kept settings; the defaults without a file. One that cannot be read is put aside as `.broken`."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings()
        except (OSError, UnicodeDecodeError):
            return self._put_aside()
        try:
            return settings_from(json.loads(text))
        except (ValueError, TypeError, RecursionError):
            return self._put_aside()

    def write(self, settings: Settings) -> bool:
        """Keeps the settings. False if the disk refuses: the game goes on with them until it is closed."""
        return write_table(self.path, asdict(settings))

    def _put_aside(self) -> Settings:
        put_aside(self.path)
        return Settings()


def settings_from(raw: object) -> Settings:
    """Settings from what a file says. Unknown names are left out, so that an older game reads a newer file.

    Raises ValueError for a value of the wrong kind or out of range.
    """
    if not isinstance(raw, Mapping):
        raise ValueError(f"expected a mapping of settings, found {type(raw).__name__}")
    kept: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name in raw:
            kept[field.name] = _as_kind(field.name, raw[field.name], field.default)
    return replace(Settings(), **kept)


def _as_kind(name: str, found: object, like: object) -> object:
    if isinstance(like, float) and isinstance(found, int) and not isinstance(found, bool):
        return float(found)
    if type(found) is not type(like):
        raise ValueError(f"{name}: found {found!r}, expected something like {like!r}")
    return found


def _within(name: str, found: float, least: float, most: float) -> None:
    if not least <= found <= most:
        raise ValueError(f"{name}: found {found}, expected {least} to {most}")
