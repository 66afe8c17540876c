"""The pages that go over the whole game: the charts, the hinges, how history went, and the testimonies."""

from collections.abc import Callable, Iterator
from functools import partial

from pygame import Rect

from game.match.testimony import Testimony
from game.ui.attention import Tip
from game.ui.desk.faces import Faces, photograph
from game.ui.desk.look_up import LookUp
from game.ui.presenters.revelations.curves import ChartSheet
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.presenters.revelations.hinges import HingeLine
from game.ui.presenters.revelations.history import PastLine
from game.ui.screen import Canvas, Outcome
from game.ui.screens.revelations.blocks import beside, gap, words
from game.ui.widgets.buttons import quiet_button
from game.ui.widgets.chart import Line, Plot, chart_height, draw_chart
from game.ui.widgets.columns import Block
from game.ui.widgets.focus import focus_frame, selection

GoTo = Callable[[int], Outcome]


# Charts


def plot_of(sheet: ChartSheet) -> Plot:
    """A chart as the widget draws it: curves of one side are told apart by their dashes."""
    drawn = zip(sheet.curves, sheet.dashes, strict=True)
    lines = tuple(Line(name=curve.name, colour=curve.side, values=curve.values, dash=dash) for curve, dash in drawn)
    unit = sheet.curves[0].unit if sheet.curves else ""
    return Plot(id=sheet.id, title=sheet.title, most=sheet.most, lines=lines, unit=unit, about=sheet.about)


def charts_page(canvas: Canvas, dossier: Dossier, moment: int, width: int, go_to: GoTo) -> list[Block]:
    """How the numbers went, in two columns where there is room."""
    space = canvas.px(32)
    half = (width - space) // 2
    charts = [_chart(canvas, dossier, plot_of(sheet), moment, go_to) for sheet in dossier.charts]
    if not charts:
        return [words(canvas, canvas.words("No number moved in this game."), width)]
    if half < canvas.line("body") * 9:
        return charts
    return [
        beside(canvas, charts[index : index + 1], charts[index + 1 : index + 2], half, space)
        for index in range(0, len(charts), 2)
    ]


def _chart(canvas: Canvas, dossier: Dossier, plot: Plot, moment: int, go_to: GoTo) -> Block:
    high = chart_height(canvas, plot)

    def draw(rect: Rect) -> None:
        place = Rect(rect.x, rect.y, rect.w, rect.h - canvas.px(16))
        draw_chart(canvas, place, plot, moment, date=dossier.date, go_to=go_to)

    return Block(height=high + canvas.px(20), draw=draw, live=True)


# Hinges


def hinges_page(canvas: Canvas, dossier: Dossier, moment: int, width: int, go_to: GoTo) -> list[Block]:
    """On what it hung: a sentence each, and a click to go there."""
    _ = canvas.words
    about = _(
        "The turns in which the estimate of who would win moved furthest. The estimate looks at the true state and plays nothing "
        "out; it can be wrong."
    )
    blocks = [words(canvas, about, width, role="small", ink="ink2", after=12)]
    if not dossier.hinges:
        return [*blocks, words(canvas, _("No single turn moved it far."), width)]
    return [*blocks, *(_hinge(canvas, line, moment, width, go_to) for line in dossier.hinges)]


def _hinge(canvas: Canvas, line: HingeLine, moment: int, width: int, go_to: GoTo) -> Block:
    pad, arrow = canvas.px(12), max(18, canvas.px(22))
    room = width - 3 * pad - arrow
    date, said = canvas.line("label"), canvas.paragraph_height("body", line.words, room)
    swing = canvas.paragraph_height("small", line.swing, room)

    def draw(rect: Rect) -> None:
        box = Rect(rect.x, rect.y, rect.w, rect.h - canvas.px(8))
        go = canvas.words("Goes to that turn.")
        look = canvas.hot(f"hinge.{line.turn}", box, line.words, lambda: go_to(line.turn), tip=Tip(line.date, go))
        if line.turn == moment:
            selection(canvas, box)
        elif look.hovered:
            canvas.fill(box, "hover")
        _arrow(canvas, Rect(box.x + pad, box.y + pad, arrow, arrow), up=line.up)
        left, y = box.x + 2 * pad + arrow, box.y + pad
        canvas.text("label", line.date, (left, y), width=room)
        canvas.paragraph("body", line.words, Rect(left, y + date, room, 0))
        canvas.paragraph("small", line.swing, Rect(left, y + date + said, room, 0), "ink2" if line.turn != moment else "ink")
        canvas.rule(box.x, box.right, box.bottom + canvas.px(3))
        if look.focused:
            focus_frame(canvas, box.inflate(-2 * canvas.measure("focus"), -2 * canvas.measure("focus")))

    return Block(height=date + said + swing + 2 * pad + canvas.px(8), draw=draw, live=True)


def _arrow(canvas: Canvas, box: Rect, *, up: bool) -> None:
    """A square with an arrow up for the Center, a disc with one down for the Circle."""
    x, y, reach = box.centerx, box.centery, box.w * 0.26
    tip = -reach if up else reach
    if up:
        canvas.fill(box, "center")
    else:
        canvas.disc(box.center, box.w / 2, "circle")
    canvas.stroke(((x, y - tip), (x, y + tip)), "ivory", max(2, canvas.px(2.4)))
    canvas.stroke(((x - reach, y), (x, y + tip), (x + reach, y)), "ivory", max(2, canvas.px(2.4)))


# History


def history_page(canvas: Canvas, dossier: Dossier, moment: int, width: int, look_up: LookUp) -> list[Block]:
    """What the library tells of the same days; at the end how it went altogether."""
    _ = canvas.words
    blocks: list[Block] = []
    whole = dossier.chronicle.scenario.catalogue.history
    if moment == dossier.last and whole:
        blocks += [words(canvas, whole, width, after=14)]
    past = dossier.past(moment)
    for line in past:
        blocks += _past(canvas, line, width, look_up)
    if not past:
        blocks += [words(canvas, _("The archive tells of nothing in these days."), width, ink="ink2", italic=True)]
    return blocks


def _past(canvas: Canvas, line: PastLine, width: int, look_up: LookUp) -> Iterator[Block]:
    way = look_up(line.id)
    high = max(canvas.measure("least_target"), canvas.line("choice") + canvas.px(8)) if way else canvas.line("choice")

    def draw(rect: Rect) -> None:
        canvas.text("label", line.date, rect.topleft, "ink2", width=rect.w)
        y = rect.y + canvas.line("label")
        if way is None:
            canvas.text("choice", line.title, (rect.x, y), width=rect.w)
        else:
            tip = Tip(line.title, canvas.words("Opens in the archive."))
            quiet_button(canvas, f"past.{line.id}", (rect.x, y), line.title, way, tip=tip)

    yield Block(height=canvas.line("label") + high + canvas.px(4), draw=draw, live=way is not None)
    yield words(canvas, line.text, width, after=4)
    if line.disputed:
        disputed = canvas.words("Disputed: {what}", what=line.disputed)
        yield words(canvas, disputed, width, role="small", italic=True, after=4)
    yield words(canvas, line.sources, width, role="small", ink="ink2", after=18)


# Testimonies


def testimonies_page(canvas: Canvas, dossier: Dossier, width: int, faces: Faces, go_to: GoTo) -> list[Block]:
    """What those who came through it tell afterwards."""
    _ = canvas.words
    if not dossier.testimonies:
        return [words(canvas, _("Nobody came through it who would speak."), width, ink="ink2", italic=True)]
    blocks = [words(canvas, dossier.about_testimonies, width, role="small", ink="ink2", after=14)]
    for each in dossier.testimonies:
        blocks += _testimony(canvas, dossier, each, width, faces, go_to)
    return blocks


def _testimony(canvas: Canvas, dossier: Dossier, each: Testimony, width: int, faces: Faces, go_to: GoTo) -> Iterator[Block]:
    tall = max(72, canvas.px(80))
    wide = tall * 4 // 5
    left = wide + canvas.px(16)
    side = dossier.served(each.speaker)
    name = canvas.paragraph_height("number_small", each.name, width - left)
    role = canvas.paragraph_height("small", each.role, width - left, italic=True)

    def draw(rect: Rect) -> None:
        box = Rect(rect.x, rect.y, wide, tall)
        photograph(canvas, faces, box, dossier.names.portrait(each.speaker), side or None)
        room = Rect(rect.x + left, rect.y, rect.w - left, 0)
        canvas.paragraph("number_small", each.name, room, side or "ink")
        canvas.paragraph("small", each.role, room.move(0, name), "ink2", italic=True)

    yield Block(height=max(tall, name + role) + canvas.px(10), draw=draw)
    for paragraph in each.text:
        yield words(canvas, paragraph, width, after=8)
    turns = tuple(turn for turn in each.about if 1 <= turn <= dossier.last)
    if turns:
        yield _turns(canvas, dossier, each, turns, width, go_to)
    yield gap(canvas.px(22))


def _turns(canvas: Canvas, dossier: Dossier, each: Testimony, turns: tuple[int, ...], width: int, go_to: GoTo) -> Block:
    """The months it speaks of, to go to."""
    high = max(canvas.measure("least_target"), canvas.line("small") + canvas.px(12))
    spots: list[tuple[int, int, int, int]] = []
    x = row = 0
    for turn in turns:
        wide = canvas.text_width("small", dossier.date(turn)) + canvas.px(20)
        if x and x + wide > width:
            x, row = 0, row + 1
        spots.append((turn, x, row * high, wide))
        x += wide + canvas.px(8)

    def draw(rect: Rect) -> None:
        for turn, dx, dy, wide in spots:
            box = Rect(rect.x + dx, rect.y + dy + canvas.px(3), wide, high - canvas.px(6))
            look = canvas.hot(f"told.{each.speaker}.{turn}", box, dossier.date(turn), partial(go_to, turn))
            if look.hovered:
                canvas.fill(box, "hover")
            canvas.frame(box, "ink2", 1)
            canvas.text("small", dossier.date(turn), box.center, "ink2", anchor="center", width=box.w)
            if look.focused:
                focus_frame(canvas, box)

    return Block(height=(row + 1) * high, draw=draw, live=True)
