"""A next step with a date: fixed, earned, turned down, and the talk taken up again."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.language.reading import Quantity, Reading
from coach.simulation import engine
from coach.simulation.play import Step
from coach.simulation.scenario import Condition, Ending, Scenario, Subject
from tests.simulation.fixtures import ENDINGS, lines, read, scenario, trade

Say = Callable[..., list[Step]]
HELLO = read("Bonjour madame", "saluer")
DATE = (Quantity("date", "2026-12-03", "", 0, 1, "jeudi"),)
TOMORROW = replace(read("Je vous rappelle demain", "fixer_prochaine_etape"), quantities=DATE)
TOMORROW_BYE = replace(
    read("Je vous rappelle demain, au revoir", "fixer_prochaine_etape", "prendre_conge"), quantities=DATE
)
BYE = read("Merci, au revoir madame", "prendre_conge")


def meeting(when: Condition | None) -> Scenario:
    """The till, with a meeting that asks for something."""
    return scenario(
        objections=(),
        endings=(
            *ENDINGS[:2],
            Ending("rappel", "Rappel", "rendez-vous", "median", lines("Donc."), when),
            *ENDINGS[3:],
        ),
    )


def ended(till: Scenario, subject: Subject, *readings: Reading) -> str:
    step = engine.start(till, subject, "examen")
    for reading in readings:
        step = engine.advance(till, subject, step.state, reading)
    return step.state.ending


def test_leave_when_a_date_is_given_in_the_same_breath_then_rendez_vous(subject: Subject) -> None:
    assert ended(meeting(None), subject, HELLO, TOMORROW_BYE) == "rappel"


@pytest.mark.parametrize(
    ("wanted", "ending"),
    [
        (Condition(acts_any=("fixer_prochaine_etape",)), "rappel"),
        (Condition(acts_any=("fixer_prochaine_etape",), turns_min=8), "rien"),
        (Condition(acts_any=("fixer_prochaine_etape",), trust_min=90), "rien"),
        (Condition(known=("budget",)), "rien"),
    ],
)
def test_leave_when_the_meeting_asks_more_of_the_talk_then_it_must_be_deserved(
    wanted: Condition, ending: str, subject: Subject
) -> None:
    till = meeting(wanted)
    assert ended(till, subject, HELLO, replace(TOMORROW, text="Je vous rappelle demain matin"), BYE) == ending


def test_leave_when_nobody_is_trusted_then_no_meeting(subject: Subject) -> None:
    rude = read("Vous êtes stupide, écoutez-moi", "agresser")
    worse = read("Taisez-vous donc une minute", "agresser")
    assert ended(meeting(None), subject, rude, worse, TOMORROW_BYE) in ("rien", "fache")


def test_signature_asked_with_a_date_then_no_meeting_is_sealed(say: Say, subject: Subject) -> None:
    till = meeting(Condition(acts_any=("fixer_prochaine_etape",)))
    asked = replace(
        read("On signe, et je passe jeudi ?", "proposer_conclusion", "fixer_prochaine_etape"), quantities=DATE
    )
    step = engine.advance(till, subject, engine.start(till, subject, "examen").state, asked)
    assert not step.state.sealed


def test_meeting_sealed_when_business_is_taken_up_again_then_reopened_and_still_earned(
    subject: Subject,
) -> None:
    till = meeting(Condition(acts_any=("fixer_prochaine_etape",)))
    step = engine.start(till, subject, "examen")
    for reading in (HELLO, TOMORROW):
        step = engine.advance(till, subject, step.state, reading)
    assert step.state.sealed == "rappel"
    step = engine.advance(till, subject, step.state, trade(3, 24))
    assert not step.state.sealed
    assert step.replies
    assert "offre_etudiant" in [event.kind for event in step.events]
    assert engine.advance(till, subject, step.state, BYE).state.ending == "rappel"
