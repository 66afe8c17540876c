"""Portraits as Surfaces, at the size asked for and kept for as long as they are in use."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pygame
from pygame import Surface

from game.ui.budget import PORTRAITS, bytes_of
from game.ui.lru import Lru
from game.ui.portraits.compose import CUTS, compose
from game.ui.portraits.parts import Record, read_kit
from game.ui.portraits.records import KIND, record_from_id

_SMOOTH = 4


class PortraitGallery:
    """All faces of the game, out of one assets folder.

    `backgrounds` gives other pairs of colours, lit and dark, for the names `center`, `circle` and `neutral`, as a palette
    may want. Raises what `read_kit` raises.
    """

    def __init__(self, assets: Path, backgrounds: Mapping[str, tuple[str, str]] | None = None) -> None:
        kit = read_kit(assets)
        self.kit = replace(kit, backgrounds={**kit.backgrounds, **(backgrounds or {})})
        self._kept: Lru[tuple[object, ...], Surface] = Lru(PORTRAITS, bytes_of)

    def record(self, identity: str, portrait: Record) -> Record:
        """The portrait somebody has; what it leaves to the id is made up from that."""
        return portrait if portrait and KIND not in portrait else record_from_id(self.kit, identity, portrait)

    def svg(self, record: Record, *, background: str = "neutral", cut: str = "full") -> str:
        """The picture as SVG text; see `compose` for the backgrounds and cuts there are."""
        return compose(self.kit, record, background=background, cut=cut)

    def surface(self, record: Record, *, size: tuple[int, int], background: str = "neutral", cut: str = "full") -> Surface:
        """The picture in exactly this size in real pixels, trimmed where its shape differs. Not to be drawn upon."""
        key = (tuple(sorted(record.items())), size, background, cut)
        return self._kept.get(key, lambda: self._drawn(record, size, background, cut))

    def disc(self, record: Record, diameter: int, *, background: str = "neutral", cut: str = "face") -> Surface:
        """The picture in a circle, transparent around it: the Circle's tokens, and the title. Not to be drawn upon."""
        key = (tuple(sorted(record.items())), diameter, background, cut)
        size = (diameter, diameter)
        return self._kept.get(key, lambda: _rounded(self._drawn(record, size, background, cut)))

    def _drawn(self, record: Record, size: tuple[int, int], background: str, cut: str) -> Surface:
        """Drawn large enough to fill the size, then trimmed at both sides or at the foot."""
        _, _, across, down = CUTS[cut]
        wanted = (max(1, size[0]), max(1, size[1]))
        scale = max(wanted[0] / across, wanted[1] / down)
        whole = (max(wanted[0], round(across * scale)), max(wanted[1], round(down * scale)))
        picture = BytesIO(self.svg(record, background=background, cut=cut).encode())
        face = pygame.image.load_sized_svg(picture, whole)
        if pygame.display.get_surface():
            face = face.convert_alpha()
        trimmed = Surface(wanted, pygame.SRCALPHA)
        trimmed.blit(face, ((wanted[0] - whole[0]) // 2, 0))
        return trimmed


def _rounded(face: Surface) -> Surface:
    size = face.get_width()
    mask = Surface((size * _SMOOTH, size * _SMOOTH), pygame.SRCALPHA)
    pygame.draw.circle(mask, "white", mask.get_rect().center, size * _SMOOTH / 2)
    rounded = face.copy()
    rounded.blit(pygame.transform.smoothscale(mask, face.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return rounded
