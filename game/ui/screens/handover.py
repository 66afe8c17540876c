"""Two at one desk: the desk is covered until the next side holds the lock. Nothing of either side is on it."""

from dataclasses import dataclass
from math import cos, pi, sin

from pygame import BLEND_RGBA_MULT, SRCALPHA, Rect, Surface, draw

from game.ui.moments import Moment, Scene
from game.ui.painter import Painter, Point
from game.ui.papers import DESKS, folder, paper, stamp, vignette
from game.ui.screen import Action, Canvas, Outcome, Screen
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

HOLD_MS = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What may be seen by both: who comes next, the month, whether the other side has sealed already, and a `notice`, such
    as that a desk was opened without its PIN."""

    next_side: SideName
    next_name: str
    other_name: str
    month: str
    note: str
    sealed: bool
    notice: str = ""


class HandoverScreen(Screen):
    """The covered desk. `lift` is done once the lock was held; Esc leads to the menu."""

    first_focus = "lock"
    scene = Scene.COVERED
    opening = (Moment.FOLDER,)
    fades = False  # what the other side may not see is gone at once

    def __init__(self, model: Handover, *, lift: Action, menu: Action) -> None:
        self._model, self._lift, self._menu = model, lift, menu

    def back(self) -> Outcome:
        """Esc opens the menu: there is no way back under the cover."""
        return self._menu()

    @property
    def _other(self) -> SideName:
        return "circle" if self._model.next_side == "center" else "center"

    def compose(self, canvas: Canvas) -> None:
        """The desk that is left at the left, the one that is next at the right, and the lock between them."""
        model = self._model
        words = canvas.words
        canvas.panel(
            ("handover", model), canvas.rect, lambda painter, rect: _still(painter, rect, model, self._other), opaque=True
        )
        room = canvas.rect
        box = Rect(round(room.w * 0.063), round(room.h * 0.27), round(room.w * 0.345), round(room.h * 0.47))
        key = ("orders of the month", model)
        canvas.panel(
            key, box, lambda painter, rect: _envelope(painter, rect, model, self._other, words), margin=canvas.px(60), tilt=-2.5
        )
        self._draw_words(canvas, _right_side(canvas))

    def _draw_words(self, canvas: Canvas, room: Rect) -> None:
        _ = canvas.words
        model = self._model
        headline = _("Pass the desk\nto the {side}", side=model.next_name)
        said = _("Nothing secret is on the screen.")
        if model.sealed:
            said = _("The {side}'s orders are sealed. {side}, please look away.", side=model.other_name) + " " + said
        if model.notice:
            said = f"**{model.notice}** {said}"
        lock = max(60, canvas.px(96))
        size = _largest(canvas, headline, said, room, lock)
        mark = canvas.px(60)
        heights = (
            mark + canvas.px(24),
            canvas.paragraph_height("banner", headline, room.w, size=size) + canvas.px(18),
            canvas.paragraph_height("body", said, room.w) + canvas.px(32),
        )
        y = room.y + max(0, (room.h - sum(heights) - lock) // 2)
        emblem(canvas, model.next_side, (room.x + mark // 2, y + mark // 2), mark)
        at = (room.x + mark + canvas.px(20), y + mark // 2)
        canvas.text("h3", _("Next at the desk"), at, "ivory2", anchor="midleft", width=room.right - at[0])
        y += heights[0]
        canvas.paragraph("banner", headline, Rect(room.x, y, room.w, 0), "ivory", size=size)
        y += heights[1]
        canvas.paragraph("body", said, Rect(room.x, y, room.w, 0), "ivory")
        y += heights[2]
        self._draw_lock(canvas, Rect(room.x, y, room.w, lock))

    def _draw_lock(self, canvas: Canvas, room: Rect) -> None:
        """The one thing that can be touched: its ring fills while it is held."""
        _ = canvas.words
        box = Rect(room.x, room.y, room.h, room.h)
        words = _("Hold Space to open")
        look = canvas.hot("lock", box, words, self._lift, key="space return", hold=HOLD_MS)
        radius = box.w / 2
        canvas.disc(box.center, radius, "ivory2", 0.45 if not look.hovered else 0.7)
        if look.held > 0:
            canvas.arc(box.center, radius, "select", radius * 0.17, 0.0, look.held)
        canvas.disc(box.center, radius * 0.83, self._model.next_side)
        _padlock(canvas, box.center, radius * 0.8)
        if look.focused:
            focus_frame(canvas, box)
        left = box.right + canvas.px(28)
        wide = room.right - left
        high = canvas.paragraph_height("h3", words, wide)
        note = _("or hold the mouse button on the lock")
        top = box.centery - (high + canvas.paragraph_height("small", note, wide)) // 2
        canvas.paragraph("h3", words, Rect(left, top, wide, 0), "ivory")
        canvas.paragraph("small", note, Rect(left, top + high, wide, 0), "ivory2")


def _right_side(painter: Painter) -> Rect:
    """The room for words on the next side's desk."""
    left = round(painter.rect.w * 0.565)
    return Rect(left, painter.px(40), painter.rect.w - left - painter.px(48), painter.rect.h - 2 * painter.px(40))


def _largest(painter: Painter, headline: str, said: str, room: Rect, lock: int) -> float:
    """The largest size in which the headline leaves room for the rest and breaks no word."""
    rest = painter.px(60 + 24 + 18 + 32) + lock + painter.paragraph_height("body", said, room.w)
    for size in (82.0, 68.0, 56.0, 46.0, 38.0, 32.0):
        widest = max(painter.text_width("banner", word, size=size) for word in headline.split())
        if widest <= room.w and painter.paragraph_height("banner", headline, room.w, size=size) + rest <= room.h:
            return size
    return 26.0


def _still(painter: Painter, rect: Rect, model: Handover, other: SideName) -> None:
    """All that never moves: both desks, and the date."""
    paper(painter, rect, DESKS[other])
    edge = [(rect.w * 0.552, 0.0), (float(rect.w), 0.0), (float(rect.w), float(rect.h)), (rect.w * 0.405, float(rect.h))]
    _cover(painter, rect, edge, DESKS[model.next_side])
    vignette(painter, rect, 0.3)
    size = painter.px(34)
    emblem(painter, model.next_side if not model.sealed else other, (painter.px(46), painter.px(46)), size)
    left = painter.px(80)
    width = round(rect.w * 0.44) - left
    middle = max(painter.px(46), painter.line("h3") + painter.px(8))
    painter.text("h3", model.month, (left, middle), "ivory", anchor="bottomleft", weight=600, width=width)
    painter.text("small", model.note, (left, middle + painter.px(2)), "ivory2", width=width)


def _cover(painter: Painter, rect: Rect, edge: list[Point], name: str) -> None:
    """The other desk, laid slantwise over the first."""
    dark = [(x - painter.px(16), y) for x, y in edge[:1]] + edge[1:3] + [(edge[3][0] - painter.px(16), edge[3][1])]
    painter.polygon(dark, "ink", 0.45)
    cloth = Painter(Surface(rect.size, SRCALPHA), painter.studio)
    paper(cloth, cloth.rect, name)
    mask = Surface(rect.size, SRCALPHA)
    draw.polygon(mask, "white", edge)
    cloth.surface.blit(mask, (0, 0), special_flags=BLEND_RGBA_MULT)
    painter.surface.blit(cloth.surface, rect)


def _envelope(painter: Painter, box: Rect, model: Handover, other: SideName, _: Words) -> None:
    """A folder tied with string; sealed if the other side's orders lie in it."""
    folder(painter, box, model.month, "left")
    pad = painter.px(34)
    size = 34 / max(1.0, painter.theme.text)
    title = Rect(box.x + pad, box.y + pad, box.w * 48 // 100 - pad, 0)
    used = painter.paragraph("h2", _("Orders of the month"), title, size=size)
    painter.text(
        "body", model.other_name if model.sealed else "", (title.x, title.y + used + painter.px(4)), "ink2", width=title.w
    )
    knot = (box.x + box.w * 0.53, box.y + box.h * 0.6)
    thick = max(2.0, painter.px(5))
    upright = ((knot[0] - painter.px(6), box.y), (knot[0] + painter.px(4), box.bottom))
    level = ((box.x, knot[1] + painter.px(8)), (box.right, knot[1] - painter.px(10)))
    for string in (upright, level):
        painter.stroke([(x + 2, y + 3) for x, y in string], "ink", thick, 0.3)
        painter.stroke(string, other if model.sealed else "ink2", thick)
    if model.sealed:
        _wax(painter, knot, painter.px(58), other)
        stamp(painter, (box.right - painter.px(128), box.bottom - painter.px(56)), _("Sealed"), other, tilt=-7, size=34)


def _wax(painter: Painter, centre: Point, radius: float, side: SideName) -> None:
    """A seal of wax with the side's sign pressed into it."""
    rim = []
    for step in range(72):
        angle, far = step * pi / 36, radius * (1 + 0.03 * sin(step * 0.61))
        rim.append((centre[0] + cos(angle) * far, centre[1] + sin(angle) * far))
    painter.polygon([(x + 3, y + 5) for x, y in rim], "ink", 0.35)
    painter.polygon(rim, side)
    painter.ring(centre, radius * 0.74, f"{side}_dark", max(2.0, radius * 0.05))
    if side == "center":
        for share, fill in ((0.74, False), (0.26, True)):
            box = Rect(0, 0, round(radius * share), round(radius * share))
            box.center = (round(centre[0]), round(centre[1]))
            if fill:
                painter.fill(box, "center_edge")
            else:
                painter.frame(box, "center_edge", max(2, round(radius * 0.05)))
    else:
        painter.ring(centre, radius * 0.4, "circle_edge", max(2.0, radius * 0.06))
        painter.disc(centre, radius * 0.13, "circle_edge")


def _padlock(painter: Painter, centre: Point, size: float) -> None:
    """A padlock: shackle and body."""
    x, y = centre
    line = max(3.0, size * 0.12)
    body = Rect(0, 0, round(size * 0.92), round(size * 0.56))
    body.midtop = (round(x), round(y - size * 0.02))
    radius = size * 0.33
    painter.arc((x, y - size * 0.16), radius, "ivory", line, -0.25, 0.5)
    for edge in (x - radius + line / 2, x + radius - line / 2):
        painter.stroke(((edge, y - size * 0.18), (edge, body.top + 2)), "ivory", line)
    painter.frame(body, "ivory", max(3, round(line)))
