"""Rules of law: assessed where they apply, told with their source and their day, silent elsewhere."""

from dataclasses import replace

import pytest

from coach.assessment.assess import assess
from coach.assessment.grid import Criterion, Grid
from coach.assessment.law import Law, Reach, Rule, day, out_of_reach, told
from coach.simulation.scenario import LegalFrame, Scenario
from tests.assessment.builders import SCENARIO, indicator, say, talk

RULE = Rule(
    id="retractation",
    title="Rétractation",
    text="Le consommateur a quatorze jours pour se rétracter.",
    source="Code de la consommation, art. L. 221-18",
    since="2014-06-13",
    reach=Reach(client="particulier", channels=("telephone",), situations=("televente-sortante",)),
)
LAW = Law("Essai", "2026-11-23", "Un essai.", (RULE,))
CALL = replace(
    SCENARIO,
    channel="telephone",
    situation="televente-sortante",
    legal=LegalFrame(client="particulier", contract=False),
)
INFORMED = indicator("acte", id="droit", acts=("informer_cadre_legal",), law="retractation")
POLITE = indicator("acte", id="salut", acts=("saluer",))
GRID = Grid("essai", "Essai", "E5", "", (Criterion("c", "C", "C", indicators=(INFORMED, POLITE)),), law=LAW)


def facts(scenario: Scenario, *words: str) -> tuple[float | None, list[str]]:
    evaluation = assess(talk(*(say(each) for each in words)), GRID, scenario)
    result = evaluation.criteria[0].indicators[0]
    return result.score, [item.text for item in result.evidence if item.kind == "fait"]


def test_rule_when_it_applies_is_assessed_and_told_with_source_and_day() -> None:
    score, evidence = facts(CALL, "{saluer:Bonjour}.")
    assert score == 0
    assert evidence == [
        "Règle\u00a0: Le consommateur a quatorze jours pour se rétracter. (Code de la consommation, "
        "art. L. 221-18, depuis le 13 juin 2014\u202f; règle relue le 23 novembre 2026)"
    ]


@pytest.mark.parametrize(
    ("scenario", "reason"),
    [
        (replace(CALL, legal=LegalFrame(client="professionnel")), "le client est un professionnel"),
        (replace(CALL, legal=LegalFrame()), "la nature du client n'est pas donnée"),
        (replace(CALL, channel="face-a-face"), "par un autre canal (face à face)"),
        (replace(CALL, situation="reclamation"), "la situation est autre (réclamation)"),
    ],
)
def test_rule_when_it_does_not_apply_is_not_assessed_and_says_why(scenario: Scenario, reason: str) -> None:
    score, evidence = facts(scenario, "{saluer:Bonjour}.")
    assert score is None
    assert reason in evidence[0]
    assert not any("quatorze jours" in each for each in evidence)


def test_rule_when_it_does_not_apply_weighs_nothing() -> None:
    pro = replace(CALL, legal=LegalFrame(client="professionnel"))
    polite = talk(say("{saluer:Bonjour}."))
    assert assess(polite, GRID, pro).criteria[0].score == 1
    assert assess(polite, GRID, CALL).criteria[0].score == 0.5


@pytest.mark.parametrize(
    ("reach", "frame", "applies"),
    [
        (Reach(), LegalFrame(), True),
        (Reach(contract=True), LegalFrame(contract=True), True),
        (Reach(contract=True), LegalFrame(contract=False), False),
        (Reach(contract=False), LegalFrame(), False),
        (Reach(recorded=True), LegalFrame(recorded=True), True),
        (Reach(recorded=True), LegalFrame(), False),
        (Reach(sectors=("assurance",)), LegalFrame(sector="assurance"), True),
        (Reach(sectors=("assurance",)), LegalFrame(sector="autre"), False),
        (Reach(sectors=("assurance",)), LegalFrame(), False),
    ],
)
def test_reach_when_compared_with_the_frame_needs_all_that_is_set(
    reach: Reach, frame: LegalFrame, applies: bool
) -> None:
    reason = out_of_reach(replace(RULE, reach=reach), replace(CALL, legal=frame))
    assert (reason == "") is applies


def test_day_when_told_is_in_french() -> None:
    assert day("2026-08-11") == "11 août 2026"
    assert day("2025-07-01") == "1er juillet 2025"


def test_rule_when_without_a_starting_day_tells_only_when_it_was_read() -> None:
    assert "depuis le" not in told(replace(RULE, since=""), "2026-11-23")
