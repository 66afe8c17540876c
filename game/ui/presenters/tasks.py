"""Directives and aims: what is asked, by when, and how far one has come, as far as the side can tell."""

from dataclasses import dataclass

from game.rulebook.figures import signed
from game.rules.nouns import Side
from game.rules.state import Progress
from game.rules.view import TaskView, View
from game.ui.presenters.dates import opening_words
from game.ui.presenters.goals import goal_words, small_words
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A directive or aim: number, title, text, what is counted, when it is due, how it stands. `goal` is what is counted and how
    far it is; `asked` says so in a sentence. Both are empty once it is decided."""

    number: int
    title: str
    text: str
    goal: str
    asked: str
    due: str
    soon: bool
    progress: Progress


def task_rows(view: View, _: Words, unmasked: int | None = None) -> tuple[TaskRow, ...]:
    """Open tasks first, by date; then those that are decided. `unmasked`: how many of the Center's people have been, if known."""
    rows: list[TaskRow] = []
    ordered = sorted(view.tasks, key=lambda entry: (entry.progress is not Progress.OPEN, entry.task.by))
    for number, entry in enumerate(ordered, 1):
        due_turn = _turn_of(view, entry.task.by)
        left = due_turn - view.turn
        goal = goal_words(view, entry.task.goal, _, unmasked) if entry.progress is Progress.OPEN else ""
        rows.append(
            TaskRow(
                number=number,
                title=entry.task.title,
                text=entry.task.text,
                goal=goal,
                asked=_asked(entry, goal, _),
                due=_due_words(view, due_turn, left, entry.progress, _),
                soon=entry.progress is Progress.OPEN and left <= 1,
                progress=entry.progress,
            )
        )
    return tuple(rows)


def _asked(entry: TaskView, goal: str, _: Words) -> str:
    """What is counted, and whether it is counted on the last day alone."""
    if not goal:
        return ""
    return _("On the day: {goal}", goal=goal) if entry.task.hold else _("Asked: {goal}", goal=goal)


def stakes_words(view: View, _: Words) -> str:
    """What the rules give for a task that is met, and take for one that is missed."""
    numbers, center = view.catalogue.numbers.tasks, view.side is Side.CENTER
    meter = small_words(_("Paranoia") if center else _("His influence"))
    met, missed = (numbers.met_paranoia, numbers.missed_paranoia) if center else (numbers.met_influence, numbers.missed_influence)
    paid = _("Met in time: {meter} {change}, funds {funds}.", meter=meter, change=signed(met), funds=signed(numbers.met_funds))
    return paid + " " + _("Missed: {meter} {change}.", meter=meter, change=signed(missed))


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
    when = opening_words(view.catalogue, turn, "%b %Y", _)
    if left <= 0:
        return _("due {when} · this turn", when=when)
    return _("due {when}", when=when) + " · " + _.plural("{count} turn left", "{count} turns left", left)


def tasks_title(view: View, _: Words) -> str:
    """What a side calls its tasks."""
    return _("Directives") if view.side is Side.CENTER else _("Aims")
