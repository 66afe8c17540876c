"""A chart over the moments of a game: curves on one scale, a marker at one moment, and the values there. The curves are
drawn once; the marker moves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame
from pygame import Rect

from game.ui.attention import Drag, Tip
from game.ui.map.lines import dashed
from game.ui.painter import Painter, Point
from game.ui.screen import Canvas, Outcome, Stay
from game.ui.widgets.focus import focus_frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One curve: whose colour and sign it has, its values, one for each moment, and a name for the legend. Curves of one side
    in one chart are told apart by their `dash`, so many design pixels on and so many off, or a whole line."""

    name: str
    colour: str
    values: tuple[float | None, ...]
    dash: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What a chart shows: curves on a scale from 0 to `most`, and what a value is read as, such as `40%`."""

    id: str
    title: str
    most: float
    lines: tuple[Line, ...]
    unit: str = ""
    about: str = ""

    def read(self, line: Line, moment: int) -> str:
        """The value of a line at a moment, counted from 1, as it is read."""
        value = line.values[moment - 1] if 1 <= moment <= len(line.values) else None
        return "–" if value is None else f"{round(value)}{self.unit}"


def chart_height(painter: Painter, plot: Plot) -> int:
    """The height a chart wants: its head, its legend where there are several curves, and the field of the curves."""
    return _head_height(painter, plot) + painter.px(90)


def paint_chart(painter: Painter, rect: Rect, plot: Plot) -> None:
    """A chart to be looked at only, with the values of the end."""
    field = _field(painter, rect, plot)
    _draw_head(painter, rect, plot, _count(plot))
    _paint(painter, field, plot)


def draw_chart(
    canvas: Canvas, rect: Rect, plot: Plot, moment: int, *, date: Callable[[int], str], go_to: Callable[[int], Outcome]
) -> None:
    """Draws a chart; a click or a drag on it goes to the moment beneath. `date` names a moment."""
    field, count = _field(canvas, rect, plot), _count(plot)

    def drag(moved: Drag) -> Outcome:
        wanted = moment_at(field, count, moved.at[0])
        return go_to(wanted) if wanted != moment else Stay()

    # by keyboard a tip reads the values; the pointer finds them in the head
    tip = Tip(f"{plot.title}, {date(moment)}", "\n".join((*_values(plot, moment), *((plot.about,) if plot.about else ()))))
    look = canvas.hot(f"chart.{plot.id}", rect, plot.title, drag=drag, tip=tip if canvas.attention.focus_shown else None)
    shown = moment
    if look.hovered and field.collidepoint(canvas.attention.pointer):
        shown = moment_at(field, count, canvas.attention.pointer[0])
    _draw_head(canvas, rect, plot, shown)
    margin = _scale_width(canvas) + 6
    canvas.panel(("chart", plot), field, lambda painter, box: _paint(painter, box, plot), margin=margin)
    if shown != moment:
        x = x_of(field, count, shown)
        canvas.fill(Rect(x, field.y, 1, field.h), "ink2")
        left = x < field.centerx
        at = (x + canvas.px(6) * (1 if left else -1), field.y + canvas.px(2))
        canvas.text("small", date(shown), at, "ink2", anchor="topleft" if left else "topright", halo="map.halo")
        _rings(canvas, field, plot, shown, count)
    _marker(canvas, field, x_of(field, count, moment))
    if look.focused:
        focus_frame(canvas, rect.inflate(-2 * canvas.measure("focus"), -2 * canvas.measure("focus")))


def _count(plot: Plot) -> int:
    """How many moments there are."""
    return max(len(line.values) for line in plot.lines)


def _scale_width(painter: Painter) -> int:
    """The room for the figures at the left, the same in all charts."""
    return painter.text_width("small", "100%") + painter.px(8)


def _field(painter: Painter, rect: Rect, plot: Plot) -> Rect:
    """Where the curves are, under the head and beside the scale."""
    top, left = rect.y + _head_height(painter, plot), rect.x + _scale_width(painter)
    return Rect(left, top, rect.right - painter.px(10) - left, max(painter.px(40), rect.bottom - painter.px(10) - top))


def moment_at(field: Rect, count: int, x: int) -> int:
    """The moment nearest to a pixel of the field."""
    if count < 2:
        return 1
    share = (x - field.x) / max(1, field.w - 1)
    return 1 + max(0, min(count - 1, round(share * (count - 1))))


def x_of(field: Rect, count: int, moment: int) -> int:
    """The pixel of a moment."""
    return field.x + round((moment - 1) * (field.w - 1) / max(1, count - 1))


def _values(plot: Plot, moment: int) -> Iterator[str]:
    for line in plot.lines:
        yield f"{line.name}: {plot.read(line, moment)}" if len(plot.lines) > 1 else plot.read(line, moment)


def _figure(plot: Plot, value: float) -> str:
    return f"{round(value)}{plot.unit}"


# Head and legend


def _head_height(painter: Painter, plot: Plot) -> int:
    lines = 1 + (len(plot.lines) if len(plot.lines) > 1 else 0)
    high = painter.line("number_small") if lines == 1 else painter.line("number_small") + (lines - 1) * painter.line("small")
    return high + painter.px(14)


def _draw_head(painter: Painter, rect: Rect, plot: Plot, moment: int) -> None:
    """The title and the value of one curve; of several the title over a line for each."""
    line = painter.line("number_small")
    middle = rect.y + line // 2
    if len(plot.lines) == 1:
        only = plot.lines[0]
        x, value = _sign(painter, (rect.x, middle), only), plot.read(only, moment)
        room = rect.right - x - painter.text_width("number_small", value) - painter.px(10)
        head = painter.text("choice", plot.title, (x, middle), anchor="midleft", width=room)
        painter.text("number_small", value, (head.right + painter.px(10), middle), only.colour, anchor="midleft")
        return
    painter.text("choice", plot.title, (rect.x, middle), anchor="midleft", width=rect.w)
    y = rect.y + line
    for each in plot.lines:
        _draw_key(painter, Rect(rect.x, y, rect.w, painter.line("small")), each, plot.read(each, moment))
        y += painter.line("small")


def _draw_key(painter: Painter, rect: Rect, line: Line, figure: str) -> None:
    """One line of the legend: sign, name, value."""
    left = _sign(painter, (rect.x, rect.centery), line)
    room = rect.right - left - painter.text_width("number_small", figure, size=16) - painter.px(12)
    name = painter.text("small", line.name, (left, rect.centery), "ink2", anchor="midleft", width=room)
    painter.text("number_small", figure, (name.right + painter.px(8), rect.centery), line.colour, anchor="midleft", size=16)


def _sign(painter: Painter, at: tuple[int, int], line: Line) -> int:
    """A short piece of a curve with its mark; returns where words may begin."""
    wide = painter.px(30)
    _stroke(painter, ((at[0], at[1]), (at[0] + wide, at[1])), line)
    _mark(painter, (at[0] + wide / 2, at[1]), line, painter.px(5))
    return at[0] + wide + painter.px(9)


# The field


def _paint(painter: Painter, rect: Rect, plot: Plot) -> None:
    """Three rules with their figures, and the curves."""
    for share in (0.0, 0.5, 1.0):
        y = rect.bottom - 1 - round(share * (rect.h - 1))
        painter.rule(rect.x, rect.right, y, "hairline" if share else "ink2")
    figures = (_figure(plot, plot.most), rect.y), ("0", rect.bottom - 1)
    for words, y in figures:
        painter.text("small", words, (rect.x - painter.px(6), y), "ink2", anchor="midright")
    for line in plot.lines:
        count = len(line.values)
        points = [_point(rect, count, plot, moment, value) for moment, value in enumerate(line.values, 1)]
        for start, end in pairwise(points):
            if start is not None and end is not None:
                _stroke(painter, (start, end), line)
        every = 1 if count <= 26 else 2 if count <= 60 else 4
        for index, point in enumerate(points):
            if point is not None and (index % every == 0 or index == count - 1):
                _mark(painter, point, line, painter.px(3.4))


def _point(rect: Rect, count: int, plot: Plot, moment: int, value: float | None) -> Point | None:
    if value is None:
        return None
    share = max(0.0, min(1.0, value / plot.most))
    return (x_of(rect, count, moment), rect.bottom - 1 - share * (rect.h - 1))


def _stroke(painter: Painter, points: Sequence[Point], line: Line) -> None:
    ink, wide = painter.colour(line.colour), max(2, painter.px(2.6))
    on, off = line.dash
    pieces = dashed(points, painter.px(on), painter.px(off)) if on else pairwise(points)
    for start, end in pieces:
        pygame.draw.aaline(painter.surface, ink, start, end, wide)


def _mark(painter: Painter, at: Point, line: Line, radius: int) -> None:
    """Square for the Center, round for the Circle, a slanted square for what belongs to neither."""
    x, y = round(at[0]), round(at[1])
    radius = max(3, radius)
    match line.colour:
        case "center":
            painter.fill(Rect(x - radius, y - radius, 2 * radius, 2 * radius), "center")
        case "circle":
            painter.disc((x, y), radius + 0.5, "circle")
        case _:
            painter.polygon(((x, y - radius - 1), (x + radius + 1, y), (x, y + radius + 1), (x - radius - 1, y)), line.colour)


def _rings(painter: Painter, field: Rect, plot: Plot, moment: int, count: int) -> None:
    """A ring about each value under the pointer."""
    for line in plot.lines:
        value = line.values[moment - 1] if moment <= len(line.values) else None
        point = _point(field, count, plot, moment, value)
        if point is not None:
            painter.ring(point, painter.px(7), "ink", max(1.6, painter.px(2)))


def _marker(painter: Painter, field: Rect, x: int) -> None:
    """The dashed line of the moment that is looked at."""
    dash, gap, wide = painter.px(5), painter.px(4), max(1, painter.px(1.6))
    for y in range(field.y - painter.px(4), field.bottom, dash + gap):
        painter.fill(Rect(x - wide // 2, y, wide, min(dash, field.bottom - y)), "ink")
