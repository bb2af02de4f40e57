"""Subjects, delays, sets of observations, things never to say: met, unmet, not shown."""

import pytest

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.measures.registry import measure
from coach.assessment.talk import talk_of
from coach.simulation.transcript import Transcript
from tests.assessment.builders import SCENARIO, indicator, say, talk


def found(transcript: Transcript, wanted: Indicator) -> Finding:
    return measure(talk_of(transcript, SCENARIO), wanted)


WITHDRAW = indicator(
    "acte_theme", acts=("informer_cadre_legal",), words=("rétractation", "quatorze jours"), missing="rien"
)


@pytest.mark.parametrize(
    "words",
    [
        "Vous pourrez vous rétracter",
        "Vous avez un délai de rétractation",
        "Vous avez quatorze jours pour y penser",
    ],
)
def test_subject_when_told_in_any_word_of_its_family_is_met_with_its_sentence(words: str) -> None:
    finding = found(talk(say(f"Bien sûr. {{informer_cadre_legal:{words}}}. Autre chose ?")), WITHDRAW)
    assert finding.score == 1
    assert [item.text for item in finding.evidence] == [f"{words}."]


def test_subject_when_told_in_the_next_sentence_is_met() -> None:
    words = "{informer_cadre_legal:Un mot de vos droits}. La rétractation est possible."
    assert found(talk(say(words)), WITHDRAW).score == 1


def test_subject_when_only_its_word_is_said_without_the_act_is_not_met() -> None:
    finding = found(talk(say("{question_ouverte:Que savez-vous de la rétractation} ?")), WITHDRAW)
    assert finding.score == 0
    assert finding.evidence[-1].kind == "absence"


def test_subject_when_the_act_is_about_something_else_is_not_met() -> None:
    words = "{informer_cadre_legal:Cet appel est enregistré}. Merci. Bien. Parlons de rétractation."
    assert found(talk(say(words)), WITHDRAW).score == 0


SOON = indicator(
    "delai",
    events=("objection_soulevee",),
    acts=("accueillir_objection", "relancer"),
    missing="objection sans réponse",
)
RAISED = say("{annoncer_prix:Le loyer est de 44 €}.", "objection_soulevee:prix")


def test_delay_when_the_answer_comes_in_time_is_met() -> None:
    finding = found(
        talk(RAISED, say("{accueillir_objection:Je comprends votre remarque sur le prix}.")), SOON
    )
    assert finding.score == 1
    assert finding.evidence[0].text == "Je comprends votre remarque sur le prix"


def test_delay_when_the_answer_comes_late_says_where_it_was_awaited_and_what_to_say() -> None:
    late = talk(RAISED, say("Passons au contrat."), say("{accueillir_objection:Je reviens à votre prix}."))
    finding = found(late, SOON)
    assert finding.score == 0
    assert finding.moment == 2
    assert finding.better == SCENARIO.objection("prix").answers[0]
    assert "objection sans réponse après le tour 1" in [item.text for item in finding.evidence]


def test_delay_when_two_utterances_are_allowed_accepts_the_second() -> None:
    late = talk(RAISED, say("Passons au contrat."), say("{relancer:Que comprend l'autre devis} ?"))
    wanted = indicator("delai", events=SOON.events, acts=SOON.acts, within=2)
    assert found(late, wanted).score == 1


def test_delay_when_nothing_called_for_it_is_not_shown() -> None:
    assert found(talk(say("Bien.")), SOON).score is None


HELLO = indicator("acte", id="", acts=("saluer",), missing="aucun salut")
NAME = indicator("acte", id="", acts=("se_presenter",), missing="aucune présentation")


@pytest.mark.parametrize(
    ("values", "score"), [({"full": True}, 0.5), ({"count": 1}, 1.0), ({"count": 2}, 0.5)]
)
def test_set_when_one_of_two_is_done_scores_all_any_or_count(values: dict[str, object], score: float) -> None:
    wanted = indicator("ensemble", components=(HELLO, NAME), **values)
    assert found(talk(say("{saluer:Bonjour madame}.")), wanted).score == score


def test_set_when_a_component_is_missing_tells_that_absence() -> None:
    wanted = indicator("ensemble", components=(HELLO, NAME), full=True)
    finding = found(talk(say("{saluer:Bonjour madame}.")), wanted)
    assert "aucune présentation au tour 1" in [item.text for item in finding.evidence]
    assert finding.wanted == ("se_presenter",)


BOUND = indicator(
    "sans_exemple", examples=("Votre accord oral vous engage.",), missing="aucune promesse illicite"
)
TALK = (say("Bonjour."), say("Je vous écoute."), say("Bien noté."))


def test_forbidden_saying_when_said_is_lost_with_its_quote() -> None:
    finding = found(talk(*TALK, say("Ne craignez rien. Votre accord oral vous engage, madame.")), BOUND)
    assert finding.score == 0
    assert [(item.kind, item.turn) for item in finding.evidence] == [("contre-exemple", 4)]


def test_forbidden_saying_when_denied_is_not_an_accusation() -> None:
    finding = found(talk(*TALK, say("Votre accord oral ne vous engage pas.")), BOUND)
    assert finding.score == 1
    assert finding.evidence[0].kind == "absence"


def test_forbidden_saying_when_the_talk_is_too_short_is_not_shown() -> None:
    assert found(talk(say("Bonjour.")), BOUND).score is None
