"""Words made comparable: accents, apostrophes, SMS, numbers, and offsets that stay exact."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.text import MAX_CHARS, fold, nfc, tokenize, words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("C'est l'été", "c est l ete"),
        ("C’est l’été", "c est l ete"),
        ("c bien sa", "c est bien sa"),
        ("jvous fais 5 pour cent", "je vous fais 5 %"),
        ("vs etes ou svp", "vous etes ou s il vous plait"),
        ("c'est troooop bien", "c est trop bien"),
        ("euh ben oui", "oui"),
        ("1 500,50 €", "1500,50 euros"),
        ("un cœur", "un coeur"),
        ("rendez-vous", "rendez vous"),
    ],
)
def test_words_when_spelt_in_many_ways_then_comparable(said: str, expected: str) -> None:
    assert words(said) == tuple(expected.split())


def test_fold_when_accents_come_apart_then_same_word() -> None:
    assert fold("e\u0301te\u0301") == fold("été") == "ete"


def test_tokenize_when_text_is_endless_then_bounded() -> None:
    assert all(token.end <= MAX_CHARS for token in tokenize("bonjour " * 2000))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_tokenize_when_anything_is_typed_then_spans_are_inside_and_in_order(text: str) -> None:
    text = nfc(text)
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) and token.norm for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
