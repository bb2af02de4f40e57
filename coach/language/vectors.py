"""Clauses as sparse vectors of word and letter n-grams, weighted by rarity (TF-IDF).

Letters catch what typing spoils, words catch turns of phrase. Numbers are one word, ``#``, and the ends
of a clause are marked. N-grams seen once in training carry no weight afterwards but count in the
length of the vectors they were seen in: a clause made of rare words resembles nothing strongly.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

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
        counts = [ngrams(text, block) for text in texts for block in _BLOCKS]
        said = np.array([gram.encode() for each in counts for gram in each], self.grams.dtype.type)
        blocks = np.repeat(np.arange(len(counts)), [len(each) for each in counts])
        times = np.array([count for each in counts for count in each.values()], np.float32)
        columns = np.searchsorted(self.grams, said) if len(self.grams) else np.zeros(len(said), int)
        columns = np.minimum(columns, max(len(self.grams) - 1, 0))
        known = self.grams[columns] == said if len(self.grams) else np.zeros(len(said), bool)
        blocks, columns, times = blocks[known], columns[known], times[known]
        values = (1 + np.log(times)) * self.rarity[columns]
        lengths = np.sqrt(np.bincount(blocks, values * values, minlength=len(counts)))
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
    grams = [{block: ngrams(text, block) for block in _BLOCKS} for text in texts]
    spread: Counter[str] = Counter()
    for blocks in grams:
        for counts in blocks.values():
            spread.update(counts.keys())
    kept = sorted(gram for gram, seen in spread.items() if seen >= keep)
    columns = {gram: column for column, gram in enumerate(kept)}
    total = 1 + len(texts)
    rarity = {gram: log(total / (1 + seen)) + 1 for gram, seen in spread.items()}
    heads: list[int] = []
    at: list[int] = []
    values: list[float] = []
    for number, blocks in enumerate(grams):
        for counts in blocks.values():
            weighted = {gram: (1 + log(count)) * rarity[gram] for gram, count in counts.items()}
            length = sqrt(sum(value * value for value in weighted.values())) or 1.0
            for gram, value in weighted.items():
                if gram in columns:
                    heads.append(number)
                    at.append(columns[gram])
                    values.append(_BLOCK_WEIGHT * value / length)
    rarities = np.array([rarity[gram] for gram in kept], np.float32)
    rows = np.array(heads, np.int32), np.array(at, np.int32), np.array(values, np.float32)
    return Vocabulary(np.array([gram.encode() for gram in kept], np.bytes_), rarities), rows
