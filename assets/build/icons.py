"""Takes the signs the game uses out of the game-icons set, each as a white SVG that the game tints.

python icons.py node_modules ../icons
"""

import argparse
import json
from pathlib import Path
from typing import Any

# Art direction, section 7: what the game calls each thing -> the sign in the set.
ORDERS = """
steam-locomotive ship-bow biplane semi-closed-eye binoculars radio-tower conversation id-card skeleton-key files
fountain-pen ink-swirl public-speaker pencil-ruler crosshair pistol-gun magnifying-glass return-arrow shield brick-wall
watchtower archive-research newspaper linked-rings passport megaphone exit-door suitcase quill-ink closed-doors hourglass
footprint wax-seal compass convergence-target bookshelf envelope cog
"""
INTERFACE = """
anchor anticlockwise-rotation backward-time calendar cash check-mark city-car clockwise-rotation cross-mark door
entry-door fast-backward-button fast-forward-button globe hazard-sign help house info key-lock keyboard locked-door
notebook open-book open-folder padlock pause-button person pin play-button police-badge police-officer-head rail-road
save sound-off sound-on speaker speaker-off trash-can two-coins world
"""
# Drawn here, as the set has none: plain signs on its own 512 grid.
DRAWN = {
    "chevron-left": "M330 96L382 148L274 256L382 364L330 416L170 256Z",
    "chevron-right": "M182 96L130 148L238 256L130 364L182 416L342 256Z",
    "chevron-up": "M96 330L148 382L256 274L364 382L416 330L256 170Z",
    "chevron-down": "M96 182L148 130L256 238L364 130L416 182L256 342Z",
    "keyhole": "M256 72A104 104 0 0 1 308 266L344 440L168 440L204 266A104 104 0 0 1 256 72Z",
    "plus": "M216 88L296 88L296 216L424 216L424 296L296 296L296 424L216 424L216 296L88 296L88 216L216 216Z",
    "minus": "M88 216L424 216L424 296L88 296Z",
}


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the node_modules folder")
    parser.add_argument("out", type=Path, help="where the SVG files go")
    asked = parser.parse_args()
    source = asked.packages / "@iconify-json" / "game-icons" / "icons.json"
    collection = json.loads(source.read_text(encoding="utf-8"))
    asked.out.mkdir(parents=True, exist_ok=True)
    for name in sorted({*ORDERS.split(), *INTERFACE.split()}):
        _write(asked.out / f"{name}.svg", _body(collection, name), collection["width"])
    for name, outline in DRAWN.items():
        _write(asked.out / f"{name}.svg", f'<path fill="currentColor" d="{outline}"/>', 512)


def _body(collection: dict[str, Any], name: str) -> str:
    if name not in collection["icons"]:
        raise SystemExit(f"no sign called {name!r} in the set")
    body: str = collection["icons"][name]["body"]
    return body


def _write(path: Path, body: str, size: int) -> None:
    white = body.replace("currentColor", "#ffffff")
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">{white}</svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
