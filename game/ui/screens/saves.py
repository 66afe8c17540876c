"""Saved games: to open one, or to put this game down under a name. It touches no file; what it does is given to it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from pygame import Rect, Surface, transform

from game.match.save_file import SaveHeader
from game.match.saves import SaveEntry
from game.ui.attention import Tip
from game.ui.moments import Moment
from game.ui.painter import Painter
from game.ui.papers import desk
from game.ui.screen import Action, Canvas, Outcome, Pop, Push, Screen, Stay
from game.ui.screens.dialog import destroy
from game.ui.screens.sheets import sheet_under_head
from game.ui.session import AUTOSAVE
from game.ui.signs import emblem, mistake
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width, main_kind, page_head
from game.ui.widgets.field import Entry, text_field
from game.ui.widgets.focus import focus_frame, selection
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_Offer = tuple[str, str, str, Action | None, str | None]
"""Name, words and key of a button, what it does, and why it may not."""


class SavesScreen(Screen):
    """The list of saves. With `save` there is a line for a name, and choosing a save writes over it; without, it is opened.

    `entries` is asked when the screen opens and after something was saved or deleted; it never fails. `picture` gives what
    the desk looked like when a save was made, if that is known.
    """

    opening = (Moment.FOLDER,)

    def __init__(
        self, entries: Callable[[], Sequence[SaveEntry]], *, open: Callable[[SaveEntry], Outcome],
        delete: Callable[[SaveEntry], Outcome], save: Callable[[str], Outcome] | None = None, name: str = "",
        record: Callable[[SaveEntry], Outcome] | None = None, letters: Action | None = None,
        side: SideName = "center", leave: Action = Pop, picture: Callable[[Path], Surface | None] = lambda _save: None,
    ) -> None:  # fmt: skip
        self._entries, self._open, self._delete, self._save = entries, open, delete, save
        self._side: SideName = side
        self._leave, self._record, self._letters = leave, record, letters
        self._picture = picture
        self._pictures: dict[Path, Surface | None] = {}
        self._list = tuple(entries())
        self._chosen = 0 if self._list and save is None else -1
        self._name = Entry(name, len(name))
        self.first_focus = "name" if save is not None else "save.0"

    def back(self) -> Outcome:
        """One step back."""
        return self._leave()

    def compose(self, canvas: Canvas) -> None:
        """Head, the name to save under, the list, and what can be done with the one chosen."""
        _ = canvas.words
        canvas.panel(("desk", self._side), canvas.rect, lambda painter, rect: desk(painter, rect, self._side), opaque=True)
        page_head(canvas, _("Save game") if self._save is not None else _("Load game"), self._leave)
        inner = sheet_under_head(canvas, "saves sheet")
        used = self._draw_name(canvas, inner) if self._save is not None else 0
        foot = button_height(canvas) + canvas.px(18)
        self._draw_list(canvas, Rect(inner.x, inner.y + used, inner.w, inner.h - used - foot))
        self._draw_foot(canvas, Rect(inner.x, inner.bottom - button_height(canvas), inner.w, button_height(canvas)))

    # -- parts

    def _draw_name(self, canvas: Canvas, rect: Rect) -> int:
        _ = canvas.words
        high = max(button_height(canvas), canvas.line("body") + canvas.px(16))
        words = _("Save")
        wide = button_width(canvas, words)
        field = Rect(rect.x, rect.y, rect.w - wide - canvas.px(14), high)
        text_field(canvas, "name", field, _("Name of the save"), self._name, self._write, hint=_("A name for this game"), most=60)
        refusal = None if self._name.text.strip() else _("Write a name first.")
        action = partial(self._save_under, _)
        box = Rect(rect.right - wide, rect.y, wide, high)
        button(canvas, "save", box, words, action, kind=main_kind(self._side), key="return", refusal=refusal)
        return high + canvas.px(20)

    def _draw_list(self, canvas: Canvas, room: Rect) -> None:
        _ = canvas.words
        if not self._list:
            canvas.paragraph("body", _("Nothing has been saved yet."), room, "ink2")
            return
        width = room.w - bar_room(canvas)
        heights = [_row_height(canvas, entry, width) for entry in self._list]
        with scroll_area(canvas, "saves", room, sum(heights) + canvas.px(8)) as view:
            y = room.y + canvas.px(4) - view.offset
            for index, (entry, height) in enumerate(zip(self._list, heights, strict=True)):
                self._draw_row(canvas, index, entry, Rect(room.x, y, width, height))
                y += height

    def _draw_row(self, canvas: Canvas, index: int, entry: SaveEntry, box: Rect) -> None:
        _ = canvas.words
        act = partial(self._act, entry, _)
        tip = Tip(title_of(entry, _), _problem(entry, _)) if entry.problem else None
        look = canvas.hot(f"save.{index}", box, title_of(entry, _), partial(self._choose, index), double=act, tip=tip)
        if look.focused and self._save is None:
            self._chosen = index  # what the keyboard has come to is what its Enter opens
        chosen = index == self._chosen
        if chosen:
            selection(canvas, box)
        elif look.hovered:
            canvas.fill(box, "hover")
        pad = canvas.px(8)
        photo = _photo(canvas)
        mark = max(22, canvas.px(34))
        place = Rect(box.x + pad, box.y + pad, *photo)
        centre = place.center
        header = entry.header or entry.rescue
        picture = self._picture_of(entry)
        if picture is not None and not entry.problem:
            canvas.surface.blit(transform.smoothscale(picture, photo), place)
            canvas.frame(place, "ink", canvas.measure("rule"))
        elif entry.is_record:
            canvas.icon("notebook", centre, mark * 3 // 4)
        elif entry.problem:
            mistake(canvas, centre, mark * 3 // 4)
        elif header is not None and header.side in ("center", "circle"):
            emblem(canvas, "center" if header.side == "center" else "circle", centre, mark * 3 // 4)
        else:
            canvas.icon("linked-rings", centre, mark * 3 // 4)
        left = place.right + 2 * pad
        room = Rect(left, box.y + pad, box.right - left - pad, 0)
        canvas.text("body", title_of(entry, _), room.topleft, weight=700, width=room.w)
        ink = "ink" if chosen else "ink2"
        canvas.paragraph("small", line_of(entry, _), room.move(0, canvas.line("body")), ink)
        canvas.rule(box.x, box.right, box.bottom - 1)
        if look.focused:
            focus_frame(canvas, box.inflate(-4 * canvas.measure("focus"), -2 * canvas.measure("focus")))

    def _draw_foot(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        entry = self._list[self._chosen] if 0 <= self._chosen < len(self._list) else None
        x = rect.x
        if self._save is None:
            words = _("Open")
            refusal = _("Choose a save first.") if entry is None else None if openable(entry) else _problem(entry, _)
            place = Rect(x, rect.y, button_width(canvas, words, _("Enter")), rect.h)
            action = partial(self._act, entry, _) if entry is not None else Stay
            button(canvas, "open", place, words, action, kind=main_kind(self._side), key="return", refusal=refusal, show_key=True)
            x = place.right + canvas.px(14)
        words = _("Delete")
        place = Rect(x, rect.y, button_width(canvas, words, _("Del")), rect.h)
        refusal = _("Choose a save first.") if entry is None else None
        action = partial(self._ask_delete, entry, _) if entry is not None else Stay
        button(canvas, "delete", place, words, action, key="delete", refusal=refusal, show_key=True)
        x = place.right + canvas.px(14)
        back = _("Back")
        last = Rect(0, rect.y, button_width(canvas, back, _("Esc")), rect.h)
        last.right = rect.right
        for id_, words, key, more, why in self._more(entry, refusal, _):
            place = Rect(x, rect.y, button_width(canvas, words), rect.h)
            if more is not None and place.right + canvas.px(14) <= last.x:
                button(canvas, id_, place, words, more, key=key, refusal=why)
                x = place.right + canvas.px(14)
        button(canvas, "leave", last, back, self._leave, key="escape", show_key=True)

    def _more(self, entry: SaveEntry | None, refusal: str | None, _: Words) -> Iterator[_Offer]:
        """What else may be offered, where there is room for it."""
        if entry is not None and not openable(entry):
            refusal = _problem(entry, _)
        look = partial(self._record, entry) if self._record is not None and entry is not None else None
        yield "record", _("The record"), "r", look, refusal
        yield "letters", _("Letters"), "i", self._letters, None

    # -- what the player does

    def _choose(self, index: int) -> Outcome:
        """Chooses a save; where one saves, its name goes onto the line. Choosing it again opens it."""
        if index >= len(self._list):
            return Stay()  # it was deleted since the last picture
        again, self._chosen = self._chosen == index, index
        header = self._list[index].header
        if self._save is not None and header is not None:
            self._name = Entry(header.name, len(header.name))
        elif again and openable(self._list[index]):
            return self._open(self._list[index])
        return Stay()

    def _act(self, entry: SaveEntry, words: Words) -> Outcome:
        if self._save is not None:
            return self._save_under(words)
        return self._open(entry) if openable(entry) else Stay()

    def _write(self, entry: Entry) -> Outcome:
        self._name = entry
        return Stay()

    def _save_under(self, _: Words) -> Outcome:
        """Saves, and asks first where a save has that name already."""
        name = self._name.text.strip()
        if not name:
            return Stay()
        same = [entry for entry in self._list if entry.header is not None and entry.header.name == name]
        if not same:
            return self._saved(name)
        body = _("“{name}” is there already. It will be replaced; what it was is kept as a backup.", name=name)
        return Push(destroy(_, _("Write over this save?"), body, _("Write over it"), partial(self._saved, name)))

    def _saved(self, name: str) -> Outcome:
        outcome = self._save(name) if self._save is not None else Stay()
        self._look_again()
        named = (index for index, entry in enumerate(self._list) if entry.header is not None and entry.header.name == name)
        self._chosen = next(named, -1)
        return outcome

    def _ask_delete(self, entry: SaveEntry, _: Words) -> Outcome:
        body = _("{what} and its backups will be gone for good.", what=_identified(entry, _))
        return Push(destroy(_, _("Delete this save?"), body, _("Delete it"), partial(self._deleted, entry)))

    def _deleted(self, entry: SaveEntry) -> Outcome:
        outcome = self._delete(entry)
        self._look_again()
        return outcome

    def _picture_of(self, entry: SaveEntry) -> Surface | None:
        if entry.path not in self._pictures:
            self._pictures[entry.path] = self._picture(entry.path)
        return self._pictures[entry.path]

    def _look_again(self) -> None:
        self._pictures.clear()
        self._list = tuple(self._entries())
        self._chosen = min(self._chosen, len(self._list) - 1)


def openable(entry: SaveEntry) -> bool:
    """Whether a save can be opened, if need be by its backup."""
    return not entry.problem or entry.rescue is not None


def title_of(entry: SaveEntry, _: Words) -> str:
    """What a save is called; what the game saved by itself has no name but its own game and when in it."""
    header = entry.header or entry.rescue
    if header is None:
        return entry.path.name
    return _("{title}, {month}", title=header.title, month=_month(header, _)) if _by_itself(header) else header.name


def _by_itself(header: SaveHeader) -> bool:
    return header.name.startswith(AUTOSAVE)


def _month(header: SaveHeader, _: Words) -> str:
    return _.dated(header.day, "%B %Y", with_day=header.by_day)


def line_of(entry: SaveEntry, _: Words) -> str:
    """All that is known of a save, and what is wrong with it."""
    header = entry.header or entry.rescue
    parts = [_header_words(header, _)] if header is not None else []
    if entry.is_record:
        parts.append(_("A record, to look at turn by turn"))
    if entry.problem:
        parts.append(f"**{_problem(entry, _)}**")
    return "\n".join(parts)


def _identified(entry: SaveEntry, _: Words) -> str:
    """Which save it is, where its name does not say: its game, and when in it."""
    header, name = entry.header or entry.rescue, title_of(entry, _)
    if header is None:
        return f"“{name}”"
    if _by_itself(header):
        return _("“{name}” (turn {turn}, saved by itself)", name=name, turn=header.turn)
    when = {"month": _month(header, _), "turn": header.turn}
    return _("“{name}” ({title}, turn {turn}, {month})", name=name, title=header.title, **when)


def _header_words(header: SaveHeader, _: Words) -> str:
    side = {"center": _("Center"), "circle": _("Circle"), "both": _("two at one desk"), "watch": _("the computer plays")}
    saved = _.dated(header.saved.astimezone(), "%B %Y, %H:%M", with_day=True)
    named = not _by_itself(header)
    turn = _("{month}, turn {turn}", month=_month(header, _), turn=header.turn) if named else _("turn {turn}", turn=header.turn)
    parts = [
        header.title if named else "",
        turn[:1].upper() + turn[1:],
        side.get(header.side, header.side),
        _("by mail") if header.mail else "",
        _("with a PIN") if header.locked else "",
        _("the file is closed") if header.over else "",
        _("saved {when}", when=saved) if named else _("saved by itself {when}", when=saved),
    ]
    return " · ".join(part for part in parts if part)


def _problem(entry: SaveEntry, _: Words) -> str:
    if not entry.problem:
        return ""
    said = entry.problem[0].upper() + entry.problem[1:]
    if entry.rescue is not None:
        said += ". " + _("A backup from turn {turn} will be opened instead.", turn=entry.rescue.turn)
    return said


def _row_height(painter: Canvas, entry: SaveEntry, width: int) -> int:
    pad = painter.px(8)
    wide, high = _photo(painter)
    room = width - wide - 4 * pad
    words = painter.line("body") + painter.paragraph_height("small", line_of(entry, painter.words), room)
    return max(36, words + 2 * pad, high + 2 * pad)


def _photo(painter: Painter) -> tuple[int, int]:
    """The size of a save's picture in its row."""
    return painter.px(112), painter.px(63)
