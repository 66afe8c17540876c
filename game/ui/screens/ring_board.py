"""The paper of the second board: rings and corners of the world, strings, and everybody's portrait in his place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import cos, pi, sin

from pygame import Rect, Surface

from game.rules.nouns import OLD_MAN
from game.ui.attention import Tip
from game.ui.desk.faces import Faces
from game.ui.painter import Painter, Point
from game.ui.presenters.ring_lines import Arena, Box, Cell, Rings, crossings, draw_up
from game.ui.presenters.ring_places import settle, settle_beside, strays
from game.ui.presenters.rings import RingPerson, RingsModel
from game.ui.screen import Action, Canvas
from game.ui.screens.ring_notes import note_boxes, sagging
from game.ui.widgets.curved import curved_words
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.meters import doubt_arc, doubt_figure
from game.ui.words import Words

_RADII = (42, 38, 34, 31, 28, 26)
_GROWTH = (1.0, 1.2, 1.45, 1.75, 2.1, 2.6, 3.2, 4.0, 5.0, 6.5)
_LAST_GROWTH = 12
_LEAST_RADIUS = 19
_MUCH = 0.2
"""The share of all people by which a board may change, and who may stand outside their sector, before it is laid anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything lies on the paper, from its upper left corner; it may be so `tall` that its foot is not seen at first.
    It was first laid for so many people; since then those who stayed in their ring and part of the world kept their places."""

    size: tuple[int, int]
    tall: bool
    sectors: tuple[str, ...]
    laid_for: int
    radius: int
    rings: Rings
    places: Mapping[str, Point]
    cells: tuple[Cell, ...]


def plan_board(painter: Painter, room: tuple[int, int], model: RingsModel, _: Words, before: Plan | None = None) -> Plan:
    """Finds a place for everybody: beside those who keep theirs from `before`, if not too much has changed. Else large
    portraits are weighed against people who would stand outside their sector; where even small ones do not fit, the paper grows
    taller than what is seen of it."""
    kept = _kept(painter, model, before, _) if before is not None else None
    if kept is not None:
        return kept
    radii = _radii(painter)
    for growth in _GROWTH:
        size = (room[0], round(room[1] * growth))
        smallest = _attempt(painter, size, radii[-1], model, _, tall=size[1] > room[1])
        if smallest.places:
            return _best(painter, size, radii, smallest, model, _)
    return _attempt(painter, (room[0], room[1] * _LAST_GROWTH), radii[-1], model, _, tall=True)


def _kept(painter: Painter, model: RingsModel, before: Plan, _: Words) -> Plan | None:
    """The plan of the turn before with the people of today, a little smaller where they need room; nothing if
    there are other parts of the world, many more people or many fewer, or many of them would stand outside their sector."""
    if _names(model) != before.sectors or abs(len(model.people) - before.laid_for) > _MUCH * before.laid_for:
        return None
    stood = {(cell.id, cell.ring, cell.sector): before.places[cell.id] for cell in before.cells}
    for radius in (radius for radius in _radii(painter) if radius <= before.radius):
        cells = tuple(_cell(painter, person, radius) for person in model.people)
        arena = _arena(painter, before.size, radius, before.rings, model, _, tall=before.tall)
        stay = {cell.id: stood[key] for cell in cells if (key := (cell.id, cell.ring, cell.sector)) in stood}
        places = settle_beside(cells, arena, before.rings, stay)
        if places is not None and strays(cells, places, before.rings) <= _MUCH * len(cells):
            return replace(before, radius=radius, places=places, cells=cells)
    return None


def _radii(painter: Painter) -> list[int]:
    """How large portraits may be, the largest first."""
    return sorted({max(_LEAST_RADIUS, painter.px(wanted)) for wanted in _RADII}, reverse=True)


def _names(model: RingsModel) -> tuple[str, ...]:
    return tuple(sector.name for sector in model.sectors)


def _best(painter: Painter, size: tuple[int, int], radii: Sequence[int], smallest: Plan, model: RingsModel, _: Words) -> Plan:
    """The best plan for a paper on which even the smallest portraits are known to find room: large ones, few astray."""
    best = (4 * strays(smallest.cells, smallest.places, smallest.rings) + len(radii) - 1, smallest)
    for smaller, radius in enumerate(radii[:-1]):
        if smaller >= best[0]:
            break
        plan = _attempt(painter, size, radius, model, _, tall=smallest.tall)
        if plan.places:
            astray = strays(plan.cells, plan.places, plan.rings)
            best = min(best, (4 * astray + smaller, plan), key=lambda each: each[0])
    return best[1]


def _attempt(painter: Painter, size: tuple[int, int], radius: int, model: RingsModel, _: Words, *, tall: bool) -> Plan:
    cells = tuple(_cell(painter, person, radius) for person in model.people)
    bare = Arena(width=size[0], height=size[1], old_man=_old_man(painter, radius, model))
    rings = draw_up(cells, bare, [sector.bearing for sector in model.sectors])
    places = settle(cells, _arena(painter, size, radius, rings, model, _, tall=tall), rings) or {}
    return Plan(
        size=size, tall=tall, sectors=_names(model), laid_for=len(cells), radius=radius, rings=rings, places=places, cells=cells
    )


def _old_man(painter: Painter, radius: int, model: RingsModel) -> Cell:
    middle = old_man_radius(painter, radius)
    half = max(middle, painter.text_width("h3", model.called) / 2 + painter.px(12)) + painter.px(6)
    return Cell(id=OLD_MAN, ring=1, sector=0, half=half, above=middle + painter.px(6), below=middle + _ribbon(painter))


def _arena(
    painter: Painter, size: tuple[int, int], radius: int, rings: Rings, model: RingsModel, _: Words, *, tall: bool
) -> Arena:
    """The paper with all that nobody may lie on."""
    notes = note_boxes(painter, size, model, _, tall=tall)
    labels = _draw_labels(painter, (0, 0), rings, model, notes, _, dry=True)
    if model.keeps:
        labels[0] = labels[0].inflate(2 * painter.px(20), 0)  # the posts of the gate stand beside the household's name
    boxes = tuple((float(box.left - 3), float(box.top - 2), float(box.right + 3), float(box.bottom + 2)) for box in labels)
    return Arena(width=size[0], height=size[1], old_man=_old_man(painter, radius, model), kept_clear=(*notes, *boxes))


def old_man_radius(painter: Painter, radius: int) -> int:
    """The Old Man is half as large again as anybody else."""
    return round(radius * 1.45)


def _ribbon(painter: Painter) -> int:
    return painter.line("h3") // 2 + painter.px(10)


def _cell(painter: Painter, person: RingPerson, radius: int) -> Cell:
    gap = painter.px(3)
    half = max(_name_width(painter, person) / 2, radius + gap)
    above = radius + gap
    if person.doubt is not None:
        figure = painter.text_width("number_small", "00%") + painter.px(14)
        half = max(half, _figure_shift(painter, radius)[0] + figure / 2)
        above = max(above, _figure_shift(painter, radius)[1] + painter.line("number_small") // 2 + painter.px(4))
    below = radius + painter.px(6) + painter.line("small")
    return Cell(
        id=person.id, ring=person.ring, sector=person.sector, half=half + gap / 2, above=above, below=below + gap / 2, core=radius
    )


def _figure_shift(painter: Painter, radius: int) -> tuple[int, int]:
    """How far right of and above a portrait's middle its doubt stands: at its shoulder, never over the eyes."""
    wide, high = painter.text_width("number_small", "00%") + painter.px(14), painter.line("number_small") + painter.px(4)
    return max(round(radius * 0.72), wide // 2), max(round(radius * 0.7), round(radius * 0.15) + high // 2)


def _name_width(painter: Painter, person: RingPerson) -> int:
    return min(painter.text_width("small", person.name, weight=700), painter.line("small") * 8) + painter.px(6)


def _draw_labels(
    painter: Painter, at: Point, rings: Rings, model: RingsModel, notes: Sequence[Box], _: Words, *, dry: bool = False
) -> list[Rect]:
    """The names of the rings at their tops and of the corners of the world outside, none on the `notes`; returns their rooms."""
    centre = (rings.centre[0] + at[0], rings.centre[1] + at[1])
    size = (round(2 * rings.centre[0]), round(2 * rings.centre[1]))
    paper = Rect((round(at[0]), round(at[1])), size)
    lift = painter.line("label") * 0.62
    boxes: list[Rect] = []
    taken = [Rect(box[0], box[1], box[2] - box[0], box[3] - box[1]).move(paper.topleft) for box in notes]
    for (rx, ry), name in zip(rings.axes, (_("household"), _("organisation"), _("sympathisers")), strict=False):
        place = partial(curved_words, painter, "label", name, centre, (rx + lift, ry + lift), colour="circle_dark")
        top, foot = -pi / 2, pi / 2
        hidden = name != _("household") and place(bearing=top, dry=True).collidelist(taken) >= 0
        boxes.append(place(bearing=foot if hidden else top, dry=dry))
    for index, sector in enumerate(model.sectors):
        place = partial(curved_words, painter, "label", sector.name, centre, colour="ink2")
        axes, bearing = _name_place(place, rings, index, lift, paper, [*boxes, *taken])
        boxes.append(place(axes=axes, bearing=bearing, dry=dry))
    return boxes


def _name_place(
    place: Callable[..., Rect], rings: Rings, sector: int, lift: float, paper: Rect, taken: Sequence[Rect]
) -> tuple[tuple[float, float], float]:
    """On which ellipse and bearing a sector's name stands: outside the rings and towards a corner, where there is most room;
    else inside the outermost ring."""
    start, span = rings.starts[sector], rings.spans[sector]
    inside = [start + span * (0.12 + 0.76 * step / 20) for step in range(21)]
    inside.sort(key=lambda bearing: abs(abs(sin(2 * bearing)) - 1))
    outer = rings.axes[2]
    for off in (1.7, -1.3):
        axes = (outer[0] + off * lift, outer[1] + off * lift)
        for bearing in inside:
            box = place(axes=axes, bearing=bearing, dry=True)
            if paper.contains(box) and box.inflate(4, 4).collidelist(list(taken)) < 0:
                return axes, bearing
    return (outer[0] - 1.3 * lift, outer[1] - 1.3 * lift), rings.middle(sector)


def draw_paper(painter: Painter, rect: Rect, plan: Plan, model: RingsModel, _: Words) -> None:
    """Rings, sectors and their names: nothing that changes while the window stays as it is."""
    at = rect.topleft
    centre = (plan.rings.centre[0] + at[0], plan.rings.centre[1] + at[1])
    for depth, (rx, ry) in enumerate(reversed(plan.rings.axes)):
        _ellipse(painter, centre, (rx, ry), 0.06 + 0.02 * depth)
    for start, end in crossings(plan.rings):
        _dashes(painter, (start[0] + at[0], start[1] + at[1]), (end[0] + at[0], end[1] + at[1]))
    _draw_labels(painter, at, plan.rings, model, note_boxes(painter, plan.size, model, _, tall=plan.tall), _)


def _ellipse(painter: Painter, centre: Point, axes: tuple[float, float], wash: float) -> None:
    points = [(centre[0] + axes[0] * cos(step * pi / 60), centre[1] + axes[1] * sin(step * pi / 60)) for step in range(121)]
    painter.polygon(points, "circle", wash)
    painter.stroke(points, "circle", max(1.4, painter.px(2.4)), 0.75)


def _dashes(painter: Painter, start: Point, end: Point) -> None:
    count = max(1, round(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 / painter.px(13)))
    for index in range(count):
        a, b = index / count, (index + 0.6) / count
        ends = [(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part) for part in (a, b)]
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
        right, up = _figure_shift(canvas, radius)
        doubt_figure(canvas, (x + right, y - up), person.doubt)
    ink = "ink" if not person.faint else "ink2"
    canvas.text(
        "small", person.name, (x, y + radius + canvas.px(4)), ink, anchor="midtop", weight=700, italic=False,
        width=_name_width(canvas, person), halo="sheet",
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
    radius = old_man_radius(canvas, plan.radius)
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
