"""A game by mail between its turns: what to send, and the letters that have come. It touches no file; what it does is given
to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pygame import Rect

from game.ui.moments import Moment
from game.ui.papers import desk
from game.ui.presenters.letters import LetterRow
from game.ui.screen import Action, Canvas, Outcome, Screen, Stay
from game.ui.screens.sheets import sheet_under_head
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width, main_kind, page_head
from game.ui.widgets.field import Entry, text_field
from game.ui.widgets.focus import focus_frame, selection
from game.ui.widgets.scroll import bar_room, scroll_area


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersModel:
    """What the page says: what there is to do, the file to send if there is one, the folder for letters that came, on what it
    all rests, and the words of the way on."""

    standing: str
    out: Path | None
    folder: Path
    fairness: str
    on: str


class LettersScreen(Screen):
    """What goes out at the head, what came beneath. `model` and `rows` are asked when the page opens and after a letter was
    read; `read` is given the path of one."""

    first_focus = "letter.0"
    opening = (Moment.FOLDER,)

    def __init__(
        self, model: Callable[[], LettersModel], rows: Callable[[], Sequence[LetterRow]], side: SideName, *,
        read: Callable[[Path], Outcome], copy: Callable[[str], None], leave: Action, back: Action,
    ) -> None:  # fmt: skip
        self._ask, self._ask_rows, self._read, self._copy, self._leave, self._back = model, rows, read, copy, leave, back
        self._side: SideName = side
        self._path = Entry()
        self._copied = False
        self._model, self._rows = model(), tuple(rows())
        self._chosen = next((index for index, row in enumerate(self._rows) if not row.refusal), -1)

    def back(self) -> Outcome:
        """One step back."""
        return self._back()

    def look_again(self) -> Outcome:
        """Looks into the folder anew."""
        self._model, self._rows, self._copied = self._ask(), tuple(self._ask_rows()), False
        self._chosen = next((index for index, row in enumerate(self._rows) if not row.refusal), -1)
        return Stay()

    def compose(self, canvas: Canvas) -> None:
        """One sheet: the standing, the file to send, the letters, and what can be done."""
        _ = canvas.words
        canvas.panel(("desk", self._side), canvas.rect, partial(desk, side=self._side), opaque=True)
        page_head(canvas, _("By mail"), self._back)
        inner = sheet_under_head(canvas, "letters sheet")
        foot = button_height(canvas)
        room = Rect(inner.x, inner.y, inner.w, inner.h - foot - canvas.px(16))
        width = room.w - bar_room(canvas)
        with scroll_area(canvas, "letters", room, self._height(canvas, width)) as view:
            self._draw_page(canvas, Rect(room.x, room.y - view.offset, width, 0))
        self._draw_foot(canvas, Rect(inner.x, inner.bottom - foot, inner.w, foot))

    def _height(self, canvas: Canvas, width: int) -> int:
        _, model, high = canvas.words, self._model, button_height(canvas)
        total = canvas.paragraph_height("h3", model.standing, width) + canvas.px(14)
        if model.out is not None:
            total += canvas.paragraph_height("body", model.out.name, width) + canvas.px(14) + high + canvas.px(18)
            total += canvas.paragraph_height("small", self._lies(canvas, model.out), width)
        total += canvas.line("h3") + canvas.px(6) + canvas.paragraph_height("small", self._where(canvas), width) + canvas.px(8)
        total += sum(self._row_height(canvas, row, width) for row in self._rows) + canvas.px(12)
        total += max(high, canvas.line("body") + canvas.px(16)) + canvas.px(16)
        return total + canvas.paragraph_height("small", model.fairness, width) + canvas.px(8)

    def _lies(self, canvas: Canvas, out: Path) -> str:
        return canvas.words("It lies in {folder}.", folder=out.parent)

    def _where(self, canvas: Canvas) -> str:
        _ = canvas.words
        return _("Drop a letter onto the window, put it into {folder}, or write its path below.", folder=self._model.folder)

    def _draw_page(self, canvas: Canvas, at: Rect) -> None:
        _, model, high = canvas.words, self._model, button_height(canvas)
        y = at.y + canvas.paragraph("h3", model.standing, at) + canvas.px(14)
        if model.out is not None:
            y += canvas.paragraph("body", model.out.name, Rect(at.x, y, at.w, 0), weight=700) + canvas.px(4)
            y += canvas.paragraph("small", self._lies(canvas, model.out), Rect(at.x, y, at.w, 0), "ink2") + canvas.px(10)
            words = _("Copied") if self._copied else _("Copy the file's path")
            button(canvas, "copy", Rect(at.x, y, button_width(canvas, words), high), words, self._copy_path, key="c")
            y += high + canvas.px(18)
        canvas.text("h3", _("Letters that came"), (at.x, y), width=at.w)
        y += canvas.line("h3") + canvas.px(6)
        y += canvas.paragraph("small", self._where(canvas), Rect(at.x, y, at.w, 0), "ink2") + canvas.px(8)
        for index, row in enumerate(self._rows):
            height = self._row_height(canvas, row, at.w)
            self._draw_row(canvas, index, row, Rect(at.x, y, at.w, height))
            y += height
        y += canvas.px(12)
        field = Rect(at.x, y, at.w, max(high, canvas.line("body") + canvas.px(16)))
        text_field(
            canvas, "path", field, _("The path of a letter"), self._path, self._write, hint=_("The path of a letter"), most=400
        )
        y = field.bottom + canvas.px(16)
        canvas.paragraph("small", model.fairness, Rect(at.x, y, at.w, 0), "ink2")

    def _row_height(self, canvas: Canvas, row: LetterRow, width: int) -> int:
        words = canvas.line("body") + canvas.paragraph_height("small", _row_note(row), width - 2 * canvas.px(12))
        return max(36, words + canvas.px(14))

    def _draw_row(self, canvas: Canvas, index: int, row: LetterRow, box: Rect) -> None:
        look = canvas.hot(f"letter.{index}", box, row.title, partial(self._choose, index))
        if index == self._chosen:
            selection(canvas, box)
        elif look.hovered:
            canvas.fill(box, "hover")
        pad = canvas.px(12)
        room = box.w - 2 * pad
        if row.path is not None:  # by which letters that say the same are told apart
            corner, ink = (box.right - pad, box.y + canvas.px(6)), "ink" if index == self._chosen else "ink2"
            canvas.text("small", row.path.name, corner, ink, anchor="topright", width=room // 2)
            room = room // 2 - pad
        canvas.text("body", row.title, (box.x + pad, box.y + canvas.px(6)), weight=700, width=room)
        words = Rect(box.x + pad, box.y + canvas.px(6) + canvas.line("body"), box.w - 2 * pad, 0)
        canvas.paragraph("small", _row_note(row), words, "ink" if index == self._chosen else "ink2")
        canvas.rule(box.x, box.right, box.bottom - 1)
        if look.focused:
            focus_frame(canvas, box.inflate(-2 * canvas.measure("focus"), -2 * canvas.measure("focus")))

    def _draw_foot(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        row = self._rows[self._chosen] if 0 <= self._chosen < len(self._rows) else None
        refusal = None
        if not self._path.text.strip():
            refusal = _("Choose a letter first.") if row is None else row.refusal or None
        words = _("Read the letter")
        place = Rect(rect.x, rect.y, button_width(canvas, words, _("Enter")), rect.h)
        kind = main_kind(self._side)
        key = None if refusal else "return"
        button(canvas, "read", place, words, self._read_chosen, kind=kind, key=key, refusal=refusal, show_key=True)
        words = _("Look again")
        place = Rect(place.right + canvas.px(14), rect.y, button_width(canvas, words, "F5"), rect.h)
        button(canvas, "again", place, words, self.look_again, key="f5", show_key=True)
        words = self._model.on
        place = Rect(0, rect.y, button_width(canvas, words, _("Enter")), rect.h)
        place.right = rect.right
        key = "return" if refusal else None
        button(canvas, "leave", place, words, self._leave, kind=kind if refusal else "paper", key=key, show_key=True)

    # -- what the player does

    def _choose(self, index: int) -> Outcome:
        """Chooses a letter; choosing it again reads it."""
        if index >= len(self._rows):
            return Stay()
        again, self._chosen = self._chosen == index, index
        return self._read_row(self._rows[index]) if again else Stay()

    def _read_row(self, row: LetterRow) -> Outcome:
        return self._read(row.path) if row.path is not None and not row.refusal else Stay()

    def _read_chosen(self) -> Outcome:
        path = self._path.text.strip().strip("'\"")
        if path:
            self._path = Entry()
            return self._read(Path(path).expanduser())
        return self._read_row(self._rows[self._chosen]) if 0 <= self._chosen < len(self._rows) else Stay()

    def _write(self, entry: Entry) -> Outcome:
        self._path = entry
        return Stay()

    def _copy_path(self) -> Outcome:
        self._copy(str(self._model.out))
        self._copied = True
        return Stay()


def _row_note(row: LetterRow) -> str:
    return f"{row.note}. {row.refusal}" if row.refusal and row.refusal != row.note else row.note
