"""A key as it looks on a keyboard, beside what it does."""

from pygame import Rect

from game.ui.keys import MUTE, key_cap
from game.ui.painter import Painter
from game.ui.words import Words


def key_row_height(painter: Painter) -> int:
    """The height of a row with a key cap."""
    return max(painter.px(42), painter.line("body") + painter.px(14))


def key_row(painter: Painter, rect: Rect, key: str, name: str, words: Words) -> None:
    """What a key does, with its cap at the right end and a hairline beneath."""
    cap = key_cap(key, words)
    high = min(rect.h - painter.px(6), painter.line("choice") + painter.px(10))
    box = Rect(0, 0, painter.text_width("choice", cap) + painter.px(28), high)
    box.midright = (rect.right, rect.centery)
    painter.fill(box, "field")
    painter.frame(box, "ink", max(1, painter.measure("rule")))
    painter.text("choice", cap, box.center, anchor="center")
    painter.text("body", name, (rect.x, rect.centery), anchor="midleft", width=box.x - rect.x - painter.px(10))
    painter.rule(rect.x, rect.right, rect.bottom - 1)


def general_keys(words: Words) -> tuple[tuple[str, str], ...]:
    """The keys that work on every screen."""
    _ = words
    return (
        ("tab", _("Next thing")),
        ("shift+tab", _("The one before")),
        ("enter", _("Do it")),
        ("escape", _("Back one step")),
        ("f1", _("Explain this")),
        ("?", _("Keys of this screen")),
        ("pagedown", _("Scroll")),
        ("f11", _("Full screen")),
        (MUTE, _("Sound off or on")),
    )
