"""What the character asks to be told in its turn."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from coach.language.reading import Match, Reading
from coach.simulation import engine
from coach.simulation.draw import draw
from coach.simulation.expectations import expectations
from coach.simulation.play import Step
from coach.simulation.scenario import Objection, Probe, Scenario
from tests.simulation.fixtures import OBJECTIONS, archetype, lines, read, scenario

AIM = Probe(
    "objectif",
    "L'objectif",
    lines("Quel but ?", "Et le but ?", "Vous visez quoi ?"),
    ("Je vise dix",),
    ("fixer_objectif",),
)
RISK = Probe("risques", "Les dangers", lines("Et si ça rate ?", "Le plan B ?", "Et sinon ?"), ("S'il pleut",))
ELSEWHERE = replace(RISK, id="bilan", situations=("bilan-evenement",))
PITCH = read("Voici la caisse que je vous propose", "proposer_solution")


def superior(*probes: Probe, objections: tuple[Objection, ...] = ()) -> Scenario:
    """A till whose buyer asks questions in turn."""
    return scenario(archetype=replace(archetype(), probes=probes), objections=objections)


def told(text: str, *probes: str) -> Reading:
    found = tuple(Match("exigence", name, 0.9, 0, len(text)) for name in probes)
    return replace(read(text), matches=found)


def play(till: Scenario, *readings: Reading) -> Iterator[Step]:
    subject = draw(till, 1, "")
    step = engine.start(till, subject, "examen")
    for reading in readings:
        step = engine.advance(till, subject, step.state, reading)
        yield step


def probes(step: Step) -> list[tuple[str, str]]:
    return [(event.kind, event.subject) for event in step.events if event.kind.startswith("exigence")]


def test_probes_when_nothing_is_proposed_yet_then_none_is_asked() -> None:
    (step,) = play(superior(AIM), read("Il fait beau aujourd'hui chez vous"))
    assert probes(step) == []


def test_probes_when_there_is_nothing_else_to_say_then_asked_in_turn() -> None:
    steps = list(
        play(superior(AIM, RISK), PITCH, told("Dix ventes", "objectif"), told("S'il pleut", "risques"))
    )
    asked = [event for step in steps for event in probes(step)]
    assert asked == [
        ("exigence_posee", "objectif"),
        ("exigence_satisfaite", "objectif"),
        ("exigence_posee", "risques"),
        ("exigence_satisfaite", "risques"),
    ]


def test_probe_when_told_in_advance_then_never_asked() -> None:
    first, second = play(superior(AIM, RISK), told("Je vise dix ventes", "objectif"), PITCH)
    assert probes(first) == [("exigence_satisfaite", "objectif")]
    assert probes(second) == [("exigence_posee", "risques")]


def test_probe_when_answered_by_its_act_then_satisfied_only_if_just_asked() -> None:
    pledge = read("Je m'engage sur un résultat précis", "fixer_objectif")
    early, *_ = play(superior(AIM), pledge)
    assert ("exigence_satisfaite", "objectif") not in probes(early)
    *_, late = play(superior(AIM), PITCH, pledge)
    assert ("exigence_satisfaite", "objectif") in probes(late)


def test_probe_when_passed_over_then_it_costs_and_comes_back_once_in_other_words() -> None:
    aside = [read(f"Notre équipe est très motivée, raison {number}", "argumenter") for number in range(4)]
    steps = list(play(superior(AIM), PITCH, *aside))
    said = [reply.text for step in steps for reply in step.replies if reply.source.startswith("exigence")]
    assert len(said) == len(set(said)) == 2
    assert ("exigence_eludee", "objectif") in probes(steps[1])
    assert any(event.kind == "humeur" and event.value == -2 for event in steps[1].events)


@pytest.mark.parametrize("situation", ["entretien-vente", "bilan-evenement"])
def test_probe_when_meant_for_a_situation_then_asked_there_only(situation: str) -> None:
    till = replace(superior(ELSEWHERE), situation=situation)  # type: ignore[arg-type]
    (step,) = play(till, PITCH)
    assert bool(probes(step)) == (situation == "bilan-evenement")
    known = {target for kind, target, _ in expectations(till, draw(till, 1, "")) if kind == "exigence"}
    assert bool(known) == (situation == "bilan-evenement")


def test_probe_when_the_scenario_objects_to_the_same_thing_then_left_to_it() -> None:
    same = replace(OBJECTIONS[0], label="Les dangers de la panne")
    (step,) = play(superior(RISK, objections=(same,)), PITCH)
    assert probes(step) == []
