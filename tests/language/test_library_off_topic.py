"""What is off topic earns nothing: measured on a set that the library does not hold."""

import json
from pathlib import Path

import pytest

from coach.content.acts import read_library, shipped_model
from coach.language.encoder import UniversalEncoder
from coach.language.reader import Reader
from coach.language.reading import Context
from coach.language.text import fold
from coach.language.training import ALONE

_CHECKS = Path(__file__).parents[1] / "eval" / "hors_sujet.jsonl"
_TOLERATED = 0.12


def _rows() -> list[dict[str, object]]:
    return [json.loads(row) for row in _CHECKS.read_text(encoding="utf-8").splitlines()]


def test_library_when_compared_with_the_check_set_then_holds_none_of_it() -> None:
    held = {fold(example.text) for example in read_library()[0].examples}
    assert [row["id"] for row in _rows() if fold(str(row["texte"])) in held] == []


def test_reader_when_told_what_is_off_topic_then_credits_little_of_it() -> None:
    model = shipped_model()
    if model is None:
        pytest.skip("the shipped model is not that of the library (tests/language/test_fresh.py says so)")
    reader = Reader(model, UniversalEncoder())
    off_topic = [row for row in _rows() if row["actes"] == [ALONE]]
    credited = [
        row["id"]
        for row in off_topic
        if reader.read(str(row["texte"]), Context(previous=str(row["precedent"]))).act_ids() - {ALONE}
    ]
    assert len(credited) <= _TOLERATED * len(off_topic), credited
