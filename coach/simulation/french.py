"""Small French: spaces of typography, articles before the name of a point, enumerations."""

import re

NBSP = "\u00a0"
THIN = "\u202f"
_BEFORE_THIN = re.compile(r" (?=[;!?»])|(?<=«) ")
_BEFORE_NBSP = re.compile(r" (?=[:%€])")

_FEMININE_ENDINGS = ("ion", "té", "ée", "ure", "ance", "ence", "ise", "aison", "ie", "esse", "ette", "tte")
_GENDERS = {
    "nombre": "le",
    "prix": "le",
    "délai": "le",
    "remise": "la",
    "formule": "la",
    "mise": "la",
    "date": "la",
    "avance": "l'",
    "service": "le",
    "nom": "le",
    "pourcentage": "le",
    "musée": "le",
    "commande": "la",
    "maintenance": "la",
    "semaine": "la",
    "place": "la",
    "prime": "la",
    "hausse": "la",
    "taille": "la",
    "gamme": "la",
    "caution": "la",
}
_VOWELS = "aâàeéèêëiîïoôuûùhœ"
_PLURALS_IN_S = (
    "mois",
    "prix",
    "temps",
    "délais de",
    "devis",
    "avis",
    "choix",
    "accès",
    "cours",
    "repas",
    "recours",
)


def with_article(label: str) -> str:
    """« Remise sur le carton » → « la remise sur le carton » ; « Engagement » → « l'engagement »."""
    name = lower_first(label)
    first = name.split(" ")[0] if name else ""
    if not first or first in (
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "mon",
        "ma",
        "mes",
        "votre",
        "vos",
    ):
        return name
    if first.startswith(("l'", "l’")):
        return name
    if first.endswith(("s", "x")) and first not in _PLURALS_IN_S:
        return f"les {name}"
    if first[0] in _VOWELS:
        return f"l'{name}"
    article = _GENDERS.get(first) or ("la" if first.endswith(_FEMININE_ENDINGS) else "le")
    return f"{article} {name}"


def lower_first(text: str) -> str:
    """The text with its first letter in lower case, unless it opens with an acronym."""
    acronym = text[:2].isalpha() and text[:2].isupper()
    return text if acronym else text[:1].lower() + text[1:]


def enumerate_french(parts: list[str]) -> str:
    """« a, b et c »."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " et " + parts[-1] if parts else ""


def typeset(text: str) -> str:
    """The text with the no-break spaces of French typography where its author typed plain ones."""
    return _BEFORE_NBSP.sub(NBSP, _BEFORE_THIN.sub(THIN, text))
