"""Does an utterance meet what the scenario expects? Nearness to a few examples written by its author.

Three nearnesses are weighed - of meaning (sentence vectors), of letters (n-grams), of words (rapidfuzz) -
because authors write three examples, not a hundred: nothing can be trained.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from coach.language.encoder import Encoder, Matrix
from coach.language.reading import Match
from coach.language.utterance import Unit, Utterance
from coach.language.vectors import ngrams

FLOOR = 0.5
"""Confidence under which a nearness is not worth telling."""
_MEANING, _LETTERS, _WORDS, _CONSTANT = 7.0, 3.0, 3.0, -8.2
"""Weights of the three nearnesses in the logit of the confidence."""


@dataclass(frozen=True, slots=True)
class _Sample:
    target: int
    text: str
    unit: Unit


class ExpectationSet:
    """The expectations of one kind, with their examples, ready to be compared."""

    def __init__(self, kind: str, expected: Iterable[tuple[str, Sequence[str]]], encoder: Encoder) -> None:
        self.kind = kind
        self.targets: list[str] = []
        samples: list[_Sample] = []
        for target, texts in expected:
            for text in texts:
                units = Utterance(text).units
                if units:
                    samples.append(_Sample(len(self.targets), text, units[-1]))
            self.targets.append(target)
        self._samples = samples
        self._vectors = encoder.encode([sample.unit.plain for sample in samples])
        self._words = [sample.unit.plain for sample in samples]
        letters = [frozenset(ngrams(sample.unit.masked, "c")) for sample in samples]
        self._places = {gram: place for place, gram in enumerate(sorted(frozenset().union(*letters)))}
        self._letters = np.zeros((len(samples), len(self._places)), np.float32)
        for row, grams in enumerate(letters):
            self._letters[row, [self._places[gram] for gram in grams]] = 1.0

    def match(self, utterance: Utterance, encoder: Encoder, floor: float = FLOOR) -> tuple[Match, ...]:
        """The best match of each target that is near enough."""
        units = list(dict.fromkeys(utterance.units))
        if not units or not self._samples:
            return ()
        scores = self._confidences(units, encoder.encode([unit.plain for unit in units]))
        matches = []
        owners = np.array([sample.target for sample in self._samples])
        for number, target in enumerate(self.targets):
            own = np.flatnonzero(owners == number)
            if not len(own):
                continue
            row, place = np.unravel_index(int(scores[:, own].argmax()), (len(units), len(own)))
            confidence = round(float(scores[row, own[place]]), 3)
            if confidence >= floor:
                start, end = utterance.span(units[row])
                example = self._samples[own[place]].text
                matches.append(Match(self.kind, target, confidence, start, end, example))
        return tuple(matches)

    def _confidences(self, units: Sequence[Unit], vectors: Matrix) -> Matrix:
        meaning = vectors @ self._vectors.T
        letters = np.stack([self._shared_letters(unit) for unit in units])
        plain = [unit.plain for unit in units]
        words = process.cdist(plain, self._words, scorer=fuzz.token_sort_ratio, dtype=np.float32)
        logits = _MEANING * meaning + _LETTERS * letters + _WORDS * words / 100 + _CONSTANT
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)

    def _shared_letters(self, unit: Unit) -> NDArray[np.float32]:
        """Dice's coefficient of the unit's n-grams with those of every sample."""
        grams = frozenset(ngrams(unit.masked, "c"))
        known = [self._places[gram] for gram in grams if gram in self._places]
        shared = self._letters[:, known].sum(axis=1)
        near: NDArray[np.float32] = 2 * shared / np.maximum(len(grams) + self._letters.sum(axis=1), 1.0)
        return near
