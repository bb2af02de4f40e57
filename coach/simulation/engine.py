"""One turn of the simulation: (scenario, subject, state, reading) in, a `Step` out.

`advance` plays the parts of a turn in the order in which a person would react: to faults first, then to
what was asked, then to what was proposed; then the script moves. Nothing here reads a clock or draws lots.
"""

from dataclasses import replace
from typing import Literal, TypeAlias

from coach.language.reading import Reading
from coach.simulation import (
    appointments,
    courtesy,
    disclosure,
    endings,
    figures,
    hearing,
    negotiation,
    objections,
    probes,
    sense,
)
from coach.simulation.attention import ASKING_ACTS, OFFER_ACTS, best_matches
from coach.simulation.conditions import NOTHING_SAID
from coach.simulation.events import EventKind
from coach.simulation.play import Play, Step
from coach.simulation.scenario import Condition, Jump, Mood, MoodChange, Reaction, Scenario, Subject
from coach.simulation.state import ObjectionLife, Row, State
from coach.simulation.transcript import Mode

CloseReason: TypeAlias = Literal["depart", "temps"]
"""Why a simulation is closed from outside: the student leaves, or the clock has run out."""
NUDGE_AFTER = 2
"""Turns without progress before the character brings the talk forward."""
IMPATIENT_AFTER = 4
STALLED_END = 9
TIRED_AFTER = 30
"""Turns after which the talk itself wears patience down."""
_ADVANCING: tuple[EventKind, ...] = (
    "offre_etudiant",
    "point_accorde",
    "concession_personnage",
    "objection_soulevee",
    "objection_accueillie",
    "objection_creusee",
    "objection_repondue",
    "objection_levee",
)
_SPEAKING_UP: tuple[EventKind, ...] = ("objection_soulevee", "objection_eludee", "offre_personnage")
"""The character has just said what it wants: a scene's first line would speak over it."""
_UNHEARD: tuple[EventKind, ...] = ("redite", "silence", "incompris", "hors_sujet")
"""The character has just said that it heard nothing of use: one line is enough."""
_STEPPING = ("annoncer_prix", "proposer_conclusion", "recapituler")

__all__ = ["CloseReason", "Step", "advance", "close", "start"]


def start(scenario: Scenario, subject: Subject, mode: Mode) -> Step:
    """The opening: the character's first words, or its silence if the student speaks first."""
    state = State(
        seed=subject.seed,
        mode=mode,
        scene=scenario.scenes[0].id,
        mood=scenario.character.mood or scenario.archetype.mood,
        objections=tuple(ObjectionLife(objection.id) for objection in scenario.objections),
        table=tuple(Row(issue.id) for issue in scenario.issues),
    )
    play = Play(scenario, subject, state, NOTHING_SAID)
    play.note("scene_entree", state.scene)
    play.say(scenario.scenes[0].says, f"scene:{state.scene}")
    return play.step()


def advance(
    scenario: Scenario,
    subject: Subject,
    state: State,
    reading: Reading,
    *,
    latency: float = 0.0,
    at: float = 0.0,
) -> Step:
    """Plays one utterance. `latency`: seconds since the previous reply; `at`: seconds since the start."""
    if state.ending:
        return Step(state, (), ())
    state = replace(state, turn=state.turn + 1, scene_turns=state.scene_turns + 1)
    play = Play(scenario, subject, state, reading)
    hearing.feel_time(play, latency)
    heard = hearing.judge(reading, state.heard)
    if heard == "clair":
        _play_utterance(play)
    else:
        hearing.react_to_noise(play, heard)
    hearing.remember(play)
    _keep_going(play, at)
    return play.step()


def close(scenario: Scenario, subject: Subject, state: State, reason: CloseReason) -> Step:
    """Ends the simulation from outside."""
    if state.ending:
        return Step(state, (), ())
    play = Play(scenario, subject, replace(state, turn=state.turn + 1), NOTHING_SAID)
    endings.finish(play, endings.leaving(play), kind="fin_temps" if reason == "temps" else "conge")
    return play.step()


def _play_utterance(play: Play) -> None:
    hearing.interrupt(play)
    hearing.forget_repeated(play)
    play.reading = sense.make_sense(play)
    appointments.reopen(play)
    hides_the_rest = hearing.react_to_faults(play)
    if hides_the_rest:
        return
    courtesy.learn_name(play)
    hearing.feel_acts(play)
    reacted = _react(play)
    if not (reacted or play.replies):
        courtesy.greet_back(play)
    _answer(play)
    _move_script(play)
    if not play.state.ending and _takes_leave(play):
        endings.finish(play, endings.leaving(play))
    if not play.state.ending:
        _acknowledge(play)


def _acknowledge(play: Play) -> None:
    """When nothing else was said: the character's own next question, or a word that fits."""
    asks = play.reading.question != "aucune" or play.reading.has(*ASKING_ACTS)
    if play.replies or asks or not probes.ask_next(play):
        courtesy.acknowledge(play)


def _answer(play: Play) -> None:
    """What was asked, claimed, objected to, offered; in that order, as long as there is room."""
    lines_kept_back = int(bool(play.reading.offers) or bool(play.state.open_objections()))
    figures.check(play)
    probes.listen(play)
    disclosure.hear_reformulations(play)
    disclosure.answer_questions(play, limit=2 - lines_kept_back)
    objections.treat(play)
    negotiation.negotiate(play)
    if not _takes_leave(play):
        objections.bring_back(play)
        objections.raise_next(play)
    endings.conclude(play)
    appointments.note_next_step(play)
    if play.room > 0 and _time_to_ask(play):
        negotiation.ask_next(play)


def _time_to_ask(play: Play) -> bool:
    """A price was said, an offer summed up or a point just settled, and nothing else is pending."""
    state = play.state
    if state.sealed or state.open_objections() or play.happened("refus", "objection_soulevee"):
        return False
    offered = state.times(*OFFER_ACTS) or state.table_touched()
    return play.happened("point_accorde") or bool(offered and play.reading.has(*_STEPPING))


def _react(play: Play) -> bool:
    """What the author expected here: the scene's reactions, then the scenario's; one a turn."""
    scene = play.scenario.scene(play.state.scene)
    matched = {match.target for match in best_matches(play.reading, "reaction")}
    for reaction in scene.reactions + play.scenario.reactions:
        if _applies(play, reaction, matched):
            _perform(play, reaction)
            return True
    return False


def _applies(play: Play, reaction: Reaction, matched: set[str]) -> bool:
    if reaction.once and reaction.id in play.state.reactions:
        return False
    if reaction.examples and reaction.id not in matched:
        return False
    return play.holds(reaction.when)


def _perform(play: Play, reaction: Reaction) -> None:
    play.say(reaction.says, f"reaction:{reaction.id}", weight=66)
    play.feel(reaction.effect, "réaction prévue")
    state = play.state
    flags = tuple(dict.fromkeys((*state.flags, *reaction.marks)))
    done = state.reactions if reaction.id in state.reactions else (*state.reactions, reaction.id)
    play.state = replace(state, flags=flags, reactions=done)
    play.progress = True


def _move_script(play: Play) -> None:
    """Jumps of the scene, then endings of the scenario."""
    if play.state.sealed or play.state.ending:
        return
    scene = play.scenario.scene(play.state.scene)
    jump = next((jump for jump in scene.jumps if play.holds(jump.when) and _may_jump(play, jump)), None)
    if jump and jump.ending:
        endings.reach(play, play.scenario.ending(jump.ending))
    elif jump and jump.scene != scene.id:
        _enter(play, jump.scene)
    if not (play.state.sealed or play.state.ending):
        endings.global_ending(play)


def _may_jump(play: Play, jump: Jump) -> bool:
    """An ending that only the number of turns brings waits while the talk is advancing."""
    if not jump.ending:
        return True
    only_time = jump.when == Condition(scene_turns_min=jump.when.scene_turns_min)
    too_soon = only_time and play.happened(*_ADVANCING)
    return not too_soon and endings.may_be_reached(play, play.scenario.ending(jump.ending))


def _enter(play: Play, name: str) -> None:
    play.state = replace(play.state, scene=name, scene_turns=0)
    play.note("scene_entree", name)
    play.progress = True
    if play.room > 0 and not play.happened(*_SPEAKING_UP):
        play.say(play.scenario.scene(name).says, f"scene:{name}", weight=62)


def _takes_leave(play: Play) -> bool:
    """« Bonne journée » at the very first words, or with a question, is no leave-taking."""
    asks = play.reading.question != "aucune" or play.reading.has(*ASKING_ACTS, "proposer_conclusion")
    earnest = bool(play.state.sealed) or (play.state.turn > 1 and not asks)
    return earnest and play.reading.has("prendre_conge")


def _keep_going(play: Play, at: float) -> None:
    """Progress counted, nudges and impatience, and the ends that come by themselves."""
    if play.state.ending:
        return
    if play.state.sealed:
        _close_after_agreement(play)
        return
    moved = play.progress or play.happened("faute", "objection_soulevee", "offre_personnage")
    stalled = 0 if moved else play.state.stalled + 1
    play.state = replace(play.state, stalled=stalled)
    if stalled >= IMPATIENT_AFTER:
        play.feel(MoodChange(patience=-8, interest=-2), "l'entretien piétine")
        if play.room > 0 and not play.happened(*_UNHEARD):
            play.ordinary("impatience", weight=30)
    elif stalled >= NUDGE_AFTER:
        _nudge(play)
    if play.state.turn > TIRED_AFTER:
        play.feel(MoodChange(patience=-1), "entretien qui s'allonge")
    _end_if_spent(play)


def _nudge(play: Play) -> None:
    """The character brings the talk forward: the scene's own line, or its next demand."""
    play.feel(MoodChange(patience=-2), "l'entretien piétine")
    if play.room <= 0 or play.happened(*_UNHEARD):
        return
    scene = play.scenario.scene(play.state.scene)
    play.say(scene.nudges, f"scene:{scene.id}:relance", weight=40, fresh=True)


def _end_if_spent(play: Play) -> None:
    mood: Mood = play.state.mood
    if mood.patience <= 0:
        endings.finish(play, endings.of_kind(play, "rupture", "sans-suite"))
    elif play.state.stalled >= STALLED_END:
        endings.finish(play, endings.of_kind(play, "sans-suite", "rupture"))
    elif play.state.turn >= play.scenario.max_turns:
        endings.finish(play, endings.leaving(play), kind="fin_temps")


def _close_after_agreement(play: Play) -> None:
    """After an agreement the student may sum up, thank and leave; then it ends by itself."""
    turns = play.state.sealed_turns + 1
    play.state = replace(play.state, sealed_turns=turns)
    if (
        play.state.mood.patience <= 0
        or turns > endings.SEALED_TURNS
        or play.state.turn >= play.scenario.max_turns
    ):
        endings.finish(play, endings.leaving(play))
