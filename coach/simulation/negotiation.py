"""The negotiation table: offers heard, concessions weighed, demands defended in small decreasing steps.

What is rewarded is what is taught (domaine.md §5.1): argue before conceding, ask for a counterpart, step
back little by little. A gift made before any defence of value only makes the character ask for more; it
never agrees beyond its limit, whatever is said.
"""

import math
from dataclasses import dataclass, replace

from coach.language.reading import Offer
from coach.simulation import bargaining
from coach.simulation.attention import DEFENCE_ACTS
from coach.simulation.bargaining import Stakes, Temper
from coach.simulation.french import enumerate_french, with_article
from coach.simulation.play import Play, value_text
from coach.simulation.scenario import Issue, MoodChange
from coach.simulation.state import Row

PATIENCE_ROUNDS = 3
"""Rounds after which a proposal at the character's target is signed without more argument."""
COLD_TRUST = 20
"""Trust under which the character gives nothing more."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the utterance puts on the table."""

    gives: dict[str, float]
    asks: dict[str, float]
    conditional: bool
    """The gifts are tied to something in return."""
    final: bool
    defended: bool

    @property
    def proposed(self) -> dict[str, float]:
        """Everything proposed, point by point."""
        return {**self.gives, **self.asks}


def negotiate(play: Play) -> None:
    """Takes in the offers of the utterance and answers them."""
    if not play.scenario.issues or play.state.sealed:
        return
    table = _read(play)
    if table.defended:
        play.state = replace(play.state, arguments=play.state.arguments + 1)
    _withdraw(play)
    if _student_accepts(play):
        return
    if table.proposed:
        _hear(play, table)
    elif _refuses(play):
        _resist(play, table)
    elif table.defended and _under_discussion(play):
        _listen_to_argument(play, table)
    elif play.reading.has("conceder"):
        _ask_how_much(play)


def ask_next(play: Play) -> bool:
    """Opens the next point that an agreement needs, by asking for what the character wants."""
    for issue in sorted(play.scenario.issues, key=lambda item: (not item.required, -item.character.weight)):
        row = play.state.row(issue.id)
        item = bargaining.stakes(issue, play.subject)
        satisfied = item.at_least(item.start, item.opening)
        if row.agreed is None and not row.spoken and row.student is None and not satisfied:
            _state_demand(play, issue, item)
            return True
    return False


def settle_silent_points(play: Play) -> None:
    """At the moment of concluding: points never discussed stay as they are if the character is happy with
    that, and a standing offer that it can sign is signed."""
    for issue in play.scenario.issues:
        row, item = play.state.row(issue.id), bargaining.stakes(issue, play.subject)
        if row.agreed is not None or not issue.required:
            continue
        value = item.start if row.student is None else row.student
        if item.acceptable(value) and item.at_least(value, item.target) and not item.beyond_mandate(value):
            _agree(play, issue, value)


def missing_point(play: Play) -> Issue | None:
    """A point that an agreement needs and that is not agreed."""
    needed = [issue for issue in play.scenario.issues if issue.required]
    return next((issue for issue in needed if play.state.row(issue.id).agreed is None), None)


def insist_on(play: Play, issue: Issue) -> None:
    """Says again what the character wants on a point."""
    _state_demand(play, issue, bargaining.stakes(issue, play.subject))


# Reading the offers ----------------------------------------------------------------------------


def _read(play: Play) -> Table:
    reading = play.reading
    gives: dict[str, float] = {}
    asks: dict[str, float] = {}
    for offer in reading.offers:
        issue, value = _meaning(play, offer)
        if not issue or value is None:
            continue
        side = asks if offer.move == "demander" else gives if offer.move == "donner" else None
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
    )


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


def _refuses(play: Play) -> bool:
    return any(offer.move == "refuser" for offer in play.reading.offers) or play.reading.has(
        "refuser_concession"
    )


def _under_discussion(play: Play) -> bool:
    """A demand of the character is on the table and not settled."""
    row = play.state.row(play.state.last_issue)
    return bool(play.state.last_issue) and row.spoken and row.agreed is None


# What the student does -------------------------------------------------------------------------


def _withdraw(play: Play) -> None:
    for offer in play.reading.offers:
        if offer.move != "retirer" or not offer.issue:
            continue
        row = play.state.row(offer.issue)
        item = bargaining.stakes(play.scenario.issue(offer.issue), play.subject)
        play.note("offre_etudiant", row.issue, item.start, row.student, "offre retirée")
        play.feel(MoodChange(trust=-6, patience=-3), "offre retirée")
        play.state = play.state.with_row(replace(row, student=None, given=None, agreed=None))


def _student_accepts(play: Play) -> bool:
    """« D'accord » : signs what the character has proposed. True if something was signed."""
    accepted = [offer for offer in play.reading.offers if offer.move == "accepter"]
    if not accepted or any(offer.move in ("donner", "demander") for offer in play.reading.offers):
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
            _agree(play, issue, row.demand)
            _say_accepted(play, {name: row.demand})
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
        _agree(play, issue, value)
    _say_accepted(play, trade)


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
    play.state = replace(play.state, credit=play.state.credit - 1)
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
    was_settled = play.state.row(issue.id).agreed is not None
    free = _concede(play, issue, value, covered=False)
    if was_settled:
        _renegotiate(play, issue, item, value)
    elif item.beyond_mandate(value) and not play.state.row(issue.id).exceeded:
        play.state = play.state.with_row(replace(play.state.row(issue.id), exceeded=True))
        play.ordinary_about("hors_mandat", issue, value, weight=78)
    elif not item.acceptable(value):
        _refuse(play, issue, item, value, table)
    elif item.at_least(value, _demand(play, item)):
        _accept(play, {issue.id: value})
    elif free and (play.state.arguments == 0 or temper.greed > 0):
        _want_more(play, issue, item, temper)
    elif _signs(play, item, value, temper):
        _accept(play, {issue.id: value})
    else:
        _counter(play, issue, item, table)


def _answer_request(play: Play, issue: Issue, value: float, table: Table) -> None:
    """The student asks for something and puts nothing new in front of it."""
    item, temper = bargaining.stakes(issue, play.subject), bargaining.temper_of(play.scenario)
    if not item.acceptable(value):
        _refuse(play, issue, item, value, table)
        return
    paid = play.state.credit < 0
    if item.at_least(value, _demand(play, item)) or _signs(play, item, value, temper, paid=paid):
        play.note("contrepartie_obtenue", issue.id, value)
        play.state = replace(play.state, credit=play.state.credit + 1)
        _accept(play, {issue.id: value})
        return
    other = _best_unsettled(play, but=issue.id)
    if other and temper.trade > temper.argument:
        _propose_trade(play, {issue.id: value}, other)
    else:
        _counter(play, issue, item, table)


def _answer_package(play: Play, table: Table) -> None:
    """« Si vous…, alors je… » : weighed as a whole, point against point."""
    package = table.proposed
    items = {name: bargaining.stakes(play.scenario.issue(name), play.subject) for name in package}
    for name, value in package.items():
        if not items[name].acceptable(value):
            _refuse(play, play.scenario.issue(name), items[name], value, table)
            return
    over = next((name for name in table.gives if _exceeds(play, items[name], package[name])), None)
    if over:
        play.note("hors_mandat", over, package[over], items[over].student_limit)
        play.state = play.state.with_row(replace(play.state.row(over), exceeded=True))
        play.ordinary_about("hors_mandat", play.scenario.issue(over), package[over], weight=78)
    elif _worth_signing(play, items, package):
        for name in table.gives:
            _concede(play, play.scenario.issue(name), package[name], covered=True)
        for name in table.asks or {"": 0.0}:
            play.note("contrepartie_obtenue", name, package.get(name))
        _accept(play, package)
    else:
        weakest = min(items, key=lambda name: (items[name].utility(package[name]), name))
        _counter(play, play.scenario.issue(weakest), items[weakest], table, traded=True)
        others = {name: value for name, value in package.items() if name != weakest}
        _remember_trade(play, {**others, weakest: _demand(play, items[weakest])})


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
    _counter(play, issue, bargaining.stakes(issue, play.subject), table)


def _listen_to_argument(play: Play, table: Table) -> None:
    """A value defended while a demand is on the table earns a step."""
    issue = play.scenario.issue(play.state.last_issue)
    item = bargaining.stakes(issue, play.subject)
    play.progress = True
    if play.room > 0:
        _counter(play, issue, item, table)


def _ask_how_much(play: Play) -> None:
    """A concession without a figure: the character names its own."""
    issue = _issue_in_view(play)
    if issue and play.room > 0:
        _state_demand(play, issue, bargaining.stakes(issue, play.subject))


def _renegotiate(play: Play, issue: Issue, item: Stakes, value: float) -> None:
    """A settled point comes back: better is taken, worse is refused."""
    row = play.state.row(issue.id)
    if row.agreed is None or value == row.agreed:
        play.ordinary("accuse")
    elif item.at_least(value, row.agreed):
        _accept(play, {issue.id: value})
    else:
        play.note("refus", issue.id, value, detail="personnage")
        play.feel(MoodChange(trust=-4), "retour sur un point accordé")
        play.state = play.state.with_row(replace(row, student=row.agreed))
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


# The character's moves -------------------------------------------------------------------------


def _demand(play: Play, item: Stakes) -> float:
    """Where the character stands on a point."""
    row = play.state.row(item.id)
    if row.demand is not None:
        return row.demand
    return item.start if item.at_least(item.start, item.opening) else item.opening


def _signs(play: Play, item: Stakes, value: float, temper: Temper, *, paid: bool = False) -> bool:
    """Whether a single value that is less than demanded is good enough to be signed."""
    row = play.state.row(item.id)
    if play.state.mood.trust < COLD_TRUST or not item.acceptable(value):
        return False
    bar = item.between(item.target, item.limit, temper.flex if paid else 0.0)
    convinced = paid or play.state.arguments >= temper.needs or row.rounds >= PATIENCE_ROUNDS
    return convinced and item.at_least(value, bar)


def _worth_signing(play: Play, items: dict[str, Stakes], package: dict[str, float]) -> bool:
    """Whether the points of a package, weighed together, are good enough: more of one pays for another."""
    temper = bargaining.temper_of(play.scenario)
    if play.state.mood.trust < COLD_TRUST:
        return False
    if all(item.at_least(package[name], _demand(play, item)) for name, item in items.items()):
        return True
    worth = bar = 0.0
    for name, item in items.items():
        worth += item.weight * item.utility(package[name])
        bar += item.weight * item.utility(item.between(item.target, item.limit, temper.flex))
    return worth >= bar - 1e-9


def _exceeds(play: Play, item: Stakes, value: float) -> bool:
    return item.beyond_mandate(value) and not play.state.row(item.id).exceeded


def _counter(play: Play, issue: Issue, item: Stakes, table: Table, *, traded: bool = False) -> None:
    """Turns a proposal down: takes a step if there was a reason to, holds otherwise."""
    row = play.state.row(issue.id)
    play.state = play.state.with_row(replace(row, rounds=row.rounds + 1))
    share = _share(play, row, defended=table.defended, traded=traded)
    demand = _demand(play, item)
    goal = item.between(item.target, item.limit, bargaining.temper_of(play.scenario).flex if traded else 0.0)
    if row.student is not None and item.up(row.student) > item.up(goal):
        goal = row.student
    moved = _stepped(item, row, demand, goal, share)
    if row.spoken and item.up(moved) < item.up(demand) - 1e-9:
        _step_back(play, issue, item, demand, moved)
    else:
        if share == 0.0 and row.rounds:
            play.feel(MoodChange(patience=-2), "discussion sans argument")
        _state_demand(play, issue, item)


def _step_back(play: Play, issue: Issue, item: Stakes, demand: float, moved: float) -> None:
    """The character's own concession: one step more; signs at once if it reaches the student."""
    row = play.state.row(issue.id)
    step = abs(moved - demand)
    play.state = play.state.with_row(replace(row, demand=moved, moves=row.moves + 1, last_step=step))
    play.note("concession_personnage", issue.id, moved, demand)
    if row.student is not None and item.at_least(row.student, moved) and item.acceptable(row.student):
        _accept(play, {issue.id: row.student})
        return
    play.ordinary_about("concede", issue, moved, weight=76)
    play.note("offre_personnage", issue.id, moved)


def _stepped(item: Stakes, row: Row, demand: float, goal: float, share: float) -> float:
    if item.kind != "oui-non":
        return bargaining.step_toward(item, demand, goal, share, row.last_step)
    return item.limit if share > 0 and row.rounds >= 1 and demand != item.limit else demand


def _share(play: Play, row: Row, *, defended: bool, traded: bool) -> float:
    """Share of the gap that the character is ready to give now."""
    temper, trust = bargaining.temper_of(play.scenario), play.state.mood.trust
    if trust < COLD_TRUST:
        return 0.0
    share = (temper.argument if defended else 0.0) + (temper.trade if traded else 0.0) + temper.free
    return float(min(0.7, share * temper.decay**row.moves * (0.6 + 0.8 * trust / 100)))


def _want_more(play: Play, issue: Issue, item: Stakes, temper: Temper) -> None:
    """A gift made too fast: the character holds, or climbs back, and waits longer next time."""
    row, demand = play.state.row(issue.id), _demand(play, item)
    climbed = item.between(demand, item.opening, temper.greed)
    demand = item.sign * max(item.up(demand), item.up(round(climbed / item.grain) * item.grain))
    play.state = play.state.with_row(
        replace(row, demand=demand, spoken=True, moves=row.moves + 1, rounds=row.rounds + 1)
    )
    play.note("offre_personnage", issue.id, demand)
    play.ordinary_about("demande_plus", issue, demand, weight=76)


def _refuse(play: Play, issue: Issue, item: Stakes, value: float, table: Table) -> None:
    """Beyond its limit: no, whatever is said; then where it stands."""
    play.note("refus", issue.id, value, detail="personnage")
    play.ordinary_about("refuse_offre", issue, value, weight=76)
    if play.room > 0:
        _counter(play, issue, item, table)


def _propose_trade(play: Play, asked: dict[str, float], other: Issue) -> None:
    """« D'accord pour cela, si vous me donnez ceci. »"""
    item = bargaining.stakes(other, play.subject)
    for name in asked:
        row = play.state.row(name)
        play.state = play.state.with_row(replace(row, rounds=row.rounds + 1))
    _state_demand(play, other, item)
    _remember_trade(play, {**asked, other.id: _demand(play, item)})


def _remember_trade(play: Play, trade: dict[str, float]) -> None:
    play.state = replace(play.state, trade=tuple(sorted(trade.items())))


def _state_demand(play: Play, issue: Issue, item: Stakes) -> None:
    """Says where the character stands on a point, in its author's words the first times."""
    demand, row = _demand(play, item), play.state.row(issue.id)
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


def _accept(play: Play, package: dict[str, float]) -> None:
    for name, value in package.items():
        _agree(play, play.scenario.issue(name), value)
    _say_accepted(play, package)


def _agree(play: Play, issue: Issue, value: float) -> None:
    row = play.state.row(issue.id)
    play.state = replace(
        play.state.with_row(replace(row, student=value, given=value, agreed=value)),
        last_issue=issue.id,
        trade=(),
    )
    play.note("point_accorde", issue.id, value)
    play.progress = True


def _say_accepted(play: Play, package: dict[str, float]) -> None:
    issues = [play.scenario.issue(name) for name in package]
    play.ordinary(
        "accepte_offre",
        weight=76,
        point=enumerate_french([with_article(issue.label) for issue in issues]),
        valeur=enumerate_french([value_text(issue, package[issue.id]) for issue in issues]),
    )


def _best_unsettled(play: Play, *, but: str) -> Issue | None:
    """The point that matters most to the character among those still open."""
    open_issues = [
        issue for issue in play.scenario.issues if issue.id != but and play.state.row(issue.id).agreed is None
    ]
    return max(open_issues, key=lambda issue: issue.character.weight, default=None)


def _issue_in_view(play: Play) -> Issue | None:
    if play.state.last_issue and play.state.row(play.state.last_issue).agreed is None:
        return play.scenario.issue(play.state.last_issue)
    return _best_unsettled(play, but="")
