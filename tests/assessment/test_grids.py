"""The grids we ship: the référentiel word for word, indicators that teach."""

import re
from typing import get_args

import pytest

from coach.assessment.grid import Criterion, Grid, Indicator, IndicatorKind
from coach.content.law import coverage_source
from coach.content.library import list_grids, load_grid
from coach.content.marking_reference import OBSERVED
from coach.content.official import act_ids, criteria

GRIDS = {name: load_grid(name) for name in list_grids()}
CRITERIA = [
    pytest.param(each, id=f"{name}:{each.id}") for name, grid in GRIDS.items() for each in grid.criteria
]
OFFICIAL = [
    pytest.param(each, id=f"{name}:{each.id}")
    for name, grid in GRIDS.items()
    if grid.official
    for each in grid.criteria
]
INDICATORS = [
    pytest.param(each, id=f"{name}:{each.id}")
    for name, grid in GRIDS.items()
    for criterion in grid.criteria
    for each in criterion.indicators
]
FAMILIAR = re.compile(r"\b(tu|te|toi|ton|ta|tes|t')\b")


def test_every_criterion_of_the_referentiel_when_sought_is_assessed_or_declared_unseen() -> None:
    """Its own grid has indicators for it, or one file says why no rehearsal can show it; never both."""
    assessed = {each.id for grid in GRIDS.values() for each in grid.criteria if each.indicators}
    coverage = coverage_source().value
    assert coverage is not None
    unseen = {each.criterion for each in coverage.unseen}
    assert assessed & set(criteria()) | unseen == set(criteria())
    assert not assessed & unseen


def test_unseen_criteria_when_declared_have_a_reason_in_one_sentence() -> None:
    coverage = coverage_source().value
    assert coverage is not None
    for each in coverage.unseen:
        assert 30 <= len(each.reason) <= 200
        assert each.reason.endswith(".")


def test_grids_when_listed_serve_every_situation_of_the_simulations() -> None:
    assert set(GRIDS) >= {
        *("e4-negociation-vente", "e4-evenement", "e4-evenement-bilan", "e4-prospection", "e4-information"),
        *("relation-a-distance", "relation-appel-entrant", "relation-ecrite", "encadrement-teleacteurs"),
        *("e6-vente-reunion", "e6-animation-reseau", "e6-distributeur", "appel-trois-domaines"),
    }


@pytest.mark.parametrize(
    ("name", "prefix", "assessed"),
    [
        ("e4-negociation-vente", "b1.negocier.", 7),
        ("e4-evenement", "b1.evenement.", 4),
        ("relation-a-distance", "b2.omnicanal.", 4),
    ],
)
def test_grid_when_loaded_has_every_criterion_of_its_competence(
    name: str, prefix: str, assessed: int
) -> None:
    official = [each for each in criteria() if each.startswith(prefix)]
    assert [each.id for each in GRIDS[name].criteria] == official
    assert sum(1 for each in GRIDS[name].criteria if each.indicators) == assessed


@pytest.mark.parametrize("criterion", OFFICIAL)
def test_criterion_when_shipped_is_worded_as_the_referentiel(criterion: Criterion) -> None:
    assert (criterion.label, criterion.competence) == criteria()[criterion.id]


@pytest.mark.parametrize("criterion", CRITERIA)
def test_criterion_when_assessed_has_enough_indicators_and_else_a_reason(criterion: Criterion) -> None:
    if criterion.not_assessed:
        assert not criterion.indicators
        assert criterion.not_assessed.endswith(".")
    else:
        observed = [each for each in criterion.indicators if not each.law]
        assert 4 <= len(observed) <= 11


@pytest.mark.parametrize("indicator", INDICATORS)
def test_indicator_when_shipped_advises_in_one_polite_sentence(indicator: Indicator) -> None:
    assert 20 <= len(indicator.advice) <= 150, len(indicator.advice)
    assert indicator.advice[0].isupper()
    assert indicator.advice.endswith((".", "?", "»")), indicator.advice
    assert not FAMILIAR.search(indicator.advice.lower())


@pytest.mark.parametrize("indicator", INDICATORS)
def test_indicator_when_shipped_tells_its_absence_without_capital_nor_stop(indicator: Indicator) -> None:
    assert indicator.missing
    assert indicator.missing[0].islower()
    assert not indicator.missing.endswith(".")


@pytest.mark.parametrize("indicator", INDICATORS)
def test_indicator_when_it_names_acts_names_known_ones(indicator: Indicator) -> None:
    assert set(indicator.acts + indicator.before + indicator.others) <= set(act_ids())


@pytest.mark.parametrize("grid", GRIDS.values(), ids=list(GRIDS))
def test_grid_when_points_are_read_is_a_training_one_out_of_twenty(grid: Grid) -> None:
    assert list(grid.points) == [0, 7, 14, 20]
    assert ("19 février 2018" in grid.source) is grid.official


def test_kinds_of_indicators_when_documented_are_all_there_and_all_used() -> None:
    assert set(OBSERVED) == set(get_args(IndicatorKind))
    used = {each.kind for grid in GRIDS.values() for one in grid.criteria for each in one.indicators}
    assert used == set(OBSERVED)
