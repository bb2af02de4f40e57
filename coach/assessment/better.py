"""« Mieux » : the scenario's own wording that fits an unmet indicator at its very moment."""

from typing import NamedTuple

from coach.assessment.finding import Finding
from coach.assessment.grid import Indicator
from coach.assessment.talk import Talk
from coach.simulation.scenario import BetterWording

_QUESTIONS = frozenset({"question_ouverte", "relancer", "question_fermee"})
_OPENING = frozenset({"saluer", "se_presenter"})
_LISTENING = frozenset({"relancer", "manifester_empathie"})
_PROPOSING = ("proposer_solution", "annoncer_prix")
_ANSWERS = frozenset({"argumenter", "defendre_valeur", "apporter_preuve", "refuser_concession", "rassurer"})


class Better(NamedTuple):
    """A wording and the turn that it is meant for."""

    text: str
    moment: int | None


def better_wording(talk: Talk, indicator: Indicator, finding: Finding) -> Better:
    """The wording to show, empty if the scenario has none that fits."""
    if finding.better:
        return Better(talk.fill(finding.better), finding.moment)
    wanted = frozenset(finding.wanted or indicator.acts)
    if not wanted:
        return Better("", None)
    moment = finding.moment if finding.moment is not None else _moment_for(talk, wanted)
    hidden = _hidden_question(talk) if wanted <= _QUESTIONS else ""
    if hidden:
        return Better(talk.fill(hidden), moment)
    chosen = _authored(talk, wanted, moment)
    if chosen:
        if moment is None and chosen.scenes:
            moment = next((turn.number for turn in talk.turns if turn.scene in chosen.scenes), None)
        return Better(talk.fill(chosen.text), moment)
    return _from_script(talk, wanted, moment)


def _moment_for(talk: Talk, wanted: frozenset[str]) -> int | None:
    """Right after the client has told something: there one listens, digs, sums up."""
    told = [item for item in talk.learned if item.disclosure]
    if not told:
        return None
    if "reformuler" in wanted:
        proposed = min((said.turn for act in _PROPOSING for said in talk.said.get(act, ())), default=None)
        before = [item for item in told if proposed is None or item.turn < proposed]
        return _next_turn(talk, (before or told)[-1].turn)
    if wanted & _LISTENING:
        motives = {item.id for item in talk.scenario.disclosures if item.motive}
        moving = [item for item in told if item.disclosure in motives]
        return _next_turn(talk, (moving or told)[0].turn)
    return None


def _hidden_question(talk: Talk) -> str:
    """A question to something that was not discovered, what matters most first."""
    known = {item.disclosure for item in talk.learned}
    hidden = [item for item in talk.scenario.disclosures if item.id not in known and item.questions]
    return min(hidden, key=lambda item: not item.essential).questions[0] if hidden else ""


def _authored(talk: Talk, wanted: frozenset[str], moment: int | None) -> BetterWording | None:
    """The wording of the scenario that fits best."""
    scene = talk.turn(moment).scene if moment is not None else ""
    visited = frozenset(turn.scene for turn in talk.turns)
    ranked = [
        (*_rank(each, wanted, scene, visited), place)
        for place, each in enumerate(talk.scenario.wordings)
        if wanted.intersection(each.acts)
    ]
    return talk.scenario.wordings[min(ranked)[-1]] if ranked else None


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
    if wanted & _OPENING:
        who = f"{scenario.character.title} {scenario.character.name.split(' ')[-1]}".strip()
        said = f"Bonjour {who}, je m'appelle… et je travaille pour {scenario.student_company}."
        return Better(said, talk.turns[0].number if talk.turns else moment)
    if wanted <= _ANSWERS:
        raised = [each.event.subject for each in talk.events("objection_soulevee")]
        answers = [answer for name in raised for answer in scenario.objection(name).answers]
        if answers:
            return Better(talk.fill(answers[0]), moment)
    return Better("", None)


def _next_turn(talk: Talk, number: int) -> int | None:
    return next((turn.number for turn in talk.turns if turn.number > number), None)
