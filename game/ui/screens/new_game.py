"""Choosing a game: the scenarios at the left, the chosen one's briefing in the middle, how it is to be played at the
right. It loads nothing and starts nothing itself; it hands over a `NewGame`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pygame import Rect

from game.match.register import ClosedFile
from game.rules.definitions import Catalogue
from game.rules.nouns import Luck
from game.rules.setup import Allegiances
from game.scenario import Entry
from game.ui.attention import Tip
from game.ui.moments import Moment, Scene
from game.ui.papers import desk
from game.ui.presenters.new_game import (
    BY_MAIL,
    NewGame,
    Option,
    ScenarioRow,
    Seating,
    allegiance_options,
    briefing_sheet,
    luck_options,
    opponents,
    scenario_rows,
    seatings,
    tempers,
)
from game.ui.presenters.register import seat_words
from game.ui.screen import Action, Canvas, KeyBinding, Outcome, Screen, Stay
from game.ui.screens.briefing import MapSlot, draw_briefing, draw_faulty, draw_folder
from game.ui.screens.new_game_list import draw_list
from game.ui.screens.seating import draw_seatings, seatings_height
from game.ui.widgets.buttons import Kind, button, button_height, page_head, quiet_button
from game.ui.widgets.choices import segmented
from game.ui.widgets.field import Entry as Line
from game.ui.widgets.field import text_field
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import NO_WORDING, Words

_SEED_DIGITS = 15
_LEAST_MIDDLE = 14
"""So many lines of text the briefing must be wide to lie between the list and the choices."""


class NewGameScreen(Screen):
    """Up and down go through the scenarios, Tab through the choices, Enter opens the file."""

    first_focus = "scenarios"
    scene = Scene.TITLE
    opening = (Moment.FOLDER,)

    def __init__(
        self,
        entries: Sequence[Entry],
        brief: Callable[[str], Catalogue | None],
        start: Callable[[NewGame], Outcome],
        findings: Callable[[str], Outcome],
        draw_map: MapSlot | None = None,
        at_hand: Callable[[str], bool] = lambda _: True,
        closed: Sequence[ClosedFile] = (),
        register: Action = Stay,
    ) -> None:
        """`brief` gives what all may know of a scenario, or None if it cannot be loaded; `findings` shows what is wrong
        with one. One that is not `at_hand` is read while its folder is seen already. `closed` are the games that have
        ended here, and `register` shows them."""
        self._entries, self._brief, self._start = tuple(entries), brief, start
        self._findings, self._draw_map, self._at_hand = findings, draw_map, at_hand
        self._closed, self._register = tuple(closed), register
        self._game = NewGame(scenario="")
        self._catalogue: Catalogue | None = None
        self._unread = False
        self._more, self._leaf = False, 0
        self._seed = Line()
        rows = self._rows(Words())
        if rows:
            self._choose(0)

    def _rows(self, _: Words) -> tuple[ScenarioRow, ...]:
        return scenario_rows(self._entries, _, self._closed)

    def _chosen(self, rows: Sequence[ScenarioRow]) -> int:
        return next((index for index, row in enumerate(rows) if row.id == self._game.scenario), 0)

    # What the player does

    def keys(self, words: Words) -> tuple[KeyBinding, ...]:
        """Up and down among the scenarios, wherever the focus is not shown."""
        return (
            KeyBinding(key="up", name=words("Scenario before"), action=partial(self._move, -1)),
            KeyBinding(key="down", name=words("Scenario after"), action=partial(self._move, 1)),
        )

    def _move(self, step: int) -> Outcome:
        rows = self._rows(Words())
        wanted = self._chosen(rows) + step
        return self._choose(wanted) if 0 <= wanted < len(rows) else Stay()

    def _choose(self, index: int) -> Outcome:
        """Marks a scenario and reads its briefing, or lets that wait for the next frame."""
        row = self._rows(Words())[index]
        if row.id != self._game.scenario:
            self._game = replace(self._game, scenario=row.id)
            self._catalogue, self._unread = None, not row.errors
            if row.errors or self._at_hand(row.id):
                self._read()
            self.fades = not self._unread
        return Stay()

    def _read(self) -> None:
        """Reads the briefing of the marked scenario, unless that has been done."""
        if self._unread:
            self._catalogue = self._brief(self._game.scenario)
        self._unread, self.fades = False, True
        self._game = replace(self._game, temper=self._chosen_temper(Words()).id)
        self.wording = self._catalogue.parlance if self._catalogue is not None else NO_WORDING

    def tick(self, now: int) -> None:
        """Reads what is only seen from outside yet."""
        if self._unread:
            self._read()

    def _pick(self, index: int) -> Outcome:
        """A click: marks a scenario; of a faulty one it shows what is wrong."""
        self._choose(index)
        return self._findings(self._game.scenario) if self._rows(Words())[index].errors else Stay()

    def _seat(self, seating: str) -> Outcome:
        self._game = replace(self._game, seating=Seating(seating))
        if all(option.id != self._game.opponent for option in self._opponents(Words())):
            self._game = replace(self._game, opponent=NewGame(scenario="").opponent)
        self._game = replace(self._game, temper=self._chosen_temper(Words()).id)
        return Stay()

    @property
    def _by_mail(self) -> bool:
        """Whether luck and seed are not for one player to choose."""
        return self._game.opponent == BY_MAIL

    def _opponents(self, _: Words) -> Sequence[Option]:
        return opponents(self._game.seating, _)

    def _oppose(self, index: int) -> Outcome:
        self._game = replace(self._game, opponent=self._opponents(Words())[index].id)
        return Stay()

    def _temper(self, index: int) -> Outcome:
        """The cell of the named ones goes on to the next when it is chosen already."""
        named = self._named_tempers(Words())
        if index < 2:
            chosen = tempers(self._catalogue, self._game.seating, Words())[index].id
        else:
            ids = [option.id for option in named]
            chosen = ids[(ids.index(self._game.temper) + 1) % len(ids)] if self._game.temper in ids else ids[0]
        self._game = replace(self._game, temper=chosen)
        return Stay()

    def _named_tempers(self, _: Words) -> tuple[Option, ...]:
        return tempers(self._catalogue, self._game.seating, _)[2:]

    def _chosen_temper(self, _: Words) -> Option:
        options = tempers(self._catalogue, self._game.seating, _)
        return next((option for option in options if option.id == self._game.temper), options[0])

    def _temper_cells(self, _: Words) -> tuple[Option, ...]:
        """Even, drawn, and the named one that is chosen, or the first of them."""
        options, chosen = tempers(self._catalogue, self._game.seating, _), self._chosen_temper(_)
        return (*options[:2], *((chosen,) if chosen in options[2:] else options[2:3]))

    def _settle(self, index: int) -> Outcome:
        chosen = allegiance_options(Words())[index].id
        self._game = replace(self._game, allegiances=Allegiances(chosen))
        return Stay()

    def _draw_luck(self, index: int) -> Outcome:
        self._game = replace(self._game, luck=Luck(luck_options(Words())[index].id))
        return Stay()

    def _toggle_more(self) -> Outcome:
        self._more = not self._more
        return Stay()

    def _write_seed(self, line: Line) -> Outcome:
        digits = "".join(letter for letter in line.text if letter in "0123456789")
        caret = min(line.caret, len(digits))
        self._seed = Line(digits, caret)
        return Stay()

    def _open(self) -> Outcome:
        if self._unread:
            self._read()
        if self._catalogue is None:
            return self._findings(self._game.scenario) if self._game.scenario else Stay()
        seed = int(self._seed.text) if self._seed.text else None
        return self._start(replace(self._game, seed=seed))

    # What is drawn

    @property
    def page(self) -> object:
        """The scenario, whether it is open, for whom its briefing is, whether the rest of the choices is open, and which leaf is
        turned up."""
        return (self._game.scenario, self._unread, self._game.seating, self._more, self._leaf)

    def compose(self, canvas: Canvas) -> None:
        """Three columns under the page's head; two where the middle one would be too narrow to read."""
        _ = canvas.words
        canvas.panel("new game desk", canvas.rect, lambda painter, box: desk(painter, box, "center"), opaque=True)
        page_head(canvas, _("New game"), self.back)
        head = max(canvas.px(88), canvas.line("h1") + 8)
        width, bottom = canvas.rect.w, canvas.rect.h - canvas.px(22)
        right = Rect(0, head, max(canvas.px(418), min(width * 3 // 10, canvas.line("choice") * 15)), bottom - head)
        right.right = width - canvas.px(32)
        left = Rect(0, head, min(width * 27 // 100, max(canvas.px(392), canvas.line("h3") * 13)), bottom - head)
        beside_title = canvas.text_width("h1", _("New game")) + canvas.px(90) < left.w
        top = canvas.px(64) if beside_title else head
        middle = Rect(left.right + canvas.px(38), top, 0, bottom - top)
        middle.w = right.x - canvas.px(30) - middle.x
        rows = self._rows(_)
        chosen = self._chosen(rows)
        row = rows[chosen] if rows else None
        if middle.w >= canvas.line("body") * _LEAST_MIDDLE:
            self._middle(canvas, middle, row)
            draw_list(canvas, left, middle.x, rows, chosen, self._pick, self._move)
            self._right(canvas, right)
            return
        draw_list(canvas, left, left.right if self._leaf else middle.x, rows, chosen, self._pick, self._move)
        tabs = Rect(middle.x, canvas.px(14) if beside_title else head, right.right - middle.x, self._row_height(canvas))
        self._leaves(canvas, Rect(tabs.x, tabs.y, tabs.w, bottom - tabs.y), tabs, row)

    def _leaves(self, canvas: Canvas, rect: Rect, tabs: Rect, row: ScenarioRow | None) -> None:
        """The briefing, or how it is to be played, one in the place of the other."""
        _ = canvas.words
        names = (_("Briefing"), _("How it is played"))
        segmented(canvas, "leaf", tabs, _("What to look at"), names, self._leaf, self._turn_leaf, on_desk=True, key="b")
        below = Rect(rect.x, tabs.bottom + canvas.px(14), rect.w, rect.bottom - tabs.bottom - canvas.px(14))
        if self._leaf:
            self._right(canvas, below)
            return
        foot = _foot(canvas, below)
        self._middle(canvas, Rect(below.x, below.y, below.w, foot.y - canvas.px(14) - below.y), row)
        self._open_button(canvas, foot)

    def _turn_leaf(self, leaf: int) -> Outcome:
        self._leaf = leaf
        return Stay()

    def _middle(self, canvas: Canvas, rect: Rect, row: ScenarioRow | None) -> None:
        if self._catalogue is not None:
            sheet = briefing_sheet(self._catalogue, self._game.seating, canvas.words)
            draw_briefing(canvas, rect, sheet, self._catalogue, self._draw_map)
        elif self._unread:
            draw_folder(canvas, rect)
            canvas.request_frame(1)
        elif row is not None:
            draw_faulty(canvas, rect, row, partial(self._findings, row.id))

    def _right(self, canvas: Canvas, rect: Rect) -> None:
        """The choices, which scroll where they must, over the one large button."""
        button_rect = _foot(canvas, rect)
        focus = 4 * canvas.measure("focus")
        view_rect = Rect(rect.x - focus, rect.y, rect.w + focus + bar_room(canvas), button_rect.y - canvas.px(14) - rect.y)
        inner_width = rect.w - (bar_room(canvas) if canvas.rect.w < rect.right + bar_room(canvas) else 0)
        content = self._choices_height(canvas, inner_width)
        with scroll_area(canvas, "choices", view_rect, content, ink="ivory") as view:
            self._choices(canvas, Rect(rect.x, view.rect.y - view.offset, inner_width, content))
        self._open_button(canvas, button_rect)

    def _open_button(self, canvas: Canvas, box: Rect) -> None:
        """The one large button."""
        _ = canvas.words
        refusal = None if self._unread or self._catalogue is not None else _("This scenario cannot be opened.")
        kind: Kind = "circle" if self._game.seating is Seating.CIRCLE else "center"
        button(canvas, "open", box, _("Open the file"), self._open, kind=kind, key="enter", refusal=refusal, role="seal")

    def _choices_height(self, canvas: Canvas, width: int) -> int:
        _ = canvas.words
        gap, label = canvas.px(18), canvas.line("h3") + canvas.px(8)
        row = self._row_height(canvas)
        high = label + seatings_height(canvas, width, self._seatings(_)) + gap
        for note in (self._opponent_note(_), self._allegiance(_).note):
            high += label + row + canvas.px(6) + canvas.paragraph_height("small", note, width) + gap
        quiet = max(36, canvas.line("choice") + canvas.px(8))
        if self._closed:
            high += quiet
        if self._by_mail:
            return high
        high += quiet
        if not self._more:
            return high
        for note in (self._chosen_temper(_).note, self._luck(_).note, self._seed_note(_)):
            high += label + row + canvas.px(8) + canvas.paragraph_height("small", note, width) + gap
        return high

    def _row_height(self, canvas: Canvas) -> int:
        return max(36, canvas.px(46), canvas.line("choice") + canvas.px(14))

    def _choices(self, canvas: Canvas, rect: Rect) -> None:
        _ = canvas.words
        gap = canvas.px(18)
        y = self._label(canvas, rect, rect.y, _("You play"))
        seats = Rect(rect.x, y, rect.w, seatings_height(canvas, rect.w, self._seatings(_)))
        draw_seatings(canvas, seats, self._seatings(_), self._game.seating, self._seat)
        y = self._segments(
            canvas, rect, seats.bottom + gap, "opponent", _("Opponent"), self._opponents(_), self._game.opponent,
            self._oppose, self._opponent_note(_),
        )  # fmt: skip
        y = self._segments(
            canvas, rect, y + gap, "allegiances", _("Allegiances"), allegiance_options(_), self._game.allegiances,
            self._settle, self._allegiance(_).note,
        )  # fmt: skip
        y += gap
        if not self._by_mail:
            y = self._draw_more(canvas, Rect(rect.x, y, rect.w, 0))
        if self._closed:
            words = _("Closed files: {count}", count=len(self._closed))
            quiet_button(canvas, "register", (rect.x, y), words, self._register, ink="ivory", key="c")

    def _label(self, canvas: Canvas, rect: Rect, y: int, words: str) -> int:
        canvas.text("h3", words, (rect.x, y), "ivory", width=rect.w)
        return y + canvas.line("h3") + canvas.px(8)

    def _segments(
        self, canvas: Canvas, rect: Rect, y: int, id: str, name: str, options: Sequence[Option], chosen: str,
        choose: Callable[[int], Outcome], note: str,
    ) -> int:  # fmt: skip
        """A labelled row of choices with its note; returns where it ends."""
        y = self._label(canvas, rect, y, name)
        row = Rect(rect.x, y, rect.w, self._row_height(canvas))
        index = next(number for number, option in enumerate(options) if option.id == chosen)
        words = [option.words for option in options]
        segmented(canvas, id, row, name, words, index, choose, on_desk=True, tip=Tip(name, note, beside=True))
        y = row.bottom + canvas.px(6)
        return y + canvas.paragraph("small", note, Rect(rect.x, y, rect.w, 0), "ivory2")

    def _seatings(self, _: Words) -> tuple[Option, ...]:
        """The seats, with how each side of the scenario has fared here."""
        return tuple(self._with_record(option, _) for option in seatings(_))

    def _with_record(self, option: Option, _: Words) -> Option:
        fared = seat_words(self._closed, self._game.scenario, option.id, _)
        return replace(option, note=f"{option.note} · {fared}") if fared else option

    def _opponent_note(self, _: Words) -> str:
        if self._game.seating is Seating.BOTH:
            return _("Nobody: both sides are people.")
        return next(option.note for option in self._opponents(_) if option.id == self._game.opponent)

    def _allegiance(self, _: Words) -> Option:
        return next(option for option in allegiance_options(_) if option.id == self._game.allegiances)

    def _luck(self, _: Words) -> Option:
        return next(option for option in luck_options(_) if option.id == self._game.luck)

    def _seed_note(self, _: Words) -> str:
        return _("The same number and the same orders make the same game. Left empty, it is drawn at the start.")

    def _draw_more(self, canvas: Canvas, rect: Rect) -> int:
        """What few choose, behind a word; returns where it ends."""
        _ = canvas.words
        words = _("Less") if self._more else _("More: temperament, luck, seed")
        box = quiet_button(canvas, "more", rect.topleft, words, self._toggle_more, ink="ivory", key="m")
        if not self._more:
            return box.bottom
        y = self._segments(
            canvas, rect, box.bottom + canvas.px(6), "temper", _("Temperament of the opponent"), self._temper_cells(_),
            self._chosen_temper(_).id, self._temper, self._chosen_temper(_).note,
        )  # fmt: skip
        y = self._segments(
            canvas, rect, y + canvas.px(18), "luck", _("Luck"), luck_options(_), self._game.luck, self._draw_luck,
            self._luck(_).note,
        )  # fmt: skip
        y = self._label(canvas, rect, y + canvas.px(18), _("Seed"))
        field = Rect(rect.x, y, rect.w, self._row_height(canvas))
        text_field(canvas, "seed", field, _("Seed"), self._seed, self._write_seed, hint=_("Seed: a number"), most=_SEED_DIGITS)
        note = Rect(rect.x, field.bottom + canvas.px(8), rect.w, 0)
        return note.y + canvas.paragraph("small", self._seed_note(_), note, "ivory2") + canvas.px(18)


def _foot(canvas: Canvas, column: Rect) -> Rect:
    """The room of the one large button, at the foot of a column."""
    high = button_height(canvas, role="seal")
    return Rect(column.x, column.bottom - high, column.w, high)
