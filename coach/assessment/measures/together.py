"""`ensemble`: several observations made one."""

from coach.assessment.finding import Finding, not_shown
from coach.assessment.grid import Indicator

MOST_EVIDENCE = 6


def together(indicator: Indicator, findings: list[Finding]) -> Finding:
    """At least `count` of the components, the best ones; with `full`, each of them."""
    scored = [(each.score, each) for each in findings if each.score is not None]
    if not scored:
        return findings[0] if findings else not_shown("Rien à observer.")
    ranked = sorted(scored, key=lambda pair: -pair[0])
    kept = ranked if indicator.full else ranked[: indicator.count]
    score = round(sum(score for score, _ in kept) / len(kept), 4)
    evidence = tuple(item for _, each in (scored if score < 1 else kept) for item in each.evidence)
    unmet = next((each for score, each in (kept if indicator.full else ranked) if score < 1), None)
    if score >= 1 or unmet is None:
        return Finding(score, evidence[:MOST_EVIDENCE])
    return Finding(score, evidence[:MOST_EVIDENCE], unmet.moment, unmet.wanted, unmet.better)
