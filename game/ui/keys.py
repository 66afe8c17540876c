"""Names of keys: from a short text such as `ctrl+z`, `f5` or `?` to the event that means it, and to the word on a
key cap."""

import pygame
from pygame.event import Event

from game.ui.words import Words

MUTE = "ctrl+m"
"""The key that turns all sound off and on again, on every screen."""


def matches(key: str, event: Event) -> bool:
    """Whether a key-down event is one of the keys named."""
    return any(_matches_one(name, event) for name in key.split())


def _matches_one(name: str, event: Event) -> bool:
    *modifiers, plain = name.split("+") if name != "+" else ["+"]
    control = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    alt = bool(event.mod & pygame.KMOD_ALT)
    if control != ("ctrl" in modifiers) or alt != ("alt" in modifiers):
        return False
    typed: str = getattr(event, "unicode", "")
    if len(plain) == 1 and not plain.isalnum():
        return typed == plain
    shift = bool(event.mod & pygame.KMOD_SHIFT)
    if shift != ("shift" in modifiers):
        return False
    return bool(event.key == key_code(plain)) or (plain.isdigit() and typed == plain)


def key_code(name: str) -> int:
    """pygame's number of a key. Raises ValueError for a name it does not know."""
    return pygame.key.key_code({"enter": "return", "pageup": "page up", "pagedown": "page down"}.get(name, name))


def key_cap(key: str, words: Words) -> str:
    """What is written on the key, for people: the first of the keys named."""
    _ = words
    named = {
        "escape": _("Esc"), "return": _("Enter"), "enter": _("Enter"), "space": _("Space"), "tab": _("Tab"),
        "delete": _("Del"), "backspace": _("Backspace"), "left": _("Left"), "right": _("Right"), "up": _("Up"),
        "down": _("Down"), "pageup": _("Page up"), "pagedown": _("Page down"), "ctrl": _("Ctrl"),
        "shift": _("Shift"), "alt": _("Alt"), "home": _("Home"), "end": _("End"),
    }  # fmt: skip
    first = key.split(maxsplit=1)[0] if key.strip() else key
    parts = [first] if first == "+" else first.split("+")
    return "+".join(named.get(part, part.upper() if len(part) <= 3 else part.capitalize()) for part in parts)
