"""The strip of months under the map: where the Old Man lived, on which turns it hung, the years, and the marker that is
dragged along them; at its left the button that lets it run."""

from collections.abc import Callable
from dataclasses import dataclass

from pygame import Rect

from game.ui.attention import Drag, Tip
from game.ui.papers import sheet
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.screen import Action, Canvas, Outcome, Stay
from game.ui.widgets.chart import moment_at, x_of
from game.ui.widgets.focus import focus_frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The moment that is shown, whether it runs, and what moves it."""

    dossier: Dossier
    moment: int
    running: bool
    go_to: Callable[[int], Outcome]
    run: Action


def strip_height(canvas: Canvas) -> int:
    """The height the strip wants."""
    return canvas.line("label") + canvas.line("choice") + canvas.line("small") + canvas.px(58)


def draw_strip(canvas: Canvas, rect: Rect, strip: Strip) -> None:
    """Draws the strip."""
    canvas.panel("strip", rect, lambda painter, box: sheet(painter, box, "sheet", "s2"), margin=canvas.px(24))
    canvas.shield(rect)
    pad = canvas.px(14)
    size = max(40, canvas.px(48))
    play = Rect(rect.x + pad, rect.centery - size // 2, size, size)
    _draw_play(canvas, play, strip)
    line = Rect(play.right + pad + canvas.px(8), rect.y, 0, rect.h)
    line.w = rect.right - line.x - canvas.px(26)
    _draw_months(canvas, line, strip)


def _draw_play(canvas: Canvas, box: Rect, strip: Strip) -> None:
    _ = canvas.words
    words = _("Pause") if strip.running else _("Play")
    look = canvas.hot("play", box, words, strip.run, key="space", tip=Tip(words, _("Turn after turn, to the end.")))
    if look.hovered:
        canvas.fill(box, "hover")
    canvas.icon("pause-button" if strip.running else "play-button", box.center, round(box.w * 0.66))
    if look.focused:
        focus_frame(canvas, box)


def _draw_months(canvas: Canvas, rect: Rect, strip: Strip) -> None:
    dossier, count = strip.dossier, strip.dossier.last

    def drag(moved: Drag) -> Outcome:
        wanted = moment_at(rect, count, moved.at[0])
        return strip.go_to(wanted) if wanted != strip.moment else Stay()

    def step(dx: int, _dy: int) -> Outcome | None:
        return strip.go_to(strip.moment + dx) if dx else None

    def turn(_at: tuple[int, int], steps: int) -> Outcome:
        return strip.go_to(strip.moment - steps)

    _ = canvas.words
    tip = Tip(dossier.date(strip.moment), _("Arrows go from turn to turn, Home to the beginning, End to the end."))
    whole = rect.inflate(canvas.px(20), -canvas.px(8))
    look = canvas.hot("strip", whole, _("The months"), drag=drag, arrow=step, wheel=turn, tip=tip)
    top = rect.y + canvas.px(24)
    bar = Rect(rect.x, top, rect.w, canvas.line("label") + canvas.px(6))
    _draw_stays(canvas, bar, dossier)
    axis = rect.bottom - canvas.line("choice") - canvas.px(9)
    _draw_hinges(canvas, Rect(rect.x, bar.bottom, rect.w, axis - bar.bottom), dossier)
    _draw_axis(canvas, rect, axis, dossier)
    if look.hovered and canvas.attention.pressed != "strip":
        at = moment_at(rect, count, canvas.attention.pointer[0])
        canvas.fill(Rect(x_of(rect, count, at), bar.y, 1, axis - bar.y), "ink2")
    _draw_marker(canvas, rect, axis, x_of(rect, count, strip.moment))
    if look.focused:
        focus_frame(canvas, whole)


def _draw_stays(canvas: Canvas, rect: Rect, dossier: Dossier) -> None:
    """The Old Man's houses as bars; a name where it has room."""
    count = dossier.last
    for stay in dossier.stays:
        left, right = x_of(rect, count, stay.first), x_of(rect, count, min(stay.last + 1, count))
        box = Rect(left, rect.y, max(3, right - left - 2), rect.h)
        canvas.fill(box, "circle", 0.14)
        canvas.frame(box, "circle", max(1, canvas.px(2)))
        if canvas.text_width("label", stay.place) + canvas.px(10) <= box.w:
            canvas.text("label", stay.place, box.center, anchor="center")


def _draw_hinges(canvas: Canvas, rect: Rect, dossier: Dossier) -> None:
    """A square where it turned to the Center, a disc where it turned to the Circle."""
    size = max(9, canvas.px(11))
    for line in dossier.hinges:
        at = (x_of(rect, dossier.last, line.turn), rect.centery)
        if line.up:
            canvas.fill(Rect(at[0] - size // 2, at[1] - size // 2, size, size), "center")
        else:
            canvas.disc(at, size / 2 + 0.5, "circle")


def _draw_axis(canvas: Canvas, rect: Rect, y: int, dossier: Dossier) -> None:
    """A tick for each turn, a longer one with its figure where a year begins; months where there is room for them."""
    catalogue, count = dossier.chronicle.scenario.catalogue, dossier.last
    canvas.rule(rect.x, rect.right, y, "ink", max(1, canvas.px(2)))
    year, free = 0, rect.x - canvas.px(20)
    for moment in range(1, count):
        day, x = catalogue.first_day(moment), x_of(rect, count, moment)
        new = day.year != year
        year = day.year
        canvas.fill(Rect(x, y, max(1, canvas.px(1.5)), canvas.px(9 if new else 5)), "ink")
        words = str(year) if new else canvas.words.dated(day, "%b")
        role = "choice" if new else "small"
        if role == "small" and rect.w / count < canvas.text_width("small", "May") + canvas.px(14):
            continue
        left = max(rect.x - canvas.px(7), x - canvas.text_width(role, words) // 2)  # within the frame of the focus
        if left > free:
            ink = "ink" if new else "ink2"
            free = canvas.text(role, words, (left, y + canvas.px(7)), ink).right + canvas.px(6)


def _draw_marker(canvas: Canvas, rect: Rect, axis: int, x: int) -> None:
    """The one yellow thing: a slip over the months with its stroke of ink."""
    wide, top = canvas.px(11), rect.y + canvas.px(6)
    canvas.fill(Rect(x - max(1, canvas.px(1.5)), top, max(3, canvas.px(3)), axis - top + canvas.px(6)), "ink")
    body = (
        (x - wide, top),
        (x + wide, top),
        (x + wide, top + canvas.px(10)),
        (x, top + canvas.px(20)),
        (x - wide, top + canvas.px(10)),
    )
    middle = top + canvas.px(9)
    rim = tuple((x + (px - x) * 1.28, middle + (py - middle) * 1.28) for px, py in body)
    canvas.polygon(rim, "ink")
    canvas.polygon(body, "select")
