"""How a scenario is written."""

from dataclasses import dataclass
from typing import Any, get_args

from coach.assessment.grid import Indicator
from coach.content.kinds import Choice, Day, Money, Name, Prose, Ref, Value, Version, Whole, YesNo
from coach.content.records import Field, ListOf, MapOf, Record
from coach.content.schema.grid import EXAM, SCENARIO_INDICATOR
from coach.content.schema.parts import (
    MOOD,
    STRATEGY,
    TEXT,
    TITLE,
)
from coach.content.schema.script import (
    DISCLOSURE,
    ENDING,
    INTERVIEW_QUESTION,
    NEGOTIATION,
    OBJECTION,
    REACTION,
    SCENE,
    WORDING,
)
from coach.simulation.scenario import (
    FICHE_JURY_LABELS,
    FICHE_SUJET_LABELS,
    Archetype,
    Channel,
    Character,
    ClientNature,
    Difficulty,
    Document,
    FicheJury,
    FicheSujet,
    Figure,
    LegalFrame,
    Mood,
    Parameter,
    ParameterSet,
    Scenario,
    Sector,
    Situation,
)

UNKNOWN_ARCHETYPE = Archetype("", "", "", Mood(), "donnant-donnant", ())
"""Holds the place until the library puts the real one."""


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """What a scenario file holds: the scenario, still without its archetype, and its own indicators."""

    scenario: Scenario
    indicators: tuple[Indicator, ...]


CHARACTER = Record(
    "personnage",
    "Le personnage que joue la machine.",
    lambda **values: Character(**{"title": "", "company": "", **values}),
    (
        Field("nom", "name", TITLE, "Prénom et nom.", required=True),
        Field("civilite", "title", Prose(20), "« madame » ou « monsieur »."),
        Field("fonction", "role", TITLE, "Sa fonction.", required=True),
        Field("entreprise", "company", TITLE, "Son entreprise."),
        Field(
            "archetype", "archetype", Ref("archetype", "d'archétype"), "Son type de caractère.", required=True
        ),
        Field("humeur", "mood", MOOD, "Son humeur au début (celle de l'archétype par défaut)."),
        Field("strategie", "strategy", STRATEGY, "Sa manière de négocier (celle de l'archétype par défaut)."),
        Field("portrait", "portrait", TEXT, "Deux ou trois phrases pour le débriefing."),
    ),
)
PARAMETER = Record(
    "parametre",
    "Quelque chose que le jury peut modifier dans l'activité originale.",
    Parameter,
    (
        Field("id", "id", Name(("parametre",)), "Identifiant, utilisé entre accolades.", required=True),
        Field("libelle", "label", TITLE, "Son nom.", required=True),
        Field("original", "original", Value(), "Sa valeur dans l'activité originale.", required=True),
        Field("unite", "unit", Prose(30, empty=True), "Son unité : EUR, %, mois…"),
    ),
)
PARAMETER_SET = Record(
    "jeu",
    "Un jeu de modifications réalistes ; un tirage en choisit un.",
    ParameterSet,
    (
        Field("id", "id", Name(("jeu",)), "Identifiant.", required=True),
        Field("titre", "title", TITLE, "Son nom.", required=True),
        Field(
            "change",
            "changes",
            MapOf(Ref("parametre", "de paramètre"), Value(), least=1),
            "La nouvelle valeur de chaque paramètre modifié.",
            required=True,
        ),
        Field(
            "annonces",
            "announced",
            ListOf(TEXT, 1, single=True),
            "Les phrases de la fiche-sujet qui disent ce qui change.",
            required=True,
        ),
    ),
)


def _rubrics(labels: dict[str, str]) -> tuple[Field, ...]:
    """One key for each rubric of an official sheet, all required."""
    many = ListOf(TEXT, 1, single=True)
    two = ListOf(TEXT, 2, 2)
    return tuple(
        Field(key, key, two if key == "acteurs" else many, label, required=True)
        for key, label in labels.items()
    )


FICHE_SUJET = Record(
    "fiche_sujet", "La fiche du candidat (annexe V-2).", FicheSujet, _rubrics(FICHE_SUJET_LABELS)
)
FICHE_JURY = Record("fiche_jury", "La fiche du jury (annexe V-3).", FicheJury, _rubrics(FICHE_JURY_LABELS))
DOCUMENT = Record(
    "document",
    "Un document à lire en loge et pendant la simulation.",
    Document,
    (
        Field("id", "id", Name(("document",)), "Identifiant.", required=True),
        Field("titre", "title", TITLE, "Titre.", required=True),
        Field("texte", "text", Prose(20_000), "Son texte, dans un bloc « | ».", required=True),
    ),
)
LEGAL_FRAME = Record(
    "cadre_legal",
    "Ce qui décide des règles de droit à respecter. Une règle n'est évaluée que si tout ce dont elle dépend "
    "est écrit.",
    LegalFrame,
    (
        Field("client", "client", Choice(get_args(ClientNature)), "Consommateur ou professionnel."),
        Field("contrat_en_cours", "contract", YesNo(), "Un contrat lie déjà le client à l'entreprise."),
        Field("secteur", "sector", Choice(get_args(Sector)), "Le secteur, s'il a ses propres règles."),
        Field("enregistre", "recorded", YesNo(), "L'échange est enregistré."),
    ),
)
FIGURE = Record(
    "chiffre",
    "Un chiffre du dossier que l'étudiant doit utiliser justement.",
    Figure,
    (
        Field("id", "id", Name(("chiffre",)), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Ce qu'il mesure.", required=True),
        Field("valeur", "value", Money(), "Sa valeur.", required=True),
        Field("unite", "unit", Prose(30, empty=True), "Son unité.", required=True),
    ),
)


def _scenario(indicators: tuple[Indicator, ...] = (), **values: Any) -> ScenarioFile:
    defaults: dict[str, Any] = {"pack": "", "summary": "", "parameters": (), "sets": ()}
    scenario = Scenario(**{**defaults, **values}, archetype=UNKNOWN_ARCHETYPE)
    return ScenarioFile(scenario, indicators)


SCENARIO: Record[ScenarioFile] = Record(
    "scenario",
    "Un scénario : une activité que la machine sait jouer.",
    _scenario,
    (
        Field("format", "", Version(), "Version du format : 1.", required=True),
        Field("scenario", "id", Name(), "Identifiant : le nom du fichier.", required=True),
        Field("titre", "title", TITLE, "Titre.", required=True),
        Field("resume", "summary", TEXT, "Deux phrases pour la bibliothèque."),
        Field("epreuve", "exam", EXAM, "Épreuve.", required=True),
        Field("situation", "situation", Choice(get_args(Situation)), "Situation.", required=True),
        Field("canal", "channel", Choice(get_args(Channel)), "Canal.", required=True),
        Field("niveau", "difficulty", Choice(get_args(Difficulty)), "Difficulté.", required=True),
        Field("grille", "grid", Ref("grille", "de grille"), "La grille qui l'évalue.", required=True),
        Field("date", "today", Day(), "Le jour où se passe l'histoire.", required=True),
        Field("role", "student_role", TEXT, "« Vous êtes conseillère commerciale chez… »", required=True),
        Field("entreprise", "student_company", TITLE, "L'entreprise de l'étudiant.", required=True),
        Field("duree", "minutes", Whole(1, 60), "Minutes de simulation (20 par défaut)."),
        Field("preparation", "preparation_minutes", Whole(0, 120), "Minutes de loge (40 par défaut)."),
        Field("tours_max", "max_turns", Whole(4, 200), "Tours de parole au plus (60 par défaut)."),
        Field("tutoiement_admis", "formal_tu", YesNo(), "Le tutoiement est ordinaire ici."),
        Field("etudiant_ouvre", "student_opens", YesNo(), "L'étudiant parle le premier."),
        Field("personnage", "character", CHARACTER, "Le personnage.", required=True),
        Field("parametres", "parameters", ListOf(PARAMETER, most=30), "Ce que le jury peut modifier."),
        Field("jeux", "sets", ListOf(PARAMETER_SET, most=30), "Les jeux de modifications."),
        Field("fiche_sujet", "fiche_sujet", FICHE_SUJET, "La fiche du candidat.", required=True),
        Field("fiche_jury", "fiche_jury", FICHE_JURY, "La fiche du jury.", required=True),
        Field("cadre_legal", "legal", LEGAL_FRAME, "Ce qui décide des règles de droit à respecter."),
        Field("documents", "documents", ListOf(DOCUMENT, most=30), "Les documents."),
        Field("chiffres", "figures", ListOf(FIGURE), "Les chiffres du dossier."),
        Field("informations", "disclosures", ListOf(DISCLOSURE), "Ce qu'il y a à découvrir."),
        Field("objections", "objections", ListOf(OBJECTION), "Les objections."),
        Field("negociation", "issues", NEGOTIATION, "Ce qui se négocie."),
        Field(
            "scenes", "scenes", ListOf(SCENE, 1), "Les scènes ; la première ouvre l'échange.", required=True
        ),
        Field("reactions", "reactions", ListOf(REACTION), "Les réactions valables partout."),
        Field("fins", "endings", ListOf(ENDING, 1), "Les fins.", required=True),
        Field("entretien", "interview", ListOf(INTERVIEW_QUESTION), "Les questions de la commission."),
        Field("formulations", "wordings", ListOf(WORDING), "De meilleures formulations."),
        Field(
            "indicateurs", "indicators", ListOf(SCENARIO_INDICATOR), "Les indicateurs propres au scénario."
        ),
    ),
)
