"""A trained reader of acts, and its form on disk."""

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.language.cues import Cue, CueBook
from coach.language.evidence import FEATURES, Witnesses
from coach.language.judge import Judge
from coach.language.scorer import Scorer
from coach.language.vectors import Vocabulary

FORMAT = 3
"""Changes when what a model means changes: an older file is then trained again."""
_ROWS = 8192


@dataclass(frozen=True, slots=True)
class ActModel:
    """Everything needed to read acts, but the encoder."""

    acts: tuple[str, ...]
    witnesses: Witnesses
    judge: Judge
    samples: tuple[tuple[str, ...], ...]
    """The examples of each act, quoted as reasons."""
    digest: str = ""
    """SHA-256 of the library from which it was trained."""


def to_bytes(model: ActModel) -> bytes:
    """A compact file; the same model gives the same bytes."""
    texts = {
        "format": FORMAT,
        "digest": model.digest,
        "acts": model.acts,
        "features": FEATURES,
        "cues": [(cue.act, cue.source) for cue in model.witnesses.book.cues],
        "samples": model.samples,
    }
    arrays: dict[str, Any] = {
        "judge": model.judge.weights,
        "texts": np.frombuffer(json.dumps(texts).encode(), np.uint8),
    }
    for name, scorer in (("said", model.witnesses.said), ("before", model.witnesses.before)):
        arrays |= {f"{name}_{key}": value for key, value in _pack(scorer).items()}
    stream = io.BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **arrays)
    return stream.getvalue()


def from_bytes(data: bytes) -> ActModel:
    """The model of such a file; ValueError when it is another format."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        texts = json.loads(arrays["texts"].tobytes())
        if texts["format"] != FORMAT or tuple(texts["features"]) != FEATURES:
            raise ValueError("another format of model")
        said, before = (_unpack(name, arrays) for name in ("said", "before"))
        judge = Judge(arrays["judge"])
    acts = tuple(texts["acts"])
    cues = tuple(Cue(*cue) for cue in texts["cues"])
    samples = tuple(tuple(some) for some in texts["samples"])
    return ActModel(acts, call_witnesses(said, before, cues, acts), judge, samples, texts["digest"])


def call_witnesses(said: Scorer, before: Scorer, cues: tuple[Cue, ...], acts: tuple[str, ...]) -> Witnesses:
    """The witnesses of a model, each cue attached to its act."""
    place = {act: column for column, act in enumerate(acts)}
    return Witnesses(said, before, CueBook(cues), tuple(place[cue.act] for cue in cues))


def _pack(scorer: Scorer) -> dict[str, NDArray[np.generic]]:
    """Weights of n-grams as bytes, a scale an act: what is lost is far below what matters."""
    scale = np.maximum(np.abs(scorer.sparse).max(0), 1e-9) / 127
    return {
        "grams": scorer.vocabulary.grams,
        "rarity": scorer.vocabulary.rarity.astype(np.float16),
        "dense": scorer.dense.astype(np.float16),
        "asked": scorer.asked,
        "scale": scale.astype(np.float32),
        "sparse": np.rint(scorer.sparse / scale).astype(np.int8),
    }


def _unpack(name: str, arrays: "np.lib.npyio.NpzFile") -> Scorer:
    vocabulary = Vocabulary(arrays[f"{name}_grams"], arrays[f"{name}_rarity"].astype(np.float32))
    packed, scale = arrays[f"{name}_sparse"], arrays[f"{name}_scale"]
    sparse: Any = np.empty(packed.shape, np.float16)
    # Some rows at a time: all at once, the products would be the peak of the whole program's memory.
    for at in range(0, len(packed), _ROWS):
        sparse[at : at + _ROWS] = packed[at : at + _ROWS] * scale
    return Scorer(vocabulary, arrays[f"{name}_dense"].astype(np.float32), sparse, arrays[f"{name}_asked"])
