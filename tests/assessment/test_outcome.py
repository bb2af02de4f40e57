"""Indicators on how it ended: the ending, the worth of the agreement, the entretien."""

from dataclasses import replace

import pytest

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.measures.registry import MEASURES, measure
from coach.assessment.talk import talk_of
from coach.language.reading import Match
from coach.simulation.transcript import Transcript
from tests.assessment.builders import SCENARIO, indicator, say, talk


def found(transcript: Transcript, wanted: Indicator) -> Finding:
    return measure(talk_of(transcript, SCENARIO), wanted)


@pytest.mark.parametrize(
    ("ending", "success", "score"),
    [
        ("signature", "haut", 1.0),
        ("essai", "haut", 2 / 3),
        ("sans-suite", "haut", 1 / 3),
        ("rupture", "haut", 0.0),
        ("signature", "median", 1.0),
        ("essai", "median", 1.0),
        ("sans-suite", "median", 0.5),
        ("", "haut", None),
    ],
)
def test_ending_when_more_or_less_successful_is_graded(
    ending: str, success: str, score: float | None
) -> None:
    finding = found(talk(say("Bien."), ending=ending), indicator("resultat", success=success))
    assert finding.score == pytest.approx(score) if score is not None else finding.score is None


@pytest.mark.parametrize(
    ("events", "score"),
    [
        (("point_accorde:loyer:40", "point_accorde:engagement:36"), 1.0),  # the best that she could accept
        (("point_accorde:loyer:44", "point_accorde:engagement:48"), 1.0),
        (("point_accorde:loyer:37", "point_accorde:engagement:24"), 0.25),  # the limit of the mandate
        (("point_accorde:loyer:36", "point_accorde:engagement:12"), 0.0),  # beyond it
        (("point_accorde:loyer:40",), 0.625),
        ((), 0.0),
    ],
)
def test_agreement_when_better_for_the_student_is_worth_more(events: tuple[str, ...], score: float) -> None:
    assert found(talk(say("Bien.", *events)), indicator("accord", share=1.0)).score == pytest.approx(score)


def test_agreement_when_a_point_was_agreed_twice_keeps_the_last() -> None:
    transcript = talk(
        say("Bien.", "point_accorde:loyer:44", "point_accorde:engagement:36"),
        say("Bon.", "point_accorde:loyer:37"),
    )
    finding = found(transcript, indicator("accord", share=1.0))
    assert finding.score == pytest.approx((5 * 0.25 + 3) / 8, abs=1e-4)
    assert "Loyer par fontaine et par mois\u00a0: 37\u00a0€" in [item.text for item in finding.evidence]


def test_agreement_when_there_is_nothing_to_negotiate_is_not_shown() -> None:
    bare = talk_of(talk(say("Bien.")), replace(SCENARIO, issues=()))
    assert measure(bare, indicator("accord")).score is None


def answer(words: str, *events: str, question: str = "q1", matches: tuple[Match, ...] = ()):  # type: ignore[no-untyped-def]
    return say(words, *events, phase="entretien", scene=question, matches=matches)


def test_interview_when_answers_are_supported_counts_questions() -> None:
    wanted = indicator("entretien")
    good, poor = (
        answer("Parce que…", "reponse_etayee"),
        answer("Je ne sais pas.", "reponse_vague", question="q2"),
    )
    assert found(talk(say("Bien."), good), wanted).score == 1
    assert found(talk(say("Bien."), good, poor), wanted).score == 0.5
    assert found(talk(say("Bien."), poor), wanted).score == 0
    assert found(talk(say("Bien.")), wanted).score is None


def test_interview_when_the_follow_up_saves_the_answer_counts_it() -> None:
    twice = (answer("Je ne sais pas.", "reponse_vague"), answer("En fait, parce que…", "reponse_etayee"))
    assert found(talk(say("Bien."), *twice), indicator("entretien")).score == 1


def test_interview_when_what_was_expected_is_read_quotes_it() -> None:
    match = Match("entretien", "q1", 0.8, 0, 7)
    finding = found(
        talk(say("Bien."), answer("J'ai cédé trop vite.", matches=(match,))), indicator("entretien")
    )
    assert finding.evidence[0].text == "J'ai cé"


def test_interview_when_an_answer_is_vague_shows_what_was_expected() -> None:
    vague = answer("Je ne sais pas.", "reponse_vague", question="commission-recul")
    finding = found(talk(say("Bien."), vague), indicator("entretien"))
    assert finding.better.startswith("Je poserais davantage de questions ouvertes")
    assert finding.moment == 2


def test_acts_when_said_in_the_entretien_do_not_count_as_the_talk_s() -> None:
    reply = answer("{reformuler:Vous vouliez donc rester sous 190 €}.")
    assert found(talk(say("Bien."), reply), indicator("acte", acts=("reformuler",))).score == 0


def test_every_kind_when_listed_has_its_measure() -> None:
    from typing import get_args

    from coach.assessment.grid import IndicatorKind

    assert set(MEASURES) == set(get_args(IndicatorKind))


@pytest.mark.parametrize("kind", sorted(MEASURES))
def test_every_kind_when_nobody_spoke_does_not_crash(kind: str) -> None:
    wanted = indicator(kind, acts=("relancer",), events=("silence",), examples=("Bonjour",), success="haut")  # type: ignore[arg-type]
    finding = found(talk(), wanted)
    assert finding.score is None or 0 <= finding.score <= 1
