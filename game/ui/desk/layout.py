"""Where things lie on the desk, for a window of any size. Only arithmetic."""

from dataclasses import dataclass

from pygame import Rect

from game.ui.painter import Painter

NARROW = 1180
"""Below this width of a window in real pixels the right column becomes a sheet that slides over the map."""


_LEAST_MAP = 560
"""So many design pixels of the map must be left beside the right column, or else that lies on the map as well."""
CRAMPED = 52
"""So many lines of its labels a window must be wide for the meters to stand in the bar itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLayout:
    """The regions of the desk in real pixels. `table` is the part of the map that only small papers cover, `calm` what is left
    of it when the column is open: small papers lie there all the time."""

    bar: Rect
    table: Rect
    calm: Rect
    drawer: Rect
    folder: Rect
    seal: Rect
    slip: Rect
    narrow: bool

    @property
    def column(self) -> Rect:
        """The right column, the seal at its foot included."""
        return Rect(self.seal.x, self.bar.bottom, self.seal.w, self.seal.bottom - self.bar.bottom)

    @property
    def bare(self) -> Rect:
        """The table, and what else of the map can be seen beside the drawer."""
        beside = Rect(self.table.right, self.table.y, self.bar.right - self.table.right, self.seal.y - self.table.y)
        return self.table.union(beside) if self.narrow or not beside.w else self.table

    @property
    def has_slips(self) -> bool:
        """Whether there is room for the small papers: not where they would take half the map beside a sheet."""
        return self.slip.right < self.table.w * 3 // 5

    @property
    def still(self) -> Rect | None:
        """The calm part where it has room for all that lies on the map; else nothing, and the whole table is used."""
        return self.calm if self.slip.right < self.calm.w * 3 // 5 else None

    def papers(self, *, column_open: bool) -> tuple[Rect, ...]:
        """What papers fill, beside the map: bar, drawer and seal, and the column where it has a place of its own."""
        around = (self.bar, self.drawer, self.seal)
        if not column_open or self.narrow:
            return around
        return (*around, Rect(self.column.x, self.column.y, self.column.w, self.seal.y - self.column.y))


def _bar_heights(painter: Painter) -> tuple[int, int]:
    """The height of the bar and, beneath it, of the strip that its meters need where names are long for the window."""
    upper = max(52, painter.px(64), painter.line("label") + painter.line("number") + painter.px(10))
    cramped = painter.rect.w < painter.line("label") * CRAMPED
    return upper, painter.line("number") + painter.px(6) if cramped else 0


def rows_of_bar(painter: Painter, bar: Rect) -> tuple[Rect, Rect]:
    """The bar, and the strip of the meters within it; without height where they stand in the bar itself."""
    strip = _bar_heights(painter)[1]
    pad = painter.px(20)
    upper = Rect(bar.x, bar.y, bar.w, bar.h - strip)
    return upper, Rect(bar.x + pad, upper.bottom - painter.px(4), bar.w - 2 * pad, strip)


def lay_out(painter: Painter, *, column_open: bool) -> DeskLayout:
    """The regions for this window; without a selection the right column leaves and the map takes its place."""
    whole, text = painter.rect, painter.theme.text
    bar_height = sum(_bar_heights(painter))
    drawer_height = max(116, painter.px(144), painter.line("h3") + painter.line("small") * 7 // 2 + painter.px(40))
    wide = min(max(painter.px(424 * max(1.0, text)), 384), max(560, painter.px(560)), whole.w - 40)
    narrow = whole.w < NARROW or whole.w - wide < painter.px(_LEAST_MAP)
    column = Rect(whole.right - wide, bar_height, wide, whole.h - bar_height)
    seal_height = max(painter.px(94), painter.line("seal") + painter.px(44), 2 * painter.line("small") + painter.px(40))
    seal = Rect(column.x, whole.bottom - seal_height, wide, seal_height)
    left_width = whole.w - wide
    drawer = Rect(0, whole.bottom - drawer_height, left_width, drawer_height)
    calm = Rect(0, bar_height, left_width, whole.h - bar_height - drawer_height)
    table = calm if column_open else Rect(0, bar_height, whole.w, calm.h)
    folder = Rect(column.x + painter.px(8), bar_height + painter.px(20), wide - painter.px(24), 0)
    folder.h = seal.y - painter.px(14) - folder.y
    slip_width = min(max(painter.px(334 * max(1.0, text * 0.92)), 270), whole.w // 2)
    slip = Rect(painter.px(20), bar_height + painter.px(18), slip_width, 0)
    slip.h = calm.bottom - max(36, painter.px(40)) - painter.px(40) - slip.y  # above the strip of the map's layers
    return DeskLayout(
        bar=Rect(0, 0, whole.w, bar_height),
        table=table,
        calm=calm,
        drawer=drawer,
        folder=folder,
        seal=seal,
        slip=slip,
        narrow=narrow,
    )
