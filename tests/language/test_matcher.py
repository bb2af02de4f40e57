"""A scenario's own expectations, from a few examples each."""

import pytest

from coach.language.encoder import UniversalEncoder
from coach.language.matcher import ExpectationSet
from coach.language.utterance import Utterance

ENCODER = UniversalEncoder()
QUESTIONS = ExpectationSet(
    "information",
    [
        ("budget", ["Quel budget avez-vous prévu ?", "Combien comptez-vous investir ?"]),
        ("delai", ["Pour quand en avez-vous besoin ?", "Quelle est votre échéance ?"]),
        ("decideur", ["Qui prend la décision avec vous ?"]),
    ],
    ENCODER,
)


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("Et vous avez prévu quel budget ?", "budget"),
        ("combien pensez vous investir", "budget"),
        ("il vous le faut pour quand ?", "delai"),
        ("qui decide avec vous", "decideur"),
    ],
)
def test_match_when_said_in_other_words_then_best_target(said: str, target: str) -> None:
    matches = QUESTIONS.match(Utterance(said), ENCODER, floor=0.0)
    assert max(matches, key=lambda match: match.confidence).target == target


def test_match_when_in_the_second_sentence_then_span_is_there() -> None:
    said = "Merci pour votre accueil. Quel budget avez-vous prévu ?"
    (match,) = [match for match in QUESTIONS.match(Utterance(said), ENCODER) if match.target == "budget"]
    assert "budget" in said[match.start : match.end]
    assert match.example == "Quel budget avez-vous prévu ?"


def test_match_when_unrelated_then_nothing() -> None:
    assert not QUESTIONS.match(Utterance("Le chat dort sur le radiateur."), ENCODER)


def test_match_when_nothing_is_said_then_nothing() -> None:
    assert not QUESTIONS.match(Utterance("…"), ENCODER)
