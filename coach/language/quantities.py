"""Quantities in a French utterance: percentages, amounts, durations, counts, dates, hours, numbers.

Order of reading: what must not be read is blanked (telephone numbers, « 24/7 », ordinals), then hours
and dates are taken, then every number left with the unit that follows it; ranges are joined at the
end. All on folded text, so that offsets are those of the original.
"""

import re
from dataclasses import replace

from coach.language.clock import find_hours
from coach.language.compounds import with_compounds
from coach.language.dates import find_dates
from coach.language.folding import fold, squeeze
from coach.language.moments import Moment
from coach.language.numerals import Numeral, find_numerals
from coach.language.ranges import with_ranges
from coach.language.rates import read_rate
from coach.language.reading import Quantity
from coach.language.units import Unit, read_unit, sign_before

_BLANK = "\0"
_NOT_QUANTITIES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9])(?:\+ ?33|0033|0) ?\(?0?\)?[1-9](?:[ ./-]?[0-9]{2}){4}(?![0-9])",
        r"\bzero[ -](?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)(?:[ ,-]+(?:et )?(?:zero|une?|deux"
        r"|trois|quatre|cinq"
        r"|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante"
        r"|soixante"
        r"|quatre)\b){3,16}",
        r"\S{1,64}@\S{1,64}|\b(?:https?://|www\.)\S{1,200}",
        r"\b[0-9]{1,2} ?(?:h|j)? ?/ ?(?:7|24)(?: ?[hj])?(?![0-9/])|\b(?:24|[5-7]|cinq|six|sept"
        r"|vingt-quatre) ?(?:h|heures|j|jours) sur (?:24|7|sept|vingt-quatre)\b",
        r"\b[0-9]+ ?x ?[0-9]+\b(?! ?(?:€|eur))|\b[0-9](?:,[0-9])?/(?:5|10|20)\b",
        r"\b[0-9]{1,3}(?:eres?|res?|nde?s?|iemes?|emes?|e)\b(?= (?!par|pour|sur|et|ht|ttc|de |en |le |la "
        r"|si |mais|tout|au |avec|max|chaque)[a-z]|(?<=[a-df-z]))|\b[0-9]e\b",
        r"\b(?:numero|num|article|page|version|appartement|batiment|porte|quai|windows|covid|norme|iso"
        r"|chapitre|paragraphe|annexe|tableau|bus|metro|salle|niveau|tome|(?<=la )ligne"
        r"|code postal(?: est)?) ?:? "
        r"?[0-9]+\b|\bn ?° ?[0-9]+|\betape [0-9]\b",
        r"\b(?:commande|dossier|facture|reference|ref|contrat|ticket|client|siret|siren|rcs|matricule)"
        r"(?: est| le| numero| no)* ?:? ?[a-z]{0,3}-?[0-9]{4,}(?:[ -][0-9]{3,}|-[0-9a-z]+)*\b"
        r"(?! ?(?:€|%|e\b|eur|ht\b|ttc\b|k\b|mois))",
        r"\b[0-9]{3,}-[0-9]{3,}-[0-9a-z]+\b|\b[0-9]{3} [0-9]{3} [0-9]{3} [0-9]{5}\b",
        r"\b[0-9]{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|chemin|allee|impasse|quai"
        r"|square)\b",
        r"(?<=pour )cent(?= (?:pour ?cent|%))",
        r"\bmi-temps\b|\bvis-a-vis\b|(?<=pas )trente-six (?:mille )?(?=solutions?|facons?|choix)"
        r"|\ba deux pas\b|\bmille (?:mercis?|excuses"
        r"|pardons)\b|\bcent fois\b",
        r"\b(?:en|les|nous|vous|eux|elles|tous|toutes|des|ces|vos|nos|mes|ses|tout|a) (?:les )?(?:deux"
        r"|trois|(?<=les )[23](?![0-9,./]| [0-9]))(?! ?(?:-|ou\b|a\b|et demi|cents?\b|mille|pour|virgule|%|€)"
        r"| [a-z]{2}| h\b)",
        r"\bl'une?\b|\bl'autre\b|\b(?:pas|plus|encore|chacun|comme|quelqu') ?une?\b(?! (?:mois|an|euro"
        r"|jour|seul|centime|pour ?cent|heure|semaine))",
        r"\bzero (?:souci|probleme|risque|stress|papier|dechet|defaut|tracas)s?\b",
    )
)
_POSTCODE = re.compile(r"(?<![\w,.])[0-9]{5}(?= [A-ZÉÈÎ][a-zéèêîô])")
"""Before a town: only the capital tells it from a count."""
_NINE_NUMBER_BEFORE = re.compile(
    r"(?:^|[,.;:!?(]|\b(?:a|fais|fait|disons|pour|accorde|mets|monte|descends|prends|prenez|ou|et|entre"
    r"|sur|avec|il y a|les|vos|nos|faut|sont|sommes))\s*$"
)
_FIRST_OF_RANGE = re.compile(r"(?: (?:a|ou)|,) (?:2|deux|3|trois)\b")
_CENT_AFTER_POUR = re.compile(r"\b(?:pour|pr)[ -]?$")
_DETERMINERS = r"(?:les |des |de |d'|ces |cette |vos |nos |mes |a |un |une |au |aux |du |la |le )"
_LINKS = (
    r"(?:vous |te |leur |le |la |les |des |ces |cette |vos |nos |mes |de |d'|du |a |au |aux |un |une "
    r"|sur |faire |accorder "
    r"|donner |proposer |descendre |aller |monter |jusqu'a |jusqu'aux? |offrir |consentir |baisser "
    r"|passer |mettre |tenir "
    r"|accepter |laisser |remise |remises |avoir |signer |pour |prendre |payer |etre |rajouter |encore "
    r"|engagement )"
)
_NEGATED_BEFORE = re.compile(
    rf"(?:\b(?:pas|jamais|ni|pa)\s{_LINKS}{{0,6}}|\bnon plus {_DETERMINERS}?"
    rf"|\bsans (?:[a-z]{{3,}} d(?:e |'))?{_DETERMINERS}{{0,2}}"
    rf"|\bplus question (?:de |d')"
    rf"{_LINKS}{{0,4}}|(?:^|[,;:.] ?)non {_DETERMINERS}?)$"
)
_MAY_NEGATE = re.compile(r"\b(?:pas?|jamais|ni|non|sans|question)\b")
"""A quick look that spares the long one."""
_APPROXIMATE_BEFORE = re.compile(
    r"(?:\b(?:environ|approximativement|autour de|autour des|aux alentours de|aux alentours des|pres de"
    r"|presque|quasiment|quasi"
    r"|grosso modo|plus ou moins|a peu pres|en gros|on va dire|genre|vers|une bonne|un bon|une petite"
    r"|un petit"
    r"|dans les|de l'ordre de|minimum environ)\s|[~≈]\s?)(?:les |de |d'|a |un |une )?$"
)
_APPROXIMATE_AFTER = re.compile(
    r" ?(?:environ\b|a peu pres\b|en gros\b|et quelques\b|et des poussieres\b|grosso modo\b"
    r"|approximativement\b|plus ou moins\b)"
)
_LOOK = 60


def _blanked(text: str, folded: str) -> str:
    for match in _POSTCODE.finditer(text):
        folded = _take(folded, match.start(), match.end())
    for pattern in _NOT_QUANTITIES:
        folded = pattern.sub(lambda match: _BLANK * len(match[0]), folded)
    return folded


def _said(text: str, start: int, end: int) -> str:
    """The words as said, normalised: the value of a date that cannot be resolved."""
    return " ".join(text[start:end].lower().replace("’", "'").split())


def _from_moment(text: str, moment: Moment) -> Quantity:
    said = text[moment.start : moment.end]
    value = moment.day.isoformat() if moment.day else _said(text, moment.start, moment.end)
    high = moment.high.isoformat() if moment.high else None
    return Quantity("date", value, "", moment.start, moment.end, said, high, moment.approximate)


def _take(folded: str, start: int, end: int) -> str:
    return folded[:start] + _BLANK * (end - start) + folded[end:]


def _is_adjective_nine(folded: str, numeral: Numeral, unit: Unit | None) -> bool:
    """« un véhicule neuf », « remis à neuf »: not a number."""
    if folded[numeral.start : numeral.end] != "neuf":
        return False
    before = folded[max(0, numeral.start - _LOOK) : numeral.start]
    if unit is not None and unit.kind != "quantite":
        return False
    if unit is not None:
        return not _NINE_NUMBER_BEFORE.search(before) and not before.endswith(("de ", "d'", "mes "))
    return before.endswith(("remis a ", "refait a ", "remise a ", "tout ")) or not _NINE_NUMBER_BEFORE.search(
        before
    )


def _is_quantity(folded: str, numeral: Numeral, unit: Unit | None) -> bool:
    if numeral.form == "article" and unit is None:
        return _FIRST_OF_RANGE.match(folded, numeral.end) is not None
    if re.match(r"-[a-z]", folded[numeral.end : numeral.end + 2]) and unit is None:
        return False
    said = folded[numeral.start : numeral.end]
    if said in ("cent", "cents") and unit is None:
        return _CENT_AFTER_POUR.search(folded, max(0, numeral.start - 8), numeral.start) is None
    if numeral.form == "figures" and unit is None:
        following = folded[numeral.end : numeral.end + 1]
        return not (
            following.isalnum()
            or following in ("°", "_", "#")
            or re.match(r"/[0-9]", folded[numeral.end :][:2])
        )
    return not _is_adjective_nine(folded, numeral, unit)


def _quantity(text: str, folded: str, numeral: Numeral, free: int) -> Quantity | None:
    """What a number says. `free`: where what was read before it ends; its sign is not for this one."""
    unit = read_unit(text, folded, numeral)
    if not _is_quantity(folded, numeral, unit):
        return None
    approximate = numeral.noun not in ("", "douzaine")
    sign, start = sign_before(folded, numeral.start)
    if sign and start >= free and (unit is None or unit.name == "€"):
        end, factor = (unit.end, unit.factor) if unit else (numeral.end, 1.0)
        return Quantity("montant", numeral.value * factor, sign, start, end, text[start:end])
    if unit is None:
        rate, end = read_rate(text, folded, numeral.end)
        said = text[numeral.start : end]
        return Quantity("nombre", numeral.value, rate, numeral.start, end, said, approximate=approximate)
    value = round(numeral.value * unit.factor + unit.addend, 6)
    return Quantity(
        unit.kind,
        value,
        unit.name,
        numeral.start,
        unit.end,
        text[numeral.start : unit.end],
        approximate=approximate,
    )


def _numbers(text: str, folded: str) -> list[Quantity]:
    found: list[Quantity] = []
    for numeral in find_numerals(folded):
        free = found[-1].end if found else 0
        if numeral.start < free:
            continue
        quantity = _quantity(text, folded, numeral, free)
        if quantity:
            found.append(quantity)
    return found


def _qualified(folded: str, quantity: Quantity) -> Quantity:
    """The same with its approximation and its negation."""
    before = folded[max(0, quantity.start - _LOOK) : quantity.start]
    before = re.split(r"[.;!?\n]", before)[-1]
    opened = re.sub(r"\b(?:entre|de) (?:les )?$", "", before) if quantity.high is not None else before
    approximate = (
        quantity.approximate
        or _APPROXIMATE_BEFORE.search(before) is not None
        or _APPROXIMATE_AFTER.match(folded, quantity.end) is not None
    )
    if quantity.kind in ("heure", "date", "duree") and re.search(r"\bdans les $", before):
        approximate = quantity.approximate
    negated = _MAY_NEGATE.search(opened) is not None and _NEGATED_BEFORE.search(opened) is not None
    if (approximate, negated) == (quantity.approximate, quantity.negated):
        return quantity
    return replace(quantity, approximate=approximate, negated=negated)


def read_quantities(text: str, today: str = "") -> tuple[Quantity, ...]:
    """Every quantity of an utterance, by position, none overlapping another.

    ``today`` (ISO date) resolves relative dates; without it their value is the words as said.
    """
    short, kept = squeeze(text)
    found = _read(short, today)
    if len(short) == len(text):
        return found
    spans = [(kept[quantity.start], kept[quantity.end - 1] + 1) for quantity in found]
    return tuple(
        replace(quantity, start=start, end=end, text=text[start:end])
        for quantity, (start, end) in zip(found, spans, strict=True)
    )


def _read(text: str, today: str) -> tuple[Quantity, ...]:
    folded = fold(text)
    left = _blanked(text, folded)
    found: list[Quantity] = []
    for hour in find_hours(left):
        said = text[hour.start : hour.end]
        found.append(Quantity("heure", hour.value, "", hour.start, hour.end, said, hour.high))
        left = _take(left, hour.start, hour.end)
    for moment in find_dates(left, today):
        found.append(_from_moment(text, moment))
        left = _take(left, moment.start, moment.end)
    found.extend(_numbers(text, left))
    found.sort(key=lambda quantity: quantity.start)
    joined = with_ranges(text, folded, with_compounds(text, folded, found))
    return tuple(_qualified(folded, quantity) for quantity in joined)


def to_json(q: Quantity) -> dict[str, object]:
    """The quantity as `coach analyser --json` prints it, in French keys."""
    document: dict[str, object] = {
        "type": q.kind,
        "valeur": q.value,
        "unite": q.unit,
        "debut": q.start,
        "fin": q.end,
        "texte": q.text,
    }
    if q.high is not None:
        document["haut"] = q.high
    if q.approximate:
        document["approx"] = True
    if q.negated:
        document["negation"] = True
    return document
