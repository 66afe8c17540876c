"""What exactly stands behind the name of each reason: the glossary of the rulebook."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from game.language import Words
from game.rulebook.reasons import stat_words
from game.rulebook.source import Rules
from game.rules.words import Term

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "tradecraft": "the skill of whoever carries the order out",
        "charm": "the skill of whoever carries the order out",
        "nerve": "the skill of whoever carries the order out",
        "analysis": "the skill of whoever carries the order out",
        "force": "the skill of whoever carries the order out",
        "cover": "the cover of the agent",
        "cover_missing": "how far the agent's cover is below the highest that there is; a legal, who has none, lacks all of it",
        "loyalty": "the loyalty of the target to the side on which he truly is",
        "loyalty_missing": "how far the loyalty is below steady",
        "doubt": "the Circle's doubt of the agent in whole per cents; nothing for an outsider",
        "access": "the ring, from 1 (the household) to 4 (outsiders)",
        "rapport": "the agent's rapport with the target",
        "household_rapport": "best rapport with anybody active of the household, wherever he is, who is not the Center's",
        "free_contacts": "how many more contacts the agent can keep",
        "rings_short": "how many rings the agent's new ring lies inside ring 3: none for ring 3, one for ring 2, two for ring 1",
        "levers_known": "the Center knows at least one lever of the target",
        "guards": "those who stand guard, where the agent is at the seat or the target is of the household there; else none",
        "guards_at_gate": "guards as they count against one who strikes alone",
        "guards_on_walls": "guards as they count against a party",
        "gate_inside": "the way leads into the household, and the household keeps the gate",
        "security": "the security of the house in which he lives",
        "security_inside": "the security of the house, where the way leads into the household; else nothing",
        "security_room": "how much more security the house can bear",
        "alert": "the alert of the country in question: where the agent is, or for a journey where it leads",
        "police": "the police of the country where the agent is",
        "tolerance": "the tolerance of the country in question",
        "leverage": "Moscow's leverage in the country in question",
        "influence": "the influence of the Old Man",
        "track": "the Center's track",
        "false_track": "some of the track is false",
        "preparation": "the Center's preparation",
        "extra_funds": "funds that were added to the cost of the order",
        "raiders_force": "the force of all illegals of the Center's who take part, added up",
        "mole_at_seat": "somebody of the Center's who is of the household is at the seat",
        "other_mole": "another of the Center's people who is of ring 2 or closer is in the area",
        "sections": "the sections of the area",
        "turns_since_vetted": "turns since the target was last vetted",
        "turns_since_hidden": "turns since he last hid",
        "turns_since_relocated": "turns since he last set out for another house",
    }
)
"""What each number of the vocabulary is, by its word."""


def glossary(rules: Rules, _: Words) -> list[str]:
    """A table of every reason that the operations of these rules name, in the order in which they first come up."""
    rows = ["| reason | what it is |", "|:--|:--|"]
    named: dict[str, dict[str, list[str]]] = {}
    for operation, term in _terms(rules):
        stats = named.setdefault(stat_words(term.stat.value, term.of, _), {})
        stats.setdefault(term.stat.value, []).append(operation)
    for name, stats in named.items():
        for stat, operations in stats.items():
            only = f" ({', '.join(operations)})" if len(stats) > 1 else ""
            rows.append(f"| *{name}*{only} | {MEANINGS.get(stat, stat)} |")
    return rows


def _terms(rules: Rules) -> Iterator[tuple[str, Term]]:
    """The reasons of every operation, with what it is called; those of all traces are told where traces are."""
    for operation in rules.operations.values():
        yield from ((operation.name, term) for term in operation.success.plus)
