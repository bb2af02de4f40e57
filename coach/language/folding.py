"""Text made comparable without moving a character: case, accents, apostrophes, spaces, dashes.

The folded text has exactly the length of the original, so that an offset found in one is an offset
in the other. Ligatures (« œ ») therefore stay as they are.
"""

import unicodedata

_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "\t": " ",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u202f": " ",
    "€": "€",
    "％": "%",
}


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


_TABLE = {code: _fold_character(chr(code)) for code in range(0x20, 0x250)} | {
    ord(character): folded for character, folded in _SAME.items()
}


def fold(text: str) -> str:
    """The same text in lower case without accents, character for character."""
    return text.translate(_TABLE)
