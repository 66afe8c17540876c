"""What is wrong with a file that somebody wrote: every finding of the run, the line itself with a caret under the word,
what was found, what was expected, and the nearest valid name. It reads no files; it is given what to show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.ui.attention import Look
from game.ui.papers import stamp
from game.ui.screen import Action, Canvas, Outcome, Pop, Screen, Stay
from game.ui.screens.sheets import sheet_over
from game.ui.signs import mistake, warning
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.focus import focus_frame, selection
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_WIDTH = 1296


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. Lines and columns count from one; `excerpt` is (line number, text) around the faulty line;
    `nearest` the valid name that was probably meant."""

    headline: str
    file: str
    line: int | None = None
    column: int | None = None
    error: bool = True
    found: str = ""
    expected: str = ""
    hint: str = ""
    nearest: str = ""
    excerpt: tuple[tuple[int, str], ...] = ()
    length: int = 1

    @property
    def place(self) -> str:
        """`file:line:column`, as far as it is known."""
        known = [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join([self.file, *known])


class FindingsScreen(Screen):
    """The list of findings at the left, the chosen one at the right, and what to press next at the foot."""

    overlay = True
    first_focus = "finding.0"

    def __init__(self, title: str, findings: Sequence[Finding], again: Action | None = None) -> None:
        self._title, self._findings, self._again = title, tuple(findings), again
        self._chosen = 0

    def compose(self, canvas: Canvas) -> None:
        """One sheet over the screen that asked for the file."""
        inner = sheet_over(canvas, _WIDTH, max(canvas.px(676), canvas.line("body") * 24), "center")
        gap, foot = canvas.px(24), button_height(canvas)
        top = self._head(canvas, inner) + gap
        body = Rect(inner.x, top, inner.w, inner.bottom - foot - gap - top)
        if inner.w > canvas.line("body") * 30:
            left = Rect(body.x, body.y, round(body.w * 0.27), body.h)
            right = Rect(left.right + canvas.px(40), body.y, body.right - left.right - canvas.px(40), body.h)
        else:
            left = Rect(body.x, body.y, body.w, body.h * 2 // 5)
            right = Rect(body.x, left.bottom + gap // 2, body.w, body.bottom - left.bottom - gap // 2)
        self._list(canvas, left)
        self._detail(canvas, right, self._findings[self._chosen])
        self._foot(canvas, Rect(inner.x, inner.bottom - foot, inner.w, foot))

    def _head(self, canvas: Canvas, inner: Rect) -> int:
        _ = canvas.words
        errors = sum(finding.error for finding in self._findings)
        warnings = len(self._findings) - errors
        said = _.plural("{count} mistake stops it.", "{count} mistakes stop it.", errors) if errors else ""
        if warnings:
            said += " " + _.plural("{count} more deserves a look.", "{count} more deserve a look.", warnings)
        said += " " + _("Nothing was loaded; your saves are untouched.")
        stamp_room = canvas.px(230) if inner.w > canvas.line("body") * 26 else 0
        room = Rect(inner.x, inner.y + canvas.px(6), inner.w - stamp_room, 0)
        height = canvas.paragraph("h1", self._title, room)
        height += canvas.paragraph("body", said.strip(), room.move(0, height), "ink2") + canvas.px(14)
        if stamp_room:
            stamp(canvas, (inner.right - canvas.px(90), inner.y + canvas.px(44)), _("Returned"), "center", tilt=6, size=30)
        canvas.rule(inner.x, inner.right, room.y + height, "ink", canvas.measure("rule"))
        return room.y + height

    def _list(self, canvas: Canvas, rect: Rect) -> None:
        count = canvas.words.plural("{count} finding", "{count} findings", len(self._findings))
        canvas.text("label", count, rect.topleft, "ink2", width=rect.w)
        head = canvas.line("label") + canvas.px(6)
        width = rect.w - bar_room(canvas)
        heights = [self._row_height(canvas, finding, width) for finding in self._findings]
        view_rect = Rect(rect.x, rect.y + head, rect.w, rect.h - head)
        with scroll_area(canvas, "findings", view_rect, sum(heights)) as view:
            y = view_rect.y - view.offset
            for index, (finding, height) in enumerate(zip(self._findings, heights, strict=True)):
                self._row(canvas, index, finding, Rect(rect.x, y, width, height))
                y += height

    def _row_height(self, canvas: Canvas, finding: Finding, width: int) -> int:
        words = canvas.paragraph_height("body", finding.headline, width - canvas.px(68))
        return max(36, words + canvas.line("small") + canvas.px(20))

    def _row(self, canvas: Canvas, index: int, finding: Finding, rect: Rect) -> None:
        look: Look = canvas.hot(f"finding.{index}", rect, finding.headline, partial(self._choose, index))
        if index == self._chosen:
            selection(canvas, rect)
        elif look.hovered:
            canvas.fill(rect, "hover")
        else:
            canvas.rule(rect.x, rect.right, rect.bottom - 1)
        mark = (rect.x + canvas.px(28), rect.y + canvas.px(10) + canvas.line("body") // 2)
        if finding.error:
            mistake(canvas, mark, max(18, canvas.px(24)))
        else:
            warning(canvas, mark, max(18, canvas.px(26)))
        text = Rect(rect.x + canvas.px(54), rect.y + canvas.px(10), rect.w - canvas.px(68), 0)
        used = canvas.paragraph("body", finding.headline, text)
        note = _where(finding, canvas.words)
        canvas.text("small", note, (text.x, text.y + used), "ink" if index == self._chosen else "ink2", width=text.w)
        if look.focused:
            focus_frame(canvas, rect)

    def _choose(self, index: int) -> Outcome:
        self._chosen = index
        return Stay()

    def _detail(self, canvas: Canvas, rect: Rect, finding: Finding) -> None:
        where = _position(finding, canvas.words)
        right = canvas.text("typed", where, rect.topright, anchor="topright") if where else Rect(rect.topright, (0, 0))
        canvas.text("typed", finding.file, rect.topleft, weight=700, width=right.x - rect.x - canvas.px(12))
        top = rect.y + canvas.line("typed") + canvas.px(8)
        view_rect = Rect(rect.x, top, rect.w, rect.bottom - top)
        code = _code_height(canvas, finding)
        meant = canvas.words("Did you mean \u201c{name}\u201d?", name=finding.nearest) if finding.nearest else ""
        reasons = _reasons(finding, canvas.words)
        for width in (rect.w, rect.w - bar_room(canvas)):
            head = canvas.paragraph_height("h3", meant, width) + canvas.px(4) if meant else 0
            text = canvas.paragraph_height("body", reasons, width)
            if code + head + text + canvas.px(24) <= view_rect.h:
                break
        with scroll_area(canvas, f"finding {self._chosen}", view_rect, code + head + text + canvas.px(24)) as view:
            y = top - view.offset
            if code:
                _code(canvas, Rect(rect.x, y, width, code), finding)
                y += code + canvas.px(18)
            canvas.paragraph("h3", meant, Rect(rect.x, y, width, head))
            canvas.paragraph("body", reasons, Rect(rect.x, y + head, width, text))

    def _foot(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        if self._again is not None:
            place = Rect(rect.topleft, (button_width(canvas, _("Try again"), "F5"), rect.h))
            button(canvas, "again", place, _("Try again"), self._again, kind="center", key="f5", show_key=True)
        place = Rect(0, 0, button_width(canvas, _("Back"), _("Esc")), rect.h)
        place.topright = rect.topright
        button(canvas, "back", place, _("Back"), Pop, key="escape", show_key=True)


def _where(finding: Finding, words: Words) -> str:
    position = _position(finding, words) or finding.file
    return position if finding.error else f"{position} \u00b7 {words('warning')}"


def _position(finding: Finding, words: Words) -> str:
    if finding.line is None:
        return ""
    if finding.column is None:
        return words("line {line}", line=finding.line)
    return words("line {line}, column {column}", line=finding.line, column=finding.column)


def _reasons(finding: Finding, words: Words) -> str:
    """Found, expected and hint, each on its own line."""
    parts = []
    if finding.found:
        parts.append(words("**Found:** {found}", found=finding.found))
    if finding.expected:
        parts.append(words("**Expected:** {expected}", expected=finding.expected))
    if finding.hint:
        parts.append(finding.hint)
    return "\n".join(parts)


def _code_height(canvas: Canvas, finding: Finding) -> int:
    if not finding.excerpt:
        return 0
    return (len(finding.excerpt) + 1) * _code_line(canvas) + 2 * canvas.px(12)


def _code_line(canvas: Canvas) -> int:
    return round(canvas.line("typed") * 1.25)


def _code(canvas: Canvas, rect: Rect, finding: Finding) -> None:
    """The lines of the file as typed; the faulty one filled, with carets under what is wrong."""
    step, pad, left = _code_line(canvas), canvas.px(12), rect.x + canvas.px(20)
    gutter = canvas.text_width("typed", str(finding.excerpt[-1][0])) + canvas.px(18)
    canvas.fill(rect, "field")
    y = rect.y + pad
    for number, text in finding.excerpt:
        faulty = number == finding.line
        if faulty:
            canvas.fill(Rect(rect.x, y, rect.w, 2 * step), "error_fill")
            canvas.fill(Rect(rect.x, y, canvas.px(6), 2 * step), "center")
        canvas.text("typed", str(number), (left, y + step / 2), "ink2", anchor="midleft", size=15)
        if text.strip():
            _typed(canvas, Rect(left + gutter, y, rect.right - left - gutter - pad, step), text, faulty)
        y += step
        if faulty:
            _carets(canvas, (left + gutter, y), text, finding, rect.right - pad)
            y += step
    canvas.frame(rect, "ink", canvas.measure("rule"))


def _typed(canvas: Canvas, rect: Rect, text: str, faulty: bool) -> None:
    """A line of a file, the key before its colon in blue; in a typewriter's face no letter moves for it."""
    weight = 700 if faulty else None
    key = re.match(r"\s*(- )?[\w-]+:", text)
    if key is None or canvas.text_width("typed", text, weight=weight) > rect.w:
        canvas.text("typed", text, rect.midleft, anchor="midleft", weight=weight, width=rect.w)
        return
    box = canvas.text("typed", key.group(), rect.midleft, "circle", anchor="midleft", weight=weight)
    canvas.text("typed", text[key.end() :], box.midright, anchor="midleft", weight=weight)


def _carets(canvas: Canvas, at: tuple[int, int], text: str, finding: Finding, right: int) -> None:
    if finding.column is None:
        return
    x = at[0] + canvas.text_width("typed", text[: finding.column - 1], weight=700)
    carets = "^" * max(1, finding.length)
    if x + canvas.text_width("typed", carets, weight=700) < right:
        canvas.text("typed", carets, (x, at[1]), "center", weight=700)
