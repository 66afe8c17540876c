"""Makes every sound of the game, and measures it. The same script makes the same sounds.

python sounds.py ../sounds
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from acoustics.cues import CUES, cue
from acoustics.rooms import ROOMS, room
from acoustics.signals import RATE, Signal, dice
from acoustics.wave_file import write


def main() -> None:
    """Reads the command line, writes the files and prints what they measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="where the WAV files go")
    parser.add_argument("--only", default="", help="only files whose names hold this")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    print(f"{'file':<14}{'seconds':>8}{'peak dB':>9}{'RMS dB':>8}{'centre Hz':>11}{'noise dB':>10}{'seam':>7}{'bytes':>9}")
    for name, signal in _everything(asked.only):
        path = asked.out / f"{name}.wav"
        heard = write(path, signal)
        print(f"{name:<14}{_figures(heard, signal, looped=name.startswith('room-'))}{path.stat().st_size:>9}")


def _everything(only: str) -> Iterator[tuple[str, Signal]]:
    yield from ((name, cue(name, dice(name))) for name in CUES if only in name)
    named = {f"room-{name}": name for name in ROOMS}
    yield from ((file, room(name, dice(file))) for file, name in named.items() if only in file)


def _figures(heard: Signal, meant: Signal, *, looped: bool) -> str:
    """Length, peak, RMS, centre of the spectrum, what the coding adds, and, of a loop, the jump at its seam: as a multiple
    of the largest jump from one sample to the next that is in it anyway."""
    spectrum = np.abs(np.fft.rfft(heard)) ** 2
    pitch = np.fft.rfftfreq(len(heard), 1 / RATE)
    centre = (spectrum * pitch).sum() / spectrum.sum()
    noise = heard[: len(meant)] - meant
    ratio = 10 * np.log10(np.mean(meant**2) / np.mean(noise**2))
    seam = f"{abs(heard[0] - heard[-1]) / np.abs(np.diff(heard)).max():7.2f}" if looped else "      -"
    peak, rms = 20 * np.log10(np.abs(heard).max()), 10 * np.log10(np.mean(heard**2))
    return f"{len(heard) / RATE:>8.2f}{peak:>9.1f}{rms:>8.1f}{centre:>11.0f}{-ratio:>10.1f}{seam}"


if __name__ == "__main__":
    main()
