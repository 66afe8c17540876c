"""Words for why an order is refused."""

from typing import assert_never

from game.rulebook.reasons import stat_words
from game.rules.legality import Reason, ReasonKind
from game.rules.nouns import HOUSEHOLD, TargetKind
from game.rules.words import (
    All,
    Any,
    Condition,
    Flag,
    Is,
    Not,
    Stat,
    StatWithin,
)
from game.ui.presenters.people import ring_words
from game.ui.words import Words


def refusal_words(reason: Reason, _: Words) -> str:
    """Why an order may not be given, in a few words."""
    match reason.kind:
        case ReasonKind.NEEDS:
            return need_words(reason.condition, _) if reason.condition is not None else _("not possible")
        case ReasonKind.NOT_FREE:
            return _("not free to act")
        case ReasonKind.NO_TARGET:
            return _("choose a target")
        case ReasonKind.WRONG_TARGET:
            return _("nobody to be met here")
        case ReasonKind.NO_SIGNALS:
            return _("no signal left")
        case ReasonKind.NO_FUNDS:
            return _("not enough funds")
        case ReasonKind.HAS_ORDER:
            return _("has an order already")
        case ReasonKind.LIMIT:
            return _("ordered already")
        case ReasonKind.GAME_OVER:
            return _("the file is closed")
        case ReasonKind.OUT_OF_RANGE:
            return _("not possible")
        case ReasonKind.WRONG_ACTOR | ReasonKind.NOT_YOURS | ReasonKind.UNKNOWN_OPERATION:
            return _("not for this person")
        case _:
            assert_never(reason.kind)


def target_refusal_words(reason: Reason, _: Words) -> str:
    """Why one target may not be named, where others may."""
    match reason.condition:
        case Any(any_=(first, *_others)):
            return target_refusal_words(Reason(kind=reason.kind, condition=first), _)
        case StatWithin(stat=Stat.DOUBT, at_least=int(least)):
            return _("doubted less than {percent}%", percent=least)
        case StatWithin(stat=Stat.RAPPORT, at_least=int(least)):
            return _("needs rapport {number}", number=least)
        case Is(is_=Flag.THERE):
            return _("not here")
        case _:
            return refusal_words(reason, _)


def nobody_words(target: TargetKind, _: Words) -> str:
    """That there is nobody and nothing an order could name."""
    match target:
        case TargetKind.OWN:
            return _("no other of ours in this country")
        case TargetKind.ROSTER:
            return _("nobody to name")
        case TargetKind.PLACE | TargetKind.SEAT | TargetKind.COUNTRY:
            return _("no place to name")
        case TargetKind.CONTACT | TargetKind.NEARBY | TargetKind.NONE:
            return _("nobody to be met here")
        case _:
            assert_never(target)


def need_words(condition: Condition, _: Words) -> str:
    """What an order needs, as a short phrase."""
    match condition:
        case StatWithin():
            return _stat_need(condition, _)
        case Is():
            return _flag_need(condition.is_, _)
        case Not():
            return _not_need(condition.not_, _)
        case Any():
            return _any_need(condition.any_, _)
        case All():
            return need_words(condition.all_[0], _)
        case _:
            return _("not now")


def _any_need(parts: tuple[Condition, ...], _: Words) -> str:
    """Where a post may stand in for a skill both are named; else the first says most."""
    match parts:
        case (Is(is_=Flag.LEGAL), StatWithin(at_least=int(least), stat=stat, of=of)):
            return _("only a legal officer, or with {stat} {number}", stat=stat_words(stat, of, _).lower(), number=least)
        case (_first, StatWithin(stat=Stat.FREE_CONTACTS) as room):
            return need_words(room, _)
        case _:
            return need_words(parts[0], _)


def _stat_need(condition: StatWithin, _: Words) -> str:
    least, most = condition.at_least, condition.at_most
    match condition.stat:
        case Stat.ACCESS:
            if least is not None:
                return _("only from ring {ring} outwards", ring=least)
            if most == HOUSEHOLD:
                return _("only from the {ring}", ring=ring_words(most, _))
            return _("only from ring {ring} inwards", ring=most)
        case Stat.DOUBT if least is not None:
            return _("nobody is doubted {percent}% or more", percent=least)
        case Stat.FREE_CONTACTS:
            return _("no room for another contact")
        case Stat.RAPPORT if most is not None:
            return _("they are close friends already")
        case Stat.RAPPORT if least is not None:
            return _("nobody here with rapport {number}", number=least)
        case Stat.PREPARATION if most is not None:
            return _("everything is prepared")
        case Stat.SECURITY_ROOM:
            return _("the house can bear no more")
        case Stat.SECTIONS if most is not None:
            return _("three sections are here already")
        case Stat.SECTIONS:
            return _("no section there")
        case Stat.QUIET_VETTING:
            return _("vetted not long ago")
        case Stat.QUIET_HIDING:
            return _("not two turns running")
        case Stat.QUIET_RELOCATION:
            return _("moved not long ago")
        case _:
            name = stat_words(condition.stat, condition.of, _).lower()
            if least is not None:
                return _("needs {stat} {number}", stat=name, number=least)
            return _("{stat} at most {number}", stat=name, number=most)


def _flag_need(flag: Flag, _: Words) -> str:
    match flag:
        case Flag.THERE:
            return _("nobody to be met here")
        case Flag.AT_SEAT:
            return _("only at the seat")
        case Flag.LEGAL:
            return _("only for a legal officer")
        case Flag.ILLEGAL:
            return _("only for an illegal")
        case Flag.OFFICER:
            return _("only for an officer")
        case Flag.ARCHIVE:
            return _("no archive here")
        case Flag.CLOSER:
            return _("needs somebody closer than himself")
        case Flag.ELSEWHERE:
            return _("he is there already")
        case Flag.REACHABLE:
            return _("no way leads there")
        case Flag.OLD_MAN_HOME:
            return _("he is travelling")
        case Flag.WELCOME:
            return _("no visa for that country")
        case Flag.GATE_KEPT:
            return _("the walls are kept already")
        case Flag.ADMISSIBLE:
            return _("a member must first come to the seat")
        case _:
            return _("not possible here")


def _not_need(condition: Condition, _: Words) -> str:
    if isinstance(condition, Is):
        match condition.is_:
            case Flag.STEADFAST:
                return _("nothing could win this person over")
            case Flag.KNOWN_STRANGER:
                return _("he would be recognised")
            case Flag.OWN:
                return _("he is one of ours")
            case Flag.GATE_KEPT:
                return _("the gate is kept already")
            case Flag.HOME_COUNTRY:
                return _("nobody comes back from there")
            case _:
                pass
    return _("not possible now")
