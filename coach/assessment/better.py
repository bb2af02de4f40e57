"""« Mieux » : the scenario's own wording that fits an unmet indicator at its very moment."""

from typing import NamedTuple

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.talk import Talk
from coach.simulation.scenario import BetterWording

_QUESTIONS = frozenset({"question_ouverte", "relancer", "question_fermee"})
_ANSWERS = frozenset({"argumenter", "defendre_valeur", "rassurer", "proposer_alternative"})


class Better(NamedTuple):
    """A wording and the turn that it is meant for."""

    text: str
    moment: int | None


def better_wording(talk: Talk, indicator: Indicator, finding: Finding) -> Better:
    """The wording to show, empty if the scenario has none that fits."""
    if finding.better:
        return Better(talk.fill(finding.better), finding.moment)
    wanted = frozenset(finding.wanted or indicator.acts)
    scene = talk.turn(finding.moment).scene if finding.moment is not None else ""
    visited = frozenset(turn.scene for turn in talk.turns)
    ranked = [
        (*_rank(each, wanted, scene, visited), place)
        for place, each in enumerate(talk.scenario.wordings)
        if wanted.intersection(each.acts)
    ]
    if not ranked:
        return _from_script(talk, wanted, finding.moment)
    chosen = talk.scenario.wordings[min(ranked)[-1]]
    moment = finding.moment
    if moment is None and chosen.scenes:
        moment = next((turn.number for turn in talk.turns if turn.scene in chosen.scenes), None)
    return Better(talk.fill(chosen.text), moment)


def _rank(
    wording: BetterWording, wanted: frozenset[str], scene: str, visited: frozenset[str]
) -> tuple[int, int, int]:
    """Smaller is better: the scene first, then the acts it does, then those it does besides."""
    if scene and wording.scenes:
        place = 0 if scene in wording.scenes else 3
    elif wording.scenes:
        place = 1 if visited.intersection(wording.scenes) else 2
    else:
        place = 1
    done = len(wanted.intersection(wording.acts))
    return place, -done, len(wording.acts) - done


def _from_script(talk: Talk, wanted: frozenset[str], moment: int | None) -> Better:
    """A sentence that the author wrote as an example of what a student might say."""
    scenario = talk.scenario
    if "reformuler" in wanted and talk.learned:
        last = next((item for item in reversed(talk.learned) if item.disclosure), None)
        paraphrases = scenario.disclosure(last.disclosure).paraphrases if last else ()
        if last and paraphrases:
            return Better(talk.fill(paraphrases[0]), _next_turn(talk, last.turn))
    if wanted & _QUESTIONS:
        known = {item.disclosure for item in talk.learned}
        hidden = next(
            (item for item in scenario.disclosures if item.id not in known and item.questions), None
        )
        if hidden:
            return Better(talk.fill(hidden.questions[0]), moment)
    if wanted & _ANSWERS:
        raised = [each.event.subject for each in talk.events("objection_soulevee")]
        answers = [answer for name in raised for answer in scenario.objection(name).answers]
        if answers:
            return Better(talk.fill(answers[0]), moment)
    return Better("", None)


def _next_turn(talk: Talk, number: int) -> int | None:
    return next((turn.number for turn in talk.turns if turn.number > number), None)
