"""The player that thinks ahead: it imagines whole games that fit its view, and plays its plans on in them."""

from game.players.search.player import STRENGTHS, SearchPlayer

__all__ = ["STRENGTHS", "SearchPlayer"]
