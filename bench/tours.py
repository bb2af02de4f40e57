"""What a turn costs: `python bench/tours.py [scénario]`.

Plays a shipped rehearsal many times with the real reader; prints the load time of the understanding,
the 50th and 95th percentiles of a turn (reading, engine and journal included) and the peak memory.
"""

import sys
import tempfile
import time
from pathlib import Path

from coach.content.library import list_replays, load_replay, load_scenario
from coach.ear import make_ear
from coach.journal.journal import Journal
from coach.session import Session, WallClock

ROUNDS = 10


def peak_megabytes() -> float:
    """Peak resident memory of this process."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000


def main() -> None:
    """Prints the figures."""
    name = sys.argv[1] if len(sys.argv) > 1 else "fontaines-ateliers"
    loaded = load_scenario(name)
    replay = load_replay(next(path for path in list_replays(name) if ".fort." in path.name))
    durations: list[float] = []
    with tempfile.TemporaryDirectory() as folder, Journal(Path(folder) / "journal.sqlite3") as journal:
        for round_number in range(ROUNDS):
            session = Session.begin(loaded, make_ear, journal, WallClock(), seed=replay.seed, set_id="")
            start = time.perf_counter()
            session.prepare()
            if round_number == 0:
                print(f"compréhension prête en {time.perf_counter() - start:.2f} s")
            session.open()
            for answer in replay.answers:
                start = time.perf_counter()
                if session.hear(answer).over:
                    break
                durations.append((time.perf_counter() - start) * 1000)
    durations.sort()
    middle, late = durations[len(durations) // 2], durations[int(len(durations) * 0.95)]
    print(
        f"un tour : p50 {middle:.1f} ms, p95 {late:.1f} ms, sur {len(durations)} tours (visé : p95 ≤ 50 ms)"
    )
    print(f"mémoire de pointe : {peak_megabytes():.0f} Mo (visé : ≤ 250 Mo)")


if __name__ == "__main__":
    main()
