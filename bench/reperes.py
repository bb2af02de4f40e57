"""Three ordinary ways of reading acts, trained on the same library: what the reader is compared with.

Needs scikit-learn (``pip install coach-ndrc[bench]``).
"""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from coach.language.encoder import Encoder
from coach.language.library import ActLibrary

_FLOOR = 0.3
"""Probability from which the linear models read an act: the best on the development sets."""


class Baseline(Protocol):
    """Reads acts from whole utterances."""

    def read(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """The acts of each text."""


class NearestNeighbour:
    """The acts of the library's nearest example by rapidfuzz."""

    def __init__(self, library: ActLibrary) -> None:
        self._texts = [example.text.lower() for example in library.examples]
        self._acts = [frozenset(example.acts) for example in library.examples]

    def read(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """The acts of each text."""
        found = (process.extractOne(text.lower(), self._texts, scorer=fuzz.token_set_ratio) for text in texts)
        return [self._acts[near[2]] if near else frozenset() for near in found]

    def best(self, text: str) -> str:
        """The first act of the nearest example."""
        return min(self.read([text])[0], default="")


class LinearModel:
    """One logistic regression an act over TF-IDF of words and letters, or over sentence vectors."""

    def __init__(self, library: ActLibrary, encoder: Encoder | None = None) -> None:
        self._acts = library.ids()
        self._encoder = encoder
        self._words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
        texts = [example.text for example in library.examples]
        if encoder is None:
            self._words.fit(texts)
            self._letters.fit(texts)
        truths = np.array([[act in example.acts for act in self._acts] for example in library.examples])
        model = LogisticRegression(C=10, solver="liblinear")
        self._model = OneVsRestClassifier(model).fit(self._features(texts), truths)

    def read(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """The acts of each text."""
        chances = self._model.predict_proba(self._features(texts))
        return [
            frozenset(act for act, chance in zip(self._acts, row, strict=True) if chance >= _FLOOR)
            for row in chances
        ]

    def best(self, text: str) -> str:
        """The likeliest act."""
        return self._acts[int(self._model.predict_proba(self._features([text]))[0].argmax())]

    def _features(self, texts: Sequence[str]) -> Any:
        if self._encoder is not None:
            return self._encoder.encode(list(texts))
        from scipy.sparse import hstack

        return hstack([self._words.transform(texts), self._letters.transform(texts)]).tocsr()
