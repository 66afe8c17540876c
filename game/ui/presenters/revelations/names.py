"""Who people really were: their names, the names they worked under, and their faces, once nothing is secret any more."""

from collections.abc import Mapping

from game.match.chronicle import Chronicle
from game.rules.definitions import Scenario
from game.rules.nouns import BODIES, Side
from game.rules.orders import Order
from game.rules.state import Face, GameState
from game.ui.presenters.dates import turn_words
from game.ui.presenters.people import BY_ID
from game.ui.words import Words


class TrueNames:
    """The names of everybody in a game that is over; `end` is how it stood last, if that is known."""

    def __init__(self, scenario: Scenario, end: GameState | None) -> None:
        self.catalogue = scenario.catalogue
        self._people = scenario.setup.people
        self._end = end

    def of(self, person: str) -> str:
        """The name by which the world came to know a person, or what a body of the Circle's is called."""
        if person in BODIES:
            return self.catalogue.body_name(person)
        definition = self._people.get(person)
        face = self._face(person, Side.CIRCLE) or self._face(person, Side.CENTER)
        return definition.name if definition is not None else face.name if face is not None else person

    def code(self, person: str) -> str:
        """The name under which the Center ran a person; nothing where that was no other than his own, or where in this game
        he was the Circle's alone."""
        end = self._end
        if end is not None and person in end.circle.members and person not in end.center.agents:
            return ""
        definition = self._people.get(person)
        return definition.code_name if definition is not None and definition.code_name != definition.name else ""

    def agent(self, person: str) -> str:
        """The name with the code name before it, for the Center's own."""
        code = self.code(person)
        return f"{code} ({self.of(person)})" if code else self.of(person)

    def to(self, side: Side, person: str) -> str:
        """The name by which one side knew a person."""
        face = self._face(person, side)
        return face.name if face is not None else self.of(person)

    def portrait(self, person: str) -> Mapping[str, str]:
        """The record from which a face is drawn."""
        definition = self._people.get(self.catalogue.old_man if person in BODIES else person)
        face = self._face(person, Side.CIRCLE) or self._face(person, Side.CENTER)
        drawn = dict(definition.portrait) if definition is not None else dict(face.portrait) if face is not None else {}
        return {**drawn, BY_ID: person}

    def place(self, place: str) -> str:
        """The name of a place, of an area by its first place, or of a country."""
        if place in self.catalogue.places:
            return self.catalogue.places[place].name
        if place in self.catalogue.countries:
            return self.catalogue.countries[place].name
        return next((each.name for each in self.catalogue.places.values() if each.area == place), place)

    def target(self, order: Order) -> str:
        """Whom or what an order was aimed at; nothing where it had no target."""
        target = order.target
        if not target:
            return ""
        known = target in self.catalogue.places or target in self.catalogue.countries
        return self.place(target) if known else self.of(target)

    def operation(self, id_: str) -> str:
        """The name of an operation."""
        operation = self.catalogue.operations.get(id_)
        return operation.name if operation is not None else id_

    def _face(self, person: str, side: Side) -> Face | None:
        if self._end is None:
            return None
        return (self._end.center if side is Side.CENTER else self._end.circle).faces.get(person)


def when(chronicle: Chronicle, moment: int, _: Words) -> str:
    """The month of a moment, such as `June 1940`; of the end, that of the last turn."""
    return turn_words(chronicle.scenario.catalogue, min(moment, max(1, chronicle.turns)), "%B %Y", _)


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
