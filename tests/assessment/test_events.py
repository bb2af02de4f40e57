"""Indicators on what happened in the play: met, unmet, not shown."""

from dataclasses import replace

import pytest

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.measures.registry import measure
from coach.assessment.talk import talk_of
from coach.language.reading import Match
from coach.simulation.transcript import Transcript
from tests.assessment.builders import SCENARIO, indicator, say, talk

CALM = (say("Bonjour."), say("Je vous écoute."), say("Très bien."))


def found(transcript: Transcript, wanted: Indicator) -> Finding:
    return measure(talk_of(transcript, SCENARIO), wanted)


def texts(finding: Finding) -> list[str]:
    return [item.text for item in finding.evidence]


RIGHT = indicator("evenement", events=("reformulation_juste",), missing="aucune reformulation confirmée")


def test_event_when_it_happened_is_met_with_the_words_that_made_it() -> None:
    turn = say("D'accord. {reformuler:Vous restez donc sous 190 €}.", "reformulation_juste:depense")
    finding = found(talk(turn), RIGHT)
    assert finding.score == 1
    assert texts(finding) == ["Vous restez donc sous 190 €"]


def test_event_when_a_match_tells_its_place_is_quoted_there() -> None:
    match = Match("reformulation", "depense", 0.8, 12, 23)
    turn = say("Bien sûr. La dépense vous gêne.", "reformulation_juste:depense", matches=[match])
    assert found(talk(turn), RIGHT).evidence[0].text == turn.text[12:23]


def test_event_when_it_never_happened_is_a_proven_absence() -> None:
    finding = found(talk(*CALM), RIGHT)
    assert finding.score == 0
    assert texts(finding) == ["aucune reformulation confirmée entre les tours 1 et 3"]
    assert finding.wanted == ("reformuler",)


def test_event_when_its_scene_was_never_entered_is_not_shown() -> None:
    wanted = indicator("evenement", events=("reformulation_juste",), scenes=("negociation",))
    assert found(talk(*CALM), wanted).score is None


def test_event_when_it_must_not_happen_is_met_unmet_or_not_shown() -> None:
    wanted = indicator("sans_evenement", events=("monologue",), count=2)
    assert found(talk(*CALM), wanted).score == 1
    assert found(talk(*CALM, say("Alors…", "monologue")), wanted).score == 0.5
    assert found(talk(*CALM, say("Alors…", "monologue"), say("Donc…", "monologue")), wanted).score == 0
    assert found(talk(say("Bonjour.")), wanted).score is None


ESSENTIAL = indicator("informations", essential=True, share=1.0)


def test_informations_when_some_are_missed_says_which_and_gives_the_question() -> None:
    turn = say("{question_ouverte:Qu'est-ce qui vous a décidée ?}", "information_revelee:accident")
    finding = found(talk(turn), ESSENTIAL)
    assert finding.score == pytest.approx(1 / 3)
    assert texts(finding)[1:] == [
        "1 sur 3",
        "Non découvert\u00a0: Ce que coûtent les bonbonnes\u202f; Qui décide, et comment",
    ]
    assert finding.better == "Combien dépensez-vous aujourd'hui ?"
    assert finding.moment == 1


def test_informations_when_enough_are_found_is_met() -> None:
    turn = say("Dites-moi tout.", *(f"information_revelee:{name}" for name in ("accident", "depense")))
    assert found(talk(turn), indicator("informations", essential=True, share=0.6)).score == 1
    assert found(talk(turn), indicator("informations", share=1.0)).score == 0.5


def test_informations_when_a_closed_question_got_a_hint_points_at_it() -> None:
    finding = found(talk(say("Bonjour."), say("Un accident ?", "information_esquissee:accident")), ESSENTIAL)
    assert finding.moment == 2


def test_informations_when_the_scenario_has_none_is_not_shown() -> None:
    bare = replace(SCENARIO, disclosures=())
    assert measure(talk_of(talk(*CALM), bare), ESSENTIAL).score is None


RAISED = say("C'est 44 € par mois.", "objection_soulevee:prix")
ANSWERED = say(
    "{accueillir_objection:Je comprends}, {defendre_valeur:les filtres sont dans le loyer}.",
    "objection_accueillie:prix",
    "objection_repondue:prix",
    "objection_levee:prix",
)
LIFTED, METHOD = indicator("objections"), indicator("objections", full=True, share=1.0)


def test_objections_when_none_was_raised_are_not_shown() -> None:
    finding = found(talk(*CALM), LIFTED)
    assert finding.score is None
    assert texts(finding) == ["Aucune objection n'a été soulevée."]


def test_objections_when_lifted_are_met_with_the_answer() -> None:
    finding = found(talk(RAISED, ANSWERED), LIFTED)
    assert finding.score == 1
    assert "Le prix, face au devis concurrent\u00a0: accueillie, traitée\u202f; levée" in texts(finding)


def test_objections_when_handled_in_two_of_four_steps_show_half_the_method() -> None:
    assert found(talk(RAISED, ANSWERED), METHOD).score == 0.5


def test_objections_when_eluded_are_unmet_with_the_authors_answer() -> None:
    finding = found(talk(RAISED, say("Passons à la suite.", "objection_eludee:prix")), LIFTED)
    assert finding.score == 0
    assert finding.moment == 2
    assert finding.better == "Dans nos 44 €, les filtres et le dépannage sont compris."
    assert "éludée" in texts(finding)[-1]


def test_objections_when_half_are_lifted_scores_against_the_share_wanted() -> None:
    second = say("Trente-six mois ?", "objection_soulevee:duree")
    assert found(talk(RAISED, ANSWERED, second), LIFTED).score == 0.5
    assert found(talk(RAISED, ANSWERED, second), indicator("objections", share=0.5)).score == 1


PAID = indicator("contreparties")


def test_concessions_when_none_was_made_are_not_shown() -> None:
    assert found(talk(*CALM), PAID).score is None


def test_concessions_when_paid_or_free_are_counted() -> None:
    paid = say(
        "{demander_contrepartie:42 € si vous signez 36 mois}.",
        "concession:loyer:42",
        "contrepartie_demandee:engagement",
    )
    free = say("{conceder:Bon, 41 €}.", "concession:loyer:41", "concession_sans_contrepartie:loyer:41")
    assert found(talk(paid), PAID).score == 1
    finding = found(talk(paid, free), PAID)
    assert finding.score == 0.5
    assert (finding.evidence[-1].kind, finding.evidence[-1].text) == ("contre-exemple", "Bon, 41 €")
    assert finding.moment == 2
    assert found(talk(free), PAID).score == 0


MANDATE = indicator("mandat", missing="aucune offre au-delà du mandat")


def test_mandate_when_kept_is_met_and_when_broken_shows_the_offer() -> None:
    assert found(talk(*CALM), MANDATE).score == 1
    finding = found(talk(*CALM, say("{conceder:36 € alors ?}", "hors_mandat:loyer:36")), MANDATE)
    assert finding.score == 0
    assert finding.evidence[0].text == "36 € alors ?"
    assert "Loyer par fontaine" in finding.evidence[0].reason


def test_mandate_when_nothing_could_break_it_is_not_shown() -> None:
    assert found(talk(say("Bonjour.")), MANDATE).score is None
    bare = replace(SCENARIO, issues=())
    assert measure(talk_of(talk(*CALM), bare), MANDATE).score is None


def test_event_when_the_turn_was_silent_is_a_fact_and_no_quote() -> None:
    finding = found(talk(*CALM, say("", "silence")), indicator("sans_evenement", events=("silence",)))
    assert finding.score == 0
    assert [(item.kind, item.text, item.turn) for item in finding.evidence] == [("fait", "sans un mot", 4)]
