"""What a portrait can be made of: the definitions of `portraits/parts.yaml` and `faces.yaml`, and their reading. It
draws nothing."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from game.scenario.findings import Finding, ScenarioError, found, nearest
from game.scenario.nodes import Leaf, Node, Series, Table, bare
from game.scenario.reader import Reading, read_file
from game.scenario.shaping import Shaper
from game.ui.colours import OWN_LOOK, Colours, shipped

Record = Mapping[str, str]
"""A portrait as data: which part goes where, such as `{head: oval, hair: swept_grey}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A filled shape. Colours are names or `#RRGGBB`; opacity runs from 0 to 1."""

    fill: str
    path: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with round ends, `width` canvas units wide."""

    line: str
    width: float
    path: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A filled circle: centre and radius in canvas units."""

    circle: tuple[float, float, float]
    fill: str


Shapes = tuple[Fill | Line | Disc, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The colours that a tone of hair gives to the shapes of hair, beards and moustaches."""

    base: str
    shade: str
    streak: str
    gleam: str
    furrow: str
    bristle: str
    thread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What every bust has."""

    neck: Shapes
    throat: Shapes
    ear: Shapes
    temples: Shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head: how far it stretches features, how it widens and lowers hair and hats, and where its chin is."""

    features: tuple[float, float]
    skull: tuple[float, float]
    chin: float
    shapes: Shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hair:
    """A style of hair, behind the neck and over the face. `under_hat`: it still shows under a hat."""

    back: Shapes
    front: Shapes
    under_hat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Every part there is, by place and name. `kinds` says how to make up a portrait for a man or a woman."""

    tones: Mapping[str, Tone]
    body: Body
    head: Mapping[str, Head]
    hair: Mapping[str, Hair]
    eyes: Mapping[str, Shapes]
    brows: Mapping[str, Shapes]
    nose: Mapping[str, Shapes]
    mouth: Mapping[str, Shapes]
    lines: Mapping[str, Shapes]
    beard: Mapping[str, Shapes]
    moustache: Mapping[str, Shapes]
    glasses: Mapping[str, Shapes]
    hat: Mapping[str, Shapes]
    dress: Mapping[str, Shapes]
    extra: Mapping[str, Shapes]
    figure: Mapping[str, Shapes]
    kinds: Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The parts, the colours they are printed in, the two tones of each background, and the faces with names."""

    parts: Parts
    colours: Mapping[str, str]
    backgrounds: Mapping[str, tuple[str, str]]
    faces: Mapping[str, Record]


def read_kit(assets: Path, own: Colours = OWN_LOOK.colours) -> Kit:
    """Reads the kit from the assets folder, to be printed in a mod's `own` colours where it has some.

    Raises ScenarioError, with everything that was found, if a file of parts or faces is faulty; OSError, ValueError or
    KeyError if the tokens file is.
    """
    named = shipped(json.loads((assets / "tokens.json").read_text(encoding="utf-8"))) | dict(own)
    inks = {name.removeprefix("portrait."): value for name, value in named.items() if name.startswith("portrait.")}
    colours = {name: value[0] for name, value in inks.items() if len(value) == 1}
    backgrounds = {name.removeprefix("bg_"): (value[0], value[1]) for name, value in inks.items() if len(value) > 1}
    reading = read_file(assets / "portraits" / "parts.yaml", "portraits/parts.yaml")
    shaper = Shaper()
    parts = shaper.shape(Parts, reading.tree)
    known = {*colours, *(item.name for item in fields(Tone))}
    findings = [*reading.findings, *shaper.findings, *_unknown_colours(reading.tree, known)]
    if parts is None or findings:
        raise ScenarioError(findings)
    faces = _faces(read_file(assets / "portraits" / "faces.yaml", "portraits/faces.yaml"))
    return Kit(parts=parts, colours=colours, backgrounds=backgrounds, faces=faces)


def _unknown_colours(node: Node, known: set[str]) -> Iterator[Finding]:
    """A finding for each shape whose colour has no meaning."""
    if isinstance(node, Series):
        for item in node.items:
            yield from _unknown_colours(item, known)
    elif isinstance(node, Table):
        for key, child in node.entries.items():
            if key in ("fill", "line") and isinstance(child, Leaf):
                if child.text not in known and not child.text.startswith("#"):
                    yield found("unknown-name", child.mark, key, f"no colour '{child.text}'", nearest(child.text, known))
            else:
                yield from _unknown_colours(child, known)


def _faces(reading: Reading) -> Mapping[str, Record]:
    findings = list(reading.findings)
    faces: dict[str, Record] = {}
    for name, node in reading.tree.entries.items():
        parts = bare(node)
        if isinstance(parts, dict) and all(isinstance(part, str) for part in parts.values()):
            faces[name] = parts
        else:
            findings.append(found("wrong-type", node.mark, name, "a face is a list of parts, such as {head: oval}"))
    if findings:
        raise ScenarioError(findings)
    return faces
