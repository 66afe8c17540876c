"""The whole of a finished game in words, a moment at a time: made when it is first asked for, and kept."""

from functools import cached_property
from typing import TYPE_CHECKING

from game.match.chronicle import Chronicle
from game.rules.nouns import Side
from game.scenario.archive import Archive
from game.ui.map.model import MapModel
from game.ui.presenters.revelations.curves import ChartSheet, charts_of
from game.ui.presenters.revelations.files import Files, files_of
from game.ui.presenters.revelations.hinges import HingeLine, hinge_lines
from game.ui.presenters.revelations.history import PastLine, past_of, past_of_all
from game.ui.presenters.revelations.knowledge import Knowledge, knowledge_of
from game.ui.presenters.revelations.marks import marks_of, seats_so_far
from game.ui.presenters.revelations.names import TrueNames, when
from game.ui.presenters.revelations.rolls import Roll, rolls_of
from game.ui.presenters.revelations.telegrams import telegrams_of
from game.ui.words import Words
