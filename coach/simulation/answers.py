"""What the character answers to what is put on the table: a gift, a request, a package, a refusal, a reason.

What is rewarded is what is taught (domaine.md §5.1): argue before conceding, ask for a counterpart, step
back little by little. A gift made before any defence of value only makes the character ask for more; it
never agrees beyond its limit, whatever is said.
"""

from dataclasses import replace

from coach.simulation import bargaining, concessions, moves
from coach.simulation.bargaining import Stakes
from coach.simulation.play import Play
from coach.simulation.scenario import Issue, MoodChange
from coach.simulation.table import Table


def answer_gift(play: Play, issue: Issue, value: float, table: Table) -> None:
    """An offer without condition on one point."""
    item, temper = bargaining.stakes(issue, play.subject), bargaining.temper_of(play.scenario)
    if concessions.closes_trade(play, issue.id, value):
        return
    row = play.state.row(issue.id)
    if row.agreed is not None:
        _renegotiate(play, issue, item, value, row.agreed)
        return
    if value == item.start and not row.spoken:
        return  # the price of the list is announced, not granted
    free = concessions.concede(play, issue, value, covered=False)
    if item.beyond_mandate(value) and not play.state.row(issue.id).exceeded:
        play.state = play.state.with_row(replace(play.state.row(issue.id), exceeded=True))
        play.ordinary_about("hors_mandat", issue, value, weight=78)
    elif not item.acceptable(value):
        moves.refuse(play, issue, item, value, table)
    elif item.at_least(value, moves.demand_on(play, item)):
        _take(play, issue, value)
    elif free and (play.state.arguments == 0 or temper.greed > 0):
        moves.want_more(play, issue, item, temper)
    elif moves.signs(play, item, value, temper, final=table.final):
        _take(play, issue, value)
    else:
        moves.counter(play, issue, item, table)


def answer_request(play: Play, issue: Issue, value: float, table: Table) -> None:
    """The student asks for something and puts nothing new in front of it."""
    item, temper = bargaining.stakes(issue, play.subject), bargaining.temper_of(play.scenario)
    if not item.acceptable(value):
        moves.refuse(play, issue, item, value, table)
        return
    paid = play.state.credit < 0
    if item.at_least(value, moves.demand_on(play, item)) or moves.signs(play, item, value, temper, paid=paid):
        if _take(play, issue, value):
            play.note("contrepartie_obtenue", issue.id, value)
            play.state = replace(play.state, credit=play.state.credit + 1)
        return
    other = moves.best_unsettled(play, but=issue.id)
    if other and temper.trade > temper.argument:
        moves.propose_trade(play, {issue.id: value}, other)
    else:
        moves.counter(play, issue, item, table)


def answer_package(play: Play, table: Table) -> None:
    """« Si vous…, alors je… » : weighed as a whole, point against point."""
    package = table.proposed
    items = {name: bargaining.stakes(play.scenario.issue(name), play.subject) for name in package}
    for name, value in package.items():
        if not items[name].acceptable(value):
            moves.refuse(play, play.scenario.issue(name), items[name], value, table)
            return
    over = next((name for name in table.gives if moves.exceeds(play, items[name], package[name])), None)
    if over:
        play.note("hors_mandat", over, package[over], items[over].student_limit)
        play.state = play.state.with_row(replace(play.state.row(over), exceeded=True))
        play.ordinary_about("hors_mandat", play.scenario.issue(over), package[over], weight=78)
    elif moves.worth_signing(play, items, package):
        for name in table.gives:
            concessions.concede(play, play.scenario.issue(name), package[name], covered=True)
        for name in table.asks or {"": 0.0}:
            play.note("contrepartie_obtenue", name, package.get(name))
        moves.accept(play, package)
    else:
        _counter_package(play, table, items)


def _take(play: Play, issue: Issue, value: float) -> bool:
    """Signs a point, or asks in exchange for the engagement that its author ties to it. True when signed."""
    missing = next((name for name in issue.against if play.state.row(name).agreed is None), "")
    if missing:
        moves.propose_trade(play, {issue.id: value}, play.scenario.issue(missing))
    else:
        moves.accept(play, {issue.id: value})
    return not missing


def _counter_package(play: Play, table: Table, items: dict[str, Stakes]) -> None:
    """Asks for more where most is missing. « D'accord » then signs the whole, if it is good enough."""
    package = table.proposed
    short = max(items, key=lambda name: (moves.shortfall(play, items[name], package[name]), name))
    moves.counter(play, play.scenario.issue(short), items[short], table, traded=True)
    whole = {**package, short: moves.demand_on(play, items[short])}
    if moves.worth_signing(play, items, whole):
        moves.remember_trade(play, whole)


def resist_refusal(play: Play, table: Table) -> None:
    """The student says no. With a reason, the character takes a small step; without one, it waits."""
    name = next((offer.issue for offer in play.reading.offers if offer.move == "refuser" and offer.issue), "")
    name = name or play.state.last_issue
    play.note("refus", name, detail="étudiant")
    if not name or play.state.row(name).agreed is not None:
        return
    issue = play.scenario.issue(name)
    play.state = replace(play.state, last_issue=name)
    play.progress = play.progress or table.defended
    moves.counter(play, issue, bargaining.stakes(issue, play.subject), table)


def listen_to_argument(play: Play, table: Table) -> None:
    """A value defended while a demand is on the table earns a step."""
    issue = play.scenario.issue(play.state.last_issue)
    item = bargaining.stakes(issue, play.subject)
    play.progress = True
    if play.room > 0:
        moves.counter(play, issue, item, table)


def _renegotiate(play: Play, issue: Issue, item: Stakes, value: float, agreed: float) -> None:
    """A settled point comes back: better is taken, worse is refused, the same is no news."""
    if value == agreed:
        return
    if item.at_least(value, agreed):
        concessions.concede(play, issue, value, covered=False)
        moves.accept(play, {issue.id: value})
        return
    play.note("refus", issue.id, value, detail="personnage")
    play.feel(MoodChange(trust=-4), "retour sur un point accordé")
    play.state = play.state.with_row(replace(play.state.row(issue.id), student=agreed))
    play.ordinary_about("refuse_offre", issue, value, weight=76)
