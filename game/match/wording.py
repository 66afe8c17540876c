"""Puts an event into the words of the scenario's telegrams, with the names its audience knows.

Knows no window and no language of the interface: the sentences come from the scenario.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from game.rules.definitions import Catalogue
from game.rules.events import Event, EventKind
from game.rules.nouns import BODIES, RING_NAMES

Namer = Callable[[str], str]
"""Gives the name by which an audience knows a person."""


_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)\s+(?=[\"“‘'A-Z0-9$])")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, one at least; an initial's point ends none."""
    return _SENTENCE_END.split(text.strip())


_ENDED = re.compile(r"([?!])\.(?=\s|$)")
"""A point after what has ended already, as a directive may with a question."""

_AT_THE_HEAD = "_opening"
_HEADS = re.compile(r"(?<=[.?!] )\{(\w+)\}")
"""What is filled in where a sentence begins."""

_BEFORE = {"center.sent_off": "center.succeeded.travel"}
"""What the rules in older saves say in place of a sentence that they do not have."""


def describe_event(event: Event, catalogue: Catalogue, name: Namer) -> str:
    """The sentence or sentences in which the event's audience reads of it: of whom is seen, what is new, if there are words
    for that alone."""
    key, people = _key(event, catalogue.telegrams), event.people
    template = catalogue.telegrams.get(key, "{text}")
    if event.known:
        news = people[: -event.known]
        newly = catalogue.telegrams.get(f"{key}.newly" if news else f"{key}.as_before")
        template, people = (newly, news) if newly else (template, people)
    nobody = catalogue.telegrams.get("name.nobody", "nobody known")
    return _filled(template, event, catalogue, name, _list(map(name, people), catalogue) or nobody)


def describe_events(events: Sequence[Event], catalogue: Catalogue, name: Namer) -> list[str]:
    """The sentences of several events in their order, and but one where the same is told of several people."""
    told: dict[str | int, list[Event]] = {}
    for index, event in enumerate(events):
        several = _several(event, catalogue)
        told.setdefault(_filled(several, event, catalogue, name, "") if several else index, []).append(event)
    return [_describe_alike(alike, catalogue, name) for alike in told.values()]


def _describe_alike(events: Sequence[Event], catalogue: Catalogue, name: Namer) -> str:
    """The sentence of events that differ in their subjects alone."""
    first, several = events[0], _several(events[0], catalogue)
    if len(events) < 2 or several is None:
        return describe_event(first, catalogue, name)
    return _filled(several, first, catalogue, name, _list((_who(event.subject, catalogue, name) for event in events), catalogue))


def _several(event: Event, catalogue: Catalogue) -> str | None:
    """The sentence for several people of whom the same is told, if there is one."""
    return catalogue.telegrams.get(f"{_key(event, catalogue.telegrams)}.several")


def _filled(template: str, event: Event, catalogue: Catalogue, name: Namer, people: str) -> str:
    filling = {
        "subject": _who(event.subject, catalogue, name),
        "other": _who(event.other, catalogue, name),
        "place": _where(event.place, catalogue),
        "people": people,
        "number": event.number,
        "known": event.known,
        "text": _text(event, catalogue.telegrams),
        "operation": _operation(event.operation, catalogue),
        "ring": _ring(event.number, catalogue),
    }
    opening = {f"{field}{_AT_THE_HEAD}": _opened(str(words)) for field, words in filling.items()}
    told = _HEADS.sub(rf"{{\1{_AT_THE_HEAD}}}", template).format_map({**filling, **opening})
    return _opened(_ENDED.sub(r"\1", told))


def _opened(words: str) -> str:
    """As a sentence begins: a country may be called `the United States` within one."""
    return words[:1].upper() + words[1:]


def _key(event: Event, telegrams: Mapping[str, str]) -> str:
    """The most particular key that has a sentence: for this operation or outcome, else for the kind of event, where there is one
    for what happens nowhere, such as an order of a whole body's."""
    kind = f"{event.audience.value}.{event.kind.value}"
    if event.kind is EventKind.FINDING:
        kind = f"{kind}.{'against' if event.number else 'for'}"
    particular, nowhere = f"{kind}.{event.operation}", "" if event.place else f"{kind}.nowhere"
    return next((key for key in (particular, nowhere, kind, _BEFORE.get(kind, "")) if telegrams.get(key)), kind)


def _text(event: Event, telegrams: Mapping[str, str]) -> str:
    """The event's own text; of a lapsed order the reason in words."""
    if event.kind is EventKind.LAPSED:
        kind, _, _ = event.text.partition(".")
        return telegrams.get(f"lapsed.{event.text}") or telegrams.get(f"lapsed.{kind}", "")
    return event.text


def _who(person: str, catalogue: Catalogue, name: Namer) -> str:
    if person in BODIES:
        return catalogue.body_name(person)
    if person in catalogue.places or person in catalogue.countries:
        return _where(person, catalogue)
    return name(person) if person else ""


def _ring(number: int, catalogue: Catalogue) -> str:
    """The name of a ring; nothing for a number that is none."""
    ring = RING_NAMES.get(number)
    return catalogue.telegrams.get(f"ring.{ring.value}", ring.value) if ring else ""


def _where(place: str, catalogue: Catalogue) -> str:
    """The name of a place or country; of an area the name of its first place."""
    if place in catalogue.places:
        return catalogue.places[place].name
    if place in catalogue.countries:
        return catalogue.countries[place].in_a_sentence
    for other in catalogue.places.values():
        if place and other.area == place:  # most places have no area of a name of its own
            return other.name
    return readable(place)


def readable(id_: str) -> str:
    """An id whose name is lost, as words: `kurt_wendland` is told as Kurt Wendland."""
    return " ".join(word[:1].upper() + word[1:] for word in id_.split("_"))


def _operation(operation: str, catalogue: Catalogue) -> str:
    return catalogue.operations[operation].name if operation in catalogue.operations else readable(operation)


def _list(names: Iterable[str], catalogue: Catalogue) -> str:
    every = list(names)
    return catalogue.telegrams.get("name.and", " and ").join(([", ".join(every[:-1])] if every[:-1] else []) + every[-1:])
