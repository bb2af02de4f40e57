"""What a thousand rehearsals cost: `python bench/repetitions.py [répétitions]` (bar: 60 s on two cores).

Twenty turns each, said by students who speak French, the reading included (what is said again in the very
same situation is read once); and `advance` alone, on readings made beforehand (bar: 2 ms).
"""

import random
import sys
import time
from itertools import islice
from multiprocessing import Pool
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.content.library import list_scenarios  # noqa: E402
from coach.simulation import engine  # noqa: E402
from coach.simulation.draw import draw  # noqa: E402
from tests.simulation.players_crowd import CROWD  # noqa: E402
from tests.simulation.players_ear import loaded, perform  # noqa: E402
from tests.simulation.players_spoken import PLAYERS  # noqa: E402

REHEARSALS = 1000
PROCESSES = 2
BAR = 60.0
TURNS = 20
ROUNDS = 40
ADVANCE_BAR = 2.0
TALKATIVE = ("expert", "ferme", "naif", "flatteur", "hasard")
"""Players whose rehearsals last about twenty turns."""


def rehearse(seed: int) -> tuple[int, float]:
    """One rehearsal; its number of turns, and the seconds of work that it took."""
    start = time.process_time()
    names = [entry.id for entry in list_scenarios()]
    player = TALKATIVE[seed // len(names) % len(TALKATIVE)]
    turns = perform(names[seed % len(names)], PLAYERS[player], seed, marked=False).turns
    return turns, time.process_time() - start


def played(count: int) -> float:
    """Seconds of work for so many rehearsals of twenty turns, on each core: what else runs is left out."""
    with Pool(PROCESSES) as pool:
        pool.map(rehearse, range(2 * len(list_scenarios())), chunksize=1)  # the understanding is loaded
        start = time.perf_counter()
        done = pool.map(rehearse, range(count), chunksize=15)
        spent = time.perf_counter() - start
    turns, busy = sum(turns for turns, _ in done), sum(seconds for _, seconds in done)
    print(
        f"{count} répétitions, {turns} tours, lecture comprise : {spent:.1f} s à la montre, "
        f"{busy / PROCESSES:.1f} s de calcul sur chacun des {PROCESSES} cœurs"
    )
    return busy / PROCESSES * count * TURNS / turns


def advances(name: str) -> list[float]:
    """Milliseconds of each turn played without the reading."""
    scenario, spent = loaded(name).scenario, []
    for kind in CROWD:
        for seed in range(ROUNDS):
            subject = draw(scenario, seed)
            step = engine.start(scenario, subject, "examen")
            for reading in islice(CROWD[kind](name, random.Random(seed)), TURNS):
                start = time.process_time()
                step = engine.advance(scenario, subject, step.state, reading)
                spent.append((time.process_time() - start) * 1000)
                if step.state.ending:
                    break
    return sorted(spent)


def main() -> int:
    """Prints the figures; 1 when a bar is missed."""
    missed = False
    for entry in list_scenarios():
        spent = advances(entry.id)
        middle, late = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
        print(f"{entry.id} : un tour sans la lecture, p50 {middle:.2f} ms, p95 {late:.2f} ms")
        missed = missed or late > ADVANCE_BAR
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REHEARSALS
    total = played(count)
    bar = BAR * count / REHEARSALS
    print(f"soit {total:.1f} s pour {count} répétitions de {TURNS} tours (visé : {bar:.0f} s)")
    return int(missed or total > bar)


if __name__ == "__main__":
    sys.exit(main())
