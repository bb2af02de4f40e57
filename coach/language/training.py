"""Learns to read acts from a library: the same library gives the same model, in seconds.

The library holds clauses; people say several at once. So the judge learns from utterances made up by
joining clauses, each scored by scorers that have not seen it (cross-validation).
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from coach.language.cues import Cue
from coach.language.encoder import Encoder, Matrix, RememberingEncoder
from coach.language.evidence import Witnesses, score_whole, whole
from coach.language.judge import Judge, learn_judge
from coach.language.library import ActLibrary, Example
from coach.language.model import ActModel, call_witnesses
from coach.language.scorer import Scorer, Trainer
from coach.language.utterance import Utterance

_FOLDS = 4
_TRIED = 2
"""Folds on which the judge learns: two are plenty for so few features, and cost half as much as four."""
_PAIRS = 2000
"""Examples joined two by two, learned beside the others: sentences often perform two acts."""
_MADE_UP = 1200
"""Utterances a fold."""
_TEXTS = 100_000
"""Texts whose vectors are kept while learning: the clauses of what is made up are those of examples."""
_LENGTHS = (1, 1, 2, 2, 3, 4)
_JOINTS = (". ", ". ", ", ", " ", " ")
ALONE = "hors_sujet"
"""The act that excludes the others."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A made-up utterance and the acts that it performs."""

    said: Utterance
    before: Utterance
    acts: frozenset[str]


def train(library: ActLibrary, encoder: Encoder, digest: str = "") -> ActModel:
    """The model of a library."""
    encoder = RememberingEncoder(encoder, _TEXTS)
    acts = library.ids()
    examples = [example for example in _shuffled(library.examples) if whole(Utterance(example.text))]
    cues = tuple(Cue(act.id, source) for act in library.acts for source in act.cues)
    school = _School(examples, acts, encoder)
    features: list[Matrix] = []
    truths: list[Matrix] = []
    for fold in range(_TRIED):
        witnesses = call_witnesses(*school.scorers(fold), cues, acts)
        lessons = _make_up(examples[fold::_FOLDS], Random(fold), _MADE_UP)
        features.extend(_hear(witnesses, lessons, encoder))
        truths.extend(_labels([lesson.acts for lesson in lessons], acts) > 0)
    judge: Judge = learn_judge(np.concatenate(features), np.concatenate(truths) > 0)
    samples = tuple(
        tuple(example.text for example in library.examples if act in example.acts) for act in acts
    )
    return ActModel(acts, call_witnesses(*school.scorers(None), cues, acts), judge, samples, digest)


class _School:
    """Trains the two scorers, on all examples or on all but a fold."""

    def __init__(self, examples: Sequence[Example], acts: tuple[str, ...], encoder: Encoder) -> None:
        spoken = [*examples, *_pairs(examples)]
        self._folds = [number % _FOLDS for number in range(len(spoken))]
        self._labels = _labels([frozenset(example.acts) for example in spoken], acts)
        self._said = Trainer(
            [unit for example in spoken if (unit := whole(Utterance(example.text)))], encoder
        )
        before = [(row, whole(Utterance(example.previous))) for row, example in enumerate(examples)]
        self._answers = [row for row, unit in before if unit]
        self._before = Trainer([unit for _, unit in before if unit], encoder)

    def scorers(self, without: int | None) -> tuple[Scorer, Scorer]:
        """Of what is said, and of what was said before it."""
        labels = self._labels[self._answers]
        if without is None:
            return self._said.train(self._labels), self._before.train(labels)
        kept = [row for row, fold in enumerate(self._folds) if fold != without]
        among = [place for place, row in enumerate(self._answers) if self._folds[row] != without]
        return self._said.train(self._labels, kept), self._before.train(labels, among)


def _pairs(examples: Sequence[Example]) -> list[Example]:
    """Examples of one fold joined two by two, placed so that their place tells their fold as well."""
    chance = Random(0)
    pairs: list[Example] = []
    for number in range(len(examples), len(examples) + _PAIRS):
        fold = number % _FOLDS
        first, second = (examples[chance.randrange(fold, len(examples), _FOLDS)] for _ in range(2))
        if ALONE in first.acts or ALONE in second.acts:
            second = first
        acts = tuple(dict.fromkeys(first.acts + second.acts))
        text = first.text if second is first else f"{first.text.rstrip('.')} {second.text}"
        pairs.append(Example(text, acts))
    return pairs


def _shuffled(examples: Iterable[Example]) -> list[Example]:
    """An order that depends on each example alone: adding one moves no other between folds by much."""
    return sorted(examples, key=lambda example: (zlib.crc32(example.text.encode()), example.previous))


def _labels(acts: Sequence[frozenset[str]], order: tuple[str, ...]) -> Matrix:
    """1 or -1, one row an example, one column an act."""
    labels = np.full((len(acts), len(order)), -1.0, np.float32)
    place = {act: column for column, act in enumerate(order)}
    for row, some in enumerate(acts):
        for act in some:
            labels[row, place[act]] = 1.0
    return labels


def _make_up(examples: Sequence[Example], chance: Random, count: int) -> list[_Lesson]:
    """Utterances of one to four clauses, with or without the marks between them."""
    lessons = []
    for _ in range(count):
        chosen = [examples[chance.randrange(len(examples))] for _ in range(chance.choice(_LENGTHS))]
        if len(chosen) > 1:
            chosen = [example for example in chosen if ALONE not in example.acts] or chosen[:1]
        joint = chance.choice(_JOINTS)
        text = ""
        for example in chosen:
            text += (" " if text[-1:] in "?!.…" else joint) if text else ""
            text += example.text.strip()
        previous = next((example.previous for example in chosen if example.previous), "")
        acts = frozenset(act for example in chosen for act in example.acts)
        lessons.append(_Lesson(Utterance(text), Utterance(previous), acts))
    return lessons


def _hear(witnesses: Witnesses, lessons: Sequence[_Lesson], encoder: Encoder) -> list[Matrix]:
    """The features of each lesson; units are scored together, which is faster."""
    units = [unit for lesson in lessons for unit in lesson.said.units]
    scores = witnesses.said.score(units, encoder)
    before = score_whole(witnesses.before, [lesson.before for lesson in lessons], encoder)
    features = []
    at = 0
    for lesson, earlier in zip(lessons, before, strict=True):
        size = len(lesson.said.units)
        features.append(witnesses.weigh(lesson.said, scores[at : at + size], earlier).features)
        at += size
    return features
