"""The grammar of the command line, in French."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from coach import __version__
from coach.errors import UsageError

FRENCH = {
    "usage: ": "Usage : ",
    "options": "Options\u00a0",
    "positional arguments": "Arguments\u00a0",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "arguments inconnus : %s",
    "expected one argument": "attend une valeur",
    "expected at least one argument": "attend au moins une valeur",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "« %(value)s » n'est pas possible ; au choix : %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "« %(value)s » n'est pas une valeur correcte",
    "ambiguous option: %(option)s could match %(matches)s": "« %(option)s » peut vouloir dire %(matches)s",
    "not allowed with argument %s": "ne va pas avec %s",
    "one of the arguments %s is required": "il faut l'un de %s",
    "show this help message and exit": "affiche cette aide",
}
"""What argparse says, msgid to French. It asks ``gettext`` for each, and ships no French catalogue."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"coach : {message}. « {self.prog} --help » montre ce qui est possible.")


_LEVELS = ("TI", "I", "S", "TS")
"""Written here too: importing the grids would double the time of `coach --help`."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; ``options.run`` is the command. Raises `UsageError`."""
    # argparse looks these two names up in its own module at each message.
    vars(argparse)["_"] = lambda message: FRENCH.get(message, message)
    vars(argparse)["ngettext"] = lambda one, many, count: FRENCH.get(one, one) if count == 1 else many
    return _build().parse_args(arguments)


def _build() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="coach",
        description="La salle de répétition du BTS NDRC. Sans commande, ouvre l'interface.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"coach {__version__}", help="affiche la version"
    )
    parser.set_defaults(run=_command("interface"))
    commands = parser.add_subparsers(title="Commandes\u00a0", metavar="COMMANDE")

    play = _add(commands, "jouer", "joue une répétition en lignes simples, sans l'interface")
    play.add_argument("scenario", metavar="SCENARIO", help="identifiant du scénario (voir « coach liste »)")
    who = play.add_mutually_exclusive_group()
    who.add_argument("--reponses", metavar="FICHIER", help="joue seul : une réponse par ligne, # commente")
    who.add_argument(
        "--voix", action="store_true", help="dit les répliques à voix haute (voir le guide de l'étudiant)"
    )
    play.add_argument("--graine", type=int, metavar="N", default=None, help="tirage reproductible")
    play.add_argument("--jeu", metavar="ID", help="jeu de paramètres modifiés ; « origine » pour aucun")
    play.add_argument(
        "--mode", choices=("entrainement", "examen"), default="entrainement", help="mode de jeu"
    )
    play.add_argument(
        "--reprendre", action="store_true", help="reprend la répétition interrompue de ce scénario"
    )
    play.add_argument("--json", action="store_true", help="écrit un document JSON")

    grade = _add(commands, "noter", "évalue à nouveau des transcriptions")
    grade.epilog = (
        "Quand l'évaluation d'alors est connue, ce qui change est dit critère par critère\u202f; "
        "rien n'est remplacé."
    )
    grade.add_argument(
        "transcripts",
        metavar="TRANSCRIPTION",
        nargs="+",
        help="fichiers JSON, ou numéros de répétitions du journal",
    )
    grade.add_argument("--grille", metavar="G", help="une autre grille que celle de la répétition")
    grade.add_argument("--json", action="store_true", help="écrit une ligne JSON par transcription")

    report = _add(commands, "bilan", "écrit le bilan d'une répétition, à lire, à imprimer, à remettre")
    report.add_argument(
        "source", metavar="REPETITION", help="numéro dans l'historique, ou fichier JSON d'une transcription"
    )
    report.add_argument("--sortie", metavar="F.html", help="où écrire le bilan (par défaut : ici)")
    report.add_argument("--csv", metavar="F.csv", help="écrit aussi les niveaux, une ligne par critère")
    report.add_argument("--pdf", metavar="F.pdf", help="écrit aussi un PDF (complément « pdf »)")
    correct = _add(commands, "corriger", "corrige le niveau d'un critère, en enseignant")
    correct.add_argument("attempt", metavar="TENTATIVE", type=int, help="numéro de la répétition")
    correct.add_argument("criterion", metavar="CRITERE", help="identifiant du critère")
    correct.add_argument("level", metavar="NIVEAU", type=str.upper, choices=_LEVELS, help="TI, I, S ou TS")
    correct.add_argument("--raison", metavar="TEXTE", required=True, help="pourquoi")
    correct.add_argument("--auteur", metavar="NOM", required=True, help="qui corrige")

    agree = _add(commands, "accord", "mesure l'accord entre évaluateurs, la machine comprise")
    agree.epilog = (
        "Colonnes : transcription, critere, evaluateur et niveau (TI, I, S, TS, NE ou rien). "
        "La machine évalue DOSSIER/<transcription>.json et devient l'évaluateur «\u202fmachine\u202f». "
        "Demande l'extra «\u202fmesure\u202f»."
    )
    agree.add_argument("ratings", metavar="FICHIER.csv", nargs="*", help="niveaux donnés par des personnes")
    agree.add_argument("--transcriptions", metavar="DOSSIER", help="où sont les transcriptions JSON")
    agree.add_argument("--journal", action="store_true", help="ajoute les corrections du journal")
    agree.add_argument("--bandes", metavar="FICHIER.csv", help="colonnes transcription et bande (de qualité)")
    agree.add_argument("--json", action="store_true", help="écrit du JSON")

    analyse = _add(commands, "analyser", "montre comment un énoncé est lu")
    analyse.epilog = (
        "Avec --actes, un autre jeu d'actes est appris à chaque appel, en une ou deux secondes. "
        "Le fichier, en YAML ou en JSON, a une liste «\u202factes\u202f» où chacun a «\u202fid\u202f», "
        "«\u202flibelle\u202f» et «\u202fexemples\u202f», une liste de phrases. "
        "Les actes dont la confiance atteint 0,1 sont donnés, le plus probable d'abord\u202f; "
        "avec --unique, le plus probable seul. "
        "Une ligne de --fichier donne une ligne de JSON, dans le même ordre."
    )
    analyse.add_argument("text", metavar="TEXTE", nargs="?", help="l'énoncé ; sans lui, lit --fichier")
    analyse.add_argument("--precedent", metavar="P", default="", help="ce que l'autre vient de dire")
    analyse.add_argument("--fichier", metavar="F.jsonl", help="lignes JSON {id, texte, precedent?}")
    analyse.add_argument("--actes", metavar="A.yaml", help="un autre jeu d'actes, chacun avec ses exemples")
    analyse.add_argument("--unique", action="store_true", help="un seul acte par énoncé (avec --actes)")
    analyse.add_argument("--date", metavar="AAAA-MM-JJ", default="", help="le jour des dates relatives")
    analyse.add_argument("--json", action="store_true", help="écrit du JSON")

    check = _add(commands, "verifier", "vérifie les contenus : scénarios, grilles, bibliothèque")
    check.add_argument(
        "pack", metavar="PACK", nargs="?", help="un dossier de pack, ou un fichier de scénario"
    )
    check.add_argument("--strict", action="store_true", help="les avertissements comptent comme des erreurs")
    check.add_argument("--conseils", action="store_true", help="dit aussi ce qui pourrait être mieux")
    check.add_argument("--json", action="store_true", help="écrit du JSON")

    listing = _add(commands, "liste", "les packs et les scénarios trouvés")
    listing.add_argument("--json", action="store_true", help="écrit du JSON")

    schema = _add(commands, "schema", "le schéma JSON d'un format de contenu")
    schema.add_argument(
        "kind", metavar="FORMAT", nargs="?", default="scenario", help="scenario, pack, grille…"
    )

    train = _add(commands, "entrainer", "apprend la bibliothèque d'actes (après l'avoir modifiée)")
    train.add_argument("--json", action="store_true", help="écrit du JSON")

    data = _add(commands, "donnees", "vos données : où elles sont, les exporter, les effacer")
    data.add_argument(
        "action", choices=("ou", "exporter", "effacer"), nargs="?", default="ou", help="quoi faire"
    )
    data.add_argument("--numero", type=int, metavar="N", help="une seule répétition")
    data.add_argument("--vers", metavar="DOSSIER", default=".", help="où exporter (par défaut : ici)")
    data.add_argument("--oui", action="store_true", help="effacer sans demander confirmation")
    return parser


def _add(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=summary.capitalize() + ".", allow_abbrev=False
    )
    parser.set_defaults(run=_command(name))
    return parser


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        return int(import_module(f"coach.cli.{name}").run(options))

    return run
