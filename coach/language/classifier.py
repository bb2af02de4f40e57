"""Tells which of a set of classes an utterance belongs to, from a few examples each, whatever the set.

A multinomial logistic regression over sentence vectors and n-grams of whole utterances. Here the text
is read as written: with a dozen examples a class, accents and marks are worth more than robustness.
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from coach.language.encoder import Encoder, Matrix
from coach.language.library import ActLibrary
from coach.language.ridge import Columns, apply
from coach.language.text import nfc, tokenize
from coach.language.vectors import learn_vocabulary, masked

_MEANING = 1.25
"""Weight of the sentence vectors against the n-grams."""
_DAMPING = 0.4
_ROUNDS = 60
_LETTERS_AND_WORDS = sqrt(2.0)
"""N-grams of letters and of words weigh one each."""


class Classifier:
    """Ranks the classes of a library. Learned when made: the work of a second for some hundred examples."""

    def __init__(self, library: ActLibrary, encoder: Encoder) -> None:
        self.classes = library.ids()
        self._encoder = encoder
        labelled = [(example.text, act) for example in library.examples for act in example.acts]
        texts = [_masked(text) for text, _ in labelled]
        self._vocabulary, rows = learn_vocabulary(texts, keep=1)
        vectors = self._vectors([text for text, _ in labelled])
        columns = Columns(rows, len(texts))
        kernel = _LETTERS_AND_WORDS**2 * columns.similarities() + vectors @ vectors.T
        place = {act: column for column, act in enumerate(self.classes)}
        truths = np.zeros((len(texts), len(self.classes)), np.float32)
        truths[range(len(texts)), [place[act] for _, act in labelled]] = 1.0
        duals, self._bias = _softmax_regression(kernel, truths)
        self._dense: Matrix = vectors.T @ duals
        width = len(self._vocabulary.grams)
        self._sparse = _LETTERS_AND_WORDS**2 * columns.primal(duals, width)

    def rank(self, text: str) -> tuple[tuple[str, float], ...]:
        """Every class with its probability, the likeliest first."""
        rows = self._vocabulary.rows([_masked(text)])
        logits = self._vectors([text]) @ self._dense + apply(rows, self._sparse, 1) + self._bias
        chances = _softmax(logits)[0]
        pairs = [(act, round(float(chance), 3)) for act, chance in zip(self.classes, chances, strict=True)]
        order = np.argsort(-chances, kind="stable")
        return tuple(pairs[column] for column in order)

    def _vectors(self, texts: Sequence[str]) -> Matrix:
        vectors: Matrix = _MEANING * self._encoder.encode([nfc(text).lower()[:2000] for text in texts])
        return vectors


def _masked(text: str) -> str:
    return masked(tokenize(nfc(text)))


def _softmax(logits: Matrix) -> Matrix:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    chances: Matrix = powers / powers.sum(1, keepdims=True)
    return chances


def _softmax_regression(kernel: Matrix, truths: Matrix) -> tuple[Matrix, NDArray[np.float32]]:
    """Dual weights and constants. Each round solves the same bounded problem, so one inverse serves all."""
    count = len(kernel)
    bounded = np.linalg.inv(kernel + 2 * _DAMPING * np.eye(count, dtype=np.float32))
    duals = np.zeros_like(truths)
    bias = np.zeros(truths.shape[1], np.float32)
    for _ in range(_ROUNDS):
        error = _softmax(kernel @ duals + bias) - truths
        duals -= 2 * bounded @ (error + _DAMPING * duals)
        bias -= 2 * error.mean(0)
    return duals, bias
