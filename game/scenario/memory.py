"""What an earlier look at files found, kept as JSON in the user's cache folder. It may be lost, damaged or made by somebody
else at any time, so whoever reads it must be able to do without."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

_MOST_BYTES = 4_000_000


def recall(memory: Path) -> dict[str, Any]:
    """What is kept in a file; nothing if it is not there or not to be used."""
    with suppress(OSError, ValueError, RecursionError):
        if memory.stat().st_size <= _MOST_BYTES:
            kept = json.loads(memory.read_text(encoding="utf-8"))
            if isinstance(kept, dict):
                return kept
    return {}


def remember(memory: Path, kept: dict[str, Any]) -> None:
    """Keeps something whole or not at all; without it the files are read again."""
    beside = memory.with_suffix(".new")
    with suppress(OSError, ValueError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(beside, memory)
