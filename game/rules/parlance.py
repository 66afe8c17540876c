"""What a scenario says otherwise than the game: whole messages, and single words wherever they stand. No rule looks at it."""

import re
from collections.abc import Iterator, Mapping


def reworded(text: str, words: Mapping[str, str]) -> str:
    """A text with other words in the place of some: whole ones, as they are written, the longest first, and none in braces."""
    if not words:
        return text
    sought = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(rf"\{{[^{{}}]*\}}|(?<!\w)(?:{sought})(?!\w)", lambda hit: words.get(hit[0], hit[0]), text)


def can_stand(word: str, own: str) -> bool:
    """Whether one word can stand for another: neither is empty, nor holds what will be filled in."""
    return bool(word.strip() and own.strip()) and not set("{}") & set(word + own)


class Parlance(Mapping[str, str]):
    """The messages that read otherwise in a scenario, by what they are in English: those that it words itself, and all others
    that hold one of its words. Only the former can be counted and gone through."""

    def __init__(self, wording: Mapping[str, str], words: Mapping[str, str]) -> None:
        self._wording, self._words = wording, words
        self._met: dict[str, str] = {}

    def __getitem__(self, message: str) -> str:
        """The message as the scenario words it; KeyError where it does not."""
        if message in self._wording:
            return self._wording[message]
        if message not in self._met:
            self._met[message] = reworded(message, self._words)
        if self._met[message] == message:
            raise KeyError(message)
        return self._met[message]

    def __iter__(self) -> Iterator[str]:
        """The messages that are worded one by one."""
        return iter(self._wording)

    def __len__(self) -> int:
        """How many are worded one by one."""
        return len(self._wording)

    def __bool__(self) -> bool:
        """Whether anything reads otherwise."""
        return bool(self._wording or self._words)
