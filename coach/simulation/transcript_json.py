"""The transcript as versioned JSON with French keys, and back: `to_dict` and `from_dict` are exact inverses.

    version 1
    scenario, pack, empreinte_scenario, grille, empreinte_grille, moteur, mode, debut
    sujet             {scenario, jeu, graine, valeurs: {parameter: number or text}}
    tours             [{numero, phase, scene, texte, lecture, repliques: [{texte, source}],
                        evenements: [{type, sujet, valeur, avant, detail}],
                        humeur: [confiance, patience, interet], instant, delai, precedent}]
    fin, notes
    auto_evaluation   [{critere, niveau}]

A newer version is refused with a sentence; so is anything malformed, oversized or mistyped.
"""

import json
from typing import get_args

from coach.simulation.events import Event, EventKind, Reply
from coach.simulation.json_values import FARTHEST, Fields, JsonObject, check_version, parse
from coach.simulation.reading_json import READING_KEYS, reading_from_fields, reading_to_dict
from coach.simulation.scenario import Subject
from coach.simulation.transcript import TRANSCRIPT_VERSION, Mode, Phase, Transcript, Turn

WHAT = "la transcription"
MOST_TURNS = 1000
_MOST = 400
"""Replies or events of one turn, criteria of a self-assessment."""
_TRANSCRIPT = frozenset(
    {"version", "scenario", "pack", "empreinte_scenario", "grille", "empreinte_grille", "moteur", "mode"}
    | {"debut", "sujet", "tours", "fin", "notes", "auto_evaluation"}
)
_SUBJECT = frozenset({"scenario", "jeu", "graine", "valeurs"})
_TURN = frozenset(
    {"numero", "phase", "scene", "precedent", "texte", "lecture", "repliques", "evenements"}
    | {"humeur", "instant", "delai"}
)
_REPLY = frozenset({"texte", "source"})
_EVENT = frozenset({"type", "sujet", "valeur", "avant", "detail"})
_OWN_LEVEL = frozenset({"critere", "niveau"})
_MODES: tuple[Mode, ...] = get_args(Mode)
_PHASES: tuple[Phase, ...] = get_args(Phase)
_EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
_OWN_LEVELS = ("TI", "I", "S", "TS")


def to_dict(transcript: Transcript) -> JsonObject:
    """The transcript as JSON data."""
    return {
        "version": TRANSCRIPT_VERSION,
        "scenario": transcript.scenario,
        "pack": transcript.pack,
        "empreinte_scenario": transcript.scenario_digest,
        "grille": transcript.grid,
        "empreinte_grille": transcript.grid_digest,
        "moteur": transcript.engine,
        "mode": transcript.mode,
        "debut": transcript.started,
        "sujet": subject_to_dict(transcript.subject),
        "tours": [turn_to_dict(turn) for turn in transcript.turns],
        "fin": transcript.ending,
        "notes": transcript.notes,
        "auto_evaluation": [
            {"critere": criterion, "niveau": level} for criterion, level in transcript.self_assessment
        ],
    }


def from_dict(data: object) -> Transcript:
    """The transcript, checked. Raises `ContentError` with a French sentence."""
    if isinstance(data, dict):
        check_version(data.get("version"), TRANSCRIPT_VERSION, WHAT)
    fields = Fields(data, WHAT, "", _TRANSCRIPT)
    return Transcript(
        scenario=fields.text("scenario"),
        pack=fields.text("pack"),
        scenario_digest=fields.text("empreinte_scenario"),
        subject=_subject(fields.inside("sujet", _SUBJECT)),
        mode=fields.choice("mode", _MODES),
        grid=fields.text("grille"),
        grid_digest=fields.text("empreinte_grille"),
        engine=fields.text("moteur"),
        started=fields.text("debut"),
        turns=tuple(_turn(each) for each in fields.each("tours", _TURN, MOST_TURNS)),
        ending=fields.text("fin"),
        notes=fields.prose("notes"),
        self_assessment=tuple(
            (each.text("critere"), each.choice("niveau", _OWN_LEVELS))
            for each in fields.each("auto_evaluation", _OWN_LEVEL, _MOST)
        ),
    )


def to_json(transcript: Transcript) -> str:
    """The transcript as a JSON document that people can read; same transcript, same bytes."""
    return json.dumps(to_dict(transcript), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def from_json(text: str) -> Transcript:
    """The transcript of a JSON document. Raises `ContentError` with a French sentence."""
    return from_dict(parse(text, WHAT))


def subject_to_dict(subject: Subject) -> JsonObject:
    """The draw as JSON data."""
    return {
        "scenario": subject.scenario,
        "jeu": subject.set_id,
        "graine": subject.seed,
        "valeurs": dict(subject.values),
    }


def subject_from_dict(data: object) -> Subject:
    """The draw, checked. Raises `ContentError`."""
    return _subject(Fields(data, WHAT, "sujet", _SUBJECT))


def turn_to_dict(turn: Turn) -> JsonObject:
    """One turn as JSON data."""
    return {
        "numero": turn.number,
        "phase": turn.phase,
        "scene": turn.scene,
        "precedent": turn.previous,
        "texte": turn.text,
        "lecture": reading_to_dict(turn.reading),
        "repliques": [{"texte": reply.text, "source": reply.source} for reply in turn.replies],
        "evenements": [
            {"type": e.kind, "sujet": e.subject, "valeur": e.value, "avant": e.previous, "detail": e.detail}
            for e in turn.events
        ],
        "humeur": list(turn.mood),
        "instant": turn.at,
        "delai": turn.latency,
    }


def turn_from_dict(data: object) -> Turn:
    """One turn, checked. Raises `ContentError`."""
    return _turn(Fields(data, WHAT, "tour", _TURN))


def _subject(fields: Fields) -> Subject:
    names = fields.object("valeurs")
    values = fields.inside("valeurs", frozenset(names))
    return Subject(
        scenario=fields.text("scenario"),
        set_id=fields.text("jeu"),
        seed=fields.whole("graine", -(2**63), 2**63),
        values=tuple((name, values.number_or_text(name)) for name in names),
    )


def _turn(fields: Fields) -> Turn:
    trust, patience, interest = fields.wholes("humeur", 3, 100)
    return Turn(
        number=fields.whole("numero"),
        phase=fields.choice("phase", _PHASES),
        scene=fields.text("scene"),
        text=fields.prose("texte"),
        reading=reading_from_fields(fields.inside("lecture", READING_KEYS)),
        replies=tuple(
            Reply(each.prose("texte"), each.text("source"))
            for each in fields.each("repliques", _REPLY, _MOST)
        ),
        events=tuple(_event(each) for each in fields.each("evenements", _EVENT, _MOST)),
        mood=(trust, patience, interest),
        at=fields.number("instant", 0, FARTHEST),
        latency=fields.number("delai", 0, FARTHEST),
        previous=fields.prose("precedent"),
    )


def _event(fields: Fields) -> Event:
    return Event(
        kind=fields.choice("type", _EVENT_KINDS),
        subject=fields.text("sujet"),
        value=fields.maybe_number("valeur"),
        previous=fields.maybe_number("avant"),
        detail=fields.prose("detail"),
    )
