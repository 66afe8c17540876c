"""The two chances of an operation: as sums in words, and worked out for given amounts by the engine's arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.language import Words
from game.rulebook.figures import plain, spaced
from game.rulebook.needs import need_phrase
from game.rulebook.reasons import is_bare, stat_words
from game.rules.definitions import Operation
from game.rules.nouns import PhaseName, Side
from game.rules.numbers import Numbers
from game.rules.odds import WATCHED, Odds, odds_of
from game.rules.words import Chance, Stat, Term, Whom


@dataclass(frozen=True, slots=True)
class Example:
    """Amounts for a worked example, by the name of the number; `name.whom` where one stands for somebody else's."""

    amounts: Mapping[str, int]

    def amount(self, term: Term) -> int:
        """The amount for a reason; 1 where none is given."""
        own = self.amounts.get(f"{term.stat.value}.{term.of.value}")
        return own if own is not None else self.amounts.get(term.stat.value, 1)

    @property
    def legal(self) -> bool:
        """Whether the example is of a legal, whose cover does not count."""
        return bool(self.amounts.get("legal"))

    @property
    def watched(self) -> bool:
        """Whether the area is watched."""
        return bool(self.amounts.get(WATCHED))


def success_sum(chance: Chance, _: Words) -> str:
    """The chance of success as a sum in words, such as "40 + 8 × *Tradecraft*"."""
    if not chance.plus:
        return "sure" if chance.base == 100 else f"{plain(chance.base)} %"
    whole = f"{plain(chance.base)} " + " ".join(_term(term, _) for term in chance.plus)
    if chance.sure_unless is not None:
        return f"sure, unless {need_phrase(chance.sure_unless, _)}; then {whole}"
    return whole


def traces_sum(operation: Operation, numbers: Numbers, _: Words) -> str:
    """The chance of traces as a sum in words; empty where an operation leaves none."""
    base = operation.traces.base
    if operation.phase is PhaseName.STRIKES or operation.side is Side.CIRCLE:
        return ""
    if base in (0, 100):
        return f"{plain(base)} %" if base else ""
    terms = " ".join(_term(term, _) for term in traces_terms(numbers, legal=False))
    return f"{plain(base)} {terms} {spaced(numbers.traces.watched)} if the area is watched"


def traces_terms(numbers: Numbers, legal: bool) -> tuple[Term, ...]:
    """The reasons that count for the traces of every operation; a legal has no cover that could count."""
    weights = numbers.traces
    terms = (
        Term(stat=Stat.TRADECRAFT, per=weights.tradecraft),
        Term(stat=Stat.ALERT, of=Whom.HERE, per=weights.alert),
    )
    return terms if legal else (*terms, Term(stat=Stat.COVER, per=weights.cover))


def success_odds_of(operation: Operation, numbers: Numbers, example: Example) -> Odds:
    """The chance of success for the amounts of an example."""
    chance = operation.success
    if not chance.plus:
        return Odds(chance.base, (), chance.base, chance.base)
    return odds_of(numbers, chance.base, [(term, example.amount(term)) for term in chance.plus])


def traces_odds_of(operation: Operation, numbers: Numbers, example: Example) -> Odds:
    """The chance of traces for the amounts of an example."""
    base = operation.traces.base
    if base in (0, 100) or operation.side is Side.CIRCLE:
        return Odds(base, (), base, base)
    reasons = [(term, example.amount(term)) for term in traces_terms(numbers, example.legal)]
    watching = numbers.traces.watched if example.watched else 0
    odds = odds_of(numbers, base + watching, reasons)
    return Odds(base, odds.shares, odds.low, odds.high)


def worked(operation: Operation, numbers: Numbers, example: Example, _: Words) -> str:
    """Both chances of an example as sums of figures, such as "40 + 24 − 8 = **56 %**"."""
    success = success_odds_of(operation, numbers, example)
    lines = []
    if success.shares:
        lines.append(f"{_given(success, _)}: success {_figures(success, 0)}.")
    traces = traces_odds_of(operation, numbers, example)
    if traces.shares and operation.phase is not PhaseName.STRIKES:
        watching = numbers.traces.watched if example.watched else 0
        state = "a legal" if example.legal else "an illegal"
        seen = "watched" if example.watched else "not watched"
        lines.append(f"{_given(traces, _)}, {state}, {seen}: traces {_figures(traces, watching)}.")
    return " ".join(lines)


def _given(odds: Odds, _: Words) -> str:
    counted = [_amount(share.stat, share.of, share.amount[0], _) for share in odds.shares if share.points[0]]
    return ", ".join(counted) or "No reason counts"


def _amount(stat: str, of: Whom, amount: int, _: Words) -> str:
    name = stat_words(stat, of, _)
    return f"*{name}*" if is_bare(stat) else f"*{name}* {plain(amount)}"


def _figures(odds: Odds, more: int) -> str:
    """The sum in figures, without what adds nothing; `more` is what the base is raised by beside the reasons."""
    parts = [part for part in (more, *(share.points[0] for share in odds.shares)) if part]
    whole = odds.base + sum(parts)
    end = f"= **{plain(odds.low)} %**" if whole == odds.low else f"= {plain(whole)}, kept to **{plain(odds.low)} %**"
    return " ".join((plain(odds.base), *(spaced(part) for part in parts), end))


def _term(term: Term, _: Words) -> str:
    name = f"*{stat_words(term.stat.value, term.of, _)}*"
    if not (term.percent or term.less) and (term.at_most == 1 or (is_bare(term.stat.value) and term.at_most is None)):
        return f"{spaced(term.per)} if {name}"
    counted = f"({name} {spaced(-term.less)})" if term.less else name
    bounds = [f"at most {term.at_most}"] if term.at_most is not None else []
    bounds += [f"at least {term.at_least}"] if term.at_least is not None else []
    limit = f" ({', '.join(bounds)})" if bounds else ""
    weight = f"{spaced(term.percent)} % of" if term.percent else f"{spaced(term.per)} ×"
    return f"{weight} {counted}{limit}"
