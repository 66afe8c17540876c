"""The investigation: its pieces are laid down one after the other, the points add up, and then it is said what the world
made of it. A key or a click lays down all that is left."""

from pygame import Rect

from game.ui.desk.faces import Faces, photograph
from game.ui.moments import Moment, Scene
from game.ui.painter import Painter
from game.ui.papers import head_rule, shadow_margin, sheet, stamp
from game.ui.presenters.fallout import FalloutSheet, Piece
from game.ui.screen import Action, Canvas, Outcome, Screen, Stay
from game.ui.screens.verdict import both_desks_bar, paint_desks, squares
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area

PACE_MS = 900
"""Milliseconds from one piece to the next."""

_BOLD = 700
_OPENING, _STAMPED, _PADDING = 21, 96, 28
"""Design pixels of the opening sentences, of the room for a stamp, and from the edges of a sheet to what is written on it."""


class FalloutScreen(Screen):
    """The investigation of one game; `onward` leads to the verdict."""

    first_focus = "onward"
    scene = Scene.VERDICT
    opening = (Moment.FOLDER,)

    def __init__(self, fallout: FalloutSheet, note: str, faces: Faces, onward: Action) -> None:
        self._fallout, self._note, self._faces, self._onward = fallout, note, faces, onward
        self._began: int | None = None
        self._shown = 0

    def back(self) -> Outcome:
        """Esc lays down what is left, then goes on."""
        return self._hurry()

    @property
    def done(self) -> bool:
        """Whether everything lies there."""
        return self._shown > len(self._fallout.pieces)

    def lay_all(self) -> None:
        """Lays down all at once."""
        self._shown = len(self._fallout.pieces) + 1

    def tick(self, now: int) -> Outcome | None:
        """Lays down what is due."""
        if self._began is not None:
            self._shown = max(self._shown, (now - self._began) // PACE_MS)
        return Stay()

    def _hurry(self) -> Outcome:
        if self.done:
            return self._onward()
        self.lay_all()
        return Stay()

    def compose(self, canvas: Canvas) -> None:
        """Two sheets: the pieces at the left, at the right what they come to and what the world believed."""
        self._keep_time(canvas)
        canvas.panel("both desks", canvas.rect, paint_desks, opaque=True)
        bar = both_desks_bar(canvas, self._fallout.title, self._note, self._buttons)
        margin, gap = canvas.px(24), canvas.px(20)
        area = Rect(margin, bar.bottom + gap, canvas.rect.w - 2 * margin, canvas.rect.h - bar.bottom - gap - margin)
        left = Rect(area.x, area.y, round(area.w * 0.55), area.h)
        right = Rect(left.right + gap, area.y, area.right - left.right - gap, area.h)
        heights = [_piece_height(canvas, piece, _written(canvas, left).w) for piece in self._fallout.pieces]
        pieces = self._opening_height(canvas, _written(canvas, left).w) + (sum(heights) or canvas.line("body"))
        end = self._end_height(canvas, _written(canvas, right).w)
        top = max(0, area.h - _paper_height(canvas, max(pieces, end))) // 4
        room = self._sheet(canvas, "pieces", left, top, pieces)
        with scroll_area(canvas, "pieces", self._view(canvas, room), pieces) as view:
            self._draw_pieces(canvas, room.move(0, -view.offset), heights)
        room = self._sheet(canvas, "sum", right, top, end)
        with scroll_area(canvas, "sum", self._view(canvas, room), end) as view:
            self._draw_end(canvas, room.move(0, -view.offset))

    def _sheet(self, canvas: Canvas, name: str, area: Rect, top: int, content: int) -> Rect:
        """A sheet of paper as large as what will stand on it, so far from the top of its area; returns where can be written."""
        rect = Rect(area.x, area.y + top, area.w, min(area.h - top, _paper_height(canvas, content)))
        canvas.panel(f"fallout {name}", rect, lambda painter, box: sheet(painter, box, "form"), margin=shadow_margin(canvas))
        return _written(canvas, rect)

    def _view(self, canvas: Canvas, room: Rect) -> Rect:
        return Rect(room.x, room.y, room.w + bar_room(canvas), room.h)

    def _keep_time(self, canvas: Canvas) -> None:
        """The clock runs from the first picture; with reduced motion everything lies there at once."""
        if canvas.theme.reduced_motion:
            self.lay_all()
        if self._began is None:
            self._began = canvas.now
        if not self.done:
            canvas.request_frame(max(1, PACE_MS - (canvas.now - self._began) % PACE_MS))

    def _buttons(self, canvas: Canvas, rect: Rect) -> int:
        _ = canvas.words
        words = _("The verdict") if self.done else _("All at once")
        box = Rect(0, 0, button_width(canvas, words), button_height(canvas))
        box.midright = (rect.right - canvas.px(20), rect.centery - 1)
        button(canvas, "onward", box, words, self._hurry, key="enter")
        return box.x

    # -- the sheets

    def _draw_pieces(self, canvas: Canvas, rect: Rect, heights: list[int]) -> None:
        canvas.paragraph("body", self._fallout.opening, rect, size=_OPENING)
        y = rect.y + self._opening_height(canvas, rect.w)
        for index, (piece, high) in enumerate(zip(self._fallout.pieces, heights, strict=True)):
            if index < self._shown:
                self._draw_piece(canvas, Rect(rect.x, y, rect.w, high), piece)
            y += high
        if not self._fallout.pieces:
            canvas.paragraph("body", canvas.words("There is nothing."), Rect(rect.x, y, rect.w, 0), "ink2", italic=True)

    def _draw_piece(self, canvas: Canvas, rect: Rect, piece: Piece) -> None:
        size = _sign(canvas)
        box = Rect(rect.x, rect.y + canvas.px(6), size * 4 // 5, size)
        if piece.portrait:
            photograph(canvas, self._faces, box, piece.portrait, "center")
        else:
            canvas.icon(piece.icon, box.center, size * 3 // 5)
        left = rect.x + size + canvas.px(12)
        canvas.text("number", f"+{piece.points}", (rect.right, rect.y + rect.h // 2), anchor="midright")
        room = _room(canvas, piece, rect.w)
        y = rect.y + canvas.px(8)
        y += canvas.paragraph("body", f"**{piece.words}**", Rect(left, y, room, 0))
        canvas.paragraph("small", piece.note, Rect(left, y, room, 0), "ink2")
        canvas.rule(rect.x, rect.right, rect.bottom - 1)

    def _draw_end(self, canvas: Canvas, rect: Rect) -> None:
        """The points so far as a figure and in squares, and once all lie there what the world believed."""
        _, fallout = canvas.words, self._fallout
        so_far = min(fallout.most, sum(piece.points for piece in fallout.pieces[: self._shown]))
        y = rect.y
        y += head_rule(canvas, Rect(rect.x, y, rect.w, 0), _("Attribution")) + canvas.px(8)
        figure = canvas.text("number_large", str(so_far), (rect.x, y))
        canvas.text(
            "number", _("of {most}", most=fallout.most), (figure.right + canvas.px(14), figure.centery), "ink2", anchor="midleft"
        )
        y = figure.bottom + canvas.px(8)
        squares(canvas, Rect(rect.x, y, rect.w, canvas.px(24)), so_far, fallout.most, fallout.bounds)
        y += canvas.px(38)
        reached = sum(fallout.total > bound for bound in fallout.bounds) if self.done else None
        for level, words in enumerate(self._levels(canvas)):
            ink, weight = ("ink", _BOLD) if level == reached else ("ink2", None)
            y += canvas.paragraph("body", words, Rect(rect.x, y, rect.w, 0), ink, weight=weight)
        y += canvas.px(22)
        if not self.done:
            return
        y += head_rule(canvas, Rect(rect.x, y, rect.w, 0), _("What the world believed")) + canvas.px(10)
        y += canvas.paragraph("body", fallout.believed, Rect(rect.x, y, rect.w, 0))
        self._draw_stamp(canvas, Rect(rect.x, y, rect.w, canvas.px(_STAMPED)))

    def _draw_stamp(self, canvas: Canvas, rect: Rect) -> None:
        """The level as a stamp, towards the right."""
        words = self._fallout.level.upper()
        size = min(28.0, 28.0 * rect.w / max(1, canvas.text_width("h2", words) + canvas.px(90)))
        half = canvas.text_width("h2", words, size=size) // 2 + canvas.px(30)
        stamp(canvas, (rect.right - half, rect.y + rect.h * 3 // 5), words, "ink", tilt=-4, size=size)

    def _opening_height(self, canvas: Canvas, width: int) -> int:
        return canvas.paragraph_height("body", self._fallout.opening, width, size=_OPENING) + canvas.px(18)

    def _levels(self, canvas: Canvas) -> tuple[str, ...]:
        """From how many points on the world can tell how much."""
        _, (unproven, open_secret) = canvas.words, self._fallout.bounds
        return (
            _("up to {points}: never proven", points=unproven),
            _("up to {points}: an open secret", points=open_secret),
            _("above that: all know"),
        )

    def _end_height(self, canvas: Canvas, width: int) -> int:
        heads = 2 * (canvas.line("h3") + canvas.px(6) + canvas.measure("rule")) + canvas.line("number_large")
        levels = sum(canvas.paragraph_height("body", words, width, weight=_BOLD) for words in self._levels(canvas))
        believed = canvas.paragraph_height("body", self._fallout.believed, width)
        return heads + believed + levels + canvas.px(86 + _STAMPED)


def _paper_height(painter: Painter, content: int) -> int:
    return content + 2 * painter.px(_PADDING)


def _written(painter: Painter, rect: Rect) -> Rect:
    """Where can be written on a sheet that lies there."""
    inner = rect.inflate(-2 * painter.px(30), -2 * painter.px(_PADDING))
    return Rect(inner.x, inner.y, inner.w - bar_room(painter), inner.h)


def _sign(painter: Painter) -> int:
    return max(52, painter.px(76))


def _room(painter: Painter, piece: Piece, width: int) -> int:
    """The width that a piece's words have, between its sign and its points."""
    return width - _sign(painter) - painter.px(24) - painter.text_width("number", f"+{piece.points}")


def _piece_height(painter: Painter, piece: Piece, width: int) -> int:
    room = _room(painter, piece, width)
    words = painter.paragraph_height("body", f"**{piece.words}**", room) + painter.paragraph_height("small", piece.note, room)
    return max(_sign(painter), words) + painter.px(18)
