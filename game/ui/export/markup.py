"""Text as HTML: nothing that was written by anybody can become markup."""

import re
from html import escape

_BOLD, _ITALIC = re.compile(r"\*\*(.+?)\*\*", re.DOTALL), re.compile(r"\*(.+?)\*", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def text(words: str) -> str:
    """Words as they are, safe between tags and in attributes."""
    return escape(words, quote=True)


def prose(words: str) -> str:
    """Words with the game's light markup: `*italics*` and `**bold**`."""
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escape(words, quote=True)))


def element(name: str, inside: str, css: str = "") -> str:
    """An element around HTML that is safe already."""
    return f'<{name} class="{css}">{inside}</{name}>' if css else f"<{name}>{inside}</{name}>"


def without_links(markdown: str) -> str:
    """Markdown with its links turned into their words."""
    return _LINK.sub(r"\1", markdown)
