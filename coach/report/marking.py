"""The passages that the grid cites: numbered in the transcript's order, cut out of the utterances."""

from dataclasses import dataclass
from itertools import pairwise

from coach.assessment.evaluation import Evaluation, Evidence
from coach.report.page import Run
from coach.simulation.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a turn, one or more lines of the grid speak of them."""

    turn: int
    start: int
    end: int
    counter: bool = False


def passage_of(evidence: Evidence) -> Passage | None:
    """The passage that a piece of evidence quotes, if it quotes one."""
    if evidence.kind not in ("citation", "contre-exemple") or evidence.turn is None:
        return None
    return Passage(evidence.turn, evidence.start, evidence.end, evidence.kind == "contre-exemple")


def numbered(evaluation: Evaluation, transcript: Transcript) -> dict[Passage, int]:
    """Each cited passage that the transcript does hold, and its number from 1."""
    lengths = {turn.number: len(turn.reading.text or turn.text) for turn in transcript.turns}
    found = {
        passage
        for criterion in evaluation.criteria
        for indicator in criterion.indicators
        for evidence in indicator.evidence
        if (passage := passage_of(evidence)) and 0 <= passage.start < passage.end
        if passage.end <= lengths.get(passage.turn, 0)
    }
    ordered = sorted(found, key=lambda each: (each.turn, each.start, each.end, each.counter))
    return {passage: number for number, passage in enumerate(ordered, start=1)}


def runs(text: str, passages: dict[Passage, int]) -> tuple[Run, ...]:
    """The text cut where passages begin and end; passages may overlap."""
    cuts = sorted({0, len(text)} | {place for each in passages for place in (each.start, each.end)})
    return tuple(_run(text, first, last, passages) for first, last in pairwise(cuts))


def _run(text: str, first: int, last: int, passages: dict[Passage, int]) -> Run:
    covering = [each for each in passages if each.start <= first and last <= each.end]
    counter = any(each.counter for each in covering)
    return Run(
        text[first:last],
        "contre-exemple" if counter else "citation" if covering else "",
        tuple(number for each, number in passages.items() if each.start == first),
        tuple(number for each, number in passages.items() if each.end == last),
    )
