"""What is wrong with a file, said so that somebody with an editor can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from game.scenario.nodes import Mark

CLOSE = "did you mean"
"""How a hint begins that offers one name."""

FEW, MANY = 6, 60
"""As many names as a hint lists beside the nearest, and where none is near."""
MOST_HINTS = 200
"""After so many mistakes in one place no more names are sought to offer: that would take minutes in a file from a stranger."""

_MOST_COMPARED = 200
"""Names that one is compared with at most; where there are more, only those that look alike at first sight."""


class Severity(StrEnum):
    """An error keeps a scenario from being played; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found: where it stands, what is the matter, and what may help.

    `line` and `column` count from 1. `path` is the dotted way to the value, such as `people.natalia.place`.
    """

    severity: Severity
    code: str
    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """The finding on one line, as compilers write theirs."""
        where = f"{self.path}: " if self.path else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.severity.value}[{self.code}] {where}{self.message}{hint}"


class ScenarioError(Exception):
    """A scenario cannot be played; `findings` says everything that was found in it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"{errors[0]}{more}" if errors else "the scenario cannot be loaded")


def found(code: str, mark: Mark, path: str, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> Finding:
    """A finding at a mark; an error unless told otherwise."""
    return Finding(
        severity=severity,
        code=code,
        file=mark.file,
        line=mark.line,
        column=mark.column,
        path=path,
        message=message,
        hint=hint,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by file, line and column, each one once."""
    return tuple(sorted(dict.fromkeys(findings), key=_position))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything found keeps the scenario from being played."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(name: str, choices: Iterable[str]) -> str:
    """A hint that offers the nearest valid name, all names where they are few or none is near, or nothing."""
    names = sorted(set(choices))
    close = get_close_matches(name, _alike(name, names), n=1, cutoff=0.6) if len(name) <= 80 else []
    listed = f"one of: {', '.join(names)}" if 0 < len(names) <= (FEW if close else MANY) else ""
    if not close:
        return listed
    return f"{CLOSE} '{close[0]}'?" + (f" {listed}" if len(names) > 1 and listed else "")


def _alike(name: str, names: list[str]) -> list[str]:
    """Of many names those that begin like this one and are about as long, and none if even these are many."""
    if len(names) <= _MOST_COMPARED:
        return names
    alike = [other for other in names if other[:1] == name[:1] and abs(len(other) - len(name)) <= 2]
    return alike if len(alike) <= _MOST_COMPARED else []


def _position(finding: Finding) -> tuple[str, int, int, str, str]:
    return (finding.file, finding.line, finding.column, finding.code, finding.path)
