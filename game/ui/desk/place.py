"""A place on the right column's sheet: what it is, the house if the Old Man lives there, who is known to be here."""

from collections.abc import Callable
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.look_up import draw_look_up, look_up_size
from game.ui.painter import Painter
from game.ui.papers import head_rule
from game.ui.presenters.places import PlaceSheet
from game.ui.screen import Action, Canvas, Outcome
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area


def draw_place(
    canvas: Canvas, room: Rect, sheet: PlaceSheet, choose: Callable[[str], Outcome], look_up: Action | None = None
) -> None:
    """A place's sheet: what it is, the country's mood, who is known to be here. `look_up` opens it in the archive."""
    width = room.w - bar_room(canvas)
    line = max(36, canvas.line("small") + canvas.px(12))
    note = canvas.paragraph_height("small", sheet.note, width)
    content = canvas.line("h2") + note + (len(sheet.facts) + max(1, len(sheet.people))) * line + canvas.line("h3") + canvas.px(60)
    content += _house_height(canvas, sheet, width)
    with scroll_area(canvas, f"place.{sheet.id}", room, content) as view:
        y = room.y - view.offset
        title = Rect(room.x, y, width, canvas.line("h2"))
        canvas.text("h2", sheet.name, title.topleft, width=width - look_up_size(canvas) - canvas.px(8))
        draw_look_up(canvas, title, (title.right, title.y + look_up_size(canvas)), sheet.name, look_up)
        y += canvas.line("h2")
        canvas.text("small", sheet.kind, (room.x, y), "ink2", italic=True, width=width)
        y += canvas.line("small") + canvas.px(8)
        y += canvas.paragraph("small", sheet.note, Rect(room.x, y, width, 0)) + canvas.px(8)
        for index, (name, words) in enumerate(sheet.facts):
            fact = Rect(room.x, y, width, canvas.line("small") + canvas.px(4))
            canvas.hot(f"fact.said.{index}", fact, name, focusable=False)
            canvas.text("small", name, (room.x, y), "ink2")
            canvas.text("number_small", words, (room.x + width, y), anchor="topright")
            canvas.rule(room.x, room.x + width, y + canvas.line("small") + canvas.px(3))
            y += canvas.line("small") + canvas.px(8)
        y += _draw_house(canvas, Rect(room.x, y, width, 0), sheet)
        y += canvas.px(10)
        y += head_rule(canvas, Rect(room.x, y, width, 0), canvas.words("Known to be here"))
        if not sheet.people:
            canvas.text("body", canvas.words("nobody"), (room.x + canvas.px(6), y + line // 2), "ink2", anchor="midleft", italic=True)
        for person in sheet.people:
            box = Rect(room.x, y, width, line)
            look = canvas.hot(
                f"here.{person.id}", box, person.name, partial(choose, person.id), tip=Tip(person.name, person.note)
            )
            if look.hovered:
                canvas.fill(box, "hover")
            name_box = canvas.text(
                "body", person.name, (box.x + canvas.px(6), box.centery), anchor="midleft", width=width * 2 // 3
            )
            canvas.text(
                "small",
                person.note,
                (box.right, box.centery),
                "ink2",
                anchor="midright",
                width=box.right - name_box.right - canvas.px(10),
            )
            if look.focused:
                focus_frame(canvas, box)
            y += line


def _house_height(painter: Painter, sheet: PlaceSheet, width: int) -> int:
    if not sheet.house:
        return 0
    label = _house_label(painter, sheet)
    words = sum(painter.paragraph_height("small", words, width - label) + painter.px(4) for _name, words in sheet.house)
    return painter.line("h3") + painter.px(26) + words


def _house_label(painter: Painter, sheet: PlaceSheet) -> int:
    return max(painter.text_width("label", name) for name, _words in sheet.house) + painter.px(14)


def _draw_house(canvas: Canvas, rect: Rect, sheet: PlaceSheet) -> int:
    """What is known of the house, if he lives here; returns the height it took."""
    if not sheet.house:
        return 0
    label, y = _house_label(canvas, sheet), rect.y + canvas.px(10)
    y += head_rule(canvas, Rect(rect.x, y, rect.w, 0), canvas.words("The house")) + canvas.px(6)
    for name, words in sheet.house:
        canvas.text("label", name, (rect.x, y + canvas.px(2)), "ink2")
        y += canvas.paragraph("small", words, Rect(rect.x + label, y, rect.w - label, 0)) + canvas.px(4)
    return _house_height(canvas, sheet, rect.w)
