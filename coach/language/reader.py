"""A French utterance in, a Reading out: the one door of this room."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from coach.language.encoder import Encoder
from coach.language.evidence import Evidence
from coach.language.forms import is_negative, question_form, register
from coach.language.matcher import ExpectationSet
from coach.language.model import ActModel
from coach.language.offers import read_offers
from coach.language.quantities import read_quantities
from coach.language.reading import ActFound, Context, Match, Reading
from coach.language.text import nfc
from coach.language.training import ALONE
from coach.language.utterance import CLAUSE, SENTENCE, Utterance

THRESHOLD = 0.37
"""Probability from which an act is read; chosen on the development sets, as they are and with noise."""
FAULTS = {"denigrer_concurrent": 0.56, "etre_familier": 0.56, "forcer": 0.56, "agresser": 0.66}
"""The same for faults: accusing a polite student is worse than missing a slip, of violence above all."""
NO_CONTEXT = Context()
_ASTRAY = 0.2
"""Probability from which what is said may be off topic."""
_DOUBT = 0.4
"""It then wins even when another act is likelier by so little."""
_CLAUSE_MARGIN = 0.15
"""A clause is quoted rather than its sentence unless the sentence says clearly more."""


class Reader:
    """Reads utterances. Holds the trained model; keeps nothing of what it reads."""

    def __init__(self, model: ActModel, encoder: Encoder) -> None:
        self._model = model
        self._encoder = encoder

    def read(
        self, text: str, context: Context = NO_CONTEXT, expectations: Sequence[ExpectationSet] = ()
    ) -> Reading:
        """Everything understood of one utterance."""
        utterance = Utterance(text)
        if not utterance.clauses:
            return Reading(nfc(text), in_scope=False)
        acts = self._acts(utterance, context)
        spans = tuple((clause.start, clause.end) for clause in utterance.clauses)
        quantities = read_quantities(utterance.text, context.today)
        return Reading(
            utterance.text,
            acts,
            self._matches(utterance, expectations),
            quantities,
            read_offers(utterance.text, quantities, spans, acts, context.issues, context.last_issue),
            question_form(utterance),
            is_negative(utterance),
            register(utterance),
            all(found.act != ALONE for found in acts),
            spans,
        )

    def rank(self, text: str, context: Context = NO_CONTEXT) -> tuple[tuple[str, float], ...]:
        """Every act with its probability, most likely first."""
        utterance = Utterance(text)
        if not utterance.clauses:
            return ()
        evidence = self._evidence(utterance, context)
        chances = self._model.judge.probabilities(evidence.features)
        pairs = [
            (act, round(float(chance), 3)) for act, chance in zip(self._model.acts, chances, strict=True)
        ]
        return tuple(sorted(pairs, key=lambda pair: -pair[1]))

    def _evidence(self, utterance: Utterance, context: Context) -> Evidence:
        return self._model.witnesses.hear(utterance, Utterance(context.previous), self._encoder)

    def _acts(self, utterance: Utterance, context: Context) -> tuple[ActFound, ...]:
        evidence = self._evidence(utterance, context)
        chances = self._model.judge.probabilities(evidence.features)
        found = [
            self._found(utterance, evidence, column, chances[column])
            for column in accepted(chances, self._model.acts, context.formal_tu)
        ]
        return tuple(sorted(found, key=lambda act: (act.start, -act.confidence, act.act)))

    def _found(self, utterance: Utterance, evidence: Evidence, column: int, chance: float) -> ActFound:
        """Where an act is read, and why."""
        act = self._model.acts[column]
        witnesses = self._model.witnesses
        fired = [firing for firing in evidence.firings if witnesses.cue_acts[firing.cue] == column]
        confidence = round(float(chance), 3)
        if fired:
            start, end = utterance.clauses[fired[0].first].start, utterance.clauses[fired[0].last].end
            source = witnesses.book.cues[fired[0].cue].source
            return ActFound(act, confidence, start, end, f"tournure\u00a0: {shown_cue(source)}")
        start, end = _best_span(utterance, evidence.scores[:, column])
        nearest = _nearest(utterance.text[start:end], self._model.samples[column])
        return ActFound(
            act, confidence, start, end, f"proche de\u00a0: «\u202f{nearest}\u202f»" if nearest else ""
        )

    def _matches(self, utterance: Utterance, expectations: Sequence[ExpectationSet]) -> tuple[Match, ...]:
        matches = [match for some in expectations for match in some.match(utterance, self._encoder)]
        return tuple(
            sorted(matches, key=lambda match: (match.start, -match.confidence, match.kind, match.target))
        )


def accepted(chances: NDArray[np.float64], acts: Sequence[str], formal_tu: bool = False) -> list[int]:
    """The columns of the acts that are read. What is off topic performs nothing else."""
    chosen = [
        column
        for column, act in enumerate(acts)
        if act != ALONE
        and chances[column] >= FAULTS.get(act, THRESHOLD)
        and not (formal_tu and act == "etre_familier")
    ]
    best = max((chances[column] for column in chosen), default=0.0)
    if ALONE in acts:
        alone = acts.index(ALONE)
        if chances[alone] >= _ASTRAY and chances[alone] >= best - _DOUBT:
            return [alone]
    return chosen


def shown_cue(source: str) -> str:
    """A cue as a person reads it, without its signs."""
    return " ".join(word.split("/")[0].strip("[]*") for word in source.split() if word not in "^$?")


def _best_span(utterance: Utterance, scores: NDArray[np.float32]) -> tuple[int, int]:
    best = max(
        (unit for unit in utterance.units if unit.level in (CLAUSE, SENTENCE)),
        key=lambda unit: (
            float(scores[utterance.units.index(unit)]) + (_CLAUSE_MARGIN if unit.level == CLAUSE else 0.0)
        ),
    )
    return utterance.span(best)


def _nearest(said: str, samples: Sequence[str]) -> str:
    found = process.extractOne(
        said.lower(), [sample.lower() for sample in samples], scorer=fuzz.token_set_ratio
    )
    return samples[found[2]] if found else ""
