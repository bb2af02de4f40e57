"""Does an utterance meet what the scenario expects? Nearness to a few examples written by its author.

Three nearnesses are weighed - of meaning (sentence vectors), of letters (n-grams), of words (rapidfuzz) -
because authors write three examples, not a hundred: nothing can be trained.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

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
        self._letters = [frozenset(ngrams(sample.unit.masked, "c")) for sample in samples]

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
        result = np.zeros_like(meaning)
        for row, unit in enumerate(units):
            letters = frozenset(ngrams(unit.masked, "c"))
            for column, sample in enumerate(self._samples):
                shared = len(letters & self._letters[column])
                near = 2 * shared / (len(letters) + len(self._letters[column]))
                words = fuzz.token_sort_ratio(unit.plain, sample.unit.plain) / 100
                logit = _MEANING * meaning[row, column] + _LETTERS * near + _WORDS * words + _CONSTANT
                result[row, column] = 1 / (1 + np.exp(-logit))
        return result
