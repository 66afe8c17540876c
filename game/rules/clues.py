"""Clues: what the Circle notices, whom it blames, and whom a watch clears."""

from game.rules.doubt import blame, share_blame, uncleared
from game.rules.enrolment import public_face_of
from game.rules.events import EventKind
from game.rules.nouns import HOUSEHOLD, LEGAL, SYMPATHISER, Audience
from game.rules.numbers import DoubtNumbers
from game.rules.records import changed
from game.rules.state import PAPER, Clue, Face, Sighting, Suspect, make_suspect
from game.rules.turn import Turn


def has_eyes(turn: Turn, area: str) -> bool:
    """Whether the Circle sees what happens in an area: an innocent of the roster or the seat is there."""
    agents = turn.state.center.agents
    return area == turn.seat_area() or any(person not in agents for person in turn.roster_in(area))


def notice(turn: Turn, operation: str, culprit: str, *, inside: bool = False, household: bool = False) -> None:
    """Makes a clue of what a person of the Center's did where he is, if the Circle has eyes there.

    `inside`: hardly anybody but one of the roster could have done it; `household`: of those only one of access 1.
    """
    area = turn.area_of(culprit)
    if not has_eyes(turn, area):
        return
    turn.state.secret.clues += 1
    analysis = turn.watched.get(area, 0)
    clearing = clearing_chance(turn.numbers.doubt, analysis)
    outside = turn.body(culprit).access > SYMPATHISER
    if outside and analysis and turn.roll(culprit, f"recognised:{operation}", clearing):
        if _is_legal(turn, culprit):
            introduce(turn, culprit)  # he is accredited: there is nothing the police could look for
        else:
            know_stranger(turn, culprit)
        _file(turn, operation, turn.body(culprit).place, (), (), stranger=culprit)
        return
    people = [person for person in turn.roster_in(area) if not household or turn.body(person).access == HOUSEHOLD]
    cleared = tuple(
        person
        for person in people
        if not turn.is_centers(person) and analysis and turn.roll(person, f"cleared:{culprit}:{operation}", clearing)
    )
    weight = outsider_weight(turn.numbers.doubt, inside or household, clearing)
    suspects = tuple(person for person in people if person not in cleared)
    _file(turn, operation, turn.body(culprit).place, suspects, cleared, weight=weight, clearing=clearing)


def clearing_chance(numbers: DoubtNumbers, analysis: int) -> int:
    """The chance in per cent that a watch clears an innocent suspect, and that it recognises an outsider."""
    return numbers.watch_clears * analysis


def outsider_weight(numbers: DoubtNumbers, inside: bool, clearing: int) -> int:
    """What the outsider weighs among the suspects, in hundredths of a suspect, where a watch clears with this chance.

    `inside`: for what must have come from inside, such as a report.
    """
    weight = numbers.inside_weight if inside else numbers.outsider_weight
    return weight * (100 - min(100, clearing)) // 100


def frame(turn: Turn, target: str) -> None:
    """A forged clue that names one person alone. It counts nowhere but in his dossier."""
    _file(turn, PAPER, turn.body(target).place, (target,), (), weight=turn.numbers.doubt.forgery_weight)


def know_stranger(turn: Turn, person: str) -> None:
    """The Circle opens a dossier on an outsider."""
    circle = turn.state.circle
    body = turn.body(person)
    circle.strangers[person] = Sighting(id=person, place=body.place, access=body.access, turn=turn.state.turn)
    if person not in circle.faces:
        circle.faces[person] = public_face(turn, person)
    turn.tell(EventKind.STRANGER, Audience.CIRCLE, subject=person, place=body.place)


def introduce(turn: Turn, person: str) -> None:
    """The newspapers print a name: both sides know from now on who this is, whatever he called himself."""
    face = public_face(turn, person)
    turn.state.circle.faces[person] = face
    turn.state.center.faces.setdefault(person, face)


def public_face(turn: Turn, person: str) -> Face:
    """How the world knows a person."""
    definition = turn.scenario.setup.people.get(person)
    if definition is None:  # a newcomer, whom the Circle has met
        return turn.state.circle.faces[person]
    return public_face_of(definition)


def set_doubt(turn: Turn, person: str, percent: int) -> None:
    """Raises the doubt of a person of the roster to at least so many per cent."""
    member = turn.state.circle.members[person]
    turn.state.circle.members[person] = changed(member, doubt=max(member.doubt, percent * 100))


def point_at(turn: Turn, person: str, percent: int) -> None:
    """Somebody names a person of the Center's: a member is doubted at least so much, an illegal outsider a known stranger, and of
    a legal one knows who he is, and that is all."""
    if person in turn.state.circle.members:
        set_doubt(turn, person, percent)
    elif _is_legal(turn, person):
        introduce(turn, person)
    else:
        know_stranger(turn, person)


def _is_legal(turn: Turn, person: str) -> bool:
    file = turn.agent(person)
    return file is not None and file.post is LEGAL


def _file(
    turn: Turn,
    operation: str,
    place: str,
    suspects: tuple[str, ...],
    cleared: tuple[str, ...],
    weight: int = 0,
    clearing: int = 0,
    stranger: str = "",
) -> None:
    circle, numbers = turn.state.circle, turn.numbers.doubt
    doubts = [uncleared(circle.members[person].doubt, clearing, numbers.cap) for person in suspects]
    blamed = [
        _row(turn, person, share, blame(doubt, share, numbers.cap))
        for person, doubt, share in zip(suspects, doubts, share_blame(doubts, weight), strict=True)
    ]
    honest = [_row(turn, person, 0, min(circle.members[person].doubt, numbers.cleared * 100)) for person in cleared]
    for row in (*blamed, *honest):
        if row.after != row.before:
            circle.members[row.id] = changed(circle.members[row.id], doubt=row.after)
    clue = Clue(
        id=len(circle.clues) + 1,
        turn=turn.state.turn,
        operation=operation,
        place=place,
        suspects=tuple(blamed),
        cleared=tuple(honest),
        stranger=stranger,
    )
    circle.clues = (*circle.clues, clue)
    turn.tell(EventKind.CLUE, Audience.CIRCLE, operation=operation, place=place, number=clue.id, people=suspects)


def _row(turn: Turn, person: str, share: int, after: int) -> Suspect:
    return make_suspect(id=person, share=share, before=turn.state.circle.members[person].doubt, after=after)
