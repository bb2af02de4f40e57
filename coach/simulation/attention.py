"""What of an utterance is about what: spans of the reading compared, questions told from statements."""

import re
from typing import Literal, Protocol

from coach.language.folding import fold
from coach.language.reading import Match, QuestionForm, Reading

OPEN_ACTS = ("question_ouverte", "relancer", "inviter_autodiagnostic")
ASKING_ACTS = (
    *OPEN_ACTS,
    "question_fermee",
    "identifier_interlocuteur",
    "verifier_disponibilite",
    "valider_comprehension",
)
DEFENCE_ACTS = ("defendre_valeur", "apporter_preuve", "argumenter", "justifier_choix", "presenter_resultat")
OFFER_ACTS = (
    "proposer_solution",
    "annoncer_prix",
    "argumenter",
    "defendre_valeur",
    "conceder",
    "proposer_alternative",
    "proposer_plan_action",
    "fixer_objectif",
    "presenter_resultat",
    "justifier_choix",
    "prendre_en_charge",
)
"""Acts by which the student puts something forward: before any of them there is nothing to conclude."""


_EMPTY_WORDS = (
    "vous nous elle elles avec dans pour cette ceux leur leurs votre notre vos nos mais donc "
    "alors plus moins tout tous toute toutes bien tres aussi comme quand sans sous chez etre "
    "avoir fait faire sont avez etes sera serait peut peux pouvez pourrait cela ainsi entre "
    "apres avant deja encore meme quel quelle "
)
"""Words that say nothing of the subject."""
_EMPTY = frozenset(_EMPTY_WORDS.split())


class Span(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def best_matches(reading: Reading, kind: str) -> tuple[Match, ...]:
    """Matches of a kind in the order of the text, one a place: the likeliest, and one a target."""
    kept: list[Match] = []
    ranked = sorted(
        (match for match in reading.matches if match.kind == kind),
        key=lambda match: (-match.confidence, match.start, match.target),
    )
    for match in ranked:
        if not any(overlap(match, other) or match.target == other.target for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: (match.start, match.target)))


def asks(reading: Reading, match: Match) -> bool:
    """Whether this part of the utterance asks something."""
    return (
        reading.question != "aucune"
        or "?" in reading.text[match.start : match.end + 2]
        or any(found.act in ASKING_ACTS and overlap(found, match) for found in reading.acts)
    )


def form_of(reading: Reading, match: Match) -> Literal["ouverte", "fermee"]:
    """Whether this part asks openly. « Parlez-moi de… », which asks without a question, is open."""
    if any(found.act in OPEN_ACTS and overlap(found, match) for found in reading.acts):
        return "ouverte"
    if any(found.act == "question_fermee" and overlap(found, match) for found in reading.acts):
        return "fermee"
    form: QuestionForm = reading.question
    return "fermee" if form == "fermee" else "ouverte"


def shared_stems(text: str, samples: tuple[str, ...]) -> int:
    """How many different content words a text has in common with samples, endings apart."""
    return len(_stems(text) & {stem for sample in samples for stem in _stems(sample)})


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", fold(text)) if word not in _EMPTY}


def words(text: str) -> list[str]:
    """The words of a text, roughly: what stands between spaces and holds a letter or a digit."""
    return [word for word in text.split() if any(character.isalnum() for character in word)]
