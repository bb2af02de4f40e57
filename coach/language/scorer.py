"""How much a unit resembles what was learned for each class: one linear score a class, -1 to 1 or so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.language.encoder import Encoder, Matrix
from coach.language.ridge import Columns, apply, solve
from coach.language.utterance import Unit
from coach.language.vectors import Vocabulary, learn_vocabulary

_ASKED = 0.3
"""Weight of the question mark among the features."""
DAMPING = 0.3


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights of the features, one column a class."""

    vocabulary: Vocabulary
    dense: Matrix
    """For the sentence vector."""
    sparse: Matrix
    """For the n-grams."""
    asked: Matrix
    """For the question mark: one row."""

    def score(self, units: Sequence[Unit], encoder: Encoder) -> Matrix:
        """One row a unit. The same words are computed once."""
        distinct = list(dict.fromkeys((unit.plain, unit.masked) for unit in units))
        place = {texts: row for row, texts in enumerate(distinct)}
        meaning = encoder.encode([plain for plain, _ in distinct]) @ self.dense
        form = apply(self.vocabulary.rows([text for _, text in distinct]), self.sparse, len(distinct))
        rows = [place[unit.plain, unit.masked] for unit in units]
        asked = np.array([[_ASKED * unit.asked] for unit in units], np.float32)
        result: Matrix = (meaning + form)[rows] + asked @ self.asked
        return result


class Trainer:
    """Learns scorers from labelled units; the similarities are computed once for all folds."""

    def __init__(self, units: Sequence[Unit], encoder: Encoder) -> None:
        self.vocabulary, rows = learn_vocabulary([unit.masked for unit in units])
        self._columns = Columns(rows, len(units))
        self._dense = encoder.encode([unit.plain for unit in units])
        self._asked = np.array([[_ASKED * unit.asked] for unit in units], np.float32)
        kernel = self._columns.similarities()
        # A unit is wholly like itself: n-grams seen once are left out of the products, not of the lengths.
        np.fill_diagonal(kernel, 1.0)
        kernel += self._dense @ self._dense.T
        kernel += self._asked @ self._asked.T
        self._kernel = kernel

    def train(self, labels: Matrix, chosen: Sequence[int] | None = None) -> Scorer:
        """A scorer of the labels (1 or -1, one column a class), from all units or some."""
        duals = np.zeros_like(labels)
        if chosen is None:
            duals = solve(self._kernel, labels, DAMPING)
        else:
            duals[chosen] = solve(self._kernel[np.ix_(chosen, chosen)], labels[chosen], DAMPING)
        return Scorer(
            self.vocabulary,
            self._dense.T @ duals,
            self._columns.primal(duals, len(self.vocabulary.grams)),
            self._asked.T @ duals,
        )
