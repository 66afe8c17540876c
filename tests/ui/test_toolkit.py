"""The window's toolkit and the screens that need no rules: drawn, clicked and keyed through without a window."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pygame
import pytest
from pygame import Rect
from pygame.event import Event

from game.ui.app import App
from game.ui.attention import Tip
from game.ui.cursor import cursor_for
from game.ui.keys import key_cap, matches
from game.ui.lettering import Face, _places
from game.ui.lru import Lru
from game.ui.motion import Transition, cubic_in_out, linear
from game.ui.painter import Painter
from game.ui.screen import Canvas, HotArea, KeyBinding, Outcome, Pop, Push, Quit, Screen, Stay
from game.ui.screens.credits import CreditsSheet
from game.ui.screens.dialog import Choice, Dialog, confirm, notice
from game.ui.screens.explain import ExplainSheet
from game.ui.screens.findings import Finding, FindingsScreen
from game.ui.screens.keys_sheet import KeysSheet
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.title import TitleModel, TitleScreen
from game.ui.settings import INTERFACE_SCALES, PALETTES, Settings, SettingsFile, settings_from
from game.ui.theme import Theme, read_tokens, unit_for
from game.ui.tooltips import _lay
from game.ui.widgets.field import Entry
from game.ui.words import Words
from tests.ui.fit import TIGHT, faults
from tests.ui.windows import Opener, area, click, click_at, key

ASSETS = Path(__file__).parents[2] / "assets"
LONG = "They will hold where they are until they are told otherwise. *HORSE* has waited for **two months** in Mexico."

EXCERPT = tuple(enumerate(("agents:", "  - id: tulip", "    location: pariss", "    cover: 5  # of five"), start=40))
FINDINGS = (
    Finding(
        headline="Unknown place “pariss”", file="mods/paris_1936/scenario.yaml", line=42, column=15, length=6,
        found="“pariss”", expected="the id of a place", nearest="paris", excerpt=EXCERPT,
        hint="Places: " + ", ".join(["alma_ata", "berlin", "copenhagen", "mexico_city", "new_york", "oslo"] * 3),
    ),
    *(Finding(headline=f"Finding number {n}", file="places.yaml", line=n, error=False) for n in range(12)),
)  # fmt: skip


def title() -> Screen:
    return TitleScreen(
        TitleModel(
            version="0.1", resume="Utka 1939–40, March 1940, Center", on_resume=Stay, on_new=Stay, on_load=Stay,
            on_scenarios=Stay, on_archive=Stay, on_settings=lambda: Push(SettingsScreen()),
        )
    )  # fmt: skip


def tabbed(tab: str) -> Callable[[], Screen]:
    def make() -> Screen:
        screen = SettingsScreen()
        screen._show(tab)
        return screen

    return make


SCREENS: dict[str, Callable[[], Screen]] = {
    "title": title,
    "settings": SettingsScreen,
    "display": tabbed("display"),
    "credits tab": tabbed("credits"),
    "dialog": lambda: confirm(Words(), "Three agents have no order", LONG * 3, "Seal anyway", Stay, kind="center"),
    "notice": lambda: notice(Words(), "The game could not be saved", LONG),
    "explain": lambda: ExplainSheet(Tip("Police alert 3 of 5", LONG * 9)),
    "keys": lambda: KeysSheet([(key, f"Order number {key}") for key in "123456789"]),
    "credits": CreditsSheet,
    "findings": lambda: FindingsScreen("This scenario cannot be opened", FINDINGS, Stay),
}


@pytest.fixture
def window(tmp_path: Path) -> Opener:
    return Opener(tmp_path)


# What is drawn


def theme(window: tuple[int, int], text: float) -> Theme:
    return Theme(tokens=read_tokens(ASSETS / "tokens.json"), unit=unit_for(window, 1.0), text=text)


def test_larger_text_is_larger_in_the_least_window() -> None:
    """There letters stand on the least that can be read, and grow from that."""
    usual, larger = theme((1024, 640), 1.0), theme((1024, 640), 1.5)
    for role in ("body", "small", "label", "button", "h2"):
        assert larger.font_px(role) >= 1.4 * usual.font_px(role), role
    sizes = [theme((1024, 640), text / 100).font_px("body") for text in range(80, 201, 10)]
    assert sizes == sorted(sizes)


def test_the_settings_say_how_far_text_grows_in_a_small_window(window: Opener) -> None:
    for size, told in (((1024, 640), True), ((1600, 900), False)):
        said = " ".join(text.text for text in window(SettingsScreen(), size).draw(1000).texts)
        assert ("text grows up to 150%" in said) is told


@pytest.mark.parametrize(("size", "text"), TIGHT)
@pytest.mark.parametrize("name", SCREENS)
def test_everything_can_be_read(name: str, size: tuple[int, int], text: int, window: Opener) -> None:
    canvas = window(SCREENS[name](), size, Settings(text_size=text)).draw(1000)
    assert not faults(canvas)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("textures", (True, False))
def test_every_palette_draws_with_and_without_textures(palette: str, textures: bool, window: Opener) -> None:
    window(SettingsScreen(), settings=Settings(palette=palette, textures=textures))


@pytest.mark.parametrize("scale", (1.0, 1.5))
@pytest.mark.parametrize("name", SCREENS)
def test_what_can_be_clicked_is_large_enough_and_named(name: str, scale: float, window: Opener) -> None:
    app = window(SCREENS[name](), (1024, 640), Settings(interface_scale=scale))
    for each in app.stack.top.areas:
        if each.action is not None or each.drag is not None:
            assert each.name and each.rect.w >= 34 and each.rect.h >= 34, each


@pytest.mark.parametrize("name", SCREENS)
def test_two_drawings_of_the_same_are_the_same(name: str, window: Opener) -> None:
    app = window(SCREENS[name]())
    pictures = [pygame.image.tobytes(app.draw(5000).surface, "RGB") for _ in range(2)]
    assert pictures[0] == pictures[1]


def test_an_idle_window_asks_for_no_frame(window: Opener) -> None:
    for make in SCREENS.values():
        assert window(make()).draw(9000).next_frame is None


# The keyboard alone


@pytest.mark.parametrize("name", SCREENS)
def test_tab_reaches_every_hot_area_and_returns(name: str, window: Opener) -> None:
    app = window(SCREENS[name](), (1280, 720))
    wanted = [each.id for each in app.stack.top.areas if each.focusable]
    reached = []
    for _ in wanted:
        key(app, pygame.K_TAB)
        reached.append(app.stack.top.attention.focus)
        shown = area(app, str(reached[-1]))
        assert shown.rect.clip(shown.clip).h > 0, "the focus is scrolled into sight"
    assert sorted(map(str, reached)) == sorted(wanted)
    key(app, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert app.stack.top.attention.focus == reached[-2 if len(reached) > 1 else -1]


def test_arrows_move_the_focus_and_enter_does_it(window: Opener) -> None:
    app = window(title())
    for _ in range(5):
        key(app, pygame.K_DOWN)
    assert app.stack.top.attention.focus == "settings"
    key(app, pygame.K_RETURN)
    assert isinstance(app.stack.top.screen, SettingsScreen)
    key(app, pygame.K_ESCAPE)
    assert isinstance(app.stack.top.screen, TitleScreen)


def test_a_slider_and_a_choice_answer_the_arrows(window: Opener) -> None:
    app = window(SettingsScreen())
    app.stack.top.attention.focus, app.stack.top.attention.focus_shown = "text", True
    key(app, pygame.K_RIGHT)
    assert app.stack.settings.text_size == 110
    app.stack.top.attention.focus = "scale"
    key(app, pygame.K_RIGHT)
    assert app.stack.settings.interface_scale == 1.1


def test_home_and_end_set_a_slider_and_a_choice_as_far_as_they_go(window: Opener) -> None:
    app = window(SettingsScreen())
    app.stack.top.attention.focus, app.stack.top.attention.focus_shown = "volume", True
    key(app, pygame.K_HOME)
    assert app.stack.settings.volume == 0 and app.stack.top.attention.focus == "volume"
    key(app, pygame.K_END)
    assert app.stack.settings.volume == 100
    app.stack.top.attention.focus = "scale"
    key(app, pygame.K_END)
    assert app.stack.settings.interface_scale == INTERFACE_SCALES[-1]
    key(app, pygame.K_HOME)
    assert app.stack.settings.interface_scale == INTERFACE_SCALES[0]


def test_what_has_the_focus_is_explained_as_long_as_it_is_in_sight(window: Opener) -> None:
    app = window(SettingsScreen(), (1024, 640))
    while app.stack.top.attention.focus != "defaults":
        key(app, pygame.K_TAB)
    canvas = app.draw(100)
    explained = "Everything on all of these pages"
    assert explained in " ".join(each.text for each in canvas.texts)
    view = next(view for view in app.stack.top.views if view.furthest)
    app.stack.top.attention.scroll[view.id] = 0
    canvas = app.draw(200)
    at = next(each for each in app.stack.top.areas if each.id == "defaults")
    assert not at.rect.colliderect(at.clip), "scrolled away, as with the wheel"
    assert explained not in " ".join(each.text for each in canvas.texts)


def test_the_first_arrow_on_the_title_goes_on_from_the_choice_that_is_marked(window: Opener) -> None:
    """Whoever pressed the arrow and Enter went on with the old game, and not to the choice beneath it."""
    app = window(title())
    key(app, pygame.K_DOWN)
    assert app.stack.top.attention.focus == "new"


def test_question_mark_lists_the_keys_and_f1_explains(window: Opener) -> None:
    app = window(title())
    canvas = key(app, pygame.K_SLASH, "?", pygame.KMOD_SHIFT)
    assert canvas is not None and {"On this screen", "Continue", "Full screen"} <= {each.text for each in canvas.texts}
    key(app, pygame.K_SLASH, "?", pygame.KMOD_SHIFT)
    assert isinstance(app.stack.top.screen, TitleScreen)
    key(app, pygame.K_s, "s")
    app.stack.top.attention.focus, app.stack.top.attention.focus_shown = "defaults", True
    key(app, pygame.K_F1)
    assert isinstance(app.stack.top.screen, ExplainSheet)
    key(app, pygame.K_F1)
    assert isinstance(app.stack.top.screen, SettingsScreen)
    seen = app.stack.top.attention
    seen.focus, seen.pointer = None, next(area for area in app.stack.top.areas if area.id == "defaults").rect.center
    key(app, pygame.K_F1)
    assert isinstance(app.stack.top.screen, ExplainSheet), "where nothing has the focus, the pointer counts"


def test_f11_is_kept_in_the_settings(window: Opener) -> None:
    app = window(title())
    key(app, pygame.K_F11)
    assert app.stack.settings.fullscreen
    key(app, pygame.K_F11)
    assert not app.stack.settings.fullscreen


# The mouse alone


def test_a_click_on_every_area_of_the_settings_does_no_harm(window: Opener) -> None:
    app = window(SettingsScreen())
    for name in [each.id for each in app.stack.top.areas if each.id not in ("back", "done")]:
        places = [each.rect.center for each in app.stack.top.areas if each.id == name]
        if places:
            click_at(app, places[0])
        assert app.running


def test_a_press_let_go_elsewhere_does_nothing(window: Opener) -> None:
    app = window(title())
    app.feed(Event(pygame.MOUSEBUTTONDOWN, pos=area(app, "quit").rect.center, button=1), 0)
    app.feed(Event(pygame.MOUSEBUTTONUP, pos=(5, 5), button=1), 0)
    assert app.running
    click(app, "quit")
    assert not app.running


def test_dragging_a_slider_changes_the_setting_and_keeps_it(window: Opener, tmp_path: Path) -> None:
    app = window(SettingsScreen())
    track = area(app, "volume").rect
    app.feed(Event(pygame.MOUSEBUTTONDOWN, pos=(track.right - 1, track.centery), button=1), 0)
    app.feed(Event(pygame.MOUSEMOTION, pos=(track.left - 40, track.centery), rel=(0, 0), buttons=(1, 0, 0)), 0)
    app.feed(Event(pygame.MOUSEBUTTONUP, pos=(track.left - 40, track.centery), button=1), 0)
    assert app.stack.settings.volume == 0
    assert json.loads((tmp_path / "settings.json").read_text())["volume"] == 0


def test_the_wheel_scrolls_a_view_within_its_bounds(window: Opener) -> None:
    app = window(SettingsScreen(), (1024, 640), Settings(text_size=200))
    view = app.stack.top.views[-1]
    app.feed(Event(pygame.MOUSEMOTION, pos=view.rect.center, rel=(0, 0), buttons=(0, 0, 0)), 0)
    for _ in range(200):
        app.feed(Event(pygame.MOUSEWHEEL, y=-1, x=0), 0)
    app.draw(0)
    assert app.stack.top.views[-1].offset == view.furthest > 0


class Probe(Screen):
    """One area of every sort that needs a test of its own."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def _do(self, what: str) -> Outcome:
        self.done.append(what)
        return Stay()

    def compose(self, canvas: Canvas) -> None:
        canvas.hot("held", Rect(0, 0, 100, 100), "Held", lambda: self._do("held"), hold=700)
        canvas.hot("dead", Rect(200, 0, 100, 100), "Dead", lambda: self._do("dead"), enabled=False, tip=Tip("Why", "Because"))
        canvas.hot("below", Rect(400, 0, 100, 100), "Below", lambda: self._do("below"), key="b")
        canvas.shield(Rect(400, 0, 100, 50))
        canvas.text("body", "words that do not fit", (600, 20), width=60)

    def keys(self, words: Words) -> tuple[KeyBinding, ...]:
        return (KeyBinding(key="ctrl+z", name=words("Take back"), action=lambda: self._do("undone")),)


class Ledger(Screen):
    """A line to write on, which has the focus as it opens."""

    first_focus = "line"

    def __init__(self) -> None:
        self.entry = Entry()

    def compose(self, canvas: Canvas) -> None:
        canvas.hot("line", Rect(0, 0, 200, 40), "Line", typing=self._write)

    def _write(self, event: Event) -> Outcome | None:
        entry = self.entry.after(event)
        self.entry = entry or self.entry
        return None if entry is None else Stay()


class Shelf(Screen):
    """L opens the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def compose(self, canvas: Canvas) -> None:
        canvas.hot("open", Rect(0, 0, 100, 100), "Open", lambda: Push(self._ledger), key="l")


def test_the_letter_that_opens_a_line_is_not_written_on_it(window: Opener) -> None:
    app = window(Shelf(ledger := Ledger()))
    stroke = (
        Event(pygame.KEYDOWN, key=pygame.K_l, unicode="l", mod=0), Event(pygame.TEXTINPUT, text="l"),
        Event(pygame.KEYUP, key=pygame.K_l, mod=0),
    )  # fmt: skip
    for now, event in enumerate((*stroke[:2], *stroke)):  # the first time it is held until it repeats
        app.feed(event, now)
        app.draw(now)
        assert app.stack.top.screen is ledger and ledger.entry.text == ""
    for event in stroke:
        app.feed(event, 9)
    assert ledger.entry.text == "l"


def test_many_keys_flow_over_columns_and_all_are_seen_at_once(window: Opener) -> None:
    keys = [(f"shift+{letter}", f"What {letter} does") for letter in "abcdefghijklmnopqrstuvwxyzäöüàéè"]
    canvas = window(KeysSheet(keys)).draw(1000)
    (view,) = canvas.views
    assert not view.furthest
    at = {text.text: (text.rect.x // 20, text.rect.y) for text in canvas.texts}
    columns = {at[name][0] for _key, name in keys}
    assert len(columns) == 3 and at["Sound off or on"][0] == max(columns)
    tops = {min(at[name][1] for _key, name in keys if at[name][0] == x) for x in columns}
    assert len(tops) == 1, "the rows of the columns lie side by side"
    order = [at[name] for _key, name in keys]
    assert order == sorted(order), "one reads down a column, then the next"
    small = window(KeysSheet(keys[:3]), (1024, 640)).draw(1000)
    assert {text.text for text in small.texts} >= {"On this screen", "Everywhere", "What a does", "Sound off or on"}


def test_an_area_to_be_held_waits_its_time(window: Opener) -> None:
    app = window(probe := Probe())
    app.feed(Event(pygame.MOUSEBUTTONDOWN, pos=(50, 50), button=1), 0)
    assert app.draw(300).next_frame is not None
    app.pass_time(300)
    assert probe.done == []
    app.pass_time(700)
    assert probe.done == ["held"]
    app.stack.top.attention.focus, app.stack.top.attention.focus_shown = "held", True
    app.feed(Event(pygame.KEYDOWN, key=pygame.K_SPACE, unicode=" ", mod=0), 1000)
    app.feed(Event(pygame.KEYUP, key=pygame.K_SPACE, mod=0), 1200)
    app.pass_time(1800)
    assert probe.done == ["held"]


def test_disabled_covered_and_keyed_areas(window: Opener) -> None:
    app = window(probe := Probe())
    click_at(app, (250, 50))
    click_at(app, (450, 20))
    assert probe.done == []
    click_at(app, (450, 80))
    key(app, pygame.K_b, "b")
    key(app, pygame.K_z, "z", pygame.KMOD_LCTRL)
    assert probe.done == ["below", "below", "undone"]


def test_a_key_held_down_does_its_work_once(window: Opener) -> None:
    app = window(probe := Probe())
    for _ in range(5):
        app.feed(Event(pygame.KEYDOWN, key=pygame.K_b, unicode="b", mod=0), 0)
    assert probe.done == ["below"]


def test_a_tip_waits_under_the_pointer_and_comes_at_once_with_the_focus(window: Opener) -> None:
    app = window(Probe())
    app.feed(Event(pygame.MOUSEMOTION, pos=(250, 50), rel=(0, 0), buttons=(0, 0, 0)), 1000)
    assert "Because" not in [each.text for each in app.draw(1100).texts]
    assert "Because" in [each.text for each in app.draw(1400).texts]
    app = window(Probe())
    app.stack.top.attention.show_focus("dead")
    assert "Because" in [each.text for each in app.draw(0).texts]


def test_what_comes_under_a_resting_pointer_is_not_explained_until_that_moves(window: Opener) -> None:
    def told(at: int) -> bool:
        return "Because" in [each.text for each in app.draw(at).texts]

    app = window(Probe())
    app.draw(0)
    seen = app.stack.top.attention
    seen.pointer = (250, 50)  # nothing was there when the pointer came
    app.draw(1000)
    assert seen.hovered == "dead" and seen.uninvited and not told(2000)
    app.feed(Event(pygame.MOUSEMOTION, pos=(251, 50), rel=(1, 0), buttons=(0, 0, 0)), 2100)
    assert not told(2200) and told(2500)


def test_no_tip_lies_on_what_a_card_speaks_of(window: Opener) -> None:
    app = window(Probe())
    app.stack.top.attention.show_focus("dead")
    canvas = app.draw(0)
    dead = next(area.rect for area in canvas.areas if area.id == "dead")
    size = (120, 40)
    usual = _lay(canvas, dead, size, 8, None)
    canvas.pointed_out.append(usual.copy())
    assert not _lay(canvas, dead, size, 8, None).colliderect(usual)


def test_of_focus_and_pointer_that_is_explained_which_was_moved_last(window: Opener) -> None:
    def told(at: int) -> bool:
        return "Because" in [each.text for each in app.draw(at).texts]

    app = window(Probe())
    app.draw(0)
    app.stack.top.attention.show_focus("dead")
    assert told(0)
    app.feed(Event(pygame.MOUSEMOTION, pos=(50, 50), rel=(0, 0), buttons=(0, 0, 0)), 1000)
    assert app.stack.top.attention.hovered not in (None, "dead") and not told(1400)
    app.stack.top.attention.show_focus("dead")
    assert told(1500)
    app = window(Probe())
    app.draw(0)
    app.stack.top.attention.show_focus(other := next(area.id for area in app.draw(0).areas if area.id != "dead"))
    app.feed(Event(pygame.MOUSEMOTION, pos=(250, 50), rel=(0, 0), buttons=(0, 0, 0)), 1000)
    assert told(1400) and app.stack.top.attention.focus == other


def test_a_text_that_was_cut_can_be_read_whole(window: Opener) -> None:
    canvas = window(Probe()).draw(0)
    assert [hint.text for hint in canvas.hints] == ["words that do not fit"]


def test_a_dialog_goes_before_its_answer_is_carried_out(window: Opener) -> None:
    app = window(title())
    app.stack.carry_out(Push(Dialog("Leave?", "", (Choice(words="Yes", action=lambda: Push(CreditsSheet())),))))
    app.draw(0)
    key(app, pygame.K_RETURN)
    assert [type(level.screen) for level in app.stack.levels] == [TitleScreen, CreditsSheet]
    app.stack.carry_out(Pop())
    app.stack.carry_out(Quit())
    assert not app.running


@pytest.mark.parametrize("seed", range(3))
def test_thousands_of_random_events_do_no_harm(seed: int, window: Opener) -> None:
    chance = Random(seed)
    app = window(title())
    codes = [
        pygame.K_TAB,
        pygame.K_RETURN,
        pygame.K_SPACE,
        pygame.K_LEFT,
        pygame.K_DOWN,
        pygame.K_F1,
        pygame.K_ESCAPE,
        pygame.K_s,
    ]
    for step in range(700):
        at = (chance.randrange(1600), chance.randrange(900))
        if chance.random() < 0.4:
            code = chance.choice(codes)
            app.feed(Event(pygame.KEYDOWN, key=code, unicode="", mod=chance.choice((0, pygame.KMOD_SHIFT))), step)
            app.feed(Event(pygame.KEYUP, key=code, mod=0), step)
        elif chance.random() < 0.3:
            app.feed(Event(pygame.MOUSEWHEEL, y=chance.choice((-1, 1)), x=0), step)
        else:
            kind = chance.choice((pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP))
            app.feed(Event(kind, pos=at, button=1), step)
        if not app.running:
            app = window(title())
        if step % 10 == 0:
            app.draw(step)


# The small parts


def test_settings_survive_a_broken_file(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    assert file.read() == Settings()
    assert file.write(replace(Settings(), text_size=140, palette="high_contrast"))
    assert file.read().text_size == 140
    file.path.write_text("[" * 100_000)
    assert file.read() == Settings()
    file.path.write_text("{not json")
    assert file.read() == Settings()
    assert file.path.with_suffix(".broken").read_text() == "[" * 100_000, "nothing that was put aside is lost"
    assert file.path.with_suffix(".broken-2").read_text() == "{not json"


@pytest.mark.parametrize("raw", ([], {"text_size": "big"}, {"palette": "gold"}, {"volume": 101}, {"reduced_motion": 1}))
def test_settings_out_of_range_are_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="expected"):
        settings_from(raw)


def test_unknown_settings_are_left_out() -> None:
    assert settings_from({"text_size": 120, "of a later game": True}) == Settings(text_size=120)


def test_a_paragraph_keeps_to_its_width_and_loses_no_word(window: Opener) -> None:
    painter: Painter = window(Probe()).draw(0)
    lettering = painter.studio.lettering
    face = lettering.face("body")
    for width in (60, 140, 333):
        lines = lettering.wrap(face, LONG, width)
        assert all(line.width <= width for line in lines)
        assert "".join(line.text for line in lines).split() == LONG.replace("*", "").split() or width == 60


@pytest.mark.parametrize("path", ["/home/anna/Documents/UTKA/fall-from-grace-1927-the-steamer-ilyich.html",
                                  "C:\\Users\\Anna\\Documents\\UTKA\\fall_from_grace_1927_the_steamer.png"])  # fmt: skip
def test_a_path_that_is_too_long_for_a_line_is_not_broken_inside_a_name(path: str, window: Opener) -> None:
    canvas = window(notice(Words(), "It is kept", path), (1024, 640)).draw(1000)
    lettering, face = canvas.studio.lettering, canvas._face("body", None, None, False)
    for width in range(120, 500, 20):
        lines = [line.text for line in lettering.wrap(face, path, width)]
        assert "".join(lines) == path and len(lines) > 1
        assert all(line[-1] in "/\\-_.:" for line in lines[:-1]), lines


def test_no_line_begins_or_ends_with_a_dot_between_two_things(window: Opener) -> None:
    painter: Painter = window(Probe()).draw(0)
    lettering = painter.studio.lettering
    face, text = lettering.face("body"), "Ramón Mercader · Coyoacán · free to act"
    assert [line.text for line in lettering.wrap(face, text, 900)] == [text]
    for width in range(lettering.width(face, "Mercader"), lettering.width(face, text)):
        lines = [line.text.strip() for line in lettering.wrap(face, text, width)]
        assert not any(line.startswith("·") or line.endswith("·") for line in lines), (width, lines)


def test_keys_are_told_apart() -> None:
    plain = Event(pygame.KEYDOWN, key=pygame.K_z, unicode="z", mod=0)
    control = Event(pygame.KEYDOWN, key=pygame.K_z, unicode="", mod=pygame.KMOD_LCTRL)
    assert matches("z", plain) and not matches("ctrl+z", plain)
    assert matches("ctrl+z", control) and not matches("z", control)
    assert matches("enter x", Event(pygame.KEYDOWN, key=pygame.K_x, unicode="x", mod=0))
    assert matches("+", Event(pygame.KEYDOWN, key=pygame.K_EQUALS, unicode="+", mod=pygame.KMOD_SHIFT))
    assert [key_cap(each, Words()) for each in ("ctrl+z", "escape", "end", "?", "+")] == ["Ctrl+Z", "Esc", "End", "?", "+"]


def test_the_line_to_write_on() -> None:
    entry: Entry | None = Entry()
    for event in (
        Event(pygame.TEXTINPUT, text="Oslp"), Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE),
        Event(pygame.TEXTINPUT, text="o"), Event(pygame.KEYDOWN, key=pygame.K_HOME),
        Event(pygame.KEYDOWN, key=pygame.K_DELETE),
    ):  # fmt: skip
        assert entry is not None
        entry = entry.after(event)
    assert entry == Entry("slo", 0)


def test_movement_begins_and_ends_where_it_should() -> None:
    for easing in (linear, cubic_in_out):
        moving = Transition(began=100, lasts=200, start=5, end=9, easing=easing)
        assert moving.at(0) == 5 and moving.at(300) == 9 and moving.at(200) == pytest.approx(7)


def test_the_cache_forgets_what_was_used_longest_ago() -> None:
    kept: Lru[str, int] = Lru(2)
    for name in ("a", "b", "a", "c"):
        kept.get(name, lambda: 0)
    assert kept.get("a", lambda: 1) == 0 and kept.get("b", lambda: 1) == 1


def test_every_palette_has_every_colour() -> None:
    tokens = read_tokens(ASSETS / "tokens.json")
    assert set(tokens.palettes) == set(PALETTES)
    assert len({frozenset(palette) for palette in tokens.palettes.values()}) == 1


# What moves, and the pointer


def look(canvas: Canvas) -> bytes:
    return pygame.image.tobytes(canvas.surface, "RGB")


def test_one_page_fades_into_the_next_and_comes_to_rest(window: Opener) -> None:
    app = window(SettingsScreen())
    click(app, "tab.display", 100)
    began = app.draw(100)
    assert began.next_frame is not None
    halfway, over = look(app.draw(150)), app.draw(600)
    assert halfway not in (look(began), look(over)) and over.next_frame is None


def test_any_press_ends_the_fading(window: Opener) -> None:
    app = window(SettingsScreen())
    click(app, "tab.display", 100)
    app.draw(110)
    app.feed(Event(pygame.KEYDOWN, key=pygame.K_F3, unicode="", mod=0), 120)
    now = look(app.draw(120))
    assert now == look(app.draw(700))


def test_nothing_fades_with_reduced_motion(window: Opener) -> None:
    app = window(SettingsScreen(), settings=Settings(reduced_motion=True))
    click(app, "tab.display", 100)
    canvas = app.draw(101)
    assert canvas.next_frame is None and look(canvas) == look(app.draw(900))


def point(app: App, at: tuple[int, int], now: int) -> Canvas:
    app.feed(Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)), now)
    return app.draw(now)


def test_what_the_pointer_touches_changes_its_look_without_a_jump(window: Opener) -> None:
    app = window(SettingsScreen())
    point(app, (1, 1), 0)
    before = look(app.draw(1000))
    point(app, area(app, "tab.display").rect.center, 1000)
    began = app.draw(1001)
    assert look(began) == before and began.next_frame is not None
    halfway, over = look(app.draw(1050)), app.draw(1300)
    assert halfway not in (before, look(over)) and look(over) != before and over.next_frame is None


def test_looks_change_at_once_with_reduced_motion(window: Opener) -> None:
    app = window(SettingsScreen(), settings=Settings(reduced_motion=True))
    point(app, area(app, "tab.display").rect.center, 1000)
    quiet = app.draw(1001)
    assert quiet.next_frame is None and look(quiet) == look(app.draw(1300))


def test_the_pointer_shows_what_a_click_would_do(window: Opener) -> None:
    app = window(FindingsScreen("This scenario cannot be opened", FINDINGS, Stay))
    shapes = {}
    for each in list(app.stack.top.areas):
        app.feed(Event(pygame.MOUSEMOTION, pos=each.rect.center, rel=(0, 0), buttons=(0, 0, 0)), 0)
        app.draw(0)
        shapes[app.stack.top.attention.hovered] = app._cursor.shape
    app.feed(Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(0, 0), buttons=(0, 0, 0)), 0)
    app.draw(0)
    assert pygame.SYSTEM_CURSOR_HAND in shapes.values() and app._cursor.shape == pygame.SYSTEM_CURSOR_ARROW
    ground = HotArea(
        id="map", rect=Rect(0, 0, 9, 9), name="Map", clip=Rect(0, 0, 9, 9), drag=lambda _drag: Stay(), focusable=False
    )
    assert cursor_for(ground, held=True) == pygame.SYSTEM_CURSOR_SIZEALL
    assert cursor_for(ground, held=False) == pygame.SYSTEM_CURSOR_ARROW
    assert cursor_for(replace(ground, enabled=False), held=False) == pygame.SYSTEM_CURSOR_NO
    assert cursor_for(replace(ground, typing=lambda _event: Stay()), held=False) == pygame.SYSTEM_CURSOR_IBEAM


def test_the_window_opens_no_larger_than_the_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    for desktop in ((1366, 768), (2560, 1440)):
        monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda desktop=desktop: [desktop])
        app = App(ASSETS, TitleScreen(TitleModel()), SettingsFile(tmp_path / "settings.json"))
        sizes.append(app.draw(0).rect.size)
    assert sizes == [(1366, 768), (1600, 900)]


def test_letters_that_a_font_joins_stand_apart_where_they_are_drawn_one_by_one() -> None:
    """“fit” on a button had its i upon its f."""
    pygame.font.init()
    font = pygame.font.Font(str(ASSETS / "fonts" / "Oswald-500.ttf"), 28)
    assert font.size("fi")[0] < font.size("f")[0] + font.size("i")[0], "the font joins them"
    face = Face("choice", "Oswald", 500, False, 28, 0.04, False, False)
    f, i, t = _places(font, face, "fit")
    assert i - f >= font.size("f")[0] and t - i >= font.size("i")[0] - 1
