"""Our corpus of quantities said in sales talk: the figure may only rise."""

import json

import pytest

from bench.quantites import CORPUS, TODAY, errors, f1, figures, lines
from coach.language.quantities import read_quantities

FLOOR = 97.0
"""F1 in percent, of every type and in total; what is reached stands in tests/eval/README.md."""


@pytest.mark.parametrize("kind", sorted(figures(lines())))
def test_accuracy_on_our_corpus_when_measured_then_above_the_floor(kind: str) -> None:
    right, wanted, read = figures(lines())[kind]
    floor = 90.0 if kind in ("rien", "nombre") else FLOOR
    assert f1(right, wanted, read) >= floor, "\n".join(errors(lines()))


def test_corpus_when_read_then_its_spans_are_those_of_its_texts() -> None:
    for row in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines()):
        for quantity in row["quantites"]:
            assert row["texte"][quantity["debut"] : quantity["fin"]] == quantity["texte"]


def test_corpus_when_typed_without_accents_nor_typographic_spaces_then_as_well_read() -> None:
    plain = str.maketrans("éèêëàâîïôûùçÉÈÀ’\u00a0\u202f", "eeeeaaiiouucEEA'  ")
    lost = [
        line.text
        for line in lines()
        if [(q.kind, q.value) for q in read_quantities(line.text.translate(plain), TODAY)]
        != [(q.kind, q.value) for q in read_quantities(line.text, TODAY)]
    ]
    assert lost == []
