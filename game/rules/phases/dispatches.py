"""Dispatches, with which a turn begins: arrivals, income, events, tasks judged, Moscow's demand, newcomers."""

from datetime import date

from game.rules import asylum
from game.rules.definitions import ScenarioEvent
from game.rules.events import DISPATCHES, EventKind
from game.rules.nouns import ACTIVE, CENTER, CIRCLE, HOUSEHOLD, IN_TRANSIT, SYMPATHISER, Audience
from game.rules.phases.newcomers import drift_inwards, receive_newcomers
from game.rules.phases.tasks import judge_tasks
from game.rules.seeing import strike_out
from game.rules.state import Body
from game.rules.turn import Turn
from game.rules.view import circle_income
from game.rules.vocabulary.effects import Cause, apply
from game.rules.vocabulary.known import Known
from game.rules.words import Banish, Leave
from game.rules.world import is_so


def dispatch(turn: Turn, first: bool = False) -> None:
    """Everything that happens before orders are written. In the first turn nobody is paid and nothing is judged."""
    turn.phase = DISPATCHES
    if not first:
        _arrive(turn)
        _pay(turn)
    _happen(turn)
    if not first:
        judge_tasks(turn, turn.catalogue.days[turn.state.turn])
        _demand(turn)
        receive_newcomers(turn)
        drift_inwards(turn)


def _arrive(turn: Turn) -> None:
    state = turn.state
    arriving = [body for body in state.bodies.values() if body.status is IN_TRANSIT and body.arrives <= state.turn]
    for body in arriving:
        turn.set_body(body.id, place=body.destination, status=ACTIVE, destination="", arrives=0)
        with_him = _comes_with_him(turn, body)
        audiences = [Audience.CIRCLE] if body.id in state.circle.members and not with_him else []
        if turn.is_centers(body.id):
            audiences.append(Audience.CENTER)
        turn.tell(EventKind.ARRIVED, *audiences, subject=body.id, place=body.destination)
    if state.circle.moving_to and state.circle.moving_arrives <= state.turn:
        asylum.settle(turn)


def _comes_with_him(turn: Turn, body: Body) -> bool:
    """Whether somebody arrives as one of the household that travels with the Old Man: of his arrival that of both tells."""
    circle = turn.state.circle
    return body.access == HOUSEHOLD and (body.destination, body.arrives) == (circle.moving_to, circle.moving_arrives)


def _pay(turn: Turn) -> None:
    state, income = turn.state, turn.numbers.income
    state.center.funds += income.center.amount(turn.catalogue.step, state.turn)
    state.circle.funds += circle_income(turn.catalogue, state.circle.sections, state.turn)


def _happen(turn: Turn) -> None:
    """Events of the scenario, in the order in which they are written."""
    number, days = turn.state.turn, turn.catalogue.days
    today, after = days[number], days[number + 1]
    for event in turn.scenario.setup.events.values():
        if event.date and not today <= event.date < after:
            continue
        if event.once and event.id in turn.state.secret.fired:
            continue
        if event.when is None or is_so(turn, event.when, CENTER):
            turn.state.secret.fired = (*turn.state.secret.fired, event.id)
            _bring_about(turn, event)


def _bring_about(turn: Turn, event: ScenarioEvent) -> None:
    """Effects first, so that the news can say what changed; what they tell by themselves comes after it."""
    earlier, known = len(turn.events), Known()
    told = bool(event.tell.center) or event.headline is not None
    for effect in event.do:
        known.note(effect, apply(turn, effect, Cause(CENTER)))
        if told and isinstance(effect, Leave):
            strike_out(turn, effect.person)
        if told and isinstance(effect, Banish):
            asylum.see_off(turn, effect.banished)
    later = turn.events[earlier:]
    del turn.events[earlier:]
    _tell_event(turn, event, known)
    turn.events.extend(later)


def _tell_event(turn: Turn, event: ScenarioEvent, known: Known) -> None:
    later = _days_later(turn, event)
    for side, text in ((CENTER, event.tell.center), (CIRCLE, event.tell.circle)):
        if text:
            turn.tell(EventKind.TOLD, side.audience, operation=event.id, text=text, number=later, changes=known.by(side))
    if event.headline is not None:
        public = turn.state.public
        public.headlines = (*public.headlines, event.id)
        text, paper = event.headline.text, event.headline.paper
        for side, told in ((CENTER, event.tell.center), (CIRCLE, event.tell.circle)):
            changes = () if told else known.by(side)
            turn.tell(
                EventKind.HEADLINE, side.audience, operation=event.id, text=text, place=paper, number=later, changes=changes
            )


def _days_later(turn: Turn, event: ScenarioEvent) -> int:
    """How many days after the turn's first an event has its date; 0 if it has none."""
    return (date.fromisoformat(event.date) - turn.catalogue.dates[turn.state.turn]).days if event.date else 0


def _demand(turn: Turn) -> None:
    """From a certain paranoia on Moscow asks, every few turns, for an officer to be sent home."""
    center, numbers = turn.state.center, turn.numbers.paranoia
    center.demand = 0
    if center.paranoia < numbers.demands_from or turn.state.turn % numbers.demands_every:
        return
    officers = (person for person, file in center.agents.items() if file.officer and turn.is_active(person))
    if any(turn.body(person).access >= SYMPATHISER for person in officers):
        center.demand = turn.state.turn
        turn.tell(EventKind.DEMAND, Audience.CENTER)
