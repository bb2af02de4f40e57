"""What must hold of any talk: good moves never lower a level, faults never raise one."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.assessment.assess import assess
from coach.assessment.evaluation import Evaluation
from coach.assessment.evaluation_json import from_dict, to_dict, to_json
from coach.assessment.grid import LEVELS, Grid
from coach.content.library import list_grids, load_grid
from coach.simulation.scenario import LegalFrame, Scenario
from coach.simulation.transcript import Transcript, Turn
from coach.simulation.transcript_json import from_json
from coach.simulation.transcript_json import to_json as transcript_to_json
from tests.assessment.builders import SCENARIO, say, talk
from tests.assessment.talks import middling, strong, weak

GRIDS = [load_grid(name) for name in list_grids()]
COLD_CALL = replace(
    SCENARIO,
    channel="telephone",
    situation="televente-sortante",
    legal=LegalFrame(client="particulier", contract=False, sector="assurance", recorded=True),
)
"""The same case, by telephone, where most rules of law apply."""
GOOD_ACTS = (
    "saluer se_presenter annoncer_objet verifier_disponibilite creer_lien question_ouverte relancer "
    "reformuler valider_comprehension manifester_empathie argumenter apporter_preuve proposer_solution "
    "defendre_valeur accueillir_objection controler_objection demander_contrepartie refuser_concession "
    "proposer_alternative proposer_conclusion fixer_prochaine_etape recapituler rassurer remercier "
    "proposer_complement prendre_conge prendre_en_charge expliquer fixer_objectif proposer_plan_action "
    "presenter_resultat analyser_ecart justifier_choix identifier_interlocuteur"
)
GOOD_EVENTS = ("reformulation_juste:accident", "information_revelee:depense", "information_revelee:decision")
FAULTS = (
    ("{agresser:Vous n'y connaissez rien}", "faute:agresser"),
    ("{etre_familier:T'inquiète}", "faute:etre_familier"),
    ("{forcer:C'est maintenant ou jamais}", "faute:forcer"),
    ("{denigrer_concurrent:Les autres sont des voleurs}", "faute:denigrer_concurrent"),
    ("Je vous le donne", "concession:loyer:40", "concession_sans_contrepartie:loyer:40"),
    ("Même à perte", "hors_mandat:loyer:30"),
    ("Vous voulez donc du marbre", "reformulation_fausse:accident"),
    ("Passons", "objection_eludee:prix"),
    ("Encore la même chose", "redite"),
)
WORDS = (
    "fontaine",
    "atelier",
    "livraison",
    "opératrice",
    "couloir",
    "technicien",
    "juillet",
    "contrat",
    "loyer",
)

good_acts = st.sampled_from(GOOD_ACTS.split())
sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map(" avec ".join)
scenes = st.sampled_from(("accueil", "decouverte", "proposition", "negociation"))


@st.composite
def good_turns(draw: st.DrawFn) -> Turn:
    acts = draw(st.lists(good_acts, min_size=1, max_size=3, unique=True))
    marked = " ".join(f"{{{act}:{draw(sentences)}}}" for act in acts)
    events = draw(st.lists(st.sampled_from(GOOD_EVENTS), max_size=1))
    return say(marked, *events, scene=draw(scenes))


@st.composite
def any_turns(draw: st.DrawFn) -> Turn:
    if draw(st.booleans()):
        return draw(good_turns())
    marked, *events = draw(st.sampled_from(FAULTS))
    return say(f"{marked}, {draw(sentences)}", *events, scene=draw(scenes))


@st.composite
def talks(draw: st.DrawFn) -> Transcript:
    """A talk made from nothing, or one of the three with turns of it left out."""
    if draw(st.booleans()):
        return talk(*draw(st.lists(any_turns(), max_size=8)), ending=draw(st.sampled_from(("", "signature"))))
    whole = draw(st.sampled_from((strong(), middling(), weak())))
    keep = draw(st.lists(st.booleans(), min_size=len(whole.turns), max_size=len(whole.turns)))
    return replace(whole, turns=tuple(turn for turn, kept in zip(whole.turns, keep, strict=True) if kept))


def longer(transcript: Transcript, turn: Turn) -> Transcript:
    """The same talk with one more utterance, before the entretien."""
    played, after = transcript.simulation(), transcript.interview()
    number = max((each.number for each in transcript.turns), default=0) + 1
    return replace(transcript, turns=(*played, replace(turn, number=number), *after))


def ranks(evaluation: Evaluation) -> list[int | None]:
    return [LEVELS.index(each.level) if each.level else None for each in evaluation.criteria]


def both(transcript: Transcript, added: Turn, grid: Grid, scenario: Scenario) -> list[tuple[int, int]]:
    """Levels before and after, of the criteria assessed both times."""
    before = ranks(assess(transcript, grid, scenario))
    after = ranks(assess(longer(transcript, added), grid, scenario))
    return [
        (one, other)
        for one, other in zip(before, after, strict=True)
        if one is not None and other is not None
    ]


@settings(max_examples=60, deadline=None)
@given(talks(), good_turns(), st.sampled_from(GRIDS), st.sampled_from((SCENARIO, COLD_CALL)))
def test_levels_when_a_good_move_is_added_are_never_lower(
    transcript: Transcript, turn: Turn, grid: Grid, scenario: Scenario
) -> None:
    assert all(before <= after for before, after in both(transcript, turn, grid, scenario))


@settings(max_examples=60, deadline=None)
@given(talks(), st.sampled_from(FAULTS), st.sampled_from(GRIDS), st.sampled_from((SCENARIO, COLD_CALL)))
def test_levels_when_a_fault_is_added_are_never_higher(
    transcript: Transcript, fault: tuple[str, ...], grid: Grid, scenario: Scenario
) -> None:
    marked, *events = fault
    assert all(before >= after for before, after in both(transcript, say(marked, *events), grid, scenario))


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.id)
def test_levels_when_the_law_is_broken_at_the_end_of_a_talk_are_never_higher(grid: Grid) -> None:
    promise = say("Votre accord oral vous engage.")
    for whole in (strong(), middling(), weak()):
        assert all(before >= after for before, after in both(whole, promise, grid, COLD_CALL))


@settings(max_examples=30, deadline=None)
@given(talks(), st.sampled_from(GRIDS), st.randoms(use_true_random=False))
def test_evaluation_when_indicators_are_shuffled_says_the_same(
    transcript: Transcript, grid: Grid, chance: Random
) -> None:
    shuffled = replace(
        grid,
        criteria=tuple(
            replace(each, indicators=tuple(chance.sample(each.indicators, len(each.indicators))))
            for each in grid.criteria
        ),
    )
    one, other = assess(transcript, grid, SCENARIO), assess(transcript, shuffled, SCENARIO)
    assert [(c.level, c.score, c.capped_by) for c in one.criteria] == [
        (c.level, c.score, c.capped_by) for c in other.criteria
    ]
    assert (one.mark, one.priority, one.strengths) == (other.mark, other.priority, other.strengths)


@settings(max_examples=30, deadline=None)
@given(talks(), st.sampled_from(GRIDS))
def test_evaluation_when_the_transcript_was_stored_is_the_same_bytes(
    transcript: Transcript, grid: Grid
) -> None:
    evaluation = assess(transcript, grid, SCENARIO)
    stored = from_json(transcript_to_json(transcript))
    assert to_json(assess(stored, grid, SCENARIO)) == to_json(evaluation)
    assert from_dict(to_dict(evaluation)) == evaluation


ELSEWHERE = """
import sys
from tests.assessment.test_properties import every_evaluation
sys.stdout.buffer.write(every_evaluation().encode())
"""


def every_evaluation() -> str:
    """Each of the three talks, marked with each grid, its scenario in a frame where every rule may apply."""
    whole = (strong(), middling(), weak())
    return "".join(to_json(assess(each, grid, COLD_CALL)) for grid in GRIDS for each in whole)


def test_every_grid_when_filled_in_another_process_gives_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        cwd=Path(__file__).parent.parent.parent,
        env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == every_evaluation().encode()


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.id)
def test_every_grid_when_filled_ranks_the_three_students(grid: Grid) -> None:
    marks = [assess(each, grid, SCENARIO).mark or 0 for each in (strong(), middling(), weak())]
    assert marks == sorted(marks, reverse=True)
    assert marks[0] > marks[2]
