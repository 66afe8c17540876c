"""JSON Schema of the files of mods that only the window knows: when sounds are heard, and colours."""

from re import escape

from game.resources import assets_folder
from game.scenario.schema import DIALECT, JsonSchema, schema_of
from game.ui.colours import shipped
from game.ui.looks import COLOUR, tokens_of
from game.ui.moments import Moment
from game.ui.sound.book import moments, scenes
from game.ui.sound.cues import SoundBook

SOUNDS, COLOURS = "sounds", "colours"


def window_schema(kind: str) -> JsonSchema:
    """The schema of one of the two kinds."""
    return _sounds() if kind == SOUNDS else _colours()


def _sounds() -> JsonSchema:
    """A mapping takes any key; which moments and scenes there are is known here."""
    written = schema_of(SOUNDS, SoundBook)
    wider = (Moment.ORDERED.value, *(name for name in sorted(moments()) if name.startswith(f"{Moment.TELEGRAM}.")))
    of_one = f"^({'|'.join(map(escape, wider))})\\.[a-z0-9][a-z0-9_-]*$"
    names = {
        "cues": {"anyOf": [{"enum": sorted(moments())}, {"pattern": of_one}]},
        "rooms": {"enum": sorted(scenes())},
    }
    for part, known in names.items():
        table = next(each for each in written["properties"][part]["anyOf"] if each.get("type") == "object")
        table["propertyNames"] = known
    return written


def _colours() -> JsonSchema:
    one: JsonSchema = {"type": "string", "pattern": f"^{COLOUR}$"}
    named = {
        name: one if len(values) == 1 else {"type": "array", "items": one, "minItems": len(values), "maxItems": len(values)}
        for name, values in shipped(tokens_of(assets_folder())).items()
    }
    return {
        "$schema": DIALECT,
        "title": f"UTKA {COLOURS}",
        "type": "object",
        "description": "Colours that a mod lays over those of `assets/tokens.json`, in quotation marks.",
        "properties": named,
        "additionalProperties": False,
    }
