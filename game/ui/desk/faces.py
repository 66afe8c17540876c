"""Portraits on papers and tokens: a face as one side knows it, with the background of that side."""

from collections.abc import Mapping
from typing import Literal

from pygame import Rect, Surface

from game.ui.painter import Painter
from game.ui.portraits.gallery import PortraitGallery
from game.ui.presenters.people import BY_ID
from game.ui.theme import SideName

Background = Literal["center", "circle", "neutral"]
Cut = Literal["full", "card", "face"]


class Faces:
    """The gallery's portraits, brought to the size of the place they are put in."""

    def __init__(self, gallery: PortraitGallery) -> None:
        self._gallery = gallery

    def surface(
        self, record: Mapping[str, str], *, background: Background = "neutral", cut: Cut = "card", size: tuple[int, int]
    ) -> Surface:
        """A portrait of this size. Not to be drawn upon."""
        return self._gallery.surface(self._drawn_from(record), size=size, background=background, cut=cut)

    def disc(self, record: Mapping[str, str], diameter: int, *, background: Background = "neutral") -> Surface:
        """The face in a circle, clear around it."""
        return self._gallery.disc(self._drawn_from(record), diameter, background=background)

    def _drawn_from(self, record: Mapping[str, str]) -> Mapping[str, str]:
        """The record, with what it leaves to the id."""
        return drawn_from(self._gallery, record)


def drawn_from(gallery: PortraitGallery, record: Mapping[str, str]) -> Mapping[str, str]:
    """The record of parts that is drawn: what is left to somebody's id is made up from it."""
    known = {slot: part for slot, part in record.items() if slot != BY_ID}
    return gallery.record(record[BY_ID], known) if BY_ID in record else known


def photograph(painter: Painter, faces: Faces, rect: Rect, record: Mapping[str, str], background: SideName | None) -> None:
    """A portrait as a photograph: white border, thin edge."""
    painter.fill(rect, "photo")
    inner = rect.inflate(-2 * painter.px(5), -2 * painter.px(5))
    picture(painter, faces, inner, record, background)
    painter.frame(rect, "ink2", 1)


def picture(painter: Painter, faces: Faces, rect: Rect, record: Mapping[str, str], background: SideName | None) -> None:
    """A bare portrait, upright."""
    painter.surface.blit(faces.surface(record, background=background or "neutral", cut="card", size=rect.size), rect)
