"""Prints the face of the title with the portrait kit, so that the title need not read the kit.

python title_face.py ../prints/old-man.svg
"""

import sys
from pathlib import Path

from game.resources import assets_folder
from game.ui.portraits.gallery import PortraitGallery

FACE = {"face": "trotsky"}


def main() -> None:
    """Writes the picture."""
    picture = PortraitGallery(assets_folder()).svg(FACE, background="none", cut="full")
    Path(sys.argv[1]).write_text(picture + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
