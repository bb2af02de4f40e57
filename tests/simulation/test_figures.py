"""Figures checked against the dossier and against themselves."""

import pytest

from coach.language.quantities import read_quantities
from coach.language.reading import Reading
from coach.simulation import engine
from coach.simulation.arithmetic import wrong_result
from coach.simulation.draw import draw
from coach.simulation.play import Step
from coach.simulation.scenario import Amount, Figure, Scenario
from tests.simulation.fixtures import scenario

FIGURES = (
    Figure("cout", "Coût du salon", Amount(5200), "€"),
    Figure("contacts", "Contacts du salon", Amount(31), "contacts"),
    Figure("unitaire", "Coût par contact du salon", Amount(168), "€"),
    Figure("remise", "Remise demandée", Amount(4), "%"),
)


def utter(text: str) -> Reading:
    return Reading(text=text, quantities=read_quantities(text))


def answer(text: str, **changes: object) -> Step:
    till: Scenario = scenario(**({"figures": FIGURES, "situation": "choix-evenement"} | changes))  # type: ignore[arg-type]
    subject = draw(till, 1, "")
    return engine.advance(till, subject, engine.start(till, subject, "examen").state, utter(text))


@pytest.mark.parametrize(
    "text",
    [
        "45 contacts pour 3900 euros, soit 87 euros le contact",
        "45 présents, 20 % de ventes, soit 9 ventes",
        "8 ventes à 1000 € de marge, ça fait 8000 €",
        "Sur 140 invités, un tiers viendra, soit une quarantaine d'essais",
        "45 présents et 20 % de ventes, donc huit ou neuf ventes",
        "3 fontaines à 42 € par mois sur 36 mois, soit 4 536 €",
        "Je vous fais 5 % soit 42 € au lieu de 44",
        "Nous avons 3 agences et 12 salariés, donc 250 clients",
        "On se voit dans 2 semaines, donc le 3 décembre",
        "Nous sommes 4",
    ],
)
def test_result_when_right_or_unrelated_then_nothing_to_say(text: str) -> None:
    assert wrong_result(utter(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45 contacts pour 3900 euros, soit 67 euros le contact", 86.67),
        ("45 présents, 20 % de ventes, soit 12 ventes", 9.0),
        ("8 ventes à 1000 € de marge, ça fait 9000 €", 8000.0),
    ],
)
def test_result_when_wrong_then_the_right_one(text: str, expected: float) -> None:
    wrong = wrong_result(utter(text))
    assert wrong is not None
    assert wrong.expected == expected


def test_figure_when_right_then_credited(till: Scenario) -> None:
    step = answer("Le salon a coûté 5 200 €, je l'ai vérifié")
    assert [e.subject for e in step.events if e.kind == "chiffre_juste"] == ["cout"]


def test_figure_when_wrong_then_the_dossier_is_quoted() -> None:
    step = answer("Le salon nous a donné 38 contacts en tout")
    event = next(e for e in step.events if e.kind == "chiffre_faux")
    assert (event.subject, event.value, event.previous) == ("contacts", 38, 31)
    assert "31\u00a0contacts" in step.replies[0].text


def test_figure_when_it_is_another_of_the_dossier_then_not_wrong() -> None:
    step = answer("Le salon a coûté 5 200 €, chaque contact a été cher")
    assert not any(e.kind == "chiffre_faux" for e in step.events)


def test_figure_when_negotiable_then_free_to_change() -> None:
    assert not any(e.kind == "chiffre_faux" for e in answer("La remise demandée passe à 6 %").events)


def test_calculation_when_wrong_then_the_superior_corrects() -> None:
    step = answer("Nous aurons 45 contacts pour 3900 euros, soit 67 euros le contact")
    assert "86,67\u00a0€" in step.replies[0].text
    assert step.events[0].kind == "chiffre_faux"


def test_calculation_when_the_other_is_a_client_then_not_checked() -> None:
    step = answer("45 contacts pour 3900 euros, soit 67 euros le contact", situation="entretien-vente")
    assert not any(e.kind == "chiffre_faux" for e in step.events)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Avec 45 contacts nous sommes bien au-dessus, contre 31 contacts au salon", False),
        ("Avec 45 contacts on est à 87 € le contact, contre 168 € au salon", False),
        ("Au salon nous avions eu 45 contacts", True),
    ],
)
def test_figure_when_compared_with_another_then_only_its_own_side_is_checked(text: str, wrong: bool) -> None:
    till = scenario(situation="choix-evenement", figures=FIGURES)
    subject = draw(till, 1, "")
    step = engine.advance(till, subject, engine.start(till, subject, "examen").state, utter(text))
    assert ("chiffre_faux" in [event.kind for event in step.events]) == wrong
