"""The words dates are made of, as pattern fragments over folded text: months, days, counts, spans."""

from coach.language.numerals import figure_value, word_value

_MONTHS = (
    "janvier|janv|jan", "fevrier|fevr|fev", "mars", "avril|avr", "mai", "juin", "juillet|juil", "aout",
    "septembre|sept", "octobre|oct", "novembre|nov", "decembre|dec",
)  # fmt: skip
LONG = "|".join(names.split("|")[0] for names in _MONTHS)
_SHORT = "|".join(name for names in _MONTHS for name in names.split("|")[1:])
SURE_MONTHS = "|".join(name for name in LONG.split("|") if name not in ("mars", "mai"))
"""Those that are nothing else, nor « mais » badly typed."""
MONTH = rf"(?:(?P<month>{LONG})\b|(?P<short>{_SHORT})\b\.?)"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT_DAYS = r"(?:lun|mar|mer|jeu|ven|sam|dim)\."
WEEKDAY = "(?P<weekday>(?:" + "|".join(DAYS) + rf")\b|{SHORT_DAYS})"
PART_OF_DAY = (
    r"(?: (?:(?:en |dans |au |a )?(?:la |le |l')?(?:(?:tout )?(?:debut|milieu|fin) (?:de |d')(?:la |l')?)?)?"
    r"(?:matinee|matin|soiree|soir|apres[ -]?midi|aprem|journee)\b(?! (?:d|pour|a la)))?"
)
"""« matin », « en fin de journée »: said with the day, and no more precise than it."""
_TEN = "premier|deux|trois|quatre|cinq|six|sept|huit|neuf"
DAY_WORDS = (
    rf"(?:vingt[ -]et[ -]un|trente[ -]et[ -]un|trente|vingt(?:[ -](?:{_TEN}))?|dix[ -](?:sept|huit|neuf)"
    rf"|onze"
    rf"|douze|treize|quatorze|quinze|seize|dix|{_TEN})"
)
DAY = rf"(?P<day>1er\b|[0-3]?[0-9](?![0-9])|{DAY_WORDS}\b)"
YEAR = r"(?:,? (?P<year>(?:19|20)[0-9]{2})\b(?! ?[€%]))?"
_TENS = "quatre-vingt-dix|vingt|trente|quarante|cinquante|soixante"
COUNT = (
    r"(?:(?:environ|a peu pres|maximum|au maximum|au plus|au moins|a peine|moins de|plus de"
    r"|(?:une )?petite?) )?"
    rf"(?P<count>[0-9]{{1,3}}|une?|(?:{_TENS})(?:(?:[ -]et)?[ -](?:une?|{_TEN}))?"
    r"|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize|dix))"
    r"(?: ?(?:a|ou|-) ?(?P<more>[0-9]{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze))?"
)
SPAN = (
    r"(?P<span>jours?(?: (?:ouvres?|ouvrables|calendaires))?|jrs?|j\b|semaines?|sem\b|mois|ans?|annees?"
    r"|trimestres?|heures?"
    r"|h\b)(?P<half> et demie?)?(?![a-z])"
)
COLLECTED = {"huitaine": 8, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}


def weekday_number(said: str) -> int:
    """0 for Monday; « lun. » as « lundi »."""
    return next(i for i, name in enumerate(DAYS) if name.startswith(said.rstrip(".")))


def full_year(said: str, today_year: int) -> int:
    """« 26 » is 2026 and « 74 » is 1974: two figures look back more than thirty years ahead."""
    if len(said) == 4:
        return int(said)
    near = 2000 + int(said)
    return near if near <= today_year + 30 else near - 100


def month_number(name: str) -> int:
    return next(i for i, names in enumerate(_MONTHS, 1) if name in names.split("|"))


def day_number(said: str) -> int:
    if said.startswith(("1er", "premier")):
        return 1
    value = figure_value(said) if said.isdigit() else word_value(said.replace("-et-", " et "))
    return int(value or 0)
