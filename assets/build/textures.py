"""Makes the paper, desk and stamp textures from noise with a fixed seed. The tiles repeat without a seam.

python textures.py ../textures
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

Grid = NDArray[np.float64]

TILE = 640
STAMP = 512
COLOURS = 48
SEED = 1940
PAPER_TINT = np.array([1, 0.96, 0.85]) * np.array([0.9, 1, 1.15])


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="where the PNG files go")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    press = Press(out)
    press.paper("card", "#F4ECD9")
    press.paper("sheet", "#EFE5CF", mottle=2.6)
    press.paper("manila", "#D9BF93", mottle=3, grain=1.6, fibres=420, strength=8)
    press.paper("flimsy", "#F1E8C6", mottle=1.8, fibres=60)
    press.paper("news", "#DAD3C2", mottle=2.6, grain=1.8, fibres=260, strength=7)
    press.paper("form", "#F1EDE2", mottle=1.6, fibres=60)
    press.paper("kraft", "#B99B6C", mottle=3.4, grain=2, fibres=600, strength=9)
    press.baize("baize", "#35423A")
    press.pine("pine", "#54402E")
    press.distress("distress")


class Press:
    """Makes one texture after another out of one stream of noise; their order is part of the seed."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._noise = np.random.default_rng(SEED)

    def paper(
        self, name: str, colour: str, *, mottle: float = 2.2, grain: float = 1.1, fibres: int = 160, strength: float = 5
    ) -> None:
        """A sheet of paper: slow mottle, fine grain, and fibres a little lighter or darker."""
        clouds = self._clouds(TILE, TILE, 1.6, 1, 40) * mottle
        specks = gaussian_filter(self._noise.standard_normal((TILE, TILE)), 0.8, mode="wrap") * grain * 1.6
        relief = clouds + specks + self._fibres(fibres, strength)
        self._save(name, _rgb(colour) + relief[..., None] * PAPER_TINT)

    def baize(self, name: str, colour: str) -> None:
        """Green cloth with a short nap."""
        nap = self._clouds(TILE, TILE, 0.35, 30, 300) * 2.1 + self._clouds(TILE, TILE, 1.4, 1, 20) * 1.7
        self._save(name, _rgb(colour) + nap[..., None] * np.array([0.9, 1, 0.92]))

    def pine(self, name: str, colour: str) -> None:
        """Three stained boards with long grain and a dark seam between them; twice as wide as high."""
        across, down = 2 * TILE, TILE
        rows = np.arange(down)[:, None]
        warp = self._clouds(down, across, 2.2, 1, 8) * 6
        rings = np.sin((rows + warp * 2.2) * 0.22 + self._clouds(down, across, 2.0, 1, 6) * 1.3) * 3
        self._noise.standard_normal((down, across))  # one sheet of noise goes unused, and keeps the stream as it was
        grain = gaussian_filter(self._noise.standard_normal((down, across)), (0.7, 26), mode="wrap")
        board = _rgb(colour) + (rings + grain / grain.std() * 3.2)[..., None] * np.array([1.1, 1, 0.85])
        for seam in (0, 213, 426):
            away = np.minimum(np.abs(rows - seam), down - np.abs(rows - seam))
            board -= (np.exp(-((away / 1.6) ** 2)) * 26 + np.exp(-((away / 9) ** 2)) * 7)[..., None]
        self._save(name, board)

    def distress(self, name: str) -> None:
        """How much ink a worn stamp leaves: black, its alpha the ink, in 64 steps."""
        wear = self._clouds(STAMP, STAMP, 0.9, 2, 200) * 0.55 + self._clouds(STAMP, STAMP, 1.8, 1, 10) * 0.55
        ink = np.clip(1 - np.clip(wear - 0.55, 0, 1) * 1.25, 0.12, 1)
        ink *= np.clip(1 + gaussian_filter(self._noise.standard_normal((STAMP, STAMP)), 0.9) * 0.5, 0.35, 1)
        alpha = (ink * 255).astype("uint8") // 4 * 4 + 3
        Image.fromarray(np.dstack([np.zeros_like(alpha), alpha]), "LA").save(self._out / f"{name}.png", optimize=True)

    def _clouds(self, down: int, across: int, fall: float, low: float, high: float) -> Grid:
        """Noise whose strength falls with its frequency, kept between two frequencies; its deviation is 1."""
        spectrum = np.fft.fft2(self._noise.standard_normal((down, across)))
        waves = np.hypot(np.fft.fftfreq(down)[:, None] * down, np.fft.fftfreq(across)[None, :] * across)
        waves[0, 0] = 1
        weight = waves**-fall
        weight[(waves < low) | (waves > high)] = 0
        weight[0, 0] = 0
        field: Grid = np.real(np.fft.ifft2(spectrum * weight))
        return field / field.std()

    def _fibres(self, count: int, strength: float) -> Grid:
        """Curved threads strewn over a tile, each lighter or darker than the paper."""
        tile = np.zeros((TILE, TILE))
        for _ in range(count):
            x, y = self._noise.random(2) * TILE
            angle = self._noise.random() * 6.28
            bend = (self._noise.random() - 0.5) * 0.12
            length = int(10 + self._noise.random() * 24)
            shade = self._noise.choice([-1, 1])
            for _ in range(length):
                tile[int(y) % TILE, int(x) % TILE] += shade
                x += np.cos(angle)
                y += np.sin(angle)
                angle += bend
        return gaussian_filter(tile, 0.6, mode="wrap") * strength

    def _save(self, name: str, tile: Grid) -> None:
        image = Image.fromarray(np.clip(tile, 0, 255).astype("uint8"), "RGB")
        image.quantize(COLOURS).save(self._out / f"{name}.png", optimize=True)


def _rgb(colour: str) -> Grid:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], float)


if __name__ == "__main__":
    main()
