"""Indicators on what the student did: met, unmet, not shown."""

import pytest

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.measures.registry import measure
from coach.assessment.talk import talk_of
from coach.simulation.transcript import Transcript, Turn
from tests.assessment.builders import SCENARIO, indicator, say, talk


def found(transcript: Transcript, wanted: Indicator) -> Finding:
    return measure(talk_of(transcript, SCENARIO), wanted)


def kinds(finding: Finding) -> list[str]:
    return [item.kind for item in finding.evidence]


REFORMULATE = indicator("acte", acts=("reformuler",), count=2, missing="aucune reformulation")
TWICE = talk(
    say("{reformuler:Vous voulez donc rester sous les 190 € chaque mois}."),
    say("{reformuler:Si je vous suis, la panne de juillet vous inquiète}."),
)


def test_act_when_done_often_enough_is_met_with_its_quotes() -> None:
    finding = found(TWICE, REFORMULATE)
    assert finding.score == 1
    assert [(item.kind, item.turn, item.text) for item in finding.evidence] == [
        ("citation", 1, "Vous voulez donc rester sous les 190 € chaque mois"),
        ("citation", 2, "Si je vous suis, la panne de juillet vous inquiète"),
    ]


def test_act_when_done_once_of_two_is_half_met() -> None:
    finding = found(talk(say("{reformuler:Vous voulez donc rester sous 190 €}.")), REFORMULATE)
    assert finding.score == 0.5
    assert finding.evidence[-1].text == "1 fois sur les 2 attendues"


def test_act_when_never_done_proves_its_absence_over_the_turns_searched() -> None:
    finding = found(talk(say("Bonjour."), say("Je vous écoute."), say("Bien.")), REFORMULATE)
    assert finding.score == 0
    (proof,) = finding.evidence
    assert (proof.kind, proof.turn, proof.last_turn) == ("absence", 1, 3)
    assert proof.text == "aucune reformulation entre les tours 1 et 3"


def test_act_when_in_one_turn_twice_counts_once() -> None:
    both = say("{reformuler:Vous voulez du calme} et {reformuler:vous craignez la panne de juillet}.")
    assert found(talk(both), REFORMULATE).score == 0.5


def test_act_when_all_are_wanted_scores_their_share() -> None:
    wanted = indicator("acte", acts=("saluer", "se_presenter"), full=True)
    assert found(talk(say("{saluer:Bonjour}.")), wanted).score == 0.5
    assert found(talk(say("{saluer:Bonjour}, {se_presenter:Karim, d'Aquaval}.")), wanted).score == 1


def test_act_when_too_late_for_the_first_turns_is_not_counted() -> None:
    wanted = indicator("acte", acts=("annoncer_objet",), first_turns=2, missing="aucun objet")
    late = talk(say("Bonjour."), say("Bien."), say("{annoncer_objet:Je viens pour l'eau}."))
    finding = found(late, wanted)
    assert finding.score == 0
    assert finding.evidence[0].text == "aucun objet entre les tours 1 et 2"
    assert finding.moment == 1


def test_act_when_only_the_last_turns_count_forgets_the_others() -> None:
    wanted = indicator("acte", acts=("recapituler",), last_turns=1)
    assert found(talk(say("{recapituler:Donc 40 €}."), say("Bien.")), wanted).score == 0


def test_act_when_its_scene_was_never_entered_is_not_shown() -> None:
    wanted = indicator("acte", acts=("conceder",), scenes=("negociation",))
    assert found(talk(say("{conceder:Je vous fais 5 %}.")), wanted).score is None
    assert found(talk(say("{conceder:Je vous fais 5 %}.", scene="negociation")), wanted).score == 1


POLITE = indicator("absence", acts=("agresser",), missing="aucun propos agressif")
CALM = (say("Bonjour."), say("Je vous écoute."), say("Très bien."))


def test_fault_when_avoided_is_met_with_the_range_searched() -> None:
    finding = found(talk(*CALM), POLITE)
    assert finding.score == 1
    assert finding.evidence[0].text == "aucun propos agressif entre les tours 1 et 3"


def test_fault_when_committed_is_unmet_with_the_words() -> None:
    finding = found(talk(*CALM, say("{agresser:Vous êtes nulle}.")), POLITE)
    assert finding.score == 0
    assert [(item.kind, item.text) for item in finding.evidence] == [("contre-exemple", "Vous êtes nulle")]


def test_fault_when_noted_by_the_engine_only_counts_too() -> None:
    assert found(talk(*CALM, say("Vous êtes nulle.", "faute:agresser")), POLITE).score == 0


def test_fault_when_the_talk_is_too_short_is_not_shown() -> None:
    assert found(talk(*CALM[:2]), POLITE).score is None


def test_fault_when_one_of_two_allowed_is_half_met() -> None:
    wanted = indicator("absence", acts=("etre_familier",), count=2)
    assert found(talk(*CALM, say("{etre_familier:T'inquiète}.")), wanted).score == 0.5


def test_fault_when_in_an_uncredited_turn_still_counts() -> None:
    assert found(talk(*CALM, say("{agresser:Vous êtes nulle}.", "redite")), POLITE).score == 0


ORDER = indicator("ordre", acts=("question_ouverte",), before=("proposer_solution",), count=2)
ASK, ASK_AGAIN = say("{question_ouverte:Comment faites-vous ?}"), say("{question_ouverte:Pourquoi changer ?}")
PROPOSE = say("{proposer_solution:Je vous recommande quatre fontaines}.")


@pytest.mark.parametrize(
    ("turns", "score"),
    [
        ((ASK, ASK_AGAIN, PROPOSE), 1.0),
        ((ASK, PROPOSE, ASK_AGAIN), 0.5),
        ((PROPOSE, ASK, ASK_AGAIN), 0.0),
        ((ASK, ASK_AGAIN), 1.0),
        ((PROPOSE,), 0.0),
    ],
)
def test_order_when_acts_come_before_or_after_scores_those_before(
    turns: tuple[Turn, ...], score: float
) -> None:
    assert found(talk(*turns), ORDER).score == score


def test_order_when_broken_shows_what_came_too_soon() -> None:
    finding = found(talk(PROPOSE, ASK), ORDER)
    assert finding.evidence[-1].kind == "contre-exemple"
    assert finding.evidence[-1].text == "Je vous recommande quatre fontaines"
    assert finding.moment == 1


def test_order_when_its_scene_was_never_entered_is_not_shown() -> None:
    assert found(talk(ASK), indicator("ordre", acts=("relancer",), scenes=("negociation",))).score is None


OPEN_SHARE = indicator(
    "part", acts=("question_ouverte", "relancer"), others=("question_fermee",), share=0.5, count=2
)
CLOSED = say("{question_fermee:Vous êtes combien ?}")


@pytest.mark.parametrize(
    ("turns", "score"),
    [
        ((ASK, ASK_AGAIN, CLOSED), 1.0),
        ((ASK, CLOSED), 0.5),  # the share is reached, not the number
        (
            (
                ASK,
                ASK_AGAIN,
                *(say(f"{{question_fermee:Combien {n} ?}}") for n in ("ici", "là", "chez vous")),
            ),
            0.8,
        ),
        ((CLOSED,), 0.0),
        ((say("Bonjour."),), 0.0),
    ],
)
def test_share_when_open_and_closed_questions_mix_is_graded(turns: tuple[Turn, ...], score: float) -> None:
    result = found(talk(*turns), OPEN_SHARE)
    assert result.score == pytest.approx(score)


def test_share_when_its_scene_was_never_entered_is_not_shown() -> None:
    assert found(talk(ASK), indicator("part", acts=("relancer",), scenes=("negociation",))).score is None


def test_figures_when_said_in_the_same_turn_make_an_act_precise() -> None:
    wanted = indicator("acte_chiffre", acts=("recapituler",), missing="aucun chiffre")
    assert found(talk(say("{recapituler:Donc quatre fontaines à 40 € par mois}.")), wanted).score == 1
    vague = found(talk(say("{recapituler:Donc tout est d'accord entre nous}.")), wanted)
    assert vague.score == 0
    assert (vague.evidence[-1].kind, vague.evidence[-1].reason) == ("contre-exemple", "sans chiffre")
    assert found(talk(say("Bien.")), wanted).evidence[0].text == "aucun chiffre au tour 1"


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("{recapituler:Je récapitule}. Quatre fontaines, 40 € par mois.", 1.0),
        ("À 40 € par mois, {recapituler:nous sommes donc d'accord}.", 1.0),
        ("{recapituler:Je récapitule}. Tout est clair. Et voici mes 40 € de monnaie.", 0.0),
        ("Il est 40 € plus loin. {recapituler:Nous sommes donc d'accord}.", 0.0),
    ],
)
def test_figures_when_in_another_sentence_do_not_make_an_act_precise(words: str, score: float) -> None:
    assert found(talk(say(words)), indicator("acte_chiffre", acts=("recapituler",))).score == score


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("Je vous appelle jeudi à 10 heures", 1.0),
        ("Je vous rappelle sous 48 heures", 1.0),
        ("Je vous envoie le contrat", 0.0),
        ("Je vous envoie le contrat pour 36 mois", 0.0),
    ],
)
def test_next_step_when_dated_is_met(words: str, score: float) -> None:
    dated = indicator("suite_datee")
    assert found(talk(say(f"{{fixer_prochaine_etape:{words}}}.")), dated).score == score


def test_precision_when_its_scene_was_never_entered_is_not_shown() -> None:
    for kind in ("acte_chiffre", "suite_datee", "empathie_suivie"):
        wanted = indicator(kind, acts=("recapituler",), scenes=("negociation",))
        assert found(talk(say("Bien.")), wanted).score is None


FEEL = indicator("empathie_suivie", missing="aucune empathie utile")
FELT = "{manifester_empathie:Je comprends que cela vous ait marquée}"


@pytest.mark.parametrize(
    ("words", "score"),
    [
        (f"{FELT}. {{question_ouverte:Comment êtes-vous organisés ?}}", 1.0),
        (f"{FELT}, un technicien passe sous 24 h.", 1.0),
        (f"{FELT}. {{fixer_prochaine_etape:Je vous envoie un technicien}}.", 1.0),
        (f"{FELT}.", 0.0),
        (f"{{question_ouverte:Comment faites-vous ?}} {FELT}.", 0.0),
        (f"Dans les 24 h ? {FELT}.", 0.0),
        ("Bien.", 0.0),
    ],
)
def test_empathy_when_followed_by_something_useful_counts(words: str, score: float) -> None:
    assert found(talk(say(words)), FEEL).score == score


def test_empathy_when_alone_is_shown_as_a_formula() -> None:
    finding = found(talk(say(f"{FELT}.")), FEEL)
    assert finding.evidence[-1].kind == "contre-exemple"
    assert "aucun fait" in finding.evidence[-1].reason
    assert finding.moment == 1


def test_empathy_when_the_same_formula_returns_counts_once() -> None:
    turn = f"{FELT}. {{question_ouverte:Comment %s ?}}"
    twice = talk(say(turn % "faites-vous"), say(turn % "vous organisez-vous"))
    finding = found(twice, indicator("empathie_suivie", count=2))
    assert finding.score == 0.5
    assert any("déjà comptée au tour 1" in item.reason for item in finding.evidence)


LIKE = indicator("exemples", examples=("Je rappelle chaque contact sous quarante-huit heures.",))


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("je rappelle chaque contacts sous quarante huit heures", 1.0),
        ("D'accord. Sous quarante-huit heures je rappelle chaque contact.", 1.0),
        ("Je ne sais pas encore comment faire avec tout cela.", 0.0),
        ("Ok.", 0.0),
    ],
)
def test_example_when_an_utterance_resembles_it_is_met(words: str, score: float) -> None:
    finding = found(talk(say(words)), LIKE)
    assert finding.score == score
    assert score == 1 or finding.better == "Je rappelle chaque contact sous quarante-huit heures."


def test_example_when_the_turn_is_muted_is_not_credited() -> None:
    turn = say("Je rappelle chaque contact sous quarante-huit heures.", "redite")
    assert found(talk(turn), LIKE).score == 0


def test_rhythm_when_answers_are_quick_is_met() -> None:
    wanted = indicator("rythme", seconds=30)
    assert found(talk(say("Oui.", latency=10), say("Bien.", latency=20)), wanted).score == 1
    assert found(talk(say("Oui.", latency=60)), wanted).score == 0.5
    assert found(talk(say("Oui.")), wanted).score is None


def test_rhythm_when_the_student_talks_too_much_is_lowered() -> None:
    wanted = indicator("rythme", low=0.3, high=0.6)
    answer = [("scene:accueil", "un deux trois quatre")]
    shared = talk(*(say(f"{word} deux trois quatre", replies=answer) for word in ("un", "dix", "cent")))
    assert found(shared, wanted).score == 1
    alone = talk(*(say(f"{word} mots sans réponse aucune", replies=()) for word in ("un", "dix", "cent")))
    assert found(alone, wanted).score == 0
    assert found(talk(say("Oui.")), wanted).score is None
