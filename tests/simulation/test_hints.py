"""The coach beside the student."""

from collections.abc import Callable
from dataclasses import replace

from coach.simulation import engine
from coach.simulation.hints import hint, remark
from coach.simulation.play import Step
from coach.simulation.scenario import Probe, Scenario, Subject
from tests.simulation.fixtures import closed_question, give, lines, open_question, read, scenario, trade

Say = Callable[..., list[Step]]
ARGUE = read("C'est le prix du dépannage en deux heures", "defendre_valeur")


def test_hint_when_an_objection_is_open_then_the_next_step(
    till: Scenario, subject: Subject, say: Say
) -> None:
    steps = say(
        read("Elle est à deux mille euros", "annoncer_prix"), read("Je comprends", "accueillir_objection")
    )
    assert "Accueillez" in hint(till, subject, steps[1].state)
    assert "Creusez" in hint(till, subject, steps[2].state)


def test_hint_when_nothing_is_urgent_then_the_author_s(till: Scenario, subject: Subject, say: Say) -> None:
    assert hint(till, subject, say()[0].state) == "Présentez-vous."


def test_hint_when_the_author_wrote_none_then_what_is_missing(
    till: Scenario, subject: Subject, say: Say
) -> None:
    state = say(open_question("budget"))[-1].state
    assert "Présentez-vous" in hint(till, subject, state)


def test_hint_when_something_was_given_for_nothing_then_ask(
    till: Scenario, subject: Subject, say: Say
) -> None:
    assert "contrepartie" in hint(till, subject, say(give(5))[-1].state)


def test_hint_when_sealed_then_how_to_close(till: Scenario, subject: Subject, say: Say) -> None:
    state = say(ARGUE, trade(5, 24), read("On signe donc ?", "proposer_conclusion"))[-1].state
    assert "récapitulez" in hint(till, subject, state)


def test_remark_when_conceded_for_nothing_then_said(till: Scenario, subject: Subject, say: Say) -> None:
    step = say(give(5))[-1]
    assert "5\u00a0%" in remark(till, subject, step.state, step.events)


def test_remark_when_the_question_was_closed_then_said(till: Scenario, subject: Subject, say: Say) -> None:
    step = say(closed_question("budget"))[-1]
    assert "Question fermée" in remark(till, subject, step.state, step.events)


def test_remark_when_nothing_happened_then_silent(till: Scenario, subject: Subject, say: Say) -> None:
    step = say(read("Bonjour madame", "saluer"))[-1]
    assert remark(till, subject, step.state, step.events) == ""


def test_hint_when_there_is_nothing_to_negotiate_then_still_one(subject: Subject) -> None:
    bare = scenario(issues=(), objections=(), scenes=(scenario().scenes[1],))
    assert hint(bare, subject, engine.start(bare, subject, "entrainement").state)


def test_hint_when_a_meeting_is_fixed_then_leave_or_conclude(
    till: Scenario, subject: Subject, say: Say
) -> None:
    state = replace(say()[0].state, sealed="rappel")
    assert "rendez-vous est pris" in hint(till, subject, state)


def test_hint_when_something_was_just_asked_then_answer_it(
    till: Scenario, subject: Subject, say: Say
) -> None:
    probe = Probe("objectif", "L'objectif chiffré", lines("Le but ?"), ("Je vise dix",))
    asking = replace(till, archetype=replace(till.archetype, probes=(probe,)))
    assert "objectif chiffré" in hint(asking, subject, replace(say()[0].state, probe="objectif"))
