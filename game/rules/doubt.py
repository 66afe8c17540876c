"""Doubt: how clues share out the blame and what a vetter's finding is worth.

All doubts are in hundredths of a per cent (10,000 is certainty). Pure arithmetic on numbers;
who is suspected, and by whom, is decided elsewhere.
"""

from collections.abc import Iterable, Sequence

from game.rules.numbers import VetNumbers
from game.rules.state import Finding

CERTAIN = 10_000


def share_blame(doubts: Sequence[int], outsider_weight: int) -> list[int]:
    """The share of the blame that falls on each suspect, in hundredths of a per cent.

    Suspect i gets doubt_i / (weight + sum of doubts). `outsider_weight` is in hundredths of a suspect.
    """
    whole = outsider_weight * 100 + sum(doubts)
    return [doubt * CERTAIN // whole if whole else 0 for doubt in doubts]


def blame(doubt: int, share: int, cap: int) -> int:
    """Doubt after a share of blame: somebody did it, and with this chance it was he; if not, he is as doubtful as before."""
    return max(doubt, min(cap * 100, share + doubt * (CERTAIN - share) // CERTAIN))


def uncleared(doubt: int, clearing: int, cap: int) -> int:
    """Doubt of a suspect whom a watch has not struck off, by Bayes' rule: it would have done so with `clearing` per cent if he
    were innocent, and never if he were not."""
    return max(doubt, _bayes(doubt, 100, 100 - min(100, clearing), cap))


def found_chance(numbers: VetNumbers, analysis: int, cover: int) -> int:
    """The chance in per cent that an honest vetter finds a mole."""
    chance = numbers.base + numbers.analysis * analysis + numbers.cover * cover
    return max(numbers.least, min(numbers.most, chance))


def weigh_finding(numbers: VetNumbers, doubt: int, guilty: bool, analysis: int, vetter_doubt: int, cap: int) -> int:
    """Doubt of a person after a finding, by Bayes' rule.

    The rates are those of an honest vetter at the cover usually met with, mixed by the vetter's own doubt with what a
    mole would say: every mole clean, an innocent guilty with `mole_accuses` per cent.
    """
    honest = CERTAIN - vetter_doubt
    if_mole = honest * found_chance(numbers, analysis, numbers.assumed_cover) // 100
    if_innocent = (honest * numbers.false_alarm + vetter_doubt * numbers.mole_accuses) // 100
    if not guilty:
        if_mole, if_innocent = CERTAIN - if_mole, CERTAIN - if_innocent
    return _bayes(doubt, if_mole, if_innocent, cap)


def _bayes(doubt: int, if_mole: int, if_innocent: int, cap: int) -> int:
    """Doubt after something that a mole and an innocent do at these rates, of whatever unit, and as doubtful as before if
    neither does it."""
    whole = doubt * if_mole + (CERTAIN - doubt) * if_innocent
    return min(cap * 100, doubt * if_mole * CERTAIN // whole if whole else doubt)


def two_vetters_agree(findings: Iterable[Finding], person: str, since: int) -> bool:
    """Whether two different vetters have found a person guilty after the turn `since`."""
    of_him = (finding for finding in findings if finding.person == person and finding.turn > since)
    return len({finding.vetter for finding in of_him if finding.guilty}) > 1
