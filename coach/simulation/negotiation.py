"""The negotiation: offers heard, concessions written down, answers chosen.

What is rewarded is what is taught (domaine.md §5.1): argue before conceding, ask for a counterpart, step
back little by little. A gift made before any defence of value only makes the character ask for more; it
never agrees beyond its limit, whatever is said.
"""

from dataclasses import replace

from coach.simulation import bargaining, moves
from coach.simulation.bargaining import Stakes
from coach.simulation.events import WITHDRAWN
from coach.simulation.play import Play
from coach.simulation.scenario import Issue, MoodChange
from coach.simulation.table import Table, read_table

MOST_OWED = -2
"""Unpaid gifts that the character remembers when it is asked for something in return."""


def negotiate(play: Play) -> None:
    """Takes in the offers of the utterance and answers them."""
    if not play.scenario.issues or play.state.sealed:
        return
    table = read_table(play)
    if table.defended:
        play.state = replace(play.state, arguments=play.state.arguments + 1)
    _withdraw(play)
    if _student_accepts(play, table):
        return
    if table.proposed:
        _hear(play, table)
    elif _refuses(play):
        _resist(play, table)
    elif table.defended and _under_discussion(play):
        _listen_to_argument(play, table)
    elif _digs_into_demand(play):
        insist_on(play, play.scenario.issue(play.state.last_issue))
    elif play.reading.has("conceder"):
        _ask_how_much(play)


def ask_next(play: Play) -> bool:
    """Opens the next point that an agreement needs, by asking for what the character wants."""
    for issue in sorted(play.scenario.issues, key=lambda item: (not item.required, -item.character.weight)):
        row = play.state.row(issue.id)
        item = bargaining.stakes(issue, play.subject)
        satisfied = item.at_least(item.start, item.opening)
        if row.agreed is None and not row.spoken and row.student is None and not satisfied:
            moves.state_demand(play, issue, item)
            return True
    return False


def settle_silent_points(play: Play) -> None:
    """At the moment of concluding, signs the points that need no more talk."""
    for name, value in _settlement(play).items():
        if _is_concession(play, name, value):
            _concede(play, play.scenario.issue(name), value, covered=True)
        elif play.state.row(name).student is not None:
            play.note("contrepartie_obtenue", name, value)
        moves.agree(play, play.scenario.issue(name), value)


def missing_point(play: Play) -> Issue | None:
    """A point that an agreement needs, that is not agreed and cannot go without saying."""
    settled = _settlement(play)
    return next(
        (
            issue
            for issue in play.scenario.issues
            if issue.required and play.state.row(issue.id).agreed is None and issue.id not in settled
        ),
        None,
    )


def _settlement(play: Play) -> dict[str, float]:
    """The points still open that go without saying: never discussed and good for the character, given and
    good, or proposed and good enough when weighed with all that is agreed."""
    needed = [i for i in play.scenario.issues if i.required and play.state.row(i.id).agreed is None]
    silent = {issue.id: value for issue in needed if (value := _silent_value(play, issue)) is not None}
    standing = dict(silent)
    for issue in needed:
        value, item = play.state.row(issue.id).student, bargaining.stakes(issue, play.subject)
        if issue.id not in silent and value is not None and item.acceptable(value):
            standing[issue.id] = value
    whole = {row.issue: row.agreed for row in play.state.table if row.agreed is not None} | standing
    items = bargaining.all_stakes(play.scenario, play.subject)
    good = moves.worth_signing(play, {name: items[name] for name in whole}, whole, concluding=True)
    return standing if good else silent


def _silent_value(play: Play, issue: Issue) -> float | None:
    """The value that a point has without more talk, if the character is happy with it."""
    row, item = play.state.row(issue.id), bargaining.stakes(issue, play.subject)
    value = item.start if row.given is None else row.given
    untied = row.student is None or row.student == row.given
    good = item.acceptable(value) and item.at_least(value, item.target)
    return value if untied and good else None


def insist_on(play: Play, issue: Issue) -> None:
    """Says again what the character wants on a point."""
    moves.state_demand(play, issue, bargaining.stakes(issue, play.subject))


def _refuses(play: Play) -> bool:
    return any(offer.move == "refuser" for offer in play.reading.offers) or play.reading.has(
        "refuser_concession"
    )


def _under_discussion(play: Play) -> bool:
    """A demand of the character is on the table and not settled."""
    row = play.state.row(play.state.last_issue)
    return bool(play.state.last_issue) and row.spoken and row.agreed is None


def _digs_into_demand(play: Play) -> bool:
    """A question that nothing has answered yet, while a demand is on the table: it is about the demand."""
    asked = play.reading.has("relancer", "question_ouverte")
    return asked and not play.replies and _under_discussion(play)


# What the student does -------------------------------------------------------------------------


def _withdraw(play: Play) -> None:
    for offer in play.reading.offers:
        if offer.move != "retirer" or not offer.issue:
            continue
        row = play.state.row(offer.issue)
        item = bargaining.stakes(play.scenario.issue(offer.issue), play.subject)
        play.note("offre_etudiant", row.issue, item.start, row.student, WITHDRAWN)
        play.feel(MoodChange(trust=-6, patience=-3), WITHDRAWN)
        play.state = play.state.with_row(replace(row, student=None, given=None, agreed=None))


def _student_accepts(play: Play, table: Table) -> bool:
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
            _concede(play, issue, row.demand, covered=False)
            moves.agree(play, issue, row.demand)
            moves.say_accepted(play, {name: row.demand})
            signed = True
    return signed


def _sign_together(play: Play, trade: dict[str, float]) -> None:
    obtained = [name for name, value in trade.items() if not _is_concession(play, name, value)]
    for name, value in trade.items():
        issue = play.scenario.issue(name)
        if name in obtained:
            play.note("contrepartie_obtenue", name, value)
        else:
            _concede(play, issue, value, covered=bool(obtained))
        moves.agree(play, issue, value)
    moves.say_accepted(play, trade)


def _is_concession(play: Play, name: str, value: float) -> bool:
    """Whether this value gives the character more than the student had granted."""
    item = bargaining.stakes(play.scenario.issue(name), play.subject)
    row = play.state.row(name)
    before = item.start if row.given is None else row.given
    return item.up(value) > item.up(before) + 1e-9


def _concede(play: Play, issue: Issue, value: float, *, covered: bool) -> bool:
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


def _hear(play: Play, table: Table) -> None:
    """A proposal: noted, then answered."""
    play.progress = True
    tied = table.conditional or (bool(table.gives) and bool(table.asks))
    for name, value in table.proposed.items():
        row = play.state.row(name)
        play.note("offre_etudiant", name, value, row.student, "sous condition" if tied else "")
        play.state = replace(play.state.with_row(replace(row, student=value)), last_issue=name)
    for name, value in table.asks.items():
        play.note("contrepartie_demandee", name, value)
    if tied and not table.asks:
        play.note("contrepartie_demandee", detail="contrepartie non chiffrée")
    if tied:
        _answer_package(play, table)
    else:
        for name, value in table.gives.items():
            _answer_gift(play, play.scenario.issue(name), value, table)
        for name, value in table.asks.items():
            _answer_request(play, play.scenario.issue(name), value, table)


# What the character answers --------------------------------------------------------------------


def _answer_gift(play: Play, issue: Issue, value: float, table: Table) -> None:
    """An offer without condition on one point."""
    item, temper = bargaining.stakes(issue, play.subject), bargaining.temper_of(play.scenario)
    if _closes_trade(play, issue.id, value):
        return
    row = play.state.row(issue.id)
    if row.agreed is not None:
        _renegotiate(play, issue, item, value, row.agreed)
        return
    if value == item.start and not row.spoken:
        return  # the price of the list is announced, not granted
    free = _concede(play, issue, value, covered=False)
    if item.beyond_mandate(value) and not play.state.row(issue.id).exceeded:
        play.state = play.state.with_row(replace(play.state.row(issue.id), exceeded=True))
        play.ordinary_about("hors_mandat", issue, value, weight=78)
    elif not item.acceptable(value):
        moves.refuse(play, issue, item, value, table)
    elif item.at_least(value, moves.demand_on(play, item)):
        moves.accept(play, {issue.id: value})
    elif free and (play.state.arguments == 0 or temper.greed > 0):
        moves.want_more(play, issue, item, temper)
    elif moves.signs(play, item, value, temper, final=table.final):
        moves.accept(play, {issue.id: value})
    else:
        moves.counter(play, issue, item, table)


def _answer_request(play: Play, issue: Issue, value: float, table: Table) -> None:
    """The student asks for something and puts nothing new in front of it."""
    item, temper = bargaining.stakes(issue, play.subject), bargaining.temper_of(play.scenario)
    if not item.acceptable(value):
        moves.refuse(play, issue, item, value, table)
        return
    paid = play.state.credit < 0
    if item.at_least(value, moves.demand_on(play, item)) or moves.signs(play, item, value, temper, paid=paid):
        play.note("contrepartie_obtenue", issue.id, value)
        play.state = replace(play.state, credit=play.state.credit + 1)
        moves.accept(play, {issue.id: value})
        return
    other = moves.best_unsettled(play, but=issue.id)
    if other and temper.trade > temper.argument:
        moves.propose_trade(play, {issue.id: value}, other)
    else:
        moves.counter(play, issue, item, table)


def _answer_package(play: Play, table: Table) -> None:
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
            _concede(play, play.scenario.issue(name), package[name], covered=True)
        for name in table.asks or {"": 0.0}:
            play.note("contrepartie_obtenue", name, package.get(name))
        moves.accept(play, package)
    else:
        weakest = min(items, key=lambda name: (items[name].utility(package[name]), name))
        moves.counter(play, play.scenario.issue(weakest), items[weakest], table, traded=True)
        others = {name: value for name, value in package.items() if name != weakest}
        moves.remember_trade(play, {**others, weakest: moves.demand_on(play, items[weakest])})


def _resist(play: Play, table: Table) -> None:
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


def _listen_to_argument(play: Play, table: Table) -> None:
    """A value defended while a demand is on the table earns a step."""
    issue = play.scenario.issue(play.state.last_issue)
    item = bargaining.stakes(issue, play.subject)
    play.progress = True
    if play.room > 0:
        moves.counter(play, issue, item, table)


def _ask_how_much(play: Play) -> None:
    """A concession without a figure: the character names its own."""
    issue = _issue_in_view(play)
    if issue and play.room > 0:
        moves.state_demand(play, issue, bargaining.stakes(issue, play.subject))


def _renegotiate(play: Play, issue: Issue, item: Stakes, value: float, agreed: float) -> None:
    """A settled point comes back: better is taken, worse is refused, the same is no news."""
    if value == agreed:
        return
    if item.at_least(value, agreed):
        _concede(play, issue, value, covered=False)
        moves.accept(play, {issue.id: value})
        return
    play.note("refus", issue.id, value, detail="personnage")
    play.feel(MoodChange(trust=-4), "retour sur un point accordé")
    play.state = play.state.with_row(replace(play.state.row(issue.id), student=agreed))
    play.ordinary_about("refuse_offre", issue, value, weight=76)


def _closes_trade(play: Play, name: str, value: float) -> bool:
    """The student gives what the character's own proposal asked for: it is signed as a whole."""
    trade = dict(play.state.trade)
    if name not in trade:
        return False
    item = bargaining.stakes(play.scenario.issue(name), play.subject)
    if not item.at_least(value, trade[name]):
        return False
    _sign_together(play, {**trade, name: value})
    return True


def _issue_in_view(play: Play) -> Issue | None:
    if play.state.last_issue and play.state.row(play.state.last_issue).agreed is None:
        return play.scenario.issue(play.state.last_issue)
    return moves.best_unsettled(play, but="")
