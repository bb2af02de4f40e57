"""Text on screen: where lines break, and what stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.tui.widgets.plain import broken

FIRST = "essayez «\N{NO-BREAK SPACE}comment\N{NO-BREAK SPACE}» ou"
SECOND = "«\N{NO-BREAK SPACE}pourquoi\N{NO-BREAK SPACE}»."


def test_a_line_never_ends_on_an_opening_mark() -> None:
    assert broken(f"{FIRST} {SECOND}", 27).split("\n") == [FIRST, SECOND]


@pytest.mark.parametrize("text", ["", " ", "a", "a  b", "\n\n", "déjà\ncassé"])
def test_short_text_is_left_alone(text: str) -> None:
    assert broken(text, 40) == text


@given(st.text(alphabet="aé «»\N{NO-BREAK SPACE}\n漢", max_size=60), st.integers(1, 20))
def test_breaking_keeps_every_character_in_its_place_and_fills_no_line_too_far(text: str, width: int) -> None:
    result = broken(text, width)
    assert result.replace("\n", " ") == text.replace("\n", " ")
    assert all(cell_len(line) <= width for line in result.split("\n") if " " in line)
