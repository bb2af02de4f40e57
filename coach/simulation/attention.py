"""What of an utterance is about what: spans of the reading compared, questions told from statements."""

from typing import Literal, Protocol

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


def words(text: str) -> list[str]:
    """The words of a text, roughly: what stands between spaces and holds a letter or a digit."""
    return [word for word in text.split() if any(character.isalnum() for character in word)]
