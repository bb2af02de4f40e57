"""The negotiation told afterwards."""

import itertools
from dataclasses import replace

import pytest

from coach.simulation import bargaining, ledger
from coach.simulation.draw import draw
from coach.simulation.scenario import Scenario, Subject
from tests.simulation.fixtures import give, read, scenario, trade
from tests.simulation.players import Moves, play


def moves() -> Moves:
    yield read("C'est le prix du service", "defendre_valeur")
    yield give(4)
    yield trade(5, 24)


def test_ledger_when_a_deal_is_made_then_who_gave_what_when(till: Scenario, subject: Subject) -> None:
    entries = ledger.ledger(till, play(till, subject, moves()).transcript)
    gift = next(entry for entry in entries if entry.kind == "concession")
    assert (gift.turn, gift.side, gift.issue, gift.shown, gift.previous) == (
        2,
        "etudiant",
        "remise",
        "4\u00a0%",
        0,
    )
    assert gift.unpaid
    assert any(entry.kind == "contrepartie_obtenue" and entry.shown == "24\u00a0mois" for entry in entries)


def test_final_values_when_agreed_then_the_last_ones(till: Scenario, subject: Subject) -> None:
    assert ledger.final_values(play(till, subject, moves()).transcript) == {"remise": 5.0, "engagement": 24.0}


def test_outcome_when_nothing_to_negotiate_then_none(subject: Subject) -> None:
    assert ledger.outcome(scenario(issues=()), subject, {}) is None


def test_outcome_when_incomplete_then_said(till: Scenario, subject: Subject) -> None:
    found = ledger.outcome(till, subject, {"remise": 5.0})
    assert found is not None
    assert not found.complete


@pytest.mark.parametrize("agreed", [{"remise": 5.0, "engagement": 24.0}, {"remise": 8.0, "engagement": 12.0}])
def test_outcome_when_compared_with_brute_force_then_the_same_optimum(
    agreed: dict[str, float], till: Scenario
) -> None:
    """An independent enumeration, with its own arithmetic."""
    subject = draw(till, 1, "")
    found = ledger.outcome(till, subject, agreed)
    assert found is not None
    worths = []
    discounts = [4 + step / 10 for step in range(41)]
    terms = [12 + step / 4 for step in range(97)]
    for discount, term, setup in itertools.product(discounts, terms, (0, 1)):
        student = (4 * (8 - discount) / 8 + 3 * (term - 12) / 24 + (1 - setup)) / 8
        character = (4 * (discount - 4) / 8 + 2 * (36 - term) / 24 + setup) / 7
        worths.append((student, character))
    best_same = max(s for s, c in worths if c >= found.character - 1e-9)
    nash = max(s * c for s, c in worths)
    assert found.best_student == pytest.approx(max(s for s, _ in worths), abs=0.01)
    assert found.best_at_same_cost == pytest.approx(best_same, abs=0.06)
    assert found.nash[0] * found.nash[1] == pytest.approx(nash, rel=0.05)


def test_candidates_when_limits_do_not_meet_then_none(subject: Subject, till: Scenario) -> None:
    item = bargaining.stakes(till.issue("remise"), subject)
    assert ledger._candidates(replace(item, limit=9.0), 5) == []
