"""The strip in the corner of the map: which layers are shown, how near the map is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.map.model import Layer
from game.ui.papers import sheet
from game.ui.screen import Canvas, Outcome
from game.ui.signs import chevron
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_LENGTHS = (100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 30_000)
"""Lengths of a scale, in metres."""
_ICONS: dict[Layer, str] = {"routes": "rail-road", "tags": "door", "last_seen": "semi-closed-eye", "reach": "hourglass"}


@dataclass(frozen=True, slots=True)
class _Switch:
    """One switch of the strip."""

    id: str
    sign: str
    name: str
    on: bool
    action: Callable[[], Outcome]


def layer_names(words: Words) -> dict[Layer, str]:
    """The layers that can be switched, in words."""
    return {
        "routes": words("Routes"),
        "tags": words("Asylum, police"),
        "last_seen": words("Last seen"),
        "reach": words("Turns to go"),
    }


def strip_box(canvas: Canvas, corner: tuple[int, int], *, cities: bool, room: int) -> Rect:
    """Where `draw_controls` draws the strip."""
    return _laid(canvas, corner, cities=cities, room=room)[1]


def _laid(canvas: Canvas, corner: tuple[int, int], *, cities: bool, room: int) -> tuple[list[int], Rect, bool]:
    """How wide the words of the switches are, where the strip lies, and whether there is room for the words."""
    names = [*layer_names(canvas.words).values(), *([canvas.words("City plate")] if cities else [])]
    words = [canvas.px(8) + canvas.text_width("choice", name) for name in names]
    high = _height(canvas)
    bare = len(names) * (canvas.px(20) + 2 * canvas.px(14)) + 2 * high + _figure_width(canvas)
    spelt = bare + sum(words) <= room
    whole = bare + (sum(words) if spelt else 0)
    return words, Rect(corner[0] - whole, corner[1] - high, whole, high), spelt


def draw_controls(
    canvas: Canvas, corner: tuple[int, int], side: str, layers: frozenset[Layer], *,
    toggle: Callable[[Layer], Outcome], zoom: Callable[[int], Outcome],
    city: tuple[bool, Callable[[], Outcome]] | None, room: int,
) -> Rect:  # fmt: skip
    """Draws the strip with its lower right corner at `corner`; returns where it lies. `city` is whether a city plate lies on
    the table, and what lays one there or takes it away; nothing if there are none. In less `room` than the words need, signs
    stand alone. Between the steps of the zoom there is room for `draw_step_name`: how near the map is changes often, and all
    the rest seldom."""
    high, icon, gap = _height(canvas), canvas.px(20), canvas.px(14)
    words, box, spelt = _laid(canvas, corner, cities=city is not None, room=room)
    canvas.panel(("map controls",), box, lambda painter, rect: sheet(painter, rect, "card", "s1"), margin=canvas.px(12))
    canvas.shield(box)
    x = box.x
    switches = [
        _Switch(f"map.layer.{layer}", _ICONS[layer], name, layer in layers, partial(toggle, layer))
        for layer, name in layer_names(canvas.words).items()
    ]
    if city:
        switches.append(_Switch("map.city", "magnifying-glass", canvas.words("City plate"), *city))
    for switch, wide in zip(switches, words, strict=True):
        place = Rect(x, box.y, icon + 2 * gap + (wide if spelt else 0), high)
        _draw_switch(canvas, place, switch, side, spelt=spelt)
        x = place.right
    figure = _figure_width(canvas)
    _draw_step(canvas, Rect(x, box.y, high, high), "−", canvas.words("Zoom out"), partial(zoom, -1))
    _draw_step(canvas, Rect(x + high + figure, box.y, high, high), "+", canvas.words("Zoom in"), partial(zoom, 1))
    return box


def draw_step_name(canvas: Canvas, strip: Rect, name: str) -> None:
    """Draws how near the map is on the strip that lies there."""
    middle = (strip.right - _height(canvas) - _figure_width(canvas) / 2, strip.centery)
    canvas.text("choice", f"{name}×", middle, anchor="center")


def _height(canvas: Canvas) -> int:
    return max(canvas.measure("least_target"), canvas.px(40), canvas.line("choice") + canvas.px(14))


def _figure_width(canvas: Canvas) -> int:
    return canvas.text_width("choice", "4.5×") + canvas.px(12)


def draw_title(canvas: Canvas, corner: tuple[int, int], title: str, metres: float, back: Callable[[], Outcome]) -> Rect:
    """Draws the slip of a city plate with its upper right corner at `corner`: its name, and a scale of so many metres for a
    design pixel. A click goes back. Returns where it lies."""
    pad, arrow = canvas.px(14), canvas.px(26)
    length, words = _scale_bar(metres)
    bar = round(length / metres * canvas.theme.unit)
    wide = arrow + max(canvas.text_width("h3", title), bar + canvas.px(12) + canvas.text_width("small", words)) + 2 * pad
    high = canvas.line("h3") + canvas.line("small") + canvas.px(16)
    box = Rect(corner[0] - wide, corner[1], wide, high)
    look = canvas.hot("map.back", box, canvas.words("Back to the world"), back)
    sheet(canvas, box, "card", "s1")
    if look.hovered:
        canvas.fill(box, "hover")
    chevron(canvas, (box.x + pad + canvas.px(8), box.centery), canvas.px(16), "ink")
    left = box.x + pad + arrow
    canvas.text("h3", title, (left, box.y + canvas.px(7)))
    middle = box.bottom - canvas.px(9) - canvas.line("small") // 2
    thick = max(3, canvas.px(4))
    for index in range(4):
        part = Rect(left + bar * index // 4, middle - thick // 2, bar * (index + 1) // 4 - bar * index // 4, thick)
        canvas.fill(part, "ink" if index % 2 == 0 else "field")
        canvas.frame(part, "ink", 1)
    canvas.text("small", words, (left + bar + canvas.px(8), middle), "ink2", anchor="midleft")
    if look.focused:
        focus_frame(canvas, box)
    return box


def _scale_bar(metres: float) -> tuple[float, str]:
    """A round length that is up to 100 design pixels long, in metres, and its words."""
    wanted = 100 * metres
    length = max((size for size in _LENGTHS if size <= wanted), default=_LENGTHS[0])
    return float(length), f"{length // 1000} km" if length >= 1000 else f"{length} m"


def _draw_switch(canvas: Canvas, room: Rect, switch: _Switch, side: str, *, spelt: bool) -> None:
    """A switch: underlined in the side's colour while it is on; its name beside its sign, or told when it is pointed at."""
    look = canvas.hot(switch.id, room, switch.name, switch.action, tip=None if spelt else Tip(switch.name))
    if look.hovered:
        canvas.fill(room, "hover")
    icon, ink = canvas.px(20), "ink" if switch.on else "ink2"
    left = room.x + canvas.px(14)
    canvas.icon(switch.sign, (left + icon / 2, room.centery), icon, ink)
    line = Rect(left, room.centery + icon // 2 + canvas.px(3), icon, 0)
    if spelt:
        words = canvas.text("choice", switch.name, (left + icon + canvas.px(8), room.centery), ink, anchor="midleft")
        line = Rect(words.x, words.bottom - canvas.px(1), words.w, 0)
    if switch.on:
        canvas.fill(Rect(line.x, line.y, line.w, max(2, canvas.px(3))), side)
    if look.focused:
        focus_frame(canvas, room)


def _draw_step(canvas: Canvas, room: Rect, sign: str, name: str, action: Callable[[], Outcome]) -> None:
    look = canvas.hot(f"map.zoom.{sign}", room, name, action)
    if look.hovered:
        canvas.fill(room, "hover")
    canvas.text("number_small", sign, room.center, anchor="center")
    if look.focused:
        focus_frame(canvas, room)
