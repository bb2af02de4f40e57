"""The grid of a bilan: levels side by side, evidence tied to the passages of the transcript."""

from dataclasses import dataclass, field

from coach.assessment.comparison import compare
from coach.assessment.correction import Correction
from coach.assessment.evaluation import CriterionResult, Evaluation, Evidence, IndicatorResult
from coach.assessment.explain import MET, NOT_SHOWN, PARTLY, UNMET, standing
from coach.assessment.grid import LEVEL_LABELS
from coach.assessment.typography import quoted, typeset
from coach.report.marking import Passage, passage_of
from coach.report.page import CriterionBlock, IndicatorBlock, LevelCell, Proof
from coach.simulation.transcript import Transcript

_SIGNS = {MET: "✓", PARTLY: "~", UNMET: "✗", NOT_SHOWN: "–"}
_LONGEST_QUOTE = 120
_LONGEST_BETTER = 400


@dataclass(slots=True)
class _Citing:
    """What has been cited so far, so that a mark leads back to its first mention."""

    passages: dict[Passage, int]
    turns: frozenset[int]
    cited: set[int] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    """Better wordings, likewise."""

    def proof(self, evidence: Evidence) -> Proof:
        passage = passage_of(evidence)
        turn = evidence.turn if evidence.turn in self.turns and evidence.kind != "absence" else None
        if passage is None:
            return Proof(_sentence(evidence.text), turn=turn)
        number = self.passages.get(passage, 0)
        first = bool(number) and number not in self.cited
        self.cited.add(number)
        reason = f" ({evidence.reason})" if evidence.reason and passage.counter else ""
        text = quoted(evidence.text, _LONGEST_QUOTE) + typeset(reason)
        return Proof(text, "contre-exemple" if passage.counter else "citation", turn, number, first)


def criterion_blocks(
    evaluation: Evaluation,
    transcript: Transcript,
    passages: dict[Passage, int],
    teacher: dict[str, Correction],
) -> tuple[CriterionBlock, ...]:
    """Every criterion of the evaluation, in its order."""
    citing = _Citing(passages, frozenset(turn.number for turn in transcript.turns))
    own = dict(transcript.self_assessment)
    gaps = {gap.criterion: gap.told for gap in compare(transcript.self_assessment, evaluation)}
    return tuple(
        CriterionBlock(
            label=typeset(each.label),
            own=cell(own.get(each.id, "")),
            machine=cell(each.level or ""),
            teacher=cell(teacher[each.id].level if each.id in teacher else ""),
            gap=gaps.get(each.id, ""),
            remarks=tuple(_remarks(each, teacher.get(each.id))),
            indicators=tuple(_indicator(indicator, citing) for indicator in each.indicators),
        )
        for each in evaluation.criteria
    )


def cell(level: str) -> LevelCell:
    """A level with its name; anything else is no level."""
    return LevelCell(level, LEVEL_LABELS[level]) if level in LEVEL_LABELS else LevelCell()


def _remarks(result: CriterionResult, teacher: Correction | None) -> list[str]:
    told = []
    if teacher is not None and teacher.level in LEVEL_LABELS:
        who = teacher.author or "l'enseignant"
        why = f" : {teacher.reason}" if teacher.reason else ""
        told.append(typeset(f"Corrigé par {who}, {LEVEL_LABELS[teacher.level]}{why}"))
    if result.capped_by:
        told.append(result.capped_by)
    if result.level is None:
        told.append(typeset(f"Non évalué : {result.not_assessed}"))
    return told


def _indicator(result: IndicatorResult, citing: _Citing) -> IndicatorBlock:
    stands = standing(result.score)
    again = result.better in citing.given
    citing.given.add(result.better)
    return IndicatorBlock(
        label=typeset(result.label),
        sign=_SIGNS[stands],
        standing=stands,
        proofs=tuple(citing.proof(each) for each in result.evidence),
        advice=result.advice,
        better=quoted(result.better, _LONGEST_BETTER) if result.better else "",
        again=again,
        moment=result.moment if result.moment in citing.turns else None,
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
