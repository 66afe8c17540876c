"""The tabs of the archive's folder."""

from collections.abc import Callable, Mapping
from functools import partial

from pygame import Rect

from game.ui.attention import Tip
from game.ui.painter import Painter
from game.ui.presenters.archive.refs import TABS, Tab, tab_words
from game.ui.screen import Canvas, Outcome
from game.ui.widgets.focus import focus_frame
from game.ui.words import Words

_SIZES = (21, 19, 17, 15, 13, 11)


def tabs_height(painter: Painter) -> int:
    """Real pixels of the row of tabs."""
    return max(38, painter.px(46), painter.line("h3") + painter.px(10))


def draw_tabs(canvas: Canvas, rect: Rect, here: Tab, counts: Mapping[Tab, int], turn_to: Callable[[Tab, Words], Outcome]) -> None:
    """A tab for each part, the open one of the folder's colour; `counts` are what a search finds in each."""
    _ = canvas.words
    words = {tab: f"{tab_words(tab, _)} {counts[tab]}" if tab in counts else tab_words(tab, _) for tab in TABS}
    size, pad = _fitting(canvas, rect.w, list(words.values()))
    x, slant = rect.x, min(canvas.px(10), pad)
    for index, tab in enumerate(TABS):
        box = Rect(x, rect.y, canvas.text_width("h3", words[tab], size=size) + 2 * pad, rect.h)
        name = tab_words(tab, _)
        look = canvas.hot(f"tab.{tab}", box, name, partial(turn_to, tab, _), key=str(index + 1), tip=Tip(name))
        high = box.y if tab == here else box.y + canvas.px(6)
        colour = "manila" if tab == here or look.hovered else "kraft"
        corners = ((box.x + slant, high), (box.right - slant, high), (box.right, box.bottom), (box.x, box.bottom))
        canvas.polygon(corners, colour)
        middle = (box.centerx, (high + box.bottom) // 2)
        canvas.text("h3", words[tab], middle, anchor="center", size=size, width=box.w - 2 * slant)
        if look.focused:
            focus_frame(canvas, box.inflate(-2 * slant, -canvas.px(6)))
        x = box.right


def _fitting(painter: Painter, width: int, words: list[str]) -> tuple[float, int]:
    """The largest letters, and the room beside the words, with which all tabs stand in the row."""
    for size in _SIZES:
        for pad in (painter.px(28), painter.px(16), painter.px(9)):
            if sum(painter.text_width("h3", word, size=size) + 2 * pad for word in words) <= width:
                return size, pad
    return _SIZES[-1], painter.px(6)
