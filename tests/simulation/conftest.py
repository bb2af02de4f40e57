"""What the tests of this room share."""

from collections.abc import Callable

import pytest

from coach.language.reading import Reading
from coach.simulation import engine
from coach.simulation.draw import draw
from coach.simulation.play import Step
from coach.simulation.scenario import Scenario, Subject
from tests.simulation.fixtures import scenario


@pytest.fixture
def till() -> Scenario:
    """The scenario by default."""
    return scenario()


@pytest.fixture
def subject(till: Scenario) -> Subject:
    """The original activity."""
    return draw(till, 1, "")


@pytest.fixture
def say(till: Scenario, subject: Subject) -> Callable[..., list[Step]]:
    """Plays readings from the start and gives every step, the opening first."""

    def run(*readings: Reading, **options: float) -> list[Step]:
        steps = [engine.start(till, subject, "examen")]
        for reading in readings:
            steps.append(engine.advance(till, subject, steps[-1].state, reading, **options))
        return steps

    return run
