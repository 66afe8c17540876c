"""The map: its projection and camera as arithmetic, its plate in a cache, its people and names without overlaps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations
from math import dist
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pygame import Rect

from game.match import Match
from game.match.draft import Draft
from game.rules.definitions import Scenario
from game.rules.nouns import PlaceKind, Side, Status
from game.scenario import load
from game.ui.app import App
from game.ui.attention import Attention
from game.ui.backdrop import MonthMap, small_camera
from game.ui.map.atlas import Atlas
from game.ui.map.board import MapBoard, gathering_of
from game.ui.map.camera import BOUNDS, STEPS, Area, Camera, Flight
from game.ui.map.clipping import clip_ring, dashes, thinned
from game.ui.map.fitting import fitted_world
from game.ui.map.journey_tags import place_journey_tags
from game.ui.map.lines import dashed, journey_way
from game.ui.map.model import CountryTag, Highlight, JourneyMark, Layer, Legend, MapModel, PlaceMark, RouteMark, Token
from game.ui.map.opening import Gathering
from game.ui.map.overlay import HitRegion
from game.ui.map.placed import Scene
from game.ui.map.projection import project
from game.ui.map.room import NOWHERE, Room
from game.ui.map.shelf import trim
from game.ui.map.sight import is_near
from game.ui.map.steering import Steering
from game.ui.map.tiles import Progress
from game.ui.map.view import ALL_LAYERS, MapView
from game.ui.painter import Painter
from game.ui.presenters.map_marks import map_model
from game.ui.screen import Canvas
from game.ui.settings import Settings, SettingsFile
from game.ui.studio import Studio
from game.ui.theme import Theme, read_tokens, unit_for
from game.ui.words import Words
from tests.ui.sheets import MapSheet

pytestmark = [pytest.mark.plates, pytest.mark.usefixtures("bare_display")]

ASSETS = Path(__file__).parents[2] / "assets"
DAY = date(1939, 8, 1)
VIEW, SAFE = Area(0, 64, 1600, 692), Area(0, 64, 1176, 692)
SIZES = ((1024, 640), (1600, 900), (2560, 1440))

lons, lats = st.floats(-179, 179), st.floats(-79, 79)
steps = st.sampled_from([k for _, k in STEPS])


def token(id: str, place: str, shape: str = "center", **more: object) -> Token:
    return Token(id=id, name=id.title(), place=place, shape=shape, portrait={}, **more)  # type: ignore[arg-type]


def model() -> MapModel:
    at = {
        "paris": (48.86, 2.32), "moscow": (55.76, 37.63), "mexico_city": (19.43, -99.13), "coyoacan": (19.35, -99.16),
        "new_york": (40.71, -74.0), "berlin": (52.5, 13.4), "oslo": (59.9, 10.75), "brussels": (50.85, 4.35),
        "amsterdam": (52.37, 4.9), "marseille": (43.3, 5.4), "istanbul": (41.0, 28.97), "lisbon": (38.7, -9.1),
    }  # fmt: skip
    glyphs = {"moscow": "headquarters", "paris": "residency", "coyoacan": "seat", "marseille": "port", "oslo": "former_seat"}
    return MapModel(
        places=tuple(
            PlaceMark(id=id, name=id.replace("_", " ").title(), at=where, glyph=glyphs.get(id, "city"), rank=2)  # type: ignore[arg-type]
            for id, where in at.items()
        ),
        routes=(
            RouteMark(id="a", ends=(at["paris"], at["berlin"]), mode="rail"),
            RouteMark(id="b", ends=(at["paris"], at["new_york"]), mode="sea"),
            RouteMark(id="c", ends=(at["moscow"], at["berlin"]), mode="air"),
            RouteMark(id="d", ends=(at["mexico_city"], at["new_york"]), mode="road", closed=True),
        ),
        tokens=(
            token("raymond", "paris", selected=True, ordered=True), token("mother", "paris"), token("tulip", "paris"),
            token("tom", "moscow", lost=True), token("unknown", "berlin", "stranger", note="seen October"),
            token("old_man", "coyoacan", "old_man", note="seat of the Old Man"),
            token("rosmer", "lisbon", "circle", last_seen=True, note="last seen June"),
            *(token(f"agent{number}", "istanbul") for number in range(6)),
        ),
        tags=(CountryTag(id="france", name="France", at=(45.0, 0.0), tolerance=3, alert=3),),
        journeys=(JourneyMark(places=("paris", "new_york"), words="by sea · 8 days", side="center"),),
        highlights=(Highlight(id="oslo", mark="lawful"), Highlight(id="old_man", mark="aimed")),
    )  # fmt: skip


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(ASSETS / "map")


def painter_for(size: tuple[int, int], text: float = 1.0) -> Painter:
    theme = Theme(tokens=read_tokens(ASSETS / "tokens.json"), unit=unit_for(size, 1.0), text=text)
    return Painter(pygame.Surface(size), Studio(ASSETS, theme))


# Arithmetic


@given(lons, lats, lons, lats)
def test_the_projection_leaves_west_left_and_north_up(lon: float, lat: float, other_lon: float, other_lat: float) -> None:
    """So no two places fall on one point, however much Europe is stretched and the ocean folded."""
    assume(abs(lon - other_lon) > 1e-6 and abs(lat - other_lat) > 1e-6)
    (x, y), (other_x, _), (_, other_y) = project(lon, lat), project(other_lon, lat), project(lon, other_lat)
    assert (x < other_x) is (lon < other_lon) and (y < other_y) is (lat < other_lat)


def test_the_projection_is_the_designs() -> None:
    assert project(-99.13, 19.43) == pytest.approx((-102.698644, -4.849533), abs=1e-5)
    assert project(76.9, 43.25) == pytest.approx((81.549415, 25.818044), abs=1e-5)


@given(st.floats(-100, 100), st.floats(-40, 90), steps, st.tuples(st.floats(0, 1600), st.floats(0, 900)))
def test_screen_and_plate_are_inverse(x: float, y: float, k: float, pixel: tuple[float, float]) -> None:
    camera = Camera(x, y, k)
    assert camera.to_screen(camera.to_plate(pixel, VIEW), VIEW) == pytest.approx(pixel, abs=1e-6)


@given(steps, steps, st.tuples(st.floats(0, 1600), st.floats(64, 756)), st.integers(1, 349))
def test_zooming_keeps_what_is_under_the_pointer(k: float, to: float, pixel: tuple[float, float], now: int) -> None:
    before = Camera(3.0, 20.0, k)
    there = before.to_plate(pixel, VIEW)
    flight = Flight(start=before, end=before.zoomed(to, pixel, VIEW), began=0, lasts=350)
    assert flight.at(now).to_screen(there, VIEW) == pytest.approx(pixel, abs=0.01)
    assert flight.at(350) == flight.end


@given(st.floats(-400, 400), st.floats(-400, 400), steps)
def test_the_uncovered_part_stays_within_bounds(x: float, y: float, k: float) -> None:
    camera = Camera(x, y, k).clamped(VIEW, SAFE)
    west, north = camera.to_plate((SAFE.left, SAFE.top), VIEW)
    east, south = camera.to_plate((SAFE.left + SAFE.width, SAFE.top + SAFE.height), VIEW)
    assert west >= BOUNDS[0] - 1e-6 and north <= BOUNDS[3] + 1e-6
    assert east <= BOUNDS[2] + 1e-6 and south >= BOUNDS[1] - 1e-6


def test_the_whole_map_lies_as_designed() -> None:
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0)
    assert steering.camera(0).to_screen(project(-99.13, 19.43), VIEW) == pytest.approx((112, 662), abs=0.01)
    assert steering.camera(0).to_screen(project(76.9286, 43.2567), VIEW) == pytest.approx((1171, 486), abs=1.5)


@pytest.mark.parametrize(("places", "step"), [([(2.35, 48.86), (6.9, 46.1)], 4), ([(37.6, 55.75), (-99.1, 19.4)], 0), ([], 0)])
def test_it_opens_as_near_as_all_places_in_play_can_be_seen(places: list[tuple[float, float]], step: int) -> None:
    steering = Steering()
    points = [project(*place) for place in places]
    steering.fit(VIEW, SAFE, 1.0, gathering=lambda: Gathering(must=points))
    assert steering.step == step
    for x, y in (steering.camera(0).to_screen(point, VIEW) for point in points):
        assert (SAFE.left <= x <= SAFE.left + SAFE.width and SAFE.top <= y <= SAFE.top + SAFE.height) or not step


@pytest.mark.parametrize(("far_away", "step"), [(0, 4), (1, 4), (2, 0)])
def test_one_of_many_far_away_does_not_send_the_rest_into_the_distance(far_away: int, step: int) -> None:
    paris, mexico = project(2.35, 48.86), project(-99.1, 19.4)
    people = [paris] * (7 - far_away) + [mexico] * far_away
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0, gathering=lambda: Gathering(must=[paris], people=people))
    assert steering.step == step
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0, gathering=lambda: Gathering(must=[mexico], people=people))
    assert steering.step == 0, "what must be seen is never left out"


@pytest.mark.parametrize("side", list(Side))
def test_a_scenario_opens_where_its_people_and_the_seat_are(side: Side) -> None:
    scenario = load("paris-1936")
    view = Match.new(scenario, 4).view(side)
    model = map_model(view, Draft(view), Words())
    assert model.seats == (view.seat,) and {*model.stands} == {body.place for body in view.bodies.values()}
    canvas_map, clear = Area(0, 0, 1600, 692), Area(354, 0, 822, 490)
    steering = Steering()
    steering.fit(canvas_map, canvas_map, 1.0, gathering=partial(gathering_of, model), within=clear)
    at = view.catalogue.places[view.seat].at
    x, y = steering.camera(0).to_screen(project(at[1], at[0]), canvas_map)
    assert steering.step == 4
    assert clear.left < x < clear.left + clear.width and clear.top < y < clear.top + clear.height


def test_at_the_edge_of_the_world_it_opens_nearer_where_all_are_seen_beside_the_papers() -> None:
    """The prison lies so far in the west of the sheet that it cannot be pushed into the middle."""
    view = Match.new(load("gnome-1940"), 4).view(Side.CIRCLE)
    gathering = gathering_of(map_model(view, Draft(view), Words()))
    canvas_map, safe, clear = Area(0, 58, 1440, 842), Area(0, 58, 1056, 712), Area(320, 58, 736, 532)
    slip, controls = Area(18, 74, 302, 320), Area(311, 722, 732, 34)

    def opened(papers: Sequence[Area]) -> Steering:
        steering = Steering()
        steering.fit(canvas_map, safe, 0.9, gathering=lambda: gathering, within=clear, papers=papers)
        return steering

    near = opened([slip, controls])
    assert near.step == opened([]).step + 1
    for x, y in (near.camera(0).to_screen(point, canvas_map) for point in (*gathering.must, *gathering.people)):
        assert safe.left < x < safe.left + safe.width and safe.top < y < controls.top
        assert x > slip.left + slip.width or y > slip.top + slip.height
    assert opened([slip, controls, safe]).step < near.step, "nobody lies under a paper for it"


def test_a_house_at_the_edge_of_the_first_view_is_given_air_while_nobody_is_lost_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    copenhagen, berlin = project(12.57, 55.68), project(13.4, 52.5)
    gathering = Gathering(must=[copenhagen], people=[copenhagen, copenhagen, berlin, berlin])
    canvas_map, safe, clear = Area(0, 64, 1600, 836), Area(0, 64, 1176, 692), Area(354, 64, 822, 470)
    papers = [Area(20, 82, 334, 284), Area(372, 702, 790, 40)]

    def opened() -> tuple[tuple[float, float], ...]:
        steering = Steering()
        steering.fit(canvas_map, safe, 1.0, gathering=lambda: gathering, within=clear, papers=papers)
        return tuple(steering.camera(0).to_screen(point, canvas_map) for point in (copenhagen, berlin))

    house, friends = opened()
    assert house[1] - safe.top == pytest.approx(150) and friends[1] < papers[1].top - 32
    monkeypatch.setattr("game.ui.map.steering._AIR", 0)
    assert opened()[0][1] - safe.top < 120, "else those who stand about it would be cut off"


@pytest.mark.parametrize(("slips", "sheet_at"), [((105, 396), 617), ((105, 430), 1024)])
def test_where_large_slips_would_cover_the_seat_it_opens_nearer_to_it(slips: tuple[int, int], sheet_at: int) -> None:
    """A small window with large text: at the edge of the world the slips lie on Mexico, and on the people about it."""
    view = Match.new(load("utka-1939"), 4).view(Side.CIRCLE)
    gathering = gathering_of(map_model(view, Draft(view), Words()))
    canvas_map, safe = Area(0, 93, 1024, 547), Area(0, 93, 1024, 395)
    papers = [Area(13, slips[0], 295, slips[1] - slips[0]), Area(sheet_at - 279, 444, 270, 35)]
    steering = Steering()
    steering.fit(
        canvas_map,
        safe,
        0.64,
        gathering=lambda: gathering,
        within=Area(308, 93, sheet_at - 308, 265),
        papers=papers,
        nearer=False,
    )
    ((x, y),) = (steering.camera(0).to_screen(point, canvas_map) for point in gathering.must)
    assert 40 < x < 984 and 133 < y < 448
    assert not any(is_near(paper, (x, y), 40) for paper in papers)


@pytest.mark.parametrize(
    ("name", "side"), [("gnome-1940", Side.CIRCLE), ("reiss-1937", Side.CENTER), ("alma-ata-1927", Side.CIRCLE)]
)
def test_people_stand_near_their_places_whose_names_are_written(name: str, side: Side, cache_folder: Path) -> None:
    view = Match.new(load(name), 5).view(side)
    shows = map_model(view, Draft(view), Words())
    painter, rect = painter_for((1440, 900)), Rect(0, 58, 1056, 712)
    sheet, area = MapView(ASSETS, cache_folder, DAY), Area(*Rect(0, 58, 1056, 712))
    sheet.set_model(shows)
    steering = Steering()
    steering.fit(area, area, painter.theme.unit, gathering=partial(gathering_of, shows))
    camera = steering.camera(0)
    regions = sheet.draw(painter, rect, rect, camera)
    at = {mark.id: camera.to_screen(project(mark.at[1], mark.at[0]), area) for mark in shows.places}
    home = {token.id: token.place for token in shows.tokens}
    boxes = [(home.get(region.id, region.id), region.rect) for region in regions if region.kind in ("token", "crowd")]
    assert boxes and all(dist(at[place], box.center) < painter.px(240) for place, box in boxes)
    written = {record.text for record in painter.texts}
    seen = {place for place, _box in boxes if rect.inflate(-120, -120).collidepoint(at[place])}
    assert seen and {view.catalogue.places[place].name for place in seen} <= written


def test_the_map_behind_the_telegrams_opens_where_ones_own_people_are(cache_folder: Path) -> None:
    view = Match.new(load("reiss-1937"), 4).view(Side.CENTER)
    drawn = MonthMap(MapView(ASSETS, cache_folder, DAY), view)
    rect, free = Rect(0, 64, 1440, 700), Rect(700, 64, 740, 700)
    studio = painter_for((1440, 900)).studio
    drawn.draw(Canvas(pygame.Surface((1440, 900)), studio, Words(), Settings(), Attention(), 0), rect, None, free)
    camera = drawn._steering.camera(0)
    own = [view.catalogue.places[body.place].at for body in view.bodies.values() if body.status is Status.ACTIVE]
    seen = [free.collidepoint(camera.to_screen(project(at[1], at[0]), Area(*rect))) for at in own]
    assert sum(seen) >= len(own) * 6 // 7 > 4


def test_a_place_at_the_edge_of_the_world_is_seen_beside_its_telegram(cache_folder: Path) -> None:
    view = Match.new(load("gnome-1940"), 4).view(Side.CENTER)
    drawn = MonthMap(MapView(ASSETS, cache_folder, DAY), view)
    rect, free = Rect(0, 64, 1440, 700), Rect(700, 64, 740, 700)
    canvas = Canvas(pygame.Surface((1440, 900)), painter_for((1440, 900)).studio, Words(), Settings(), Attention(), 0)
    drawn.draw(canvas, rect, "mexico_city", free)
    at = view.catalogue.places["mexico_city"].at
    assert free.collidepoint(drawn._steering.goal.to_screen(project(at[1], at[0]), Area(*rect)))


@pytest.mark.parametrize(("shrunk", "step"), [(1, 1), (20, 4)])
def test_the_map_behind_the_telegrams_is_as_near_as_a_small_world_allows(shrunk: float, step: int, cache_folder: Path) -> None:
    """A mod's own country of a few towns was a speck in the ocean, between two continents that it has nothing to do with."""
    view = Match.new(load("utka-1939"), 4).view(Side.CENTER)
    places = {
        each.id: replace(each, at=(45 + each.at[0] / shrunk, -38 + each.at[1] / shrunk)) if shrunk > 1 else each
        for each in view.catalogue.places.values()
    }
    view = replace(view, catalogue=replace(view.catalogue, places=places))
    drawn = MonthMap(MapView(ASSETS, cache_folder, DAY), view)
    canvas = Canvas(pygame.Surface((1440, 900)), painter_for((1440, 900)).studio, Words(), Settings(), Attention(), 0)
    drawn.draw(canvas, Rect(0, 64, 1440, 700), "mexico_city", Rect(700, 64, 740, 700))
    assert drawn._steering.step == step


def test_what_nobody_has_moved_is_looked_at_anew_in_another_window() -> None:
    points = [project(2.35, 48.86), project(6.9, 46.1)]
    small = Area(0, 0, 300, 200)
    steering, moved = Steering(), Steering()
    for each in (steering, moved):
        each.fit(VIEW, SAFE, 1.0, gathering=lambda: Gathering(must=points))
    moved.drag(40, 0, done=True)
    for each in (steering, moved):
        each.fit(small, small, 1.0, gathering=lambda: Gathering(must=points))
    assert moved.step == 4 and steering.step < 4
    for x, y in (steering.camera(0).to_screen(point, small) for point in points):
        assert 0 < x < small.width and 0 < y < small.height
    steering.fit(VIEW, SAFE, 1.0, gathering=lambda: Gathering(must=points))
    assert steering.step == 4


def test_a_hand_on_the_plate_ends_a_flight_on_a_zoom_step() -> None:
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0, pan_ms=450, zoom_ms=350)
    steering.zoom(1, (500, 300))
    steering.camera(0)
    halfway = steering.camera(100).k
    assert STEPS[0][1] < halfway < STEPS[1][1]
    steering.drag(5, 0, done=False)
    assert not steering.flying and steering.camera(120).k == STEPS[1][1]


def _seen_at(steering: Steering, at: tuple[float, float], now: int) -> tuple[float, float]:
    return steering.camera(now).to_screen(project(*at), VIEW)


def test_what_is_selected_is_brought_into_sight_and_stays_where_it_is_in_sight() -> None:
    alma_ata, paris, mexico_city = (76.93, 43.26), (2.35, 48.86), (-99.13, 19.43)
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0, pan_ms=450)
    steering.bring_into_sight(project(*paris))
    assert not steering.flying, "it is well in sight"
    steering.bring_into_sight(project(*mexico_city))
    assert not steering.flying, "the sheet ends there"
    steering.bring_into_sight(project(*alma_ata))
    assert steering.flying
    steering.camera(0)
    x, y = _seen_at(steering, alma_ata, 450)
    assert SAFE.left + 60 < x < SAFE.left + SAFE.width - 60 and SAFE.top < y < SAFE.top + SAFE.height
    x, y = _seen_at(steering, paris, 460)
    steering.bring_into_sight(project(*paris), [Area(x - 30, y - 20, 40, 40)])
    steering.camera(500)
    assert abs(_seen_at(steering, paris, 950)[0] - x) > 40, "a paper lay on it"


def test_without_motion_what_is_selected_is_in_sight_at_once() -> None:
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0)
    steering.bring_into_sight(project(76.93, 43.26))
    assert _seen_at(steering, (76.93, 43.26), 0)[0] < SAFE.left + SAFE.width and not steering.flying
    steering.look_at(project(-99.13, 19.43), step=3)
    steering.camera(0)
    steering.bring_into_sight(project(2.35, 48.86))
    assert _seen_at(steering, (2.35, 48.86), 0) == pytest.approx(SAFE.centre), "from afar it comes into the middle"


def test_clipping_keeps_what_is_inside() -> None:
    square = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    cut = clip_ring(square, (5.0, -5.0, 20.0, 5.0))
    assert {tuple(point) for point in cut.tolist()} == {(5.0, 0.0), (10.0, 0.0), (10.0, 5.0), (5.0, 5.0)}
    assert len(clip_ring(square, (20.0, 20.0, 30.0, 30.0))) == 0
    assert clip_ring(square, (-1.0, -1.0, 11.0, 11.0)).tolist() == square.tolist()


def test_thinning_keeps_the_ends_and_dashes_cover_their_share() -> None:
    line = np.column_stack((np.linspace(0, 10, 101), np.zeros(101)))
    thin = thinned(line, 1.0)
    assert len(thin) < 15 and thin[0].tolist() == [0, 0] and thin[-1].tolist() == [10, 0]
    ring = np.array([[0.0, 0.0], [30.0, 0.0], [30.0, 30.0], [0.0, 30.0]])
    drawn = sum(float(np.hypot(*np.diff(np.array(dash), axis=0).T).sum()) for dash in dashes(ring, (3.0, 1.0)))
    assert drawn == pytest.approx(90, abs=1)
    assert len(list(dashed([(0, 0), (100, 0)], 6, 4))) == 10


def test_room_is_taken_once() -> None:
    room = Room(Rect(0, 0, 100, 100))
    room.take(Rect(0, 0, 50, 50))
    spots = [Rect(10, 10, 20, 20), Rect(90, 90, 20, 20), Rect(60, 60, 20, 20)]
    assert room.first(spots, lambda box: (box,)) == Rect(60, 60, 20, 20)


def test_a_journey_goes_through_its_stops() -> None:
    way = journey_way([(0, 0), (100, 0), (100, 100)])
    assert way[0] == (0, 0) and way[-1] == (100, 100) and (100, 0) in way


# The atlas


def test_borders_follow_the_date(atlas: Atlas) -> None:
    assert atlas.era(date(1929, 2, 1)) == "1930"
    assert atlas.era(date(1939, 2, 28)) == "1930"
    assert atlas.era(date(1939, 3, 15)) == "1939"
    names = {era: {country.name for country in atlas.countries(era)} for era in ("1930", "1939")}
    assert "AUSTRIA" in names["1930"] and "AUSTRIA" not in names["1939"]


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="countries-YEAR"):
        Atlas(tmp_path).era(DAY)


# The plate


def finish(view: MapView, progress: Progress | None = None) -> None:
    """Fetches and paints all that is looked at, however slow the machine is."""
    for _ in range(5000):
        if not view.missing:
            return
        view.work(5, progress)
    pytest.fail("the plates are never ready")


def apart(one: Painter, other: Painter) -> float:
    """By how many levels of brightness two pictures differ, on the mean over all pixels and colours."""
    levels = [np.frombuffer(pygame.image.tobytes(each.surface, "RGB"), np.uint8).astype(int) for each in (one, other)]
    return float(abs(levels[0] - levels[1]).mean())


def test_tiles_are_painted_in_slices_kept_and_fetched(tmp_path: Path) -> None:
    painter, rect = painter_for((400, 300)), Rect(0, 0, 400, 300)
    camera = Camera(*project(12, 48), STEPS[1][1] * painter.theme.unit)
    view = MapView(ASSETS, tmp_path, DAY)
    view.draw(painter, rect, rect, camera)
    assert view.missing
    told: list[tuple[int, int]] = []
    finish(view, lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1]
    kept = sorted(tmp_path.rglob("*.png"))
    assert kept and not [path for path in kept if ".part" in path.name]
    view.draw(painter, rect, rect, camera)
    again = MapView(ASSETS, tmp_path, DAY)
    other = painter_for((400, 300))
    again.draw(other, rect, rect, camera)
    finish(again)
    again.draw(other, rect, rect, camera)
    assert pygame.image.tobytes(other.surface, "RGB") == pygame.image.tobytes(painter.surface, "RGB")
    for path in kept:
        path.write_bytes(b"spoilt")
    third = MapView(ASSETS, tmp_path, DAY)
    third.draw(other, rect, rect, camera)
    assert third.missing
    finish(third)
    third.draw(other, rect, rect, camera)
    assert apart(other, painter) < 1, "a preview in place of a tile would be ten levels away"
    trim(tmp_path / "plates", most=0)
    assert not list(tmp_path.rglob("*.png"))


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "plates").write_text("a file where a folder should be")
    painter, rect = painter_for((200, 150)), Rect(0, 0, 200, 150)
    view = MapView(ASSETS, tmp_path, DAY)
    view.draw(painter, rect, rect, Camera(*project(-30, 0), 5.0))
    finish(view)


# What lies on it


def shown(
    size: tuple[int, int], text: float, step: int, cache_folder: Path, shows: MapModel | None = None
) -> tuple[Painter, tuple[HitRegion, ...], Rect]:
    painter = painter_for(size, text)
    rect = Rect(0, 64, size[0], size[1] - 64)
    steering = Steering()
    area = Area(*rect)
    steering.fit(area, area, painter.theme.unit)
    steering.zoom(step, (size[0] * 0.5, size[1] * 0.3))
    view = MapView(ASSETS, cache_folder, DAY)
    view.set_model(shows or model())
    return painter, view.draw(painter, rect, rect, steering.camera(0)), rect


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [0.8, 1.5])
@pytest.mark.parametrize("step", [0, 2])
def test_names_never_overlap_and_never_leave_the_map(size: tuple[int, int], text: float, step: int, cache_folder: Path) -> None:
    painter, regions, rect = shown(size, text, step, cache_folder)
    words = [record for record in painter.texts if record.role in ("small", "h3")]
    assert words
    for one, other in combinations(words, 2):
        overlap = one.rect.inflate(-4, -4).clip(other.rect.inflate(-4, -4))
        assert not (overlap.w and overlap.h), f"{one.text} on {other.text}"
    assert all(rect.contains(word.rect) for word in words)
    tokens = [region.rect for region in regions if region.kind in ("token", "crowd")]
    assert not [pair for pair in combinations(tokens, 2) if pair[0].colliderect(pair[1])]


@pytest.mark.parametrize("text", [0.8, 1.0, 1.5])
@pytest.mark.parametrize("step", [0, 1])
def test_no_name_can_be_taken_for_that_of_another_place(text: float, step: int, cache_folder: Path) -> None:
    """In the middle of Europe, where names are longer than the ways between the towns."""
    towns = {
        "Berlin": (52.5, 13.4), "Leipzig": (51.3, 12.4), "Amsterdam": (52.4, 4.9), "Brussels": (50.9, 4.4), "Paris": (48.9, 2.3),
        "Prague": (50.1, 14.4), "Vienna": (48.2, 16.4), "Copenhagen": (55.7, 12.6), "London": (51.5, -0.1),
        "Antwerp": (51.2, 4.4),
    }  # fmt: skip
    marks = tuple(PlaceMark(id=name, name=name, at=at, glyph="city", rank=2) for name, at in towns.items())
    everywhere = replace(model(), places=marks, routes=(), tokens=(), journeys=(), highlights=())
    painter, regions, _ = shown((1600, 900), text, step, cache_folder, everywhere)
    signs = {region.id: region.rect.center for region in regions if region.kind == "place"}
    names = {record.text: record.rect for record in painter.texts if record.text in signs}
    assert names
    for name, box in names.items():
        nearest = {sign: (max(box.left, min(x, box.right)), max(box.top, min(y, box.bottom))) for sign, (x, y) in signs.items()}
        away = {sign: dist(nearest[sign], signs[sign]) for sign in signs}
        assert min(away, key=lambda sign: away[sign]) == name


@pytest.mark.parametrize(("step", "hidden", "engraved"), [(0, "reach", True), (1, "reach", False), (0, "routes", False)])
def test_the_whole_map_says_what_its_lines_mean(step: int, hidden: Layer, engraved: bool, cache_folder: Path) -> None:
    painter, rect = painter_for((1600, 900)), Rect(0, 64, 1600, 692)
    view = MapView(ASSETS, cache_folder, DAY)
    legend = Legend(title="Lines of travel", date="as at August 1939", modes=(("rail", "Rail"), ("sea", "Sea")))
    view.set_model(replace(model(), legend=legend))
    corner = Camera(BOUNDS[0], BOUNDS[3], STEPS[step][1])
    view.draw(painter, rect, rect, corner.panned(-800, -346), layers=ALL_LAYERS - {hidden})
    written = {record.text for record in painter.texts}
    assert ({"Lines of travel", "as at August 1939", "Rail", "Sea"} <= written) is engraved


@pytest.mark.parametrize("size", SIZES)
def test_a_countrys_tag_names_it(size: tuple[int, int], cache_folder: Path) -> None:
    for name, written in (("France", "France"), ("The Free and Independent Republic of the Upper Danube", "The Free")):
        tags = tuple(replace(tag, name=name) for tag in model().tags)
        painter, regions, _ = shown(size, 1.5, 0, cache_folder, replace(model(), tags=tags))
        (tag,) = (region for region in regions if region.kind == "country")
        assert any(tag.rect.contains(word.rect) and word.text.startswith(written) for word in painter.texts)


def test_everybody_can_be_touched_and_crowds_are_counted(cache_folder: Path) -> None:
    _, regions, _ = shown((1600, 900), 1.0, 0, cache_folder)
    kinds = {(region.kind, region.id) for region in regions}
    assert {("token", "raymond"), ("token", "old_man"), ("token", "unknown"), ("crowd", "istanbul")} <= kinds
    assert ("place", "oslo") in kinds and ("country", "france") in kinds
    assert ("token", "agent3") not in kinds


@pytest.mark.parametrize("crowd", [Rect(380, 290, 60, 30), Rect(200, 270, 420, 70)])
def test_a_journeys_tag_lies_on_nobody_and_under_no_paper(crowd: Rect) -> None:
    journey = JourneyMark(places=("paris", "berlin"), words="overland · 5 days", side="center")
    slip, safe = Rect(0, 0, 300, 220), Rect(0, 0, 800, 600)
    scene = Scene(
        model=MapModel(journeys=(journey,)), sheet=("", 1.0), points={}, anchors={}, route_points={}, step=0,
        is_water=lambda point: True,
        ways=(tuple((100 + 6.0 * step, 100 + 4.0 * step) for step in range(101)),), layers=frozenset(), safe=safe,
        aside=NOWHERE, covered=(slip,),
    )  # fmt: skip
    room = Room(safe)
    room.take(slip, crowd)
    (tag,) = place_journey_tags(painter_for((800, 600)), scene, room)
    assert tag.box.collidelist([slip, crowd]) < 0 and safe.contains(tag.box)
    full = Room(safe)
    full.take(safe, slip)
    (tag,) = place_journey_tags(painter_for((800, 600)), scene, full)
    assert tag.box.collidelist([slip]) < 0, "what is planned is told in any case, and never beneath a paper"
    made = replace(scene, model=MapModel(journeys=(replace(journey, made=True),)))
    assert list(place_journey_tags(painter_for((800, 600)), made, full)) == []


def test_nobody_moves_when_a_sheet_is_opened_or_somebody_selected(cache_folder: Path) -> None:
    painter, rect = painter_for((1600, 900)), Rect(0, 64, 1600, 692)
    calm, aside = Rect(0, 64, 1176, 692), Rect(1176, 64, 424, 692)
    moscow = project(37.63, 55.76)
    camera = Camera(moscow[0] - 420 / STEPS[0][1], moscow[1] - 20, STEPS[0][1])
    view = MapView(ASSETS, cache_folder, DAY)
    bare = replace(model(), tokens=tuple(replace(token, selected=False) for token in model().tokens), highlights=(), journeys=())
    picked = tuple(replace(token, selected=token.id == "agent3") for token in bare.tokens)
    lit = (Highlight(id="oslo", mark="lawful"), Highlight(id="paris", mark="aimed"))
    way = JourneyMark(places=("istanbul", "paris"), words="by rail", side="center")

    def people(what: MapModel, beside: Rect) -> dict[tuple[str, str], Rect]:
        view.set_model(what)
        regions = view.draw(painter, rect, calm, camera, aside=beside)
        return {(region.kind, region.id): region.rect for region in regions if region.kind in ("token", "crowd")}

    before = people(bare, aside)
    after = people(replace(bare, tokens=picked, selected="agent3", highlights=lit, journeys=(way,)), NOWHERE)
    assert after.pop(("token", "agent3"))
    assert len(after) >= 6 and after.items() <= before.items()
    assert {key for key in before if key not in after} == {("token", "tom")}, "only who is in the part that a sheet covers"


def test_a_model_that_names_no_place_is_refused(tmp_path: Path) -> None:
    view = MapView(ASSETS, tmp_path, DAY)
    with pytest.raises(ValueError, match="atlantis"):
        view.set_model(MapModel(tokens=(token("tom", "atlantis"),)))


# On a screen


@pytest.fixture
def app(tmp_path: Path) -> App:
    screen = MapSheet(MapBoard(MapView(ASSETS, tmp_path, DAY)), model())
    made = App(ASSETS, screen, SettingsFile(tmp_path / "settings.json"), (1600, 900))
    made.draw(0)
    return made


def board_of(app: App) -> MapBoard:
    screen = app.stack.top.screen
    assert isinstance(screen, MapSheet)
    return screen.board


def test_the_map_answers_mouse_and_keys(app: App) -> None:
    board = board_of(app)
    area = next(area for area in app.stack.top.areas if area.id == "map.token.raymond")
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.feed(pygame.event.Event(kind, button=1, pos=area.rect.center), 10)
    assert app.stack.top.screen.chosen == ["raymond"]  # type: ignore[attr-defined]
    app.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=(1100, 600), rel=(0, 0), buttons=(0, 0, 0)), 20)
    app.feed(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1), 30)
    for now in (40, 200, 600):
        app.draw(now)
    assert board.steering.step_name == "2" and not board.steering.flying
    before = board.steering.camera(700)
    down, move, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP
    for kind, pos in ((down, (1100, 600)), (move, (1000, 580)), (up, (1000, 580))):
        app.feed(pygame.event.Event(kind, button=1, pos=pos, rel=(0, 0), buttons=(1, 0, 0)), 710)
        app.draw(720)
    after = board.steering.camera(730)
    assert after.x == pytest.approx(before.x + 100 / before.k) and not board.steering.held
    for key, text in ((pygame.K_MINUS, "-"), (pygame.K_LEFT, ""), (pygame.K_2, "2")):
        app.feed(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=text), 800)
        app.draw(810)
        app.feed(pygame.event.Event(pygame.KEYUP, key=key, mod=0), 820)
    assert board.steering.step == 0 and "tags" not in board.layers


def test_the_map_follows_what_is_selected(app: App) -> None:
    screen, board = app.stack.top.screen, board_of(app)
    assert isinstance(screen, MapSheet)
    at = project(37.63, 55.76)
    board.steering.look_at(project(-99.13, 19.43), step=3)
    for now in (100, 1000):
        app.draw(now)
    rect = Area(0, 0, 1600, 900)
    assert board.steering.camera(1000).to_screen(at, rect)[0] > 1600
    screen.model = replace(screen.model, selected="tom")
    for now in (1100, 1150, 2000):
        app.draw(now)
    assert board.steering.camera(2000).to_screen(at, rect)[0] < 1600
    board.steering.look_at(project(-99.13, 19.43))
    for now in (2100, 2150, 3000):
        app.draw(now)
    assert board.steering.camera(3000).to_screen(at, rect)[0] > 1600, "it is followed once, not held fast"


def test_the_map_follows_the_seat_once_when_it_moves(app: App) -> None:
    screen, board = app.stack.top.screen, board_of(app)
    assert isinstance(screen, MapSheet)
    rect, at = Area(0, 0, 1600, 900), project(37.63, 55.76)

    def seen_after(now: int, *seats: str) -> bool:
        screen.model = replace(screen.model, seats=seats)
        for moment in (now, now + 50, now + 900):
            app.draw(moment)
        return board.steering.camera(now + 900).to_screen(at, rect)[0] < 1600

    board.steering.look_at(project(-99.13, 19.43), step=3)
    assert not seen_after(1000, "coyoacan")
    assert not seen_after(2000, "coyoacan", "moscow"), "where he may be in several places there is none to go to"
    assert not seen_after(3000, "coyoacan") and seen_after(4000, "moscow")
    board.steering.look_at(project(-99.13, 19.43), step=3)
    assert not seen_after(5000, "moscow"), "it is followed once, not held fast"


def test_frames_are_asked_for_only_while_something_happens(app: App) -> None:
    board = board_of(app)
    for now in range(100, 400_000, 20):
        if app.draw(now).next_frame is None:
            break
    assert not board.view.missing and app.draw(500_000).next_frame is None


def test_the_small_map_of_a_scenario_shows_its_houses_of_exile(utka: Scenario) -> None:
    room, margin = Rect(0, 0, 555, 213), 30
    camera = small_camera(room, utka.catalogue, margin)
    for place in utka.catalogue.places.values():
        if PlaceKind.EXILE in place.kinds:
            assert room.inflate(-margin, -margin).collidepoint(camera.to_screen(project(place.at[1], place.at[0]), Area(*room)))


@pytest.mark.parametrize("at", [(None, -99.0), (19.0, None), (19.0, -99.0)])
def test_the_small_map_bears_places_side_by_side_or_on_one_spot(at: tuple[float | None, float | None], utka: Scenario) -> None:
    """As a mod may have them: there was nothing to divide by."""
    lat, lon = at
    moved = {
        each.id: replace(each, at=(each.at[0] if lat is None else lat, each.at[1] if lon is None else lon))
        for each in utka.catalogue.places.values()
    }
    room = Rect(0, 0, 400, 200)
    camera = small_camera(room, replace(utka.catalogue, places=moved), 20)
    house = moved["coyoacan"].at
    assert room.collidepoint(camera.to_screen(project(house[1], house[0]), Area(*room)))


def test_on_paper_every_sign_has_its_name(cache_folder: Path) -> None:
    """However crowded it is about Mexico, and whoever stands there; on the desk, where one can point, some are left out."""
    view = Match.new(load("gnome-1940"), 5).view(Side.CIRCLE)
    shows = replace(map_model(view, Draft(view), Words()), tags=())
    points = [project(place.at[1], place.at[0]) for place in shows.places]
    rect, unit = Rect(0, 0, 1432, 676), 1.3
    steering = Steering(fitted_world(points, rect.size, unit, 104))
    steering.fit(Area(*rect), Area(*rect), unit, gathering=lambda: Gathering(must=points))
    camera = steering.camera(0)

    def unnamed(model: MapModel) -> set[str]:
        painter = painter_for((2080, 1170))  # of this unit
        sheet = MapView(ASSETS, cache_folder, DAY)
        sheet.set_model(model)
        signs = {region.name for region in sheet.draw(painter, rect, rect, camera) if region.kind == "place"}
        return signs - {record.text for record in painter.texts}

    assert unnamed(shows)
    assert not unnamed(replace(shows, printed=True))
