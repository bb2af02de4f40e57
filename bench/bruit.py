"""Mechanical noise for measurements: what a keyboard or a microphone does to a sentence."""

import re
import unicodedata
from random import Random

_WORD = re.compile(r"[^\W\d_]{4,}")
_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")


def without_accents(text: str) -> str:
    """« é » becomes « e »."""
    plain = unicodedata.normalize("NFD", text)
    return "".join(char for char in plain if not unicodedata.combining(char))


def as_dictated(text: str) -> str:
    """Lower case, no punctuation but the apostrophe."""
    return " ".join(re.sub(r"[^\w\s'’%€]", " ", text.lower()).split())


def mistyped(text: str, chance: Random) -> str:
    """One typo in about one word in five: a letter lost, doubled, swapped or struck beside."""
    return _WORD.sub(
        lambda word: _typo(word.group(), chance) if chance.random() < 0.2 else word.group(), text
    )


def _typo(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + _beside(word[at], chance) + word[at + 1 :]


def _beside(letter: str, chance: Random) -> str:
    for row in _ROWS:
        place = row.find(letter.lower())
        if place >= 0:
            return row[max(0, place - 1)] if chance.random() < 0.5 else row[min(len(row) - 1, place + 1)]
    return letter
