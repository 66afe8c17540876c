"""How many bytes each of the window's caches may hold: all bounds in one place. What was used longest ago goes first, and
is made again when it is wanted.

At the design size one picture of the whole window takes 5.8 MB. What is kept as pictures may grow with the window, since a
larger window needs larger ones; the bounds below are for the design size.

| what | bound | kept by |
|---|---|---|
| painted panels: papers, desks, boards | 14 MB | the studio of the theme |
| shapes: discs, shadows, stamps | 5 MB | the studio |
| words as they were set | 6 MB | the lettering of the studio |
| signs | 2 MB | the studio |
| widths of words | 8,000 of them, about 2 MB | the lettering |
| broken lines of paragraphs | 600 paragraphs, about 2 MB | the lettering |
| open fonts | 64 | the lettering |
| textures of papers | all ten, 0.4 MB each, as they are on disk | the studio |
| portraits | 8 MB, whatever the window | the portrait gallery |
| tiles of the map | those in view and 6 more, 1 MB each; only of the sheet that lies on the table | the map |
| what lies on the map | two pictures of the map: the one shown, and one for the next | the map |
| the map as it was shown last, to be pushed along | one picture of the map; a zoom begins with it | the map |
| the way from one zoom step, or one sheet, to another | two pictures of the map | the map |
| the papers of a desk as they were last | less than half a window | the desk |
| geometry of the map | about 10 MB, read only if plates must be painted | the map |

On disk the plates of the map take up to 160 MB of the user's cache folder, in all sizes and periods together,
and the picture of the title up to 20 MB.
"""

from dataclasses import dataclass

from pygame import Surface

from game.ui.theme import DESIGN_SIZE

_MEGABYTE = 1_000_000

PORTRAITS = 8 * _MEGABYTE
WIDTHS, PARAGRAPHS, FONTS = 8_000, 600, 64
PLATES_ON_DISK, TITLES_ON_DISK = 160 * _MEGABYTE, 20 * _MEGABYTE
SPARE_TILES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Bytes that the caches of one studio may hold."""

    panels: int
    shapes: int
    words: int
    signs: int


def budget_for(unit: float, window: tuple[int, int] = (0, 0)) -> Budget:
    """The bounds for a window of this size in which a design pixel takes so many real ones. What fills a window that is
    wider or higher than the design takes as much more."""
    share = max(1.0, unit * unit, window[0] * window[1] / (DESIGN_SIZE[0] * DESIGN_SIZE[1]))
    return Budget(
        panels=round(14 * _MEGABYTE * share),
        shapes=round(5 * _MEGABYTE * share),
        words=round(6 * _MEGABYTE * share),
        signs=round(2 * _MEGABYTE * share),
    )


def bytes_of(surface: Surface) -> int:
    """The bytes of a picture in memory."""
    return surface.get_pitch() * surface.get_height()
