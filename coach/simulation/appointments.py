"""A next step with a date: whether it is fixed, what it earns when the student leaves, and coming back on it.

An appointment is the median way out. It is earned by proposing a date that is not turned down; asking for a
signature with a date in the sentence proposes no appointment. Once earned it stays earned, so that the
student may still go back to the negotiation.
"""

from dataclasses import replace

from coach.simulation.conditions import whatever_is_said
from coach.simulation.play import Play
from coach.simulation.scenario import Ending

DATED = "suite_datee"
"""Mark set by the engine when a next step was fixed with a date."""
TRUST_TO_MEET = 25
"""Trust under which nobody is met again, when the ending says nothing of it."""
_BUSINESS = (
    "proposer_conclusion",
    "proposer_solution",
    "proposer_alternative",
    "annoncer_prix",
    "conceder",
    "demander_contrepartie",
    "refuser_concession",
    "defendre_valeur",
)
"""Acts that take the negotiation up again."""


def note_next_step(play: Play) -> None:
    """Remembers that a date was given for what follows, and that the character did not turn it down."""
    dated = any(quantity.kind in ("date", "heure") for quantity in play.reading.quantities)
    fixed = play.reading.has("fixer_prochaine_etape") and dated and not _turned_down(play)
    if fixed and DATED not in play.state.flags:
        play.state = replace(play.state, flags=(*play.state.flags, DATED))
        play.progress = True


def may_be_fixed(play: Play) -> bool:
    """Whether this utterance can be what an appointment is sealed on: it asks for no signature, and the
    character has not just objected to something."""
    asks_to_sign = play.reading.has("proposer_conclusion", "recapituler")
    return not asks_to_sign and not _turned_down(play) and not play.happened("objection_soulevee")


def earned(play: Play) -> Ending | None:
    """The appointment that the student leaves with, if any."""
    meetings = [ending for ending in play.scenario.endings if ending.kind == "rendez-vous"]
    kept = next((ending for ending in meetings if ending.id == play.state.appointment), None)
    if kept or DATED not in play.state.flags:
        return kept
    return next((ending for ending in meetings if _deserved(play, ending)), None)


def reopen(play: Play) -> None:
    """« Et si je vous faisais 40 € ? »: after an appointment the negotiation may be taken up again."""
    sealed = next((ending for ending in play.scenario.endings if ending.id == play.state.sealed), None)
    if sealed is None or sealed.kind != "rendez-vous" or play.reading.has("prendre_conge"):
        return
    offers = any(offer.move in ("donner", "demander", "accepter") for offer in play.reading.offers)
    if offers or play.reading.has(*_BUSINESS):
        play.state = replace(play.state, sealed="", sealed_turns=0, appointment=sealed.id)


def _deserved(play: Play, ending: Ending) -> bool:
    """What the ending asks of the talk holds; what it asks of the words was met when the date was fixed."""
    if ending.when is None:
        return play.state.mood.trust >= TRUST_TO_MEET
    return play.holds(whatever_is_said(ending.when))


def _turned_down(play: Play) -> bool:
    return any(event.kind == "refus" and event.detail != "étudiant" for event in play.events)
