"""The negotiation: what the utterance puts on the table is taken in, then answered."""

from dataclasses import replace

from coach.simulation import answers, bargaining, concessions, moves
from coach.simulation.play import Play
from coach.simulation.scenario import Issue
from coach.simulation.table import Table, read_table


def negotiate(play: Play) -> None:
    """Takes in the offers of the utterance and answers them."""
    if not play.scenario.issues or play.state.sealed:
        return
    table = read_table(play)
    if table.defended:
        play.state = replace(play.state, arguments=play.state.arguments + 1)
    concessions.withdraw(play)
    if concessions.student_accepts(play, table):
        return
    if table.proposed:
        _hear(play, table)
    elif _refuses(play):
        answers.resist_refusal(play, table)
    elif table.defended and _under_discussion(play):
        answers.listen_to_argument(play, table)
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


def insist_on(play: Play, issue: Issue) -> None:
    """Says again what the character wants on a point."""
    moves.state_demand(play, issue, bargaining.stakes(issue, play.subject))


def _refuses(play: Play) -> bool:
    """A refusal of something: « je ne peux pas » before anything was put on the table refuses nothing."""
    named = any(offer.move == "refuser" for offer in play.reading.offers)
    return named or (bool(play.state.last_issue) and play.reading.has("refuser_concession"))


def _under_discussion(play: Play) -> bool:
    """A demand of the character is on the table and not settled."""
    row = play.state.row(play.state.last_issue)
    return bool(play.state.last_issue) and row.spoken and row.agreed is None


def _digs_into_demand(play: Play) -> bool:
    """A question that nothing has answered yet, while a demand is on the table: it is about the demand."""
    asked = play.reading.has("relancer", "question_ouverte")
    return asked and not play.replies and _under_discussion(play)


def _hear(play: Play, table: Table) -> None:
    """A proposal: noted, then answered."""
    play.progress = True
    tied = table.conditional or (bool(table.gives) and bool(table.asks))
    if not tied:
        table = concessions.hold_to_his_word(play, table)
    for name, value in table.proposed.items():
        row = play.state.row(name)
        play.note("offre_etudiant", name, value, row.student, "sous condition" if tied else "")
        play.state = replace(play.state.with_row(replace(row, student=value)), last_issue=name)
    for name, value in table.asks.items():
        play.note("contrepartie_demandee", name, value)
    if tied and not table.asks:
        play.note("contrepartie_demandee", detail="contrepartie non chiffrée")
    if tied:
        answers.answer_package(play, table)
    else:
        for name, value in table.gives.items():
            answers.answer_gift(play, play.scenario.issue(name), value, table)
        for name, value in table.asks.items():
            answers.answer_request(play, play.scenario.issue(name), value, table)


def _ask_how_much(play: Play) -> None:
    """A concession without a figure: the character names its own."""
    issue = _issue_in_view(play)
    if issue and play.room > 0:
        moves.state_demand(play, issue, bargaining.stakes(issue, play.subject))


def _issue_in_view(play: Play) -> Issue | None:
    if play.state.last_issue and play.state.row(play.state.last_issue).agreed is None:
        return play.scenario.issue(play.state.last_issue)
    return moves.best_unsettled(play, but="")
