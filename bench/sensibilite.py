"""How much a misread act moves a level: `python bench/sensibilite.py`.

The shipped rehearsals are marked as they were read, then again with some acts lost and as many invented,
at the rates that the person running it wants to compare. Same seeds, same figures.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from notation import played

from coach.assessment.assess import assess
from coach.assessment.credit import FAULTS
from coach.assessment.evaluation import Evaluation
from coach.assessment.grid import LEVELS
from coach.content.library import load_scenario
from coach.content.official import act_ids
from coach.language.reading import ActFound, Reading
from coach.simulation.transcript import Transcript
from coach.simulation.transcript_json import from_json

RATES = (0.05, 0.10, 0.20)
TRIALS = 40
_INVENTED = tuple(act for act in act_ids() if act not in (*FAULTS, "hors_sujet"))


def misread(transcript: Transcript, rate: float, chance: Random) -> Transcript:
    """The same rehearsal, each act replaced by another with this probability."""
    turns = (replace(turn, reading=_noisy(turn.reading, rate, chance)) for turn in transcript.turns)
    return replace(transcript, turns=tuple(turns))


def _noisy(reading: Reading, rate: float, chance: Random) -> Reading:
    def read() -> Iterator[ActFound]:
        for act in reading.acts:
            wrong = chance.random() < rate
            yield replace(act, act=chance.choice(_INVENTED)) if wrong else act

    return replace(reading, acts=tuple(read()))


def moves(one: Evaluation, other: Evaluation) -> Iterator[int]:
    """By how many levels each criterion moved."""
    for before, after in zip(one.criteria, other.criteria, strict=True):
        if before.level and after.level:
            yield abs(LEVELS.index(before.level) - LEVELS.index(after.level))


def main() -> None:
    """One line a rate."""
    transcripts = [from_json(text) for text in played()]
    for rate in RATES:
        moved: Counter[int] = Counter()
        marks: list[float] = []
        for seed, transcript in enumerate(transcripts):
            loaded = load_scenario(transcript.scenario)
            right = assess(transcript, loaded.grid, loaded.scenario)
            chance = Random(seed)
            for _ in range(TRIALS):
                wrong = assess(misread(transcript, rate, chance), loaded.grid, loaded.scenario)
                moved.update(moves(right, wrong))
                marks.append(abs((right.mark or 0) - (wrong.mark or 0)))
        total = sum(moved.values())
        farther = (total - moved[0] - moved[1]) / total
        print(
            f"{rate:.0%} d'actes mal lus : {moved[0] / total:.1%} des niveaux inchangés, "
            f"{moved[1] / total:.1%} déplacés d'un cran, {farther:.1%} de plus ; "
            f"repère déplacé de {sum(marks) / len(marks):.1f} point en moyenne"
        )


if __name__ == "__main__":
    main()
