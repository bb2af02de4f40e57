"""What a YAML parser complains about, told to someone who has never heard of YAML."""

import yaml

from coach.content.nodes import Mark
from coach.content.problems import Problem, problem

_QUOTE = 'mettez tout le texte entre guillemets "…"'
_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "Un « : » suivi d'une espace coupe ce texte en deux.", _QUOTE),
    ("cannot start any token", "Un texte ne peut pas commencer par ce signe (% @ ` …).", _QUOTE),
    ("end of stream", "Un guillemet ouvert n'est jamais refermé.", "fermez-le à la fin du texte"),
    ("unknown escape", "Entre guillemets doubles, « \\ » a un sens spécial.", "doublez-le : « \\\\ »"),
    ("escape code", "Entre guillemets doubles, « \\ » a un sens spécial.", "doublez-le : « \\\\ »"),
    ("',' or ']'", "Un crochet « [ » n'est pas refermé, ou une virgule manque.", "fermez-le par « ] »"),
    ("',' or '}'", "Une accolade « { » n'est pas refermée, ou une virgule manque.", "fermez-la par « } »"),
    ("'-' indicator", "Cette ligne devrait commencer par « - » comme les autres de la liste.", "alignez-la"),
    ("could not find expected ':'", "Il manque un « : » après cette clé.", "écrivez « clé: valeur »"),
    ("expected alphabetic", "Un texte ne peut pas commencer par « * » ni « & ».", _QUOTE),
    ("anchor", "Un texte ne peut pas commencer par « * » ni « & ».", _QUOTE),
    ("alias", "Un texte ne peut pas commencer par « * » ni « & ».", _QUOTE),
    ("directive", "Une ligne ne peut pas commencer par « % ».", _QUOTE),
    (
        "did not find expected key",
        "Cette ligne n'est pas alignée avec les précédentes, ou un texte contient [ ] { } ou un guillemet.",
        "alignez-la, ou mettez le texte entre guillemets",
    ),
    (
        "expected <block end>",
        "Cette ligne n'est pas alignée avec les précédentes, ou un texte contient [ ] { } ou un guillemet.",
        "alignez-la, ou mettez le texte entre guillemets",
    ),
)
"""What PyYAML and libyaml say, what it means, what to do. The first that fits is told."""


def explain(error: yaml.YAMLError, lines: list[str], name: str) -> Problem:
    """The problem that a parser's complaint amounts to."""
    said, mark = str(error), Mark()
    if isinstance(error, yaml.MarkedYAMLError):
        said = f"{error.problem}"
        if error.problem_mark:
            mark = Mark(error.problem_mark.line + 1, error.problem_mark.column + 1)
    tab = _tab_in_margin(lines, mark.line)
    if tab:
        message = "Cette ligne est décalée par une tabulation."
        return problem("C005", name, message, "remplacez-la par des espaces", mark=Mark(tab, 1))
    for words, message, advice in _EXPLANATIONS:
        if words in said:
            return problem("C006", name, message, advice, mark=mark)
    advice = "comparez avec la ligne précédente"
    return problem("C006", name, "Cette ligne ne respecte pas le format.", advice, mark=mark)


def _tab_in_margin(lines: list[str], line: int) -> int:
    """The line at fault, or the one before, if a tab indents it; else 0."""
    for number in (line, line - 1):
        if 0 < number <= len(lines):
            text = lines[number - 1]
            if "\t" in text[: len(text) - len(text.lstrip())]:
                return number
    return 0
