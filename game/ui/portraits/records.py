"""Records of portraits: taken from a named face, made up from an id, checked against the parts there are."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from game.scenario.findings import nearest
from game.scenario.packs import shown
from game.scenario.pictures import FOLDER, undrawn, why_not
from game.ui.portraits.parts import Kit, Parts, Record

STRANGER: Record = MappingProxyType({"figure": "stranger"})
"""Somebody whose face nobody has seen."""

PLAIN: Record = MappingProxyType(
    {
        "head": "oval",
        "hair": "side_part_brown",
        "brows": "straight",
        "eyes": "keen",
        "nose": "straight",
        "mouth": "firm",
        "dress": "jacket",
    }
)
"""What every bust needs, where its record does not say."""

NONE = "none"
KIND = "kind"
"""What is said in a record of which the rest is made up: whether it is a man's face or a woman's."""
PICTURE = "picture"
"""The place of a record that names a picture of a mod's, in the stead of all parts."""
_TONED = ("hair", "beard", "moustache")


class Fault(NamedTuple):
    """What is wrong with a record, in which of its places (none if it is the place itself), and what may help."""

    slot: str
    message: str
    hint: str


def full_record(kit: Kit, record: Record) -> Record:
    """The record with its named face, if it names one, under its own parts; parts that are `none` are left out.

    An empty record is the stranger.
    """
    face = kit.faces.get(record.get("face", ""), {})
    joined = {**face, **{slot: part for slot, part in record.items() if slot != "face"}}
    return {slot: part for slot, part in joined.items() if part and part != NONE} or STRANGER


def record_from_id(kit: Kit, identity: str, known: Record = MappingProxyType({})) -> Record:
    """A portrait for somebody without one, or of whom no more than the `kind` and some parts are `known`: the same id always
    gives the same face."""
    kinds = kit.parts.kinds
    kind = kinds.get(known.get(KIND, "")) or list(kinds.values())[_draw(identity, KIND, len(kinds))]
    drawn = {slot: choices[_draw(identity, slot, len(choices))] for slot, choices in kind.items() if choices}
    tone = drawn.pop("tone", "brown")
    record = {slot: f"{part}_{tone}" if slot == "hair" else part for slot, part in drawn.items()}
    return full_record(kit, {**record, **{slot: part for slot, part in known.items() if slot != KIND}})


def split_tone(parts: Parts, part: str) -> tuple[str, str | None]:
    """A part and its tone: `swept_grey` is `swept` in `grey`. The tone is none where the name does not end in one."""
    style, _, tone = part.rpartition("_")
    return (style, tone) if style and tone in parts.tones else (part, None)


def faults(kit: Kit, record: Record, pictures: Mapping[str, Path]) -> Iterator[Fault]:
    """What is wrong with a record, where there are these pictures. Drawing goes on without the faulty parts."""
    for slot, part in record.items():
        if slot == PICTURE:
            yield from _picture_faults(part, pictures)
            continue
        choices = kit.faces if slot == "face" else part_names(kit.parts).get(slot)
        if choices is None:
            yield Fault("", f"a portrait has no '{slot}'", nearest(slot, ("face", PICTURE, *part_names(kit.parts))))
            continue
        for word in part.split() if slot == "extra" else (part,):
            name = split_tone(kit.parts, word)[0] if slot in _TONED else word
            style, _, tone = word.rpartition("_")
            if name in choices or name == NONE:
                continue
            if slot in _TONED and style in choices:
                yield Fault(slot, f"no tone '{tone}'", nearest(tone, kit.parts.tones))
            else:
                yield Fault(slot, f"no part '{word}'", nearest(name, choices))


def _picture_faults(name: str, pictures: Mapping[str, Path]) -> Iterator[Fault]:
    path = pictures.get(name)
    if path is None:
        hint = nearest(name, pictures) or f"put {name:.40}.png or {name:.40}.svg into the folder `{FOLDER}` of the mod"
        yield Fault(PICTURE, f"no mod has a picture '{name:.60}'", hint)
    elif reason := why_not(path):
        yield Fault(PICTURE, f"{shown(path)} cannot be shown: {reason}", "a PNG or SVG of 240 by 300 is best")
    elif lost := undrawn(path):
        yield Fault(PICTURE, f"{shown(path)}: {lost}", "let the drawing program make paths of it, or save it as PNG")


def part_names(parts: Parts) -> Mapping[str, Mapping[str, object]]:
    """The parts there are for each place of a record, by name; tones are not part of a name."""
    return {
        "head": parts.head,
        "hair": parts.hair,
        "eyes": parts.eyes,
        "brows": parts.brows,
        "nose": parts.nose,
        "mouth": parts.mouth,
        "lines": parts.lines,
        "beard": parts.beard,
        "moustache": parts.moustache,
        "glasses": parts.glasses,
        "hat": parts.hat,
        "dress": parts.dress,
        "extra": parts.extra,
        "figure": parts.figure,
        KIND: parts.kinds,
    }


def _draw(identity: str, purpose: str, choices: int) -> int:
    digest = sha256(f"{identity}:{purpose}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % choices
