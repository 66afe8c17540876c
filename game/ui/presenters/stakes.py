"""What hangs on an order beside its chance: what a denunciation would win or cost now, what a new house is worth, and where a
strike is called off."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.rules.doubt import found_chance, two_vetters_agree, weigh_finding
from game.rules.nouns import Skill, TargetKind
from game.rules.odds import Odds
from game.rules.orders import Order
from game.rules.state import Finding
from game.rules.view import CenterView, CircleView, View
from game.rules.words import Deed, Do, Stat
from game.ui.presenters.dates import opening_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.people import hunted_words
from game.ui.words import Words

MINUS = "\N{MINUS SIGN}"
CERTAIN_TRACES = 100
"""From here on there is no chance of leaving none."""
LINE_STEP = 5
"""By how much the call-off line is moved at a time, in points."""
MOST_LINE = 95
"""No chance is higher."""
BELOW_THE_MIDDLE = 10
"""So many points under the middle of what is possible a line is proposed: what is a little worse than hoped for still goes."""


def vetters_agree(view: CircleView, person: str) -> bool:
    """Whether two different vetters have found against somebody, lately enough for it to count."""
    return two_vetters_agree(view.findings, person, _counts_since(view))


def _counts_since(view: CircleView) -> int:
    return view.turn - view.catalogue.numbers.denounce.agreed_turns


def findings_facts(view: CircleView, person: str, _: Words) -> tuple[tuple[str, str], ...]:
    """What vetters found against a person and what it is worth, as a fact of his dossier; nothing where nothing was found."""
    against = _found_against(view, person)
    if not against:
        return ()
    numbers = view.catalogue.numbers.denounce
    cost, cheap = abs(numbers.wrong), abs(numbers.wrong_agreed)
    if vetters_agree(view, person):
        said = _("two vetters agree against this person; a wrong Denounce would cost only {cheap} influence", cheap=cheap)
        return ((_("Vetted"), said),)
    said = _(
        "{vetter} found against this person; if another vetter agrees, a wrong Denounce costs {cheap} influence, not {cost}",
        vetter=view.name(against[-1].vetter), cheap=cheap, cost=cost,
    )  # fmt: skip
    return ((_("Vetted"), said),)


def _found_against(view: CircleView, person: str) -> Sequence[Finding]:
    since = _counts_since(view)
    return [finding for finding in view.findings if finding.person == person and finding.guilty and finding.turn > since]


def stakes(view: View, order: Order, _: Words) -> tuple[str, ...]:
    """What hangs on an order beside its chances: of a denunciation what it would bring or cost with today's numbers, of vetting
    what a finding would be worth, of moving how strong the new house is, and where traces are no matter of chance."""
    operation = view.catalogue.operations[order.operation]
    if operation.traces.base >= CERTAIN_TRACES:
        return (_("Traces are certain."),)
    if isinstance(view, CenterView):
        if Do(deed=Deed.SURVEY) in operation.do:
            return _only_who_is_here(view, order.agent, _)
        near = operation.target in (TargetKind.CONTACT, TargetKind.NEARBY)
        return _perhaps_gone(view, order.target, _) if near else ()
    if Do(deed=Deed.RELOCATE) in operation.do:
        return tuple(_worth_of_moving(view, order.target, _))
    if order.target not in view.members:
        return ()
    if Do(deed=Deed.VET) in operation.do and order.agent in view.bodies:
        return _worth_of_finding(view, order, _)
    return _worth_of_naming(view, order, _) if Do(deed=Deed.DENOUNCE) in operation.do else ()


def _only_who_is_here(view: CenterView, agent: str, _: Words) -> tuple[str, ...]:
    """Of looking about where the Center does not believe him to live: how little that tells. What it believes may be wrong."""
    body, areas = view.bodies.get(agent), view.catalogue.areas
    if body is None or (view.seat and areas.get(body.place) == areas.get(view.seat)):
        return ()
    if not view.seat:
        who = hunted_words(view.catalogue, _)
        return (_("**Not known** where {who} lives: if not here, one learns only that, and who is here.", who=who),)
    house = view.catalogue.places[view.seat].name
    return (_("**Not his house**, as far as we know: that is {house}. Elsewhere one learns only who is there.", house=house),)


def _perhaps_gone(view: CenterView, target: str, _: Words) -> tuple[str, ...]:
    """Of somebody whom nobody has seen of late: that the order may find him gone, whatever its chance."""
    seen = view.sightings.get(target)
    if seen is None or target in view.agents or seen.turn >= view.turn - 1:
        return ()
    when = opening_words(view.catalogue, seen.turn, "%B %Y", _)
    return (_("**Last seen** {when}: if the person has left since, the signal is lost and nothing else.", when=when),)


def _worth_of_finding(view: CircleView, order: Order, _: Words) -> tuple[str, ...]:
    """To what doubt either finding would lead, and how good a vetter this is if he is honest."""
    numbers, member = view.catalogue.numbers, view.members[order.target]
    skills, vetter = view.bodies[order.agent].skills, view.members.get(order.agent)
    analysis = skills[tuple(Skill).index(Skill.ANALYSIS)]
    against, clear = (
        percent(weigh_finding(numbers.vetting, member.doubt, guilty, analysis, vetter.doubt if vetter else 0, numbers.doubt.cap))
        for guilty in (True, False)
    )
    finds = found_chance(numbers.vetting, analysis, numbers.vetting.assumed_cover)
    now, wrong = percent(member.doubt), numbers.vetting.false_alarm
    return (
        _("**Doubt** {now}%: {against}% after a finding against, {clear}% after one for.", now=now, against=against, clear=clear),
        _("An honest vetter like this one finds some {finds}% of moles, and {wrong}% of the innocent.", finds=finds, wrong=wrong),
    )


def _worth_of_moving(view: CircleView, place: str, _: Words) -> Iterator[str]:
    """How strong the new house is beside the present one, and what silence on the way costs."""
    new, old = ((view.security.get(house, 0), view.catalogue.places[house].security_cap) for house in (place, view.seat))
    yield _(
        "**The house**: security {there} of {most_there} there, {here} of {most_here} here.",
        there=new[0], most_there=new[1], here=old[0], most_here=old[1],
    )  # fmt: skip
    silence = view.catalogue.numbers.influence.silence
    if silence:
        yield _("On the way he is silent: influence {loss} a turn.", loss=f"{MINUS}{abs(silence)}")


def _worth_of_naming(view: CircleView, order: Order, _: Words) -> tuple[str, ...]:
    """What a denunciation would bring or cost with today's numbers."""
    numbers, name = view.catalogue.numbers.denounce, view.name(order.target)
    doubt = percent(view.members[order.target].doubt)
    agreed = vetters_agree(view, order.target)
    cost = numbers.wrong_agreed if agreed else numbers.wrong
    gain = f"+{numbers.right}"
    right = _("**If {name} is Moscow's** ({doubt}%): blown, and influence {gain}.", name=name, doubt=doubt, gain=gain)
    wrong = _("**If not**: an innocent is gone, and influence {loss}.", loss=f"{MINUS}{abs(cost)}")
    if agreed:
        wrong += " " + _("Two vetters agree; otherwise it would be {loss}.", loss=f"{MINUS}{abs(numbers.wrong)}")
    return (right, wrong)


def naming_in_brief(view: View, order: Order, _: Words) -> str:
    """What a denunciation would bring or cost, in a few words; nothing of any other order."""
    operation = view.catalogue.operations[order.operation]
    if not isinstance(view, CircleView) or Do(deed=Deed.DENOUNCE) not in operation.do:
        return ""
    numbers = view.catalogue.numbers.denounce
    cost = numbers.wrong_agreed if vetters_agree(view, order.target) else numbers.wrong
    return _("right: influence +{gain}, wrong: {loss}", gain=numbers.right, loss=f"{MINUS}{abs(cost)}")


def with_line(order: Order, line: int) -> Order:
    """The same order with another call-off line, between 0 (never) and 95."""
    return replace(order, call_off=max(0, min(MOST_LINE, line)))


def proposed_line(view: View, odds: Odds) -> int:
    """A sensible line for a strike: a little under what its leader can hope to see on the spot, where nobody tells him whether
    the track is false. 0 where there is nothing to find out, or no other turn is left."""
    seen = [share.points for share in odds.shares if share.stat != Stat.FALSE_TRACK]
    if all(low == high for low, high in seen) or view.turn >= view.catalogue.turns:
        return 0
    numbers = view.catalogue.numbers
    middle = max(numbers.chance_least, min(numbers.chance_most, odds.base + sum((low + high) // 2 for low, high in seen)))
    return max(0, (middle - BELOW_THE_MIDDLE) // LINE_STEP * LINE_STEP)
