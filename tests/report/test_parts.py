"""The pieces of a bilan: marked passages, curves, names, the table of levels."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.assessment.evaluation import Evidence
from coach.report import curves
from coach.report.marking import Passage, numbered, runs
from coach.report.naming import file_stem
from coach.report.page import Chart, Curve
from coach.report.table import HEADINGS, render_csv
from tests.report.samples import CORRECTED, SAID, evaluation, transcript

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=5)


@settings(max_examples=60)
@given(SPANS)
def test_runs_when_passages_overlap_give_the_text_back(spans: list[tuple[int, int]]) -> None:
    text = SAID[:40]
    passages = {Passage(1, start, start + size): number for number, (start, size) in enumerate(spans)}
    cut = runs(text, passages)
    assert "".join(run.text for run in cut) == text
    assert sorted(n for run in cut for n in run.opens) == sorted(passages.values())
    assert sorted(n for run in cut for n in run.closes) == sorted(passages.values())


@pytest.mark.parametrize(("turn", "start", "end"), [(9, 0, 3), (1, 5, 5), (1, -1, 3), (1, 0, 999)])
def test_evidence_when_not_in_the_transcript_marks_nothing(turn: int, start: int, end: int) -> None:
    assert numbered(evaluation(Evidence("citation", "x", turn, start, end)), transcript()) == {}


def test_evidence_is_numbered_as_the_transcript_goes() -> None:
    late, early = Evidence("contre-exemple", "x", 1, 37, 50), Evidence("citation", "x", 1, 0, 7)
    found = numbered(evaluation(late, early, early), transcript())
    assert [(passage.start, number) for passage, number in found.items()] == [(0, 1), (37, 2)]


def test_names_of_curves_when_values_meet_stay_apart() -> None:
    chart = Chart("", "", (0, 1), tuple(Curve(name, (50, 0)) for name in "abc"), "")
    heights = sorted(line.label_y for line in curves.plot(chart).lines)
    assert heights[1] - heights[0] >= 12
    assert heights[2] - heights[1] >= 12
    assert heights[2] <= curves.HEIGHT


def test_talk_share_counts_words_so_far() -> None:
    chart = curves.talk_chart(transcript("un deux trois", "quatre cinq").turns)
    assert chart is not None
    assert chart.turns == (1,)
    assert chart.curves[0].values == (50,)


def test_table_gives_the_three_levels_of_each_criterion() -> None:
    rows = list(
        csv.reader(io.StringIO(render_csv("12", transcript(), evaluation(), CORRECTED)), delimiter=";")
    )
    assert rows == [list(HEADINGS), ["12", "relation", "S", "S", "TS"], ["12", "autre", "", "", ""]]


def test_table_when_a_level_is_none_of_ours_leaves_it_out() -> None:
    odd = replace(transcript(), self_assessment=(("relation", "=1+1"),))
    assert "12;relation;S;;" in render_csv("12", odd, evaluation())


def test_table_when_a_name_is_a_formula_shows_it() -> None:
    assert "\r\n'=SOMME(A1);relation" in render_csv("=SOMME(A1)", transcript(), evaluation())


def test_file_name_holds_no_path() -> None:
    hostile = replace(transcript(), scenario="../../x", started="..\\y:z\n")
    assert file_stem(hostile) == "bilan-" + "-x--y-z-"
    assert file_stem(transcript()) == "bilan-fontaines-ateliers-2026-03-01T09-05-00"
