"""What the lines on the map mean, engraved where the whole of it is empty."""

from pygame import Rect

from game.ui.map.lines import draw_route
from game.ui.map.model import Legend
from game.ui.map.placed import Scene
from game.ui.map.room import Room, whole
from game.ui.painter import Painter

SPOTS = ((24.0, 7.0), (22.0, 12.0), (26.0, 3.0), (22.0, 1.0), (23.0, 23.0), (22.5, 47.0))
"""Latitude and longitude of the middle of the legend: in the Sahara, else in Arabia."""
_SAMPLE, _BETWEEN, _RULES = 34, 22, 7
"""Design pixels of a line that is shown, between one and the next, and of the rules above and below the words."""


def place_legend(painter: Painter, scene: Scene, room: Room) -> Rect | None:
    """Where the legend of the whole map lies; nowhere if there is no room for it, or no route is shown."""
    legend = scene.model.legend
    if legend is None or not scene.legend or "routes" not in scene.layers:
        return None
    box = Rect(0, 0, *_size(painter, legend))
    found = room.first((box.move_to(center=whole(spot)) for spot in scene.legend), lambda spot: (spot,))
    if found is not None:
        room.take(found)
    return found


def _size(painter: Painter, legend: Legend) -> tuple[int, int]:
    words = max(painter.text_width("map", legend.title), painter.text_width("small", legend.date, italic=True))
    lines = painter.line("map") + 2 * painter.line("small") + 2 * painter.px(_RULES)
    return max(words + painter.px(40), _lines_width(painter, legend)), lines


def _lines_width(painter: Painter, legend: Legend) -> int:
    words = sum(painter.text_width("small", word, italic=True) for _mode, word in legend.modes)
    return words + len(legend.modes) * painter.px(_SAMPLE + 6) + (len(legend.modes) - 1) * painter.px(_BETWEEN)


def draw_legend(painter: Painter, legend: Legend, box: Rect) -> None:
    """The title between two rules, the date beneath it, then each kind of line with its name."""
    painter.rule(box.left, box.right, box.top, "map.border")
    title = painter.text("map", legend.title, (box.centerx, box.y + painter.px(_RULES)), "map.label", anchor="midtop")
    date = painter.text("small", legend.date, (box.centerx, title.bottom), "map.label", anchor="midtop", italic=True)
    painter.rule(box.left, box.right, date.bottom + painter.px(_RULES) // 2, "map.border")
    x, y = box.centerx - _lines_width(painter, legend) // 2, box.bottom - painter.line("small") // 2
    for mode, word in legend.modes:
        draw_route(painter, (x, y), (x + painter.px(_SAMPLE), y), mode, closed=False, straight=True)
        at = (x + painter.px(_SAMPLE + 6), y)
        x = painter.text("small", word, at, "map.label", anchor="midleft", italic=True).right + painter.px(_BETWEEN)
