"""What the student puts on the table for good: taken back, accepted, granted, and what it was paid with."""

from dataclasses import replace

from coach.simulation import bargaining, moves
from coach.simulation.events import RETREAT, WITHDRAWN
from coach.simulation.play import Play
from coach.simulation.scenario import Issue, MoodChange
from coach.simulation.table import Table

MOST_OWED = -2
"""Unpaid gifts that the character remembers when it is asked for something in return."""


def withdraw(play: Play) -> None:
    """« Finalement, je ne peux plus » : the offer goes, and some trust with it."""
    for offer in play.reading.offers:
        if offer.move != "retirer" or not offer.issue:
            continue
        row = play.state.row(offer.issue)
        item = bargaining.stakes(play.scenario.issue(offer.issue), play.subject)
        play.note("offre_etudiant", row.issue, item.start, row.student, WITHDRAWN)
        play.feel(MoodChange(trust=-6, patience=-3), WITHDRAWN)
        play.state = play.state.with_row(replace(row, student=None, given=None, agreed=None))


def hold_to_his_word(play: Play, table: Table) -> Table:
    """What was granted for good is not granted less the next minute: the character holds the student to it.
    Gives the table without what is contradicted."""
    kept = dict(table.gives)
    for name, value in table.gives.items():
        row, item = play.state.row(name), bargaining.stakes(play.scenario.issue(name), play.subject)
        if row.given is None or row.agreed is not None or item.at_least(value, row.given):
            continue
        del kept[name]
        play.note("offre_etudiant", name, value, row.given, RETREAT)
        play.feel(MoodChange(trust=-4, patience=-3), RETREAT)
        play.ordinary_about("contradiction", play.scenario.issue(name), row.given, weight=77)
    return replace(table, gives=kept)


def student_accepts(play: Play, table: Table) -> bool:
    """« D'accord » : signs what the character has proposed. True if something was signed."""
    accepted = [offer for offer in play.reading.offers if offer.move == "accepter"]
    if not accepted or table.proposed:
        return False
    named = [offer.issue for offer in accepted if offer.issue]
    trade = dict(play.state.trade)
    if trade and (not named or any(name in trade for name in named)):
        _sign_together(play, trade)
        return True
    signed = False
    for name in named or [play.state.last_issue]:
        row = play.state.row(name)
        if name and row.spoken and row.agreed is None and row.demand is not None:
            issue = play.scenario.issue(name)
            concede(play, issue, row.demand, covered=False)
            moves.agree(play, issue, row.demand)
            moves.say_accepted(play, {name: row.demand})
            signed = True
    return signed


def closes_trade(play: Play, name: str, value: float) -> bool:
    """The student gives what the character's own proposal asked for: it is signed as a whole."""
    trade = dict(play.state.trade)
    if name not in trade:
        return False
    item = bargaining.stakes(play.scenario.issue(name), play.subject)
    if not item.at_least(value, trade[name]):
        return False
    _sign_together(play, {**trade, name: value})
    return True


def _sign_together(play: Play, trade: dict[str, float]) -> None:
    obtained = [name for name, value in trade.items() if not is_concession(play, name, value)]
    for name, value in trade.items():
        issue = play.scenario.issue(name)
        if name in obtained:
            play.note("contrepartie_obtenue", name, value)
        else:
            concede(play, issue, value, covered=bool(obtained))
        moves.agree(play, issue, value)
    moves.say_accepted(play, trade)


def is_concession(play: Play, name: str, value: float) -> bool:
    """Whether this value gives the character more than the student had granted."""
    item = bargaining.stakes(play.scenario.issue(name), play.subject)
    row = play.state.row(name)
    before = item.start if row.given is None else row.given
    return item.up(value) > item.up(before) + 1e-9


def concede(play: Play, issue: Issue, value: float, *, covered: bool) -> bool:
    """Writes a step of the student toward the character. True when nothing was had for it."""
    item, row = bargaining.stakes(issue, play.subject), play.state.row(issue.id)
    before = item.start if row.given is None else row.given
    play.state = play.state.with_row(replace(row, student=value, given=value))
    if item.up(value) <= item.up(before) + 1e-9:
        return False
    play.note("concession", issue.id, value, before)
    if item.beyond_mandate(value):
        play.note("hors_mandat", issue.id, value, item.student_limit)
    if covered:
        return False
    had_credit = play.state.credit > 0
    play.state = replace(play.state, credit=max(MOST_OWED, play.state.credit - 1))
    if had_credit:
        return False
    play.note("concession_sans_contrepartie", issue.id, value, before)
    return True
