"""Tells which of a set of classes an utterance belongs to, from a few examples each, whatever the set.

Three multinomial logistic regressions, each with its own way of comparing texts: the meaning of the
sentence, the meanings of its words, its letters and stems. They make different mistakes, so their
opinions are multiplied. Meanings are read from the text as written, accents and marks included.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from coach.language.encoder import Encoder, Matrix
from coach.language.library import ActLibrary
from coach.language.ridge import Columns, apply
from coach.language.terms import learn_terms
from coach.language.text import MAX_CHARS, nfc

_MEANING = 2.0
"""Length of the vectors of meaning, against 1 for each kind of n-gram."""
_NEAR, _STEEPNESS = 0.36, 30.0
"""Cosine with the nearest example from which a text is rather one of the set, and how sharply."""
_FEW = 4
"""Examples under which the label of a class is one example more."""
_DAMPING = 0.4
_ROUNDS = 20
_WORD = re.compile(r"[^\W_]+(?:['’](?=\w))?")


class Classifier:
    """Ranks the classes of a library. Learned when made: the work of a second for some hundred examples."""

    def __init__(self, library: ActLibrary, encoder: Encoder) -> None:
        self.classes = library.ids()
        self._encoder = encoder
        texts, truths = _labelled(library)
        spread = Counter(word for text in texts for word in set(_words(text)))
        self._rarity = {word: log((2 + len(texts)) / (1 + seen)) for word, seen in spread.items()}
        self._rarest = log(2 + len(texts))
        vocabulary = sorted(spread)
        self._meanings = dict(zip(vocabulary, encoder.encode(vocabulary), strict=True))
        self._sentences = encoder.encode(texts)
        bags = _MEANING * np.stack([self._bag(text, {}) for text in texts])
        self._terms, rows = learn_terms(texts)
        self._sentence_weights = _learn_dense(_MEANING * self._sentences, truths)
        self._bag_weights = _learn_dense(bags, truths)
        columns = Columns(rows, len(texts))
        duals = _learn_kernel(1 + columns.similarities(), truths)
        self._term_bias = duals.sum(0)
        self._term_weights = columns.primal(duals, len(self._terms.known))

    def rank(self, text: str) -> tuple[tuple[str, float], ...]:
        """Every class with its probability, the likeliest first; what is left to 1 is for none of them."""
        said = _clean(text)
        new = sorted({word for word in _words(said) if word not in self._meanings})
        sentence, *meanings = self._encoder.encode([said, *new])
        bag = self._bag(said, dict(zip(new, meanings, strict=True)))
        opinions = (
            _with_one(_MEANING * sentence[None]) @ self._sentence_weights,
            _with_one(_MEANING * bag[None]) @ self._bag_weights,
            apply(self._terms.rows([said]), self._term_weights, 1) + self._term_bias,
        )
        chances = np.prod([_softmax(opinion)[0] for opinion in opinions], axis=0, dtype=np.float64)
        chances *= self._familiarity(sentence) / chances.sum()
        pairs = [(act, round(float(chance), 3)) for act, chance in zip(self.classes, chances, strict=True)]
        order = np.argsort(-chances, kind="stable")
        return tuple(pairs[column] for column in order)

    def _familiarity(self, sentence: NDArray[np.float32]) -> float:
        """How likely a sentence is to be about any of the classes, by its nearest example."""
        nearest = float((self._sentences @ sentence).max(initial=0.0))
        return 1 / (1 + exp(-_STEEPNESS * (nearest - _NEAR)))

    def _bag(self, text: str, new: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        """The mean of the meanings of the words, the rare ones first, made of length 1."""
        total = np.zeros(self._encoder.width, np.float32)
        for word in _words(text):
            meaning = self._meanings[word] if word in self._meanings else new[word]
            total += self._rarity.get(word, self._rarest) * meaning
        mean: NDArray[np.float32] = total / max(float(np.linalg.norm(total)), 1e-6)
        return mean


def _labelled(library: ActLibrary) -> tuple[list[str], Matrix]:
    """Every example once for each of its classes; a label stands for examples where they are few."""
    pairs = [(example.text, act) for example in library.examples for act in example.acts]
    shown = Counter(act for _, act in pairs)
    pairs.extend(
        (entry.label or entry.id, entry.id)
        for entry in library.acts
        if not shown[entry.id] or (shown[entry.id] < _FEW and entry.label not in ("", entry.id))
    )
    place = {act: column for column, act in enumerate(library.ids())}
    truths = np.zeros((len(pairs), len(place)), np.float32)
    truths[range(len(pairs)), [place[act] for _, act in pairs]] = 1.0
    return [_clean(text) for text, _ in pairs], truths


def _clean(text: str) -> str:
    """Lower case; halves of characters, which cannot be written, become « ? »."""
    return nfc(text[:MAX_CHARS]).lower().encode(errors="replace").decode()


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _with_one(vectors: Matrix) -> Matrix:
    return np.hstack([vectors, np.ones((len(vectors), 1), np.float32)])


def _learn_dense(vectors: Matrix, truths: Matrix) -> Matrix:
    """Weights of the columns of dense vectors, the constants last."""
    columns = _with_one(vectors)
    bounded = _bounded(columns.T @ columns)

    def step(weights: Matrix) -> Matrix:
        error = _softmax(columns @ weights) - truths
        moved: Matrix = weights - 2 * bounded @ (columns.T @ error + _DAMPING * weights)
        return moved

    return _descend(step, np.zeros((columns.shape[1], truths.shape[1]), np.float32))


def _learn_kernel(kernel: Matrix, truths: Matrix) -> Matrix:
    """Weights of the examples, when there are more columns than examples."""
    bounded = _bounded(kernel)

    def step(duals: Matrix) -> Matrix:
        error = _softmax(kernel @ duals) - truths
        moved: Matrix = duals - 2 * bounded @ (error + _DAMPING * duals)
        return moved

    return _descend(step, np.zeros_like(truths))


def _bounded(products: Matrix) -> Matrix:
    """The inverse that turns a slope into a step that cannot overshoot."""
    size = len(products)
    return np.linalg.inv(products + 2 * _DAMPING * np.eye(size)).astype(np.float32)


def _descend(step: Callable[[Matrix], Matrix], start: Matrix) -> Matrix:
    """Nesterov's descent: each step solves the same bounded problem, from a little further than the last."""
    here = ahead = start
    for number in range(_ROUNDS):
        after = step(ahead)
        ahead = (after + number / (number + 3) * (after - here)).astype(np.float32)
        here = after
    return here


def _softmax(logits: Matrix) -> Matrix:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    chances: Matrix = powers / powers.sum(1, keepdims=True)
    return chances
