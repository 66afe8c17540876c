"""What an order needs, each condition as a full phrase that holds when the condition does.

The desk has shorter phrases for why an order is refused; these are for whoever reads the rules.
"""

from collections.abc import Mapping
from types import MappingProxyType

from game.language import Words
from game.rulebook.reasons import stat_words
from game.rules.nouns import HOUSEHOLD
from game.rules.words import All, Any, Condition, Is, Not, StatWithin, Whom

FLAGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "there": ("{whom} is in the agent's area", "{whom} is not in the agent's area"),
        "at_seat": ("{whom} is at the seat, the Old Man at home", "{whom} is not at the seat"),
        "on_roster": ("{whom} is on the roster", "{whom} is not on the roster"),
        "outsider": ("{whom} is an outsider", "{whom} is no outsider"),
        "own": ("{whom} is the Center's", "{whom} is not the Center's"),
        "legal": ("{whom} is a legal", "{whom} is no legal"),
        "steadfast": ("nothing could win {whom} over", "{whom} is not known to be beyond winning over"),
        "officer": ("{whom} is an officer", "{whom} is no officer"),
        "illegal": ("{whom} is an illegal", "{whom} is no illegal"),
        "known_stranger": ("{whom} is a known stranger", "{whom} is no known stranger"),
        "closer": ("the target is in a closer ring than the agent", "the target is in no closer ring than the agent"),
        "archive": ("an archive that has not been taken is in the agent's area", "no archive is in the agent's area"),
        "frontier": ("the way leads into another country", "the way leads into no other country"),
        "elsewhere": ("the target lies outside the area where he is", "the target lies in the area where he is"),
        "reachable": ("a way leads there over open routes", "no way leads there"),
        "old_man_home": ("the Old Man is at home", "the Old Man is travelling"),
        "welcome": ("the target lies in the country of asylum, or in one whose visa is held", "no visa is held for that country"),
        "interned": ("the Old Man is interned", "the Old Man is not interned"),
        "pushed": ("the Old Man is ordered out or interned", "the Old Man is neither ordered out nor interned"),
        "admissible": ("the target is of ring 3, or of ring 2 and at the seat", "the target cannot be admitted"),
        "asylum_country": ("the target lies in the country of asylum", "the target lies outside the country of asylum"),
        "home_country": ("the target lies in the Center's home country", "the target lies outside the Center's home country"),
        "gate_kept": ("the household keeps the gate", "the household keeps the walls"),
    }
)
"""For each yes-or-no the phrase for yes and the phrase for no."""

OWNERS: Mapping[Whom, str] = MappingProxyType(
    {
        Whom.AGENT: "",
        Whom.TARGET: " of the target",
        Whom.HERE: " where the agent is",
        Whom.THERE: " at the target",
        Whom.SEAT: " at the seat",
    }
)
"""How a number says whose it is."""


def need_phrase(condition: Condition, _: Words) -> str:
    """The condition as a phrase, such as "rapport of the target at least 2"."""
    match condition:
        case StatWithin():
            return _number(condition, _)
        case Is():
            return _flag(condition, 0)
        case Not(not_=Is() as inside):
            return _flag(inside, 1)
        case Not():
            return f"it is not so that {need_phrase(condition.not_, _)}"
        case All():
            return _(" and ").join(need_phrase(part, _) for part in condition.all_)
        case Any():
            return "either " + " or ".join(need_phrase(part, _) for part in condition.any_)
        case _:
            return "a condition on the whole game"


def _flag(condition: Is, no: int) -> str:
    phrases = FLAGS.get(condition.is_.value)
    whom = "the target" if condition.of is Whom.TARGET else "the agent"
    if phrases is None:
        return f"{'not ' if no else ''}{condition.is_.value.replace('_', ' ')}"
    return phrases[no].format(whom=whom)


def _number(condition: StatWithin, _: Words) -> str:
    least, most = condition.at_least, condition.at_most
    whose = f"the {'target' if condition.of is Whom.TARGET else 'agent'}"
    match condition.stat.value:
        case "access" if least == most or (least is None and most == HOUSEHOLD):
            return f"{whose} is of ring {most}"
        case "access" if most is None:
            return f"{whose} is of ring {least} or further out"
        case "access" if least is None:
            return f"{whose} is of ring {most} or closer"
        case "free_contacts":
            return f"the agent has room for {least} more contact{'' if least == 1 else 's'}"
        case "security_room":
            return f"the house can bear {least} more security"
        case "doubt":
            return f"doubt of {whose} {_bounds(least, most)} %"
        case "rapport":
            return f"rapport with the target {_bounds(least, most)}"
        case "turns_since_vetted":
            return f"{_bounds(least, most)} turns have passed since the target was last vetted"
        case "turns_since_hidden":
            return f"{_bounds(least, most)} turns have passed since he last hid"
        case "turns_since_relocated":
            return f"{_bounds(least, most)} turns have passed since he last set out for another house"
        case stat:
            name = stat_words(stat, condition.of, _).lower()
            return f"{name}{OWNERS[condition.of]} {_bounds(least, most)}"


def _bounds(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return f"{least} to {most}" if least != most else f"exactly {least}"
    return f"at least {least}" if least is not None else f"at most {most}"
