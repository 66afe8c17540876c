"""Languages of the interface that mods bring along: a file for each in a folder `languages`, called by the language's code. The
files of several mods for one language are laid on one another. Which messages there are is known to the window alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from game.language import ENGLISH, FORMS, Language
from game.scenario.findings import Finding, Severity, has_errors, in_order
from game.scenario.lints.sheet import Lint, Remark, remarks_of
from game.scenario.lints.texts import wrong_blanks
from game.scenario.merging import Merger
from game.scenario.nodes import Table, nearest_mark
from game.scenario.packs import Packs, shown
from game.scenario.phrases import counted
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper

FOLDER, ENDING = "languages", ".yaml"
CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
"""How a language is called, as in `de` or `pt_BR`."""

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as it is spoken, nothing where no file of it can be used, and what is wrong with the files."""

    language: Language | None
    tree: Table | None
    findings: tuple[Finding, ...]


def codes_in(packs: Packs) -> tuple[str, ...]:
    """The codes of all languages that mods bring along, sorted. English stands in the game itself."""
    return tuple(sorted({path.stem for path in _files(packs)}))


def tongue_of(code: str, packs: Packs) -> Tongue:
    """The language of a code. A file with a mistake is left out whole."""
    tongue = Tongue(None, None, ())
    for path in _files(packs):
        if path.stem == code:
            over = _laid(tongue.tree, path)
            used = tongue if over.language is None else over
            tongue = replace(used, findings=(*tongue.findings, *over.findings))
    return tongue


def languages_in(packs: Packs) -> dict[str, Language]:
    """All languages that can be spoken, by their codes."""
    spoken = ((code, tongue_of(code, packs).language) for code in codes_in(packs))
    return {code: language for code, language in spoken if language is not None}


def _files(packs: Packs) -> Iterator[Path]:
    return (path for path in packs.brought(FOLDER, (ENDING,)) if CODE.fullmatch(path.stem) and path.stem != ENGLISH)


def _laid(base: Table | None, path: Path) -> Tongue:
    reading = read_file(path, shown(path))
    merger, shaper = Merger(()), Shaper()
    laid = merger.lay(base, reading.tree)
    tree = laid if isinstance(laid, Table) else reading.tree
    language = shaper.shape(Language, tree)
    findings = [*reading.findings, *merger.findings, *(() if reading.refused else shaper.findings)]
    if language is not None:
        findings += remarks_of(_LINTS, language, partial(nearest_mark, tree))
    usable = language is not None and not has_errors(findings)
    return Tongue(language if usable else None, tree if usable else None, in_order(findings))


def _blanks(language: Language) -> Iterator[Remark]:
    """What stands for a message leaves blank no more than the message does, and a day's blanks are its own."""
    for message, text in language.wording.items():
        yield from wrong_blanks(f"wording.{message}", message, text)
    for message, forms in language.plurals.items():
        for number, text in enumerate(forms):
            yield from wrong_blanks(f"plurals.{message}[{number}]", message, text)
    yield from wrong_blanks("dates.day", "{day} {month}", language.dates.day)


def _forms(language: Language) -> Iterator[Remark]:
    """Every message that counts has as many forms as the language has."""
    needed, _ = FORMS[language.counting]
    for message, forms in language.plurals.items():
        if len(forms) != needed:
            hint = f"`counting: {language.counting.value}` has {needed}"
            yield Remark(f"plurals.{message}", f"found {counted(len(forms), 'form')}, expected {needed}", hint)


def _months(language: Language) -> Iterator[Remark]:
    """A year has twelve months."""
    dates = language.dates
    for name, months in (("months", dates.months), ("short", dates.short), ("after_day", dates.after_day)):
        if months and len(months) != _YEAR:
            yield Remark(f"dates.{name}", f"found {counted(len(months), 'month')}, expected {_YEAR}", "from January to December")


_LINTS: tuple[Lint[Language], ...] = (
    Lint("bad-wording", Severity.ERROR, _blanks),
    Lint("forms", Severity.ERROR, _forms),
    Lint("months", Severity.ERROR, _months),
)
