"""What follows a number and gives it its meaning: per cent, euros, a duration, a counted noun.

Works on folded text; the counted noun is taken from the original so that it keeps its accents.
"""

import re
from dataclasses import dataclass

from coach.language.nouns import NOT_NOUNS, SINGULAR_NOUNS, singular
from coach.language.numerals import NUMBER_WORDS, Numeral, word_value
from coach.language.rates import rate_after
from coach.language.reading import QuantityKind

DAYS_IN = {
    "seconde": 1 / 86400,
    "minute": 1 / 1440,
    "quart d'heure": 15 / 1440,
    "demi-heure": 30 / 1440,
    "heure": 1 / 24,
    "demi-journée": 0.5,
    "jour": 1.0,
    "semaine": 7.0,
    "quinzaine": 15.0,
    "mois": 30.0,
    "trimestre": 90.0,
    "semestre": 180.0,
    "an": 365.0,
}
"""Days in one unit of duration. A month counts for thirty days, a year for 365, as in trade usage."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit read after a number; `name` is its usual form, `factor` leads to the base unit."""

    kind: QuantityKind
    name: str
    end: int
    factor: float = 1.0
    addend: float = 0.0
    """In base units: the cents of « 59 euros 90 », the half of « deux ans et demi »."""


_PERCENT = re.compile(
    r" ?(?:%|(?:pour|pr)[ -]?cents?\b(?! euros?\b)|pourcents?\b|pourcentages?\b|pct\b|p\. ?cent\b"
    r"|points? (?:de (?:pourcentage|remise|marge|rabais|reduction)|de (?:plus|moins))\b)"
)
_CURRENCY = re.compile(
    r" ?(?P<kilo>k ?[€$]|k ?eur(?:os?)?\b|m ?€|k(?!\w))| ?(?P<coin>centimes?\b|cts\b)"
    r"|(?: (?:d'|de ))? ?(?P<euro>€|euros?\b|eurs?\b|balles?\b)"
    r"|(?: (?:d'|de ))? ?(?P<foreign>\$|dollars?\b|usd\b|£|livres sterling\b|gbp\b|chf\b|francs suisses\b)"
    r"| (?P<apart>e)(?= (?:par|ht|ttc)\b)|(?P<letter>e)\b(?=$| ?[,.;!?)]| (?:par|pour|sur|et|ht|ttc"
    r"|chaque|le|la|les|si|mais|tout|au|avec"
    r"|max|de|en|on|je)\b| ?/)"
)
_FOREIGN = {"$": "$", "d": "$", "u": "$", "£": "£", "l": "£", "g": "£", "c": "CHF", "f": "CHF"}
"""Currency by the first letter of its name; amounts stay in it, nobody here knows the rate of the day."""
_CURRENCY_BEFORE = re.compile(r"(?P<sign>€|\beur|\$|£|\busd|\bgbp|\bchf) ?$")
_CENTS = re.compile(r" ?(?P<cents>[0-9]{2})(?![0-9]|[,.][0-9]| ?%| ?[a-z])")
_TAX = re.compile(
    r" ?\(?(?:(?P<ht>h\.t\.|h\.?t\b|hors[ -]taxes?\b)|(?P<ttc>t\.t\.c\.|ttc\b"
    r"|toutes taxes(?: comprises)?\b))\)?"
)
_DURATION = re.compile(
    r"[ -]?(?:(?:petite?s?|bonnes?|bons?|seule?s?|longue?s?|pleine?s?|premiere?s?|derniere?s?) )?(?:"
    r"(?P<s>secondes?|sec(?!\w))|(?P<q>quarts? d'heure)|(?P<dh>demi(?:e|es|s)?[ -]?heures?)"
    r"|(?P<dj>demi(?:e|es|s)?[ -]?journees?)|(?P<min>minutes?|mins?|mn)|(?P<h>heures?|hrs?|h)"
    r"|(?P<j>jours?(?: (?:ouvres?|ouvrables?|calendaires?|francs?))?|jrs?|journees?|j)"
    r"|(?P<sem>semaines?|sems?)|(?P<quinz>quinzaines?)|(?P<m>mois|moi(?! (?:je|j'|aussi|ca|non)))"
    r"|(?P<t>trimestres?)|(?P<sm>semestres?)|(?P<a>annees?|ans?))(?![\w'])"
)
_DURATION_NAMES = {
    "s": "seconde", "q": "quart d'heure", "dh": "demi-heure", "dj": "demi-journée", "min": "minute",
    "h": "heure", "j": "jour", "sem": "semaine", "quinz": "quinzaine", "m": "mois", "t": "trimestre",
    "sm": "semestre", "a": "an",
}  # fmt: skip
_PLURALS = {"mois": "mois", "quart d'heure": "quarts d'heure", "demi-journée": "demi-journées"}
_AND_HALF = re.compile(r" et demie?s?\b| 1/2\b")
_AND_QUARTER = re.compile(r" et quart\b")
_TIMES = re.compile(r" ?x(?![\w])")
_MEASURE = re.compile(r" ?(?P<name>km|kg|cm|mm|ml|cl|m2|m²|kwh|kw|kva|go|mo|to|cv|g|l|m|w)(?![\w'])")
_NOUN = re.compile(
    r" (?:d'|de )?(?:(?:petite?s?|grosses?|gros|grande?s?|nouveaux|nouvelles|nouveau|autres?|belles?|beaux"
    r"|bons|bonnes|vraie?s?|premiers|premieres|derniers|dernieres|seule?s?|meilleure?s?) )?"
    r"(?P<noun>[a-zœ][a-zœ'-]{1,30})"
)
_OF_NOUN = re.compile(r" (?:d'|de )(?P<noun>[a-zœ][a-zœ-]{1,30})")


def _amount_tail(text: str, folded: str, end: int) -> tuple[str, int]:
    """« HT », « par mois », in either order: the unit they make with the euro sign."""
    tax, rates = "", ""
    for _ in range(3):
        found = _TAX.match(folded, end)
        if found and not tax:
            tax, end = " HT" if found["ht"] else " TTC", found.end()
        rate, after = rate_after(text, folded, end)
        if rate and f"/{rate}" not in rates:
            rates, end = f"{rates}/{rate}", after
    return f"{tax}{rates}", end


def _amount(text: str, folded: str, numeral: Numeral) -> Unit | None:
    if re.match(r"M(?![\w²³])", text[numeral.end : numeral.end + 2]) and numeral.form == "figures":
        return Unit("montant", "€", numeral.end + 1, 1e6)
    match = _CURRENCY.match(folded, numeral.end)
    if not match or (match["letter"] and (numeral.value < 10 or numeral.form != "figures")):
        return None
    end, factor, addend = match.end(), 1.0, 0.0
    sign = _FOREIGN[match["foreign"][0]] if match["foreign"] else "€"
    if match["kilo"]:
        if numeral.form != "figures":
            return None
        sign = "$" if match["kilo"].endswith("$") else sign
        factor = 1e6 if match["kilo"].startswith("m") else 1e3
    elif match["coin"]:
        factor = 0.01
    elif numeral.value == int(numeral.value):
        addend, end = _cents(folded, end)
    tail, end = _amount_tail(text, folded, end)
    return Unit("montant", sign + tail, end, factor, addend)


def _cents(folded: str, end: int) -> tuple[float, int]:
    """The « 90 » of « 59 euros 90 » or « douze euros cinquante »."""
    figures = _CENTS.match(folded, end)
    if figures:
        return int(figures["cents"]) / 100, figures.end()
    said = re.match(
        r" (?:et )?(?P<cents>[0-9]{1,2}|[a-z]{2,9}(?:[ -][a-z]{2,9}){0,4}) (?:centimes?|cents)\b",
        folded[end : end + 50],
    )
    cents = (float(said["cents"]) if said["cents"].isdigit() else word_value(said["cents"])) if said else None
    if said and cents is not None:
        return cents / 100, end + said.end()
    words = re.match(
        r" (?P<tens>dix|vingt|trente|quarante|cinquante|soixante|quatre-vingts?|quatre-vingt-dix"
        r"|soixante-dix|(?:\w+-)?vingt-(?:dix-)?neuf)(?![\w-])(?! ?(?:%|pour|euro|mois|jour|an|per|pos"
        r"|cli|inv))",
        folded[end : end + 40],
    )
    value = word_value(words["tens"]) if words else None
    return (value / 100, end + words.end()) if words and value is not None else (0.0, end)


def _duration(folded: str, numeral: Numeral) -> Unit | None:
    match = _DURATION.match(folded, numeral.end)
    if not match or (match["a"] and folded.startswith(" neuf", match.end())):
        return None
    if match["j"] == "j" and folded[match.end() : match.end() + 1] == "'":
        return None
    base = _DURATION_NAMES[next(name for name in _DURATION_NAMES if match[name])]
    factor, end, addend = DAYS_IN[base], match.end(), 0.0
    half = _AND_HALF.match(folded, end) or _AND_QUARTER.match(folded, end)
    if half:
        share = 0.25 if "quart" in half[0] else 0.5
        addend, end = factor * share, half.end()
    several = numeral.value >= 2
    name = (_PLURALS.get(base, base + "s") if several else base) if base != "mois" else base
    return Unit("duree", name, end, factor, addend)


def _noun(text: str, folded: str, numeral: Numeral) -> Unit | None:
    pattern = _OF_NOUN if numeral.form == "collective" else _NOUN
    match = pattern.match(folded, numeral.end)
    if not match:
        return None
    noun = match["noun"].rstrip("'-")
    if (
        "'" in noun
        or noun in NOT_NOUNS
        or noun.split("-")[0] in NUMBER_WORDS
        or noun.endswith(("ez", "aient", "erons", "ions-nous"))
    ):
        return None
    if "-" in noun and noun not in SINGULAR_NOUNS and not noun.split("-")[0].endswith("s"):
        return None
    plural = noun.endswith(("s", "x", "z")) and len(noun) > 3
    if not plural and noun not in SINGULAR_NOUNS and numeral.form != "collective":
        return None
    start = match.start("noun")
    said = text[start : start + len(noun)]
    return Unit("quantite", singular(said), start + len(noun))


def _counted(text: str, folded: str, numeral: Numeral) -> Unit | None:
    if numeral.form == "figures":
        times = _TIMES.match(folded, numeral.end)
        if times and numeral.value == int(numeral.value) and numeral.value <= 36:
            return Unit("quantite", "fois", times.end())
    measure = _MEASURE.match(folded, numeral.end)
    if measure and (numeral.form == "figures" or len(measure["name"]) > 1):
        return Unit("quantite", measure["name"], measure.end())
    return _noun(text, folded, numeral)


def read_unit(text: str, folded: str, numeral: Numeral) -> Unit | None:
    """The unit that follows a number, if any."""
    percent = _PERCENT.match(folded, numeral.end)
    if percent and numeral.form != "share":
        return Unit("pourcentage", "%", percent.end())
    if numeral.form == "share":
        return Unit("pourcentage", "%", numeral.end)
    start = numeral
    if numeral.form == "collective" or folded[numeral.start : numeral.end].endswith(("million", "millions")):
        of = re.match(
            r" (?:d'|de )(?=euros?\b|€|jours\b|minutes\b|mois\b|heures\b|annees\b|semaines\b)",
            folded[numeral.end :][:14],
        )
        if of:
            start = Numeral(
                numeral.value, numeral.start, numeral.end + of.end() - 1, numeral.form, numeral.noun
            )
            if folded[start.end] == "'":
                start = Numeral(numeral.value, numeral.start, start.end + 1, numeral.form, numeral.noun)
    found = _amount(text, folded, start) or _duration(folded, start)
    if found:
        return found
    if (
        numeral.form == "collective"
        and numeral.noun == "quinzaine"
        and not _OF_NOUN.match(folded, numeral.end)
    ):
        return Unit("duree", "jours", numeral.end)
    return None if numeral.form == "article" else _counted(text, folded, numeral)


def sign_before(folded: str, start: int) -> tuple[str, int]:
    """« EUR 20 », « $10 »: the currency written before a number and where it starts; empty when none."""
    match = _CURRENCY_BEFORE.search(folded, max(0, start - 5), start)
    if not match or (match.start() and folded[match.start() - 1].isalnum()):
        return "", start
    return {"€": "€", "e": "€"}.get(match["sign"][0]) or _FOREIGN[match["sign"][0]], match.start()
