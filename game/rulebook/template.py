"""Reads the template of the rulebook: its lines, its chapters and paragraphs, and the blocks that depend on the rules.

    # A chapter
    ## label: A paragraph         its number is found by counting; `{§label}` refers to it
    % if operation feed           up to `% end`: only if the rules have that operation; also `number denounce.wrong`, `not`
    % operation raid              up to `% end`: a paragraph on an operation, under the sheet that is made from it
    % example nerve=4             a line that is made from the rules; the words are those of `directives`
    Text with {police.alert}      figures of the rules in braces; see `filling`

Knows this syntax and nothing of what stands in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


class TemplateError(ValueError):
    """The template cannot be used; the message says where and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"rulebook template, line {line}: {message}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The heading of a chapter."""

    line: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The beginning of a numbered paragraph; of an operation's the title is left to the rules."""

    line: int
    label: str
    title: str = ""
    operation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A line that is made from the rules; `operation` is the one in whose block it stands."""

    line: int
    word: str
    arguments: str
    operation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """Lines that stand only under a condition, such as `operation feed` or `not number feeding.track`."""

    line: int
    condition: str
    body: tuple["Item", ...]


Item = Chapter | Paragraph | Text | Directive | Guarded
"""What a template is made of."""


def read_template(text: str) -> tuple[Item, ...]:
    """The template's items in order.

    Raises:
        TemplateError: a block is not closed, or a heading is not written as it should be.
    """
    lines = enumerate(text.splitlines(), start=1)
    items = tuple(_items(lines, opened=0))
    return items


def label_of(operation: str) -> str:
    """The label of the paragraph on an operation."""
    return f"op.{operation}"


def all_items(items: Sequence[Item]) -> Iterator[Item]:
    """Every item, those inside blocks as well, whatever the rules have."""
    for item in items:
        yield item
        if isinstance(item, Guarded):
            yield from all_items(item.body)


def _items(lines: Iterator[tuple[int, str]], opened: int, operation: str = "") -> Iterator[Item]:
    """The items up to the end of the block that was opened on line `opened`, or of the whole text where that is 0."""
    for line, text in lines:
        if text.startswith("% end"):
            if not opened:
                raise TemplateError(line, "'% end' closes nothing")
            return
        if text.startswith("% if "):
            yield Guarded(line=line, condition=text[5:].strip(), body=tuple(_items(lines, line, operation)))
        elif text.startswith("% operation "):
            yield _operation(lines, line, text[12:].strip())
        elif text.startswith("% "):
            word, _, arguments = text[2:].partition(" ")
            yield Directive(line=line, word=word, arguments=arguments.strip(), operation=operation)
        elif text.startswith("## "):
            label, colon, title = text[3:].partition(":")
            if not colon or not label.strip() or not title.strip():
                raise TemplateError(line, "a paragraph begins with '## label: Title'")
            yield Paragraph(line=line, label=label.strip(), title=title.strip())
        elif text.startswith("# "):
            yield Chapter(line=line, title=text[2:].strip())
        else:
            yield Text(line=line, text=text.rstrip())
    if opened:
        raise TemplateError(opened, "this block has no '% end'")


def _operation(lines: Iterator[tuple[int, str]], line: int, operation: str) -> Guarded:
    body = tuple(_items(lines, line, operation))
    head = Paragraph(line=line, label=label_of(operation), operation=operation)
    return Guarded(line=line, condition=f"operation {operation}", body=(head, *body))
