"""French as typed or transcribed, made comparable: words without accents, SMS spelled out, exact offsets.

A word of the text may give several tokens (« jvous » gives « je » and « vous ») that share its span;
hesitations give none. Only the first `MAX_CHARS` characters are read.
"""

import re
import unicodedata
from dataclasses import dataclass

from coach.language.spelling import FILLERS, JOINED, SMS, word_set

MAX_CHARS = 2000
"""What is read of an utterance; nobody says more in one turn, and a pasted page must not cost seconds."""

PUNCTUATION = frozenset(".,;:?!()")
"""Marks that tokens keep; brackets, dashes and bullets become one of them, the rest is dropped."""

_PIECE = re.compile(
    r"(?P<number>\d+(?:[  .]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?P<elided>['’ʼ‘`´](?=[^\W\d_]))?)"
    r"|(?P<unit>[%€])"
    r"|(?P<mark>\.{2,}|…|[.,;:?!()\[\]\n«»“”\"]|[-–—](?=\s))"
)
_MARKS = {"…": ".", "\n": ".", "[": "(", "]": ")", "-": ",", "–": ",", "—": ",", "«": "«", "»": "»"}
_UNITS = {"%": "%", "€": "euros"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "ʼ": "'", "‘": "'"})
_REPEATED = re.compile(r"([a-z])\1{2,}")
_NUMBER_WORDS = word_set(
    """
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts
    trente quarante cinquante soixante septante huitante nonante cent cents mille million millions
    demi moitie tiers dizaine douzaine quinzaine vingtaine trentaine centaine zero
    """
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, as rules compare it, and where it was said."""

    norm: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """A punctuation mark, not a word."""
        return self.norm in PUNCTUATION

    @property
    def is_number(self) -> bool:
        """In figures or in words (« un » is rather an article)."""
        return self.norm[0].isdigit() or self.norm in _NUMBER_WORDS


def nfc(text: str) -> str:
    """The form in which offsets are counted."""
    return unicodedata.normalize("NFC", text)


def fold(word: str) -> str:
    """Lower case, no accents, no ligatures, « troooop » as « trop »."""
    plain = unicodedata.normalize("NFD", word.lower().translate(_LIGATURES))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _REPEATED.sub(r"\1", plain)


def tokenize(text: str) -> tuple[Token, ...]:
    """Words and marks of an NFC text, in order; hesitations left out."""
    tokens: list[Token] = []
    for piece in _PIECE.finditer(text, 0, min(len(text), MAX_CHARS)):
        start, end = piece.span()
        tokens.extend(Token(norm, start, end) for norm in _norms(piece))
    return tuple(_join(tokens))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, as rules compare them, without marks."""
    return tuple(token.norm for token in tokenize(nfc(text)) if not token.is_mark)


def _norms(piece: re.Match[str]) -> tuple[str, ...]:
    said = piece.group()
    if piece["number"]:
        return (re.sub(r"[  ]", "", said),)
    if piece["unit"]:
        return (_UNITS[said],)
    if piece["mark"]:
        mark = _MARKS.get(said, said[0])
        return (mark,) if mark in PUNCTUATION else ()
    folded = fold(said)
    if piece["elided"]:
        return (folded[:-1],)
    if folded in FILLERS:
        return ()
    return SMS.get(folded, (folded,))


def _join(tokens: list[Token]) -> list[Token]:
    """« pour cent » becomes « % », « c est » written apart is not « c'est est »."""
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if joined else None
        pair = (before.norm, token.norm) if before else None
        if before and pair in JOINED:
            joined[-1] = Token(JOINED[pair], before.start, token.end)
        else:
            joined.append(token)
    return joined
