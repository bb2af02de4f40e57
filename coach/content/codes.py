"""The codes of problems: stable, each with its severity, a title and what it means (French)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says once and for all."""

    severity: Literal["erreur", "avertissement", "conseil"]
    title: str
    explanation: str


def _error(title: str, explanation: str) -> Code:
    return Code("erreur", title, explanation)


def _warning(title: str, explanation: str) -> Code:
    return Code("avertissement", title, explanation)


def _hint(title: str, explanation: str) -> Code:
    return Code("conseil", title, explanation)


READING: dict[str, Code] = {
    "C001": _error("fichier illisible", "Le fichier n'existe pas, ou vous n'avez pas le droit de le lire."),
    "C002": _error("fichier trop gros", "Un fichier ne dépasse pas 1 Mo."),
    "C003": _error(
        "mauvais encodage", "Un fichier s'enregistre en UTF-8, pour que les accents passent partout."
    ),
    "C004": _error(
        "caractère interdit",
        "Caractères de contrôle, commandes de terminal et marques invisibles qui inversent le sens de "
        "lecture sont refusés : ils viennent souvent d'un copier-coller.",
    ),
    "C005": _error("tabulation", "En YAML, on décale une ligne avec des espaces, jamais avec la touche Tab."),
    "C006": _error(
        "faute de syntaxe",
        "La ligne ne peut pas être comprise. Tout ce que dit une personne va entre guillemets.",
    ),
    "C007": _error("clé en double", "Une clé ne s'écrit qu'une fois par groupe."),
    "C008": _error("trop de niveaux", "Un fichier ne dépasse pas 20 niveaux imbriqués."),
    "C009": _error("trop de valeurs", "Un fichier ne dépasse pas 50 000 valeurs, renvois compris."),
    "C010": _error(
        "renvoi impossible", "Un renvoi « *nom » doit mener à un « &nom » déjà lu ; il y en a 100 au plus."
    ),
    "C011": _error(
        "étiquette refusée", "Un « ! » en début de texte est une commande YAML ; aucune n'est acceptée."
    ),
    "C012": _error("plusieurs documents", "Un fichier contient un seul document."),
    "C013": _error("fichier vide", "Il n'y a rien à lire."),
    "C014": _error("clé illisible", "Une clé est un mot simple, sans crochet ni accolade."),
    "C015": _warning(
        "texte coupé au #",
        "Un « # » précédé d'une espace commence un commentaire : la fin du texte est perdue. Pour un vrai "
        "commentaire, mettez deux espaces devant le « # ».",
    ),
}
"""C001 to C019: a file cannot be read."""

SHAPE: dict[str, Code] = {
    "C020": _error("clé inconnue", "Cette clé n'existe pas à cet endroit du format."),
    "C021": _error("clé manquante", "Cette clé est obligatoire."),
    "C022": _error("texte attendu", "Un texte qui contient « : », « [ » ou « { » se met entre guillemets."),
    "C023": _error("groupe de clés attendu", "Il faut ici des lignes « clé: valeur »."),
    "C024": _error("liste attendue", "Il faut ici une liste : une ligne par élément, avec un tiret."),
    "C025": _error("valeur vide", "Rien n'est écrit après les deux-points ou le tiret."),
    "C026": _error("nombre attendu", "Il faut ici un nombre, sans unité."),
    "C027": _error("nombre hors limites", "Le nombre est trop petit ou trop grand."),
    "C028": _error("oui ou non attendu", "Il faut ici « oui » ou « non »."),
    "C029": _error("valeur hors liste", "Seules quelques valeurs sont admises ici."),
    "C030": _error("date attendue", "Une date s'écrit année-mois-jour : 2026-11-23."),
    "C031": _error("identifiant mal formé", "Un identifiant : minuscules sans accent, chiffres et tirets."),
    "C032": _error("identifiant en double", "Deux éléments de même nature ont le même identifiant."),
    "C033": _error("mauvais nombre d'éléments", "La liste est trop courte ou trop longue."),
    "C034": _error("choix entre deux clés", "Une et une seule de ces clés doit être écrite."),
    "C035": _error("version de format inconnue", "Cette version du programme lit le format 1."),
    "C036": _error("nature du fichier inconnue", "La première clé dit ce que le fichier contient."),
    "C037": _error("nom de fichier différent", "Le fichier porte le nom de son identifiant."),
    "C038": _error("texte trop long", "Un texte tient dans les limites du format."),
    "C039": _error("tournure illisible", "Une tournure d'acte contient au moins un mot."),
}
"""C020 to C039: a value is not of the shape that the format asks for."""

NAMES: dict[str, Code] = {
    "C040": _error("scène inconnue", "Aucune scène du scénario ne porte cet identifiant."),
    "C041": _error("fin inconnue", "Aucune fin du scénario ne porte cet identifiant."),
    "C042": _error("acte inconnu", "Les actes de langage sont ceux de la bibliothèque d'actes."),
    "C043": _error("information inconnue", "Aucune information du scénario ne porte cet identifiant."),
    "C044": _error("objection inconnue", "Aucune objection du scénario ne porte cet identifiant."),
    "C045": _error("point inconnu", "Aucun point de négociation ne porte cet identifiant."),
    "C046": _error("paramètre inconnu", "Aucun paramètre du scénario ne porte cet identifiant."),
    "C047": _error(
        "correspondance inconnue", "« correspond » cite une information, une objection ou une réaction."
    ),
    "C048": _error("archétype inconnu", "Ni le pack ni le programme ne fournissent cet archétype."),
    "C049": _error("grille inconnue", "Ni le pack ni le programme ne fournissent cette grille."),
    "C050": _error("critère inconnu", "Ce critère n'est pas dans le référentiel."),
    "C051": _error("marque jamais posée", "Une condition teste une marque qu'aucune réaction ne pose."),
    "C052": _error(
        "champ inconnu", "Entre accolades : un paramètre, ou un champ que le programme remplit à cet endroit."
    ),
    "C053": _error(
        "paramètre sans nombre", "Un montant ne peut venir que d'un paramètre dont la valeur est un nombre."
    ),
    "C054": _error(
        "critère absent de la grille", "Le scénario ou le rejeu cite un critère que sa grille n'a pas."
    ),
    "C055": _error("scénario inconnu", "Le pack n'a pas ce scénario."),
    "C056": _error("jeu inconnu", "Le scénario n'a pas ce jeu de paramètres."),
    "C057": _error("règle inconnue", "Le fichier de la loi n'a pas cette règle."),
}
"""C040 to C059: something is named that does not exist."""

SCRIPT: dict[str, Code] = {
    "C060": _warning("scène inaccessible", "Aucun chemin depuis la première scène ne mène ici."),
    "C061": _error("scène sans issue", "De cette scène, aucun chemin ne mène à une fin."),
    "C062": _warning(
        "sauts cachés", "Un saut sans condition est toujours pris : ceux qui le suivent ne servent jamais."
    ),
    "C063": _warning("objection impossible", "La condition de cette objection ne peut jamais être remplie."),
    "C064": _error(
        "condition contradictoire", "Cette condition se contredit : elle ne peut jamais être remplie."
    ),
    "C065": _warning(
        "information impossible", "La condition de cette information ne peut jamais être remplie."
    ),
    "C066": _warning("fin impossible", "Aucun saut ni aucune condition ne mène à cette fin."),
    "C067": _warning(
        "issue manquante",
        "Un scénario prévoit une fin favorable (accord ou rendez-vous), une fin sans suite et une rupture.",
    ),
    "C068": _warning(
        "ouverture muette", "Le personnage parle le premier, et la première scène ne lui donne rien à dire."
    ),
}
"""C060 to C069: the script cannot be played as its author believes."""

SUBJECT: dict[str, Code] = {
    "C070": _warning(
        "moins de trois jeux",
        "Trois jeux de modifications au moins, pour ne pas rejouer toujours le même sujet.",
    ),
    "C071": _warning("paramètre inutile", "Ce paramètre n'apparaît dans aucun texte, montant ni condition."),
    "C072": _warning(
        "jeu sans effet", "Ce jeu ne modifie que les fiches et les documents : l'échange sera le même."
    ),
    "C073": _warning("valeur inchangée", "La valeur modifiée est celle de l'activité originale."),
    "C074": _error(
        "valeur d'une autre nature", "Un paramètre qui est un nombre le reste dans tous les jeux."
    ),
    "C075": _error(
        "limites incohérentes",
        "Ouverture, objectif et limite vont dans un seul sens : de ce que l'on demande d'abord à ce que "
        "l'on ne dépasse jamais.",
    ),
    "C076": _warning(
        "pas d'accord possible", "Les deux limites ne se rejoignent pas : aucun accord n'est possible."
    ),
    "C077": _warning("jeux identiques", "Deux jeux font les mêmes modifications."),
}
"""C070 to C089: parameters, draws and negotiation."""

WORDING: dict[str, Code] = {
    "C090": _warning("trop peu de questions", "Donnez au moins trois exemples de questions par information."),
    "C091": _warning("questions trop proches", "Deux informations ont des questions presque identiques."),
    "C093": _warning("trop peu de répliques", "Trois formulations au moins, pour ne pas se répéter."),
    "C094": _error(
        "chiffre attendu", "Cette réplique doit dire {valeur}, sinon l'étudiant ne connaît pas l'offre."
    ),
    "C095": _warning("réplique en double", "La même phrase est écrite deux fois dans cette liste."),
    "C096": _warning(
        "réplique incertaine", "Toutes les formulations ont une condition : il peut n'y avoir rien à dire."
    ),
    "C097": _hint(
        "réplique à varier",
        "Avec trois formulations, deux répétitions ne se ressemblent pas. Montré par « --conseils ».",
    ),
}
"""C090 to C099: what is said."""

GRID: dict[str, Code] = {
    "C100": _error("intitulé différent", "L'intitulé d'un critère est celui du référentiel, mot pour mot."),
    "C101": _error("compétence différente", "La compétence est celle du référentiel, mot pour mot."),
    "C102": _error("indicateur incomplet", "Ce type d'indicateur a besoin d'une autre clé."),
    "C103": _warning("clé sans effet", "Ce type d'indicateur n'utilise pas cette clé."),
    "C104": _error(
        "critère sans indicateur", "Un critère a des indicateurs, ou dit pourquoi il n'est pas évalué."
    ),
    "C105": _error("critère contradictoire", "Un critère non évalué n'a pas d'indicateur."),
    "C106": _error("seuils désordonnés", "Seuils et points vont en croissant."),
    "C107": _error("épreuve différente", "La grille et le scénario ne sont pas de la même épreuve."),
    "C108": _error(
        "règle postérieure à la relecture",
        "Une règle de droit ne s'applique pas depuis un jour postérieur à celui où le fichier a été relu.",
    ),
}
"""C100 to C119: grids and the law."""

PACK: dict[str, Code] = {
    "C120": _error("pack sans pack.yaml", "Un pack est un dossier qui contient un fichier pack.yaml."),
    "C121": _error(
        "fichier hors du pack", "Un pack ne contient pas de lien vers l'extérieur de son dossier."
    ),
    "C122": _error("trop de fichiers", "Un pack ne dépasse pas 500 fichiers."),
    "C123": _warning("pack sans scénario", "Ce pack ne contient aucun scénario."),
    "C124": _warning(
        "scénario en double", "Deux scénarios portent le même identifiant ; seul le premier sera joué."
    ),
    "C125": _error(
        "nom de rejeu", "Un rejeu se nomme scenario.fort.yaml, scenario.moyen.yaml ou scenario.faible.yaml."
    ),
}
"""C120 to C129: packs and replays."""

CODES: dict[str, Code] = {**READING, **SHAPE, **NAMES, **SCRIPT, **SUBJECT, **WORDING, **GRID, **PACK}
