"""How packs, archetypes and replayed rehearsals are written."""

from dataclasses import dataclass
from typing import Any, Literal

from coach.assessment.grid import LevelName
from coach.content.kinds import Choice, Name, Prose, Ref, Version, Whole
from coach.content.records import Field, ListOf, MapOf, Record
from coach.content.schema.grid import LEVEL
from coach.content.schema.parts import ACTS, EFFECT, FREE, LINES, MOOD, STRATEGY, TEXT, TITLE, lines
from coach.simulation.scenario import ORDINARY_REPLIES, SITUATION_LABELS, Archetype, Line, Mood, Pack, Probe

_FORMAT = Field("format", "", Version(), "Version du format : 1.", required=True)

PACK: Record[Pack] = Record(
    "pack",
    "La carte d'identité d'un dossier de scénarios.",
    Pack,
    (
        _FORMAT,
        Field("pack", "id", Name(), "Identifiant du pack.", required=True),
        Field("titre", "title", Prose(120, slots=None), "Titre.", required=True),
        Field("auteur", "author", Prose(120, slots=None), "Auteur.", required=True),
        Field("version", "version", Prose(40, slots=None), "Version du pack.", required=True),
        Field("description", "description", FREE, "Ce que le pack fait travailler."),
        Field("licence", "licence", Prose(120, slots=None), "Ce que l'on a le droit d'en faire."),
    ),
)


def _replies(**values: Any) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    return tuple((kind, values[kind]) for kind in ORDINARY_REPLIES)


def _reply(kind: str, meaning: str) -> Field:
    """The key of an ordinary reply; the names in braces in its meaning are those the engine fills."""
    slots = [part.split("}")[0] for part in meaning.split("{")[1:]]
    return Field(kind, kind, lines("etudiant", *slots), f"Le personnage {meaning}.", required=True)


REPLIES = Record(
    "repliques",
    "Les répliques ordinaires d'un archétype.",
    _replies,
    tuple(_reply(kind, meaning) for kind, meaning in ORDINARY_REPLIES.items()),
)


PROBE = Record(
    "exigence",
    "Ce que le personnage demande à savoir, à son tour, si on ne le lui a pas déjà dit.",
    Probe,
    (
        Field("id", "id", Name(("exigence",)), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Ce qu'il veut savoir.", required=True),
        Field("dit", "says", LINES, "Comment il le demande.", required=True),
        Field(
            "exemples",
            "examples",
            ListOf(TEXT, 1, single=True),
            "Ce que l'étudiant peut dire.",
            required=True,
        ),
        Field("actes", "met_by", ACTS, "Les actes qui y répondent quand il vient de le demander."),
        Field(
            "situations",
            "situations",
            ListOf(Choice(tuple(SITUATION_LABELS)), single=True),
            "Les situations où il le demande (toutes par défaut).",
        ),
    ),
)


def _archetype(**values: Any) -> Archetype:
    return Archetype(**{"mood": Mood(), "strategy": "donnant-donnant", **values})


ARCHETYPE: Record[Archetype] = Record(
    "archetype",
    "Un type de personnage, avec ses réponses à tout ce qui est ordinaire.",
    _archetype,
    (
        _FORMAT,
        Field("archetype", "id", Name(), "Identifiant : le nom du fichier.", required=True),
        Field("libelle", "label", Prose(120, slots=None), "Son nom.", required=True),
        Field("description", "description", FREE, "Sa manière d'être.", required=True),
        Field("humeur", "mood", MOOD, "Son humeur au début."),
        Field("strategie", "strategy", STRATEGY, "Sa manière de négocier (donnant-donnant par défaut)."),
        Field(
            "effets", "effects", MapOf(Ref("acte", "d'acte"), EFFECT), "Ce que chaque acte fait à son humeur."
        ),
        Field("exigences", "probes", ListOf(PROBE), "Ce qu'il demande tour à tour, dans cet ordre."),
        Field("repliques", "replies", REPLIES, "Ses répliques ordinaires, par nature.", required=True),
    ),
)


@dataclass(frozen=True, slots=True)
class Replay:
    """A rehearsal played from written answers, and what must come of it."""

    scenario: str
    set_id: str
    seed: int
    mode: Literal["entrainement", "examen"]
    answers: tuple[str, ...]
    interview: tuple[str, ...]
    ending: str
    levels: tuple[tuple[str, LevelName], ...]


@dataclass(frozen=True, slots=True)
class _Expected:
    ending: str = ""
    levels: tuple[tuple[str, LevelName], ...] = ()


def _replay(expected: _Expected, **values: Any) -> Replay:
    defaults: dict[str, Any] = {"set_id": "", "seed": 1, "mode": "entrainement", "interview": ()}
    return Replay(**{**defaults, **values}, ending=expected.ending, levels=expected.levels)


_SPOKEN = Prose(10_000, slots=None, empty=True)
_EXPECTED = Record(
    "attendu",
    "Ce que le rejeu doit donner.",
    _Expected,
    (
        Field("fin", "ending", Ref("fin", "de fin"), "La fin atteinte."),
        Field(
            "niveaux", "levels", MapOf(Ref("critere", "de critère"), LEVEL), "Le niveau de chaque critère."
        ),
    ),
)
REPLAY: Record[Replay] = Record(
    "rejeu",
    "Un échange rejoué : les réponses d'un étudiant et le résultat attendu.",
    _replay,
    (
        _FORMAT,
        Field("scenario", "scenario", Ref("scenario", "de scénario"), "Le scénario joué.", required=True),
        Field(
            "jeu",
            "set_id",
            Ref("jeu", "de jeu", empty=True),
            'Le jeu de paramètres ; "" : activité originale.',
        ),
        Field("graine", "seed", Whole(0, 1_000_000_000), "La graine du tirage (1 par défaut)."),
        Field("mode", "mode", Choice(("entrainement", "examen")), "Le mode (entrainement par défaut)."),
        Field(
            "reponses", "answers", ListOf(_SPOKEN, 1), "Ce que dit l'étudiant, tour par tour.", required=True
        ),
        Field("entretien", "interview", ListOf(_SPOKEN), "Ses réponses à la commission."),
        Field("attendu", "expected", _EXPECTED, "Ce que cela doit donner.", required=True),
    ),
)
