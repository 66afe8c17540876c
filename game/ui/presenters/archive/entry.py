"""An entry of the archive as a page in words: what the screen draws."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.scenario.archive import Confidence
from game.ui.presenters.archive.index import Camp
from game.ui.presenters.archive.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to another entry. `shut` if a game seals what is there."""

    ref: Ref
    name: str
    note: str = ""
    portrait: Mapping[str, str] = field(default_factory=dict)
    camp: Camp = ""
    shut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Links under a head."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, under a head of its own or none."""

    text: str
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An entry. `notice` is set apart: that the file is sealed, or that a game may go otherwise than history. `facts` are pairs
    of words, `skills` of a word and 0-5. `sources` are links into the bibliography."""

    ref: Ref
    title: str
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    notice: str = ""
    passages: tuple[Passage, ...] = ()
    links: tuple[Links, ...] = ()
    sources: tuple[Link, ...] = ()
    confidence: Confidence | None = None
    portrait: Mapping[str, str] = field(default_factory=dict)
    camp: Camp = ""
    skills: tuple[tuple[str, int], ...] = ()
    shut: bool = False
