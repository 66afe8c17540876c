"""Directives and aims: whether they are met, or missed, and what that is worth."""

from game.rules.definitions import Task
from game.rules.events import EventKind
from game.rules.nouns import CENTER, CIRCLE, Side
from game.rules.state import OPEN, Progress
from game.rules.turn import Turn
from game.rules.vocabulary.effects import Cause, apply
from game.rules.words import Meter
from game.rules.world import is_so


def judge_tasks(turn: Turn, today: str) -> None:
    """Judges what is open on a day: a goal that is so is met, unless it must hold until its day is over, and one whose day is
    over is missed."""
    setup, state = turn.scenario.setup, turn.state
    for side, tasks, progress in (
        (CENTER, setup.directives, state.center.directives),
        (CIRCLE, setup.aims, state.circle.aims),
    ):
        for task in tasks.values():
            if progress[task.id] is OPEN and task.is_known(today) and (today > task.by or not task.hold):
                progress[task.id] = _judge(turn, task, side, today)


def _judge(turn: Turn, task: Task, side: Side, today: str) -> Progress:
    numbers = turn.numbers.tasks
    if is_so(turn, task.goal, side):
        if side is CENTER:
            changes = [turn.add_meter(Meter.PARANOIA, numbers.met_paranoia, side)]
        else:
            changes = [turn.add_meter(Meter.INFLUENCE, numbers.met_influence, side)]
        changes.append(turn.add_meter(Meter.FUNDS, numbers.met_funds, side))
        effects, kind, progress = task.met, EventKind.TASK_MET, Progress.MET
    elif today > task.by:
        if side is CENTER:
            changes = [turn.add_meter(Meter.PARANOIA, numbers.missed_paranoia, side)]
        else:
            changes = [turn.add_meter(Meter.INFLUENCE, numbers.missed_influence, side)]
        effects, kind, progress = task.missed, EventKind.TASK_MISSED, Progress.MISSED
    else:
        return OPEN
    for effect in effects:
        changes.extend(apply(turn, effect, Cause(side)))
    turn.tell(kind, side.audience, operation=task.id, text=task.title, changes=tuple(changes))
    return progress
