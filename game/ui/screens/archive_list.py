"""The list at the left of the archive: a field to search in, and a row for each entry."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.rulebook.pages import Page as Paragraph
from game.ui.attention import Tip
from game.ui.desk.faces import Faces, picture
from game.ui.painter import Painter
from game.ui.papers import head_rule
from game.ui.presenters.archive.entry import Link
from game.ui.presenters.archive.index import Camp, IndexRow
from game.ui.presenters.archive.refs import Ref
from game.ui.screen import BLEED, Action, Canvas, Outcome
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.focus import focus_frame, selection
from game.ui.widgets.rows import RowWords, list_row
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.widgets.search import Search

VIEW = "archive list"


def draw_index(
    canvas: Canvas, rect: Rect, faces: Faces, rows: Sequence[IndexRow], here: Ref, search: Search, *,
    choose: Callable[[Ref], Outcome], step: Callable[[Ref], Outcome], reveal: Ref | None,
    sealed: int = 0,
) -> None:  # fmt: skip
    """The whole list. The focus stops once in it, on the open row; up and down go from there, Home and End to the ends.
    `reveal` is to be in sight; `sealed` is how many more there are that a game keeps shut."""
    _ = canvas.words
    inner = rect.inflate(-2 * canvas.px(16), -2 * canvas.px(16))
    high = max(36, canvas.line("body") + canvas.px(14))
    hint = _.plural("Search {count} entry", "Search {count} entries", len(rows))
    field = Rect(inner.x, inner.y, inner.w, high)
    search.draw(canvas, field, _("Search the archive"), hint)
    room = Rect(inner.x, field.bottom + canvas.px(10), inner.w, inner.bottom - field.bottom - canvas.px(10))
    if not rows:
        canvas.paragraph("body", _("Nothing here. The tabs say where the search finds something."), room, "ink2")
        return
    each = _row_height(canvas)
    places = {row.ref: index for index, row in enumerate(rows)}
    if reveal in places:
        _bring_into_sight(canvas, room, places[reveal] * each, each, each * len(rows))
    open_row = places.get(here, 0)
    more = _.plural("{count} more is sealed until the verdict.", "{count} more are sealed until the verdict.", sealed)
    foot = canvas.paragraph_height("small", more, room.w - bar_room(canvas), italic=True) + canvas.px(16) if sealed else 0
    with scroll_area(canvas, VIEW, room, each * len(rows) + foot) as view:
        for index, row in enumerate(rows):
            box = Rect(room.x, room.y - view.offset + index * each, room.w - bar_room(canvas), each)
            if index == open_row or box.colliderect(room):
                arrow = partial(_arrow, rows, index, step) if index == open_row else None
                ends = partial(_to_end, rows, step) if index == open_row else None
                _draw_row(canvas, box, faces, row, choose, arrow, ends, chosen=row.ref == here)
        if sealed:
            end = Rect(room.x, room.y - view.offset + each * len(rows) + canvas.px(8), room.w - bar_room(canvas), 0)
            canvas.paragraph("small", more, end, "ink2", italic=True)


def draw_rules(canvas: Canvas, rect: Rect, hits: Sequence[tuple[Paragraph, Action]]) -> Rect:
    """At the foot of the list's card the paragraphs of the rulebook that answer to the search; returns the room above them."""
    if not hits:
        return rect
    _ = canvas.words
    each, pad = max(36, canvas.line("body") + canvas.px(10)), canvas.px(16)
    head = canvas.line("h3") + canvas.px(14)
    foot = Rect(rect.x + pad, 0, rect.w - 2 * pad, head + each * len(hits))
    foot.bottom = rect.bottom - pad
    head_rule(canvas, foot, _("In the rulebook"))
    for index, (page, action) in enumerate(hits):
        box = Rect(foot.x, foot.y + head + index * each, foot.w, each)
        words = RowWords(page.title, page.number)
        inside = box.inflate(-2 * canvas.px(BLEED), 0)
        list_row(canvas, f"rule.{page.label}", inside, words, action, tip=Tip(page.title, page.chapter))
    return Rect(rect.x, rect.y, rect.w, foot.y - rect.y)


def _arrow(rows: Sequence[IndexRow], index: int, step: Callable[[Ref], Outcome], dx: int, dy: int) -> Outcome | None:
    if dx or not 0 <= index + dy < len(rows):
        return None
    return step(rows[index + dy].ref)


def _to_end(rows: Sequence[IndexRow], step: Callable[[Ref], Outcome], which: int) -> Outcome:
    return step(rows[-1 if which > 0 else 0].ref)


def _bring_into_sight(canvas: Canvas, room: Rect, top: int, high: int, content: int) -> None:
    """Scrolls the list as little as needed, as the focus would."""
    now = canvas.attention.scroll.get(VIEW, 0)
    wanted = min(max(now, top + 2 * high - room.h), max(0, top - high))
    canvas.attention.scroll[VIEW] = max(0, min(wanted, content - room.h))


def _row_height(painter: Painter) -> int:
    return max(40, painter.px(58), painter.line("body") + painter.line("small") + painter.px(10))


def _draw_row(
    canvas: Canvas, box: Rect, faces: Faces, row: IndexRow, choose: Callable[[Ref], Outcome],
    arrow: Callable[[int, int], Outcome | None] | None, ends: Callable[[int], Outcome] | None, *, chosen: bool,
) -> None:  # fmt: skip
    _ = canvas.words
    tip = Tip(row.title, _("Sealed until the verdict.") if row.shut else row.note)
    id_ = f"row.{row.ref.kind}.{row.ref.id}" if arrow is None else "chosen"
    look = canvas.hot(id_, box, row.title, partial(choose, row.ref), tip=tip, arrow=arrow, focusable=arrow is not None, ends=ends)
    if chosen:
        selection(canvas, box)
    elif look.hovered:
        canvas.fill(box, "hover")
    left, right = box.x + canvas.px(8), box.right - canvas.px(8)
    if row.portrait:
        photo = Rect(left, 0, canvas.px(36), canvas.px(45))
        photo.centery = box.centery
        picture(canvas, faces, photo, row.portrait, side_of(row.camp))
        left = photo.right + canvas.px(10)
    draw_mark(canvas, row, (right, box.centery))
    right -= mark_room(canvas, row)
    total = canvas.line("body") + (canvas.line("small") if row.note else 0)
    y = box.centery - total // 2
    canvas.text("body", row.title, (left, y), width=right - left, weight=700 if row.ref.kind == "people" else None)
    if row.note:
        canvas.text("small", row.note, (left, y + canvas.line("body")), "ink2", width=right - left)
    canvas.rule(box.x, box.right, box.bottom - 1)
    if look.focused:
        focus_frame(canvas, box.inflate(-4 * canvas.measure("focus"), -2 * canvas.measure("focus")))


def side_of(camp: Camp) -> SideName | None:
    """The side whose somebody is, if of either."""
    return camp if camp in ("center", "circle") else None


def mark_room(painter: Painter, entry: IndexRow | Link) -> int:
    """The room of the mark at the end of an entry's line; none where it bears none."""
    return _mark_size(painter) + painter.px(8) if entry.shut or entry.camp else 0


def draw_mark(canvas: Canvas, entry: IndexRow | Link, at: tuple[int, int]) -> None:
    """The seal of an entry that a game keeps shut, or the sign of a side; `at` is the middle of its right edge."""
    size, (right, middle) = _mark_size(canvas), at
    if entry.shut:
        canvas.icon("padlock", (right - size / 2, middle), size, "ink2")
    elif entry.camp:
        _draw_camp(canvas, entry.camp, (right - size // 2, middle), size)


def _mark_size(painter: Painter) -> int:
    return max(18, painter.px(18))


def _draw_camp(painter: Painter, camp: Camp, centre: tuple[int, int], size: int) -> None:
    """The sign of a side, or a lozenge for whoever is of neither."""
    if camp == "host":
        x, y, reach = *centre, size / 2
        painter.polygon(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), "ink2")
    elif camp:
        emblem(painter, camp, centre, size)
