"""Evaluations out and in, told in French, compared with the student's own levels."""

import copy
import json
import re
from typing import Any

import pytest

from coach.assessment.assess import assess
from coach.assessment.comparison import compare
from coach.assessment.evaluation_json import from_dict, from_json, to_dict, to_json
from coach.assessment.explain import evidence_told, explain, mark_told
from coach.content.library import load_grid
from coach.errors import ContentError
from tests.assessment.builders import SCENARIO, talk
from tests.assessment.talks import middling, strong, weak

SALE = load_grid("e4-negociation-vente")
EVALUATION = assess(middling(), SALE, SCENARIO)
STUDENT_WORDS = re.compile(r"tour \d+\u00a0: «\u202f.*?\u202f»|«\u202f.*?\u202f» \(tour \d+\)")
PLAIN_MARKS = re.compile(r"(?<=\S) [;!?»:%€]|« ")


def test_evaluation_when_written_and_read_is_the_same() -> None:
    for transcript in (strong(), middling(), weak()):
        evaluation = assess(transcript, SALE, SCENARIO)
        assert from_json(to_json(evaluation)) == evaluation
        assert json.loads(to_json(evaluation)) == to_dict(evaluation)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 2),
        ("version", None),
        ("criteres", None),
        ("repere_sur_20", "12"),
        ("points_forts", [1]),
        ("priorite", "Reformulez."),
        ("autre", 1),
    ],
)
def test_evaluation_when_malformed_is_refused_with_a_sentence(key: str, value: Any) -> None:
    with pytest.raises(ContentError, match="Impossible de lire l'évaluation"):
        from_dict({**to_dict(EVALUATION), key: value})


def test_evaluation_when_a_level_is_unknown_says_where() -> None:
    data = copy.deepcopy(to_dict(EVALUATION))
    data["criteres"][2]["niveau"] = "A"
    with pytest.raises(ContentError, match=r"criteres\[2\]\.niveau"):
        from_dict(data)


def test_explanation_when_told_has_every_criterion_and_every_indicator() -> None:
    told = "\n".join(explain(EVALUATION))
    for criterion in EVALUATION.criteria:
        assert criterion.label in told
        for indicator in criterion.indicators:
            assert indicator.label in told
            assert indicator.better in told.replace("\n", " ")


def test_explanation_when_told_opens_with_the_mark_and_says_it_is_no_exam() -> None:
    lines = explain(EVALUATION)
    assert lines[0] == "Repère d'entraînement\u00a0: 11\u00a0/\u00a020 (7 critère(s) évalué(s) sur 7)"
    assert "ne prédit aucune note d'examen" in lines[1]


def test_explanation_when_told_is_typeset_in_french() -> None:
    for transcript in (strong(), middling(), weak()):
        for line in explain(assess(transcript, SALE, SCENARIO)):
            ours = STUDENT_WORDS.sub("", line)
            assert not PLAIN_MARKS.search(ours), ours


def test_explanation_when_nothing_was_assessed_says_so() -> None:
    lines = explain(assess(talk(), SALE, SCENARIO))
    assert "aucun critère n'a pu être évalué" in lines[0]
    assert any("non évalué" in line for line in lines)


def test_mark_when_told_uses_a_comma() -> None:
    assert mark_told(12.5) == "Repère d'entraînement\u00a0: 12,5\u00a0/\u00a020"


def test_evidence_when_told_names_its_turn() -> None:
    lines = {evidence_told(item) for c in EVALUATION.criteria for i in c.indicators for item in i.evidence}
    assert "Aucune reformulation entre les tours 1 et 15" in lines
    assert "tour 15\u00a0: «\u202fMerci madame\u202f»" in lines


def test_comparison_when_levels_differ_counts_the_steps() -> None:
    own = (("b1.negocier.relation", "TS"), ("b1.negocier.efficacite", "TI"), ("b1.negocier.solution", "S"))
    gaps = compare(own, EVALUATION)
    assert [(gap.own, gap.level, gap.steps) for gap in gaps] == [
        ("TS", "S", 1),
        ("TI", "S", -2),
        ("S", "S", 0),
    ]
    assert gaps[0].told.startswith("Vous vous situez un degré au-dessus de la grille")
    assert "2 degrés au-dessous" in gaps[1].told
    assert gaps[2].told == "Vous vous évaluez comme la grille\u00a0: Satisfaisant."


def test_comparison_when_a_criterion_or_a_level_is_unknown_leaves_it_out() -> None:
    assert compare((("b1.autre", "S"), ("b1.negocier.relation", "A+")), EVALUATION) == ()
