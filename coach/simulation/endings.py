"""How a rehearsal ends: conclusion asked for, agreement sealed, leave taken, patience or time gone.

An agreement or a dated next step does not cut the student short: the ending is *sealed*, the talk goes on
to its leave-taking, and ends by itself after `SEALED_TURNS`.
"""

from dataclasses import replace

from coach.simulation import appointments, bargaining, negotiation, objections, settlement
from coach.simulation.attention import OFFER_ACTS
from coach.simulation.conditions import all_agreed, whatever_is_said
from coach.simulation.french import lower_first, with_article
from coach.simulation.play import Play
from coach.simulation.scenario import Ending, EndingKind, Success

SEALED_TURNS = 3
TRUST_TO_SIGN = 40
CONFIDENCE = "de quoi me décider en confiance"
_GENTLE: tuple[EndingKind, ...] = ("accord", "rendez-vous")
_RANKS: tuple[Success, ...] = ("haut", "median", "repli", "echec")


def conclude(play: Play) -> None:
    """The student asks for a decision, or sums up an agreement that is complete."""
    reading, state = play.reading, play.state
    asked = reading.has("proposer_conclusion")
    summed_up = reading.has("recapituler", "fixer_prochaine_etape") and _all_but_signed(play)
    if state.sealed or state.ending or not (asked or summed_up):
        return
    if not asked and (_is_an_appointment(play) or _comes_back_later(play)):
        return
    if _refusal(play):
        return
    settlement.settle_silent_points(play)
    agreement = _agreement(play)
    if agreement:
        play.progress = True
        seal(play, agreement)
    else:
        _refuse(play, CONFIDENCE)


def _all_but_signed(play: Play) -> bool:
    """Every point is agreed, or goes without saying."""
    touched = all_agreed(play.scenario, play.state) or play.state.table_touched()
    return bool(play.scenario.issues) and touched and settlement.missing_point(play) is None


def _is_an_appointment(play: Play) -> bool:
    """« On la pose mardi », after a trial was offered, fixes the trial and signs nothing still open."""
    return not all_agreed(play.scenario, play.state) and any(
        ending.kind == "rendez-vous" and ending.when is not None and play.holds(ending.when)
        for ending in play.scenario.endings
    )


def _comes_back_later(play: Play) -> bool:
    """« Je vous apporte le calcul mardi », while a reserve is open, asks for nothing today."""
    return not play.reading.has("recapituler") and bool(play.state.open_objections())


def global_ending(play: Play) -> None:
    """Endings whose own condition holds, in order."""
    for ending in play.scenario.endings:
        if ending.when is not None and play.holds(ending.when) and may_be_reached(play, ending):
            reach(play, ending)
            return


def may_be_reached(play: Play, ending: Ending) -> bool:
    """An appointment is not sealed on words that ask for a signature, nor with an objection just raised."""
    return ending.kind != "rendez-vous" or appointments.may_be_fixed(play)


def reach(play: Play, ending: Ending) -> None:
    """An ending of the script: at once, unless it deserves a leave-taking first."""
    if ending.kind in _GENTLE and not play.reading.has("prendre_conge"):
        seal(play, ending)
    else:
        finish(play, ending)


def seal(play: Play, ending: Ending) -> None:
    """The ending is earned; the character says so and the talk goes on to its close."""
    play.state = replace(play.state, sealed=ending.id, sealed_turns=0)
    play.progress = True
    if not (ending.says and play.say(ending.says, f"fin:{ending.id}", weight=95)):
        play.ordinary("accord" if ending.kind == "accord" else "accuse", weight=90)


def finish(play: Play, ending: Ending, *, kind: str = "") -> None:
    """The simulation is over. `kind`: the ordinary reply said with the ending's own."""
    sealed = play.state.sealed == ending.id and bool(ending.id)
    if kind:
        play.ordinary(kind, weight=90)
    if not sealed and not (ending.says and play.say(ending.says, f"fin:{ending.id}", weight=95)) and not kind:
        play.ordinary("rupture" if ending.kind == "rupture" else "conge", weight=90)
    if sealed and not kind:
        play.ordinary("conge", weight=90)
    play.state = replace(play.state, ending=ending.id)
    play.note("fin", ending.id)


def of_kind(play: Play, *kinds: EndingKind) -> Ending:
    """The ending of the script that fits best: the first of these kinds, or a plain one of the engine's."""
    for kind in kinds:
        for ending in play.scenario.endings:
            if ending.kind == kind:
                return ending
    return Ending(kinds[0], "Fin de l'entretien", kinds[0], "echec", ())


def leaving(play: Play) -> Ending:
    """Where the student's leave leads."""
    if play.state.sealed:
        return next(
            (ending for ending in play.scenario.endings if ending.id == play.state.sealed),
            of_kind(play, "accord"),
        )
    return appointments.earned(play) or of_kind(play, "sans-suite", "rupture")


def student_share(play: Play) -> float:
    """What the agreed points are worth to the student, 0 (mandate's limit) to 1 (opening)."""
    worth = weights = 0.0
    for issue in play.scenario.issues:
        item, agreed = bargaining.stakes(issue, play.subject), play.state.row(issue.id).agreed
        weights += item.student_weight
        worth += item.student_weight * item.student_utility(item.start if agreed is None else agreed)
    return worth / weights if weights else 1.0


def _agreement(play: Play) -> Ending | None:
    """The accord whose condition holds, whatever the words that ask for it; else, of those that ask for
    nothing, the nearest to what was obtained. `None`: each asks for something that is not there."""
    accords = [ending for ending in play.scenario.endings if ending.kind == "accord"]
    for said in (lambda when: when, whatever_is_said):
        holding = [ending for ending in accords if ending.when is not None and play.holds(said(ending.when))]
        if holding:
            return holding[0]
    if not accords:
        return of_kind(play, "accord")
    share = student_share(play)
    wanted = 0 if share >= 0.5 else 1 if share >= 0.25 else 2
    free = [ending for ending in accords if ending.when is None]
    return min(free, key=lambda ending: abs(_RANKS.index(ending.success) - wanted), default=None)


def _refusal(play: Play) -> bool:
    """What keeps the character from signing, said. False when nothing does."""
    state = play.state
    open_lives = state.open_objections()
    missing = settlement.missing_point(play)
    if play.happened("objection_soulevee"):
        return True
    if open_lives:
        objection = play.scenario.objection(open_lives[0].id)
        _refuse(play, f"une réserve à lever : {lower_first(objection.label).rstrip(' ?!.')}")
        if play.room > 0 and not play.happened("objection_eludee"):
            objections.insist(play, open_lives[0])
    elif not state.times(*OFFER_ACTS) and not state.table_touched():
        _refuse(play, "une proposition concrète de votre part")
    elif missing:
        _refuse(play, with_article(missing.label))
        if play.room > 0:
            negotiation.insist_on(play, missing)
    elif state.mood.trust < TRUST_TO_SIGN:
        _refuse(play, CONFIDENCE)
    else:
        return False
    return True


def _refuse(play: Play, missing: str) -> None:
    play.note("refus", detail="personnage")
    play.ordinary("refus_conclure", weight=74, manque=missing)
