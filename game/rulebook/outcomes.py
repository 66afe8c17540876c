"""What an effect does, as a phrase of the rulebook; every figure in it is read from the rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from types import MappingProxyType

from game.rulebook.figures import plain, signed
from game.rules.numbers import Numbers
from game.rules.words import (
    AddAlert,
    AddMeter,
    AddSection,
    AddSecurity,
    AddTolerance,
    Banish,
    Do,
    Effect,
    Keeps,
    Loyalty,
    Rapport,
    Ring,
    StrikeAt,
    Whom,
)


def _survey(numbers: Numbers) -> str:
    return (
        "everybody of the roster in the area who is not the Center's is seen; at the seat he is located, "
        f"the track {signed(numbers.track.surveyed)}, guards and security counted"
    )


def _recruit(numbers: Numbers) -> str:
    return (
        f"the target is the Center's: an illegal with cover and legend {plain(numbers.cover.recruited)}; "
        f"paranoia {signed(numbers.paranoia.recruit)} if he is of ring 2 or closer"
    )


def _recall(numbers: Numbers) -> str:
    return f"he leaves the game and paranoia {signed(numbers.paranoia.recall)}, or, if he is doubtful, perhaps defects"


def _denounce(numbers: Numbers) -> str:
    return (
        f"if the target is the Center's: influence {signed(numbers.denounce.right)} and he is blown; "
        f"if not: influence {signed(numbers.denounce.wrong)} and he is gone"
    )


def _feed(numbers: Numbers) -> str:
    feeding = numbers.feeding
    return (
        f"if the target is a mole: up to {plain(feeding.track)} of the track that is hearsay become false, and his reports lie "
        f"in this turn and the next {plain(feeding.turns)}; if not: he loses one loyalty with {plain(feeding.loses_heart)} %"
    )


DEEDS: Mapping[str, Callable[[Numbers], str]] = MappingProxyType(
    {
        "travel": lambda _: "the agent sets out",
        "stumble": lambda _: "the agent stays; an illegal loses one cover",
        "survey": _survey,
        "learn_lever": lambda _: "one lever of the target that was not known is learnt, if there is one",
        "recruit": _recruit,
        "report_agent": lambda numbers: (
            f"the target names the agent: doubt of him at least {plain(numbers.doubt.reported)} %, "
            "or an illegal outsider is a known stranger"
        ),
        "frame": lambda _: "a forged clue names the target alone",
        "kill": lambda _: "the target is dead",
        "inspect": lambda _: "a doubtful target gains one loyalty; it is known whether he is steady now",
        "recall": _recall,
        "watch": lambda _: "the area is watched this turn",
        "vet": lambda _: "a finding for or against the target",
        "ask_visa": lambda numbers: (
            f"tolerance of the country +1; from {plain(numbers.asylum.visa_at)} on it grants a visa, "
            "unless it has, or is the country of asylum"
        ),
        "denounce": _denounce,
        "relocate": lambda _: "the Old Man sets out with the household",
        "hide": lambda numbers: (
            f"the Center's track {signed(numbers.track.hiding)}; influence {signed(numbers.influence.silence)} at the turn's end"
        ),
        "feed": _feed,
    }
)
"""What each deed does, by its word."""

PLACES: Mapping[str, str] = MappingProxyType({"here": "where the agent is", "there": "of the target", "seat": "of the house"})


def effect_phrases(effects: Iterable[Effect], numbers: Numbers) -> str:
    """The effects one after another, divided by semicolons."""
    return "; ".join(effect_phrase(effect, numbers) for effect in effects)


def effect_phrase(effect: Effect, numbers: Numbers) -> str:
    """One effect as a phrase, such as "influence −2"."""
    match effect:
        case AddMeter():
            whose = f" of the {effect.of.value.capitalize()}" if effect.of else ""
            return f"{effect.meter.value}{whose} {signed(effect.add)}"
        case Rapport(set=None):
            return f"rapport with the target {signed(effect.add)}"
        case Rapport():
            return f"rapport with the target becomes {plain(effect.set or 0)}"
        case AddAlert():
            return f"alert {_country(effect.alert)} {signed(effect.add)}"
        case AddTolerance():
            return f"tolerance {_country(effect.tolerance)} {signed(effect.add)}"
        case AddSecurity():
            return f"security {_where(effect.security)} {signed(effect.add)}"
        case AddSection():
            return f"sections {_where(effect.section)} {signed(effect.add)}"
        case Ring():
            who = "the agent" if effect.ring is Whom.AGENT else "the target"
            rings = f"{plain(abs(effect.closer))} ring{'' if abs(effect.closer) == 1 else 's'}"
            return f"{who} comes {rings} closer" if effect.closer > 0 else f"{who} is moved {rings} out"
        case Loyalty():
            who = "the agent" if effect.loyalty is Whom.AGENT else "the target"
            unless = "is not" if effect.own else "is"
            return f"loyalty of {who} {signed(effect.add)}, unless he {unless} the Center's"
        case Do():
            told = DEEDS.get(effect.deed.value)
            return told(numbers) if told else effect.deed.value.replace("_", " ")
        case Keeps():
            return f"the household keeps the {effect.keeps.value} from now on"
        case Banish():
            return f"the Old Man is taken to {effect.banished} with the household"
        case StrikeAt():
            return "the strike runs its course"
        case _:
            return ", ".join(f"{field.name} {getattr(effect, field.name)}" for field in fields(effect))


def _country(name: str) -> str:
    return "of the country of asylum" if name == "seat" else _where(name)


def _where(name: str) -> str:
    return PLACES.get(name, f"of {name}")
