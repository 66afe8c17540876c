"""People on the map: square for Center, round for the Circle, larger for the Old Man, dashed where only last seen."""

from pygame import Rect, Surface

from game.ui.desk.faces import Faces
from game.ui.painter import Painter, Point
from game.ui.presenters.atlas import Shape, Token
from game.ui.signs import tick

SIZES: dict[Shape, int] = {"center": 42, "circle": 44, "old_man": 56, "stranger": 42}
_FADED = 0.62


def token_size(painter: Painter, shape: Shape) -> int:
    """The width of a token in real pixels; never too small to hit."""
    return max(30, painter.px(SIZES[shape]))


def draw_token(painter: Painter, faces: Faces, centre: Point, token: Token, *, selected: bool, lit: bool) -> Rect:
    """One token round its centre; returns what can be hit. `lit`: a lawful target of the order being aimed."""
    size = token_size(painter, token.shape)
    box = Rect(0, 0, size, size)
    box.center = (round(centre[0]), round(centre[1]))
    if token.shape == "center":
        _square(painter, faces, box, token, selected)
    elif token.shape == "stranger":
        _stranger(painter, box)
    else:
        _disc(painter, faces, box, token, selected)
    if lit:
        _brackets(painter, box.inflate(painter.px(12), painter.px(12)))
    if token.ordered:
        corner = Rect(box.right - painter.px(9), box.y - painter.px(7), painter.px(18), painter.px(18))
        painter.fill(corner, "strip")
        painter.frame(corner, "ink", max(1, painter.px(1.6)))
        tick(painter, corner.inflate(-painter.px(7), -painter.px(7)))
    return box


def _square(painter: Painter, faces: Faces, box: Rect, token: Token, selected: bool) -> None:
    point = painter.px(8)
    edge = max(2, painter.px(3))
    painter.fill(box.move(painter.px(3), painter.px(4)), "ink", 0.35)
    colour = "select" if selected else "center"
    if selected:
        rim = box.inflate(2 * painter.px(4), 2 * painter.px(4))
        painter.fill(rim.inflate(2 * edge, 2 * edge), "ink")
        painter.fill(rim, "select")
    painter.polygon(((box.centerx - point, box.bottom - 1), (box.centerx + point, box.bottom - 1), (box.centerx, box.bottom + point)), colour)
    painter.fill(box, "center")
    face = faces.surface(token.portrait, background="center", cut="face", size=(box.w - 2 * edge, box.h - 2 * edge))
    _put(painter, face, (box.x + edge, box.y + edge), 1.0 if not token.moving_to else _FADED)


def _disc(painter: Painter, faces: Faces, box: Rect, token: Token, selected: bool) -> None:
    radius, edge = box.w / 2, max(2, painter.px(3))
    faded = bool(token.note) or bool(token.moving_to)
    if selected:
        painter.disc(box.center, radius + painter.px(4) + edge, "ink")
        painter.disc(box.center, radius + painter.px(4), "select")
    elif not faded:
        painter.disc((box.centerx + painter.px(2), box.centery + painter.px(4)), radius, "ink", 0.35)
    if faded:
        painter.disc(box.center, radius, "ivory2")
        _dashed_ring(painter, box.center, radius)
    else:
        painter.disc(box.center, radius, "circle")
    side = box.w - 2 * edge
    face = faces.disc(token.portrait, side, background="neutral" if faded else "circle")
    _put(painter, face, (box.x + edge, box.y + edge), _FADED if faded else 1.0)


def _dashed_ring(painter: Painter, centre: tuple[int, int], radius: float) -> None:
    for index in range(14):
        painter.arc(centre, radius + painter.px(1), "circle", max(1.6, painter.px(2)), index / 14, 0.6 / 14)


def _stranger(painter: Painter, box: Rect) -> None:
    painter.fill(box, "ivory2")
    painter.dashed_frame(box, "center", max(2, painter.px(2)))
    painter.text("h2", "?", box.center, "ink2", anchor="center")


def _brackets(painter: Painter, box: Rect) -> None:
    """Corners round a lawful target."""
    reach, wide = painter.px(11), max(2, painter.px(3.4))
    for x, y, dx, dy in (
        (box.left, box.top, 1, 1), (box.right, box.top, -1, 1), (box.left, box.bottom, 1, -1), (box.right, box.bottom, -1, -1),
    ):  # fmt: skip
        painter.stroke(((x + dx * reach, y), (x, y), (x, y + dy * reach)), "ink", wide)


def _put(painter: Painter, face: Surface, at: tuple[int, int], alpha: float) -> None:
    if alpha < 1:
        face = face.copy()
        face.set_alpha(round(255 * alpha))
    painter.surface.blit(face, at)

