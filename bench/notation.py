"""Re-assessments a second, on stored readings: `python bench/notation.py` (bar: 500 a second on two cores).

The shipped rehearsals are played once, written as JSON, then read back and marked again and again by two
processes, as `coach noter` does with thousands of files.
"""

import time
import tracemalloc
from multiprocessing import Pool

from coach.assessment.assess import assess
from coach.assessment.evaluation_json import to_json as evaluation_to_json
from coach.content.library import list_replays, list_scenarios, load_replay, load_scenario
from coach.ear import make_ear
from coach.session import Session, StillClock
from coach.simulation.transcript_json import from_json, to_json

ROUNDS = 100
PROCESSES = 2
BAR = 500

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
    return len(evaluation_to_json(assess(transcript, loaded.grid, loaded.scenario)))


def main() -> None:
    """Prints the rate, and how memory grows with the number of transcripts."""
    texts = played()
    many = texts * ROUNDS
    with Pool(PROCESSES) as pool:
        pool.map(marked, texts)
        start = time.perf_counter()
        pool.map(marked, many, chunksize=50)
        rate = len(many) / (time.perf_counter() - start)
    print(
        f"{len(many)} répétitions relues et notées : {rate:.0f} par seconde "
        f"sur {PROCESSES} cœurs (visé : {BAR})"
    )
    tracemalloc.start()
    sizes = []
    for _ in range(3):
        for text in texts * 10:
            marked(text)
        sizes.append(tracemalloc.get_traced_memory()[0] // 1024)
    print(f"mémoire après {len(texts) * 10}, {len(texts) * 20} et {len(texts) * 30} notations : {sizes} Ko")


if __name__ == "__main__":
    main()
