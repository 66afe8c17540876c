"""By what name somebody knew somebody else, and how he spoke of him."""

from dataclasses import dataclass

from game.match.testimony.knowledge import Knowledge
from game.rules.definitions import PersonDefinition


def public_name(knowledge: Knowledge, person: str) -> str:
    """The name under which the world knows a person."""
    definition = _definition(knowledge, person)
    if definition is not None:
        return definition.name
    state = knowledge.course.last
    face = state.circle.faces.get(person) or state.center.faces.get(person)
    return face.name if face else ""


def name_known(knowledge: Knowledge, other: str) -> str:
    """The name by which the speaker knew another; empty if he never learnt one.

    What the newspapers printed everybody knows. Of the Circle's people their friends know the name, and the Center
    where it has a face to it; of the Center's own people those who never met them know a code name at most. To his
    contacts an outsider had the name on his passport, if that was not his own.
    """
    course = knowledge.course
    if other in knowledge.exposed | knowledge.cleared or _is_dead(knowledge, other):
        return public_name(knowledge, other)
    if knowledge.is_member and other in course.members:
        return public_name(knowledge, other)
    if knowledge.is_agent and other in course.agents:
        return _name_of_colleague(knowledge, other)
    if knowledge.is_agent and other in course.last.center.faces:
        return public_name(knowledge, other)
    return _passport(_definition(knowledge, other))


def _name_of_colleague(knowledge: Knowledge, other: str) -> str:
    definition = _definition(knowledge, other)
    code = definition.code_name if definition else ""
    return public_name(knowledge, other) if not code or knowledge.knows_well(other) else code


def _passport(definition: PersonDefinition | None) -> str:
    if definition is None:
        return ""
    return definition.cover_name or (definition.name if definition.true_name else "")


def _is_dead(knowledge: Knowledge, other: str) -> bool:
    """Whether the world heard that he was killed."""
    return any(known.event.kind == "killed" and known.event.subject == other for known in knowledge.known)


def _definition(knowledge: Knowledge, person: str) -> PersonDefinition | None:
    return knowledge.course.scenario.setup.people.get(person)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a line speaks of: the name in full, and whether one says she."""

    name: str
    she: bool = False

    def form(self, form: str) -> str:
        """The pronoun of a form such as `his`, capital where the form has one."""
        words = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
        word = words[form.lower()] if self.she else form.lower()
        return word[:1].upper() + word[1:] if form[:1].isupper() else word

    def short(self) -> str:
        """What one says of somebody who has been named in full: the surname, as far as that can be told."""
        first, *rest = self.name.split()
        kept = [word for word in rest if not word.endswith(".")]
        return " ".join(kept) or first
