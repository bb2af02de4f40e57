"""Text made comparable without moving a character: case, accents, apostrophes, spaces, dashes.

The folded text has exactly the length of the original, so that an offset found in one is an offset
in the other. Ligatures (« œ ») therefore stay as they are.
"""

import unicodedata

_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "ʻ": "'",
    "ʹ": "'",
    "′": "'",
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
_SPACES = frozenset(" \t\u00a0\u2007\u2009\u200a\u202f")


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


_TABLE = {code: _fold_character(chr(code)) for code in range(0x20, 0x250)} | {
    ord(character): folded for character, folded in _SAME.items()
}


def fold(text: str) -> str:
    """The same text in lower case without accents, character for character."""
    return text.translate(_TABLE)


def squeeze(text: str) -> tuple[str, list[int]]:
    """The text with each run of spaces made one, and where each of its characters was.

    The list ends with the length of the text, so that an end can be looked up too.
    """
    kept = [
        position
        for position, character in enumerate(text)
        if character not in _SPACES or position == 0 or text[position - 1] not in _SPACES
    ]
    return "".join(text[position] for position in kept), [*kept, len(text)]
