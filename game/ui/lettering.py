"""Sets words: finds fonts, tracks letters, cuts what is too long, wraps paragraphs with light markup. It returns
measured words and Surfaces; where they go is the painter's affair."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame
from pygame import Color, Surface
from pygame.font import Font

from game.ui.budget import FONTS, PARAGRAPHS, WIDTHS, bytes_of
from game.ui.lru import Lru
from game.ui.theme import TYPEWRITERS, Theme

ELLIPSIS = "\u2026"
SEPARATOR = "·"
"""Stands between two things on a line, never at its end or beginning."""
_SEAMS = ("/\\", "-_", ".,:")
"""After which marks a word too long for a line is broken, those first that part more."""
_JOINED = re.compile(r"(?<=f)(?=[fil])")
"""Between letters that fonts join into one sign."""
_PLAIN_MARK = re.compile(r"""(?P<opens>(?<![^\s(\[\u2013\u2014"'])(?!'s\b)["'](?=[^\s\d]))|["']""")
_MARKS = {("'", True): "\u2018", ("'", False): "\u2019", ('"', True): "\u201c", ('"', False): "\u201d"}
_MARKUP = re.compile(r"(\*\*.+?\*\*|\*.+?\*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of one family at one size: what a word is set in."""

    role: str
    family: str
    weight: int
    italic: bool
    px: int
    tracking: float
    caps: bool
    tabular: bool

    def bold(self) -> "Face":
        """The same face in its bold weight."""
        return Face(self.role, self.family, 700, self.italic, self.px, self.tracking, self.caps, self.tabular)

    def slanted(self) -> "Face":
        """The same face in italics."""
        return Face(self.role, self.family, self.weight, True, self.px, self.tracking, self.caps, self.tabular)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on a line, with its face and its distance from the line's start."""

    x: int
    text: str
    face: Face
    width: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph."""

    pieces: tuple[Piece, ...]
    width: int

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(piece.text for piece in self.pieces)


class Lettering:
    """The fonts of one theme. Words once set are kept, up to `most` bytes, as letters are placed one by one."""

    def __init__(self, folder: Path, theme: Theme, most: int) -> None:
        self._folder = folder
        self._theme = theme
        self._words: Lru[tuple[Face, str, tuple[int, ...]], Surface] = Lru(most, bytes_of)
        self._wrapped: Lru[tuple[Face, str, int], tuple[Line, ...]] = Lru(PARAGRAPHS)
        self._widths: dict[tuple[Face, str], int] = {}

    def face(self, role: str, *, size: float | None = None, weight: int | None = None, italic: bool = False) -> Face:
        """The face of a role, with what differs from it."""
        set_as = self._theme.role(role)
        return Face(
            role=role,
            family=set_as.family,
            weight=weight or set_as.weight,
            italic=italic,
            px=self._theme.font_px(role, size),
            tracking=set_as.tracking,
            caps=set_as.caps,
            tabular=set_as.tabular,
        )

    def width(self, face: Face, text: str) -> int:
        """Real pixels the text takes on one line."""
        key = (face, text)
        if key not in self._widths:
            if len(self._widths) > WIDTHS:
                self._widths.clear()
            self._widths[key] = _advance(self._font(face, text), face, _as_set(face, text))
        return self._widths[key]

    def word(self, face: Face, text: str, colour: Color) -> Surface:
        """The text set on one line, transparent around it; as tall as the font's own line."""
        return self._words.get((face, text, tuple(colour)), lambda: self._set(face, _as_set(face, text), colour))

    def cut(self, face: Face, text: str, width: int) -> str:
        """The text, or as much of its beginning as fits into the width with an ellipsis."""
        if self.width(face, text) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(face, text[:middle].rstrip() + ELLIPSIS) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS

    def wrap(self, face: Face, text: str, width: int) -> tuple[Line, ...]:
        """The text as lines no wider than `width`. `*word*` is italic, `**word**` bold, a newline a paragraph."""
        return self._wrapped.get((face, text, width), lambda: tuple(self._wrap(face, text, width)))

    def _font(self, face: Face, text: str) -> Font:
        cyrillic = not text.isascii() and any("\u0400" <= letter <= "\u04ff" for letter in text)
        return _open_font(str(_font_file(self._folder, face, cyrillic) or ""), face.px)

    def _set(self, face: Face, text: str, colour: Color) -> Surface:
        font = self._font(face, text)
        if not face.tracking and not face.tabular:
            return font.render(text, True, colour)
        width = max(1, _advance(font, face, text))
        word = Surface((width + face.px // 4, font.get_height()), pygame.SRCALPHA)
        for letter, x in zip(text, _places(font, face, text), strict=True):
            if letter != " ":
                glyph = font.render(letter, True, colour)
                word.blit(glyph, (x, 0))
        return word

    def _wrap(self, face: Face, text: str, width: int) -> Iterator[Line]:
        for paragraph in text.split("\n"):
            pieces: list[Piece] = []
            x, first = 0, True
            for token, token_face in _tokens(face, paragraph):
                for part in self._breakable(token, token_face, width):
                    wide = self.width(token_face, part)
                    if pieces and x + self.width(token_face, part.rstrip(" ")) > width:
                        yield self._line(_without_separator(pieces))
                        pieces, x, first = [], 0, False
                    if not pieces and (part.isspace() or (not first and part.strip() == SEPARATOR)):
                        continue
                    pieces.append(Piece(x, part, token_face, wide))
                    x += wide
            yield self._line(pieces)

    def _breakable(self, token: str, face: Face, width: int) -> Iterator[str]:
        """The token, or its parts where it is wider than a whole line: of a path or an address such as end with a mark."""
        while len(token) > 1 and self.width(face, token.rstrip(" ")) > width:
            keep = len(token) - 1
            while keep > 1 and self.width(face, token[:keep]) > width:
                keep -= 1
            after = (max(token.rfind(mark, 0, keep) for mark in marks) + 1 for marks in _SEAMS)
            keep = next((seam for seam in after if seam > keep // 3), keep)
            yield token[:keep]
            token = token[keep:]
        yield token

    def _line(self, pieces: list[Piece]) -> Line:
        """Words of one face as one run, each run where the one before it ends: words measured alone take a little more."""
        joined: list[Piece] = []
        for piece in pieces:
            if joined and joined[-1].face == piece.face:
                first = joined.pop()
                text = first.text + piece.text
                joined.append(Piece(first.x, text, piece.face, self.width(piece.face, text)))
            else:
                left = joined[-1].x + joined[-1].width if joined else 0
                joined.append(Piece(left, piece.text, piece.face, piece.width))
        width = 0
        if joined:
            last = joined[-1]
            width = last.x + self.width(last.face, last.text.rstrip(" "))
        return Line(tuple(joined), width)


def _without_separator(pieces: list[Piece]) -> list[Piece]:
    """A line that is broken after a dot between two things does without the dot."""
    return pieces[:-1] if len(pieces) > 1 and pieces[-1].text.strip() == SEPARATOR else pieces


def _tokens(face: Face, paragraph: str) -> Iterator[tuple[str, Face]]:
    """Words with the space that follows them, each with the face its markup asks for."""
    for run in _MARKUP.split(paragraph):
        set_in, text = face, run
        if run.startswith("**") and run.endswith("**") and len(run) > 4:
            set_in, text = face.bold(), run[2:-2]
        elif run.startswith("*") and run.endswith("*") and len(run) > 2:
            set_in, text = face.slanted(), run[1:-1]
        for word in re.findall(r"[^ ]+ *| +", text):
            yield word, set_in


def _as_set(face: Face, text: str) -> str:
    """The letters that are set: in capitals where the role asks for them, and with a printer's apostrophes and quotation
    marks, which typewriters do not have."""
    if ("'" in text or '"' in text) and face.family not in TYPEWRITERS:
        text = _PLAIN_MARK.sub(lambda mark: _MARKS[mark[0], mark["opens"] is not None], text)
    return text.upper() if face.caps else text


def _places(font: Font, face: Face, text: str) -> Iterator[int]:
    """Where each letter starts: kerned as the font would, plus the tracking; digits in equal cells if tabular."""
    space = face.tracking * face.px
    cell = max(font.size(digit)[0] for digit in "0123456789") if face.tabular else 0
    extra = 0.0
    for index, letter in enumerate(text):
        own = font.size(letter)[0]
        plain = _apart(font, text[: index + 1]) - own
        slack = cell - own if face.tabular and letter.isdigit() else 0
        yield round(plain + extra + slack / 2)
        extra += space + slack


def _apart(font: Font, text: str) -> int:
    """How wide letters are that are drawn one by one: a font sets some of them as one sign, which is narrower."""
    return sum(font.size(part)[0] for part in _JOINED.split(text))


def _advance(font: Font, face: Face, text: str) -> int:
    if not text:
        return 0
    plain = _apart(font, text) if face.tracking or face.tabular else font.size(text)[0]
    tracked = face.tracking * face.px * (len(text) - 1)
    if not face.tabular:
        return round(plain + tracked)
    cell = max(font.size(digit)[0] for digit in "0123456789")
    return round(plain + tracked + sum(cell - font.size(letter)[0] for letter in text if letter.isdigit()))


@lru_cache(maxsize=FONTS)
def _font_file(folder: Path, face: Face, cyrillic: bool) -> Path | None:
    """The file of a face: its weight and slant if there, else the nearest of its family, else none.

    The two typewriters have no Cyrillic; PT Mono types for them. Kept, since it is asked for every word and looks at the disk.
    """
    families = [face.family]
    if cyrillic and face.family in TYPEWRITERS:
        families.insert(0, "PTMono")
    for family in families:
        stems = [f"{family}-{face.weight}{'i' if face.italic else ''}", f"{family}-400{'i' if face.italic else ''}"]
        stems += [f"{family}-{face.weight}", f"{family}-400", f"{family}-500"]
        for stem in stems:
            path = folder / f"{stem}.ttf"
            if path.is_file():
                return path
    return None


@lru_cache(maxsize=FONTS)
def _open_font(path: str, px: int) -> Font:
    """A font at a size; pygame's own when the file is not there, so that the game can still be read."""
    return Font(path or None, px)
