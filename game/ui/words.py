"""The interface's words, under the name by which screens and presenters know them; see `game.language`."""

from game.language import ENGLISH, NO_WORDING, Words

__all__ = ["ENGLISH", "NO_WORDING", "Words"]
