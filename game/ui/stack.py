"""The screens on top of one another, and how one frame of them is composed. It carries outcomes out; it has no window,
no clock and no events of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pygame import Surface

from game.ui.attention import Attention, Hint, ScrollView
from game.ui.colours import HIGH_CONTRAST
from game.ui.moments import PUBLIC, Moment
from game.ui.screen import Canvas, Change, HotArea, Outcome, Pop, Push, Quit, Replace, Reset, Screen, Stay
from game.ui.settings import Settings, SettingsFile
from game.ui.studio import Studio, TextRecord
from game.ui.theme import Theme, Tokens, read_tokens, unit_for
from game.ui.words import NO_WORDING, Words

_DIM = 0.62


@dataclass(slots=True)
class Level:
    """One screen on the stack, and what it showed last."""

    screen: Screen
    attention: Attention
    areas: list[HotArea] = field(default_factory=list)
    views: list[ScrollView] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    drawn: bool = False
    """Whether it has been drawn at all, so that the rest of this is known."""


class Stack:
    """The screens of the window, with the settings they are drawn by. Empty means that the game is over."""

    def __init__(
        self,
        assets: Path,
        settings_file: SettingsFile,
        first: Screen,
        signs: Callable[[], Mapping[str, Path]] = dict,
        speak: Callable[[str], Words] = lambda _: Words(),
        tokens: Callable[[], Tokens] | None = None,
    ) -> None:
        self.settings = settings_file.read()
        self._settings_file = settings_file
        self._assets, self._signs, self._speak = assets, signs, speak
        self.tokens: Tokens = tokens() if tokens is not None else read_tokens(assets / "tokens.json")
        self._studio: Studio | None = None
        self._language = speak(self.settings.language)
        self.levels: list[Level] = [_level(first, shown=False)]
        self._heard: list[tuple[str, ...]] = []

    @property
    def words(self) -> Words:
        """The player's language, with the scenario's own words where one is being played."""
        return self._language.within(next((level.screen.wording for level in self.levels if level.screen.wording), NO_WORDING))

    @property
    def top(self) -> Level:
        """The screen that the player deals with. There must be one."""
        return self.levels[-1]

    @property
    def scene(self) -> str:
        """Where the player is: what the topmost screen says that says anything."""
        return next((level.screen.scene for level in reversed(self.levels) if level.screen.scene), "")

    def take_heard(self) -> list[tuple[str, ...]]:
        """The moments that came since this was last asked, those that follow one another together."""
        heard, self._heard = self._heard, []
        return heard

    def carry_out(self, outcome: Outcome | None) -> None:
        """Does what an action answered."""
        if outcome is not None and outcome.heard:
            self._hear((outcome.heard,), any(level.screen.hushed for level in self.levels))
        match outcome:
            case Push(screen):
                self.levels.append(self._opened(screen))
            case Pop(then):
                self.levels.pop()
                if then is not None and self.levels:
                    self.carry_out(then())
            case Replace(screen):
                self.levels[-1] = self._opened(screen)
            case Reset(screen):
                self.levels = [self._opened(screen)]
            case Change(settings):
                self._change(settings)
            case Quit():
                self.levels = []
            case Stay() | None:
                pass

    def studio_for(self, window: tuple[int, int]) -> Studio:
        """The studio of this window size and these settings; made anew only when one of them is another."""
        settings = replace(self.settings, interface_scale=1.0) if self.top.screen.fitted else self.settings
        theme = theme_for(self.tokens, settings, window)
        if self._studio is None or (self._studio.theme, self._studio.window) != (theme, window):
            self._studio = Studio(self._assets, theme, window, self._signs)
        return self._studio

    def fade_for(self, window: tuple[int, int]) -> int:
        """Milliseconds in which one page gives way to another; none with reduced motion."""
        theme = self.studio_for(window).theme
        return 0 if theme.reduced_motion else theme.motion("paper_out")

    def compose(self, surface: Surface, now: int) -> Canvas:
        """Draws the top screen, and beneath an overlay the screens it lies on."""
        studio = self.studio_for(surface.get_size())
        depth = len(self.levels) - 1
        while depth > 0 and self.levels[depth].screen.overlay:
            depth -= 1
        if not self.levels[depth].screen.fills:
            surface.fill(studio.theme.colour("ink"))
        beneath: list[TextRecord] = []
        for level in self.levels[depth:-1]:
            under = Canvas(surface, studio, self.words, self.settings, Attention(), now)
            level.screen.compose(under)
            under.fill(under.rect, "ink", _DIM)
            beneath += under.texts
        canvas = Canvas(surface, studio, self.words, self.settings, self.top.attention, now)
        canvas.beneath = beneath
        self.top.screen.compose(canvas)
        self.top.areas, self.top.views, self.top.hints = canvas.areas, canvas.views, canvas.hints
        self.top.drawn = True
        return canvas

    def _opened(self, screen: Screen) -> Level:
        opening = screen.opening or ((Moment.SHEET_LAID,) if screen.overlay else ())
        if opening:
            self._hear(opening, screen.hushed or (screen.overlay and any(level.screen.hushed for level in self.levels)))
        return _level(screen, shown=bool(self.levels) and self.top.attention.focus_shown)

    def _hear(self, moments: tuple[str, ...], hushed: bool) -> None:
        audible = tuple(moment for moment in moments if moment in PUBLIC) if hushed else moments
        if audible:
            self._heard.append(audible)

    def _change(self, settings: Settings) -> None:
        if settings.language != self.settings.language:
            self._language = self._speak(settings.language)
        self.settings = settings
        self._settings_file.write(settings)


def theme_for(tokens: Tokens, settings: Settings, window: tuple[int, int]) -> Theme:
    """The theme of a window of this size with these settings."""
    return Theme(
        tokens=tokens,
        palette=settings.palette,
        unit=unit_for(window, settings.interface_scale),
        text=settings.text_size / 100,
        textures=settings.textures and settings.palette != HIGH_CONTRAST,
        plain_type=settings.plain_type,
        reduced_motion=settings.reduced_motion,
    )


def _level(screen: Screen, shown: bool) -> Level:
    """A screen newly opened; its focus is shown if the player came by keyboard."""
    return Level(screen=screen, attention=Attention(focus=screen.first_focus, focus_shown=shown))
