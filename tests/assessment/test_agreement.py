"""Agreement between raters: kappas computed by hand, cases without any."""

from collections.abc import Sequence

import pytest

from coach.assessment.agreement import (
    MACHINE,
    Measure,
    Rating,
    agreement,
    reasons_to_confirm,
)
from coach.assessment.comparison import changes
from coach.assessment.correction import corrected
from coach.assessment.evaluation import CriterionResult, Evaluation
from coach.assessment.grid import LEVELS, Criterion, Grid, LevelName
from coach.cli.accord import load_kappa


def quadratic(first: Sequence[int], second: Sequence[int]) -> float:
    """The definition, without a library: 1 - observed / expected squared distances."""
    n = len(first)
    observed = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) / n
    expected = sum((a - b) ** 2 for a in first for b in second) / n**2
    return 1 - observed / expected


def given(rater: str, levels: str, criterion: str = "c") -> list[Rating]:
    """One level a transcript; « . » for none."""
    names = levels.split()
    return [
        Rating(f"t{at:02}", criterion, rater, next((each for each in LEVELS if each == name), None))
        for at, name in enumerate(names)
    ]


def test_kappa_is_that_computed_by_hand() -> None:
    # Squared distances: 0, 1, 0, 1: observed 2/4. All pairs: TI, I, S, TS against TI, S, S, S:
    # (0+4+4+4) + (1+1+1+1) + (4+0+0+0) + (9+1+1+1) = 32, expected 32/16 = 2. Kappa: 1 - 0.5/2 = 0.75.
    report = agreement([*given(MACHINE, "TI I S TS"), *given("a", "TI S S S")], load_kappa())
    assert report.whole.machine is not None
    assert report.whole.machine.kappa == 0.75
    assert (report.whole.machine.n, report.whole.machine.exact, report.whole.machine.adjacent) == (4, 0.5, 1)


def test_the_library_says_what_the_definition_says() -> None:
    first, second = [0, 1, 2, 3, 3, 1, 2], [1, 1, 3, 3, 0, 1, 2]
    assert load_kappa()(first, second) == pytest.approx(quadratic(first, second))


def test_mean_over_persons_stands_beside_each() -> None:
    ratings = [*given(MACHINE, "TI I S TS"), *given("a", "TI S S S"), *given("b", "TI I S TS")]
    line = agreement(ratings, quadratic).whole
    assert line.machine is not None
    assert line.persons is not None
    assert line.machine.kappa == 0.875
    assert line.persons.kappa == 0.75
    assert [(first, second, found.kappa) for first, second, found in line.each] == [
        (MACHINE, "a", 0.75),
        (MACHINE, "b", 1.0),
        ("a", "b", 0.75),
    ]


def test_one_rater_has_nothing_to_compare() -> None:
    report = agreement(given("a", "TI I S"), quadratic)
    assert report.whole.machine is None
    assert report.whole.persons is None
    assert report.criteria[0].reasons == ("aucune copie comparée avec la machine",)


def test_constant_levels_leave_kappa_undefined_and_to_confirm() -> None:
    report = agreement([*given(MACHINE, "S " * 12), *given("a", "S " * 12)], quadratic)
    assert report.whole.machine == Measure(12, 1, 1, None)
    assert report.criteria[0].reasons == ("kappa indéfini",)


def test_missing_cells_are_not_compared_but_counted() -> None:
    report = agreement([*given(MACHINE, "TI . S TS"), *given("a", "TI S . TS")], quadratic)
    assert report.whole.machine is not None
    assert report.whole.machine.n == 2
    assert report.unseen == 1


def test_interval_is_the_same_each_time_and_holds_the_kappa() -> None:
    ratings = [*given(MACHINE, "TI I S TS S I TI S TS I I S"), *given("a", "TI S S TS S I I S S I TI S")]
    first, second = agreement(ratings, quadratic), agreement(list(reversed(ratings)), quadratic)
    found = first.whole.machine
    assert found == second.whole.machine
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.kappa is not None
    assert found.low < found.kappa < found.high
    assert first.criteria[0].reasons == ()


@pytest.mark.parametrize(
    ("measure", "count"),
    [
        (Measure(10, 1, 1, 0.5, 0.3, 0.9), 0),
        (Measure(9, 1, 1, 0.5, 0.3, 0.9), 1),
        (Measure(10, 1, 1, 0.49, 0.3, 0.9), 1),
        (Measure(10, 1, 1, 0.5, 0.29, 0.9), 1),
        (Measure(10, 1, 1, None), 1),
        (None, 1),
    ],
)
def test_the_rule_to_confirm(measure: Measure | None, count: int) -> None:
    assert len(reasons_to_confirm(measure)) == count


def test_bands_and_the_widest_disagreements_first() -> None:
    report = agreement(
        [*given(MACHINE, "TS I S TI"), *given("a", "TI S S TI")],
        quadratic,
        {"t00": "faible", "t01": "faible", "t02": "bonne"},
    )
    assert [(band, line.machine and line.machine.n) for band, line in report.bands] == [
        ("bonne", 1),
        ("faible", 2),
    ]
    assert [(each.transcript, each.steps) for each in report.disagreements] == [("t00", 3), ("t01", -1)]


def evaluation(*levels: tuple[str, LevelName | None]) -> Evaluation:
    """Levels alone."""
    criteria = tuple(CriterionResult(name, name, level, 0.5, ()) for name, level in levels)
    return Evaluation("g", "", "s", "", criteria, 7.0, "")


def test_the_teachers_level_wins_in_the_mark() -> None:
    grid = Grid("g", "", "E4", "", (Criterion("a", "", "", weight=3), Criterion("b", "", "")))
    machine = evaluation(("a", "I"), ("b", "I"))
    assert corrected(machine, {"a": "TS"}, grid).mark == 17.0  # (3 x 20 + 7) / 4 = 16.75
    assert corrected(machine, {}, grid) is machine


def test_changes_tell_levels_and_criteria_come_or_gone() -> None:
    kept = evaluation(("a", "I"), ("b", "S"), ("old", "S"))
    told = {
        each.criterion: each.told
        for each in changes(kept, evaluation(("a", None), ("b", "S"), ("new", "TS")))
    }
    assert told == {
        "a": "I → non évalué",
        "new": "absent de la grille → TS",
        "old": "S → absent de la grille",
    }
