"""One's own people as cards, and the words for people that all screens share."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.match.draft import Draft
from game.rules.definitions import Catalogue
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, Post, Status
from game.rules.orders import Order
from game.rules.state import Body
from game.rules.view import CenterView, CircleView, View
from game.ui.presenters.doubts import percent
from game.ui.words import Words

BY_ID = "by_id"
"""In a portrait's record: the id from which all is drawn that the record leaves open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNote:
    """An order as a card shows it: the sign and a few words, or its `name` alone where there is room only for that; `detail`
    is what there is no room for on the card itself."""

    icon: str
    name: str
    words: str
    detail: str = ""

    @property
    def whole(self) -> str:
        """All of it in a line."""
        return f"{self.words}, {self.detail}" if self.detail else self.words


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


def hunted_words(catalogue: Catalogue, _: Words) -> str:
    """What he who is hunted is called in this scenario, in the middle of a sentence."""
    return catalogue.called or _("the Old Man")


def body_words(view: View, body: str, _: Words) -> str:
    """The name of one of the Circle's bodies; nothing for a person."""
    if body == OLD_MAN:
        return view.catalogue.called or _("The Old Man")
    return {MOVEMENT: _("The movement"), HOUSE: _("The household")}.get(body, "")


def person_words(view: View, person: str, _: Words) -> str:
    """The name of a person as this side knows it, or of one of the Circle's bodies."""
    return body_words(view, person, _) or view.name(person)


def short_name(name: str) -> str:
    """A name with initials for first names, as in a narrow column; a code name as it is."""
    parts = name.split()
    if len(parts) < 2 or not all(part[0].isalpha() for part in parts):
        return name
    last = next((index for index, part in enumerate(parts) if index and part[0].islower()), len(parts) - 1)
    initials = [part if part.endswith(".") else f"{part[0]}." for part in parts[:last]]
    return "\u00a0".join([*initials, *parts[last:]])


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
    words = operation.name if not order.target else f"{operation.name}: {target_words(view, order.target, short=True)}"
    return OrderNote(icon=operation.icon, name=operation.name, words=words, detail=line_words(order, _))


def line_words(order: Order, _: Words) -> str:
    """Under which chance a strike is called off; nothing where it never is."""
    return _("called off under {line}%", line=order.call_off) if order.call_off else ""


def target_words(view: View, target: str, *, short: bool = False) -> str:
    """The name of a target: a place, a country or a person, who may be named by initials; nothing where there is none."""
    if not target:
        return ""
    if target in view.catalogue.places:
        return view.catalogue.places[target].name
    if target in view.catalogue.countries:
        return view.catalogue.countries[target].name
    return short_name(view.name(target)) if short else view.name(target)


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
        doubt=percent(view.members[person].doubt) if isinstance(view, CircleView) else None,
        free=body.status is Status.ACTIVE,
    )


def portrait_of(view: View, person: str) -> Mapping[str, str]:
    """The record from which a person's portrait is drawn, as this side knows him."""
    face = view.faces.get(person)
    return {**dict(face.portrait), BY_ID: person} if face is not None else {}


def _old_man_card(view: CircleView, draft: Draft, _: Words) -> PersonCard:
    order = draft.order_of(OLD_MAN)
    places = view.catalogue.places
    where = _("to {place}", place=places[view.moving_to].name) if view.moving_to else places[view.seat].name
    return PersonCard(
        id=OLD_MAN,
        name=body_words(view, OLD_MAN, _),
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
        name=body_words(view, MOVEMENT, _),
        place=_.plural("{count} section", "{count} sections", sections),
        portrait={},
        order=order_note(view, order, _) if order else None,
    )
