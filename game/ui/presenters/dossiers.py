"""Anybody this side knows as a sheet: one's own people, those one knows of, the Old Man, the movement."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.nouns import BODIES, MOVEMENT, OLD_MAN, Post, Skill
from game.rules.view import CenterView, CircleView, View
from game.ui.presenters.dates import opening_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.house import house_facts
from game.ui.presenters.people import body_words, is_in_play, place_words, portrait_of, skill_words, status_words
from game.ui.presenters.stakes import findings_facts
from game.ui.presenters.unsent import NOBODY, Unsent, unsent_facts
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A person as a sheet: names, introduction, facts as pairs of words, skills 0-5. `icon` stands where there is no portrait;
    `reasons` are what a doubt is made of, where somebody asked for them."""

    id: str
    name: str
    subtitle: str
    about: str
    where: str
    portrait: Mapping[str, str]
    skills: tuple[tuple[str, int], ...]
    ring: int | None
    facts: tuple[tuple[str, str], ...] = ()
    cover: int | None = None
    legend: int = 0
    doubt: int | None = None
    icon: str = ""
    reasons: tuple[str, ...] = ()


def dossier(view: View, person: str, _: Words, unsent: Unsent = NOBODY) -> Dossier | None:
    """The sheet of anybody this side knows; nothing for who is not known. `unsent` are those who left without being sent."""
    if person in BODIES:
        return _body_dossier(view, person, _)
    face = view.faces.get(person)
    if face is None:
        return None
    body = view.bodies.get(person)
    if body is None:
        return _stranger_dossier(view, person, _)
    facts: list[tuple[str, str]] = []
    cover, legend, doubt = None, 0, None
    if isinstance(view, CenterView):
        agent = view.agents[person]
        if agent.post is Post.LEGAL:
            facts.append((_("Post"), _("legal officer")))
        else:
            cover, legend = agent.cover, agent.legend
            if not agent.officer:
                facts.append((_("Post"), _("agent, no officer")))
        known = agent.loyalty in ("steady", "doubtful")
        facts.append((_("Loyalty"), loyalty_words(agent.loyalty, _) if known else _("unknown, not inspected")))
        if agent.contacts:
            contacts = (_("{name} (rapport {points})", name=view.name(who), points=rapport) for who, rapport in agent.contacts)
            facts.append((_("Contacts"), ", ".join(contacts)))
        facts += _forgeries(view, person, _)
        if agent.burnt:
            facts.append((_("Warning"), _("they would recognise him")))
    else:
        doubt = percent(view.members[person].doubt)
        facts += [*unsent_facts(view, unsent.get(person, ()), _), *findings_facts(view, person, _)]
    where = status_words(body.status, _)
    if is_in_play(body):
        where = f"{place_words(view, body, _)} · {where}"
    return Dossier(
        id=person,
        name=face.name,
        subtitle=face.subtitle if face.subtitle != face.name else "",
        about=face.about,
        where=where,
        portrait=portrait_of(view, person),
        skills=tuple((skill_words(skill.value, _), body.skills[index]) for index, skill in enumerate(Skill)),
        ring=body.access,
        facts=tuple(facts),
        cover=cover,
        legend=legend,
        doubt=doubt,
    )


def loyalty_words(loyalty: str, _: Words) -> str:
    """How steady one of the Center's is, as far as it knows."""
    return {"steady": _("steady"), "doubtful": _("doubtful")}.get(loyalty, _("unknown"))


def _forgeries(view: CenterView, person: str, _: Words) -> list[tuple[str, str]]:
    """How many of one's own forgeries are in the Circle's files on somebody."""
    papers = view.papers.get(person, 0)
    return [(_("Named by"), _.plural("{count} forged paper", "{count} forged papers", papers))] if papers else []


def _stranger_dossier(view: View, person: str, _: Words) -> Dossier:
    """Somebody who is not one's own: where he was last seen, and what is known of him."""
    face = view.faces[person]
    seen = view.sightings.get(person) if isinstance(view, CenterView) else view.strangers.get(person)
    facts: list[tuple[str, str]] = []
    where = _("whereabouts unknown")
    if seen is not None:
        place = view.catalogue.places[seen.place].name
        when = opening_words(view.catalogue, seen.turn, "%B %Y", _)
        where = _("not found in {place} any more", place=place) if seen.gone else place
        facts.append((_("Last seen"), when))
    if isinstance(view, CenterView):
        levers = view.levers.get(person, ())
        if levers:
            facts.append((_("Moved by"), ", ".join(lever_words(lever, _) for lever in levers)))
        friends = [(agent.id, agent.rapport_with(person)) for agent in view.agents.values()]
        known = ", ".join(f"{view.name(agent)} {rapport}" for agent, rapport in friends if rapport)
        if known:
            facts.append((_("Rapport"), known))
        facts += _forgeries(view, person, _)
    return Dossier(
        id=person,
        name=face.name,
        subtitle="",
        about=face.about,
        where=where,
        portrait=portrait_of(view, person),
        skills=(),
        ring=seen.access if seen else 4,
        facts=tuple(facts),
    )


def lever_words(lever: str, _: Words) -> str:
    """What moves a person."""
    return {
        "money": _("money"),
        "ideology": _("conviction"),
        "coercion": _("fear"),
        "ego": _("vanity"),
        "love": _("love"),
    }.get(lever, lever)


def _body_dossier(view: View, person: str, _: Words) -> Dossier | None:
    if person == OLD_MAN:
        return _old_man_dossier(view, _)
    if person != MOVEMENT or not isinstance(view, CircleView):
        return None
    held = ", ".join(f"{_area_words(view, area)} {number}" for area, number in view.sections.items() if number)
    return Dossier(
        id=person,
        name=body_words(view, person, _),
        subtitle=_("what all decide together"),
        about=_("Once a turn the movement can admit, dismiss, denounce or feed one person."),
        where=_.plural("{count} section", "{count} sections", sum(view.sections.values())),
        portrait={},
        skills=(),
        ring=None,
        facts=((_("Sections"), held or _("none")),),
    )


def _old_man_dossier(view: View, _: Words) -> Dossier:
    """The Old Man and his house; to the Center as far as it is known."""
    face, places = view.faces[view.catalogue.old_man], view.catalogue.places
    facts = list(house_facts(view, _))
    if isinstance(view, CircleView):
        visas = ", ".join(view.catalogue.countries[visa].name for visa in view.visas)
        facts.append((_("Visas"), visas or _("none")))
    where = places[view.seat].name if view.seat else _("not located")
    if view.moving_to:
        where = _("on the way to {place}", place=places[view.moving_to].name)
    return Dossier(
        id=OLD_MAN,
        name=body_words(view, OLD_MAN, _),
        subtitle=face.name,
        about=face.about,
        where=where,
        portrait=portrait_of(view, view.catalogue.old_man),
        skills=(),
        ring=1,
        facts=tuple(facts),
    )


def _area_words(view: View, area: str) -> str:
    places = view.catalogue.places
    if area in places:
        return places[area].name
    return next((place.name for place in places.values() if place.area == area), area)
