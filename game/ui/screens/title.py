"""The title: a red wedge through the rings to one face, and the menu. It knows no game; its model says what there is
to continue, and each choice answers with the outcome that its maker gave it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pygame import SRCALPHA, Rect, Surface, Vector2, transform

from game.ui import papers
from game.ui.moments import Scene
from game.ui.painter import Painter
from game.ui.screen import Action, Canvas, Outcome, Quit, Screen, Stay
from game.ui.studio import Panel, Studio
from game.ui.widgets.focus import selection
from game.ui.words import Words

OUTER, INNER, DISC = 378, 288, 200
RING_CENTRE = (432, 450)
"""From the right edge and from the top, in design pixels."""

_FRIENDS_OUTER = (16, 52, 98, 134, 186, 218, 290, 332)
_FRIENDS_INNER = (2, 48, 120, 202, 316)
_MOLE_ANGLE = 164
_MENU_SIZE = 29.0
_LEAST_STEP = 36
"""Real pixels from one choice to the next, as little as fingers can do with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleModel:
    """What the title shows and what its menu does. A choice without an action is left out.

    `resume` names the game to continue, `photo` is what its desk looked like. `portrait` draws the face for a disc of so
    many real pixels across; `backdrop` covers a Surface with a map, faint already, as a palette has it.
    """

    version: str = ""
    resume: str | None = None
    photo: Surface | None = None
    on_resume: Action | None = None
    on_new: Action | None = None
    on_tutorial: Action | None = None
    on_load: Action | None = None
    on_scenarios: Action | None = None
    on_archive: Action | None = None
    on_rulebook: Action | None = None
    on_settings: Action | None = None
    on_quit: Action = Quit
    portrait: Callable[[int], Surface] | None = None
    backdrop: Callable[[Surface, str], None] | None = None
    picture: Callable[[str, tuple[int, int], Callable[[Surface], None]], Surface] | None = None
    """Finds the picture again that was painted for a look and a size, or has it painted."""


class TitleScreen(Screen):
    """The first screen. Esc does nothing here; Quit is a choice of its own."""

    scene = Scene.TITLE
    fitted = True
    marks_first = True

    def __init__(self, model: TitleModel) -> None:
        self._model = model
        self.first_focus = "resume" if model.resume is not None and model.on_resume is not None else "new"

    def back(self) -> Outcome:
        """There is nothing behind the title."""
        return Stay()

    def compose(self, canvas: Canvas) -> None:
        """One still picture, and the menu alive on it."""
        canvas.panel(("title", canvas.words.language), canvas.rect, partial(_still, self._model, canvas.words), opaque=True)
        self._menu(canvas)

    def _menu(self, canvas: Canvas) -> None:
        _ = canvas.words
        model = self._model
        wanted = (
            ("resume", _("Continue"), model.on_resume if model.resume is not None else None, "c"),
            ("new", _("New game"), model.on_new, "n"),
            ("tutorial", _("Tutorial"), model.on_tutorial, "t"),
            ("load", _("Load"), model.on_load, "l"),
            ("scenarios", _("Scenarios & mods"), model.on_scenarios, "m"),
            ("archive", _("Archive"), model.on_archive, "a"),
            ("rulebook", _("Rulebook"), model.on_rulebook, "b"),
            ("settings", _("Settings"), model.on_settings, "s"),
            ("quit", _("Quit"), model.on_quit, "q"),
        )
        rows = [(id, words, action, key) for id, words, action, key in wanted if action is not None]
        top, bottom = _offset(canvas) + canvas.px(511), canvas.rect.h - canvas.px(20)
        tall = min(len(rows), (bottom - top) // _LEAST_STEP)
        step = max(_LEAST_STEP, min((bottom - top) // tall, canvas.line("menu") + canvas.px(12)))
        size = min(_MENU_SIZE, _MENU_SIZE * (step - 4) / canvas.line("menu"))
        spare = min(canvas.px(8), max(0, bottom - top - step * tall))
        widest = max(canvas.text_width("menu", row[1], size=size, weight=600) for row in rows)
        self._photograph(canvas, top + step + spare, widest * (1 if tall == len(rows) else 2))
        for index, (id, words, action, key) in enumerate(rows):
            first, beside = index == 0, index >= tall  # what a low window has no room for stands beside the last choices
            line = index - (len(rows) - tall) if beside else index
            left = canvas.px(76) + (widest + canvas.px(60) if beside else 0)
            row = Rect(left, top + line * step + (0 if first else spare), 0, step - 2 + (spare if first else 0))
            self._choice(canvas, id, row, words, action, key, size)

    def _photograph(self, canvas: Canvas, top: int, words: int) -> None:
        """The game that can be gone on with, at the right of the menu, where there is room for it."""
        photo = self._model.photo
        left = canvas.px(76) + words + canvas.px(90)
        wide = min(canvas.px(250), canvas.rect.w - canvas.px(RING_CENTRE[0] + OUTER + 60) - left)
        box = Rect(left, top + canvas.px(14), wide, wide * 9 // 16)
        if photo is None or wide < canvas.px(150):
            return
        edge = canvas.px(8)

        def paint(painter: Painter, rect: Rect) -> None:
            papers.sheet(painter, rect, "photo", "s2")
            inner = rect.inflate(-2 * edge, -2 * edge)
            painter.surface.blit(transform.smoothscale(photo, inner.size), inner)

        canvas.panel(("photo", id(photo)), box, paint, margin=papers.shadow_margin(canvas), tilt=-1.5)

    def _choice(self, canvas: Canvas, id: str, rect: Rect, words: str, action: Action, key: str, size: float) -> None:
        pad = canvas.px(20)
        note = self._model.resume if id == "resume" and self._model.resume else ""
        widest = canvas.rect.w - canvas.px(RING_CENTRE[0] + OUTER + 30) - rect.x
        name_width = canvas.text_width("menu", words, size=size, weight=600)
        note_room = widest - name_width - 3 * pad
        note_width = min(canvas.text_width("body", note), note_room) + pad if note and note_room > 3 * pad else 0
        rect.w = name_width + 2 * pad + note_width
        look = canvas.hot(id, rect, words, action, key=key)
        marked = look.hovered or look.focused or (id == self.first_focus and not self._elsewhere(canvas))
        if marked:
            selection(canvas, rect)
            square = canvas.px(13)
            canvas.fill(Rect(rect.x - square, rect.centery - square // 2, square, square), "center")
        at = (rect.x + pad, rect.centery)
        canvas.text("menu", words, at, anchor="midleft", size=size, weight=600 if marked else None)
        if note_width:
            canvas.text("body", note, (at[0] + name_width + pad, at[1]), anchor="midleft", width=note_width - pad + 1)

    def _elsewhere(self, canvas: Canvas) -> bool:
        """Whether the pointer or the focus marks a choice already."""
        return canvas.attention.focus_shown or canvas.attention.hovered is not None


def _offset(painter: Painter) -> int:
    """How far the picture lies below the top, in a window taller than the design."""
    return max(0, (painter.rect.h - painter.px(900)) // 2)


def _still(model: TitleModel, _: Words, painter: Painter, rect: Rect) -> None:
    top = _offset(painter)
    paint = partial(_picture, model, painter.studio)
    if model.picture is not None:
        look = "-".join(str(part) for part in (*painter.theme.key, *rect.size))
        painter.surface.blit(model.picture(look, rect.size, paint), rect)
    else:
        paint(painter.surface)
    _name(painter, top, _("duck;\nfalse report;\ncode name"))
    _places(painter, top, _("Alma-Ata · Prinkipo · Paris · Oslo · Coyoacán"))
    _footer(painter, rect, model.version, _("maps: Natural Earth · icons: game-icons.net, CC BY 3.0"))


def _picture(model: TitleModel, studio: Studio, surface: Surface) -> None:
    """Everything but words, which are in the player's language."""
    painter = Painter(surface, studio)
    if model.backdrop is not None:
        model.backdrop(surface, studio.theme.palette)
    else:
        papers.paper(painter, painter.rect, "sheet")
    papers.vignette(painter, painter.rect, 0.30, "#3A2A14")
    top = _offset(painter)
    centre = (painter.rect.w - painter.px(RING_CENTRE[0]), top + painter.px(RING_CENTRE[1]))
    _rings(painter, centre)
    _wedge(painter, top, (centre[0] - painter.px(206), top + painter.px(456)))
    _disc(painter, centre, model)
    _friends(painter, centre)


def _rings(painter: Painter, centre: tuple[int, int]) -> None:
    line = max(2, painter.px(3))
    for radius in (OUTER, INNER):
        painter.disc(centre, painter.px(radius), "circle", 0.13)
        painter.ring(centre, painter.px(radius), "circle", line)


def _friends(painter: Painter, centre: tuple[int, int]) -> None:
    """The round dots of the rings, and the one that is a square."""
    for radius, angles in ((OUTER, _FRIENDS_OUTER), (INNER, _FRIENDS_INNER)):
        for angle in angles:
            x, y = _on_ring(painter, centre, radius, angle)
            painter.disc((x, y), painter.px(12), "ivory")
            painter.disc((x, y), painter.px(8.5), "circle")
    x, y = _on_ring(painter, centre, INNER, _MOLE_ANGLE)
    for size, colour in ((24, "ivory"), (17, "center")):
        side = painter.px(size)
        painter.fill(Rect(round(x - side / 2), round(y - side / 2), side, side), colour)


def _on_ring(painter: Painter, centre: tuple[int, int], radius: int, angle: int) -> tuple[float, float]:
    spoke = Vector2(0, -painter.px(radius) + painter.px(1.5)).rotate(angle)
    return centre[0] + spoke.x, centre[1] + spoke.y


def _name(painter: Painter, top: int, gloss: str) -> None:
    size = 252 * min(1.0, 1 / painter.theme.text)
    letters = painter.text("display", "UTKA", (painter.px(88), top + painter.px(192)), anchor="midleft", size=size)
    papers.stamp(
        painter,
        (letters.right + painter.px(110), top + painter.px(165)),
        "\u0423\u0422\u041a\u0410",
        "center",
        tilt=-8,
        size=46,
    )
    size = 21 * min(1.15, painter.theme.text) / painter.theme.text
    room = Rect(letters.right + painter.px(24), top + painter.px(232), painter.px(200), painter.px(90))
    painter.paragraph("ribbon", gloss, room, size=size)


def _wedge(painter: Painter, top: int, tip: tuple[int, int]) -> None:
    y1, y2, fold = top + painter.px(368), top + painter.px(480), top + painter.px(430)
    painter.polygon(((0, y1 + painter.px(24)), (tip[0], tip[1] + painter.px(16)), (0, y2 + painter.px(13))), "ink", 0.34)
    painter.polygon(((-2, y1), tip, (-2, y2)), "center")
    painter.polygon(((-2, fold), tip, (-2, y2)), "center_dark")


def _places(painter: Painter, top: int, names: str) -> None:
    """Along the wedge, where he was driven."""
    size = 21.5 * min(1.1, painter.theme.text) / painter.theme.text
    wide, high = painter.text_width("label", names, size=size), painter.line("label", size)
    strip = Painter(Surface((wide + 4, 2 * high), SRCALPHA), painter.studio)
    strip.text("label", names, (0, high // 2), "ivory", size=size)
    _tilted(painter, strip, (painter.px(96) + wide // 2, top + painter.px(434)))


def _tilted(painter: Painter, strip: Painter, centre: tuple[int, int]) -> None:
    turned = transform.rotozoom(strip.surface, -1.7, 1.0)
    at = turned.get_rect(center=centre)
    painter.put(Panel(turned, tuple(strip.texts)), at.topleft)


def _disc(painter: Painter, centre: tuple[int, int], model: TitleModel) -> None:
    radius = painter.px(DISC)
    painter.disc((centre[0] + painter.px(4), centre[1] + painter.px(8)), radius, "ink", 0.38)
    painter.disc(centre, radius, painter.colour("circle_dark").lerp(painter.colour("ivory"), 0.1))
    if model.portrait is None:
        painter.ring(centre, radius * 0.62, "ivory", painter.px(14))
        painter.disc(centre, radius * 0.2, "ivory")
        return
    face = model.portrait(2 * radius)
    painter.surface.blit(face, face.get_rect(midbottom=(centre[0], centre[1] + radius)))


def _footer(painter: Painter, rect: Rect, version: str, credit: str) -> None:
    words = f"{version} · {credit}" if version else credit
    at = (rect.w - painter.px(40), rect.h - painter.px(26))
    painter.text("small", words, at, "ink2", anchor="midright", size=16 * min(1.0, 1.4 / painter.theme.text))
