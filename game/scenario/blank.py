"""The beginning of a scenario that is laid on the libraries alone, with an invented story that is to be written over."""

BLANK = """\
# yaml-language-server: $schema=../scenario.schema.json
# A scenario from nothing. It has what a scenario cannot do without, and plays as it stands; write your own story over it.
#   `utka check {folder}` says what is wrong and where; `utka where {id} KEY` says which file a value comes from.
format: {format}
id: {id}
title: {title}
# The rules, the map and the names of newcomers. With people/*.yaml instead of people/newcomers.yaml everybody of the
# library can be called by his id under `cast`.
use: [rules/*.yaml, world/*.yaml, people/newcomers.yaml]
# In a world of your own, words for what the game calls so, and an archive without the shipped history.
# words: {{Moscow: Drasno, Old Man: Maestro, Center: Bureau, Circle: League}}
# archive: own
start: "1934-01-01" # the first day
step: month # week, fortnight, month, two_months or quarter
turns: 12 # how long it lasts; dates of events and tasks must lie within
card: "One sentence for the list of scenarios."
briefing:
  center: "What the Center reads before the game."
  circle: "What the Circle reads before the game."

# Places in play; the routes between them come with them.
map: [paris, barbizon, saint_palais, le_havre]

# The one who is hunted, and the exile place where he lives at first.
old_man: {{person: dolinin, seat: barbizon, called: the exile}}
cast: [dolinin, vauquier, rambert, lanoix, laptenko]
people:
  dolinin:
    name: Kirill Dolinin
    side: circle
    old_man: true
    place: barbizon
    access: 1
    skills: {{analysis: 4, nerve: 4, charm: 3}}
    loyalty: 5
    about: Lives at the edge of the forest, and writes.
    bio: An invented person.
    sources: [Game]
  vauquier:
    name: Henri Vauquier
    side: circle
    place: barbizon
    access: 1
    allegiance: {{center: 0.5, historical: circle}} # Moscow's in every second game
    skills: {{tradecraft: 2, analysis: 3, nerve: 3, charm: 2, force: 2}}
    about: Types, opens the door, and reads the post first.
    bio: An invented person.
    sources: [Game]
  rambert:
    name: Simone Rambert
    side: circle
    place: paris
    access: 2
    skills: {{analysis: 3, charm: 4}}
    about: Carries his pages to the printer.
    bio: An invented person.
    sources: [Game]
  lanoix:
    name: Marcel Lanoix
    code_name: CLERK
    side: center
    place: paris
    cover: 4
    legend: 4
    skills: {{tradecraft: 4, charm: 3, nerve: 3, force: 2}}
    loyalty: 4
    about: Deals in paper and ink.
    bio: An invented person.
    sources: [Game]
  laptenko:
    name: Boris Laptenko
    code_name: ATTACHÉ
    side: center
    post: legal
    place: paris
    skills: {{tradecraft: 3, analysis: 3}}
    loyalty: 4
    about: Of the trade mission.
    bio: An invented person.
    sources: [Game]

# Nobody can break into an archive where none is on the map, so this order is taken out.
operations:
  steal: null

events:
  a_quiet_month:
    date: "1934-02-01"
    title: A quiet month
    tell: {{center: "Nothing to report.", circle: "A quiet month."}}
    do: [{{meter: funds, of: circle, add: 1}}]

directives:
  his_day:
    title: His day
    text: "Find out when he rises, who visits him, and who stands at the gate."
    by: "1934-07-01"
    goal: {{meter: track, at_least: 3}}
aims:
  to_be_read:
    title: To be read
    text: "Be printed where ministers read it, and still be by the end of the year."
    by: "1934-12-01"
    goal: {{meter: influence, at_least: 10}}
    hold: true

# How each end is told, those too that may not come about.
verdicts:
  killed_unproven: {{title: "Killed, and never proven", text: "He is dead, and nobody can show by whom."}}
  killed_open_secret: {{title: "Killed, an open secret", text: "He is dead, and few doubt who sent the hand."}}
  killed_all_know: {{title: "Killed, and all know by whom", text: "He is dead, and the proofs lie before a magistrate."}}
  deported: {{title: Sent away, text: "No country keeps him."}}
  forgotten: {{title: "He lives, forgotten", text: "He writes, and nobody prints it."}}
  alive: {{title: He lives, text: "He writes, and is read."}}
  hunters_hunted: {{title: The hunters hunted, text: "Those who hunted him are called home."}}
"""
