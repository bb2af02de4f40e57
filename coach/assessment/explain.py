"""An evaluation told line by line in plain French, for the terminal and the interface alike.

Lines are not wrapped; two spaces of indent a depth. Nothing rests on colour: levels are words.
"""

from collections.abc import Iterator

from coach.assessment.evaluation import CriterionResult, Evaluation, Evidence, IndicatorResult
from coach.assessment.grid import LEVEL_LABELS
from coach.assessment.typography import NBSP, quoted, typeset

MET, PARTLY, UNMET, NOT_SHOWN = "acquis", "en partie", "à travailler", "non évalué"
NOT_AN_EXAM = "Repère d'entraînement : il ne prédit aucune note d'examen."


def explain(evaluation: Evaluation) -> list[str]:
    """The whole evaluation: mark, strengths, priority, then each criterion with its evidence."""
    lines = [*_head(evaluation), ""]
    for criterion in evaluation.criteria:
        lines += [*explain_criterion(criterion), ""]
    return lines[:-1]


def _head(evaluation: Evaluation) -> Iterator[str]:
    shown = sum(1 for criterion in evaluation.criteria if criterion.level)
    yield f"{mark_told(evaluation.mark)} ({shown} critère(s) évalué(s) sur {len(evaluation.criteria)})"
    yield typeset(NOT_AN_EXAM)
    if evaluation.strengths:
        yield typeset("Points forts :")
        for strength in evaluation.strengths:
            yield f"  + {strength}"
    if evaluation.priority:
        yield typeset("Priorité pour la prochaine fois :")
        yield f"  > {evaluation.priority}"


def mark_told(mark: float | None) -> str:
    """« Repère d'entraînement : 12,5 / 20 »."""
    if mark is None:
        return typeset("Repère d'entraînement : aucun critère n'a pu être évalué")
    return typeset(f"Repère d'entraînement : {mark:g}".replace(".", ",")) + f"{NBSP}/{NBSP}20"


def explain_criterion(criterion: CriterionResult) -> list[str]:
    """One criterion: its level in words, then its indicators with their evidence."""
    shown = sum(1 for each in criterion.indicators if each.score is not None)
    if criterion.level is None:
        return [typeset(f"{criterion.label} : {NOT_SHOWN}"), f"  {criterion.not_assessed}"]
    level = LEVEL_LABELS[criterion.level]
    lines = [typeset(f"{criterion.label} : {level} ({criterion.level})")]
    if criterion.capped_by:
        lines.append(f"  {criterion.capped_by}")
    if shown < len(criterion.indicators):
        lines.append(f"  {shown} indicateur(s) évalué(s) sur {len(criterion.indicators)}")
    for each in criterion.indicators:
        lines += explain_indicator(each)
    return lines


def explain_indicator(indicator: IndicatorResult) -> list[str]:
    """One indicator: met or not, its evidence, the advice and the better wording."""
    lines = [typeset(f"  - {indicator.label} : {standing(indicator.score)}")]
    lines += [f"      {evidence_told(item)}" for item in indicator.evidence]
    if indicator.advice:
        lines.append(typeset("      Conseil : ") + indicator.advice)
    if indicator.better:
        at = f" (tour {indicator.moment})" if indicator.moment is not None else ""
        lines.append(typeset(f"      Mieux{at} : ") + quoted(indicator.better, 400))
    return lines


def standing(score: float | None) -> str:
    """A score in words."""
    if score is None:
        return NOT_SHOWN
    return MET if score >= 1 else PARTLY if score > 0 else UNMET


def evidence_told(item: Evidence) -> str:
    """One piece of evidence on a line: the student's words with their turn, an absence, a fact."""
    if item.kind in ("citation", "contre-exemple"):
        sign = "tour" if item.kind == "citation" else "mais tour"
        reason = f" ({item.reason})" if item.reason and item.kind == "contre-exemple" else ""
        return typeset(f"{sign} {item.turn} : ") + quoted(item.text) + reason
    return item.text[:1].upper() + item.text[1:]
