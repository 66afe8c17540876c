"""Reads whether doubt keeps its promise: of the people shown at doubt p about a share p are the Center's.

Person-turns are counted: everybody active on the roster, in every turn in which orders are written. Forged papers break
the promise on purpose, so it is judged on games without them (`utka simulate --without forge`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.match.intervals import Interval, ratio_interval, rounded
from game.match.simulation import Outcome
from game.match.tally import DoubtCount

ENOUGH = 200
"""A tenth with fewer person-turns says nothing."""

NEAR = 0.07
"""How far the share may lie from what was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One tenth of doubt: the person-turns in it, what was shown on average, and the share who are the Center's."""

    tenth: int
    cases: int
    games: int
    shown: float
    share: Interval

    @property
    def is_enough(self) -> bool:
        """Whether there are person-turns enough to judge by."""
        return self.cases >= ENOUGH

    @property
    def is_kept(self) -> bool:
        """Whether the share is near what was shown."""
        return abs(self.share.mean - self.shown) <= NEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All tenths in which anybody was, and the mean distance between what was shown and what is so, by person-turns."""

    bands: tuple[Band, ...]
    error: float


def calibrate(outcomes: Sequence[Outcome]) -> Calibration:
    """The calibration over some games. A person's turns are alike, so games are the sample for the intervals."""
    bands = tuple(band for tenth in range(10) if (band := _band(outcomes, tenth)) is not None)
    cases = sum(band.cases for band in bands)
    error = sum(band.cases * abs(band.share.mean - band.shown) for band in bands) / cases if cases else 0.0
    return Calibration(bands=bands, error=error)


def as_json(calibration: Calibration) -> dict[str, Any]:
    """The figures under the names that other programs lean on."""
    bands = [
        {
            "from": 10 * band.tenth,
            "cases": band.cases,
            "games": band.games,
            "shown": round(band.shown, 4),
            **rounded(band.share),
        }
        for band in calibration.bands
    ]
    return {"bands": bands, "error": round(calibration.error, 4)}


def as_markdown(calibration: Calibration) -> list[str]:
    """The section of a report."""
    lines = [
        "## Doubt",
        "",
        "Of the people shown at a doubt, in each turn in which orders are written, how many are the other side's. The"
        " intervals take games for the sample, since the turns of one game are alike.",
        "",
        "| doubt shown | person-turns | games | shown on average | truly so | 95 % interval | |",
        "|---|---|---|---|---|---|---|",
    ]
    for band in calibration.bands:
        last = 100 if band.tenth == 9 else 10 * band.tenth + 9
        share = band.share
        lines.append(
            f"| {10 * band.tenth}–{last} % | {band.cases} | {band.games} | {band.shown:.1%} | {share.mean:.1%}"
            f" | {share.low:.1%} to {share.high:.1%} | {_remark(band)} |"
        )
    return [*lines, "", f"Mean distance between shown and true: {calibration.error:.1%}.", ""]


def _remark(band: Band) -> str:
    if not band.is_enough:
        return f"fewer than {ENOUGH}"
    return f"within {100 * NEAR:.0f} points" if band.is_kept else "off"


def _band(outcomes: Sequence[Outcome], tenth: int) -> Band | None:
    counts = [_count(outcome, tenth) for outcome in outcomes]
    share = ratio_interval([(count.moles, count.cases) for count in counts])
    if share is None:
        return None
    cases = sum(count.cases for count in counts)
    return Band(
        tenth=tenth,
        cases=cases,
        games=sum(count.cases > 0 for count in counts),
        shown=sum(count.shown for count in counts) / cases / 100,
        share=share,
    )


def _count(outcome: Outcome, tenth: int) -> DoubtCount:
    for count in outcome.doubts:
        if count.tenth == tenth:
            return count
    return DoubtCount(tenth=tenth, cases=0, moles=0, shown=0)
