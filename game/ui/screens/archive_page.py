"""An entry of the archive on its sheet: in three columns, two or one, as there is room."""

from collections.abc import Callable, Sequence
from functools import partial

from pygame import Rect

from game.scenario.archive import Confidence
from game.ui.attention import Tip
from game.ui.desk.faces import Faces, photograph
from game.ui.painter import Painter
from game.ui.papers import clip, shadow
from game.ui.presenters.archive.entry import Link, Links, Page
from game.ui.presenters.archive.refs import Ref
from game.ui.presenters.archive.words import confidence_words
from game.ui.screen import Action, Canvas, Outcome
from game.ui.screens.archive_list import draw_mark, mark_room, side_of
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.columns import Block, Section, paragraph_block, section
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.meters import discs
from game.ui.widgets.scroll import bar_room, scroll_area

Open = Callable[[Ref], Outcome]

_LOW = 18
"""In a window less than so many lines of text tall, the photograph is smaller: the name must be seen beneath it."""
_PHOTO = (244, 305)
_GAP = 40
_SPACE = 26


def draw_page(canvas: Canvas, rect: Rect, faces: Faces, page: Page, open_: Open, show: Action | None) -> None:
    """The whole page; it scrolls where there is much of it."""
    inner = rect.inflate(-2 * canvas.px(32), -2 * canvas.px(22))
    width = inner.w - bar_room(canvas)
    gap = canvas.px(_GAP)
    widths = _column_widths(canvas, width, gap, portrait=bool(page.portrait))
    side_width, main_width = widths[-1], widths[-2] if len(widths) > 1 else width
    first = _first(canvas, faces, page) if len(widths) == 3 else []
    main = _main(canvas, page, main_width, open_)
    side = _side(canvas, faces, page, side_width, open_, show)
    if len(widths) < 3:
        main = [*_portrait_above(canvas, faces, page), *main, *_skills(canvas, page)]
    columns = [first, main, side] if len(widths) == 3 else [main, side] if len(widths) == 2 else [[*main, *side]]
    height = max(_height(canvas, column) for column in columns)
    with scroll_area(canvas, f"page.{page.ref.kind}.{page.ref.id}", inner, height + canvas.px(24)) as view:
        x = inner.x
        for column, wide in zip(columns, widths, strict=True):
            _draw_column(canvas, column, Rect(x, inner.y - view.offset + canvas.px(8), wide, 0))
            x += wide + gap


def _column_widths(painter: Painter, width: int, gap: int, *, portrait: bool) -> list[int]:
    """The widths of the columns: portrait, text, links; or text and links; or all in one."""
    text, links = painter.text_width("body", "n" * 32), painter.text_width("body", "n" * 18)
    photo = painter.px(_PHOTO[0]) + painter.px(20)
    if portrait and width >= photo + text + links + 2 * gap:
        links = max(links, painter.px(228))
        return [photo, width - photo - links - 2 * gap, links]
    if width >= text + links + gap:
        return [width - max(links, width * 3 // 10) - gap, max(links, width * 3 // 10)]
    return [width]


def _height(painter: Painter, column: Sequence[Section]) -> int:
    return sum(each.height + painter.px(_SPACE) for each in column)


def _draw_column(painter: Painter, column: Sequence[Section], at: Rect) -> None:
    y = at.y
    for each in column:
        for block in each.blocks:
            block.draw(Rect(at.x, y, at.w, block.height))
            y += block.height + block.gap
        y += painter.px(_SPACE)


def _alone(*blocks: Block) -> Section:
    return Section(blocks=blocks)


# -- the portrait


def _first(canvas: Canvas, faces: Faces, page: Page) -> list[Section]:
    return [*_portrait_above(canvas, faces, page), *_skills(canvas, page)]


def _portrait_above(canvas: Canvas, faces: Faces, page: Page) -> list[Section]:
    if not page.portrait:
        return []
    share = 1.0 if canvas.rect.h >= canvas.line("body") * _LOW else 0.6
    size = (canvas.px(_PHOTO[0] * share), canvas.px(_PHOTO[1] * share))
    background = side_of(page.camp)

    def draw(rect: Rect) -> None:
        photo = Rect((rect.x + canvas.px(4), rect.y + canvas.px(10)), size)
        key = ("archive photo", tuple(sorted(page.portrait.items())), background)
        paint = partial(_paint_photo, faces, page, background)
        canvas.panel(key, photo, paint, margin=canvas.px(30), tilt=-1.2)

    return [_alone(Block(height=size[1] + canvas.px(24), draw=draw))]


def _paint_photo(faces: Faces, page: Page, background: SideName | None, painter: Painter, rect: Rect) -> None:
    shadow(painter, rect, "s1")
    photograph(painter, faces, rect, page.portrait, background)
    clip(painter, (rect.x + rect.w * 0.18, rect.y - painter.px(14)), 54)


def _skills(canvas: Canvas, page: Page) -> list[Section]:
    if not page.skills:
        return []
    names = max(canvas.text_width("small", name) for name, _value in page.skills) + canvas.px(14)

    def draw(name: str, value: int, rect: Rect) -> None:
        canvas.text("small", name, (rect.x, rect.centery), anchor="midleft", width=names)
        discs(canvas, (rect.x + names, rect.centery), value, size=11)

    high = canvas.line("small") + canvas.px(6)
    rows = [Block(height=high, draw=partial(draw, name, value)) for name, value in page.skills]
    return [section(canvas, canvas.words("In the game"), rows)]


# -- the text


def _main(canvas: Canvas, page: Page, width: int, open_: Open) -> list[Section]:
    """The name, what is known at a glance, the notice, the passages, the sources."""
    size = next((size for size in (40, 34, 28, 23) if canvas.text_width("h1", page.title, size=size) <= width), 23)
    head = [
        Block(
            height=canvas.paragraph_height("h1", page.title, width, size=size),
            draw=lambda rect: canvas.paragraph("h1", page.title, rect, size=size),
            gap=canvas.px(4),
        )
    ]
    if page.subtitle:
        head.append(_italic(canvas, page.subtitle, width))
    head += [_fact(canvas, name, words, width) for name, words in page.facts]
    parts = [_alone(*head)]
    if page.notice:
        parts.append(_alone(_notice(canvas, page.notice, width)))
    for passage in page.passages:
        text = paragraph_block(canvas, "body", passage.text, width)
        parts.append(section(canvas, passage.head, [text]) if passage.head else _alone(text))
    if page.sources:
        rows = [_source(canvas, link, width, open_) for link in page.sources]
        parts.append(section(canvas, canvas.words("Sources"), rows))
    return parts


def _italic(painter: Painter, text: str, width: int) -> Block:
    return Block(
        height=painter.paragraph_height("body", text, width, italic=True),
        draw=lambda rect: painter.paragraph("body", text, rect, "ink2", italic=True),
        gap=painter.px(8),
    )


def _fact(painter: Painter, name: str, words: str, width: int) -> Block:
    text = f"**{name}** {words}"
    return paragraph_block(painter, "typed", text, width)


def _notice(painter: Painter, text: str, width: int) -> Block:
    pad = painter.px(12)
    inner = width - 2 * pad
    high = painter.paragraph_height("small", text, inner)

    def draw(rect: Rect) -> None:
        box = Rect(rect.x, rect.y, rect.w, high + 2 * pad)
        painter.fill(box, "strip")
        painter.frame(box, "ink2", max(1, painter.px(1.5)))
        painter.paragraph("small", text, Rect(box.x + pad, box.y + pad, inner, 0))

    return Block(height=high + 2 * pad, draw=draw)


def _source(canvas: Canvas, link: Link, width: int, open_: Open) -> Block:
    """A line that leads into the bibliography."""
    words = f"{link.note}, *{link.name}*" if link.note else f"*{link.name}*"
    left = canvas.px(24)
    high = max(36, canvas.paragraph_height("small", words, width - left) + canvas.px(10))

    def draw(rect: Rect) -> None:
        look = canvas.hot(f"source.{link.ref.id}", rect, link.name, partial(open_, link.ref), tip=Tip(link.name, link.note))
        if look.hovered:
            canvas.fill(rect, "hover")
        square = canvas.px(11)
        middle = rect.y + canvas.px(5) + canvas.line("small") // 2
        canvas.fill(Rect(rect.x + canvas.px(3), middle - square // 2, square, square), "ink")
        canvas.paragraph("small", words, Rect(rect.x + left, rect.y + canvas.px(5), rect.w - left, 0))
        if look.focused:
            focus_frame(canvas, rect)

    return Block(height=high, draw=draw)


# -- the links


def _side(canvas: Canvas, faces: Faces, page: Page, width: int, open_: Open, show: Action | None) -> list[Section]:
    """Links under their heads, how sure the entry is, and the way to the desk."""
    parts = [_links(canvas, faces, links, width, open_) for links in page.links]
    if page.confidence is not None:
        sure = _sure(canvas, page.confidence, width)
        parts.insert(min(1, len(parts)), section(canvas, canvas.words("How sure we are"), [sure]))
    if show is not None:
        words, high = canvas.words("On the desk"), button_height(canvas)
        wide = min(width, button_width(canvas, words))
        parts.insert(0, _alone(Block(height=high, draw=lambda rect: button(
            canvas, "show", Rect(rect.x, rect.y, wide, high), words, show, key="g"))))  # fmt: skip
    return parts


def _links(canvas: Canvas, faces: Faces, links: Links, width: int, open_: Open) -> Section:
    rows = []
    for link in links.links:
        left = max(36, canvas.px(42)) + canvas.px(10) if link.portrait else 0
        room = width - left - mark_room(canvas, link)
        high = max(38, canvas.px(50) if link.portrait else 0, _words_height(canvas, link, room) + canvas.px(8))
        rows.append(Block(height=high, draw=partial(_draw_link, canvas, faces, links.title, link, open_)))
    return section(canvas, links.title, rows)


def _draw_link(canvas: Canvas, faces: Faces, group: str, link: Link, open_: Open, rect: Rect) -> None:
    _ = canvas.words
    tip = Tip(link.name, _("Sealed until the verdict.") if link.shut else link.note)
    look = canvas.hot(f"link.{group}.{link.ref.kind}.{link.ref.id}", rect, link.name, partial(open_, link.ref), tip=tip)
    if not rect.colliderect(canvas.rect):
        return
    if look.hovered:
        canvas.fill(rect, "hover")
    left, right = rect.x, rect.right
    if link.portrait:
        size = max(36, canvas.px(42))
        disc = faces.disc(link.portrait, size, background=side_of(link.camp) or "neutral")
        canvas.surface.blit(disc, disc.get_rect(midleft=(rect.x, rect.centery)))
        left += size + canvas.px(10)
    draw_mark(canvas, link, (right, rect.centery))
    right -= mark_room(canvas, link)
    y = rect.y + (rect.h - _words_height(canvas, link, right - left)) // 2
    y += canvas.paragraph("body", link.name, Rect(left, y, right - left, 0), weight=600)
    if link.note:
        canvas.paragraph("small", link.note, Rect(left, y, right - left, 0), "ink2")
    if look.focused:
        focus_frame(canvas, rect)


def _words_height(painter: Painter, link: Link, width: int) -> int:
    """Real pixels of a link's name and of the note beneath it."""
    note = painter.paragraph_height("small", link.note, width) if link.note else 0
    return painter.paragraph_height("body", link.name, width, weight=600) + note


def _sure(canvas: Canvas, confidence: Confidence, width: int) -> Block:
    """A full square for what is documented, a half one for a single source, an empty one for what is disputed."""
    words = confidence_words(confidence, canvas.words)
    left = canvas.px(26)
    high = max(canvas.line("small"), canvas.paragraph_height("small", words, width - left))

    def draw(rect: Rect) -> None:
        side = canvas.px(13)
        box = Rect(rect.x + canvas.px(2), rect.y + canvas.line("small") // 2 - side // 2, side, side)
        if confidence is Confidence.A:
            canvas.fill(box, "ink")
        elif confidence is Confidence.B:
            canvas.polygon((box.bottomleft, box.topleft, box.topright), "ink")
        canvas.frame(box, "ink", max(1, canvas.px(1.6)))
        canvas.paragraph("small", words, Rect(rect.x + left, rect.y, rect.w - left, 0))

    return Block(height=high, draw=draw)
