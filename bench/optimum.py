"""Agreements next to the best possible ones: `python bench/optimum.py [répétitions]`.

An independent brute force, which knows nothing of `coach/simulation/ledger.py`, lists every agreement on a
fine scale of the same preferences, keeps the Pareto frontier and the Nash point, and compares them with what
the ledger tells the student; then shows how near the players' agreements come to them.
"""

import itertools
import sys
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.content.library import list_scenarios  # noqa: E402
from coach.simulation import ledger  # noqa: E402
from coach.simulation.draw import draw  # noqa: E402
from coach.simulation.scenario import Issue, Scenario, Subject  # noqa: E402
from tests.simulation.players_ear import loaded, perform  # noqa: E402
from tests.simulation.players_spoken import PLAYERS  # noqa: E402

SCALE = 121
"""Values tried on each point."""
TOLERANCE = 0.02
"""Difference forgiven to the ledger, whose scale is that of what people say."""
GAMES = 12


def share(value: float, zero: float, one: float) -> float:
    """Where a value stands between the worst and the best for somebody, 0 to 1."""
    if zero == one:
        return float(value == one)
    return min(1.0, max(0.0, (value - zero) / (one - zero)))


def values(issue: Issue, subject: Subject) -> list[float]:
    """The values that both sides could sign, from the character's limit to the student's mandate."""
    theirs, mine = subject.number(issue.character.limit), subject.number(issue.student.limit)
    ahead = mine - theirs if issue.character_wants == "plus" else theirs - mine
    if ahead < 0:
        return []
    if issue.kind == "oui-non":
        return sorted({theirs, mine})
    whole = issue.kind in ("duree", "nombre", "quantite")
    found = {theirs + (mine - theirs) * place / (SCALE - 1) for place in range(SCALE)}
    return sorted({float(round(value)) for value in found} if whole else found)


def worths(scenario: Scenario, subject: Subject, deal: tuple[float, ...]) -> tuple[float, float]:
    """(student, character) of an agreement."""
    mine = theirs = my_weight = their_weight = 0.0
    for issue, value in zip(scenario.issues, deal, strict=True):
        one, other = issue.student, issue.character
        mine += one.weight * share(value, subject.number(one.limit), subject.number(one.opening))
        theirs += other.weight * share(value, subject.number(other.limit), subject.number(other.opening))
        my_weight, their_weight = my_weight + one.weight, their_weight + other.weight
    return mine / my_weight, theirs / their_weight


def frontier(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The agreements that no other betters for both."""
    best, kept = -1.0, []
    for pair in sorted(pairs, key=lambda each: (-each[0], -each[1])):
        if pair[1] > best + 1e-12:
            best = pair[1]
            kept.append(pair)
    return kept


def compare(scenario: Scenario, subject: Subject) -> list[str]:
    """What the ledger says otherwise than the brute force."""
    deals = itertools.product(*(values(issue, subject) for issue in scenario.issues))
    pairs = [worths(scenario, subject, deal) for deal in deals]
    if not pairs:
        return [f"{scenario.id}/{subject.set_id} : aucun accord n'est possible"]
    best = frontier(pairs)
    nash = max(best, key=lambda pair: (pair[0] * pair[1], pair[0]))
    told = ledger.outcome(scenario, subject, {})
    assert told is not None
    checks = {
        "meilleur": (told.best_student, best[0][0]),
        "nash": (told.nash[0] * told.nash[1], nash[0] * nash[1]),
        "pareto": (told.best_at_same_cost, max(a for a, b in pairs if b >= told.character - 1e-9)),
    }
    print(
        f"{scenario.id:22} {subject.set_id or 'origine':20} "
        f"meilleur {best[0][0]:.3f} ({told.best_student:.3f})  "
        f"Nash {nash[0]:.3f}/{nash[1]:.3f} ({told.nash[0]:.3f}/{told.nash[1]:.3f})  "
        f"frontière de {len(best)} accords sur {len(pairs)}"
    )
    return [
        f"{scenario.id}/{subject.set_id} : {name} {said:.3f} au lieu de {true:.3f}"
        for name, (said, true) in checks.items()
        if abs(said - true) > TOLERANCE
    ]


def reached(name: str, games: int) -> None:
    """How near the players' agreements come to the best one."""
    for player in ("expert", "ferme", "naif"):
        signed = [
            game
            for seed in range(games)
            if (game := perform(name, PLAYERS[player], seed, marked=False)).signed
        ]
        if not signed:
            print(f"  {player:8} n'a rien signé")
            continue
        found = [game.outcome for game in signed if game.outcome]
        print(
            f"  {player:8} {len(signed)}/{games} accords : {mean(o.student for o in found):.3f} obtenu, "
            f"{mean(o.left_on_the_table for o in found):.3f} laissé sur la table, "
            f"{mean(o.student / o.best_student for o in found if o.best_student):.0%} du meilleur possible"
        )


def main() -> int:
    """Prints the comparison; 1 when the ledger is wrong."""
    games = int(sys.argv[1]) if len(sys.argv) > 1 else GAMES
    faults = []
    for entry in list_scenarios():
        scenario = loaded(entry.id).scenario
        if scenario.issues:
            for each in ("", *(item.id for item in scenario.sets)):
                faults += compare(scenario, draw(scenario, 1, each))
            reached(entry.id, games)
    print("\n" + ("\n".join(faults) or "Le grand livre dit vrai."))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
