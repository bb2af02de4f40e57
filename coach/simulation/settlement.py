"""What goes without saying at the moment of concluding, and what is still missing."""

from coach.simulation import bargaining, concessions, moves
from coach.simulation.play import Play
from coach.simulation.scenario import Issue


def settle_silent_points(play: Play) -> None:
    """At the moment of concluding, signs the points that need no more talk."""
    for name, value in _settlement(play).items():
        if concessions.is_concession(play, name, value):
            concessions.concede(play, play.scenario.issue(name), value, covered=True)
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
