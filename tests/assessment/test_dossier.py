"""Indicators on what the student made of what he knew: figures, the client's words, notes."""

from dataclasses import replace

import pytest

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.measures.registry import measure
from coach.assessment.talk import talk_of
from coach.simulation.scenario import Amount
from coach.simulation.transcript import Transcript
from tests.assessment.builders import SCENARIO, indicator, say, talk
from tests.assessment.talks import told


def found(transcript: Transcript, wanted: Indicator) -> Finding:
    return measure(talk_of(transcript, SCENARIO), wanted)


@pytest.mark.parametrize(
    ("words", "used"),
    [
        ("Le loyer est de 44 € par mois", ["44 € par mois"]),
        ("quarante-quatre euros", ["quarante-quatre euros"]),
        ("31 % en un an", ["31 %"]),
        ("le dépannage sous 24 heures", ["24 heures"]),
        ("le dépannage en un jour", ["un jour"]),
        ("vous êtes 85 personnes", ["85 personnes"]),
        ("45 € par mois", []),
        ("44 % de remise", []),
        ("44 mois", []),
        ("pas 44 €", []),
    ],
)
def test_figures_when_right_count_and_when_wrong_do_not(words: str, used: list[str]) -> None:
    finding = found(talk(say(f"Bien, {words}.")), indicator("chiffres", count=1))
    assert [item.text for item in finding.evidence if item.kind == "citation"] == used


def test_figures_when_repeated_count_once() -> None:
    finding = found(talk(say("C'est 44 €."), say("Donc 44 € par mois.")), indicator("chiffres", count=2))
    assert finding.score == 0.5


def test_figures_when_one_approximate_number_is_near_two_counts_once() -> None:
    figures = tuple(replace(SCENARIO.figures[0], id=f"f{value}", value=Amount(value)) for value in (43, 44))
    near = talk_of(
        talk(say("C'est environ 43 €."), say("Disons environ 43 € par mois.")),
        replace(SCENARIO, figures=figures),
    )
    assert measure(near, indicator("chiffres", count=2)).score == 0.5


def test_figures_when_the_scenario_has_none_are_not_shown() -> None:
    bare = replace(SCENARIO, figures=())
    assert measure(talk_of(talk(say("44 €")), bare), indicator("chiffres")).score is None


def test_figures_when_fewer_exist_than_wanted_ask_for_those_only() -> None:
    single = replace(SCENARIO, figures=SCENARIO.figures[:1])
    assert measure(talk_of(talk(say("C'est 44 €.")), single), indicator("chiffres", count=3)).score == 1


TOLD = say("{question_ouverte:Pourquoi changer ?}", "information_revelee:accident", replies=told("accident"))


def test_personalisation_when_name_company_and_words_return_counts_each_once() -> None:
    wanted = indicator("personnalisation", count=3)
    transcript = talk(
        TOLD,
        say("Madame Belkacem, chez Roncier, plus aucune opératrice ne portera de bonbonne."),
        say("Voilà, madame Belkacem."),
    )
    finding = found(transcript, wanted)
    assert finding.score == 1
    assert {(item.turn, item.reason) for item in finding.evidence} == {
        (2, "nom du client"),
        (2, "entreprise du client"),
        (2, "reprend\u00a0: L'accident de juin"),
    }


def test_personalisation_when_the_fact_was_not_told_yet_does_not_count() -> None:
    early = talk(say("Une opératrice qui monte une bonbonne, c'est risqué."), TOLD)
    assert found(early, indicator("personnalisation", count=1)).score == 0


def test_personalisation_with_acts_when_the_argument_is_general_is_unmet_at_that_turn() -> None:
    wanted = indicator("personnalisation", acts=("argumenter",), missing="aucun argument relié")
    general = talk(TOLD, say("{argumenter:L'eau est fraîche et filtrée}."))
    finding = found(general, wanted)
    assert (finding.score, finding.moment) == (0, 2)
    linked = talk(TOLD, say("{argumenter:Plus aucune opératrice ne montera de bonbonne}."))
    assert found(linked, wanted).score == 1


def test_personalisation_when_only_the_sheet_s_words_return_does_not_count() -> None:
    reply = [("information:panne", "Le dépannage et les filtres, entretien compris.")]
    transcript = talk(say("Et ?", replies=reply), say("Le dépannage et les filtres sont dans l'entretien."))
    assert found(transcript, indicator("personnalisation")).score == 0


def test_personalisation_when_its_scene_was_never_entered_is_not_shown() -> None:
    assert found(talk(TOLD), indicator("personnalisation", scenes=("negociation",))).score is None


NOTES = indicator("notes", count=2)


def test_notes_when_they_keep_facts_and_figures_are_met() -> None:
    transcript = talk(
        TOLD, say("Bien.", "point_accorde:loyer:40"), notes="opératrice accident bonbonne ; 40 € ok"
    )
    finding = found(transcript, NOTES)
    assert finding.score == 1
    assert "L'accident de juin" in finding.evidence[0].text


def test_notes_when_empty_are_not_shown_and_when_useless_are_unmet() -> None:
    assert found(talk(TOLD), NOTES).score is None
    assert found(talk(TOLD, notes="sourire"), NOTES).score == 0
