"""Puts the pages of the archive together."""

from collections.abc import Iterator

from game.rules.definitions import PersonDefinition
from game.rules.nouns import Skill
from game.scenario.archive import PastOperation
from game.ui.presenters.archive.dates import when_words
from game.ui.presenters.archive.entry import Link, Links, Page, Passage
from game.ui.presenters.archive.index import camp_of
from game.ui.presenters.archive.place_pages import country_page, place_page
from game.ui.presenters.archive.refs import Kind, Ref
from game.ui.presenters.archive.shelves import Shelves
from game.ui.presenters.archive.words import organisation_words, part_words, shelf_words
from game.ui.presenters.people import skill_words
from game.ui.words import Words


def page_of(shelves: Shelves, ref: Ref, _: Words) -> Page:
    """The page of an entry, sealed if the running game wants it so."""
    if shelves.locks.is_shut(ref):
        return _sealed_page(shelves, ref, _)
    match ref.kind:
        case "people":
            return _person_page(shelves, shelves.archive.people[ref.id], _)
        case "places":
            return place_page(shelves, shelves.archive.places[ref.id], _)
        case "countries":
            return country_page(shelves, shelves.archive.countries[ref.id], _)
        case "bibliography":
            return _source_page(shelves, ref, _)
        case _:
            return _past_page(shelves, ref, _)


def _sealed_page(shelves: Shelves, ref: Ref, _: Words) -> Page:
    """What may be said of an entry while a game runs: nothing of history, only what the side knows of a person."""
    return Page(
        ref=ref,
        title=shelves.title(ref),
        notice=_("Sealed until the verdict. History would say here what this game keeps from you, or what has not happened yet."),
        passages=(Passage(head=_("What you know"), text=shelves.hearsay(ref.id, _)),) if ref.kind == "people" else (),
        portrait=shelves.portrait(ref.id) if ref.kind == "people" else {},
        shut=True,
    )


def _person_page(shelves: Shelves, person: PersonDefinition, _: Words) -> Page:
    names = ((_("True name"), person.true_name), (_("Cover name"), person.cover_name), (_("Code name"), person.code_name))
    ref = Ref("people", person.id)
    links = [Links(title=_("Relations"), links=tuple(_relations(shelves, person, _)))]
    links += shelves.linked_from(ref, _)
    return Page(
        ref=ref,
        title=person.name,
        subtitle=person.about,
        facts=tuple(fact for fact in ((_("Life"), person.life), *names) if fact[1]),
        notice=shelves.notice(_),
        passages=(Passage(text=person.bio),),
        links=tuple(each for each in links if each.links),
        sources=shelves.sources(person.sources),
        confidence=person.confidence,
        portrait=shelves.portrait(person.id),
        camp=camp_of(person),
        skills=tuple((skill_words(skill.value, _), person.skills.get(skill.value, 0)) for skill in Skill if person.skills),
    )


def _relations(shelves: Shelves, person: PersonDefinition, _: Words) -> Iterator[Link]:
    """Those whom somebody's entry names, then those whose entries name him."""
    people = shelves.archive.people
    for relation in person.relations:
        to = Ref("people", relation.to)
        if shelves.holds(to):
            yield shelves.link(to, relation.note or relation_words(relation.kind, _))
    named = {relation.to for relation in person.relations}
    for other in people.values():
        ties = [relation.kind for relation in other.relations if relation.to == person.id]
        if ties and other.id not in named:
            link = shelves.link(Ref("people", other.id), relation_words(_FROM_THE_OTHER_END.get(ties[0], ties[0]), _))
            if not link.shut:
                yield link


_FROM_THE_OTHER_END = {
    "superior": "subordinate",
    "subordinate": "superior",
    "agent": "officer",
    "secretary": "his secretary",
    "victim": "knows",
}
"""What a tie is called by whoever is at its far end; the others are the same from both."""


def relation_words(kind: str, _: Words) -> str:
    """What ties somebody to somebody; a word of a mod's own as it stands."""
    return {
        "family": _("family"), "friend": _("friend"), "comrade": _("comrade"), "rival": _("rival"), "lover": _("lover"),
        "colleague": _("colleague"), "superior": _("superior"), "subordinate": _("subordinate"), "agent": _("agent"),
        "officer": _("officer in charge"), "secretary": _("employer"), "his secretary": _("secretary"),
        "knows": _("acquaintance"), "victim": _("victim"),
    }.get(kind, kind)  # fmt: skip


def _past_page(shelves: Shelves, ref: Ref, _: Words) -> Page:
    """An operation, an organisation or an event of the timeline."""
    entry = getattr(shelves.archive, ref.kind)[ref.id]
    if ref.kind == "organisations":
        subtitle, facts = organisation_words(entry.kind, _), ((_("When"), entry.life),)
    else:
        subtitle = part_words(entry.part, _) if isinstance(entry, PastOperation) else getattr(entry, "where", "")
        facts = ((_("When"), when_words(entry.date, entry.until)),)
    passages = (
        Passage(text=entry.text),
        Passage(head=_("What came of it"), text=getattr(entry, "outcome", "")),
        Passage(head=_("Disputed"), text=entry.disputed),
        Passage(head=_("What it shows"), text=getattr(entry, "lesson", "")),
    )
    lists: tuple[tuple[str, Kind], ...] = (
        (_("People"), "people"), (_("Places"), "places"), (_("Operations"), "operations"), (_("Organisations"), "organisations"),
    )  # fmt: skip
    links = [Links(title=title, links=shelves.links(kind, getattr(entry, kind, ()))) for title, kind in lists]
    links += shelves.linked_from(ref, _)
    return Page(
        ref=ref,
        title=shelves.title(ref),
        subtitle=subtitle,
        facts=tuple(fact for fact in facts if fact[1]),
        notice=shelves.notice(_),
        passages=tuple(passage for passage in passages if passage.text),
        links=tuple(each for each in links if each.links),
        sources=shelves.sources(entry.sources),
        confidence=entry.confidence,
    )


def _source_page(shelves: Shelves, ref: Ref, _: Words) -> Page:
    work = shelves.archive.bibliography[ref.id]
    facts = ((_("Author"), work.author), (_("Year"), work.year), (_("Cited as"), work.id))
    return Page(
        ref=ref,
        title=work.title,
        subtitle=shelf_words(work.shelf, _),
        facts=tuple(fact for fact in facts if fact[1]),
        passages=(Passage(text=work.about),) if work.about else (),
        links=shelves.resting_on(work.id, _),
    )
