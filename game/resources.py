"""Where the shipped content and the art lie, in a project checkout or inside an installed wheel.

The only module that asks where the game stands on disk; it knows nothing of what the files hold.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def content_folder() -> Path:
    """The folder of the shipped scenarios, rules and libraries."""
    return _shipped("scenarios")


def assets_folder() -> Path:
    """The folder of fonts, icons, map data, portraits and sounds."""
    return _shipped("assets")


def _shipped(name: str) -> Path:
    packaged = _PACKAGE / "_content" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
