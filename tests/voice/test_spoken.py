"""Written French made fit to be read aloud."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.voice.spoken import LONGEST, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12\u202f500\u00a0€ HT", "12500 euros hors taxes"),
        ("250 €/mois, 1 € de frais", "250 euros par mois, 1 euro de frais"),
        ("1\u202f250,50 € TTC", "1250,50 euros toutes taxes comprises"),
        ("21,1 € ou 300,00 €", "21,1 euros ou 300 euros"),
        ("5 k€ de CA", "5 mille euros de chiffre d'affaires"),
        ("M. Petit, bureau n° 3", "monsieur Petit, bureau numéro 3"),
        ("20 h 30, 8h, 1 h, 9h05", "20 heures 30, 8 heures, une heure, 9 heures 05"),
        ("25 m² à − 5 %", "25 mètres carrés à moins 5 %"),
        ("CAP, SAVOIR et HTML", "CAP, SAVOIR et HTML"),
        ("Bon.\n\x1b[31mNon\x07\u200b !", "Bon. [31mNon !"),
        (" \n ", ""),
    ],
)
def test_spoken_when_signs_are_written_then_gives_words(written: str, said: str) -> None:
    assert spoken(written) == said


def test_spoken_when_text_is_endless_then_ends_at_a_word() -> None:
    said = spoken("bonjour " * 10_000)
    assert len(said) <= LONGEST
    assert set(said.split()) == {"bonjour"}


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_spoken_of_anything_is_one_line_without_controls(text: str) -> None:
    said = spoken(text)
    assert not any(unicodedata.category(sign).startswith("C") for sign in said)
    assert said == " ".join(said.split())
