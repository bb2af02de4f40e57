"""What an utterance is credited with: each act once, and nothing for recitation, copying or repetition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from coach.assessment.sheet import Sheet, copied_share, copied_spans
from coach.assessment.vocabulary import matter, plain
from coach.language.folding import fold
from coach.language.reading import ActFound, Reading
from coach.simulation.transcript import Turn

FAULTS = ("agresser", "denigrer_concurrent", "etre_familier", "forcer")
LEAST_CONFIDENCE = 0.3
"""Under it an act was hardly read at all; the language room has its own threshold for each act above that."""
FAULT_CONFIDENCE = 0.6
"""A fault costs dear: it must be read more surely."""
SHORT_MESSAGE = 15
"""Words under which a fault whose place is not known (« tu ») colours the whole message."""
SAME_FORMULA = 90
"""Likeness (0 to 100) from which two wordings are one formula."""
_RITUAL = frozenset(
    {"saluer", "se_presenter", "identifier_interlocuteur", "verifier_disponibilite", "remercier"}
    | {"prendre_conge", "valider_comprehension", "hors_sujet", *FAULTS}
)
"""Short by nature: three of them fit in a polite sentence."""
_FAMILIES = (
    ("annoncer_objet", "creer_lien"),
    ("question_ouverte", "question_fermee", "relancer"),
    ("reformuler", "manifester_empathie"),
    ("argumenter", "apporter_preuve", "proposer_solution", "annoncer_prix"),
    ("accueillir_objection", "controler_objection", "defendre_valeur"),
    ("conceder", "demander_contrepartie", "refuser_concession", "proposer_alternative"),
    ("proposer_conclusion", "fixer_prochaine_etape", "recapituler", "proposer_complement"),
)
_ABOUT_THE_CASE = frozenset(
    {"argumenter", "apporter_preuve", "proposer_solution", "defendre_valeur", "justifier_choix"}
    | {"presenter_resultat", "analyser_ecart", "proposer_plan_action"}
)
"""Acts that cannot be done at length without a word of the case: a plan or a question can."""
LONG_MESSAGE = 15
"""Words from which a message is expected to speak of the case."""
LEAST_ABOUT = 0.34
"""Share of its matter that must; the honest arguments of the replays have 0.6 at least, those of other
scenarios rarely half of that."""
_ASTRAY = "presque rien dans ce message ne parle de cette affaire"
_FACTS_READ_ALOUD = ("annoncer_prix",)
"""Quoting a figure of the sheet is using it; reading the sheet out is not."""
_READ_ALOUD = "texte lu dans la fiche-sujet ou les documents"
MOSTLY = 0.6
"""Share of a long message which, taken from the sheet, makes the whole of it a reading."""
LONGEST_QUOTATION = 200
"""Characters of the sheet in one message from which even its figures are only read out."""
_MUTE_EVENTS = {
    "redite": "redite : cette formule a déjà été dite",
    "hors_sujet": "hors sujet",
    "incompris": "message incompréhensible",
}
_NOT_A_LIST = re.compile(
    r"\b(?:je|j|tu|il|elle|on|nous|vous|ils|elles|c|ca|cela|est|sont|suis|ai|as|ont|avons|etes|sommes"
    r"|moi|qui|que|quel|quelle|quels|quelles|comment|pourquoi|combien|peut|faut|[a-z]{3,}ez|[a-z]{3,}ons)\b"
)
_SEPARATOR = re.compile(r"[,;/\n.•|+-]+")


@dataclass(frozen=True, slots=True)
class Said:
    """An act with its place, credited or not."""

    turn: int
    act: str
    start: int
    end: int
    confidence: float
    quote: str
    reason: str
    """Why it was read; for an act that earns nothing, why it does not."""


@dataclass(frozen=True, slots=True)
class Credits:
    """What was credited, and what was not with the reason."""

    said: tuple[Said, ...]
    withheld: tuple[Said, ...]
    mute: frozenset[int]
    """Utterances that earn nothing at all."""
    recited: dict[int, tuple[tuple[int, int], ...]]
    """Parts of utterances in which the sheet is read out at length."""


def credits_of(turns: tuple[Turn, ...], sheet: Sheet, known: frozenset[str]) -> Credits:
    """Sorts the acts of a talk. `known`: stems of what this case is about."""
    said: list[Said] = []
    withheld: list[Said] = []
    muted: set[int] = set()
    recited: dict[int, tuple[tuple[int, int], ...]] = {}
    formulas: dict[str, list[tuple[str, int]]] = {}
    for turn in turns:
        copied = copied_spans(turn.reading.text, sheet)
        about = _about(turn, known) if len(turn.reading.text.split()) >= LONG_MESSAGE else 1.0
        mute = _mute(turn, about) or _all_read(turn, sheet)
        if mute:
            muted.add(turn.number)
        elif _length(copied) >= LONGEST_QUOTATION:
            recited[turn.number] = copied
        faults = _faults(turn)
        for act in _once(turn.reading):
            reason = (
                mute
                or (_ASTRAY if about < LEAST_ABOUT and act.act in _ABOUT_THE_CASE else "")
                or _spoilt(act, faults)
                or _read_aloud(act, copied, at_length=turn.number in recited)
                or _repeated(turn, act, formulas)
            )
            (withheld if reason else said).append(_said(turn, act, reason or act.reason))
    return Credits(tuple(said), tuple(withheld), frozenset(muted), recited)


def _once(reading: Reading) -> list[ActFound]:
    """The acts of an utterance, each once: its surest place."""
    best: dict[str, ActFound] = {}
    for found in reading.acts:
        least = FAULT_CONFIDENCE if found.act in FAULTS else LEAST_CONFIDENCE
        kept = best.get(found.act)
        if found.confidence >= least and (kept is None or found.confidence > kept.confidence):
            best[found.act] = found
    return sorted(best.values(), key=lambda found: (found.start, found.end, found.act))


def _said(turn: Turn, act: ActFound, reason: str) -> Said:
    text = turn.reading.text
    start, end = (act.start, act.end) if act.start < act.end <= len(text) else (0, len(text))
    return Said(turn.number, act.act, start, end, act.confidence, text[start:end], reason)


def _mute(turn: Turn, about: float) -> str:
    """Why a whole utterance earns nothing; empty when it may. `about`: how much of it is about the case."""
    for event in turn.events:
        if event.kind in _MUTE_EVENTS:
            return _MUTE_EVENTS[event.kind]
    reading = turn.reading
    if not reading.in_scope or reading.has("hors_sujet"):
        return "hors sujet"
    matter_acts = {found.act for found in reading.acts if found.act not in _RITUAL}
    count = len(reading.text.split())
    if len(matter_acts) > 5 and count < 25:
        return "trop de techniques pour si peu de mots"
    families = sum(1 for family in _FAMILIES if matter_acts.intersection(family))
    if families >= 5 and len(matter_acts) >= 8:
        return "toutes les techniques récitées d'un seul souffle"
    if len(matter_acts) >= 3 and _is_list(reading.text):
        return "une liste de mots n'est pas une phrase"
    if matter_acts & _ABOUT_THE_CASE and not about:
        return "rien dans ce message ne parle de cette affaire"
    return ""


def _all_read(turn: Turn, sheet: Sheet) -> str:
    """Whether a long message is little else than the sheet."""
    text = turn.reading.text
    return _READ_ALOUD if len(text) >= LONGEST_QUOTATION and copied_share(text, sheet) >= MOSTLY else ""


def _length(spans: Sequence[tuple[int, int]]) -> int:
    """Characters covered, each once."""
    return len({place for start, end in spans for place in range(start, end)})


def _is_list(text: str) -> bool:
    """Four short items or more without anyone doing anything."""
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    return len(items) >= 4 and len(text.split()) <= 3 * len(items) and not _NOT_A_LIST.search(fold(text))


def _about(turn: Turn, known: frozenset[str]) -> float:
    """How much of what a message speaks of belongs to the case, or to what has just been said."""
    stems = matter(turn.reading.text)
    if not stems or not known:
        return 1.0
    just_said = matter(turn.previous)
    return sum(stem in known or stem in just_said for stem in stems) / len(stems)


def _faults(turn: Turn) -> list[tuple[int, int]]:
    """Where a fault was surely read, or noted by the engine; a short message is spoilt by it as a whole."""
    noted = {event.subject for event in turn.events if event.kind == "faute"}
    places = [
        (act.start, act.end)
        for act in turn.reading.acts
        if act.act in FAULTS and (act.confidence >= FAULT_CONFIDENCE or act.act in noted)
    ]
    whole = (0, len(turn.reading.text))
    return [whole] if noted and not places and len(turn.reading.text.split()) < SHORT_MESSAGE else places


def _spoilt(act: ActFound, faults: list[tuple[int, int]]) -> str:
    if act.act in FAULTS or not _shared(act, faults):
        return ""
    return "dit sur un ton déplacé"


def _shared(act: ActFound, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether most of an act lies within these parts of the text."""
    length = max(1, act.end - act.start)
    return sum(max(0, min(end, act.end) - max(start, act.start)) for start, end in spans) >= 0.6 * length


def _read_aloud(act: ActFound, copied: Sequence[tuple[int, int]], *, at_length: bool) -> str:
    if act.act in _FACTS_READ_ALOUD and not at_length:
        return ""
    return _READ_ALOUD if _shared(act, copied) else ""


def _repeated(turn: Turn, act: ActFound, formulas: dict[str, list[tuple[str, int]]]) -> str:
    quote = plain(turn.reading.text[act.start : act.end] or turn.reading.text)
    earlier = formulas.setdefault(act.act, [])
    for formula, number in earlier:
        if fuzz.ratio(formula, quote, score_cutoff=SAME_FORMULA):
            return f"formule déjà comptée au tour {number}"
    earlier.append((quote, turn.number))
    return ""
