"""The strip in the corner of the map: which layers are shown, how near the map is."""

from collections.abc import Callable
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.map.model import Layer
from game.ui.papers import sheet
from game.ui.screen import Canvas, Outcome
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_ICONS: dict[Layer, str] = {"routes": "rail-road", "tags": "door", "last_seen": "semi-closed-eye"}


def layer_names(words: Words) -> dict[Layer, str]:
    """The layers that can be switched, in words."""
    return {"routes": words("Routes"), "tags": words("Asylum, police"), "last_seen": words("Last seen")}


def draw_controls(
    canvas: Canvas, corner: tuple[int, int], side: str, layers: frozenset[Layer], zoom_name: str, *, room: int,
    toggle: Callable[[Layer], Outcome], zoom: Callable[[int], Outcome],
) -> Rect:  # fmt: skip
    """Draws the strip with its lower right corner at `corner`; returns where it lies. Where it would be wider than `room`,
    the layers have their signs alone."""
    names = layer_names(canvas.words)
    high = max(canvas.measure("least_target"), canvas.px(40), canvas.line("choice") + canvas.px(14))
    icon, gap = canvas.px(20), canvas.px(14)
    wides = {layer: icon + canvas.px(8) + canvas.text_width("choice", name) + 2 * gap for layer, name in names.items()}
    figure = canvas.text_width("choice", "4.5×") + canvas.px(12)
    named = sum(wides.values()) + 2 * high + figure <= room
    if not named:
        wides = dict.fromkeys(names, max(high, icon + 2 * gap))
    whole = sum(wides.values()) + 2 * high + figure
    box = Rect(corner[0] - whole, corner[1] - high, whole, high)
    canvas.panel(("map controls",), box, lambda painter, rect: sheet(painter, rect, "card", "s1"), margin=canvas.px(12))
    canvas.shield(box)
    x = box.x
    for layer, name in names.items():
        part = Rect(x, box.y, wides[layer], high)
        colour = side if layer in layers else None
        _draw_switch(canvas, part, layer, name, colour, partial(toggle, layer), named=named)
        x = part.right
    _draw_step(canvas, Rect(x, box.y, high, high), "−", canvas.words("Zoom out"), partial(zoom, -1))
    middle = (x + high + figure / 2, box.centery)
    canvas.text("choice", f"{zoom_name}×", middle, anchor="center")
    _draw_step(canvas, Rect(x + high + figure, box.y, high, high), "+", canvas.words("Zoom in"), partial(zoom, 1))
    return box


def _draw_switch(
    canvas: Canvas, room: Rect, layer: Layer, name: str, colour: str | None, action: Callable[[], Outcome], *, named: bool
) -> None:
    """A layer's sign and name: underlined in the side's colour while it is shown."""
    look = canvas.hot(f"map.layer.{layer}", room, name, action, tip=None if named else Tip(name))
    if look.hovered:
        canvas.fill(room, "hover")
    icon, ink = canvas.px(20), "ink" if colour else "ink2"
    left = room.x + (canvas.px(14) if named else (room.w - icon) // 2)
    canvas.icon(_ICONS[layer], (left + icon / 2, room.centery), icon, ink)
    words = Rect(left, room.centery, icon, canvas.line("choice") // 2)
    if named:
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
