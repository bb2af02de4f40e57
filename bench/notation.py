"""Re-assessments a second, on stored readings: `python bench/notation.py` (bar: 500 a second on two cores).

The shipped rehearsals are played once, written as JSON, then read back and marked again, ten thousand times,
by two processes, as `coach noter --json` does with thousands of files. The time of a core is told besides
the time of the clock, which depends on what else the machine does.
"""

import gc
import json
import time
import tracemalloc
from multiprocessing import Pool

from coach.assessment.assess import assess
from coach.assessment.evaluation_json import to_dict
from coach.content.library import list_replays, list_scenarios, load_replay, load_scenario
from coach.ear import make_ear
from coach.session import Session, StillClock
from coach.simulation.transcript_json import from_json, to_json

TOTAL = 10_000
PROCESSES = 2
BAR = 500
BATCH = 40
"""Readings of each rehearsal between two measures of the memory."""

_loaded = {entry.id: load_scenario(entry.id) for entry in list_scenarios()}


def played() -> list[str]:
    """Every shipped replay, played, as JSON."""
    written = []
    for name, loaded in _loaded.items():
        for path in list_replays(name):
            replay = load_replay(path)
            session = Session.begin(
                loaded, make_ear, None, StillClock(), seed=replay.seed, set_id=replay.set_id, mode=replay.mode
            )
            session.open()
            for answer in replay.answers:
                if session.hear(answer).over:
                    break
            written.append(to_json(session.transcript))
    return written


def marked(text: str) -> int:
    """Reads a transcript, fills its grid, writes the evaluation; its size."""
    transcript = from_json(text)
    loaded = _loaded[transcript.scenario]
    evaluation = assess(transcript, loaded.grid, loaded.scenario)
    return len(json.dumps(to_dict(evaluation), ensure_ascii=False))


def main() -> None:
    """Prints the rate, and how memory grows with the number of transcripts."""
    texts = played()
    many = (texts * (TOTAL // len(texts) + 1))[:TOTAL]
    with Pool(PROCESSES) as pool:
        pool.map(marked, texts)
        start = time.perf_counter()
        pool.map(marked, many, chunksize=50)
        rate = len(many) / (time.perf_counter() - start)
    print(
        f"{len(many)} répétitions relues et notées : {rate:.0f} par seconde "
        f"sur {PROCESSES} cœurs (visé : {BAR})"
    )
    start = time.process_time()
    for text in texts * 20:
        marked(text)
    print(f"temps d'un cœur : {(time.process_time() - start) / len(texts) / 20 * 1000:.1f} ms par répétition")
    tracemalloc.start()
    sizes = []
    for _ in range(3):
        for text in texts * BATCH:
            marked(text)
        gc.collect()
        sizes.append(tracemalloc.get_traced_memory()[0] // 1024)
    counts = ", ".join(str(len(texts) * BATCH * batch) for batch in (1, 2, 3))
    print(f"mémoire après {counts} notations : {sizes} Ko")


if __name__ == "__main__":
    main()
