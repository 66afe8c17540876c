"""The ladder for people: a page of text, and a picture of the ratings."""

from collections.abc import Iterator
from functools import partial

from game.match.elo import LEVEL
from game.match.intervals import Interval
from game.match.ladder import Ladder, Standing, result_of
from game.match.matrix import cross_table
from game.match.svg import BLUE, PALE, PICTURE, box, line, picture, text
from game.rules.definitions import Catalogue

WIDTH, MARGIN, ROW = 900, 30, 26
NAMES_WIDTH, SHARES_WIDTH = 190, 60
TICKS = 6
"""Round numbers along the bottom of the picture, about."""


def as_markdown(ladder: Ladder, catalogue: Catalogue) -> str:
    """The ladder as a page: the ratings, and who beat whom on which side."""
    plan, sides = ladder.plan, catalogue.sides
    names = [standing.name for standing in ladder.standings]
    lines = [
        f"# {catalogue.title}: the ladder",
        "",
        f"Scenario `{catalogue.id}`, {plan.games} games a pair with each seating, seed {plan.seed}; {ladder.games} games."
        + (" It was stopped before its end." if ladder.stopped else ""),
        "",
        *(f"{remark}\n" for remark in remarks(ladder, catalogue)),
        f"| | player | Elo | 95 % interval | games | points | as {sides.center} | as {sides.circle} |",
        "|---|---|---|---|---|---|---|---|",
        *(f"| {place} | `{words[0]}` | " + " | ".join(words[1:]) + " |" for place, words in numbered_rows(ladder)),
        "",
        f"![The ratings]({PICTURE})",
        "",
        f"## Points of the row as {sides.center} against the column as {sides.circle}, in per cent of the games",
        "",
        *cross_table(names, names, partial(meeting_words, ladder)),
        "",
    ]
    return "\n".join(lines)


def numbered_rows(ladder: Ladder) -> Iterator[tuple[int, tuple[str, ...]]]:
    """A row of words for each player under its place: name, rating, interval, games, and points in all and on each side."""
    for place, standing in enumerate(ladder.standings, start=1):
        elo, share = standing.elo, f"{standing.share:.1%}"
        sides = (_side_words(standing.center), _side_words(standing.circle))
        yield place, (standing.name, f"{elo.mean:.0f}", _ends(elo), str(standing.games), share, *sides)


def meeting_words(ladder: Ladder, center: str, circle: str) -> str:
    """Points in per cent of the games of a pair; empty where it did not meet."""
    cell = ladder.cell(center, circle)
    return f"{100 * result_of(cell).points / cell.games:.0f}" if cell else ""


def remarks(ladder: Ladder, catalogue: Catalogue) -> Iterator[str]:
    """What the ratings rest on, in sentences."""
    side = ladder.ratings.side
    yield f"{ladder.anchor} stands at {LEVEL:.0f}." if ladder.anchor else f"The mean of all stands at {LEVEL:.0f}."
    if side is None:
        yield "What a side is worth cannot be told from what its players are worth: too few of them changed seats."
    else:
        worth = f"{round(side.mean) + 0:+d} points ({side.low:+.0f} to {side.high:+.0f})"
        yield f"To play the {catalogue.sides.center} is worth {worth}."
    if ladder.ratings.padded:
        yield (
            "Somebody or some side won everything, so that no finite rating fits: half a won and half a lost game were"
            " added to each result. True distances may be greater."
        )


def draw(ladder: Ladder, catalogue: Catalogue) -> str:
    """The ratings as an SVG: a mark for each player on a common scale, a line for its interval."""
    rows = len(ladder.standings)
    top, height = MARGIN + 44, MARGIN + 44 + rows * ROW + 50
    low = min(standing.elo.low for standing in ladder.standings)
    high = max(standing.elo.high for standing in ladder.standings)
    scale = _Scale(low, high)
    first, *_ = remarks(ladder, catalogue)
    shapes = [
        text(MARGIN, MARGIN, f"{catalogue.title}: the ladder, {ladder.games} games", size=18),
        text(MARGIN, MARGIN + 20, f"Elo with 95 % intervals; on the right points in a game. {first}", size=11),
    ]
    for tick in scale.ticks():
        at = scale.across(tick)
        shapes += [line(at, top, at, top + rows * ROW, dashed=True)]
        shapes += [text(at, top + rows * ROW + 16, f"{tick:.0f}", size=10, anchor="middle")]
    for row, standing in enumerate(ladder.standings):
        shapes += _player(standing, scale, top + row * ROW + ROW / 2, pale=standing.name == ladder.anchor)
    return picture(WIDTH, height, shapes)


class _Scale:
    """Where a rating lies across the picture."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, max(high, low + 1)

    def across(self, elo: float) -> float:
        left, right = MARGIN + NAMES_WIDTH, WIDTH - MARGIN - SHARES_WIDTH
        return left + (right - left) * (elo - self._low) / (self._high - self._low)

    def ticks(self) -> Iterator[float]:
        """Round numbers within the scale."""
        span = self._high - self._low
        step = next((size for size in (10, 20, 50, 100, 200, 500, 1000) if span / size <= TICKS), 2000)
        tick = -(-self._low // step) * step
        while tick <= self._high:
            yield tick
            tick += step


def _player(standing: Standing, scale: _Scale, middle: float, pale: bool) -> Iterator[str]:
    elo = standing.elo
    yield text(MARGIN, middle + 4, standing.name, size=12)
    yield line(scale.across(elo.low), middle, scale.across(elo.high), middle)
    told = f"{standing.name}: {elo.mean:.0f} ({_ends(elo)}), {standing.games} games"
    yield box(scale.across(elo.mean) - 5, middle - 5, 10, 10, PALE if pale else BLUE, told)
    yield text(WIDTH - MARGIN, middle + 4, f"{standing.share:.0%}", size=11, anchor="end")


def _ends(interval: Interval) -> str:
    return f"{interval.low:.0f} to {interval.high:.0f}"


def _side_words(played: tuple[int, float]) -> str:
    games, points = played
    return f"{points / games:.1%}" if games else ""
