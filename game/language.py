"""Messages in the player's language. English is in the source; a catalogue may replace it. Content words come from the
scenario and never pass through here.
"""

import gettext
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from types import MappingProxyType

DOMAIN = "utka"
NO_WORDING: Mapping[str, str] = MappingProxyType({})


class Words:
    """Turns an English message into the player's language and fills in its named places.

    Screens call it by the name `_`, so that the ordinary gettext tools find every message:
    `_ = canvas.words; _("Turn {turn} of {turns}", turn=3, turns=18)`.
    """

    def __init__(self, locale_folder: Path | None = None, language: str = "en") -> None:
        self.language = language
        self._wording = NO_WORDING
        self._catalogue: gettext.NullTranslations = gettext.translation(
            DOMAIN, localedir=locale_folder, languages=[language], fallback=True
        )

    def within(self, wording: Mapping[str, str]) -> "Words":
        """The same words, but for the messages that a scenario words otherwise. It answers for the language of those."""
        if not wording:
            return self
        worded = copy(self)
        worded._wording = wording
        return worded

    def __call__(self, message: str, /, **named: object) -> str:
        """The message in the player's language, with its `{names}` filled in."""
        translated = self._wording.get(message) or self._catalogue.gettext(message)
        return translated.format(**named) if named else translated

    def plural(self, one: str, many: str, count: int, /, **named: object) -> str:
        """The form of the message for this count, which is also there as `{count}`."""
        worded = self._wording.get(one if count == 1 else many)
        return (worded or self._catalogue.ngettext(one, many, count)).format(count=count, **named)


def languages(locale_folder: Path) -> tuple[str, ...]:
    """Languages that can be chosen: English, and each one with a compiled catalogue."""
    found = {path.parent.parent.name for path in locale_folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return tuple(sorted(found | {"en"}))
