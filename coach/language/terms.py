"""Short requests as sparse vectors: letters inside words, and stems alone or in pairs, weighted by rarity.

With a dozen examples a class, « rembourser » must meet « remboursement ». All n-grams seen count, each
kind weighing the same.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

import numpy as np

from coach.language.stems import stem
from coach.language.text import words
from coach.language.vectors import Rows

_LETTERS = range(2, 6)


@dataclass(frozen=True, slots=True)
class Terms:
    """The n-grams of some texts: place and rarity of each."""

    known: dict[str, tuple[int, float]]

    def rows(self, texts: Sequence[str]) -> Rows:
        """Each text as two unit vectors side by side; what was never seen is left out."""
        return self._weighed([_counts(text) for text in texts])

    def _weighed(self, counted: Sequence[tuple[Counter[str], Counter[str]]]) -> Rows:
        heads: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for number, kinds in enumerate(counted):
            for counts in kinds:
                found = [(*self.known[gram], times) for gram, times in counts.items() if gram in self.known]
                weights = [(1 + log(times)) * rarity for _, rarity, times in found]
                length = sqrt(sum(weight * weight for weight in weights))
                heads.extend([number] * len(found))
                columns.extend(column for column, _, _ in found)
                values.extend(weight / length for weight in weights)
        return np.array(heads, np.int32), np.array(columns, np.int32), np.array(values, np.float32)


def learn_terms(texts: Sequence[str]) -> tuple[Terms, Rows]:
    """Every n-gram of some texts, and the texts as vectors."""
    counted = [_counts(text) for text in texts]
    spread = Counter(gram for kinds in counted for counts in kinds for gram in counts)
    total = 1 + len(texts)
    rarities = {gram: log(total / (1 + seen)) + 1 for gram, seen in spread.items()}
    terms = Terms({gram: (column, rarities[gram]) for column, gram in enumerate(sorted(spread))})
    return terms, terms._weighed(counted)


def _counts(text: str) -> tuple[Counter[str], Counter[str]]:
    """N-grams of letters, prefixed ``c``, and of stems, prefixed ``w``."""
    said = words(text)
    stems = [stem(word) for word in said]
    letters = (
        "c" + padded[at : at + size]
        for padded in (f" {word} " for word in said)
        for size in _LETTERS
        for at in range(len(padded) - size + 1)
    )
    pairs = (f"{first} {second}" for first, second in pairwise(stems))
    return Counter(letters), Counter("w" + gram for gram in (*stems, *pairs))
