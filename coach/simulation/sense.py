"""What a reading means in the light of the talk: restatements are not offers, tied offers are trades.

The reading itself is kept as it was in the transcript; this is only what the character hears in it.
"""

from dataclasses import replace

from coach.language.reading import ActFound, Offer, Reading
from coach.simulation import bargaining
from coach.simulation.attention import DEFENCE_ACTS
from coach.simulation.play import Play

_TELLING = ("justifier_choix", "presenter_resultat", "analyser_ecart")
_BARGAINING = (
    "defendre_valeur",
    "conceder",
    "demander_contrepartie",
    "refuser_concession",
    "annoncer_prix",
    "fixer_objectif",
    "proposer_alternative",
    "proposer_conclusion",
)
_COMMITTING = (
    "conceder",
    "demander_contrepartie",
    "fixer_objectif",
    "proposer_conclusion",
    "recapituler",
)
"""Acts that make an offer of a figure, whatever else is said with it."""


def make_sense(play: Play) -> Reading:
    """The reading as the character takes it."""
    reading = play.reading
    if reading.has("reformuler") and not reading.has(
        "conceder", "demander_contrepartie", "refuser_concession"
    ):
        # « vous voulez rester autour de 190 € » restates the other's figures
        acts = tuple(found for found in reading.acts if found.act != "annoncer_prix")
        return replace(reading, acts=acts, offers=())
    reading = _without_false_requests(play, reading)
    tells = reading.has(*_TELLING) and not reading.has(*_BARGAINING)
    offers = tuple(
        offer
        for offer in reading.offers
        if _is_plausible(play, offer, tells) and not _is_argument(play, reading, offer)
    )
    return replace(reading, offers=offers, acts=reading.acts + _trade(reading, offers))


def _without_false_requests(play: Play, reading: Reading) -> Reading:
    """« 12 % si vous voulez » gives the character all that it wants: nothing is asked for."""
    offers = tuple(
        replace(offer, move="donner") if _fulfils(play, offer) else offer for offer in reading.offers
    )
    if offers == reading.offers or any(offer.move == "demander" for offer in offers):
        return replace(reading, offers=offers)
    acts = tuple(found for found in reading.acts if found.act != "demander_contrepartie")
    return replace(reading, offers=offers, acts=acts)


def _fulfils(play: Play, offer: Offer) -> bool:
    """Whether a value that would be asked for is one that the character itself is asking for."""
    issue = next((issue for issue in play.scenario.issues if issue.id == offer.issue), None)
    if issue is None or offer.move != "demander" or offer.conditional or offer.value is None:
        return False
    item, demand = bargaining.stakes(issue, play.subject), play.state.row(issue.id).demand
    asked = item.opening if demand is None else demand
    return not item.at_least(item.start, offer.value) and item.at_least(offer.value, asked)


def _is_plausible(play: Play, offer: Offer, tells: bool) -> bool:
    """Nobody gives less than his own opening, nor far more than was ever asked: such a figure speaks of
    something else."""
    issue = next((issue for issue in play.scenario.issues if issue.id == offer.issue), None)
    if issue is None or offer.move != "donner" or offer.value is None or issue.kind == "oui-non":
        return True
    item = bargaining.stakes(issue, play.subject)
    value, span = item.up(offer.value), abs(item.opening - item.limit)
    if 0 < abs(offer.value) < item.grain / 4 or (tells and item.beyond_mandate(offer.value)):
        return False  # « six de nos neuf ventes » tells, and offers nothing
    least = min(item.up(item.start), item.up(item.student_opening))
    most = max(item.up(item.opening), item.up(item.student_limit)) + span
    return least - 1e-9 <= value <= most


def _is_argument(play: Play, reading: Reading, offer: Offer) -> bool:
    """« Dans nos 44 €, le dépannage est compris » defends the price of the list, « cela fait cinq ventes »
    answers a doubt: neither puts anything on the table."""
    issue = next((issue for issue in play.scenario.issues if issue.id == offer.issue), None)
    if issue is None or offer.move != "donner" or offer.conditional or reading.has(*_COMMITTING):
        return False
    if issue.kind == "nombre" and any(match.kind == "reponse_objection" for match in reading.matches):
        return True
    row, start = play.state.row(issue.id), bargaining.stakes(issue, play.subject).start
    holds = reading.has(*DEFENCE_ACTS, "refuser_concession") or any(
        o.move == "refuser" for o in reading.offers
    )
    return holds and offer.value == start and (row.spoken or row.student is not None)


def _trade(reading: Reading, offers: tuple[Offer, ...]) -> tuple[ActFound, ...]:
    """« 42 € si vous partez sur trois ans » asks for a counterpart, whatever else was read in it."""
    moves = {offer.move for offer in offers}
    tied = {"donner", "demander"} <= moves and any(offer.conditional for offer in offers)
    if not tied or reading.has("demander_contrepartie"):
        return ()
    first = next(offer for offer in offers if offer.move == "demander")
    return (ActFound("demander_contrepartie", 0.6, first.start, first.end, "offres liées"),)
