"""How a game ends: the fallout's attribution, the verdict and the score."""

from game.rules.events import EventKind
from game.rules.state import VerdictState
from game.rules.turn import BOTH, Turn


def attribution(turn: Turn) -> int:
    """How plainly the world can tell who was behind it all, 0-10."""
    secret, numbers = turn.state.secret, turn.numbers.attribution
    points = secret.exposed + secret.clues // numbers.clues_per_point
    return min(numbers.most, points + (numbers.captive if secret.captive_talked else 0))


def find_verdict(turn: Turn) -> VerdictState | None:
    """The verdict, if the game is over: killed, then paranoia, then deported, then the last turn."""
    state, numbers, scores = turn.state, turn.numbers, turn.numbers.scores
    proven = attribution(turn)
    verdict, score = "", 0
    if turn.killed:
        if proven <= numbers.attribution.unproven_most:
            verdict, score = "killed_unproven", scores.killed_unproven
        elif proven <= numbers.attribution.open_secret_most:
            verdict, score = "killed_open_secret", scores.killed_open_secret
        else:
            verdict, score = "killed_all_know", scores.killed_all_know
    elif state.center.paranoia >= numbers.paranoia.lost_at:
        verdict, score = "hunters_hunted", scores.hunters_hunted
    elif turn.deported:
        verdict, score = "deported", scores.deported
    elif state.turn >= turn.catalogue.turns:
        verdict, score = _survived(turn)
    if not verdict:
        return None
    return VerdictState(id=verdict, score=score, attribution=proven, turn=state.turn)


def _survived(turn: Turn) -> tuple[str, int]:
    scores, influence = turn.numbers.scores, turn.state.public.influence
    if influence == 0:
        return "forgotten", scores.forgotten
    score = scores.alive + scores.alive_per_influence * influence
    if influence >= scores.hunted_influence and turn.state.secret.exposed >= scores.hunted_people:
        score += scores.hunted_extra
    return "alive", score


def pronounce(turn: Turn) -> None:
    """Files the verdict, if there is one, and tells both sides."""
    verdict = find_verdict(turn)
    if verdict is not None:
        turn.state.public.verdict = verdict
        turn.tell(EventKind.VERDICT, *BOTH, operation=verdict.id, number=verdict.score)
