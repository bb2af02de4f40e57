"""From a transcript and its evaluation to the page of a bilan."""

from collections.abc import Iterable
from datetime import datetime

from coach.assessment.correction import Correction, latest
from coach.assessment.evaluation import Evaluation
from coach.assessment.explain import mark_told
from coach.assessment.grid import Grid
from coach.assessment.typography import quoted, typeset
from coach.report import curves, play_blocks
from coach.report.grid_blocks import criterion_blocks
from coach.report.marking import numbered
from coach.report.page import Page
from coach.simulation.draw import fill
from coach.simulation.scenario import CHANNEL_LABELS, Scenario
from coach.simulation.transcript import Transcript

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_MODES = {"entrainement": "entraînement", "examen": "examen blanc"}
_CAVEAT = "Ce repère sert à l'entraînement : il ne prédit aucune note d'examen."
_LONGEST_BETTER = 400


def build_page(
    scenario: Scenario,
    grid: Grid,
    transcript: Transcript,
    evaluation: Evaluation,
    corrections: Iterable[Correction] = (),
) -> Page:
    """The whole bilan. The same rehearsal gives the same page."""
    passages = numbered(evaluation, transcript)
    criteria = criterion_blocks(evaluation, transcript, passages, latest(corrections))
    points, worth = play_blocks.final(scenario, transcript)
    played = transcript.simulation()
    charts = (curves.mood_chart(played), curves.talk_chart(played))
    return Page(
        title=typeset(scenario.title),
        student_role=fill(scenario.student_role, scenario, transcript.subject),
        character=_character(scenario),
        channel=CHANNEL_LABELS[scenario.channel],
        date=_day(transcript.started),
        mode=_MODES[transcript.mode],
        ending=_ending(scenario, transcript),
        grid=typeset(grid.title if grid.id == evaluation.grid else evaluation.grid),
        mark=mark_told(evaluation.mark),
        caveat=typeset(_CAVEAT),
        strengths=evaluation.strengths,
        priority=evaluation.priority,
        better=_better(evaluation),
        criteria=criteria,
        teacher=any(each.teacher.short for each in criteria),
        turns=play_blocks.turn_blocks(scenario, transcript, passages),
        moves=play_blocks.moves(scenario, transcript),
        points=points,
        worth=worth,
        charts=tuple(each for each in charts if each is not None),
        portrait=fill(scenario.character.portrait, scenario, transcript.subject),
        discoveries=play_blocks.discoveries(scenario, transcript),
        rubrics=play_blocks.rubrics(scenario, transcript),
        notes=transcript.notes.strip(),
        provenance=_provenance(transcript, evaluation),
    )


def _character(scenario: Scenario) -> str:
    who = scenario.character
    return typeset(
        ", ".join(part for part in (f"{who.title} {who.name}".strip(), who.role, who.company) if part)
    )


def _day(started: str) -> str:
    """« 12 mars 2026 à 14 h 05 »."""
    try:
        day = datetime.fromisoformat(started)
    except ValueError:
        return "date inconnue"
    first = "1er" if day.day == 1 else str(day.day)
    return f"{first} {_MONTHS[day.month - 1]} {day.year} à {day.hour}\u00a0h\u00a0{day.minute:02}"


def _ending(scenario: Scenario, transcript: Transcript) -> str:
    if not transcript.ending:
        return "interrompue avant la fin"
    labels = {each.id: each.label for each in scenario.endings}
    return typeset(labels.get(transcript.ending, transcript.ending))


def _better(evaluation: Evaluation) -> str:
    """The better wording of what the priority would improve."""
    for criterion in evaluation.criteria:
        for indicator in criterion.indicators:
            names = (criterion.id, indicator.id)
            if names == (evaluation.priority_criterion, evaluation.priority_indicator) and indicator.better:
                return quoted(indicator.better, _LONGEST_BETTER)
    return ""


def _provenance(transcript: Transcript, evaluation: Evaluation) -> str:
    parts = (
        f"coach {transcript.engine}",
        f"scénario {transcript.scenario} {transcript.scenario_digest[:12]}",
        f"tirage {transcript.subject.seed}",
        f"grille {evaluation.grid} {evaluation.grid_digest[:12]}",
    )
    return " · ".join(part.strip() for part in parts)
