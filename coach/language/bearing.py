"""Which point of negotiation a figure bears on, and its value in the unit of that point.

Nearest words of the point first, then the only point of a compatible kind, then the point last
spoken of. A figure that belongs to another thing (« un acompte de 30 % ») bears on none.
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from coach.language.folding import fold
from coach.language.nouns import singular
from coach.language.numerals import NUMBER_WORDS
from coach.language.reading import IssueWords, Quantity
from coach.language.units import DAYS_IN

_MONTHS_IN = {"mois": 1.0, "trimestre": 3.0, "semestre": 6.0, "an": 12.0}
_UNIT_ALIASES = {"annee": "an", "j": "jour", "jrs": "jour", "sem": "semaine", "h": "heure", "ans": "an"}
_GENERIC = {
    "pourcentage": {"remise", "reduction", "rabais", "ristourne", "geste", "effort", "baisse", "promo",
        "moins", "discount", "reduc", "mieux"},
    "montant": {"prix", "tarif", "total", "montant", "offre", "proposition"},
    "duree": {"duree", "periode"},
    "quantite": {"total", "commande", "minimum", "volume"},
    "nombre": {"total"},
    "oui-non": set(),
}  # fmt: skip
_ANY = {
    "offre", "proposition", "effort", "geste", "dernier", "derniere", "ultime", "meilleure", "demande", "mot",
}  # fmt: skip
DISCOUNT = frozenset({"remise", "reduction", "rabais", "ristourne", "geste", "moins", "baisse", "avoir"})
_OF_AFTER = re.compile(r"(?: ouvr\w+)? (?:d'|de |du |des )(?:l'|la |le )?(?P<head>[a-zœ]{3,})")
_OF_BEFORE = re.compile(
    r"(?:\b(?:un|une|le|la|les|votre|notre|mon|ma|ce|cette|avec|en|des|vos|nos|sa|son|de|du|sans) "
    r"|\b[ld]')(?P<far>[a-zœ]{3,}) (?:(?P<near>[a-zœ]{3,}) )?"
    r"(?:est |sera |serait |passe )?(?:de |d'|a |: ?)(?:la |les |environ )?$"
)
_NOT_HEADS = {
    "plus", "chez", "chaque", "toute", "tous", "suite", "mois", "ans", "an", "jours", "annee", "annees",
    "semaines", "ferme",
    "engager", "aller", "passer", "descendre", "monter", "faire", "vous", "nous", "accord", "pouvoir",
    "signer", "arriver",
    "dessous", "dessus", "dela", "moins", "fond", "cote", "niveau", "lieu", "maximum", "minimum",
    "partir", "mieux", "propose", "fais", "ensemble",
    "votre", "notre", "cela", "cette", "part", "base", "peux", "vais", "monte", "descends", "reste",
    "suis", "max", "chacun",
}  # fmt: skip
_FOREIGN_BEFORE = re.compile(
    r"\b(?:tva|acompte|arrhes|marge|interets?|caution|commission|objectifs?|part de marche"
    r"|taxes?)\b[^,;.]{0,20}$"
)
_GIFT_AFTER = re.compile(r" (?:offerte?s?|gratuite?s?|d'essai|cadeau)\b")
_DELTA_BEFORE = re.compile(
    r"\b(?:moins|enlev\w+|retir\w+|deduis|deduire|baiss\w+ de|reduis de|rembours\w+|economis\w+|moins de"
    r"|avoir de) (?:les |de )?$|-$|\b(?:remise|reduction|rabais|ristourne) (?:\w+ )?de $"
)
_DELTA_AFTER = re.compile(r" (?:de|en) (?:moins|plus|remise|reduction|rabais|ristourne|avoir)\b|\bd'avoir\b")
_LARGEST_BARE = {"pourcentage": 60.0, "duree": 120.0}
"""Above, a bare number is no discount and no term: « la gamme 140 »."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_BEFORE = re.compile(r"\b(?:en|de|depuis|pour|vs|a|annee|fin|debut|que) $")
_PRONOUN_BEFORE = re.compile(r"\b(?:je|vous|on|nous|te|tu|me|ne|y|jvous) $")
_COMPLEMENT_OF = re.compile(r"(?P<owner>[a-zœ]{3,}) $")
_MOST_MENTIONS = 40
"""More than anyone says in one breath."""
_SMALL_DAY = 1.0
_FORTNIGHT = 15.0
"""Days under which a duration is no term counted in months: « dépannage sous 24 heures »."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a point found in the text."""

    issue: IssueWords
    start: int
    end: int


def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    words = [re.escape(word.rstrip("s")) if len(word) > 3 else re.escape(word) for word in phrase.split()]
    return re.compile(
        r"(?<![\w])"
        + r"[ '-]+".join(word + r"(?:s|x|e|es)?" if len(word) > 5 else word + "(?:s|x)?" for word in words)
        + r"(?![\w])"
    )


def find_mentions(folded: str, issues: tuple[IssueWords, ...]) -> tuple[Mention, ...]:
    """Every place where a point is named, misspellings of long words included."""
    tokens = [(match[0], match.start()) for match in re.finditer(r"[a-zœ]{6,}", folded)]
    found: list[Mention] = []
    for issue in issues:
        spans: set[tuple[int, int]] = set()
        for words in issue.words:
            phrase = fold(words).strip()
            if not phrase:
                continue
            spans.update(match.span() for match in _phrase_pattern(phrase).finditer(folded))
            if len(phrase) >= 6 and phrase.isalpha():
                spans.update(
                    (start, start + len(token)) for token, start in tokens if _misspells(token, phrase)
                )
        found.extend(Mention(issue, start, end) for start, end in sorted(spans))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.issue.id))[:_MOST_MENTIONS])


def _misspells(token: str, word: str) -> bool:
    """« formassion » for « formation », but neither « information » nor « contact » for « contrat »."""
    return token[0] == word[0] and fuzz.ratio(token, word) >= (84 if len(word) >= 9 else 88)


def _base_unit(unit: str) -> str:
    plain = singular(fold(unit).strip())
    plain = _UNIT_ALIASES.get(plain, plain)
    return {"demi-journee": "demi-journée"}.get(plain, plain)


def _quantity_base(quantity: Quantity) -> str:
    unit = quantity.unit.removesuffix("s") if quantity.unit != "mois" else quantity.unit
    return "quart d'heure" if unit.startswith("quart") else unit


def value_for(quantity: Quantity, issue: IssueWords) -> float | None:
    """The value of the quantity in the unit of the point."""
    if not isinstance(quantity.value, float):
        return None
    value = quantity.value
    if quantity.kind == "pourcentage" and isinstance(quantity.high, float):
        value = quantity.high
    if quantity.kind == "duree":
        return _duration_for(quantity, value, _base_unit(issue.unit))
    if quantity.kind == "montant":
        rate = quantity.unit.partition("/")[2]
        rates = fold(issue.unit).replace("par ", "/").split("/")[1:]
        wanted = next((base for part in rates if (base := _base_unit(part)) in ("an", "mois")), "")
        said = next((base for part in rate.split("/") if (base := _base_unit(part)) in ("an", "mois")), "")
        factor = {("an", "mois"): 1 / 12, ("mois", "an"): 12.0}.get((said, wanted), 1.0)
        return round(value * factor, 4)
    return round(value, 4)


def _duration_for(quantity: Quantity, days: float, wanted: str) -> float:
    said = _quantity_base(quantity)
    number = days / DAYS_IN.get(said, 1.0)
    if said == wanted or wanted not in DAYS_IN:
        return round(number, 4)
    if said in _MONTHS_IN and wanted in _MONTHS_IN:
        return round(number * _MONTHS_IN[said] / _MONTHS_IN[wanted], 4)
    if (said, wanted) == ("an", "semaine"):
        return round(number * 52, 4)
    return round(days / DAYS_IN[wanted], 4)


def is_compatible(quantity: Quantity, issue: IssueWords) -> bool:
    """Whether such a figure may speak of such a point."""
    if issue.kind == "oui-non" or not isinstance(quantity.value, float):
        return False
    if quantity.kind == "nombre":
        return issue.kind not in _LARGEST_BARE or quantity.value <= _LARGEST_BARE[issue.kind]
    if quantity.kind == "duree":
        return _fits_duration(quantity, issue)
    if quantity.kind == "quantite":
        if quantity.unit == "point":
            return issue.kind == "pourcentage"
        return issue.kind in ("quantite", "nombre") and _same_thing(quantity.unit, issue)
    return quantity.kind == issue.kind and not (quantity.kind == "pourcentage" and quantity.value > 100)


def _fits_duration(quantity: Quantity, issue: IssueWords) -> bool:
    wanted = _base_unit(issue.unit)
    if issue.kind != "duree" and not (issue.kind in ("nombre", "quantite") and wanted in DAYS_IN):
        return False
    days = quantity.value if isinstance(quantity.value, float) else 0.0
    if wanted in _MONTHS_IN:
        return days >= _FORTNIGHT
    return DAYS_IN.get(wanted, _SMALL_DAY) < _SMALL_DAY or days >= _SMALL_DAY


def _same_thing(unit: str, issue: IssueWords) -> bool:
    said = singular(fold(unit))
    names = [singular(fold(word)) for phrase in (issue.unit, *issue.words) for word in phrase.split()]
    return any(said == name or (len(said) > 5 and fuzz.ratio(said, name) >= 86) for name in names)


def belongs_elsewhere(folded: str, quantity: Quantity, issue: IssueWords) -> bool:
    """« 30 % d'acompte », « une garantie de 24 mois »: the figure of another thing than this point."""
    some_months = re.search(r" (?:premier|dernier)e?s? ", fold(quantity.text))
    if quantity.kind == "duree" and (some_months or _GIFT_AFTER.match(folded, quantity.end)):
        return not any(re.search(r"offert|gratuit|essai", fold(word)) for word in issue.words)
    before = folded[max(0, quantity.start - 12) : quantity.start]
    if quantity.kind == "nombre" and _YEAR.fullmatch(quantity.text) and _YEAR_BEFORE.search(before):
        return True
    foreign = _FOREIGN_BEFORE.search(folded, max(0, quantity.start - 40), quantity.start)
    if foreign and not any(fold(word) in foreign[0] for word in issue.words):
        return True
    for head in _heads(folded, quantity):
        generic = _GENERIC[issue.kind] | _ANY
        if not _names(head, issue) and not any(fuzz.ratio(head, word) >= 85 for word in generic):
            return True
    return False


def _heads(folded: str, quantity: Quantity) -> list[str]:
    heads = []
    after = _OF_AFTER.match(folded, quantity.end)
    if after and after["head"] not in _NOT_HEADS and quantity.kind != "quantite":
        heads.append(after["head"])
    before = _OF_BEFORE.search(folded, max(0, quantity.start - 60), quantity.start)
    if before and not _PRONOUN_BEFORE.search(folded, max(0, before.start() - 8), before.start()):
        ignored = _NOT_HEADS | NUMBER_WORDS
        candidates = [word for word in (before["near"], before["far"]) if word and word not in ignored]
        if candidates and before["near"] not in _NOT_HEADS:
            heads.append(_owner(folded, before) or candidates[-1])
    return heads


def _owner(folded: str, before: re.Match[str]) -> str:
    """The « remise » of « une remise de bienvenue de 10 % »."""
    if not before[0].startswith(("de ", "d'")):
        return ""
    owner = _COMPLEMENT_OF.search(folded, max(0, before.start() - 30), before.start())
    return owner["owner"] if owner else ""


def _names(head: str, issue: IssueWords) -> bool:
    words = [singular(fold(word)) for phrase in issue.words for word in re.split(r"[ '-]", phrase)]
    plain = singular(head)
    return any(plain == word or (len(plain) > 5 and fuzz.ratio(plain, word) >= 86) for word in words)


def is_delta(folded: str, quantity: Quantity) -> bool:
    """« 200 euros de moins »: a difference, not a price."""
    before = folded[max(0, quantity.start - 30) : quantity.start]
    if quantity.kind == "pourcentage" and fold(quantity.text).endswith("de plus"):
        return True
    return _DELTA_BEFORE.search(before) is not None or _DELTA_AFTER.match(folded, quantity.end) is not None


def nearest_issue(
    quantity: Quantity, candidates: list[IssueWords], mentions: tuple[Mention, ...], start: int, end: int
) -> IssueWords | None:
    """The candidate named nearest to the figure between two offsets."""

    def distance(mention: Mention) -> int:
        return max(mention.start - quantity.end, quantity.start - mention.end, 0)

    inside = [m for m in mentions if m.issue in candidates and start <= m.start and m.end <= end]
    return min(inside, key=lambda m: (distance(m), m.start, m.start - m.end)).issue if inside else None


def likeliest_issue(quantity: Quantity, candidates: list[IssueWords], last_issue: str) -> IssueWords | None:
    """Without words to tell: same unit, the point last spoken of, or the only one possible."""
    if quantity.kind == "duree" and _quantity_base(quantity) not in _MONTHS_IN:
        candidates = [issue for issue in candidates if _base_unit(issue.unit) not in _MONTHS_IN]
    last = next((issue for issue in candidates if issue.id == last_issue), None)
    if last is not None:
        return last
    if quantity.kind == "nombre":
        return candidates[0] if len(candidates) == 1 else None
    if len(candidates) > 1 and quantity.kind == "duree":
        same = [issue for issue in candidates if _base_unit(issue.unit) == _quantity_base(quantity)]
        family = [
            issue for issue in candidates
            if (_base_unit(issue.unit) in _MONTHS_IN) == (_quantity_base(quantity) in _MONTHS_IN)
        ]  # fmt: skip
        candidates = same or family or candidates
    return candidates[0] if len(candidates) == 1 else None
