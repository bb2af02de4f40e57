"""What the character asks to be told in its turn: the objective, the target, the return, the plan B…

It asks when it has nothing better to say, in the order of its archetype, and never for what was told already.
What is passed over is asked once more.
"""

from dataclasses import replace

from coach.simulation.attention import OFFER_ACTS, shared_stems
from coach.simulation.play import Play
from coach.simulation.scenario import MoodChange, Probe, Scenario

TIMES = 2
"""How often the same thing is asked for."""


def asked_here(scenario: Scenario) -> tuple[Probe, ...]:
    """What this character asks for in this situation."""
    return tuple(
        probe
        for probe in scenario.archetype.probes
        if not probe.situations or scenario.situation in probe.situations
    )


def listen(play: Play) -> None:
    """Crosses out what the utterance tells; notices what has just been asked and is passed over."""
    told = {match.target for match in play.reading.matches if match.kind == "exigence"}
    pending = play.state.probe
    play.state = replace(play.state, probe="")
    for probe in asked_here(play.scenario):
        if probe.id in play.state.probes_told:
            continue
        if probe.id in told or (probe.id == pending and play.reading.has(*probe.met_by)):
            play.state = replace(play.state, probes_told=(*play.state.probes_told, probe.id))
            play.note("exigence_satisfaite", probe.id)
            play.progress = True
        elif probe.id == pending and play.reading.question == "aucune":
            play.note("exigence_eludee", probe.id)
            play.feel(MoodChange(trust=-1, patience=-2), "question éludée")


def ask_next(play: Play) -> bool:
    """Asks for the next thing that nobody has told. False when there is nothing to ask now."""
    state = play.state
    if play.room <= 0 or state.sealed or state.open_objections() or not state.times(*OFFER_ACTS):
        return False
    asked = state.probes_asked
    wanted = [probe for probe in asked_here(play.scenario) if _is_wanted(play, probe)]
    for probe in sorted(wanted, key=lambda item: asked.count(item.id)):
        if play.say(probe.says, f"exigence:{probe.id}", weight=35, fresh=True):
            play.state = replace(play.state, probe=probe.id, probes_asked=(*asked, probe.id))
            play.note("exigence_posee", probe.id)
            return True
    return False


def _is_wanted(play: Play, probe: Probe) -> bool:
    """Not told, not asked too often, and not the subject of one of the scenario's own objections."""
    state = play.state
    if probe.id in state.probes_told or state.probes_asked.count(probe.id) >= TIMES:
        return False
    return not any(shared_stems(probe.label, (objection.label,)) for objection in play.scenario.objections)
