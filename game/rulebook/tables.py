"""Lines of the book that are made from the rules where the template asks for them by a `%` and a word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.language import Words
from game.rulebook.chances import Example, worked
from game.rulebook.figures import hundredths, plain, score
from game.rulebook.filling import Filling
from game.rulebook.meanings import glossary
from game.rulebook.measured import Measured, measured_lines
from game.rulebook.reasons import stat_words
from game.rulebook.sheets import cost, who
from game.rulebook.source import Rules
from game.rulebook.template import Directive, TemplateError, label_of
from game.rules.clues import clearing_chance, outsider_weight
from game.rules.definitions import Operation
from game.rules.doubt import blame, share_blame, uncleared
from game.rules.nouns import SKILL_INDEX, PhaseName, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What directives are made from: the rules, the amounts that examples take where they name none, the measurements."""

    rules: Rules
    filling: Filling
    words: Words
    measured: tuple[Measured, ...]
    amounts: Mapping[str, int]


def directed(table: Table, directive: Directive) -> list[str]:
    """The lines that a directive stands for. Raises TemplateError for an unknown word or wrong amounts."""
    if directive.word not in _DIRECTIVES:
        raise TemplateError(directive.line, f"there is no '% {directive.word}'")
    try:
        return _DIRECTIVES[directive.word](table, directive)
    except KeyError as missing:
        raise TemplateError(directive.line, f"'% {directive.word}' needs {missing}") from None


def example(table: Table, directive: Directive) -> list[str]:
    """A worked example of the operation in whose block the directive stands."""
    operation = table.rules.operations[directive.operation]
    given = {**table.amounts, **table.filling.amounts(directive.arguments, directive.line)}
    text = worked(operation, table.rules.numbers, Example(given), table.words)
    return [f"*Example.* {text}"] if text else []


def _phases(table: Table, _: Directive) -> list[str]:
    """The phases in order, with the operations that belong to each."""
    rows = ["| phase | the Center | the Circle |", "|:--|:--|:--|"]
    for phase in PhaseName:
        orders = [operation for operation in table.rules.operations.values() if operation.phase is phase]
        columns = [
            ", ".join(operation.name for operation in orders if operation.side.value == side) for side in ("center", "circle")
        ]
        rows.append(f"| {phase.value} | {columns[0] or '–'} | {columns[1] or '–'} |")
    return rows


def _orders(table: Table, directive: Directive) -> list[str]:
    """The orders of a side at a glance, each with the number of its paragraph."""
    orders = [operation for operation in table.rules.operations.values() if operation.side.value == directive.arguments]
    numbers = {order.id: table.filling.fill(f"{{§{label_of(order.id)}}}", directive.line) for order in orders}
    rows = []
    for order in sorted(orders, key=lambda order: [int(part) for part in numbers[order.id].split(".")]):
        last = _traces_begin(order) if order.side is Side.CENTER else who(order)
        name, skills = f"{numbers[order.id]} {order.name}", _skills(order, table.words)
        rows.append(f"| {name} | {order.phase.value} | {cost(order)} | {skills} | {last} |")
    head = "traces" if directive.arguments == Side.CENTER.value else "who"
    return ["", f"| order | phase | cost | skills | {head} |", "|:--|:--|:--|:--|:--|", *rows, ""]


def _skills(operation: Operation, words: Words) -> str:
    """The skills in the sum of an operation's success."""
    skills = (term for term in operation.success.plus if term.stat.value in SKILL_INDEX)
    return ", ".join(dict.fromkeys(stat_words(term.stat, term.of, words).lower() for term in skills)) or "–"


def _traces_begin(operation: Operation) -> str:
    """The base of an operation's traces, and whether they raise the alert."""
    if not operation.traces.base or operation.phase is PhaseName.STRIKES:
        return "–"
    return plain(operation.traces.base) + (", alert" if operation.traces.alarm else "")


def _clue(table: Table, directive: Directive) -> list[str]:
    """One clue shared out: suspects by name with their doubt, `watched` by a watcher's analysis, `inside`, `forged`."""
    numbers = table.rules.numbers.doubt
    given = table.filling.amounts(directive.arguments, directive.line)
    watched, inside, forged = (given.pop(name, 0) for name in ("watched", "inside", "forged"))
    clearing = clearing_chance(numbers, watched)
    weight = numbers.forgery_weight if forged else outsider_weight(numbers, bool(inside), clearing)
    doubts = [doubt * 100 for doubt in given.values()]
    weights = [uncleared(doubt, clearing, numbers.cap) for doubt in doubts]
    rows = ["| suspect | weighs | share of the blame | doubt before | doubt after |", "|:--|--:|--:|--:|--:|"]
    for name, doubt, weighs, share in zip(given, doubts, weights, share_blame(weights, weight), strict=True):
        after = hundredths(blame(weighs, share, numbers.cap))
        before = hundredths(doubt)
        rows.append(
            f"| {name.replace('_', ' ')} | {hundredths(weighs // 100)} | {hundredths(share)} % | {before} % | {after} % |"
        )
    rows.append(f"| an outsider | {hundredths(weight)} | the rest | | |")
    return ["", *rows, ""]


def _verdicts(table: Table, _: Directive) -> list[str]:
    """The verdicts with the Center's score for each."""
    scores, attribution = table.rules.numbers.scores, table.rules.numbers.attribution
    low, high = attribution.unproven_most, attribution.open_secret_most
    alive = f"{score(scores.alive)} {_less(scores.alive_per_influence)} for each point of influence"
    hunted = (
        f"; a further {score(scores.hunted_extra)} with influence {plain(scores.hunted_influence)} or more "
        f"and {plain(scores.hunted_people)} or more of the Center's people unmasked"
    )
    rows = (
        (f"killed, never proven (attribution 0 to {plain(low)})", score(scores.killed_unproven)),
        (f"killed, an open secret (attribution {plain(low + 1)} to {plain(high)})", score(scores.killed_open_secret)),
        (f"killed, and all know by whom (attribution {plain(high + 1)} or more)", score(scores.killed_all_know)),
        ("the hunters hunted", score(scores.hunters_hunted)),
        ("deported", score(scores.deported)),
        (
            f"he lives, forgotten (influence {scores.forgotten_most}{' or less' if scores.forgotten_most else ''})",
            score(scores.forgotten),
        ),
        ("he lives", alive + hunted),
    )
    return ["", "| verdict | score of the Center |", "|:--|:--|", *(f"| {name} | {told} |" for name, told in rows), ""]


def _less(number: int) -> str:
    return f"{'−' if number < 0 else '+'} {score(abs(number)).lstrip('+')}"


def _reasons(table: Table, _: Directive) -> list[str]:
    return ["", *glossary(table.rules, table.words), ""]


def _measured(table: Table, _: Directive) -> list[str]:
    return measured_lines(table.measured, table.rules)


_DIRECTIVES: Mapping[str, Callable[[Table, Directive], list[str]]] = MappingProxyType(
    {
        "example": example,
        "phases": _phases,
        "orders": _orders,
        "clue": _clue,
        "verdicts": _verdicts,
        "reasons": _reasons,
        "measured": _measured,
    }
)
"""Every directive by its word; `amounts` and `others` are read by the book itself."""
