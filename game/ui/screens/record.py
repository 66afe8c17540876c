"""The record of a game, turn by turn, in words. It shows only the sides whose secrets the story it is given may tell."""

from collections.abc import Sequence
from functools import partial

from pygame import Rect

from game.match.story import Chapter, Part, Story
from game.rules.nouns import Side
from game.ui.moments import Moment
from game.ui.papers import desk
from game.ui.screen import Action, Canvas, KeyBinding, Outcome, Pop, Screen, Stay
from game.ui.screens.sheets import sheet_under_head
from game.ui.signs import emblem, warning
from game.ui.widgets.buttons import button, button_height, button_width, page_head
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words


class RecordScreen(Screen):
    """One turn to a page; the arrows turn the pages."""

    first_focus = "after"
    opening = (Moment.FOLDER,)

    def __init__(self, story: Story, leave: Action = Pop) -> None:
        self._story, self._leave = story, leave
        self._index = 0

    @property
    def page(self) -> object:
        """The turn."""
        return self._index

    def back(self) -> Outcome:
        """One step back."""
        return self._leave()

    def keys(self, words: Words) -> tuple[KeyBinding, ...]:
        """The first and the last turn."""
        return (
            KeyBinding(key="home", name=words("First turn"), action=lambda: self._turn_to(0)),
            KeyBinding(key="end", name=words("Last turn"), action=lambda: self._turn_to(len(self._story.chapters) - 1)),
        )

    def _turn_to(self, index: int) -> Outcome:
        if 0 <= index < len(self._story.chapters) and index != self._index:
            self._index = index
            return Stay(heard=Moment.PAGE)
        return Stay()

    def compose(self, canvas: Canvas) -> None:
        """The head, a strip that says what to mind, the turn on its sheet, and the way through the turns."""
        _ = canvas.words
        canvas.panel("record desk", canvas.rect, lambda painter, rect: desk(painter, rect, "center"), opaque=True)
        page_head(canvas, _("The record"), self._leave)
        inner = sheet_under_head(canvas, "record sheet", 1180)
        y = inner.y + self._draw_head(canvas, inner)
        foot = button_height(canvas)
        self._draw_turn(canvas, Rect(inner.x, y, inner.w, inner.bottom - foot - canvas.px(14) - y))
        self._draw_foot(canvas, Rect(inner.x, inner.bottom - foot, inner.w, foot))

    def _draw_head(self, canvas: Canvas, inner: Rect) -> int:
        """Title and subtitle, and beneath them that the rules differ, or how it ended; returns the height."""
        story = self._story
        used = canvas.paragraph("h2", f"{story.title} · {story.subtitle}" if story.subtitle else story.title, inner)
        if story.differs:
            mark = canvas.px(34)
            warning(canvas, (inner.x + mark // 2, inner.y + used + canvas.line("body") // 2), max(18, canvas.px(24)))
            words = Rect(inner.x + mark, inner.y + used, inner.w - mark, 0)
            used += canvas.paragraph("body", story.differs, words, weight=600)
        if story.end:
            used += canvas.paragraph("small", story.end, Rect(inner.x, inner.y + used, inner.w, 0), "ink2")
        used += canvas.px(8)
        canvas.rule(inner.x, inner.right, inner.y + used, "ink", canvas.measure("rule"))
        return used + canvas.px(10)

    def _draw_turn(self, canvas: Canvas, room: Rect) -> None:
        _ = canvas.words
        story = self._story
        if not story.sides:
            said = _("Two play this at one desk, and it is not over. Nothing is told of it before the verdict.")
            canvas.paragraph("body", said, room, "ink2")
            return
        if not story.chapters:
            canvas.paragraph("body", _("No turn has been played yet."), room, "ink2")
            return
        chapter = story.chapters[self._index]
        head = canvas.paragraph("h3", _title(chapter, _), room) + canvas.px(6)
        room = Rect(room.x, room.y + head, room.w, room.h - head)
        gap = canvas.px(36)
        columns = len(story.sides) if room.w > canvas.line("body") * 24 else 1
        width = (room.w - bar_room(canvas) - gap * (columns - 1)) // columns
        blocks = [[part for part in chapter.parts if part.side is side] for side in story.sides]
        heights = [_side_height(canvas, parts, width) for parts in blocks]
        content = max(heights) if columns > 1 else sum(heights)
        with scroll_area(canvas, f"turn {self._index}", room, content) as view:
            x, y = room.x, room.y - view.offset
            for side, parts, height in zip(story.sides, blocks, heights, strict=True):
                _draw_side(canvas, side, parts, Rect(x, y, width, height))
                x, y = (x + width + gap, y) if columns > 1 else (x, y + height)

    def _draw_foot(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        x, last = rect.x, len(self._story.chapters) - 1
        ways = (("before", _("Turn before"), "left", self._index - 1), ("after", _("Turn after"), "right", self._index + 1))
        for id_, words, key, to in ways:
            place = Rect(x, rect.y, button_width(canvas, words), rect.h)
            refusal = None if 0 <= to <= last and self._story.sides else _("There is no other turn there.")
            button(canvas, id_, place, words, partial(self._turn_to, to), key=key, refusal=refusal)
            x = place.right + canvas.px(14)
        words = _("Back")
        place = Rect(0, rect.y, button_width(canvas, words, _("Esc")), rect.h)
        place.right = rect.right
        button(canvas, "leave", place, words, self._leave, key="escape", show_key=True)


def _title(chapter: Chapter, _: Words) -> str:
    if chapter.day is None:
        return _("Turn {turn}", turn=chapter.turn)
    return _("Turn {turn}, from {day}", turn=chapter.turn, day=_.dated(chapter.day, "%B %Y", with_day=True))


def _heading(part: Part, _: Words) -> str:
    return {"dispatches": _("First news"), "orders": _("Orders"), "telegrams": _("Telegrams")}.get(part.kind, part.kind)


def _side_height(painter: Canvas, parts: Sequence[Part], width: int) -> int:
    high = painter.line("h3") + painter.px(14)
    for part in parts:
        high += painter.line("label") + painter.px(6)
        high += sum(painter.paragraph_height("body", f"– {line}", width) + painter.px(4) for line in part.lines) + painter.px(10)
    return high


def _draw_side(canvas: Canvas, side: Side, parts: Sequence[Part], box: Rect) -> None:
    called = parts[0].called if parts else side.value.capitalize()
    mark = canvas.line("h3")
    emblem(canvas, "center" if side is Side.CENTER else "circle", (box.x + mark // 2, box.y + mark // 2), mark * 3 // 4)
    canvas.text("h3", called, (box.x + mark + canvas.px(8), box.y), width=box.w - mark - canvas.px(8))
    y = box.y + canvas.line("h3") + canvas.px(14)
    for part in parts:
        canvas.text("label", _heading(part, canvas.words), (box.x, y), "ink2", width=box.w)
        y += canvas.line("label") + canvas.px(6)
        for line in part.lines:
            y += canvas.paragraph("body", f"– {line}", Rect(box.x, y, box.w, 0)) + canvas.px(4)
        y += canvas.px(10)
