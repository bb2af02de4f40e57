"""Written rules over normalised words."""

import pytest

from coach.language.clauses import cut
from coach.language.cues import Cue, CueBook, compile_cue
from coach.language.text import nfc, tokenize


def fires(source: str, text: str) -> bool:
    book = CueBook((Cue("acte", source),))
    return bool(book.fire(cut(tokenize(nfc(text)))))


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("je vous offre", "Alors je vous offre la pose.", True),
        ("je vous offre", "je ne vous offre rien", False),
        ("je vous/te offre", "je te offre", True),
        ("je [vous] comprends", "je comprends", True),
        ("je [vous] comprends", "je vous comprends", True),
        ("je vous fais … %", "je vous fais allez disons 5 %", True),
        ("je vous fais #", "je vous fais dix", True),
        ("je vous fais #", "je vous fais signe", False),
        ("^ bonjour", "bonjour madame", True),
        ("^ bonjour", "dites bonjour madame", False),
        ("bonne journee $", "merci et bonne journée !", True),
        ("bonne journee $", "une bonne journée de formation", False),
        ("c est bien ca ?", "C'est bien ça ?", True),
        ("c est bien ca ?", "C'est bien ça.", False),
        ("remis*", "une remise", True),
        ("si vous … je vous", "si vous signez, je vous livre demain", True),
        ("vous signez je vous", "Vous signez. Je vous livre.", False),
    ],
)
def test_cue_when_tried_on_a_sentence_then_fires_or_not(source: str, text: str, expected: bool) -> None:
    assert fires(source, text) is expected


def test_cue_when_it_has_no_word_then_refused_in_french() -> None:
    with pytest.raises(ValueError, match="aucun mot"):
        compile_cue("^ … ?")


def test_firing_when_in_the_second_clause_then_says_so() -> None:
    book = CueBook((Cue("acte", "au revoir"),))
    (firing,) = book.fire(cut(tokenize("Merci beaucoup. Au revoir madame.")))
    assert (firing.first, firing.last) == (1, 1)
