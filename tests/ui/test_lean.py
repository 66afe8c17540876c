"""What makes the window lean stays right: what is laid down again, stretched, drawn ahead or kept looks as if made anew."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise, product
from pathlib import Path
from time import monotonic, sleep

import pygame
import pytest
from pygame import Rect, Surface

from game.resources import assets_folder
from game.ui import thrift
from game.ui.attention import Attention
from game.ui.between import BETWEEN_FRAMES
from game.ui.budget import budget_for, bytes_of
from game.ui.desk.meters import draw_meters
from game.ui.lru import Lru
from game.ui.map.board import MapBoard
from game.ui.map.camera import Area, Camera
from game.ui.map.lines import dashed
from game.ui.map.loader import Loader
from game.ui.map.model import MapModel, PlaceMark, RouteMark
from game.ui.map.shelf import Shelf
from game.ui.map.steering import Steering
from game.ui.map.view import MapView
from game.ui.map.zooming import Zoom
from game.ui.painter import Painter
from game.ui.presenters.meters import MeterRow
from game.ui.screen import Canvas, Push, Screen, Stay
from game.ui.settings import Settings
from game.ui.spare import Spare
from game.ui.still import Still
from game.ui.studio import Studio
from game.ui.theme import Theme, read_tokens
from game.ui.words import Words
from tests.ui.driving import Driver

pytestmark = pytest.mark.plates

ASSETS = assets_folder()
DAY = date(1939, 8, 1)
SIZE = (1024, 640)
MODEL = MapModel(
    places=(
        PlaceMark(id="paris", name="Paris", at=(48.9, 2.4), glyph="residency", rank=0),
        PlaceMark(id="oslo", name="Oslo", at=(59.9, 10.8), rank=1),
        PlaceMark(id="istanbul", name="Istanbul", at=(41.0, 29.0), rank=1),
    ),
    routes=(
        RouteMark(id="rail", ends=((48.9, 2.4), (41.0, 29.0)), mode="rail"),
        RouteMark(id="sea", ends=((48.9, 2.4), (59.9, 10.8)), mode="sea"),
    ),
)


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(SIZE)
    yield
    pygame.display.quit()


@pytest.fixture(scope="module")
def plates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where plates stay from one test to the next."""
    return tmp_path_factory.mktemp("plates")


def studio() -> Studio:
    return Studio(ASSETS, Theme(tokens=read_tokens(ASSETS / "tokens.json"), unit=0.64))


def canvas_on(surface: Surface, shared: Studio, attention: Attention | None = None) -> Canvas:
    return Canvas(surface, shared, Words(), Settings(), attention or Attention(), 0)


# The map in motion and at rest


class Sheet(Screen):
    """A screen with nothing but the map."""

    def __init__(self, board: MapBoard) -> None:
        self.board = board

    def compose(self, canvas: Canvas) -> None:
        self.board.draw(canvas, canvas.rect, canvas.rect, MODEL, lambda _: Stay())


def settled(driver: Driver) -> bytes:
    driver.settle()
    return pygame.image.tobytes(driver.canvas.surface, "RGB")


@pytest.fixture
def sheet(tmp_path: Path, plates: Path) -> Driver:
    driver = Driver(tmp_path, ASSETS, Sheet(MapBoard(MapView(ASSETS, plates, DAY))), SIZE)
    driver.settle()
    return driver


def anew(driver: Driver, tmp_path: Path, plates: Path) -> bytes:
    """What a map that has never moved shows from the same camera."""
    other = Driver(tmp_path, ASSETS, Sheet(MapBoard(MapView(ASSETS, plates, DAY))), SIZE)
    mine, its = driver.screen.board.steering, other.screen.board.steering  # type: ignore[attr-defined]
    its._camera, its._step = mine.camera(0), mine.step
    other.screen.board.view._overlays.forget()  # type: ignore[attr-defined]
    other.draw()
    return settled(other)


def test_a_zoom_ends_in_what_would_be_drawn_anew(sheet: Driver, tmp_path: Path, plates: Path) -> None:
    board = sheet.screen.board  # type: ignore[attr-defined]
    for steps in (1, 1, -1):
        board.zoom(steps)
        sheet.draw()
        assert board.steering.flying and not [area for area in sheet.canvas.areas if area.id.startswith("map.place")]
        picture = settled(sheet)
        assert not board.steering.flying and [area for area in sheet.canvas.areas if area.id.startswith("map.place")]
        assert picture == anew(sheet, tmp_path, plates)


def test_a_zoom_broken_off_by_another_comes_to_rest(sheet: Driver, tmp_path: Path, plates: Path) -> None:
    board = sheet.screen.board  # type: ignore[attr-defined]
    for steps in (1, 1, -1, 1):
        board.zoom(steps)
        sheet.app.pass_time(sheet.now)
        sheet.draw()
        sheet.app.pass_time(sheet.now)
        sheet.draw()
    assert board.steering.flying
    assert settled(sheet) == anew(sheet, tmp_path, plates)


def test_a_drag_pushes_at_once_and_ends_in_what_would_be_drawn_anew(sheet: Driver, tmp_path: Path, plates: Path) -> None:
    board = sheet.screen.board  # type: ignore[attr-defined]
    board.zoom(1)
    before = settled(sheet)
    down, move, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP
    for kind, pos in ((down, (500, 300)), (move, (460, 290)), (move, (380, 270)), (up, (380, 270))):
        sheet.app.feed(pygame.event.Event(kind, button=1, pos=pos, rel=(0, 0), buttons=(1, 0, 0)), sheet.now)
        sheet.draw()
        if kind == move:
            assert pygame.image.tobytes(sheet.canvas.surface, "RGB") != before
    assert [area for area in sheet.canvas.areas if area.id == "map.place.paris"], "what was pushed can be touched"
    assert settled(sheet) == anew(sheet, tmp_path, plates)


def test_a_pushed_map_is_what_would_be_laid_anew(sheet: Driver, tmp_path: Path, plates: Path) -> None:
    """Half on its way, over tiles that are there and tiles that come meanwhile, and back again."""
    board = sheet.screen.board  # type: ignore[attr-defined]
    board.zoom(1)
    settled(sheet)
    sheet.app.stack.top.attention.pressed = "map"
    for across, down in ((-60, -20), (-60, -10), (17, 23), (3, 0), (0, 2)):
        board.steering.drag(across, down, done=False)
        for _ in range(200):
            sheet.draw()
            if not board.view.missing:
                break
            board.view.work(20)
        sheet.draw()
        assert board.moving
        pushed = pygame.image.tobytes(sheet.canvas.surface, "RGB")
        board.view._pushing.forget()
        sheet.draw()
        assert pygame.image.tobytes(sheet.canvas.surface, "RGB") == pushed


def test_overlays_begun_and_broken_off_need_no_more_than_two_sheets(sheet: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet as large as the map takes longer to get from the system than a frame may last."""
    board, got = sheet.screen.board, []  # type: ignore[attr-defined]
    take = Spare.take

    def counted(spare: Spare, size: tuple[int, int]) -> Surface:
        had = list(spare._kept)
        taken = take(spare, size)
        if taken not in had and taken.get_flags() & pygame.SRCALPHA:
            got.append(taken)
        return taken

    monkeypatch.setattr(Spare, "take", counted)
    for steps in (1, 1, -1, 1, -1, -1):
        board.zoom(steps)
        for _ in range(3):
            sheet.app.pass_time(sheet.now)
            sheet.draw()
    sheet.settle()
    assert len(got) <= 1, "one stands already"


def test_an_overlay_begun_is_of_what_lay_on_the_map_then(sheet: Driver) -> None:
    """Another screen with another model may come before its first step."""
    view = sheet.screen.board.view  # type: ignore[attr-defined]
    wanted = view._overlays.standing[0]
    view._overlays.ahead(replace(wanted, rect=wanted.rect.inflate(-8, 0)), 0)
    view.set_model(MapModel(places=MODEL.places[:1]))
    while view._overlays.work(5) is False:
        pass
    names = {region.name for region in view._overlays._work.done.regions}
    assert names == {place.name for place in MODEL.places}


def test_progress_is_shown_while_plates_are_painted_and_never_again(tmp_path: Path) -> None:
    words = "The map is being drawn"
    for expected in (True, False):
        driver = Driver(tmp_path, ASSETS, Sheet(MapBoard(MapView(ASSETS, tmp_path / "cache", DAY))), SIZE)
        shown = False
        for _ in range(2000):
            shown = shown or words in driver.words()
            if driver.app.at_rest:
                break
            driver.app.pass_time(driver.now)
            driver.draw()
        assert driver.app.at_rest and words not in driver.words()
        assert shown is expected


def test_numpy_is_not_needed_once_plates_are_there(sheet: Driver, plates: Path, tmp_path: Path) -> None:
    view = MapView(ASSETS, plates, DAY)
    driver = Driver(tmp_path, ASSETS, Sheet(MapBoard(view)), SIZE)
    driver.settle()
    assert not view.missing
    assert "_atlas" not in view._grounds.__dict__, "the geometry was read"


def test_the_camera_knows_where_it_is_going() -> None:
    steering = Steering()
    steering.fit(Area(0, 0, 800, 600), Area(0, 0, 800, 600), 1.0, zoom_ms=300)
    steering.zoom(1)
    goal = steering.goal
    steering.camera(0)
    assert steering.camera(400) == goal and isinstance(goal, Camera)


def test_dashes_outside_are_left_out_and_the_others_stay_where_they_were() -> None:
    points = [(0.0, 0.0), (333.0, 0.0), (333.0, 777.0), (1000.0, 777.0)]
    window = Rect(300, 700, 200, 100)
    every = {(round(a[0]), round(a[1]), round(b[0]), round(b[1])) for a, b in dashed(points, 7, 5)}
    some = {(round(a[0]), round(a[1]), round(b[0]), round(b[1])) for a, b in dashed(points, 7, 5, window)}
    assert some and some < every
    assert all(window.clipline(piece) == () for piece in every - some)


# What is kept


def test_a_still_part_is_composed_again_only_when_something_in_it_changed() -> None:
    shared, still, painted = studio(), Still(), []
    box, attention = Rect(10, 10, 200, 60), Attention()

    def compose(key: str) -> tuple[bytes, list[str], list[str]]:
        surface = pygame.display.get_surface()
        surface.fill("grey")
        canvas = canvas_on(surface, shared, attention)

        def paint() -> None:
            painted.append(key)
            look = canvas.hot("word", box, "a word")
            canvas.fill(box, "select" if look.hovered else "sheet")
            canvas.text("body", key, box.topleft)

        still.compose(canvas, key, (box,), paint)
        return pygame.image.tobytes(surface, "RGB"), [text.text for text in canvas.texts], [area.id for area in canvas.areas]

    first = compose("one")
    assert compose("one") == first and painted == ["one"]
    assert compose("two") != first and painted == ["one", "two"]
    attention.hovered = "elsewhere"
    compose("two")
    assert painted == ["one", "two"]
    attention.hovered = "word"
    assert compose("two")[0] != compose("one")[0] and painted == ["one", "two", "two", "one"]


def test_a_clear_still_part_lies_on_whatever_is_beneath_it_now() -> None:
    shared, still, box, painted = studio(), Still(), Rect(10, 10, 200, 60), []

    def compose(ground: str) -> pygame.Surface:
        surface = pygame.display.get_surface()
        surface.fill(ground)
        canvas = canvas_on(surface, shared, Attention())

        def paint() -> list[Rect]:
            painted.append(ground)
            canvas.fill(Rect(20, 20, 30, 30), "ink")
            canvas.hot("word", box, "a word")
            return [box]

        still.compose_clear(canvas, "key", paint)
        assert [area.id for area in canvas.areas] == ["word"]
        return surface.copy()

    white, green = compose("white"), compose("green")
    assert painted == ["white"]
    assert white.get_at((12, 12)) == pygame.Color("white") and green.get_at((12, 12)) == pygame.Color("green")
    assert white.get_at((25, 25)) == green.get_at((25, 25)) == shared.theme.colour("ink")


def test_an_opaque_panel_is_laid_down_quickly() -> None:
    """A surface that has an alpha is blended pixel by pixel."""
    shared, surface = studio(), pygame.display.get_surface()
    canvas = canvas_on(surface, shared)
    canvas.panel("wall", Rect(0, 0, 300, 200), lambda painter, box: painter.fill(box, "ink"), opaque=True)
    (panel,) = (kept for kept in shared.panels._kept.values())
    assert panel.surface.get_alpha() is None and not panel.surface.get_flags() & pygame.SRCALPHA


def test_a_cache_holds_no_more_bytes_than_it_may() -> None:
    kept: Lru[int, Surface] = Lru(1_000_000, bytes_of)
    for number in range(50):
        kept.get(number, lambda: Surface((100, 100), pygame.SRCALPHA))
        assert kept.held <= 1_000_000
    assert len(kept) == 25
    kept.get(99, lambda: Surface((1000, 1000), pygame.SRCALPHA))
    assert len(kept) == 1, "one that is larger than all may be is kept alone"


def test_larger_windows_may_keep_more_and_smaller_ones_no_less() -> None:
    assert budget_for(0.5) == budget_for(1.0)
    assert budget_for(2.0).panels == 4 * budget_for(1.0).panels
    assert budget_for(1.0, (3200, 900)).panels == 2 * budget_for(1.0, (1600, 900)).panels, "a wide window has wide papers"


def test_a_large_shape_painted_in_bands_is_the_same_shape() -> None:
    surface = Surface((1000, 700))
    surface.fill("white")
    painter = Painter(surface, studio())
    corners = ((20.0, 30.0), (980.0, 60.0), (900.0, 690.0), (500.0, 320.0), (60.0, 640.0))
    painter.polygon(corners, pygame.Color(0, 0, 0))
    large = Surface((4000, 2800))
    large.fill("white")
    pygame.draw.polygon(large, "black", [(x * 4, y * 4) for x, y in corners])
    plain = pygame.transform.smoothscale(large, (1000, 700))
    for x in range(0, 1000, 7):
        for y in range(0, 700, 7):
            assert abs(surface.get_at((x, y)).r - plain.get_at((x, y)).r) < 70


def test_a_loader_reads_what_it_was_asked_for_last(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for name in "abc":
        shelf.keep(name, Surface((8, 8)))
    (tmp_path / "spoilt.png").write_bytes(b"spoilt")
    loader = Loader(shelf, (8, 8))
    loader.ask(["a", "spoilt", "nowhere", "c"])
    found: dict[str, Surface | None] = {}
    until = monotonic() + 30
    while len(found) < 4 and monotonic() < until:
        read = loader.take(1.0)
        if read is not None:
            found[read[0]] = read[1]
    assert {name for name, picture in found.items() if picture is not None} == {"a", "c"}
    while loader.busy and monotonic() < until:
        sleep(0.01)
    assert loader.take() is None and not loader.busy
    assert not shelf.has("spoilt") and shelf.has("a")


def test_a_loader_reads_nothing_while_a_frame_is_drawn_unless_that_waits_for_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for name in "ab":
        shelf.keep(name, Surface((8, 8)))
    loader = Loader(shelf, (8, 8))
    with BETWEEN_FRAMES.shut():
        loader.ask("a")
        sleep(0.05)
        assert loader.take() is None and loader.busy
        assert (read := loader.take(30)) is not None and read[0] == "a"
        loader.ask("b")
        sleep(0.05)
        assert loader.take() is None
    assert (read := loader.take(30)) is not None and read[0] == "b"


def test_what_is_in_use_is_set_aside_once_for_each_screen_at_rest(sheet: Driver) -> None:
    """Else it would be looked through for what is no longer needed in the middle of a motion."""
    settled(sheet)
    gc.unfreeze()
    sheet.app.tidy()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
    sheet.app.tidy()
    assert gc.get_freeze_count() == 0
    sheet.app.stack.carry_out(Push(Sheet(sheet.screen.board)))  # type: ignore[attr-defined]
    settled(sheet)
    sheet.app.tidy()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


def test_spare_pictures_are_of_the_size_that_is_asked_for() -> None:
    spare = Spare(1)
    one, two = spare.take((10, 10)), spare.take((10, 10))
    spare.give(one)
    spare.give(two)
    assert spare.take((10, 10)) is one
    spare.give(one)
    assert spare.take((20, 10)).get_size() == (20, 10)


@pytest.mark.parametrize("near", [1.97, 1.6, 1.3, 1.02])
@pytest.mark.parametrize("corner", [(0, 0), (80, -50), (-33, 21)])
def test_a_flight_away_leaves_no_gap_round_what_was_seen_before(near: float, corner: tuple[int, int]) -> None:
    """Only what lies round that is stretched; it looks as if all of what will be seen had been."""
    view, red, bare = Rect(0, 0, 160, 100), (255, 0, 0), (200, 200, 200)
    before, after, target = Surface(view.size), Surface(view.size), Surface(view.size)
    before.fill(red)
    target.fill(bare)
    for x, y in product(range(view.w), range(view.h)):
        after.set_at((x, y), (0, x, y))

    def seen_from(k: float) -> Camera:  # what is under the corner stays there
        return Camera(corner[0] * (1 - 1 / k), corner[1] * (1 - 1 / k), k)

    zoom = Zoom(seen_from(2), seen_from(1), view, view, before, lambda: after, lambda _picture, _camera: None)
    camera = seen_from(near)
    assert zoom.show(target, camera, 0)
    levels = {at: target.get_at(at)[:3] for at in product(range(view.w), range(view.h))}
    around = {at: level for at, level in levels.items() if level[0] < 210}
    assert len(levels) - len(around) == pytest.approx(view.w * view.h * (near / 2) ** 2, abs=2 * (view.w + view.h))
    for (x, y), level in around.items():
        at = ((x - 80) / near + camera.x + 80, (y - 50) / near - camera.y + 50)
        assert level[0] == 0 and abs(level[1] - at[0]) <= 2 and abs(level[2] - at[1]) <= 2, (x, y)


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_memory_is_given_back_where_that_can_be_said(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thrift.sys, "platform", system)
    thrift.give_back()


@pytest.mark.parametrize("room", [900, 420, 300])
def test_no_meter_is_left_out_however_little_room_there_is(room: int) -> None:
    kinds = ("funds", "signals", "paranoia", "track", "influence", "preparation")
    rows = [MeterRow(kind=kind, name="Knowledge of the prison" if kind == "track" else kind, value=9) for kind in kinds]
    canvas = canvas_on(Surface((1000, 80)), studio())
    draw_meters(canvas, Rect(0, 0, 1000, 60), 20, 20 + room, "center", rows)
    boxes = [area.rect for area in canvas.areas]
    assert [area.id for area in canvas.areas] == [f"meter.{kind}" for kind in kinds]
    assert boxes[-1].right <= 20 + room
    assert all(one.right <= other.x for one, other in pairwise(boxes))


@pytest.mark.parametrize(
    ("room", "there", "gone"),
    [(900, ("+3", "of 4", "at most 10", "not located"), ()), (520, ("at most 10", "of 4"), ("not located",)),
     (380, ("at most 10",), ("+3", "of 4", "not located"))],
)  # fmt: skip
def test_the_figure_that_decides_the_end_is_the_last_note_to_go(room: int, there: tuple[str, ...], gone: tuple[str, ...]) -> None:
    rows = (
        MeterRow(kind="funds", name="Funds", value=5, note="+3"),
        MeterRow(kind="signals", name="Signals", value=4, most=4, note="of 4"),
        MeterRow(kind="track", name="Track", value=2, most=10, note="not located"),
        MeterRow(kind="influence", name="Influence", value=8, most=20, note="at most 10", border=10),
    )
    canvas = canvas_on(Surface((1000, 80)), studio())
    draw_meters(canvas, Rect(0, 0, 1000, 60), 20, 20 + room, "center", rows)
    words = {text.text for text in canvas.texts}
    assert words.issuperset(there) and not words.intersection(gone)
