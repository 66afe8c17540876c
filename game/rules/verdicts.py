"""How a game ends: the fallout's attribution, the verdict and the score."""

from game.rules.events import EventKind
from game.rules.nouns import VerdictName
from game.rules.numbers import AttributionNumbers, Numbers, ScoreNumbers
from game.rules.state import VerdictState
from game.rules.turn import BOTH, Turn

KILLED_UNPROVEN, KILLED_OPEN_SECRET = VerdictName.KILLED_UNPROVEN, VerdictName.KILLED_OPEN_SECRET
KILLED_ALL_KNOW, ALIVE, FORGOTTEN = VerdictName.KILLED_ALL_KNOW, VerdictName.ALIVE, VerdictName.FORGOTTEN
KILLINGS = (KILLED_UNPROVEN, KILLED_OPEN_SECRET, KILLED_ALL_KNOW)
"""How a game ends after a strike that succeeded."""


def attribution(turn: Turn) -> int:
    """How plainly the world can tell who was behind it all, 0-10."""
    secret = turn.state.secret
    return count_attribution(turn.numbers.attribution, secret.exposed, secret.clues, secret.captive_talked)


def count_attribution(numbers: AttributionNumbers, exposed: int, clues: int, talked: bool) -> int:
    """Attribution for so many people unmasked, so many clues, and whether a captive or defector talked."""
    return min(numbers.most, exposed + clues // numbers.clues_per_point + (numbers.captive if talked else 0))


def find_verdict(turn: Turn) -> VerdictState | None:
    """The verdict, if the game is over: killed, then paranoia, then deported, then the last turn."""
    state, numbers, scores = turn.state, turn.numbers, turn.numbers.scores
    proven = attribution(turn)
    if turn.killed:
        verdict, score = score_death(turn.numbers, proven)
    elif state.center.paranoia >= numbers.paranoia.lost_at:
        verdict, score = VerdictName.HUNTERS_HUNTED, scores.hunters_hunted
    elif turn.deported:
        verdict, score = VerdictName.DEPORTED, scores.deported
    elif state.turn >= turn.catalogue.turns:
        verdict, score = score_survival(scores, state.public.influence, state.secret.exposed)
    else:
        return None
    return VerdictState(id=verdict.value, score=score, attribution=proven, turn=state.turn)


def score_death(numbers: Numbers, proven: int) -> tuple[VerdictName, int]:
    """The verdict and the Center's score in hundredths when he has been killed, by what the world can prove."""
    if proven <= numbers.attribution.unproven_most:
        return KILLED_UNPROVEN, numbers.scores.killed_unproven
    if proven <= numbers.attribution.open_secret_most:
        return KILLED_OPEN_SECRET, numbers.scores.killed_open_secret
    return KILLED_ALL_KNOW, numbers.scores.killed_all_know


def is_killing(verdict: str) -> bool:
    """Whether a verdict by its id is one of those after a strike that succeeded, whatever a scenario's words make of it."""
    return verdict in KILLINGS


def score_survival(scores: ScoreNumbers, influence: int, exposed: int) -> tuple[VerdictName, int]:
    """The verdict and the Center's score in hundredths when he lives at the end, with so many of its people unmasked."""
    if influence <= scores.forgotten_most:
        return FORGOTTEN, scores.forgotten
    score = scores.alive + scores.alive_per_influence * influence
    if influence >= scores.hunted_influence and exposed >= scores.hunted_people:
        score += scores.hunted_extra
    return ALIVE, score


def least_to_live(numbers: Numbers, exposed: int = 0) -> int | None:
    """The least influence with which the Center does not win if he lives at the end, with so many of its people unmasked; nothing
    if it wins with any that he can have."""
    heard = range(numbers.bounds.influence + 1)
    return next((influence for influence in heard if score_survival(numbers.scores, influence, exposed)[1] <= 0), None)


def pronounce(turn: Turn) -> None:
    """Files the verdict, if there is one, and tells both sides."""
    verdict = find_verdict(turn)
    if verdict is not None:
        turn.state.public.verdict = verdict
        turn.tell(EventKind.VERDICT, *BOTH, operation=verdict.id, number=verdict.score)
