"""The small papers at the upper left of the map: the tasks, and beneath them the household."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pygame import Rect

from game.match.draft import Draft
from game.rules.nouns import Keep
from game.rules.state import Progress
from game.rules.view import View
from game.ui.desk.household import draw_household, household_box
from game.ui.desk.slip import LARGE_TEXT, SHOWN, draw_slip, slip_box
from game.ui.presenters.household import KeepRow, keep_row
from game.ui.presenters.tasks import TaskRow, stakes_words, task_rows, tasks_title
from game.ui.screen import Action, Canvas, Outcome

_GAP, _SHADOW = 16, 26
_MOST_HIDDEN = 60
"""How much of the map's height, in per cent, the papers may take for saying what is counted."""
_MOST_FOR_THE_LAST = 75
"""How much they may take where otherwise a single task would be left out: to say that one more is open takes a line as well."""
_MOST_FOR_THE_FIRST = 65
"""How much they may take for saying it of the first tasks alone: that it is to be read matters more than a little map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPapers:
    """What they say and where they lie; a slip without an open task has no height, a Center has no household."""

    title: str
    stakes: str
    tasks: tuple[TaskRow, ...]
    shown: int
    slip: Rect
    keep: KeepRow | None
    house: Rect | None

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """The parts of the map that they cover."""
        return tuple(box for box in (self.slip, self.house) if box)


def lay_small_papers(canvas: Canvas, corner: Rect, view: View, draft: Draft, unmasked: int | None = None) -> SmallPapers:
    """The papers from the upper left of `corner` down, as wide as that or as they need. Where they would hide too much of the
    map the slip has fewer of the tasks, and says how many more there are unless it is a single one; then it leaves what is
    counted to its tip; in a low window it has one task alone, and the household's paper is left out where even then there is no
    room for it. `unmasked` is how many of the Center's people have been, if that is known."""
    rows = task_rows(view, canvas.words, unmasked)
    bare = tuple(replace(row, goal="") for row in rows)
    keep = keep_row(view, draft, canvas.words)
    lowest_told = corner.y + corner.h * _MOST_HIDDEN // 100
    open_ = sum(row.progress is Progress.OPEN for row in rows)
    most_told = max(open_, SHOWN) if canvas.theme.text <= LARGE_TEXT else SHOWN
    told = [(rows, most, lowest_told) for most in range(most_told, SHOWN - 1, -1)]
    told.append((rows, SHOWN, corner.y + corner.h * _MOST_FOR_THE_FIRST // 100))
    for tasks, shown, lowest in (*told, (bare, SHOWN, corner.bottom), (bare, 1, corner.bottom)):
        slip, house = _boxes(canvas, corner, tasks, shown, keep)
        if (house or slip).bottom <= lowest:
            break
    if tasks is rows and shown == most_told - 1:
        larger = _boxes(canvas, corner, rows, most_told, keep)
        if (larger[1] or larger[0]).bottom <= corner.y + corner.h * _MOST_FOR_THE_LAST // 100:
            shown, (slip, house) = most_told, larger
    if house is not None and house.bottom > corner.bottom:
        house = None
    title, stakes = tasks_title(view, canvas.words), stakes_words(view, canvas.words)
    return SmallPapers(title=title, stakes=stakes, tasks=tasks, shown=shown, slip=slip, keep=keep, house=house)


def _boxes(
    canvas: Canvas, corner: Rect, tasks: tuple[TaskRow, ...], shown: int, keep: KeepRow | None
) -> tuple[Rect, Rect | None]:
    """Where the slip with so many tasks lies, and the household's paper beneath it."""
    slip = slip_box(canvas, corner, tasks, canvas.words, shown)
    below = Rect(slip.x, slip.bottom + (canvas.px(_GAP) if slip.h else 0), slip.w, 0)
    return slip, household_box(canvas, below, keep, canvas.words) if keep is not None else None


def draw_small_papers(
    canvas: Canvas, papers: SmallPapers, *, selected: bool, open_sheet: Action, keep: Callable[[Keep], Outcome],
    read_tasks: Callable[[str, str], Outcome],
) -> tuple[Rect, ...]:  # fmt: skip
    """Draws them; the slip opens to be read whole, the head of the household opens its sheet, its switch has it `keep` gate or
    walls. Answers where they lie with their shadows."""
    draw_slip(canvas, papers.slip, papers.title, papers.stakes, papers.tasks, read_tasks, papers.shown)
    if papers.keep is not None and papers.house is not None:
        draw_household(canvas, papers.house, papers.keep, selected=selected, open_sheet=open_sheet, choose=keep)
    room = 2 * canvas.px(_SHADOW)
    return (papers.slip.unionall(papers.boxes).inflate(room, room),) if papers.boxes else ()
