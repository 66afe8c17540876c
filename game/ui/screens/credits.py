"""Whose work the game stands on, as sections for a sheet, and as a sheet of its own."""

from pygame import Rect

from game.ui.screen import Canvas, Pop, Screen
from game.ui.screens.sheets import inner_width, sheet_over
from game.ui.widgets.buttons import button, button_height, button_width
from game.ui.widgets.columns import Section, columns_height, draw_columns, paragraph_block, section
from game.ui.widgets.scroll import bar_room, scroll_area

_WIDTH = 760


def credit_sections(canvas: Canvas, width: int) -> list[Section]:
    """Maps, type, signs, pictures and the dead."""
    _ = canvas.words
    parts = (
        (
            _("Maps"),
            _("Coasts, rivers and lakes: Natural Earth, public domain. The borders are those of the time."),
        ),
        (
            _("Type"),
            _("Oswald, PT Serif, PT Mono, Old Standard TT, Courier Prime: SIL OFL 1.1.\nSpecial Elite: Apache 2.0."),
        ),
        (_("Signs"), _("game-icons.net, by Lorc, Delapouite and contributors, CC BY 3.0.")),
        (_("Pictures"), _("Portraits, papers, plates and prints were made for this game.")),
        (
            _("Sources"),
            _("Everybody here lived, or is marked as invented. The Archive names the source of each claim."),
        ),
    )
    return [section(canvas, title, [paragraph_block(canvas, "body", words, width)]) for title, words in parts]


class CreditsSheet(Screen):
    """The credits over another screen."""

    overlay = True
    first_focus = "close"

    def compose(self, canvas: Canvas) -> None:
        """One column that scrolls where it must, and a button to close it."""
        width, space, foot = inner_width(canvas, _WIDTH) - bar_room(canvas), canvas.px(22), button_height(canvas)
        sections = [credit_sections(canvas, width)]
        content = columns_height(sections, space)
        inner = sheet_over(canvas, _WIDTH, content + foot + canvas.px(20))
        view_rect = Rect(inner.x, inner.y, inner.w, inner.h - foot - canvas.px(20))
        with scroll_area(canvas, "credits", view_rect, content) as view:
            draw_columns(sections, Rect(inner.x, inner.y - view.offset, width, 0), width, 0, space)
        words = canvas.words("Close")
        place = Rect(0, 0, button_width(canvas, words), foot)
        place.bottomleft = inner.bottomleft
        button(canvas, "close", place, words, Pop, key="return")
