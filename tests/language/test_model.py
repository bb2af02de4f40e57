"""Training is deterministic, survives the disk, and learns what it is shown."""

from collections.abc import Sequence

import numpy as np
import pytest

from coach.language.encoder import Matrix
from coach.language.library import ActEntry, ActLibrary, Example
from coach.language.model import from_bytes, to_bytes
from coach.language.reader import Reader
from coach.language.training import train


class LetterEncoder:
    """Vectors of letters: no meaning, no weights, the same everywhere."""

    width = 26

    def encode(self, texts: Sequence[str]) -> Matrix:
        rows = np.array([[text.lower().count(chr(97 + i)) for i in range(26)] for text in texts], np.float32)
        return rows.reshape(-1, 26) / np.maximum(
            np.linalg.norm(rows.reshape(-1, 26), axis=1, keepdims=True), 1
        )


def small_library() -> ActLibrary:
    greetings = ["bonjour madame", "bonjour monsieur", "bonsoir à tous", "bonjour bonjour", "salut à vous"]
    thanks = ["merci beaucoup", "je vous remercie", "merci à vous", "un grand merci", "merci pour tout"]
    offers = ["je vous offre la pose", "je vous fais 5 %", "la livraison est offerte", "je baisse le prix"]
    examples = [
        *(Example(text, ("saluer",)) for text in greetings),
        *(Example(text, ("remercier",), "Voilà votre café.") for text in thanks),
        *(Example(text, ("conceder",), "Faites un geste.") for text in offers),
        Example("la table est ronde", ()),
    ]
    acts = (ActEntry("saluer", "Saluer", cues=("^ bonjour",)), ActEntry("remercier", "Remercier"))
    return ActLibrary((*acts, ActEntry("conceder", "Concéder")), tuple(examples))


def test_train_when_done_twice_then_same_bytes() -> None:
    first, second = (to_bytes(train(small_library(), LetterEncoder(), "x")) for _ in range(2))
    assert first == second


def test_model_when_saved_and_read_back_then_reads_the_same() -> None:
    model = train(small_library(), LetterEncoder(), "x")
    again = from_bytes(to_bytes(model))
    assert (again.acts, again.digest) == (model.acts, "x")
    said = "merci beaucoup madame"
    before = dict(Reader(model, LetterEncoder()).rank(said))
    after = dict(Reader(again, LetterEncoder()).rank(said))
    assert after == pytest.approx(before, abs=0.02)


def test_from_bytes_when_file_is_not_a_model_then_value_error() -> None:
    with pytest.raises((ValueError, OSError)):
        from_bytes(b"not a model")


def test_train_when_an_example_is_learned_then_it_is_read_back() -> None:
    reader = Reader(train(small_library(), LetterEncoder()), LetterEncoder())
    assert reader.rank("merci pour tout")[0][0] == "remercier"
    assert reader.rank("bonjour monsieur")[0][0] == "saluer"
