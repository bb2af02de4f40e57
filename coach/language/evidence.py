"""What speaks for each act in an utterance: the numbers from which the judge decides."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.language.cues import CueBook, Firing
from coach.language.encoder import Encoder, Matrix, RememberingEncoder
from coach.language.scorer import Scorer
from coach.language.utterance import CLAUSE, SENTENCE, WHOLE, Unit, Utterance

_MAX_FIRINGS = 2
_NOTHING_BEFORE = -1.0
"""What the previous turn says for any act when there is none."""

FEATURES = (
    "best sentence",
    "best clause",
    "whole",
    "cues fired",
    "any cue",
    "rank among acts",
    "distance to the best act",
    "distance to the best act of the sentence",
    "what was said before",
    "length",
    "clauses",
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The scores of every unit and the cues that fired, before any decision."""

    scores: Matrix
    """One row a unit of the utterance, one column an act."""
    firings: tuple[Firing, ...]
    features: Matrix
    """One row an act, one column a feature."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Those who speak: a scorer of what is said, a scorer of what was said before, the written rules."""

    said: Scorer
    before: Scorer
    book: CueBook
    cue_acts: tuple[int, ...]
    """The act of each cue, by its place."""

    def hear(self, utterance: Utterance, previous: Utterance, encoder: Encoder) -> Evidence:
        """The evidence of one utterance that has at least one clause. The encoder is asked once for all that
        is said: one call costs less than two."""
        known = RememberingEncoder(encoder)
        known.encode([unit.plain for unit in (*utterance.units, *previous.units[-1:])])
        scores = self.said.score(utterance.units, known)
        before = score_whole(self.before, (previous,), known)[0]
        return self.weigh(utterance, scores, before)

    def weigh(self, utterance: Utterance, scores: Matrix, before: Matrix) -> Evidence:
        """The evidence, from the scores of the units and of the previous turn."""
        firings = self.book.fire(utterance.clauses)
        count = scores.shape[1]
        fired = np.zeros(count, np.float32)
        for number in sorted({firing.cue for firing in firings}):
            fired[self.cue_acts[number]] += 1
        fired = np.minimum(fired, _MAX_FIRINGS)
        levels = np.array([unit.level for unit in utterance.units])
        sentences = scores[levels == SENTENCE]
        sentence = sentences.max(0)
        rank = np.log1p((-sentence).argsort(kind="stable").argsort(kind="stable"))
        features = np.stack(
            [
                sentence,
                scores[levels == CLAUSE].max(0),
                scores[levels == WHOLE].max(0),
                fired,
                np.minimum(fired, 1),
                rank,
                sentence - sentence.max(),
                (sentences - sentences.max(1, keepdims=True)).max(0),
                before,
                np.full(count, len(utterance.words) / 20),
                np.full(count, len(utterance.clauses) / 5),
            ],
            axis=1,
        )
        return Evidence(scores, firings, features.astype(np.float32))


def whole(utterance: Utterance) -> Unit | None:
    """The unit that covers an utterance, if it has words."""
    return utterance.units[-1] if utterance.units else None


def score_whole(scorer: Scorer, utterances: Sequence[Utterance], encoder: Encoder) -> Matrix:
    """One row an utterance, scored as a whole; nothing said speaks for nothing."""
    result = np.full((len(utterances), scorer.asked.shape[1]), _NOTHING_BEFORE, np.float32)
    spoken = [(row, unit) for row, said in enumerate(utterances) if (unit := whole(said))]
    if spoken:
        result[[row for row, _ in spoken]] = scorer.score([unit for _, unit in spoken], encoder)
    return result
