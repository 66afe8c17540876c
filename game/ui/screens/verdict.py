"""The closing of a game: the verdict, what it comes to for both sides, what became of everybody, and how it was.

It is given plain words and portraits, and answers with what its maker gave it.
"""

from collections.abc import Callable, Sequence

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.faces import Faces, photograph
from game.ui.moments import Moment, Scene
from game.ui.painter import Painter
from game.ui.papers import head_rule, paper, shadow_margin, sheet, stamp
from game.ui.presenters.verdict import PersonFate, VerdictSheet
from game.ui.screen import Action, Canvas, Outcome, Screen
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.buttons import Kind, button, button_height, button_width
from game.ui.widgets.scroll import bar_room, scroll_area

_PORTRAIT = (48, 60)


class VerdictScreen(Screen):
    """Both sides' files lie open. `reveal` leads on to the Revelations, `save` is left out where the record is saved already."""

    first_focus = "leave"
    scene = Scene.VERDICT
    opening = (Moment.VERDICT,)

    def __init__(
        self, verdict: VerdictSheet, faces: Faces, leave: Action, save: Action | None = None, reveal: Action | None = None
    ) -> None:
        self._verdict, self._faces, self._leave, self._save, self._reveal = verdict, faces, leave, save, reveal
        if reveal is not None:
            self.first_focus = "reveal"

    def back(self) -> Outcome:
        """Esc goes back to the title, as the button does."""
        return self._leave()

    def compose(self, canvas: Canvas) -> None:
        """The bar over two sheets: the verdict at the left, the people at the right."""
        canvas.panel("both desks", canvas.rect, paint_desks, opaque=True)
        said = f"{self._verdict.scenario}, {self._verdict.date}"
        bar = both_desks_bar(canvas, canvas.words("Verdict"), said, self._buttons)
        margin, gap = canvas.px(24), canvas.px(20)
        area = Rect(margin, bar.bottom + gap, canvas.rect.w - 2 * margin, canvas.rect.h - bar.bottom - gap - margin)
        left = Rect(area.x, area.y, round(area.w * 0.47), area.h)
        right = Rect(left.right + gap, area.y, area.right - left.right - gap, area.h)
        self._verdict_sheet(canvas, left)
        self._people_sheet(canvas, right)

    def _buttons(self, canvas: Canvas, rect: Rect) -> int:
        """The ways out at the right end; returns where they begin."""
        _ = canvas.words
        high, x = button_height(canvas), rect.right - canvas.px(20)
        kept = _("The record holds every order and every roll; the game can be told again from it.")
        wanted: Sequence[tuple[str, str, Action | None, Kind, str | None, str]] = (
            ("leave", _("Back to the title"), self._leave, "desk" if self._reveal else "paper", None, ""),
            ("save", _("Save the record"), self._save, "desk", "ctrl+s", kept),
            ("reveal", _("Revelations"), self._reveal, "paper", "r", _("Both sides’ secrets, month by month.")),
        )
        for id_, words, action, kind, key, why in wanted:
            if action is None:
                continue
            box = Rect(0, 0, button_width(canvas, words), high)
            box.midright = (x, rect.centery - 1)
            button(canvas, id_, box, words, action, kind=kind, key=key, tip=Tip(words, why) if why else None)
            x = box.x - canvas.px(12)
        return x + canvas.px(12)

    # The verdict

    def _verdict_sheet(self, canvas: Canvas, rect: Rect) -> None:
        canvas.panel("verdict sheet", rect, lambda painter, box: sheet(painter, box, "form"), margin=shadow_margin(canvas))
        inner = rect.inflate(-2 * canvas.px(32), -2 * canvas.px(26))
        width = inner.w
        content = _verdict_height(canvas, self._verdict, width)
        view_rect = Rect(inner.x - canvas.px(8), inner.y, inner.w + canvas.px(8) + bar_room(canvas), inner.h)
        with scroll_area(canvas, "verdict", view_rect, content) as view:
            self._draw_verdict(canvas, Rect(inner.x, inner.y - view.offset, width, content))

    def _draw_verdict(self, canvas: Canvas, rect: Rect) -> None:
        _, verdict = canvas.words, self._verdict
        gap = canvas.px(22)
        y = rect.y + canvas.paragraph("h1", verdict.title, rect) + canvas.px(12)
        canvas.rule(rect.x, rect.right, y, "ink", canvas.measure("rule"))
        y += gap
        y += canvas.paragraph("body", verdict.text, Rect(rect.x, y, rect.w, 0)) + gap
        y += self._draw_stamp(canvas, Rect(rect.x, y, rect.w, 0)) + gap
        y += self._draw_scores(canvas, Rect(rect.x, y, rect.w, 0)) + gap
        if verdict.reason:
            y += canvas.paragraph("body", verdict.reason, Rect(rect.x, y, rect.w, 0)) + gap
        y += self._draw_attribution(canvas, Rect(rect.x, y, rect.w, 0)) + gap
        if verdict.history:
            y += head_rule(canvas, Rect(rect.x, y, rect.w, 0), _("How it was")) + canvas.px(10)
            y += canvas.paragraph("body", verdict.history, Rect(rect.x, y, rect.w, 0)) + gap // 2
        canvas.paragraph("small", verdict.drawn, Rect(rect.x, y, rect.w, 0), "ink2", italic=True)

    def _draw_stamp(self, canvas: Canvas, rect: Rect) -> int:
        high = _stamp_height(canvas)
        colour = self._verdict.winner or "ink"
        size = min(30.0, 30.0 * rect.w / max(1, canvas.text_width("h2", self._verdict.stamp) + canvas.px(90)))
        stamp(canvas, (rect.centerx, rect.y + high // 2), self._verdict.stamp, colour, tilt=-4, size=size)
        return high

    def _draw_scores(self, canvas: Canvas, rect: Rect) -> int:
        """Both sides' points beside one another: one side's gain is the other's loss."""
        _, verdict = canvas.words, self._verdict
        high, half = _scores_height(canvas), rect.w // 2
        scores: Sequence[tuple[SideName, str, str]] = (
            ("center", verdict.center_name, verdict.center_score),
            ("circle", verdict.circle_name, verdict.circle_score),
        )
        for index, (side, name, score) in enumerate(scores):
            box = Rect(rect.x + index * half, rect.y, half, high)
            canvas.hot(
                f"score.{side}", box, name,
                tip=Tip(name, _("Hundredths: the whole is 100. What one side gains, the other has lost.")),
            )  # fmt: skip
            size = canvas.px(44)
            emblem(canvas, side, (box.x + size // 2, box.centery), size)
            left = box.x + size + canvas.px(16)
            canvas.text("label", name, (left, box.y), "ink2", width=box.right - left - canvas.px(8))
            canvas.text("number_large", score, (left, box.y + canvas.line("label")), side)
        return high

    def _draw_attribution(self, canvas: Canvas, rect: Rect) -> int:
        _, verdict = canvas.words, self._verdict
        high = _attribution_height(canvas, verdict, rect.w)
        why = _("Exposed officers, clues and captives who talked add up to it. It settles how a death is told.")
        tip = Tip(_("Attribution"), why)
        canvas.hot("attribution", Rect(rect.x, rect.y, rect.w, high), _("Attribution"), tip=tip)
        line = canvas.line("h3")
        figure = canvas.text(
            "number_small", _("{now} of {most}", now=verdict.attribution, most=verdict.attribution_most),
            (rect.right, rect.y + line // 2), anchor="midright",
        )  # fmt: skip
        room = figure.x - rect.x - canvas.px(12)
        canvas.text("h3", _("Attribution"), (rect.x, rect.y + line // 2), anchor="midleft", width=room)
        y = rect.y + line + canvas.px(6)
        squares(canvas, Rect(rect.x, y, rect.w, canvas.px(18)), verdict.attribution, verdict.attribution_most)
        y += canvas.px(18) + canvas.px(8)
        y += canvas.paragraph("body", f"**{verdict.attribution_words}**", Rect(rect.x, y, rect.w, 0))
        canvas.paragraph("small", verdict.attribution_note, Rect(rect.x, y, rect.w, 0), "ink2")
        return high

    # The people

    def _people_sheet(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        canvas.panel("people sheet", rect, lambda painter, box: sheet(painter, box, "sheet"), margin=shadow_margin(canvas))
        inner = rect.inflate(-2 * canvas.px(28), -2 * canvas.px(24))
        top = inner.y + head_rule(canvas, inner, _("What became of them")) + canvas.px(8)
        view_rect = Rect(inner.x - canvas.px(6), top, inner.w + canvas.px(12), inner.bottom - top)
        width = inner.w - bar_room(canvas)
        columns = 2 if width > canvas.line("body") * 22 else 1
        column = (width - (columns - 1) * canvas.px(20)) // columns
        sides: Sequence[tuple[SideName, str, tuple[PersonFate, ...]]] = (
            ("center", _("Moscow's"), self._verdict.center_people),
            ("circle", _("The Circle's"), self._verdict.circle_people),
        )
        heights = [_list_height(canvas, people, column) for _side, _name, people in sides]
        content = max(heights) if columns == 2 else sum(heights) + canvas.px(24)
        with scroll_area(canvas, "people", view_rect, content) as view:
            x, y = inner.x, top - view.offset
            for (side, name, people), high in zip(sides, heights, strict=True):
                self._draw_people(canvas, Rect(x, y, column, high), side, name, people)
                x, y = (x + column + canvas.px(20), y) if columns == 2 else (x, y + high + canvas.px(24))

    def _draw_people(self, canvas: Canvas, rect: Rect, side: SideName, name: str, people: Sequence[PersonFate]) -> None:
        size = canvas.px(20)
        line = _side_head(canvas)
        emblem(canvas, side, (rect.x + size // 2, rect.y + line // 2), size)
        left = rect.x + size + canvas.px(10)
        canvas.text("label", name, (left, rect.y + line // 2), anchor="midleft", width=rect.right - left)
        y = rect.y + line
        for person in people:
            row = Rect(rect.x, y, rect.w, _row_height(canvas, person, rect.w))
            if row.colliderect(canvas.surface.get_clip()):
                _draw_person(canvas, row, person, self._faces)
            y += row.h


def both_desks_bar(canvas: Canvas, title: str, note: str, buttons: Callable[[Canvas, Rect], int]) -> Rect:
    """The bar over screens on which both sides' files lie: emblems, title, note. `buttons` draws what is at its right end and
    answers where that begins. Returns the bar."""
    rect = Rect(0, 0, canvas.rect.w, max(52, canvas.px(64), button_height(canvas) + canvas.px(14)))
    line = canvas.measure("rule") + 1
    half = Rect(rect.x, rect.bottom - line, rect.w // 2, line)
    canvas.fill(half, "center")
    canvas.fill(half.move(half.w, 0), "circle")
    size, x = canvas.px(36), rect.x + canvas.px(20)
    sides: tuple[SideName, SideName] = ("center", "circle")
    for side in sides:
        emblem(canvas, side, (x + size // 2, rect.centery), size)
        x += size + canvas.px(10)
    end = buttons(canvas, rect)
    head = canvas.text("h2", title, (x + canvas.px(14), rect.centery), "ivory", anchor="midleft", width=end - x - canvas.px(30))
    beside = head.right + canvas.px(28)
    if end - beside > canvas.px(120):
        canvas.text("body", note, (beside, rect.centery), "ivory2", anchor="midleft", width=end - beside - canvas.px(20))
    return rect


def paint_desks(painter: Painter, rect: Rect) -> None:
    """Center's baize at the left, the Circle's pine at the right, parted by a slant."""
    paper(painter, rect, "pine")
    baize = type(painter)(painter.surface.copy(), painter.studio)
    paper(baize, rect, "baize")
    slant = painter.px(120)
    for y in range(rect.y, rect.bottom):
        wide = rect.w // 2 + slant // 2 - slant * (y - rect.y) // max(1, rect.h)
        painter.surface.blit(baize.surface, (rect.x, y), Rect(rect.x, y, wide, 1))


def _verdict_height(painter: Painter, verdict: VerdictSheet, width: int) -> int:
    gap = painter.px(22)
    high = painter.paragraph_height("h1", verdict.title, width) + painter.px(12) + gap
    high += painter.paragraph_height("body", verdict.text, width) + gap
    high += _stamp_height(painter) + gap + _scores_height(painter) + gap
    high += painter.paragraph_height("body", verdict.reason, width) + gap if verdict.reason else 0
    high += _attribution_height(painter, verdict, width) + gap
    if verdict.history:
        head = painter.line("h3") + painter.px(6) + painter.measure("rule") + painter.px(10)
        high += head + painter.paragraph_height("body", verdict.history, width) + gap // 2
    return high + painter.paragraph_height("small", verdict.drawn, width, italic=True) + gap // 2


def _stamp_height(painter: Painter) -> int:
    return painter.px(92)


def _scores_height(painter: Painter) -> int:
    return max(painter.px(60), painter.line("label") + painter.line("number_large"))


def _attribution_height(painter: Painter, verdict: VerdictSheet, width: int) -> int:
    words = painter.paragraph_height("body", f"**{verdict.attribution_words}**", width)
    note = painter.paragraph_height("small", verdict.attribution_note, width)
    return painter.line("h3") + painter.px(32) + words + note


def squares(painter: Painter, rect: Rect, value: int, of: int, bounds: Sequence[int] = ()) -> None:
    """Points as squares: full ones so far, empty ones to the end. After each of the `bounds` stands a stroke."""
    step = min(rect.w // max(1, of), painter.px(34))
    for index in range(of):
        if index in bounds:
            reach = painter.px(4)
            painter.fill(Rect(rect.x + index * step - reach, rect.y - reach, max(2, painter.px(2)), rect.h + 2 * reach), "ink")
        box = Rect(rect.x + index * step, rect.y, step - painter.px(6), rect.h)
        if index < value:
            painter.fill(box, "ink")
        else:
            painter.frame(box, "ink", max(1, painter.px(1.8)))


def _side_head(painter: Painter) -> int:
    return max(painter.line("label"), painter.px(20)) + painter.px(12)


def _list_height(painter: Painter, people: Sequence[PersonFate], width: int) -> int:
    return _side_head(painter) + sum(_row_height(painter, person, width) for person in people)


def _lines(person: PersonFate) -> list[tuple[str, str, bool]]:
    """What stands beside a portrait: role, words, whether in italics."""
    lines = [("number_small", person.name, False)]
    if person.second_name:
        lines.append(("small", person.second_name, False))
    lines.append(("small", person.where, True))
    if person.note:
        lines.append(("small", person.note, False))
    return lines


def _words_left(painter: Painter) -> int:
    return max(36, painter.px(_PORTRAIT[0])) + painter.px(14)


def _row_height(painter: Painter, person: PersonFate, width: int) -> int:
    room = width - _words_left(painter)
    words = sum(painter.paragraph_height(role, text, room, italic=italic) for role, text, italic in _lines(person))
    return max(painter.px(_PORTRAIT[1]), words) + painter.px(12)


def _draw_person(canvas: Canvas, rect: Rect, person: PersonFate, faces: Faces) -> None:
    """A portrait on the ground of the true side, or on none for who is out of play, with what became of him."""
    wide = max(36, canvas.px(_PORTRAIT[0]))
    box = Rect(rect.x, rect.y + canvas.px(4), wide, wide * _PORTRAIT[1] // _PORTRAIT[0])
    photograph(canvas, faces, box, person.portrait, None if person.lost else person.side)
    y, left = rect.y, rect.x + _words_left(canvas)
    for role, text, italic in _lines(person):
        colour = "ink" if role != "small" else "ink2"
        y += canvas.paragraph(role, text, Rect(left, y, rect.right - left, 0), colour, italic=italic)
    canvas.rule(rect.x, rect.right, rect.bottom - 1)
