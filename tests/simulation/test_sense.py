"""What the character hears in a reading, and answers given before the objection."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.language.reading import Reading
from coach.simulation import engine
from coach.simulation.play import Play, Step
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.sense import make_sense
from tests.simulation.fixtures import give, offer, read, scenario, trade

Say = Callable[..., list[Step]]


@pytest.fixture
def sensed(till: Scenario, subject: Subject) -> Callable[[Reading], Reading]:
    """What is made of a reading at the start of a talk."""
    state = engine.start(till, subject, "examen").state
    return lambda reading: make_sense(Play(till, subject, state, reading))


def test_sense_when_needs_are_restated_then_no_offer_nor_price(sensed: Callable[[Reading], Reading]) -> None:
    restated = read(
        "Donc vous espérez 8 %", "reformuler", "annoncer_prix", offers=(offer("donner", "remise", 8),)
    )
    heard = sensed(restated)
    assert heard.offers == ()
    assert not heard.has("annoncer_prix")


def test_sense_when_results_are_told_then_a_figure_beyond_the_mandate_is_no_offer(
    sensed: Callable[[Reading], Reading],
) -> None:
    told = read(
        "Neuf de nos clients sur dix l'ont pris", "justifier_choix", offers=(offer("donner", "remise", 9),)
    )
    assert sensed(told).offers == ()
    assert sensed(give(9)).offers != ()


@pytest.mark.parametrize("value", [0.01, 60.0])
def test_sense_when_a_figure_is_implausible_then_no_offer(
    value: float, sensed: Callable[[Reading], Reading]
) -> None:
    assert sensed(give(value)).offers == ()


def test_sense_when_offers_are_tied_then_a_counterpart_is_asked(sensed: Callable[[Reading], Reading]) -> None:
    tied = read("Cinq si vous prenez deux ans", "conceder", offers=trade(5, 24).offers)
    assert sensed(tied).has("demander_contrepartie")


def test_sense_when_a_request_gives_all_that_the_character_wants_then_a_gift(
    sensed: Callable[[Reading], Reading],
) -> None:
    gift = read("12 % si vous voulez", "demander_contrepartie", offers=(offer("demander", "remise", 12.0),))
    heard = sensed(gift)
    assert [each.move for each in heard.offers] == ["donner"]
    assert not heard.has("demander_contrepartie")


def test_sense_when_the_student_asks_for_his_own_good_then_a_request(
    sensed: Callable[[Reading], Reading],
) -> None:
    asked = read("Prenez 24 mois", "demander_contrepartie", offers=(offer("demander", "engagement", 24.0),))
    heard = sensed(asked)
    assert [each.move for each in heard.offers] == ["demander"]
    assert heard.has("demander_contrepartie")


def test_price_of_the_list_when_announced_then_not_a_concession(say: Say) -> None:
    step = say(give(0, text="Pas de remise sur le tarif"))[-1]
    assert not any(event.kind in ("concession", "refus") for event in step.events)


def test_acceptance_when_its_value_was_not_offered_then_a_proposal(say: Say) -> None:
    step = say(read("D'accord pour six pour cent", offers=(offer("accepter", "remise", 6.0),)))[-1]
    assert any(event.kind == "offre_etudiant" and event.value == 6 for event in step.events)
    assert step.state.row("remise").agreed is None


def test_objection_when_answered_in_advance_then_never_raised(say: Say) -> None:
    answer = read("C'est amorti en un an, vous verrez", "defendre_valeur", answer="prix")
    steps = say(answer, read("Elle est à deux mille euros", "annoncer_prix"))
    assert steps[-1].state.objection("prix").status == "levee"
    assert not any(event.kind == "objection_soulevee" for step in steps for event in step.events)


def test_objection_when_answered_in_other_words_of_the_subject_then_answered(subject: Subject) -> None:
    base = scenario()
    rain = base.objections[0]
    answers = (
        "Les barnums couvrent l'accueil et les essais passent dans le hall, décision la veille à midi.",
    )
    till = replace(base, objections=(replace(rain, answers=answers),))
    step = engine.start(till, subject, "examen")
    for reading in (
        read("Elle est à deux mille euros", "annoncer_prix"),
        read("Deux barnums, le hall ouvert aux essais et ma décision la veille", "expliquer"),
    ):
        step = engine.advance(till, subject, step.state, reading)
    assert "repondre" in step.state.objection("prix").steps


def test_conclusion_when_standing_proposals_are_good_together_then_signed(say: Say) -> None:
    argue = read("C'est le prix du dépannage en deux heures", "defendre_valeur")
    steps = say(
        argue,
        trade(4, 34),
        read("Le service, la garantie, la formation", "defendre_valeur", "apporter_preuve"),
        trade(6, 26, "Disons six pour vingt-six mois"),
        read("Nous sommes d'accord, je récapitule et on signe", "proposer_conclusion", "recapituler"),
    )
    assert steps[-1].state.sealed
