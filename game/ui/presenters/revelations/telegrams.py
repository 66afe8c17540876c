"""What each side read in a turn, in the words and under the names in which it read of it."""

from game.match.chronicle import Chronicle
from game.match.wording import describe_event
from game.rules.nouns import Side
from game.ui.presenters.revelations.names import TrueNames


def telegrams_of(chronicle: Chronicle, turn: int, side: Side, names: TrueNames) -> tuple[str, ...]:
    """Everything a side was told in a turn, that turn's dispatches included."""

    def called(person: str) -> str:
        return names.to(side, person)

    told = (describe_event(event, names.catalogue, called) for event in chronicle.events(turn, side.audience))
    return tuple(" ".join(sentence.split()) for sentence in told if sentence.strip())
