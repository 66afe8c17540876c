"""The strip in the corner of the map: which layers are shown, how near the map is."""

from collections.abc import Callable
from functools import partial

from pygame import Rect

from game.ui.map.model import Layer
from game.ui.papers import sheet
from game.ui.screen import Canvas, Outcome
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_LENGTHS = (100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 30_000)
"""Lengths of a scale, in metres."""
_ICONS: dict[Layer, str] = {"routes": "rail-road", "tags": "door", "last_seen": "semi-closed-eye"}


def layer_names(words: Words) -> dict[Layer, str]:
    """The layers that can be switched, in words."""
    return {"routes": words("Routes"), "tags": words("Asylum, police"), "last_seen": words("Last seen")}


def draw_controls(
    canvas: Canvas, corner: tuple[int, int], side: str, layers: frozenset[Layer], zoom_name: str, *,
    toggle: Callable[[Layer], Outcome], zoom: Callable[[int], Outcome],
    city: tuple[bool, Callable[[], Outcome]] | None = None,
) -> Rect:  # fmt: skip
    """Draws the strip with its lower right corner at `corner`; returns where it lies. `city` is whether a city plate lies on
    the table, and what lays one there or takes it away; nothing if there are none."""
    names = layer_names(canvas.words)
    high = max(canvas.measure("least_target"), canvas.px(40), canvas.line("choice") + canvas.px(14))
    icon, gap = canvas.px(20), canvas.px(14)
    wides = {layer: icon + canvas.px(8) + canvas.text_width("choice", name) + 2 * gap for layer, name in names.items()}
    figure = canvas.text_width("choice", "4.5×") + canvas.px(12)
    city_name = canvas.words("City plate")
    city_wide = icon + canvas.px(8) + canvas.text_width("choice", city_name) + 2 * gap if city else 0
    whole = sum(wides.values()) + city_wide + 2 * high + figure
    box = Rect(corner[0] - whole, corner[1] - high, whole, high)
    canvas.panel(("map controls",), box, lambda painter, rect: sheet(painter, rect, "card", "s1"), margin=canvas.px(12))
    canvas.shield(box)
    x = box.x
    for layer, name in names.items():
        room = Rect(x, box.y, wides[layer], high)
        look = (f"map.layer.{layer}", _ICONS[layer], name)
        _draw_switch(canvas, room, look, side if layer in layers else None, partial(toggle, layer))
        x = room.right
    if city:
        room = Rect(x, box.y, city_wide, high)
        _draw_switch(canvas, room, ("map.city", "magnifying-glass", city_name), side if city[0] else None, city[1])
        x = room.right
    _draw_step(canvas, Rect(x, box.y, high, high), "−", canvas.words("Zoom out"), partial(zoom, -1))
    middle = (x + high + figure / 2, box.centery)
    canvas.text("choice", f"{zoom_name}×", middle, anchor="center")
    _draw_step(canvas, Rect(x + high + figure, box.y, high, high), "+", canvas.words("Zoom in"), partial(zoom, 1))
    return box


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
    x, y, half = box.x + pad + canvas.px(5), box.centery, canvas.px(7)
    canvas.stroke(((x + half, y - half), (x, y), (x + half, y + half)), "ink", max(2, canvas.px(3)))
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


def _draw_switch(
    canvas: Canvas, room: Rect, known: tuple[str, str, str], colour: str | None, action: Callable[[], Outcome]
) -> None:
    """A switch, `known` by its id, sign and name: underlined in the side's colour while it is on."""
    id_, sign, name = known
    look = canvas.hot(id_, room, name, action)
    if look.hovered:
        canvas.fill(room, "hover")
    icon, ink = canvas.px(20), "ink" if colour else "ink2"
    left = room.x + canvas.px(14)
    canvas.icon(sign, (left + icon / 2, room.centery), icon, ink)
    words = canvas.text("choice", name, (left + icon + canvas.px(8), room.centery), ink, anchor="midleft")
    if colour:
        canvas.fill(Rect(words.x, words.bottom - canvas.px(1), words.w, max(2, canvas.px(3))), colour)
    if look.focused:
        focus_frame(canvas, room)


def _draw_step(canvas: Canvas, room: Rect, sign: str, name: str, action: Callable[[], Outcome]) -> None:
    look = canvas.hot(f"map.zoom.{sign}", room, name, action)
    if look.hovered:
        canvas.fill(room, "hover")
    canvas.text("number_small", sign, room.center, anchor="center")
    if look.focused:
        focus_frame(canvas, room)
