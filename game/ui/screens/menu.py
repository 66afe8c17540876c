"""The menu of a running game, over the screen it interrupts. It leads nowhere by itself."""

from dataclasses import dataclass

from pygame import Rect

from game.ui.screen import Action, Canvas, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, main_kind
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 420


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuActions:
    """Where the menu leads; what is missing is not offered."""

    resume: Action = Pop
    save: Action | None = None
    load: Action | None = None
    letters: Action | None = None
    pin: Action | None = None
    lesson: Action | None = None
    rulebook: Action | None = None
    settings: Action | None = None
    keys: Action | None = None
    leave: Action | None = None
    quit: Action | None = None


class MenuScreen(Screen):
    """The menu. `title` and `note` say which game it is; Esc goes on with it."""

    overlay = True
    first_focus = "resume"

    def __init__(self, actions: MenuActions, title: str, note: str = "", side: SideName | None = None) -> None:
        self._actions, self._name, self._note, self._side = actions, title, note, side

    def compose(self, canvas: Canvas) -> None:
        """One sheet with its buttons beneath one another."""
        _ = canvas.words
        offered = [(id_, words, key, action) for id_, words, key, action in self._offered(_) if action is not None]
        gap, high = canvas.px(10), button_height(canvas)
        wide = inner_width(canvas, _WIDTH)
        room = wide - bar_room(canvas)
        head = canvas.paragraph_height("h2", self._name, room)
        note = canvas.paragraph_height("small", self._note, room) if self._note else 0
        content = head + note + canvas.px(16) + len(offered) * (high + gap) - gap
        inner = sheet_over(canvas, _WIDTH, content, self._side or "ink")
        with scroll_area(canvas, "menu", inner, content) as view:
            y = inner.y - view.offset
            y += canvas.paragraph("h2", self._name, Rect(inner.x, y, room, 0))
            if self._note:
                y += canvas.paragraph("small", self._note, Rect(inner.x, y, room, 0), "ink2")
            y += canvas.px(16)
            width = room if view.furthest else wide
            for id_, words, key, action in offered:
                kind = main_kind(self._side) if id_ == "resume" else "paper"
                button(canvas, id_, Rect(inner.x, y, width, high), words, action, kind=kind, key=key, show_key=True)
                y += high + gap

    def _offered(self, _: Words) -> tuple[tuple[str, str, str, Action | None], ...]:
        to = self._actions
        return (
            ("resume", _("Continue"), "c", to.resume),
            ("save", _("Save game"), "s", to.save),
            ("load", _("Load game"), "l", to.load),
            ("letters", _("Letters"), "i", to.letters),
            ("pin", _("PIN of this side"), "p", to.pin),
            ("lesson", _("Lesson"), "e", to.lesson),
            ("rulebook", _("Rulebook"), "b", to.rulebook),
            ("settings", _("Settings"), "t", to.settings),
            ("keys", _("Keys"), "k", to.keys),
            ("leave", _("Leave to title"), "v", to.leave),
            ("quit", _("Quit"), "q", to.quit),
        )
