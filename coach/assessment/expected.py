"""What a grid's own examples make the language room listen for, so that they are met by meaning too."""

from coach.assessment.grid import Grid
from coach.simulation.draw import fill
from coach.simulation.expectations import Expectation
from coach.simulation.scenario import Scenario, Subject

LISTENED = "indicateur"
"""`Match.kind` of an utterance that resembles an indicator's examples."""


def listened_for(grid: Grid, scenario: Scenario, subject: Subject) -> tuple[Expectation, ...]:
    """One expectation for each indicator of kind « exemples »."""
    return tuple(
        (LISTENED, each.id, tuple(fill(example, scenario, subject) for example in each.examples))
        for criterion in grid.criteria
        for each in criterion.indicators
        if each.kind == "exemples" and each.examples
    )
