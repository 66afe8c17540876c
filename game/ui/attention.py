"""What the player is attending to: where pointer and focus are, how far views are scrolled, what can be explained.
Plain values; they draw nothing and answer nothing."""

from dataclasses import dataclass, field

from pygame import Rect


@dataclass(frozen=True, slots=True)
class Tip:
    """The explanation of something on screen: what it is, and the reasons behind it with light markup. What is written
    `beside` it is told only to whoever asks for an explanation."""

    title: str
    body: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drag:
    """A pointer held down on an area and moved. `moved` is since the last report; `done` once it is let go."""

    start: tuple[int, int]
    at: tuple[int, int]
    moved: tuple[int, int]
    done: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a hot area is to be drawn now. `held` goes from 0 to 1 while it is held down long enough."""

    hovered: bool = False
    pressed: bool = False
    focused: bool = False
    held: float = 0.0


@dataclass(slots=True)
class Attention:
    """Where the player's pointer and focus are on one screen, and how far its views are scrolled. `pointing`: the pointer has
    come to something since the focus was shown. `awaited`: the focus was laid on something that comes with the next frame, and
    is to be scrolled into sight then. `uninvited`: what is under the pointer has come there while the pointer rested, so that
    nobody has asked what it is."""

    hovered: str | None = None
    hovered_since: int = 0
    focus: str | None = None
    focus_shown: bool = False
    pointing: bool = False
    uninvited: bool = False
    awaited: bool = False
    pressed: str | None = None
    pressed_since: int = 0
    pointer: tuple[int, int] = (-1, -1)
    scroll: dict[str, int] = field(default_factory=dict)

    def show_focus(self, name: str) -> None:
        """Lays the focus on an area by keyboard, from where it is seen and explained."""
        self.focus, self.focus_shown, self.pointing = name, True, False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrollView:
    """A scrolling part of the screen: what is seen, how tall all of it is, how far down the top of the view lies."""

    id: str
    rect: Rect
    content: int
    offset: int

    @property
    def furthest(self) -> int:
        """The largest offset, in real pixels."""
        return max(0, self.content - self.rect.h)


@dataclass(frozen=True, slots=True)
class Hint:
    """The whole of a text that had to be cut."""

    rect: Rect
    text: str
