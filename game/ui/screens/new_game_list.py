"""The scenarios as tabs of folders at the left edge; the chosen one is of the folder's colour and joins it."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.rules.nouns import Side
from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.papers import paper, shadow
from game.ui.presenters.new_game import ScenarioRow
from game.ui.screen import Canvas, Outcome
from game.ui.signs import emblem, mistake
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_GAP = 10


def draw_list(
    canvas: Canvas, rect: Rect, reach: int, rows: Sequence[ScenarioRow], chosen: int,
    pick: Callable[[int], Outcome], move: Callable[[int], Outcome],
) -> None:  # fmt: skip
    """All scenarios; the chosen one's tab goes on to `reach`, where the folder begins. One stop for the focus."""
    canvas.text("label", canvas.words("Scenarios"), (canvas.px(30), rect.y), "ivory2", width=rect.w - canvas.px(30))
    top = rect.y + canvas.line("label") + canvas.px(12)
    view_rect = Rect(0, top, reach, rect.bottom - top)
    width = rect.w - bar_room(canvas)
    heights = _tab_heights(canvas, width, rows, view_rect.h)
    content = sum(heights) + canvas.px(_GAP) * len(heights)

    def step(_dx: int, dy: int) -> Outcome | None:
        return move(dy) if dy else None

    with scroll_area(canvas, "scenarios view", view_rect, content, ink="ivory") as view:
        y = view_rect.y - view.offset
        look = canvas.hot("scenarios", view_rect, canvas.words("Scenarios"), arrow=step)
        for index, (row, high) in enumerate(zip(rows, heights, strict=True)):
            tab = Rect(0, y, reach if index == chosen and not view.furthest else width, high)
            _draw_tab(canvas, index, tab, width, row, index == chosen, pick)
            if look.focused and index == chosen:
                inset = 4 * canvas.measure("focus")
                focus_frame(canvas, Rect(0, y, width, high).inflate(-inset, -inset))
            y += high + canvas.px(_GAP)


def _words_at(painter: Painter, row: ScenarioRow) -> int:
    return painter.px(30) + (max(18, painter.px(26)) + painter.px(12) if row.errors else 0)


def _words_end(painter: Painter, width: int, row: ScenarioRow) -> int:
    """Where a tab's words end at the right: the emblems of the sides it was won with stand beyond."""
    return width - painter.px(14) - len(row.won) * _emblem_step(painter)


def _emblem_size(painter: Painter) -> int:
    return max(16, painter.px(22))


def _emblem_step(painter: Painter) -> int:
    return _emblem_size(painter) + max(6, painter.px(8))


def _tab_heights(painter: Painter, width: int, rows: Sequence[ScenarioRow], room: int) -> list[int]:
    """The heights of all tabs: a little less than usual where that lets all of them be seen at once."""
    words = [_words_height(painter, width, row) for row in rows]
    usual = [max(44, painter.px(88), high + painter.px(26)) for high in words]
    least = [max(44, high + painter.px(14)) for high in words]
    gaps = painter.px(_GAP) * len(rows)
    if sum(usual) + gaps <= room or sum(least) + gaps > room:
        return usual
    share = (room - gaps - sum(least)) / (sum(usual) - sum(least))
    return [low + int((high - low) * share) for low, high in zip(least, usual, strict=True)]


def _words_height(painter: Painter, width: int, row: ScenarioRow) -> int:
    room = _words_end(painter, width, row) - _words_at(painter, row)
    return painter.paragraph_height("h3", row.title, room) + painter.paragraph_height("small", row.note, room)


def _tip_words(row: ScenarioRow, _: Words) -> str:
    """What a tab's tip says beside its note."""
    if row.errors:
        return ". " + _("Click to see them.")
    return ". " + _("Won here as: {sides}.", sides=", ".join(row.won.values())) if row.won else ""


def _draw_tab(
    canvas: Canvas, index: int, rect: Rect, width: int, row: ScenarioRow, chosen: bool, pick: Callable[[int], Outcome]
) -> None:
    tip = Tip(row.title, row.note + _tip_words(row, canvas.words))
    look = canvas.hot(f"scenario.{index}", rect, row.title, partial(pick, index), tip=tip, focusable=False)
    shadow(canvas, rect, "s1")
    paper(canvas, rect, "manila" if chosen or look.hovered else "kraft")
    if chosen:
        canvas.fill(Rect(rect.x, rect.y, canvas.px(8), rect.h), "select")
        canvas.fill(Rect(rect.x + canvas.px(8), rect.y, max(2, canvas.px(2)), rect.h), "ink")
    left = _words_at(canvas, row)
    ink = "ink2" if row.errors else "ink"
    if row.errors:
        size = max(18, canvas.px(26))
        mistake(canvas, (canvas.px(30) + size // 2, rect.centery), size)
    room = _words_end(canvas, width, row) - left
    title = canvas.paragraph_height("h3", row.title, room)
    y = rect.centery - (title + canvas.paragraph_height("small", row.note, room)) // 2
    canvas.paragraph("h3", row.title, Rect(left, y, room, 0), ink)
    canvas.paragraph("small", row.note, Rect(left, y + title, room, 0))
    size, x = _emblem_size(canvas), _words_end(canvas, width, row)
    for side in row.won:
        x += _emblem_step(canvas)
        emblem(canvas, "center" if side is Side.CENTER else "circle", (x - size // 2, rect.centery), size)
