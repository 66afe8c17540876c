"""The interface's words, under the name by which screens and presenters know them; see `game.language`."""

from game.language import DOMAIN, NO_WORDING, Words, languages

__all__ = ["DOMAIN", "NO_WORDING", "Words", "languages"]
