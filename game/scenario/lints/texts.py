"""Lints on what must be there to be read: headers, verdicts, telegrams, sources."""

from collections.abc import Iterator
from string import Formatter

from game.rules.events import EventKind
from game.rules.nouns import Audience, VerdictName
from game.rules.parlance import can_stand
from game.scenario.findings import CLOSE, nearest
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.nodes import Table, look_up

NEEDED = ("id", "title", "start", "step", "turns", "old_man", "cast", "numbers", "operations")
VERDICTS = tuple(verdict.value for verdict in VerdictName)
NO_SOURCES = "no sources are given for this person"
INVENTED = "write `sources: [Game]` for somebody invented"
BLANKS = frozenset(("subject", "other", "place", "people", "known", "number", "text", "operation", "ring"))
"""What a telegram may leave blank, in braces."""

LONGEST_NAME = 60

_SIDES = (Audience.CENTER.value, Audience.CIRCLE.value)
_OUTCOMES = (EventKind.SUCCEEDED.value, EventKind.FAILED.value, EventKind.LAPSED.value)


def missing_parts(sheet: Sheet) -> Iterator[Remark]:
    """A scenario cannot do without its header, its cast and its rules."""
    for name in NEEDED:
        if name not in sheet.tree.entries:
            hint = "`use: [rules/standard.yaml]`" if name in ("numbers", "operations") else ""
            yield Remark("", f"the scenario says nothing under '{name}'", hint)


def missing_verdicts(sheet: Sheet) -> Iterator[Remark]:
    """Every way a game can end is told, and nothing else is."""
    for verdict in VERDICTS:
        if verdict not in sheet.ids("verdicts"):
            yield Remark("verdicts", f"the verdict '{verdict}' has no text")
    for verdict in sheet.layout.verdicts:
        if verdict not in VERDICTS:
            yield Remark(f"verdicts.{verdict}", f"no game ends with '{verdict}'", nearest(verdict, VERDICTS))


def bad_telegrams(sheet: Sheet) -> Iterator[Remark]:
    """A telegram leaves blank only what the game can fill in, each as a bare word in braces."""
    for key, text in sheet.layout.telegrams.items():
        path, parts = f"telegrams.{key}", _blanks(text)
        if parts is None:
            yield _lone_brace(path)
        for name, layout, conversion in parts or ():
            if name not in BLANKS or layout or conversion:
                yield Remark(path, f"the game cannot fill in '{{{name:.40}}}'", nearest(name, BLANKS))


def bad_wordings(sheet: Sheet) -> Iterator[Remark]:
    """What a message is worded as leaves blank no more than the message does."""
    for key, text in sheet.layout.wording.items():
        yield from wrong_blanks(f"wording.{key}", key, text)


def wrong_blanks(path: str, message: str, text: str) -> Iterator[Remark]:
    """What a text that stands for a message leaves blank beyond what the message does, or otherwise: nothing else is filled in,
    and a colon or an exclamation mark within braces would stop the window."""
    parts, own = _blanks(text), _blanks(message)
    if parts is None or own is None:
        yield _lone_brace(path)
        return
    known = {name for name, _, _ in own}
    for name in sorted({name for name, _, _ in parts} - known):
        yield Remark(path, f"the message has no blank '{{{name:.40}}}'", nearest(name, known) or "leave it out")
    for name in sorted({name for name, layout, conversion in parts if layout or conversion} & known):
        yield Remark(path, f"the blank '{{{name:.40}}}' holds more than its name", f"write {{{name:.40}}}")


def bad_words(sheet: Sheet) -> Iterator[Remark]:
    """A word stands for another, and neither is empty or holds a blank."""
    for word, own in sheet.layout.words.items():
        if not can_stand(word, own):
            hint = "neither may be empty or hold braces; `null` takes an inherited one out"
            yield Remark(f"words.{word}", f"'{own:.40}' cannot stand for '{word:.40}'", hint)


def _blanks(text: str) -> list[tuple[str, str | None, str | None]] | None:
    """What a text leaves blank, in braces, and how it wants that written; nothing where braces do not go together."""
    try:
        return [(name, layout, conversion) for _, name, layout, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        return None


def _lone_brace(path: str) -> Remark:
    return Remark(path, "a brace is opened or closed alone", "write {{ for a brace that is meant as such")


def long_names(sheet: Sheet) -> Iterator[Remark]:
    """What stands on cards, buttons and lines of lists is short enough for them."""
    layout = sheet.layout
    names = [("title", layout.title), ("subtitle", layout.subtitle)]
    names += [(f"people.{person.id}.name", person.name) for person in layout.people.values()]
    names += [("newcomers", name) for name in layout.newcomers.all_names]
    names += [(f"places.{place.id}.name", place.name) for place in layout.places.values()]
    names += [(f"operations.{operation.id}.name", operation.name) for operation in layout.operations.values()]
    names += [(f"events.{event.id}.title", event.title) for event in layout.events.values()]
    names += [(f"directives.{task.id}.title", task.title) for task in layout.directives.values()]
    names += [(f"aims.{task.id}.title", task.title) for task in layout.aims.values()]
    for path, name in names:
        if len(name) > LONGEST_NAME:
            yield Remark(path, f"found {len(name)} letters where {LONGEST_NAME} can be shown", "shorten it")


def missing_telegrams(sheet: Sheet) -> Iterator[Remark]:
    """Both sides have words for what comes of an order."""
    for side in _SIDES:
        for outcome in _OUTCOMES:
            if f"{side}.{outcome}" not in sheet.ids("telegrams"):
                yield Remark("telegrams", f"there is no text for '{side}.{outcome}'", "`use: [rules/telegrams.yaml]`")


def people_without_sources(sheet: Sheet) -> Iterator[Remark]:
    """Whoever lived has sources."""
    for person in sheet.layout.people.values():
        if not person.sources:
            yield Remark(f"people.{person.id}", NO_SOURCES, INVENTED)


def nowhere_to_be(sheet: Sheet) -> Iterator[Remark]:
    """Everybody in the cast has a place at the start, or is brought by an event."""
    for person in sheet.cast.values():
        if not person.place and person.id not in sheet.arrivals:
            hint = "give a place, or an event with `{person: …, arrives: …}`"
            yield Remark(f"people.{person.id}", "this person has no place and no event brings them", hint)


def half_a_name(sheet: Sheet) -> Iterator[Remark]:
    """An entry without a name is most often another's id misspelt."""
    kinds = {"people": sheet.layout.people, "places": sheet.layout.places, "operations": sheet.layout.operations}
    for kind, built in kinds.items():
        for name in sorted(sheet.ids(kind) - built.keys()):
            hint, path = nearest(name, built), f"{kind}.{name}"
            if hint.startswith(CLOSE) and look_up(sheet.tree, f"{path}.name") is None:
                yield Remark(path, f"'{name}' is nothing that could be changed, and has no name as something new has", hint)


def briefing_missing(sheet: Sheet) -> Iterator[Remark]:
    """Both sides are told what awaits them."""
    if not isinstance(sheet.tree.entries.get("briefing", sheet.tree), Table):
        return  # that has been told already
    for side in _SIDES:
        if not getattr(sheet.layout.briefing, side):
            yield Remark("briefing", f"the {side} has no briefing")
