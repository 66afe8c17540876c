"""The sheet beside the second board: one person, and the reasons for what is thought of him."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.faces import Faces, photograph
from game.ui.desk.look_up import draw_look_up
from game.ui.painter import Painter
from game.ui.papers import head_rule, shadow
from game.ui.presenters.grounds import Ground, Grounds
from game.ui.presenters.rings import RingPerson
from game.ui.screen import Action, Canvas, Outcome
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.meters import discs, doubt_arc, gauge
from game.ui.widgets.odds import signed
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words


def draw_grounds(
    canvas: Canvas, room: Rect, faces: Faces, sheet: Grounds, background: SideName | None, look_up: Action | None = None
) -> None:
    """Portrait and name, the doubt with every reason, or what the Center knows; it scrolls where there is much of it.
    `look_up` opens the archive."""
    width = room.w - bar_room(canvas)
    head = _head(canvas, Rect(room.x, 0, width, 0), faces, sheet, background, dry=True)
    parts = _parts(canvas, sheet, width)
    with scroll_area(canvas, f"grounds.{sheet.id}", room, head + sum(height for height, _draw in parts) + canvas.px(8)) as view:
        y = room.y - view.offset
        _head(canvas, Rect(room.x, y, width, 0), faces, sheet, background)
        photo = Rect((room.x, y), _photo_size(canvas))
        draw_look_up(canvas, Rect(photo.x, photo.y, width, photo.h), photo.bottomright, sheet.name, look_up)
        y += head
        for height, draw in parts:
            draw(Rect(room.x, y, width, height))
            y += height


def _head(canvas: Canvas, rect: Rect, faces: Faces, sheet: Grounds, background: SideName | None, *, dry: bool = False) -> int:
    photo = Rect(rect.topleft, _photo_size(canvas))
    x = photo.right + canvas.px(18)
    wide = rect.right - x
    size = next((size for size in (32, 27, 22) if canvas.text_width("h2", sheet.name, size=size) <= wide), 22)
    name = canvas.paragraph_height("h2", sheet.name, wide, size=size)
    line = canvas.paragraph_height("small", sheet.line, wide)
    beside = name + line + canvas.px(4)
    about = canvas.paragraph_height("small", sheet.about, rect.w) if sheet.about else 0
    height = max(photo.h, beside) + canvas.px(14) + about + canvas.px(10)
    if dry:
        return height
    if sheet.portrait:
        key = ("grounds photo", tuple(sorted(sheet.portrait.items())), background)
        margin = canvas.px(18)
        canvas.panel(key, photo, lambda painter, box: _photo(painter, faces, box, sheet, background), margin=margin, tilt=-1.2)
    else:
        emblem(canvas, background or "circle", photo.center, photo.w * 3 // 4)
    canvas.paragraph("h2", sheet.name, Rect(x, rect.y, wide, 0), size=size)
    canvas.paragraph("small", sheet.line, Rect(x, rect.y + name + canvas.px(4), wide, 0), "ink2")
    if sheet.about:
        canvas.paragraph("small", sheet.about, Rect(rect.x, rect.y + max(photo.h, beside) + canvas.px(14), rect.w, 0))
    return height


def _photo_size(painter: Painter) -> tuple[int, int]:
    return (painter.px(108), painter.px(135))


def _photo(painter: Painter, faces: Faces, box: Rect, sheet: Grounds, background: SideName | None) -> None:
    shadow(painter, box, "s1")
    photograph(painter, faces, box, sheet.portrait, background)


Part = tuple[int, Callable[[Rect], None]]


def _parts(canvas: Canvas, sheet: Grounds, width: int) -> list[Part]:
    """The parts beneath the head, each with its height."""
    parts: list[Part] = []
    if sheet.doubt is not None:
        parts.append((_doubt_height(canvas, sheet), lambda rect: _doubt(canvas, rect, sheet)))
    parts += [(_ground_height(canvas, each, width), partial(_ground, canvas, each)) for each in sheet.grounds]
    label = max((canvas.text_width("label", name) for name, _words in sheet.facts), default=0) + canvas.px(14)
    label = min(label, width // 2)
    for name, words in sheet.facts:
        height = max(
            canvas.paragraph_height("small", words, width - label), canvas.paragraph_height("label", name, label - canvas.px(8))
        )
        parts.append((height + canvas.px(4), partial(_fact, canvas, name, words, label)))
    if sheet.ties:
        high = canvas.line("small") + canvas.px(6)
        title = canvas.words("Rapport")
        parts.append((canvas.line("h3") + canvas.px(26), lambda rect: _section(canvas, rect, title)))
        parts += [(high, partial(_tie, canvas, name, rapport)) for name, rapport in sheet.ties]
    return parts


def _section(canvas: Canvas, rect: Rect, title: str) -> None:
    head_rule(canvas, Rect(rect.x, rect.y + canvas.px(12), rect.w, 0), title)


def _fact(canvas: Canvas, name: str, words: str, label: int, rect: Rect) -> None:
    canvas.paragraph("label", name, Rect(rect.x, rect.y + canvas.px(2), label - canvas.px(8), 0), "ink2")
    canvas.paragraph("small", words, Rect(rect.x + label, rect.y, rect.w - label, 0))


def _tie(canvas: Canvas, name: str, rapport: int, rect: Rect) -> None:
    row = discs(canvas, (rect.right - canvas.px(3 * 18), rect.centery), rapport, 3, size=12)
    canvas.text("small", name, (rect.x, rect.centery), anchor="midleft", width=row.x - rect.x - canvas.px(8))


def _doubt_height(canvas: Canvas, sheet: Grounds) -> int:
    since = canvas.line("small") if sheet.since else 0
    return max(canvas.line("number_large"), canvas.line("h3") + canvas.px(34)) + since + canvas.px(14)


def _doubt(canvas: Canvas, rect: Rect, sheet: Grounds) -> None:
    """The figure with its bar; a tick where it stood before."""
    doubt = sheet.doubt or 0
    figure = canvas.text("number_large", str(doubt), rect.topleft)
    sign = canvas.text("number", "%", (figure.right + canvas.px(2), figure.bottom - canvas.px(5)), anchor="bottomleft")
    left = sign.right + canvas.px(14)
    name = canvas.text("h3", canvas.words("Doubt"), (left, rect.y + canvas.px(2)))
    bar = Rect(left, name.bottom + canvas.px(8), rect.right - left, canvas.px(16))
    gauge(canvas, bar, doubt / 100, ink="ink", mark=None if sheet.before is None else sheet.before / 100)
    if sheet.since:
        top = rect.bottom - canvas.px(8) - canvas.line("small")
        canvas.text("small", sheet.since, (rect.right, top), "ink2", anchor="topright", width=rect.w)
    canvas.rule(rect.x, rect.right, rect.bottom - canvas.measure("rule"), "ink", canvas.measure("rule"))


def _ground_widths(painter: Painter, width: int) -> tuple[int, int]:
    """The room of the words of a reason, and of its bar with the figure."""
    bar = painter.px(60) + painter.text_width("number_small", "+00") + painter.px(12)
    return width - bar, bar


def _lists(ground: Ground, _: Words) -> str:
    parts = []
    if ground.others:
        parts.append(_("Also suspected: {names}.", names=", ".join(ground.others)))
    return " ".join(parts)


def _ground_height(canvas: Canvas, ground: Ground, width: int) -> int:
    words = _ground_widths(canvas, width)[0]
    height = canvas.paragraph_height("small", ground.words, words)
    if ground.note:
        height += canvas.paragraph_height("small", ground.note, words, italic=True)
    others = _lists(ground, canvas.words)
    height += canvas.paragraph_height("small", others, width) if others else 0
    height += _struck(canvas, Rect(0, 0, width, 0), ground, dry=True)
    return height + canvas.px(11)


def _ground(canvas: Canvas, ground: Ground, rect: Rect) -> None:
    """One reason: what was noticed, where and when, who else was meant, who was struck off, and its points."""
    words, bar = _ground_widths(canvas, rect.w)
    y = rect.y + canvas.px(5)
    y += canvas.paragraph("small", ground.words, Rect(rect.x, y, words, 0))
    if ground.note:
        y += canvas.paragraph("small", ground.note, Rect(rect.x, y, words, 0), "ink2", italic=True)
    others = _lists(ground, canvas.words)
    if others:
        y += canvas.paragraph("small", others, Rect(rect.x, y, rect.w, 0), "ink2")
    _struck(canvas, Rect(rect.x, y, rect.w, 0), ground)
    if ground.points is not None:
        _points(canvas, Rect(rect.right - bar, rect.y + canvas.px(5), bar, canvas.line("small")), ground.points)
    canvas.rule(rect.x, rect.right, rect.bottom - 1)


def _struck(canvas: Canvas, rect: Rect, ground: Ground, *, dry: bool = False) -> int:
    """Names of those who were cleared, each crossed through. Returns the height they take."""
    if not ground.cleared:
        return 0
    line, gap = canvas.line("small"), canvas.text_width("small", " ")
    head = canvas.words("Struck off:")
    x, y = rect.x + canvas.text_width("small", head) + gap, rect.y
    if not dry:
        canvas.text("small", head, rect.topleft, "ink2")
    for name in ground.cleared:
        wide = min(rect.w, canvas.text_width("small", name))
        if x + wide > rect.right:
            x, y = rect.x, y + line
        if not dry:
            box = canvas.text("small", name, (x, y), "ink2", width=wide)
            canvas.rule(box.left - 1, box.right + 1, box.centery + canvas.px(1), "ink", max(1, canvas.px(1.4)))
        x += wide + 2 * gap
    return y + line - rect.y


def _points(canvas: Canvas, rect: Rect, points: int) -> None:
    """A bar from a centre line, solid for plus and hollow for minus, with its figure."""
    canvas.text("number_small", signed(points), rect.midright, anchor="midright")
    half = canvas.px(27)
    centre = rect.x + half
    high = canvas.px(12)
    length = min(half, max(2, round(abs(points) * half / 40))) if points else 0
    if points > 0:
        canvas.fill(Rect(centre, rect.centery - high // 2, length, high), "ink")
    elif points < 0:
        canvas.frame(Rect(centre - length, rect.centery - high // 2, length, high), "ink", max(1, canvas.px(1.6)))
    canvas.fill(Rect(centre, rect.centery - high // 2 - canvas.px(3), max(1, canvas.px(1.6)), high + canvas.px(6)), "ink")


def draw_roll(canvas: Canvas, room: Rect, people: Sequence[RingPerson], choose: Callable[[str], Outcome]) -> None:
    """With nobody picked: the people by doubt, or the Center's own, to pick from."""
    _ = canvas.words
    width = room.w - bar_room(canvas)
    doubted = any(person.doubt is not None for person in people)
    title = _("Most doubted") if doubted else _("Our people")
    shown = (
        sorted((p for p in people if p.doubt is not None), key=lambda p: -(p.doubt or 0))
        if doubted
        else [p for p in people if p.shape == "agent"]
    )
    high = max(36, canvas.measure("row"), canvas.line("small") + canvas.px(12))
    head = canvas.line("h3") + canvas.px(18)
    with scroll_area(canvas, "roll", room, head + high * len(shown) + canvas.px(6)) as view:
        y = room.y - view.offset
        head_rule(canvas, Rect(room.x, y, width, 0), title)
        y += head
        for person in shown:
            _roll_row(canvas, Rect(room.x, y, width, high), person, choose)
            y += high


def _roll_row(canvas: Canvas, box: Rect, person: RingPerson, choose: Callable[[str], Outcome]) -> None:
    look = canvas.hot(f"roll.{person.id}", box, person.full, partial(choose, person.id), tip=Tip(person.full, person.note))
    if look.hovered:
        canvas.fill(box, "hover")
    right = box.right - canvas.px(8)
    if person.doubt is not None:
        figure = canvas.text("number_small", f"{person.doubt}%", (right, box.centery), anchor="midright")
        radius = canvas.px(10)
        doubt_arc(canvas, (figure.x - canvas.px(12) - radius, box.centery), radius, person.doubt)
        right = figure.x - 2 * radius - canvas.px(24)
    left = box.x + canvas.px(8)
    name = canvas.text("small", person.full, (left, box.centery), anchor="midleft", width=right - left)
    if person.doubt is None and name.right + canvas.px(16) + canvas.text_width("small", person.note) <= right:
        canvas.text("small", person.note, (right, box.centery), "ink2", anchor="midright")
    canvas.rule(box.x, box.right, box.bottom - 1)
    if look.focused:
        focus_frame(canvas, box)
