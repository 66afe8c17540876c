"""Imagines whole games that look to one side exactly as its own view does.

What a side knows is taken over as it is; the rest is drawn by what it may believe: allegiances by what it makes of doubts,
places by the last sighting and the time gone by, hidden meters by how long the other side has had. Only a view is ever asked.
"""

from random import Random

from game.players.planner import CirclePlan
from game.players.search.hidden_center import imagine_center
from game.players.search.hidden_circle import imagine_circle
from game.players.tempered import Plan
from game.rules.state import GameState, PublicPart
from game.rules.view import CenterView, View


def imagine(view: View, seed: int, plan: Plan | None = None) -> GameState:
    """A whole state of which `view_for` makes this very view again; another for every seed.

    Who is Moscow's is drawn as the Circle believes that goes by this plan, or by its files if none is given.
    """
    chance = Random(seed)
    public = PublicPart(
        influence=view.influence,
        asylum=view.asylum,
        countries=dict(view.countries),
        closed_routes=view.closed_routes,
        ordered_out=view.ordered_out,
        interned=view.interned,
        headlines=view.headlines,
        verdict=view.verdict,
    )
    if isinstance(view, CenterView):
        return imagine_circle(view, public, chance)
    return imagine_center(view, public, chance, plan if isinstance(plan, CirclePlan) else CirclePlan())
