"""(transcript, grid, scenario) → evaluation: pure, deterministic, each level with its evidence.

Same transcript, same grid, same version: the same evaluation, byte for byte. What a rehearsal could
not show is « non évalué », never zero.
"""

from coach import __version__
from coach.assessment.better import Better, better_wording
from coach.assessment.evaluation import CriterionResult, Evaluation, Evidence, IndicatorResult
from coach.assessment.finding import Finding, fact, not_shown
from coach.assessment.grid import LEVEL_LABELS, Criterion, Grid, Indicator
from coach.assessment.guidance import priority_of, strengths_of
from coach.assessment.law import Law, Rule, out_of_reach, told
from coach.assessment.levels import DECIMALS, capped, level_of, lowest_cap, mark, weighted
from coach.assessment.measures.registry import measure
from coach.assessment.talk import Talk, talk_of
from coach.assessment.typography import quoted, typeset
from coach.simulation.scenario import Scenario
from coach.simulation.transcript import Transcript


def assess(transcript: Transcript, grid: Grid, scenario: Scenario) -> Evaluation:
    """Fills the grid from what was said and what happened."""
    talk = talk_of(transcript, scenario)
    criteria = tuple(_criterion(talk, criterion, grid.law) for criterion in grid.criteria)
    priority = priority_of(grid, criteria)
    return Evaluation(
        grid=grid.id,
        grid_digest=grid.digest,
        scenario=transcript.scenario,
        engine=__version__,
        criteria=criteria,
        mark=mark(criteria, grid),
        priority=priority.text,
        strengths=strengths_of(grid, criteria),
        priority_criterion=priority.criterion,
        priority_indicator=priority.indicator,
    )


def _criterion(talk: Talk, criterion: Criterion, law: Law | None) -> CriterionResult:
    results = tuple(_indicator(talk, indicator, law) for indicator in criterion.indicators)
    score = weighted(results)
    if score is None:
        reason = criterion.not_assessed or "Cette répétition n'a pas permis de l'observer."
        return CriterionResult(criterion.id, criterion.label, None, None, results, typeset(reason))
    level = level_of(score, criterion.thresholds)
    cap = lowest_cap(criterion, results)
    reason = ""
    if cap and capped(level, cap.cap) != level:
        level = capped(level, cap.cap)
        reason = _told_cap(cap, results)
    return CriterionResult(criterion.id, criterion.label, level, score, results, capped_by=reason)


def _indicator(talk: Talk, indicator: Indicator, law: Law | None) -> IndicatorResult:
    rule = law.rule(indicator.law) if law and indicator.law else None
    why_not = out_of_reach(rule, talk.scenario) if rule else ""
    if why_not:
        finding = not_shown(f"Règle sans objet ici : {why_not}")
    elif not talk.turns:
        finding = not_shown("Vous n'avez rien dit.")
    else:
        finding = measure(talk, indicator)
    score = None if finding.score is None else round(finding.score, DECIMALS)
    unmet = score is not None and score < 1
    better = better_wording(talk, indicator, finding) if unmet else Better("", None)
    return IndicatorResult(
        id=indicator.id,
        label=typeset(indicator.label),
        score=score,
        weight=indicator.weight,
        evidence=(*_without_repeats(finding), *_rule_told(rule if finding.score is not None else None, law)),
        advice=typeset(indicator.advice) if unmet else "",
        better=better.text,
        moment=better.moment if better.text else finding.moment if unmet else None,
    )


def _without_repeats(finding: Finding) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(finding.evidence))


def _rule_told(rule: Rule | None, law: Law | None) -> tuple[Evidence, ...]:
    """The rule that was looked at, with its source and its date."""
    return (fact(f"Règle : {told(rule, law.read_on)}"),) if rule and law else ()


def _told_cap(cap: Indicator, results: tuple[IndicatorResult, ...]) -> str:
    """« Plafonné à Insuffisant, tour 4 : « … » »."""
    result = next(each for each in results if each.id == cap.id)
    level = LEVEL_LABELS[cap.cap]
    proof = next((item for item in result.evidence if item.kind == "contre-exemple"), None)
    if proof is None:
        return typeset(f"Plafonné à {level} : {cap.missing or cap.label}")
    return typeset(f"Plafonné à {level}, tour {proof.turn} : ") + quoted(proof.text)
