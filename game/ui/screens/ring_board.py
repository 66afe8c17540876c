"""The paper of the second board: rings and corners of the world, strings, and everybody's portrait in his place."""

from collections.abc import Sequence
from math import cos, pi, sin

from pygame import Rect, Surface

from game.rules.nouns import OLD_MAN
from game.ui.attention import Tip
from game.ui.desk.faces import Faces
from game.ui.painter import Painter, Point
from game.ui.presenters.ring_lines import crossings
from game.ui.presenters.rings import RingPerson, RingsModel
from game.ui.screen import Action, Canvas
from game.ui.screens.ring_labels import draw_labels
from game.ui.screens.ring_notes import note_boxes, sagging
from game.ui.screens.ring_plans import Plan, figure_shift, name_width, old_man_radius
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.meters import doubt_arc, doubt_figure
from game.ui.words import Words


def draw_paper(painter: Painter, rect: Rect, plan: Plan, model: RingsModel, _: Words) -> None:
    """Rings, sectors and their names: nothing that changes while the window stays as it is."""
    at = rect.topleft
    centre = (plan.rings.centre[0] + at[0], plan.rings.centre[1] + at[1])
    for depth, (rx, ry) in enumerate(reversed(plan.rings.axes)):
        _ellipse(painter, centre, (rx, ry), 0.06 + 0.02 * depth)
    names = draw_labels(painter, at, plan.rings, model, note_boxes(painter, plan.size, model, _, tall=plan.tall), _)
    air = painter.px(6)
    for start, end in crossings(plan.rings):
        ends = ((start[0] + at[0], start[1] + at[1]), (end[0] + at[0], end[1] + at[1]))
        _dashes(painter, *ends, [name.inflate(air, air) for name in names])


def _ellipse(painter: Painter, centre: Point, axes: tuple[float, float], wash: float) -> None:
    points = [(centre[0] + axes[0] * cos(step * pi / 60), centre[1] + axes[1] * sin(step * pi / 60)) for step in range(121)]
    painter.polygon(points, "circle", wash)
    painter.stroke(points, "circle", max(1.4, painter.px(2.4)), 0.75)


def _dashes(painter: Painter, start: Point, end: Point, names: Sequence[Rect]) -> None:
    """A dashed line that leaves out the names it comes to."""
    count = max(1, round(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 / painter.px(13)))
    for index in range(count):
        a, b = index / count, (index + 0.6) / count
        ends = [(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part) for part in (a, b)]
        if not any(name.clipline(*ends) for name in names):
            painter.stroke(ends, "circle", max(1.0, painter.px(1.4)), 0.6)


def draw_strings(painter: Painter, at: Point, plan: Plan, model: RingsModel, selected: str | None) -> None:
    """Ties as red string, thicker for closer ones; those of the selected person in full colour, on top."""
    places = {**plan.places, OLD_MAN: plan.rings.centre}
    for string in sorted(model.strings, key=lambda each: selected in each.ends):
        start, end = (places[one] for one in string.ends)
        colour = "center" if selected in string.ends else "center_tint"
        width = painter.px(1.6) + painter.px(1.1) * (string.weight - 1)
        painter.stroke(sagging((start[0] + at[0], start[1] + at[1]), (end[0] + at[0], end[1] + at[1])), colour, max(1.4, width))


def draw_person(
    canvas: Canvas, faces: Faces, at: Point, plan: Plan, person: RingPerson, *, selected: bool, choose: Action
) -> None:
    """One portrait with its name and doubt."""
    cell = next(each for each in plan.cells if each.id == person.id)
    x, y = round(plan.places[person.id][0] + at[0]), round(plan.places[person.id][1] + at[1])
    box = Rect(round(x - cell.half), round(y - cell.above), round(2 * cell.half), round(cell.above + cell.below))
    look = canvas.hot(f"person.{person.id}", box, person.full, choose, tip=Tip(person.full, _tip(person, canvas.words)))
    radius = plan.radius
    if person.shape == "agent":
        _agent(canvas, faces, (x, y), radius, person, selected, look.hovered)
    else:
        _member(canvas, faces, (x, y), radius, person, selected, look.hovered)
    if person.doubt is not None:
        right, up = figure_shift(canvas, radius)
        doubt_figure(canvas, (x + right, y - up), person.doubt)
    ink = "ink" if not person.faint else "ink2"
    canvas.text(
        "small", person.name, (x, y + radius + canvas.px(4)), ink, anchor="midtop", weight=700, italic=False,
        width=name_width(canvas, person), halo="sheet",
    )  # fmt: skip
    if look.focused:
        focus_frame(canvas, box.inflate(-4 * canvas.measure("focus"), -4 * canvas.measure("focus")))


def _tip(person: RingPerson, _: Words) -> str:
    if person.doubt is None:
        return person.note
    return f"{person.note}\n" + _("Doubt {percent}%. Pick to read the reasons.", percent=person.doubt)


def _member(canvas: Canvas, faces: Faces, centre: Point, radius: int, person: RingPerson, selected: bool, hovered: bool) -> None:
    if selected:
        canvas.disc(centre, radius + canvas.px(7), "ink")
        canvas.disc(centre, radius + canvas.px(5), "select")
    else:
        canvas.disc((centre[0] + canvas.px(2), centre[1] + canvas.px(4)), radius + canvas.px(1), "ink", 0.3)
    if person.doubt is not None:
        doubt_arc(canvas, centre, radius, person.doubt)
    else:
        canvas.disc(centre, radius, "ink" if hovered else "circle")
    inner = radius * 0.83 - canvas.px(2) if person.doubt is not None else radius - max(2, canvas.px(3))
    if person.shape == "stranger" or not person.portrait:
        canvas.disc(centre, inner, "ivory2")
        canvas.icon("person", (centre[0], centre[1]), round(inner * 1.5), "ink2")
        return
    if person.faint:
        canvas.disc(centre, inner, "ivory2")
    face = faces.disc(person.portrait, round(2 * inner), background="neutral" if person.faint else "circle")
    _put(canvas, face, centre, 0.6 if person.faint else 1.0)
    if hovered:
        canvas.ring(centre, radius + canvas.px(3), "ink", max(2, canvas.px(2)))


def _agent(canvas: Canvas, faces: Faces, centre: Point, radius: int, person: RingPerson, selected: bool, hovered: bool) -> None:
    side = round(radius * 1.78)
    box = Rect(0, 0, side, side)
    box.center = (round(centre[0]), round(centre[1]))
    if selected:
        canvas.fill(box.inflate(canvas.px(14), canvas.px(14)), "ink")
        canvas.fill(box.inflate(canvas.px(10), canvas.px(10)), "select")
    else:
        canvas.fill(box.move(canvas.px(3), canvas.px(4)), "ink", 0.3)
    canvas.fill(box, "ink" if hovered else "center")
    edge = max(2, canvas.px(3))
    inner = box.inflate(-2 * edge, -2 * edge)
    if person.portrait:
        face = faces.surface(person.portrait, background="center", cut="face", size=inner.size)
        _put(canvas, face, inner.center, 0.6 if person.faint else 1.0)
    else:
        canvas.fill(inner, "center")
        canvas.icon("person", inner.center, round(inner.w * 0.7), "ivory")


def _put(canvas: Canvas, face: Surface, centre: Point, alpha: float) -> None:
    if alpha < 1:
        face = face.copy()
        face.set_alpha(round(255 * alpha))
    canvas.surface.blit(face, face.get_rect(center=(round(centre[0]), round(centre[1]))))


def draw_old_man(
    canvas: Canvas, faces: Faces, at: Point, plan: Plan, model: RingsModel, *, selected: bool, choose: Action
) -> None:
    """The Old Man in the middle, with his ribbon."""
    _ = canvas.words
    centre = (round(plan.rings.centre[0] + at[0]), round(plan.rings.centre[1] + at[1]))
    radius = old_man_radius(plan.radius)
    box = Rect(0, 0, 2 * radius, 2 * radius)
    box.center = centre
    words = model.called
    ribbon = Rect(0, 0, canvas.text_width("h3", words) + canvas.px(20), canvas.line("h3") + canvas.px(6))
    ribbon.center = (centre[0], centre[1] + radius)
    look = canvas.hot(f"person.{OLD_MAN}", box.union(ribbon), words, choose, tip=Tip(words))
    if selected:
        canvas.disc(centre, radius + canvas.px(6), "ink")
        canvas.disc(centre, radius + canvas.px(4), "select")
    canvas.disc(centre, radius, "circle_dark" if not look.hovered else "ink")
    canvas.ring(centre, radius - canvas.px(3), "ivory", max(1, canvas.px(2)))
    if model.old_man:
        face = faces.disc(model.old_man, 2 * (radius - canvas.px(7)), background="circle")
        _put(canvas, face, centre, 1.0)
    canvas.fill(ribbon, "circle_dark")
    canvas.text("h3", words, ribbon.center, "ivory", anchor="center")
    if look.focused:
        focus_frame(canvas, box.union(ribbon))
