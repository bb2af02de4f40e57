"""What an amount is for: « par mois », « /an », « l'unité », « la copie »."""

import re

from coach.language.nouns import SINGULAR_NOUNS, singular

_PER = re.compile(
    r" ?(?:/ ?(?:le |la |l')?(?P<slash>[a-z]+)|(?:et )?(?:par|chaque|de l'|a l'|l'|le |la "
    r"|du ) ?(?P<word>[a-z]+)"
    r"|(?P<adjective>mensuels?|mensuelles?|annuels?|annuelles?|chacune?|(?<= )piece)\b)"
)
_PER_ALWAYS = {
    "mensuel": "mois",
    "mensuels": "mois",
    "mensuelle": "mois",
    "mensuelles": "mois",
    "annuel": "an",
    "annuels": "an",
    "annuelle": "an",
    "annuelles": "an",
    "chacun": "unité",
    "chacune": "unité",
    "piece": "pièce",
}
_PER_ARTICLE = {
    "mois": "mois",
    "moi": "mois",
    "an": "an",
    "annee": "an",
    "unite": "unité",
    "piece": "pièce",
    "heure": "heure",
    "jour": "jour",
    "journee": "jour",
    "semaine": "semaine",
    "poste": "poste",
    "kilo": "kilo",
    "tonne": "tonne",
    "exemplaire": "exemplaire",
    "carton": "carton",
    "palette": "palette",
    "litre": "litre",
    "metre": "mètre",
    "personne": "personne",
    "licence": "licence",
}
_PER_SHORT = {
    "m": "mois",
    "mo": "mois",
    "j": "jour",
    "h": "heure",
    "pers": "personne",
    "a": "an",
    "u": "unité",
}
_NOT_PER = {
    "chez", "contre", "rapport", "exemple", "contrat", "prelevement", "carte", "cheque", "virement", "mail",
    "telephone", "la", "le", "les", "un", "une", "votre", "notre", "mon", "ma", "ce", "cette", "defaut",
}  # fmt: skip


def rate_after(text: str, folded: str, end: int) -> tuple[str, int]:
    """« par mois », « /an », « l'unité »: the denominator and where it ends; empty when none."""
    match = _PER.match(folded, end)
    if not match:
        return "", end
    if match["slash"]:
        word = match["slash"]
        return _PER_SHORT.get(word, _PER_ARTICLE.get(word, singular(word))), match.end()
    if match["adjective"]:
        return _PER_ALWAYS[match["adjective"]], match.end()
    word = match["word"]
    if word in _PER_ARTICLE and not re.match(r" (?:prochain|dernier|passe)", folded[match.end() :][:10]):
        return _PER_ARTICLE[word], match.end()
    ended = re.match(r"$|[.,;:!?]| (?:ou|et|mais|si)\b", folded[match.end() :][:6])
    if word in SINGULAR_NOUNS and ended and match[0].lstrip().startswith(("la ", "le ", "l'")):
        return text[match.start("word") : match.end("word")].lower(), match.end()
    if (
        match[0].lstrip().removeprefix("et ").startswith(("par", "chaque"))
        and word not in _NOT_PER
        and len(word) > 2
    ):
        return singular(text[match.start("word") : match.end("word")]), match.end()
    return "", end


def read_rate(text: str, folded: str, end: int) -> tuple[str, int]:
    """« par mois » after a bare number: the unit « /mois » and where it ends."""
    match = re.compile(r" ?(?:/ ?|par )(?:mois|an|jour|semaine|personne|poste|unite)\b").match(folded, end)
    if not match:
        return "", end
    name, stop = rate_after(text, folded, end)
    return f"/{name}" if name else "", stop
