"""Where everybody lies on the second board: a plan for the paper, found anew or from the one of the turn before, in which people
keep their places as far as they can."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.match.papers import Board, Portrait
from game.rules.nouns import OLD_MAN
from game.ui.painter import Painter, Point
from game.ui.presenters.ring_lines import Arena, Cell, Rings, draw_up
from game.ui.presenters.ring_places import settle, settle_beside, strays
from game.ui.presenters.rings import RingPerson, RingsModel
from game.ui.screens.ring_labels import draw_labels
from game.ui.screens.ring_notes import note_boxes
from game.ui.words import Words

_RADII = (42, 38, 34, 31, 28, 26)
_GROWTH = (1.0, 1.2, 1.45, 1.75, 2.1, 2.6, 3.2, 4.0, 5.0, 6.5)
_LAST_GROWTH = 12
_RINGS = 3
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


@dataclass(frozen=True, slots=True)
class RingPlans:
    """The plans of one side's board: those found for this turn, and those of the turn before. `now` is the moment for which they
    hold; they are by window and language, in words."""

    now: object = None
    found: dict[str, Plan] = field(default_factory=dict)
    before: Mapping[str, Plan] = field(default_factory=dict)

    @classmethod
    def again(cls, board: Board | None) -> "RingPlans":
        """The plans of a board as it lay in an earlier window."""
        return cls() if board is None else cls(before={board.window: _as_plan(board)})

    @property
    def board(self) -> Board | None:
        """The board as it lay last, for the papers of a game."""
        plans = {**self.before, **self.found}
        return _as_board(*next(reversed(plans.items()))) if plans else None

    def at(self, now: object) -> "RingPlans":
        """The plans for a moment: these, or new ones that come after these."""
        return self if now == self.now else RingPlans(now, {}, {**self.before, **self.found})


def plan_board(painter: Painter, room: tuple[int, int], model: RingsModel, _: Words, before: Plan | None = None) -> Plan:
    """Finds a place for everybody: beside those who keep theirs from `before`, if not too much has changed. Else large
    portraits are weighed against people who would stand outside their sector; where even small ones do not fit, the paper grows
    taller than what is seen of it."""
    kept = _kept(painter, model, before, _) if before is not None and _is_for(before, room) else None
    if kept is not None:
        return kept
    radii = _radii(painter)
    for growth in _GROWTH:
        size = (room[0], round(room[1] * growth))
        smallest = _attempt(painter, size, radii[-1], model, _, tall=size[1] > room[1])
        if smallest.places:
            return _best(painter, size, radii, smallest, model, _)
    return _attempt(painter, (room[0], room[1] * _LAST_GROWTH), radii[-1], model, _, tall=True)


def _is_for(plan: Plan, room: tuple[int, int]) -> bool:
    """Whether a plan, whatever stands in a file, can be one for this room."""
    (wide, high), rings = plan.size, plan.rings
    figures = [*rings.centre, *rings.starts, *rings.spans, *(each for axis in rings.axes for each in axis)]
    return (
        wide == room[0] and room[1] <= high <= room[1] * _LAST_GROWTH and plan.tall == (high > room[1])
        and len(rings.axes) == _RINGS and len(rings.starts) == len(rings.spans) == len(plan.sectors)
        and all(abs(figure) <= wide + high for figure in figures)
    )  # fmt: skip


def _as_board(window: str, plan: Plan) -> Board:
    rings = plan.rings
    portraits = [Portrait(who=cell.id, ring=cell.ring, sector=cell.sector, at=plan.places[cell.id]) for cell in plan.cells]
    return Board(
        window=window, size=plan.size, tall=plan.tall, sectors=plan.sectors, laid_for=plan.laid_for, radius=plan.radius,
        centre=rings.centre, axes=rings.axes, starts=rings.starts, spans=rings.spans, portraits=tuple(portraits),
    )  # fmt: skip


def _as_plan(board: Board) -> Plan:
    """The plan to which another is laid beside; how large everybody is on it is measured then."""
    return Plan(
        size=board.size, tall=board.tall, sectors=board.sectors, laid_for=board.laid_for, radius=board.radius,
        rings=Rings(centre=board.centre, axes=board.axes, starts=board.starts, spans=board.spans),
        places={each.who: each.at for each in board.portraits},
        cells=tuple(Cell(id=each.who, ring=each.ring, sector=each.sector, half=0, above=0, below=0) for each in board.portraits),
    )  # fmt: skip


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
    middle = old_man_radius(radius)
    half = max(middle, painter.text_width("h3", model.called) / 2 + painter.px(12)) + painter.px(6)
    return Cell(id=OLD_MAN, ring=1, sector=0, half=half, above=middle + painter.px(6), below=middle + _ribbon(painter))


def _arena(
    painter: Painter, size: tuple[int, int], radius: int, rings: Rings, model: RingsModel, _: Words, *, tall: bool
) -> Arena:
    """The paper with all that nobody may lie on."""
    notes = note_boxes(painter, size, model, _, tall=tall)
    labels = draw_labels(painter, (0, 0), rings, model, notes, _, dry=True)
    if model.keeps:
        labels[0] = labels[0].inflate(2 * painter.px(20), 0)  # the posts of the gate stand beside the household's name
    boxes = tuple((float(box.left - 3), float(box.top - 2), float(box.right + 3), float(box.bottom + 2)) for box in labels)
    return Arena(width=size[0], height=size[1], old_man=_old_man(painter, radius, model), kept_clear=(*notes, *boxes))


def old_man_radius(radius: int) -> int:
    """The Old Man is half as large again as anybody else."""
    return round(radius * 1.45)


def _ribbon(painter: Painter) -> int:
    return painter.line("h3") // 2 + painter.px(10)


def _cell(painter: Painter, person: RingPerson, radius: int) -> Cell:
    gap = painter.px(3)
    half = max(name_width(painter, person) / 2, radius + gap)
    above = radius + gap
    if person.doubt is not None:
        figure = painter.text_width("number_small", "00%") + painter.px(14)
        half = max(half, figure_shift(painter, radius)[0] + figure / 2)
        above = max(above, figure_shift(painter, radius)[1] + painter.line("number_small") // 2 + painter.px(4))
    below = radius + painter.px(6) + painter.line("small")
    return Cell(
        id=person.id, ring=person.ring, sector=person.sector, half=half + gap / 2, above=above, below=below + gap / 2, core=radius
    )


def figure_shift(painter: Painter, radius: int) -> tuple[int, int]:
    """How far right of and above a portrait's middle its doubt stands: at its shoulder, never over the eyes."""
    wide, high = painter.text_width("number_small", "00%") + painter.px(14), painter.line("number_small") + painter.px(4)
    return max(round(radius * 0.72), wide // 2), max(round(radius * 0.7), round(radius * 0.15) + high // 2)


def name_width(painter: Painter, person: RingPerson) -> int:
    """How wide a name may be under a portrait."""
    return min(painter.text_width("small", person.name, weight=700), painter.line("small") * 8) + painter.px(6)
