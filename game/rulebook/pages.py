"""The book cut into chapters and paragraphs, for whoever shows it a paragraph at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_CHAPTER = re.compile(r"## (\d+)\. (.+)")
_PARAGRAPH = re.compile(r"\*\*(\d+\.\d+) (.+?)\.\*\* ?(.*)")
_RULE_OF_TABLE = re.compile(r"\|[\s:|-]+\|")


@dataclass(frozen=True, slots=True)
class Prose:
    """Some sentences, with light markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, each with as many cells. The first row is its head, and may be empty."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One numbered paragraph. `label` is its name in the template, `chapter` the title of its chapter."""

    label: str
    number: str
    title: str
    chapter: str
    blocks: tuple[Prose | Grid, ...]

    @property
    def text(self) -> str:
        """All that stands in it, as one string to search in."""
        cells = (
            " ".join(cell for row in block.rows for cell in row) if isinstance(block, Grid) else block.text
            for block in self.blocks
        )
        return " ".join(cells)


@dataclass(frozen=True, slots=True)
class Book:
    """All pages in their order."""

    pages: tuple[Page, ...]
    _by_label: dict[str, Page] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_label", {page.label: page for page in self.pages})

    def page(self, label: str) -> Page | None:
        """The paragraph of this label, if these rules have it."""
        return self._by_label.get(label)


def cut(text: str, numbers: Mapping[str, str]) -> Book:
    """The pages of a written book; `numbers` are those of its paragraphs by label."""
    labels = {number: label for label, number in numbers.items() if number}
    pages: list[Page] = []
    chapter = ""
    begun: tuple[str, str] | None = None
    lines: list[str] = []

    def close() -> None:
        if begun is not None:
            blocks = tuple(_blocks(lines))
            number, title = begun
            pages.append(Page(label=labels[number], number=number, title=title, chapter=chapter, blocks=blocks))

    for line in text.splitlines():
        head, paragraph = _CHAPTER.fullmatch(line), _PARAGRAPH.match(line)
        if head or (paragraph and paragraph[1] in labels):
            close()
            begun, lines = None, []
        if head:
            chapter = head[2]
        elif paragraph and paragraph[1] in labels:
            begun, lines = (paragraph[1], paragraph[2]), [paragraph[3]]
        else:
            lines.append(line)
    close()
    return Book(tuple(pages))


def _blocks(lines: Sequence[str]) -> Iterator[Prose | Grid]:
    """Prose and tables, apart where a line is empty."""
    held: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            held.append(line.strip())
        elif held:
            yield Grid(tuple(_rows(held))) if held[0].startswith("|") else Prose(" ".join(held))
            held = []


def _rows(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        if not _RULE_OF_TABLE.fullmatch(line):
            yield tuple(cell.strip() for cell in line.strip("|").split("|"))
