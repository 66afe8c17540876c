"""Somebody's dossier on the right column's sheet, with all that he can be ordered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.desk.chances import chance_column, draw_chance_heads, figures
from game.ui.desk.faces import Faces, photograph
from game.ui.desk.look_up import draw_look_up
from game.ui.keys import key_cap
from game.ui.painter import Painter
from game.ui.papers import clip, head_rule, shadow
from game.ui.presenters.dossiers import Dossier
from game.ui.presenters.orders import OperationRow
from game.ui.presenters.people import ring_words
from game.ui.screen import Action, Canvas, Outcome
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.buttons import quiet_button
from game.ui.widgets.focus import focus_frame
from game.ui.widgets.meters import discs, doubt_arc
from game.ui.widgets.rows import RowWords, fits_beside, list_row, row_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """What the dossier of somebody of one's own offers: his order if he has one, and all that he can be ordered. A long
    introduction is folded up above that until it is `unfolded`."""

    rows: Sequence[OperationRow]
    current: str
    traces: bool
    open: Callable[[OperationRow], Outcome]
    withdraw: Action
    unfold: Action
    unfolded: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """The row of an order as it will stand on the sheet."""

    words: RowWords
    beneath: bool
    height: int


def draw_dossier(
    canvas: Canvas, room: Rect, side: SideName, faces: Faces, sheet: Dossier, background: SideName | None, giving: Giving | None,
    look_up: Action | None = None,
) -> None:  # fmt: skip
    """A person's sheet in a view that scrolls where there is much of it. `look_up` opens him in the archive."""
    width = room.w - bar_room(canvas)
    lines = _about_lines(canvas, sheet, giving, width)
    head = _head_height(canvas, sheet, width, lines)
    facts = _facts_height(canvas, sheet, width)
    rows = _order_lines(canvas, giving, width) if giving else []
    orders = _orders_height(canvas, rows) if giving else 0
    with scroll_area(canvas, f"sheet.{sheet.id}", room, head + facts + orders) as view:
        y = room.y - view.offset
        about = _draw_head(canvas, Rect(room.x, y, width, head), side, faces, sheet, background, lines)
        photo = Rect((room.x, y), _photo_size(canvas))
        draw_look_up(canvas, Rect(photo.x, photo.y, width, photo.h), photo.bottomright, sheet.name, look_up)
        if giving and (giving.unfolded or lines == FOLDED):
            _fold(canvas, about, sheet, giving)
        _draw_facts(canvas, Rect(room.x, y + head, width, facts), sheet)
        if giving:
            _draw_orders(canvas, Rect(room.x, y + head + facts, width, orders), giving, rows)


def _photo_size(painter: Painter) -> tuple[int, int]:
    return (painter.px(116), painter.px(145))


def _head_height(painter: Painter, sheet: Dossier, width: int, lines: int) -> int:
    photo = _photo_size(painter)
    beside = width - photo[0] - painter.px(20)
    words = painter.paragraph_height("h2", sheet.name, beside, size=_name_size(painter, sheet.name, beside), lines=2)
    words += (painter.line("small") if sheet.subtitle else 0) + painter.line("small")
    words += painter.paragraph_height("small", sheet.where, beside)
    about = painter.paragraph_height("small", sheet.about, width, lines=lines)
    return max(photo[1], words) + painter.px(14) + about + painter.px(10)


def _name_size(painter: Painter, name: str, width: int) -> float:
    """The largest of three sizes in which a name stands in one line; the least where none does."""
    return next((size for size in (32, 27, 22) if painter.text_width("h2", name, size=size) <= width), 22)


FOLDED, _WORTH_FOLDING = 3, 5
"""How many lines of a folded introduction are seen, and how many it must have: to save a single line none is folded."""


def _about_lines(painter: Painter, sheet: Dossier, giving: Giving | None, width: int) -> int:
    """How many lines introduce somebody: few to whom orders follow, all where none do or the player has unfolded them."""
    whole = painter.paragraph_height("small", sheet.about, width) // painter.line("small")
    folded = giving is not None and bool(sheet.skills) and not giving.unfolded and whole >= _WORTH_FOLDING
    return FOLDED if folded else max(1, whole)


def _fold(canvas: Canvas, box: Rect, sheet: Dossier, giving: Giving) -> None:
    """The introduction as something to be touched: its tip has all of it, and it unfolds and is folded up again."""
    words = canvas.words("Fold the introduction up") if giving.unfolded else canvas.words("Read the whole introduction")
    tip = None if giving.unfolded else Tip(sheet.name, sheet.about)
    look = canvas.hot("about", box, words, giving.unfold, tip=tip)
    if look.hovered:
        canvas.fill(Rect(box.x - canvas.px(9), box.y, canvas.px(3), box.h), "ink3")
    if look.focused:
        focus_frame(canvas, box)


def _draw_head(
    canvas: Canvas, rect: Rect, side: SideName, faces: Faces, sheet: Dossier, background: SideName | None, lines: int
) -> Rect:
    """Photograph, names, place and introduction; returns where the introduction stands."""
    photo = Rect(rect.topleft, _photo_size(canvas))
    if sheet.portrait:
        key = ("photo", tuple(sorted(sheet.portrait.items())), background)
        canvas.panel(
            key,
            photo,
            lambda painter, box: _photo(painter, faces, box, sheet, background),
            margin=canvas.px(18),
            tilt=-1.2,
        )
    elif sheet.icon:
        canvas.disc(photo.center, photo.w * 3 // 8, side)
        canvas.icon(sheet.icon, photo.center, photo.w // 2, "ivory")
    else:
        emblem(canvas, side, photo.center, photo.w * 3 // 4)
    x = photo.right + canvas.px(18)
    wide = rect.right - x
    y = rect.y + canvas.paragraph("h2", sheet.name, Rect(x, rect.y, wide, 0), size=_name_size(canvas, sheet.name, wide), lines=2)
    if sheet.subtitle:
        y = canvas.text("small", sheet.subtitle, (x, y), italic=True, width=wide).bottom
    if sheet.ring is not None:
        ring = canvas.words("ring {number} · {ring}", number=sheet.ring, ring=ring_words(sheet.ring, canvas.words))
        canvas.text("small", ring, (x, y), "ink2", width=wide)
        y += canvas.line("small")
    y += canvas.paragraph("small", sheet.where, Rect(x, y, wide, 0))
    top = max(photo.bottom, y) + canvas.px(14)
    return Rect(rect.x, top, rect.w, canvas.paragraph("small", sheet.about, Rect(rect.x, top, rect.w, 0), lines=lines))


def _photo(painter: Painter, faces: Faces, box: Rect, sheet: Dossier, background: SideName | None) -> None:
    shadow(painter, box, "s1")
    photograph(painter, faces, box, sheet.portrait, background)
    if background == "center":
        clip(painter, (box.x + box.w * 0.22, box.y - painter.px(12)), 46)


def _facts_height(painter: Painter, sheet: Dossier, width: int) -> int:
    line = painter.line("small")
    columns = _skill_columns(painter, sheet, width)[1]
    rows = -(-len(sheet.skills) // columns) + (1 if sheet.cover is not None or sheet.doubt is not None else 0)
    label = _label_width(painter, sheet)
    facts = sum(max(line, painter.paragraph_height("small", words, width - label)) for _, words in sheet.facts)
    return rows * (line + painter.px(6)) + facts + painter.px(18)


def _skill_columns(painter: Painter, sheet: Dossier, width: int) -> tuple[int, int]:
    """The width of the skills' names, and whether they stand in two columns or one."""
    names = max((painter.text_width("small", name) for name, _ in sheet.skills), default=0)
    return names, 2 if 2 * (names + painter.px(6 + 5 * 15)) + painter.px(8) <= width else 1


def _label_width(painter: Painter, sheet: Dossier) -> int:
    return max((painter.text_width("label", name) for name, _ in sheet.facts), default=0) + painter.px(14)


def _draw_facts(canvas: Canvas, rect: Rect, sheet: Dossier) -> None:
    canvas.rule(rect.x, rect.right, rect.y)
    line, y = canvas.line("small") + canvas.px(6), rect.y + canvas.px(8)
    names, columns = _skill_columns(canvas, sheet, rect.w)
    if sheet.cover is not None:
        canvas.text("label", canvas.words("Cover"), (rect.x, y))
        left = rect.x + max(canvas.text_width("label", canvas.words("Cover")) + canvas.px(14), canvas.px(108))
        box = discs(canvas, (left, y + line // 2 - canvas.px(3)), sheet.cover, max(sheet.legend, sheet.cover))
        words = canvas.words("{now} of {most}", now=sheet.cover, most=sheet.legend)
        canvas.text("small", words, (box.right + canvas.px(10), y), "ink2")
        tip = canvas.words("What stands between him and arrest. Traces wear it down, keeping quiet mends it up to his legend.")
        canvas.hot(
            "fact.cover",
            Rect(rect.x, y - canvas.px(5), rect.w, line),
            canvas.words("Cover"),
            tip=Tip(canvas.words("Cover"), tip),
            focusable=False,
        )
        y += line
    elif sheet.doubt is not None:
        canvas.text("label", canvas.words("Doubt of this person"), (rect.x, y))
        radius = canvas.px(10)
        x = rect.x + canvas.text_width("label", canvas.words("Doubt of this person")) + canvas.px(24)
        doubt_arc(canvas, (x, y + line // 2 - canvas.px(3)), radius, sheet.doubt)
        canvas.text("number_small", f"{sheet.doubt}%", (x + radius + canvas.px(8), y))
        tip = canvas.words("How likely this person is Moscow's, from what was noticed and what vetters found.")
        canvas.hot(
            "fact.doubt",
            Rect(rect.x, y - canvas.px(5), rect.w, line),
            canvas.words("Doubt"),
            tip=Tip(canvas.words("Doubt"), "\n".join((tip, *sheet.reasons))),
            focusable=False,
        )
        y += line
    for index, (name, value) in enumerate(sheet.skills):
        x = rect.x + (index % columns) * (rect.w // columns)
        canvas.text("small", name, (x, y), width=names)
        discs(canvas, (x + names + canvas.px(6), y + canvas.line("small") // 2), value, size=11, gap=4)
        canvas.hot(f"fact.skill.{index}", Rect(x, y, rect.w // columns, line), name, focusable=False)
        if index % columns == columns - 1 or index == len(sheet.skills) - 1:
            y += line
    label = _label_width(canvas, sheet)
    for index, (name, words) in enumerate(sheet.facts):
        canvas.text("label", name, (rect.x, y + canvas.px(2)), "ink2")
        high = canvas.paragraph("small", words, Rect(rect.x + label, y, rect.w - label, 0))
        canvas.hot(f"fact.said.{index}", Rect(rect.x, y, rect.w, high), name, focusable=False)
        y += max(canvas.line("small"), high)


def _orders_height(painter: Painter, lines: Sequence[_Line]) -> int:
    return painter.line("h3") + painter.px(18) + sum(line.height for line in lines) + painter.px(6)


def _order_lines(canvas: Canvas, giving: Giving, width: int) -> list[_Line]:
    """The rows of orders, so wide, in columns as wide as their heads."""
    column = chance_column(canvas)
    rows = [_order_words(row, column, canvas.words, traces=giving.traces) for row in giving.rows]
    beneath = [not fits_beside(canvas, width, row) for row in rows]
    return [_Line(row, below, row_height(canvas, width, row, beneath=below)) for row, below in zip(rows, beneath, strict=True)]


def _order_words(row: OperationRow, column: int, _: Words, *, traces: bool) -> RowWords:
    """What stands in a row: the chances are those of the best choice, or of the order given."""
    said = (row.refusal, "") if row.refusal else (row.note, row.shorter)
    best = max(row.choices, key=lambda choice: choice.success.middle, default=None)
    chances = figures(best, _, traces=traces, only_done=row.only_done) if best is not None and row.open else ()
    return RowWords(row.name, *said, icon=row.icon, figures=chances, column=column, cap=key_cap(row.key, _) if row.key else "")


def _draw_orders(canvas: Canvas, rect: Rect, giving: Giving, lines: Sequence[_Line]) -> None:
    _ = canvas.words
    high = head_rule(canvas, rect, _("Orders"))
    draw_chance_heads(canvas, (rect.right, rect.y + canvas.line("h3")), "orders.head", traces=giving.traces)
    if giving.current:
        room = canvas.text_width("h3", _("Orders")) + canvas.px(24)
        raised = (max(36, canvas.line("choice") + canvas.px(8)) - canvas.line("h3")) // 2
        at = (rect.x + room, rect.y - raised)
        quiet_button(canvas, "withdraw", at, _("Take back"), giving.withdraw, key="delete backspace", framed=True)
    y = rect.y + high + canvas.px(8)
    for row, line in zip(giving.rows, lines, strict=True):
        _draw_order(canvas, Rect(rect.x, y, rect.w, line.height), row, line, giving)
        y += line.height


def _draw_order(canvas: Canvas, box: Rect, row: OperationRow, line: _Line, giving: Giving) -> None:
    said = (row.summary, row.detail, _costs(row, canvas.words), row.refusal, key_words(row.key, canvas.words))
    list_row(
        canvas,
        f"order.{row.operation}",
        box,
        line.words,
        partial(giving.open, row),
        beneath=line.beneath,
        chosen=row.operation == giving.current,
        refusal=row.refusal or None,
        key=row.key or None,
        tip=Tip(row.name, "\n".join(part for part in said if part)),
    )


def key_words(key: str, _: Words) -> str:
    """Which key does the same as a row; nothing where none does."""
    return _("Key: {key}", key=key_cap(key, _)) if key else ""


def _costs(row: OperationRow, _: Words) -> str:
    return _("Costs {cost}.", cost=row.cost) if row.open else ""
