"""What is revealed, and to which question."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.language.reading import Match, Quantity
from coach.simulation.play import Step
from tests.simulation.fixtures import closed_question, open_question, read

Say = Callable[..., list[Step]]


def said(step: Step) -> str:
    return " ".join(reply.text for reply in step.replies)


def kinds(step: Step) -> list[str]:
    return [event.kind for event in step.events if event.kind != "humeur"]


def euros(value: float, end: int) -> tuple[Quantity, ...]:
    return (Quantity("montant", value, "€", 0, end, f"{value:.0f} euros"),)


def test_open_question_when_asked_then_the_fact_is_told(say: Say) -> None:
    step = say(open_question("budget"))[-1]
    assert "2\u202f500\u00a0€" in said(step)
    assert "information_revelee" in kinds(step)
    assert step.state.known == ("budget",)


def test_closed_question_when_asked_then_only_a_hint(say: Say) -> None:
    step = say(closed_question("budget"))[-1]
    assert said(step) == "Pas énorme."
    assert step.state.known == ()
    assert step.state.hinted == ("budget",)


def test_closed_question_when_asked_again_openly_then_the_fact(say: Say) -> None:
    assert say(closed_question("budget"), open_question("budget"))[-1].state.known == ("budget",)


def test_closed_question_when_there_is_no_short_answer_then_the_fact(say: Say) -> None:
    assert say(closed_question("attente"))[-1].state.known == ("attente",)


def test_question_when_already_answered_then_recalled_not_told_as_new(say: Say) -> None:
    step = say(open_question("attente"), open_question("attente", "Et comment se passe la caisse ?"))[-1]
    assert "information_redemandee" in kinds(step)
    assert "[deja_dit" in said(step)
    assert "On fait la queue" in said(step)


def test_question_when_the_gate_is_shut_then_evaded(say: Say) -> None:
    step = say(open_question("decideur"))[-1]
    assert said(step) == "Cela nous regarde."
    assert "information_refusee" in kinds(step)


def test_question_when_trust_has_grown_then_the_gate_opens(say: Say) -> None:
    steps = say(
        read("Je comprends, le midi doit être rude", "manifester_empathie", "creer_lien"),
        read("On nous a parlé de vous en bien, chapeau", "creer_lien", "reformuler"),
        open_question("decideur"),
    )
    assert steps[-1].state.known == ("decideur",)


def test_statement_when_it_resembles_a_question_then_nothing_is_told(say: Say) -> None:
    step = say(read("Notre caisse encaisse plus vite", "argumenter", info="attente"))[-1]
    assert step.state.known == ()


def test_several_questions_when_in_one_utterance_then_two_answers_at_most(say: Say) -> None:
    text = "Comment encaissez-vous ? Quel budget ? Qui décide ?"
    reading = replace(
        open_question("", text),
        matches=(
            Match("information", "attente", 0.9, 0, 22),
            Match("information", "budget", 0.9, 23, 36),
            Match("information", "decideur", 0.9, 37, 50),
        ),
    )
    step = say(reading)[-1]
    assert step.state.known == ("attente", "budget")
    assert len(step.replies) == 2


def test_two_matches_when_on_the_same_words_then_the_likeliest_wins(say: Say) -> None:
    text = "Comment encaissez-vous ?"
    reading = replace(
        open_question("", text),
        matches=(
            Match("information", "budget", 0.6, 0, len(text)),
            Match("information", "attente", 0.8, 0, len(text)),
        ),
    )
    assert say(reading)[-1].state.known == ("attente",)


def test_known_fact_when_an_objection_is_dug_with_the_same_words_then_not_recalled(say: Say) -> None:
    price = read("Elle est à deux mille euros", "annoncer_prix")
    dig = read("Je comprends, et si on reparlait budget ?", "relancer", info="budget", question="ouverte")
    step = say(open_question("budget"), price, dig)[-1]
    assert "objection_creusee" in kinds(step)
    assert "information_redemandee" not in kinds(step)


def test_reformulation_when_right_then_confirmed(say: Say) -> None:
    text = "Si je comprends bien, vous avez 2500 euros"
    reading = replace(read(text, "reformuler", reformulation="budget"), quantities=euros(2500, len(text)))
    step = say(open_question("budget"), reading)[-1]
    assert "reformulation_juste" in kinds(step)
    assert "[reformulation_juste" in said(step)


def test_reformulation_when_the_figure_is_wrong_then_corrected_with_the_fact(say: Say) -> None:
    text = "Si je comprends bien, vous avez 3000 euros"
    reading = replace(read(text, "reformuler", reformulation="budget"), quantities=euros(3000, len(text)))
    step = say(open_question("budget"), reading)[-1]
    assert "reformulation_fausse" in kinds(step)
    assert "2\u202f500\u00a0€" in said(step)


def test_reformulation_when_the_fact_has_its_number_in_words_then_confirmed(say: Say) -> None:
    text = "Donc on fait la queue à deux caisses"
    reading = replace(
        read(text, "reformuler", reformulation="attente"),
        quantities=(Quantity("quantite", 2.0, "caisse", 0, len(text), "deux caisses"),),
    )
    assert "reformulation_juste" in kinds(say(open_question("attente"), reading)[-1])


def test_reformulation_when_nothing_was_told_then_corrected_without_the_fact(say: Say) -> None:
    step = say(read("Donc votre budget est serré", "reformuler", reformulation="budget"))[-1]
    assert "reformulation_fausse" in kinds(step)
    assert "2\u202f500" not in said(step)


def test_reformulation_when_it_keeps_the_words_of_a_fact_then_confirmed(say: Say) -> None:
    joined = read("Donc, si je vous suis, la queue s'allonge devant les caisses", "reformuler")
    assert "reformulation_juste" in kinds(say(open_question("attente"), joined)[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Donc, si je vous suis, la queue ne s'allonge pas devant les caisses",
        "Donc, si je vous suis, la queue du poisson vous agace",
        "Donc, si je vous suis, tout va bien",
    ],
)
def test_reformulation_when_it_keeps_too_little_or_denies_then_not_confirmed(say: Say, text: str) -> None:
    assert "reformulation_juste" not in kinds(say(open_question("attente"), read(text, "reformuler"))[-1])


def test_reformulation_when_the_fact_was_never_told_then_not_confirmed(say: Say) -> None:
    joined = read("Donc, si je vous suis, la queue s'allonge devant les caisses", "reformuler")
    assert "reformulation_juste" not in kinds(say(joined)[-1])


def test_information_when_revealed_then_its_effect_is_felt(say: Say) -> None:
    step = say(open_question("budget"))[-1]
    assert any(e.kind == "humeur" and "budget" in e.detail for e in step.events)
