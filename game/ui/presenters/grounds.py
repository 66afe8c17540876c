"""Why a side thinks of somebody as it does: for the Circle every clue and finding with its points, for the Center what its
people know of him."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.match.wording import describe_event
from game.rulebook.figures import signed
from game.rules.events import Event, EventKind
from game.rules.nouns import OLD_MAN, Audience
from game.rules.state import Clue, Finding
from game.rules.view import CenterView, CircleView, View
from game.ui.presenters.dates import opening_words
from game.ui.presenters.dossiers import Dossier, dossier, lever_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.unsent import NOBODY, Unsent
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that speaks for or against somebody: words, where and when, its points of doubt.

    `points` is missing where he is a stranger. `others` were suspected too; `cleared` were struck off.
    """

    words: str
    note: str
    points: int | None = None
    others: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What is known of one person. `before` is the doubt before its last change, with `since` in words.

    `ties` are names with rapport 1-3; `facts` pairs of words.
    """

    id: str
    name: str
    line: str
    about: str
    portrait: Mapping[str, str]
    own: bool
    doubt: int | None = None
    before: int | None = None
    since: str = ""
    grounds: tuple[Ground, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    ties: tuple[tuple[str, int], ...] = ()


def grounds_of(view: View, person: str, _: Words, unsent: Unsent = NOBODY) -> Grounds | None:
    """The sheet beside the board; nothing for who is not known. `unsent` are those who left without being sent."""
    sheet = dossier(view, person, _, unsent)
    if sheet is None:
        return None
    plain = Grounds(
        id=person,
        name=sheet.name,
        line=" · ".join(part for part in (sheet.subtitle, sheet.where) if part),
        about=sheet.about,
        portrait=sheet.portrait,
        own=person in view.bodies or (person == OLD_MAN and isinstance(view, CircleView)),
        facts=sheet.facts,
    )
    if person == OLD_MAN:
        return plain
    return _circle_grounds(view, plain, _) if isinstance(view, CircleView) else _center_grounds(view, plain, _)


_REASONS = 6
"""How many reasons a tip has room for."""


def with_reasons(view: View, sheet: Dossier, _: Words) -> Dossier:
    """A sheet that says what its doubt is made of, the last first; who is not doubted has it as it was."""
    known = grounds_of(view, sheet.id, _) if sheet.doubt is not None else None
    if known is None:
        return sheet
    counted = [ground for ground in known.grounds if ground.points is not None]
    lines = [_reason(ground) for ground in counted[:_REASONS]]
    if len(counted) > _REASONS:
        lines.append(_("All reasons are on the rings."))
    return replace(sheet, reasons=tuple(lines))


def _reason(ground: Ground) -> str:
    words = f"{ground.words} ({ground.note})" if ground.note else ground.words
    return f"**{signed(ground.points or 0)}** {words}"


def _center_grounds(view: View, plain: Grounds, _: Words) -> Grounds:
    if not isinstance(view, CenterView):
        return plain
    agent = view.agents.get(plain.id)
    if agent is not None:
        ties = tuple((view.name(other), rapport) for other, rapport in agent.contacts)
    else:
        pairs = [(view.name(each.id), each.rapport_with(plain.id)) for each in view.agents.values()]
        ties = tuple((name, rapport) for name, rapport in pairs if rapport)
    facts = tuple(fact for fact in plain.facts if fact[0] not in (_("Contacts"), _("Rapport"), _("Moved by")))
    levers = ", ".join(lever_words(lever, _) for lever in view.levers.get(plain.id, ()))
    if agent is None:
        facts = (*facts, (_("Moved by"), levers or _("not known yet")))
    return replace(plain, facts=facts, ties=ties)


def _circle_grounds(view: CircleView, plain: Grounds, _: Words) -> Grounds:
    """The points add up to the doubt: where it began, every clue and finding, and the rest that was heard."""
    member = view.members.get(plain.id)
    timed = [(clue.turn, 0, _clue_ground(view, plain.id, clue, _), _shift(plain.id, clue)) for clue in _clues(view, plain.id)]
    timed += [
        (finding.turn, 1, _finding_ground(view, finding, _), (finding.before, finding.after))
        for finding in view.findings
        if finding.person == plain.id
    ]
    timed.sort(key=lambda row: row[:2])
    shifts = [(turn, shift) for turn, _order, _ground, shift in timed if shift is not None]
    rows = [ground for _turn, _order, ground, _shift in reversed(timed)]
    if member is None:
        return replace(plain, grounds=tuple(rows))
    first = shifts[0][1][0] if shifts else member.doubt
    accounted = percent(first) + sum(ground.points or 0 for ground in rows)
    rest = percent(member.doubt) - accounted
    if abs(rest) > len(rows):
        rows.insert(0, Ground(words=_("What was said of this person since"), note="", points=rest))
    rows.append(
        Ground(words=_("As every newcomer is doubted") if member.newcomer else _("To begin with"), note="", points=percent(first))
    )
    last = shifts[-1] if shifts else None
    since = opening_words(view.catalogue, last[0], "%B %Y", _) if last else ""
    return replace(
        plain,
        doubt=percent(member.doubt),
        before=percent(last[1][0]) if last else None,
        since=_("{percent}% before {when}", percent=percent(last[1][0]), when=since) if last else "",
        grounds=tuple(rows),
    )


def _clues(view: CircleView, person: str) -> list[Clue]:
    return [clue for clue in view.clues if person == clue.stranger or _shift(person, clue) is not None]


def _shift(person: str, clue: Clue) -> tuple[int, int] | None:
    return next(((row.before, row.after) for row in (*clue.suspects, *clue.cleared) if row.id == person), None)


def _clue_ground(view: CircleView, person: str, clue: Clue, _: Words) -> Ground:
    """A clue in the words in which it was reported."""
    event = Event(
        kind=EventKind.CLUE, audience=Audience.CIRCLE, turn=clue.turn, operation=clue.operation, place=clue.place, number=clue.id
    )
    shift = _shift(person, clue)
    return Ground(
        words=describe_event(event, view.catalogue, view.name),
        note=_where_when(view, clue.place, clue.turn, _),
        points=percent(shift[1]) - percent(shift[0]) if shift else None,
        others=tuple(view.name(suspect.id) for suspect in clue.suspects if suspect.id != person),
        cleared=tuple(view.name(row.id) for row in clue.cleared),
    )


def _finding_ground(view: CircleView, finding: Finding, _: Words) -> Ground:
    words = _("Vetted: something does not fit") if finding.guilty else _("Vetted, and nothing was found")
    when = opening_words(view.catalogue, finding.turn, "%B %Y", _)
    return Ground(
        words=words,
        note=f"{view.name(finding.vetter)}, {when}",
        points=percent(finding.after) - percent(finding.before),
    )


def _where_when(view: View, place: str, turn: int, _: Words) -> str:
    return f"{view.catalogue.places[place].name}, {opening_words(view.catalogue, turn, '%B %Y', _)}"
