"""The sums that worked examples ask for by name, each done by the engine's own arithmetic.

A sum takes amounts by name and answers with the figure as it is set in the book.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.rulebook.chances import traces_terms
from game.rulebook.figures import hundredths, plain, score
from game.rulebook.source import Rules
from game.rules.clues import clearing_chance, outsider_weight
from game.rules.doubt import blame, found_chance, share_blame, uncleared, weigh_finding
from game.rules.exposure import expulsion_chance, police_chance, silence_chance
from game.rules.geography import turns_of
from game.rules.nouns import Step
from game.rules.numbers import Rate, chance_per_turn
from game.rules.odds import odds_of
from game.rules.phases.newcomers import newcomer_chance
from game.rules.verdicts import count_attribution, score_death, score_survival

Amounts = Mapping[str, int]
Sum = Callable[[Rules, Amounts], str]


def _police(rules: Rules, given: Amounts) -> str:
    return plain(police_chance(rules.numbers, given["police"], given["alert"], given["tradecraft"]))


def _traces(rules: Rules, given: Amounts) -> str:
    """The chance that an illegal leaves traces from a base, where nobody watches."""
    reasons = [(term, given[term.stat.value]) for term in traces_terms(rules.numbers, legal=False)]
    return plain(odds_of(rules.numbers, given["base"], reasons).low)


def _silence(rules: Rules, given: Amounts) -> str:
    return plain(silence_chance(rules.numbers.captives, given["nerve"]))


def _expulsion(rules: Rules, given: Amounts) -> str:
    return plain(expulsion_chance(rules.numbers.traces, given["police"], given["alert"]))


def _refusal(rules: Rules, given: Amounts) -> str:
    numbers = rules.numbers.defection
    return plain(numbers.recalled_per_point * max(0, numbers.steady - given["loyalty"]))


def _newcomer(rules: Rules, given: Amounts) -> str:
    return plain(newcomer_chance(rules.numbers.newcomers, given["influence"], given["sections"], Step.MONTH))


def _clears(rules: Rules, given: Amounts) -> str:
    return plain(clearing_chance(rules.numbers.doubt, given["analysis"]))


def _weight(rules: Rules, given: Amounts) -> str:
    clearing = clearing_chance(rules.numbers.doubt, given.get("analysis", 0))
    return hundredths(outsider_weight(rules.numbers.doubt, bool(given.get("inside")), clearing))


def _uncleared(rules: Rules, given: Amounts) -> str:
    """Doubt of somebody whom a watch has not struck off, before blame is shared."""
    numbers = rules.numbers.doubt
    return hundredths(uncleared(given["doubt"] * 100, clearing_chance(numbers, given["analysis"]), numbers.cap))


def _forged(rules: Rules, given: Amounts) -> str:
    """Doubt after so many forged papers, one after another."""
    doubt, numbers = given["doubt"] * 100, rules.numbers.doubt
    for _ in range(given["papers"]):
        doubt = blame(doubt, share_blame([doubt], numbers.forgery_weight)[0], numbers.cap)
    return hundredths(doubt)


def _found(rules: Rules, given: Amounts) -> str:
    return plain(found_chance(rules.numbers.vetting, given["analysis"], given["cover"]))


def _finding(rules: Rules, given: Amounts) -> str:
    numbers, cap = rules.numbers.vetting, rules.numbers.doubt.cap
    guilty, vetter = bool(given["guilty"]), given.get("vetter", 0) * 100
    return hundredths(weigh_finding(numbers, given["doubt"] * 100, guilty, given["analysis"], vetter, cap))


def _attribution(rules: Rules, given: Amounts) -> str:
    talked = bool(given.get("talked"))
    return plain(count_attribution(rules.numbers.attribution, given["unmasked"], given["clues"], talked))


def _death(rules: Rules, given: Amounts) -> str:
    return score(score_death(rules.numbers, given["attribution"])[1])


def _survival(rules: Rules, given: Amounts) -> str:
    return score(score_survival(rules.numbers.scores, given["influence"], given["unmasked"])[1])


def _per_turn(_: Rules, given: Amounts) -> str:
    """A chance a month as the chance in a turn of so many days."""
    return plain(chance_per_turn(given["percent"], _step(given["days"])))


def _amount(_: Rules, given: Amounts) -> str:
    """What so much a month comes to in one turn of so many days."""
    return plain(Rate(value=given["value"]).amount(_step(given["days"]), given["turn"]))


def _turns(_: Rules, given: Amounts) -> str:
    """How many turns a journey of so many days takes."""
    return plain(turns_of(given["way"], _step(given["days"])))


def _arrival(_: Rules, given: Amounts) -> str:
    """The turn in whose dispatches a journey of so many days ends that was ordered in a turn."""
    return plain(given["turn"] + turns_of(given["way"], _step(given["days"])))


def _add(_: Rules, given: Amounts) -> str:
    return plain(sum(given.values()))


def _take(_: Rules, given: Amounts) -> str:
    """The first amount less the others."""
    first, *others = given.values()
    return plain(first - sum(others))


def _percent(_: Rules, given: Amounts) -> str:
    """So many per cent of a number, in whole points, parts left off."""
    return plain(given["number"] * given["percent"] // 100)


def _within(_: Rules, given: Amounts) -> str:
    """A number after something was added, kept between 0 and the most."""
    return plain(max(0, min(given["most"], given["start"] + given["add"])))


def _step(days: int) -> Step:
    return next(step for step in Step if step.days == days)


SUMS: Mapping[str, Sum] = MappingProxyType(
    {
        "police": _police,
        "traces": _traces,
        "silence": _silence,
        "expulsion": _expulsion,
        "refusal": _refusal,
        "newcomer": _newcomer,
        "clears": _clears,
        "weight": _weight,
        "uncleared": _uncleared,
        "forged": _forged,
        "found": _found,
        "finding": _finding,
        "attribution": _attribution,
        "death": _death,
        "survival": _survival,
        "per_turn": _per_turn,
        "amount": _amount,
        "turns": _turns,
        "arrival": _arrival,
        "add": _add,
        "take": _take,
        "percent": _percent,
        "within": _within,
    }
)
"""Every sum by the name that the template calls it by."""
