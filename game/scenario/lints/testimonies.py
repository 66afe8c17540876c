"""Lints on the grammar of the testimonies: what is told exists, every blank can be filled, every line can be reached."""

import re
from collections.abc import Iterable, Iterator, Mapping

from game.rules.testimonies import Line, Testimonies
from game.rules.testimony_words import BLANK, SLOTS, FactKind, Part, Tag, blanks_of, sure_blanks
from game.scenario.findings import CLOSE, nearest
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.nodes import nearest_mark

_EXCLUSIVE: tuple[frozenset[str], ...] = (
    frozenset((Tag.CENTER, Tag.CIRCLE, Tag.WITNESS)),
    frozenset((Tag.FREE, Tag.TAKEN, Tag.WENT_OVER, Tag.VANISHED)),
    frozenset((Tag.DONE, Tag.FAILED)),
    frozenset((Tag.MANY, Tag.TWICE)),
    frozenset((Tag.RAID, Tag.LONE)),
    frozenset((Tag.TALKED, Tag.SILENT)),
    frozenset((Tag.PROVED, Tag.DISPROVED)),
    frozenset((Tag.WEEKS, Tag.MONTHS, Tag.QUARTERS)),
    frozenset((Tag.SAME_TURN, Tag.NEXT_TURN)),
    frozenset((Tag.DEATH, Tag.LIVES, Tag.DEPORTED)),
    frozenset((Tag.UNPROVEN, Tag.OPEN_SECRET, Tag.ALL_KNOW)),
)
"""Tags of which only one can hold."""

_PARTS = frozenset(part.value for part in Part)
_KINDS = frozenset(kind.value for kind in FactKind)
_BRACE = re.compile(r"[{}]")


def unknown_facts(sheet: Sheet) -> Iterator[Remark]:
    """A line tells a part, a kind of fact or an operation; so does what has a worth."""
    book = sheet.layout.testimonies
    facts = _KINDS | sheet.ids("operations") | sheet.orders
    for line in book.lines.values():
        if line.tell not in facts | _PARTS:
            message = f"nothing that can be told is called '{line.tell:.40}'"
            yield Remark(f"testimonies.lines.{line.id}.tell", message, nearest(line.tell, facts | _PARTS))
    for kind in book.worth:
        if kind not in facts:
            message = f"no fact is called '{kind:.40}'"
            yield Remark(f"testimonies.worth.{kind}", message, nearest(kind, facts))


def unknown_tags(sheet: Sheet) -> Iterator[Remark]:
    """What a line asks for can be so: a tag, a temper, or what a scenario says of itself."""
    book = sheet.layout.testimonies
    known = _known_tags(book)
    for line in book.lines.values():
        for key, tags in (("when", line.when), ("unless", line.unless)):
            for index, tag in enumerate(tags):
                if tag not in known:
                    path = f"testimonies.lines.{line.id}.{key}[{index}]"
                    yield Remark(path, f"nothing is ever tagged '{tag:.40}'", nearest(tag, known))
    for voice in book.voices.values():
        if voice.temper and voice.temper not in (tempers := {*book.tempers.real, *book.tempers.invented}):
            path = f"testimonies.voices.{voice.id}.temper"
            yield Remark(path, f"there is no temper '{voice.temper:.40}'", nearest(voice.temper, tempers))


def bad_blanks(sheet: Sheet) -> Iterator[Remark]:
    """Every brace in a sentence is a blank that the game fills, in a form that it has, or a phrase."""
    book = sheet.layout.testimonies
    names = {*SLOTS, *book.phrases}
    for path, text in _sentences(book):
        if _BRACE.search(BLANK.sub("", text)):
            yield Remark(
                path, "a brace is opened or closed alone, or what stands in it is no name", "write {other} or {other.he}"
            )
        for match in BLANK.finditer(text):
            name, form = match[1], match[2] or ""
            forms = ("a",) if name in book.phrases else SLOTS.get(name, ())
            if name not in names:
                yield Remark(path, f"there is no blank and no phrase '{name:.40}'", nearest(name, names))
            elif form and form not in forms:
                yield Remark(path, f"'{name}' has no form '{form:.40}'", nearest(form, forms))


def unreachable_sentences(sheet: Sheet) -> Iterator[Remark]:
    """A sentence asks for no more than its fact can give, and a line for nothing that excludes itself."""
    book = sheet.layout.testimonies
    for line in book.lines.values():
        path = f"testimonies.lines.{line.id}"
        if _contradicts_itself(line):
            yield Remark(f"{path}.when", "this can never be: its tags exclude one another", "remove one of them")
        if line.weight < 1:
            yield Remark(f"{path}.weight", f"found {line.weight}, expected 1 or more", "delete the line with null instead")
        if not line.say:
            yield Remark(f"{path}.say", "there is nothing to say here")
        can = blanks_of(line.tell)
        for index, text in enumerate(line.say):
            missing = sorted(_needed(text, book) - can)
            if missing:
                message = f"this can never be said: '{line.tell}' has no {{{missing[0]}}}"
                yield Remark(f"{path}.say[{index}]", message, nearest(missing[0], can))


def missing_fallbacks(sheet: Sheet) -> Iterator[Remark]:
    """For every part and every kind of fact there is a sentence that can always be said."""
    book = sheet.layout.testimonies
    if not book.lines:
        return
    for tell in sorted(_PARTS | _KINDS):
        sure = sure_blanks(tell)
        plain = [line for line in book.lines.values() if line.tell == tell and not line.when and not line.unless]
        if not any(_needed(text, book) <= sure for line in plain for text in line.say):
            message = f"no sentence for '{tell}' can be said whatever happened"
            yield Remark("testimonies.lines", message, "add a line without `when` and `unless`, and with few blanks")


def endless_phrases(sheet: Sheet) -> Iterator[Remark]:
    """No phrase calls itself, and none takes the name of a blank."""
    book = sheet.layout.testimonies
    for name in book.phrases:
        path = f"testimonies.phrases.{name}"
        if name in SLOTS:
            yield Remark(path, f"'{name}' is the name of a blank already", "give the phrase another name")
        if _reaches(name, name, book.phrases, frozenset()):
            yield Remark(path, f"the phrase '{name}' calls itself", "end it in plain words")


def misspelt_ids(sheet: Sheet) -> Iterator[Remark]:
    """Whoever has a voice and whatever has a way to be spoken of is in the library, unless it is no id of anything. What a
    borrowed file says of people whom this scenario leaves out is as it should be."""
    book = sheet.layout.testimonies
    for key, named, kind in (
        ("voices", book.voices, "people"),
        ("places", book.places, "places"),
    ):
        for name in named:
            if name in sheet.ids(kind):
                continue
            path, hint = f"testimonies.{key}.{name}", nearest(name, sheet.ids(kind))
            if hint.startswith(CLOSE) and nearest_mark(sheet.tree, path).file not in sheet.borrowed:
                yield Remark(path, f"there is no '{name:.40}' among the {kind}", hint)


def wrong_lengths(sheet: Sheet) -> Iterator[Remark]:
    """A year has twelve months and four seasons."""
    book = sheet.layout.testimonies
    for key, words, number in (("months", book.months, 12), ("seasons", book.seasons, 4)):
        if book.lines and len(words) != number:
            yield Remark(f"testimonies.{key}", f"found {len(words)} words, expected {number}")


def _known_tags(book: Testimonies) -> frozenset[str]:
    return frozenset((*(tag.value for tag in Tag), *book.tags, *book.tempers.real, *book.tempers.invented))


def _sentences(book: Testimonies) -> Iterator[tuple[str, str]]:
    """Every sentence and phrase with its path."""
    for line in book.lines.values():
        yield from ((f"testimonies.lines.{line.id}.say[{index}]", text) for index, text in enumerate(line.say))
    for name, options in book.phrases.items():
        yield from ((f"testimonies.phrases.{name}[{index}]", text) for index, text in enumerate(options))


def _contradicts_itself(line: Line) -> bool:
    asked = frozenset(line.when)
    return bool(asked & frozenset(line.unless)) or any(len(asked & group) > 1 for group in _EXCLUSIVE)


def _needed(text: str, book: Testimonies, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The blanks without which a sentence cannot be said; of a phrase those that all its alternatives need."""
    needed: set[str] = set()
    for match in BLANK.finditer(text):
        name = match[1]
        if name not in book.phrases:
            needed.add(name)
        elif name not in seen and book.phrases[name]:
            options = [_needed(option, book, seen | {name}) for option in book.phrases[name]]
            needed |= frozenset.intersection(*options)
    return frozenset(needed) & frozenset(SLOTS)


def _reaches(name: str, goal: str, phrases: Mapping[str, Iterable[str]], seen: frozenset[str]) -> bool:
    called = {match[1] for text in phrases.get(name, ()) for match in BLANK.finditer(text)}
    return goal in called or any(_reaches(other, goal, phrases, seen | {other}) for other in called & phrases.keys() - seen)
