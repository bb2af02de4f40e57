"""What an utterance puts on the negotiation table: gifts, requests, ties between them."""

import math
from dataclasses import dataclass

from coach.language.reading import Offer
from coach.simulation import bargaining
from coach.simulation.attention import DEFENCE_ACTS
from coach.simulation.play import Play


@dataclass(frozen=True, slots=True)
class Table:
    """What the utterance puts on the table."""

    gives: dict[str, float]
    asks: dict[str, float]
    conditional: bool
    """The gifts are tied to something in return."""
    final: bool
    defended: bool
    closer: frozenset[str] = frozenset()
    """Points on which this is better for the character than what the student proposed before."""

    @property
    def proposed(self) -> dict[str, float]:
        """Everything proposed, point by point."""
        return {**self.gives, **self.asks}


def read_table(play: Play) -> Table:
    """What the offers of the utterance amount to."""
    reading = play.reading
    gives: dict[str, float] = {}
    asks: dict[str, float] = {}
    for offer in reading.offers:
        issue, value = _meaning(play, offer)
        if not issue or value is None:
            continue
        side = {"donner": gives, "demander": asks}.get(offer.move)
        if offer.move == "accepter" and _differs(play, issue, value):
            side = asks if _suits_student(play, issue, value) else gives
        if side is not None:
            item = bargaining.stakes(play.scenario.issue(issue), play.subject)
            best = max(item.up(value), item.up(side.get(issue, value)))
            side[issue] = item.sign * best
    for issue in asks:
        gives.pop(issue, None)
    moves = [offer for offer in reading.offers if offer.move in ("donner", "demander")]
    return Table(
        gives,
        asks,
        conditional=any(offer.conditional for offer in moves) or reading.has("demander_contrepartie"),
        final=any(offer.final for offer in reading.offers),
        defended=reading.has(*DEFENCE_ACTS),
        closer=frozenset(
            name for name, value in {**gives, **asks}.items() if _comes_closer(play, name, value)
        ),
    )


def _comes_closer(play: Play, name: str, value: float) -> bool:
    item, before = bargaining.stakes(play.scenario.issue(name), play.subject), play.state.row(name).student
    return before is not None and item.up(value) > item.up(before) + 1e-9


def _differs(play: Play, issue: str, value: float) -> bool:
    """« D'accord pour deux collègues » when one was offered is a proposal, not an acceptance."""
    row = play.state.row(issue)
    return not (row.spoken and row.demand == value) and row.agreed != value


def _suits_student(play: Play, issue: str, value: float) -> bool:
    item = bargaining.stakes(play.scenario.issue(issue), play.subject)
    return item.up(value) < item.up(_demand_or_opening(play, item)) and item.up(value) <= item.up(item.start)


def _demand_or_opening(play: Play, item: bargaining.Stakes) -> float:
    demand = play.state.row(item.id).demand
    return item.opening if demand is None else demand


def _meaning(play: Play, offer: Offer) -> tuple[str, float | None]:
    """The point and the value that an offer speaks of; an unnamed point is the last one spoken of."""
    names = [issue.id for issue in play.scenario.issues]
    name = offer.issue or (play.state.last_issue if offer.value is not None else "")
    if name not in names:
        return "", None
    issue = play.scenario.issue(name)
    item = bargaining.stakes(issue, play.subject)
    if issue.kind == "oui-non":
        student_wants = 0.0 if issue.character_wants == "plus" else 1.0
        default = student_wants if offer.move == "demander" else 1.0 - student_wants
        return name, default if offer.value is None else float(offer.value >= 0.5)
    if offer.value is None:
        return name, item.student_target if offer.move == "demander" and offer.conditional else None
    return name, float(offer.value) if math.isfinite(offer.value) and offer.value >= 0 else None
