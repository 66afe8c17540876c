"""All of comfort on one sheet: reading, colour, sound, keys, display and language. Every change is in force and kept at
once; the sheet itself is the preview."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.moments import Moment
from game.ui.papers import desk, sheet
from game.ui.screen import Action, Canvas, Change, Outcome, Pop, Screen, Stay
from game.ui.screens.credits import credit_sections
from game.ui.settings import INTERFACE_SCALES, PALETTES, TEXT_SIZES, Settings
from game.ui.signs import emblem
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height, button_width, page_head
from game.ui.widgets.choices import radio_row, segmented, side_tab, slider, slider_height, switch
from game.ui.widgets.columns import (
    Block,
    Section,
    column_count,
    column_width,
    columns_height,
    draw_columns,
    flow,
    section,
)
from game.ui.widgets.keycaps import general_keys, key_row, key_row_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import ENGLISH

TEXT_STEP = 10
"""Per cent by which the arrows move the size of text."""
TABS = ("comfort", "display", "language", "credits")
_ICONS = {
    "comfort": "semi-closed-eye",
    "display": "pencil-ruler",
    "language": "globe",
    "credits": "fountain-pen",
}


class SettingsScreen(Screen):
    """The player's comforts. `side` is whose desk the sheet lies on; `languages` those that can be chosen; `tab` is the one
    of `TABS` that is open at first."""

    first_focus = f"tab.{TABS[0]}"
    opening = (Moment.SHEET_LAID,)

    def __init__(
        self,
        side: SideName = "center",
        languages: Sequence[tuple[str, str]] = ((ENGLISH, "English"),),
        forget_notes: Action | None = None,
        *,
        tab: str = TABS[0],
    ) -> None:
        self._side: SideName = side
        self._languages = tuple(languages)
        self._forget_notes = forget_notes
        self._tab = tab

    @property
    def page(self) -> object:
        """The tab."""
        return self._tab

    def compose(self, canvas: Canvas) -> None:
        """Head, tabs at the left, and the sheet of the chosen tab, which scrolls where it must."""
        canvas.panel(("desk", self._side), canvas.rect, lambda painter, rect: desk(painter, rect, self._side), opaque=True)
        page_head(canvas, canvas.words("Settings"), self.back)
        top = max(canvas.px(96), canvas.line("h1") + canvas.px(30))
        tabs = self._tabs(canvas, top + canvas.px(36))
        paper = Rect(tabs, top, canvas.rect.w - tabs - canvas.px(32), canvas.rect.h - top - canvas.px(32))
        canvas.panel("settings sheet", paper, sheet, margin=canvas.px(30))
        inner = paper.inflate(-2 * canvas.px(40), -2 * canvas.px(34))
        width = inner.w
        columns = column_count(canvas, width, round(canvas.line("body") * 11.2), 3)
        each, space = column_width(canvas, width, columns), canvas.px(34)
        placed = flow(self._sections(canvas, each), columns, space)
        view_rect = Rect(inner.x, inner.y, inner.w + canvas.px(8) + bar_room(canvas), inner.h)
        with scroll_area(canvas, f"settings.{self._tab}", view_rect, columns_height(placed, space) + canvas.px(24)) as view:
            draw_columns(placed, Rect(inner.x, inner.y - view.offset, width, 0), each, canvas.px(52), space)

    def _tabs(self, canvas: Canvas, top: int) -> int:
        """Draws the tabs; returns where the sheet begins."""
        _ = canvas.words
        named = {"comfort": _("Comfort"), "display": _("Display"), "language": _("Language"), "credits": _("Credits")}
        wide = max(canvas.text_width("h3", words) for words in named.values()) + canvas.px(100)
        wide = max(wide, canvas.px(236))
        high, step = max(canvas.px(60), canvas.line("h3") + canvas.px(20)), canvas.px(8)
        for index, tab in enumerate(TABS):
            chosen = tab == self._tab
            rect = Rect(0, top + index * (high + step), wide + (canvas.px(16) if chosen else 0), high)
            side_tab(canvas, f"tab.{tab}", rect, named[tab], partial(self._show, tab), chosen=chosen, icon=_ICONS[tab])
        return wide + canvas.px(16)

    def _show(self, tab: str) -> Outcome:
        self._tab = tab
        return Stay()

    def _sections(self, canvas: Canvas, width: int) -> list[Section]:
        match self._tab:
            case "comfort":
                comfort = [_reading(canvas, width), _sound(canvas), _help(canvas, self._forget_notes)]
                return [*comfort, _preview_section(canvas), _keys(canvas)]
            case "display":
                return [_display(canvas)]
            case "language":
                return [_language(canvas, self._languages)]
            case _:
                return credit_sections(canvas, width)


def _reading(canvas: Canvas, width: int) -> Section:
    _, now = canvas.words, canvas.settings
    line, gap = canvas.line("body"), canvas.px(14)
    row = max(36, canvas.px(48), line + canvas.px(10))
    scale = INTERFACE_SCALES.index(now.interface_scale) if now.interface_scale in INTERFACE_SCALES else 0
    names = [_("fit") if each == 1.0 else f"{round(each * 100)}%" for each in INTERFACE_SCALES]

    def size_of_everything(rect: Rect) -> None:
        canvas.text("body", _("Size of everything"), rect.topleft, width=rect.w)
        place = Rect(rect.x, rect.y + line + canvas.px(2), rect.w, rect.h - line - canvas.px(2))

        def choose(index: int) -> Outcome:
            return Change(replace(now, interface_scale=INTERFACE_SCALES[index]))

        segmented(canvas, "scale", place, _("Size of everything"), names, scale, choose)

    def text_size(rect: Rect) -> None:
        def choose(size: int) -> Outcome:
            return Change(replace(now, text_size=size))

        slider(canvas, "text", rect, _("Text"), now.text_size, TEXT_SIZES, choose, step=TEXT_STEP, unit="%", ticks=6)

    def colours_head(rect: Rect) -> None:
        box = canvas.text("body", _("Colours"), (rect.x, rect.centery), anchor="midleft")
        room = rect.right - box.right - gap
        canvas.text(
            "small",
            _("shapes and labels never change"),
            (box.right + gap, rect.centery),
            "ink2",
            anchor="midleft",
            width=room,
        )

    blocks = [
        Block(height=line + canvas.px(2) + max(36, canvas.px(46)), draw=size_of_everything, gap=gap),
        Block(height=slider_height(canvas), draw=text_size, gap=gap // 2),
        *_limit_of_text(canvas, width, gap),
        Block(height=line, draw=colours_head, gap=canvas.px(4)),
    ]
    blocks += [Block(height=row, draw=partial(_palette_row, canvas, palette), gap=canvas.px(2)) for palette in PALETTES]
    blocks[-1] = replace(blocks[-1], gap=gap)
    blocks += [_switch_block(canvas, *each) for each in (
        ("motion", _("Reduced motion"), _("papers appear, nothing slides"), "reduced_motion"),
        ("plain", _("Plain type for typewriting"), "", "plain_type"),
    )]  # fmt: skip
    return section(canvas, _("Reading and colour"), blocks)


def _limit_of_text(canvas: Canvas, width: int, gap: int) -> Iterator[Block]:
    """Under the slider, how large text becomes in a window too small for all of it."""
    least, most = TEXT_SIZES
    here = max(least, int(canvas.theme.most_text * 100) // TEXT_STEP * TEXT_STEP)
    if here >= most:
        return
    words = canvas.words("In a window of this size text grows up to {most}%; in a larger one further.", most=here)

    def draw(rect: Rect) -> None:
        canvas.paragraph("small", words, rect, "ink2")

    yield Block(height=canvas.paragraph_height("small", words, width), draw=draw, gap=gap)


def _palette_row(canvas: Canvas, palette: str, rect: Rect) -> None:
    _, now = canvas.words, canvas.settings
    named = {
        "standard": _("Standard"), "red_green_safe": _("Red\u2013green safe"),
        "blue_yellow_safe": _("Blue\u2013yellow safe"), "high_contrast": _("High contrast"),
    }  # fmt: skip
    chosen = now.palette == palette
    radio_row(canvas, f"palette.{palette}", rect, named[palette], lambda: Change(replace(now, palette=palette)), chosen=chosen)
    colours = canvas.theme.tokens.palettes[palette]
    side, step = canvas.px(23), canvas.px(29)
    x, y, half = rect.right - canvas.px(16) - 4 * step, rect.centery, side / 2
    if x < rect.x + canvas.text_width("body", named[palette]) + canvas.px(70):
        return
    canvas.fill(Rect(x, round(y - half), side, side), colours["center"])
    canvas.disc((x + step + half, y), half, colours["circle"])
    left = x + 2 * step
    canvas.polygon(((left, y + half), (left + half, y - half), (left + side, y + half)), colours["good"])
    left = x + 3 * step
    canvas.polygon(((left, y), (left + half, y - half), (left + side, y), (left + half, y + half)), colours["caution"])


def _switch_block(canvas: Canvas, id: str, words: str, note: str, field: str) -> Block:
    line = canvas.line("body") + (canvas.line("small") if note else canvas.px(10))
    now = canvas.settings
    on = bool(getattr(now, field))

    def flip() -> Outcome:
        return Change(_with(now, field, not on))

    def draw(rect: Rect) -> None:
        switch(canvas, id, rect, words, flip, on=on, note=note)

    return Block(height=max(36, line), draw=draw, gap=canvas.px(6))


def _with(settings: Settings, field: str, value: bool | int) -> Settings:
    changed: dict[str, bool | int] = {field: value}
    return replace(settings, **changed)  # type: ignore[arg-type]  # the field's name is one of the table's above


def _sound(canvas: Canvas) -> Section:
    _ = canvas.words
    buses = (
        ("volume", _("All")), ("volume_typing", _("Typewriter and telegraph")), ("volume_paper", _("Paper and stamps")),
        ("volume_city", _("City and weather")), ("volume_music", _("Music")),
    )  # fmt: skip
    blocks = [
        Block(height=slider_height(canvas), draw=partial(_volume, canvas, field, words), gap=canvas.px(4))
        for field, words in buses
    ]
    blocks.append(_switch_block(canvas, "captions", _("Captions for sounds"), "", "captions"))
    blocks.append(_switch_block(canvas, "muted", _("Sound off"), _("Ctrl+M does the same anywhere"), "muted"))
    return section(canvas, _("Sound"), blocks)


def _volume(canvas: Canvas, field: str, words: str, rect: Rect) -> None:
    now = canvas.settings
    slider(
        canvas,
        field,
        rect,
        words,
        getattr(now, field),
        (0, 100),
        lambda value: Change(_with(now, field, value)),
        ticks=4,
    )


def _help(canvas: Canvas, forget_notes: Action | None) -> Section:
    _ = canvas.words
    blocks = [_switch_block(canvas, "notes", _("Notes on what is new"), _("each once, until dismissed"), "notes")]

    def again(rect: Rect) -> None:
        wide = min(rect.w, button_width(canvas, _("Show all notes again")))
        if forget_notes is not None:
            button(canvas, "notes.again", Rect(rect.topleft, (wide, rect.h)), _("Show all notes again"), forget_notes)

    if forget_notes is not None:
        blocks.append(Block(height=button_height(canvas), draw=again, gap=canvas.px(6)))
    return section(canvas, _("Help"), blocks)


def _keys(canvas: Canvas) -> Section:
    _ = canvas.words
    rows = [
        Block(height=key_row_height(canvas), draw=partial(_key, canvas, key, name)) for key, name in general_keys(canvas.words)
    ]
    rows.append(Block(height=canvas.px(14), draw=lambda _rect: None))
    rows.append(Block(height=button_height(canvas), draw=partial(_buttons, canvas)))
    return section(canvas, _("Keys"), rows)


def _key(canvas: Canvas, key: str, name: str, rect: Rect) -> None:
    key_row(canvas, rect, key, name, canvas.words)


def _buttons(canvas: Canvas, rect: Rect) -> None:
    _ = canvas.words
    first = Rect(rect.topleft, (button_width(canvas, _("Defaults")), rect.h))
    tip = Tip(_("Defaults"), _("Everything on all of these pages as it was at first."))
    button(canvas, "defaults", first, _("Defaults"), lambda: Change(Settings(language=canvas.settings.language)), tip=tip)
    second = Rect(first.right + canvas.px(14), rect.y, button_width(canvas, _("Done")), rect.h)
    button(canvas, "done", second, _("Done"), Pop, kind="ink")


def _display(canvas: Canvas) -> Section:
    _ = canvas.words
    rows = (
        ("fullscreen", _("Full screen"), _("F11 does the same anywhere"), "fullscreen"),
        ("textures", _("Paper and cloth"), _("off: plain colours, no grain"), "textures"),
    )
    return section(canvas, _("Display"), [_switch_block(canvas, *row) for row in rows])


def _preview_section(canvas: Canvas) -> Section:
    preview = Block(height=canvas.px(112), draw=partial(_preview, canvas))
    return section(canvas, canvas.words("Preview"), [preview])


def _preview(canvas: Canvas, rect: Rect) -> None:
    """The two desks, as they look with these settings."""
    for index, side in enumerate(("center", "circle")):
        part = Rect(rect.x + index * rect.w // 2, rect.y, rect.w // 2, rect.h)
        _preview_half(canvas, part, "center" if side == "center" else "circle")
    canvas.frame(rect, "ink", canvas.measure("rule"))


def _preview_half(canvas: Canvas, rect: Rect, side: SideName) -> None:
    desk(canvas, rect, side)
    card = rect.inflate(-rect.w // 2, -rect.h // 3)
    sheet(canvas, card, "card", "s1")
    emblem(canvas, side, card.center, canvas.px(40))


def _language(canvas: Canvas, languages: Sequence[tuple[str, str]]) -> Section:
    now = canvas.settings
    row = max(36, canvas.px(48), canvas.line("body") + canvas.px(10))

    def draw(code: str, name: str, rect: Rect) -> None:
        def choose() -> Outcome:
            return Change(replace(now, language=code))

        radio_row(canvas, f"language.{code}", rect, name, choose, chosen=canvas.words.language == code)

    blocks = [Block(height=row, draw=partial(draw, code, name), gap=canvas.px(2)) for code, name in languages]
    return section(canvas, canvas.words("Language"), blocks)
