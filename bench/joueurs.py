"""Who gets what: `python bench/joueurs.py [répétitions par joueur] [scénario…]`.

Students of known skill, who speak French and are read by the real reader, play every shipped scenario over
many draws. One row a player: what the agreement is worth to the student and to the character (nothing
without a signature, 1 is all that a side hopes for), the mark of the grid, the unpaid concessions, the turns,
the endings.
"""

import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.content.library import list_scenarios  # noqa: E402
from tests.simulation.players_ear import Performance, perform  # noqa: E402
from tests.simulation.players_spoken import EXPLOITS, PLAYERS  # noqa: E402

SEEDS = 50
PROCESSES = 2
MARGIN = 0.1
"""By how much the expert's value must beat the naïve's."""


def games(task: tuple[str, str, int]) -> tuple[str, str, list[Performance]]:
    """All the rehearsals of a player in a scenario."""
    name, player, count = task
    return name, player, [perform(name, PLAYERS[player], seed) for seed in range(count)]


def row(player: str, played: list[Performance]) -> str:
    """One line of the table."""
    unpaid = mean(
        sum(event.kind == "concession_sans_contrepartie" for event in game.events()) for game in played
    )
    endings = Counter(game.ending.id for game in played).most_common()
    shares = ", ".join(f"{ending} {100 * count // len(played)} %" for ending, count in endings)
    return (
        f"{player:12} {mean(g.student for g in played):6.3f} {mean(g.character for g in played):6.3f} "
        f"{mean(g.mark for g in played):6.1f} {unpaid:5.1f} {mean(g.turns for g in played):6.1f}  {shares}"
    )


def main() -> int:
    """Prints the tables; 1 when a player is not where he should be."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    names = sys.argv[2:] or [entry.id for entry in list_scenarios()]
    with Pool(PROCESSES) as pool:
        tasks = [(name, player, count) for name in names for player in PLAYERS]
        found = {(name, player): played for name, player, played in pool.imap_unordered(games, tasks)}
    faults = []
    for name in names:
        print(f"\n{name}, {count} répétitions par joueur")
        print(f"{'joueur':12} {'étud.':>6} {'perso.':>6} {'/20':>6} {'dons':>5} {'tours':>6}  issues")
        by_player = {player: found[name, player] for player in PLAYERS}
        order = sorted(by_player, key=lambda player: -mean(g.mark for g in by_player[player]))
        for player in order:
            print(row(player, by_player[player]))
        faults += misplaced(name, by_player)
    print("\n" + ("\n".join(faults) or "Chacun est à sa place."))
    return int(bool(faults))


def misplaced(name: str, played: dict[str, list[Performance]]) -> list[str]:
    """What is wrong in the ranking."""
    value = {player: mean(game.student for game in games) for player, games in played.items()}
    mark = {player: mean(game.mark for game in games) for player, games in played.items()}
    faults = []
    if not value["expert"] > value["ferme"] > value["naif"] or value["expert"] < value["naif"] + MARGIN:
        faults.append(f"{name} : la valeur obtenue ne classe pas expert, ferme, naïf")
    if not mark["expert"] > mark["ferme"] > mark["naif"]:
        faults.append(f"{name} : la grille ne classe pas expert, ferme, naïf")
    for player in EXPLOITS:
        if value[player] >= value["expert"] or mark[player] >= mark["expert"]:
            faults.append(f"{name} : « {player} » fait aussi bien que l'expert")
    return faults


if __name__ == "__main__":
    sys.exit(main())
