"""Checks on a whole scenario that no type can express: each one small function with its own code."""

from functools import partial

from game.scenario.findings import Finding, Severity
from game.scenario.lints import dates, fitting, lessons, names, orders, ranges, reach, telegrams, tempers, testimonies, texts
from game.scenario.lints.sheet import Lint, Remark, Sheet, remarks_of
from game.scenario.nodes import nearest_mark

__all__ = ["LINTS", "Lint", "Remark", "Sheet", "run_lints"]

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

LINTS: tuple[Lint[Sheet], ...] = (
    Lint("missing-part", _ERROR, texts.missing_parts),
    Lint("incomplete-entry", _ERROR, texts.half_a_name),
    Lint("bad-id", _ERROR, names.bad_ids),
    Lint("named-twice", _ERROR, names.named_twice),
    Lint("unknown-place", _ERROR, names.unknown_places),
    Lint("place-off-map", _ERROR, names.places_off_the_map),
    Lint("unknown-country", _ERROR, names.unknown_countries),
    Lint("country-off-map", _ERROR, names.countries_off_the_map),
    Lint("unknown-person", _ERROR, names.unknown_people),
    Lint("not-in-cast", _ERROR, names.people_not_in_the_cast),
    Lint("unknown-relation", _WARNING, names.unknown_relations),
    Lint("misspelt-relation", _WARNING, names.misspelt_relations),
    Lint("unknown-route", _ERROR, names.unknown_routes),
    Lint("unknown-area", _ERROR, names.unknown_areas),
    Lint("unknown-skill", _ERROR, names.unknown_skills),
    Lint("seat-not-exile", _ERROR, names.seat_is_no_exile_place),
    Lint("old-man", _ERROR, names.old_man_in_order),
    Lint("no-place", _ERROR, texts.nowhere_to_be),
    Lint("turns", _ERROR, dates.bad_turns),
    Lint("bad-date", _ERROR, dates.bad_dates),
    Lint("date-outside", _ERROR, dates.dates_outside),
    Lint("off-scale", _ERROR, ranges.off_scale),
    Lint("off-the-globe", _ERROR, ranges.off_the_globe),
    Lint("meter-off-scale", _ERROR, ranges.meters_off_scale),
    Lint("operation-off-scale", _ERROR, ranges.operations_off_scale),
    Lint("number-off-scale", _ERROR, ranges.numbers_off_scale),
    Lint("needs-an-order", _ERROR, fitting.words_of_orders),
    Lint("needs-an-event", _ERROR, fitting.words_of_events),
    Lint("wrong-target", _ERROR, fitting.effects_without_a_target),
    Lint("wrong-actor", _ERROR, fitting.effects_without_an_agent),
    Lint("idle-key", _WARNING, fitting.idle_keys),
    Lint("says-nothing", _WARNING, fitting.words_that_say_nothing),
    Lint("beyond-scale", _WARNING, ranges.beyond_the_scale),
    Lint("security-above-cap", _ERROR, ranges.security_above_cap),
    Lint("unreachable-place", _WARNING, reach.unreachable_places),
    Lint("unreachable-exile", _WARNING, reach.unreachable_exile),
    Lint("same-spot", _WARNING, reach.same_spot),
    Lint("pointless-route", _WARNING, reach.roads_to_nowhere),
    Lint("not-in-play", _WARNING, reach.left_out),
    Lint("unwinnable-center", _ERROR, reach.hopeless_center),
    Lint("lonely-old-man", _WARNING, reach.lonely_old_man),
    Lint("settled-chance", _WARNING, orders.settled_chances),
    Lint("idle-operation", _WARNING, orders.idle_operations),
    Lint("never-so", _WARNING, orders.impossible_conditions),
    Lint("bad-temper", _ERROR, tempers.unusable_tempers),
    Lint("bad-skill", _ERROR, tempers.unusable_skills),
    Lint("lesson-name", _ERROR, lessons.unknown_lesson_names),
    Lint("lesson-turn", _ERROR, lessons.lesson_turns),
    Lint("lesson-side", _WARNING, lessons.lessons_of_others),
    Lint("aimless-note", _WARNING, lessons.aimless_notes),
    Lint("unknown-fact", _ERROR, testimonies.unknown_facts),
    Lint("unknown-tag", _ERROR, testimonies.unknown_tags),
    Lint("bad-blank", _ERROR, testimonies.bad_blanks),
    Lint("endless-phrase", _ERROR, testimonies.endless_phrases),
    Lint("wrong-length", _ERROR, testimonies.wrong_lengths),
    Lint("unreachable-line", _WARNING, testimonies.unreachable_sentences),
    Lint("no-fallback", _WARNING, testimonies.missing_fallbacks),
    Lint("misspelt-id", _WARNING, testimonies.misspelt_ids),
    Lint("missing-verdict", _ERROR, texts.missing_verdicts),
    Lint("long-name", _WARNING, texts.long_names),
    Lint("bad-wording", _ERROR, texts.bad_wordings),
    Lint("bad-word", _ERROR, texts.bad_words),
    Lint("bad-telegram", _ERROR, texts.bad_telegrams),
    Lint("missing-telegram", _WARNING, texts.missing_telegrams),
    Lint("unread-telegram", _WARNING, telegrams.unread_telegrams),
    Lint("no-briefing", _WARNING, texts.briefing_missing),
    Lint("no-sources", _WARNING, texts.people_without_sources),
)


def run_lints(sheet: Sheet) -> list[Finding]:
    """Everything that the lints find, in their order."""
    return remarks_of(LINTS, sheet, partial(nearest_mark, sheet.tree))
