"""The pages that belong to a moment: both sides' files, what each knew against what was so, and every roll."""

from collections.abc import Iterator, Sequence

from pygame import Rect

from game.ui.painter import Painter
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.presenters.revelations.files import Line, Section
from game.ui.presenters.revelations.knowledge import Belief
from game.ui.presenters.revelations.rolls import Roll
from game.ui.screen import Canvas
from game.ui.screens.revelations.blocks import gap, head, in_columns, side_head, words
from game.ui.signs import cross, emblem, outcome_box, tick
from game.ui.theme import SideName
from game.ui.widgets.columns import Block


def caution(canvas: Canvas, dossier: Dossier, moment: int, width: int) -> list[Block]:
    """What is to be said of a moment whose true state is not known; nothing otherwise."""
    if dossier.chronicle.state(moment) is not None:
        return []
    return [words(canvas, dossier.caution, width, role="small", ink="ink2", italic=True, after=12)]


# The files


def files_page(canvas: Canvas, dossier: Dossier, moment: int, width: int) -> list[Block]:
    """Both sides' secrets, side by side."""
    files, sides = dossier.files(moment), dossier.chronicle.scenario.catalogue.sides

    def make(room: int) -> tuple[list[Block], list[Block]]:
        left = [side_head(canvas, "center", sides.center), *_sections(canvas, files.center, room)]
        right = [side_head(canvas, "circle", sides.circle), *_sections(canvas, files.circle, room)]
        return left, right

    return [*caution(canvas, dossier, moment, width), *in_columns(canvas, width, make)]


def _sections(canvas: Canvas, sections: Sequence[Section], width: int) -> Iterator[Block]:
    for section in sections:
        yield words(canvas, section.head, width, role="label", ink="ink2", after=4)
        for line in section.lines:
            yield _line(canvas, line, width)
        if not section.lines and section.empty:
            yield words(canvas, section.empty, width, role="small", ink="ink2", italic=True)
        yield gap(canvas.px(10))


def _line(painter: Painter, line: Line, width: int) -> Block:
    sign = max(18, painter.px(20))
    left = sign + painter.px(10)
    room = width - left
    high = painter.paragraph_height("small", line.words, room)
    note = painter.paragraph_height("small", line.note, room, italic=True) if line.note else 0

    def draw(rect: Rect) -> None:
        centre = (rect.x + sign / 2, rect.y + painter.line("small") / 2)
        if line.mark in ("done", "failed"):
            outcome_box(painter, centre, sign, success=line.mark == "done")
        elif line.icon:
            painter.icon(line.icon, centre, sign, "ink2" if line.mark else "ink")
        painter.paragraph("small", line.words, Rect(rect.x + left, rect.y, room, 0))
        if line.note:
            painter.paragraph("small", line.note, Rect(rect.x + left, rect.y + high, room, 0), "ink2", italic=True)

    return Block(height=max(sign, high + note) + painter.px(6), draw=draw)


# What they knew


def knowledge_page(canvas: Canvas, dossier: Dossier, moment: int, width: int) -> list[Block]:
    """What each side held, against what was so."""
    _ = canvas.words
    knowledge, sides = dossier.knowledge(moment), dossier.chronicle.scenario.catalogue.sides
    if knowledge is None:
        return caution(canvas, dossier, moment, width)

    def make(room: int) -> tuple[list[Block], list[Block]]:
        columns: tuple[tuple[SideName, str, tuple[Belief, ...]], ...] = (
            ("center", sides.center, knowledge.center), ("circle", sides.circle, knowledge.circle),
        )  # fmt: skip
        made = [
            [side_head(canvas, side, name), _heads(canvas, room), *(_belief(canvas, belief, room) for belief in beliefs)]
            for side, name, beliefs in columns
        ]
        return made[0], made[1]

    return in_columns(canvas, width, make)


def _heads(canvas: Canvas, width: int) -> Block:
    _ = canvas.words
    sign, half = _judgement_room(canvas), (width - _judgement_room(canvas)) // 2

    def draw(rect: Rect) -> None:
        canvas.text("label", _("held for so"), (rect.x + sign, rect.y), "ink2", width=half - canvas.px(6))
        canvas.text("label", _("was so"), (rect.x + sign + half, rect.y), "ink2", width=half)

    return Block(height=canvas.line("label") + canvas.px(6), draw=draw)


def _judgement_room(painter: Painter) -> int:
    return max(18, painter.px(20)) + painter.px(10)


def _belief(canvas: Canvas, belief: Belief, width: int) -> Block:
    """A question over the two answers, with a sign for whether they agree."""
    sign = _judgement_room(canvas)
    half = (width - sign) // 2
    answer = half - canvas.px(8)
    top = canvas.paragraph_height("small", belief.about, width - sign, weight=700)
    high = max(canvas.paragraph_height("small", text, answer) for text in (belief.believed, belief.so))

    def draw(rect: Rect) -> None:
        _judgement(canvas, Rect(rect.x, rect.y, sign - canvas.px(10), canvas.line("small")), belief)
        canvas.paragraph("small", belief.about, Rect(rect.x + sign, rect.y, width - sign, 0), weight=700)
        canvas.paragraph(
            "small", belief.believed, Rect(rect.x + sign, rect.y + top, answer, 0), "ink2", italic=belief.judgement == "unknown"
        )
        canvas.paragraph("small", belief.so, Rect(rect.x + sign + half, rect.y + top, answer, 0))
        canvas.rule(rect.x, rect.right, rect.bottom - canvas.px(4))

    return Block(height=top + high + canvas.px(10), draw=draw)


def _judgement(painter: Painter, box: Rect, belief: Belief) -> None:
    """A tick where they agree, a cross where they do not, a mark of question where a side could not tell."""
    size = min(box.w, box.h) - painter.px(4)
    square = Rect(0, 0, size, size)
    square.center = box.center
    if belief.judgement == "right":
        tick(painter, square, "ink2")
    elif belief.judgement == "wrong":
        painter.fill(square.inflate(painter.px(4), painter.px(4)), "ink")
        cross(painter, square.inflate(-painter.px(6), -painter.px(6)), "field")
    else:
        painter.text("number_small", "?", square.center, "ink2", anchor="center")


# The rolls


def rolls_page(canvas: Canvas, dossier: Dossier, moment: int, width: int) -> list[Block]:
    """Every roll of the turn, at the end of the last one: the chance as a bar, what was drawn as a mark on it."""
    _, turn = canvas.words, dossier.rolled(moment)
    rolls = dossier.rolls(turn)
    if not rolls:
        return [words(canvas, _("Nothing was rolled for any more."), width, ink="ink2")]
    about = _("A roll is a number from 1 to 100; what is no higher than the chance comes about.")
    blocks = [words(canvas, about, width, role="small", ink="ink2", after=12)]
    if turn < moment:
        last = _("These fell in the last turn, {date}, and led to the end.", date=dossier.date(turn))
        blocks.append(words(canvas, last, width, after=12))
    for title, ordered in ((_("For orders"), True), (_("Beside them"), False)):
        group = [roll for roll in rolls if roll.ordered is ordered]
        if group:
            count = _.plural("{count} roll", "{count} rolls", len(group))
            blocks += [head(canvas, title, count), *(_roll(canvas, roll, width) for roll in group), gap(canvas.px(14))]
    return blocks


def _roll(painter: Painter, roll: Roll, width: int) -> Block:
    sign = max(16, painter.px(18))
    bar = min(painter.px(150), width // 4)
    figure = painter.text_width("number_small", "100%") + painter.px(10)
    mark = max(18, painter.px(20)) + painter.px(12)
    room = width - sign - painter.px(10) - bar - 2 * figure - mark
    text = f"**{roll.who}**: {roll.what}"
    stacked = room < painter.line("small") * 6
    room = width - sign - painter.px(10) if stacked else room
    high = painter.paragraph_height("small", text, room)
    line = max(painter.line("number_small"), mark - painter.px(12))

    def draw(rect: Rect) -> None:
        left = rect.x + sign + painter.px(10)
        centre = (rect.x + sign // 2, rect.y + painter.line("small") // 2)
        if roll.owner == "world":
            painter.icon("world", centre, sign, "ink2")
        else:
            emblem(painter, roll.owner, centre, sign)
        painter.paragraph("small", text, Rect(left, rect.y, room, 0))
        y = rect.y + (high if stacked else 0) + line // 2
        right = rect.right
        outcome_box(painter, (right - (mark - painter.px(12)) // 2, y), mark - painter.px(12), success=roll.came_about)
        painter.text("number_small", str(roll.drawn), (right - mark, y), "ink2", anchor="midright")
        _bar(painter, Rect(right - mark - figure - bar, y - painter.px(4), bar, painter.px(8)), roll)
        painter.text("number_small", f"{roll.chance}%", (right - mark - figure - bar - painter.px(10), y), anchor="midright")
        painter.rule(rect.x, rect.right, rect.bottom - painter.px(3))

    return Block(height=(high + line if stacked else max(high, line)) + painter.px(9), draw=draw)


def _bar(painter: Painter, rect: Rect, roll: Roll) -> None:
    """From 0 to 100: ink as far as the chance goes, and a stroke where the roll fell."""
    painter.frame(rect, "ink2", 1)
    painter.fill(Rect(rect.x, rect.y, rect.w * roll.chance // 100, rect.h), "ink2")
    x = rect.x + rect.w * roll.drawn // 100
    stroke = Rect(min(x, rect.right - 3), rect.y - painter.px(4), max(3, painter.px(3)), rect.h + painter.px(8))
    painter.fill(stroke.inflate(2, 2), "field")
    painter.fill(stroke, "ink")
