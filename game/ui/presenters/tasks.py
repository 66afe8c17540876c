"""Directives and aims: what is asked, by when, and how far one has come, as far as the side can tell."""

from dataclasses import dataclass

from game.rules.nouns import Side
from game.rules.state import Progress
from game.rules.view import TaskView, View
from game.ui.presenters.dates import opening_words
from game.ui.presenters.goals import goal_words
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A directive or aim: number, title, text, what is counted, when it is due, how it stands. `asked` is empty once decided."""

    number: int
    title: str
    text: str
    asked: str
    due: str
    soon: bool
    progress: Progress


def task_rows(view: View, _: Words) -> tuple[TaskRow, ...]:
    """Open tasks first, by date; then those that are decided."""
    rows: list[TaskRow] = []
    ordered = sorted(view.tasks, key=lambda entry: (entry.progress is not Progress.OPEN, entry.task.by))
    for number, entry in enumerate(ordered, 1):
        due_turn = _turn_of(view, entry.task.by)
        left = due_turn - view.turn
        rows.append(
            TaskRow(
                number=number,
                title=entry.task.title,
                text=entry.task.text,
                asked=_asked(view, entry, _) if entry.progress is Progress.OPEN else "",
                due=_due_words(view, due_turn, left, entry.progress, _),
                soon=entry.progress is Progress.OPEN and left <= 1,
                progress=entry.progress,
            )
        )
    return tuple(rows)


def _asked(view: View, entry: TaskView, _: Words) -> str:
    """What is counted, and whether it is counted on the last day alone."""
    goal = goal_words(view, entry.task.goal, _)
    return _("On the day: {goal}", goal=goal) if entry.task.hold else _("Asked: {goal}", goal=goal)


def _turn_of(view: View, date: str) -> int:
    """The last turn that begins on or before a date."""
    turn = 1
    while turn < view.catalogue.turns and view.catalogue.first_day(turn + 1).isoformat() <= date:
        turn += 1
    return turn


def _due_words(view: View, turn: int, left: int, progress: Progress, _: Words) -> str:
    if progress is Progress.MET:
        return _("done")
    if progress is Progress.MISSED:
        return _("not done in time")
    when = opening_words(view.catalogue, turn, "%b %Y")
    if left <= 0:
        return _("due {when} · this turn", when=when)
    return _("due {when}", when=when) + " · " + _.plural("{count} turn left", "{count} turns left", left)


def tasks_title(view: View, _: Words) -> str:
    """What a side calls its tasks."""
    return _("Directives") if view.side is Side.CENTER else _("Aims")
