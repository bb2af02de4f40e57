"""The law file: the teacher's own if there is one, else ours; and the criteria that nothing can show."""

from functools import lru_cache
from pathlib import Path

from coach.assessment.law import Law
from coach.content.official import criteria
from coach.content.packs import exists
from coach.content.schema.coverage import COVERAGE, Coverage, Unseen
from coach.content.schema.law import LAW
from coach.content.sources import Source, load
from coach.content.work import did_you_mean
from coach.paths import data_dir, rubrics_dir

LAW_FILE = "loi.yaml"
COVERAGE_FILE = "non-observables.yaml"


def law_path() -> Path:
    """The teacher's law file, in the folder of his data; else the one we ship."""
    own = data_dir() / LAW_FILE
    return own if exists(own, folder=False) else rubrics_dir() / LAW_FILE


def law_source() -> Source[Law]:
    """The law in force here, with every problem found in it."""
    return law_at(law_path())


def law_at(path: Path) -> Source[Law]:
    """The law of a file, read again once the file has changed."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _law(path, changed)


@lru_cache(maxsize=8)
def _law(path: Path, changed: int) -> Source[Law]:
    source = load(path, LAW)
    for place, law in source.work.each(Law):
        for position, rule in enumerate(law.rules):
            if rule.since > law.read_on:
                message = f"La règle « {rule.id} » s'applique après le jour de relecture du fichier."
                advice = "corrigez « depuis », ou relisez le fichier et changez « relue_le »"
                source.note("C108", (*place, "regles", position, "depuis"), message, advice)
    return source


def rule_ids() -> tuple[str, ...]:
    """Identifiers of the rules of the law in force, even in a file that has faults."""
    return tuple(law_source().work.names.get("regle", ()))


def coverage_at(path: Path) -> Source[Coverage]:
    """The criteria that nothing can show, each of the référentiel."""
    source = load(path, COVERAGE)
    for place, unseen in source.work.each(Unseen):
        if unseen.criterion not in criteria():
            message = f"Le critère « {unseen.criterion} » n'est pas dans le référentiel."
            source.note("C050", (*place, "critere"), message, did_you_mean(unseen.criterion, criteria()))
    return source


def coverage_source() -> Source[Coverage]:
    """Ours."""
    return coverage_at(rubrics_dir() / COVERAGE_FILE)
