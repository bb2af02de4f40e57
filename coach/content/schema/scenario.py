"""How a scenario is written."""

from dataclasses import dataclass
from typing import Any, get_args

from coach.assessment.grid import Indicator
from coach.content.kinds import Choice, Day, Money, Name, Number, Prose, Ref, Value, Version, Whole, YesNo
from coach.content.records import Field, ListOf, MapOf, Record
from coach.content.schema.grid import EXAM, SCENARIO_INDICATOR, SUCCESS
from coach.content.schema.parts import (
    ACTS,
    CONDITION,
    EFFECT,
    LINES,
    MARKS,
    MOOD,
    OFFER_LINES,
    SCENES,
    STRATEGY,
    TEXT,
    TEXTS,
    TITLE,
)
from coach.simulation.scenario import (
    FICHE_JURY_LABELS,
    FICHE_SUJET_LABELS,
    MOTIVES,
    Archetype,
    BetterWording,
    Channel,
    Character,
    Condition,
    Difficulty,
    Disclosure,
    Document,
    Ending,
    EndingKind,
    FicheJury,
    FicheSujet,
    Figure,
    InterviewQuestion,
    Issue,
    IssueKind,
    IssueSide,
    Jump,
    Mood,
    Objection,
    Parameter,
    ParameterSet,
    Reaction,
    Scenario,
    Scene,
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
DISCLOSURE = Record(
    "information",
    "Ce que le personnage sait et révèle quand on l'interroge bien.",
    Disclosure,
    (
        Field("id", "id", Name(("information", "attente")), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Ce qu'elle apprend.", required=True),
        Field(
            "questions", "questions", ListOf(TEXT, 1, single=True), "Exemples de questions.", required=True
        ),
        Field("dit", "says", LINES, "La réponse.", required=True),
        Field("si_question_fermee", "says_if_closed", LINES, "La réponse courte à une question fermée."),
        Field("si", "when", CONDITION, "La condition pour répondre."),
        Field("sinon", "says_otherwise", LINES, "Ce qu'il dit quand elle n'est pas remplie."),
        Field("reformulations", "paraphrases", TEXTS, "Exemples de reformulations justes."),
        Field("essentielle", "essential", YesNo(), "Une bonne découverte la révèle."),
        Field("motivation", "motive", Choice(MOTIVES), "La motivation (SONCAS-E) qu'elle trahit."),
        Field("effet", "effect", EFFECT, "Ce que la révéler fait à son humeur."),
    ),
)
OBJECTION = Record(
    "objection",
    "Une réserve, soulevée sous une condition, levée par de bonnes réponses.",
    Objection,
    (
        Field("id", "id", Name(("objection", "attente")), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Son nom.", required=True),
        Field("quand", "when", CONDITION, "Quand elle est soulevée.", required=True),
        Field("dit", "says", LINES, "Comment elle est dite.", required=True),
        Field(
            "reponses", "answers", ListOf(TEXT, 1, single=True), "Exemples de bonnes réponses.", required=True
        ),
        Field(
            "levee_par",
            "lifted_by",
            ListOf(ACTS.item, 1, single=True),
            "Les actes qui y répondent.",
            required=True,
        ),
        Field("sincere", "sincere", YesNo(), "« non » : un prétexte, qui cache autre chose."),
        Field("approfondie", "deepened", LINES, "Ce qu'il ajoute quand on creuse."),
        Field("levee", "lifted", LINES, "Ce qu'il dit une fois rassuré."),
        Field("insiste", "insists", LINES, "Ce qu'il dit quand on l'élude."),
        Field("resistance", "resistance", Whole(1, 4), "Bonnes étapes nécessaires (2 par défaut)."),
    ),
)
ISSUE_SIDE = Record(
    "interets",
    "Ce qu'une partie demande d'abord, vise, et ne dépasse jamais.",
    IssueSide,
    (
        Field("ouverture", "opening", Money(), "Ce qu'elle demande d'abord.", required=True),
        Field("objectif", "target", Money(), "Ce qu'elle vise.", required=True),
        Field("limite", "limit", Money(), "Ce qu'elle ne dépasse jamais.", required=True),
        Field("poids", "weight", Number(0.1, 10), "L'importance du point pour elle (1 par défaut)."),
    ),
)
ISSUE = Record(
    "point",
    "Un point de négociation.",
    lambda **values: Issue(**{"unit": "", **values}),
    (
        Field("id", "id", Name(("point",)), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Son nom, sans article : « remise ».", required=True),
        Field("type", "kind", Choice(get_args(IssueKind)), "Ce qu'il mesure.", required=True),
        Field("unite", "unit", Prose(30, empty=True), "Son unité."),
        Field(
            "mots", "words", ListOf(Prose(60), 1, single=True), "Les mots qui le désignent.", required=True
        ),
        Field(
            "personnage_veut",
            "character_wants",
            Choice(("plus", "moins")),
            "Le sens de son intérêt.",
            required=True,
        ),
        Field("depart", "start", Money(), "La valeur si personne n'en parle.", required=True),
        Field("etudiant", "student", ISSUE_SIDE, "Le mandat de l'étudiant.", required=True),
        Field("personnage", "character", ISSUE_SIDE, "Les intérêts du personnage.", required=True),
        Field("requis", "required", YesNo(), "Un accord doit le régler (oui par défaut)."),
        Field("demande", "asks", OFFER_LINES, "Comment le personnage demande {valeur}."),
    ),
)
NEGOTIATION = Record(
    "negociation",
    "Ce qui se négocie.",
    lambda points: points,
    (Field("points", "points", ListOf(ISSUE, 1, 12), "Les points de négociation.", required=True),),
)
REACTION = Record(
    "reaction",
    "Quelque chose que l'auteur attend, et ce que le personnage y répond.",
    Reaction,
    (
        Field("id", "id", Name(("reaction", "attente")), "Identifiant.", required=True),
        Field("dit", "says", LINES, "La réponse du personnage.", required=True),
        Field("quand", "when", CONDITION, "La condition."),
        Field("exemples", "examples", TEXTS, "Ce que l'étudiant peut dire."),
        Field("une_fois", "once", YesNo(), "Une seule fois (oui par défaut)."),
        Field("effet", "effect", EFFECT, "Ce que cela fait à son humeur."),
        Field("marque", "marks", MARKS, "Les marques que cela pose."),
    ),
)
JUMP = Record(
    "saut",
    "Une sortie de la scène, vers une autre scène ou vers une fin.",
    lambda **values: Jump(**{"when": Condition(), **values}),
    (
        Field("quand", "when", CONDITION, "La condition ; sans elle, le saut est toujours pris."),
        Field("scene", "scene", Ref("scene", "de scène"), "La scène suivante."),
        Field("fin", "ending", Ref("fin", "de fin"), "La fin."),
    ),
    one_of=("scene", "fin"),
)
SCENE = Record(
    "scene",
    "Un moment de l'échange.",
    lambda **values: Scene(**{"says": (), "jumps": (), **values}),
    (
        Field("id", "id", Name(("scene",)), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Son nom.", required=True),
        Field("dit", "says", LINES, "Ce que dit le personnage en y entrant ; rien si absent."),
        Field("vers", "jumps", ListOf(JUMP), "Les sorties, essayées dans l'ordre."),
        Field("reactions", "reactions", ListOf(REACTION), "Les réactions propres à la scène."),
        Field("relances", "nudges", LINES, "Ce qu'il dit quand l'échange piétine."),
        Field("indice", "hint", TEXT, "Ce que le coach suggère, à la demande."),
    ),
)
ENDING = Record(
    "fin",
    "Une manière de finir.",
    Ending,
    (
        Field("id", "id", Name(("fin",)), "Identifiant.", required=True),
        Field("libelle", "label", TITLE, "Son nom.", required=True),
        Field("type", "kind", Choice(get_args(EndingKind)), "Sa nature.", required=True),
        Field("reussite", "success", SUCCESS, "Ce qu'elle vaut pour l'étudiant.", required=True),
        Field("dit", "says", LINES, "Ce que dit le personnage.", required=True),
        Field(
            "quand", "when", CONDITION, "Condition essayée à chaque tour ; sans elle, on y vient par un saut."
        ),
    ),
)
INTERVIEW_QUESTION = Record(
    "question",
    "Une question de la commission, choisie selon ce qui s'est passé.",
    InterviewQuestion,
    (
        Field("id", "id", Name(("question",)), "Identifiant.", required=True),
        Field("dit", "says", LINES, "La question.", required=True),
        Field("quand", "when", CONDITION, "Quand elle est posée."),
        Field("attendu", "expected", TEXTS, "Exemples de bonnes réponses."),
        Field("relance", "follow_up", LINES, "Ce que la commission ajoute si la réponse est courte."),
        Field("priorite", "priority", Whole(-100, 100), "La plus haute est posée d'abord (0 par défaut)."),
    ),
)
WORDING = Record(
    "formulation",
    "Ce qu'un bon étudiant aurait dit ; la grille la cite sous « Mieux ».",
    BetterWording,
    (
        Field(
            "actes", "acts", ListOf(ACTS.item, 1, single=True), "Les actes qu'elle illustre.", required=True
        ),
        Field("dire", "text", TEXT, "La formulation.", required=True),
        Field("scenes", "scenes", SCENES, "Les scènes où elle convient (toutes par défaut)."),
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
