"""What a scenario asks of the window that the window does not have: icons, parts of portraits, messages to be worded.

It is asked by the command that checks, so it opens no window and loads no toolkit. None of what is found keeps a scenario
from being played: an empty square is drawn, a part is left out, a wording is never read.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from game.language import ENGLISH, Language
from game.resources import assets_folder
from game.rules.nouns import ArchiveShown
from game.rules.parlance import reworded
from game.scenario import Examination, Finding, Severity
from game.scenario.archive.loading import ARCHIVED
from game.scenario.findings import found, in_order, nearest
from game.scenario.languages import CODE, ENDING, tongue_of
from game.scenario.lints.sheet import Lint, Remark, remarks_of
from game.scenario.nodes import Mark, nearest_mark
from game.scenario.packs import SHIPPED, Packs, shown
from game.scenario.pictures import pictures_in, signs_in, undrawn, why_not
from game.scenario.sounds import FOLDER as SOUNDS
from game.scenario.speech import said
from game.ui.portraits.parts import Kit, read_kit
from game.ui.portraits.records import faults
from game.ui.sound.book import read_book

_NAME = re.compile(r"[a-z0-9_.#-]*")
_MANY = "plural"
_SPEAK = frozenset(("_", "words", _MANY))
"""What messages are handed to: `Words`, by the names that screens and presenters have for them."""
_AS_IN_ENGLISH = "it must stand exactly as in English, blanks in braces included; `utka wordings` lists them"


def unmet(examination: Examination) -> list[Finding]:
    """A warning for everything that is asked for in vain. Raises what `read_kit` raises."""
    return remarks_of(_LINTS, examination, partial(nearest_mark, examination.tree))


@cache
def messages() -> frozenset[str]:
    """What is spoken, and everything that stands between quotation marks in the code of the window and of the rulebook and may be
    a message: of words that look like names of things, those alone that are handed on to be put into the player's language."""
    return spoken() | {text for text in _in_the_code()[1] if not _NAME.fullmatch(text)}


def unmet_languages(folder: Path, packs: Packs) -> list[Finding]:
    """What is wrong with the languages that a mod's folder brings along, laid on those of the other mods among `packs`; a warning
    for words that are never said."""
    findings: list[Finding] = []
    said, counts = messages(), _counting()
    for path in sorted(path for path in folder.glob("*") if path.is_file()):
        if path.suffix != ENDING or not CODE.fullmatch(path.stem) or path.stem == ENGLISH:
            hint = f"a language is called by its code, as in de{ENDING} or pt_BR{ENDING}; English is the game's own"
            findings.append(found("misplaced", Mark(shown(path), 1, 1), "", "this file is never read", hint, Severity.WARNING))
            continue
        tongue = tongue_of(path.stem, packs)
        findings += [finding for finding in tongue.findings if finding.file == shown(path)]
        if tongue.tree is not None and tongue.language is not None:
            worded: list[tuple[str, str, Collection[str]]] = [
                *((f"wording.{message}", message, said) for message in tongue.language.wording),
                *((f"plurals.{message}", message, counts) for message in tongue.language.plurals),
            ]
            for way, message, known in worded:
                mark = nearest_mark(tongue.tree, way)
                if message not in known and mark.file == shown(path):
                    findings.append(_no_message(mark, way, message, known))
    return list(in_order(findings))


def _no_message(mark: Mark, way: str, message: str, known: Collection[str]) -> Finding:
    kind = "message that counts" if way.startswith("plurals.") else "message"
    hint = nearest(message, known) or _AS_IN_ENGLISH
    return found("unknown-message", mark, way, f"the interface has no {kind} '{message:.60}'", hint, Severity.WARNING)


def spoken() -> frozenset[str]:
    """The messages that are sure to be ones, for whoever looks for what to word: of the code, and the captions of the game's own
    sounds."""
    return _in_the_code()[0] | _captions()


def unsaid(language: Language) -> list[str]:
    """The messages for which a language has no words, sorted."""
    counted = {one for many, one in _counting().items() if many in language.plurals}
    return sorted(text for text in spoken() - counted if language.lacks(text))


def _counting() -> Mapping[str, str]:
    """The messages that speak of many, by which a language gives its forms, and what speaks of one instead."""
    return _in_the_code()[2]


@cache
def _captions() -> frozenset[str]:
    cues = read_book(assets_folder() / SOUNDS).book.cues.values()
    return frozenset(cue.caption for cue in cues if cue.caption)


@cache
def _in_the_code() -> tuple[frozenset[str], frozenset[str], Mapping[str, str]]:
    """What is handed to `Words`, all that stands between quotation marks, and of what is handed on in two forms the one of many
    with the other."""
    ui = Path(__file__).parent
    sources = (path for folder in (ui, ui.parent / "rulebook") for path in folder.rglob("*.py"))
    nodes = [node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    calls = [(_called(node.func), node.args) for node in nodes if isinstance(node, ast.Call)]
    handed = [part for name, parts in calls if name in _SPEAK for part in parts]
    pairs = [parts[:2] for name, parts in calls if name == _MANY and len(parts) > 1]
    forms = {many: one for pair in pairs for one, many in zip(*(_inside([part]) for part in pair), strict=False)}
    return frozenset(_inside(handed)), frozenset(_texts(nodes)), forms


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else str(getattr(function, "id", ""))


def _inside(parts: Iterable[ast.expr]) -> Iterator[str]:
    return _texts(node for part in parts for node in ast.walk(part))


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value)


@cache
def _kit() -> Kit:
    return read_kit(assets_folder())


def _icons(examination: Examination) -> Iterator[Remark]:
    """Every operation has a sign, the game's or a mod's, that can be shown."""
    shipped = {path.stem for path in (assets_folder() / "icons").glob("*.svg")}
    own = signs_in(examination.packs)
    for operation in examination.layout.operations.values():
        icon, path = operation.icon, f"operations.{operation.id}.icon"
        if icon not in shipped | own.keys():
            hint = (
                nearest(icon, shipped | own.keys()) or "an icon is the name of a file in assets/icons, or in `icons` of the mod"
            )
            yield Remark(path, f"there is no icon '{icon:.40}'", hint)
        elif icon not in shipped and (reason := why_not(own[icon])):
            yield Remark(path, f"{shown(own[icon])} cannot be shown: {reason}", "draw it white, 512 by 512, as SVG")
        elif icon not in shipped and (lost := undrawn(own[icon])):
            yield Remark(path, f"{shown(own[icon])}: {lost}", "let the drawing program make paths of it")


def _portraits(examination: Examination) -> Iterator[Remark]:
    """Every portrait is made of parts that there are, or is a picture that can be shown."""
    pictures = pictures_in(examination.packs)
    for person in examination.layout.people.values():
        for fault in faults(_kit(), person.portrait, pictures):
            path = f"people.{person.id}.portrait" + (f".{fault.slot}" if fault.slot else "")
            yield Remark(path, fault.message, fault.hint)


def _wordings(examination: Examination) -> Iterator[Remark]:
    """Every wording is of a message that the interface has."""
    for key in examination.layout.wording:
        if key not in messages():
            hint = nearest(key, messages()) or _AS_IN_ENGLISH
            yield Remark(f"wording.{key}", f"the interface has no message '{key:.60}'", hint)


def _words(examination: Examination) -> Iterator[Remark]:
    """Every word that another stands for is said somewhere."""
    words = examination.layout.words
    if not words:
        return
    everything = "\n".join((*messages(), *said(examination.tree)))
    for word in words:
        if reworded(everything, {word: ""}) == everything:
            hint = "words are whole, with capitals as they stand; `utka wordings WORD` lists messages"
            yield Remark(f"words.{word}", f"nothing that the game says holds '{word:.60}'", hint)


def _archive(examination: Examination) -> Iterator[Remark]:
    """An archive of a scenario's own has something in it."""
    if examination.layout.archive is not ArchiveShown.OWN:
        return
    own = {layer.pack for layer in examination.layers} - {SHIPPED}
    packs = Packs(tuple(pack for pack in examination.packs.packs if pack.id in own))
    if not any(packs.sources(pattern) for pattern in ARCHIVED):
        yield Remark("archive", "its own archive has nothing in it", f"the mod's files for it are {', '.join(ARCHIVED)}")


_LINTS: tuple[Lint[Examination], ...] = (
    Lint("unknown-icon", Severity.WARNING, _icons),
    Lint("unknown-part", Severity.WARNING, _portraits),
    Lint("unknown-message", Severity.WARNING, _wordings),
    Lint("empty-archive", Severity.WARNING, _archive),
    Lint("unsaid-word", Severity.WARNING, _words),
)
