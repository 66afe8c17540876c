"""The words for what the archive sorts by."""

from game.scenario.archive import Confidence, OrganisationKind, Part, Shelf, Stance, Work
from game.ui.words import Words


def part_words(part: Part, _: Words) -> str:
    """The name of a chapter of the operations."""
    return {
        Part.ISOLATION: _("isolation and first agents, 1928–1933"),
        Part.FRANCE: _("France and Norway, 1933–1936"),
        Part.KILLING: _("the killing years, 1937–1938"),
        Part.RECALL: _("recall and warning"),
        Part.MEXICO: _("America and Mexico, 1937–1940"),
    }[part]


def organisation_words(kind: OrganisationKind, _: Words) -> str:
    """What an organisation is."""
    return {
        OrganisationKind.SERVICE: _("secret service"),
        OrganisationKind.MOVEMENT: _("movement"),
        OrganisationKind.PARTY: _("party"),
        OrganisationKind.UNION: _("trade unions"),
        OrganisationKind.COMMISSION: _("commission"),
        OrganisationKind.INSTITUTE: _("institute"),
    }[kind]


def shelf_words(shelf: Shelf, _: Words) -> str:
    """Where a source stands."""
    return {
        Shelf.LIVES: _("lives of Trotsky"),
        Shelf.WITNESSES: _("witnesses from the circle"),
        Shelf.SERVICES: _("the services"),
        Shelf.MEXICO: _("Mexico"),
        Shelf.HOSTS: _("host countries and other theatres"),
        Shelf.PAPERS: _("papers"),
        Shelf.GAME: _("the game"),
    }[shelf]


def work_words(work: Work) -> str:
    """Whose a source is and of when, as far as that is known."""
    return ", ".join(part for part in (work.author, work.year) if part)


def stance_words(stance: Stance, _: Words) -> str:
    """How a state stood towards the exile."""
    return {
        Stance.CLOSED: _("closed"),
        Stance.TRANSIT: _("lets him pass"),
        Stance.TOLERATES: _("tolerates him"),
        Stance.SHELTERS: _("shelters him"),
        Stance.HUNTED: _("hunts or interns him"),
    }[stance]


def confidence_words(confidence: Confidence, _: Words) -> str:
    """How sure an entry is."""
    return {
        Confidence.A: _("documented"),
        Confidence.B: _("told by one credible source"),
        Confidence.C: _("disputed"),
    }[confidence]
