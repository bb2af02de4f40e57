"""The character's moves at the table: sign, hold, step back, ask for more, refuse, propose a trade."""

from dataclasses import replace

from coach.simulation import bargaining, wording
from coach.simulation.bargaining import Stakes, Temper
from coach.simulation.french import enumerate_french, with_article
from coach.simulation.play import Play, value_text
from coach.simulation.scenario import Issue, MoodChange
from coach.simulation.state import Row
from coach.simulation.table import Table

PATIENCE_ROUNDS = 3
"""Rounds after which a proposal at the character's target is signed without more argument."""
YES_OR_NO = 0.75
"""Shares of the gap that must have been earned before a point without degrees is given up."""
COLD_TRUST = 20
"""Trust under which the character gives nothing more."""


def demand_on(play: Play, item: Stakes) -> float:
    """Where the character stands on a point."""
    row = play.state.row(item.id)
    if row.demand is not None:
        return row.demand
    return item.start if item.at_least(item.start, item.opening) else item.opening


def signs(
    play: Play, item: Stakes, value: float, temper: Temper, *, paid: bool = False, final: bool = False
) -> bool:
    """Whether a single value that is less than demanded is good enough to be signed. A « dernier mot »
    weighs only after enough arguments: bluff alone moves nothing."""
    row, arguments = play.state.row(item.id), play.state.arguments
    if play.state.mood.trust < COLD_TRUST or not item.acceptable(value):
        return False
    believed = final and arguments > max(1, temper.needs)
    share = temper.flex if paid else temper.flex / 2 if believed else 0.0
    convinced = paid or arguments >= temper.needs or row.rounds >= PATIENCE_ROUNDS
    return convinced and item.at_least(value, item.between(item.target, item.limit, share))


def worth_signing(
    play: Play, items: dict[str, Stakes], package: dict[str, float], *, concluding: bool = False
) -> bool:
    """Whether the points of a package, weighed together, are good enough: more of one pays for another.
    What is settled must not get worse, unless the whole is weighed at the moment of concluding."""
    if play.state.mood.trust < COLD_TRUST:
        return False
    if all(item.at_least(package[name], demand_on(play, item)) for name, item in items.items()):
        return True
    missing = sum(shortfall(play, item, package[name], concluding=concluding) for name, item in items.items())
    return missing <= 1e-9


def shortfall(play: Play, item: Stakes, value: float, *, concluding: bool = False) -> float:
    """How much less a value is worth than what the character would take, weighed (more, below zero)."""
    settled = None if concluding else play.state.row(item.id).agreed
    flex = _goodwill(play, bargaining.temper_of(play.scenario))
    least = item.between(item.target, item.limit, flex) if settled is None else settled
    return item.weight * (item.utility(least) - item.utility(value))


def _goodwill(play: Play, temper: Temper) -> float:
    """How far under its target a trade may take the character: further when it trusts, was convinced, and
    was listened to."""
    trust = max(0.0, min(1.0, (play.state.mood.trust - 50) / 40))
    needs = [item.id for item in play.scenario.disclosures if item.essential]
    heard = sum(name in play.state.known for name in needs) / len(needs) if needs else 1.0
    earned = 0.35 * trust + 0.05 * min(5, play.state.arguments) + 0.25 * heard
    return temper.flex + (1 - temper.flex) * earned


def exceeds(play: Play, item: Stakes, value: float) -> bool:
    """Whether an offer is beyond the student's mandate and he has not been told so yet."""
    return item.beyond_mandate(value) and not play.state.row(item.id).exceeded


def counter(play: Play, issue: Issue, item: Stakes, table: Table, *, traded: bool = False) -> None:
    """Turns a proposal down: takes a step if there was a reason to, holds otherwise."""
    row = play.state.row(issue.id)
    play.state = play.state.with_row(replace(row, rounds=row.rounds + 1))
    answered = table.conditional and issue.id in table.closer
    share = _share(play, row, defended=table.defended, traded=traded, answered=answered)
    demand = demand_on(play, item)
    goal = item.between(item.target, item.limit, bargaining.temper_of(play.scenario).flex if traded else 0.0)
    if row.student is not None and item.up(row.student) > item.up(goal):
        goal = row.student
    moved = _stepped(item, row, demand, goal, share)
    if row.spoken and item.up(moved) < item.up(demand) - 1e-9:
        _step_back(play, issue, item, demand, moved)
    else:
        if share == 0.0 and row.rounds:
            play.feel(MoodChange(patience=-2), "discussion sans argument")
        state_demand(play, issue, item)


def _step_back(play: Play, issue: Issue, item: Stakes, demand: float, moved: float) -> None:
    """The character's own concession: one step more; signs at once if it reaches the student."""
    row = play.state.row(issue.id)
    step = abs(moved - demand)
    play.state = play.state.with_row(replace(row, demand=moved, moves=row.moves + 1, last_step=step))
    play.note("concession_personnage", issue.id, moved, demand)
    if row.student is not None and item.at_least(row.student, moved) and item.acceptable(row.student):
        accept(play, {issue.id: row.student})
        return
    play.ordinary_about("concede", issue, moved, weight=76)
    play.note("offre_personnage", issue.id, moved)


def _stepped(item: Stakes, row: Row, demand: float, goal: float, share: float) -> float:
    if item.kind != "oui-non":
        return bargaining.step_toward(item, demand, goal, share, row.last_step)
    patient_enough = share * (row.rounds + 1) >= YES_OR_NO
    return item.limit if patient_enough else demand


def _share(play: Play, row: Row, *, defended: bool, traded: bool, answered: bool) -> float:
    """Share of the gap that the character is ready to give now: for a reason, against a counterpart, or in
    answer to a step made toward it under condition."""
    temper, trust = bargaining.temper_of(play.scenario), play.state.mood.trust
    if trust < COLD_TRUST:
        return 0.0
    against = temper.trade if traded else temper.trade / 2 if answered else 0.0
    share = (temper.argument if defended else 0.0) + against + temper.free
    return float(min(0.7, share * temper.decay**row.moves * (0.6 + 0.8 * trust / 100)))


def want_more(play: Play, issue: Issue, item: Stakes, temper: Temper) -> None:
    """A gift made too fast: the character holds, or climbs back, and waits longer next time."""
    row, demand = play.state.row(issue.id), demand_on(play, item)
    climbed = item.between(demand, item.opening, temper.greed)
    demand = item.sign * max(item.up(demand), item.up(round(climbed / item.grain) * item.grain))
    play.state = play.state.with_row(
        replace(row, demand=demand, spoken=True, moves=row.moves + 1, rounds=row.rounds + 1)
    )
    play.note("offre_personnage", issue.id, demand)
    play.ordinary_about("demande_plus", issue, demand, weight=76)
    if play.replies and value_text(issue, demand) not in play.replies[-1].text:
        play.add(_ask_text(play, issue, demand))


def refuse(play: Play, issue: Issue, item: Stakes, value: float, table: Table) -> None:
    """Beyond its limit: no, whatever is said; then where it stands."""
    play.note("refus", issue.id, value, detail="personnage")
    play.ordinary_about("refuse_offre", issue, value, weight=76)
    if play.room > 0:
        counter(play, issue, item, table)


def propose_trade(play: Play, asked: dict[str, float], other: Issue) -> None:
    """« D'accord pour cela, si vous me donnez ceci. »"""
    item = bargaining.stakes(other, play.subject)
    for name in asked:
        row = play.state.row(name)
        play.state = play.state.with_row(replace(row, rounds=row.rounds + 1))
    state_demand(play, other, item)
    remember_trade(play, {**asked, other.id: demand_on(play, item)})


def remember_trade(play: Play, trade: dict[str, float]) -> None:
    """What « d'accord » will sign."""
    play.state = replace(play.state, trade=tuple(sorted(trade.items())))


def state_demand(play: Play, issue: Issue, item: Stakes) -> None:
    """Says where the character stands on a point, in its author's words the first times."""
    demand, row = demand_on(play, item), play.state.row(issue.id)
    play.state = replace(
        play.state.with_row(replace(row, demand=demand, spoken=True)), last_issue=issue.id, trade=()
    )
    play.note("offre_personnage", issue.id, demand)
    said = play.state.used
    fresh = any(f"negociation:{issue.id}#{index}" not in said for index in range(len(issue.asks)))
    if not fresh or not play.say(
        issue.asks,
        f"negociation:{issue.id}",
        weight=76,
        point=with_article(issue.label),
        valeur=value_text(issue, demand),
    ):
        play.ordinary_about("contre_offre", issue, demand, weight=76)


def accept(play: Play, package: dict[str, float]) -> None:
    """Signs these points and says so."""
    for name, value in package.items():
        agree(play, play.scenario.issue(name), value)
    say_accepted(play, package)


def agree(play: Play, issue: Issue, value: float) -> None:
    """Writes a point as settled."""
    row = play.state.row(issue.id)
    play.state = replace(
        play.state.with_row(replace(row, student=value, given=value, agreed=value)),
        last_issue=issue.id,
        trade=(),
    )
    play.note("point_accorde", issue.id, value)
    play.progress = True


def say_accepted(play: Play, package: dict[str, float]) -> None:
    """Says yes to one or several points at once."""
    issues = [play.scenario.issue(name) for name in package]
    play.ordinary(
        "accepte_offre",
        weight=76,
        point=enumerate_french([with_article(issue.label) for issue in issues]),
        valeur=enumerate_french([value_text(issue, package[issue.id]) for issue in issues]),
    )


def best_unsettled(play: Play, *, but: str) -> Issue | None:
    """The point that matters most to the character among those still open."""
    open_issues = [
        issue for issue in play.scenario.issues if issue.id != but and play.state.row(issue.id).agreed is None
    ]
    return max(open_issues, key=lambda issue: issue.character.weight, default=None)


def _ask_text(play: Play, issue: Issue, demand: float) -> str:
    """A sentence that names the demand, to complete a line that does not."""
    keys = {f"negociation:{issue.id}#{index}": line for index, line in enumerate(issue.asks)}
    fit = [key for key, line in keys.items() if play.holds(line.when) and "{valeur}" in line.text]
    used = play.state.used
    key = min(fit, key=lambda name: used.index(name) if name in used else -1, default="")
    text = keys[key].text if key else "Je veux {valeur} pour {point}."
    if key:
        play.state = replace(play.state, used=wording.remember(used, key))
    return play.fill(text, valeur=value_text(issue, demand), point=with_article(issue.label))
