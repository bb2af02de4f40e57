"""Dates in folded French text, resolved from the day of the story.

Written by hand: `dateparser`, the usual library, gives the words it found but not where they are, and
would be one more dependency for a dozen forms. Each form is one pattern and one function below.
Tried in the order of `_FORMS`, each form blanks what it has read so that the next ones do not read it again.

Conventions: a weekday is the next one, never today (« mardi prochain » as « mardi »); a date without
year is the next one from today on; a month or week stands for its first day.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from coach.language.date_words import (
    COLLECTED,
    COUNT,
    DAY,
    DAY_WORDS,
    DAYS,
    LONG,
    MONTH,
    SPAN,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
)
from coach.language.moments import Moment, month_end, next_in_year, plus_months, safe_date, shifted
from coach.language.numerals import word_value


def _numeric(match: re.Match[str], today: date | None) -> Moment | None:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if year:
        found = safe_date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        return Moment(match.start(), match.end(), found) if found else None
    if not re.search(
        r"(?:\b(?:le|au|du|avant|des|pour|demain)|" + "|".join(DAYS) + r") $",
        match.string[max(0, match.start() - 12) : match.start()],
    ):
        return None
    return Moment(match.start(), match.end(), next_in_year(today, month, day))


def _iso(match: re.Match[str], today: date | None) -> Moment | None:
    found = safe_date(int(match["y"]), int(match["m"]), int(match["d"]))
    return Moment(match.start(), match.end(), found) if found else None


def _calendar(match: re.Match[str], today: date | None) -> Moment | None:
    """« mardi 3 décembre 2026 », « du 3 au 8 mars »."""
    month, day = month_number(match["month"] or match["short"]), day_number(match["day"])
    if not 1 <= day <= 31:
        return None

    def resolve(number: int) -> date | None:
        return (
            safe_date(int(match["year"]), month, number)
            if match["year"]
            else next_in_year(today, month, number)
        )

    first = match["first"]
    if not first:
        return Moment(match.start(), match.end(), resolve(day))
    return Moment(match.start(), match.end(), resolve(day_number(first)), resolve(day))


def _month_part(match: re.Match[str], today: date | None) -> Moment | None:
    """« mi-mars », « fin avril », « en mai », « début 2027 »."""
    prefix = (match["part"] or "").strip(" -")
    month = (
        month_number(match["month"])
        if match["month"]
        else (12 if prefix == "fin" else 6 if prefix == "mi" else 1)
    )
    day = {"mi": 15}.get(prefix, 1)
    if match["year"]:
        found = safe_date(int(match["year"]), month, day)
    elif today is not None:
        year = (
            today.year + (month < today.month) - ((match["lead"] or "") == "depuis" and month > today.month)
        )
        found = safe_date(year, month, day)
        if (match["lead"] or "") == "depuis" and found and found > today:
            found = safe_date(found.year - 1, month, day)
    else:
        found = None
    if found and prefix == "fin":
        found = month_end(found)
    return Moment(match.start("value"), match.end(), found, approximate=True)


def _around_today(match: re.Match[str], today: date | None) -> Moment | None:
    said = re.sub(r"[ '-]", "", match[0])
    shift = {"apresdemain": 2, "avanthier": -2, "demain": 1, "hier": -1}
    days = next((days for name, days in shift.items() if said.startswith(name)), 0)
    return Moment(match.start(), match.end(), today + timedelta(days) if today else None)


def _weekday(match: re.Match[str], today: date | None) -> Moment | None:
    after = match["after"] or ""
    if match["habit"] and not after and not match["number"]:
        return None
    if today is None:
        return Moment(match.start("value"), match.end(), None)
    wanted = DAYS.index(match["weekday"])
    found = today + timedelta((wanted - today.weekday() - 1) % 7 + 1)
    if match["number"]:
        number = int(match["number"])
        ahead = (today + timedelta(days) for days in range(400))
        exact = next((day for day in ahead if day.day == number and day.weekday() == wanted), None)
        return Moment(match.start("value"), match.end(), exact)
    if "dernier" in after or "passe" in after:
        found = today - timedelta((today.weekday() - wanted - 1) % 7 + 1)
    elif "en huit" in after or "suivant" in after or "d'apres" in after:
        found += timedelta(7)
    elif "en quinze" in after:
        found += timedelta(14)
    elif "semaine" in after:
        found = today - timedelta(today.weekday()) + timedelta(7 + wanted)
    return Moment(match.start("value"), match.end(), found)


def _counted(match: re.Match[str], today: date | None) -> Moment | None:
    """« dans trois semaines », « d'ici quinze jours », « il y a un mois »."""

    def number(said: str) -> int:
        return int(said) if said.isdigit() else int(word_value("un" if said == "une" else said) or 0)

    count = number(match["count"])
    if match["span"].startswith("h") and count < 24:
        return None
    sign = -1 if match[0].startswith(("il y a", "y a", "ya")) else 1
    half = bool(match["half"])
    day = shifted(today, sign * count, match["span"], half)
    high = shifted(today, sign * number(match["more"]), match["span"], half) if match["more"] else None
    return Moment(match.start(), match.end(), day, high, "environ" in match[0] or "peu pres" in match[0])


def _collected(match: re.Match[str], today: date | None) -> Moment | None:
    days = COLLECTED[match["collected"]]
    return Moment(match.start(), match.end(), shifted(today, days, "jours", False), approximate=True)


def _period(match: re.Match[str], today: date | None) -> Moment | None:
    """« la semaine prochaine », « fin de mois », « début d'année prochaine »."""
    span, part, when = match["span"][0], match["part"] or "", match["when"] or ""
    if not part and not when:
        return None
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    shift = -1 if when.startswith(("dern", "pass")) else 1 if when.startswith(("pro", "suiv")) else 0
    if span == "s" or span == "w":
        day = today - timedelta(today.weekday()) + timedelta(7 * shift)
        day += timedelta(5 if span == "w" else 4 if part == "fin" else 2 if part in ("mi", "milieu") else 0)
        if part == "fin" and shift == 0 and day < today:
            day += timedelta(7)
    elif span == "m":
        day = (plus_months(today.replace(day=1), shift)) or today
        day = month_end(day) if part == "fin" else day.replace(day=15) if part in ("mi", "milieu") else day
    else:
        day = date(
            min(9999, max(1, today.year + shift)), 12 if part == "fin" else 1, 31 if part == "fin" else 1
        )
    return Moment(match.start(), match.end(), day, approximate=True)


def _day_of_month(match: re.Match[str], today: date | None) -> Moment | None:
    day = 1 if match["day"] == "1er" else int(match["day"])
    if not 1 <= day <= 31:
        return None
    found = None
    if today is not None:
        months = (plus_months(today.replace(day=1), ahead) for ahead in range(13))
        days = (safe_date(month.year, month.month, day) for month in months if month)
        found = next((candidate for candidate in days if candidate and candidate >= today), None)
    return Moment(match.start("value"), match.end(), found)


def _week_number(match: re.Match[str], today: date | None) -> Moment | None:
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    try:
        found = date.fromisocalendar(today.year, int(match["week"]), 1)
        if found < today - timedelta(7):
            found = date.fromisocalendar(today.year + 1, int(match["week"]), 1)
    except ValueError:
        return None
    return Moment(match.start(), match.end(), found, approximate=True)


_Resolver = Callable[[re.Match[str], date | None], Moment | None]
_ANY_DAY = "|".join(DAYS)
_PERIOD_SPAN = r"(?P<span>semaines?|week-?end|wk-?end|mois|annee|an)\b"
_WHEN = r"(?P<when>prochaine?|proch\b|pro\b|suivante?|derniere?|passee?)"
_NUMERIC = r"(?<![0-9/.,-])(?P<d>[0-3]?[0-9])"
_MONTH_LEAD = (
    r"\b(?P<lead>en|courant|d'ici|avant|apres|des|depuis|jusqu'en|jusqu'a|jusqua|pour|mois d[e']|d'ici a)"
    r"(?: le mois de)? "
)
_MONTH_PART = r"(?:la )?fin(?: de| du mois de)? |(?:le )?debut(?: du mois de)? |mi[ -]"
_THIS_DAY = r"ce (?:matin|soir|jour)\b|cet apres[ -]?midi"
_WEEKDAY_AFTER = (
    r" prochain| dernier| passe| suivant| d'apres| en huit| en quinze"
    r"| de la semaine prochaine| de la semaine pro\b| semaine prochaine"
)
_NOT_AFTER_DAY = r"[0-9]| ?(?:h|%|€|euros|heures|postes)"
_AFTER_DAY_OF_MONTH = (
    "et|a|au|ou|qui|que|pour|mais|si|donc|maximum|max|sinon|par|matin|apres|avant|vous|je|on|c'est|ca"
    "|dans|chez"
    "|avec|prochain|de ce|du mois|de chaque"
)


def _form(pattern: str, resolver: _Resolver) -> tuple[re.Pattern[str], _Resolver]:
    return re.compile(pattern), resolver


_FORMS = (
    _form(r"(?<![0-9/-])(?P<y>(?:19|20)[0-9]{2})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9-])", _iso),
    _form(
        _NUMERIC + r"(?P<s>[/.-])(?P<m>[01]?[0-9])(?P=s)(?P<y>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])", _numeric
    ),
    _form(_NUMERIC + r"/(?P<m>[01]?[0-9])(?![0-9/])(?P<y>)", _numeric),
    _form(
        rf"(?<![\w'-])(?:(?:{_ANY_DAY}) )?(?:(?P<first>1er|[0-3]?[0-9]|{DAY_WORDS}) au )?"
        rf"{DAY} (?:du mois de )?{MONTH}{YEAR}",
        _calendar,
    ),
    _form(
        rf"(?:{_MONTH_LEAD}|(?=\b(?:fin|debut|mi)\b)|(?=(?:{LONG}) prochain))"
        rf"(?P<value>(?P<part>{_MONTH_PART})?(?P<month>{LONG})\b(?: prochain)?{YEAR})",
        _month_part,
    ),
    _form(r"(?P<lead>)\b(?P<value>(?P<part>fin|debut|mi)[ -](?P<month>)(?P<year>20[0-9]{2}))\b", _month_part),
    _form(
        rf"\b(?:apres[ -]demain|avant[ -]hier|demain|hier|aujourd ?'? ?hui|ajd|{_THIS_DAY})\b"
        r"(?: (?:matin|soir|midi|apres[ -]?midi)\b)?",
        _around_today,
    ),
    _form(rf"\b(?:d'ici(?: a)?|dans|il y a|y a|ya) {COUNT} ?{SPAN}", _counted),
    _form(
        rf"\b(?:d'ici(?: a)?|dans|sous|il y a) (?:une "
        rf"|la )?(?:petite )?(?P<collected>{'|'.join(COLLECTED)})"
        r"(?: de jours)?\b(?! d)",
        _collected,
    ),
    _form(
        rf"(?:\b(?P<habit>le|du|un|au|chaque|tous les|les) )?(?P<value>\b{WEEKDAY}"
        rf"(?: (?P<number>[0-3]?[0-9])(?!{_NOT_AFTER_DAY})|(?P<after>{_WEEKDAY_AFTER}))?)",
        _weekday,
    ),
    _form(
        r"(?<!jours )(?<!j )\b(?:en |a |d'ici )?(?:la |le )?(?P<part>fin|debut|milieu|mi)"
        rf"(?: de la | de l'| de | du | d'|[ -]){_PERIOD_SPAN}(?: {_WHEN})?",
        _period,
    ),
    _form(rf"(?P<part>)\b(?:(?:la|le|l'|d'ici la|d'ici le) ?)?{_PERIOD_SPAN} {_WHEN}", _period),
    _form(r"(?P<part>)\b(?P<when>ce(?:tte)?) (?P<span>semaine|week-?end|mois-ci|annee)\b", _period),
    _form(r"\b(?:en )?semaine (?P<week>[0-5]?[0-9])(?![0-9])", _week_number),
    _form(
        r"\b(?P<value>(?:le|au|du|avant le|jusqu'au|d'ici le|des le) (?P<day>1er|[0-3]?[0-9]))"
        rf"(?![0-9\w/:%€]|[,.][0-9]| ?%| ?€| (?!(?:{_AFTER_DAY_OF_MONTH})\b)[\wœ])",
        _day_of_month,
    ),
)


def parse_day(today: str) -> date | None:
    """The day of the story; None when empty or unreadable."""
    try:
        return date.fromisoformat(today) if today else None
    except ValueError:
        return None


def find_dates(folded: str, today: str = "") -> list[Moment]:
    """The dates said in a folded text, by position, none overlapping another."""
    day = parse_day(today)
    left = folded
    found: list[Moment] = []
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(left):
            try:
                moment = resolve(match, day)
            except OverflowError:
                moment = None
            if moment:
                found.append(moment)
                left = left[: moment.start] + "\0" * (moment.end - moment.start) + left[moment.end :]
    return sorted(found, key=lambda moment: moment.start)
