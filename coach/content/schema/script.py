"""How what happens is written: informations, objections, negotiation, scenes, endings, entretien."""

from typing import get_args

from coach.content.kinds import Choice, Money, Name, Number, Prose, Ref, Whole, YesNo
from coach.content.records import Field, ListOf, Record
from coach.content.schema.grid import SUCCESS
from coach.content.schema.parts import (
    ACTS,
    CONDITION,
    EFFECT,
    LINES,
    MARKS,
    OFFER_LINES,
    SCENES,
    TEXT,
    TEXTS,
    TITLE,
)
from coach.simulation.scenario import (
    MOTIVES,
    BetterWording,
    Condition,
    Disclosure,
    Ending,
    EndingKind,
    InterviewQuestion,
    Issue,
    IssueKind,
    IssueSide,
    Jump,
    Objection,
    Reaction,
    Scene,
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
        Field(
            "contre",
            "against",
            ListOf(Ref("point", "de point de négociation"), single=True),
            "Les points qu'il veut régler d'abord, ou en même temps : pas de budget sans engagement.",
        ),
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
