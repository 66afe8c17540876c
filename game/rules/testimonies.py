"""The grammar of the testimonies, as a scenario lays it down.

Data and nothing else: no rule of the game looks at it. `game.match.testimony` finds the facts and puts them into words; what
there is to tell stands in `testimony_words`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Sentences of which one is said where they fit.

    `tell` is a part of a testimony, a kind of fact, or an operation of which the speaker had the order. It fits if all tags
    of `when` hold and none of `unless`; of the lines that fit, those that ask for most come first. `weight` is how readily
    each of its sentences is chosen.
    """

    id: str
    tell: str
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    weight: int = 1
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How somebody of the library speaks.

    `silent`: never asked, or never said anything. `invented`: no person of this history. `temper` is drawn if left out.
    """

    id: str
    silent: bool = False
    invented: bool = False
    temper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Somebody invented who was nobody's and tells what all the world could know; heard if he lived in the last `country`
    of asylum, or, without one, anywhere."""

    id: str
    name: str
    role: str
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempers:
    """The tempers that are drawn for people of this history, and for those who are invented."""

    real: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimonies:
    """The whole grammar.

    `note` is printed over the testimonies. `speakers` is how many are heard at most, `facts` how many facts each tells at
    most. `tags` hold in this scenario. `worth` says how telling a fact is (3 if left out, 0: never told). `women` are given
    names by which somebody is a she. `phrases` are what lines and other phrases may call by name in braces; `places` is how
    one says in talk that something was at a place of the map.
    """

    note: str = ""
    speakers: int = 7
    facts: int = 6
    tags: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    seasons: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    tempers: Tempers = field(default_factory=Tempers)
    women: tuple[str, ...] = ()
    voices: Mapping[str, Voice] = field(default_factory=dict)
    witnesses: Mapping[str, Witness] = field(default_factory=dict)
    worth: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)

    def names_a_woman(self, name: str) -> bool:
        """Whether somebody of that name is a she, by the given name."""
        return name.partition(" ")[0] in self.women
