"""The game as a PettingZoo environment, for learners: both sides write orders step by step, each from its own view alone.

`arena` is the environment, `offers` lists the orders that can be chosen, `observing` puts a view into numbers. Needs the
extra package: `pip install 'utka[env]'`.
"""

import os

_sound = os.environ.get("SDL_AUDIODRIVER")
try:
    from game.env.arena import UtkaEnv
except ModuleNotFoundError as missing:
    if missing.name not in ("pettingzoo", "gymnasium"):
        raise
    raise ModuleNotFoundError("game.env needs the extra package: pip install 'utka[env]'", name=missing.name) from None
finally:  # pettingzoo takes the loudspeakers from whatever else in this process uses SDL
    if _sound is None:
        os.environ.pop("SDL_AUDIODRIVER", None)
    else:
        os.environ["SDL_AUDIODRIVER"] = _sound

__all__ = ["UtkaEnv"]
