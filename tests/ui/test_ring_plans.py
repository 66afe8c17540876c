"""On the second board people keep their places from turn to turn as far as they can, and the way to the lost is always seen."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from math import nan, pi

import pytest
from pygame import FRect, Rect, Surface

from game.match import Match
from game.resources import assets_folder
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.ui.painter import Painter, Point
from game.ui.presenters.losses import Loss
from game.ui.presenters.ring_lines import crossings
from game.ui.presenters.rings import RingsModel, rings_model
from game.ui.screens.ring_board import _dashes
from game.ui.screens.ring_labels import draw_labels
from game.ui.screens.ring_notes import _legend, way_box
from game.ui.screens.ring_plans import Plan, RingPlans, plan_board
from game.ui.studio import Studio
from game.ui.theme import Theme, read_tokens, unit_for
from game.ui.words import Words

pytestmark = pytest.mark.usefixtures("bare_display")

ASSETS = assets_folder()
_ = Words()
ROOM = (1090, 780)


def painter_for(size: tuple[int, int]) -> Painter:
    theme = Theme(tokens=read_tokens(ASSETS / "tokens.json"), unit=unit_for(size, 1.0), text=1.0)
    return Painter(Surface(size), Studio(ASSETS, theme))


@pytest.fixture
def model(utka: Scenario) -> RingsModel:
    return rings_model(Match.new(utka, 4).view(Side.CIRCLE), (), _)


def moved(one: Plan, other: Plan) -> Mapping[str, object]:
    return {person: place for person, place in other.places.items() if one.places.get(person) != place}


def test_nobody_moves_because_others_come_go_or_change_their_ring(model: RingsModel) -> None:
    painter, people = painter_for((1600, 900)), model.people
    coming, going, rising = [person for person in people if person.ring == 3][:3]
    before = plan_board(painter, ROOM, replace(model, people=tuple(person for person in people if person is not coming)), _)
    now = tuple(replace(person, ring=2) if person is rising else person for person in people if person is not going)
    after = plan_board(painter, ROOM, replace(model, people=now), _, before)
    assert set(moved(before, after)) == {coming.id, rising.id}
    assert set(after.places) == {person.id for person in now}
    afresh = plan_board(painter, ROOM, replace(model, people=now), _)
    assert len(moved(before, afresh)) > 3, "which is no matter of course"


def test_a_board_of_other_parts_of_the_world_or_of_half_the_people_is_laid_anew(model: RingsModel) -> None:
    painter, fewer = painter_for((1600, 900)), replace(model, people=model.people[::2])
    before = plan_board(painter, ROOM, model, _)
    assert plan_board(painter, ROOM, fewer, _, before) == plan_board(painter, ROOM, fewer, _)
    renamed = replace(model, sectors=tuple(replace(sector, name=sector.name + "!") for sector in model.sectors))
    assert plan_board(painter, ROOM, renamed, _, before) == plan_board(painter, ROOM, renamed, _)


def test_plans_are_those_of_the_turn_or_of_the_last_turn_in_which_there_were_any(model: RingsModel) -> None:
    plan = plan_board(painter_for((1600, 900)), ROOM, model, _)
    plans = RingPlans().at(1)
    plans.found["window"] = plan
    assert plans.at(1) is plans
    third = plans.at(2).at(3)
    assert third.before == {"window": plan} and not third.found


@pytest.mark.parametrize("room", [(600, 550), ROOM])
def test_the_way_to_the_lost_is_seen_without_scrolling(model: RingsModel, room: tuple[int, int]) -> None:
    loss = Loss(id="klement", name="Rudolf Klement", fate="dead")
    lost = replace(model, losses=(loss,))
    painter = painter_for((1024, 640) if room != ROOM else (1600, 900))
    plan = plan_board(painter, room, lost, _)
    box = way_box(painter, plan.size, lost, _, tall=plan.tall)
    assert plan.tall is (plan.size[1] > room[1])
    assert box is not None and box.top >= 0 and box.bottom <= room[1] and box.right <= room[0]
    for cell in plan.cells:
        x, y = plan.places[cell.id]
        taken = FRect(x - cell.half, y - cell.above, 2 * cell.half, cell.above + cell.below)
        assert not taken.colliderect(box), cell.id


def test_the_legend_explains_faint_faces_where_there_are_any(model: RingsModel) -> None:
    bright = replace(model, people=tuple(replace(person, faint=False) for person in model.people))
    faint = replace(bright, people=(replace(bright.people[0], faint=True), *bright.people[1:]))
    assert {note.words for note in _legend(faint, _)} - {note.words for note in _legend(bright, _)} == {"on a journey"}


def test_a_line_divides_every_two_parts_of_the_world_and_strikes_no_name(model: RingsModel) -> None:
    painter = painter_for((1600, 900))
    plan = plan_board(painter, ROOM, model, _)
    lines = list(crossings(plan.rings))
    assert len(lines) == len(model.sectors) > 1
    top = min(lines, key=lambda line: line[1][1])
    ground = painter.surface.copy()
    _dashes(painter, *top, ())
    assert drawn(painter, ground, top)
    painter.surface.blit(ground, (0, 0))
    _dashes(painter, *top, [Rect(0, 0, *ROOM)])
    assert not drawn(painter, ground, top)


def drawn(painter: Painter, ground: Surface, line: tuple[Point, Point]) -> bool:
    """Whether a line has left anything on what was there before."""
    (left, top), (right, foot) = line
    rect = Rect(min(left, right) - 2, min(top, foot), abs(right - left) + 4, abs(foot - top))
    return bool(painter.surface.subsurface(rect).get_buffer().raw != ground.subsurface(rect).get_buffer().raw)


def test_a_board_that_no_window_can_have_had_is_laid_anew(model: RingsModel) -> None:
    painter = painter_for((1600, 900))
    plans = RingPlans().at(1)
    plan = plans.found["here"] = plan_board(painter, ROOM, model, _)
    kept = plans.board
    assert kept is not None and RingPlans.again(kept).board == kept
    assert plan_board(painter, ROOM, model, _, RingPlans.again(kept).before["here"]).places == plan.places
    for nonsense in (
        replace(kept, size=(9, 9)), replace(kept, size=(ROOM[0], 10**9), tall=True), replace(kept, axes=()),
        replace(kept, starts=kept.starts[1:]), replace(kept, centre=(nan, 0.0)), replace(kept, radius=-1),
    ):  # fmt: skip
        assert plan_board(painter, ROOM, model, _, RingPlans.again(nonsense).before["here"]) == plan


def test_names_of_places_side_by_side_are_not_read_as_one(model: RingsModel) -> None:
    """Two narrow parts of the world at the corner where there is most room for a name."""
    painter = painter_for((1600, 900))
    rings = plan_board(painter, ROOM, model, _).rings
    names, starts = ("Leningrad", "Tomsk", "Barnaul"), (-pi, -pi / 2, -0.785)
    spans = (pi / 2, pi / 2 - 0.785, 0.3)
    sectors = tuple(replace(model.sectors[0], name=name) for name in names)
    drawn = replace(rings, starts=starts, spans=spans)
    boxes = draw_labels(painter, (0, 0), drawn, replace(model, sectors=sectors), (), _, dry=True)[3:]
    assert len(boxes) == 3 and not any(one.inflate(12, 12).colliderect(other) for one, other in pairwise(boxes))
