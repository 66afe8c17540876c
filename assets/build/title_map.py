"""Makes the faint map of the title from the game's own plate.

python title_map.py ../prints/title-map.jpg
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from game.ui.atlas.camera import look_at, scale_of
from game.ui.atlas.geography import read_geography
from game.ui.atlas.plate import PlatePainter

from game.resources import assets_folder
from game.ui.studio import Studio
from game.ui.theme import Theme, read_tokens

SIZE = (1920, 1080)
STRENGTH = 72


def main() -> None:
    """Paints the plate without names and lays it under the title's paper."""
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    assets = assets_folder()
    theme = Theme(tokens=read_tokens(assets / "tokens.json"), unit=1.2, textures=False)
    painter = PlatePainter(read_geography(assets / "map", "1939"), Studio(assets, theme), names=False)
    camera, step = look_at(((-108.0, 12.0), (52.0, 62.0)), SIZE, theme.unit, 0)
    scale = scale_of(step, theme.unit)
    left, top = round(camera.x * scale - SIZE[0] / 2), round(camera.y * scale - SIZE[1] / 2)
    plate = pygame.Surface(SIZE)
    tile = 480
    for column in range(left // tile, (left + SIZE[0]) // tile + 1):
        for row in range(top // tile, (top + SIZE[1]) // tile + 1):
            part = painter.paint((column * tile, row * tile), tile, scale, theme.unit)
            plate.blit(part, (column * tile - left, row * tile - top))
    paper = pygame.Surface(SIZE)
    paper.fill(theme.colour("sheet"))
    plate.set_alpha(STRENGTH)
    paper.blit(plate, (0, 0))
    pygame.image.save(paper, str(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
