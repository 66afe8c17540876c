"""One's own people and those one knows of, as cards and dossiers."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.match.draft import Draft
from game.rules.nouns import MOVEMENT, OLD_MAN, Post, Skill, Status
from game.rules.orders import Order
from game.rules.state import Body
from game.rules.view import CenterView, CircleView, View
from game.ui.words import Words

BY_ID = "by_id"
"""Stands in a portrait's record for all else where somebody has none: the face is drawn from this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNote:
    """An order as a card shows it: the sign and a few words."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """An index card: who, where, how covered or doubted, and what he has been ordered."""

    id: str
    name: str
    place: str
    portrait: Mapping[str, str]
    order: OrderNote | None = None
    cover: int | None = None
    legend: int = 0
    doubt: int | None = None
    free: bool = True
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A person as a sheet: names, introduction, facts as pairs of words, skills 0-5."""

    id: str
    name: str
    subtitle: str
    about: str
    where: str
    portrait: Mapping[str, str]
    skills: tuple[tuple[str, int], ...]
    ring: int
    facts: tuple[tuple[str, str], ...] = ()
    cover: int | None = None
    legend: int = 0
    doubt: int | None = None


def ring_words(ring: int, _: Words) -> str:
    """The name of a ring."""
    return {1: _("household"), 2: _("organisation"), 3: _("sympathiser"), 4: _("outsider")}[ring]


def status_words(status: Status, _: Words) -> str:
    """What has become of a person."""
    return {
        Status.ACTIVE: _("free to act"),
        Status.IN_TRANSIT: _("on a journey"),
        Status.ARRESTED: _("arrested"),
        Status.RECALLED: _("recalled to Moscow"),
        Status.DEFECTED: _("went over"),
        Status.DEAD: _("dead"),
        Status.GONE: _("gone"),
    }[status]


def status_line(view: View, person: str, _: Words) -> str:
    """Where one's own person is and how he is; of others nothing."""
    body = view.bodies.get(person)
    return f"{place_words(view, body, _)} · {ring_words(body.access, _)}" if body else ""


def skill_words(skill: str, _: Words) -> str:
    """The name of a skill."""
    return {
        "tradecraft": _("Tradecraft"),
        "charm": _("Charm"),
        "nerve": _("Nerve"),
        "analysis": _("Analysis"),
        "force": _("Force"),
    }[skill]


def place_words(view: View, body: Body, _: Words) -> str:
    """Where a person is, or where he is going."""
    places = view.catalogue.places
    if body.status is Status.IN_TRANSIT:
        return _("to {place}", place=places[body.destination].name)
    if body.status is Status.ACTIVE:
        return places[body.place].name
    return status_words(body.status, _)


def order_note(view: View, order: Order, _: Words) -> OrderNote:
    """What somebody has been ordered, short."""
    operation = view.catalogue.operations[order.operation]
    words = operation.name if not order.target else f"{operation.name}: {target_words(view, order.target)}"
    return OrderNote(icon=operation.icon, words=words)


def target_words(view: View, target: str) -> str:
    """The name of a target: a place, a country or a person."""
    if target in view.catalogue.places:
        return view.catalogue.places[target].name
    if target in view.catalogue.countries:
        return view.catalogue.countries[target].name
    return view.name(target)


def cards(view: View, draft: Draft, _: Words) -> tuple[PersonCard, ...]:
    """The cards of the drawer: those who can act first, then those on journeys, then the Circle's two bodies."""
    people = [_card(view, draft, person, _) for person, body in view.bodies.items() if is_in_play(body)]
    people.sort(key=lambda card: (not card.free, view.bodies[card.id].access if isinstance(view, CircleView) else 0))
    if isinstance(view, CenterView):
        return tuple(people)
    return (_old_man_card(view, draft, _), _movement_card(view, draft, _), *people)


def is_in_play(body: Body) -> bool:
    """Whether a person can still do something in this game."""
    return body.status in (Status.ACTIVE, Status.IN_TRANSIT)


def _card(view: View, draft: Draft, person: str, _: Words) -> PersonCard:
    body = view.bodies[person]
    order = draft.order_of(person)
    legal = isinstance(view, CenterView) and view.agents[person].post is Post.LEGAL
    return PersonCard(
        id=person,
        name=view.name(person),
        place=place_words(view, body, _),
        portrait=portrait_of(view, person),
        order=order_note(view, order, _) if order else None,
        cover=view.agents[person].cover if isinstance(view, CenterView) and not legal else None,
        legend=view.agents[person].legend if isinstance(view, CenterView) else 0,
        doubt=(view.members[person].doubt + 50) // 100 if isinstance(view, CircleView) else None,
        free=body.status is Status.ACTIVE,
    )


def portrait_of(view: View, person: str) -> Mapping[str, str]:
    """The record from which a person's portrait is drawn, as this side knows him; of those without one the id."""
    face = view.faces.get(person)
    if face is None:
        return {}
    return dict(face.portrait) or {BY_ID: person}


def _old_man_card(view: CircleView, draft: Draft, _: Words) -> PersonCard:
    order = draft.order_of(OLD_MAN)
    places = view.catalogue.places
    where = _("to {place}", place=places[view.moving_to].name) if view.moving_to else places[view.seat].name
    return PersonCard(
        id=OLD_MAN,
        name=_("The Old Man"),
        place=where,
        portrait=portrait_of(view, view.catalogue.old_man),
        order=order_note(view, order, _) if order else None,
        free=not view.moving_to,
    )


def _movement_card(view: CircleView, draft: Draft, _: Words) -> PersonCard:
    order = draft.order_of(MOVEMENT)
    sections = sum(view.sections.values())
    return PersonCard(
        id=MOVEMENT,
        name=_("The movement"),
        place=_.plural("{count} section", "{count} sections", sections),
        portrait={},
        order=order_note(view, order, _) if order else None,
    )


def dossier(view: View, person: str, _: Words) -> Dossier | None:
    """The sheet of anybody this side knows; nothing for who is not known."""
    if person in (OLD_MAN, MOVEMENT):
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
        facts.append((_("Loyalty"), _loyalty_words(agent.loyalty, _)))
        if agent.contacts:
            names = ", ".join(f"{view.name(other)} {rapport}" for other, rapport in agent.contacts)
            facts.append((_("Contacts"), names))
        if agent.burnt:
            facts.append((_("Warning"), _("they would recognise him")))
    else:
        doubt = (view.members[person].doubt + 50) // 100
    where = status_words(body.status, _)
    if is_in_play(body):
        where = f"{place_words(view, body, _)} · {where}"
    return Dossier(
        id=person,
        name=face.name,
        subtitle=face.subtitle,
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


def _loyalty_words(loyalty: str, _: Words) -> str:
    return {"steady": _("steady"), "doubtful": _("doubtful")}.get(loyalty, _("not inspected"))


def _stranger_dossier(view: View, person: str, _: Words) -> Dossier:
    """Somebody who is not one's own: where he was last seen, and what is known of him."""
    face = view.faces[person]
    seen = view.sightings.get(person) if isinstance(view, CenterView) else view.strangers.get(person)
    facts: list[tuple[str, str]] = []
    where = _("whereabouts unknown")
    if seen is not None:
        place = view.catalogue.places[seen.place].name
        when = view.catalogue.first_day(max(1, seen.turn)).strftime("%B %Y")
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
    return Dossier(
        id=person,
        name=face.name,
        subtitle="",
        about=face.about,
        where=where,
        portrait=dict(face.portrait),
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
    if not isinstance(view, CircleView):
        return None
    if person == MOVEMENT:
        held = ", ".join(f"{_area_words(view, area)} {number}" for area, number in view.sections.items() if number)
        return Dossier(
            id=person,
            name=_("The movement"),
            subtitle=_("what all decide together"),
            about=_("Once a turn the movement can admit, dismiss or denounce one person."),
            where=_.plural("{count} section", "{count} sections", sum(view.sections.values())),
            portrait={},
            skills=(),
            ring=2,
            facts=((_("Sections"), held or _("none")),),
        )
    face = view.faces[view.catalogue.old_man]
    security = view.security.get(view.seat, 0)
    cap = view.catalogue.places[view.seat].security_cap
    return Dossier(
        id=person,
        name=_("The Old Man"),
        subtitle=face.name,
        about=face.about,
        where=view.catalogue.places[view.moving_to or view.seat].name,
        portrait=dict(face.portrait),
        skills=(),
        ring=1,
        facts=(
            (_("Security"), _("{now} of {most}", now=security, most=cap)),
            (_("Visas"), ", ".join(view.catalogue.countries[visa].name for visa in view.visas) or _("none")),
        ),
    )


def _area_words(view: View, area: str) -> str:
    places = view.catalogue.places
    if area in places:
        return places[area].name
    return next((place.name for place in places.values() if place.area == area), area)
