"""What a grid's examples make the language room listen for."""

from coach.assessment.expected import listened_for
from coach.assessment.measures.registry import measure
from coach.assessment.talk import talk_of
from coach.language.reading import Match
from tests.assessment.builders import SCENARIO, SUBJECT, grid_of, indicator, say, talk

FOLLOW_UP = indicator("exemples", id="suivi", examples=("Je rappelle chaque contact à {plafond}.",))


def test_examples_when_listened_for_are_filled_with_the_draw() -> None:
    grid = grid_of(FOLLOW_UP, indicator("acte", acts=("saluer",)))
    ((kind, target, examples),) = listened_for(grid, SCENARIO, SUBJECT)
    assert (kind, target) == ("indicateur", "suivi")
    assert examples == ("Je rappelle chaque contact à 40\u00a0€.",)


def test_examples_when_met_by_meaning_count_if_sure_enough() -> None:
    for confidence, score in ((0.59, 0), (0.61, 1)):
        match = Match("indicateur", "suivi", confidence, 0, 9)
        said = talk(say("On ne lâchera personne après le salon.", matches=(match,)))
        assert measure(talk_of(said, SCENARIO), FOLLOW_UP).score == score
