"""Objections with a life: latent, raised, dug, answered, checked, lifted - or eluded and back.

An objection is lifted only by an answer that addresses it, after enough good steps (`Objection.resistance`);
a pretext (`sincere` false) must be dug first. What is eluded for two turns comes back.
"""

from dataclasses import replace

from coach.simulation.attention import OFFER_ACTS, best_matches, shared_stems
from coach.simulation.conditions import ALWAYS
from coach.simulation.events import EventKind
from coach.simulation.play import Play
from coach.simulation.scenario import MoodChange, Objection
from coach.simulation.state import STEPS, ObjectionLife

WELCOME = ("accueillir_objection", "manifester_empathie")
DIG = ("relancer", "question_ouverte", "question_fermee", "inviter_autodiagnostic")
CHECK = ("controler_objection", "valider_comprehension")
ELUDED_AFTER = 2
SHARED, SHARED_WITH_ACT = 5, 3
"""Different words in common with the expected answers that make an answer, without and with the right act."""
MAX_RETURNS = 3
FORESTALLED = 2
"""Resistance up to which an answer given in advance is enough."""
CONFIDENT_TRUST = 75
"""Trust from which one good step fewer is enough."""
_EVENTS: dict[str, EventKind] = {
    "accueillir": "objection_accueillie",
    "creuser": "objection_creusee",
    "repondre": "objection_repondue",
    "controler": "objection_controlee",
}


def treat(play: Play) -> None:
    """What the utterance does to the objections: those that are open, and those that it forestalls."""
    _forestall(play)
    open_lives = play.state.open_objections()
    if not open_lives:
        return
    answered = _answered(play, open_lives)
    current = _current(play, open_lives, answered)
    for life in open_lives:
        steps = _steps(play, life, is_current=life.id == current, is_answered=life.id in answered)
        if steps:
            _advance(play, life, steps)
        elif _moved_on(play):
            play.state = play.state.with_objection(replace(life, idle=life.idle + 1))


def _forestall(play: Play) -> None:
    """An answer given before the objection was raised is remembered; if it is enough, it is never raised."""
    for match in best_matches(play.reading, "reponse_objection"):
        life = play.state.objection(match.target)
        if life.status in ("latente", "due") and "repondre" not in life.steps:
            play.note("objection_repondue", life.id)
            play.state = play.state.with_objection(replace(life, steps=(*life.steps, "repondre")))
            play.progress = True


def bring_back(play: Play) -> None:
    """An objection eluded for two turns comes back, if there is room to say it."""
    for life in play.state.open_objections():
        if life.idle >= ELUDED_AFTER and life.returns < MAX_RETURNS and play.room > 0:
            _return(play, play.scenario.objection(life.id), life)
            return


def raise_next(play: Play) -> None:
    """Objections whose moment has come are due; the first is raised if there is room."""
    _settle_due(play)
    if play.room <= 0 or any(life.idle == 0 for life in play.state.open_objections()):
        return  # one reserve at a time: the others wait their turn
    due = next((life for life in play.state.objections if life.status == "due"), None)
    if due and not play.state.sealed:
        _raise(play, play.scenario.objection(due.id), due)


def insist(play: Play, life: ObjectionLife) -> None:
    """Says the objection again, in its author's words as long as there are new ones."""
    objection = play.scenario.objection(life.id)
    source = f"objection:{life.id}:insiste"
    if not play.say(objection.insists, source, weight=75, fresh=True):
        play.ordinary("relance_objection", weight=75)


def _answered(play: Play, lives: tuple[ObjectionLife, ...]) -> set[str]:
    """Open objections that this utterance addresses."""
    found = {match.target for match in best_matches(play.reading, "reponse_objection")}
    current = play.state.last_objection or lives[-1].id
    by_act = {
        life.id
        for life in lives
        if not play.scenario.objection(life.id).answers
        and life.id == current
        and play.reading.has(*play.scenario.objection(life.id).lifted_by)
    }
    by_words = {life.id for life in lives if life.id == current and _speaks_of(play, life.id)}
    return {life.id for life in lives if life.id in found} | by_act | by_words


def _speaks_of(play: Play, name: str) -> bool:
    """Whether the utterance shares enough words with the answers that were expected."""
    objection = play.scenario.objection(name)
    shared = shared_stems(play.reading.text, (*objection.answers, objection.label))
    asked = play.reading.question != "aucune" and not play.reading.has(*CHECK)
    return not asked and shared >= (SHARED_WITH_ACT if play.reading.has(*objection.lifted_by) else SHARED)


def _current(play: Play, lives: tuple[ObjectionLife, ...], answered: set[str]) -> str:
    """The objection that a welcome, a question or a check speaks of."""
    names = [life.id for life in lives]
    for name in names:
        if name in answered:
            return name
    return play.state.last_objection if play.state.last_objection in names else names[-1]


def _steps(play: Play, life: ObjectionLife, *, is_current: bool, is_answered: bool) -> list[str]:
    """The steps that the utterance makes for one objection, repeated ones included."""
    reading, steps = play.reading, []
    if is_current and reading.has(*WELCOME):
        steps.append("accueillir")
    if is_current and _digs(play, life):
        steps.append("creuser")
    if is_answered:
        steps.append("repondre")
    if is_current and reading.has(*CHECK) and (is_answered or "repondre" in life.steps):
        steps.append("controler")
    return steps


def _digs(play: Play, life: ObjectionLife) -> bool:
    """A question on the objection itself, not on another information of the script that is still to learn."""
    reading = play.reading
    if reading.has("relancer"):
        return True
    elsewhere = any(
        match.kind == "information" and match.target not in play.state.known for match in reading.matches
    )
    about_it = life.idle == 0 or reading.has(*WELCOME)
    return about_it and not elsewhere and (reading.has(*DIG) or reading.question == "ouverte")


def _advance(play: Play, life: ObjectionLife, steps: list[str]) -> None:
    objection = play.scenario.objection(life.id)
    new = [step for step in steps if step not in life.steps]
    for step in new:
        play.note(_EVENTS[step], life.id)
    done = tuple(step for step in STEPS if step in life.steps or step in new)
    life = replace(life, steps=done, idle=0)
    play.state = replace(play.state.with_objection(life), last_objection=life.id)
    play.progress = play.progress or bool(new)
    if _is_lifted(play, objection, life) and not {"repondre", "controler"}.isdisjoint(steps):
        _lift(play, objection, life)  # « je comprends » after an answer convinces nobody by itself
    elif "creuser" in new and objection.deepened and play.room > 0:
        play.say(objection.deepened, f"objection:{life.id}:approfondie", weight=72)
    elif "repondre" in steps and play.room > 0:
        dug = objection.sincere or "creuser" in life.steps
        play.ordinary("reserve_reste" if dug else "pretexte_reste", weight=55)


def _is_lifted(play: Play, objection: Objection, life: ObjectionLife) -> bool:
    needed = max(1, objection.resistance - int(play.state.mood.trust >= CONFIDENT_TRUST))
    dug = objection.sincere or "creuser" in life.steps
    return "repondre" in life.steps and dug and len(life.steps) >= min(needed, len(STEPS))


def _lift(play: Play, objection: Objection, life: ObjectionLife) -> None:
    play.state = replace(play.state.with_objection(replace(life, status="levee")), last_objection="")
    play.note("objection_levee", life.id)
    play.feel(MoodChange(trust=4, interest=3), f"objection levée : {objection.label}")
    play.progress = True
    if play.room > 0 and not (
        objection.lifted and play.say(objection.lifted, f"objection:{life.id}:levee", weight=55)
    ):
        play.ordinary("objection_levee", weight=45)


def _moved_on(play: Play) -> bool:
    reading = play.reading
    return bool(reading.acts or reading.matches or reading.offers)


def _return(play: Play, objection: Objection, life: ObjectionLife) -> None:
    play.note("objection_eludee", life.id)
    play.feel(MoodChange(patience=-5, interest=-3), f"objection éludée : {objection.label}")
    play.state = replace(
        play.state.with_objection(replace(life, idle=0, returns=life.returns + 1)), last_objection=life.id
    )
    insist(play, life)


def _settle_due(play: Play) -> None:
    """Marks what is due and drops what was answered in advance, as long as one makes another due."""
    before: tuple[ObjectionLife, ...] = ()
    while before != play.state.objections:
        before = play.state.objections
        _mark_due(play)
        _drop_forestalled(play)


def _mark_due(play: Play) -> None:
    for life in play.state.objections:
        if life.status == "latente" and _moment_come(play, play.scenario.objection(life.id)):
            play.state = play.state.with_objection(replace(life, status="due"))


def _drop_forestalled(play: Play) -> None:
    """An objection whose moment has come but that was answered in advance is lifted without being said."""
    for life in play.state.objections:
        objection = play.scenario.objection(life.id)
        enough = objection.sincere and "repondre" in life.steps and objection.resistance <= FORESTALLED
        if life.status == "due" and enough:
            play.state = play.state.with_objection(replace(life, status="levee"))
            play.note("objection_levee", life.id, detail="anticipée")


def _moment_come(play: Play, objection: Objection) -> bool:
    if objection.when == ALWAYS:
        return play.reading.has(*OFFER_ACTS)
    return play.holds(objection.when)


def _raise(play: Play, objection: Objection, life: ObjectionLife) -> None:
    if not play.say(objection.says, f"objection:{life.id}", weight=80):
        return
    play.state = replace(
        play.state.with_objection(replace(life, status="ouverte", idle=0)), last_objection=life.id
    )
    play.note("objection_soulevee", life.id)
