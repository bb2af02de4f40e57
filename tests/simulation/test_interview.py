"""The commission's entretien."""

from coach.simulation import interview
from coach.simulation.draw import draw
from coach.simulation.expectations import expectations
from coach.simulation.interview_questions import CHANGED, CLOSING, UNPAID
from coach.simulation.play import Step
from coach.simulation.scenario import Scenario
from coach.simulation.transcript import Transcript
from tests.simulation.fixtures import give, read, scenario, slotless
from tests.simulation.players import Game, Moves, expert, play


def gift() -> Moves:
    yield read("Elle est à deux mille euros", "annoncer_prix")
    yield give(9)


def finished(till: Scenario, moves: Moves) -> Game:
    return play(till, draw(till, 1, ""), moves)


def begin(till: Scenario, game: Game) -> tuple[Step, Transcript]:
    return interview.begin(till, game.transcript, game.state), game.transcript


def asked(step: Step) -> dict[str, str]:
    assert step.state.interview is not None
    return dict(step.state.interview.questions)


def test_questions_when_a_gift_was_made_then_it_is_asked_with_its_value() -> None:
    till = scenario(interview=())
    step, _ = begin(till, finished(till, gift()))
    questions = asked(step)
    assert len(questions) == 4
    assert any("9\u00a0%" in text and "tour 2" in text for text in questions.values())
    assert list(questions)[-1] == CLOSING
    assert all(slotless(text) for text in questions.values())


def test_questions_when_the_author_asks_about_the_gift_then_it_is_asked_once(till: Scenario) -> None:
    questions = asked(begin(till, finished(till, gift()))[0])
    assert len(questions) == 4
    assert "cede" in questions
    assert UNPAID not in questions


def test_questions_when_the_author_wrote_none_then_at_least_three() -> None:
    till = scenario(interview=())
    step, _ = begin(till, finished(till, expert(till, draw(till, 1, ""))))
    assert len(asked(step)) >= 3


def test_questions_when_nothing_was_modified_then_not_asked_what_had_changed() -> None:
    till = scenario(interview=(), disclosures=())
    for set_id, expected in (("", False), ("serre", True)):
        game = play(till, draw(till, 1, set_id), iter(()))  # type: ignore[arg-type]
        assert (CHANGED in asked(begin(till, game)[0])) == expected


def test_questions_when_a_need_was_missed_then_it_is_named() -> None:
    till = scenario(interview=())
    step, _ = begin(till, finished(till, iter(())))  # type: ignore[arg-type]
    assert "le budget" in asked(step)["commission-besoin"]


def test_answer_when_too_short_then_one_follow_up_only(till: Scenario) -> None:
    step, transcript = begin(till, finished(till, gift()))
    first = step.state.interview.current if step.state.interview else ""
    step = interview.answer(till, transcript.subject, step.state, read("Je ne sais pas"))
    assert step.state.interview is not None
    assert step.state.interview.current == first
    assert step.events[0].kind == "reponse_vague"
    step = interview.answer(till, transcript.subject, step.state, read("Vraiment pas"))
    assert step.state.interview is not None
    assert step.state.interview.current != first


def test_answer_when_it_meets_what_was_expected_then_next_question(till: Scenario) -> None:
    step, transcript = begin(till, finished(till, gift()))
    good = read("J'aurais dû demander une contrepartie en échange", entretien="cede")
    step = interview.answer(till, transcript.subject, step.state, good)
    assert step.events[0].kind == "reponse_etayee"
    assert step.state.interview is not None
    assert step.state.interview.index == 1


def test_entretien_when_all_is_answered_then_closed_politely(till: Scenario) -> None:
    step, transcript = begin(till, finished(till, gift()))
    for number in range(8):
        assert step.replies
        step = interview.answer(till, transcript.subject, step.state, read(f"Réponse {number}"))
    assert step.state.interview is not None
    assert step.state.interview.over
    assert "Merci" in step.replies[0].text
    assert interview.answer(till, transcript.subject, step.state, read("Encore")).replies == ()


def test_entretien_when_left_then_over(till: Scenario) -> None:
    step, transcript = begin(till, finished(till, gift()))
    step = interview.leave(till, transcript.subject, step.state)
    assert step.state.interview is not None
    assert step.state.interview.over


def test_expectations_when_listed_then_every_kind_is_there_and_filled(till: Scenario) -> None:
    found = expectations(till, draw(till, 1, "serre"))
    assert {kind for kind, _, _ in found} == {
        "information",
        "reformulation",
        "reponse_objection",
        "reaction",
        "entretien",
    }
    by_target = {(kind, target): examples for kind, target, examples in found}
    assert by_target["reformulation", "budget"][0] == "Donc vous disposez de 1\u202f800\u00a0€"
    assert all(slotless(example) for _, _, examples in found for example in examples)
