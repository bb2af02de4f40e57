"""Clauses, with and without punctuation."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.clauses import MAX_CLAUSES, cut
from coach.language.text import nfc, tokenize


def clauses_of(text: str) -> list[str]:
    text = nfc(text)
    return [text[clause.start : clause.end] for clause in cut(tokenize(text))]


def test_cut_when_sentences_are_marked_then_each_apart() -> None:
    assert clauses_of("Bonjour madame. Vous avez deux minutes ?") == [
        "Bonjour madame",
        "Vous avez deux minutes",
    ]


def test_cut_when_nothing_is_marked_then_still_cut() -> None:
    said = clauses_of("bonjour madame lopez je suis paul de novalit vous avez deux minutes")
    assert "vous avez deux minutes" in said
    assert len(said) >= 3


def test_cut_when_a_list_is_enumerated_then_whole() -> None:
    assert clauses_of("Le poulet, 12 euros pièce") == ["Le poulet, 12 euros pièce"]


def test_cut_when_a_question_ends_the_sentence_then_known_as_asked() -> None:
    clauses = cut(tokenize("C'est noté. Vous signez ?"))
    assert [clause.asked for clause in clauses] == [False, True]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc ,.?!'\néà😀5%", max_size=300))
def test_cut_when_anything_is_typed_then_clauses_follow_one_another(text: str) -> None:
    clauses = cut(tokenize(nfc(text)))
    assert len(clauses) <= MAX_CLAUSES
    assert all(left.end <= right.start for left, right in pairwise(clauses))
