"""One rehearsal, every stage; nothing is lost on the way."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.library import LoadedScenario, load_scenario
from coach.errors import ContentError, JournalError
from coach.journal.journal import Journal
from coach.session import Session, StillClock, transcript_of
from coach.simulation.transcript import Mode
from coach.simulation.transcript_json import from_json, to_json
from tests.fakes import FakeClock, FakeEar

ANSWERS = (
    "Bonjour, je suis Karim Delorme.",
    "Comment ça se passe aujourd'hui pour l'eau à l'atelier ?",
    "Donc des bonbonnes dans le couloir.",
    "Je vous propose quatre fontaines.",
    "Cela coûte 44 € par mois.",
)


@pytest.fixture(scope="module")
def loaded() -> LoadedScenario:
    return load_scenario("fontaines-ateliers")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.sqlite3") as opened:
        yield opened


def begin(
    loaded: LoadedScenario,
    journal: Journal | None,
    clock: FakeClock | None = None,
    mode: Mode = "entrainement",
) -> Session:
    return Session.begin(loaded, FakeEar, journal, clock or FakeClock(), seed=7, mode=mode)


def test_a_whole_rehearsal_goes_through_every_stage(loaded: LoadedScenario, journal: Journal) -> None:
    session = begin(loaded, journal)
    assert session.stage == "loge"
    session.write_notes("objectif 41 €")
    assert session.open().turn.replies
    for answer in ANSWERS:
        assert session.hear(answer).turn.replies
    assert session.leave().over
    questions = []
    while question := session.question():
        questions.append(question)
        session.answer("J'ai voulu creuser son besoin avant de proposer, parce que le prix était sensible.")
    assert len(set(questions)) >= 3
    session.skip_interview()
    session.self_assess({loaded.grid.criteria[0].id: "S"})
    evaluation = session.finish()
    assert session.stage == "fini"
    assert [criterion.id for criterion in evaluation.criteria] == [c.id for c in loaded.grid.criteria]
    attempt = journal.attempt(session.attempt or 0)
    assert (attempt.stage, attempt.mark, attempt.notes) == ("fini", evaluation.mark, "objectif 41 €")
    assert transcript_of(attempt, journal) == session.transcript
    assert from_json(to_json(session.transcript)) == session.transcript


def test_resumed_at_any_turn_goes_on_as_if_nothing_had_happened(
    loaded: LoadedScenario, tmp_path: Path
) -> None:
    straight = begin(loaded, None)
    straight.open()
    expected = [straight.hear(answer).turn.replies for answer in ANSWERS]
    with Journal(tmp_path / "j.sqlite3") as journal:
        session = begin(loaded, journal)
        session.open()
        found = []
        for answer in ANSWERS:
            attempt = journal.attempt(session.attempt or 0)
            session = Session.resume(loaded, FakeEar, journal, FakeClock(), attempt)
            found.append(session.hear(answer).turn.replies)
    assert found == expected
    assert session.transcript.turns == straight.transcript.turns


def test_resume_when_the_scenario_has_changed_is_refused_with_a_reason(
    loaded: LoadedScenario, journal: Journal
) -> None:
    session = begin(loaded, journal)
    session.open()
    changed = dataclasses.replace(loaded, scenario=dataclasses.replace(loaded.scenario, digest="autre"))
    with pytest.raises(ContentError, match="modifié"):
        Session.resume(changed, FakeEar, journal, FakeClock(), journal.attempt(session.attempt or 0))


def test_resume_in_the_loge_and_in_the_entretien(loaded: LoadedScenario, journal: Journal) -> None:
    session = begin(loaded, journal)
    session = Session.resume(loaded, FakeEar, journal, FakeClock(), journal.attempt(session.attempt or 0))
    assert session.stage == "loge"
    session.open()
    session.leave()
    question = session.question()
    session = Session.resume(loaded, FakeEar, journal, FakeClock(), journal.attempt(session.attempt or 0))
    assert (session.stage, session.question()) == ("entretien", question)


def test_a_turn_that_cannot_be_kept_changes_nothing(loaded: LoadedScenario, journal: Journal) -> None:
    session = begin(loaded, journal)
    session.open()
    before = session.transcript

    def refuse(*_: object, **__: object) -> None:
        raise JournalError("Le disque est plein.")

    kept, journal.append = journal.append, refuse  # type: ignore[method-assign]
    with pytest.raises(JournalError):
        session.hear(ANSWERS[0])
    assert session.transcript == before
    journal.append = kept  # type: ignore[method-assign]
    assert session.hear(ANSWERS[0]).turn.number == 1


def test_take_back_in_entrainement_returns_the_words_and_the_moment(
    loaded: LoadedScenario, journal: Journal
) -> None:
    session = begin(loaded, journal)
    session.open()
    first = session.hear(ANSWERS[0])
    second = session.hear(ANSWERS[1])
    assert session.take_back() == ANSWERS[1]
    assert session.transcript.turns[-1] == first.turn
    assert session.hear(ANSWERS[1]).turn == second.turn
    assert len(journal.turns(session.attempt or 0)) == 3


def test_take_back_in_examen_does_nothing(loaded: LoadedScenario) -> None:
    session = begin(loaded, None, mode="examen")
    session.open()
    session.hear(ANSWERS[0])
    assert session.take_back() == ""
    assert len(session.transcript.turns) == 2


def test_a_hint_is_remembered_by_the_next_turn_only(loaded: LoadedScenario) -> None:
    session = begin(loaded, None)
    session.open()
    assert session.ask_hint()
    kinds = [[event.kind for event in session.hear(answer).turn.events] for answer in ANSWERS[:2]]
    assert ["indice" in turn for turn in kinds] == [True, False]


def test_the_clock_of_a_resumed_stage_goes_on(loaded: LoadedScenario, journal: Journal) -> None:
    clock = FakeClock()
    session = begin(loaded, journal, clock)
    session.open()
    clock.time += 125
    session.hear(ANSWERS[0])
    resumed = Session.resume(loaded, FakeEar, journal, FakeClock(), journal.attempt(session.attempt or 0))
    assert resumed.elapsed() == pytest.approx(125)
    assert resumed.transcript.turns[-1].latency == 125


def test_the_ear_is_told_what_was_said_before(loaded: LoadedScenario) -> None:
    session = begin(loaded, None)
    opening = session.open().turn.replies[0].text
    session.hear(ANSWERS[0])
    ear = session._ear
    assert isinstance(ear, FakeEar)
    assert ear.heard[0][1].previous == opening
    assert [issue.id for issue in ear.heard[0][1].issues] == [i.id for i in loaded.scenario.issues]


def test_same_seed_same_bytes(loaded: LoadedScenario) -> None:
    documents = []
    for _ in range(2):
        session = Session.begin(loaded, FakeEar, None, StillClock(), seed=3)
        session.open()
        for answer in ANSWERS:
            session.hear(answer)
        documents.append(to_json(session.transcript))
    assert documents[0] == documents[1]
