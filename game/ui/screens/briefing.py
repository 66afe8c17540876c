"""The briefing folder: a typed sheet with a small map under a clip, what is at stake, and who wins when."""

from collections.abc import Callable

from pygame import Rect

from game.rules.definitions import Catalogue
from game.ui.painter import Painter
from game.ui.papers import clip, shadow, shadow_margin, sheet
from game.ui.presenters.new_game import BriefingSheet, ScenarioRow
from game.ui.screen import Action, Canvas
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area

MapSlot = Callable[[Canvas, Rect, Catalogue], None]
"""Draws the map of a scenario, small, into a rect."""

_MAP_SHAPE = 0.4
_LEAST_FOR_MAP = 12
"""So many lines of text a sheet must be tall for a map to lie on it as well."""
_TITLES = (40, 34, 28, 22, 18)
"""Design pixels of a title: as most have it, and where a word has no room."""


def draw_folder(canvas: Canvas, rect: Rect) -> Rect:
    """The folder with its sheet, on which nothing is written yet; returns the sheet's inner part."""
    canvas.panel("briefing folder", rect, _paint_folder, margin=shadow_margin(canvas))
    return _sheet_rect(canvas, rect).inflate(-2 * canvas.px(34), -2 * canvas.px(26))


def _sheet_rect(painter: Painter, folder: Rect) -> Rect:
    return Rect(folder.x + painter.px(34), folder.y + painter.px(22), folder.w - painter.px(54), folder.h - painter.px(42))


def _paint_folder(painter: Painter, rect: Rect) -> None:
    sheet(painter, rect, "manila", "s2")
    sheet(painter, _sheet_rect(painter, rect), "form", "s1")


def draw_briefing(canvas: Canvas, rect: Rect, briefing: BriefingSheet, catalogue: Catalogue, draw_map: MapSlot | None) -> None:
    """The whole folder. The sheet's text scrolls where it is longer than the sheet."""
    inner = draw_folder(canvas, rect)
    if inner.h < canvas.line("body") * _LEAST_FOR_MAP:
        draw_map = None
    top = _draw_head(canvas, inner, briefing)
    foot = _wins_height(canvas, briefing, inner.w)
    pinned = foot < inner.h // 4
    end = inner.bottom - foot - canvas.px(24) if pinned else inner.bottom
    width = inner.w - (bar_room(canvas) if canvas.px(32) < bar_room(canvas) * 2 else 0)
    map_high = min(round(width * _MAP_SHAPE), inner.h // 3) if draw_map is not None else 0
    gap = canvas.px(20)
    text_high = _text_height(canvas, briefing.text, width)
    card_high = _card_height(canvas, briefing, width)
    wins_high = 0 if pinned else _wins_height(canvas, briefing, width) + gap
    content = gap + (map_high + 2 * gap if map_high else 0) + text_high + gap + card_high + gap + wins_high
    text_top = canvas.px(14) + map_high + 2 * gap if map_high else gap
    room = _whole_lines(canvas, briefing.text, width, text_top, end - top)
    view_rect = Rect(inner.x - canvas.px(16), top, inner.w + canvas.px(32), room)
    with scroll_area(canvas, f"briefing {catalogue.id}", view_rect, content) as view:
        y = view_rect.y - view.offset + gap
        if draw_map is not None:
            y += canvas.px(8)
            _draw_map(canvas, Rect(inner.x, y, width, map_high), catalogue, draw_map)
            y += map_high + gap + canvas.px(6)
        y += _draw_text(canvas, Rect(inner.x, y, width, 0), briefing.text) + gap
        _draw_card(canvas, Rect(inner.x, y, width, card_high), briefing)
        y += card_high + gap
        if not pinned:
            _draw_wins(canvas, Rect(inner.x, y, width, wins_high), briefing)
    if pinned:
        canvas.rule(inner.x, inner.right, end + canvas.px(10))
        _draw_wins(canvas, Rect(inner.x, inner.bottom - foot, inner.w, foot), briefing)


def _draw_head(canvas: Canvas, inner: Rect, briefing: BriefingSheet) -> int:
    """Title and date over a rule; returns where the rest begins."""
    date_wide = canvas.text_width("typed", briefing.date)
    beside = canvas.text_width("h1", briefing.title) + date_wide + canvas.px(24) <= inner.w
    room = inner.w - (date_wide + canvas.px(24) if beside else 0)
    size = _title_size(canvas, briefing.title, room)
    high = canvas.paragraph("h1", briefing.title, Rect(inner.x, inner.y, room, 0), size=size)
    if beside:
        canvas.text("typed", briefing.date, (inner.right, inner.y + canvas.line("h1") // 2), anchor="midright")
        y = inner.y + high
    else:
        y = inner.y + high
        y += canvas.paragraph("typed", briefing.date, Rect(inner.x, y, inner.w, 0))
    if briefing.subtitle:
        y += canvas.paragraph("small", briefing.subtitle, Rect(inner.x, y, inner.w, 0), "ink2", italic=True)
    y += canvas.px(8)
    canvas.rule(inner.x, inner.right, y, "ink", canvas.measure("rule"))
    return y + canvas.measure("rule")


def _title_size(painter: Painter, title: str, width: int) -> float:
    """The largest size in which each word of a title has room on a line; the least where none does."""
    fits = (size for size in _TITLES if all(painter.text_width("h1", word, size=size) <= width for word in title.split()))
    return next(fits, _TITLES[-1])


def _text_height(painter: Painter, text: str, width: int) -> int:
    parts = text.split("\n")
    return sum(painter.paragraph_height("body", part, width) for part in parts) + painter.px(10) * (len(parts) - 1)


def _whole_lines(painter: Painter, text: str, width: int, top: int, room: int) -> int:
    """So much of a height as ends with a whole line of a text that begins at `top`; all of it where that has an end."""
    y, line = top, painter.line("body")
    for part in text.split("\n"):
        bottom = y + painter.paragraph_height("body", part, width)
        if bottom > room > y:
            return y + (room - y) // line * line
        y = bottom + painter.px(10)
    return room


def _draw_text(painter: Painter, rect: Rect, text: str) -> int:
    """Paragraphs with a little room between them; returns their height."""
    y = rect.y
    for part in text.split("\n"):
        y += painter.paragraph("body", part, Rect(rect.x, y, rect.w, 0)) + painter.px(10)
    return y - painter.px(10) - rect.y


def _draw_map(canvas: Canvas, rect: Rect, catalogue: Catalogue, draw_map: MapSlot) -> None:
    """The map as a photograph held by a clip."""
    shadow(canvas, rect, "s1")
    canvas.fill(rect, "photo")
    inner = rect.inflate(-2 * canvas.px(7), -2 * canvas.px(7))
    with canvas.clip(inner):
        draw_map(canvas, inner, catalogue)
    clip(canvas, (rect.centerx, rect.y - canvas.px(26)), 62)


def _card_height(painter: Painter, briefing: BriefingSheet, width: int) -> int:
    high = painter.paragraph_height("small", briefing.card, width, italic=True) if briefing.card else 0
    return high + (painter.paragraph_height("typed", briefing.length, width) + painter.px(6) if briefing.length else 0)


def _draw_card(canvas: Canvas, rect: Rect, briefing: BriefingSheet) -> None:
    """What the scenario is about in a sentence, and how long it takes."""
    y = rect.y
    if briefing.card:
        y += canvas.paragraph("small", briefing.card, rect, "ink2", italic=True) + canvas.px(6)
    if briefing.length:
        canvas.paragraph("typed", briefing.length, Rect(rect.x, y, rect.w, 0))


def _wins_columns(painter: Painter, width: int) -> int:
    return 2 if width > painter.line("small") * 20 else 1


def _wins_height(painter: Painter, briefing: BriefingSheet, width: int) -> int:
    columns = _wins_columns(painter, width)
    room = (width - painter.px(30)) // 2 if columns == 2 else width
    heights = [
        painter.line("label") + painter.paragraph_height("small", words, room)
        for words in (briefing.center_wins, briefing.circle_wins)
    ]
    return max(heights) if columns == 2 else sum(heights) + painter.px(12)


def _draw_wins(canvas: Canvas, rect: Rect, briefing: BriefingSheet) -> None:
    _ = canvas.words
    columns = _wins_columns(canvas, rect.w)
    room = (rect.w - canvas.px(30)) // 2 if columns == 2 else rect.w
    x, y = rect.x, rect.y
    for head, words in ((_("Center wins"), briefing.center_wins), (_("Circle wins"), briefing.circle_wins)):
        canvas.text("label", head, (x, y), "ink2", width=room)
        high = canvas.line("label") + canvas.paragraph("small", words, Rect(x, y + canvas.line("label"), room, 0))
        if columns == 2:
            x += room + canvas.px(30)
        else:
            y += high + canvas.px(12)


def draw_faulty(canvas: Canvas, rect: Rect, row: ScenarioRow, show: Action) -> None:
    """In the place of the briefing of a scenario that cannot be opened."""
    _ = canvas.words
    inner = draw_folder(canvas, rect)
    y = inner.y + canvas.paragraph("h1", row.title, inner) + canvas.px(8)
    canvas.rule(inner.x, inner.right, y, "ink", canvas.measure("rule"))
    y += canvas.px(24)
    said = _("This scenario cannot be opened.") + (f" {row.note}." if row.errors else "")
    y += canvas.paragraph("body", said, Rect(inner.x, y, inner.w, 0)) + canvas.px(24)
    words = _("Show what is wrong")
    wide = min(inner.w, button_width(canvas, words))
    button(canvas, "show findings", Rect(inner.x, y, wide, button_height(canvas)), words, show)
