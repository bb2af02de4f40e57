"""`coach analyser`: shows how an utterance is read; in bulk, from JSON lines."""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coach.content.acts import read_act_file
from coach.ear import encoder, reader
from coach.errors import CoachError, ContentError, UsageError, reason
from coach.language.common_issues import COMMON_ISSUES
from coach.language.quantities import to_json
from coach.language.reading import ActFound, Context, Offer, Reading

_SAMPLE = '{"id": 1, "texte": "…"}'
_FLOOR = 0.1
"""Confidence from which an act of another taxonomy is shown, unless only one is asked for."""


@dataclass(frozen=True, slots=True)
class _Utterance:
    id: str
    text: str
    previous: str


def run(options: argparse.Namespace) -> int:
    """Reads one utterance, or every line of a file."""
    if (options.text is None) == (options.fichier is None):
        raise UsageError("Donnez soit un texte entre guillemets, soit --fichier F.jsonl.")
    if options.unique and not options.actes:
        raise UsageError("--unique accompagne --actes.")
    _check_day(options.date)
    read = _other_acts(Path(options.actes), options.unique) if options.actes else _our_acts(options.date)
    if options.text is not None:
        document = read(_Utterance("", options.text, options.precedent))
        if options.json:
            del document["id"]
            print(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            _tell(document)
        return 0
    for utterance in _lines(Path(options.fichier), options.precedent):
        print(json.dumps(read(utterance), ensure_ascii=False))
    return 0


def _our_acts(today: str) -> Callable[[_Utterance], dict[str, Any]]:
    def read(utterance: _Utterance) -> dict[str, Any]:
        context = Context(previous=utterance.previous, today=today, issues=COMMON_ISSUES)
        return _to_dict(utterance, reader().read(utterance.text, context))

    return read


def _other_acts(path: Path, unique: bool) -> Callable[[_Utterance], dict[str, Any]]:
    """A classifier learned on the spot from another taxonomy: the likeliest acts, ranked."""
    from coach.language.classifier import Classifier

    classifier = Classifier(read_act_file(path), encoder())

    def read(utterance: _Utterance) -> dict[str, Any]:
        ranked = classifier.rank(utterance.text)
        kept = ranked[:1] if unique else [pair for pair in ranked if pair[1] >= _FLOOR]
        acts = [{"id": act, "confiance": confidence} for act, confidence in kept]
        return {"id": utterance.id, "actes": acts}

    return read


def _to_dict(utterance: _Utterance, reading: Reading) -> dict[str, Any]:
    return {
        "id": utterance.id,
        "actes": [_act(found) for found in reading.acts],
        "quantites": [to_json(quantity) for quantity in reading.quantities],
        "offres": [_offer(offer) for offer in reading.offers],
        "question": reading.question,
        "negation": reading.negative,
        "registre": reading.register,
        "dans_le_sujet": reading.in_scope,
    }


def _act(found: ActFound) -> dict[str, Any]:
    return {
        "id": found.act,
        "confiance": found.confidence,
        "debut": found.start,
        "fin": found.end,
        "raison": found.reason,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "geste": offer.move,
        "point": offer.issue,
        "valeur": offer.value,
        "sous_condition": offer.conditional,
        "dernier_mot": offer.final,
        "debut": offer.start,
        "fin": offer.end,
    }


def _tell(document: dict[str, Any]) -> None:
    acts = document["actes"]
    if not acts:
        print("Aucun acte reconnu.")
    for act in acts:
        print(f"{act['id']:26} {act['confiance']:.2f}  {act.get('raison', '')}")
    for quantity in document.get("quantites", ()):
        print(f"  {quantity['type']} : {quantity['valeur']} {quantity['unite']}  « {quantity['texte']} »")
    for offer in document.get("offres", ()):
        print(f"  {_told_offer(offer)}")
    if document.get("question", "aucune") != "aucune":
        print(f"  question {document['question'].replace('fermee', 'fermée')}")


def _told_offer(offer: dict[str, Any]) -> str:
    """One offer in a few words: « donner remise 5, sous condition »."""
    value = "" if offer["valeur"] is None else f" {offer['valeur']:g}"
    ties = ", sous condition" if offer["sous_condition"] else ""
    last = ", dernier mot" if offer["dernier_mot"] else ""
    return f"offre\u00a0: {offer['geste']} {offer['point']}{value}{ties}{last}"


def _lines(path: Path, previous: str) -> list[_Utterance]:
    """Every line of a file, before anything is printed: a faulty file prints nothing but its fault."""
    try:
        rows = path.read_bytes().splitlines()
    except OSError as error:
        raise CoachError(f"Le fichier « {path} » ne peut pas être lu ({reason(error)}).") from error
    utterances = [
        _parse(row, f"{path}:{number}", previous) for number, row in enumerate(rows, 1) if row.strip()
    ]
    if not utterances:
        raise ContentError(f"{path} : ce fichier est vide. Écrivez un objet JSON par ligne : {_SAMPLE}")
    return utterances


def _parse(line: bytes, place: str, previous: str) -> _Utterance:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ContentError(
            f"{place} : cette ligne n'est pas en UTF-8. Enregistrez le fichier en UTF-8."
        ) from error
    except (ValueError, RecursionError) as error:
        raise ContentError(f"{place} : ce n'est pas un objet JSON sur une ligne.") from error
    if not isinstance(row, dict) or not isinstance(row.get("texte"), str):
        raise ContentError(f"{place} : il faut au moins « texte », une chaîne. Exemple : {_SAMPLE}")
    before = row.get("precedent", previous)
    return _Utterance(row.get("id", ""), row["texte"], before if isinstance(before, str) else "")


def _check_day(day: str) -> None:
    try:
        if day:
            date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"« {day} » n'est pas une date ; écrivez-la AAAA-MM-JJ.") from error
