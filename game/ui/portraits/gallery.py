"""Portraits as Surfaces, at the size asked for and kept for as long as they are in use."""

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import pygame
from pygame import Surface

from game.scenario.pictures import KINDS, MOST_STRETCHED, why_not
from game.ui.budget import PORTRAITS, bytes_of
from game.ui.colours import OWN_LOOK, Colours
from game.ui.lru import Lru
from game.ui.portraits.compose import CUTS, HEIGHT, WIDTH, compose, compose_around
from game.ui.portraits.parts import Record, read_kit
from game.ui.portraits.records import KIND, PICTURE, record_from_id

NO_PICTURES: Mapping[str, Path] = MappingProxyType({})
_SMOOTH = 4


class PortraitGallery:
    """All faces of the game, out of one assets folder, and the `pictures` and `colours` that mods bring along, by name.

    Raises what `read_kit` raises.
    """

    def __init__(self, assets: Path, pictures: Mapping[str, Path] = NO_PICTURES, colours: Colours = OWN_LOOK.colours) -> None:
        self.kit = read_kit(assets, colours)
        self._pictures = pictures
        self._kept: Lru[tuple[object, ...], Surface] = Lru(PORTRAITS, bytes_of)

    def record(self, identity: str, portrait: Record) -> Record:
        """The portrait somebody has; what it leaves to the id is made up from that."""
        return portrait if portrait and KIND not in portrait else record_from_id(self.kit, identity, portrait)

    def svg(self, record: Record, *, background: str = "neutral", cut: str = "full") -> str:
        """The picture as SVG text; see `compose` for the backgrounds and cuts there are."""
        path = self._picture(record)
        if path is None:
            return compose(self.kit, record, background=background, cut=cut)
        whole = f'x="0" y="0" width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="xMidYMin slice"'
        held = b64encode(path.read_bytes()).decode()  # as an image nothing in it is run, and nothing fetched
        image = f'<image {whole} href="data:{KINDS[path.suffix]};base64,{held}"/>'
        return compose_around(self.kit, image, background=background, cut=cut)

    def surface(self, record: Record, *, size: tuple[int, int], background: str = "neutral", cut: str = "full") -> Surface:
        """The picture in exactly this size in real pixels, trimmed where its shape differs. Not to be drawn upon."""
        key = (tuple(sorted(record.items())), size, background, cut)
        return self._kept.get(key, lambda: self._drawn(record, size, background, cut))

    def disc(self, record: Record, diameter: int, *, background: str = "neutral") -> Surface:
        """The face in a circle, transparent around it: the Circle's tokens, and the title. Not to be drawn upon."""
        key = (tuple(sorted(record.items())), diameter, background)
        size = (diameter, diameter)
        return self._kept.get(key, lambda: _rounded(self._drawn(record, size, background, "face")))

    def _drawn(self, record: Record, size: tuple[int, int], background: str, cut: str) -> Surface:
        """Drawn large enough to fill the size, then trimmed at both sides or at the foot."""
        _, _, across, down = CUTS[cut]
        wanted = (max(1, size[0]), max(1, size[1]))
        scale = max(wanted[0] / across, wanted[1] / down)
        whole = (max(wanted[0], round(across * scale)), max(wanted[1], round(down * scale)))
        face = self._pictured(record, whole, background, cut) or _from_svg(
            compose(self.kit, record, background=background, cut=cut), whole
        )
        if pygame.display.get_surface():
            face = face.convert_alpha()
        trimmed = Surface(wanted, pygame.SRCALPHA)
        trimmed.blit(face, ((wanted[0] - whole[0]) // 2, 0))
        return trimmed

    def _picture(self, record: Record) -> Path | None:
        """The picture that a record names, if there is one that can be shown."""
        path = self._pictures.get(record.get(PICTURE, ""))
        return path if path is not None and not why_not(path) else None

    def _pictured(self, record: Record, size: tuple[int, int], background: str, cut: str) -> Surface | None:
        """The named picture before its background, so that it fills the canvas of which this is a cut; nothing if there is
        none, or what it holds is damaged."""
        path = self._picture(record)
        if path is None:
            return None
        left, top, across, _ = CUTS[cut]
        scale = size[0] / across
        canvas = (round(WIDTH * scale), round(HEIGHT * scale))
        try:
            drawn = pygame.image.load_sized_svg(str(path), canvas) if path.suffix == ".svg" else pygame.image.load(str(path))
            larger = max(canvas[0] / drawn.get_width(), canvas[1] / drawn.get_height())
            fitting = (round(drawn.get_width() * larger), round(drawn.get_height() * larger))
            if fitting[0] > canvas[0] * MOST_STRETCHED or fitting[1] > canvas[1] * MOST_STRETCHED:
                return None
            filled = pygame.transform.smoothscale(drawn if drawn.get_bitsize() == 32 else _in_full_colour(drawn), fitting)
        except (pygame.error, ValueError, OSError):
            return None
        face = _from_svg(compose_around(self.kit, "", background=background, cut=cut), size)
        face.blit(filled, ((canvas[0] - fitting[0]) // 2 - round(left * scale), -round(top * scale)))
        return face


def _in_full_colour(drawn: Surface) -> Surface:
    """Pictures with a palette have to be given colours before they can be scaled smoothly."""
    full = Surface(drawn.get_size(), pygame.SRCALPHA)
    full.blit(drawn, (0, 0))
    return full


def _from_svg(text: str, size: tuple[int, int]) -> Surface:
    return pygame.image.load_sized_svg(BytesIO(text.encode()), size)


def _rounded(face: Surface) -> Surface:
    size = face.get_width()
    mask = Surface((size * _SMOOTH, size * _SMOOTH), pygame.SRCALPHA)
    pygame.draw.circle(mask, "white", mask.get_rect().center, size * _SMOOTH / 2)
    rounded = face.copy()
    rounded.blit(pygame.transform.smoothscale(mask, face.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return rounded
