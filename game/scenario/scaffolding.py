"""Writes the beginning of a modder's own scenario: small, commented, and playable as it stands."""

import json
from pathlib import Path

from game.rules.definitions import Scenario
from game.scenario.blank import BLANK
from game.scenario.gathering import FORMAT
from game.scenario.packs import MOD_FILE, SCENARIO_FILE, is_id
from game.scenario.schema import schema

_MOD = """\
# What the game shows of this mod. The mod's id is the name of its folder.
format: {format}
id: {quoted}
title: {title}
about: ""
author: ""
version: "0.1"
# Mods on which this one is to be laid, if they are there, by the names of their folders; else mods go by the alphabet.
# after: [another-mod]
# Mods without which this one cannot be played; it is laid on them too.
# needs: [another-mod]
"""

_SCENARIO = """\
# yaml-language-server: $schema=../scenario.schema.json
# A scenario of your own. It is laid on top of the files that it uses, and plays as it stands:
#   mappings merge by key, `null` deletes a key, lists and single values replace,
#   {{add: [...], remove: [...]}} changes a list of ids.
# `utka check {folder}` says what is wrong and where; `utka where {id} KEY` says which file a value comes from.
format: {format}
id: {quoted}
title: {title}
subtitle: "after {base_title}"
use: [{base}/{file}]

# What each line below would change, once the # in front of it is gone:
# start: "{start}" # the first day
# step: {step} # week, fortnight, month, two_months or quarter
# turns: {turns} # how long it lasts; dates of events and tasks must lie within
# card: "One sentence for the list of scenarios."
# briefing:
#   center: "What the Center reads before the game."
#   circle: "What the Circle reads before the game."
# meters:
#   center: {{funds: 8}}
#   circle: {{influence: 10}}
# numbers:
#   signals: {{center: 5, circle: 5}}        # orders a turn

# Places, people and operations are changed by their id; only what differs is written.
# places:
#   {seat}: {{security_cap: 8}}
# people:
#   {person}: {{loyalty: 5}}
# operations:
#   {operation}: null # nobody can give this order any more

# An event of your own.
# events:
#   a_quiet_month:
#     date: "{start}"
#     title: A quiet month
#     tell: {{center: "Nothing to report.", circle: "A quiet month."}}
#     do:
#       - {{meter: funds, of: circle, add: 1}}
"""


def scaffold(name: str, base: Scenario | None, folder: Path) -> tuple[Path, ...]:
    """Writes a mod with one scenario, laid on `base` or on the libraries alone, into `folder`/`name` and returns the files
    written.

    Raises ValueError for a name that cannot be an id, FileExistsError if the folder is there already.
    """
    if not is_id(name):
        raise ValueError(f"'{name}' cannot be an id: use small letters, digits, _ and -")
    root = folder / name
    if root.exists():
        raise FileExistsError(f"{root} exists already")
    words = {
        "id": name,
        "quoted": json.dumps(name),  # `null`, `yes`, `1e3` and the like are no words where they stand bare
        "title": json.dumps(name.replace("-", " ").replace("_", " ").capitalize(), ensure_ascii=False),
        "folder": name,
        "format": FORMAT,
    }
    texts = {
        root / MOD_FILE: _MOD.format(**words),
        root / name / SCENARIO_FILE: BLANK.format(**words) if base is None else _SCENARIO.format(**words, **_words_of(base)),
        root / "scenario.schema.json": json.dumps(schema("scenario"), indent=1, ensure_ascii=False) + "\n",
    }
    (root / name).mkdir(parents=True)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)


def _words_of(base: Scenario) -> dict[str, object]:
    """What the remarks in a scenario say of the one that it is laid on."""
    return {
        "base": base.catalogue.id,
        "base_title": json.dumps(base.catalogue.title, ensure_ascii=False)[1:-1],
        "start": base.catalogue.start.isoformat(),
        "step": base.catalogue.step.value,
        "turns": base.catalogue.turns,
        "seat": base.setup.seat,
        "person": base.setup.cast[-1],
        "operation": tuple(base.catalogue.operations)[-1],
        "file": SCENARIO_FILE,
    }
