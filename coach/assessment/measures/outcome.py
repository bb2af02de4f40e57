"""How it ended: the ending reached, the value of the agreement, the entretien."""

from coach.assessment.evaluation import Evidence
from coach.assessment.finding import MOST_QUOTES, Finding, fact, not_shown, passage, share
from coach.assessment.grid import Indicator
from coach.assessment.talk import Talk
from coach.simulation.bargaining import Stakes, stakes
from coach.simulation.draw import format_value
from coach.simulation.interview_questions import DEFAULT_QUESTIONS
from coach.simulation.scenario import Issue, Success

_RANKS: dict[Success, int] = {"echec": 0, "repli": 1, "median": 2, "haut": 3}
_AIMS: dict[Success, str] = {
    "echec": "échec",
    "repli": "objectif de repli",
    "median": "objectif médian",
    "haut": "objectif haut",
}
AT_THE_LIMIT = 0.25
"""Worth of an agreement signed at the very limit of the mandate: better than none."""


def ending(talk: Talk, indicator: Indicator) -> Finding:
    """`resultat`: how near the ending is to the success wanted."""
    name = talk.transcript.ending
    reached = next((each for each in talk.scenario.endings if each.id == name), None)
    if reached is None:
        return not_shown("La simulation n'est pas allée jusqu'à son terme.")
    wanted = _RANKS["haut"]
    for success, rank in _RANKS.items():
        if success == indicator.success:
            wanted = rank
    score = share(_RANKS[reached.success], wanted)
    told = f"Issue : {reached.label} ({_AIMS[reached.success]})"
    return Finding(score, (fact(told),), None, ("proposer_conclusion", "fixer_prochaine_etape"))


def agreement(talk: Talk, indicator: Indicator) -> Finding:
    """`accord`: value of the agreed points for the student's side, as a share of what was possible."""
    issues = talk.scenario.issues
    if not issues:
        return not_shown("Ce scénario ne comporte pas de point à négocier.")
    agreed = {each.event.subject: each.event.value for each in talk.events("point_accorde")}
    counted = [issue for issue in issues if issue.required or issue.id in agreed]
    worth = weights = 0.0
    evidence = []
    for issue in counted:
        item = stakes(issue, talk.subject)
        value = agreed.get(issue.id)
        weights += item.student_weight
        if value is None:
            evidence.append(fact(f"{issue.label} : pas d'accord"))
        else:
            worth += item.student_weight * _worth(item, value)
            evidence.append(fact(f"{issue.label} : {_value(issue, value)}"))
    if not weights:
        return not_shown("Aucun point n'était nécessaire à l'accord.")
    score = share(worth / weights, indicator.share)
    return Finding(round(score, 4), tuple(evidence), None, ("defendre_valeur", "demander_contrepartie"))


def _worth(item: Stakes, value: float) -> float:
    """1 at the best that the character could accept, `AT_THE_LIMIT` at the mandate's limit, 0 beyond."""
    if item.beyond_mandate(value):
        return 0.0
    best = max(item.up(item.student_target), item.up(item.limit))
    room = item.up(item.student_limit) - best
    if room <= 0:
        return 1.0
    return AT_THE_LIMIT + (1 - AT_THE_LIMIT) * min(1.0, (item.up(item.student_limit) - item.up(value)) / room)


def _value(issue: Issue, value: float) -> str:
    if issue.kind == "oui-non":
        return "accordé" if value >= 0.5 else "non accordé"
    return format_value(value, issue.unit)


def interview(talk: Talk, indicator: Indicator) -> Finding:
    """`entretien`: share of the commission's questions answered as expected."""
    answers = [turn for turn in talk.transcript.interview() if turn.text.strip()]
    questions = list(dict.fromkeys(turn.scene for turn in answers))
    if not questions:
        return not_shown("L'entretien avec la commission n'a pas eu lieu.")
    met: dict[str, Evidence] = {}
    for turn in answers:
        for event in turn.events:
            if event.kind == "reponse_etayee":
                met.setdefault(turn.scene, passage(turn, 0, 0))
        for match in turn.reading.matches:
            if match.kind == "entretien" and match.target == turn.scene:
                met.setdefault(turn.scene, passage(turn, match.start, match.end))
    score = share(len(met) / len(questions), indicator.share)
    told = fact(f"{len(met)} réponse(s) étayée(s) sur {len(questions)}")
    evidence = (*list(met.values())[:MOST_QUOTES], told)
    unmet = next((turn for turn in answers if turn.scene not in met), None)
    if unmet is None:
        return Finding(score, evidence)
    return Finding(score, evidence, unmet.number, better=_expected(talk, unmet.scene))


def _expected(talk: Talk, question: str) -> str:
    """What one could have answered to the commission."""
    known = (*talk.scenario.interview, *DEFAULT_QUESTIONS)
    return next((each.expected[0] for each in known if each.id == question and each.expected), "")
