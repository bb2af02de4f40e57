"""Days and periods that have a name: feasts, seasons, quarters, « la première semaine de mars ».

Each pattern reads folded text; the function beside it resolves it from the day of the story. A period
stands for its first day, or its last one after « fin ».
"""

import re
from datetime import date, timedelta

from coach.language.date_words import DAYS, LONG, YEAR, month_number
from coach.language.moments import Moment, month_end, next_in_year, plus_months, safe_date

_FEASTS = {
    "noel": (12, 25), "nouvel an": (1, 1), "jour de l'an": (1, 1), "la saint-sylvestre": (12, 31),
    "la saint-valentin": (2, 14), "la toussaint": (11, 1), "toussaint": (11, 1),
    "la fete du travail": (5, 1), "la rentree": (9, 1),
}  # fmt: skip
_FEAST_LEAD = r"avant|apres|pour|a|d'ici|d'ici a|des|depuis|jusqu'a|passe|le|au|jour de|jour du"
FEAST = (
    rf"(?:^|\b(?P<lead>{_FEAST_LEAD}) )(?P<value>(?:le |la )?(?:(?:jour|fete) de (?:la )?)?"
    rf"(?P<feast>{'|'.join(_FEASTS)}))\b(?! [0-9])"
)
_SEASONS = {"printemps": (3, 21), "ete": (6, 21), "automne": (9, 22), "hiver": (12, 21)}
SEASON = (
    r"\b(?:cet |ce |l'|le |au |en |cette |a l'|d'ici l'|d'ici le )(?P<part>)"
    r"(?P<season>printemps|ete|automne|hiver)\b(?P<when> prochain| dernier)?(?: (?P<year>20[0-9]{2})\b)?"
)
_RANKS = {
    "premier": 1, "premiere": 1, "1er": 1, "1re": 1, "1ere": 1, "deuxieme": 2, "second": 2, "seconde": 2,
    "2e": 2, "2eme": 2, "troisieme": 3, "3e": 3, "3eme": 3, "quatrieme": 4, "4e": 4, "4eme": 4,
    "dernier": -1, "derniere": -1,
}  # fmt: skip
_RANK = rf"(?P<rank>{'|'.join(sorted(_RANKS, key=len, reverse=True))})"
NTH = (
    rf"\b(?:(?:le|la|l'|au|du) )?{_RANK} (?P<span>semaine|quinzaine|week-?end|jour|{'|'.join(DAYS)}) "
    rf"(?:de |d'|du mois de |du mois d')(?P<month>{LONG})\b{YEAR}"
)
TERM = (
    rf"(?:\b(?:(?:fin|debut) (?:du |de |de ce )?|au |le |du |ce )?(?:{_RANK} )(?P<span>trimestre|semestre)\b"
    r"|\b(?:(?:fin|debut|au|en|sur) )?(?P<short>[ts][1-4])\b)(?: (?:de )?(?P<year>20[0-9]{2})\b)?"
)


def feast(match: re.Match[str], today: date | None) -> Moment | None:
    """« avant Noël », « le jour de l'an »."""
    month, day = _FEASTS[match["feast"]]
    found = next_in_year(today, month, day)
    if match["lead"] == "depuis" and found and today and found > today:
        found = safe_date(found.year - 1, month, day)
    return Moment(match.start("value"), match.end(), found, approximate=match["feast"] == "la rentree")


def season(match: re.Match[str], today: date | None) -> Moment | None:
    """« cet été », « au printemps prochain »: its first day; « en été », every year, is none."""
    if match["year"]:
        found = date(int(match["year"]), *_SEASONS[match["season"]])
        return Moment(match.start(), match.end(), found, approximate=True)
    if match[0].startswith(("en ", "l'", "le ")) and not match["when"]:
        return None
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    month, day = _SEASONS[match["season"]]
    found = date(today.year, month, day)
    if match["when"] == " dernier" and found > today:
        found = found.replace(year=today.year - 1)
    elif (found + timedelta(92) < today) or (match["when"] == " prochain" and found <= today):
        found = found.replace(year=today.year + 1)
    elif match["season"] == "hiver" and today.month < 4:
        found = found.replace(year=today.year - 1)
    return Moment(match.start(), match.end(), found, approximate=True)


def nth_of_month(match: re.Match[str], today: date | None) -> Moment | None:
    """« la première semaine de janvier », « le dernier vendredi de mars 2027 »."""
    month, rank, span = month_number(match["month"]), _RANKS[match["rank"]], match["span"]
    if match["year"]:
        first = safe_date(int(match["year"]), month, 1)
    elif today is not None:
        first = safe_date(today.year + (month < today.month), month, 1)
    else:
        first = None
    day = _nth(first, rank, span) if first else None
    approximate = span not in ("jour", *DAYS)
    return Moment(match.start(), match.end(), day, approximate=approximate)


def _nth(first: date, rank: int, span: str) -> date | None:
    last = month_end(first)
    if span == "jour":
        return last if rank < 0 else first + timedelta(rank - 1)
    if span == "quinzaine":
        return first.replace(day=1 if rank == 1 else 16)
    if span == "semaine":
        if rank < 0:
            return last - timedelta(last.weekday())
        return first if rank == 1 else first + timedelta(7 * (rank - 1) - first.weekday())
    wanted = DAYS.index(span) if span in DAYS else 5
    if rank < 0:
        return last - timedelta((last.weekday() - wanted) % 7)
    return first + timedelta((wanted - first.weekday()) % 7 + 7 * (rank - 1))


def term(match: re.Match[str], today: date | None) -> Moment | None:
    """« le premier trimestre 2027 », « T1 2027 », « fin du deuxième semestre »."""
    if match["short"]:
        months, rank = (3 if match["short"][0] == "t" else 6), int(match["short"][1])
        if not match["year"] and not match[0].startswith(("fin", "debut", "au", "en", "sur")):
            return None
    else:
        months, rank = (3 if match["span"] == "trimestre" else 6), _RANKS[match["rank"]]
    if rank * months > 12 or (rank < 0 and not match["year"]):
        return None
    rank = rank if rank > 0 else 12 // months
    if today is None and not match["year"]:
        return Moment(match.start(), match.end(), None, approximate=True)
    return Moment(match.start(), match.end(), _term_day(match, today, months, rank), approximate=True)


def _term_day(match: re.Match[str], today: date | None, months: int, rank: int) -> date | None:
    year = int(match["year"]) if match["year"] else today.year if today else 1
    first = date(year, months * (rank - 1) + 1, 1)
    last = plus_months(first, months - 1)
    if today and not match["year"] and last and month_end(last) < today:
        first, last = first.replace(year=year + 1), last.replace(year=year + 1)
    return month_end(last) if match[0].startswith("fin") and last else first
