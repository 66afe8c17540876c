"""City plates: their charts, the way in and out, tiles that fit together, names that never overlap."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pygame
import pytest
from pygame import Rect
from pygame.event import Event

from game.match import Match
from game.match.papers import Look
from game.rules.nouns import Side
from game.scenario import available, load
from game.scenario.packs import Pack, Packs
from game.scenario.plate_list import PlateList
from game.ui.app import App
from game.ui.attention import Attention
from game.ui.backdrop import MonthMap, draw_small_map, home_of, small_camera
from game.ui.map.board import MapBoard
from game.ui.map.camera import Area, Camera, same_view
from game.ui.map.chart import WORLD
from game.ui.map.city.plates import CityPlates
from game.ui.map.model import MapModel, PlaceMark, RouteMark, Search, Token
from game.ui.map.search import hull
from game.ui.map.steering import Steering
from game.ui.map.throw import Throw
from game.ui.map.view import MapView
from game.ui.painter import Painter
from game.ui.screen import Canvas
from game.ui.settings import Settings, SettingsFile
from game.ui.studio import Studio
from game.ui.theme import Theme, read_tokens, unit_for
from game.ui.words import Words
from tests.ui.sheets import MapSheet

pytestmark = pytest.mark.plates

ROOT = Path(__file__).parents[2]
ASSETS, DAY = ROOT / "assets", date(1939, 8, 1)
SHIPPED = Packs((Pack("shipped", ROOT / "scenarios"),))
PLATES = {"paris", "valley-of-mexico", "new-york", "istanbul", "oslo"}
VIEW, SAFE = Area(0, 64, 1600, 692), Area(0, 64, 1176, 692)

HOUSES = {"mexico_city": (19.4326, -99.1332), "coyoacan": (19.3585, -99.159), "casa_azul": (19.3551, -99.1625)}


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> CityPlates:
    return CityPlates(PlateList(SHIPPED, tmp_path_factory.mktemp("list") / "plates.json"))


@pytest.fixture(scope="module", autouse=True)
def display() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDL_VIDEODRIVER", "dummy")
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode((64, 64))
        yield
        pygame.display.quit()


def model() -> MapModel:
    def person(name: str, place: str, **more: object) -> Token:
        return Token(id=name, name=name.title(), place=place, shape="circle", portrait={}, **more)  # type: ignore[arg-type]

    return MapModel(
        places=(
            *(PlaceMark(id=id, name=id.replace("_", " ").title(), at=at, rank=2) for id, at in HOUSES.items()),
            PlaceMark(id="paris", name="Paris", at=(48.8557, 2.3213), rank=2),
        ),
        routes=(
            RouteMark(id="mexico_city_coyoacan_road", ends=(HOUSES["mexico_city"], HOUSES["coyoacan"]), mode="road"),
            RouteMark(id="sea", ends=(HOUSES["mexico_city"], (48.8557, 2.3213)), mode="sea"),
        ),
        tokens=(
            person("rosmer", "coyoacan", last_seen=True, age=0.7, note="Aug 1939"),
            *(person(f"guard number {count}", "coyoacan") for count in range(9)),
        ),
        selected="coyoacan",
    )  # fmt: skip


def painter_for(size: tuple[int, int], text: float = 1.0) -> Painter:
    theme = Theme(tokens=read_tokens(ASSETS / "tokens.json"), unit=unit_for(size, 1.0), text=text)
    return Painter(pygame.Surface(size), Studio(ASSETS, theme))


# What is shipped


def test_the_five_plates_are_there_and_hold_their_places(cities: CityPlates) -> None:
    assert {chart.id for chart in cities.charts} == PLATES
    for id_, at in (
        ("paris", (48.447, 2.613)), ("istanbul", (40.869, 29.112)), ("oslo", (60.17, 10.22)), ("oslo", (59.69, 10.59)),
        ("new-york", (40.6957, -73.9955)), ("valley-of-mexico", (19.42, -99.21)),
    ):  # fmt: skip
        found = cities.holding(at)
        assert found is not None and found.id == id_
    assert cities.holding((52.5, 13.4)) is None


def test_a_chart_is_true_to_scale_and_its_extent_fits_beside_the_column(cities: CityPlates) -> None:
    for chart in cities.charts:
        (west, south), (east, north) = chart.corners
        low, high = chart.project(west, south), chart.project(east, north)
        assert high[0] - low[0] <= 1136.1 and high[1] - low[1] <= 652.1
        assert chart.bounds[0] <= low[0] and chart.bounds[3] >= high[1]
        across = chart.project((west + east) / 2 + 0.01, (south + north) / 2)
        up = chart.project((west + east) / 2, (south + north) / 2 + 0.01)
        kilometres = 1.112 * pygame.math.Vector2(1, 0).rotate((south + north) / 2).x
        assert across[0] * chart.metres / 1000 == pytest.approx(kilometres, rel=0.01)
        assert up[1] * chart.metres / 1000 == pytest.approx(1.112, rel=0.01)
        far = chart.project(120.0, -40.0)
        assert abs(far[0]) <= 6001 and abs(far[1]) <= 6001


# In and out


def test_steering_goes_in_and_comes_back_to_what_was_seen_before(cities: CityPlates) -> None:
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0, pan_ms=450, zoom_ms=350)
    steering.zoom(2, (300, 400))
    for now in (0, 500):
        before = steering.camera(now)
    chart = next(chart for chart in cities.charts if chart.id == "oslo")
    steering.turn_to(chart)
    assert steering.chart is chart and steering.step == 0 and steering.flying
    steering.camera(1000)
    assert steering.turn is not None and steering.turn.share == 0
    steering.camera(3000)
    assert not steering.flying
    assert steering.camera(3000).to_screen(chart.middle, VIEW) == pytest.approx(SAFE.centre, abs=1)
    assert not steering.zoom(-1)
    steering.turn_back()
    assert steering.chart is WORLD and steering.step == 2
    steering.camera(4000)
    assert same_view(steering.camera(9000), before)


def test_the_table_is_laid_again_as_it_lay(cities: CityPlates) -> None:
    """In a smaller window the same points are in the middle; whatever stands in a file can be looked at."""
    steering = Steering()
    steering.fit(VIEW, SAFE, 1.0)
    steering.zoom(2, (300, 400))
    chart = next(chart for chart in cities.charts if chart.id == "oslo")
    steering.turn_to(chart)
    steering.zoom(1, (700, 300))
    world, city = steering.looks
    again, small = Steering(), Area(0, 0, 1024, 472)
    again.lay_again([(WORLD, world), (chart, city)])
    assert again.looks == steering.looks, "nothing is lost before the window is known"
    again.fit(small, small, 0.64)
    assert again.chart is chart and again.step == 1
    assert [look.step for look in again.looks] == [2, 1]
    assert again.point_at() == pytest.approx(city.at, abs=1)
    again.turn_back()
    assert again.point_at() == pytest.approx(world.at, abs=1)
    for wild in (Look(step=99, at=(1e308, -1e308)), Look(step=-5, at=(float("nan"), float("inf")))):
        steering = Steering()
        steering.lay_again([(WORLD, wild)])
        steering.fit(small, small, 0.64)
        west, south, east, north = WORLD.bounds
        assert west <= steering.point_at()[0] <= east and south <= steering.point_at()[1] <= north


def test_a_game_whose_places_all_lie_on_a_plate_opens_on_it(cities: CityPlates, tmp_path: Path) -> None:
    """On the map of the world an invented country is an ocean."""
    valley, elsewhere = tuple(HOUSES.values()), (48.8557, 2.3213)
    home = cities.home(valley)
    assert home is not None and home.id == "valley-of-mexico"
    assert cities.home((*valley, elsewhere)) is None and cities.home(()) is None
    for places, sheet in ((valley, "valley-of-mexico"), ((*valley, elsewhere), "")):
        board = MapBoard(MapView(ASSETS, tmp_path, DAY, cities=cities))
        board.lay_first(places)
        board.steering.fit(VIEW, SAFE, 1.0)
        assert board.steering.chart.id == sheet
        if sheet:
            board.steering.turn_back()
            assert board.steering.chart is WORLD, "the world is still to be had"


def test_the_seat_is_followed_on_the_plate_that_holds_it(cities: CityPlates, tmp_path: Path) -> None:
    """A game at home on a plate was laid on the map of the world as soon as he moved out of sight: an ocean."""
    board = MapBoard(MapView(ASSETS, tmp_path / "maps", DAY, cities=cities))
    board.lay_first(HOUSES.values())
    screen = MapSheet(board, replace(model(), selected="", seats=("mexico_city",)))
    app = App(ASSETS, screen, SettingsFile(tmp_path / "settings.json"), (1600, 900))

    def chart_after(now: int, seat: str) -> str:
        screen.model = replace(screen.model, seats=(seat,))
        for moment in (now, now + 50, now + 900):
            app.draw(moment)
        return board.steering.chart.id

    assert chart_after(0, "mexico_city") == "valley-of-mexico"
    valley = board.steering.chart
    board.steering.look_at(valley.project(-98.7, 19.6), step=len(valley.steps) - 1)
    house = valley.project(*reversed(HOUSES["coyoacan"]))
    app.draw(1900)
    assert not board.steering.shows(house)
    assert chart_after(2000, "coyoacan") == "valley-of-mexico" and board.steering.shows(house)
    assert chart_after(4000, "paris") == "", "what lies elsewhere is looked for on the world"


def test_no_shipped_scenario_leaves_the_world(cities: CityPlates) -> None:
    for entry in available(SHIPPED):
        assert cities.home([place.at for place in load(entry.id, SHIPPED).catalogue.places.values()]) is None


@pytest.mark.parametrize("shrunk", [False, True])
def test_telegrams_and_briefings_of_such_a_game_lie_over_its_plate(shrunk: bool, cities: CityPlates, tmp_path: Path) -> None:
    view = Match.new(load("utka-1939"), 4).view(Side.CENTER)
    if shrunk:
        near = {each.id: replace(each, at=_into_valley(each.at)) for each in view.catalogue.places.values()}
        view = replace(view, catalogue=replace(view.catalogue, places=near))
    sheet, rect, free = MapView(ASSETS, tmp_path, DAY, cities=cities), Rect(0, 64, 1440, 700), Rect(700, 64, 740, 700)
    studio = painter_for((1440, 900)).studio
    canvas = Canvas(pygame.Surface((1440, 900)), studio, Words(), Settings(), Attention(), 0)
    month = MonthMap(sheet, view)
    month.draw(canvas, rect, "coyoacan", free)
    at, chart = view.catalogue.places["coyoacan"].at, sheet.cities.charts
    valley = next(each for each in chart if each.id == "valley-of-mexico")
    lies = (valley if shrunk else WORLD).project(at[1], at[0])
    assert free.collidepoint(month._steering.goal.to_screen(lies, Area(*rect)))
    small = Rect(0, 0, 500, 200)
    draw_small_map(sheet, canvas, small, view.catalogue)
    camera = small_camera(small, view.catalogue, 30, home_of(sheet, view.catalogue))
    assert small.collidepoint(camera.to_screen(lies, Area(*small)))


def _into_valley(at: tuple[float, float]) -> tuple[float, float]:
    """A place anywhere, brought in about Mexico."""
    return 19.35 + at[0] / 4000, -99.15 + at[1] / 4000


def test_a_plate_let_go_in_motion_glides_and_one_at_rest_does_not() -> None:
    for pause, glides in ((0, True), (400, False)):
        throw = Throw()
        for now in (0, 16, 32, 48):
            throw.moment(now)
            throw.push(20, -4)
        throw.moment(48 + pause)
        far = throw.let_go(420)
        assert (far is not None) is glides
        if far is not None:
            assert far[0] > 100 and far[1] < 0


def test_wheel_key_and_slip_lead_in_and_out(cities: CityPlates, tmp_path: Path) -> None:
    screen = MapSheet(MapBoard(MapView(ASSETS, tmp_path, DAY, cities=cities)), model())
    app = App(ASSETS, screen, SettingsFile(tmp_path / "settings.json"), (1024, 640))
    steering, now = screen.board.steering, 0

    def later() -> None:
        """Lets what moves arrive, and then names come onto the sheet, which takes as many frames as it takes."""
        nonlocal now
        for _ in range(3):
            now += 700
            app.draw(now)
        while not any(area.id.startswith("map.place.") for area in app.stack.top.areas):
            now += 20
            app.draw(now)

    def press(key: int, text: str) -> None:
        app.feed(Event(pygame.KEYDOWN, key=key, mod=0, unicode=text), now)
        app.feed(Event(pygame.KEYUP, key=key, mod=0), now)
        later()

    def turn(steps: int, at: tuple[int, int]) -> None:
        app.feed(Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)), now)
        app.feed(Event(pygame.MOUSEWHEEL, x=0, y=steps), now)
        later()

    def click(area: str) -> None:
        at = next(each.rect.center for each in app.stack.top.areas if each.id == area)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            app.feed(Event(kind, button=1, pos=at), now)
        later()

    later()
    press(pygame.K_c, "c")
    assert steering.chart.id == "valley-of-mexico", "the plate of what is selected"
    click("map.place.mexico_city")
    assert screen.chosen == ["mexico_city"]
    click("map.back")
    assert steering.chart.is_world
    for _ in range(len(WORLD.steps) - steering.step):
        point = steering.camera(now).to_screen(screen.board.view.place_point("mexico_city"), Area(0, 0, 1024, 640))
        turn(1, (round(point[0]), round(point[1])))
    assert steering.chart.id == "valley-of-mexico", "nearer than the nearest"
    turn(1, (500, 300))
    assert steering.step == 1
    turn(-1, (500, 300))
    turn(-1, (500, 300))
    assert steering.chart.is_world and steering.step == len(WORLD.steps) - 1
    click("map.city")
    assert steering.chart.id == "valley-of-mexico"
    screen.model = replace(screen.model, selected="paris")
    later()
    point = steering.camera(now).to_screen(screen.board.view.place_point("paris"), Area(0, 0, 1024, 640))
    assert steering.chart.is_world and 0 < point[0] < 1024, "whoever is selected elsewhere is looked for on the world"
    screen.model = replace(screen.model, selected="", seats=("mexico_city",))
    later()
    press(pygame.K_c, "c")
    assert steering.chart.id == "valley-of-mexico", "where nothing is selected, the plate with the house, however far away"


# On the plate


@pytest.mark.parametrize("size", [(1024, 640), (2560, 1440)])
@pytest.mark.parametrize("step", [0, 2])
def test_nothing_on_a_plate_overlaps(size: tuple[int, int], step: int, cities: CityPlates, tmp_path: Path) -> None:
    chart = next(chart for chart in cities.charts if chart.id == "valley-of-mexico")
    painter, rect = painter_for(size), Rect(0, 64, size[0], size[1] - 64)
    view = MapView(ASSETS, tmp_path, DAY, cities=cities)
    view.set_model(model())
    at = chart.project(-99.159, 19.3585) if step else chart.middle
    camera = Camera(*at, chart.scales[step] * painter.theme.unit)
    regions = view.draw(painter, rect, rect, camera, chart=chart)
    words = {record.text for record in painter.texts}
    assert "Casa Azul" in words and {"MEXICO CITY", "Xochimilco"} & words if not step else "Calz. de Tlalpan" in words
    assert not {"Mexico City", "Paris"} & words, "a name is not written twice, and Paris is far away"
    straight = [record for record in painter.texts if record.role in ("small", "h3")]
    upright = {label.text for label in cities.plate("valley-of-mexico").labels if not label.turn}
    straight += [record for record in painter.texts if record.role == "map" and record.text in upright]
    for one, other in combinations(straight, 2):
        overlap = one.rect.inflate(-4, -4).clip(other.rect.inflate(-4, -4))
        assert not (overlap.w and overlap.h), f"{one.text} on {other.text}"
    tokens = [region.rect for region in regions if region.kind in ("token", "crowd")]
    assert len(tokens) == 10 and not [pair for pair in combinations(tokens, 2) if pair[0].colliderect(pair[1])]


def test_tiles_of_a_plate_fit_together_and_are_kept(cities: CityPlates, tmp_path: Path) -> None:
    """Painted as one picture or cut elsewhere, a plate looks the same."""
    chart = next(chart for chart in cities.charts if chart.id == "istanbul")
    painter, rect = painter_for((700, 300)), Rect(0, 0, 700, 300)
    camera = Camera(*chart.project(28.98, 41.02), chart.scales[1] * painter.theme.unit)
    view = MapView(ASSETS, tmp_path, DAY, cities=cities)
    view.draw(painter, rect, rect, camera, chart=chart)
    assert view.missing
    while view.missing:
        view.work(50)
    view.draw(painter, rect, rect, camera, chart=chart)
    again = painter_for((700, 300))
    other = MapView(ASSETS, tmp_path, DAY, cities=cities)
    other.draw(again, rect, rect, camera, chart=chart)
    other.work(3000)
    assert not other.missing and other.painting is None
    other.draw(again, rect, rect, camera, chart=chart)
    assert pygame.image.tobytes(again.surface, "RGB") == pygame.image.tobytes(painter.surface, "RGB")
    sea = painter.theme.colour("map.sea")
    east = camera.to_screen(chart.project(28.995, 41.012), Area(0, 0, 700, 300))
    stamboul = camera.to_screen(chart.project(28.955, 41.013), Area(0, 0, 700, 300))
    shown = [painter.surface.get_at((round(x), round(y))) for x, y in (east, stamboul)]
    assert max(abs(shown[0][part] - sea[part]) for part in range(3)) < 24, "water off Seraglio Point"
    assert max(abs(shown[1][part] - sea[part]) for part in range(3)) > 12, "the city"


# The search


def test_where_he_may_be_is_outlined_and_told(tmp_path: Path) -> None:
    painter, rect = painter_for((1600, 900)), Rect(0, 64, 1600, 836)
    view = MapView(ASSETS, tmp_path, DAY)
    search = Search(places=("coyoacan", "casa_azul"), searched=("casa_azul",), words="The Old Man: somewhere in Mexico")
    view.set_model(MapModel(places=model().places, search=search))
    camera = Camera(*WORLD.project(-90.0, 25.0), WORLD.scales[1])
    view.draw(painter, rect, rect, camera)
    assert "The Old Man: somewhere in Mexico" in {record.text for record in painter.texts}
    hidden = painter_for((1600, 900))
    view.draw(hidden, rect, rect, camera, layers=frozenset({"routes"}))
    assert "The Old Man: somewhere in Mexico" not in {record.text for record in hidden.texts}


def test_a_hull_holds_all_points_and_nothing_inside() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert set(hull([*square, (2.0, 2.0), (1.0, 3.0)])) == set(square)
