"""French words without their endings, roughly: « rembourser », « remboursement » and « remboursé » as one."""

from coach.language.spelling import word_set

_ENDINGS = sorted(
    word_set("""
    issements ements ement ations ation itions ition ions ion aient erait erais eront eriez ais ait
    antes ante ants ant era erai iez ons ent ees ee es er ez is ir it i e s x
    """),
    key=lambda ending: (-len(ending), ending),
)
_SHORTEST = 4
"""Letters that stay at least."""


def stem(word: str) -> str:
    """A folded word without its longest known ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
