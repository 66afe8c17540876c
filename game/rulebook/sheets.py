"""The sheet of an operation: who, at whom, what it needs, its chances, its cost and what follows, all from its definition."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from game.language import Words
from game.rulebook.chances import success_sum, traces_sum
from game.rulebook.figures import plain
from game.rulebook.needs import need_phrase
from game.rulebook.outcomes import effect_phrases
from game.rulebook.source import Rules
from game.rules.definitions import Operation
from game.rules.nouns import Actor, Limit, Side, TargetKind

ACTORS: Mapping[str, str] = MappingProxyType(
    {
        "movement": "the movement",
        "old_man": "the Old Man",
        "house": "the household as a body",
    }
)
TARGETS: Mapping[TargetKind, str] = MappingProxyType(
    {
        TargetKind.PLACE: "a place of the map",
        TargetKind.SEAT: "an exile seat",
        TargetKind.COUNTRY: "a country with an exile seat",
        TargetKind.CONTACT: "a person in the agent's area who is not the Center's",
        TargetKind.ROSTER: "a person of the roster, wherever he is",
        TargetKind.NEARBY: "another person of the roster in the agent's area",
        TargetKind.OWN: "another of one's own people in the agent's country",
    }
)
LIMITS: Mapping[Limit, str] = MappingProxyType(
    {
        Limit.TURN: "one a turn for the whole side",
        Limit.TARGET: "one a turn for each target",
        Limit.COUNTRY: "one a turn for each country of an agent",
        Limit.GAME: "one a turn, and none after the first success",
    }
)


def sheet(operation: Operation, rules: Rules, _: Words) -> list[str]:
    """The lines of a table that says all there is in an operation's definition."""
    rows = ["| | |", "|:--|:--|"]
    rows.extend(f"| {name} | {text} |" for name, text in _rows(operation, rules, _))
    return rows


def _rows(operation: Operation, rules: Rules, _: Words) -> Iterator[tuple[str, str]]:
    yield "who", who(operation)
    if operation.target is not TargetKind.NONE:
        yield "target", _target(operation)
    if operation.needs:
        yield "needs", "; ".join(need_phrase(condition, _) for condition in operation.needs)
    yield "phase", operation.phase.value
    yield "success", success_sum(operation.success, _)
    traces = traces_sum(operation, rules.numbers, _)
    if traces:
        yield "traces", traces + _alarm(operation)
    yield "cost", cost(operation)
    if operation.limit is not Limit.NONE:
        yield "how often", LIMITS[operation.limit]
    if operation.counts_once:
        yield "counts", "one success for an area and turn; after it the order lapses there"
    yield from _outcomes(operation, rules)


def who(operation: Operation) -> str:
    """Who carries an operation out."""
    if operation.actor is not Actor.PERSON:
        return ACTORS.get(operation.actor.value, operation.actor.value)
    return "a person of the Center's" if operation.side is Side.CENTER else "a person of the roster"


def _target(operation: Operation) -> str:
    seen = operation.side is Side.CENTER and operation.target in (TargetKind.CONTACT, TargetKind.ROSTER, TargetKind.NEARBY)
    return TARGETS[operation.target] + (", as far as the Center has seen" if seen else "")


def _alarm(operation: Operation) -> str:
    words = "; traces raise the alert of the country by one" if operation.traces.alarm else ""
    return words + ("; only the household is suspected" if operation.traces.household else "")


def cost(operation: Operation) -> str:
    """What an operation costs, and whether it takes a signal."""
    funds = (
        f"{plain(operation.cost)} fund{'' if operation.cost == 1 else 's'}" if operation.cost or operation.extra else "no funds"
    )
    more = f", and up to {plain(operation.extra)} more" if operation.extra else ""
    return f"{funds}{more}{', and no signal' if operation.free else ''}"


def _outcomes(operation: Operation, rules: Rules) -> Iterator[tuple[str, str]]:
    same = operation.do == operation.failing
    sure = not operation.success.plus and operation.success.base == 100
    outcomes = (
        ("then" if sure or same else "if it succeeds", operation.do),
        ("if it fails", () if same else operation.failing),
        ("if it fails with traces", operation.failing_traced),
        ("either way", operation.either),
    )
    yield from ((name, effect_phrases(effects, rules.numbers)) for name, effects in outcomes if effects)
    if operation.call_off:
        yield "call-off line", "may be given, from 0 to 100 %"
