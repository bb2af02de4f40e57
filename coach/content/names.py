"""Every name used in a file must exist: here or in what the file relies on. The nearest is suggested."""

from collections.abc import Iterable
from collections.abc import Mapping as Names

from coach.content.nodes import Mapping, Node, Sequence, Text
from coach.content.problems import problem
from coach.content.work import Reference, Work, number

COMMON_SLOTS = ("personnage", "entreprise")
"""What the engine fills in any text, besides the parameters."""

_UNKNOWN = {
    "scene": ("C040", "La scène « {} » n'existe pas."),
    "fin": ("C041", "La fin « {} » n'existe pas."),
    "acte": ("C042", "L'acte « {} » n'existe pas."),
    "information": ("C043", "L'information « {} » n'existe pas."),
    "objection": ("C044", "L'objection « {} » n'existe pas."),
    "point": ("C045", "Le point de négociation « {} » n'existe pas."),
    "parametre": ("C046", "Le paramètre « {} » n'existe pas."),
    "montant": ("C046", "Le paramètre « {} » n'existe pas."),
    "attente": ("C047", "Aucune information, objection ni réaction ne s'appelle « {} »."),
    "archetype": ("C048", "L'archétype « {} » n'existe pas."),
    "grille": ("C049", "La grille « {} » n'existe pas."),
    "marque": ("C051", "Aucune réaction ne pose la marque « {} »."),
    "champ": ("C052", "« {{{}}} » n'est ni un paramètre ni un champ connu ici."),
    "critere": ("C054", "Le critère « {} » n'est pas dans la grille."),
    "scenario": ("C055", "Le scénario « {} » n'existe pas dans ce pack."),
    "regle": ("C057", "La règle de droit « {} » n'existe pas."),
    "jeu": ("C056", "Le jeu « {} » n'existe pas dans ce scénario."),
}
"""Code and sentence of a name that does not exist, by space."""
UNKNOWN_IN_SCRIPT = tuple(
    _UNKNOWN[space][0] for space in ("scene", "fin", "information", "objection", "parametre", "marque")
)
"""Codes of names without which nothing can be proven about the script."""


def check_names(work: Work, root: Node, known: Names[str, Iterable[str]]) -> None:
    """Notes every reference that leads nowhere. `known` gives the names of spaces outside the file;
    a space that is neither declared in the file nor in `known` counts as empty."""
    spaces = {space: tuple(names) for space, names in work.names.items()}
    spaces |= {space: tuple(names) for space, names in known.items()}
    spaces["champ"] = (*spaces.get("parametre", ()), *COMMON_SLOTS)
    spaces["montant"] = spaces.get("parametre", ())
    figures = _numeric_parameters(root)
    for reference in work.references:
        valid = (*spaces.get(reference.space, ()), *reference.known)
        if reference.name not in valid:
            _note_unknown(reference, valid, work)
        elif reference.space == "montant" and reference.name not in figures:
            message = f"Le paramètre « {reference.name} » n'est pas un nombre."
            advice = "choisissez un paramètre dont la valeur est un nombre"
            _note(work, "C053", reference, message, advice)


def _note_unknown(reference: Reference, valid: tuple[str, ...], work: Work) -> None:
    code, sentence = _UNKNOWN[reference.space]
    advice = work.did_you_mean(reference.name, valid) or "déclarez-le, ou retirez cette ligne"
    _note(work, code, reference, sentence.format(reference.name[:60]), advice)


def _note(work: Work, code: str, reference: Reference, message: str, advice: str) -> None:
    found = problem(code, work.file, message, advice, mark=reference.mark, path=reference.path)
    work.problems.append(found)


def _numeric_parameters(root: Node) -> set[str]:
    """Parameters whose original value is a number, even in a file that cannot be converted."""
    listed = root.get("parametres") if isinstance(root, Mapping) else None
    numeric: set[str] = set()
    for item in listed.items if isinstance(listed, Sequence) else ():
        name, original = (item.get("id"), item.get("original")) if isinstance(item, Mapping) else (None, None)
        if isinstance(name, Text) and isinstance(original, Text) and number(original.value) is not None:
            numeric.add(name.value)
    return numeric
