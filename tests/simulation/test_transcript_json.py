"""Transcripts out and in: exact inverses, and French refusals of what nobody should load."""

import copy
import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import ContentError
from coach.language.reading import ActFound, Match, Offer, OfferMove, Quantity, QuantityKind, Reading
from coach.simulation.events import Event, EventKind, Reply
from coach.simulation.json_values import LARGEST_FILE, LONGEST_TEXT
from coach.simulation.scenario import Subject
from coach.simulation.transcript import Transcript, Turn
from coach.simulation.transcript_json import (
    from_dict,
    from_json,
    subject_from_dict,
    subject_to_dict,
    to_dict,
    to_json,
    turn_from_dict,
    turn_to_dict,
)

SUBJECT = Subject("fontaines", "rival", 7, (("prix", 33.0), ("decideur", "le directeur")))
SAID = "Bonjour, je peux vous faire 5 % si vous signez mardi."
READING = Reading(
    text=SAID,
    acts=(ActFound("saluer", 0.97, 0, 7, "tournure : bonjour"), ActFound("conceder", 0.8, 9, 34)),
    matches=(Match("information", "budget", 0.71, 0, 20, "Quel budget ?"),),
    quantities=(
        Quantity("pourcentage", 5.0, "%", 28, 31, "5 %"),
        Quantity("date", "2026-12-01", "", 47, 52, "mardi", high="2026-12-02", approximate=True),
    ),
    offers=(Offer("donner", "remise", 5.0, True, False, 9, 52),),
    question="fermee",
    negative=True,
    register="vous",
    clauses=((0, 8), (9, 53)),
)
TURN = Turn(
    number=1,
    phase="simulation",
    scene="accueil",
    text=SAID,
    reading=READING,
    replies=(Reply("Bonjour.", "scene:accueil"),),
    events=(Event("offre_etudiant", "remise", 5.0, 0.0, "remise : 5 %"), Event("silence")),
    mood=(50, 60, 40),
    at=12.5,
    latency=3.25,
    previous="Je vous écoute.",
)
TRANSCRIPT = Transcript(
    scenario="fontaines",
    pack="essentiels",
    scenario_digest="a" * 64,
    subject=SUBJECT,
    mode="examen",
    grid="e4-negociation-vente",
    grid_digest="b" * 64,
    engine="1.0",
    started="2026-11-24T14:00:00+01:00",
    turns=(TURN, replace(TURN, number=2, phase="entretien", scene="recul")),
    ending="signature",
    notes="rappeler mardi",
    self_assessment=(("b1.negocier.relation", "S"),),
)


def test_transcript_when_written_and_read_is_the_same() -> None:
    assert from_json(to_json(TRANSCRIPT)) == TRANSCRIPT
    assert from_dict(to_dict(TRANSCRIPT)) == TRANSCRIPT


def test_json_when_read_and_written_is_the_same_bytes() -> None:
    written = to_json(TRANSCRIPT)
    assert to_json(from_json(written)) == written


def test_turn_and_subject_when_kept_alone_come_back_the_same() -> None:
    assert turn_from_dict(json.loads(json.dumps(turn_to_dict(TURN)))) == TURN
    assert subject_from_dict(json.loads(json.dumps(subject_to_dict(SUBJECT)))) == SUBJECT


texts = st.text(max_size=40).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
numbers = st.floats(-1e9, 1e9).map(lambda number: round(number, 4))


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    kind: QuantityKind = draw(st.sampled_from(get_args(QuantityKind)))
    move: OfferMove = draw(st.sampled_from(get_args(OfferMove)))
    event: EventKind = draw(st.sampled_from(get_args(EventKind)))
    reading = Reading(
        text=text,
        acts=(ActFound(draw(texts), round(draw(st.floats(0, 1)), 3), start, end, draw(texts)),),
        quantities=(Quantity(kind, draw(st.one_of(numbers, texts)), draw(texts), start, end, draw(texts)),),
        offers=(Offer(move, draw(texts), draw(st.none() | numbers), draw(st.booleans()), False, start, end),),
        clauses=((start, end),),
    )
    events = (Event(event, draw(texts), draw(st.none() | numbers), draw(st.none() | numbers), draw(texts)),)
    mood = draw(st.tuples(*[st.integers(0, 100)] * 3))
    return Turn(draw(st.integers(0, 99)), "simulation", draw(texts), text, reading, (), events, mood)


@settings(max_examples=60, deadline=None)
@given(turns())
def test_any_turn_when_written_and_read_is_the_same(turn: Turn) -> None:
    transcript = replace(TRANSCRIPT, turns=(turn,))
    assert from_json(to_json(transcript)) == transcript


def broken(path: str, value: Any) -> dict[str, Any]:
    """The transcript's data with one value replaced, named as the refusals name it."""
    data = copy.deepcopy(to_dict(TRANSCRIPT))
    place: Any = data
    *parents, last = path.replace("[", ".[").split(".")
    for step in parents:
        place = place[int(step[1:-1])] if step.startswith("[") else place[step]
    place[last if not last.startswith("[") else int(last[1:-1])] = value
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("scenario", 3),
        ("scenario", "x" * 201),
        ("notes", "x" * (LONGEST_TEXT + 1)),
        ("mode", "triche"),
        ("mode", ["examen"]),
        ("tours", {}),
        ("tours", [None] * 1001),
        ("tours[0].phase", "pause"),
        ("tours[0].numero", True),
        ("tours[0].numero", -1),
        ("tours[0].numero", 1.5),
        ("tours[0].instant", float("nan")),
        ("tours[0].instant", float("inf")),
        ("tours[0].humeur", [50, 60]),
        ("tours[0].humeur", [50, 60, 101]),
        ("tours[0].texte", "\ud800"),
        ("tours[0].lecture.question", "rhetorique"),
        ("tours[0].lecture.negative", "oui"),
        ("tours[0].lecture.actes[0].confiance", 1.2),
        ("tours[0].lecture.actes[0].fin", 10_000),
        ("tours[0].lecture.actes[1].debut", 50),
        ("tours[0].lecture.quantites[0].valeur", None),
        ("tours[0].lecture.quantites[0].valeur", 10**400),
        ("tours[0].evenements[0].type", "miracle"),
        ("tours[0].evenements[0].valeur", "5"),
        ("tours[0].repliques[0]", "Bonjour."),
        ("sujet.valeurs", []),
        ("sujet.valeurs.prix", None),
        ("sujet.graine", 1.5),
        ("auto_evaluation[0].niveau", "A+"),
    ],
)
def test_reading_when_a_value_is_wrong_says_where(path: str, value: Any) -> None:
    with pytest.raises(ContentError, match="Impossible de lire la transcription") as caught:
        from_dict(broken(path, value))
    place = path if "fin" not in path and "debut" not in path else path.rsplit(".", 1)[0]
    assert place.removesuffix("[0]") in str(caught.value)


@pytest.mark.parametrize("data", [None, 3, [], "x", {}, {"version": "1"}, {"version": True}, {"version": 0}])
def test_reading_when_it_is_no_transcript_refuses(data: object) -> None:
    with pytest.raises(ContentError, match="Impossible de lire la transcription"):
        from_dict(data)


def test_reading_when_it_is_newer_says_to_update() -> None:
    with pytest.raises(ContentError, match=r"version plus récente de coach.*Mettez coach à jour"):
        from_dict({**to_dict(TRANSCRIPT), "version": 2})


def test_reading_when_a_key_is_missing_or_unknown_names_it() -> None:
    data = to_dict(TRANSCRIPT)
    with pytest.raises(ContentError, match="la clé « scenari » n'existe pas ici"):
        from_dict({**data, "scenari": "x"})
    del data["notes"]
    with pytest.raises(ContentError, match="la clé « notes » manque"):
        from_dict(data)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "JSON correct"),
        ("", "JSON correct"),
        ('{"version": NaN}', "NaN"),
        ('{"version": 1, "version": 1}', "deux fois"),
        ("[" * 200_000, "niveaux"),
        ("9" * 10_000, "Impossible de lire"),
        (" " * (LARGEST_FILE + 1), "20 Mo"),
    ],
)
def test_a_file_when_hostile_is_refused_with_a_sentence(text: str, why: str) -> None:
    with pytest.raises(ContentError, match=why):
        from_json(text)
