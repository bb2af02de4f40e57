"""What the scenario expects to hear, as plain data from which the language room builds its matcher."""

from typing import TypeAlias

from coach.simulation.draw import fill
from coach.simulation.interview_questions import DEFAULT_QUESTIONS
from coach.simulation.probes import asked_here
from coach.simulation.scenario import Line, Scenario, Subject

Expectation: TypeAlias = tuple[str, str, tuple[str, ...]]
"""(kind, target, examples), as in `coach.language.reading.Match`."""


def expectations(scenario: Scenario, subject: Subject) -> tuple[Expectation, ...]:
    """Every expectation of this draw, from the informations to the questions of the entretien."""
    found: list[Expectation] = []

    def expect(kind: str, target: str, examples: tuple[str, ...]) -> None:
        filled = tuple(dict.fromkeys(fill(text, scenario, subject) for text in examples if text.strip()))
        if filled:
            found.append((kind, target, filled))

    for disclosure in scenario.disclosures:
        expect("information", disclosure.id, disclosure.questions)
        expect("reformulation", disclosure.id, disclosure.paraphrases + _texts(disclosure.says))
    for objection in scenario.objections:
        expect("reponse_objection", objection.id, objection.answers)
    for reaction in scenario.reactions + tuple(r for scene in scenario.scenes for r in scene.reactions):
        expect("reaction", reaction.id, reaction.examples)
    for probe in asked_here(scenario):
        expect("exigence", probe.id, probe.examples)
    for question in scenario.interview + DEFAULT_QUESTIONS:
        expect("entretien", question.id, question.expected)
    return tuple(found)


def _texts(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)
