"""The remembering encoder gives what the other gives, and asks once."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.encoder import Matrix, RememberingEncoder


class CountingEncoder:
    """Each text becomes its length."""

    width = 1

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Matrix:
        self.asked.extend(texts)
        return np.array([[len(text)] for text in texts], np.float32).reshape(len(texts), 1)


def test_a_text_when_known_is_not_encoded_again() -> None:
    inner = CountingEncoder()
    encoder = RememberingEncoder(inner)
    encoder.encode(["un", "deux", "un"])
    encoder.encode(["deux", "trois"])
    assert inner.asked == ["un", "deux", "trois"]


@given(st.lists(st.lists(st.text("ab", max_size=3), max_size=6), max_size=8))
@settings(max_examples=60)
def test_rows_whatever_is_remembered_are_those_of_the_encoder(batches: list[list[str]]) -> None:
    encoder = RememberingEncoder(CountingEncoder(), size=4)
    for batch in batches:
        assert np.array_equal(encoder.encode(batch), CountingEncoder().encode(batch))
