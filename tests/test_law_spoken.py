"""The law, spoken by a student and heard by the real reader: each rule can be respected in plain French."""

from dataclasses import replace
from functools import cache

import pytest

from coach.assessment.assess import assess
from coach.assessment.evaluation import IndicatorResult
from coach.content.library import load_grid
from coach.ear import RehearsalEar, make_ear
from coach.language.reading import Context
from coach.simulation.scenario import LegalFrame, Scenario, Situation
from coach.simulation.transcript import Turn
from tests.assessment.builders import SCENARIO, say, talk

OUT = "relation-a-distance"
IN = "relation-appel-entrant"
WRITTEN = "relation-ecrite"


def call(frame: LegalFrame, situation: Situation = "televente-sortante") -> Scenario:
    return replace(SCENARIO, channel="telephone", situation=situation, legal=frame)


COLD = call(LegalFrame(client="particulier", contract=False))
RUNNING = call(LegalFrame(client="particulier", contract=True))
RECORDED = call(LegalFrame(recorded=True))
INSURANCE = call(LegalFrame(client="particulier", contract=False, sector="assurance"))
REPAIR = call(LegalFrame(client="particulier"), "reclamation")
DEBT = call(LegalFrame(sector="recouvrement"), "appel-entrant")
SPOKEN = [
    (
        OUT,
        COLD,
        "debut-d-appel-loyal",
        "Bonjour, Inès Cardoso, de la société Aquaval. Je vous appelle pour vous présenter "
        "une offre commerciale.",
    ),
    (
        OUT,
        COLD,
        "consentement-rappele",
        "Je vous appelle parce que vous avez accepté d'être contactée en remplissant notre "
        "formulaire au salon.",
    ),
    (
        OUT,
        COLD,
        "consentement-rappele",
        "Je me permets de vous appeler à la suite de votre demande : vous avez donné votre "
        "accord pour être rappelée.",
    ),
    (
        OUT,
        RUNNING,
        "lien-au-contrat",
        "Je vous appelle au sujet de votre contrat d'entretien en cours chez nous.",
    ),
    (
        OUT,
        COLD,
        "confirmation-ecrite",
        "Je vous envoie l'offre par courriel ce soir, et rien n'est conclu tant que vous ne "
        "l'avez pas signée.",
    ),
    (
        OUT,
        COLD,
        "confirmation-ecrite",
        "Vous recevrez demain une confirmation écrite à signer.",
    ),
    (
        OUT,
        COLD,
        "retractation-annoncee",
        "Vous disposez d'un délai de rétractation de quatorze jours, sans avoir à vous justifier.",
    ),
    (
        OUT,
        COLD,
        "retractation-annoncee",
        "Et vous aurez quatorze jours pour changer d'avis.",
    ),
    (
        OUT,
        RECORDED,
        "enregistrement-annonce",
        "Je vous précise que notre appel est enregistré à des fins de formation.",
    ),
    (
        OUT,
        INSURANCE,
        "accord-assurance",
        "Êtes-vous d'accord pour que je vous présente cette offre d'assurance ?",
    ),
    (
        OUT,
        INSURANCE,
        "delai-assurance",
        "Je vous envoie les documents, et vous aurez au moins vingt-quatre heures avant de signer.",
    ),
    (
        IN,
        REPAIR,
        "garantie-legale",
        "Votre appareil est couvert par la garantie légale de conformité pendant deux ans.",
    ),
    (
        IN,
        REPAIR,
        "garantie-legale",
        "Nous prenons en charge la réparation sans frais, sous trente jours.",
    ),
    (
        IN,
        DEBT,
        "recouvrement-loyal",
        "Je vous appelle au sujet de notre lettre du 3 novembre : il reste 120 € sur la "
        "facture de septembre.",
    ),
]
BREACHES = (
    "Votre accord oral vous engage.",
    "Vous êtes engagée dès maintenant, par téléphone.",
    "De toute façon vous ne pourrez plus vous rétracter.",
    "La garantie, ce n'est pas nous, voyez avec le fabricant.",
)
FAIR = (
    "Votre accord oral ne vous engage pas.",
    "Vous pourrez vous rétracter.",
    "La garantie, c'est nous, pas le fabricant.",
    "Il y a un délai de rétractation de quatorze jours.",
)


@cache
def ear() -> RehearsalEar:
    return make_ear([])


def heard(*texts: str) -> tuple[Turn, ...]:
    """The turns of these utterances, as the program reads them."""
    context = Context(today="2026-11-24")
    return tuple(replace(say(text), reading=ear().hear(text, context)) for text in texts)


def result(grid: str, scenario: Scenario, indicator: str, *texts: str) -> IndicatorResult:
    evaluation = assess(talk(*heard(*texts)), load_grid(grid), scenario)
    found = [each for criterion in evaluation.criteria for each in criterion.indicators]
    return next(each for each in found if each.id == indicator)


@pytest.mark.parametrize(("grid", "scenario", "indicator", "words"), SPOKEN)
def test_rule_when_respected_in_plain_french_is_met(
    grid: str, scenario: Scenario, indicator: str, words: str
) -> None:
    found = result(grid, scenario, indicator, words)
    assert found.score == 1, found.evidence
    assert any(item.kind == "citation" for item in found.evidence)
    assert any("règle relue le" in item.text for item in found.evidence)


@pytest.mark.parametrize(
    ("grid", "scenario", "indicator"), sorted({each[:3] for each in SPOKEN}, key=lambda each: each[2])
)
def test_rule_when_forgotten_is_not_met(grid: str, scenario: Scenario, indicator: str) -> None:
    found = result(grid, scenario, indicator, "Bonjour madame.", "Comment allez-vous ?", "Il fait beau.")
    assert found.score == 0
    assert found.advice


@pytest.mark.parametrize("words", BREACHES)
def test_unlawful_promise_when_made_caps_its_criterion_with_the_words(words: str) -> None:
    turns = heard("Bonjour madame Belkacem.", "Je vous écoute.", "C'est bien noté, merci.", words)
    evaluation = assess(talk(*turns), load_grid(OUT), COLD)
    capped = [each for each in evaluation.criteria if each.id == "b2.omnicanal.agilite"]
    proof = next(each for each in capped[0].indicators if each.id == "promesse-licite")
    assert proof.score == 0
    assert proof.evidence[0].kind == "contre-exemple"


@pytest.mark.parametrize("words", FAIR)
def test_lawful_sentence_when_said_is_no_promise_against_the_law(words: str) -> None:
    found = result(OUT, COLD, "promesse-licite", "Bonjour madame.", "Je vous écoute.", "C'est noté.", words)
    assert found.score == 1
