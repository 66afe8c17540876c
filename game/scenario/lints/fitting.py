"""Lints on words in places where they mean nothing: words of orders in events and tasks, words of events in orders, and effects
on something that the order does not name."""

from collections.abc import Iterator, Mapping

from game.rules.nouns import HOUSEHOLD, SYMPATHISER, Actor, PhaseName, Side, TargetKind
from game.rules.words import (
    AddAlert,
    AddSection,
    AddSecurity,
    AddTolerance,
    All,
    Any,
    DateWithin,
    Deed,
    Do,
    Flag,
    Interned,
    Is,
    Lives,
    Located,
    Loyalty,
    Meter,
    MeterWithin,
    OwnInRing,
    PersonIs,
    Rapport,
    Ring,
    SectionsHeld,
    SecurityWithin,
    Stat,
    StatWithin,
    StrikeAt,
    Term,
    ToleranceWithin,
    Unmasked,
    Visas,
    Whom,
)
from game.scenario.lints.names import HERE
from game.scenario.lints.sheet import Remark, Sheet, walk

_OF_AN_ORDER = HERE - {"seat"}
"""Those to which only an order gives a meaning."""

_PEOPLE = frozenset((TargetKind.CONTACT, TargetKind.ROSTER, TargetKind.NEARBY, TargetKind.OWN))
_PLACES = frozenset((TargetKind.PLACE, TargetKind.SEAT))
_ROSTER = _PEOPLE - {TargetKind.OWN}
"""Those of whom the Circle has a file: somebody of the Center's own need not be among them."""

_WITH_TARGET: Mapping[Deed, frozenset[TargetKind]] = (
    {
        Deed.TRAVEL: _PLACES,
        Deed.RELOCATE: _PLACES,
        Deed.ASK_VISA: frozenset((TargetKind.COUNTRY,)),
        Deed.INSPECT: frozenset((TargetKind.OWN,)),
    }
    | dict.fromkeys(
        (
            Deed.LEARN_LEVER,
            Deed.RECRUIT,
            Deed.REPORT_AGENT,
            Deed.KILL,
            Deed.DENOUNCE,
            Deed.FEED,
        ),
        _PEOPLE,
    )
    | dict.fromkeys((Deed.FRAME, Deed.VET), _ROSTER)
)
"""What an order must name for a deed to be done to it."""

_OF_THE_CENTER = frozenset((Deed.STUMBLE, Deed.INSPECT, Deed.RECALL))
_IN_PERSON = frozenset((Deed.TRAVEL, Deed.STUMBLE, Deed.SURVEY, Deed.REPORT_AGENT, Deed.RECALL, Deed.WATCH, Deed.VET))
"""Deeds that only people can do, who are somewhere and can be arrested."""


def words_of_orders(sheet: Sheet) -> Iterator[Remark]:
    """Events and tasks have no agent and no target: what is said of those belongs to orders."""
    for path, word in sheet.words:
        if path.startswith("operations."):
            continue
        match word:
            case StatWithin() | Is():
                yield Remark(path, "only an order has an agent of whom this could be so", "write `meter:`, `person:` …")
            case Rapport() | Ring() | Loyalty() | Do() | StrikeAt():
                yield Remark(path, "only an order has an agent who could do this, or a target", "write it in an operation")
            case AddAlert(alert=name) | AddTolerance(tolerance=name) if name in _OF_AN_ORDER:
                yield Remark(path, f"only an order has a '{name}'", "name a country, or `seat` for that of asylum")
            case ToleranceWithin(tolerance=name) if name in HERE:
                yield Remark(path, f"only an order has a '{name}'", "name a country")
            case AddSection(section=name) if name in _OF_AN_ORDER:
                yield Remark(path, f"only an order has a '{name}'", "name an area, or `seat` for his")
            case _:
                pass


def words_of_events(sheet: Sheet) -> Iterator[Remark]:
    """What is asked of an order is asked of numbers and flags; the words of events and tasks answer nothing there."""
    for operation in sheet.layout.operations.values():
        base = f"operations.{operation.id}"
        needs = walk(operation.needs, f"{base}.needs")
        for path, word in (*needs, *walk(operation.success.sure_unless, f"{base}.success.sure_unless")):
            if isinstance(
                word,
                DateWithin | PersonIs | MeterWithin | ToleranceWithin | SecurityWithin | Located | Lives | Interned | OwnInRing
                | SectionsHeld | Unmasked | Visas,
            ):  # fmt: skip
                hint = f"write {_asked(word)}"
                unread = "no order would ever lack it" if path.startswith(f"{base}.needs") else "no order would ever be sure"
                yield Remark(path, f"only events and tasks can ask this; {unread}", hint)


def effects_without_a_target(sheet: Sheet) -> Iterator[Remark]:
    """An effect is on what the order names, and on a house only where that is said; and what is asked of the target it has."""
    for operation in sheet.layout.operations.values():
        for path, word in walk(operation, f"operations.{operation.id}"):
            wanted = _wanted(word)
            if wanted is not None and operation.target not in wanted:
                yield Remark(path, f"the order's target is '{operation.target.value}'", f"this needs {_kinds(wanted)}")
            if isinstance(word, AddSecurity) and word.security in _OF_AN_ORDER:
                yield Remark(path, f"a house is not '{word.security}'", "write `seat`, or name an exile place")


def effects_without_an_agent(sheet: Sheet) -> Iterator[Remark]:
    """What only the Center's people do is no order of the Circle's, and what only people do no order of its bodies. Whose
    rapport, ring or loyalty changes is a person."""
    for operation in sheet.layout.operations.values():
        for path, word in walk(operation, f"operations.{operation.id}"):
            whom = _changed(word)
            deed = word.deed if isinstance(word, Do) else None
            if whom is not None and whom not in (Whom.AGENT, Whom.TARGET):
                yield Remark(path, f"'{whom.value}' is nobody whom this could change", "write `agent` or `target`")
            elif isinstance(word, Rapport) and whom is Whom.AGENT:
                yield Remark(path, "nobody has rapport with himself", "write `target`")
            elif operation.side is Side.CIRCLE and (isinstance(word, Rapport | StrikeAt) or deed in _OF_THE_CENTER):
                yield Remark(path, "only somebody of the Center's can do this", "give it to an operation with `side: center`")
            elif operation.actor is not Actor.PERSON and (whom is Whom.AGENT or deed in _IN_PERSON):
                yield Remark(path, f"'{operation.actor.value}' is no person who could do this", "write `actor: person`")
            elif operation.actor is not Actor.PERSON and _is_here(word):
                yield Remark(path, f"'{operation.actor.value}' is nowhere by itself", "write `seat`")


def idle_keys(sheet: Sheet) -> Iterator[Remark]:
    """What an operation says has something to act upon."""
    for operation in sheet.layout.operations.values():
        path = f"operations.{operation.id}"
        if operation.call_off and operation.phase is not PhaseName.STRIKES:
            yield Remark(f"{path}.call_off", "only orders of the phase 'strikes' are ever called off", "leave it out")
        if operation.failing_traced and (operation.traces.base == 0 or operation.phase is PhaseName.STRIKES):
            yield Remark(f"{path}.failing_traced", "this never happens: the order leaves no traces", "give `traces: {base: …}`")
        if operation.extra and all(term.stat is not Stat.EXTRA_FUNDS for term in operation.success.plus):
            yield Remark(
                f"{path}.extra", "further funds change nothing", "add a term `{stat: extra_funds, per: …}` to its success"
            )


def words_that_say_nothing(sheet: Sheet) -> Iterator[Remark]:
    """Conditions ask for something, reasons and effects change something."""
    for path, word in sheet.words:
        match word:
            case StatWithin() | MeterWithin() | ToleranceWithin() | SecurityWithin() if word.at_least is word.at_most is None:
                yield Remark(path, "this is always so: it has no bound", "give `at_least` or `at_most`")
            case All(all_=()) | Any(any_=()):
                yield Remark(path, "there is nothing in it that could be so", "name at least one condition")
            case OwnInRing(own_in_ring=ring) if not HOUSEHOLD <= ring <= SYMPATHISER:
                yield Remark(path, f"nobody comes to ring {ring}", f"rings inside go from {HOUSEHOLD} to {SYMPATHISER}")
            case Term(per=0, percent=0):
                yield Remark(path, "this reason never counts for anything", "give `per` or `percent`")
            case Rapport(add=0, set=None):
                yield Remark(path, "this changes nothing", "give `add` or `set`")
            case _:
                pass


def _asked(word: object) -> str:
    """How an order asks for what a word of events asks for."""
    match word:
        case MeterWithin(meter=Meter.INFLUENCE | Meter.TRACK | Meter.PREPARATION):
            return f"`stat: {word.meter.value}`"
        case MeterWithin(meter=Meter.FUNDS):
            return "`cost:`"
        case ToleranceWithin():
            return "`stat: tolerance` with `of: here`, `there` or `seat`"
        case SecurityWithin():
            return "`stat: security`"
        case Lives():
            return "`is: asylum_country` or `is: at_seat`"
        case Interned():
            return "`is: interned`"
        case SectionsHeld():
            return "`stat: sections` with `of: here` or `there`"
        case _:
            return "`stat:` or `is:`"


def _changed(word: object) -> Whom | None:
    """Whose rapport, ring or loyalty an effect changes."""
    match word:
        case Rapport(rapport=whom) | Ring(ring=whom) | Loyalty(loyalty=whom):
            return whom
        case _:
            return None


def _is_here(word: object) -> bool:
    """Whether an effect is on the country or the area in which the agent is."""
    match word:
        case AddAlert(alert="here") | AddTolerance(tolerance="here") | AddSection(section="here"):
            return True
        case _:
            return False


def _wanted(word: object) -> frozenset[TargetKind] | None:
    """What kinds of target a word asks for; nothing where it asks for none."""
    match word:
        case Do(deed=deed):
            return _WITH_TARGET.get(deed)
        case Rapport() | Ring(ring=Whom.TARGET) | Loyalty(loyalty=Whom.TARGET):
            return _PEOPLE
        case AddSection(section="there"):
            return _PEOPLE | _PLACES
        case AddAlert(alert="there") | AddTolerance(tolerance="there"):
            return _PEOPLE | _PLACES | {TargetKind.COUNTRY}
        case Is(is_=Flag.ELSEWHERE | Flag.REACHABLE):
            return _PLACES
        case StatWithin(stat=Stat.SECTIONS, of=Whom.THERE) | Term(stat=Stat.SECTIONS, of=Whom.THERE):
            return _PLACES
        case _:
            return None


def _kinds(kinds: frozenset[TargetKind]) -> str:
    return " or ".join(f"`target: {kind.value}`" for kind in TargetKind if kind in kinds)
