"""The book as it is shipped: the template, the measurements beside it, and the rules they belong to."""

from pathlib import Path

from game.resources import content_folder
from game.rulebook.book import write_book, write_numbered
from game.rulebook.measured import Measured, read_measured
from game.rulebook.pages import Book, cut
from game.rulebook.source import Rules, rules_of, standard_rules
from game.rules.definitions import Scenario
from game.scenario import Packs, ScenarioError, find_packs, load

BOOK = "RULEBOOK.md"
TEMPLATE = Path("rulebook") / "template.md"
MEASURED = Path("rulebook") / "measured.json"
MEASUREMENTS = "measured"
"""The label of the paragraph that tells them."""


def standard_book(content: Path | None = None) -> str:
    """The book of the standard rules, as `scenarios/RULEBOOK.md` holds it: shipped content only, no mods.

    Raises:
        ScenarioError, TemplateError, MeasuredError: a file that it is written from has errors.
    """
    folder = content or content_folder()
    packs = find_packs(folder, folder / "no mods")
    return write_book(standard_rules(folder), _template(folder), _measured(folder, packs))


def book_of(scenario: str, packs: Packs) -> str:
    """The book of a scenario's merged rules. Raises as `standard_book` does, and ScenarioNotFoundError."""
    folder = content_folder()
    rules = rules_of(load(scenario, packs))
    return write_book(rules, _template(folder), _measured(folder, packs, rules))


def pages_of(scenario: Scenario | None, content: Path | None = None) -> Book:
    """The book of a scenario that is loaded, or of the standard rules, a paragraph at a time. Measurements are left out: they
    are about computer players, and reading them would mean to read every scenario.

    Raises:
        ScenarioError, TemplateError: a file that it is written from has errors.
    """
    folder = content or content_folder()
    rules = standard_rules(folder) if scenario is None else rules_of(scenario)
    text, numbers = write_numbered(rules, _template(folder))
    return Book(tuple(page for page in cut(text, numbers).pages if page.label != MEASUREMENTS))


def _template(folder: Path) -> str:
    return (folder / TEMPLATE).read_text(encoding="utf-8")


def _measured(folder: Path, packs: Packs, known: Rules | None = None) -> tuple[Measured, ...]:
    """The measurements, each with the fingerprint that the rules of its scenario have now."""
    path = folder / MEASURED
    named = {matrix.scenario for matrix in read_measured(path, {})}
    now = {known.scenario: known.fingerprint} if known else {}
    for scenario in sorted(named & set(packs.scenario_ids()) - set(now)):
        try:
            now[scenario] = rules_of(load(scenario, packs)).fingerprint
        except ScenarioError:
            continue  # a scenario with errors has no rules that could be compared
    return read_measured(path, now)
