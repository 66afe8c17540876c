"""Writes the rulebook: the template's text, numbered, with every figure, sheet and example taken from one set of rules."""

from collections.abc import Iterator, Mapping, Sequence

from game.language import Words
from game.rulebook.figures import find
from game.rulebook.filling import Filling
from game.rulebook.measured import Measured
from game.rulebook.setting import set_lines
from game.rulebook.sheets import sheet
from game.rulebook.source import Rules
from game.rulebook.tables import Table, directed, example
from game.rulebook.template import (
    Chapter,
    Directive,
    Guarded,
    Item,
    Paragraph,
    TemplateError,
    Text,
    all_items,
    label_of,
    read_template,
)
from game.rules.definitions import Operation

Flat = Chapter | Paragraph | Text | Directive
"""What is left of a template once its conditions have been judged."""


def write_book(rules: Rules, template: str, measured: tuple[Measured, ...] = ()) -> str:
    """The whole book as Markdown. Raises as `write_numbered` does."""
    return write_numbered(rules, template, measured)[0]


def write_numbered(rules: Rules, template: str, measured: tuple[Measured, ...] = ()) -> tuple[str, Mapping[str, str]]:
    """The whole book as Markdown, and the number of every paragraph by its label; empty for those left out.

    Raises:
        TemplateError: the template asks for something that is not there; the message names the line.
    """
    items = read_template(template)
    flat = list(_standing(items, rules, _told_operations(items)))
    numbers = dict.fromkeys(_labels(items), "") | _numbered(flat)
    filling, words = Filling(rules, numbers), Words()
    table = Table(rules=rules, filling=filling, words=words, measured=measured, amounts=_amounts(flat, filling))
    lines = [*_opening(rules, template), *_contents(flat), *_lines(flat, table, numbers)]
    return "\n".join(set_lines(lines)).strip("\n") + "\n", numbers


def _opening(rules: Rules, template: str) -> list[str]:
    command = f"utka rulebook {rules.scenario}".strip()
    lines = [f"<!-- Written by `{command}` from rulebook/template.md and the rules; changes belong there. -->", ""]
    if not rules.scenario:
        return [*lines, "# The rulebook of UTKA", "", f"The standard rules, `{rules.fingerprint}`.", ""]
    sides = f" The Center is called {rules.sides.center}, the Circle {rules.sides.circle}."
    renamed = sides if (rules.sides.center, rules.sides.circle) != ("Center", "Circle") else ""
    names = [(usual, own) for usual, own in rules.names.items() if usual != own and usual in template]
    renamed += "".join(f" What is said of {usual} holds of {own}." for usual, own in names)
    turn = f" A turn is a {rules.step.value}." if rules.step else ""
    title = f"# The rulebook of UTKA: {rules.title}"
    return [*lines, title, "", f"The rules of the scenario `{rules.scenario}`, `{rules.fingerprint}`.{turn}{renamed}", ""]


def _contents(flat: Sequence[Flat]) -> Iterator[str]:
    """The chapters, each a link to its heading."""
    titles = [item.title for item in flat if isinstance(item, Chapter)]
    headings = [f"{number}. {title}" for number, title in enumerate(titles, start=1)]
    yield from ("", *(f"[{heading}](#{_anchor(heading)}){'.' if heading == headings[-1] else ','}" for heading in headings), "")


def _anchor(heading: str) -> str:
    """What a heading is called by whoever shows Markdown: small letters, no punctuation, hyphens for spaces."""
    return "".join(letter for letter in heading.lower() if letter.isalnum() or letter in " -").replace(" ", "-")


def _standing(items: Sequence[Item], rules: Rules, told: frozenset[str]) -> Iterator[Flat]:
    """The items that stand under these rules; in place of `% others` a paragraph for each operation without text."""
    for item in items:
        if isinstance(item, Guarded):
            if _holds(item, rules):
                yield from _standing(item.body, rules, told)
        elif isinstance(item, Directive) and item.word == "others":
            for operation in rules.operations.values():
                if operation.side.value == item.arguments and operation.id not in told:
                    yield from _untold(operation, item.line)
        else:
            yield item


def _untold(operation: Operation, line: int) -> Iterator[Flat]:
    """The paragraph on an operation that a scenario has added: its sheet, its own help, an example."""
    yield Paragraph(line=line, label=label_of(operation.id), operation=operation.id)
    words = " ".join(text for text in (_sentence(operation.summary), operation.help) if text)
    yield Text(line=line, text=words)
    yield Text(line=line, text="")
    yield Directive(line=line, word="example", arguments="", operation=operation.id)
    yield Text(line=line, text="")


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _holds(guarded: Guarded, rules: Rules) -> bool:
    kind, _, name = guarded.condition.partition(" ")
    if kind == "not":
        return not _holds(Guarded(line=guarded.line, condition=name.strip(), body=()), rules)
    if kind == "operation":
        return name.strip() in rules.operations
    if kind == "number":
        return find(rules, name.strip()) is not None
    raise TemplateError(guarded.line, f"'% if {guarded.condition}': write operation, number, or not before either")


def _told_operations(items: Sequence[Item]) -> frozenset[str]:
    return frozenset(item.operation for item in all_items(items) if isinstance(item, Paragraph) and item.operation)


def _labels(items: Sequence[Item]) -> list[str]:
    return [item.label for item in all_items(items) if isinstance(item, Paragraph)]


def _numbered(flat: Sequence[Flat]) -> dict[str, str]:
    """The number of every paragraph that stands, by its label."""
    chapter = paragraph = 0
    numbers: dict[str, str] = {}
    for item in flat:
        if isinstance(item, Chapter):
            chapter, paragraph = chapter + 1, 0
        elif isinstance(item, Paragraph):
            paragraph += 1
            if item.label in numbers:
                raise TemplateError(item.line, f"two paragraphs are called '{item.label}'")
            numbers[item.label] = f"{chapter}.{paragraph}"
    return numbers


def _amounts(flat: Sequence[Flat], filling: Filling) -> Mapping[str, int]:
    """What examples take where they name no amount of their own."""
    amounts: dict[str, int] = {}
    for item in flat:
        if isinstance(item, Directive) and item.word == "amounts":
            amounts.update(filling.amounts(item.arguments, item.line))
    return amounts


def _lines(flat: Sequence[Flat], table: Table, numbers: Mapping[str, str]) -> Iterator[str]:
    chapter, heading = 0, ""
    for item in flat:
        match item:
            case Chapter():
                chapter += 1
                yield from ("", f"## {chapter}. {item.title}", "")
            case Paragraph(operation=""):
                heading = f"**{numbers[item.label]} {item.title}.** "
            case Paragraph():
                operation = table.rules.operations[item.operation]
                yield from ("", f"**{numbers[item.label]} {operation.name}.**", "")
                yield from (*sheet(operation, table.rules, table.words), "")
            case Directive(word="amounts"):
                pass
            case Directive():
                if heading:
                    yield from ("", heading.rstrip(), "")
                    heading = ""
                yield from (example if item.word == "example" else directed)(table, item)
            case Text():
                text = table.filling.fill(item.text, item.line)
                if heading and not text:
                    continue
                if heading:
                    yield ""
                yield f"{heading}{text}"
                heading = ""
