"""Clauses as sparse vectors of word and letter n-grams, weighted by rarity (TF-IDF).

Letters catch what typing spoils, words catch turns of phrase. Numbers are one word, ``#``, and the ends
of a clause are marked. N-grams seen once in training carry no weight afterwards but count in the
length of the vectors they were seen in: a clause made of rare words resembles nothing strongly.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from coach.language.text import Token

_LETTERS = range(2, 7)
_WORDS = range(1, 4)
_BLOCKS = ("c", "w")
_BLOCK_WEIGHT = sqrt(0.5)

Rows = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]
"""Row numbers, column numbers and values of the non-zero cells."""


def plain(tokens: Iterable[Token]) -> str:
    """A clause as the encoder reads it: folded words, no marks. Accents and punctuation cannot change it."""
    return " ".join(token.norm for token in tokens if not token.is_mark)


def masked(tokens: Iterable[Token]) -> str:
    """A clause as n-grams read it: numbers hidden, ends marked."""
    words = ("#" if token.is_number else token.norm for token in tokens if not token.is_mark)
    return " ".join(("^", *words, "$"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The n-grams that count, and their weights."""

    grams: NDArray[np.bytes_]
    """Sorted, in UTF-8: a dictionary of so many words would weigh more than the weights themselves."""
    rarity: NDArray[np.float32]

    def rows(self, texts: Sequence[str]) -> Rows:
        """The vectors of masked texts, each block of length `_BLOCK_WEIGHT`."""
        counts = _counts(texts)
        said = np.array([gram.encode() for each in counts for gram in each], self.grams.dtype.type)
        columns = np.searchsorted(self.grams, said) if len(self.grams) else np.zeros(len(said), int)
        columns = np.minimum(columns, max(len(self.grams) - 1, 0))
        known = self.grams[columns] == said if len(self.grams) else np.zeros(len(said), bool)
        blocks, times = _cells(counts)
        blocks, columns, times = blocks[known], columns[known], times[known]
        return _weighed(blocks, columns, times, self.rarity)


def _counts(texts: Sequence[str]) -> list[Counter[str]]:
    return [ngrams(text, block) for text in texts for block in _BLOCKS]


def _cells(counts: Sequence[Counter[str]]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The block of each n-gram found, and how often it is in it."""
    blocks = np.repeat(np.arange(len(counts)), [len(each) for each in counts])
    return blocks, np.array([count for each in counts for count in each.values()], np.float32)


def _weighed(
    blocks: NDArray[np.intp],
    columns: NDArray[np.intp],
    times: NDArray[np.float32],
    rarity: NDArray[np.float32],
) -> Rows:
    """TF-IDF, every block brought to the same length."""
    values = (1 + np.log(times)) * rarity[columns]
    lengths = np.sqrt(np.bincount(blocks, values * values))
    values *= _BLOCK_WEIGHT / np.maximum(lengths, 1e-9)[blocks]
    rows = blocks // len(_BLOCKS)
    return rows.astype(np.int32), columns.astype(np.int32), values.astype(np.float32)


def ngrams(text: str, block: str) -> Counter[str]:
    """The n-grams of a masked text: of letters (``c``) or of words (``w``), prefixed by their block."""
    if block == "c":
        return Counter("c" + text[i : i + size] for size in _LETTERS for i in range(len(text) - size + 1))
    words = text.split()
    return Counter(
        "w" + " ".join(words[i : i + size]) for size in _WORDS for i in range(len(words) - size + 1)
    )


def learn_vocabulary(texts: Sequence[str], keep: int = 2) -> tuple[Vocabulary, Rows]:
    """The n-grams seen in `keep` texts, and the vectors of the texts, whose length counts the others."""
    counts = _counts(texts)
    blocks, times = _cells(counts)
    places: dict[str, int] = {}
    found = np.array([places.setdefault(gram, len(places)) for each in counts for gram in each], np.intp)
    spread = np.bincount(found, minlength=len(places))
    rarity = (np.log((1 + len(texts)) / (1 + spread)) + 1).astype(np.float32)
    heads, columns, values = _weighed(blocks, found, times, rarity)
    kept = sorted(gram for gram, place in places.items() if spread[place] >= keep)
    chosen = np.array([places[gram] for gram in kept], np.intp)
    renumbered = np.full(len(places), -1, np.int32)
    renumbered[chosen] = np.arange(len(kept))
    columns = renumbered[columns]
    known = columns >= 0
    vocabulary = Vocabulary(np.array([gram.encode() for gram in kept], np.bytes_), rarity[chosen])
    return vocabulary, (heads[known], columns[known], values[known])
