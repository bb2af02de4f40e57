"""From evidence to probabilities: one logistic regression, the same for every act.

That it is shared is what makes it learnable from a few thousand made-up utterances without learning
them by heart.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coach.language.encoder import Matrix

_ROUNDS = 25
_PENALTY = 1.0


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of the features, the constant last."""

    weights: NDArray[np.float64]

    def probabilities(self, features: Matrix) -> NDArray[np.float64]:
        """One probability a row."""
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-_with_constant(features) @ self.weights))
        return chances


def learn_judge(features: Matrix, truths: NDArray[np.bool_]) -> Judge:
    """Newton's method: few features, so it is exact and takes no time."""
    rows = _with_constant(features)
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], _PENALTY)
    penalty[-1] = 0.0
    for _ in range(_ROUNDS):
        guessed = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (guessed - truths) + penalty * weights
        curve = (rows * (guessed * (1 - guessed))[:, None]).T @ rows + np.diag(penalty + 1e-9)
        weights -= np.linalg.solve(curve, slope)
    return Judge(weights)


def _with_constant(features: Matrix) -> NDArray[np.float64]:
    rows: NDArray[np.float64] = np.c_[features.astype(np.float64), np.ones(len(features))]
    return rows
