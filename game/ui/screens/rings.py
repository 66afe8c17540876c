"""The second board: people by access around the Old Man, and at the right the reasons for what is thought of the one picked.
It holds who is picked and knows only one side's view and its unsealed orders."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import atan2, pi

from pygame import Rect

from game.match.draft import Draft
from game.rules.events import Event
from game.rules.nouns import OLD_MAN, Keep, Side
from game.rules.view import View
from game.ui.attention import Tip
from game.ui.desk.column import draw_column
from game.ui.desk.faces import Faces
from game.ui.desk.household import order_keep
from game.ui.desk.layout import DeskLayout, lay_out
from game.ui.desk.look_up import LookUp, nowhere
from game.ui.moments import Moment
from game.ui.painter import Painter
from game.ui.papers import DESKS, desk, paper, sheet, tape
from game.ui.presenters.grounds import Grounds, grounds_of
from game.ui.presenters.household import keep_row
from game.ui.presenters.people import is_in_play
from game.ui.presenters.rings import RingsModel, rings_model
from game.ui.presenters.unsent import unsent_by
from game.ui.screen import Action, Canvas, KeyBinding, Outcome, Pop, Screen, Stay
from game.ui.screens.ring_board import draw_old_man, draw_paper, draw_person, draw_strings
from game.ui.screens.ring_losses import draw_losses, draw_way_to_losses
from game.ui.screens.ring_notes import draw_keep, draw_kept_ring, draw_notes, switch_box, way_box
from game.ui.screens.ring_plans import Plan, RingPlans, plan_board
from game.ui.screens.ring_sheet import draw_grounds, draw_roll
from game.ui.theme import SideName
from game.ui.widgets.buttons import button, button_height
from game.ui.widgets.scroll import bar_room, scroll_area
from game.ui.words import Words

_LEAST_BOARD, _PAGE = 27, 46
"""So many lines of small text the board must be wide beside a sheet, and a sheet is wide at most that lies there alone."""
Draw = Callable[[Canvas], None]


class RingsScreen(Screen):
    """The rings of one side. `order` takes a person's id and leads back to the desk; `draw_bar` draws the top bar. The household
    is told here what to keep: that goes into the `draft`. `look_up` gives the way to an entry of the archive. `plans` are places
    that were found for this very view already, and takes those that are found now."""

    opening = (Moment.FOLDER,)

    def __init__(
        self, view: View, draft: Draft, history: Sequence[Event], faces: Faces, *,
        order: Callable[[str], Outcome], draw_bar: Draw,
        selected: str | None = None, leave: Action = Pop,
        plans: RingPlans | None = None, look_up: LookUp = nowhere,
    ) -> None:  # fmt: skip
        self._view, self._history, self._faces = view, tuple(history), faces
        self._order, self._draw_bar, self._leave = order, draw_bar, leave
        self._selected, self._draft, self._look_up = selected, draft, look_up
        self._plans = plans or RingPlans()
        self._unsent = unsent_by(self._history)
        self._listing = False
        """Whether those who were lost are listed."""
        self._models: dict[str, RingsModel] = {}
        self.first_focus = f"person.{selected or OLD_MAN}"

    @property
    def side(self) -> SideName:
        """Whose board this is."""
        return "center" if self._view.side is Side.CENTER else "circle"

    @property
    def page(self) -> object:
        """Whose sheet is open, or whether the lost are listed."""
        return self._selected or self._listing

    def back(self) -> Outcome:
        """First puts the sheet away, then leaves."""
        if self._selected is not None:
            self._selected = None
            return Stay()
        if self._listing:
            self._listing = False
            return Stay()
        return self._leave()

    def compose(self, canvas: Canvas) -> None:
        """Wood, the board, the sheet, the bar."""
        model = self._model(canvas.words)
        place = lay_out(canvas, column_open=True)
        canvas.panel(("desk", self.side), canvas.rect, lambda painter, rect: desk(painter, rect, self.side), opaque=True)
        edge = canvas.px(20)
        whole = Rect(0, place.bar.bottom, canvas.rect.w, canvas.rect.bottom - place.bar.bottom).inflate(-2 * edge, -2 * edge)
        beside = place.seal.x - (0 if place.narrow else canvas.px(4)) - 2 * edge
        if beside >= canvas.line("small") * _LEAST_BOARD:
            self._draw_board(canvas, Rect(whole.x, whole.y, beside, whole.h), model)
            self._draw_column(canvas, place, model)
        elif self._selected is None and not self._listing:
            self._draw_board(canvas, whole, model)
        else:
            self._draw_page(canvas, _as_page(canvas, place), model)
        self._draw_bar(canvas)

    # -- the board

    def _draw_board(self, canvas: Canvas, rect: Rect, model: RingsModel) -> None:
        canvas.panel("rings sheet", rect, _paper, margin=canvas.px(40))
        inner = rect.inflate(-2 * canvas.px(12), -2 * canvas.px(10))
        room = (inner.w - bar_room(canvas), inner.h)
        plan = self._plan(canvas, room, model)
        with scroll_area(canvas, "rings", inner, plan.size[1]) as view:
            at = (inner.x, inner.y - view.offset)
            words = canvas.words
            key = ("rings", plan.rings, model.sectors, words.language)
            canvas.panel(key, Rect(at, plan.size), lambda painter, box: draw_paper(painter, box, plan, model, words))
            row = keep_row(self._view, self._draft, words)
            if row is not None:
                draw_kept_ring(canvas, at, plan.rings, row.wanted, words)
            draw_notes(canvas, at, plan.size, model, words)
            draw_strings(canvas, at, plan, model, self._selected)
            pick_old_man = partial(self.pick, OLD_MAN)
            chosen = self._selected == OLD_MAN
            draw_old_man(canvas, self._faces, at, plan, model, selected=chosen, choose=pick_old_man)
            box = switch_box(canvas, plan.size, model, words)
            if row is not None and box is not None:
                draw_keep(canvas, box.move(at), row, self._keep)
            lost = way_box(canvas, plan.size, model, words, tall=plan.tall)
            if lost is not None:
                draw_way_to_losses(canvas, lost.move(at), len(model.losses), self.list_losses)
            for person in sorted(model.people, key=lambda each: (each.ring, _round_from_top(plan, each.id))):
                chosen = self._selected == person.id
                draw_person(canvas, self._faces, at, plan, person, selected=chosen, choose=partial(self.pick, person.id))

    def _model(self, words: Words) -> RingsModel:
        if words.language not in self._models:
            self._models[words.language] = rings_model(self._view, self._history, words)
        return self._models[words.language]

    def _plan(self, canvas: Canvas, room: tuple[int, int], model: RingsModel) -> Plan:
        """The places for this room; kept, since they take longer to find than to draw."""
        key = repr((room, canvas.theme.key, canvas.words.language))
        found = self._plans.found
        if key not in found:
            found[key] = plan_board(canvas, room, model, canvas.words, self._plans.before.get(key))
        return found[key]

    # -- the sheet

    def _draw_column(self, canvas: Canvas, place: DeskLayout, model: RingsModel) -> None:
        _ = canvas.words
        room = draw_column(canvas, place, self.side)
        self._draw_way_back(canvas, place)
        picked = self._selected
        grounds = grounds_of(self._view, picked, _, self._unsent) if picked is not None else None
        if picked is None or grounds is None:
            self._draw_list(canvas, room, model)
            return
        foot = button_height(canvas)
        canvas.pointed_out.append(room)  # read while one points at others on the board, whose tips would lie on it
        self._draw_grounds(canvas, Rect(room.x, room.y, room.w, room.h - foot - canvas.px(12)), picked, grounds)
        self._draw_order(canvas, Rect(room.x, room.bottom - foot, room.w, foot), picked, grounds)

    def _draw_list(self, canvas: Canvas, room: Rect, model: RingsModel) -> None:
        """With nobody picked: those who are there, or those who were lost."""
        if self._listing:
            draw_losses(canvas, room, model.losses, self.pick)
        else:
            draw_roll(canvas, room, model.people, self.pick)

    def _draw_page(self, canvas: Canvas, place: DeskLayout, model: RingsModel) -> None:
        """A sheet in place of the board, with the ways on and back beneath it."""
        _ = canvas.words
        picked = self._selected
        room = draw_column(canvas, place, self.side)
        grounds = grounds_of(self._view, picked, _, self._unsent) if picked else None
        self._draw_foot(canvas, place)
        foot = place.seal.inflate(-2 * canvas.px(16), -2 * canvas.px(12))
        half = (foot.w - canvas.px(12)) // 2
        button(canvas, "board", Rect(foot.x, foot.y, half, foot.h), _("Back to the rings"), self.back, kind="desk")
        if picked is None or grounds is None:
            self._draw_list(canvas, room, model)
            return
        self._draw_grounds(canvas, room, picked, grounds)
        self._draw_order(canvas, Rect(foot.right - half, foot.y, half, foot.h), picked, grounds)

    def _draw_grounds(self, canvas: Canvas, room: Rect, picked: str, grounds: Grounds) -> None:
        draw_grounds(canvas, room, self._faces, grounds, self._background(grounds.own), self._look_up(picked))

    def _draw_order(self, canvas: Canvas, rect: Rect, picked: str, grounds: Grounds) -> None:
        """The way to the desk, where somebody of one's own is given an order; nobody lost is to be found there."""
        _ = canvas.words
        if self._is_lost(picked):
            return
        words = _("Give an order") if grounds.own else _("Show on the map")
        tip = Tip(words, _("Back to the desk, with {name} chosen.", name=grounds.name))
        button(canvas, "order", rect, words, partial(self._order, picked), key="g", tip=tip, show_key=True)

    def _draw_way_back(self, canvas: Canvas, place: DeskLayout) -> None:
        self._draw_foot(canvas, place)
        box = place.seal.inflate(-2 * canvas.px(16), -2 * canvas.px(15))
        button(canvas, "leave", box, canvas.words("Back to the map"), self._leave, kind="desk", key="m")

    def _draw_foot(self, canvas: Canvas, place: DeskLayout) -> None:
        canvas.shield(place.seal)
        canvas.panel(("seal", self.side), place.seal, lambda painter, rect: paper(painter, rect, DESKS[self.side]), opaque=True)

    def _background(self, own: bool) -> SideName | None:
        if own:
            return self.side
        return "circle" if self.side == "center" else None

    # -- what the player does

    def pick(self, person: str) -> Outcome:
        """Opens somebody's sheet; once more puts it away."""
        self._selected = None if self._selected == person else person
        return Stay()

    def list_losses(self) -> Outcome:
        """Opens the list of the lost; once more puts it away."""
        self._listing, self._selected = self._selected is not None or not self._listing, None
        return Stay()

    def _is_lost(self, person: str) -> bool:
        body = self._view.bodies.get(person)
        return body is not None and not is_in_play(body)

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        """What is ordered here can be undone here."""
        return (
            KeyBinding(key="ctrl+z", name=words("Undo"), action=self._undo),
            KeyBinding(key="ctrl+y ctrl+shift+z", name=words("Redo"), action=self._redo),
        )

    def _keep(self, keep: Keep) -> Outcome:
        return order_keep(self._draft, keep)

    def _undo(self) -> Outcome:
        return Stay(heard=Moment.WITHDRAWN if self._draft.undo() else Moment.REFUSED)

    def _redo(self) -> Outcome:
        return Stay(heard=Moment.ORDERED if self._draft.redo() else Moment.REFUSED)


def _as_page(painter: Painter, place: DeskLayout) -> DeskLayout:
    """The column as a page of its own, for windows in which a board beside it could not be read."""
    wide = min(painter.rect.w, painter.line("small") * _PAGE)
    seal = Rect((painter.rect.w - wide) // 2, place.seal.y, wide, place.seal.h)
    return replace(place, seal=seal, narrow=True)


def _paper(painter: Painter, rect: Rect) -> None:
    """The sheet, taped to the wood at its corners."""
    sheet(painter, rect, "sheet", "s2")
    reach = painter.px(9)
    for corner, tilt in (
        ((rect.left + reach, rect.top + reach), -45), ((rect.right - reach, rect.top + reach), 45),
        ((rect.left + reach, rect.bottom - reach), 45), ((rect.right - reach, rect.bottom - reach), -45),
    ):  # fmt: skip
        tape(painter, corner, tilt)


def _round_from_top(plan: Plan, person: str) -> float:
    """How far round the board somebody lies, clockwise from the top: the order in which the focus visits."""
    x, y = plan.places[person]
    return (atan2(y - plan.rings.centre[1], x - plan.rings.centre[0]) + pi / 2) % (2 * pi)
